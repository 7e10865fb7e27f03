//! A second connection for long reading on a worker, while the window goes on writing.
//!
//! Reads in chunks, so that a write never waits long; writes nothing.

use super::connection::{Access, Place, connect};
use super::file::DocumentFile;
use super::{
    Chosen, Comment, CommentIndex, CommentPage, CommentQuery, CommentScores, Finder, KeptRow,
    RejectedCell, StoreError, UnmatchedLabel, check, comments, contacts, copy, kept, rejected,
    scores, unmatched,
};
use crate::jobs::Reporter;
use crate::model::{BatchId, Contact, Metric};
use crate::scores::{Found, ScoreTable};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;

/// A reading connection; it keeps hold of the file for as long as it lives.
pub struct Reader {
    conn: Connection,
    file: Option<Arc<DocumentFile>>,
}

impl Reader {
    pub(super) fn new(place: &Place, file: Option<Arc<DocumentFile>>) -> Result<Self, StoreError> {
        let name = file.as_ref().map(|f| f.name.clone()).unwrap_or_default();
        let conn = connect(place, Access::Read).map_err(|e| StoreError::sql(&name, &e))?;
        Ok(Self { conn, file })
    }

    /// The answers of the active imports as columns.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn scores(&self, reporter: &Reporter) -> Result<ScoreTable, StoreError> {
        scores::load(&self.conn, self.name(), reporter)
    }

    /// The contacts of the active imports.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn contacts(&self) -> Result<Vec<Contact>, StoreError> {
        contacts::load(&self.conn).map_err(|e| StoreError::sql(self.name(), &e))
    }

    /// A page of what respondents wrote, newest first.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn comments(&self, query: &CommentQuery) -> Result<CommentPage, StoreError> {
        comments::page(&self.conn, query).map_err(|e| StoreError::sql(self.name(), &e))
    }

    /// The small columns of all comments, for choosing and jumping about without the file.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn comment_index(&self, reporter: &Reporter) -> Result<CommentIndex, StoreError> {
        self.told(comments::index(&self.conn, reporter))
    }

    /// The answer to a metric beside each comment.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn comment_scores(
        &self,
        index: &CommentIndex,
        metric: Metric,
        reporter: &Reporter,
    ) -> Result<CommentScores, StoreError> {
        self.told(comments::scores_of(&self.conn, index, metric, reporter))
    }

    /// The comments that a query means, in its order; its words and page are not looked at. Where
    /// it sorts by score or asks for a band, `scores` are those of that metric.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn choose_comments(
        &self,
        index: &CommentIndex,
        scores: Option<&CommentScores>,
        query: &CommentQuery,
    ) -> Result<Chosen, StoreError> {
        self.told(comments::choose(&self.conn, index, scores, query))
    }

    /// Goes on with a search by one short step.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn find_comments(
        &self,
        index: &CommentIndex,
        finder: &mut Finder,
    ) -> Result<(), StoreError> {
        self.told(comments::find(&self.conn, index, finder))
    }

    /// The comments at places that were chosen or found, in that order.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn comments_at(
        &self,
        index: &CommentIndex,
        places: &[u32],
    ) -> Result<Vec<Comment>, StoreError> {
        self.told(comments::at(&self.conn, index, places))
    }

    /// Hands the texts of what was chosen to `each`, with their places, in the order in which they
    /// came in.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn comment_texts(
        &self,
        index: &CommentIndex,
        chosen: &Chosen,
        reporter: &Reporter,
        each: &mut dyn FnMut(u32, &str),
    ) -> Result<(), StoreError> {
        self.told(comments::texts(&self.conn, index, chosen, reporter, each))
    }

    /// The responses of customers in which all these parts of words were written.
    ///
    /// # Errors
    /// When the document cannot be read or the work was cancelled.
    pub fn written(
        &self,
        index: &CommentIndex,
        text: &str,
        reporter: &Reporter,
    ) -> Result<Found, StoreError> {
        self.told(comments::written(&self.conn, index, text, reporter))
    }

    /// Whether every comment is in the index of words.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn words_are_indexed(&self) -> Result<bool, StoreError> {
        self.told(comments::is_indexed(&self.conn))
    }

    /// The labels of the active imports that nobody knows, those with most under them first.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn unmatched(&self) -> Result<Vec<UnmatchedLabel>, StoreError> {
        unmatched::load(&self.conn).map_err(|e| StoreError::sql(self.name(), &e))
    }

    /// The cells of an import that were not taken over.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn rejected(&self, batch: BatchId) -> Result<Vec<RejectedCell>, StoreError> {
        rejected::of_batch(&self.conn, batch).map_err(|e| StoreError::sql(self.name(), &e))
    }

    /// As `Store::kept_rows`.
    ///
    /// # Errors
    /// When the document cannot be read.
    pub fn kept_rows(
        &self,
        batch: BatchId,
        each: &mut dyn FnMut(KeptRow) -> bool,
    ) -> Result<Vec<RejectedCell>, StoreError> {
        kept::rows(&self.conn, batch, each).map_err(|e| StoreError::sql(self.name(), &e))
    }

    /// Reads the whole file through and tells whether it holds together.
    ///
    /// # Errors
    /// `Damaged` when it does not; `Cancelled` when stopped.
    pub fn quick_check(&mut self, reporter: &Reporter) -> Result<(), StoreError> {
        let told = |e: rusqlite::Error| StoreError::sql("", &e);
        let asked = reporter.clone();
        self.conn.progress_handler(10_000, Some(move || asked.check().is_err())).map_err(told)?;
        let outcome = check::quick(&self.conn, self.name());
        let never: Option<fn() -> bool> = None;
        self.conn.progress_handler(0, never).map_err(told)?;
        outcome
    }

    /// Copies the document, exactly.
    ///
    /// # Errors
    /// As for `Store::copy_to`.
    pub fn copy_to(&self, path: &Path, reporter: &Reporter) -> Result<(), StoreError> {
        copy::exact(&self.conn, self.file.as_deref(), path, reporter)
    }

    /// Copies the document without history and identities.
    ///
    /// # Errors
    /// As for `Store::copy_to`.
    pub fn copy_to_share(&self, path: &Path, reporter: &Reporter) -> Result<(), StoreError> {
        copy::to_share(&self.conn, self.file.as_deref(), path, reporter)
    }

    fn told<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::sql(self.name(), &error))
    }

    fn name(&self) -> &str {
        self.file.as_ref().map_or("", |f| f.name.as_str())
    }
}
