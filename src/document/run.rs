//! Carrying out commands, undoing and redoing them.
//!
//! Plan → one transaction in the file → the same changes in memory → history → revision.

use super::plan::plan_with;
use super::{Command, Document, DocumentError, Touched, UndoStep};
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
        // Bytes that cannot be read are bytes that are not there: the plan refuses in words.
        let kept = |id| self.store.blob(id).ok().flatten();
        let plan = plan_with(&self.model, command, &kept)?;
        if plan.changes.is_empty() {
            return Ok(Touched::default());
        }
        let edit = HistoryEdit::Push { name: &plan.name };
        self.store.write_with(&plan.changes, &plan.blobs, edit)?;
        let touched = self.adopt(&plan.changes);
        self.push(UndoStep { name: plan.name, changes: plan.changes });
        Ok(touched)
    }

    /// Adds a step to the history, and lets go of the oldest steps beyond the limit of the document.
    pub(super) fn push(&mut self, step: UndoStep) {
        self.history.push(step);
        let too_many = self.history.beyond(self.history_limit());
        // Steps that cannot be forgotten now are forgotten after the next command.
        if too_many > 0 && self.store.forget_oldest_steps(too_many).is_ok() {
            self.history.forget_oldest(too_many);
        }
    }

    /// Undoes or redoes until so many steps are in force, and says what is stale.
    ///
    /// # Errors
    /// When the file cannot be written; then the steps up to there are undone or redone.
    pub fn go_to_step(&mut self, done: usize) -> Result<Touched, DocumentError> {
        let mut touched = Touched::default();
        let done = done.min(self.history.steps().len());
        while self.history.done() != done {
            let back = self.history.done() > done;
            let moved = if back { self.undo()? } else { self.redo()? };
            let Some((_, more)) = moved else { break };
            touched = touched | more;
        }
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
