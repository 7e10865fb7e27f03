//! A map → the template that other maps begin from.
//!
//! Leaves behind what belongs to one document: the client, answers, targets, events, locks.

use super::{Outline, of};
use crate::model::{JourneyId, Model, PersonaId, Record, Setting, SettingKey, Table};
use std::collections::BTreeSet;

/// The template that a map makes: the map with the people and channels it uses, named after the
/// journey. Empty when there is no such journey.
#[must_use]
pub fn template_of(model: &Model, journey: JourneyId) -> Outline {
    let mut kept = Model::default();
    let Some(map) = model.journeys.get(&journey) else { return of(&kept) };
    let mut map = map.clone();
    (map.locked, map.position) = (false, 0);
    let language = model.settings.get(&SettingKey::Language).cloned();
    let title = Setting { key: SettingKey::Title, value: map.name.clone() };
    kept.settings = table(language.into_iter().chain([title]));
    kept.stages = only(&model.stages, |s| s.journey == journey);
    kept.steps = only(&model.steps, |s| kept.stages.contains_key(&s.stage));
    kept.lanes = only(&model.lanes, |l| l.journey == journey);
    kept.placements = only(&model.placements, |p| p.journey == journey);
    kept.notes = only(&model.notes, |n| n.journey == journey);
    kept.emotions = only(&model.emotions, |e| kept.placements.contains_key(&e.placement));
    kept.arrows = only(&model.arrows, |a| a.journey == journey);
    kept.journeys = table([map]);
    unlock(&mut kept);
    touchpoints(model, &mut kept);
    people(model, &mut kept);
    of(&kept)
}

/// A template is there to be changed.
fn unlock(kept: &mut Model) {
    kept.stages.values_mut().for_each(|s| s.locked = false);
    kept.lanes.values_mut().for_each(|l| l.locked = false);
    kept.placements.values_mut().for_each(|p| p.locked = false);
    kept.notes.values_mut().for_each(|n| n.locked = false);
}

fn touchpoints(model: &Model, kept: &mut Model) {
    let used: BTreeSet<_> = kept.placements.values().map(|p| p.touchpoint).collect();
    kept.touchpoints = only(&model.touchpoints, |t| used.contains(&t.id));
    for touchpoint in kept.touchpoints.values_mut() {
        touchpoint.sub_journey = None;
    }
    let used: BTreeSet<_> = kept.touchpoints.values().flat_map(|t| &t.channels).copied().collect();
    kept.channels = only(&model.channels, |c| used.contains(&c.id));
}

fn people(model: &Model, kept: &mut Model) {
    let owners: BTreeSet<_> = kept.touchpoints.values().filter_map(|t| t.owner).collect();
    kept.owners = only(&model.owners, |o| owners.contains(&o.id));
    let teams: BTreeSet<_> = kept.owners.values().filter_map(|o| o.team).collect();
    kept.teams = only(&model.teams, |t| teams.contains(&t.id));
    let of_map = kept.journeys.values().filter_map(|j| j.persona);
    let of_lanes = kept.lanes.values().filter_map(|l| l.persona);
    let felt = kept.emotions.values().map(|e| e.persona);
    let personas: BTreeSet<PersonaId> = of_map.chain(of_lanes).chain(felt).collect();
    kept.personas = only(&model.personas, |p| personas.contains(&p.id));
}

/// The records of a table that are asked for.
fn only<R: Record>(records: &Table<R>, wanted: impl Fn(&R) -> bool) -> Table<R> {
    records.iter().filter(|(_, r)| wanted(r)).map(|(id, r)| (*id, r.clone())).collect()
}

fn table<R: Record>(records: impl IntoIterator<Item = R>) -> Table<R> {
    records.into_iter().map(|record| (record.id(), record)).collect()
}
