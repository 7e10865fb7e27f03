//! Everything a card, an inspector or a table shows of one question, from its histogram alone.
//!
//! The one place that chooses formula by metric. No colour, no target, no words.

use super::ces::{Cuts, ease};
use super::csat::{satisfied, share};
use super::estimate::Estimate;
use super::fcr::solved;
use super::interval::{Moments, t95};
use super::nps::{self, Split, effective_n};
use super::rating;
use crate::model::{Better, Histogram, Metric, Question, Scale};
use serde::Serialize;

/// How the answers divide, by metric.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Parts {
    /// Likelihood to recommend.
    Recommend {
        /// Above the upper break-point.
        promoters: u64,
        /// Between the break-points.
        passives: u64,
        /// Up to the lower break-point.
        detractors: u64,
    },
    /// Effort.
    Effort {
        /// Share of easy answers, in percent.
        easy: Estimate,
        /// Easy minus difficult, −100…100.
        net_easy: Estimate,
        /// What counts as easy and as difficult.
        cuts: Cuts,
    },
    /// A share: how many lie in the box.
    Share {
        /// In the box.
        inside: u64,
        /// Not in the box.
        outside: u64,
        /// The box.
        boxed: Vec<i32>,
    },
    /// A rating has no parts but its values.
    Plain,
}

/// What is known of one question in one selection.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Figures {
    /// The metric.
    pub metric: Metric,
    /// The scale of the raw answers.
    pub scale: Scale,
    /// On the metric's axis: NPS −100…100, CES as ease 0–100, shares in percent, ratings raw.
    pub headline: Estimate,
    /// What a card prints: CES as raw mean, else the headline.
    pub shown: Estimate,
    /// Mean of the raw answers.
    pub mean: Estimate,
    /// How the answers divide.
    pub parts: Parts,
    /// Number of answers.
    pub n: u64,
    /// Number of people, in a pooled figure.
    pub respondents: Option<u64>,
    /// Standard error on the shown axis, in a figure pooled over respondents.
    pub clustered_se: Option<f64>,
    /// How often each value was given.
    pub counts: Histogram,
}

/// What a pooled figure knows about its respondents.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Clustered {
    /// Number of people.
    pub respondents: u64,
    /// Variance of the mean `unit`, from each person's summed deviations.
    pub variance: Option<f64>,
}

/// A figure with weights: beside the unweighted one, never instead of it.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct WeightedFigure {
    /// On the metric's axis, with its interval.
    pub headline: Estimate,
    /// Mean of the raw answers, weighted.
    pub mean: f64,
    /// (Σw)²/Σw².
    pub effective_n: f64,
}

/// What one answer is worth in whole points: −1/0/+1 for NPS, 0/1 for shares, itself for means.
#[must_use]
pub fn unit(question: &Question, value: i32) -> i32 {
    match question.metric {
        Metric::Nps => nps::unit(question, value),
        Metric::Csat => i32::from(satisfied(question).contains(&value)),
        Metric::Fcr => i32::from(solved(question).contains(&value)),
        Metric::Ces | Metric::Rating => value,
    }
}

/// The figures of a question's answers; absent without answers.
#[must_use]
pub fn score(question: &Question, counts: &Histogram) -> Option<Figures> {
    let mean = rating::mean(counts)?;
    let n = counts.n();
    let (shown, parts) = match question.metric {
        Metric::Nps => {
            let split = Split::of(counts, |v| unit(question, v));
            (split.estimate(n), recommend(counts, question))
        }
        Metric::Csat => in_box(counts, satisfied(question)),
        Metric::Fcr => in_box(counts, solved(question)),
        Metric::Ces => (mean, effort(counts, question)),
        Metric::Rating => (mean, Parts::Plain),
    };
    Some(Figures {
        metric: question.metric,
        scale: question.scale,
        headline: headline(question, shown),
        shown,
        mean,
        parts,
        n,
        respondents: None,
        clustered_se: None,
        counts: counts.clone(),
    })
}

/// The figures of pooled answers, their interval clustered by respondent.
///
/// Where everyone answered once, answers are independent and the metric's own interval stands.
/// Else, with 30 people or more: figure ± t · clustered error; below, the metric's own small-base
/// interval with as many answers as the clustered ones are worth.
#[must_use]
pub fn pooled(question: &Question, counts: &Histogram, clustered: Clustered) -> Option<Figures> {
    let mut figures = score(question, counts)?;
    figures.respondents = Some(clustered.respondents);
    if clustered.respondents >= figures.n {
        return Some(figures);
    }
    let factor = if is_share(question.metric) { 100.0 } else { 1.0 };
    let error = clustered.variance.filter(|v| *v > 0.0).map(|v| factor * v.sqrt());
    figures.clustered_se = error;
    let (low, high) = match error {
        Some(error) if clustered.respondents >= 30 || !is_share(question.metric) => {
            let half = t95(as_f64(clustered.respondents) - 1.0) * error;
            (figures.shown.value - half, figures.shown.value + half)
        }
        _ => {
            let worth = worth(&figures, error, clustered.respondents);
            thinned(question, counts, worth, &figures)
        }
    };
    let (min, max) = axis(question);
    figures.shown = Estimate { low: low.max(min), high: high.min(max), ..figures.shown };
    figures.headline = headline(question, figures.shown);
    Some(figures)
}

/// The weighted figure: `weights` per value of the scale, and the sum of squared weights.
#[must_use]
pub fn weighted(question: &Question, weights: &[f64], squares: f64) -> Option<WeightedFigure> {
    let values = || (question.scale.min..).zip(weights.iter().copied());
    let sum: f64 = weights.iter().sum();
    let moments =
        Moments::of(values().map(|(v, w)| (f64::from(v), w)).collect::<Vec<_>>().into_iter())?;
    let n = effective_n(sum, squares);
    let of = |wanted: i32| -> f64 {
        values().filter(|(v, _)| unit(question, *v) == wanted).map(|(_, w)| w).sum()
    };
    let answers = whole(n);
    let shown = match question.metric {
        Metric::Nps => Split::new(of(1), of(0), of(-1)).times(n / sum).estimate(answers),
        Metric::Csat | Metric::Fcr => share(of(1) * n / sum, n, answers),
        Metric::Ces | Metric::Rating => {
            let variance = moments.variance * (sum - 1.0).max(0.0) / sum * n / (n - 1.0).max(1.0);
            let (low, high) = Moments { n, mean: moments.mean, variance }.t_interval();
            let (min, max) = axis(question);
            Estimate { value: moments.mean, low: low.max(min), high: high.min(max), n: answers }
        }
    };
    Some(WeightedFigure { headline: headline(question, shown), mean: moments.mean, effective_n: n })
}

impl Figures {
    /// Promoters, passives and detractors, where there are such.
    #[must_use]
    pub fn split(&self) -> Option<Split> {
        match self.parts {
            Parts::Recommend { promoters, passives, detractors } => {
                Some(Split::new(as_f64(promoters), as_f64(passives), as_f64(detractors)))
            }
            _ => None,
        }
    }

    /// How many of how many lie in the box, where there is one.
    #[must_use]
    pub fn inside(&self) -> Option<(f64, f64)> {
        match self.parts {
            Parts::Share { inside, .. } => Some((as_f64(inside), as_f64(self.n))),
            _ => None,
        }
    }
}

/// Lowest and highest value of the axis that is shown.
#[must_use]
pub fn axis(question: &Question) -> (f64, f64) {
    match question.metric {
        Metric::Nps => (-100.0, 100.0),
        Metric::Csat | Metric::Fcr => (0.0, 100.0),
        Metric::Ces | Metric::Rating => {
            (f64::from(question.scale.min), f64::from(question.scale.max))
        }
    }
}

/// Whether a metric counts heads rather than taking a mean.
fn is_share(metric: Metric) -> bool {
    matches!(metric, Metric::Nps | Metric::Csat | Metric::Fcr)
}

fn recommend(counts: &Histogram, question: &Question) -> Parts {
    let part = |sign| counts.count_where(|v| unit(question, v) == sign);
    Parts::Recommend { promoters: part(1), passives: part(0), detractors: part(-1) }
}

fn in_box(counts: &Histogram, boxed: Vec<i32>) -> (Estimate, Parts) {
    let (n, inside) = (counts.n(), counts.count_where(|v| boxed.contains(&v)));
    let parts = Parts::Share { inside, outside: n - inside, boxed };
    (share(as_f64(inside), as_f64(n), n), parts)
}

fn effort(counts: &Histogram, question: &Question) -> Parts {
    let cuts = Cuts::usual(question.scale);
    let (split, n) = (cuts.split(counts), counts.n());
    Parts::Effort { easy: share(split.promoters, split.n(), n), net_easy: split.estimate(n), cuts }
}

/// CES as ease, with low and high in order; all else as shown.
fn headline(question: &Question, shown: Estimate) -> Estimate {
    if question.metric != Metric::Ces {
        return shown;
    }
    let at = |x: f64| ease(question.scale, x);
    let (low, high) = match question.scale.better {
        Better::High => (at(shown.low), at(shown.high)),
        Better::Low => (at(shown.high), at(shown.low)),
    };
    Estimate { value: at(shown.value), low, high, n: shown.n }
}

/// How many independent answers a pooled figure is worth; never more than it has.
fn worth(figures: &Figures, error: Option<f64>, respondents: u64) -> f64 {
    let n = as_f64(figures.n);
    let unit_variance = match (figures.split(), figures.inside()) {
        (Some(split), _) => 1e4 * split.variance(),
        (_, Some((x, n))) => 1e4 * (x / n) * (1.0 - x / n),
        _ => 0.0,
    };
    match error {
        Some(error) => (unit_variance / (error * error)).min(n),
        None => as_f64(respondents),
    }
}

/// The metric's own interval as if there were only so many answers.
fn thinned(question: &Question, counts: &Histogram, worth: f64, figures: &Figures) -> (f64, f64) {
    let n = as_f64(figures.n);
    match (figures.split(), figures.inside()) {
        (Some(split), _) => split.times(worth / n).adjusted_wald(),
        (_, Some((x, _))) => {
            let found = share(x * worth / n, worth, counts.n());
            (found.low, found.high)
        }
        // A mean without spread: one answer a person, which all are the same.
        _ => {
            let mut fewer = Histogram::new(question.scale);
            for (value, count) in counts.iter().filter(|(_, count)| *count > 0) {
                fewer.add(value, count.min(whole(worth)));
            }
            rating::mean(&fewer)
                .map_or((figures.shown.low, figures.shown.high), |m| (m.low, m.high))
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn as_f64(n: u64) -> f64 {
    n as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count that was never negative"
)]
fn whole(n: f64) -> u64 {
    n.round() as u64
}
