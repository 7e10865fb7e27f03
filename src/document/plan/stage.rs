//! Stages: the phases of a journey.

use super::{card, check, label, note, order, placement, step, touchpoint};
use crate::model::{
    CardRef, JourneyId, Message, Model, Record, Refusal, Spot, Stage, StageId, StageKind, StageView,
};

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

/// Says how the columns of stages are drawn.
pub fn set_view(
    draft: &mut Model,
    stages: &[StageId],
    view: StageView,
) -> Result<Message, Refusal> {
    for id in stages {
        check::stage_mut(draft, *id)?.view = view;
    }
    let first = stages.first().and_then(|id| draft.stages.get(id)).map(label::stage);
    let key = match view {
        StageView::Together => "step-show-together",
        StageView::Steps => "step-show-steps",
        StageView::Folded => "step-fold-stage",
    };
    let name = first.unwrap_or_else(|| "".into());
    Ok(Message::new(key).with("name", name).with("count", stages.len()))
}

/// Makes the columns of a stage wider or narrower.
pub fn set_width(draft: &mut Model, id: StageId, width: i64) -> Result<Message, Refusal> {
    let (least, most) = Stage::WIDTHS;
    if !(least..=most).contains(&width) {
        let message = Message::new("document-stage-width").with("width", width);
        return Err(message.with("least", least).with("most", most).into());
    }
    let stage = check::stage_mut(draft, id)?;
    stage.width = width;
    Ok(Message::new("step-set-stage-width").with("name", label::stage(stage)))
}

/// Puts all that stands in a stage, its steps too, behind what another stage holds.
pub fn merge(draft: &mut Model, id: StageId, into: StageId) -> Result<Message, Refusal> {
    let (old, new) = (check::stage(draft, id)?, check::stage(draft, into)?);
    if old.journey != new.journey || id == into {
        return Err(Message::new("document-merge").into());
    }
    let (journey, from, to) = (old.journey, label::stage(old), label::stage(new));
    let behind: Vec<_> = draft.steps_of(id).into_iter().map(Record::id).collect();
    card::move_all(
        draft,
        |_, place| match place.spot {
            Spot::Stage(stage) => stage == id,
            Spot::Step(step) => behind.contains(&step),
        },
        |place| match place.spot {
            Spot::Stage(_) => card::Place { spot: Spot::Stage(into), ..place },
            Spot::Step(_) => place,
        },
    );
    let offset = i64::from(u32::MAX);
    for step in draft.steps.values_mut().filter(|s| s.stage == id) {
        (step.stage, step.position) = (into, step.position + offset);
    }
    draft.stages.remove(&id);
    step::renumber(draft, into, None);
    card::renumber(draft, &[into]);
    let order = order_in(draft, journey);
    order::number(&mut draft.stages, &order, |s| &mut s.position);
    Ok(Message::new("step-merge").with("name", from).with("into", to))
}

/// Makes a new stage behind this one, of its steps from `first` on and of the cards named.
pub fn split(
    draft: &mut Model,
    stage: StageId,
    id: StageId,
    name: &str,
    first: usize,
    cards: &[CardRef],
) -> Result<Message, Refusal> {
    check::unused(&draft.stages, id)?;
    let name = check::name(name)?;
    let old = check::stage(draft, stage)?.clone();
    card::all_stand(draft, cards, |place| draft.stage_at(place.spot) == Some(stage))?;
    let message = Message::new("step-split").with("name", label::stage(&old));
    let new = Stage {
        view: old.view,
        width: old.width,
        ..Stage::new(id, old.journey, StageKind::Other, Some(name))
    };
    let mut order = order_in(draft, old.journey);
    let place = order.iter().position(|s| *s == stage).map(|index| index + 1);
    draft.stages.insert(id, new);
    order::place(&mut order, id, place);
    order::number(&mut draft.stages, &order, |s| &mut s.position);
    let moved: Vec<_> = draft.steps_of(stage).into_iter().skip(first).map(Record::id).collect();
    for step in &moved {
        check::step_mut(draft, *step)?.stage = id;
    }
    card::move_all(
        draft,
        |card, place| {
            let goes_along = matches!(place.spot, Spot::Step(step) if moved.contains(&step));
            cards.contains(&card) && !goes_along
        },
        |place| card::Place { spot: Spot::Stage(id), ..place },
    );
    step::renumber(draft, stage, None);
    step::renumber(draft, id, None);
    card::renumber(draft, &[stage, id]);
    Ok(message)
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
