//! Opening and making documents.

use super::{Command, Document, DocumentError, History, Outline, Plan, UndoStep, plan};
use crate::model::{Model, SettingKey};
use crate::store::{HistoryEdit, Store};
use std::path::Path;

impl Document {
    /// Makes a document in memory, without a file.
    ///
    /// # Errors
    /// When the title is empty.
    pub fn in_memory(title: &str) -> Result<Self, DocumentError> {
        let plan = titled(title)?;
        Self::begin(Store::in_memory()?, &plan)
    }

    /// Makes a document file. An existing file is refused.
    ///
    /// # Errors
    /// When the title is empty, the file is there already or it cannot be written. Then there is
    /// no new file.
    pub fn create(path: &Path, title: &str) -> Result<Self, DocumentError> {
        let plan = titled(title)?;
        Self::begin_file(path, &plan)
    }

    /// Makes a document of a journey file; in memory when there is no path. What is in it at the
    /// beginning is no undo step.
    ///
    /// # Errors
    /// When the journey file does not fit together, or as for `create`.
    pub fn create_from(path: Option<&Path>, outline: &Outline) -> Result<Self, DocumentError> {
        let plan = built(outline)?;
        match path {
            Some(path) => Self::begin_file(path, &plan),
            None => Self::begin(Store::in_memory()?, &plan),
        }
    }

    /// Opens a document file; read-only when it cannot be written, with the reason in `read_only`.
    ///
    /// # Errors
    /// When there is no such document, or it is not safe to use. The file is as it was.
    pub fn open(path: &Path) -> Result<Self, DocumentError> {
        let opened = Store::open(path)?;
        let steps = opened.steps.into_iter();
        let steps = steps.map(|s| UndoStep { name: s.name, changes: s.changes }).collect();
        Ok(Self {
            store: opened.store,
            model: opened.model,
            history: History::new(steps, opened.undone),
            revision: 0,
            frozen: false,
        })
    }

    fn begin_file(path: &Path, plan: &Plan) -> Result<Self, DocumentError> {
        let begun = Self::begin(Store::create(path)?, plan);
        if begun.is_err() {
            // The file is ours, just made and useless; the error says what went wrong.
            let _ = std::fs::remove_file(path);
        }
        begun
    }

    fn begin(mut store: Store, plan: &Plan) -> Result<Self, DocumentError> {
        store.write_with(&plan.changes, &plan.blobs, HistoryEdit::None)?;
        let mut model = Model::default();
        for change in &plan.changes {
            model.apply(change);
        }
        Ok(Self { store, model, history: History::default(), revision: 0, frozen: false })
    }
}

fn titled(title: &str) -> Result<Plan, DocumentError> {
    let command = Command::Set { key: SettingKey::Title, value: title.to_owned() };
    Ok(plan(&Model::default(), &command)?)
}

fn built(outline: &Outline) -> Result<Plan, DocumentError> {
    let name = crate::model::Message::new("step-build");
    Ok(plan::plan_all(&Model::default(), name, &outline.build()?)?)
}
