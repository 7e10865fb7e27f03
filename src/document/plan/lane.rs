//! Lanes: the rows of a map.

use super::{check, label, order, placement, touchpoint};
use crate::model::{JourneyId, Lane, LaneId, LaneKind, Message, Model, Refusal};

/// Adds a lane.
pub fn add(
    draft: &mut Model,
    id: LaneId,
    journey: JourneyId,
    kind: LaneKind,
    name: Option<&str>,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    check::unused(&draft.lanes, id)?;
    check::journey(draft, journey)?;
    let lane = Lane::new(id, journey, kind, check::own_name(name)?);
    let step = Message::new("step-add-lane").with("name", label::lane(&lane));
    draft.lanes.insert(id, lane);
    renumber(draft, journey, Some((id, index)));
    Ok(step)
}

/// Gives a lane an own name; an empty one gives the name of its kind back.
pub fn rename(draft: &mut Model, id: LaneId, name: &str) -> Result<Message, Refusal> {
    let name = check::own_name(Some(name))?;
    let lane = check::lane_mut(draft, id)?;
    let step = Message::new("step-rename-lane").with("name", label::lane(lane));
    lane.name = name;
    Ok(step)
}

/// Moves a lane within its journey.
pub fn shift(draft: &mut Model, id: LaneId, index: usize) -> Result<Message, Refusal> {
    let lane = check::lane(draft, id)?;
    let step = Message::new("step-move-lane").with("name", label::lane(lane));
    let journey = lane.journey;
    renumber(draft, journey, Some((id, Some(index))));
    Ok(step)
}

/// Shows or hides a lane.
pub fn show(draft: &mut Model, id: LaneId, visible: bool) -> Result<Message, Refusal> {
    let lane = check::lane_mut(draft, id)?;
    lane.visible = visible;
    let key = if visible { "step-show-lane" } else { "step-hide-lane" };
    Ok(Message::new(key).with("name", label::lane(lane)))
}

/// Deletes a lane with what stands in it, and touchpoints left without a card.
pub fn delete(draft: &mut Model, id: LaneId) -> Result<Message, Refusal> {
    let lane = check::lane(draft, id)?;
    let journey = lane.journey;
    let step = Message::new("step-delete-lane").with("name", label::lane(lane));
    let cards: Vec<_> =
        draft.placements.values().filter(|p| p.lane == id).map(|p| (p.id, p.touchpoint)).collect();
    for (card, _) in &cards {
        placement::remove(draft, *card);
    }
    draft.notes.retain(|_, note| note.lane != id);
    draft.lanes.remove(&id);
    renumber(draft, journey, None);
    for (_, touchpoint) in cards {
        touchpoint::remove_if_nowhere(draft, touchpoint);
    }
    Ok(step)
}

/// Closes gaps in a journey's lanes, after putting one at its new place.
fn renumber(draft: &mut Model, journey: JourneyId, moved: Option<(LaneId, Option<usize>)>) {
    let mut order: Vec<_> = draft.lanes_of(journey).into_iter().map(|l| l.id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut order, id, index);
    }
    order::number(&mut draft.lanes, &order, |l| &mut l.position);
}
