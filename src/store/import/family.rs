//! Rows that are one response: those of one id in a survey, also across imports.
//!
//! A row that differs in day, channel or segment from the others of its id is kept as a row of its
//! own that is joined to the first, since an answer takes these from its row.

use super::TOPICS;
use super::seen::Seen;
use crate::model::SurveyId;
use foldhash::quality::RandomState;
use rusqlite::{Connection, Result, Row, Statement, params};
use std::hash::BuildHasher;

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

/// The response that was met last: its rows and, if it began in this import and no other came
/// between, all that it said, so that rows of one id that stand together need no look in the file.
#[derive(Default)]
struct Family {
    head: i64,
    members: Vec<Member>,
    said: Option<Said>,
}

/// What a response said.
#[derive(Default)]
struct Said {
    topics: Vec<i64>,
    /// Subject and hash of the text.
    comments: Vec<(i64, u64)>,
}

/// The responses of the survey by id, and the one that was met last.
pub(super) struct Families<'s> {
    conn: &'s Connection,
    survey: SurveyId,
    batch: i64,
    /// Read when the first id comes.
    heads: Option<Seen>,
    last: Option<Family>,
    hasher: RandomState,
    select: Statement<'s>,
    answer_exists: Statement<'s>,
    same_comment: Statement<'s>,
    next_comment: Statement<'s>,
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
    Ok(Member { key: row.get(0)?, batch: row.get(1)?, traits })
}

impl<'s> Families<'s> {
    /// The responses of a survey, and a batch that adds to them.
    pub fn new(conn: &'s Connection, batch: i64, survey: SurveyId) -> Result<Self> {
        Ok(Self {
            conn,
            survey,
            batch,
            heads: None,
            last: None,
            hasher: RandomState::default(),
            select: conn.prepare(include_str!("../sql/responses/family.sql"))?,
            answer_exists: conn.prepare(include_str!("../sql/answers/exists.sql"))?,
            same_comment: conn.prepare(include_str!("../sql/comments/same.sql"))?,
            next_comment: conn.prepare(include_str!("../sql/comments/next_number.sql"))?,
        })
    }

    /// The first response of that id; none when the id is new, and `key` then becomes its first.
    pub fn head(&mut self, id: &str, key: i64) -> Result<Option<i64>> {
        let heads = match &mut self.heads {
            Some(heads) => heads,
            empty => empty.insert(known_ids(self.conn, self.survey)?),
        };
        Ok(heads.enter(id, key))
    }

    /// Whether all that a response said is known without a look in the file.
    pub fn is_at_hand(&self, head: i64) -> bool {
        self.last.as_ref().is_some_and(|f| f.head == head && f.said.is_some())
    }

    /// A response of a new id.
    pub fn found(&mut self, key: i64, traits: Traits) {
        let new = Member { key, batch: self.batch, traits };
        // The lists of the one before are used again: this happens once a row.
        let last = self.last.get_or_insert_default();
        last.head = key;
        last.members.clear();
        last.members.push(new);
        let said = last.said.get_or_insert_default();
        said.topics.clear();
        said.comments.clear();
    }

    /// A response without id: what follows is not about the one that was met last.
    pub fn nameless(&mut self) {
        self.last = None;
    }

    /// A row joined to the response that was met last.
    pub fn joined(&mut self, key: i64, traits: Traits) {
        if let Some(family) = &mut self.last {
            family.members.push(Member { key, batch: self.batch, traits });
        }
    }

    /// The row of a response in this import with these traits. All rows must be in the file, or
    /// the response at hand.
    pub fn own(&mut self, head: i64, traits: &Traits) -> Result<Option<i64>> {
        if self.last.as_ref().is_none_or(|last| last.head != head) {
            let rows = self.select.query_map([head, self.batch], row_to_member)?;
            let members = rows.collect::<Result<_>>()?;
            self.last = Some(Family { head, members, said: None });
        }
        let members = self.last.iter().flat_map(|family| &family.members);
        let mut own = members.filter(|m| m.batch == self.batch && m.traits == *traits);
        Ok(own.next().map(|m| m.key))
    }

    /// Whether the response that was met last answered a topic.
    pub fn is_answered(&mut self, topic: i64) -> Result<bool> {
        let Some(family) = &self.last else {
            return Ok(false);
        };
        if let Some(said) = &family.said {
            return Ok(said.topics.contains(&topic));
        }
        for member in &family.members {
            if self.answer_exists.exists([member.key * TOPICS + topic])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the response that was met last said this about a subject.
    pub fn is_written(&mut self, subject: i64, text: &str) -> Result<bool> {
        let Some(family) = &self.last else {
            return Ok(false);
        };
        if let Some(said) = &family.said {
            return Ok(said.comments.contains(&(subject, self.hasher.hash_one(text))));
        }
        for member in &family.members {
            if self.same_comment.exists(params![member.key * TOPICS, subject, text])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The number that the next comment gets. Numbers are unique in a row, and may have gaps.
    pub fn next_comment(&mut self, key: i64) -> Result<i64> {
        match self.last.as_ref().and_then(|family| family.said.as_ref()) {
            Some(said) => Ok(i64::try_from(said.comments.len()).unwrap_or(i64::MAX)),
            None => self.next_comment.query_row([key * TOPICS], |row| row.get(0)),
        }
    }

    /// Remembers an answer of the response that was met last.
    pub fn answered(&mut self, topic: i64) {
        if let Some(said) = self.last.as_mut().and_then(|family| family.said.as_mut()) {
            said.topics.push(topic);
        }
    }

    /// Remembers a comment of the response that was met last.
    pub fn wrote(&mut self, subject: i64, text: &str) {
        if let Some(said) = self.last.as_mut().and_then(|family| family.said.as_mut()) {
            said.comments.push((subject, self.hasher.hash_one(text)));
        }
    }
}

/// The ids that earlier imports of a survey brought.
fn known_ids(conn: &Connection, survey: SurveyId) -> Result<Seen> {
    let mut heads = Seen::default();
    let mut known = conn.prepare(include_str!("../sql/responses/known_ids.sql"))?;
    let mut rows = known.query([survey.0.as_bytes()])?;
    while let Some(row) = rows.next()? {
        heads.insert(row.get_ref(1)?.as_str()?, row.get(0)?);
    }
    Ok(heads)
}

impl Traits {
    /// The same as numbers that can be hashed.
    pub fn identity(&self) -> impl std::hash::Hash {
        let weight = self.weight.map(f64::to_bits);
        let people = (self.respondent, self.employee);
        (self.day, self.channel, people, weight, self.consent, self.segments)
    }
}
