//! One open document: commands, history, import batches. The only way anything changes.
//!
//! Knows no window, no language and no SQL.

/// What respondents wrote, figures, copies: what can be asked of a document.
mod ask;
/// Cards and tables that are copied and pasted.
pub mod clip;
/// The themes to begin with.
mod code_book;
/// Every change a person can make.
pub mod command;
/// What can go wrong with a document.
pub mod error;
/// Undo steps.
pub mod history;
/// A survey file into a document, as one step.
pub mod import_batch;
/// Labels of survey files beside the touchpoints they may mean.
pub mod matching;
/// Opening and making documents.
mod open;
/// The readable journey file.
pub mod outline;
/// Command → changes, or a reason why not.
pub mod plan;
/// Carrying out, undoing, redoing.
mod run;
/// Sample folders.
pub mod sample;
/// What a change makes stale.
pub mod touched;

use crate::model::{Message, Model, SettingKey};
use crate::store::Store;
pub use crate::store::{
    CheckReport, Comment, CommentPage, CommentQuery, Indexer, ReadOnly, Reader, RejectedCell,
    Rollup, StoreError, UnmatchedLabel,
};
pub use clip::Clip;
pub use code_book::{StartTheme, start_themes};
pub use command::Command;
pub use error::DocumentError;
pub use history::{History, UndoStep};
pub use import_batch::{
    FileOutcome, Foresight, HandEntry, HandQuestion, HandSurvey, ImportOptions, ImportReport,
    KeptImport, KnownFile, ProfileOf, RemapForesight, files_in, foresee, is_contact_log,
    known_file,
};
pub use matching::{How, Suggestion, suggest};
pub use outline::Outline;
pub use plan::{Plan, plan};
use std::path::Path;
pub use touched::Touched;

/// An open document: its model in memory, its file, its history. It can be sent to another thread.
pub struct Document {
    store: Store,
    model: Model,
    history: History,
    revision: u64,
    frozen: bool,
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Document({:?} at {:?}, revision {})",
            self.model.title(),
            self.path(),
            self.revision
        )
    }
}

impl Document {
    /// Its file; absent when it lives in memory only.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.store.path()
    }

    /// Everything in it but the survey rows.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// A number that grows with every change, undo and redo.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Why its file cannot be written, if so.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.store.read_only()
    }

    /// Its undo steps.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// How many bytes of undo steps are kept.
    #[must_use]
    pub fn history_limit(&self) -> usize {
        let set = self.model.settings.get(&SettingKey::HistoryLimit);
        let megabytes = set.and_then(|s| s.value.parse::<usize>().ok());
        megabytes.unwrap_or(History::USUAL_LIMIT).saturating_mul(1_000_000)
    }

    /// Name of the step that `undo` would take back.
    #[must_use]
    pub fn undo_name(&self) -> Option<&Message> {
        self.history.to_undo().map(|step| &step.name)
    }

    /// Name of the step that `redo` would do again.
    #[must_use]
    pub fn redo_name(&self) -> Option<&Message> {
        self.history.to_redo().map(|step| &step.name)
    }
}
