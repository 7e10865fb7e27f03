//! What is drawn on a map: touchpoints and their cards, feelings, notes.

use super::id::{
    ChannelId, JourneyId, LaneId, NoteId, OwnerId, PersonaId, PlacementId, StageId, StepId,
    TouchpointId,
};
use super::marks::Marks;
use serde::{Deserialize, Serialize};

/// Where something stands from left to right: in a stage as a whole, or at one of its steps.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// Anywhere in the stage.
    Stage(StageId),
    /// At this step.
    Step(StepId),
}

/// A moment of contact: an identity of the document. Answers refer to it, not to its placements.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Touchpoint {
    /// Identity.
    pub id: TouchpointId,
    /// Short name on the card.
    pub title: String,
    /// Longer explanation.
    pub description: String,
    /// Name of its icon in the icon font; without one its channel's icon is shown.
    pub icon: Option<String>,
    /// Channels by which it is offered, the main one first.
    pub channels: Vec<ChannelId>,
    /// Who is responsible.
    pub owner: Option<OwnerId>,
    /// Whether it carries unusual weight.
    pub moment_of_truth: bool,
    /// Colour, tags, links and the like.
    #[serde(default)]
    pub marks: Marks,
    /// The journey that shows it in more detail.
    #[serde(default)]
    pub sub_journey: Option<JourneyId>,
}

impl Touchpoint {
    /// A touchpoint of which only the title is known.
    #[must_use]
    pub fn new(id: TouchpointId, title: String) -> Self {
        Self {
            id,
            title,
            description: String::new(),
            icon: None,
            channels: Vec::new(),
            owner: None,
            moment_of_truth: false,
            marks: Marks::default(),
            sub_journey: None,
        }
    }
}

/// A card: one touchpoint on one journey.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Placement {
    /// Identity.
    pub id: PlacementId,
    /// What is placed.
    pub touchpoint: TouchpointId,
    /// On which map.
    pub journey: JourneyId,
    /// From left to right.
    pub spot: Spot,
    /// From top to bottom.
    pub lane: LaneId,
    /// Number of columns it covers, 1 or more: steps for a card at a step, stages for one in a stage.
    pub span: i64,
    /// Whether it is done and cannot be changed.
    #[serde(default)]
    pub locked: bool,
    /// Place in its cell, from 0.
    pub position: i64,
}

/// What the team thinks a persona feels at a card: an estimate, not a measurement.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Emotion {
    /// The card.
    pub placement: PlacementId,
    /// The persona.
    pub persona: PersonaId,
    /// −2 (very bad) to +2 (very good), in steps of a tenth.
    pub value: f64,
}

/// What a note says about the journey.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Neither.
    #[default]
    Neutral,
    /// Hurts.
    Pain,
    /// Helps.
    Gain,
}

impl Placement {
    /// A card in one column, last in its cell.
    #[must_use]
    pub fn new(
        id: PlacementId,
        touchpoint: TouchpointId,
        journey: JourneyId,
        spot: Spot,
        lane: LaneId,
    ) -> Self {
        let (span, locked, position) = (1, false, i64::MAX);
        Self { id, touchpoint, journey, spot, lane, span, locked, position }
    }
}

/// A note in a lane: a pain, a gain, a quote, a backstage item, a picture or free text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Note {
    /// Identity.
    pub id: NoteId,
    /// On which map.
    pub journey: JourneyId,
    /// From left to right.
    pub spot: Spot,
    /// From top to bottom.
    pub lane: LaneId,
    /// Whether it hurts or helps.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// Name of its icon, for backstage items.
    pub icon: Option<String>,
    /// Number of columns it covers, 1 or more, as for a placement.
    #[serde(default = "one")]
    pub span: i64,
    /// Colour, tags, links and the like.
    #[serde(default)]
    pub marks: Marks,
    /// The journey that shows it in more detail.
    #[serde(default)]
    pub sub_journey: Option<JourneyId>,
    /// Whether it is done and cannot be changed.
    #[serde(default)]
    pub locked: bool,
    /// Place in its cell, from 0.
    pub position: i64,
}

impl Note {
    /// A note in one column, last in its cell, that neither hurts nor helps.
    #[must_use]
    pub fn new(id: NoteId, journey: JourneyId, spot: Spot, lane: LaneId, text: String) -> Self {
        Self {
            id,
            journey,
            spot,
            lane,
            tone: Tone::Neutral,
            text,
            icon: None,
            span: 1,
            marks: Marks::default(),
            sub_journey: None,
            locked: false,
            position: i64::MAX,
        }
    }
}

fn one() -> i64 {
    1
}
