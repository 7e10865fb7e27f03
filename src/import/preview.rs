//! The first rows of a file as a person sees them, with a verdict on each cell.
//!
//! For the wizard; the whole file is judged by `check`.

use super::Profile;
use crate::model::{Message, Refusal};
use serde::Serialize;
use std::path::Path;

/// The first rows of a file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Preview {
    /// Headers, one a column of the file (`#N` where there is none).
    pub headers: Vec<String>,
    /// For each column of the file the index of its entry in `Profile::columns`.
    pub mapped: Vec<Option<usize>>,
    /// The rows.
    pub rows: Vec<PreviewRow>,
    /// Entries of the profile that name a column the file does not have: they would refuse it.
    pub missing_columns: Vec<String>,
}

/// One row.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PreviewRow {
    /// Row of the file, from 1.
    pub row: u64,
    /// Its cells, as many as it has.
    pub cells: Vec<PreviewCell>,
}

/// One cell.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PreviewCell {
    /// As read.
    pub text: String,
    /// What an import makes of it.
    pub verdict: Verdict,
}

/// What an import makes of a cell.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Its column is left out.
    LeftOut,
    /// Taken over.
    Taken,
    /// Taken over as this number.
    Answer(i32),
    /// Means "no answer".
    Missing,
    /// Answered before by the same response.
    Duplicate,
    /// Refused, for this reason.
    Rejected(Message),
}

/// Reads the first `rows` rows and judges them.
///
/// # Errors
/// When the file cannot be read as a table. A missing column is not an error here.
pub fn preview(_path: &Path, _profile: &Profile, _rows: usize) -> Result<Preview, Refusal> {
    Err(Refusal(Message::new("import-empty-file")))
}
