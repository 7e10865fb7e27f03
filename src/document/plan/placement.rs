//! Cards: touchpoints placed on a journey, and what personas feel at them.

use super::{check, derive, label, order, picture, touchpoint};
use crate::model::{
    AttachmentId, Emotion, Holder, JourneyId, LaneId, LaneKind, Message, Model, PersonaId,
    Placement, PlacementId, Refusal, Spot, StageId, Touchpoint, TouchpointId,
};

/// Where a card or note goes: checked, all of one journey.
#[derive(Clone, Copy)]
pub struct Cell {
    /// The journey.
    pub journey: JourneyId,
    /// From left to right.
    pub spot: Spot,
    /// The stage the spot lies in.
    pub stage: StageId,
    /// From top to bottom.
    pub lane: LaneId,
}

/// A cell for cards: the first touchpoint lane unless a lane is named.
pub fn cell(
    draft: &Model,
    journey: JourneyId,
    spot: Spot,
    lane: Option<LaneId>,
) -> Result<Cell, Refusal> {
    check::journey(draft, journey)?;
    let lane = match lane {
        Some(lane) => check::lane(draft, lane)?,
        None => draft
            .lane_of_kind(journey, LaneKind::Touchpoints)
            .ok_or_else(|| Message::new("document-no-touchpoint-lane"))?,
    };
    if lane.kind != LaneKind::Touchpoints {
        return Err(Message::new("document-lane-without-cards").into());
    }
    cell_of(draft, journey, spot, lane.id)
}

/// A cell of any lane; spot and lane must be of the journey.
pub fn cell_of(
    draft: &Model,
    journey: JourneyId,
    spot: Spot,
    lane: LaneId,
) -> Result<Cell, Refusal> {
    let stage = match spot {
        Spot::Stage(stage) => stage,
        Spot::Step(step) => check::step(draft, step)?.stage,
    };
    let of_journey = check::stage(draft, stage)?.journey == journey
        && check::lane(draft, lane)?.journey == journey;
    if !of_journey {
        return Err(Message::new("document-other-journey").into());
    }
    Ok(Cell { journey, spot, stage, lane })
}

/// Puts a touchpoint on a journey.
pub fn add(
    draft: &mut Model,
    id: PlacementId,
    touchpoint: TouchpointId,
    cell: Cell,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    check::unused(&draft.placements, id)?;
    let name = label::short(&check::touchpoint(draft, touchpoint)?.title);
    let Cell { journey, spot, lane, stage } = cell;
    draft.placements.insert(id, Placement::new(id, touchpoint, journey, spot, lane));
    renumber(draft, stage, lane, Some((id, index)));
    Ok(Message::new("step-place-touchpoint").with("name", name))
}

/// Copies a touchpoint and its card, below the original.
pub fn duplicate(
    draft: &mut Model,
    original: PlacementId,
    new_touchpoint: TouchpointId,
    new_placement: PlacementId,
) -> Result<Message, Refusal> {
    let card = check::placement(draft, original)?.clone();
    let touchpoint = check::touchpoint(draft, card.touchpoint)?.clone();
    check::unused(&draft.touchpoints, new_touchpoint)?;
    let name = label::short(&touchpoint.title);
    draft.touchpoints.insert(new_touchpoint, Touchpoint { id: new_touchpoint, ..touchpoint });
    let cell = cell_of(draft, card.journey, card.spot, card.lane)?;
    let below = usize::try_from(card.position).unwrap_or(0) + 1;
    add(draft, new_placement, new_touchpoint, cell, Some(below))?;
    check::placement_mut(draft, new_placement)?.span = card.span;
    let emotions: Vec<Emotion> =
        draft.emotions.values().filter(|e| e.placement == original).copied().collect();
    for emotion in emotions {
        let copy = Emotion { placement: new_placement, ..emotion };
        draft.emotions.insert((new_placement, copy.persona), copy);
    }
    let (from, to) = (Holder::Touchpoint(card.touchpoint), Holder::Touchpoint(new_touchpoint));
    picture::copy(draft, from, to, |picture| {
        AttachmentId(derive::id(new_touchpoint.0, picture.0.as_bytes()))
    })?;
    Ok(Message::new("step-duplicate-touchpoint").with("name", name))
}

/// Moves a card to a cell of its journey.
pub fn shift(
    draft: &mut Model,
    id: PlacementId,
    spot: Spot,
    lane: LaneId,
    index: usize,
) -> Result<Message, Refusal> {
    let step = Message::new("step-move-touchpoint").with("name", title_of(draft, id)?);
    let old = check::placement(draft, id)?.clone();
    let new = cell(draft, old.journey, spot, Some(lane))?;
    let from = draft.stage_at(old.spot);
    let card = check::placement_mut(draft, id)?;
    (card.spot, card.lane) = (new.spot, new.lane);
    renumber(draft, new.stage, new.lane, Some((id, Some(index))));
    if let Some(from) = from {
        renumber(draft, from, old.lane, None);
    }
    Ok(step)
}

/// Sets the number of stage columns a card covers. A map shows no more than there are.
pub fn set_span(draft: &mut Model, id: PlacementId, span: i64) -> Result<Message, Refusal> {
    let step = Message::new("step-set-span").with("name", title_of(draft, id)?);
    check::span(span)?;
    check::placement_mut(draft, id)?.span = span;
    Ok(step)
}

/// Deletes a card; its touchpoint goes too when this was its last card.
pub fn delete(draft: &mut Model, id: PlacementId) -> Result<Message, Refusal> {
    let step = Message::new("step-delete-placement").with("name", title_of(draft, id)?);
    let card = check::placement(draft, id)?.clone();
    let stage = draft.stage_at(card.spot);
    remove(draft, id);
    if let Some(stage) = stage {
        renumber(draft, stage, card.lane, None);
    }
    touchpoint::remove_if_nowhere(draft, card.touchpoint);
    Ok(step)
}

/// Sets what a persona feels at a card, −2…+2 in tenths, or clears it.
pub fn set_emotion(
    draft: &mut Model,
    placement: PlacementId,
    persona: PersonaId,
    value: Option<f64>,
) -> Result<Message, Refusal> {
    let step = Message::new("step-set-emotion").with("name", title_of(draft, placement)?);
    check::persona(draft, persona)?;
    match value {
        None => {
            draft.emotions.remove(&(placement, persona));
        }
        Some(value) if (-2.0..=2.0).contains(&value) => {
            // Adding nought turns −0 into 0.
            let value = (value * 10.0).round() / 10.0 + 0.0;
            draft.emotions.insert((placement, persona), Emotion { placement, persona, value });
        }
        Some(value) => {
            return Err(Message::new("document-emotion").with("value", value).into());
        }
    }
    Ok(step)
}

/// Removes a card with its emotions, and nothing else.
pub fn remove(draft: &mut Model, id: PlacementId) {
    draft.emotions.retain(|(placement, _), _| *placement != id);
    draft.placements.remove(&id);
}

/// Makes what stands at a spot sort behind everything else, until the cell is numbered again.
pub fn send_to_end(draft: &mut Model, spot: Spot) {
    for card in draft.placements.values_mut().filter(|p| p.spot == spot) {
        card.position += i64::from(u32::MAX);
    }
}

/// Closes gaps in every cell of a stage.
pub fn renumber_stage(draft: &mut Model, stage: StageId) {
    let Some(journey) = draft.stages.get(&stage).map(|s| s.journey) else {
        return;
    };
    let lanes: Vec<_> = draft.lanes_of(journey).into_iter().map(|l| l.id).collect();
    for lane in lanes {
        renumber(draft, stage, lane, None);
    }
}

/// Closes gaps in a cell, after putting one card at its new place.
pub fn renumber(
    draft: &mut Model,
    stage: StageId,
    lane: LaneId,
    moved: Option<(PlacementId, Option<usize>)>,
) {
    let mut order: Vec<_> = draft.placements_in(stage, lane).into_iter().map(|p| p.id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut order, id, index);
    }
    order::number(&mut draft.placements, &order, |p| &mut p.position);
}

fn title_of(draft: &Model, id: PlacementId) -> Result<crate::model::Arg, Refusal> {
    let card = check::placement(draft, id)?;
    Ok(label::short(&check::touchpoint(draft, card.touchpoint)?.title))
}
