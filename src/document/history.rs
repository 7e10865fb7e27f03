//! The undo steps of a document and how far they are undone. Unlimited; kept in the file.
//!
//! Only a list and a place in it: the changes are carried out by `Document`.

use crate::model::{Change, Message};

/// One named step: what one command or one import did.
#[derive(Clone, PartialEq, Debug)]
pub struct UndoStep {
    /// Name ("rename stage Use").
    pub name: Message,
    /// What it changed, in order.
    pub changes: Vec<Change>,
}

impl UndoStep {
    /// The changes that take the step back, in order.
    #[must_use]
    pub fn inverse(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::inverse).collect()
    }
}

/// All steps, of which the first `done` are in force and the others were undone.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct History {
    steps: Vec<UndoStep>,
    done: usize,
}

impl History {
    /// A history whose last `undone` steps are undone.
    #[must_use]
    pub fn new(steps: Vec<UndoStep>, undone: usize) -> Self {
        let done = steps.len().saturating_sub(undone);
        Self { steps, done }
    }

    /// All steps, oldest first, those that were undone too.
    #[must_use]
    pub fn steps(&self) -> &[UndoStep] {
        &self.steps
    }

    /// Number of steps in force; the others can be redone.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done
    }

    /// The step that would be undone next.
    #[must_use]
    pub fn to_undo(&self) -> Option<&UndoStep> {
        self.steps.get(self.done.checked_sub(1)?)
    }

    /// The step that would be redone next.
    #[must_use]
    pub fn to_redo(&self) -> Option<&UndoStep> {
        self.steps.get(self.done)
    }

    /// Adds a step; steps that were undone are forgotten.
    pub(super) fn push(&mut self, step: UndoStep) {
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// Notes that the last step was undone.
    pub(super) fn step_back(&mut self) {
        self.done = self.done.saturating_sub(1);
    }

    /// Notes that the next step was done again.
    pub(super) fn step_forward(&mut self) {
        self.done = self.steps.len().min(self.done + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(key: &'static str) -> UndoStep {
        UndoStep { name: Message::new(key), changes: Vec::new() }
    }

    fn names(step: Option<&UndoStep>) -> Option<String> {
        step.map(|s| s.name.key.to_string())
    }

    #[test]
    fn undo_goes_back_and_redo_forward_over_the_same_steps() {
        let mut history = History::default();
        assert_eq!(history.to_undo(), None);
        history.push(step("a"));
        history.push(step("b"));
        assert_eq!(names(history.to_undo()), Some("b".to_owned()));
        history.step_back();
        assert_eq!(names(history.to_undo()), Some("a".to_owned()));
        assert_eq!(names(history.to_redo()), Some("b".to_owned()));
        history.step_forward();
        assert_eq!(history.to_redo(), None);
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::new(vec![step("a"), step("b"), step("c")], 2);
        assert_eq!(history.done(), 1);
        history.push(step("d"));
        let names: Vec<_> = history.steps().iter().map(|s| s.name.key.as_ref()).collect();
        assert_eq!(names, ["a", "d"]);
        assert_eq!(history.to_redo(), None);
    }
}
