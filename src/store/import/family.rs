//! Rows that are one response: those of one id in a survey, also across imports.
//!
//! A row that differs in day, channel or segment from the others of its id is kept as a row of its
//! own that is joined to the first, since an answer takes these from its row.

use super::seen::Seen;
use crate::model::SurveyId;
use rusqlite::{Connection, Result, Row, Statement, params};

/// What the answers of a row have in common.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Traits {
    pub day: Option<i32>,
    pub channel: Option<i64>,
    pub respondent: Option<i64>,
    pub employee: Option<i64>,
    pub weight: Option<f64>,
    pub consent: Option<bool>,
    pub segments: Option<i64>,
}

/// A row of a response.
struct Member {
    key: i64,
    batch: i64,
    traits: Traits,
}

/// The responses of the survey by id, and the rows of the one that was met last.
pub(super) struct Families<'s> {
    batch: i64,
    heads: Seen,
    last: Option<(i64, Vec<Member>)>,
    select: Statement<'s>,
    insert: Statement<'s>,
}

fn row_to_member(row: &Row) -> Result<Member> {
    let traits = Traits {
        day: row.get(2)?,
        channel: row.get(3)?,
        respondent: row.get(4)?,
        employee: row.get(5)?,
        weight: row.get(6)?,
        consent: row.get(7)?,
        segments: row.get(8)?,
    };
    Ok(Member {
        key: row.get(0)?,
        batch: row.get(1)?,
        traits,
    })
}

impl<'s> Families<'s> {
    /// Reads the ids that earlier imports of the survey brought.
    pub fn load(conn: &'s Connection, batch: i64, survey: SurveyId) -> Result<Self> {
        let mut heads = Seen::default();
        let mut known = conn.prepare(include_str!("../sql/responses/known_ids.sql"))?;
        let mut rows = known.query([survey.0.as_bytes()])?;
        while let Some(row) = rows.next()? {
            heads.insert(row.get_ref(1)?.as_str()?, row.get(0)?);
        }
        let select = conn.prepare(include_str!("../sql/responses/family.sql"))?;
        let insert = conn.prepare(include_str!("../sql/responses/insert.sql"))?;
        Ok(Self {
            batch,
            heads,
            last: None,
            select,
            insert,
        })
    }

    /// The first response of that id.
    pub fn head(&self, id: &str) -> Option<i64> {
        self.heads.get(id)
    }

    /// A response of a new id.
    pub fn found(&mut self, id: &str, key: i64, traits: Traits) {
        self.heads.insert(id, key);
        self.last = Some((
            key,
            vec![Member {
                key,
                batch: self.batch,
                traits,
            }],
        ));
    }

    /// A row joined to the response that was met last.
    pub fn joined(&mut self, key: i64, traits: Traits) {
        if let Some((_, members)) = &mut self.last {
            members.push(Member {
                key,
                batch: self.batch,
                traits,
            });
        }
    }

    /// All rows of a response, and the one of this import with these traits.
    pub fn members(&mut self, head: i64, traits: &Traits) -> Result<(Vec<i64>, Option<i64>)> {
        if self.last.as_ref().is_none_or(|(last, _)| *last != head) {
            let rows = self.select.query_map([head, self.batch], row_to_member)?;
            self.last = Some((head, rows.collect::<Result<_>>()?));
        }
        let members = self.last.as_ref().map_or(&[][..], |(_, members)| members);
        let own = members
            .iter()
            .find(|m| m.batch == self.batch && m.traits == *traits);
        Ok((members.iter().map(|m| m.key).collect(), own.map(|m| m.key)))
    }

    /// Writes a row.
    pub fn insert(
        &mut self,
        key: i64,
        joined: Option<i64>,
        id: Option<&str>,
        traits: &Traits,
    ) -> Result<()> {
        let t = traits;
        let row = params![
            key,
            self.batch,
            joined,
            id,
            t.day,
            t.channel,
            t.respondent,
            t.employee,
            t.weight,
            t.consent,
            t.segments
        ];
        self.insert.execute(row).map(drop)
    }
}

impl Traits {
    /// The same as numbers that can be hashed.
    pub fn identity(&self) -> impl std::hash::Hash {
        let weight = self.weight.map(f64::to_bits);
        let people = (self.respondent, self.employee);
        (
            self.day,
            self.channel,
            people,
            weight,
            self.consent,
            self.segments,
        )
    }
}
