//! Lanes: the rows of a map, what each of them shows, and in which view.

use super::card::Tone;
use super::id::{JourneyId, LaneId, PersonaId};
use super::survey::Metric;
use serde::{Deserialize, Serialize};

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
