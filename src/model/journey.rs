//! The map from left to right: journeys, stages, steps.

use super::id::{JourneyId, PersonaId, StageId, StepId};
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
