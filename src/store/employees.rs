//! What employees wrote stays hidden as long as few stand behind it.
//!
//! The rule for comments only; that of figures lives in `analysis`.

use super::comments::{CommentQuery, Meanings, Passing, passes};
use super::import::TOPICS;
use super::value::uuid;
use crate::model::{SurveyId, TouchpointId};
use rusqlite::{Connection, Result};
use std::collections::{HashMap, HashSet};

/// So many people must have said something about a subject, within the same selection, before what
/// one of them wrote about it is shown.
const FEWEST: usize = 10;

/// A survey of employees, and what they were asked about.
type Group = (SurveyId, Option<TouchpointId>);

/// The surveys of employees, and how many people stand behind each of their groups.
#[derive(Default)]
pub(super) struct Employees {
    surveys: HashSet<SurveyId>,
    people: HashMap<Group, HashSet<i64>>,
    /// Whether something was hidden.
    pub withheld: bool,
}

impl Employees {
    /// Counts the people within the selection of a query; its words do not count.
    pub fn load(conn: &Connection, query: &CommentQuery, meanings: &Meanings) -> Result<Self> {
        let mut employees = Self { surveys: surveys(conn)?, ..Self::default() };
        for (batch, survey) in &meanings.surveys {
            if employees.surveys.contains(survey) {
                employees.count(conn, query, meanings, (*batch, *survey))?;
            }
        }
        Ok(employees)
    }

    fn count(
        &mut self,
        conn: &Connection,
        query: &CommentQuery,
        meanings: &Meanings,
        (batch, survey): (i64, SurveyId),
    ) -> Result<()> {
        let mut responses = conn.prepare(include_str!("sql/responses/people.sql"))?;
        let mut said = conn.prepare(include_str!("sql/subjects/of_response.sql"))?;
        let mut rows = responses.query([batch])?;
        while let Some(row) = rows.next()? {
            let (key, person, day): (i64, i64, Option<i32>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if !query.period.holds(day) {
                continue;
            }
            let passing = passes(conn, query, meanings, key)?;
            if passing == Passing::No {
                continue;
            }
            let subjects = said.query_map([key * TOPICS], |row| row.get::<_, i64>(0))?;
            for subject in subjects {
                let group = (survey, meanings.subjects.touchpoint(subject?));
                let by_touchpoint = |id| query.channel_touchpoints.contains(&id);
                if passing == Passing::ByTouchpoint && !group.1.is_some_and(by_touchpoint) {
                    continue;
                }
                self.people.entry(group).or_default().insert(person);
            }
        }
        Ok(())
    }

    /// Whether there is any survey of employees.
    pub fn any(&self) -> bool {
        !self.surveys.is_empty()
    }

    /// Whether comments of a survey about something may be shown: enough people stand behind them.
    pub fn may_show(&mut self, survey: SurveyId, touchpoint: Option<TouchpointId>) -> bool {
        if !self.surveys.contains(&survey) {
            return true;
        }
        let people = self.people.get(&(survey, touchpoint));
        let enough = people.is_some_and(|people| people.len() >= FEWEST);
        self.withheld |= !enough;
        enough
    }
}

/// The surveys that asked employees.
pub(super) fn surveys(conn: &Connection) -> Result<HashSet<SurveyId>> {
    let mut surveys = conn.prepare_cached(include_str!("sql/surveys/employees.sql"))?;
    let surveys = surveys.query_map([], |row| uuid(row, 0).map(SurveyId))?;
    surveys.collect()
}
