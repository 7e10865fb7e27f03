//! The index of the words in the comments, built and kept up in the background, a chunk at a time.
//!
//! Resumable: the file remembers the newest comment that is indexed. An import never waits for it.

use super::connection::{Access, Place, connect};
use super::file::DocumentFile;
use super::settled::{self, INDEXED_TO};
use super::{StoreError, closing};
use rusqlite::{Connection, Result as SqlResult, Transaction, TransactionBehavior};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// A writing connection that only indexes; for a worker.
pub struct Indexer {
    conn: Connection,
    file: Option<Arc<DocumentFile>>,
}

impl Indexer {
    pub(super) fn new(place: &Place, file: Option<Arc<DocumentFile>>) -> Result<Self, StoreError> {
        let name = file.as_ref().map(|f| f.name.clone()).unwrap_or_default();
        let conn = connect(place, Access::Write).map_err(|e| StoreError::sql(&name, &e))?;
        Ok(Self { conn, file })
    }

    /// Indexes at most `budget` more comments in one short transaction; true when all are done.
    /// While an import is writing nothing is done and the answer is false.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn step(&mut self, budget: usize) -> Result<bool, StoreError> {
        let file = self.file.as_ref();
        let name = file.map(|f| f.name.clone()).unwrap_or_default();
        if file.is_some_and(|f| !f.is_unmoved()) {
            return Err(StoreError::Replaced { file: name });
        }
        match self
            .try_step(budget)
            .map_err(|e| StoreError::sql(&name, &e))
        {
            Err(StoreError::Busy { .. }) => Ok(false),
            outcome => outcome,
        }
    }

    fn try_step(&mut self, budget: usize) -> SqlResult<bool> {
        if is_complete(&self.conn)? {
            return Ok(true);
        }
        let tx = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        closing::take_away(&tx)?;
        if let Some(file) = &self.file {
            file.touched.store(true, Ordering::Relaxed);
        }
        let complete = step(&tx, budget)?;
        tx.commit()?;
        Ok(complete)
    }
}

/// Whether every comment is indexed.
pub(super) fn is_complete(conn: &Connection) -> SqlResult<bool> {
    let newest: Option<i64> =
        conn.query_row(include_str!("sql/comments/newest.sql"), [], |row| {
            row.get(0)
        })?;
    Ok(newest.is_none_or(|newest| newest <= indexed_to(conn).unwrap_or(i64::MIN)))
}

/// Indexes at most `budget` more comments.
pub(super) fn step(conn: &Connection, budget: usize) -> SqlResult<bool> {
    let (from, budget) = (
        indexed_to(conn)?,
        i64::try_from(budget.max(1)).unwrap_or(i64::MAX),
    );
    let to: Option<i64> = conn.query_row(
        include_str!("sql/comments/chunk_end.sql"),
        [from, budget],
        |row| row.get(0),
    )?;
    let Some(to) = to else { return Ok(true) };
    conn.prepare_cached(include_str!("sql/comment_words/insert.sql"))?
        .execute([from, to])?;
    settled::set(conn, INDEXED_TO, to)?;
    is_complete(conn)
}

/// Takes the comments of a batch out of the index; before they are deleted.
pub(super) fn forget_batch(conn: &Connection, batch: i64) -> SqlResult<()> {
    let bounds = [batch, indexed_to(conn)?];
    conn.prepare_cached(include_str!("sql/comment_words/delete.sql"))?
        .execute(bounds)
        .map(drop)
}

/// The query of the index for comments that hold all these words, or words that begin with them;
/// none when there are no words.
pub(super) fn query(words: &str) -> Option<String> {
    Some(quoted(words)).filter(|query| !query.is_empty())
}

/// Each word quoted, so that nothing in it is taken for an operator; the last letter may follow.
fn quoted(words: &str) -> String {
    let letters = |c: char| c.is_alphanumeric();
    let words = words.split(|c| !letters(c)).filter(|word| !word.is_empty());
    words
        .map(|word| format!("\"{word}\"*"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn indexed_to(conn: &Connection) -> SqlResult<i64> {
    Ok(settled::get(conn, INDEXED_TO)?.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_are_quoted_so_that_nothing_is_an_operator() {
        for (typed, query) in [
            ("te lang", "\"te\"* \"lang\"*"),
            ("a AND \"b", "\"a\"* \"AND\"* \"b\"*"),
            ("text:*^-", "\"text\"*"),
            ("…", ""),
        ] {
            assert_eq!(quoted(typed), query);
        }
    }
}
