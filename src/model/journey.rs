//! The map: journeys, stages, steps, lanes, and what is drawn on them.

use super::id::{
    ChannelId, JourneyId, LaneId, NoteId, OwnerId, PersonaId, PlacementId, StageId, StepId,
    TouchpointId,
};
use serde::{Deserialize, Serialize};

/// Whether a map shows the journey as it is or as it should become.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyState {
    /// As it is today.
    #[default]
    Current,
    /// As the team wants it.
    Future,
}

/// One map of a document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Journey {
    /// Identity.
    pub id: JourneyId,
    /// Name shown in the title and the menus.
    pub name: String,
    /// Current or future state.
    pub state: JourneyState,
    /// The persona whose journey it is, if one was chosen.
    pub persona: Option<PersonaId>,
    /// Place among the journeys, from 0.
    pub position: i64,
}

/// The six stages of the method, and `Other` for a team's own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Behoefte.
    Need,
    /// Oriëntatie.
    Orientation,
    /// Afweging.
    Consideration,
    /// Aanschaf.
    Purchase,
    /// Gebruik.
    Use,
    /// Evaluatie.
    Evaluation,
    /// A stage the team named itself.
    Other,
}

impl StageKind {
    /// The six stages every new journey begins with, in order.
    pub const SIX: [Self; 6] = [
        Self::Need,
        Self::Orientation,
        Self::Consideration,
        Self::Purchase,
        Self::Use,
        Self::Evaluation,
    ];
}

/// A phase of a journey. Without an own name its name follows the language.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Stage {
    /// Identity.
    pub id: StageId,
    /// The map it belongs to.
    pub journey: JourneyId,
    /// Which of the six, or `Other`.
    pub kind: StageKind,
    /// Own name; always there when the kind is `Other`.
    pub name: Option<String>,
    /// Place in the journey, from 0.
    pub position: i64,
}

/// A column within a stage: one thing the customer does.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Identity.
    pub id: StepId,
    /// The stage it is part of.
    pub stage: StageId,
    /// What the customer does, in the customer's words.
    pub name: String,
    /// Place in the stage, from 0.
    pub position: i64,
}

/// What a lane shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// The steps of each stage.
    Steps,
    /// Cards of touchpoints.
    Touchpoints,
    /// The emotion curve.
    Emotion,
    /// Notes that hurt and notes that help.
    PainsGains,
    /// What customers say.
    Quotes,
    /// The dashed line between what the customer sees and what not.
    LineOfVisibility,
    /// Teams and systems behind the scenes.
    Backstage,
    /// Free notes.
    Notes,
}

impl LaneKind {
    /// The lanes every new journey begins with, from top to bottom.
    pub const DEFAULT: [Self; 7] = [
        Self::Steps,
        Self::Touchpoints,
        Self::Emotion,
        Self::PainsGains,
        Self::Quotes,
        Self::LineOfVisibility,
        Self::Backstage,
    ];

    /// Whether notes can stand in this lane.
    #[must_use]
    pub fn holds_notes(self) -> bool {
        matches!(self, Self::PainsGains | Self::Quotes | Self::Backstage | Self::Notes)
    }
}

/// A row of a map.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Lane {
    /// Identity.
    pub id: LaneId,
    /// The map it belongs to.
    pub journey: JourneyId,
    /// What it shows.
    pub kind: LaneKind,
    /// Own name; without one it is named after its kind.
    pub name: Option<String>,
    /// Whether it is drawn.
    pub visible: bool,
    /// Place from the top, from 0.
    pub position: i64,
}

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
    /// Number of stage columns it covers, 1 or more.
    pub span: i64,
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

/// A note in a lane: a pain, a gain, a quote, a backstage item or free text.
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
    /// Place in its cell, from 0.
    pub position: i64,
}
