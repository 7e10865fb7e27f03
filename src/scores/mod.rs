//! The answers of a document as columns in memory, and how they are counted under a filter.
//!
//! Raw answers only: every score is derived from these counts by `metrics`. Nothing here knows SQL.

/// What is counted: a selection of responses and answers.
pub mod filter;
/// The columns.
pub mod table;

pub use filter::{Filter, Period};
pub use table::{Dimension, Group, NO_DAY, ResponseRow, ScoreTable};
