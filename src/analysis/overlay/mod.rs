//! One measure painted over one journey: a reading for each touchpoint and stage and for the whole.
//!
//! Plain data that the map, the legend and the inspector share. No colours, no words.

/// Scores, counted.
mod counted;
/// Volume, feelings and evidence.
mod facts;
/// Shares of a log of contacts.
mod followed;
/// Guesses, and the gaps to what was answered.
mod gaps;
/// What goes together with the likelihood to recommend.
mod importance;

use super::heat::{Middle, Midpoint};
use super::measure::{Lens, Measure};
use super::reading::{Reading, Score};
use super::version::Version;
use crate::model::{
    Audience, Contact, JourneyId, Metric, Model, QuestionId, Spot, StageId, TouchpointId,
};
use crate::scores::{Filter, ScoreTable, Tally};
use std::collections::BTreeMap;

/// What to paint.
#[derive(Clone, PartialEq, Debug)]
pub struct OverlayRequest {
    /// The journey.
    pub journey: JourneyId,
    /// What is painted.
    pub measure: Measure,
    /// The version to colour; the one with most answers when absent.
    pub version: Option<Version>,
    /// Only questions with the same wording as this one; all of the metric when absent.
    pub topic: Option<QuestionId>,
    /// Where the middle of the colours lies.
    pub middle: Middle,
}

impl OverlayRequest {
    /// Customers' answers to a metric, the version with most answers.
    #[must_use]
    pub fn new(journey: JourneyId, metric: Metric) -> Self {
        Self::of(journey, Measure::of(metric))
    }

    /// A measure, the version with most answers.
    #[must_use]
    pub fn of(journey: JourneyId, measure: Measure) -> Self {
        Self { journey, measure, version: None, topic: None, middle: Middle::default() }
    }
}

/// What a document knows that can be painted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources<'a> {
    /// The answers.
    pub table: Option<&'a ScoreTable>,
    /// Their stored counts, which do for scores until the answers are loaded.
    pub stored: Option<&'a Tally>,
    /// The log of contacts.
    pub contacts: &'a [Contact],
}

/// The one question that an overlay is about, where it is not about all of its metric.
#[derive(Clone, PartialEq, Debug)]
pub struct Topic {
    /// In what words it is asked; its code where these are not known.
    pub words: String,
    /// The shorter one of words and code, for little room.
    pub short: String,
}

impl Topic {
    fn of(model: &Model, question: QuestionId) -> Option<Self> {
        let question = model.questions.get(&question)?;
        let (words, code) = (question.topic(), question.code.trim());
        let is_shorter = !code.is_empty() && code.chars().count() < words.chars().count();
        let short = if is_shorter { code } else { words };
        Some(Self { words: words.to_owned(), short: short.to_owned() })
    }
}

/// A measure over a journey.
#[derive(Clone, PartialEq, Debug)]
pub struct Overlay {
    /// The journey.
    pub journey: JourneyId,
    /// What is painted.
    pub measure: Measure,
    /// The question it is about, where that is one only.
    pub topic: Option<Topic>,
    /// The version that is coloured; absent when there is no answer to any, or none is asked for.
    pub version: Option<Version>,
    /// Other versions that have answers here, most answers first.
    pub other_versions: Vec<Version>,
    /// Which value gets the middle colour; absent without version and for amounts.
    pub midpoint: Option<Midpoint>,
    /// Worst and best value of the axis that is shown; of amounts nothing and the most there is.
    pub ends: Option<(f64, f64)>,
    /// Every touchpoint placed on the journey.
    pub touchpoints: BTreeMap<TouchpointId, Reading>,
    /// Every stage of the journey: its touchpoints' answers pooled.
    pub stages: BTreeMap<StageId, Reading>,
    /// Every step at which a touchpoint stands, and every stage where one stands at no step: their
    /// touchpoints' answers pooled. Of customers only, and only where a stage is drawn by steps.
    pub spots: BTreeMap<Spot, Reading>,
    /// All answers of the journey pooled, those without touchpoint too.
    pub whole: Reading,
    /// Responses that pass the filter, with or without an answer to this metric.
    pub responses: u64,
}

impl Overlay {
    /// Of whatever measure; absent where what it needs is not loaded yet.
    #[must_use]
    pub fn of(
        sources: Sources<'_>,
        model: &Model,
        request: &OverlayRequest,
        filter: &Filter,
    ) -> Option<Self> {
        let filter = Filter { journey: Some(request.journey), ..filter.clone() };
        let table = sources.table;
        Some(match request.measure.lens {
            Lens::Score => match (table, sources.stored) {
                (Some(table), _) => Self::from_table(table, model, request, &filter),
                (None, Some(tally)) => Self::from_tally(model, request, tally),
                (None, None) => return None,
            },
            Lens::Volume => facts::volume(table?, model, request, &filter),
            Lens::Evidence => facts::evidence(table?, model, request, &filter),
            Lens::Emotion => facts::emotion(model, request),
            Lens::Guess | Lens::GuessGap => gaps::guess(sources, model, request, &filter)?,
            Lens::EmployeeGap => gaps::employees(table?, model, request, &filter),
            Lens::Importance => importance::importance(table?, model, request, &filter),
            Lens::RepeatContact | Lens::ChannelSwitching => {
                followed::followed(sources.contacts, model, request, &filter)
            }
        })
    }

    /// An overlay that says nothing yet.
    fn empty(model: &Model, request: &OverlayRequest) -> Self {
        let placed = model.placements.values().filter(|p| p.journey == request.journey);
        let stages = model.stages_of(request.journey);
        Self {
            journey: request.journey,
            measure: request.measure,
            topic: request.topic.and_then(|id| Topic::of(model, id)),
            version: None,
            other_versions: Vec::new(),
            midpoint: None,
            ends: None,
            touchpoints: placed.map(|p| (p.touchpoint, Reading::NoData)).collect(),
            stages: stages.iter().map(|s| (s.id, Reading::NoData)).collect(),
            spots: BTreeMap::new(),
            whole: Reading::NoData,
            responses: 0,
        }
    }

    /// The metric, where it is about one.
    #[must_use]
    pub fn metric(&self) -> Metric {
        self.measure.metric
    }

    /// Whose answers.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.measure.audience
    }

    /// The reading of a touchpoint; no data where it is not on this journey.
    #[must_use]
    pub fn touchpoint(&self, touchpoint: TouchpointId) -> &Reading {
        self.touchpoints.get(&touchpoint).unwrap_or(&Reading::NoData)
    }

    /// The reading of a stage.
    #[must_use]
    pub fn stage(&self, stage: StageId) -> &Reading {
        self.stages.get(&stage).unwrap_or(&Reading::NoData)
    }

    /// The reading of a step, or of what stands at no step of a stage.
    #[must_use]
    pub fn spot(&self, spot: Spot) -> &Reading {
        let none = if self.measure.is_score() { &Reading::NoData } else { &Reading::Silent };
        self.spots.get(&spot).unwrap_or(none)
    }

    /// Smallest and largest number of answers among touchpoints with a score.
    #[must_use]
    pub fn base(&self) -> Option<(u64, u64)> {
        let n = || self.touchpoints.values().filter_map(|r| r.score().map(Score::n));
        Some((n().min()?, n().max()?))
    }
}
