//! Document → journey file.

use super::build::{channel_word, lane_word};
use super::keys::{Unique, if_needed};
use super::{
    CardOutline, ChannelOutline, EventOutline, JourneyOutline, LaneOutline, NoteOutline, Outline,
    OwnerOutline, PersonaOutline, StageOutline, StepRef, TargetOutline, TeamOutline,
    TouchpointOutline,
};
use crate::model::{
    ChannelId, Journey, LaneId, LaneKind, Model, OwnerId, PersonaId, Placement, Record, SettingKey,
    Spot, Stage, Table, TeamId, Touchpoint, TouchpointId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The journey file of a document. Survey rows, surveys and questions are not in it.
#[must_use]
pub fn of(model: &Model) -> Outline {
    let names = Names::of(model);
    let mut shown = BTreeSet::new();
    let journeys = model.journeys_in_order();
    let journeys = journeys.into_iter().map(|j| names.journey(model, j, &mut shown)).collect();
    let setting = |key| model.settings.get(&key).map_or_else(String::new, |s| s.value.clone());
    let unplaced = model.touchpoints.values().filter(|t| !shown.contains(&t.id));
    let touchpoint_key = |id: Option<TouchpointId>| id.map(|id| named(&names.touchpoints, id));
    Outline {
        title: setting(SettingKey::Title),
        client: setting(SettingKey::Client),
        language: setting(SettingKey::Language),
        teams: names.all_teams(model),
        owners: names.all_owners(model),
        personas: names.all_personas(model),
        channels: names.all_channels(model),
        journeys,
        unplaced: unplaced.map(|t| names.touchpoint(t)).collect(),
        targets: model
            .targets
            .values()
            .map(|t| TargetOutline {
                metric: t.metric,
                touchpoint: touchpoint_key(t.touchpoint),
                value: t.value,
            })
            .collect(),
        events: model
            .events
            .values()
            .map(|e| EventOutline {
                day: e.day.clone(),
                name: e.name.clone(),
                touchpoint: touchpoint_key(e.touchpoint),
            })
            .collect(),
    }
}

/// The key of everything that others refer to.
struct Names {
    teams: BTreeMap<TeamId, String>,
    owners: BTreeMap<OwnerId, String>,
    personas: BTreeMap<PersonaId, String>,
    channels: BTreeMap<ChannelId, String>,
    touchpoints: BTreeMap<TouchpointId, String>,
}

impl Names {
    fn of(model: &Model) -> Self {
        Self {
            teams: keys(&model.teams, |t| t.name.clone()),
            owners: keys(&model.owners, |o| o.name.clone()),
            personas: keys(&model.personas, |p| p.name.clone()),
            channels: keys(&model.channels, |c| {
                c.name.clone().unwrap_or_else(|| channel_word(c.kind))
            }),
            touchpoints: touchpoint_keys(model),
        }
    }

    fn all_teams(&self, model: &Model) -> Vec<TeamOutline> {
        let outline = |team: &crate::model::Team| TeamOutline {
            name: team.name.clone(),
            key: if_needed(&named(&self.teams, team.id), &team.name),
            department: team.department.clone(),
        };
        model.teams.values().map(outline).collect()
    }

    fn all_owners(&self, model: &Model) -> Vec<OwnerOutline> {
        let outline = |owner: &crate::model::Owner| OwnerOutline {
            name: owner.name.clone(),
            key: if_needed(&named(&self.owners, owner.id), &owner.name),
            role: owner.role.clone(),
            email: owner.email.clone(),
            team: owner.team.map(|team| named(&self.teams, team)),
        };
        model.owners.values().map(outline).collect()
    }

    fn all_personas(&self, model: &Model) -> Vec<PersonaOutline> {
        let outline = |persona: &crate::model::Persona| PersonaOutline {
            name: persona.name.clone(),
            key: if_needed(&named(&self.personas, persona.id), &persona.name),
            role: persona.role.clone(),
            goals: persona.goals.clone(),
            frustrations: persona.frustrations.clone(),
            quote: persona.quote.clone(),
        };
        model.personas.values().map(outline).collect()
    }

    fn all_channels(&self, model: &Model) -> Vec<ChannelOutline> {
        let outline = |channel: &crate::model::Channel| {
            let called = channel.name.clone().unwrap_or_else(|| channel_word(channel.kind));
            ChannelOutline {
                kind: channel.kind,
                name: channel.name.clone(),
                key: if_needed(&named(&self.channels, channel.id), &called),
            }
        };
        model.channels.values().map(outline).collect()
    }

    fn journey(
        &self,
        model: &Model,
        journey: &Journey,
        shown: &mut BTreeSet<TouchpointId>,
    ) -> JourneyOutline {
        let lanes = lanes(model, journey);
        let stages = model.stages_of(journey.id);
        JourneyOutline {
            name: journey.name.clone(),
            state: journey.state,
            persona: journey.persona.map(|persona| named(&self.personas, persona)),
            lanes: model
                .lanes_of(journey.id)
                .into_iter()
                .map(|lane| LaneOutline {
                    kind: lane.kind,
                    name: lane.name.clone(),
                    hidden: !lane.visible,
                })
                .collect(),
            stages: stages.into_iter().map(|s| self.stage(model, s, &lanes, shown)).collect(),
        }
    }

    fn stage(
        &self,
        model: &Model,
        stage: &Stage,
        lanes: &[(LaneId, String)],
        shown: &mut BTreeSet<TouchpointId>,
    ) -> StageOutline {
        let mut touchpoints = Vec::new();
        let mut notes = Vec::new();
        for (lane, word) in lanes {
            for card in model.placements_in(stage.id, *lane) {
                touchpoints.push(self.card(model, card, word, shown));
            }
            for note in model.notes_in(stage.id, *lane) {
                notes.push(NoteOutline {
                    lane: word.clone(),
                    tone: note.tone,
                    text: note.text.clone(),
                    icon: note.icon.clone(),
                    step: step_ref(model, note.spot),
                });
            }
        }
        StageOutline {
            kind: stage.kind,
            name: stage.name.clone(),
            steps: model.steps_of(stage.id).into_iter().map(|s| s.name.clone()).collect(),
            touchpoints,
            notes,
        }
    }

    fn card(
        &self,
        model: &Model,
        card: &Placement,
        lane: &str,
        shown: &mut BTreeSet<TouchpointId>,
    ) -> CardOutline {
        let emotions = model.emotions.values().filter(|e| e.placement == card.id);
        let place = CardOutline {
            step: step_ref(model, card.spot),
            lane: (lane != lane_word(LaneKind::Touchpoints, 1)).then(|| lane.to_owned()),
            span: card.span,
            emotion: emotions.map(|e| (named(&self.personas, e.persona), e.value)).collect(),
            ..CardOutline::default()
        };
        let first = shown.insert(card.touchpoint);
        match model.touchpoints.get(&card.touchpoint) {
            Some(touchpoint) if first => {
                let whole = self.touchpoint(touchpoint);
                CardOutline {
                    title: Some(whole.title),
                    key: whole.key,
                    description: whole.description,
                    icon: whole.icon,
                    channels: whole.channels,
                    owner: whole.owner,
                    moment_of_truth: whole.moment_of_truth,
                    ..place
                }
            }
            _ => CardOutline { again: self.touchpoints.get(&card.touchpoint).cloned(), ..place },
        }
    }

    fn touchpoint(&self, touchpoint: &Touchpoint) -> TouchpointOutline {
        let channels = touchpoint.channels.iter();
        TouchpointOutline {
            title: touchpoint.title.clone(),
            key: if_needed(&named(&self.touchpoints, touchpoint.id), &touchpoint.title),
            description: touchpoint.description.clone(),
            icon: touchpoint.icon.clone(),
            channels: channels.map(|channel| named(&self.channels, *channel)).collect(),
            owner: touchpoint.owner.map(|owner| named(&self.owners, owner)),
            moment_of_truth: touchpoint.moment_of_truth,
        }
    }
}

/// A step by its name, or by its number where the name is not unique in its stage.
fn step_ref(model: &Model, spot: Spot) -> Option<StepRef> {
    let Spot::Step(id) = spot else { return None };
    let step = model.steps.get(&id)?;
    let siblings = model.steps_of(step.stage);
    if siblings.iter().filter(|s| s.name == step.name).count() == 1 {
        return Some(StepRef::Name(step.name.clone()));
    }
    siblings.iter().position(|s| s.id == id).map(|index| StepRef::Number(index + 1))
}

/// The lanes of a journey with the words that refer to them.
fn lanes(model: &Model, journey: &Journey) -> Vec<(LaneId, String)> {
    let mut counts: Vec<(LaneKind, usize)> = Vec::new();
    let mut lanes = Vec::new();
    for lane in model.lanes_of(journey.id) {
        let number = 1 + counts.iter().filter(|(kind, _)| *kind == lane.kind).count();
        counts.push((lane.kind, number));
        lanes.push((lane.id, lane_word(lane.kind, number)));
    }
    lanes
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
