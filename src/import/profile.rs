//! The mapping profile: what each column of a file is. Kept as JSON, shared by window and scripts.

use super::asked_about::AskedAbout;
use super::skip::Skip;
use crate::model::{Audience, Better, Metric, QuestionKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a file is read and what its columns are.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Name, for people.
    pub name: String,
    /// The sheet of a workbook; when absent the visible one with most rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Where in a JSON file the rows are, such as `data.responses`, `""` for the file itself; when
    /// absent the longest list of objects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Number of header rows; detected when absent. 0 = none (columns are named `#1`, `#2` …).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_rows: Option<usize>,
    /// Rows before the header that are no part of the table, blank rows counted, a `sep=` line
    /// not; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preamble_rows: Option<usize>,
    /// Rows after the table that are no part of it; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer_rows: Option<usize>,
    /// Field delimiter; detected when absent. One character, `tab`, several characters such as
    /// `||`, two blanks for two or more that line cells up, or ` +` for one or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<String>,
    /// Quote character, one character, or "" for none; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Character that takes away a quote's meaning, or "" for doubled quotes; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escape: Option<String>,
    /// Encoding label; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Decimal sign, "." or ","; detected when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<String>,
    /// The survey tool whose export it is: its name, "none" to recognise none; recognised when
    /// absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// The survey its answers belong to.
    pub survey: SurveyPart,
    /// What the columns are. Columns not listed are left out.
    pub columns: Vec<Column>,
    /// Rows that are no answers: previews, spam, forms that were not finished.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skip: Vec<Skip>,
    /// Where a row holds one answer and a column names its question: name in the file → question.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub questions: BTreeMap<String, AskedAbout>,
    /// Label in the file → name on the map.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub touchpoints: BTreeMap<String, String>,
    /// What happens to labels the map does not know.
    pub unmatched: Unmatched,
}

/// The survey of a profile.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SurveyPart {
    /// Name.
    pub name: String,
    /// Wave, or empty.
    pub wave: String,
    /// Who was asked.
    pub audience: Audience,
}

/// What happens to touchpoint labels the map does not know.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unmatched {
    /// A touchpoint is made on the map, in the same undo step.
    Create,
    /// The answers are kept under their label until someone assigns it.
    #[default]
    Bucket,
    /// The cells are rejected.
    Reject,
}

/// One column.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Column {
    /// Header (compared after trimming), or `#N` from 1.
    pub column: String,
    /// What it is.
    #[serde(flatten)]
    pub role: Role,
}

/// What a column is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Role {
    /// Tells one response from another.
    ResponseId,
    /// When it was given, with a chrono `format` such as `%d-%m-%Y`; detected when absent.
    Date {
        /// Format.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<String>,
    },
    /// Who gave it: personal data.
    Customer,
    /// A group the respondent is part of.
    Segment {
        /// Name of the dimension; the header when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Code in the file → value shown.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        labels: BTreeMap<String, String>,
        /// Codes that mean "not known".
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        missing: Vec<String>,
        /// What stands between the options of a cell that names several. Each option is then a
        /// segment of its own, `Name: option`, that says yes or no.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        separator: Option<String>,
        /// The options there are; with these, an option that a filled cell does not name is a no.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        options: Vec<String>,
    },
    /// By which channel the contact was.
    Channel,
    /// Who served: personal data.
    Employee,
    /// How much the response counts; shown beside unweighted figures, never instead.
    Weight,
    /// Whether this customer may be called.
    Consent,
    /// Which touchpoint the row is about.
    Touchpoint,
    /// An answer.
    Answer(Box<AnswerColumn>),
    /// What the respondent wrote.
    Comment {
        /// The touchpoint it is about; the row's when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        touchpoint: Option<String>,
    },
    /// Names the question that the row answers; `Profile::questions` says what each is.
    Question,
    /// The answer to the row's question.
    Value,
    /// Left out.
    Ignore,
}

impl Role {
    /// A group as it stands in the file.
    #[must_use]
    pub fn segment() -> Self {
        Self::Segment {
            name: None,
            labels: BTreeMap::new(),
            missing: Vec::new(),
            separator: None,
            options: Vec::new(),
        }
    }
}

impl Profile {
    /// The same mapping for a file that is written as another: its sheet, header, signs, encoding.
    #[must_use]
    pub fn written_as(self, other: &Self) -> Self {
        Self {
            sheet: other.sheet.clone(),
            path: other.path.clone(),
            header_rows: other.header_rows,
            preamble_rows: other.preamble_rows,
            footer_rows: other.footer_rows,
            delimiter: other.delimiter.clone(),
            quote: other.quote.clone(),
            escape: other.escape.clone(),
            encoding: other.encoding.clone(),
            decimal: other.decimal.clone(),
            ..self
        }
    }

    /// The questions that answers are given to, each with the name that tells it apart: first one
    /// for each entry of `columns`, then one for each of `questions`. `CheckedAnswer::column` is
    /// an index into these. None where an entry holds no answers.
    pub fn questions_asked(&self) -> impl Iterator<Item = (&str, Option<&AnswerColumn>)> {
        let of_columns = self.columns.iter().map(|column| match &column.role {
            Role::Answer(answer) => (column.column.trim(), Some(&**answer)),
            _ => (column.column.trim(), None),
        });
        let of_rows = self.questions.iter().map(|(name, about)| match about {
            AskedAbout::Answer(answer) => (name.trim(), Some(&**answer)),
            _ => (name.trim(), None),
        });
        of_columns.chain(of_rows)
    }
}

/// An answer column: its question.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AnswerColumn {
    /// What it measures.
    pub metric: Metric,
    /// Lowest value of the scale.
    pub min: i32,
    /// Highest value of the scale.
    pub max: i32,
    /// Which end is good. Never guessed in silence.
    pub better: Better,
    /// Values that mean "no answer": compared as trimmed text, then as numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// The touchpoint it is about; the row's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<String>,
    /// The words as asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wording: String,
    /// Answer in words → number.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, i32>,
    /// Values that count as good.
    #[serde(default, rename = "box", skip_serializing_if = "Vec::is_empty")]
    pub boxed: Vec<i32>,
    /// NPS break-points `[highest detractor, highest passive]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaks: Option<[i32; 2]>,
    /// About a contact or about the relation.
    #[serde(default)]
    pub kind: QuestionKind,
}
