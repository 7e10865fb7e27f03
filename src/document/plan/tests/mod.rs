//! Tables of cases for planning: what changes, and what is refused with which sentence.

mod cards;
mod journeys;
mod reading;

use super::*;
use crate::model::*;

/// A model under test: commands must succeed, or be refused with a given key.
#[derive(Default)]
struct Draft {
    model: Model,
}

impl Draft {
    fn run(&mut self, command: &Command) -> Vec<Change> {
        let plan = plan(&self.model, command).unwrap_or_else(|e| panic!("{command:?}: {e}"));
        for change in &plan.changes {
            self.model.apply(change);
        }
        assert_in_order(&self.model);
        plan.changes
    }

    fn refused(&self, command: &Command, key: &str) {
        let refusal = plan(&self.model, command).expect_err("refused");
        assert_eq!(refusal.0.key, key, "{command:?}");
    }

    /// A journey with the six stages and the usual lanes.
    fn with_journey() -> (Self, JourneyId) {
        let mut draft = Self::default();
        let id = JourneyId::fresh();
        let name = "Koper".to_owned();
        let state = JourneyState::Current;
        draft.run(&Command::AddJourney { id, name, state, standard: true });
        (draft, id)
    }

    fn stage(&self, journey: JourneyId, index: usize) -> StageId {
        self.model.stages_of(journey)[index].id
    }

    fn lane(&self, journey: JourneyId, kind: LaneKind) -> LaneId {
        self.model.lane_of_kind(journey, kind).unwrap().id
    }

    fn card(&mut self, journey: JourneyId, spot: Spot, title: &str) -> PlacementId {
        let placement = PlacementId::fresh();
        self.run(&Command::AddTouchpoint {
            id: TouchpointId::fresh(),
            placement,
            journey,
            spot,
            lane: None,
            title: title.to_owned(),
            index: None,
        });
        placement
    }

    fn titles(&self, stage: StageId, lane: LaneId) -> Vec<&str> {
        let cards = self.model.placements_in(stage, lane);
        cards.iter().map(|p| self.model.touchpoint_of(p.id).unwrap().title.as_str()).collect()
    }
}

/// Every list of siblings counts 0, 1, 2 …
fn assert_in_order(model: &Model) {
    let counts = |positions: Vec<i64>| assert!((0..).zip(&positions).all(|(i, p)| i == *p));
    counts(model.journeys_in_order().iter().map(|j| j.position).collect());
    for journey in model.journeys.keys() {
        counts(model.stages_of(*journey).iter().map(|s| s.position).collect());
        counts(model.lanes_of(*journey).iter().map(|l| l.position).collect());
        for stage in model.stages_of(*journey) {
            counts(model.steps_of(stage.id).iter().map(|s| s.position).collect());
            for lane in model.lanes_of(*journey) {
                counts(model.placements_in(stage.id, lane.id).iter().map(|p| p.position).collect());
                counts(model.notes_in(stage.id, lane.id).iter().map(|n| n.position).collect());
            }
        }
    }
}

fn named_persona(id: PersonaId) -> Persona {
    Persona::named(id, "Sanne".to_owned())
}
