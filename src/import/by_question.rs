//! Files with one answer a row: the column that names the question, and what is answered to each.
//!
//! Looks only; what each question is, is proposed elsewhere.

use super::columns::ColumnCount;
use super::numbers::Decimal;
use super::profile::{Profile, Role};
use super::rows::Rows;
use super::words::{self, holds};
use super::{DetectedColumn, Kind};
use crate::model::Refusal;
use csv::ByteRecord;
use serde::Serialize;
use std::collections::HashMap;

/// Questions that are told apart: more means that the column names something else.
const MOST_QUESTIONS: usize = 300;
/// Rows that are looked at.
const MOST_ROWS: u64 = 200_000;

/// A file with one answer a row.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ByQuestion {
    /// Index of the column that names the question.
    pub question: usize,
    /// Index of the column with the answer.
    pub value: usize,
    /// The questions as if each were a column: its name as header, its answers as cells. In the
    /// order in which they were met.
    pub asked: Vec<DetectedColumn>,
    /// For each question the kind the file states ("nps", "text"), or empty.
    pub kinds: Vec<String>,
}

/// The columns that make a file one of this shape.
pub(super) struct Shape {
    question: usize,
    value: usize,
    kind: Option<usize>,
}

/// Finds the columns: those of the profile, else by their headers.
pub(super) fn shape(given: &Profile, columns: &[DetectedColumn]) -> Option<Shape> {
    let stated = |is: &dyn Fn(&Role) -> bool| {
        let entry = given.columns.iter().find(|c| is(&c.role))?;
        let name = entry.column.trim();
        columns.iter().position(|c| c.name == name || c.header.trim() == name)
    };
    let headings = super::heading::headings(columns);
    let named = |names: &[&str]| {
        let at = |name: &&str| headings.iter().position(|h| h.is_called(&[name]));
        names.iter().find_map(at)
    };
    let kind = named(words::QUESTION_KIND);
    if let (Some(question), Some(value)) =
        (stated(&|r| matches!(r, Role::Question)), stated(&|r| matches!(r, Role::Value)))
    {
        return Some(Shape { question, value, kind });
    }
    if given.columns.iter().any(|c| !matches!(c.role, Role::Ignore)) {
        return None;
    }
    let (question, value) = (named(words::QUESTION)?, named(words::VALUE)?);
    let labels = columns.get(question)?;
    let repeated = labels.distinct as u64 * 2 <= labels.filled || kind.is_some();
    let always = labels.empty * 10 <= labels.filled;
    let few = (2..=MOST_QUESTIONS).contains(&labels.distinct);
    let is_name = !matches!(labels.kind.value, Kind::Decimal | Kind::Date | Kind::Empty);
    let differs = !holds(&headings[value].plain(), &["id"]) && question != value;
    (repeated && always && few && is_name && differs).then_some(Shape { question, value, kind })
}

/// Counts the answers to each question.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn count(
    shape: &Shape,
    mut rows: Rows,
    decimal: Decimal,
) -> Result<Option<ByQuestion>, Refusal> {
    let mut record = ByteRecord::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut counts: Vec<(String, ColumnCount, String)> = Vec::new();
    let mut seen = 0;
    while rows.next(&mut record)?.is_some() {
        seen += 1;
        if seen > MOST_ROWS {
            break;
        }
        let cell = |at: usize| String::from_utf8_lossy(record.get(at).unwrap_or_default());
        let name = cell(shape.question);
        let name = name.trim();
        if name.is_empty() {
            continue;
        }
        let at = match places.get(name) {
            Some(at) => *at,
            None if counts.len() >= MOST_QUESTIONS => return Ok(None),
            None => {
                let kind = shape.kind.map(|at| cell(at).trim().to_lowercase()).unwrap_or_default();
                places.insert(name.to_owned(), counts.len());
                counts.push((name.to_owned(), ColumnCount::default(), kind));
                counts.len() - 1
            }
        };
        counts[at].1.take(&cell(shape.value));
    }
    let mut asked = Vec::with_capacity(counts.len());
    let mut kinds = Vec::with_capacity(counts.len());
    for (at, (name, count, kind)) in counts.into_iter().enumerate() {
        let mut column = count.finish(at + 1, vec![name.clone()], decimal, None);
        column.name = name;
        asked.push(column);
        kinds.push(kind);
    }
    Ok(Some(ByQuestion { question: shape.question, value: shape.value, asked, kinds }))
}
