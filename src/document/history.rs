//! The undo steps of a document and how far they are undone. Kept in the file, up to a size.
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
    /// Number of bytes it takes in the file.
    #[must_use]
    pub fn size(&self) -> usize {
        let mut count = Count(0);
        // Writing to a counter cannot fail.
        let _ = serde_json::to_writer(&mut count, &self.name);
        let _ = serde_json::to_writer(&mut count, &self.changes);
        count.0
    }

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
    /// Bytes of each step.
    sizes: Vec<usize>,
    done: usize,
}

/// Counts bytes instead of keeping them.
struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl History {
    /// A history whose last `undone` steps are undone.
    #[must_use]
    pub fn new(steps: Vec<UndoStep>, undone: usize) -> Self {
        let done = steps.len().saturating_sub(undone);
        let sizes = steps.iter().map(UndoStep::size).collect();
        Self { steps, sizes, done }
    }

    /// Megabytes of steps kept when the document says nothing else.
    pub const USUAL_LIMIT: usize = 200;

    /// Bytes of all steps together.
    #[must_use]
    pub fn size(&self) -> usize {
        self.sizes.iter().sum()
    }

    /// How many of the oldest steps must go to stay below a number of bytes. The newest never does.
    #[must_use]
    pub fn beyond(&self, limit: usize) -> usize {
        let mut left = self.size();
        let most = self.steps.len().min(self.done).saturating_sub(1);
        let oldest = self.sizes.iter().take(most).take_while(|size| {
            let over = left > limit;
            left -= **size;
            over
        });
        oldest.count()
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
        self.sizes.truncate(self.done);
        self.sizes.push(step.size());
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// Lets go of the oldest steps, which must be in force.
    pub(super) fn forget_oldest(&mut self, count: usize) {
        let count = count.min(self.done);
        self.steps.drain(..count);
        self.sizes.drain(..count);
        self.done -= count;
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
    fn the_oldest_steps_go_when_they_take_too_much_room() {
        let mut history = History::default();
        for key in ["a", "b", "c"] {
            history.push(step(key));
        }
        let one = history.size() / 3;
        for (limit, gone) in [(3 * one, 0), (3 * one - 1, 1), (2 * one - 1, 2), (0, 2)] {
            assert_eq!(history.beyond(limit), gone, "{limit}");
        }
        history.forget_oldest(history.beyond(0));
        assert_eq!((names(history.to_undo()), history.done()), (Some("c".to_owned()), 1));
        assert_eq!(history.size(), one);
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
