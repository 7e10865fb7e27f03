//! The answers of the active imports, read into columns chunk by chunk.
//!
//! Each chunk is a short read of its own, so that a write never waits long. Rows of an active
//! import never change, so the chunks fit together. Counts nothing.

use super::StoreError;
use super::import::TOPICS;
use super::subjects::Subjects;
use super::value::{bad, uuid, uuid_or_none};
use crate::jobs::{Progress, Reporter};
use crate::model::{BatchId, ChannelId, Message, QuestionId, SurveyId};
use crate::scores::{Group, NO_DAY, ResponseRow, ScoreTable, ScoreTableBuilder, TableFull};
use rusqlite::{Connection, Result as SqlResult, Row};
use std::collections::{HashMap, HashSet};

/// Responses in one read.
const CHUNK: i64 = 50_000;

/// Reads the columns.
pub(super) fn load(
    conn: &Connection,
    name: &str,
    reporter: &Reporter,
) -> Result<ScoreTable, StoreError> {
    let told = |failure: Failure| failure.told(name);
    let mut loader = Loader::new(conn).map_err(told)?;
    let newest: i64 = conn
        .query_row(include_str!("sql/responses/newest.sql"), [], |row| row.get(0))
        .map_err(|e| StoreError::sql(name, &e))?;
    loader.people_from = newest;
    let count = |key: i64| u64::try_from(key).unwrap_or(0);
    let mut from = 0;
    while from < newest {
        let to = newest.min(from + CHUNK);
        loader.chunk(from, to).map_err(told)?;
        let (phase, total) = (Message::new("store-reading-answers"), Some(count(newest)));
        reporter.step(Progress { phase, done: count(to), total })?;
        from = to;
    }
    Ok(loader.builder.finish())
}

/// What answers of a topic become.
#[derive(Clone, Copy)]
struct Topic {
    group: Group,
    /// Key of the group, once an answer of it was met.
    key: Option<u16>,
    min: i64,
    max: i64,
    /// Whether others count for the same group, so that one response may have several answers.
    shared: bool,
}

struct Loader<'c> {
    conn: &'c Connection,
    builder: ScoreTableBuilder,
    /// Key of an active batch → its survey.
    batches: HashMap<i64, SurveyId>,
    channels: HashMap<i64, ChannelId>,
    /// By key of the topic; none where the question is gone.
    topics: Vec<Option<Topic>>,
    segments: Segments,
    /// Numbers of people come after those of responses that name nobody.
    people_from: i64,
    /// Response and group of the answers met so far, where several topics count for one group.
    met: HashSet<(i64, u16)>,
}

/// Segment sets of the file, and their keys in the columns once they were met.
struct Segments {
    /// Value key → dimension and value.
    values: HashMap<i64, (String, String)>,
    sets: HashMap<i64, Vec<i64>>,
    met: HashMap<i64, Vec<u16>>,
}

/// A row that was kept.
struct Kept {
    key: i64,
    /// Key of the response it is part of.
    response: i64,
    /// Its number in the columns.
    number: u32,
}

impl<'c> Loader<'c> {
    fn new(conn: &'c Connection) -> Result<Self, Failure> {
        let mut builder = ScoreTableBuilder::new();
        let mut batches = HashMap::new();
        let active = all(conn, include_str!("sql/batches/active.sql"), |row| {
            Ok((row.get(0)?, BatchId(uuid(row, 1)?), SurveyId(uuid(row, 2)?)))
        })?;
        for (key, id, survey) in active {
            builder.batch(id);
            batches.insert(key, survey);
        }
        let channels = all(conn, include_str!("sql/answer_channels/select.sql"), |row| {
            Ok((row.get(0)?, uuid_or_none(row, 1)?.map(ChannelId)))
        })?;
        let channels = channels.into_iter().filter_map(|(key, id)| Some((key, id?))).collect();
        let (topics, segments) = (topics(conn)?, Segments::load(conn)?);
        Ok(Self {
            conn,
            builder,
            batches,
            channels,
            topics,
            segments,
            people_from: 0,
            met: HashSet::new(),
        })
    }

    /// Reads the responses with keys above `from` up to `to`, then their answers.
    fn chunk(&mut self, from: i64, to: i64) -> Result<(), Failure> {
        let kept = self.responses(from, to)?;
        let mut statement = self.conn.prepare_cached(include_str!("sql/answers/scores.sql"))?;
        let mut rows = statement.query([(from + 1) * TOPICS, (to + 1) * TOPICS])?;
        let mut at = 0;
        while let Some(row) = rows.next()? {
            let key = row.get_ref(0)?.as_i64().map_err(|e| bad(0, e))?;
            let value = row.get_ref(1)?.as_i64().map_err(|e| bad(1, e))?;
            while kept.get(at).is_some_and(|row| row.key < key / TOPICS) {
                at += 1;
            }
            let Some(row) = kept.get(at) else {
                break;
            };
            if row.key == key / TOPICS {
                let topic = usize::try_from(key % TOPICS).unwrap_or(0);
                let Some(Some(topic)) = self.topics.get_mut(topic) else {
                    continue;
                };
                add_answer(&mut self.builder, &mut self.met, topic, row, value)?;
            }
        }
        Ok(())
    }

    fn responses(&mut self, from: i64, to: i64) -> Result<Vec<Kept>, Failure> {
        let mut kept = Vec::new();
        let mut statement = self.conn.prepare_cached(include_str!("sql/responses/scores.sql"))?;
        let mut rows = statement.query([from, to])?;
        let mut response = ResponseRow::default();
        while let Some(row) = rows.next()? {
            let Some(survey) = self.batches.get(&row.get(1)?) else {
                continue;
            };
            response.survey = self.builder.survey_key(*survey)?;
            let key: i64 = row.get(0)?;
            response.day = row.get::<_, Option<i32>>(3)?.unwrap_or(NO_DAY);
            let channel: Option<i64> = row.get(4)?;
            let channel = channel.and_then(|key| self.channels.get(&key).copied());
            response.channel = self.builder.channel_key(channel)?;
            let person: Option<i64> = row.get(5)?;
            let head = row.get::<_, Option<i64>>(2)?.unwrap_or(key);
            let person = person.map_or(head, |person| self.people_from.saturating_add(person));
            response.respondent = u32::try_from(person).map_err(|_| TableFull)?;
            response.weight = row.get::<_, Option<f32>>(6)?.unwrap_or(1.0);
            self.segments.fill(row.get(7)?, &mut self.builder, &mut response.segments)?;
            response.response = u32::try_from(head).map_err(|_| TableFull)?;
            let number = self.builder.push_response(&response)?;
            kept.push(Kept { key, response: head, number });
        }
        Ok(kept)
    }
}

impl Segments {
    fn load(conn: &Connection) -> SqlResult<Self> {
        let dimensions: HashMap<i64, String> =
            all(conn, include_str!("sql/dimensions/select.sql"), |r| Ok((r.get(0)?, r.get(1)?)))?
                .into_iter()
                .collect();
        let values = all(conn, include_str!("sql/dimension_values/select.sql"), |row| {
            let dimension = dimensions.get(&row.get(1)?).cloned().unwrap_or_default();
            Ok((row.get(0)?, (dimension, row.get(2)?)))
        })?;
        let mut sets: HashMap<i64, Vec<i64>> = HashMap::new();
        let pairs = all(conn, include_str!("sql/segment_sets/select.sql"), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        for (set, value) in pairs {
            sets.entry(set).or_default().push(value);
        }
        Ok(Self { values: values.into_iter().collect(), sets, met: HashMap::new() })
    }

    /// The keys of a set, one a dimension.
    fn fill(
        &mut self,
        set: Option<i64>,
        builder: &mut ScoreTableBuilder,
        keys: &mut Vec<u16>,
    ) -> Result<(), TableFull> {
        keys.clear();
        let Some(set) = set else { return Ok(()) };
        if let Some(met) = self.met.get(&set) {
            keys.extend_from_slice(met);
            return Ok(());
        }
        for value in self.sets.get(&set).into_iter().flatten() {
            let Some((dimension, value)) = self.values.get(value) else {
                continue;
            };
            let dimension = builder.dimension(dimension);
            if keys.len() <= dimension {
                keys.resize(dimension + 1, 0);
            }
            keys[dimension] = builder.segment_key(dimension, value)?;
        }
        self.met.insert(set, keys.clone());
        Ok(())
    }
}

/// An answer outside its question's scale of today is not counted, nor a second one of a response
/// to one question about one touchpoint.
fn add_answer(
    builder: &mut ScoreTableBuilder,
    met: &mut HashSet<(i64, u16)>,
    topic: &mut Topic,
    row: &Kept,
    value: i64,
) -> Result<(), TableFull> {
    if !(topic.min..=topic.max).contains(&value) {
        return Ok(());
    }
    let Ok(above) = u8::try_from(value - topic.min) else {
        return Ok(());
    };
    let key = match topic.key {
        Some(key) => key,
        None => *topic.key.insert(builder.group_key(topic.group)?),
    };
    if !topic.shared || met.insert((row.response, key)) {
        builder.push_answer(row.number, key, above);
    }
    Ok(())
}

fn topics(conn: &Connection) -> SqlResult<Vec<Option<Topic>>> {
    let subjects = Subjects::load(conn)?;
    let found = all(conn, include_str!("sql/topics/scales.sql"), |row| {
        let touchpoint = subjects.touchpoint(row.get(1)?);
        let group = Group { touchpoint, question: QuestionId(uuid(row, 2)?) };
        let key = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
        Ok((key, Topic { group, key: None, min: row.get(3)?, max: row.get(4)?, shared: false }))
    })?;
    let mut counts: HashMap<Group, usize> = HashMap::new();
    found.iter().for_each(|(_, topic)| *counts.entry(topic.group).or_default() += 1);
    let most = found.iter().map(|(key, _)| key + 1).max().unwrap_or(0);
    let mut topics = vec![None; most.min(usize::try_from(TOPICS).unwrap_or(0))];
    for (key, topic) in found {
        if let Some(place) = topics.get_mut(key) {
            *place = Some(Topic { shared: counts[&topic.group] > 1, ..topic });
        }
    }
    Ok(topics)
}

fn all<T>(conn: &Connection, sql: &str, read: impl Fn(&Row) -> SqlResult<T>) -> SqlResult<Vec<T>> {
    conn.prepare(sql)?.query_map([], |row| read(row))?.collect()
}

/// Why a chunk could not be read.
enum Failure {
    Sql(rusqlite::Error),
    Full,
}

impl Failure {
    fn told(self, name: &str) -> StoreError {
        match self {
            Self::Sql(error) => StoreError::sql(name, &error),
            Self::Full => StoreError::TooMany { file: name.to_owned(), what: name.to_owned() },
        }
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<TableFull> for Failure {
    fn from(_: TableFull) -> Self {
        Self::Full
    }
}
