//! What can be asked of a document without changing it: answers, comments, refused cells, copies.

use super::{
    CheckReport, CommentPage, CommentQuery, Document, DocumentError, History, Indexer, Reader,
    RejectedCell, Rollup, UnmatchedLabel,
};
use crate::jobs::Reporter;
use crate::model::{BatchId, BlobId, Contact, Message, Model, VersionId};
use crate::scores::{Filter, ScoreTable, Written};
use crate::store::Store;
use std::path::Path;
use std::sync::Arc;

impl Document {
    /// The answers of the active imports as columns.
    ///
    /// # Errors
    /// When the file cannot be read or the work was cancelled.
    pub fn scores(&self, reporter: &Reporter) -> Result<ScoreTable, DocumentError> {
        Ok(self.store.scores(reporter)?)
    }

    /// A filter whose words were looked up, if it asks for any.
    ///
    /// # Errors
    /// When the file cannot be read or the work was cancelled.
    pub fn looked_up(&self, filter: Filter, reporter: &Reporter) -> Result<Filter, DocumentError> {
        let Some(written) = filter.written else { return Ok(filter) };
        let found = self.store.written(&written.text, reporter)?;
        let written = Written { found: Some(Arc::new(found)), ..written };
        Ok(Filter { written: Some(written), ..filter })
    }

    /// The counts kept with the active imports: all answers, unfiltered, at once.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rollup(&self) -> Result<Vec<Rollup>, DocumentError> {
        Ok(self.store.rollup()?)
    }

    /// The contacts of the active imports: rows of a log, without any answer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contacts(&self) -> Result<Vec<Contact>, DocumentError> {
        Ok(self.store.contacts()?)
    }

    /// The labels of survey files that the map does not know, with what stands under them; those
    /// with most under them first. `Command::AssignLabel` gives them a meaning.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unmatched(&self) -> Result<Vec<UnmatchedLabel>, DocumentError> {
        Ok(self.store.unmatched()?)
    }

    /// A page of what respondents wrote, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn comments(&self, query: &CommentQuery) -> Result<CommentPage, DocumentError> {
        Ok(self.store.comments(query)?)
    }

    /// The cells of an import that were not taken over.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rejected(&self, batch: BatchId) -> Result<Vec<RejectedCell>, DocumentError> {
        Ok(self.store.rejected(batch)?)
    }

    /// The bytes of a picture, if they are here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, DocumentError> {
        Ok(self.store.blob(id)?)
    }

    /// The maps and people as they were in a version.
    ///
    /// # Errors
    /// When there is no such version, or it cannot be read.
    pub fn version(&self, id: VersionId) -> Result<Model, DocumentError> {
        let Some(version) = self.model.versions.get(&id) else {
            let message = Message::new("document-no-version").with("id", id.to_string());
            return Err(crate::model::Refusal(message).into());
        };
        Ok(super::plan::read_version(version, self.store.blob(version.blob)?)?)
    }

    /// The active import of a file with that SHA-256: the same file once more.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn batch_with_hash(&self, hash: &str) -> Result<Option<BatchId>, DocumentError> {
        Ok(self.store.batch_with_hash(hash)?)
    }

    /// A second connection for long reading on a worker.
    ///
    /// # Errors
    /// When the file cannot be opened once more.
    pub fn reader(&self) -> Result<Reader, DocumentError> {
        Ok(self.store.reader()?)
    }

    /// A second connection that indexes the words of the comments on a worker.
    ///
    /// # Errors
    /// When the document is read only or cannot be opened once more.
    pub fn indexer(&self) -> Result<Indexer, DocumentError> {
        Ok(self.store.indexer()?)
    }

    /// Whether the whole file is still to be read through before its first write. A worker does so
    /// with `Reader::quick_check`; else the first command does.
    #[must_use]
    pub fn needs_check(&self) -> bool {
        self.store.needs_check()
    }

    /// Tells that `Reader::quick_check` found nothing.
    pub fn mark_checked(&mut self) {
        self.store.mark_checked();
    }

    /// Copies the document exactly, history and identities too.
    ///
    /// # Errors
    /// When the copy cannot be written or the work was cancelled; then there is no copy.
    pub fn save_copy(&self, path: &Path, reporter: &Reporter) -> Result<(), DocumentError> {
        Ok(self.store.copy_to(path, reporter)?)
    }

    /// Copies the document without its history and without what tells who the respondents are.
    ///
    /// # Errors
    /// As for `save_copy`.
    pub fn save_copy_to_share(
        &self,
        path: &Path,
        reporter: &Reporter,
    ) -> Result<(), DocumentError> {
        Ok(self.store.copy_to_share(path, reporter)?)
    }

    /// Deletes the rows of an import that was taken back, for good; the undo steps go too.
    ///
    /// # Errors
    /// When the import still counts or is not known, or the file cannot be written.
    pub fn purge_batch(&mut self, batch: BatchId) -> Result<(), DocumentError> {
        self.check_not_frozen()?;
        self.store.purge_batch(batch)?;
        self.history = History::default();
        Ok(())
    }

    /// Looks into a file without working in it.
    ///
    /// # Errors
    /// When it is no document at all.
    pub fn check(path: &Path) -> Result<CheckReport, DocumentError> {
        Ok(Store::check(path)?)
    }
}
