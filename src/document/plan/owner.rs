//! Owners: the people responsible for touchpoints.

use super::{check, label};
use crate::model::{Message, Model, Owner, OwnerId, Refusal};

/// Adds or alters an owner.
pub fn put(draft: &mut Model, owner: &Owner) -> Result<Message, Refusal> {
    if let Some(team) = owner.team {
        check::team(draft, team)?;
    }
    let owner = Owner {
        name: check::name(&owner.name)?,
        role: check::text(&owner.role)?,
        email: check::text(&owner.email)?,
        ..*owner
    };
    let known = draft.owners.contains_key(&owner.id);
    let key = if known { "step-change-owner" } else { "step-add-owner" };
    let step = Message::new(key).with("name", label::short(&owner.name));
    draft.owners.insert(owner.id, owner);
    Ok(step)
}

/// Deletes an owner; touchpoints are then without one.
pub fn delete(draft: &mut Model, id: OwnerId) -> Result<Message, Refusal> {
    let name = label::short(&check::owner(draft, id)?.name);
    for touchpoint in draft.touchpoints.values_mut().filter(|t| t.owner == Some(id)) {
        touchpoint.owner = None;
    }
    draft.owners.remove(&id);
    Ok(Message::new("step-delete-owner").with("name", name))
}
