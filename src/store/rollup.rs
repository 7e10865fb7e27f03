//! Counts kept with each import, so that an overlay shows before the answers are loaded.
//!
//! Always the counts of all answers: a filter needs the columns.

use super::subjects::Subjects;
use super::value::{bad, json_of, uuid, word};
use crate::model::{Histogram, QuestionId, Scale};
use crate::scores::Group;
use rusqlite::{Connection, Result, Row};
use std::collections::{HashMap, HashSet};

/// How often each value was given for one touchpoint and question.
#[derive(Clone, PartialEq, Debug)]
pub struct Rollup {
    /// Touchpoint and question.
    pub group: Group,
    /// The label in the survey file, while the map does not know it; absent for the journey as a
    /// whole.
    pub label: Option<String>,
    /// The counts.
    pub counts: Histogram,
}

/// The counts of one topic.
struct Counted {
    topic: i64,
    rollup: Rollup,
}

/// The counts of all active imports. Answers of deleted questions are left out.
pub(super) fn load(conn: &Connection) -> Result<Vec<Rollup>> {
    let subjects = Subjects::load(conn)?;
    let mut statement = conn.prepare(include_str!("sql/rollup/select.sql"))?;
    let mut rows = statement.query([])?;
    let mut topics: Vec<Counted> = Vec::new();
    while let Some(row) = rows.next()? {
        let found = row_to_counted(row, &subjects)?;
        match topics.last_mut().filter(|last| last.topic == found.topic) {
            Some(last) => last.rollup.counts.merge(&found.rollup.counts),
            None => topics.push(found),
        }
    }
    merge(conn, topics)
}

/// One entry a group. Where labels made several topics count for one group, a response may have
/// answered twice: those few are counted anew, answer by answer.
fn merge(conn: &Connection, topics: Vec<Counted>) -> Result<Vec<Rollup>> {
    let mut all: Vec<Rollup> = Vec::new();
    let mut place: HashMap<Group, usize> = HashMap::new();
    let mut of_topic: Vec<(i64, usize)> = Vec::new();
    for Counted { topic, rollup } in topics {
        let at = *place.entry(rollup.group).or_insert(all.len());
        of_topic.push((topic, at));
        if at == all.len() {
            all.push(rollup);
        }
    }
    let mut topics_at = vec![0; all.len()];
    of_topic.iter().for_each(|(_, at)| topics_at[*at] += 1);
    let shared: HashMap<i64, usize> =
        of_topic.into_iter().filter(|(_, at)| topics_at[*at] > 1).collect();
    if !shared.is_empty() {
        count_anew(conn, &shared, &mut all)?;
    }
    Ok(all)
}

fn count_anew(conn: &Connection, shared: &HashMap<i64, usize>, all: &mut [Rollup]) -> Result<()> {
    for at in shared.values() {
        all[*at].counts = Histogram::new(all[*at].counts.scale);
    }
    let keys: Vec<i64> = shared.keys().copied().collect();
    let mut met = HashSet::new();
    let mut statement = conn.prepare(include_str!("sql/answers/of_topics.sql"))?;
    let mut rows = statement.query([json_of(&keys)?])?;
    while let Some(row) = rows.next()? {
        let (topic, value, response): (i64, i32, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let Some(at) = shared.get(&topic) else { continue };
        let counts = &mut all[*at].counts;
        if counts.scale.holds(value) && met.insert((response, *at)) {
            counts.add(value, 1);
        }
    }
    Ok(())
}

/// One value of one topic.
fn row_to_counted(row: &Row, subjects: &Subjects) -> Result<Counted> {
    let scale = Scale { min: row.get(3)?, max: row.get(4)?, better: word(row, 5)? };
    if !(1..=255).contains(&(i64::from(scale.max) - i64::from(scale.min))) {
        return Err(bad(3, "scale"));
    }
    let mut counts = Histogram::new(scale);
    let (value, times): (i32, i64) = (row.get(6)?, row.get(7)?);
    if scale.holds(value) {
        counts.add(value, times.unsigned_abs());
    }
    let subject = subjects.get(row.get(1)?);
    let touchpoint = subject.and_then(|s| s.touchpoint);
    let group = Group { touchpoint, question: QuestionId(uuid(row, 2)?) };
    let label = subject.and_then(|s| s.label.clone());
    Ok(Counted { topic: row.get(0)?, rollup: Rollup { group, label, counts } })
}
