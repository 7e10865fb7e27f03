//! Carrying out commands, undoing and redoing them.
//!
//! Plan → one transaction in the file → the same changes in memory → history → revision.

use super::{Command, Document, DocumentError, Touched, UndoStep, plan};
use crate::model::{Change, Message};

impl Document {
    /// Carries out a command. It is in the file when this returns. A command that changes nothing
    /// is no undo step.
    ///
    /// # Errors
    /// When the command is refused or the file cannot be written; then nothing happened.
    pub fn run(&mut self, command: &Command) -> Result<Touched, DocumentError> {
        let plan = plan(&self.model, command)?;
        if plan.changes.is_empty() {
            return Ok(Touched::default());
        }
        let touched = self.adopt(&plan.changes);
        self.history.push(UndoStep {
            name: plan.name,
            changes: plan.changes,
        });
        Ok(touched)
    }

    /// Takes back the last step and gives its name, or nothing when there is none.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing happened.
    pub fn undo(&mut self) -> Result<Option<(Message, Touched)>, DocumentError> {
        let Some(step) = self.history.to_undo().cloned() else {
            return Ok(None);
        };
        let touched = self.adopt(&step.inverse());
        self.history.step_back();
        Ok(Some((step.name, touched)))
    }

    /// Does the last undone step again and gives its name, or nothing when there is none.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing happened.
    pub fn redo(&mut self) -> Result<Option<(Message, Touched)>, DocumentError> {
        let Some(step) = self.history.to_redo().cloned() else {
            return Ok(None);
        };
        let touched = self.adopt(&step.changes);
        self.history.step_forward();
        Ok(Some((step.name, touched)))
    }

    /// Does in memory what the file already holds. Cannot fail.
    fn adopt(&mut self, changes: &[Change]) -> Touched {
        for change in changes {
            self.model.apply(change);
        }
        self.revision += 1;
        Touched::by(changes)
    }
}
