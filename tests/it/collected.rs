//! A sink that keeps all it is given.

use klantreis::import::{CheckedRow, Rejected, RowSink};
use klantreis::model::Refusal;

/// Rows and refused cells, in the order of the file.
#[derive(Default)]
pub struct Collected {
    pub rows: Vec<CheckedRow>,
    pub rejected: Vec<Rejected>,
}

impl RowSink for Collected {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        self.rows.push(row.clone());
        Ok(())
    }

    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        self.rejected.push(rejected.clone());
        Ok(())
    }
}
