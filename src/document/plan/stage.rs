//! Stages: the phases of a journey.

use super::{check, label, note, order, placement, touchpoint};
use crate::model::{JourneyId, Message, Model, Refusal, Stage, StageId, StageKind};

/// Adds a stage. One of kind `Other` needs an own name.
pub fn add(
    draft: &mut Model,
    id: StageId,
    journey: JourneyId,
    kind: StageKind,
    name: Option<&str>,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    check::unused(&draft.stages, id)?;
    check::journey(draft, journey)?;
    let name = check::own_name(name)?;
    if kind == StageKind::Other && name.is_none() {
        return Err(Message::new("document-name-empty").into());
    }
    let stage = Stage::new(id, journey, kind, name);
    let step = Message::new("step-add-stage").with("name", label::stage(&stage));
    let mut order = order_in(draft, journey);
    draft.stages.insert(id, stage);
    order::place(&mut order, id, index);
    order::number(&mut draft.stages, &order, |s| &mut s.position);
    Ok(step)
}

/// Gives a stage an own name; an empty one gives the name of its kind back.
pub fn rename(draft: &mut Model, id: StageId, name: &str) -> Result<Message, Refusal> {
    let name = check::own_name(Some(name))?;
    let stage = check::stage_mut(draft, id)?;
    if stage.kind == StageKind::Other && name.is_none() {
        return Err(Message::new("document-name-empty").into());
    }
    let step = Message::new("step-rename-stage").with("name", label::stage(stage));
    stage.name = name;
    Ok(step)
}

/// Moves a stage within its journey.
pub fn shift(draft: &mut Model, id: StageId, index: usize) -> Result<Message, Refusal> {
    let stage = check::stage(draft, id)?;
    let step = Message::new("step-move-stage").with("name", label::stage(stage));
    let mut order = order_in(draft, stage.journey);
    order::place(&mut order, id, Some(index));
    order::number(&mut draft.stages, &order, |s| &mut s.position);
    Ok(step)
}

/// Deletes a stage with its steps, cards and notes, and touchpoints left without a card.
pub fn delete(draft: &mut Model, id: StageId) -> Result<Message, Refusal> {
    let stage = check::stage(draft, id)?;
    let journey = stage.journey;
    let step = Message::new("step-delete-stage").with("name", label::stage(stage));
    let cards: Vec<_> = draft
        .placements
        .values()
        .filter(|p| draft.stage_at(p.spot) == Some(id))
        .map(|p| (p.id, p.touchpoint))
        .collect();
    for (card, _) in &cards {
        placement::remove(draft, *card);
    }
    note::remove_in_stage(draft, id);
    draft.steps.retain(|_, step| step.stage != id);
    draft.stages.remove(&id);
    let order = order_in(draft, journey);
    order::number(&mut draft.stages, &order, |s| &mut s.position);
    for (_, touchpoint) in cards {
        touchpoint::remove_if_nowhere(draft, touchpoint);
    }
    Ok(step)
}

fn order_in(draft: &Model, journey: JourneyId) -> Vec<StageId> {
    draft.stages_of(journey).into_iter().map(|s| s.id).collect()
}
