//! What a person does to lines of the list, as commands: one step, however many lines.
//!
//! Pure: reads the model, changes nothing.

use crate::document::Command;
use crate::model::{
    ChannelId, Evidence, Hue, Item, LaneId, Message, Model, OwnerId, PersonaId, Spot, Tone,
    TouchpointId,
};
use crate::render::scene::Subject;

/// The value that a menu or a key gives to every chosen line.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// An owner, or nobody.
    Owner(Option<OwnerId>),
    /// A channel, or none.
    Channel(Option<ChannelId>),
    /// A lane.
    Lane(LaneId),
    /// A stage or step.
    Spot(Spot),
    /// What it rests on.
    Evidence(Option<Evidence>),
    /// A colour.
    Hue(Option<Hue>),
    /// Hurts, helps, neither.
    Tone(Tone),
    /// What a persona feels.
    Feeling(PersonaId, Option<f64>),
    /// Moment of truth or not.
    Moment(bool),
    /// Stands out or not.
    StandsOut(bool),
}

/// Touchpoints of lines, each once.
#[must_use]
pub fn touchpoints(model: &Model, chosen: &[Subject]) -> Vec<TouchpointId> {
    let mut all = Vec::new();
    for subject in chosen {
        if let Subject::Card(id) = subject
            && let Some(card) = model.placements.get(id)
            && !all.contains(&card.touchpoint)
        {
            all.push(card.touchpoint);
        }
    }
    all
}

fn items(model: &Model, chosen: &[Subject]) -> Vec<Item> {
    let notes = chosen.iter().filter_map(|subject| match subject {
        Subject::Note(id) => Some(Item::Note(*id)),
        _ => None,
    });
    touchpoints(model, chosen).into_iter().map(Item::Touchpoint).chain(notes).collect()
}

/// The command that gives a value to lines; nothing when it fits none of them.
#[must_use]
pub fn give(model: &Model, chosen: &[Subject], value: &Value) -> Option<Command> {
    let touched = touchpoints(model, chosen);
    let items = items(model, chosen);
    let commands: Vec<Command> = match value.clone() {
        Value::Owner(owner) => {
            return (!touched.is_empty())
                .then_some(Command::GiveTo { touchpoints: touched, owner });
        }
        Value::Evidence(evidence) => {
            return (!items.is_empty()).then_some(Command::SetEvidence { items, evidence });
        }
        Value::Hue(hue) => return (!items.is_empty()).then_some(Command::SetHue { items, hue }),
        Value::StandsOut(stands_out) => {
            return (!items.is_empty()).then_some(Command::MarkStandsOut { items, stands_out });
        }
        Value::Channel(channel) => touched
            .into_iter()
            .map(|touchpoint| Command::SetChannels {
                touchpoint,
                channels: channel.into_iter().collect(),
            })
            .collect(),
        Value::Moment(moment_of_truth) => touched
            .into_iter()
            .map(|touchpoint| Command::MarkMomentOfTruth { touchpoint, moment_of_truth })
            .collect(),
        Value::Tone(tone) => chosen
            .iter()
            .filter_map(|subject| match subject {
                Subject::Note(note) => Some(Command::SetTone { note: *note, tone }),
                _ => None,
            })
            .collect(),
        Value::Feeling(persona, value) => chosen
            .iter()
            .filter_map(|subject| match subject {
                Subject::Card(card) => {
                    Some(Command::SetEmotion { placement: *card, persona, value })
                }
                _ => None,
            })
            .collect(),
        Value::Lane(lane) => chosen
            .iter()
            .filter(|subject| takes(model, lane, **subject))
            .filter_map(|subject| shift(model, *subject, None, Some(lane)))
            .collect(),
        Value::Spot(spot) => {
            chosen.iter().filter_map(|s| shift(model, *s, Some(spot), None)).collect()
        }
    };
    together(commands)
}

/// Whether a line can stand in a lane.
#[must_use]
pub fn takes(model: &Model, lane: LaneId, subject: Subject) -> bool {
    let kind = model.lanes.get(&lane).map(|lane| lane.kind);
    match subject {
        Subject::Card(_) => kind == Some(crate::model::LaneKind::Touchpoints),
        Subject::Note(_) => kind.is_some_and(crate::model::LaneKind::holds_notes),
        _ => false,
    }
}

/// Moves one line to the end of another cell.
fn shift(
    model: &Model,
    subject: Subject,
    spot: Option<Spot>,
    lane: Option<LaneId>,
) -> Option<Command> {
    match subject {
        Subject::Card(placement) => {
            let card = model.placements.get(&placement)?;
            let (spot, lane) = (spot.unwrap_or(card.spot), lane.unwrap_or(card.lane));
            Some(Command::MovePlacement { placement, spot, lane, index: usize::MAX })
        }
        Subject::Note(note) => {
            let old = model.notes.get(&note)?;
            let (spot, lane) = (spot.unwrap_or(old.spot), lane.unwrap_or(old.lane));
            Some(Command::MoveNote { note, spot, lane, index: usize::MAX })
        }
        Subject::Step(step) => {
            let stage = model.stage_at(spot?)?;
            Some(Command::MoveStep { step, stage, index: usize::MAX })
        }
        _ => None,
    }
}

fn together(mut commands: Vec<Command>) -> Option<Command> {
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        count => {
            let name = Message::new("list-change-several").with("count", count);
            Some(Command::Several { name, commands })
        }
    }
}

/// Sets the tags of a line from words between commas.
#[must_use]
pub fn tag(model: &Model, subject: Subject, typed: &str) -> Option<Command> {
    let item = match subject {
        Subject::Card(id) => Item::Touchpoint(model.placements.get(&id)?.touchpoint),
        Subject::Note(id) => Item::Note(id),
        _ => return None,
    };
    let mut tags: Vec<String> = Vec::new();
    for word in typed.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        if !tags.iter().any(|tag| crate::model::query::same_name(tag, word)) {
            tags.push(word.to_owned());
        }
    }
    let mut marks = model.marks_of(item)?.clone();
    if marks.tags == tags {
        return None;
    }
    marks.tags = tags;
    Some(Command::SetMarks { item, marks })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::model::{
        JourneyId, JourneyState, LaneKind, Owner, OwnerId, PlacementId, TouchpointId,
    };

    fn document() -> (Document, Vec<Subject>) {
        let mut document = Document::in_memory("List").unwrap();
        let journey = JourneyId::fresh();
        let (name, state, standard) = ("List".to_owned(), JourneyState::Current, true);
        document.run(&Command::AddJourney { id: journey, name, state, standard }).unwrap();
        let stage = document.model().stages_of(journey)[0].id;
        let notes = document.model().lane_of_kind(journey, LaneKind::Quotes).unwrap().id;
        let mut parts = Vec::new();
        for title in ["First", "Second"] {
            let placement = PlacementId::fresh();
            let command = Command::AddTouchpoint {
                id: TouchpointId::fresh(),
                placement,
                journey,
                spot: Spot::Stage(stage),
                lane: None,
                title: title.into(),
                index: None,
            };
            document.run(&command).unwrap();
            parts.push(Subject::Card(placement));
        }
        let id = crate::model::NoteId::fresh();
        let command = Command::AddNote {
            id,
            journey,
            spot: Spot::Stage(stage),
            lane: notes,
            tone: Tone::Neutral,
            text: "Said".into(),
            icon: None,
            index: None,
        };
        document.run(&command).unwrap();
        parts.push(Subject::Note(id));
        (document, parts)
    }

    #[test]
    fn a_value_for_many_lines_is_one_step() {
        let (mut document, parts) = document();
        let owner = Owner::named(OwnerId::fresh(), "Ada".into());
        document.run(&Command::PutOwner { owner: owner.clone() }).unwrap();
        let model = document.model();
        let stage = model.stages.values().find(|s| s.position == 3).unwrap().id;
        let before = document.history().done();
        for (step, value) in [
            Value::Owner(Some(owner.id)),
            Value::Moment(true),
            Value::Evidence(Some(Evidence::Anecdote)),
            Value::Hue(Some(Hue::Mint)),
            Value::StandsOut(true),
            Value::Tone(Tone::Pain),
            Value::Spot(Spot::Stage(stage)),
        ]
        .into_iter()
        .enumerate()
        {
            let command = give(document.model(), &parts, &value).unwrap();
            document.run(&command).unwrap();
            assert_eq!(document.history().done(), before + step + 1, "{value:?}");
        }
        let model = document.model();
        assert!(model.touchpoints.values().all(|t| {
            t.owner == Some(owner.id) && t.moment_of_truth && t.marks.hue == Some(Hue::Mint)
        }));
        assert!(model.placements.values().all(|p| p.spot == Spot::Stage(stage)));
        assert!(model.notes.values().all(|n| n.tone == Tone::Pain && n.spot == Spot::Stage(stage)));
    }

    #[test]
    fn what_fits_no_line_is_no_command() {
        let (document, parts) = document();
        let model = document.model();
        assert_eq!(give(model, &parts[2..], &Value::Moment(true)), None);
        assert_eq!(give(model, &parts[..2], &Value::Tone(Tone::Gain)), None);
        assert_eq!(give(model, &[], &Value::Owner(None)), None);
    }

    #[test]
    fn tags_are_words_between_commas_each_once() {
        let (document, parts) = document();
        let command = tag(document.model(), parts[0], " fast, Fast ,, slow").unwrap();
        let Command::SetMarks { marks, .. } = command else { panic!() };
        assert_eq!(marks.tags, ["fast", "slow"]);
        assert_eq!(tag(document.model(), parts[0], " , "), None);
    }
}
