//! Where rows come from: the lines of a text, or a grid that was read whole.
//!
//! One face for both, so that all above it works on either; decides nothing.

use super::grid::{Grid, GridRows};
use super::records::Records;
use crate::model::{Message, Refusal};
use csv::ByteRecord;

/// Rows of cells, each with its number.
pub(super) enum Feed {
    /// Lines of text.
    Text(Box<Records>),
    /// A sheet of a workbook, or records of JSON.
    Grid(GridRows),
}

impl Feed {
    /// Reads the next row into `record`; gives its number, or none at the end.
    ///
    /// # Errors
    /// When the source cannot be read on.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Refusal> {
        match self {
            Self::Text(records) => records.next(record),
            Self::Grid(rows) => rows.next(record),
        }
    }

    /// Lets the rest of the source pass without making rows of it.
    ///
    /// # Errors
    /// When the source cannot be read on.
    pub fn pass_rest(&mut self) -> Result<(), Refusal> {
        match self {
            Self::Text(records) => records.pass_rest(),
            Self::Grid(_) => Ok(()),
        }
    }

    /// The grid behind the rows, if it is one.
    pub fn grid(&self) -> Option<&Grid> {
        match self {
            Self::Text(_) => None,
            Self::Grid(rows) => Some(rows.grid()),
        }
    }

    /// Bytes of the file read so far.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Text(records) => records.bytes(),
            Self::Grid(rows) => rows.bytes(),
        }
    }

    /// NUL bytes left out.
    pub fn nul_bytes(&self) -> u64 {
        match self {
            Self::Text(records) => records.nul_bytes(),
            Self::Grid(_) => 0,
        }
    }

    /// Hash of the file; once, after the last row.
    pub fn sha256(&self) -> String {
        match self {
            Self::Text(records) => records.sha256(),
            Self::Grid(rows) => rows.sha256(),
        }
    }

    /// What was mended or is odd, in sentences.
    pub fn warnings(&self) -> Vec<Message> {
        match self {
            Self::Text(records) => records.notes().tell(),
            Self::Grid(rows) => rows.grid().warnings.clone(),
        }
    }
}
