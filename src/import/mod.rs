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

/// Questions that a cell of the file names.
pub mod asked_about;
/// Directions that the answers contradict.
pub mod direction;
/// Rows that are no answers.
pub mod skip;

/// Files with one answer a row.
pub mod by_question;
/// Cells that name several options.
pub mod choices;

mod align;
mod ask;
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
mod guess;
mod heading;
mod hint;
mod json;
mod ladders;
mod layout;
mod mend;
mod numbers;
mod plain;
mod plan;
mod presets;
mod quoting;
mod records;
mod rows;
mod scale;
mod siblings;
mod signs;
mod sniff;
mod source;
mod spare;
mod stream;
mod usual;
mod words;
mod workbook;

pub use asked_about::AskedAbout;
pub use by_question::ByQuestion;
pub use check::{CheckReport, RejectedCount, check, check_on};
pub use choices::Several;
pub use detect::detect;
pub use detected::{DateFound, DateMix, Detected, DetectedColumn, Found, Kind, ValueCount};
pub use direction::DirectionDoubt;
pub use given::{DataSource, ENDINGS, has_survey_ending};
pub use picture::{read_picture, read_picture_file};
pub use preview::{Preview, PreviewCell, PreviewRow, Verdict, preview};
pub use profile::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
pub use propose::{Asked, Hint, Proposal, propose};
pub use read::{ReadReport, read, read_on};
pub use row::{
    CheckedAnswer, CheckedChoice, CheckedComment, CheckedRow, ImportError, Rejected, RowSink,
};
pub use skip::{Skip, Skipped};
pub use table::{TableReport, table};
