//! What the importer makes of a file: each finding with its confidence, each open to correction.
//!
//! Plain values for people, scripts (`klantreis detect --json`) and the proposal; decides nothing.

use super::by_question::ByQuestion;
use super::choices::Several;
use super::direction::DirectionDoubt;
use crate::model::Message;
use serde::Serialize;

/// Something found, and how sure it is.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// 0 (a guess) … 1 (certain, or stated by a person).
    pub confidence: f64,
    /// Whether a person stated it, so that nothing was guessed.
    pub stated: bool,
}

impl<T> Found<T> {
    /// A finding of this confidence, kept within 0…1.
    pub fn guess(value: T, confidence: f64) -> Self {
        Self { value, confidence: confidence.clamp(0.0, 1.0), stated: false }
    }

    /// Something a person said.
    pub fn stated(value: T) -> Self {
        Self { value, confidence: 1.0, stated: true }
    }
}

/// What a file turned out to be.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Detected {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// What kind of file it is: "text", "xlsx", "xlsm", "xlsb", "xls", "ods", "json" or "ndjson".
    pub format: &'static str,
    /// The sheet of a workbook that was read; empty where there are none.
    pub sheet: Found<String>,
    /// All sheets of a workbook, in its order.
    pub sheets: Vec<String>,
    /// Where in a JSON file the rows are, such as "data.responses"; empty for the file itself.
    pub path: Found<String>,
    /// Size in bytes.
    pub bytes: u64,
    /// Label of the encoding, lower case, as in a profile. Empty, as delimiter, quote and line
    /// end are, where the file is no delimited text.
    pub encoding: Found<String>,
    /// Whether the file begins with a byte order mark.
    pub byte_order_mark: bool,
    /// Delimiter, as in a profile.
    pub delimiter: Found<String>,
    /// Quote character, or empty for none.
    pub quote: Found<String>,
    /// Character that takes away a quote's meaning, where quotes are not doubled.
    pub escape: Option<char>,
    /// Whether the first line is `sep=…`.
    pub sep_line: bool,
    /// Line ends: "lf", "crlf", "cr" or, where there are no lines, "".
    pub line_end: &'static str,
    /// Rows before the header that are no part of the table, blank rows counted.
    pub preamble_rows: Found<usize>,
    /// Header rows, 0–3.
    pub header_rows: Found<usize>,
    /// Rows after the table that are no part of it.
    pub footer_rows: Found<usize>,
    /// Decimal sign, "." or ",".
    pub decimal: Found<String>,
    /// Thousands sign, when numbers carry one: `.`, `,`, a blank of any kind or an apostrophe.
    pub thousands: Option<String>,
    /// The columns, from left to right.
    pub columns: Vec<DetectedColumn>,
    /// Rows of data that were looked at.
    pub rows_examined: u64,
    /// Whether these are all rows of the file.
    pub complete: bool,
    /// Rows with more or fewer cells than the header, among those looked at.
    pub ragged_rows: u64,
    /// Blank rows among those looked at.
    pub blank_rows: u64,
    /// NUL bytes in the text, left out of every cell.
    pub nul_bytes: u64,
    /// The survey tool whose export this has the look of, if any.
    pub preset: Option<Found<String>>,
    /// What is asked, where the rows hold one answer each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_question: Option<ByQuestion>,
    /// Directions that `given` states and the answers contradict.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<DirectionDoubt>,
    /// What a person should know.
    pub warnings: Vec<Message>,
    /// Answers as numbers, a column each, for the columns that look like a scale.
    #[serde(skip)]
    pub(super) scales: Vec<Option<Vec<Option<f32>>>>,
}

/// One column.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DetectedColumn {
    /// Number of the column, from 1.
    pub number: usize,
    /// Header: its rows joined by a blank, trimmed; empty when it has none.
    pub header: String,
    /// Header rows one by one, as in the file.
    pub header_cells: Vec<String>,
    /// How a profile names it: the header, or `#N` when that is empty or not unique.
    pub name: String,
    /// What its cells are.
    pub kind: Found<Kind>,
    /// Cells that hold something.
    pub filled: u64,
    /// Cells that hold nothing.
    pub empty: u64,
    /// Different values; at most `MAX_DISTINCT` are told apart.
    pub distinct: usize,
    /// The most frequent values with their counts; all values when there are few.
    pub top: Vec<ValueCount>,
    /// The first different values.
    pub examples: Vec<String>,
    /// Lowest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Highest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// How its dates are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateFound>,
    /// How its cells name several options each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub several: Option<Several>,
}

/// What the cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Nothing in it.
    Empty,
    /// Whole numbers.
    Integer,
    /// Numbers with a fraction.
    Decimal,
    /// Dates, with or without a time.
    Date,
    /// Anything else.
    Text,
}

/// A value and how often it occurs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ValueCount {
    /// The cell, trimmed.
    pub value: String,
    /// Number of rows.
    pub count: u64,
}

/// How the dates of a column are written.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DateFound {
    /// chrono format, or `excel`, `excel1904`, `epoch`, `epoch_ms`.
    pub format: String,
    /// Whether another format reads the same cells as other days, or orders are mixed.
    pub ambiguous: bool,
    /// The other formats that read as many cells.
    pub others: Vec<String>,
    /// A cell that proves which of day and month is which: its day is above twelve.
    pub proof: Option<String>,
    /// Cells that this format does not read.
    pub unread: u64,
    /// The formats that read those cells, most frequent first.
    pub mixed: Vec<DateMix>,
    /// Whether years have two digits: 70 to 99 are read as 1970 to 1999, the others as 20….
    pub two_digit_years: bool,
    /// Time zones behind the times, as written. None is applied: the day is the day as written.
    pub zones: Vec<String>,
    /// First day with this format, `YYYY-MM-DD`.
    pub first: String,
    /// Last day.
    pub last: String,
}

/// Cells of a date column that are written in another way than most.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DateMix {
    /// chrono format.
    pub format: String,
    /// Number of rows.
    pub count: u64,
    /// One of the cells.
    pub example: String,
}
