//! A table that was read whole: a sheet of a workbook, or the records of a JSON file.
//!
//! Such files cannot be streamed anew cheaply, so their cells are kept as text for as long as one
//! call lasts. Knows no format.

mod store;

pub(super) use store::{Fault, Store, Writer};

use super::Found;
use super::source::{TextFile, unreadable};
use crate::model::{Message, Refusal};
use csv::ByteRecord;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::rc::Rc;
use store::Tap;

/// What kind of file was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Format {
    Text,
    Xlsx,
    Xlsm,
    Xlsb,
    Xls,
    Ods,
    Json,
    Ndjson,
}

impl Format {
    /// As `Detected::format` says it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Xlsx => "xlsx",
            Self::Xlsm => "xlsm",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
        }
    }
}

/// A table that was read whole.
pub(super) struct Grid {
    pub format: Format,
    /// The sheet that was read; empty where there are none.
    pub sheet: Found<String>,
    /// All sheets, in the workbook's order.
    pub sheets: Vec<String>,
    /// Where in a JSON file the rows are; empty for the file itself.
    pub path: Found<String>,
    /// Names of the columns, where the format gives them itself.
    pub names: Option<Vec<String>>,
    /// Merged cells of the first rows.
    pub spans: Vec<Span>,
    /// What a person should know.
    pub warnings: Vec<Message>,
    pub store: Store,
}

/// A merged cell: it holds for all columns it spans.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Span {
    /// Row, from 1.
    pub row: u64,
    /// First column, from 0.
    pub from: usize,
    /// Last column.
    pub to: usize,
}

impl Grid {
    /// Whether rows are records, so that even an empty one is a row.
    pub fn is_records(&self) -> bool {
        matches!(self.format, Format::Json | Format::Ndjson)
    }

    /// Whether a row is one merged cell from the left over most of the table: a title above it.
    pub fn is_title(&self, row: u64, cells: &[String]) -> bool {
        let alone = cells.iter().skip(1).all(|c| c.trim().is_empty());
        let over = |span: &&Span| span.row == row && (span.to + 1) * 3 >= self.store.width() * 2;
        alone && self.spans.iter().find(over).is_some_and(|span| span.from == 0)
    }

    /// Lets merged cells of a header row hold for every column they span.
    pub fn spread(&self, row: u64, cells: &mut Vec<String>) {
        for span in self.spans.iter().filter(|span| span.row == row) {
            let Some(value) = cells.get(span.from).filter(|c| !c.trim().is_empty()).cloned() else {
                continue;
            };
            let last = span.to.min(self.store.width().saturating_sub(1));
            if cells.len() <= last {
                cells.resize(last + 1, String::new());
            }
            for cell in &mut cells[span.from..=last] {
                if cell.trim().is_empty() {
                    cell.clone_from(&value);
                }
            }
        }
    }
}

/// Reads a grid row by row.
pub(super) struct GridRows {
    grid: Rc<Grid>,
    file: TextFile,
    tap: Tap,
    seen: u64,
    sha256: String,
}

impl GridRows {
    /// Begins at the first row. With `hash` the file's bytes are hashed.
    ///
    /// # Errors
    /// When the file, or the rows that were put on the disk, cannot be read.
    pub fn open(grid: &Rc<Grid>, file: &TextFile, hash: bool) -> Result<Self, Refusal> {
        let tap = grid.store.tap().map_err(|e| unreadable(&file.path, &e))?;
        let sha256 = if hash { sha256(file)? } else { String::new() };
        Ok(Self { grid: Rc::clone(grid), file: file.clone(), tap, seen: 0, sha256 })
    }

    /// Reads the next row; gives its number, or none at the end.
    ///
    /// # Errors
    /// When rows that were put on the disk cannot be read.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Refusal> {
        self.seen += 1;
        let next = self.grid.store.next(&mut self.tap, record);
        next.map_err(|e| unreadable(&self.file.path, &e))
    }

    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// How far this is, as bytes of the file.
    pub fn bytes(&self) -> u64 {
        let share = self.seen as f64 / self.grid.store.rows.max(1) as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "progress needs no more"
        )]
        let bytes = (self.file.bytes as f64 * share.min(1.0)) as u64;
        bytes
    }

    /// Hash of the file.
    pub fn sha256(&self) -> String {
        self.sha256.clone()
    }
}

fn sha256(file: &TextFile) -> Result<String, Refusal> {
    let mut bytes = file.open()?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let n = bytes.read(&mut buffer).map_err(|e| unreadable(&file.path, &e))?;
        if n == 0 {
            return Ok(format!("{:x}", hash.finalize()));
        }
        hash.update(&buffer[..n]);
    }
}
