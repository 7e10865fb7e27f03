//! The readable journey file, `journey.json`: a document with names instead of identities.
//!
//! For sample folders, templates, `new --from` and exchange. Holds no survey rows. Things are
//! referred to by their name, or by their `key` where two have the same name.

mod build;
/// Maps in words.
mod journey;
mod keys;
/// Marks, links, pictures and remarks in words.
mod marks;
mod of;
mod own;
/// Themes, saved views and baselines in words.
mod reading;
/// The journeys to begin with.
pub mod template;

use crate::model::{ChannelKind, Hue, Influence, Message, Metric, Refusal, SegmentValues};
use serde::{Deserialize, Serialize};

pub use journey::{
    ArrowOutline, CardOutline, JourneyOutline, LaneOutline, NoteOutline, StageOutline, StepRef,
    TouchpointOutline,
};
pub use marks::{LinkOutline, MarksOutline, PictureOutline, RemarkOutline};
pub use of::{of, of_with};
pub use own::{template_of, template_of_with};
pub use reading::{BaselineOutline, ThemeOutline, ViewOutline};

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
    /// How many megabytes of undo steps it keeps, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history_limit: Option<u32>,
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
    /// People and parties with a stake in the journey.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stakeholders: Vec<StakeholderOutline>,
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
    /// The agenda of the workshop, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaOutline>,
    /// The themes of the code book, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeOutline>,
    /// Ways to look at the map, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<ViewOutline>,
    /// The days on which control limits are locked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<BaselineOutline>,
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
    /// Colour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hue: Option<Hue>,
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
    /// Colour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hue: Option<Hue>,
    /// Which respondents stand for this persona: values of segments by dimension.
    #[serde(default, skip_serializing_if = "SegmentValues::is_empty")]
    pub segments: SegmentValues,
    /// Pictures, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureOutline>,
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

/// Someone with a stake in the journey.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StakeholderOutline {
    /// Name of a person or party.
    pub name: String,
    /// What they do in the journey.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The organisation or department they belong to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// What is at stake for them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stake: String,
    /// How much they can make happen or stop.
    #[serde(default, skip_serializing_if = "is_medium")]
    pub influence: Influence,
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

/// An item of the agenda.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaOutline {
    /// What is done.
    pub name: String,
    /// For how long.
    pub minutes: i64,
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_medium(influence: &Influence) -> bool {
    *influence == Influence::Medium
}

#[cfg(test)]
mod tests;
