//! Choices among what a document holds, and now and then what it does not hold.

use klantreis::model::*;

/// Where a command's choices come from.
#[derive(Clone, Debug)]
pub(super) struct Dice {
    pub(super) kind: usize,
    pub(super) numbers: Vec<u16>,
    pub(super) text: String,
}

/// Chooses among what a document holds.
pub(super) struct Chooser<'a> {
    pub(super) model: &'a Model,
    pub(super) dice: &'a Dice,
    pub(super) next: usize,
}

impl Chooser<'_> {
    pub(super) fn number(&mut self) -> usize {
        self.next += 1;
        usize::from(self.dice.numbers[self.next % self.dice.numbers.len()]) + self.next
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.number() % limit.max(1)
    }

    pub(super) fn flag(&mut self) -> bool {
        self.below(2) == 0
    }

    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    pub(super) fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.flag() { Some(value(self)) } else { None }
    }

    /// An identity that is there, most of the time.
    pub(super) fn known<R: Record>(&mut self, table: &Table<R>, fresh: fn() -> R::Id) -> R::Id {
        let strange = self.below(16) == 0;
        if table.is_empty() || strange {
            return fresh();
        }
        let index = self.below(table.len());
        *table.keys().nth(index).unwrap()
    }

    /// An identity that is not there, most of the time.
    pub(super) fn new_id<R: Record>(&mut self, table: &Table<R>, fresh: fn() -> R::Id) -> R::Id {
        if self.below(16) == 0 { self.known(table, fresh) } else { fresh() }
    }

    pub(super) fn text(&mut self) -> String {
        match self.below(12) {
            0 => String::new(),
            1 => "  ".to_owned(),
            2 => "Website".to_owned(),
            3 => "Café — “één” 漢字\nand a line".to_owned(),
            _ => format!("{} {}", self.dice.text, self.number()),
        }
    }

    pub(super) fn index(&mut self) -> usize {
        self.below(5)
    }

    pub(super) fn journey(&mut self) -> JourneyId {
        self.known(&self.model.journeys, JourneyId::fresh)
    }

    pub(super) fn stage(&mut self) -> StageId {
        self.known(&self.model.stages, StageId::fresh)
    }

    pub(super) fn touchpoint(&mut self) -> TouchpointId {
        self.known(&self.model.touchpoints, TouchpointId::fresh)
    }

    pub(super) fn placement(&mut self) -> PlacementId {
        self.known(&self.model.placements, PlacementId::fresh)
    }

    pub(super) fn note(&mut self) -> NoteId {
        self.known(&self.model.notes, NoteId::fresh)
    }

    pub(super) fn persona(&mut self) -> PersonaId {
        self.known(&self.model.personas, PersonaId::fresh)
    }

    pub(super) fn lane(&mut self) -> LaneId {
        self.known(&self.model.lanes, LaneId::fresh)
    }

    /// A place on a journey where something of the kind can stand, most of the time.
    pub(super) fn place(
        &mut self,
        journey: JourneyId,
        fits: fn(LaneKind) -> bool,
    ) -> (Spot, LaneId) {
        let lanes = self.model.lanes_of(journey).into_iter();
        let lanes: Vec<LaneId> = lanes.filter(|l| fits(l.kind)).map(|l| l.id).collect();
        let stages: Vec<StageId> =
            self.model.stages_of(journey).into_iter().map(|s| s.id).collect();
        if lanes.is_empty() || stages.is_empty() || self.below(16) == 0 {
            return (Spot::Stage(self.stage()), self.lane());
        }
        let stage = self.one(&stages);
        let steps: Vec<StepId> = self.model.steps_of(stage).into_iter().map(|s| s.id).collect();
        let spot = if steps.is_empty() || self.flag() {
            Spot::Stage(stage)
        } else {
            Spot::Step(self.one(&steps))
        };
        (spot, self.one(&lanes))
    }

    pub(super) fn place_of_cards(&mut self, journey: JourneyId) -> (Spot, LaneId) {
        self.place(journey, |kind| kind == LaneKind::Touchpoints)
    }

    pub(super) fn place_of_notes(&mut self, journey: JourneyId) -> (Spot, LaneId) {
        self.place(journey, LaneKind::holds_notes)
    }
}
