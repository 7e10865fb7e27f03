//! The rows of one import as they are kept, one after the other.
//!
//! For mapping an import anew; only reads, and knows no file.

use super::import::TOPICS;
use super::rejected::{RejectedCell, row_to_rejected_cell};
use super::subjects::Subjects;
use super::value::{uuid, uuid_or_none};
use crate::model::{BatchId, ChannelId, QuestionId, TouchpointId};
use rusqlite::{Connection, Result, Row};
use std::collections::HashMap;

/// A response or a contact with all that is kept of its row.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct KeptRow {
    /// Row of the file; absent when it is not known any more.
    pub file_row: Option<u64>,
    /// Response id.
    pub external_id: Option<String>,
    /// Days from 1970-01-01.
    pub day: Option<i32>,
    /// Channel of the document.
    pub channel: Option<ChannelId>,
    /// Customer.
    pub customer: Option<String>,
    /// Employee who served.
    pub employee: Option<String>,
    /// Weight.
    pub weight: Option<f64>,
    /// Whether this customer may be called.
    pub consent: Option<bool>,
    /// Dimension and value.
    pub segments: Vec<(String, String)>,
    /// What a contact was about; responses have it with each answer and comment.
    pub about: Option<KeptSubject>,
    /// Answers.
    pub answers: Vec<KeptAnswer>,
    /// Comments.
    pub comments: Vec<KeptComment>,
    /// Cells of this response that were refused, or met twice, each with what its row is about.
    pub refused: Vec<(RejectedCell, Option<KeptSubject>)>,
}

/// What an answer, comment or contact is about.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum KeptSubject {
    /// The journey as a whole.
    Journey,
    /// A touchpoint, which may be gone.
    Touchpoint(TouchpointId),
    /// A label that the map did not know.
    Label(String),
}

/// An answer.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptAnswer {
    /// The question, which may be gone.
    pub question: QuestionId,
    /// What it is about.
    pub subject: KeptSubject,
    /// The cell as read.
    pub cell: String,
}

/// A comment.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptComment {
    /// Place of its column in the mapping, where that is known.
    pub part: Option<usize>,
    /// What it is about.
    pub subject: KeptSubject,
    /// What was written.
    pub text: String,
}

/// What keys mean.
struct Meanings {
    subjects: Subjects,
    channels: HashMap<i64, Option<ChannelId>>,
    sets: HashMap<i64, Vec<(String, String)>>,
}

/// Refused cells by the response they belong to, or else by their row.
#[derive(Default)]
struct Refused {
    by_response: HashMap<i64, Vec<(RejectedCell, Option<KeptSubject>)>>,
    by_row: HashMap<u64, Vec<(RejectedCell, Option<KeptSubject>)>>,
}

/// Hands every row of a batch to `each`, responses first, until it says no. Gives the refused cells
/// that belong to none of them.
pub(super) fn rows(
    conn: &Connection,
    batch: BatchId,
    each: &mut dyn FnMut(KeptRow) -> bool,
) -> Result<Vec<RejectedCell>> {
    let mut meanings = Meanings::load(conn)?;
    let mut refused = Refused::load(conn, batch, &meanings)?;
    let mut responses = conn.prepare(include_str!("sql/responses/kept.sql"))?;
    let mut answers = conn.prepare(include_str!("sql/answers/kept.sql"))?;
    let mut comments = conn.prepare(include_str!("sql/comments/kept.sql"))?;
    let mut rows = responses.query([batch.0.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(0)?;
        let said = answers.query_map([key * TOPICS], |r| meanings.answer(r))?;
        let answers = said.collect::<Result<_>>()?;
        let wrote = comments.query_map([key * TOPICS], |r| meanings.comment(r))?;
        let comments = wrote.collect::<Result<_>>()?;
        let segments = meanings.segments(conn, row.get(8)?)?;
        let kept = meanings.row(row)?;
        let refused = refused.by_response.remove(&key).unwrap_or_default();
        if !each(KeptRow { segments, answers, comments, refused, ..kept }) {
            return Ok(Vec::new());
        }
    }
    let mut contacts = conn.prepare(include_str!("sql/contacts/kept.sql"))?;
    let mut rows = contacts.query([batch.0.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let about = Some(meanings.subject(row.get(8)?));
        let kept = meanings.row(row)?;
        let refused = kept.file_row.and_then(|row| refused.by_row.remove(&row));
        let refused = refused.unwrap_or_default();
        if !each(KeptRow { about, refused, ..kept }) {
            return Ok(Vec::new());
        }
    }
    Ok(refused.left())
}

impl Refused {
    fn load(conn: &Connection, batch: BatchId, meanings: &Meanings) -> Result<Self> {
        let mut refused = Self::default();
        let mut cells = conn.prepare(include_str!("sql/rejected_cells/kept.sql"))?;
        let mut rows = cells.query([batch.0.as_bytes()])?;
        while let Some(row) = rows.next()? {
            let cell = row_to_rejected_cell(row)?;
            let subject: Option<i64> = row.get(6)?;
            let about = subject.map(|key| meanings.subject(key));
            match row.get::<_, Option<i64>>(5)? {
                Some(key) => refused.by_response.entry(key).or_default().push((cell, about)),
                None => refused.by_row.entry(cell.row).or_default().push((cell, about)),
            }
        }
        Ok(refused)
    }

    fn left(self) -> Vec<RejectedCell> {
        let all = self.by_response.into_values().chain(self.by_row.into_values());
        let mut left: Vec<_> = all.flatten().map(|(cell, _)| cell).collect();
        left.sort_by_key(|cell| cell.row);
        left
    }
}

impl Meanings {
    fn load(conn: &Connection) -> Result<Self> {
        let mut channels = conn.prepare(include_str!("sql/answer_channels/select.sql"))?;
        let channels = channels
            .query_map([], |row| Ok((row.get(0)?, uuid_or_none(row, 1)?.map(ChannelId))))?;
        let channels = channels.collect::<Result<_>>()?;
        Ok(Self { subjects: Subjects::load(conn)?, channels, sets: HashMap::new() })
    }

    /// What responses and contacts have in common.
    fn row(&self, row: &Row) -> Result<KeptRow> {
        let file_row: Option<i64> = row.get(1)?;
        let channel: Option<i64> = row.get(4)?;
        Ok(KeptRow {
            file_row: file_row.and_then(|row| u64::try_from(row).ok()),
            external_id: row.get(2)?,
            day: row.get(3)?,
            channel: channel.and_then(|key| self.channels.get(&key).copied().flatten()),
            customer: row.get(5)?,
            employee: row.get(6)?,
            weight: row.get(7)?,
            consent: row.get(9)?,
            ..KeptRow::default()
        })
    }

    fn subject(&self, key: i64) -> KeptSubject {
        let subject = self.subjects.get(key);
        match subject.map(|s| (&s.as_met, s.touchpoint)) {
            Some((Some(label), _)) => KeptSubject::Label(label.clone()),
            Some((None, Some(id))) => KeptSubject::Touchpoint(id),
            _ => KeptSubject::Journey,
        }
    }

    fn answer(&self, row: &Row) -> Result<KeptAnswer> {
        let (value, as_read): (i32, Option<String>) = (row.get(2)?, row.get(3)?);
        Ok(KeptAnswer {
            question: QuestionId(uuid(row, 0)?),
            subject: self.subject(row.get(1)?),
            cell: as_read.unwrap_or_else(|| value.to_string()),
        })
    }

    fn comment(&self, row: &Row) -> Result<KeptComment> {
        let part: Option<i64> = row.get(0)?;
        Ok(KeptComment {
            part: part.and_then(|part| usize::try_from(part).ok()),
            subject: self.subject(row.get(1)?),
            text: row.get(2)?,
        })
    }

    fn segments(&mut self, conn: &Connection, set: Option<i64>) -> Result<Vec<(String, String)>> {
        let Some(set) = set else { return Ok(Vec::new()) };
        if let Some(known) = self.sets.get(&set) {
            return Ok(known.clone());
        }
        let mut names = conn.prepare_cached(include_str!("sql/segment_sets/names.sql"))?;
        let found = names.query_map([set], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found: Vec<(String, String)> = found.collect::<Result<_>>()?;
        self.sets.insert(set, found.clone());
        Ok(found)
    }
}
