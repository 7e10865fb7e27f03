//! Survey files: bytes → detected, mapped, checked rows and a report.
//!
//! Never writes and knows no database; nothing is guessed in silence.

/// The mapping profile.
pub mod profile;
/// Checked rows and refused cells.
pub mod row;

pub use profile::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
pub use row::{CheckedAnswer, CheckedComment, CheckedRow, ImportError, Rejected, RowSink};
