//! Survey files: bytes → detected, mapped, checked rows and a report; pictures: bytes → checked
//! and scaled down.
//!
//! Never writes and knows no database; nothing is guessed in silence.

/// Detection.
pub mod detect;
/// What was detected.
pub mod detected;
/// Where a table comes from.
pub mod given;
/// The mapping profile.
pub mod profile;
/// A mapping to begin with.
pub mod propose;
/// Checked rows and refused cells.
pub mod row;

/// Pictures that come in.
pub mod picture;

/// A dry run over the whole file.
pub mod check;
/// The first rows with a verdict on each cell.
pub mod preview;
/// The rows themselves.
pub mod read;
/// The table as read.
pub mod table;

mod align;
mod batch;
mod cells;
mod clock;
mod columns;
mod date_words;
mod dates;
mod dating;
mod dialect;
mod encoding;
mod feed;
mod grid;
mod hint;
mod json;
mod layout;
mod mend;
mod numbers;
mod plain;
mod plan;
mod quoting;
mod records;
mod rows;
mod scale;
mod signs;
mod sniff;
mod source;
mod spare;
mod stream;
mod usual;
mod words;
mod workbook;

pub use check::{CheckReport, RejectedCount, check};
pub use detect::detect;
pub use detected::{DateFound, DateMix, Detected, DetectedColumn, Found, Kind, ValueCount};
pub use given::{DataSource, ENDINGS, has_survey_ending};
pub use picture::{read_picture, read_picture_file};
pub use preview::{Preview, PreviewCell, PreviewRow, Verdict, preview};
pub use profile::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
pub use propose::{Asked, Hint, Proposal, propose};
pub use read::{ReadReport, read};
pub use row::{CheckedAnswer, CheckedComment, CheckedRow, ImportError, Rejected, RowSink};
pub use table::{TableReport, table};
