//! What managers guessed, by the rule of the customers' question, so that both can be compared.
//!
//! A guess is what a person thinks: it has no interval of its own.

use super::reading::Score;
use super::version::Version;
use crate::metrics::{Estimate, score};
use crate::model::{
    Audience, Better, Histogram, JourneyId, Metric, Model, Question, QuestionId, QuestionKind,
    Round, Scale, SurveyId, TouchpointId,
};

/// The version of the question that a round's scale stands for: the first asked of customers.
#[must_use]
pub fn version_of(model: &Model, metric: Metric, scale: Scale) -> Option<Version> {
    let fits = |v: &Version| v.scale == scale && v.audience == Audience::Customer;
    Version::lines(model, metric).into_iter().map(|(version, _)| version).find(fits)
}

/// The newest round about a metric on a journey whose guesses are revealed.
#[must_use]
pub fn revealed(model: &Model, journey: JourneyId, metric: Metric) -> Option<&Round> {
    let fits = |r: &&Round| r.revealed && r.journey == journey && r.metric == metric;
    model.rounds.values().filter(fits).max_by_key(|r| r.id)
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
    use crate::model::RoundId;

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
}
