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
    model.column_of(spot)
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
    model.columns_of(journey, &[here])
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Lane, LaneKind, Placement, PlacementId, Stage, StageKind, Step, StepId, TouchpointId,
    };

    struct Map {
        model: Model,
        journey: JourneyId,
        lane: LaneId,
        stages: Vec<StageId>,
        steps: Vec<StepId>,
        cards: Vec<PlacementId>,
    }

    /// Two stages; the second has two steps with columns. In it stand, from top to bottom: a card at
    /// the first step, one at the second, one at none, one at the first.
    fn map() -> Map {
        let mut model = Model::default();
        let journey = JourneyId::fresh();
        let lane = Lane::new(LaneId::fresh(), journey, LaneKind::Touchpoints, None);
        let mut stages = Vec::new();
        for (position, view) in [(0, StageView::Together), (1, StageView::Steps)] {
            let stage = Stage::new(StageId::fresh(), journey, StageKind::Use, None);
            stages.push(stage.id);
            model.stages.insert(stage.id, Stage { position, view, ..stage });
        }
        let mut steps = Vec::new();
        for position in 0..2 {
            let (id, stage) = (StepId::fresh(), stages[1]);
            steps.push(id);
            model.steps.insert(id, Step { id, stage, name: String::new(), position });
        }
        let spots = [
            Spot::Step(steps[0]),
            Spot::Step(steps[1]),
            Spot::Stage(stages[1]),
            Spot::Step(steps[0]),
        ];
        let mut cards = Vec::new();
        for (position, spot) in (0..).zip(spots) {
            let (id, touchpoint) = (PlacementId::fresh(), TouchpointId::fresh());
            cards.push(id);
            let card = Placement::new(id, touchpoint, journey, spot, lane.id);
            model.placements.insert(id, Placement { position, ..card });
        }
        let id = lane.id;
        model.lanes.insert(id, lane);
        Map { model, journey, lane: id, stages, steps, cards }
    }

    #[test]
    fn an_index_in_a_column_becomes_one_in_its_stage() {
        let map = map();
        let (first, second) = (Spot::Step(map.steps[0]), Spot::Step(map.steps[1]));
        let (loose, other) = (Spot::Stage(map.stages[1]), Spot::Stage(map.stages[0]));
        for (moved, column, index, expected) in [
            // Among the others stand: 1 at the second step, 2 loose, 3 at the first.
            (0, first, 0, 2),
            (0, first, 1, 3),
            (0, second, 0, 0),
            (0, second, 1, 1),
            (0, loose, 0, 1),
            (0, other, 0, 0),
            // Without the loose one: 0 at the first step, 1 at the second, 3 at the first.
            (2, first, 1, 2),
            (2, first, 9, 3),
        ] {
            let moved = Subject::Card(map.cards[moved]);
            let found = index_in_stage(&map.model, moved, (map.lane, column), index);
            assert_eq!(found, Some(expected), "{moved:?} {column:?} {index}");
        }
    }

    #[test]
    fn columns_stand_in_order_and_the_loose_one_only_when_it_is_stood_in() {
        let map = map();
        let (first, second) = (Spot::Step(map.steps[0]), Spot::Step(map.steps[1]));
        let (plain, loose) = (Spot::Stage(map.stages[0]), Spot::Stage(map.stages[1]));
        let order = |here| of_journey(&map.model, map.journey, here);
        assert_eq!(order(first), [plain, first, second]);
        assert_eq!(order(loose), [plain, loose, first, second]);
        assert_eq!(first_of(&map.model, map.stages[1]), first);
        assert_eq!(first_of(&map.model, map.stages[0]), plain);
        assert_eq!(content(&map.model, map.lane, loose), [Subject::Card(map.cards[2])]);
    }

    #[test]
    fn a_card_keeps_its_step_as_long_as_steps_have_no_columns() {
        let mut map = map();
        let (first, second) = (Spot::Step(map.steps[0]), Spot::Step(map.steps[1]));
        let whole = Spot::Stage(map.stages[1]);
        assert_eq!(landing_spot(&map.model, first, second), second);
        assert_eq!(landing_spot(&map.model, first, whole), whole);
        map.model.stages.get_mut(&map.stages[1]).unwrap().view = StageView::Together;
        assert_eq!(landing_spot(&map.model, first, whole), first);
        let other = Spot::Stage(map.stages[0]);
        assert_eq!(landing_spot(&map.model, first, other), other);
    }
}
