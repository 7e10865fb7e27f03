//! Settles how a file is read: what the profile states, and a guess for the rest.
//!
//! The one road that detect, preview, check, read and table share, so that they agree.

use super::dialect::{self, DialectFound, Stated};
use super::encoding::{self, EncodingFound};
use super::layout::{self, HeadRow, LayoutFound};
use super::records::Records;
use super::rows::{Layout, Rows};
use super::source::{self, Source, TextFile};
use super::{Found, Profile};
use crate::model::{Message, Refusal};
use csv::ByteRecord;

/// A file and how it is read.
pub(super) struct Sniffed {
    pub file: TextFile,
    pub encoding: EncodingFound,
    pub dialect: DialectFound,
    pub preamble: Found<usize>,
    pub header: Found<usize>,
    pub layout: Layout,
}

/// Rows that are looked at to find where the table begins.
const HEAD_ROWS: usize = 200;
/// A cell of these rows is cut off here.
const HEAD_CELL: usize = 400;

/// Opens a file and settles how it is read.
///
/// # Errors
/// When it is no table of text, or the profile states something that cannot be.
pub(super) fn sniff(path: &std::path::Path, given: &Profile) -> Result<Sniffed, Refusal> {
    let Source::Text(file) = source::open(path)?;
    let stated = stated(given)?;
    let encoding = encoding::find(&file, given.encoding.as_deref())?;
    let sample = dialect::sample(&file, encoding.encoding.value)?;
    let dialect = dialect::find(&sample, stated);
    let head = head_rows(&file, &encoding, &dialect)?;
    if head.iter().all(|r| r.cells.iter().all(|c| c.trim().is_empty())) {
        return Err(Refusal(Message::new("import-empty-file").with("file", file.name)));
    }
    let names: Vec<&str> = given.columns.iter().map(|c| c.column.as_str()).collect();
    let LayoutFound { preamble, header } =
        layout::find(&head, &names, given.preamble_rows, given.header_rows);
    let layout = Layout {
        encoding: encoding.encoding.value,
        dialect: dialect.dialect(),
        preamble_rows: preamble.value,
        header_rows: header.value,
        footer_rows: given.footer_rows,
        usual_width: layout::usual_width(&head),
    };
    Ok(Sniffed { file, encoding, dialect, preamble, header, layout })
}

impl Sniffed {
    /// Opens the rows of the table.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rows(&self, hash: bool) -> Result<Rows, Refusal> {
        Rows::open(&self.file, &self.layout, hash)
    }

    /// The sentence for a table without a single row.
    pub fn no_rows(&self) -> Refusal {
        Refusal(Message::new("import-header-only").with("file", &self.file.name))
    }
}

fn head_rows(
    file: &TextFile,
    encoding: &EncodingFound,
    dialect: &DialectFound,
) -> Result<Vec<HeadRow>, Refusal> {
    let mut records = Records::open(file, encoding.encoding.value, dialect.dialect(), false)?;
    let mut record = ByteRecord::new();
    let mut rows = Vec::new();
    while rows.len() < HEAD_ROWS {
        let Some(row) = records.next(&mut record)? else {
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
        Some(text) => Some(one_byte(text).ok_or_else(|| {
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
    match text {
        "\\t" | "tab" => Some(b'\t'),
        _ => match text.as_bytes() {
            [b'\n' | b'\r'] => None,
            [byte] if byte.is_ascii() => Some(*byte),
            _ => None,
        },
    }
}
