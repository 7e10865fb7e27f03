//! Document → journey file.
//!
//! Every noun is taken apart field by field: a new field does not compile until it has its place.

mod map;

use super::build::channel_word;
use super::keys::{Unique, if_needed};
use super::{
    AgendaOutline, ChannelOutline, EventOutline, Outline, OwnerOutline, PersonaOutline,
    StakeholderOutline, TargetOutline, TeamOutline, marks, reading,
};
use crate::model::{
    AgendaItem, BlobId, Channel, ChannelId, Event, Holder, JourneyId, Model, Owner, OwnerId,
    Persona, PersonaId, Record, SettingKey, Stakeholder, Table, Target, Team, TeamId, TouchpointId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The journey file of a document, without its pictures. Surveys and answers, undo steps, versions,
/// votes and guesses are not in it.
#[must_use]
pub fn of(model: &Model) -> Outline {
    of_with(model, &|_| None)
}

/// As `of`, with the pictures whose bytes `kept` finds.
#[must_use]
pub fn of_with(model: &Model, kept: &dyn Fn(BlobId) -> Option<Vec<u8>>) -> Outline {
    let teller = Teller { model, kept, names: Names::of(model) };
    let mut shown = BTreeSet::new();
    let journeys = model.journeys_in_order();
    let journeys = journeys.into_iter().map(|j| teller.journey(j, &mut shown)).collect();
    let setting = |key| model.settings.get(&key).map_or_else(String::new, |s| s.value.clone());
    let (themes, names) = (model.themes_in_order(), &teller.names.touchpoints);
    let name = |id| named(names, id);
    let unplaced = model.touchpoints.values().filter(|t| !shown.contains(&t.id));
    Outline {
        title: setting(SettingKey::Title),
        client: setting(SettingKey::Client),
        language: setting(SettingKey::Language),
        history_limit: setting(SettingKey::HistoryLimit).parse().ok(),
        teams: model.teams.values().map(|t| teller.team(t)).collect(),
        owners: model.owners.values().map(|o| teller.owner(o)).collect(),
        personas: model.personas.values().map(|p| teller.persona(p)).collect(),
        channels: model.channels.values().map(|c| teller.channel(c)).collect(),
        stakeholders: model.stakeholders.values().map(stakeholder).collect(),
        journeys,
        unplaced: unplaced.map(|t| teller.touchpoint(t)).collect(),
        targets: model.targets.values().map(|t| teller.target(t)).collect(),
        events: model.events.values().map(|e| teller.event(e)).collect(),
        agenda: model.agenda_in_order().into_iter().map(agenda_item).collect(),
        themes: themes.into_iter().map(|t| reading::theme(t, name)).collect(),
        views: model.views_in_order().into_iter().map(reading::view).collect(),
        baselines: model.baselines.values().map(|b| reading::baseline(b, name)).collect(),
    }
}

/// Puts a document into words.
struct Teller<'a> {
    model: &'a Model,
    kept: &'a dyn Fn(BlobId) -> Option<Vec<u8>>,
    names: Names,
}

/// The key of everything that others refer to.
struct Names {
    teams: BTreeMap<TeamId, String>,
    owners: BTreeMap<OwnerId, String>,
    personas: BTreeMap<PersonaId, String>,
    channels: BTreeMap<ChannelId, String>,
    journeys: BTreeMap<JourneyId, String>,
    touchpoints: BTreeMap<TouchpointId, String>,
}

impl Names {
    fn of(model: &Model) -> Self {
        let mut unique = Unique::default();
        let journeys = model.journeys_in_order().into_iter();
        Self {
            teams: keys(&model.teams, |t| t.name.clone()),
            owners: keys(&model.owners, |o| o.name.clone()),
            personas: keys(&model.personas, |p| p.name.clone()),
            channels: keys(&model.channels, called),
            journeys: journeys.map(|j| (j.id, unique.key(&j.name))).collect(),
            touchpoints: touchpoint_keys(model),
        }
    }
}

impl Teller<'_> {
    fn team(&self, team: &Team) -> TeamOutline {
        let Team { id, name, department } = team.clone();
        let key = if_needed(&named(&self.names.teams, id), &name);
        TeamOutline { name, key, department }
    }

    fn owner(&self, owner: &Owner) -> OwnerOutline {
        let Owner { id, name, role, email, team, hue } = owner.clone();
        let key = if_needed(&named(&self.names.owners, id), &name);
        let team = team.map(|team| named(&self.names.teams, team));
        OwnerOutline { name, key, role, email, team, hue }
    }

    fn persona(&self, persona: &Persona) -> PersonaOutline {
        let Persona { id, name, role, goals, frustrations, quote, hue, segments } = persona.clone();
        let key = if_needed(&named(&self.names.personas, id), &name);
        let pictures = marks::pictures_of(self.model, Holder::Persona(id), self.kept);
        PersonaOutline { name, key, role, goals, frustrations, quote, hue, segments, pictures }
    }

    fn channel(&self, channel: &Channel) -> ChannelOutline {
        let called = called(channel);
        let Channel { id, kind, name } = channel.clone();
        let key = if_needed(&named(&self.names.channels, id), &called);
        ChannelOutline { kind, name, key }
    }

    fn target(&self, target: &Target) -> TargetOutline {
        let Target { id: _, metric, touchpoint, value } = target.clone();
        TargetOutline { metric, touchpoint: self.touchpoint_named(touchpoint), value }
    }

    fn event(&self, event: &Event) -> EventOutline {
        let Event { id: _, day, name, touchpoint } = event.clone();
        EventOutline { day, name, touchpoint: self.touchpoint_named(touchpoint) }
    }

    fn touchpoint_named(&self, touchpoint: Option<TouchpointId>) -> Option<String> {
        touchpoint.map(|id| named(&self.names.touchpoints, id))
    }
}

fn stakeholder(stakeholder: &Stakeholder) -> StakeholderOutline {
    let Stakeholder { id: _, name, role, organisation, stake, influence } = stakeholder.clone();
    StakeholderOutline { name, role, organisation, stake, influence }
}

fn agenda_item(item: &AgendaItem) -> AgendaOutline {
    let AgendaItem { id: _, name, minutes, position: _ } = item.clone();
    AgendaOutline { name, minutes }
}

/// How a channel is referred to.
fn called(channel: &Channel) -> String {
    channel.name.clone().unwrap_or_else(|| channel_word(channel.kind))
}

/// A unique key for each touchpoint, in the order in which the file shows them.
fn touchpoint_keys(model: &Model) -> BTreeMap<TouchpointId, String> {
    let journeys = model.journeys_in_order().into_iter();
    let shown = journeys.flat_map(|j| model.placements_of(j.id)).map(|p| p.touchpoint);
    let mut unique = Unique::default();
    let mut keys = BTreeMap::new();
    for id in shown.chain(model.touchpoints.keys().copied()) {
        if let Some(touchpoint) = model.touchpoints.get(&id) {
            keys.entry(id).or_insert_with(|| unique.key(&touchpoint.title));
        }
    }
    keys
}

/// The key of an identity.
fn named<I: Ord + Copy>(keys: &BTreeMap<I, String>, id: I) -> String {
    keys.get(&id).cloned().unwrap_or_default()
}

/// A unique key for each record.
fn keys<R: Record>(table: &Table<R>, name: fn(&R) -> String) -> BTreeMap<R::Id, String> {
    let mut unique = Unique::default();
    table.iter().map(|(id, record)| (*id, unique.key(&name(record)))).collect()
}
