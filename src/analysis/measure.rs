//! What can be painted over a map: whose answers to which metric, and what of it.
//!
//! Names choices; computes nothing.

use crate::model::{Audience, Metric};
use serde::{Deserialize, Serialize};

/// What of a metric is painted, or what else than a metric.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    /// What was answered.
    #[default]
    Score,
    /// What managers guessed that customers would answer.
    Guess,
    /// What customers answered minus what managers guessed.
    GuessGap,
    /// What customers answered minus what employees did.
    EmployeeGap,
    /// The number of answers, to whatever question.
    Volume,
    /// What the team thinks that the persona feels.
    Emotion,
    /// How closely a touchpoint's score goes together with the likelihood to recommend.
    Importance,
    /// What the touchpoint rests on: an assumption, an anecdote, or answers.
    Evidence,
    /// The share of contacts after which the customer came again.
    RepeatContact,
    /// The share of contacts after which the customer came by another channel.
    ChannelSwitching,
}

impl Lens {
    /// Every lens that needs no metric, in menu order.
    pub const ALONE: [Self; 6] = [
        Self::Volume,
        Self::Emotion,
        Self::Importance,
        Self::Evidence,
        Self::RepeatContact,
        Self::ChannelSwitching,
    ];

    /// The lenses that look at a metric in another way, in menu order.
    pub const OF_METRIC: [Self; 3] = [Self::Guess, Self::GuessGap, Self::EmployeeGap];

    /// The word used in files and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Guess => "guess",
            Self::GuessGap => "guess_gap",
            Self::EmployeeGap => "employee_gap",
            Self::Volume => "volume",
            Self::Emotion => "emotion",
            Self::Importance => "importance",
            Self::Evidence => "evidence",
            Self::RepeatContact => "repeat_contact",
            Self::ChannelSwitching => "channel_switching",
        }
    }

    /// Whether it is about the answers to one metric.
    #[must_use]
    pub fn is_of_metric(self) -> bool {
        self == Self::Score || Self::OF_METRIC.contains(&self)
    }

    /// Whether it shows more or less of something that is neither good nor bad.
    #[must_use]
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Volume | Self::Importance | Self::Evidence)
    }

    /// Whether chance has a part in it, so that colours fade where it is not sure.
    #[must_use]
    pub fn is_uncertain(self) -> bool {
        !self.is_amount() && !matches!(self, Self::Guess | Self::Emotion)
    }

    /// Whether it is read from a log of contacts.
    #[must_use]
    pub fn is_of_contacts(self) -> bool {
        matches!(self, Self::RepeatContact | Self::ChannelSwitching)
    }
}

/// What is painted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Measure {
    /// The metric; without meaning where the lens needs none.
    pub metric: Metric,
    /// Whose answers; customers' and employees' are never mixed.
    pub audience: Audience,
    /// What of it.
    pub lens: Lens,
}

impl Measure {
    /// Customers' answers to a metric.
    #[must_use]
    pub fn of(metric: Metric) -> Self {
        Self { metric, audience: Audience::Customer, lens: Lens::Score }
    }

    /// The same metric through a lens.
    #[must_use]
    pub fn through(self, lens: Lens) -> Self {
        Self { audience: Audience::Customer, lens, ..self }
    }

    /// Every measure that the command line knows.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let customers = Metric::ALL.map(Self::of);
        let employees = customers.map(|m| Self { audience: Audience::Employee, ..m });
        let alone = Lens::ALONE.map(|lens| customers[0].through(lens));
        let of_metric = Lens::OF_METRIC
            .into_iter()
            .flat_map(|lens| customers.map(|measure| measure.through(lens)));
        customers.into_iter().chain(employees).chain(alone).chain(of_metric).collect()
    }

    /// The name used in files and on the command line: `nps`, `enps`, `engagement`, `volume`,
    /// `guess_gap:ces`.
    #[must_use]
    pub fn key(self) -> String {
        let metric = self.metric.key();
        match (self.lens, self.audience, self.metric) {
            (Lens::Score, Audience::Customer, _) => metric.to_owned(),
            (Lens::Score, Audience::Employee, Metric::Nps) => "enps".to_owned(),
            (Lens::Score, Audience::Employee, Metric::Csat) => "engagement".to_owned(),
            (Lens::Score, Audience::Employee, _) => format!("employees:{metric}"),
            (lens, ..) if lens.is_of_metric() => format!("{}:{metric}", lens.key()),
            (lens, ..) => lens.key().to_owned(),
        }
    }

    /// The measure of a key, in any case.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().into_iter().find(|m| m.key().eq_ignore_ascii_case(key.trim()))
    }

    /// Whether it is a score with questions, scale and interval.
    #[must_use]
    pub fn is_score(self) -> bool {
        self.lens == Lens::Score
    }

    /// Whether two paint the same, whatever a lens leaves without meaning.
    #[must_use]
    pub fn same(self, other: Self) -> bool {
        self.key() == other.key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_back_to_its_measure() {
        for measure in Measure::all() {
            assert_eq!(Measure::from_key(&measure.key()), Some(measure), "{}", measure.key());
        }
        let enps = Measure { audience: Audience::Employee, ..Measure::of(Metric::Nps) };
        assert_eq!(Measure::from_key(" eNPS "), Some(enps));
        assert_eq!(Measure::from_key("guess"), None);
    }
}
