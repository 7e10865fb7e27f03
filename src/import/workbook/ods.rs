//! ODS: a workbook of LibreOffice.
//!
//! calamine reads all its sheets whole, repeated cells and rows written out; so first comes a look
//! at how much that would be.

use super::{Book, Cells, Merge, Sheet, Trouble};
use crate::import::source::{Bytes, TextFile};
use calamine::{Ods, OdsError, Reader};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use std::io::BufReader;
use zip::ZipArchive;

/// Memory that the cells may take.
const MOST_BYTES: u64 = 400 * 1024 * 1024;
/// What calamine takes for a cell in a row: its value and its formula, with room to grow.
const CELL_BYTES: u64 = 64;
/// What it takes for a cell of the rectangle that a sheet becomes, and for a copy of its value.
const AREA_BYTES: u64 = 72;
const MOST_ROWS: u64 = 1_048_576;
const MOST_COLUMNS: u64 = 16_384;
/// Merged cells that are remembered.
const MOST_MERGES: usize = 10_000;

/// An ODS workbook, read whole.
pub(super) struct OdsBook {
    book: Ods<BufReader<Bytes>>,
    merges: Vec<(String, Merge)>,
}

/// Reads a workbook.
pub(super) fn open(file: &TextFile) -> Result<OdsBook, Trouble> {
    let bytes = || file.open().map_err(Trouble::Refused);
    let merges = match weigh(bytes()?) {
        Ok(merges) => merges,
        // What is locked looks damaged from outside; calamine tells them apart.
        Err(Trouble::Damaged(reason)) => {
            return Err(match is_locked(bytes()?) {
                true => Trouble::Locked,
                false => Trouble::Damaged(reason),
            });
        }
        Err(trouble) => return Err(trouble),
    };
    let book = Ods::new(BufReader::new(bytes()?)).map_err(|e| told(&e))?;
    Ok(OdsBook { book, merges })
}

fn told(error: &OdsError) -> Trouble {
    match error {
        OdsError::Password => Trouble::Locked,
        OdsError::CellLimitExceeded { .. } => Trouble::TooLarge(MOST_BYTES),
        other => Trouble::Damaged(other.to_string()),
    }
}

fn is_locked(bytes: Bytes) -> bool {
    let mut manifest = Vec::new();
    let read = ZipArchive::new(BufReader::new(bytes)).ok().and_then(|mut zip| {
        let mut part = zip.by_name("META-INF/manifest.xml").ok()?;
        std::io::Read::read_to_end(&mut part, &mut manifest).ok()
    });
    let mark: &[u8] = b"manifest:encryption-data";
    read.is_some() && manifest.windows(mark.len()).any(|w| w == mark)
}

impl Book for OdsBook {
    fn sheets(&self) -> Vec<Sheet> {
        self.book.sheets_metadata().iter().map(Sheet::of).collect()
    }

    fn read(&mut self, sheet: &str, cells: &mut Cells<'_>) -> Result<(), Trouble> {
        let range = self.book.worksheet_range(sheet).map_err(|e| told(&e))?;
        cells.range(&range)
    }

    fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        let of_sheet = self.merges.iter().filter(|(name, _)| name == sheet);
        of_sheet.map(|(_, merge)| *merge).collect()
    }
}

/// What the sheets hold, written out.
#[derive(Default)]
struct Weight {
    bytes: u64,
    sheet: String,
    row: u64,
    row_repeats: u64,
    column: u64,
    /// Empty cells since the last one that holds something.
    empty: u64,
    /// Cells of this row up to the last one that holds something.
    filled: u64,
    /// The widest row of this sheet, and rows up to the last one that holds something.
    widest: u64,
    rows: u64,
    /// Times that the text of this cell is there.
    times: u64,
    merges: Vec<(String, Merge)>,
}

impl Weight {
    fn add(&mut self, bytes: u64) -> Result<(), Trouble> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > MOST_BYTES { Err(Trouble::TooLarge(MOST_BYTES)) } else { Ok(()) }
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Trouble> {
        self.row_repeats = count(tag, "table:number-rows-repeated")?.clamp(1, MOST_ROWS);
        (self.column, self.empty, self.filled) = (0, 0, 0);
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Trouble> {
        let repeats = count(tag, "table:number-columns-repeated")?.clamp(1, MOST_COLUMNS);
        let spans = count(tag, "table:number-columns-spanned")?;
        let holds = tag.attributes().flatten().any(|a| {
            matches!(a.key, QName("office:value-type" | "table:formula" | "calcext:value-type"))
        });
        if spans > 1 && self.merges.len() < MOST_MERGES {
            let from = usize::try_from(self.column).unwrap_or(usize::MAX);
            let to = from.saturating_add(usize::try_from(spans - 1).unwrap_or(0));
            self.merges.push((self.sheet.clone(), Merge { row: self.row + 1, from, to }));
        }
        self.column += repeats;
        self.times = repeats;
        if !holds {
            self.empty += repeats;
            return Ok(());
        }
        let cells = (self.empty + repeats).min(MOST_COLUMNS);
        self.empty = 0;
        self.filled += cells;
        let longest: u64 = tag.attributes().flatten().map(|a| a.value.len() as u64).sum();
        self.add(cells * CELL_BYTES + 2 * longest * repeats)
    }

    fn end_row(&mut self) -> Result<(), Trouble> {
        self.row += self.row_repeats;
        if self.filled > 0 {
            self.rows = self.row;
            self.widest = self.widest.max(self.filled.min(MOST_COLUMNS));
            // Rows that stand for many are written out.
            let copies = self.row_repeats.saturating_sub(1).saturating_mul(self.filled);
            self.add(copies.saturating_mul(AREA_BYTES))?;
        }
        Ok(())
    }

    /// At its end a sheet becomes a full rectangle.
    fn end_sheet(&mut self) -> Result<(), Trouble> {
        let area = self.rows.saturating_mul(self.widest);
        (self.row, self.rows, self.widest) = (0, 0, 0);
        self.add(area.saturating_mul(AREA_BYTES))
    }
}

/// Goes through the content once: refuses what is not well formed or too much written out. Gives
/// the merged cells, which calamine does not tell.
fn weigh(bytes: Bytes) -> Result<Vec<(String, Merge)>, Trouble> {
    let damaged = |reason: String| Trouble::Damaged(reason);
    let mut zip = ZipArchive::new(BufReader::new(bytes)).map_err(|e| damaged(e.to_string()))?;
    let part = zip.by_name("content.xml").map_err(|e| damaged(e.to_string()))?;
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    let (mut buffer, mut weight, mut depth) = (Vec::new(), Weight::default(), 0_u64);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|e| damaged(e.to_string()))? {
            Event::Start(tag) => {
                depth += 1;
                match tag.name() {
                    QName("table:table") => {
                        weight.sheet = name_of(&tag)?;
                        weight.row = 0;
                    }
                    QName("table:table-row") => weight.begin_row(&tag)?,
                    QName("table:table-cell" | "table:covered-table-cell") => weight.cell(&tag)?,
                    QName("text:s") => {
                        let blanks = count(&tag, "text:c")?;
                        weight.add(blanks.saturating_mul(weight.times.max(1)))?;
                    }
                    _ => {}
                }
            }
            Event::Text(text) => weight.add(2 * text.len() as u64 * weight.times.max(1))?,
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match tag.name() {
                    QName("table:table") => weight.end_sheet()?,
                    QName("table:table-row") => weight.end_row()?,
                    QName("table:table-cell" | "table:covered-table-cell") => weight.times = 1,
                    _ => {}
                }
            }
            Event::Eof if depth > 0 => return Err(damaged("end of content.xml".to_owned())),
            Event::Eof => return Ok(weight.merges),
            _ => {}
        }
    }
}

fn name_of(tag: &BytesStart<'_>) -> Result<String, Trouble> {
    let name = tag.try_get_attribute("table:name").map_err(|e| Trouble::Damaged(e.to_string()))?;
    Ok(name.map_or_else(String::new, |name| {
        quick_xml::escape::unescape(&name.value).map_or_else(|_| String::new(), Into::into)
    }))
}

/// A number in an attribute; 0 when there is none.
fn count(tag: &BytesStart<'_>, name: &str) -> Result<u64, Trouble> {
    let damaged = |reason: String| Trouble::Damaged(reason);
    match tag.try_get_attribute(name).map_err(|e| damaged(e.to_string()))? {
        None => Ok(0),
        Some(number) => number.value.trim().parse().map_err(|_| damaged(name.to_owned())),
    }
}
