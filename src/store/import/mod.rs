//! One import: its rows, the changes of the model and the undo step, in one transaction.
//!
//! Takes plain values; what a column means and which touchpoint a label is, is decided elsewhere.

mod contact;
mod family;
mod people;
mod purge;
mod rows;
mod seen;
mod take;
mod words;

pub(super) use purge::purge;

use super::settled::{self, LAST_RESPONSE};
use super::{HistoryEdit, RejectedCell, Store, StoreError, history, nouns};
use crate::model::{Batch, BatchId, Change, ChannelId, Message, QuestionId, TouchpointId};
use contact::Contacts;
use family::Families;
use people::People;
use rows::Rows;
use rusqlite::{
    Connection, OptionalExtension, Result as SqlResult, Statement, Transaction, params,
};
use seen::Seen;
use serde::Serialize;
use std::collections::BTreeMap;
use words::Words;

pub use contact::ImportContact;
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
    /// What the row as a whole is about, if it says so.
    pub about: Option<SubjectKey>,
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
    /// Place of its column in the mapping, where that is known.
    pub part: Option<u32>,
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
    /// Contacts.
    pub contacts: u64,
    /// Rows without response id that are the same as an earlier one; kept all the same.
    pub identical: u64,
}

/// Where the rows of an import go. `finish` keeps them; dropping the sink takes all back.
pub struct ImportSink<'s> {
    store: &'s Store,
    batch: i64,
    counts: Counts,
    words: Words<'s>,
    rows: Rows<'s>,
    cells: Statement<'s>,
    families: Families<'s>,
    customers: People<'s>,
    employees: People<'s>,
    contacts: Contacts<'s>,
    identical: Seen,
    rollup: Vec<BTreeMap<i32, i64>>,
    /// The row whose cells were listed last, and the key of the first of them.
    listed: Option<(u64, i64)>,
    next_response: i64,
    // The transaction ends before the cache is made small again.
    tx: Transaction<'s>,
    _cache: LargeCache<'s>,
}

impl Store {
    /// Begins an import of `batch` (whose counts are not looked at). Nothing is visible to others
    /// before `finish`.
    ///
    /// # Errors
    /// When the document cannot be written.
    pub fn begin_import(&mut self, batch: &Batch) -> Result<ImportSink<'_>, StoreError> {
        self.begin_import_instead_of(None, batch)
    }

    /// As `begin_import`, of a batch that takes the place of another: what that one brought does not
    /// count any more.
    ///
    /// # Errors
    /// As for `begin_import`.
    pub fn begin_import_instead_of(
        &mut self,
        other: Option<BatchId>,
        batch: &Batch,
    ) -> Result<ImportSink<'_>, StoreError> {
        let store: &Self = self;
        let cache = store.told(LargeCache::new(&store.conn))?;
        let tx = store.begin()?;
        if let Some(other) = other {
            let set_aside = include_str!("../sql/batches/set_aside.sql");
            store.told(tx.execute(set_aside, [other.0.as_bytes()]))?;
        }
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
            rows: Rows::new(conn, key)?,
            cells: conn.prepare(include_str!("../sql/rejected_cells/insert.sql"))?,
            families: Families::new(conn, key, batch.survey)?,
            customers: People::new(conn, "customer")?,
            employees: People::new(conn, "employee")?,
            contacts: Contacts::new(conn, batch.survey)?,
            identical: Seen::default(),
            rollup: Vec::new(),
            listed: None,
            next_response: 1 + newest(
                conn,
                include_str!("../sql/responses/newest.sql"),
                LAST_RESPONSE,
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
        self.words.subject(touchpoint, label).map_err(|e| self.told(&e))
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
        match self.words.topic(subject, question).map_err(|e| self.told(&e))? {
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
        self.words.channel(channel, label).map_err(|e| self.told(&e))
    }

    /// The key of a value of a segment dimension.
    ///
    /// # Errors
    /// When the dimension has more than 65,535 values, or as for `subject`.
    pub fn segment(&mut self, dimension: &str, value: &str) -> Result<SegmentKey, StoreError> {
        match self.words.segment(dimension, value).map_err(|e| self.told(&e))? {
            Some(segment) => Ok(segment),
            None => Err(self.too_many(dimension.to_owned())),
        }
    }

    /// Takes one row.
    ///
    /// # Errors
    /// When the file cannot be written; drop the sink then.
    pub fn response(&mut self, response: &ImportResponse<'_>) -> Result<(), StoreError> {
        self.take(response).map_err(|e| self.told(&e))
    }

    /// Takes one row of a log.
    ///
    /// # Errors
    /// As for `response`.
    pub fn contact(&mut self, contact: &ImportContact<'_>) -> Result<(), StoreError> {
        self.take_contact(contact).map_err(|e| self.told(&e))
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
        self.list(row, column, value, reason, false).map_err(|e| self.told(&e))
    }

    /// Takes a cell that an import before listed, as it was listed.
    ///
    /// # Errors
    /// As for `response`.
    pub fn carry_over(&mut self, cell: &RejectedCell) -> Result<(), StoreError> {
        let count =
            if cell.duplicate { &mut self.counts.duplicates } else { &mut self.counts.rejected };
        *count += 1;
        let RejectedCell { row, column, value, reason, duplicate } = cell;
        self.list(*row, column, value, reason, *duplicate).map_err(|e| self.told(&e))
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
        let Self { tx, batch, rollup, mut rows, .. } = self;
        rows.flush()?;
        let mut insert = tx.prepare(include_str!("../sql/rollup/insert.sql"))?;
        for (topic, counts) in (0_i64..).zip(&rollup) {
            for (value, count) in counts {
                insert.execute(params![batch, topic, value, count])?;
            }
        }
        drop((insert, rows));
        for change in changes {
            nouns::write(&tx, change)?;
        }
        history::follow(&tx, changes, HistoryEdit::Push { name })?;
        tx.commit()
    }

    fn told(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::sql(&self.store.name(), error)
    }

    fn too_many(&self, what: String) -> StoreError {
        StoreError::TooMany { file: self.store.name(), what }
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
        let _ = self.0.execute_batch("PRAGMA cache_size = -16000; PRAGMA shrink_memory");
    }
}

/// Makes the batch's row, not yet active.
fn begin_batch(conn: &Connection, batch: &Batch) -> SqlResult<i64> {
    conn.prepare(include_str!("../sql/batches/begin.sql"))?.execute(params![
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
    let there: i64 = conn.query_row(sql, [], |row| row.get(0)).optional()?.unwrap_or(0);
    Ok(there.max(settled::get(conn, remembered)?.unwrap_or(0)))
}
