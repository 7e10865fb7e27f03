//! XLSX, XLSM and XLSB: read cell by cell, whatever corner of the sheet the cells stand in.
//!
//! Keeps nothing but the texts that cells share.

use super::{Book, Cells, Merge, Sheet, Trouble, Value};
use crate::import::source::{Bytes, TextFile};
use calamine::{Reader, Xlsb, XlsbError, Xlsx, XlsxError};
use std::io::BufReader;

/// Opens an XLSX or XLSM workbook.
pub(super) fn xlsx(file: &TextFile) -> Result<Xlsx<BufReader<Bytes>>, Trouble> {
    let bytes = file.open().map_err(Trouble::Refused)?;
    Xlsx::new(BufReader::new(bytes)).map_err(|e| xlsx_trouble(&e))
}

/// Opens an XLSB workbook.
pub(super) fn xlsb(file: &TextFile) -> Result<Xlsb<BufReader<Bytes>>, Trouble> {
    let bytes = file.open().map_err(Trouble::Refused)?;
    Xlsb::new(BufReader::new(bytes)).map_err(|e| xlsb_trouble(&e))
}

fn xlsx_trouble(error: &XlsxError) -> Trouble {
    match error {
        XlsxError::Password => Trouble::Locked,
        XlsxError::NotAWorksheet(_) => Trouble::NoSheet,
        other => Trouble::Damaged(other.to_string()),
    }
}

fn xlsb_trouble(error: &XlsbError) -> Trouble {
    match error {
        XlsbError::Password => Trouble::Locked,
        other => Trouble::Damaged(other.to_string()),
    }
}

/// Whether only one cell cannot be read: the reader stands behind it and can go on.
fn costs_one_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::CellError(_)
            | XlsxError::ParseFloat(_)
            | XlsxError::Unrecognized { .. }
            | XlsxError::Unexpected(_)
            | XlsxError::CellTAttribute(_)
    )
}

impl Book for Xlsx<BufReader<Bytes>> {
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets_metadata().iter().map(Sheet::of).collect()
    }

    fn read(&mut self, sheet: &str, cells: &mut Cells<'_>) -> Result<(), Trouble> {
        let mut reader = self.worksheet_cells_reader(sheet).map_err(|e| xlsx_trouble(&e))?;
        loop {
            match reader.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    cells.take(row, column, &Value::from(cell.get_value()))?;
                }
                Ok(None) => return Ok(()),
                Err(error) if costs_one_cell(&error) => cells.lose()?,
                Err(error) => return Err(xlsx_trouble(&error)),
            }
        }
    }

    fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        let merged = self.merge_cells_by_sheet_name(sheet).unwrap_or_default();
        merged.into_iter().map(Merge::from).collect()
    }
}

impl Book for Xlsb<BufReader<Bytes>> {
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets_metadata().iter().map(Sheet::of).collect()
    }

    fn read(&mut self, sheet: &str, cells: &mut Cells<'_>) -> Result<(), Trouble> {
        let mut reader = self.worksheet_cells_reader(sheet).map_err(|e| xlsb_trouble(&e))?;
        while let Some(cell) = reader.next_cell().map_err(|e| xlsb_trouble(&e))? {
            let (row, column) = cell.get_position();
            cells.take(row, column, &Value::from(cell.get_value()))?;
        }
        Ok(())
    }

    /// Nobody tells them for this format.
    fn merges(&mut self, _sheet: &str) -> Vec<Merge> {
        Vec::new()
    }
}
