//! One open document: commands, history, import batches. The only way anything changes.
//!
//! Knows no window, no language and no SQL.

/// Every change a person can make.
pub mod command;
/// What can go wrong with a document.
pub mod error;
/// Undo steps.
pub mod history;
/// Opening and making documents.
mod open;
/// The readable journey file.
pub mod outline;
/// Command → changes, or a reason why not.
pub mod plan;
/// Carrying out, undoing, redoing.
mod run;
/// What a change makes stale.
pub mod touched;

use crate::model::{Message, Model};
pub use command::Command;
pub use error::DocumentError;
pub use history::{History, UndoStep};
pub use outline::Outline;
pub use plan::{Plan, plan};
use std::path::{Path, PathBuf};
pub use touched::Touched;

/// An open document: its model in memory, its file, its history.
#[derive(Debug)]
pub struct Document {
    path: Option<PathBuf>,
    model: Model,
    history: History,
    revision: u64,
}

impl Document {
    /// Its file; absent when it lives in memory only.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
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

    /// Its undo steps.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
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
