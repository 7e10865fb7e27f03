//! The small columns of every comment that counts: what it is about, when, by which channel, of which
//! segment. Read once; then lists are chosen, put in order and jumped about in without the file.
//!
//! Holds no text: whoever wants one asks for it by its place, after choosing.

use super::super::import::TOPICS;
use super::super::subjects::Subjects;
use super::super::value::{uuid, uuid_or_none};
use crate::jobs::{Progress, Reporter};
use crate::model::{ChannelId, Message, SurveyId, TouchpointId};
use rusqlite::{Connection, Result, Row};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Responses in one read.
pub(super) const CHUNK: i64 = 50_000;

/// The day of a comment that has none: before all others.
pub(super) const NO_DAY: i32 = i32::MIN;

/// The columns of all comments of active imports, in the order in which they came in.
#[derive(Default)]
pub struct CommentIndex {
    pub(super) keys: Vec<i64>,
    /// Index into `surveys`.
    pub(super) survey: Vec<u16>,
    pub(super) subject: Vec<u32>,
    pub(super) day: Vec<i32>,
    /// Index into `channels` + 1; 0 = not in the row. Empty when not asked for.
    pub(super) channel: Vec<u16>,
    /// Key of the segment set; 0 = none. Empty when not asked for.
    pub(super) set: Vec<u32>,
    pub(super) surveys: Vec<SurveyId>,
    pub(super) channels: Vec<ChannelId>,
    /// Dimension and value of each member of a set.
    pub(super) sets: HashMap<u32, Vec<(String, String)>>,
    pub(super) meanings: Meanings,
    /// All places, the newest comment first.
    pub(super) newest: Vec<u32>,
}

/// What the keys in a comment's row mean.
#[derive(Default)]
pub(in crate::store) struct Meanings {
    /// Of each active batch.
    pub surveys: HashMap<i64, SurveyId>,
    pub subjects: Subjects,
    pub channels: HashMap<i64, ChannelId>,
}

impl Meanings {
    pub fn load(conn: &Connection) -> Result<Self> {
        let surveys = all(conn, include_str!("../sql/batches/active.sql"), |row| {
            Ok((row.get(0)?, SurveyId(uuid(row, 2)?)))
        })?;
        let channels: Vec<(i64, Option<ChannelId>)> =
            all(conn, include_str!("../sql/answer_channels/select.sql"), |row| {
                Ok((row.get(0)?, uuid_or_none(row, 1)?.map(ChannelId)))
            })?;
        Ok(Self {
            surveys,
            subjects: Subjects::load(conn)?,
            channels: channels.into_iter().filter_map(|(key, id)| Some((key, id?))).collect(),
        })
    }
}

impl CommentIndex {
    /// How many comments there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The touchpoint that a comment is about. One that is no touchpoint of the document stands for
    /// a label nobody knows, or for a touchpoint that was deleted.
    #[must_use]
    pub fn touchpoint(&self, place: u32) -> Option<TouchpointId> {
        let subject = *self.subject.get(place as usize)?;
        self.meanings.subjects.touchpoint(i64::from(subject))
    }

    /// The names of all dimensions of segments, in order.
    #[must_use]
    pub fn dimensions(&self) -> std::collections::BTreeSet<&str> {
        self.sets.values().flatten().map(|(name, _)| name.as_str()).collect()
    }

    /// The survey in which it was written.
    #[must_use]
    pub fn survey(&self, place: u32) -> Option<SurveyId> {
        self.surveys.get(usize::from(*self.survey.get(place as usize)?)).copied()
    }

    /// Reads the columns; those of the response only when `whole`.
    pub(super) fn load(conn: &Connection, whole: bool, reporter: &Reporter) -> Result<Self> {
        let mut index = Self { meanings: Meanings::load(conn)?, ..Self::default() };
        if whole {
            index.sets = sets(conn)?;
        }
        let newest: Option<i64> =
            conn.query_row(include_str!("../sql/comments/newest.sql"), [], |row| row.get(0))?;
        let last = newest.map_or(-1, |key| key / TOPICS);
        let (mut loader, mut from) = (Loader::default(), -1);
        while from < last {
            let to = last.min(from + CHUNK);
            index.comments(conn, &mut loader, (from, to))?;
            if whole {
                index.responses(conn, &mut loader, (from, to))?;
            }
            report(reporter, to, last)?;
            from = to;
        }
        index.newest = (0..u32::try_from(index.len()).unwrap_or(u32::MAX)).collect();
        let days = &index.day;
        index.newest.sort_unstable_by_key(|place| Reverse((days[*place as usize], *place)));
        Ok(index)
    }

    fn comments(
        &mut self,
        conn: &Connection,
        loader: &mut Loader,
        (from, to): (i64, i64),
    ) -> Result<()> {
        let mut statement = conn.prepare_cached(include_str!("../sql/comments/columns.sql"))?;
        let last_of = |response: i64| response.saturating_mul(TOPICS).saturating_add(TOPICS - 1);
        let mut rows = statement.query([last_of(from), last_of(to)])?;
        while let Some(row) = rows.next()? {
            let batch: i64 = row.get(1)?;
            let Some(survey) = self.meanings.surveys.get(&batch) else { continue };
            let key = *loader.surveys.entry(*survey).or_insert_with(|| {
                self.surveys.push(*survey);
                u16::try_from(self.surveys.len() - 1).unwrap_or(u16::MAX)
            });
            self.keys.push(row.get(0)?);
            self.survey.push(key);
            self.subject.push(row.get(2)?);
            self.day.push(row.get::<_, Option<i32>>(3)?.unwrap_or(NO_DAY));
        }
        Ok(())
    }

    /// The columns of the responses of the comments read last.
    fn responses(
        &mut self,
        conn: &Connection,
        loader: &mut Loader,
        (from, to): (i64, i64),
    ) -> Result<()> {
        let mut statement = conn.prepare_cached(include_str!("../sql/responses/columns.sql"))?;
        let mut rows = statement.query([from, to])?;
        let mut at = self.channel.len();
        while let Some(row) = rows.next()? {
            let response: i64 = row.get(0)?;
            let is_of = |key: &i64| *key / TOPICS <= response;
            while let Some(key) = self.keys.get(at).filter(|key| is_of(key)) {
                let mine = *key / TOPICS == response;
                let channel: Option<i64> = if mine { row.get(1)? } else { None };
                let channel = channel.and_then(|key| self.meanings.channels.get(&key));
                let channel = channel.map_or(0, |id| {
                    *loader.channels.entry(*id).or_insert_with(|| {
                        self.channels.push(*id);
                        u16::try_from(self.channels.len()).unwrap_or(u16::MAX)
                    })
                });
                self.channel.push(channel);
                let set: Option<u32> = if mine { row.get(2)? } else { None };
                self.set.push(set.unwrap_or(0));
                at += 1;
            }
        }
        // A response that is gone has neither.
        self.channel.resize(self.keys.len(), 0);
        self.set.resize(self.keys.len(), 0);
        Ok(())
    }
}

/// Keys that were given out while reading.
#[derive(Default)]
struct Loader {
    surveys: HashMap<SurveyId, u16>,
    channels: HashMap<ChannelId, u16>,
}

/// The segment sets of the file, in words.
fn sets(conn: &Connection) -> Result<HashMap<u32, Vec<(String, String)>>> {
    let dimensions: HashMap<i64, String> =
        all(conn, include_str!("../sql/dimensions/select.sql"), |r| Ok((r.get(0)?, r.get(1)?)))?;
    let values: HashMap<i64, (String, String)> =
        all(conn, include_str!("../sql/dimension_values/select.sql"), |row| {
            let dimension = dimensions.get(&row.get(1)?).cloned().unwrap_or_default();
            Ok((row.get(0)?, (dimension, row.get(2)?)))
        })?;
    let pairs: Vec<(u32, i64)> =
        all(conn, include_str!("../sql/segment_sets/select.sql"), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let mut sets: HashMap<u32, Vec<(String, String)>> = HashMap::new();
    for (set, value) in pairs {
        sets.entry(set).or_default().extend(values.get(&value).cloned());
    }
    Ok(sets)
}

/// Says how far reading by keys has come.
pub(super) fn report(reporter: &Reporter, to: i64, last: i64) -> Result<()> {
    let count = |key: i64| u64::try_from(key).unwrap_or(0);
    let phase = Message::new("progress-comments");
    let step = Progress { phase, done: count(to), total: Some(count(last)) };
    reporter.step(step).map_err(|_| interrupted())
}

/// What SQLite says of work that was stopped.
pub(super) fn interrupted() -> rusqlite::Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_INTERRUPT);
    rusqlite::Error::SqliteFailure(code, None)
}

fn all<T, C: FromIterator<T>>(
    conn: &Connection,
    sql: &str,
    read: impl Fn(&Row) -> Result<T>,
) -> Result<C> {
    conn.prepare(sql)?.query_map([], |row| read(row))?.collect()
}
