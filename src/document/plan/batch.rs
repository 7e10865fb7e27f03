//! Import batches, which can be taken back as a whole.

use super::{check, label, survey};
use crate::model::{BatchId, Message, Model, Origin, Refusal};

/// Takes an import back: its answers no longer count. A survey that has no other import goes with
/// its questions; touchpoints stay, for someone may have worked on them.
pub fn take_back(draft: &mut Model, id: BatchId) -> Result<Message, Refusal> {
    let batch = check::batch(draft, id)?.clone();
    draft.batches.remove(&id);
    if !draft.batches.values().any(|other| other.survey == batch.survey) {
        survey::remove(draft, batch.survey);
    }
    Ok(match batch.origin {
        Origin::Hand => Message::new("step-take-back-hand"),
        Origin::File | Origin::Pasted => {
            Message::new("step-take-back").with("file", label::short(&batch.file_name))
        }
    })
}
