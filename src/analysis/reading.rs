//! What a place on the map can say: a score, or the reason why there is none.
//!
//! Rules for small groups live here; who else must be hidden is decided in `privacy`.

use super::heat::{Heat, LOW_BASE, Midpoint};
use super::version::Version;
use crate::metrics::{Clustered, Estimate, Figures, pooled, score};
use crate::model::{Audience, Histogram, Question};
use crate::scores::Cluster;

/// Below this many people there is no score.
pub const SMALLEST_GROUP: u64 = 5;

/// Below this many responses to both questions there is no correlation.
pub const LEAST_PAIRS: u64 = 10;

/// A score that may be shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Score {
    /// The figures of the metric.
    pub figures: Figures,
    /// Place on the heat scale with certainty.
    pub heat: Heat,
    /// Which value gets the middle colour.
    pub midpoint: Midpoint,
    /// Fewer than 30 answers: indicative only.
    pub low_base: bool,
}

impl Score {
    /// On the metric's axis: NPS −100…100, CES as ease, shares in percent, ratings raw.
    #[must_use]
    pub fn headline(&self) -> &Estimate {
        &self.figures.headline
    }

    /// What a card prints: CES as its raw mean.
    #[must_use]
    pub fn shown(&self) -> &Estimate {
        &self.figures.shown
    }

    /// Number of answers.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.figures.n
    }
}

/// How a fact is painted.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Paint {
    /// Between bad and good.
    Heat(Heat),
    /// More or less of something that is neither good nor bad, 0…1.
    Amount(f64),
}

/// Something known that is no score of a survey.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fact {
    /// The value, on the axis of its measure.
    pub value: f64,
    /// Its 95 % interval, where chance has a part in it.
    pub interval: Option<(f64, f64)>,
    /// On how many answers, contacts or guesses it rests; absent where it rests on none.
    pub n: Option<u64>,
    /// How it is painted.
    pub paint: Paint,
    /// Rests on few.
    pub low_base: bool,
    /// What the team thinks, not what was measured.
    pub estimate: bool,
}

impl Fact {
    /// A value and its certainty on a scale from worst to best.
    #[must_use]
    pub fn measured(found: &Estimate, middle: f64, worst_best: (f64, f64)) -> Self {
        Self {
            value: found.value,
            interval: Some((found.low, found.high)),
            n: Some(found.n),
            paint: Paint::Heat(Heat::of(found, middle, worst_best)),
            low_base: found.n < LOW_BASE,
            estimate: false,
        }
    }

    /// What the team thinks.
    #[must_use]
    pub fn estimated(value: f64, n: Option<u64>, middle: f64, worst_best: (f64, f64)) -> Self {
        let found = Estimate { value, low: value, high: value, n: u64::MAX };
        let heat = Heat::of(&found, middle, worst_best);
        let paint = Paint::Heat(heat);
        Self { value, interval: None, n, paint, low_base: false, estimate: true }
    }

    /// An amount between nothing and `most`.
    #[must_use]
    pub fn amount(value: f64, n: Option<u64>, most: f64) -> Self {
        let share = if most > 0.0 { (value / most).clamp(0.0, 1.0) } else { 0.0 };
        let paint = Paint::Amount(share);
        Self { value, interval: None, n, paint, low_base: false, estimate: false }
    }
}

/// What is known of a touchpoint, a stage or a journey.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Reading {
    /// No answers.
    #[default]
    NoData,
    /// Fewer than five customers: counted in totals, no score.
    TooFew {
        /// Number of answers.
        n: u64,
    },
    /// A small group of employees, or one that would reveal it: no number anywhere.
    Hidden,
    /// Only answers to another version of the question; never coloured together.
    OtherVersion {
        /// The version with most answers.
        version: Version,
        /// Number of answers to it.
        n: u64,
    },
    /// A score.
    Score(Box<Score>),
    /// Something else that is known.
    Fact(Fact),
    /// The measure says nothing about parts of this kind.
    Silent,
}

impl Reading {
    /// The score, if there is one.
    #[must_use]
    pub fn score(&self) -> Option<&Score> {
        match self {
            Self::Score(score) => Some(score),
            _ => None,
        }
    }

    /// Whether it rests on so few that it is only indicative.
    #[must_use]
    pub fn is_low_base(&self) -> bool {
        match self {
            Self::Score(score) => score.low_base,
            Self::Fact(fact) => fact.low_base,
            _ => false,
        }
    }

    /// The fact, if that is what is known.
    #[must_use]
    pub fn fact(&self) -> Option<&Fact> {
        match self {
            Self::Fact(fact) => Some(fact),
            _ => None,
        }
    }

    /// Number of answers, where it may be known.
    #[must_use]
    pub fn n(&self) -> Option<u64> {
        match self {
            Self::NoData => Some(0),
            Self::TooFew { n } | Self::OtherVersion { n, .. } => Some(*n),
            Self::Hidden | Self::Silent => None,
            Self::Fact(fact) => fact.n,
            Self::Score(score) => Some(score.n()),
        }
    }
}

/// Answers to one version of a question, before anything is said about them.
#[derive(Clone, PartialEq, Debug)]
pub struct Count {
    /// How often each value was given.
    pub histogram: Histogram,
    /// Number of people.
    pub respondents: u64,
    /// Sums over people; present where the interval must be clustered.
    pub cluster: Option<Cluster>,
}

impl Count {
    /// What may be said of it. `question` stands for its version.
    #[must_use]
    pub fn reading(&self, question: &Question, version: &Version, midpoint: Midpoint) -> Reading {
        let n = self.histogram.n();
        if n == 0 {
            return Reading::NoData;
        }
        if self.respondents < SMALLEST_GROUP {
            return match version.audience {
                Audience::Customer => Reading::TooFew { n },
                Audience::Employee => Reading::Hidden,
            };
        }
        let figures = match &self.cluster {
            None => score(question, &self.histogram),
            Some(cluster) => {
                let (respondents, variance) = (cluster.respondents, cluster.variance());
                pooled(question, &self.histogram, Clustered { respondents, variance })
            }
        };
        figures.map_or(Reading::NoData, |figures| {
            let heat = Heat::of(&figures.shown, midpoint.value, version.worst_best());
            let low_base = figures.n < LOW_BASE;
            Reading::Score(Box::new(Score { figures, heat, midpoint, low_base }))
        })
    }
}
