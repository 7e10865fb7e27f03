//! The first rows of a file as a person sees them, with a verdict on each cell.
//!
//! For the wizard; the whole file is judged by `check`.

use super::cells::Checker;
use super::check::Seen;
use super::numbers::Decimal;
use super::plan::{self, Located, Plan, headers, locate};
use super::read::ready;
use super::row::{CheckedRow, Rejected};
use super::rows::Rows;
use super::sniff::sniff;
use super::{DataSource, Profile, Role};
use crate::jobs::Reporter;
use crate::model::{Message, Refusal, Tell};
use csv::ByteRecord;
use serde::Serialize;

/// The first rows of a file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Preview {
    /// Headers, one a column of the file (`#N` where there is none).
    pub headers: Vec<String>,
    /// For each column of the file the index of its entry in `Profile::columns`.
    pub mapped: Vec<Option<usize>>,
    /// The rows.
    pub rows: Vec<PreviewRow>,
    /// Entries of the profile that name no column, or more than one: they would refuse the file.
    pub missing_columns: Vec<String>,
}

/// One row.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PreviewRow {
    /// Row of the file, from 1.
    pub row: u64,
    /// Whether a rule of the profile leaves it out.
    pub skipped: bool,
    /// Its cells, as many as it has.
    pub cells: Vec<PreviewCell>,
}

/// One cell.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PreviewCell {
    /// As read.
    pub text: String,
    /// What an import makes of it.
    pub verdict: Verdict,
}

/// What an import makes of a cell.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Its column is left out.
    LeftOut,
    /// Taken over.
    Taken,
    /// Taken over as this number.
    Answer(i32),
    /// Means "no answer".
    Missing,
    /// Answered before by the same response.
    Duplicate,
    /// Refused, for this reason.
    Rejected(Message),
}

/// Reads the first `rows` rows and judges them.
///
/// # Errors
/// When the file cannot be read as a table, or a scale or format of the profile cannot be. A
/// missing column is not an error here.
pub fn preview(
    source: impl Into<DataSource>,
    profile: &Profile,
    rows: usize,
) -> Result<Preview, Refusal> {
    let sniffed =
        sniff(source.into(), profile, &Reporter::silent()).map_err(|e| Refusal(e.message()))?;
    let mut table = sniffed.rows(false)?;
    let (known, entries, missing_columns) = known_columns(profile, &table);
    let mut plan =
        if known.columns.is_empty() { None } else { Some(ready(&sniffed, &known, &table)?) };
    let mut skip = plan.as_mut().map(|p| std::mem::take(&mut p.skip)).unwrap_or_default();
    let mut mapped = vec![None; table.width];
    for column in plan.iter().flat_map(|p| &p.columns) {
        mapped[column.at] = Some(entries[column.entry]);
    }
    let mut preview =
        Preview { headers: headers(&table), mapped, rows: Vec::new(), missing_columns };
    let mut judge = plan.as_ref().map(|plan| Judge::new(plan, &known));
    let mut record = ByteRecord::new();
    while preview.rows.len() < rows {
        let Some(row) = table.next(&mut record)? else {
            break;
        };
        let mut cells: Vec<PreviewCell> = record
            .iter()
            .map(|cell| PreviewCell {
                text: String::from_utf8_lossy(cell).into_owned(),
                verdict: Verdict::LeftOut,
            })
            .collect();
        let decimal = plan.as_ref().map_or(Decimal::Point, |p| p.decimal);
        let skipped = skip.skips(row, &record, decimal);
        if let Some(judge) = judge.as_mut().filter(|_| !skipped) {
            judge.row(row, &record, &mut cells);
        }
        preview.rows.push(PreviewRow { row, skipped, cells });
    }
    Ok(preview)
}

/// The profile without entries that name no column, where each entry stood, and those left out.
fn known_columns(profile: &Profile, table: &Rows) -> (Profile, Vec<usize>, Vec<String>) {
    let mut known = Profile { columns: Vec::new(), ..profile.clone() };
    let (mut entries, mut missing) = (Vec::new(), Vec::new());
    known.skip.retain(|rule| {
        let found = matches!(locate(&rule.column, &table.header, table.width), Located::At(_));
        if !found {
            missing.push(rule.column.clone());
        }
        found
    });
    for (entry, column) in profile.columns.iter().enumerate() {
        if matches!(locate(&column.column, &table.header, table.width), Located::At(_)) {
            known.columns.push(column.clone());
            entries.push(entry);
        } else {
            missing.push(column.column.clone());
        }
    }
    (known, entries, missing)
}

struct Judge<'a> {
    plan: &'a Plan,
    profile: &'a Profile,
    checker: Checker<'a>,
    seen: Seen,
}

impl<'a> Judge<'a> {
    fn new(plan: &'a Plan, profile: &'a Profile) -> Self {
        Self { plan, profile, checker: Checker::new(plan), seen: Seen::default() }
    }

    fn row(&mut self, row: u64, record: &ByteRecord, cells: &mut [PreviewCell]) {
        let mut checked = CheckedRow::default();
        let mut rejected: Vec<Rejected> = Vec::new();
        self.checker.row(row, record, &mut checked, |cell| rejected.push(cell));
        for column in &self.plan.columns {
            let Some(cell) = cells.get_mut(column.at) else {
                continue;
            };
            let refused = rejected.iter().find(|r| r.column == column.name);
            let empty = cell.text.trim().is_empty();
            cell.verdict = match refused {
                Some(refused) => Verdict::Rejected(refused.reason.clone()),
                None if empty => Verdict::Missing,
                None => self.verdict(column, &checked),
            };
        }
    }

    fn verdict(&mut self, column: &plan::Planned, checked: &CheckedRow) -> Verdict {
        let columns = self.profile.columns.len();
        match &self.profile.columns[column.entry].role {
            Role::Answer(_) => {
                let Some(answer) = checked.answers.iter().find(|a| a.column == column.entry) else {
                    return Verdict::Missing;
                };
                let id = checked.response_id.as_deref();
                if self.seen.before(id, column.entry, answer.touchpoint.as_deref()) {
                    Verdict::Duplicate
                } else {
                    Verdict::Answer(answer.value)
                }
            }
            Role::Segment { .. }
                if !checked.segments.iter().any(|s| s.0 == column.entry)
                    && !checked.choices.iter().any(|c| c.column == column.entry) =>
            {
                Verdict::Missing
            }
            Role::Value => match checked.answers.iter().find(|a| a.column >= columns) {
                Some(answer) => Verdict::Answer(answer.value),
                None if checked.comments.is_empty() => Verdict::Missing,
                None => Verdict::Taken,
            },
            _ => Verdict::Taken,
        }
    }
}
