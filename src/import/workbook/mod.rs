//! Workbooks: one sheet of an XLSX, XLSM, XLSB, XLS or ODS file as a grid.
//!
//! Opens them through calamine, on a thread of its own, since it may panic on hostile input;
//! before that comes a look at sizes, since memory that runs out cannot be caught.

mod archive;
mod choose;
mod compound;
mod ods;
mod streamed;
mod text;
mod xls;

use super::grid::{Fault, Format, Grid, Span, Writer};
use super::source::{Container, TextFile, unreadable};
use super::{ImportError, Profile};
use crate::jobs::{Progress, Reporter, shelter};
use crate::model::{Message, Refusal};
use calamine::{Dimensions, SheetType, SheetVisible};
use csv::ByteRecord;
use text::Value;

/// Rows and columns that a sheet can have.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;
/// Merged cells count in the first rows only: there the header is.
const HEADER_WITHIN: u64 = 200;

/// Reads the sheet that the profile names, else the visible one with most rows.
///
/// # Errors
/// When the workbook is damaged, locked or too large, has no such sheet, or the person stops it.
pub(super) fn read(
    file: &TextFile,
    container: Container,
    given: &Profile,
    reporter: &Reporter,
) -> Result<Grid, ImportError> {
    // calamine indexes into what it reads: a damaged XLS or XLSB can make it panic. What it made
    // so far is lost with its thread, and nothing else knows of it.
    let read = shelter(|| open(file, container, reporter, given))
        .map_err(|_| Message::new("import-no-thread"))?;
    let read = read.unwrap_or_else(|| Err(Trouble::Damaged(String::from("panic"))));
    read.map_err(|trouble| trouble.told(file))
}

fn open(
    file: &TextFile,
    container: Container,
    reporter: &Reporter,
    given: &Profile,
) -> Result<Grid, Trouble> {
    let (format, mut book): (Format, Box<dyn Book>) = match container {
        Container::Compound => {
            let compound = compound::open(file)?;
            if compound.has("EncryptedPackage") {
                return Err(Trouble::Locked);
            }
            if !compound.has("Workbook") && !compound.has("Book") {
                return Err(Trouble::Other("import-kind-binary"));
            }
            (Format::Xls, Box::new(xls::open(file, &compound)?))
        }
        Container::Zip => {
            let archive = archive::list(file)?;
            let format = format_of(&archive)?;
            archive::weigh(file, reporter)?;
            match format {
                Format::Ods => (format, Box::new(ods::open(file)?)),
                Format::Xlsb => (format, Box::new(streamed::xlsb(file)?)),
                _ => (format, Box::new(streamed::xlsx(file)?)),
            }
        }
    };
    choose::choose(format, book.as_mut(), file, given, reporter)
}

/// What an archive is, by its parts.
fn format_of(archive: &archive::Archive) -> Result<Format, Trouble> {
    if archive.has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if archive.has("content.xml") && archive.has("mimetype") {
        return Ok(Format::Ods);
    }
    if archive.has_like(".iwa") || archive.has("index.zip") {
        return Err(Trouble::Other("import-kind-apple"));
    }
    if archive.has_like("word/") || archive.has_like("ppt/") {
        return Err(Trouble::Other("import-kind-office"));
    }
    if archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml") {
        let has_macros = archive.has_like("vbaproject.bin");
        return Ok(if has_macros { Format::Xlsm } else { Format::Xlsx });
    }
    Err(Trouble::Other("import-kind-archive"))
}

/// An open workbook.
trait Book {
    /// Its sheets with cells, in its order.
    fn sheets(&self) -> Vec<Sheet>;

    /// Hands over all cells of a sheet, row by row.
    fn read(&mut self, sheet: &str, cells: &mut Cells<'_>) -> Result<(), Trouble>;

    /// The merged cells of a sheet, where the format tells them.
    fn merges(&mut self, sheet: &str) -> Vec<Merge>;
}

/// A sheet, before it is read.
#[derive(Clone, Debug)]
struct Sheet {
    name: String,
    is_visible: bool,
    /// Whether it has cells, and is no chart or macro.
    has_cells: bool,
}

impl Sheet {
    fn of(sheet: &calamine::Sheet) -> Self {
        Self {
            name: sheet.name.clone(),
            is_visible: sheet.visible == SheetVisible::Visible,
            has_cells: sheet.typ == SheetType::WorkSheet,
        }
    }
}

/// A merged cell, in the row where it begins.
type Merge = Span;

impl From<Dimensions> for Span {
    fn from(merged: Dimensions) -> Self {
        let index = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let (row, from) = merged.start;
        Self { row: u64::from(row) + 1, from: index(from), to: index(merged.end.1) }
    }
}

/// Takes the cells of a sheet.
struct Cells<'a> {
    writer: Writer,
    /// Whether the profile says that numbers have a decimal comma.
    comma: bool,
    reporter: &'a Reporter,
    row: Option<u32>,
    /// Cells with an error of the spreadsheet, and where the first one is.
    errors: u64,
    first_error: Option<(u64, String)>,
    /// Cells that cannot be read.
    lost: u64,
}

impl<'a> Cells<'a> {
    fn new(comma: bool, reporter: &'a Reporter) -> Self {
        Self {
            writer: Writer::new(false),
            comma,
            reporter,
            row: None,
            errors: 0,
            first_error: None,
            lost: 0,
        }
    }

    /// Takes the cell in this row and column, both from 0.
    fn take(&mut self, row: u32, column: u32, value: &Value<'_>) -> Result<(), Trouble> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Trouble::Damaged(format!("cell {row} {column}")));
        }
        if self.row != Some(row) {
            self.begin(row)?;
        }
        if let Value::Error(error) = value {
            self.errors += 1;
            self.first_error.get_or_insert_with(|| (u64::from(row) + 1, error.to_string()));
        }
        let comma = self.comma;
        self.writer.cell(column as usize, |out| value.write(comma, out));
        Ok(())
    }

    /// Notes a cell that cannot be read.
    fn lose(&mut self) -> Result<(), Trouble> {
        const MOST: u64 = 1_000;
        self.lost += 1;
        if self.lost > MOST {
            return Err(Trouble::Damaged(String::from("cells")));
        }
        Ok(())
    }

    fn begin(&mut self, row: u32) -> Result<(), Trouble> {
        const STEP: u64 = 4096;
        if self.row.is_some_and(|before| before > row) {
            return Err(Trouble::Damaged(format!("row {row}")));
        }
        self.row = Some(row);
        self.writer.begin(u64::from(row) + 1)?;
        if self.writer.rows().is_multiple_of(STEP) {
            let phase = Message::new("import-progress-reading");
            let progress = Progress { phase, done: self.writer.rows(), total: None };
            self.reporter.step(progress).map_err(|_| Trouble::Cancelled)?;
        }
        Ok(())
    }

    /// What a person should know of these cells.
    fn warnings(&self) -> Vec<Message> {
        let mut warnings = Vec::new();
        if let Some((row, error)) = &self.first_error {
            let message = Message::new("import-warn-cell-errors").with("count", self.errors);
            warnings.push(message.with("row", *row).with("error", error));
        }
        if self.lost > 0 {
            warnings.push(Message::new("import-warn-cells-lost").with("count", self.lost));
        }
        warnings
    }
}

/// Why a workbook is not read.
#[derive(Debug)]
enum Trouble {
    /// It has a password.
    Locked,
    /// It is damaged, for this reason.
    Damaged(String),
    /// More than so many bytes.
    TooLarge(u64),
    /// Something else than a workbook: the key of its name.
    Other(&'static str),
    /// Nothing in it has cells.
    NoSheet,
    /// The disk is full, or cells lie too far apart.
    Kept(Fault),
    /// A sentence that is ready.
    Refused(Refusal),
    Cancelled,
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Kept(fault)
    }
}

impl Trouble {
    fn told(self, file: &TextFile) -> ImportError {
        let sentence = |key: &'static str| Message::new(key).with("file", &file.name);
        match self {
            Self::Locked => sentence("import-workbook-locked").into(),
            Self::Damaged(reason) => {
                tracing::debug!("damaged workbook: {reason}");
                sentence("import-workbook-damaged").into()
            }
            Self::TooLarge(most) => {
                sentence("import-workbook-too-large").with("megabytes", most / 1024 / 1024).into()
            }
            Self::Other(kind) => {
                sentence("import-not-a-table").with("kind", Message::new(kind)).into()
            }
            Self::NoSheet => sentence("import-workbook-without-sheet").into(),
            Self::Kept(Fault::TooMany) => sentence("import-workbook-too-wide").into(),
            Self::Kept(Fault::Disk(error)) => unreadable(&file.path, &error).into(),
            Self::Refused(refusal) => refusal.into(),
            Self::Cancelled => ImportError::Cancelled(crate::jobs::Cancelled),
        }
    }
}

/// Merged cells that may matter for a header: in the first rows, over more than one column. Asks
/// for them only where a header has a hole, since the question costs another pass over the file.
fn header_merges(grid: &Grid, book: &mut dyn Book) -> Vec<Span> {
    if !has_hole(grid) {
        return Vec::new();
    }
    let mut spans = book.merges(&grid.sheet.value);
    spans.retain(|span| span.row <= HEADER_WITHIN && span.to > span.from);
    spans
}

fn has_hole(grid: &Grid) -> bool {
    const ROWS: usize = 12;
    let width = grid.store.width();
    let Ok(mut tap) = grid.store.tap() else {
        return false;
    };
    let mut record = ByteRecord::new();
    (0..ROWS).any(|_| {
        let read = grid.store.next(&mut tap, &mut record);
        matches!(read, Ok(Some(_)))
            && (record.len() < width || record.iter().any(|c| c.trim_ascii().is_empty()))
    })
}
