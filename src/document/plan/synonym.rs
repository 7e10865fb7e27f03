//! Labels of survey files that mean a touchpoint.
//!
//! Rewrites no answer: a label gets its meaning when answers are read.

use super::{check, label as short};
use crate::model::{Message, Model, Refusal, Synonym, SynonymId, TouchpointId};

/// Says which touchpoint a label means.
pub fn assign(
    draft: &mut Model,
    id: SynonymId,
    label: &str,
    touchpoint: TouchpointId,
) -> Result<Message, Refusal> {
    let label = check::name(label)?;
    let title = short::short(&check::touchpoint(draft, touchpoint)?.title);
    let step =
        Message::new("step-assign-label").with("label", short::short(&label)).with("name", title);
    let known = draft.synonym(&label).map(|s| (s.id, s.label.clone()));
    let (id, label) = match known {
        Some(known) => known,
        None => {
            check::unused(&draft.synonyms, id)?;
            (id, label)
        }
    };
    draft.synonyms.insert(id, Synonym { id, label, touchpoint });
    Ok(step)
}

/// Forgets what a label means.
pub fn forget(draft: &mut Model, label: &str) -> Result<Message, Refusal> {
    let Some(known) = draft.synonym(label).map(|s| s.id) else {
        let label = short::short(label.trim());
        return Err(Message::new("document-no-label").with("label", label).into());
    };
    draft.synonyms.remove(&known);
    Ok(Message::new("step-forget-label").with("label", short::short(label.trim())))
}
