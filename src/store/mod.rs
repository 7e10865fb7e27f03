//! The document file: the only SQL of the program. `docs/FORMAT.md` describes the file.
//!
//! Keeps what it is given; what may change, and why, is decided in `document`.

mod blobs;
mod closing;
mod connection;
mod employees;
mod error;
mod file;
mod history;
mod migrations;
mod nouns;
mod open;
mod schema;
mod settled;
mod subjects;
mod value;

/// Looking into a file without working in it.
pub mod check;
/// What respondents wrote, page by page.
pub mod comments;
/// Contacts of logs.
mod contacts;
/// Copies of a document.
pub mod copy;
/// One import: rows, changes and undo step in one transaction.
pub mod import;
/// The rows of an import as they are kept.
pub mod kept;
/// A second connection for long reading on a worker.
pub mod reader;
/// Cells that were not taken over.
pub mod rejected;
/// Counts kept with each import.
pub mod rollup;
/// The answers as columns.
pub mod scores;
/// Labels that the map does not know.
pub mod unmatched;
/// The words of the comments.
pub mod words;

pub use check::CheckReport;
pub use comments::{
    Chosen, Comment, CommentIndex, CommentPage, CommentQuery, CommentScores, CommentSort, Finder,
    ScoreBand,
};
pub use error::StoreError;
pub use file::ReadOnly;
pub use history::{HistoryEdit, Step};
pub use import::{
    ChannelKey, Counts, ImportAnswer, ImportComment, ImportContact, ImportResponse, ImportSink,
    SegmentKey, SubjectKey, TopicKey,
};
pub use kept::{KeptAnswer, KeptComment, KeptRow, KeptSubject};
pub use open::Opened;
pub use reader::Reader;
pub use rejected::RejectedCell;
pub use rollup::Rollup;
pub use unmatched::UnmatchedLabel;
pub use words::Indexer;

use crate::jobs::Reporter;
use crate::model::{BatchId, Blob, BlobId, Change, Contact};
use crate::scores::{Found, ScoreTable};
use connection::{Access, Place, connect};
use file::DocumentFile;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// An open document file. It can be sent to another thread, and used by one at a time.
pub struct Store {
    // Declared before `file`, so that it is closed before the lock is let go.
    conn: Connection,
    place: Place,
    read_only: Option<ReadOnly>,
    /// Whether something was written since the file was opened.
    written: Cell<bool>,
    /// Whether the file must be checked before the first write.
    needs_check: Cell<bool>,
    file: Option<Arc<DocumentFile>>,
}

impl Store {
    /// Makes a new, empty document.
    ///
    /// # Errors
    /// When the file exists, or its folder is missing or protected. Nothing is left behind.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let file = DocumentFile::create(path)?;
        let place = Place::File(file.path.clone());
        let made = connect(&place, Access::Write)
            .and_then(|conn| schema::CURRENT.create(&conn).map(|()| conn));
        match made {
            Ok(conn) => Ok(Self::new(conn, place, Some(Arc::new(file)))),
            Err(error) => {
                // Half a document helps nobody, and the file is ours: we just made it.
                let _ = std::fs::remove_file(&file.path);
                Err(StoreError::sql(&file.name, &error))
            }
        }
    }

    /// Makes a document that is gone when it is closed.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let place = Place::memory();
        let made = connect(&place, Access::Write)
            .and_then(|conn| schema::CURRENT.create(&conn).map(|()| conn));
        made.map(|conn| Self::new(conn, place, None)).map_err(|e| StoreError::sql("", &e))
    }

    /// Opens a document: for writing if that can be, else for reading, with the reason.
    ///
    /// # Errors
    /// When there is no such document, or it is not safe to use. The file is as it was.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        open::open(path, &schema::CURRENT)
    }

    fn new(conn: Connection, place: Place, file: Option<Arc<DocumentFile>>) -> Self {
        let read_only = file.as_ref().and_then(|f| f.read_only);
        let (written, needs_check) = (Cell::new(false), Cell::new(false));
        Self { conn, place, read_only, written, needs_check, file }
    }

    /// Writes changes and their undo step in one transaction. Durable when it returns.
    ///
    /// # Errors
    /// When it could not be written; then nothing of it was.
    pub fn write(
        &mut self,
        changes: &[Change],
        history: HistoryEdit<'_>,
    ) -> Result<(), StoreError> {
        self.write_with(changes, &[], history)
    }

    /// As `write`, with bytes that the changes refer to.
    ///
    /// # Errors
    /// As for `write`.
    pub fn write_with(
        &mut self,
        changes: &[Change],
        blobs: &[Blob],
        history: HistoryEdit<'_>,
    ) -> Result<(), StoreError> {
        self.transact(|conn| {
            blobs::put(conn, blobs)?;
            for change in changes {
                nouns::write(conn, change)?;
            }
            history::follow(conn, changes, history)
        })
    }

    /// The bytes of that identity, if they are here.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, StoreError> {
        self.told(blobs::get(&self.conn, id))
    }

    /// Why the document cannot be written, if so.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// Where the document is; absent in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|f| f.path.as_path())
    }

    /// Whether the whole file is to be read through before the first write, since this machine did
    /// not close it cleanly. `write` does so by itself; `Reader::quick_check` does it on a worker.
    #[must_use]
    pub fn needs_check(&self) -> bool {
        self.needs_check.get()
    }

    /// Tells that `Reader::quick_check` found nothing.
    pub fn mark_checked(&mut self) {
        self.needs_check.set(false);
    }

    /// Opens a second connection for long reading on a worker.
    ///
    /// # Errors
    /// When the file cannot be opened once more.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::new(&self.place, self.file.clone())
    }

    /// Opens a second connection that indexes the words of the comments on a worker.
    ///
    /// # Errors
    /// When the document is read only or cannot be opened once more.
    pub fn indexer(&self) -> Result<Indexer, StoreError> {
        if self.read_only.is_some() {
            return Err(StoreError::ReadOnly { file: self.name() });
        }
        Indexer::new(&self.place, self.file.clone())
    }

    /// The active import of a file with that hash: the same file once more.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn batch_with_hash(&self, hash: &str) -> Result<Option<BatchId>, StoreError> {
        let mut found =
            self.told(self.conn.prepare_cached(include_str!("sql/batches/by_hash.sql")))?;
        let id = found.query_row([hash], |row| value::uuid(row, 0)).optional();
        self.told(id).map(|id| id.map(BatchId))
    }

    /// The answers of the active imports as columns.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn scores(&self, reporter: &Reporter) -> Result<ScoreTable, StoreError> {
        scores::load(&self.conn, &self.name(), reporter)
    }

    /// The counts kept with the active imports: all answers, unfiltered, at once.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn rollup(&self) -> Result<Vec<Rollup>, StoreError> {
        self.told(rollup::load(&self.conn))
    }

    /// The contacts of the active imports.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn contacts(&self) -> Result<Vec<Contact>, StoreError> {
        self.told(contacts::load(&self.conn))
    }

    /// The labels that the map does not know, with what stands under them.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn unmatched(&self) -> Result<Vec<UnmatchedLabel>, StoreError> {
        self.told(unmatched::load(&self.conn))
    }

    /// A page of what respondents wrote, newest first.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn comments(&self, query: &CommentQuery) -> Result<CommentPage, StoreError> {
        self.told(comments::page(&self.conn, query))
    }

    /// The responses of customers in which all these parts of words were written.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn written(&self, text: &str, reporter: &Reporter) -> Result<Found, StoreError> {
        let index = self.told(comments::index(&self.conn, reporter))?;
        self.told(comments::written(&self.conn, &index, text, reporter))
    }

    /// The cells of an import that were not taken over, in order of row.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn rejected(&self, batch: BatchId) -> Result<Vec<RejectedCell>, StoreError> {
        self.told(rejected::of_batch(&self.conn, batch))
    }

    /// Hands the rows of an import to `each`, as they are kept, until it says no. Gives the refused
    /// cells that belong to none of them.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn kept_rows(
        &self,
        batch: BatchId,
        each: &mut dyn FnMut(KeptRow) -> bool,
    ) -> Result<Vec<RejectedCell>, StoreError> {
        self.told(kept::rows(&self.conn, batch, each))
    }

    /// Deletes the rows of an import that was taken back, for good. The undo steps go too, since
    /// they could bring the import back without its rows.
    ///
    /// # Errors
    /// When the import is still active or unknown, or the file cannot be written.
    pub fn purge_batch(&mut self, batch: BatchId) -> Result<(), StoreError> {
        let found = self.transact(|conn| import::purge(conn, batch))?;
        if found { Ok(()) } else { Err(StoreError::StillActive { file: self.name() }) }
    }

    /// Forgets so many of the oldest undo steps for good.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget_oldest_steps(&mut self, count: usize) -> Result<(), StoreError> {
        self.transact(|conn| {
            history::forget_oldest(conn, count)?;
            blobs::tidy(conn)
        })
    }

    /// Forgets all undo steps for good.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn clear_history(&mut self) -> Result<(), StoreError> {
        self.transact(|conn| {
            history::clear(conn)?;
            blobs::tidy(conn)
        })
    }

    /// Indexes the words of at most `budget` more comments; true when all are done.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn index_comments_step(&mut self, budget: usize) -> Result<bool, StoreError> {
        if self.told(words::is_complete(&self.conn))? {
            return Ok(true);
        }
        self.transact(|conn| words::step(conn, budget))
    }

    /// Copies the document, exactly, history and identities too.
    ///
    /// # Errors
    /// When the copy cannot be written or the work was cancelled; then there is no copy.
    pub fn copy_to(&self, path: &Path, reporter: &Reporter) -> Result<(), StoreError> {
        copy::exact(&self.conn, self.file.as_deref(), path, reporter)
    }

    /// Copies the document without its history and without what tells who the respondents are.
    ///
    /// # Errors
    /// As for `copy_to`.
    pub fn copy_to_share(&self, path: &Path, reporter: &Reporter) -> Result<(), StoreError> {
        copy::to_share(&self.conn, self.file.as_deref(), path, reporter)
    }

    /// Looks into a file without working in it.
    ///
    /// # Errors
    /// When it is no document at all.
    pub fn check(path: &Path) -> Result<CheckReport, StoreError> {
        check::report(path)
    }

    /// Runs `work` in one transaction, after a look at whether it may and can be written.
    fn transact<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let tx = self.begin()?;
        let result = self.told(work(&tx))?;
        self.told(tx.commit())?;
        self.written.set(true);
        Ok(result)
    }

    /// Begins a transaction that will write. Dropping it takes all back.
    fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        if self.read_only.is_some() {
            return Err(StoreError::ReadOnly { file: self.name() });
        }
        if self.file.as_ref().is_some_and(|file| !file.is_unmoved()) {
            return Err(StoreError::Replaced { file: self.name() });
        }
        if self.needs_check.get() {
            check::quick(&self.conn, &self.name())?;
            self.needs_check.set(false);
        }
        let tx = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate);
        let tx = self.told(tx)?;
        if !self.written.get() {
            self.told(closing::take_away(&tx))?;
        }
        Ok(tx)
    }

    fn name(&self) -> String {
        self.file.as_ref().map(|f| f.name.clone()).unwrap_or_default()
    }

    fn told<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::sql(&self.name(), &error))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let Some(file) = &self.file else { return };
        let written = self.written.get() || file.touched.load(Ordering::Relaxed);
        if written && file.is_unmoved() {
            // Without the mark the file is checked when it is opened next: slower, not wrong.
            let _ = closing::leave(&self.conn, file);
        }
    }
}
