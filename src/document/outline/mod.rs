//! The readable journey file, `journey.json`: a document with names instead of identities.
//!
//! For sample folders, templates, `new --from` and exchange. Holds no survey rows. Things are
//! referred to by their name, or by their `key` where two have the same name.

mod build;
mod keys;
mod of;
mod own;
/// The journeys to begin with.
pub mod template;

use crate::model::{
    ChannelKind, JourneyState, LaneKind, Message, Metric, Refusal, StageKind, Tone,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use of::of;
pub use own::template_of;

/// A document in words.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// Title of the document.
    pub title: String,
    /// The client it was made for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub client: String,
    /// Language of its texts, `en` or `nl`, if it says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Teams, each with its department.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamOutline>,
    /// People responsible for touchpoints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<OwnerOutline>,
    /// Personas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<PersonaOutline>,
    /// Channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelOutline>,
    /// The maps.
    #[serde(default)]
    pub journeys: Vec<JourneyOutline>,
    /// Touchpoints that no map shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unplaced: Vec<TouchpointOutline>,
    /// Figures the team wants to reach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetOutline>,
    /// Dated happenings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventOutline>,
}

/// A team.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamOutline {
    /// Name.
    pub name: String,
    /// How others refer to it, where the name is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Department.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub department: String,
}

/// An owner.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerOutline {
    /// Full name.
    pub name: String,
    /// How others refer to this person, where the name is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What this person does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// E-mail address at work.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
}

/// A persona.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaOutline {
    /// Name.
    pub name: String,
    /// How others refer to it, where the name is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Who this is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What this persona wants.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goals: String,
    /// What stands in the way.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub frustrations: String,
    /// A sentence this persona would say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
}

/// A channel; without a name it is referred to by its kind.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelOutline {
    /// Which of the usual channels, or `other`.
    pub kind: ChannelKind,
    /// Own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How others refer to it, where the name is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// A map.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyOutline {
    /// Name.
    pub name: String,
    /// Current or future state.
    #[serde(default, skip_serializing_if = "is_current")]
    pub state: JourneyState,
    /// Persona.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// Lanes from top to bottom; the usual ones when left out.
    #[serde(default = "usual_lanes", skip_serializing_if = "are_usual")]
    pub lanes: Vec<LaneOutline>,
    /// Stages from left to right.
    pub stages: Vec<StageOutline>,
}

/// A lane. Cards and notes refer to it by its kind, or `kind:2` for the second of that kind.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaneOutline {
    /// What it shows.
    pub kind: LaneKind,
    /// Own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is hidden.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
}

/// A stage with what stands in it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageOutline {
    /// Which of the six, or `other`.
    #[serde(default = "other_stage")]
    pub kind: StageKind,
    /// Own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Steps from left to right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// Cards from top to bottom, lane by lane.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<CardOutline>,
    /// Notes from top to bottom, lane by lane.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteOutline>,
}

/// A touchpoint.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TouchpointOutline {
    /// Short name.
    pub title: String,
    /// How others refer to it, where the title is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Longer explanation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Name of its icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Channels, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// Owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Whether it carries unusual weight.
    #[serde(default, skip_serializing_if = "is_false")]
    pub moment_of_truth: bool,
}

/// A card: a touchpoint where it is first shown, or `again` one that was shown before.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardOutline {
    /// Short name of a new touchpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A touchpoint that stands elsewhere already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<String>,
    /// How others refer to the touchpoint, where the title is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Longer explanation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Name of its icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Channels, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// Owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Whether it carries unusual weight.
    #[serde(default, skip_serializing_if = "is_false")]
    pub moment_of_truth: bool,
    /// The step it stands at; the whole stage when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepRef>,
    /// The lane; the first for touchpoints when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// Number of stage columns it covers.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub span: i64,
    /// What each persona feels, −2…+2.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub emotion: BTreeMap<String, f64>,
}

/// A step of the stage: by name, or by number from 1.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum StepRef {
    /// Number, from 1.
    Number(usize),
    /// Name.
    Name(String),
}

/// A note.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteOutline {
    /// Lane.
    pub lane: String,
    /// Whether it hurts or helps.
    #[serde(default, skip_serializing_if = "is_neutral")]
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// Name of its icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The step it stands at; the whole stage when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepRef>,
}

/// A target.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetOutline {
    /// Of which metric.
    pub metric: Metric,
    /// For which touchpoint; for the whole journey when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<String>,
    /// On the metric's own axis.
    pub value: f64,
}

/// A dated happening.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventOutline {
    /// Day, as `YYYY-MM-DD`.
    pub day: String,
    /// What happened.
    pub name: String,
    /// The touchpoint it touched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<String>,
}

impl Outline {
    /// Reads a journey file.
    ///
    /// # Errors
    /// A sentence with the line and column of what is wrong.
    pub fn parse(json: &str) -> Result<Self, Refusal> {
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        serde_json::from_str(json).map_err(|error| {
            let detail = error.to_string();
            // serde_json ends with the place, which the sentence says itself.
            let detail = detail.split(" at line ").next().unwrap_or_default();
            Message::new("document-outline-faulty")
                .with("line", error.line())
                .with("column", error.column())
                .with("detail", detail)
                .into()
        })
    }

    /// The journey file as text, ending with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Text keys and plain values only: this cannot fail.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

fn usual_lanes() -> Vec<LaneOutline> {
    let usual = |kind| LaneOutline { kind, name: None, hidden: false };
    LaneKind::DEFAULT.into_iter().map(usual).collect()
}

fn are_usual(lanes: &Vec<LaneOutline>) -> bool {
    *lanes == usual_lanes()
}

fn other_stage() -> StageKind {
    StageKind::Other
}

fn one() -> i64 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_one(span: &i64) -> bool {
    *span == 1
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_current(state: &JourneyState) -> bool {
    *state == JourneyState::Current
}

fn is_neutral(tone: &Tone) -> bool {
    *tone == Tone::Neutral
}

#[cfg(test)]
mod tests;
