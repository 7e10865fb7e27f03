//! A dry run over the whole file: what would come in, what would be refused and why.
//!
//! Keeps counts, not rows.

use super::row::{CheckedRow, Rejected, RowSink};
use super::{DataSource, ImportError, Profile, ReadReport};
use crate::jobs::Reporter;
use crate::model::{Message, Refusal};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What an import would give.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct CheckReport {
    /// As an import would report it.
    pub read: ReadReport,
    /// Responses: rows, those with the same response id counted once.
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
    /// Touchpoint labels after renaming, with the answers and comments that carry them, most
    /// frequent first.
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
    source: impl Into<DataSource>,
    profile: &Profile,
    reporter: &Reporter,
) -> Result<CheckReport, ImportError> {
    check_on(source, profile, 0, reporter)
}

/// As `check`, of the rows behind the first `already`: of a file that has grown.
///
/// # Errors
/// As for `read`.
pub fn check_on(
    source: impl Into<DataSource>,
    profile: &Profile,
    already: u64,
    reporter: &Reporter,
) -> Result<CheckReport, ImportError> {
    let mut tally = Tally::default();
    let read = super::read_on(source, profile, already, reporter, &mut tally)?;
    let mut labels: Vec<_> = tally.labels.into_iter().collect();
    labels.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    tally.report.reasons.sort_by_key(|r| std::cmp::Reverse(r.count));
    Ok(CheckReport { read, labels, ..tally.report })
}

/// Refused cells that are kept as examples.
const EXAMPLES: usize = 100;

#[derive(Default)]
struct Tally {
    report: CheckReport,
    labels: HashMap<String, u64>,
    responses: HashSet<u64>,
    seen: Seen,
}

impl RowSink for Tally {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        let is_new = row.response_id.as_ref().is_none_or(|id| self.responses.insert(hash(id)));
        self.report.responses += u64::from(is_new);
        for answer in &row.answers {
            let id = row.response_id.as_deref();
            if self.seen.before(id, answer.column, answer.touchpoint.as_deref()) {
                self.report.duplicates += 1;
                continue;
            }
            self.report.answers += 1;
            self.label(answer.touchpoint.as_deref());
        }
        for comment in &row.comments {
            self.report.comments += 1;
            self.label(comment.touchpoint.as_deref());
        }
        Ok(())
    }

    fn rejected(&mut self, cell: &Rejected) -> Result<(), Refusal> {
        self.report.rejected += 1;
        if self.report.examples.len() < EXAMPLES {
            self.report.examples.push(cell.clone());
        }
        let reasons = &mut self.report.reasons;
        match reasons.iter_mut().find(|r| r.column == cell.column && r.reason == cell.reason) {
            Some(known) => known.count += 1,
            None => reasons.push(RejectedCount {
                column: cell.column.clone(),
                reason: cell.reason.clone(),
                count: 1,
            }),
        }
        Ok(())
    }
}

impl Tally {
    fn label(&mut self, label: Option<&str>) {
        let Some(label) = label else { return };
        match self.labels.get_mut(label) {
            Some(count) => *count += 1,
            None => drop(self.labels.insert(label.to_owned(), 1)),
        }
    }
}

/// Answers met before: by response id, question and touchpoint. Without an id nothing is.
#[derive(Default)]
pub(super) struct Seen(HashSet<u64>);

impl Seen {
    pub fn before(&mut self, id: Option<&str>, column: usize, touchpoint: Option<&str>) -> bool {
        id.is_some_and(|id| !self.0.insert(hash(&(id, column, touchpoint))))
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
