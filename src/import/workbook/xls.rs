//! XLS: a workbook of before 2007.
//!
//! calamine reads it whole, each sheet as a full rectangle; so first comes a look at how large
//! these rectangles would be.

use super::compound::{Compound, u16_at, u32_at};
use super::{Book, Cells, Merge, Sheet, Trouble, Value};
use crate::import::source::TextFile;
use calamine::{Reader, Xls, XlsError};
use std::io::BufReader;

/// Memory that the cells may take.
const MOST_BYTES: u64 = 350 * 1024 * 1024;
/// What calamine takes for a cell of a rectangle, and for a cell on its way there.
const CELL_BYTES: u64 = 24;
const LOOSE_BYTES: u64 = 40;
/// Sheets that a workbook may have.
const MOST_SHEETS: usize = 2_000;

/// An XLS workbook, read whole.
pub(super) struct XlsBook(Xls<BufReader<crate::import::source::Bytes>>);

/// Reads a workbook.
pub(super) fn open(file: &TextFile, compound: &Compound) -> Result<XlsBook, Trouble> {
    let stream =
        compound.workbook().ok_or_else(|| Trouble::Damaged("Workbook stream".to_owned()))?;
    weigh(&stream)?;
    let bytes = file.open().map_err(Trouble::Refused)?;
    Ok(XlsBook(Xls::new(BufReader::new(bytes)).map_err(|e| told(&e))?))
}

fn told(error: &XlsError) -> Trouble {
    match error {
        XlsError::Password => Trouble::Locked,
        other => Trouble::Damaged(other.to_string()),
    }
}

impl Book for XlsBook {
    fn sheets(&self) -> Vec<Sheet> {
        self.0.sheets_metadata().iter().map(Sheet::of).collect()
    }

    fn read(&mut self, sheet: &str, cells: &mut Cells<'_>) -> Result<(), Trouble> {
        let range = self.0.worksheet_range(sheet).map_err(|e| told(&e))?;
        cells.range(&range)
    }

    fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        let merged = self.0.merge_cells_by_sheet_name(sheet).unwrap_or_default();
        merged.into_iter().map(Merge::from).collect()
    }
}

impl Cells<'_> {
    /// Takes all cells of a rectangle that was read whole.
    pub(super) fn range(&mut self, range: &calamine::Range<calamine::Data>) -> Result<(), Trouble> {
        let Some((first_row, first_column)) = range.start() else {
            return Ok(());
        };
        for (at, row) in range.rows().enumerate() {
            let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(first_row);
            for (column, data) in row.iter().enumerate() {
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                let value = Value::from(data);
                if !matches!(value, Value::Nothing) {
                    self.take(number, column.saturating_add(first_column), &value)?;
                }
            }
        }
        Ok(())
    }
}

/// A rectangle around cells.
#[derive(Default)]
struct Area {
    count: u64,
    rows: Option<(u16, u16)>,
    columns: (u16, u16),
}

impl Area {
    fn take(&mut self, row: u16, first: u16, last: u16) {
        self.count += u64::from(last.saturating_sub(first)) + 1;
        match &mut self.rows {
            None => (self.rows, self.columns) = (Some((row, row)), (first, last)),
            Some(rows) => {
                *rows = (rows.0.min(row), rows.1.max(row));
                self.columns = (self.columns.0.min(first), self.columns.1.max(last));
            }
        }
    }

    fn cells(&self) -> u64 {
        self.rows.map_or(0, |rows| {
            let height = u64::from(rows.1 - rows.0) + 1;
            height * (u64::from(self.columns.1.saturating_sub(self.columns.0)) + 1)
        })
    }
}

/// Refuses a workbook whose sheets would take too much memory as rectangles.
fn weigh(stream: &[u8]) -> Result<(), Trouble> {
    let starts = sheet_starts(stream)?;
    if starts.len() > MOST_SHEETS {
        return Err(Trouble::TooLarge(MOST_BYTES));
    }
    let mut kept = 0_u64;
    for start in starts {
        let (values, formulas) = areas(stream.get(start..).unwrap_or_default())?;
        // The sheet that is read is copied once.
        let loose = (values.count + formulas.count) * LOOSE_BYTES;
        let full = (values.cells() + formulas.cells()) * CELL_BYTES;
        kept += full;
        if kept + loose.max(full) > MOST_BYTES {
            return Err(Trouble::TooLarge(MOST_BYTES));
        }
    }
    Ok(())
}

/// Where the sheets begin in the stream. What follows a password is noise.
fn sheet_starts(stream: &[u8]) -> Result<Vec<usize>, Trouble> {
    const SHEET: u16 = 0x0085;
    const PASSWORD: u16 = 0x002F;
    const END: u16 = 0x000A;
    let mut starts = Vec::new();
    for (kind, data) in records(stream) {
        if kind == END {
            break;
        }
        if kind == PASSWORD && u16_at(data, 0) != Some(0) {
            return Err(Trouble::Locked);
        }
        if kind == SHEET
            && let Some(start) = u32_at(data, 0)
        {
            starts.push(start as usize);
        }
    }
    Ok(starts)
}

/// The rectangles around the values and around the formulas of a sheet.
fn areas(sheet: &[u8]) -> Result<(Area, Area), Trouble> {
    let (mut values, mut formulas) = (Area::default(), Area::default());
    let mut depth = 0_u32;
    for (kind, data) in records(sheet) {
        match kind {
            0x0809 => depth += 1,
            0x000A if depth <= 1 => break,
            0x000A => depth -= 1,
            _ if depth > 1 => {}
            // Room is made at once for as many cells as the sheet says it has.
            0x0200 => check_promise(data)?,
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => {
                if let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) {
                    values.take(row, column, column);
                    if kind == 0x0006 {
                        formulas.take(row, column, column);
                    }
                }
            }
            0x00BD => {
                let last = data.len().checked_sub(2).and_then(|at| u16_at(data, at));
                if let (Some(row), Some(first), Some(last)) =
                    (u16_at(data, 0), u16_at(data, 2), last)
                {
                    values.take(row, first, last);
                }
            }
            _ => {}
        }
    }
    Ok((values, formulas))
}

fn check_promise(data: &[u8]) -> Result<(), Trouble> {
    const MOST_ROWS: u32 = 65_536;
    const MOST_COLUMNS: u16 = 256;
    let (rows, columns) = match data.len() {
        10 => ([u16_at(data, 0), u16_at(data, 2)].map(|r| r.map(u32::from)), 4),
        14 | 16 => ([u32_at(data, 0), u32_at(data, 4)], 8),
        _ => return Ok(()),
    };
    let [Some(first), Some(behind)] = rows else {
        return Ok(());
    };
    let wide = u16_at(data, columns + 2).is_some_and(|behind| behind > MOST_COLUMNS);
    let empty = first == behind;
    if wide || behind > MOST_ROWS || (first > behind && !empty) {
        return Err(Trouble::Damaged("Dimensions".to_owned()));
    }
    Ok(())
}

/// The records of a stream: kind and data.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}
