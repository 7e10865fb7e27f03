//! Maps in words: journeys with their lanes, stages, cards, notes and arrows.
//!
//! Shapes only; making and reading them is the work of `of` and `build`.

use super::marks::{MarksOutline, PictureOutline, RemarkOutline};
use crate::model::{
    ArrowKind, JourneyState, LaneKind, MapView, Metric, StageKind, StageView, Tone,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A map.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyOutline {
    /// Name.
    pub name: String,
    /// How others refer to it, where the name is not unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Current or future state.
    #[serde(default, skip_serializing_if = "is_current")]
    pub state: JourneyState,
    /// Persona.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// The segment of customers it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub segment: String,
    /// Whether it is locked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub locked: bool,
    /// Lanes from top to bottom; the usual ones when left out.
    #[serde(default = "usual_lanes", skip_serializing_if = "are_usual")]
    pub lanes: Vec<LaneOutline>,
    /// Stages from left to right.
    pub stages: Vec<StageOutline>,
    /// Arrows between cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arrows: Vec<ArrowOutline>,
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
    /// The only view it is drawn in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<MapView>,
    /// Least height in points; 0 for as high as what it holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub height: i64,
    /// Whether only its name is drawn.
    #[serde(default, skip_serializing_if = "is_false")]
    pub folded: bool,
    /// Whose feelings or thoughts it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// Which score it shows, or computes its curve from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
    /// Whether it is locked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub locked: bool,
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
    /// How its columns are drawn.
    #[serde(default, skip_serializing_if = "is_together")]
    pub view: StageView,
    /// Width of its columns in percent of the usual one.
    #[serde(default = "usual_width", skip_serializing_if = "is_usual_width")]
    pub width: i64,
    /// Whether it is locked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub locked: bool,
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
    /// What survey files call it besides, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Colour, tags, links and the like.
    #[serde(default, skip_serializing_if = "MarksOutline::is_empty")]
    pub marks: MarksOutline,
    /// Pictures, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureOutline>,
    /// What the team remarked, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<RemarkOutline>,
    /// The journey that shows it in more detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_journey: Option<String>,
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
    /// What survey files call it besides, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Colour, tags, links and the like.
    #[serde(default, skip_serializing_if = "MarksOutline::is_empty")]
    pub marks: MarksOutline,
    /// Pictures, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureOutline>,
    /// What the team remarked, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<RemarkOutline>,
    /// The journey that shows it in more detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_journey: Option<String>,
    /// The step it stands at; the whole stage when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepRef>,
    /// The lane; the first for touchpoints when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<String>,
    /// Number of columns it covers.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub span: i64,
    /// Whether this card is locked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub locked: bool,
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
    /// Number of columns it covers.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub span: i64,
    /// Whether it is locked.
    #[serde(default, skip_serializing_if = "is_false")]
    pub locked: bool,
    /// Colour, tags, links and the like.
    #[serde(default, skip_serializing_if = "MarksOutline::is_empty")]
    pub marks: MarksOutline,
    /// Pictures, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureOutline>,
    /// What the team remarked, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<RemarkOutline>,
    /// The journey that shows it in more detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_journey: Option<String>,
}

/// An arrow between two cards of the journey. `c1.2` is the second of the touchpoints listed in the
/// first stage, `n1.3` the third of its notes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArrowOutline {
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// What it says.
    #[serde(default, skip_serializing_if = "is_next")]
    pub kind: ArrowKind,
    /// Words beside it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

impl StageOutline {
    /// The width of a stage that says nothing about it, in percent.
    pub(super) const USUAL_WIDTH: i64 = 100;
}

impl LaneOutline {
    /// A lane of a kind with the usual choices.
    #[must_use]
    pub fn usual(kind: LaneKind) -> Self {
        Self {
            kind,
            name: None,
            hidden: false,
            view: None,
            height: 0,
            folded: false,
            persona: None,
            metric: None,
            locked: false,
        }
    }
}

impl CardOutline {
    /// The touchpoint part of a card.
    pub(super) fn touchpoint(&self) -> TouchpointOutline {
        TouchpointOutline {
            title: self.title.clone().unwrap_or_default(),
            key: self.key.clone(),
            description: self.description.clone(),
            icon: self.icon.clone(),
            channels: self.channels.clone(),
            owner: self.owner.clone(),
            moment_of_truth: self.moment_of_truth,
            also: self.also.clone(),
            marks: self.marks.clone(),
            pictures: self.pictures.clone(),
            remarks: self.remarks.clone(),
            sub_journey: self.sub_journey.clone(),
        }
    }
}

fn usual_lanes() -> Vec<LaneOutline> {
    LaneKind::DEFAULT.into_iter().map(LaneOutline::usual).collect()
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

fn usual_width() -> i64 {
    StageOutline::USUAL_WIDTH
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_usual_width(width: &i64) -> bool {
    *width == StageOutline::USUAL_WIDTH
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_zero(height: &i64) -> bool {
    *height == 0
}

fn is_together(view: &StageView) -> bool {
    *view == StageView::Together
}

fn is_next(kind: &ArrowKind) -> bool {
    *kind == ArrowKind::Next
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
