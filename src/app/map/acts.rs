//! What a person does to a part of the map, as commands of the document.
//!
//! Pure: reads the model, changes nothing, asks nothing.

use super::columns;
use super::landing::Landing;
use crate::document::Command;
use crate::document::command::Lockable;
use crate::model::{
    ArrowId, ArrowKind, CardRef, JourneyId, LaneId, LaneKind, Message, Model, NoteId, PlacementId,
    Spot, StageId, StepId,
};
use crate::render::scene::Subject;
use crate::text::Texts;

/// What a part of the map is called, for titles, menus and messages.
#[must_use]
pub fn title(model: &Model, texts: &Texts, subject: Subject) -> String {
    let name = match subject {
        Subject::Journey(id) => model.journeys.get(&id).map(|j| j.name.clone()),
        Subject::Stage(id) => model.stages.get(&id).map(|s| texts.stage(s)),
        Subject::Step(id) => model.steps.get(&id).map(|s| s.name.clone()),
        Subject::Lane(id) => model.lanes.get(&id).map(|l| texts.lane(l)),
        Subject::Card(id) | Subject::Emotion(id) => {
            model.touchpoint_of(id).map(|t| t.title.clone())
        }
        Subject::Note(id) => model.notes.get(&id).map(|n| n.text.clone()),
        Subject::Arrow(id) => model.arrows.get(&id).map(|a| a.label.clone()),
        Subject::Cell(..) | Subject::Grid(..) => None,
    };
    name.unwrap_or_default()
}

/// Whether a part of the map is still there.
#[must_use]
pub fn exists(model: &Model, subject: Subject) -> bool {
    match subject {
        Subject::Journey(id) => model.journeys.contains_key(&id),
        Subject::Stage(id) => model.stages.contains_key(&id),
        Subject::Step(id) => model.steps.contains_key(&id),
        Subject::Lane(id) => model.lanes.contains_key(&id),
        Subject::Card(id) | Subject::Emotion(id) => model.placements.contains_key(&id),
        Subject::Note(id) => model.notes.contains_key(&id),
        Subject::Cell(lane, spot) => {
            model.lanes.contains_key(&lane) && columns::stage_of(model, spot).is_some()
        }
        Subject::Arrow(id) => model.arrows.contains_key(&id),
        Subject::Grid(..) => false,
    }
}

/// Gives a part of the map another name; nothing when it would stay as it is, or would be empty
/// where a name is needed.
#[must_use]
pub fn rename(model: &Model, texts: &Texts, subject: Subject, text: &str) -> Option<Command> {
    let name = text.trim().to_owned();
    if name == title(model, texts, subject) {
        return None;
    }
    let own_name_needed =
        !matches!(subject, Subject::Stage(_) | Subject::Lane(_) | Subject::Arrow(_));
    if name.is_empty() && own_name_needed {
        return None;
    }
    match subject {
        Subject::Journey(journey) => Some(Command::RenameJourney { journey, name }),
        Subject::Stage(stage) => Some(Command::RenameStage { stage, name }),
        Subject::Step(step) => Some(Command::RenameStep { step, name }),
        Subject::Lane(lane) => Some(Command::RenameLane { lane, name }),
        Subject::Card(id) => {
            let touchpoint = model.placements.get(&id)?.touchpoint;
            Some(Command::RenameTouchpoint { touchpoint, title: name })
        }
        Subject::Note(note) => Some(Command::EditNote { note, text: name }),
        Subject::Arrow(arrow) => {
            let kind = model.arrows.get(&arrow)?.kind;
            Some(Command::SetArrow { arrow, kind, label: name })
        }
        Subject::Emotion(_) | Subject::Cell(..) | Subject::Grid(..) => None,
    }
}

/// Deletes parts of the map in one step, and says which.
#[must_use]
pub fn delete(model: &Model, texts: &Texts, subjects: &[Subject]) -> Option<(Command, Message)> {
    let one = |subject: &Subject| match *subject {
        Subject::Stage(stage) => Some(Command::DeleteStage { stage }),
        Subject::Step(step) => Some(Command::DeleteStep { step }),
        Subject::Lane(lane) => Some(Command::DeleteLane { lane }),
        Subject::Card(placement) => Some(Command::DeletePlacement { placement }),
        Subject::Note(note) => Some(Command::DeleteNote { note }),
        Subject::Arrow(arrow) => Some(Command::DeleteArrow { arrow }),
        Subject::Journey(_) | Subject::Emotion(_) | Subject::Cell(..) | Subject::Grid(..) => None,
    };
    let mut commands: Vec<Command> = subjects.iter().filter_map(one).collect();
    match (commands.len(), subjects.first()) {
        (0, _) | (_, None) => None,
        (1, Some(subject)) => {
            let name = title(model, texts, *subject);
            let told = match subject {
                Subject::Stage(_) => "canvas-deleted-stage",
                Subject::Step(_) => "canvas-deleted-step",
                Subject::Lane(_) => "canvas-deleted-lane",
                Subject::Card(_) => "canvas-deleted-touchpoint",
                Subject::Arrow(_) => "canvas-deleted-arrow",
                _ => "canvas-deleted-note",
            };
            Some((commands.pop()?, Message::new(told).with("name", name)))
        }
        (count, _) => {
            let name = Message::new("canvas-delete-several").with("count", count);
            let told = Message::new("canvas-deleted-several").with("count", count);
            Some((Command::Several { name, commands }, told))
        }
    }
}

/// Copies a card or a note, below the original; gives the copy too.
#[must_use]
pub fn duplicate(subject: Subject) -> Option<(Command, Subject)> {
    match subject {
        Subject::Card(placement) => {
            let new_placement = PlacementId::fresh();
            let command = Command::DuplicateTouchpoint {
                placement,
                new_touchpoint: crate::model::TouchpointId::fresh(),
                new_placement,
            };
            Some((command, Subject::Card(new_placement)))
        }
        Subject::Note(note) => {
            let new_note = NoteId::fresh();
            Some((Command::DuplicateNote { note, new_note }, Subject::Note(new_note)))
        }
        _ => None,
    }
}

/// Moves a card or note to a column of a lane, at `index` from the top of that column.
#[must_use]
pub fn place(
    model: &Model,
    subject: Subject,
    lane: LaneId,
    spot: Spot,
    index: usize,
) -> Option<Command> {
    let index = columns::index_in_stage(model, subject, (lane, spot), index)?;
    match subject {
        Subject::Card(placement) => {
            let card = model.placements.get(&placement)?;
            let at = usize::try_from(card.position).ok()?;
            let spot = columns::landing_spot(model, card.spot, spot);
            if (spot, lane, index) == (card.spot, card.lane, at) {
                return None;
            }
            Some(Command::MovePlacement { placement, spot, lane, index })
        }
        Subject::Note(note) => {
            let old = model.notes.get(&note)?;
            let at = usize::try_from(old.position).ok()?;
            let spot = columns::landing_spot(model, old.spot, spot);
            if (spot, lane, index) == (old.spot, old.lane, at) {
                return None;
            }
            Some(Command::MoveNote { note, spot, lane, index })
        }
        _ => None,
    }
}

/// Moves what is selected to where one of it was dropped, one below the other, in one step. Only
/// what the lane takes is moved; without the dragged one among the selected, it alone is.
#[must_use]
pub fn place_all(
    model: &Model,
    selection: &[Subject],
    dragged: Subject,
    landing: Landing,
) -> Option<Command> {
    let Landing { lane, spot, index, .. } = landing;
    if !selection.contains(&dragged) {
        return place(model, dragged, lane, spot, index);
    }
    let moved = selection.iter().filter(|s| takes(model, lane, **s));
    let commands: Vec<Command> = moved
        .enumerate()
        .filter_map(|(place_in_list, subject)| {
            place(model, *subject, lane, spot, index + place_in_list)
        })
        .collect();
    let name = Message::new("canvas-move-several").with("count", commands.len());
    (!commands.is_empty()).then_some(Command::Several { name, commands })
}

/// Whether a lane takes what is dragged.
#[must_use]
pub fn takes(model: &Model, lane: LaneId, subject: Subject) -> bool {
    let Some(kind) = model.lanes.get(&lane).map(|l| l.kind) else {
        return false;
    };
    match subject {
        Subject::Card(_) => kind == LaneKind::Touchpoints,
        Subject::Note(_) => kind.holds_notes(),
        Subject::Step(_) => kind == LaneKind::Steps,
        _ => false,
    }
}

/// Arrows along the cards selected, each to the one selected after it; absent for fewer than two.
#[must_use]
pub fn connect(selection: &[Subject]) -> Option<Command> {
    let cards: Vec<CardRef> = selection.iter().filter_map(|s| card_ref(*s)).collect();
    let arrow = |pair: &[CardRef]| match pair {
        [from, to] => Some(Command::AddArrow {
            id: ArrowId::fresh(),
            from: *from,
            to: *to,
            kind: ArrowKind::Next,
            label: String::new(),
        }),
        _ => None,
    };
    let mut commands: Vec<Command> = cards.windows(2).filter_map(arrow).collect();
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        count => {
            let name = Message::new("canvas-connect-several").with("count", count);
            Some(Command::Several { name, commands })
        }
    }
}

/// A card of either kind.
#[must_use]
pub fn card_ref(subject: Subject) -> Option<CardRef> {
    match subject {
        Subject::Card(id) | Subject::Emotion(id) => Some(CardRef::Card(id)),
        Subject::Note(id) => Some(CardRef::Note(id)),
        _ => None,
    }
}

/// Locks something that is not locked, and unlocks what is.
#[must_use]
pub fn toggle_lock(model: &Model, subject: Subject) -> Option<Command> {
    let (what, locked) = match subject {
        Subject::Journey(id) => (Lockable::Journey(id), model.journeys.get(&id)?.locked),
        Subject::Stage(id) => (Lockable::Stage(id), model.stages.get(&id)?.locked),
        Subject::Lane(id) => (Lockable::Lane(id), model.lanes.get(&id)?.locked),
        Subject::Card(id) => (Lockable::Card(id), model.placements.get(&id)?.locked),
        Subject::Note(id) => (Lockable::Note(id), model.notes.get(&id)?.locked),
        _ => return None,
    };
    Some(Command::Lock { what, locked: !locked })
}

/// One place up, down, left or right, for Alt with an arrow.
#[must_use]
pub fn nudge(model: &Model, subject: Subject, right: i64, down: i64) -> Option<Command> {
    match subject {
        Subject::Stage(stage) => {
            let journey = model.stages.get(&stage)?.journey;
            let order: Vec<StageId> = model.stages_of(journey).iter().map(|s| s.id).collect();
            let index = beside(&order, &stage, right)?;
            Some(Command::MoveStage { stage, index })
        }
        Subject::Lane(lane) => {
            let journey = model.lanes.get(&lane)?.journey;
            let order: Vec<LaneId> = model.lanes_of(journey).iter().map(|l| l.id).collect();
            let index = beside(&order, &lane, down)?;
            Some(Command::MoveLane { lane, index })
        }
        Subject::Step(step) => nudge_step(model, step, right, down),
        Subject::Card(id) => {
            let card = model.placements.get(&id)?;
            nudge_in_column(model, subject, (card.lane, card.spot), right, down)
        }
        Subject::Note(id) => {
            let note = model.notes.get(&id)?;
            nudge_in_column(model, subject, (note.lane, note.spot), right, down)
        }
        Subject::Journey(_)
        | Subject::Emotion(_)
        | Subject::Cell(..)
        | Subject::Arrow(_)
        | Subject::Grid(..) => None,
    }
}

fn nudge_in_column(
    model: &Model,
    subject: Subject,
    (lane, spot): (LaneId, Spot),
    right: i64,
    down: i64,
) -> Option<Command> {
    let here = columns::column_of(model, spot)?;
    if down == 0 {
        let journey = model.lanes.get(&lane)?.journey;
        let order = columns::of_journey(model, journey, here);
        let there = *order.get(beside(&order, &here, right)?)?;
        let index = columns::content(model, lane, there).len();
        return place(model, subject, lane, there, index);
    }
    let order = columns::content(model, lane, here);
    place(model, subject, lane, here, beside(&order, &subject, down)?)
}

fn nudge_step(model: &Model, step: StepId, right: i64, down: i64) -> Option<Command> {
    let stage = model.steps.get(&step)?.stage;
    let own_columns = columns::by_steps(model, stage);
    let order: Vec<StepId> = model.steps_of(stage).iter().map(|s| s.id).collect();
    // Steps stand below each other in a list, beside each other as columns.
    let within = if own_columns { right } else { down };
    if let Some(index) = beside(&order, &step, within) {
        return Some(Command::MoveStep { step, stage, index });
    }
    if right == 0 {
        return None;
    }
    let journey = model.stages.get(&stage)?.journey;
    let stage = beside_stage(model, journey, stage, right)?;
    let first = right > 0 && columns::by_steps(model, stage);
    let index = if first { 0 } else { model.steps_of(stage).len() };
    Some(Command::MoveStep { step, stage, index })
}

/// The index next to an item, if there is one.
fn beside<T: PartialEq>(order: &[T], item: &T, by: i64) -> Option<usize> {
    let at = order.iter().position(|other| other == item)?;
    let to = i64::try_from(at).ok()? + by;
    usize::try_from(to).ok().filter(|to| by != 0 && *to < order.len())
}

fn beside_stage(model: &Model, journey: JourneyId, stage: StageId, by: i64) -> Option<StageId> {
    let order: Vec<StageId> = model.stages_of(journey).iter().map(|s| s.id).collect();
    order.get(beside(&order, &stage, by)?).copied()
}
