//! Stakeholders: people and parties with a stake in the journey.

use super::{check, label};
use crate::model::{Message, Model, Refusal, Stakeholder, StakeholderId};

/// Adds or alters a stakeholder.
pub fn put(draft: &mut Model, stakeholder: &Stakeholder) -> Result<Message, Refusal> {
    let stakeholder = Stakeholder {
        name: check::name(&stakeholder.name)?,
        role: check::text(&stakeholder.role)?,
        organisation: check::text(&stakeholder.organisation)?,
        stake: check::text(&stakeholder.stake)?,
        ..*stakeholder
    };
    let known = draft.stakeholders.contains_key(&stakeholder.id);
    let key = if known { "step-change-stakeholder" } else { "step-add-stakeholder" };
    let step = Message::new(key).with("name", label::short(&stakeholder.name));
    draft.stakeholders.insert(stakeholder.id, stakeholder);
    Ok(step)
}

/// Deletes a stakeholder.
pub fn delete(draft: &mut Model, id: StakeholderId) -> Result<Message, Refusal> {
    let name = label::short(&check::stakeholder(draft, id)?.name);
    draft.stakeholders.remove(&id);
    Ok(Message::new("step-delete-stakeholder").with("name", name))
}
