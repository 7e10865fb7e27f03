//! What was asked: surveys, questions with their scale and direction, import batches, targets.

use super::id::{
    BatchId, EventId, JourneyId, QuestionId, SurveyId, SynonymId, TargetId, TouchpointId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who was asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Customers.
    #[default]
    Customer,
    /// Employees: groups under five stay hidden.
    Employee,
}

/// A survey, or one wave of it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Survey {
    /// Identity.
    pub id: SurveyId,
    /// Name.
    pub name: String,
    /// Wave ("2017", "Q3"), or empty.
    pub wave: String,
    /// Who was asked.
    pub audience: Audience,
    /// The journeys it is about.
    pub journeys: Vec<JourneyId>,
}

/// What a question measures. `metrics.md` of the manual has each formula.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Likelihood to recommend.
    Nps,
    /// Customer effort, shown as ease.
    Ces,
    /// Satisfaction: share in the box.
    Csat,
    /// Solved at first contact: share of yes.
    Fcr,
    /// Any other rating: its mean.
    Rating,
}

impl Metric {
    /// Every metric, in menu order.
    pub const ALL: [Self; 5] = [Self::Ces, Self::Nps, Self::Csat, Self::Fcr, Self::Rating];

    /// The name used in files and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Ces => "ces",
            Self::Csat => "csat",
            Self::Fcr => "fcr",
            Self::Rating => "rating",
        }
    }

    /// The metric of a key, in any case.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.key().eq_ignore_ascii_case(key.trim()))
    }
}

/// Which end of a scale is good.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// High values are good.
    High,
    /// Low values are good.
    Low,
}

/// A scale of whole numbers and its direction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Scale {
    /// Lowest value.
    pub min: i32,
    /// Highest value; above `min`.
    pub max: i32,
    /// Which end is good.
    pub better: Better,
}

impl Scale {
    /// Whether a value lies on the scale.
    #[must_use]
    pub fn holds(&self, value: i32) -> bool {
        (self.min..=self.max).contains(&value)
    }

    /// Where a value lies between the bad end, 0, and the good end, 1.
    #[must_use]
    pub fn goodness(&self, value: i32) -> f64 {
        let span = f64::from((self.max - self.min).max(1));
        let along = (f64::from(value - self.min) / span).clamp(0.0, 1.0);
        match self.better {
            Better::High => along,
            Better::Low => 1.0 - along,
        }
    }

    /// Number of values on the scale.
    #[must_use]
    pub fn steps(&self) -> usize {
        usize::try_from(self.max - self.min + 1).unwrap_or(0)
    }
}

/// Whether a question is about one contact or about the relation as a whole. Never compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// Asked about a contact.
    #[default]
    Touchpoint,
    /// Asked about the company.
    Relationship,
}

/// A question of a survey.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// Identity.
    pub id: QuestionId,
    /// The survey it is part of.
    pub survey: SurveyId,
    /// Column it came from, which tells questions of one survey apart.
    pub code: String,
    /// What it measures.
    pub metric: Metric,
    /// Its scale and direction.
    pub scale: Scale,
    /// Values that count as good, for shares; the metric's own default when empty.
    #[serde(default)]
    pub boxed: Vec<i32>,
    /// NPS break-points `[highest detractor, highest passive]`; classic `[6, 8]` when absent.
    #[serde(default)]
    pub breaks: Option<[i32; 2]>,
    /// The words as asked, or empty.
    #[serde(default)]
    pub wording: String,
    /// About a contact or about the relation.
    #[serde(default)]
    pub kind: QuestionKind,
    /// Answers given in words, and the number each stands for.
    #[serde(default)]
    pub labels: BTreeMap<String, i32>,
}

impl Question {
    /// What a person calls it: its words as asked, else its column.
    #[must_use]
    pub fn topic(&self) -> &str {
        if self.wording.trim().is_empty() { self.code.trim() } else { self.wording.trim() }
    }

    /// Whether it asks the same as another: the same metric in the same words, of whatever wave.
    #[must_use]
    pub fn asks_as(&self, other: &Self) -> bool {
        self.metric == other.metric && super::query::same_name(self.topic(), other.topic())
    }
}

/// Where the responses of a batch came from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A file.
    #[default]
    File,
    /// Someone entered them.
    Hand,
    /// The clipboard.
    Pasted,
}

/// What kind of feedback someone entered by hand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandKind {
    /// Notes of an interview.
    Interview,
    /// A complaint that was heard.
    Complaint,
    /// A form on paper.
    Paper,
    /// Anything else.
    Other,
}

impl HandKind {
    /// Every kind, in menu order.
    pub const ALL: [Self; 4] = [Self::Interview, Self::Complaint, Self::Paper, Self::Other];
}

/// A label of survey files that means a touchpoint, though the touchpoint is called otherwise.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Synonym {
    /// Identity.
    pub id: SynonymId,
    /// The label; case and outer blanks do not count.
    pub label: String,
    /// What it means.
    pub touchpoint: TouchpointId,
}

/// One import of one file: what came in, and how it was read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Batch {
    /// Identity.
    pub id: BatchId,
    /// The survey its responses belong to.
    pub survey: SurveyId,
    /// Name of the file, without its folder.
    pub file_name: String,
    /// SHA-256 of the file's bytes, in hexadecimal: how the same file is recognised.
    pub file_hash: String,
    /// The mapping profile it was read with, as JSON.
    pub profile: String,
    /// When, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub imported_at: String,
    /// Rows of data in the file.
    pub rows_read: i64,
    /// Responses kept.
    pub responses: i64,
    /// Answers kept.
    pub answers: i64,
    /// Comments kept.
    pub comments: i64,
    /// Answers met twice and counted once.
    pub duplicates: i64,
    /// Cells refused, kept with their reason.
    pub rejected: i64,
    /// Where it came from.
    #[serde(default)]
    pub origin: Origin,
    /// What was entered, where it was entered by hand.
    #[serde(default)]
    pub hand_kind: Option<HandKind>,
    /// Length of the file in bytes; 0 when it is not known.
    #[serde(default)]
    pub file_bytes: i64,
    /// The batch that holds the rows of the file before these, when the file had grown.
    #[serde(default)]
    pub continues: Option<BatchId>,
    /// Contacts kept: rows of a log, without any answer.
    #[serde(default)]
    pub contacts: i64,
}

/// A figure the team wants to reach.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Target {
    /// Identity.
    pub id: TargetId,
    /// Of which metric.
    pub metric: Metric,
    /// For which touchpoint; for the whole journey when absent.
    pub touchpoint: Option<TouchpointId>,
    /// On the metric's own axis: NPS −100…100, CES and ratings as raw mean, shares 0–100.
    pub value: f64,
}

/// A dated happening that may explain a change ("new bill layout").
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Event {
    /// Identity.
    pub id: EventId,
    /// Day, as `YYYY-MM-DD`.
    pub day: String,
    /// What happened.
    pub name: String,
    /// The touchpoint it touched; all when absent.
    pub touchpoint: Option<TouchpointId>,
}

impl Event {
    /// The day in days from 1970-01-01; absent when it is none.
    #[must_use]
    pub fn day_number(&self) -> Option<i32> {
        let date: chrono::NaiveDate = self.day.parse().ok()?;
        i32::try_from((date - chrono::NaiveDate::default()).num_days()).ok()
    }
}
