//! Steps: the columns within a stage.

use super::{check, label, note, order, placement};
use crate::model::{Message, Model, Refusal, Spot, StageId, Step, StepId};

/// Adds a step to a stage.
pub fn add(
    draft: &mut Model,
    id: StepId,
    stage: StageId,
    name: &str,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    check::unused(&draft.steps, id)?;
    check::stage(draft, stage)?;
    let name = check::name(name)?;
    let step = Message::new("step-add-step").with("name", label::short(&name));
    draft.steps.insert(id, Step { id, stage, name, position: i64::MAX });
    renumber(draft, stage, Some((id, index)));
    Ok(step)
}

/// Renames a step.
pub fn rename(draft: &mut Model, id: StepId, name: &str) -> Result<Message, Refusal> {
    let name = check::name(name)?;
    let step = check::step_mut(draft, id)?;
    let message = Message::new("step-rename-step").with("name", label::short(&step.name));
    step.name = name;
    Ok(message)
}

/// Moves a step, to another stage of the journey if need be; what stands on it moves along.
pub fn shift(draft: &mut Model, id: StepId, to: StageId, index: usize) -> Result<Message, Refusal> {
    let step = check::step(draft, id)?;
    let (from, name) = (step.stage, label::short(&step.name));
    let journey = check::stage(draft, to)?.journey;
    if check::stage(draft, from)?.journey != journey {
        return Err(Message::new("document-other-journey").into());
    }
    if from != to {
        placement::send_to_end(draft, Spot::Step(id));
        note::send_to_end(draft, Spot::Step(id));
    }
    check::step_mut(draft, id)?.stage = to;
    renumber(draft, to, Some((id, Some(index))));
    if from != to {
        renumber(draft, from, None);
        for stage in [from, to] {
            placement::renumber_stage(draft, stage);
            note::renumber_stage(draft, stage);
        }
    }
    Ok(Message::new("step-move-step").with("name", name))
}

/// Deletes a step; what stands on it stays in its stage.
pub fn delete(draft: &mut Model, id: StepId) -> Result<Message, Refusal> {
    let step = check::step(draft, id)?;
    let (stage, name) = (step.stage, label::short(&step.name));
    for placement in draft.placements.values_mut().filter(|p| p.spot == Spot::Step(id)) {
        placement.spot = Spot::Stage(stage);
    }
    for note in draft.notes.values_mut().filter(|n| n.spot == Spot::Step(id)) {
        note.spot = Spot::Stage(stage);
    }
    draft.steps.remove(&id);
    renumber(draft, stage, None);
    Ok(Message::new("step-delete-step").with("name", name))
}

/// Closes gaps in a stage's steps, after putting one at its new place.
fn renumber(draft: &mut Model, stage: StageId, moved: Option<(StepId, Option<usize>)>) {
    let mut order: Vec<_> = draft.steps_of(stage).into_iter().map(|s| s.id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut order, id, index);
    }
    order::number(&mut draft.steps, &order, |s| &mut s.position);
}
