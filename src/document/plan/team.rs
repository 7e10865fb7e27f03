//! Teams, each in a department.

use super::{check, label};
use crate::model::{Message, Model, Refusal, Team, TeamId};

/// Adds or alters a team.
pub fn put(draft: &mut Model, team: &Team) -> Result<Message, Refusal> {
    let team = Team {
        id: team.id,
        name: check::name(&team.name)?,
        department: check::text(&team.department)?,
    };
    let known = draft.teams.contains_key(&team.id);
    let key = if known { "step-change-team" } else { "step-add-team" };
    let step = Message::new(key).with("name", label::short(&team.name));
    draft.teams.insert(team.id, team);
    Ok(step)
}

/// Deletes a team; its owners are then without one.
pub fn delete(draft: &mut Model, id: TeamId) -> Result<Message, Refusal> {
    let name = label::short(&check::team(draft, id)?.name);
    for owner in draft.owners.values_mut().filter(|o| o.team == Some(id)) {
        owner.team = None;
    }
    draft.teams.remove(&id);
    Ok(Message::new("step-delete-team").with("name", name))
}
