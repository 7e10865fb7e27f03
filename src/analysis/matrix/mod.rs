//! One metric over one journey as a table: touchpoints or stages by channel, segment, owner, month.
//!
//! Plain data, in the order of the map; the same figures as `Overlay` gives under a filter for the
//! column. No colours, no words.

/// Which columns there are, and in which order.
mod columns;
/// From answers to readings.
mod count;
/// What must stay hidden of employees.
mod hiding;

use super::heat::{Middle, Midpoint};
use super::reading::Reading;
use super::version::Version;
use crate::model::{Audience, JourneyId, Metric, QuestionId, StageId, TouchpointId};
use crate::scores::{By, CrossColumn, Key};

/// At most so many columns; what has fewer answers is taken together in one more.
pub const MOST_COLUMNS: usize = 40;

/// What the rows are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Rows {
    /// Touchpoints, by stage.
    #[default]
    Touchpoints,
    /// Stages.
    Stages,
}

/// What the columns are.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Across {
    /// Channels.
    #[default]
    Channel,
    /// The values of a segment dimension, by its name.
    Segment(String),
    /// Owners of touchpoints.
    Owner,
    /// Calendar months.
    Month,
    /// The personas that respondents stand for.
    Persona,
}

impl Across {
    /// The split that makes the columns.
    #[must_use]
    pub fn by(&self) -> By {
        match self {
            Self::Channel => By::Channel,
            Self::Segment(name) => By::Segment(name.clone()),
            Self::Owner => By::Owner,
            Self::Month => By::Month,
            Self::Persona => By::Persona,
        }
    }
}

/// What to count.
#[derive(Clone, PartialEq, Debug)]
pub struct MatrixRequest {
    /// The journey.
    pub journey: JourneyId,
    /// The metric.
    pub metric: Metric,
    /// Whose answers; customers' and employees' are never mixed.
    pub audience: Audience,
    /// The version to colour; the one with most answers when absent.
    pub version: Option<Version>,
    /// Only questions with the same wording as this one; all of the metric when absent.
    pub topic: Option<QuestionId>,
    /// Where the middle of the colours lies.
    pub middle: Middle,
    /// What the rows are.
    pub rows: Rows,
    /// What the columns are.
    pub across: Across,
}

impl MatrixRequest {
    /// Customers' answers about touchpoints by channel, the version with most answers.
    #[must_use]
    pub fn new(journey: JourneyId, metric: Metric) -> Self {
        Self {
            journey,
            metric,
            audience: Audience::Customer,
            version: None,
            topic: None,
            middle: Middle::default(),
            rows: Rows::default(),
            across: Across::default(),
        }
    }
}

/// What a row is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RowSubject {
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A stage.
    Stage(StageId),
    /// Answers about the journey as a whole.
    Loose,
}

/// A cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Nobody answered, and nobody could: the touchpoint is not offered by this channel, or belongs
    /// to another owner.
    NotOffered,
    /// A score, or why there is none.
    Reading(Reading),
}

impl Cell {
    /// What is known; no data where nothing is offered.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        match self {
            Self::NotOffered => &Reading::NoData,
            Self::Reading(reading) => reading,
        }
    }
}

/// A row.
#[derive(Clone, PartialEq, Debug)]
pub struct MatrixRow {
    /// What it is about.
    pub subject: RowSubject,
    /// A cell a column.
    pub cells: Vec<Cell>,
    /// All columns together, those of answers without a column too.
    pub total: Reading,
}

/// Rows that stand together.
#[derive(Clone, PartialEq, Debug)]
pub struct RowGroup {
    /// Their stage; absent for stages themselves and for answers about the journey as a whole.
    pub stage: Option<StageId>,
    /// Their answers pooled; no data where there is no stage.
    pub total: Reading,
    /// The rows, in the order of the map.
    pub rows: Vec<MatrixRow>,
}

/// A metric over a journey as a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Matrix {
    /// What was counted.
    pub request: MatrixRequest,
    /// The version that is coloured; absent when there is no answer to any.
    pub version: Option<Version>,
    /// Other versions that have answers here, most answers first.
    pub other_versions: Vec<Version>,
    /// Which value gets the middle colour; absent without version.
    pub midpoint: Option<Midpoint>,
    /// The columns.
    pub columns: Vec<CrossColumn>,
    /// The rows.
    pub groups: Vec<RowGroup>,
    /// Every column: all its rows pooled.
    pub column_totals: Vec<Reading>,
    /// Everything pooled, as `Overlay::whole`.
    pub whole: Reading,
    /// Responses that pass the filter, with or without an answer to this metric.
    pub responses: u64,
}

impl Matrix {
    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &MatrixRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// The row about something.
    #[must_use]
    pub fn row(&self, subject: RowSubject) -> Option<&MatrixRow> {
        self.rows().find(|row| row.subject == subject)
    }

    /// Whether there is no answer to any version at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.version.is_none()
    }

    /// How many values stand in the last column together, where values were pooled.
    #[must_use]
    pub fn pooled(&self) -> usize {
        match self.columns.last() {
            Some(CrossColumn::Rest(keys)) => keys.len(),
            _ => 0,
        }
    }
}

/// Whether a column is about answers of which the value is not known.
#[must_use]
pub fn is_unknown(column: &CrossColumn) -> bool {
    match column {
        CrossColumn::One(Key::Persona(ids)) => ids.is_empty(),
        CrossColumn::One(key) => matches!(
            key,
            Key::Channel(None) | Key::Segment(None) | Key::Owner(None) | Key::Month(None)
        ),
        CrossColumn::Rest(_) => false,
    }
}

pub use columns::narrow;
