//! The map: journeys, stages, steps, lanes, and what is drawn on them.

use super::id::{
    ChannelId, JourneyId, LaneId, NoteId, OwnerId, PersonaId, PlacementId, StageId, StepId,
    TouchpointId,
};
use super::marks::Marks;
use super::survey::Metric;
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
    /// The segment of customers it is about, or empty.
    #[serde(default)]
    pub segment: String,
    /// Whether it is done: nothing on it can be changed.
    #[serde(default)]
    pub locked: bool,
    /// Place among the journeys, from 0.
    pub position: i64,
}

impl Journey {
    /// A journey as it is today, for nobody in particular.
    #[must_use]
    pub fn named(id: JourneyId, name: String) -> Self {
        let (state, position) = (JourneyState::Current, 0);
        Self { id, name, state, persona: None, segment: String::new(), locked: false, position }
    }
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

/// How the columns of a stage are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageView {
    /// One column, with its steps as a list.
    #[default]
    Together,
    /// A column for each step.
    Steps,
    /// One narrow column that only says how much is in it.
    Folded,
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
    /// How its columns are drawn.
    #[serde(default)]
    pub view: StageView,
    /// Width of its columns in percent of the usual one, `Stage::WIDTHS`.
    #[serde(default = "hundred")]
    pub width: i64,
    /// Whether it is done: nothing in it can be changed.
    #[serde(default)]
    pub locked: bool,
    /// Place in the journey, from 0.
    pub position: i64,
}

impl Stage {
    /// Narrowest and widest a stage can be, in percent of the usual width.
    pub const WIDTHS: (i64, i64) = (50, 400);

    /// A stage of the usual width.
    #[must_use]
    pub fn new(id: StageId, journey: JourneyId, kind: StageKind, name: Option<String>) -> Self {
        let (view, width, locked, position) = (StageView::default(), hundred(), false, 0);
        Self { id, journey, kind, name, view, width, locked, position }
    }
}

fn hundred() -> i64 {
    100
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
    /// The steps of each stage: what the customer does.
    Steps,
    /// Cards of touchpoints.
    Touchpoints,
    /// What the customer thinks.
    Thoughts,
    /// Curves of feeling, estimated or computed from scores.
    Emotion,
    /// Notes that hurt and notes that help.
    PainsGains,
    /// Notes that hurt.
    Pains,
    /// Notes that help.
    Gains,
    /// What customers say.
    Quotes,
    /// What the customer needs and expects.
    Needs,
    /// What could be better.
    Opportunities,
    /// The channels used, computed from the touchpoints.
    Channels,
    /// Pictures with a caption.
    Images,
    /// What staff do where the customer sees it.
    Frontstage,
    /// Teams and systems behind the scenes.
    Backstage,
    /// Systems that support the work.
    Systems,
    /// Free notes.
    Notes,
    /// A score of each column, computed.
    Metric,
    /// The dashed line between what the customer does and what staff do.
    LineOfInteraction,
    /// The dashed line between what the customer sees and what not.
    LineOfVisibility,
    /// The dashed line between work for the customer and work that supports it.
    LineOfInternalInteraction,
}

impl LaneKind {
    /// Every kind, in menu order.
    pub const ALL: [Self; 20] = [
        Self::Steps,
        Self::Touchpoints,
        Self::Thoughts,
        Self::Emotion,
        Self::PainsGains,
        Self::Pains,
        Self::Gains,
        Self::Quotes,
        Self::Needs,
        Self::Opportunities,
        Self::Channels,
        Self::Images,
        Self::Frontstage,
        Self::Backstage,
        Self::Systems,
        Self::Notes,
        Self::Metric,
        Self::LineOfInteraction,
        Self::LineOfVisibility,
        Self::LineOfInternalInteraction,
    ];

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

    /// The lanes of a service blueprint, from top to bottom.
    pub const BLUEPRINT: [Self; 8] = [
        Self::Steps,
        Self::LineOfInteraction,
        Self::Touchpoints,
        Self::Frontstage,
        Self::LineOfVisibility,
        Self::Backstage,
        Self::LineOfInternalInteraction,
        Self::Systems,
    ];

    /// Whether notes can stand in this lane.
    #[must_use]
    pub fn holds_notes(self) -> bool {
        match self {
            Self::Thoughts
            | Self::PainsGains
            | Self::Pains
            | Self::Gains
            | Self::Quotes
            | Self::Needs
            | Self::Opportunities
            | Self::Images
            | Self::Frontstage
            | Self::Backstage
            | Self::Systems
            | Self::Notes => true,
            Self::Steps
            | Self::Touchpoints
            | Self::Emotion
            | Self::Channels
            | Self::Metric
            | Self::LineOfInteraction
            | Self::LineOfVisibility
            | Self::LineOfInternalInteraction => false,
        }
    }

    /// Whether it is one of the three lines of a blueprint.
    #[must_use]
    pub fn is_line(self) -> bool {
        matches!(
            self,
            Self::LineOfInteraction | Self::LineOfVisibility | Self::LineOfInternalInteraction
        )
    }

    /// The tone of a note that says nothing else, by the lane it stands in.
    #[must_use]
    pub fn usual_tone(self) -> Tone {
        match self {
            Self::Pains => Tone::Pain,
            Self::Gains => Tone::Gain,
            _ => Tone::Neutral,
        }
    }
}

/// The two ways to look at a map: what the customer goes through, and how the service works.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MapView {
    /// The journey map.
    #[default]
    Journey,
    /// The service blueprint.
    Blueprint,
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
    /// The only view it is drawn in; when absent, as its kind says (see `is_in`).
    #[serde(default)]
    pub view: Option<MapView>,
    /// Least height in points, up to `Lane::HIGHEST`; 0 for as high as what it holds.
    #[serde(default)]
    pub height: i64,
    /// Whether only its name is drawn.
    #[serde(default)]
    pub folded: bool,
    /// Whose feelings or thoughts it shows; everybody's when absent.
    #[serde(default)]
    pub persona: Option<PersonaId>,
    /// Which score it shows; in a lane of feelings, the score that the curve is computed from.
    #[serde(default)]
    pub metric: Option<Metric>,
    /// Whether it is done: nothing in it can be changed.
    #[serde(default)]
    pub locked: bool,
    /// Place from the top, from 0.
    pub position: i64,
}

impl Lane {
    /// The most that a lane's least height can be, in points.
    pub const HIGHEST: i64 = 2_000;

    /// A lane of a kind with the usual choices.
    #[must_use]
    pub fn new(id: LaneId, journey: JourneyId, kind: LaneKind, name: Option<String>) -> Self {
        Self {
            id,
            journey,
            kind,
            name,
            visible: true,
            view: None,
            height: 0,
            folded: false,
            persona: None,
            metric: None,
            locked: false,
            position: i64::MAX,
        }
    }

    /// Whether it is drawn in a view: a journey shows every lane that is not kept for the blueprint, a
    /// blueprint only the lanes of its kinds.
    #[must_use]
    pub fn is_in(&self, view: MapView) -> bool {
        let by_kind = || match view {
            MapView::Journey => true,
            MapView::Blueprint => {
                LaneKind::BLUEPRINT.contains(&self.kind)
                    || matches!(self.kind, LaneKind::Channels | LaneKind::Images)
            }
        };
        self.visible && self.view.map_or_else(by_kind, |only| only == view)
    }
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
