//! Interned words: labels, channels and segments are kept once and meant by a small key.
//!
//! What was interned stays, also when the import that brought it is taken back.

use crate::model::{ChannelId, QuestionId, TouchpointId};
use crate::store::subjects::Subjects;
use crate::store::value::{uuid, uuid_or_none};
use rusqlite::{Connection, Result, Row, params};

/// Looked up for each row, so quick before all.
type HashMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// What an answer or a comment is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SubjectKey(pub(super) i64);

/// A question asked about a subject.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TopicKey(pub(super) i64);

/// A channel of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChannelKey(pub(super) i64);

/// A value of a segment dimension.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SegmentKey(pub(super) i64);

/// Values a dimension can have, since the columns keep them in sixteen bits.
const VALUES: usize = 65_535;
/// Sets remembered; a set may be there twice, so forgetting costs only room.
const SETS: usize = 100_000;

/// What is interned so far.
pub(super) struct Words<'s> {
    conn: &'s Connection,
    touchpoints: HashMap<Option<TouchpointId>, SubjectKey>,
    labels: HashMap<String, SubjectKey>,
    topics: HashMap<(SubjectKey, QuestionId), TopicKey>,
    channels: HashMap<Option<ChannelId>, ChannelKey>,
    channel_labels: HashMap<String, ChannelKey>,
    dimensions: HashMap<String, i64>,
    values: HashMap<i64, HashMap<String, SegmentKey>>,
    sets: HashMap<Vec<SegmentKey>, i64>,
    next_set: i64,
    kin: Kin,
}

/// Labels that nobody knew and that mean a touchpoint today: what stands under such a label and what
/// stands under the touchpoint itself is about the same.
#[derive(Default)]
struct Kin {
    meanings: HashMap<SubjectKey, TouchpointId>,
    /// Subject and question of each topic; kept only when there are meanings.
    topics: HashMap<TopicKey, (SubjectKey, QuestionId)>,
}

impl<'s> Words<'s> {
    pub fn load(conn: &'s Connection) -> Result<Self> {
        let (touchpoints, labels) = subjects(conn)?;
        let mut kin = Kin::default();
        for (key, subject) in Subjects::load(conn)?.iter() {
            if let (Some(_), None, Some(meaning)) =
                (&subject.as_met, &subject.label, subject.touchpoint)
            {
                kin.meanings.insert(SubjectKey(key), meaning);
            }
        }
        let mut values: HashMap<i64, HashMap<String, SegmentKey>> = HashMap::default();
        for (key, dimension, value) in
            all(conn, VALUES_SQL, |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
        {
            values.entry(dimension).or_default().insert(value, SegmentKey(key));
        }
        let topics = all(conn, include_str!("../sql/topics/select.sql"), |r| {
            Ok(((SubjectKey(r.get(1)?), QuestionId(uuid(r, 2)?)), TopicKey(r.get(0)?)))
        })?;
        if !kin.meanings.is_empty() {
            kin.topics = topics.iter().map(|(parts, key)| (*key, *parts)).collect();
        }
        let (mut channels, mut channel_labels) = (HashMap::default(), HashMap::default());
        let sql = include_str!("../sql/answer_channels/select.sql");
        for (key, channel, label) in all(conn, sql, |r| {
            Ok((ChannelKey(r.get(0)?), uuid_or_none(r, 1)?.map(ChannelId), r.get(2)?))
        })? {
            match label {
                Some(label) => channel_labels.insert(label, key),
                None => channels.insert(channel, key),
            };
        }
        let dimensions = all(conn, include_str!("../sql/dimensions/select.sql"), |r| {
            Ok((r.get(1)?, r.get(0)?))
        })?;
        let newest: i64 =
            conn.query_row(include_str!("../sql/segment_sets/newest.sql"), [], |r| r.get(0))?;
        Ok(Self {
            conn,
            touchpoints,
            labels,
            topics: topics.into_iter().collect(),
            channels,
            channel_labels,
            dimensions: dimensions.into_iter().collect(),
            values,
            sets: HashMap::default(),
            next_set: newest + 1,
            kin,
        })
    }

    /// A known touchpoint counts before its label; a label alone gets an identity of its own.
    pub fn subject(
        &mut self,
        touchpoint: Option<TouchpointId>,
        label: Option<&str>,
    ) -> Result<SubjectKey> {
        let known = match (touchpoint, label) {
            (None, Some(label)) => self.labels.get(label),
            (touchpoint, _) => self.touchpoints.get(&touchpoint),
        };
        if let Some(key) = known {
            return Ok(*key);
        }
        let unknown = label.filter(|_| touchpoint.is_none());
        let identity = touchpoint.or_else(|| unknown.map(|_| TouchpointId::fresh()));
        let bytes = identity.as_ref().map(|id| id.0.as_bytes());
        self.conn.prepare_cached(include_str!("../sql/subjects/insert.sql"))?.execute(params![
            bytes,
            label,
            unknown.is_some()
        ])?;
        let key = SubjectKey(self.conn.last_insert_rowid());
        self.touchpoints.insert(identity, key);
        if let Some(label) = unknown {
            self.labels.insert(label.to_owned(), key);
        }
        Ok(key)
    }

    /// None when there are as many topics as can be counted.
    pub fn topic(&mut self, subject: SubjectKey, question: QuestionId) -> Result<Option<TopicKey>> {
        if let Some(key) = self.topics.get(&(subject, question)) {
            return Ok(Some(*key));
        }
        if i64::try_from(self.topics.len()).is_ok_and(|n| n + 1 >= super::TOPICS) {
            return Ok(None);
        }
        self.conn
            .prepare_cached(include_str!("../sql/topics/insert.sql"))?
            .execute(params![subject.0, question.0.as_bytes()])?;
        let key = TopicKey(self.conn.last_insert_rowid());
        self.topics.insert((subject, question), key);
        if !self.kin.meanings.is_empty() {
            self.kin.topics.insert(key, (subject, question));
        }
        Ok(Some(key))
    }

    /// The other subjects that are about the same touchpoint.
    pub fn same_subjects(&self, subject: SubjectKey) -> Vec<SubjectKey> {
        let meanings = &self.kin.meanings;
        if meanings.is_empty() {
            return Vec::new();
        }
        let own = self.touchpoints.iter().find(|(_, key)| **key == subject);
        let meant = meanings.get(&subject).copied();
        let Some(touchpoint) = meant.or_else(|| own.and_then(|(id, _)| *id)) else {
            return Vec::new();
        };
        let labels = meanings.iter().filter(|(_, id)| **id == touchpoint).map(|(key, _)| *key);
        let itself = self.touchpoints.get(&Some(touchpoint)).copied();
        labels.chain(itself).filter(|key| *key != subject).collect()
    }

    /// The other topics that are the same question about the same touchpoint.
    pub fn same_topics(&self, topic: TopicKey) -> Vec<TopicKey> {
        let Some((subject, question)) = self.kin.topics.get(&topic) else {
            return Vec::new();
        };
        let others = self.same_subjects(*subject).into_iter();
        others.filter_map(|other| self.topics.get(&(other, *question)).copied()).collect()
    }

    pub fn channel(
        &mut self,
        channel: Option<ChannelId>,
        label: Option<&str>,
    ) -> Result<ChannelKey> {
        let label = label.filter(|_| channel.is_none());
        let known = match label {
            Some(label) => self.channel_labels.get(label),
            None => self.channels.get(&channel),
        };
        if let Some(key) = known {
            return Ok(*key);
        }
        let bytes = channel.as_ref().map(|id| id.0.as_bytes());
        self.conn
            .prepare_cached(include_str!("../sql/answer_channels/insert.sql"))?
            .execute(params![bytes, label])?;
        let key = ChannelKey(self.conn.last_insert_rowid());
        match label {
            Some(label) => self.channel_labels.insert(label.to_owned(), key),
            None => self.channels.insert(channel, key),
        };
        Ok(key)
    }

    /// None when the dimension has as many values as can be counted.
    pub fn segment(&mut self, dimension: &str, value: &str) -> Result<Option<SegmentKey>> {
        let dimension = self.dimension(dimension)?;
        let values = self.values.entry(dimension).or_default();
        if let Some(key) = values.get(value) {
            return Ok(Some(*key));
        }
        if values.len() >= VALUES {
            return Ok(None);
        }
        self.conn
            .prepare_cached(include_str!("../sql/dimension_values/insert.sql"))?
            .execute(params![dimension, value])?;
        let key = SegmentKey(self.conn.last_insert_rowid());
        values.insert(value.to_owned(), key);
        Ok(Some(key))
    }

    fn dimension(&mut self, name: &str) -> Result<i64> {
        if let Some(key) = self.dimensions.get(name) {
            return Ok(*key);
        }
        self.conn.prepare_cached(include_str!("../sql/dimensions/insert.sql"))?.execute([name])?;
        let key = self.conn.last_insert_rowid();
        self.dimensions.insert(name.to_owned(), key);
        Ok(key)
    }

    /// The key of a set of segments; none for the empty set.
    pub fn segment_set(&mut self, segments: &[SegmentKey]) -> Result<Option<i64>> {
        if segments.is_empty() {
            return Ok(None);
        }
        if let Some(key) = self.sets.get(segments) {
            return Ok(Some(*key));
        }
        if self.sets.len() >= SETS {
            self.sets.clear();
        }
        let key = self.next_set;
        self.next_set += 1;
        let mut insert =
            self.conn.prepare_cached(include_str!("../sql/segment_sets/insert.sql"))?;
        for segment in segments {
            insert.execute([key, segment.0])?;
        }
        self.sets.insert(segments.to_vec(), key);
        Ok(Some(key))
    }
}

const VALUES_SQL: &str = include_str!("../sql/dimension_values/select.sql");

type Interned = (HashMap<Option<TouchpointId>, SubjectKey>, HashMap<String, SubjectKey>);

/// The subjects by touchpoint, and by label where the label was all there was.
fn subjects(conn: &Connection) -> Result<Interned> {
    let (mut touchpoints, mut labels) = (HashMap::default(), HashMap::default());
    let found = all(conn, include_str!("../sql/subjects/select.sql"), |row| {
        let touchpoint = uuid_or_none(row, 1)?.map(TouchpointId);
        let unmatched: bool = row.get(3)?;
        let label: Option<String> = row.get(2)?;
        Ok((SubjectKey(row.get(0)?), touchpoint, label.filter(|_| unmatched)))
    })?;
    for (key, touchpoint, label) in found {
        touchpoints.insert(touchpoint, key);
        if let Some(label) = label {
            labels.insert(label, key);
        }
    }
    Ok((touchpoints, labels))
}

fn all<T>(conn: &Connection, sql: &str, read: impl Fn(&Row) -> Result<T>) -> Result<Vec<T>> {
    conn.prepare(sql)?.query_map([], |row| read(row))?.collect()
}
