//! Journey file → commands that make the document it describes.

use super::keys::Keys;
use super::{
    CardOutline, JourneyOutline, NoteOutline, Outline, StageOutline, StepRef, TouchpointOutline,
};
use crate::document::Command;
use crate::document::plan::plan_all;
use crate::model::{
    Channel, ChannelId, ChannelKind, JourneyId, LaneId, LaneKind, Message, Model, Owner, OwnerId,
    Persona, PersonaId, PlacementId, Refusal, SettingKey, Spot, StageId, StepId, Team, TeamId,
    TouchpointId,
};
use serde::Serialize;
use std::collections::BTreeMap;

impl Outline {
    /// The commands that make this document out of an empty one.
    ///
    /// # Errors
    /// When something is referred to that is not listed, or two things have one name.
    pub fn build(&self) -> Result<Vec<Command>, Refusal> {
        let mut builder = Builder::new();
        builder.settings(self);
        builder.people(self)?;
        for journey in &self.journeys {
            builder.journey(journey)?;
        }
        for touchpoint in &self.unplaced {
            let id = TouchpointId::fresh();
            let title = touchpoint.title.clone();
            builder.commands.push(Command::AddUnplacedTouchpoint { id, title });
            builder.touchpoint(id, touchpoint)?;
        }
        builder.targets_and_events(self)?;
        Ok(builder.commands)
    }
}

impl Outline {
    /// Whether a document can be made of it.
    ///
    /// # Errors
    /// As for `build`, or with the first rule of documents that it breaks.
    pub fn check(&self) -> Result<(), Refusal> {
        let name = Message::new("step-build");
        plan_all(&Model::default(), name, &self.build()?).map(|_| ())
    }
}

struct Builder {
    commands: Vec<Command>,
    teams: Keys<TeamId>,
    owners: Keys<OwnerId>,
    personas: Keys<PersonaId>,
    channels: Keys<ChannelId>,
    touchpoints: Keys<TouchpointId>,
}

/// What cards and notes of one journey refer to.
struct Frame<'a> {
    journey: JourneyId,
    lanes: &'a BTreeMap<String, LaneId>,
    stage: StageId,
    steps: &'a [(StepId, &'a str)],
}

impl Builder {
    fn new() -> Self {
        Self {
            commands: Vec::new(),
            teams: Keys::new("document-outline-no-team"),
            owners: Keys::new("document-outline-no-owner"),
            personas: Keys::new("document-outline-no-persona"),
            channels: Keys::new("document-outline-no-channel"),
            touchpoints: Keys::new("document-outline-no-touchpoint"),
        }
    }

    fn settings(&mut self, outline: &Outline) {
        for (key, value) in [
            (SettingKey::Title, &outline.title),
            (SettingKey::Client, &outline.client),
            (SettingKey::Language, &outline.language),
        ] {
            self.commands.push(Command::Set { key, value: value.clone() });
        }
    }

    fn people(&mut self, outline: &Outline) -> Result<(), Refusal> {
        for team in &outline.teams {
            let id = TeamId::fresh();
            self.teams.add(team.key.as_deref(), &team.name, id)?;
            let (name, department) = (team.name.clone(), team.department.clone());
            self.commands.push(Command::PutTeam { team: Team { id, name, department } });
        }
        for owner in &outline.owners {
            let id = OwnerId::fresh();
            self.owners.add(owner.key.as_deref(), &owner.name, id)?;
            let owner = Owner {
                id,
                name: owner.name.clone(),
                role: owner.role.clone(),
                email: owner.email.clone(),
                team: self.teams.get_if(owner.team.as_deref(), &owner.name)?,
                hue: None,
            };
            self.commands.push(Command::PutOwner { owner });
        }
        for persona in &outline.personas {
            let id = PersonaId::fresh();
            self.personas.add(persona.key.as_deref(), &persona.name, id)?;
            let persona = Persona {
                id,
                name: persona.name.clone(),
                role: persona.role.clone(),
                goals: persona.goals.clone(),
                frustrations: persona.frustrations.clone(),
                quote: persona.quote.clone(),
                hue: None,
            };
            self.commands.push(Command::PutPersona { persona });
        }
        for channel in &outline.channels {
            let id = ChannelId::fresh();
            let name = channel.name.clone();
            let called = name.clone().unwrap_or_else(|| channel_word(channel.kind));
            self.channels.add(channel.key.as_deref(), &called, id)?;
            let channel = Channel { id, kind: channel.kind, name };
            self.commands.push(Command::PutChannel { channel });
        }
        Ok(())
    }

    fn journey(&mut self, outline: &JourneyOutline) -> Result<(), Refusal> {
        let journey = JourneyId::fresh();
        let (name, state) = (outline.name.clone(), outline.state);
        self.commands.push(Command::AddJourney { id: journey, name, state, standard: false });
        if let Some(persona) = self.personas.get_if(outline.persona.as_deref(), &outline.name)? {
            let persona = Some(persona);
            self.commands.push(Command::SetJourneyPersona { journey, persona });
        }
        let lanes = self.lanes(journey, outline);
        for stage in &outline.stages {
            self.stage(journey, stage, &lanes)?;
        }
        Ok(())
    }

    fn lanes(&mut self, journey: JourneyId, outline: &JourneyOutline) -> BTreeMap<String, LaneId> {
        let mut lanes = BTreeMap::new();
        for lane in &outline.lanes {
            let id = LaneId::fresh();
            let mut number = 1;
            while lanes.contains_key(&lane_word(lane.kind, number)) {
                number += 1;
            }
            lanes.insert(lane_word(lane.kind, number), id);
            let (kind, name) = (lane.kind, lane.name.clone());
            self.commands.push(Command::AddLane { id, journey, kind, name, index: None });
            if lane.hidden {
                self.commands.push(Command::ShowLane { lane: id, visible: false });
            }
        }
        lanes
    }

    fn stage(
        &mut self,
        journey: JourneyId,
        outline: &StageOutline,
        lanes: &BTreeMap<String, LaneId>,
    ) -> Result<(), Refusal> {
        let stage = StageId::fresh();
        let (kind, name) = (outline.kind, outline.name.clone());
        self.commands.push(Command::AddStage { id: stage, journey, kind, name, index: None });
        let mut steps = Vec::new();
        for name in &outline.steps {
            let id = StepId::fresh();
            steps.push((id, name.as_str()));
            let name = name.clone();
            self.commands.push(Command::AddStep { id, stage, name, index: None });
        }
        let frame = Frame { journey, lanes, stage, steps: &steps };
        for card in &outline.touchpoints {
            self.card(&frame, card)?;
        }
        for note in &outline.notes {
            self.note(&frame, note)?;
        }
        Ok(())
    }

    fn card(&mut self, frame: &Frame<'_>, outline: &CardOutline) -> Result<(), Refusal> {
        let journey = frame.journey;
        let called = outline.title.as_deref().or(outline.again.as_deref()).unwrap_or_default();
        let spot = frame.spot(outline.step.as_ref(), called)?;
        let lane = outline.lane.as_deref().map(|lane| frame.lane(lane, called)).transpose()?;
        let (placement, index) = (PlacementId::fresh(), None);
        match (&outline.title, &outline.again) {
            (Some(title), None) => {
                let (id, title) = (TouchpointId::fresh(), title.clone());
                let add =
                    Command::AddTouchpoint { id, placement, journey, spot, lane, title, index };
                self.commands.push(add);
                self.touchpoint(id, &outline.touchpoint())?;
            }
            (None, Some(again)) if outline.touchpoint() == TouchpointOutline::default() => {
                let touchpoint = self.touchpoints.get(again, called)?;
                let id = placement;
                self.commands.push(Command::PlaceTouchpoint {
                    id,
                    touchpoint,
                    journey,
                    spot,
                    lane,
                    index,
                });
            }
            _ => {
                return Err(Message::new("document-outline-card").with("name", called).into());
            }
        }
        if outline.span != 1 {
            self.commands.push(Command::SetSpan { placement, span: outline.span });
        }
        for (persona, value) in &outline.emotion {
            let persona = self.personas.get(persona, called)?;
            let value = Some(*value);
            self.commands.push(Command::SetEmotion { placement, persona, value });
        }
        Ok(())
    }

    /// What a touchpoint is besides its title.
    fn touchpoint(&mut self, id: TouchpointId, outline: &TouchpointOutline) -> Result<(), Refusal> {
        let touchpoint = id;
        self.touchpoints.add(outline.key.as_deref(), &outline.title, id)?;
        if !outline.description.is_empty() {
            let description = outline.description.clone();
            self.commands.push(Command::DescribeTouchpoint { touchpoint, description });
        }
        if outline.icon.is_some() {
            self.commands.push(Command::SetIcon { touchpoint, icon: outline.icon.clone() });
        }
        if !outline.channels.is_empty() {
            let channels = outline.channels.iter();
            let channels = channels.map(|channel| self.channels.get(channel, &outline.title));
            let channels = channels.collect::<Result<_, _>>()?;
            self.commands.push(Command::SetChannels { touchpoint, channels });
        }
        if let Some(owner) = self.owners.get_if(outline.owner.as_deref(), &outline.title)? {
            let (touchpoints, owner) = (vec![id], Some(owner));
            self.commands.push(Command::GiveTo { touchpoints, owner });
        }
        if outline.moment_of_truth {
            self.commands.push(Command::MarkMomentOfTruth { touchpoint, moment_of_truth: true });
        }
        Ok(())
    }

    fn note(&mut self, frame: &Frame<'_>, outline: &NoteOutline) -> Result<(), Refusal> {
        self.commands.push(Command::AddNote {
            id: crate::model::NoteId::fresh(),
            journey: frame.journey,
            spot: frame.spot(outline.step.as_ref(), &outline.text)?,
            lane: frame.lane(&outline.lane, &outline.text)?,
            tone: outline.tone,
            text: outline.text.clone(),
            icon: outline.icon.clone(),
            index: None,
        });
        Ok(())
    }

    fn targets_and_events(&mut self, outline: &Outline) -> Result<(), Refusal> {
        for target in &outline.targets {
            let touchpoint =
                self.touchpoints.get_if(target.touchpoint.as_deref(), target.metric.key())?;
            self.commands.push(Command::SetTarget {
                id: crate::model::TargetId::fresh(),
                metric: target.metric,
                touchpoint,
                value: Some(target.value),
            });
        }
        for event in &outline.events {
            let touchpoint = self.touchpoints.get_if(event.touchpoint.as_deref(), &event.name)?;
            self.commands.push(Command::AddEvent {
                id: crate::model::EventId::fresh(),
                day: event.day.clone(),
                name: event.name.clone(),
                touchpoint,
            });
        }
        Ok(())
    }
}

impl Frame<'_> {
    fn spot(&self, step: Option<&StepRef>, place: &str) -> Result<Spot, Refusal> {
        let found = match step {
            None => return Ok(Spot::Stage(self.stage)),
            Some(StepRef::Number(number)) => {
                number.checked_sub(1).and_then(|index| self.steps.get(index))
            }
            Some(StepRef::Name(name)) => self.steps.iter().find(|s| s.1.trim() == name.trim()),
        };
        let refuse = || {
            let name = match step {
                Some(StepRef::Number(number)) => number.to_string(),
                Some(StepRef::Name(name)) => name.clone(),
                None => String::new(),
            };
            Message::new("document-outline-no-step").with("name", name).with("place", place)
        };
        Ok(Spot::Step(found.ok_or_else(refuse)?.0))
    }

    fn lane(&self, lane: &str, place: &str) -> Result<LaneId, Refusal> {
        self.lanes.get(lane.trim()).copied().ok_or_else(|| {
            let message = Message::new("document-outline-no-lane");
            message.with("name", lane).with("place", place).into()
        })
    }
}

impl CardOutline {
    /// The touchpoint part of a card.
    fn touchpoint(&self) -> TouchpointOutline {
        TouchpointOutline {
            title: self.title.clone().unwrap_or_default(),
            key: self.key.clone(),
            description: self.description.clone(),
            icon: self.icon.clone(),
            channels: self.channels.clone(),
            owner: self.owner.clone(),
            moment_of_truth: self.moment_of_truth,
        }
    }
}

/// How a channel without own name is referred to: `web`.
pub(super) fn channel_word(kind: ChannelKind) -> String {
    word(kind)
}

/// How a lane is referred to: `quotes`, `quotes:2`.
pub(super) fn lane_word(kind: LaneKind, number: usize) -> String {
    if number == 1 { word(kind) } else { format!("{}:{number}", word(kind)) }
}

/// A kind as it is written in the file.
fn word(kind: impl Serialize) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
