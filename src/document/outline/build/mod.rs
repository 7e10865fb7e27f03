//! Journey file → commands that make the document it describes.

mod map;

pub(super) use map::path;

use super::keys::Keys;
use super::{Outline, PersonaOutline, marks};
use crate::document::Command;
use crate::document::plan::plan_all;
use crate::model::{
    AgendaItemId, Channel, ChannelId, ChannelKind, EventId, Holder, Item, JourneyId, LaneKind,
    Message, Model, Owner, OwnerId, Persona, PersonaId, Refusal, SettingKey, Stakeholder,
    StakeholderId, TargetId, Team, TeamId, TouchpointId,
};
use serde::Serialize;

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
        builder.agenda(self);
        builder.reading(self)?;
        builder.finish()
    }

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
    journeys: Keys<JourneyId>,
    touchpoints: Keys<TouchpointId>,
    /// What a journey shows in more detail, with the key of that journey: it may come later.
    details: Vec<Detail>,
    /// Locks, for when everything is in its place.
    locks: Vec<Command>,
}

/// A thing, what it is called, and the key of the journey that shows it in more detail.
struct Detail {
    item: Item,
    called: String,
    journey: String,
}

impl Builder {
    fn new() -> Self {
        Self {
            commands: Vec::new(),
            teams: Keys::new("document-outline-no-team"),
            owners: Keys::new("document-outline-no-owner"),
            personas: Keys::new("document-outline-no-persona"),
            channels: Keys::new("document-outline-no-channel"),
            journeys: Keys::new("document-outline-no-journey"),
            touchpoints: Keys::new("document-outline-no-touchpoint"),
            details: Vec::new(),
            locks: Vec::new(),
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
        if let Some(megabytes) = outline.history_limit {
            let (key, value) = (SettingKey::HistoryLimit, megabytes.to_string());
            self.commands.push(Command::Set { key, value });
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
                hue: owner.hue,
            };
            self.commands.push(Command::PutOwner { owner });
        }
        for persona in &outline.personas {
            self.persona(persona)?;
        }
        for channel in &outline.channels {
            let id = ChannelId::fresh();
            let name = channel.name.clone();
            let called = name.clone().unwrap_or_else(|| channel_word(channel.kind));
            self.channels.add(channel.key.as_deref(), &called, id)?;
            let channel = Channel { id, kind: channel.kind, name };
            self.commands.push(Command::PutChannel { channel });
        }
        for stakeholder in &outline.stakeholders {
            let stakeholder = Stakeholder {
                id: StakeholderId::fresh(),
                name: stakeholder.name.clone(),
                role: stakeholder.role.clone(),
                organisation: stakeholder.organisation.clone(),
                stake: stakeholder.stake.clone(),
                influence: stakeholder.influence,
            };
            self.commands.push(Command::PutStakeholder { stakeholder });
        }
        Ok(())
    }

    fn persona(&mut self, outline: &PersonaOutline) -> Result<(), Refusal> {
        let id = PersonaId::fresh();
        self.personas.add(outline.key.as_deref(), &outline.name, id)?;
        let persona = Persona {
            id,
            name: outline.name.clone(),
            role: outline.role.clone(),
            goals: outline.goals.clone(),
            frustrations: outline.frustrations.clone(),
            quote: outline.quote.clone(),
            hue: outline.hue,
            segments: outline.segments.clone(),
        };
        self.commands.push(Command::PutPersona { persona });
        marks::hang(&outline.pictures, Holder::Persona(id), &mut self.commands);
        Ok(())
    }

    fn targets_and_events(&mut self, outline: &Outline) -> Result<(), Refusal> {
        for target in &outline.targets {
            let touchpoint =
                self.touchpoints.get_if(target.touchpoint.as_deref(), target.metric.key())?;
            self.commands.push(Command::SetTarget {
                id: TargetId::fresh(),
                metric: target.metric,
                touchpoint,
                value: Some(target.value),
            });
        }
        for event in &outline.events {
            let touchpoint = self.touchpoints.get_if(event.touchpoint.as_deref(), &event.name)?;
            self.commands.push(Command::AddEvent {
                id: EventId::fresh(),
                day: event.day.clone(),
                name: event.name.clone(),
                touchpoint,
            });
        }
        Ok(())
    }

    fn agenda(&mut self, outline: &Outline) {
        for item in &outline.agenda {
            let (id, name) = (AgendaItemId::fresh(), item.name.clone());
            let minutes = item.minutes;
            self.commands.push(Command::AddAgendaItem { id, name, minutes, index: None });
        }
    }

    /// Themes, saved views and baselines.
    fn reading(&mut self, outline: &Outline) -> Result<(), Refusal> {
        let touchpoints = &self.touchpoints;
        let find = |key: Option<&str>, place: &str| touchpoints.get_if(key, place);
        for theme in &outline.themes {
            self.commands.push(theme.command(&find)?);
        }
        self.commands.extend(outline.views.iter().map(super::ViewOutline::command));
        for baseline in &outline.baselines {
            self.commands.push(baseline.command(&find)?);
        }
        Ok(())
    }

    /// Links to journeys, which are all there by now, and then the locks.
    fn finish(mut self) -> Result<Vec<Command>, Refusal> {
        for Detail { item, called, journey } in self.details {
            let journey = Some(self.journeys.get(&journey, &called)?);
            self.commands.push(Command::LinkJourney { item, journey });
        }
        self.commands.append(&mut self.locks);
        Ok(self.commands)
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
