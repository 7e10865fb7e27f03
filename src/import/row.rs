//! What the importer hands on: one checked row at a time, and each cell it had to refuse.

use crate::jobs::Cancelled;
use crate::model::{Message, Refusal};
use serde::Serialize;

/// One answer of a row, on its question's scale.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckedAnswer {
    /// Index into `Profile::questions_asked`: of the column in `Profile::columns` or, past these,
    /// of the question in `Profile::questions`.
    pub column: usize,
    /// Touchpoint label: the column's own, else the row's, else none (the journey as a whole).
    pub touchpoint: Option<String>,
    /// The value.
    pub value: i32,
    /// The cell as read, where it differs from the number.
    pub as_read: Option<String>,
}

/// One comment of a row.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckedComment {
    /// Index of the column in `Profile::columns` or, past these, of the question in
    /// `Profile::questions`.
    pub column: usize,
    /// Touchpoint label, as for answers.
    pub touchpoint: Option<String>,
    /// What the respondent wrote, verbatim.
    pub text: String,
}

/// What a row says of one option of a column that names several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckedChoice {
    /// Index of the column in `Profile::columns`.
    pub column: usize,
    /// The option.
    pub option: String,
    /// "yes", "no", or what the profile calls these.
    pub value: String,
}

/// One row, checked. Labels are already renamed by the profile's `touchpoints`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CheckedRow {
    /// Row of the file, from 1, header rows counted, as a spreadsheet numbers it.
    pub row: u64,
    /// The response id, if a column has it and the cell is not empty.
    pub response_id: Option<String>,
    /// Days from 1970-01-01.
    pub day: Option<i32>,
    /// The customer: personal data, kept with the identities.
    pub customer: Option<String>,
    /// The employee who served: personal data, kept with the identities.
    pub employee: Option<String>,
    /// Channel label.
    pub channel: Option<String>,
    /// Weight; absent = 1.
    pub weight: Option<f64>,
    /// Whether this customer may be called.
    pub consent: Option<bool>,
    /// (index of the segment column in `Profile::columns`, value).
    pub segments: Vec<(usize, String)>,
    /// Options of columns that name several.
    pub choices: Vec<CheckedChoice>,
    /// The row's own touchpoint label.
    pub touchpoint: Option<String>,
    /// Answers in column order.
    pub answers: Vec<CheckedAnswer>,
    /// Comments in column order.
    pub comments: Vec<CheckedComment>,
}

/// A cell that was not taken over, with the reason.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Rejected {
    /// Row of the file, from 1.
    pub row: u64,
    /// Header of the column, or `#N`.
    pub column: String,
    /// The cell as read.
    pub value: String,
    /// Why.
    pub reason: Message,
}

/// Where checked rows go: the document's tables, or only a count for the preview.
pub trait RowSink {
    /// Takes one row.
    ///
    /// # Errors
    /// When the rows cannot be kept; the import then ends with nothing written.
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal>;

    /// Takes one refused cell.
    ///
    /// # Errors
    /// As for `row`.
    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal>;
}

/// Why an import ended without result. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The person stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The file, the mapping or the sink refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<Message> for ImportError {
    fn from(message: Message) -> Self {
        Self::Refused(Refusal(message))
    }
}

impl crate::model::Tell for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::Cancelled(_) => Message::new("error-cancelled"),
            Self::Refused(refusal) => refusal.0.clone(),
        }
    }
}
