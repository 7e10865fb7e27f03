//! Counts kept with each import, so that an overlay shows before the answers are loaded.
//!
//! Always the counts of all answers: a filter needs the columns.

use super::value::{bad, uuid, uuid_or_none, word};
use crate::model::{Histogram, QuestionId, Scale, TouchpointId};
use crate::scores::Group;
use rusqlite::{Connection, Result, Row};

/// How often each value was given for one touchpoint and question.
#[derive(Clone, PartialEq, Debug)]
pub struct Rollup {
    /// Touchpoint and question.
    pub group: Group,
    /// The label in the survey file; absent for the journey as a whole.
    pub label: Option<String>,
    /// The counts.
    pub counts: Histogram,
}

/// The counts of all active imports. Answers of deleted questions are left out.
pub(super) fn load(conn: &Connection) -> Result<Vec<Rollup>> {
    let mut statement = conn.prepare(include_str!("sql/rollup/select.sql"))?;
    let mut rows = statement.query([])?;
    let mut all: Vec<Rollup> = Vec::new();
    while let Some(row) = rows.next()? {
        let found = row_to_rollup(row)?;
        match all.last_mut().filter(|last| last.group == found.group && last.label == found.label) {
            Some(last) => last.counts.merge(&found.counts),
            None => all.push(found),
        }
    }
    Ok(all)
}

/// One value of one group.
fn row_to_rollup(row: &Row) -> Result<Rollup> {
    let scale = Scale { min: row.get(3)?, max: row.get(4)?, better: word(row, 5)? };
    if !(1..=255).contains(&(i64::from(scale.max) - i64::from(scale.min))) {
        return Err(bad(3, "scale"));
    }
    let mut counts = Histogram::new(scale);
    let (value, times): (i32, i64) = (row.get(6)?, row.get(7)?);
    if scale.holds(value) {
        counts.add(value, times.unsigned_abs());
    }
    let touchpoint = uuid_or_none(row, 0)?.map(TouchpointId);
    let group = Group { touchpoint, question: QuestionId(uuid(row, 2)?) };
    Ok(Rollup { group, label: row.get(1)?, counts })
}
