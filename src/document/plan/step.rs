//! Steps: the columns within a stage.

use super::{card, check, label, note, order, placement};
use crate::model::{CardRef, Message, Model, Refusal, Spot, StageId, Step, StepId};

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

/// Puts all that stands at a step at another one of the journey, and takes the step away.
pub fn merge(draft: &mut Model, id: StepId, into: StepId) -> Result<Message, Refusal> {
    let (old, new) = (check::step(draft, id)?, check::step(draft, into)?);
    let journey = |stage| check::stage(draft, stage).map(|s| s.journey);
    if id == into || journey(old.stage)? != journey(new.stage)? {
        return Err(Message::new("document-merge").into());
    }
    let (from, to) = (old.stage, new.stage);
    let step = Message::new("step-merge").with("name", label::short(&old.name));
    let step = step.with("into", label::short(&new.name));
    card::move_all(
        draft,
        |_, place| place.spot == Spot::Step(id),
        |place| card::Place { spot: Spot::Step(into), ..place },
    );
    draft.steps.remove(&id);
    renumber(draft, from, None);
    card::renumber(draft, &[from, to]);
    Ok(step)
}

/// Makes a new step behind this one, and moves the cards named to it.
pub fn split(
    draft: &mut Model,
    step: StepId,
    id: StepId,
    name: &str,
    cards: &[CardRef],
) -> Result<Message, Refusal> {
    check::unused(&draft.steps, id)?;
    let name = check::name(name)?;
    let old = check::step(draft, step)?.clone();
    card::all_stand(draft, cards, |place| place.spot == Spot::Step(step))?;
    draft.steps.insert(id, Step { id, stage: old.stage, name, position: i64::MAX });
    let behind = usize::try_from(old.position).unwrap_or(0) + 1;
    renumber(draft, old.stage, Some((id, Some(behind))));
    card::move_all(
        draft,
        |card, _| cards.contains(&card),
        |place| card::Place { spot: Spot::Step(id), ..place },
    );
    card::renumber(draft, &[old.stage]);
    Ok(Message::new("step-split").with("name", label::short(&old.name)))
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
pub fn renumber(draft: &mut Model, stage: StageId, moved: Option<(StepId, Option<usize>)>) {
    let mut order: Vec<_> = draft.steps_of(stage).into_iter().map(|s| s.id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut order, id, index);
    }
    order::number(&mut draft.steps, &order, |s| &mut s.position);
}
