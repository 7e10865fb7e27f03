//! Lanes: the rows of a map.

use super::{card, check, label, order, placement, touchpoint};
use crate::model::{
    CardRef, JourneyId, Lane, LaneId, LaneKind, MapView, Message, Metric, Model, PersonaId, Record,
    Refusal,
};

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

/// Draws a lane in one view only, or as its kind says.
pub fn set_view(draft: &mut Model, id: LaneId, view: Option<MapView>) -> Result<Message, Refusal> {
    let lane = check::lane_mut(draft, id)?;
    lane.view = view;
    Ok(Message::new("step-set-lane-view").with("name", label::lane(lane)))
}

/// Sets the least height of a lane.
pub fn set_height(draft: &mut Model, id: LaneId, height: i64) -> Result<Message, Refusal> {
    if !(0..=Lane::HIGHEST).contains(&height) {
        let message = Message::new("document-lane-height").with("height", height);
        return Err(message.with("most", Lane::HIGHEST).into());
    }
    let lane = check::lane_mut(draft, id)?;
    lane.height = height;
    Ok(Message::new("step-set-lane-height").with("name", label::lane(lane)))
}

/// Draws only the name of a lane, or all of it.
pub fn fold(draft: &mut Model, id: LaneId, folded: bool) -> Result<Message, Refusal> {
    let lane = check::lane_mut(draft, id)?;
    lane.folded = folded;
    let key = if folded { "step-fold-lane" } else { "step-unfold-lane" };
    Ok(Message::new(key).with("name", label::lane(lane)))
}

/// Chooses whose feelings or thoughts a lane shows.
pub fn set_persona(
    draft: &mut Model,
    id: LaneId,
    persona: Option<PersonaId>,
) -> Result<Message, Refusal> {
    if let Some(persona) = persona {
        check::persona(draft, persona)?;
    }
    let lane = check::lane_mut(draft, id)?;
    lane.persona = persona;
    Ok(Message::new("step-set-lane-persona").with("name", label::lane(lane)))
}

/// Chooses the score a lane shows.
pub fn set_metric(
    draft: &mut Model,
    id: LaneId,
    metric: Option<Metric>,
) -> Result<Message, Refusal> {
    let lane = check::lane_mut(draft, id)?;
    lane.metric = metric;
    Ok(Message::new("step-set-lane-metric").with("name", label::lane(lane)))
}

/// Puts all that stands in a lane into another one that holds the same, and takes it away.
pub fn merge(draft: &mut Model, id: LaneId, into: LaneId) -> Result<Message, Refusal> {
    let (old, new) = (check::lane(draft, id)?, check::lane(draft, into)?);
    let holds = |kind: LaneKind| (kind.holds_notes(), kind == LaneKind::Touchpoints);
    if id == into || old.journey != new.journey || holds(old.kind) != holds(new.kind) {
        return Err(Message::new("document-merge").into());
    }
    let (journey, name) = (old.journey, label::lane(old));
    let step = Message::new("step-merge").with("name", name).with("into", label::lane(new));
    card::move_all(draft, |_, place| place.lane == id, |place| card::Place { lane: into, ..place });
    draft.lanes.remove(&id);
    renumber(draft, journey, None);
    renumber_cards(draft, journey);
    Ok(step)
}

/// Makes a new lane of the same kind below this one, and moves the cards named to it.
pub fn split(
    draft: &mut Model,
    lane: LaneId,
    id: LaneId,
    name: &str,
    cards: &[CardRef],
) -> Result<Message, Refusal> {
    check::unused(&draft.lanes, id)?;
    let name = check::name(name)?;
    let old = check::lane(draft, lane)?.clone();
    card::all_stand(draft, cards, |place| place.lane == lane)?;
    let step = Message::new("step-split").with("name", label::lane(&old));
    let below = usize::try_from(old.position).unwrap_or(0) + 1;
    let journey = old.journey;
    draft.lanes.insert(id, Lane { id, name: Some(name), locked: false, ..old });
    renumber(draft, journey, Some((id, Some(below))));
    card::move_all(
        draft,
        |card, _| cards.contains(&card),
        |place| card::Place { lane: id, ..place },
    );
    renumber_cards(draft, journey);
    Ok(step)
}

/// Closes gaps in every cell of a journey.
fn renumber_cards(draft: &mut Model, journey: JourneyId) {
    let stages: Vec<_> = draft.stages_of(journey).into_iter().map(Record::id).collect();
    card::renumber(draft, &stages);
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
