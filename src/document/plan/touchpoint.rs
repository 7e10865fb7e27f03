//! Touchpoints: moments of contact, wherever they are placed.

use super::placement::Cell;
use super::{check, label, placement};
use crate::document::command::NewTouchpoint;
use crate::model::{
    ChannelId, JourneyId, LaneId, Message, Model, OwnerId, Placement, PlacementId, Refusal,
    Touchpoint, TouchpointId,
};

/// Adds a touchpoint and its card.
pub fn add(
    draft: &mut Model,
    id: TouchpointId,
    title: &str,
    card: PlacementId,
    cell: Cell,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    let step = add_unplaced(draft, id, title)?;
    placement::add(draft, card, id, cell, index)?;
    Ok(step)
}

/// Adds many touchpoints with their cards, each at the end of its cell.
pub fn add_many(
    draft: &mut Model,
    journey: JourneyId,
    lane: Option<LaneId>,
    cards: &[NewTouchpoint],
) -> Result<Message, Refusal> {
    check::not_too_many(cards.len())?;
    let mut touched = Vec::new();
    for (place, new) in (0_i64..).zip(cards) {
        let Cell { stage, lane, .. } = placement::cell(draft, journey, new.spot, lane)?;
        check::unused(&draft.placements, new.placement)?;
        add_unplaced(draft, new.id, &new.title)?;
        let card = Placement::new(new.placement, new.id, journey, new.spot, lane);
        let position = i64::from(u32::MAX) + place;
        draft.placements.insert(new.placement, Placement { position, ..card });
        if !touched.contains(&(stage, lane)) {
            touched.push((stage, lane));
        }
    }
    for (stage, lane) in touched {
        placement::renumber(draft, stage, lane, None);
    }
    Ok(Message::new("step-add-touchpoints").with("count", cards.len()))
}

/// Adds a touchpoint without a card.
pub fn add_unplaced(draft: &mut Model, id: TouchpointId, title: &str) -> Result<Message, Refusal> {
    check::unused(&draft.touchpoints, id)?;
    let title = check::name(title)?;
    let step = Message::new("step-add-touchpoint").with("name", label::short(&title));
    draft.touchpoints.insert(id, Touchpoint::new(id, title));
    Ok(step)
}

/// Renames a touchpoint.
pub fn rename(draft: &mut Model, id: TouchpointId, title: &str) -> Result<Message, Refusal> {
    let title = check::name(title)?;
    let touchpoint = check::touchpoint_mut(draft, id)?;
    let step = Message::new("step-rename-touchpoint").with("name", label::short(&touchpoint.title));
    touchpoint.title = title;
    Ok(step)
}

/// Sets what a touchpoint is about.
pub fn describe(
    draft: &mut Model,
    id: TouchpointId,
    description: &str,
) -> Result<Message, Refusal> {
    let description = check::text(description)?;
    let touchpoint = check::touchpoint_mut(draft, id)?;
    touchpoint.description = description;
    Ok(Message::new("step-describe-touchpoint").with("name", label::short(&touchpoint.title)))
}

/// Chooses the icon; none gives the channel's icon back.
pub fn set_icon(
    draft: &mut Model,
    id: TouchpointId,
    icon: Option<&str>,
) -> Result<Message, Refusal> {
    let icon = check::own_name(icon)?;
    let touchpoint = check::touchpoint_mut(draft, id)?;
    touchpoint.icon = icon;
    Ok(Message::new("step-set-icon").with("name", label::short(&touchpoint.title)))
}

/// Sets the channels, the main one first; one named twice counts once.
pub fn set_channels(
    draft: &mut Model,
    id: TouchpointId,
    channels: &[ChannelId],
) -> Result<Message, Refusal> {
    let mut chosen = Vec::with_capacity(channels.len());
    for channel in channels {
        check::channel(draft, *channel)?;
        if !chosen.contains(channel) {
            chosen.push(*channel);
        }
    }
    let touchpoint = check::touchpoint_mut(draft, id)?;
    touchpoint.channels = chosen;
    Ok(Message::new("step-set-channels").with("name", label::short(&touchpoint.title)))
}

/// Gives touchpoints to an owner, or to nobody.
pub fn give_to(
    draft: &mut Model,
    touchpoints: &[TouchpointId],
    owner: Option<OwnerId>,
) -> Result<Message, Refusal> {
    let step = match owner {
        None => Message::new("step-give-to-nobody"),
        Some(owner) => {
            let name = label::short(&check::owner(draft, owner)?.name);
            Message::new("step-give-to").with("owner", name)
        }
    };
    for id in touchpoints {
        check::touchpoint_mut(draft, *id)?.owner = owner;
    }
    Ok(step.with("count", touchpoints.len()))
}

/// Marks or unmarks a moment of truth.
pub fn mark(draft: &mut Model, id: TouchpointId, of_truth: bool) -> Result<Message, Refusal> {
    let touchpoint = check::touchpoint_mut(draft, id)?;
    touchpoint.moment_of_truth = of_truth;
    let key = if of_truth { "step-mark-moment" } else { "step-unmark-moment" };
    Ok(Message::new(key).with("name", label::short(&touchpoint.title)))
}

/// Deletes a touchpoint with all its cards, targets and happenings.
pub fn delete(draft: &mut Model, id: TouchpointId) -> Result<Message, Refusal> {
    let name = label::short(&check::touchpoint(draft, id)?.title);
    let cards: Vec<_> = draft
        .placements
        .values()
        .filter(|p| p.touchpoint == id)
        .map(|p| (p.id, draft.stage_at(p.spot)))
        .collect();
    for (card, _) in &cards {
        placement::remove(draft, *card);
    }
    for stage in cards.into_iter().filter_map(|(_, stage)| stage) {
        placement::renumber_stage(draft, stage);
    }
    remove_if_nowhere(draft, id);
    Ok(Message::new("step-delete-touchpoint").with("name", name))
}

/// Removes a touchpoint, its targets and its happenings when no card shows it any more.
pub fn remove_if_nowhere(draft: &mut Model, id: TouchpointId) {
    if draft.placements.values().any(|p| p.touchpoint == id) {
        return;
    }
    draft.targets.retain(|_, target| target.touchpoint != Some(id));
    draft.events.retain(|_, event| event.touchpoint != Some(id));
    draft.touchpoints.remove(&id);
}
