//! A model without its identities: each is replaced by what it is and the place it has, so that two
//! documents can be compared that were made apart. Whatever field is new is compared, too.

use klantreis::model::*;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Display;

/// What a journey file leaves out on purpose.
const LEFT_OUT: [&str; 8] =
    ["surveys", "questions", "batches", "versions", "ballots", "votes", "rounds", "guesses"];

/// A name for each identity: what it is, and its place among its like.
#[derive(Default)]
struct Names {
    known: HashMap<String, String>,
    counts: HashMap<&'static str, usize>,
}

impl Names {
    fn name(&mut self, what: &'static str, id: impl Display) {
        let id = id.to_string();
        if !self.known.contains_key(&id) {
            let count = self.counts.entry(what).or_default();
            *count += 1;
            self.known.insert(id, format!("{what} {count:05}"));
        }
    }

    fn put(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(name) = self.known.get(text) {
                    name.clone_into(text);
                }
            }
            Value::Array(rows) => rows.iter_mut().for_each(|row| self.put(row)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.put(field)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Everything of a model that a journey file holds, without identities.
pub(super) fn normal(model: &Model) -> Value {
    let names = names(model);
    let mut value = serde_json::to_value(model).unwrap();
    names.put(&mut value);
    let tables = value.as_object_mut().unwrap();
    for table in LEFT_OUT {
        assert!(tables.remove(table).is_some(), "{table}");
    }
    for rows in tables.values_mut() {
        rows.as_array_mut().unwrap().sort_by_cached_key(Value::to_string);
    }
    value
}

fn names(model: &Model) -> Names {
    let mut names = Names::default();
    let n = &mut names;
    model.teams.keys().for_each(|id| n.name("team", id));
    model.owners.keys().for_each(|id| n.name("owner", id));
    model.personas.keys().for_each(|id| n.name("persona", id));
    model.channels.keys().for_each(|id| n.name("channel", id));
    model.stakeholders.keys().for_each(|id| n.name("stakeholder", id));
    for journey in model.journeys_in_order() {
        map(n, model, journey.id);
    }
    model.touchpoints.keys().for_each(|id| n.name("touchpoint", id));
    model.targets.keys().for_each(|id| n.name("target", id));
    model.events.keys().for_each(|id| n.name("event", id));
    model.agenda_in_order().iter().for_each(|item| n.name("item", item.id));
    model.themes_in_order().iter().for_each(|theme| n.name("theme", theme.id));
    model.views_in_order().iter().for_each(|view| n.name("view", view.id));
    model.baselines.keys().for_each(|id| n.name("baseline", id));
    hung(n, model);
    let mut synonyms: Vec<&Synonym> = model.synonyms.values().collect();
    synonyms.sort_by_key(|synonym| synonym.label.clone());
    synonyms.iter().for_each(|synonym| n.name("synonym", synonym.id));
    names
}

/// One map, from left to right and from top to bottom.
fn map(n: &mut Names, model: &Model, journey: JourneyId) {
    n.name("journey", journey);
    model.lanes_of(journey).iter().for_each(|lane| n.name("lane", lane.id));
    for card in model.placements_of(journey) {
        n.name("card", card.id);
        n.name("touchpoint", card.touchpoint);
    }
    for stage in model.stages_of(journey) {
        n.name("stage", stage.id);
        model.steps_of(stage.id).iter().for_each(|step| n.name("step", step.id));
        for lane in model.lanes_of(journey) {
            model.notes_in(stage.id, lane.id).iter().for_each(|note| n.name("note", note.id));
        }
    }
    let arrows = model.arrows.values().filter(|arrow| arrow.journey == journey);
    arrows.for_each(|arrow| n.name("arrow", arrow.id));
}

/// Remarks and pictures, in order on what they hang on.
fn hung(n: &mut Names, model: &Model) {
    let mut remarks: Vec<&Remark> = model.remarks.values().collect();
    remarks.sort_by_key(|remark| match remark.item {
        Item::Touchpoint(id) => n.known[&id.to_string()].clone(),
        Item::Note(id) => n.known[&id.to_string()].clone(),
    });
    remarks.iter().for_each(|remark| n.name("remark", remark.id));
    let mut pictures: Vec<&Attachment> = model.attachments.values().collect();
    pictures.sort_by_key(|picture| {
        let holder = match picture.holder {
            Holder::Touchpoint(id) => n.known[&id.to_string()].clone(),
            Holder::Note(id) => n.known[&id.to_string()].clone(),
            Holder::Persona(id) => n.known[&id.to_string()].clone(),
        };
        (holder, picture.position)
    });
    pictures.iter().for_each(|picture| n.name("picture", picture.id));
}
