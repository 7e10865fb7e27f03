//! What does not exist yet: where it will stand, and the command that adds it under its name.
//!
//! Pure, as `acts`.

use super::columns;
use crate::document::Command;
use crate::model::{
    JourneyId, LaneId, LaneKind, Model, NoteId, PlacementId, Spot, StageId, StageKind, StepId,
    Tone, TouchpointId,
};
use crate::render::scene::Subject;

/// Something that does not exist yet: it is named first, then added in one step.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Draft {
    /// A stage at that index of the journey.
    Stage(JourneyId, usize),
    /// A step at the end of a stage.
    Step(StageId),
    /// A lane of a kind at that index.
    Lane(JourneyId, LaneKind, usize),
    /// A touchpoint at the end of a column of a lane.
    Touchpoint(JourneyId, Spot, LaneId),
    /// A note at the end of a column of a lane.
    Note(JourneyId, Spot, LaneId),
}

impl Draft {
    /// Adds it under a name, and what it becomes.
    #[must_use]
    pub fn adds(self, text: &str) -> Option<(Command, Subject)> {
        let name = text.trim().to_owned();
        if name.is_empty() {
            return None;
        }
        Some(match self {
            Self::Stage(journey, index) => {
                let id = StageId::fresh();
                let kind = StageKind::Other;
                let (name, index) = (Some(name), Some(index));
                (Command::AddStage { id, journey, kind, name, index }, Subject::Stage(id))
            }
            Self::Step(stage) => {
                let id = StepId::fresh();
                (Command::AddStep { id, stage, name, index: None }, Subject::Step(id))
            }
            Self::Lane(journey, kind, index) => {
                let id = LaneId::fresh();
                let (name, index) = (Some(name), Some(index));
                (Command::AddLane { id, journey, kind, name, index }, Subject::Lane(id))
            }
            Self::Touchpoint(journey, spot, lane) => {
                let placement = PlacementId::fresh();
                let command = Command::AddTouchpoint {
                    id: TouchpointId::fresh(),
                    placement,
                    journey,
                    spot,
                    lane: Some(lane),
                    title: name,
                    index: None,
                };
                (command, Subject::Card(placement))
            }
            Self::Note(journey, spot, lane) => {
                let id = NoteId::fresh();
                let command = Command::AddNote {
                    id,
                    journey,
                    spot,
                    lane,
                    tone: Tone::Neutral,
                    text: name,
                    icon: None,
                    index: None,
                };
                (command, Subject::Note(id))
            }
        })
    }
}

/// The stage and lane in which something selected stands.
#[must_use]
pub fn cell_of(model: &Model, subject: Subject) -> (Option<StageId>, Option<LaneId>) {
    match subject {
        Subject::Stage(id) => (Some(id), None),
        Subject::Step(id) => (model.steps.get(&id).map(|s| s.stage), None),
        Subject::Lane(id) => (None, Some(id)),
        Subject::Card(id) | Subject::Emotion(id) => {
            let card = model.placements.get(&id);
            (card.and_then(|p| model.stage_at(p.spot)), card.map(|p| p.lane))
        }
        Subject::Note(id) => {
            let note = model.notes.get(&id);
            (note.and_then(|n| model.stage_at(n.spot)), note.map(|n| n.lane))
        }
        Subject::Cell(lane, spot) => (columns::stage_of(model, spot), Some(lane)),
        Subject::Journey(_) | Subject::Arrow(_) | Subject::Grid(..) => (None, None),
    }
}

/// The column in which something new stands: that of what is selected, else the first one.
fn new_spot(model: &Model, journey: JourneyId, near: Option<Subject>) -> Option<Spot> {
    let own = near.and_then(|subject| match subject {
        Subject::Card(id) | Subject::Emotion(id) => model.placements.get(&id).map(|p| p.spot),
        Subject::Note(id) => model.notes.get(&id).map(|n| n.spot),
        Subject::Step(id) => Some(Spot::Step(id)),
        Subject::Cell(_, spot) => Some(spot),
        _ => None,
    });
    if let Some(spot) = own {
        return columns::column_of(model, spot);
    }
    let stage = near.and_then(|subject| cell_of(model, subject).0);
    let stage = stage.or_else(|| model.stages_of(journey).first().map(|s| s.id))?;
    Some(columns::first_of(model, stage))
}

/// Where a new touchpoint goes: the cell of what is selected, else the first one.
#[must_use]
pub fn new_touchpoint(model: &Model, journey: JourneyId, near: Option<Subject>) -> Option<Draft> {
    let lane = near.and_then(|subject| cell_of(model, subject).1);
    let spot = new_spot(model, journey, near)?;
    let of_kind = |id: &LaneId| {
        model.lanes.get(id).is_some_and(|l| l.kind == LaneKind::Touchpoints && l.visible)
    };
    let lane = lane
        .filter(of_kind)
        .or_else(|| model.lane_of_kind(journey, LaneKind::Touchpoints).map(|l| l.id))?;
    Some(Draft::Touchpoint(journey, spot, lane))
}

/// Where a new note goes: the cell of what is selected, else the first lane with notes.
#[must_use]
pub fn new_note(model: &Model, journey: JourneyId, near: Option<Subject>) -> Option<Draft> {
    let lane = near.and_then(|subject| cell_of(model, subject).1);
    let spot = new_spot(model, journey, near)?;
    let holds = |id: &LaneId| model.lanes.get(id).is_some_and(|l| l.kind.holds_notes());
    let lane = lane.filter(holds).or_else(|| {
        let lanes = model.lanes_of(journey);
        lanes.iter().find(|l| l.kind.holds_notes() && l.visible).map(|l| l.id)
    })?;
    Some(Draft::Note(journey, spot, lane))
}

/// Where a new step goes: the stage of what is selected, else the first one.
#[must_use]
pub fn new_step(model: &Model, journey: JourneyId, near: Option<Subject>) -> Option<Draft> {
    let stage = near.and_then(|subject| cell_of(model, subject).0);
    let stage = stage.or_else(|| model.stages_of(journey).first().map(|s| s.id))?;
    Some(Draft::Step(stage))
}

/// Where a new stage goes: behind the stage of what is selected, else at the end.
#[must_use]
pub fn new_stage(model: &Model, journey: JourneyId, near: Option<Subject>) -> Draft {
    let order = model.stages_of(journey);
    let after = near
        .and_then(|subject| cell_of(model, subject).0)
        .and_then(|stage| order.iter().position(|s| s.id == stage));
    Draft::Stage(journey, after.map_or(order.len(), |at| at + 1))
}
