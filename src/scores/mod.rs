//! The answers of a document as columns in memory, and how they are counted under a filter.
//!
//! Raw answers only: every score is derived from these counts by `metrics`. Nothing here knows SQL.

/// Counts per part of a selection, and what pooled intervals need.
pub mod breakdown;
/// Puts responses and answers into a table.
pub mod build;
/// By what counts are split.
pub mod by;
/// A split by two things at once, with all its totals.
pub mod cross;
/// What is counted: a selection of responses and answers.
pub mod filter;
/// What one person gave, part by part.
mod level;
/// What a count is made up of, month by month.
pub mod mix;
/// Answers given together.
pub mod pairs;
/// The loop over the answers.
mod pass;
/// Which responses and groups pass.
pub mod select;
/// The columns.
pub mod table;
/// A histogram per touchpoint and question.
pub mod tally;
/// Responses by part.
pub mod volume;
/// Responses per week.
pub mod weeks;
/// Responses in which certain words were written.
pub mod written;

pub use breakdown::{Breakdown, Cluster, Line, Row, TouchpointCount, Unit, Weighted};
pub use build::{ScoreTableBuilder, TableFull};
pub use by::{By, Key, Month};
pub use cross::{Cross, CrossColumn, CrossRequest, Pooled};
pub use filter::{Band, Filter, Period};
pub use mix::{Mix, Shares};
pub use pairs::{Pairs, pairs};
pub use select::Selection;
pub use table::{Dimension, Group, NO_DAY, ResponseRow, ScoreTable};
pub use tally::{GroupCount, Tally, aggregate};
pub use volume::responses_by;
pub use weeks::{Week, monday, responses_per_week};
pub use written::{Found, Written};
