//! The journey file as the samples write it: the readable format of `docs/FORMAT.md`.
//!
//! Written here as any other program would write it; the tests read it back with the library.

use serde::Serialize;
use std::collections::BTreeMap;

/// A document in words.
#[derive(Serialize)]
pub struct Outline {
    pub title: &'static str,
    pub client: &'static str,
    pub language: &'static str,
    pub teams: Vec<Team>,
    pub owners: Vec<Owner>,
    pub personas: Vec<Persona>,
    pub channels: Vec<Channel>,
    pub journeys: Vec<Journey>,
    pub targets: Vec<Target>,
    pub events: Vec<Event>,
}

#[derive(Serialize)]
pub struct Team {
    pub name: &'static str,
    pub department: &'static str,
}

#[derive(Serialize)]
pub struct Owner {
    pub name: &'static str,
    pub role: &'static str,
    pub email: &'static str,
    pub team: &'static str,
}

#[derive(Serialize)]
pub struct Persona {
    pub name: &'static str,
    pub role: &'static str,
    pub goals: &'static str,
    pub frustrations: &'static str,
    pub quote: &'static str,
}

#[derive(Serialize)]
pub struct Channel {
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'static str>,
}

#[derive(Serialize)]
pub struct Journey {
    pub name: &'static str,
    pub persona: &'static str,
    pub stages: Vec<Stage>,
}

#[derive(Serialize)]
pub struct Stage {
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'static str>,
    pub steps: Vec<&'static str>,
    pub touchpoints: Vec<Card>,
    pub notes: Vec<Note>,
}

#[derive(Serialize)]
pub struct Card {
    pub title: &'static str,
    pub description: &'static str,
    pub icon: &'static str,
    pub channels: Vec<&'static str>,
    pub owner: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    pub moment_of_truth: bool,
    pub emotion: BTreeMap<&'static str, f64>,
}

#[derive(Serialize)]
pub struct Note {
    pub lane: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<&'static str>,
    pub text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<&'static str>,
}

#[derive(Serialize)]
pub struct Target {
    pub metric: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<&'static str>,
    pub value: f64,
}

#[derive(Serialize)]
pub struct Event {
    pub day: &'static str,
    pub name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<&'static str>,
}

/// A usual channel, whose name follows the language.
pub fn usual(kind: &'static str) -> Channel {
    Channel { kind, name: None }
}

/// Something that hurts.
pub fn pain(text: &'static str) -> Note {
    Note { lane: "pains_gains", tone: Some("pain"), text, icon: None }
}

/// Something that helps.
pub fn gain(text: &'static str) -> Note {
    Note { lane: "pains_gains", tone: Some("gain"), text, icon: None }
}

/// What customers say.
pub fn quote(text: &'static str) -> Note {
    Note { lane: "quotes", tone: None, text, icon: None }
}

/// A team or system behind the scenes.
pub fn backstage(icon: &'static str, text: &'static str) -> Note {
    Note { lane: "backstage", tone: None, text, icon: Some(icon) }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_false(value: &bool) -> bool {
    !value
}
