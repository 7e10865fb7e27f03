//! Texts of a row, used again for the next one.
//!
//! Judges nothing: which cell goes where is decided by the checker.

use super::CheckedRow;

/// Bytes of the longest text that is kept to be filled again.
const LONGEST_SPARE: usize = 1024;

/// Texts of rows that were taken, to be filled again: a million rows would ask the system for
/// seven million texts.
#[derive(Default)]
pub(super) struct Spare(Vec<String>);

impl Spare {
    /// A text with this in it.
    pub fn text(&mut self, text: &str) -> String {
        let mut spare = self.0.pop().unwrap_or_default();
        spare.push_str(text);
        spare
    }

    /// Fills an empty slot.
    pub fn put(&mut self, slot: &mut Option<String>, cell: &str) {
        if slot.is_none() {
            *slot = Some(self.text(cell));
        }
    }

    /// Several columns may tell who someone is: name and number stand together.
    pub fn join(&mut self, slot: &mut Option<String>, cell: &str) {
        match slot {
            None => *slot = Some(self.text(cell)),
            Some(before) if before != cell => {
                before.push_str(" · ");
                before.push_str(cell);
            }
            Some(_) => {}
        }
    }

    /// The column's own touchpoint, else the row's.
    pub fn first(&mut self, own: Option<&String>, row: Option<&String>) -> Option<String> {
        own.or(row).map(|label| self.text(label))
    }

    fn keep(&mut self, text: Option<String>) {
        // One very long text must not stay for ever.
        if let Some(mut text) = text.filter(|text| text.capacity() <= LONGEST_SPARE) {
            text.clear();
            self.0.push(text);
        }
    }

    /// Empties a row. Its last texts are kept first, so that each is filled by the same column.
    pub fn clear(&mut self, out: &mut CheckedRow, row: u64) {
        self.0.clear();
        for comment in out.comments.drain(..).rev() {
            self.keep(Some(comment.text));
            self.keep(comment.touchpoint);
        }
        for answer in out.answers.drain(..).rev() {
            self.keep(answer.touchpoint);
        }
        for (_, value) in out.segments.drain(..).rev() {
            self.keep(Some(value));
        }
        out.choices.clear();
        for slot in [&mut out.channel, &mut out.employee, &mut out.customer, &mut out.response_id] {
            self.keep(slot.take());
        }
        self.keep(out.touchpoint.take());
        (out.row, out.day, out.weight, out.consent) = (row, None, None, None);
    }
}
