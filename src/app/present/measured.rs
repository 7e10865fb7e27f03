//! What customers answered, for a round of guesses: computed only once the round is revealed.
//!
//! Before that nothing of it is held here, so nothing can be painted or said.

use crate::analysis::{Overlay, OverlayRequest, Reading, Score, Version};
use crate::app::context::Ctx;
use crate::document::Document;
use crate::metrics::{Estimate, score};
use crate::model::{
    Audience, Better, Histogram, Metric, Model, Question, QuestionId, QuestionKind, Round, RoundId,
    Scale, SurveyId, TouchpointId,
};
use crate::scores::{Filter, Tally};

/// What the answers depend on.
type Key = (RoundId, u64, u64, bool);

/// The measured scores of a revealed round.
#[derive(Default)]
pub struct Measured {
    key: Option<Key>,
    /// Absent while the round is not revealed, or nothing was asked on its scale.
    overlay: Option<Overlay>,
}

/// The version of the question that a round's scale stands for: the first asked of customers.
#[must_use]
pub fn version_of(model: &Model, metric: Metric, scale: Scale) -> Option<Version> {
    let fits = |v: &Version| v.scale == scale && v.audience == Audience::Customer;
    Version::lines(model, metric).into_iter().map(|(version, _)| version).find(fits)
}

/// The scales of a metric's questions to customers, each once, else the usual ones.
#[must_use]
pub fn scales_of(model: &Model, metric: Metric) -> Vec<Scale> {
    let mut asked: Vec<Scale> = Vec::new();
    for (version, _) in Version::lines(model, metric) {
        if version.audience == Audience::Customer && !asked.contains(&version.scale) {
            asked.push(version.scale);
        }
    }
    if !asked.is_empty() {
        return asked;
    }
    let scale = |min, max, better| Scale { min, max, better };
    match metric {
        Metric::Nps => vec![scale(0, 10, Better::High)],
        Metric::Fcr => vec![scale(0, 1, Better::High)],
        Metric::Ces => vec![scale(1, 7, Better::High), scale(1, 5, Better::Low)],
        Metric::Csat => vec![scale(1, 5, Better::High), scale(1, 10, Better::High)],
        Metric::Rating => vec![
            scale(1, 10, Better::High),
            scale(1, 7, Better::High),
            scale(1, 5, Better::High),
            scale(0, 10, Better::High),
        ],
    }
}

/// The figure that guesses make, by the rule of the customers' question, so that both can be
/// compared: NPS of the guesses with NPS of the customers.
#[must_use]
pub fn guessed(model: &Model, round: &Round, guesses: &Histogram) -> Option<Estimate> {
    let version = version_of(model, round.metric, round.scale);
    let question = Question {
        id: QuestionId::fresh(),
        survey: SurveyId::fresh(),
        code: String::new(),
        metric: round.metric,
        scale: round.scale,
        boxed: version.as_ref().map(|v| v.boxed.clone()).unwrap_or_default(),
        breaks: version.and_then(|v| v.breaks),
        wording: String::new(),
        kind: QuestionKind::default(),
        labels: std::collections::BTreeMap::new(),
    };
    score(&question, guesses).map(|figures| figures.shown)
}

/// The guesses of a round about a touchpoint, as counts.
#[must_use]
pub fn guesses(model: &Model, round: &Round, touchpoint: TouchpointId) -> Histogram {
    let mut counts = Histogram::new(round.scale);
    let about = |g: &&crate::model::Guess| g.round == round.id && g.touchpoint == touchpoint;
    for guess in model.guesses.values().filter(about) {
        counts.add(i32::try_from(guess.value).unwrap_or(i32::MAX), 1);
    }
    counts
}

impl Measured {
    /// Computes what is stale; forgets everything while the round is not revealed.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, document: Option<&Document>, round: Option<&Round>) {
        let Some(round) = round.filter(|r| r.revealed) else {
            *self = Self::default();
            return;
        };
        let key = (round.id, ctx.revision, ctx.scores_revision, ctx.scores.is_some());
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        self.overlay = version_of(ctx.model, round.metric, round.scale).and_then(|version| {
            let request = OverlayRequest {
                version: Some(version),
                ..OverlayRequest::new(round.journey, round.metric)
            };
            match ctx.scores {
                Some(table) => {
                    Some(Overlay::from_table(table, ctx.model, &request, &Filter::default()))
                }
                None => stored(document).map(|t| Overlay::from_tally(ctx.model, &request, &t)),
            }
        });
    }

    /// What customers said of a touchpoint; no data where nothing was asked on this scale.
    #[must_use]
    pub fn reading(&self, touchpoint: TouchpointId) -> &Reading {
        self.overlay.as_ref().map_or(&Reading::NoData, |o| o.touchpoint(touchpoint))
    }

    /// The place of a value of the scale between worst and best, 0…1, for its colour.
    #[must_use]
    pub fn place(scale: Scale, value: i32) -> f64 {
        let along = f64::from(value - scale.min) / f64::from((scale.max - scale.min).max(1));
        if scale.better == Better::Low { 1.0 - along } else { along }
    }
}

/// The counts that a document keeps, until its answers are loaded.
fn stored(document: Option<&Document>) -> Option<Tally> {
    let rollup = document?.rollup().ok()?;
    Some(Tally::from_histograms(rollup.into_iter().map(|r| (r.group, r.counts)), 0))
}

/// How far customers are from the guess, better counted upwards.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Gap {
    /// Customers minus guess, on the axis that is shown.
    pub size: f64,
    /// Whether customers are better off than was guessed; absent where chance explains the gap.
    pub better: Option<bool>,
}

/// The gap between what was guessed and what customers said, both read with so many decimals.
#[must_use]
pub fn gap(round: &Round, guess: &Estimate, score: &Score, decimals: usize) -> Gap {
    let shown = score.shown();
    // Of the figures as they are read, so that the difference is what a reader works out.
    let places = 10_f64.powi(decimals as i32);
    let read = |value: f64| (value * places).round() / places;
    let size = read(shown.value) - read(guess.value);
    let raw = matches!(round.metric, Metric::Ces | Metric::Rating);
    let up = if raw && round.scale.better == Better::Low { -size } else { size };
    let inside = (shown.low..=shown.high).contains(&guess.value);
    Gap { size, better: (!inside).then_some(up > 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::JourneyId;

    fn round(metric: Metric, scale: Scale) -> Round {
        Round {
            id: RoundId::fresh(),
            journey: JourneyId::fresh(),
            name: String::new(),
            metric,
            scale,
            revealed: false,
        }
    }

    #[test]
    fn guesses_make_the_figure_of_their_metric() {
        let model = Model::default();
        for (metric, scale, values, expected) in [
            (Metric::Ces, (1, 7, Better::High), vec![4, 5, 6], 5.0),
            (Metric::Nps, (0, 10, Better::High), vec![10, 9, 0, 7], 25.0),
            (Metric::Csat, (1, 5, Better::High), vec![4, 5, 1, 1], 50.0),
            (Metric::Fcr, (0, 1, Better::High), vec![1, 1, 1, 0], 75.0),
        ] {
            let scale = Scale { min: scale.0, max: scale.1, better: scale.2 };
            let counts = Histogram::of(scale, &values);
            let estimate = guessed(&model, &round(metric, scale), &counts).unwrap();
            assert!((estimate.value - expected).abs() < 1e-9, "{metric:?} {estimate:?}");
        }
        let scale = Scale { min: 1, max: 7, better: Better::High };
        assert!(guessed(&model, &round(Metric::Ces, scale), &Histogram::new(scale)).is_none());
    }

    #[test]
    fn colours_know_which_end_is_good() {
        let scale = |better| Scale { min: 1, max: 5, better };
        assert!((Measured::place(scale(Better::High), 5) - 1.0).abs() < 1e-9);
        assert!((Measured::place(scale(Better::Low), 5) - 0.0).abs() < 1e-9);
        assert!((Measured::place(scale(Better::Low), 3) - 0.5).abs() < 1e-9);
    }
}
