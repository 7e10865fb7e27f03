//! What is counted: a selection of responses and answers, as a value that can be compared and kept.

use super::written::Written;
use crate::model::{ChannelId, JourneyId, Metric, OwnerId, SurveyId, TeamId, TouchpointId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Days counted from 1970-01-01, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Period {
    /// First day; open when absent.
    pub from: Option<i32>,
    /// Last day; open when absent.
    pub to: Option<i32>,
}

impl Period {
    /// Whether a day lies in the period. A response without a day lies only in the open period.
    #[must_use]
    pub fn holds(&self, day: Option<i32>) -> bool {
        match day {
            None => self.from.is_none() && self.to.is_none(),
            Some(day) => self.from.is_none_or(|f| day >= f) && self.to.is_none_or(|t| day <= t),
        }
    }
}

/// Responses with an answer from `low` to `high` to any question of a metric.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Band {
    /// The metric.
    pub metric: Metric,
    /// Lowest answer, on the scale of the question.
    pub low: i32,
    /// Highest answer.
    pub high: i32,
}

/// A selection. An empty set means "all"; several values in one set mean "any of these".
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// When the answer was given.
    pub period: Period,
    /// Surveys.
    pub surveys: BTreeSet<SurveyId>,
    /// Waves, by name.
    pub waves: BTreeSet<String>,
    /// Channels: the row's, else the touchpoint's only one.
    pub channels: BTreeSet<ChannelId>,
    /// Owners of the touchpoint.
    pub owners: BTreeSet<OwnerId>,
    /// Teams of the touchpoint's owner.
    pub teams: BTreeSet<TeamId>,
    /// Touchpoints.
    pub touchpoints: BTreeSet<TouchpointId>,
    /// The journey: answers about touchpoints placed on it, or without touchpoint in its surveys.
    pub journey: Option<JourneyId>,
    /// Segment values by dimension name.
    pub segments: BTreeMap<String, BTreeSet<String>>,
    /// What was answered, by the same people.
    pub band: Option<Band>,
    /// What was written.
    pub written: Option<Written>,
}
