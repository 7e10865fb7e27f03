//! Settles how a file is read: what the profile states, and a guess for the rest.
//!
//! The one road that detect, preview, check, read and table share, so that they agree.

use super::dialect::{self, DialectFound, Stated};
use super::encoding::{self, EncodingFound};
use super::feed::Feed;
use super::grid::{Grid, GridRows};
use super::layout::{self, HeadRow, LayoutFound};
use super::mend;
use super::records::Records;
use super::rows::{Layout, Rows};
use super::signs::Delimiter;
use super::source::{self, Source, TextFile};
use super::{DataSource, Found, ImportError, Profile, json, workbook};
use crate::jobs::Reporter;
use crate::model::{Message, Refusal};
use csv::ByteRecord;
use std::rc::Rc;

/// A file and how it is read.
pub(super) struct Sniffed {
    pub file: TextFile,
    pub content: Content,
    pub preamble: Found<usize>,
    pub header: Found<usize>,
    pub layout: Layout,
    /// What a person should know before any row is read.
    pub warnings: Vec<Message>,
}

/// What a file is made of.
pub(super) enum Content {
    /// Lines of text, in an encoding and a dialect.
    Text(EncodingFound, DialectFound),
    /// Cells that were read whole.
    Grid(Rc<Grid>),
}

/// Rows that are looked at to find where the table begins.
const HEAD_ROWS: usize = 200;
/// A cell of these rows is cut off here.
const HEAD_CELL: usize = 400;

/// Opens a file and settles how it is read.
///
/// # Errors
/// When it is no table, the profile states something that cannot be, or the person stops it.
pub(super) fn sniff(
    source: DataSource,
    given: &Profile,
    reporter: &Reporter,
) -> Result<Sniffed, ImportError> {
    reporter.check()?;
    match source::open(source)? {
        Source::Text(file) => Ok(text(file, given)?),
        Source::Packed(file, container) => {
            let read = workbook::read(&file, container, given, reporter)?;
            Ok(grid(file, read, given)?)
        }
        Source::Json(file) => {
            let read = json::read(&file, given, reporter)?;
            Ok(grid(file, read, given)?)
        }
    }
}

fn text(file: TextFile, given: &Profile) -> Result<Sniffed, Refusal> {
    let stated = stated(given)?;
    let mut encoding = encoding::find(&file, given.encoding.as_deref())?;
    let sample = dialect::sample(&file, encoding.encoding.value)?;
    let mut dialect = dialect::find(&sample, stated);
    dialect.learn(&sample);
    let mut warnings = std::mem::take(&mut encoding.warnings);
    if let Some(sheet) = given.sheet.as_deref().filter(|name| !name.is_empty()) {
        let message = Message::new("import-warn-no-sheets").with("file", &file.name);
        warnings.push(message.with("sheet", sheet));
    }
    let mut content = Content::Text(encoding, dialect);
    let mut head = head_rows(feed(&file, &content, false)?)?;
    if let Content::Text(_, dialect) = &mut content {
        dialect.odd_header = odd_header(&head, dialect);
        if dialect.odd_header.is_some() {
            head = head_rows(feed(&file, &content, false)?)?;
        }
    }
    if head.iter().all(|r| r.cells.iter().all(|c| c.trim().is_empty())) {
        return Err(Refusal(Message::new("import-empty-file").with("file", file.name)));
    }
    let width = layout::usual_width(&head);
    Ok(settle(file, content, &head, width, given, warnings))
}

/// A table that was read whole: its rows are records, or it still has to be found among them.
fn grid(file: TextFile, grid: Grid, given: &Profile) -> Result<Sniffed, Refusal> {
    if grid.store.rows == 0 {
        return Err(Refusal(Message::new("import-empty-file").with("file", file.name)));
    }
    let grid = Rc::new(grid);
    let width = grid.store.width();
    let content = Content::Grid(Rc::clone(&grid));
    if let Some(names) = &grid.names {
        let width = names.len();
        let layout =
            Layout { preamble_rows: 0, header_rows: 0, footer_rows: Some(0), usual_width: width };
        let (preamble, header) = (Found::guess(0, 1.0), Found::guess(1, 1.0));
        return Ok(Sniffed { file, content, preamble, header, layout, warnings: Vec::new() });
    }
    let mut head = head_rows(feed(&file, &content, false)?)?;
    // Rows end at their last cell that holds something: all but titles are as wide as the table.
    for row in &mut head {
        if !grid.is_title(row.row, &row.cells) {
            grid.spread(row.row, &mut row.cells);
        }
        if row.cells.iter().filter(|c| !c.trim().is_empty()).count() > 1 && row.cells.len() < width
        {
            row.cells.resize(width, String::new());
        }
    }
    let mut sniffed = settle(file, content, &head, width, given, Vec::new());
    if grid.is_records() {
        // A record is never a footer.
        sniffed.layout.footer_rows.get_or_insert(0);
    }
    Ok(sniffed)
}

fn settle(
    file: TextFile,
    content: Content,
    head: &[HeadRow],
    usual_width: usize,
    given: &Profile,
    warnings: Vec<Message>,
) -> Sniffed {
    let names: Vec<&str> = given.columns.iter().map(|c| c.column.as_str()).collect();
    let LayoutFound { preamble, header } =
        layout::find(head, &names, given.preamble_rows, given.header_rows);
    let layout = Layout {
        preamble_rows: preamble.value,
        header_rows: header.value,
        footer_rows: given.footer_rows,
        usual_width,
    };
    Sniffed { file, content, preamble, header, layout, warnings }
}

impl Sniffed {
    /// Opens the rows of the table.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rows(&self, hash: bool) -> Result<Rows, Refusal> {
        Rows::open(feed(&self.file, &self.content, hash)?, &self.layout)
    }

    /// The sentence for a table without a single row.
    pub fn no_rows(&self) -> Refusal {
        Refusal(Message::new("import-header-only").with("file", &self.file.name))
    }

    /// The grid, if the file was read whole.
    pub fn grid(&self) -> Option<&Grid> {
        match &self.content {
            Content::Text(..) => None,
            Content::Grid(grid) => Some(grid),
        }
    }

    /// The delimiter of a text.
    pub fn delimiter(&self) -> Option<Delimiter> {
        match &self.content {
            Content::Text(_, dialect) => Some(dialect.delimiter.value),
            Content::Grid(_) => None,
        }
    }
}

/// The header row, if it stands above usual rows and is split by another delimiter than they are.
fn odd_header(head: &[HeadRow], dialect: &DialectFound) -> Option<(u64, Delimiter)> {
    let usual = dialect.usual.as_deref()?;
    let first = head.iter().position(|row| row.cells.len() == usual.width)?;
    let above = head.get(first.checked_sub(1)?)?;
    let row: ByteRecord = head[first].cells.iter().map(String::as_bytes).collect();
    let own = dialect.dialect();
    let line = above.cells.join(&own.delimiter.text());
    let is_body = usual.takes(&row) && above.row + 1 == head[first].row;
    mend::header_delimiter(&line, &own, usual.width).filter(|_| is_body).map(|d| (above.row, d))
}

fn feed(file: &TextFile, content: &Content, hash: bool) -> Result<Feed, Refusal> {
    Ok(match content {
        Content::Text(encoding, dialect) => {
            let records = Records::open(file, encoding.encoding.value, dialect, hash)?;
            Feed::Text(Box::new(records))
        }
        Content::Grid(grid) => Feed::Grid(GridRows::open(grid, file, hash)?),
    })
}

fn head_rows(mut feed: Feed) -> Result<Vec<HeadRow>, Refusal> {
    let mut record = ByteRecord::new();
    let mut rows = Vec::new();
    while rows.len() < HEAD_ROWS {
        let Some(row) = feed.next(&mut record)? else {
            break;
        };
        let cells = record.iter().map(|c| {
            let cut = &c[..c.len().min(HEAD_CELL)];
            String::from_utf8_lossy(cut).into_owned()
        });
        rows.push(HeadRow { row, cells: cells.collect() });
    }
    Ok(rows)
}

/// What a profile states about the dialect, checked.
fn stated(profile: &Profile) -> Result<Stated, Refusal> {
    let delimiter = match profile.delimiter.as_deref().filter(|d| !d.is_empty()) {
        None => None,
        Some(text) => Some(Delimiter::from_text(text).ok_or_else(|| {
            Refusal(Message::new("import-bad-delimiter").with("delimiter", text))
        })?),
    };
    let sign = |text: &Option<String>| match text.as_deref() {
        None => Ok(None),
        Some("") => Ok(Some(None)),
        Some(text) => one_byte(text)
            .map(|b| Some(Some(b)))
            .ok_or_else(|| Refusal(Message::new("import-bad-quote").with("quote", text))),
    };
    let quote = sign(&profile.quote)?;
    let escape = sign(&profile.escape)?;
    Ok(Stated { delimiter, quote, escape })
}

fn one_byte(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [b'\n' | b'\r'] => None,
        [byte] if byte.is_ascii() => Some(*byte),
        _ => None,
    }
}
