//! One import: its rows, the changes of the model and the undo step, in one transaction.
//!
//! Takes plain values; what a column means and which touchpoint a label is, is decided elsewhere.

mod family;
mod purge;
mod seen;
mod words;

pub(super) use purge::purge;

use super::settled::{self, LAST_IDENTITY, LAST_RESPONSE};
use super::value::json_of;
use super::{HistoryEdit, Store, StoreError, history, nouns};
use crate::model::{Batch, Change, ChannelId, Message, QuestionId, TouchpointId};
use family::Families;
use rusqlite::{
    Connection, OptionalExtension, Result as SqlResult, Statement, Transaction, params,
};
use seen::Seen;
use serde::Serialize;
use std::collections::BTreeMap;
use words::Words;

pub use words::{ChannelKey, SegmentKey, SubjectKey, TopicKey};

/// Topics in one document, and so the factor between the keys of responses and answers.
pub(super) const TOPICS: i64 = 65_536;

/// One row of a survey file, with its labels made into keys by the sink.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ImportResponse<'a> {
    /// Row of the file, from 1.
    pub row: u64,
    /// The response id. Rows of one id in a survey are one response.
    pub external_id: Option<&'a str>,
    /// Days from 1970-01-01.
    pub day: Option<i32>,
    /// The channel of the row.
    pub channel: Option<ChannelKey>,
    /// The customer; kept with the identities.
    pub customer: Option<&'a str>,
    /// The employee who served; kept with the identities.
    pub employee: Option<&'a str>,
    /// Weight; absent = 1.
    pub weight: Option<f64>,
    /// Whether this customer may be called.
    pub consent: Option<bool>,
    /// Segments, at most one a dimension.
    pub segments: &'a [SegmentKey],
    /// Answers.
    pub answers: &'a [ImportAnswer<'a>],
    /// Comments.
    pub comments: &'a [ImportComment<'a>],
}

/// One answer of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportAnswer<'a> {
    /// Touchpoint and question.
    pub topic: TopicKey,
    /// The value.
    pub value: i32,
    /// The cell as read, where it differs from the number.
    pub as_read: Option<&'a str>,
    /// Header of the column, to list a duplicate by.
    pub column: &'a str,
}

/// One comment of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportComment<'a> {
    /// What it is about.
    pub subject: SubjectKey,
    /// What the respondent wrote.
    pub text: &'a str,
}

/// What an import kept so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Counts {
    /// New responses.
    pub responses: u64,
    /// Answers.
    pub answers: u64,
    /// Comments.
    pub comments: u64,
    /// Answers met twice and counted once.
    pub duplicates: u64,
    /// Cells refused.
    pub rejected: u64,
    /// Rows without response id that are the same as an earlier one; kept all the same.
    pub identical: u64,
}

/// Where the rows of an import go. `finish` keeps them; dropping the sink takes all back.
pub struct ImportSink<'s> {
    store: &'s Store,
    batch: i64,
    counts: Counts,
    words: Words<'s>,
    statements: Statements<'s>,
    families: Families<'s>,
    people: [People; 2],
    identical: Seen,
    rollup: Vec<BTreeMap<i32, i64>>,
    next_response: i64,
    next_identity: i64,
    // The transaction ends before the cache is made small again.
    tx: Transaction<'s>,
    _cache: LargeCache<'s>,
}

struct Statements<'s> {
    answer: Statement<'s>,
    answer_exists: Statement<'s>,
    comment: Statement<'s>,
    same_comment: Statement<'s>,
    count_comments: Statement<'s>,
    identity: Statement<'s>,
    rejected: Statement<'s>,
}

/// The people of one kind, by the fingerprint of their name; read when the first one comes.
struct People {
    kind: &'static str,
    seen: Option<Seen>,
}

impl Store {
    /// Begins an import of `batch` (whose counts are not looked at). Nothing is visible to others
    /// before `finish`.
    ///
    /// # Errors
    /// When the document cannot be written.
    pub fn begin_import(&mut self, batch: &Batch) -> Result<ImportSink<'_>, StoreError> {
        let store: &Self = self;
        let cache = store.told(LargeCache::new(&store.conn))?;
        let tx = store.begin()?;
        store.told(ImportSink::begin(store, tx, cache, batch))
    }
}

impl<'s> ImportSink<'s> {
    fn begin(
        store: &'s Store,
        tx: Transaction<'s>,
        cache: LargeCache<'s>,
        batch: &Batch,
    ) -> SqlResult<Self> {
        let conn = &store.conn;
        let key = begin_batch(conn, batch)?;
        Ok(Self {
            store,
            batch: key,
            counts: Counts::default(),
            words: Words::load(conn)?,
            statements: Statements::prepare(conn)?,
            families: Families::load(conn, key, batch.survey)?,
            people: [People::of("customer"), People::of("employee")],
            identical: Seen::default(),
            rollup: Vec::new(),
            next_response: 1 + newest(
                conn,
                include_str!("../sql/responses/newest.sql"),
                LAST_RESPONSE,
            )?,
            next_identity: 1 + newest(
                conn,
                include_str!("../sql/identities/newest.sql"),
                LAST_IDENTITY,
            )?,
            tx,
            _cache: cache,
        })
    }

    /// What was kept so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The key of a touchpoint, of a label the map does not know, or (neither) of the journey as a
    /// whole. An unknown label gets an identity of its own that no touchpoint of the model has.
    ///
    /// # Errors
    /// When there are too many, or the file cannot be written.
    pub fn subject(
        &mut self,
        touchpoint: Option<TouchpointId>,
        label: Option<&str>,
    ) -> Result<SubjectKey, StoreError> {
        self.words
            .subject(touchpoint, label)
            .map_err(|e| self.told(e))
    }

    /// The key of a question asked about a subject.
    ///
    /// # Errors
    /// As for `subject`.
    pub fn topic(
        &mut self,
        subject: SubjectKey,
        question: QuestionId,
    ) -> Result<TopicKey, StoreError> {
        match self
            .words
            .topic(subject, question)
            .map_err(|e| self.told(e))?
        {
            Some(topic) => Ok(topic),
            None => Err(self.too_many(String::new())),
        }
    }

    /// The key of a channel, or of a label that is none of the document's channels.
    ///
    /// # Errors
    /// As for `subject`.
    pub fn channel(
        &mut self,
        channel: Option<ChannelId>,
        label: Option<&str>,
    ) -> Result<ChannelKey, StoreError> {
        self.words.channel(channel, label).map_err(|e| self.told(e))
    }

    /// The key of a value of a segment dimension.
    ///
    /// # Errors
    /// When the dimension has more than 65,535 values, or as for `subject`.
    pub fn segment(&mut self, dimension: &str, value: &str) -> Result<SegmentKey, StoreError> {
        match self
            .words
            .segment(dimension, value)
            .map_err(|e| self.told(e))?
        {
            Some(segment) => Ok(segment),
            None => Err(self.too_many(dimension.to_owned())),
        }
    }

    /// Takes one row.
    ///
    /// # Errors
    /// When the file cannot be written; drop the sink then.
    pub fn response(&mut self, response: &ImportResponse<'_>) -> Result<(), StoreError> {
        self.take(response).map_err(|e| self.told(e))
    }

    /// Takes one refused cell.
    ///
    /// # Errors
    /// As for `response`.
    pub fn rejected(
        &mut self,
        row: u64,
        column: &str,
        value: &str,
        reason: &Message,
    ) -> Result<(), StoreError> {
        self.counts.rejected += 1;
        self.list(row, column, value, reason, false)
            .map_err(|e| self.told(e))
    }

    /// Keeps the rows, writes the changes of the model (with the batch and its counts among them)
    /// and one undo step. Durable when it returns.
    ///
    /// # Errors
    /// When it could not be written; then nothing of the import was.
    pub fn finish(self, changes: &[Change], name: &Message) -> Result<Counts, StoreError> {
        let (store, counts) = (self.store, self.counts);
        store.told(self.keep(changes, name))?;
        store.written.set(true);
        Ok(counts)
    }

    fn keep(self, changes: &[Change], name: &Message) -> SqlResult<()> {
        let Self {
            tx,
            batch,
            rollup,
            statements,
            families,
            words,
            ..
        } = self;
        let mut insert = tx.prepare(include_str!("../sql/rollup/insert.sql"))?;
        for (topic, counts) in (0_i64..).zip(&rollup) {
            for (value, count) in counts {
                insert.execute(params![batch, topic, value, count])?;
            }
        }
        drop((insert, statements, families, words));
        for change in changes {
            nouns::write(&tx, change)?;
        }
        history::follow(&tx, changes, HistoryEdit::Push { name })?;
        tx.commit()
    }

    fn take(&mut self, response: &ImportResponse<'_>) -> SqlResult<()> {
        let traits = family::Traits {
            day: response.day,
            channel: response.channel.map(|key| key.0),
            respondent: self.person(0, response.customer)?,
            employee: self.person(1, response.employee)?,
            weight: response.weight,
            consent: response.consent,
            segments: self.words.segment_set(response.segments)?,
        };
        match response.external_id {
            None => {
                if !self
                    .identical
                    .insert_new(&(traits.identity(), Contents(response)))
                {
                    self.counts.identical += 1;
                }
                let key = self.new_response(None, None, &traits)?;
                self.counts.responses += 1;
                self.fill_new(key, response)
            }
            Some(id) => match self.families.head(id) {
                None => {
                    let key = self.new_response(None, Some(id), &traits)?;
                    self.counts.responses += 1;
                    self.families.found(id, key, traits);
                    self.fill_new(key, response)
                }
                Some(head) => self.add_to_family(head, id, traits, response),
            },
        }
    }

    fn new_response(
        &mut self,
        joined: Option<i64>,
        id: Option<&str>,
        traits: &family::Traits,
    ) -> SqlResult<i64> {
        let key = self.next_response;
        self.next_response += 1;
        self.families.insert(key, joined, id, traits)?;
        Ok(key)
    }

    /// The contents of a response that was not there before.
    fn fill_new(&mut self, key: i64, response: &ImportResponse<'_>) -> SqlResult<()> {
        for answer in response.answers {
            self.add_answer(key, answer, response.row)?;
        }
        for (number, comment) in (0_i64..).zip(response.comments) {
            self.add_comment(key * TOPICS + number, comment, response.day)?;
        }
        Ok(())
    }

    /// One more row of a known response: what it has already is a duplicate.
    fn add_to_family(
        &mut self,
        head: i64,
        id: &str,
        traits: family::Traits,
        response: &ImportResponse<'_>,
    ) -> SqlResult<()> {
        let (members, own) = self.families.members(head, &traits)?;
        let mut own = own;
        for answer in response.answers {
            if self.is_answered(&members, answer)? {
                self.list_duplicate(response.row, answer)?;
                continue;
            }
            let key = self.own_key(&mut own, head, id, &traits)?;
            self.add_answer(key, answer, response.row)?;
        }
        for comment in response.comments {
            if self.is_written(&members, comment)? {
                continue;
            }
            let base = self.own_key(&mut own, head, id, &traits)? * TOPICS;
            let number: i64 = self
                .statements
                .count_comments
                .query_row([base], |r| r.get(0))?;
            self.add_comment(base + number, comment, response.day)?;
        }
        Ok(())
    }

    /// The row of this import with these traits, made when it is first needed.
    fn own_key(
        &mut self,
        own: &mut Option<i64>,
        head: i64,
        id: &str,
        traits: &family::Traits,
    ) -> SqlResult<i64> {
        if let Some(key) = *own {
            return Ok(key);
        }
        let key = self.new_response(Some(head), Some(id), traits)?;
        self.families.joined(key, traits.clone());
        *own = Some(key);
        Ok(key)
    }

    fn is_answered(&mut self, members: &[i64], answer: &ImportAnswer<'_>) -> SqlResult<bool> {
        for member in members {
            if self
                .statements
                .answer_exists
                .exists([member * TOPICS + answer.topic.0])?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_written(&mut self, members: &[i64], comment: &ImportComment<'_>) -> SqlResult<bool> {
        for member in members {
            let same = params![member * TOPICS, comment.subject.0, comment.text];
            if self.statements.same_comment.exists(same)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn add_answer(&mut self, response: i64, answer: &ImportAnswer<'_>, row: u64) -> SqlResult<()> {
        let key = response * TOPICS + answer.topic.0;
        if self
            .statements
            .answer
            .execute(params![key, answer.value, answer.as_read])?
            == 0
        {
            return self.list_duplicate(row, answer);
        }
        self.counts.answers += 1;
        let topic = usize::try_from(answer.topic.0).unwrap_or(0);
        if self.rollup.len() <= topic {
            self.rollup.resize_with(topic + 1, BTreeMap::new);
        }
        *self.rollup[topic].entry(answer.value).or_insert(0) += 1;
        Ok(())
    }

    fn add_comment(
        &mut self,
        key: i64,
        comment: &ImportComment<'_>,
        day: Option<i32>,
    ) -> SqlResult<()> {
        self.counts.comments += 1;
        let row = params![key, self.batch, comment.subject.0, day, comment.text];
        self.statements.comment.execute(row).map(drop)
    }

    fn list_duplicate(&mut self, row: u64, answer: &ImportAnswer<'_>) -> SqlResult<()> {
        self.counts.duplicates += 1;
        let as_number = answer.value.to_string();
        let value = answer.as_read.unwrap_or(&as_number);
        self.list(
            row,
            answer.column,
            value,
            &Message::new("store-duplicate-answer"),
            true,
        )
    }

    fn list(
        &mut self,
        row: u64,
        column: &str,
        value: &str,
        reason: &Message,
        duplicate: bool,
    ) -> SqlResult<()> {
        let row = i64::try_from(row).unwrap_or(i64::MAX);
        let cell = params![self.batch, row, column, value, json_of(reason)?, duplicate];
        self.statements.rejected.execute(cell).map(drop)
    }

    /// The key of a person, made when the name is new.
    fn person(&mut self, kind: usize, name: Option<&str>) -> SqlResult<Option<i64>> {
        let Some(name) = name else { return Ok(None) };
        let people = &mut self.people[kind];
        let seen = match &mut people.seen {
            Some(seen) => seen,
            empty => empty.insert(known_people(&self.store.conn, people.kind)?),
        };
        if let Some(key) = seen.get(name) {
            return Ok(Some(key));
        }
        let key = self.next_identity;
        self.next_identity += 1;
        seen.insert(name, key);
        self.statements
            .identity
            .execute(params![key, people.kind, name])?;
        Ok(Some(key))
    }

    fn told(&self, error: rusqlite::Error) -> StoreError {
        StoreError::sql(&self.store.name(), &error)
    }

    fn too_many(&self, what: String) -> StoreError {
        StoreError::TooMany {
            file: self.store.name(),
            what,
        }
    }
}

/// What a row says, for finding rows that say the same.
struct Contents<'a>(&'a ImportResponse<'a>);

impl std::hash::Hash for Contents<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        for answer in self.0.answers {
            (answer.topic.0, answer.value).hash(state);
        }
        for comment in self.0.comments {
            (comment.subject.0, comment.text).hash(state);
        }
    }
}

impl People {
    fn of(kind: &'static str) -> Self {
        Self { kind, seen: None }
    }
}

impl<'s> Statements<'s> {
    fn prepare(conn: &'s Connection) -> SqlResult<Self> {
        Ok(Self {
            answer: conn.prepare(include_str!("../sql/answers/insert.sql"))?,
            answer_exists: conn.prepare(include_str!("../sql/answers/exists.sql"))?,
            comment: conn.prepare(include_str!("../sql/comments/insert.sql"))?,
            same_comment: conn.prepare(include_str!("../sql/comments/same.sql"))?,
            count_comments: conn.prepare(include_str!("../sql/comments/count_of_response.sql"))?,
            identity: conn.prepare(include_str!("../sql/identities/insert.sql"))?,
            rejected: conn.prepare(include_str!("../sql/rejected_cells/insert.sql"))?,
        })
    }
}

/// More memory for pages while rows pour in.
struct LargeCache<'s>(&'s Connection);

impl<'s> LargeCache<'s> {
    fn new(conn: &'s Connection) -> SqlResult<Self> {
        conn.execute_batch("PRAGMA cache_size = -64000")?;
        Ok(Self(conn))
    }
}

impl Drop for LargeCache<'_> {
    fn drop(&mut self) {
        // A large cache does no harm.
        let _ = self
            .0
            .execute_batch("PRAGMA cache_size = -16000; PRAGMA shrink_memory");
    }
}

/// Makes the batch's row, not yet active.
fn begin_batch(conn: &Connection, batch: &Batch) -> SqlResult<i64> {
    conn.prepare(include_str!("../sql/batches/begin.sql"))?
        .execute(params![
            batch.id.0.as_bytes(),
            batch.survey.0.as_bytes(),
            batch.file_name,
            batch.file_hash,
            batch.profile,
            batch.imported_at,
        ])?;
    Ok(conn.last_insert_rowid())
}

/// The highest key ever given out, also to rows that are gone.
fn newest(conn: &Connection, sql: &str, remembered: &str) -> SqlResult<i64> {
    let there: i64 = conn
        .query_row(sql, [], |row| row.get(0))
        .optional()?
        .unwrap_or(0);
    Ok(there.max(settled::get(conn, remembered)?.unwrap_or(0)))
}

fn known_people(conn: &Connection, kind: &str) -> SqlResult<Seen> {
    let mut seen = Seen::default();
    let mut statement = conn.prepare(include_str!("../sql/identities/select.sql"))?;
    let mut rows = statement.query([kind])?;
    while let Some(row) = rows.next()? {
        seen.insert(row.get_ref(1)?.as_str()?, row.get(0)?);
    }
    Ok(seen)
}
