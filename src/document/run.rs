//! Carrying out commands, undoing and redoing them.
//!
//! Plan → one transaction in the file → the same changes in memory → history → revision.

use super::{Command, Document, DocumentError, Touched, UndoStep, plan};
use crate::model::{Change, Message};
use crate::store::HistoryEdit;

impl Document {
    /// Carries out a command. It is in the file when this returns. A command that changes nothing
    /// is no undo step.
    ///
    /// # Errors
    /// When the command is refused or the file cannot be written; then nothing happened.
    pub fn run(&mut self, command: &Command) -> Result<Touched, DocumentError> {
        self.check_not_frozen()?;
        let plan = plan(&self.model, command)?;
        if plan.changes.is_empty() {
            return Ok(Touched::default());
        }
        self.store.write(&plan.changes, HistoryEdit::Push { name: &plan.name })?;
        let touched = self.adopt(&plan.changes);
        self.history.push(UndoStep { name: plan.name, changes: plan.changes });
        Ok(touched)
    }

    /// Takes back the last step and gives its name, or nothing when there is none.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing happened.
    pub fn undo(&mut self) -> Result<Option<(Message, Touched)>, DocumentError> {
        self.check_not_frozen()?;
        let Some(step) = self.history.to_undo() else {
            return Ok(None);
        };
        let (name, changes) = (step.name.clone(), step.inverse());
        self.store.write(&changes, HistoryEdit::Undo)?;
        self.history.step_back();
        Ok(Some((name, self.adopt(&changes))))
    }

    /// Does the last undone step again and gives its name, or nothing when there is none.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing happened.
    pub fn redo(&mut self) -> Result<Option<(Message, Touched)>, DocumentError> {
        self.check_not_frozen()?;
        let Some(step) = self.history.to_redo() else {
            return Ok(None);
        };
        let (name, changes) = (step.name.clone(), step.changes.clone());
        self.store.write(&changes, HistoryEdit::Redo)?;
        self.history.step_forward();
        Ok(Some((name, self.adopt(&changes))))
    }

    /// Forgets all undo steps for good.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing happened.
    pub fn clear_history(&mut self) -> Result<(), DocumentError> {
        self.store.clear_history()?;
        self.history = super::History::default();
        Ok(())
    }

    /// Does in memory what the file already holds. Cannot fail.
    pub(super) fn adopt(&mut self, changes: &[Change]) -> Touched {
        for change in changes {
            self.model.apply(change);
        }
        self.revision += 1;
        Touched::by(changes)
    }

    /// A frozen document is for looking only.
    pub(super) fn check_not_frozen(&self) -> Result<(), crate::model::Refusal> {
        if self.frozen { Err(Message::new("document-frozen").into()) } else { Ok(()) }
    }
}
