//! Rows on their way to the file: gathered, and written many at a time by one statement.
//!
//! Knows the columns of the three large tables and nothing of what they mean.

use super::ImportComment;
use super::family::Traits;
use rusqlite::types::Null;
use rusqlite::{Connection, Result, Statement, ToSql};
use std::ops::Range;

/// Rows in one statement.
const MANY: usize = 32;

/// What waits to be written. `flush` before reading these tables, and at the end.
pub(super) struct Rows<'s> {
    batch: i64,
    responses: Waiting<'s, Response>,
    answers: Waiting<'s, Answer>,
    comments: Waiting<'s, Comment>,
}

struct Response {
    key: i64,
    joined: Option<i64>,
    external_id: Option<Range<usize>>,
    traits: Traits,
    file_row: i64,
}

struct Answer {
    key: i64,
    value: i32,
    as_read: Option<Range<usize>>,
}

struct Comment {
    key: i64,
    subject: i64,
    day: Option<i32>,
    part: Option<u32>,
    text: Option<Range<usize>>,
}

impl<'s> Rows<'s> {
    pub fn new(conn: &'s Connection, batch: i64) -> Result<Self> {
        Ok(Self {
            batch,
            responses: Waiting::new(conn, include_str!("../sql/responses/insert.sql"), 12)?,
            answers: Waiting::new(conn, include_str!("../sql/answers/insert.sql"), 3)?,
            comments: Waiting::new(conn, include_str!("../sql/comments/insert.sql"), 6)?,
        })
    }

    pub fn response(
        &mut self,
        key: i64,
        joined: Option<i64>,
        id: Option<&str>,
        traits: Traits,
        row: u64,
    ) -> Result<()> {
        let external_id = self.responses.text(id);
        let file_row = i64::try_from(row).unwrap_or(i64::MAX);
        self.responses.rows.push(Response { key, joined, external_id, traits, file_row });
        if self.responses.is_full() { self.flush_responses() } else { Ok(()) }
    }

    pub fn answer(&mut self, key: i64, value: i32, as_read: Option<&str>) -> Result<()> {
        let as_read = self.answers.text(as_read);
        self.answers.rows.push(Answer { key, value, as_read });
        if self.answers.is_full() { self.flush_answers() } else { Ok(()) }
    }

    pub fn comment(
        &mut self,
        key: i64,
        day: Option<i32>,
        comment: &ImportComment<'_>,
    ) -> Result<()> {
        let text = self.comments.text(Some(comment.text));
        let (subject, part) = (comment.subject.0, comment.part);
        self.comments.rows.push(Comment { key, subject, day, part, text });
        if self.comments.is_full() { self.flush_comments() } else { Ok(()) }
    }

    /// Writes all that waits.
    pub fn flush(&mut self) -> Result<()> {
        self.flush_responses()?;
        self.flush_answers()?;
        self.flush_comments()
    }

    fn flush_responses(&mut self) -> Result<()> {
        let batch = self.batch;
        self.responses.flush(|r, texts, slot| {
            slot.bind(r.key)?;
            slot.bind(batch)?;
            slot.bind_or_null(r.joined)?;
            slot.bind_or_null(part(texts, r.external_id.as_ref()))?;
            slot.bind_or_null(r.traits.day)?;
            slot.bind_or_null(r.traits.channel)?;
            slot.bind_or_null(r.traits.respondent)?;
            slot.bind_or_null(r.traits.employee)?;
            slot.bind_or_null(r.traits.weight)?;
            slot.bind_or_null(r.traits.consent)?;
            slot.bind_or_null(r.traits.segments)?;
            slot.bind(r.file_row)
        })
    }

    fn flush_answers(&mut self) -> Result<()> {
        self.answers.flush(|a, texts, slot| {
            slot.bind(a.key)?;
            slot.bind(a.value)?;
            slot.bind_or_null(part(texts, a.as_read.as_ref()))
        })
    }

    fn flush_comments(&mut self) -> Result<()> {
        let batch = self.batch;
        self.comments.flush(|c, texts, slot| {
            slot.bind(c.key)?;
            slot.bind(batch)?;
            slot.bind(c.subject)?;
            slot.bind_or_null(c.day)?;
            slot.bind_or_null(c.part)?;
            slot.bind_or_null(part(texts, c.text.as_ref()))
        })
    }
}

fn part<'t>(texts: &'t str, range: Option<&Range<usize>>) -> Option<&'t str> {
    texts.get(range?.clone())
}

/// Rows of one table that wait, with their texts one after the other.
struct Waiting<'s, R> {
    rows: Vec<R>,
    texts: String,
    insert: Insert<'s>,
}

impl<'s, R> Waiting<'s, R> {
    fn new(conn: &'s Connection, sql: &str, columns: usize) -> Result<Self> {
        let insert = Insert::new(conn, sql, columns)?;
        Ok(Self { rows: Vec::with_capacity(MANY), texts: String::new(), insert })
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= MANY
    }

    fn text(&mut self, text: Option<&str>) -> Option<Range<usize>> {
        let start = self.texts.len();
        self.texts.push_str(text?);
        Some(start..self.texts.len())
    }

    fn flush(&mut self, bind: impl Fn(&R, &str, &mut Slot<'_, 's>) -> Result<()>) -> Result<()> {
        let texts = self.texts.as_str();
        self.insert.run(&self.rows, |row, slot| bind(row, texts, slot))?;
        self.rows.clear();
        self.texts.clear();
        Ok(())
    }
}

/// The same insert for one row and for many.
struct Insert<'s> {
    one: Prepared<'s>,
    many: Prepared<'s>,
}

/// An insert with the values of its last run, which SQLite keeps.
struct Prepared<'s> {
    statement: Statement<'s>,
    /// Which parameters have a value: a NULL need not be said twice.
    has_value: Vec<bool>,
}

/// The next parameters of a statement.
struct Slot<'a, 's> {
    prepared: &'a mut Prepared<'s>,
    next: usize,
}

impl Slot<'_, '_> {
    fn bind(&mut self, value: impl ToSql) -> Result<()> {
        self.next += 1;
        self.prepared.has_value[self.next - 1] = true;
        self.prepared.statement.raw_bind_parameter(self.next, value)
    }

    fn bind_or_null(&mut self, value: Option<impl ToSql>) -> Result<()> {
        if let Some(value) = value {
            return self.bind(value);
        }
        self.next += 1;
        if std::mem::take(&mut self.prepared.has_value[self.next - 1]) {
            self.prepared.statement.raw_bind_parameter(self.next, Null)?;
        }
        Ok(())
    }
}

impl<'s> Insert<'s> {
    /// `sql` ends before its list of rows.
    fn new(conn: &'s Connection, sql: &str, columns: usize) -> Result<Self> {
        let row = format!("({})", vec!["?"; columns].join(", "));
        let prepare = |rows: usize| -> Result<_> {
            let statement = conn.prepare(&format!(
                "{} {}",
                sql.trim_end(),
                vec![row.as_str(); rows].join(", ")
            ))?;
            Ok(Prepared { statement, has_value: vec![false; rows * columns] })
        };
        Ok(Self { one: prepare(1)?, many: prepare(MANY)? })
    }

    fn run<R>(
        &mut self,
        rows: &[R],
        bind: impl Fn(&R, &mut Slot<'_, 's>) -> Result<()>,
    ) -> Result<()> {
        let mut chunks = rows.chunks_exact(MANY);
        for chunk in &mut chunks {
            let mut slot = Slot { prepared: &mut self.many, next: 0 };
            chunk.iter().try_for_each(|row| bind(row, &mut slot))?;
            self.many.statement.raw_execute()?;
        }
        for row in chunks.remainder() {
            bind(row, &mut Slot { prepared: &mut self.one, next: 0 })?;
            self.one.statement.raw_execute()?;
        }
        Ok(())
    }
}
