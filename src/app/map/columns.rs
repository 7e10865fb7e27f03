//! Columns of the map as places of the model: which spot a column stands for, and what is in it.
//!
//! Reads the model; where a column lies on screen is the Scene's to say.

use crate::model::{JourneyId, LaneId, Model, Spot, StageId, StageView};
use crate::render::scene::Subject;

/// Whether the steps of a stage have columns of their own.
#[must_use]
pub fn by_steps(model: &Model, stage: StageId) -> bool {
    model.stages.get(&stage).is_some_and(|s| s.view == StageView::Steps)
}

/// The stage of a spot, if both are there.
#[must_use]
pub fn stage_of(model: &Model, spot: Spot) -> Option<StageId> {
    model.stage_at(spot).filter(|stage| model.stages.contains_key(stage))
}

/// The column in which something at a spot stands: its own where steps have columns, else its
/// stage's.
#[must_use]
pub fn column_of(model: &Model, spot: Spot) -> Option<Spot> {
    let stage = stage_of(model, spot)?;
    Some(if by_steps(model, stage) { spot } else { Spot::Stage(stage) })
}

/// The first column of a stage in which something new can stand.
#[must_use]
pub fn first_of(model: &Model, stage: StageId) -> Spot {
    let step = model.steps_of(stage).first().map(|s| s.id);
    match step.filter(|_| by_steps(model, stage)) {
        Some(step) => Spot::Step(step),
        None => Spot::Stage(stage),
    }
}

/// The columns of a journey from left to right. What stands in a stage as a whole, beside the
/// columns of its steps, is among them when it is `here`.
#[must_use]
pub fn of_journey(model: &Model, journey: JourneyId, here: Spot) -> Vec<Spot> {
    let mut all = Vec::new();
    for stage in model.stages_of(journey) {
        let whole = Spot::Stage(stage.id);
        let steps = model.steps_of(stage.id);
        let own = stage.view == StageView::Steps && !steps.is_empty();
        if !own || here == whole {
            all.push(whole);
        }
        if own {
            all.extend(steps.iter().map(|s| Spot::Step(s.id)));
        }
    }
    all
}

/// What stands in a column of a lane, from top to bottom.
#[must_use]
pub fn content(model: &Model, lane: LaneId, column: Spot) -> Vec<Subject> {
    let Some(stage) = stage_of(model, column) else {
        return Vec::new();
    };
    let inside = |spot: Spot| column_of(model, spot) == Some(column);
    let cards = model.placements_in(stage, lane).into_iter();
    let notes = model.notes_in(stage, lane).into_iter();
    cards
        .filter(|card| inside(card.spot))
        .map(|card| Subject::Card(card.id))
        .chain(notes.filter(|note| inside(note.spot)).map(|note| Subject::Note(note.id)))
        .collect()
}

/// Where something stands that is put into a column: within its own stage it keeps its step, as
/// long as steps have no columns.
#[must_use]
pub fn landing_spot(model: &Model, old: Spot, column: Spot) -> Spot {
    if column_of(model, old) == Some(column) { old } else { column }
}

/// An index among what stands in a column as one among all that stands in its stage, which is what
/// commands count. What is moved counts in neither.
#[must_use]
pub fn index_in_stage(
    model: &Model,
    moved: Subject,
    (lane, column): (LaneId, Spot),
    index: usize,
) -> Option<usize> {
    let stage = stage_of(model, column)?;
    if !by_steps(model, stage) {
        return Some(index);
    }
    let cards = model.placements_in(stage, lane).into_iter().map(|p| Subject::Card(p.id));
    let notes = model.notes_in(stage, lane).into_iter().map(|n| Subject::Note(n.id));
    let whole: Vec<Subject> = cards.chain(notes).filter(|s| *s != moved).collect();
    let inside: Vec<Subject> =
        content(model, lane, column).into_iter().filter(|s| *s != moved).collect();
    let place = |subject: &Subject| whole.iter().position(|other| other == subject);
    match (inside.get(index), inside.last()) {
        (Some(below), _) => place(below),
        (None, Some(above)) => place(above).map(|at| at + 1),
        (None, None) => Some(whole.len()),
    }
}
