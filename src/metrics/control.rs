//! Control charts: between which limits a process that does not change moves from month to month.
//!
//! Centre and limits come from points that are handed over as the baseline; whether a point stands
//! out is `rules`' question. Formulae: manual, section "Trend". Knows no month and no model.

use super::figures::unit;
use crate::model::{Histogram, Metric, Question};
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Centre ± 2.66 · mean moving range.
const BY_MEAN_RANGE: f64 = 2.66;
/// The largest usual moving range: 3.268 · mean moving range.
const LARGEST_BY_MEAN: f64 = 3.268;
/// Median ± 3.145 · median moving range.
const BY_MEDIAN_RANGE: f64 = 3.145;
/// The largest usual moving range: 3.865 · median moving range.
const LARGEST_BY_MEDIAN: f64 = 3.865;
/// Mean moving range of a standard normal variable.
const D2: f64 = 1.128;
/// Points that a baseline needs at least.
pub const FEWEST: usize = 5;
/// Points have similar bases as long as the largest is at most so many times the smallest.
const SIMILAR: f64 = 2.0;
/// Chance at which points are said to differ more than their bases explain.
const OVERDISPERSED: f64 = 0.05;

/// Centre and limits at one point, on the figure's own axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Limits {
    /// Centre line.
    pub centre: f64,
    /// Lower limit; never below the axis.
    pub lower: f64,
    /// Upper limit; never above the axis.
    pub upper: f64,
    /// Distance of either limit before it was held to the axis.
    pub spread: f64,
}

impl Limits {
    /// Centre ± spread, held to an axis.
    #[must_use]
    pub fn about(centre: f64, spread: f64, (min, max): (f64, f64)) -> Self {
        let (lower, upper) = ((centre - spread).max(min), (centre + spread).min(max));
        Self { centre, lower, upper, spread }
    }
}

/// Individual values and their moving range (XmR).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Individuals {
    /// Mean, or median, of the values.
    pub centre: f64,
    /// Mean, or median, of the distances from one value to the next.
    pub moving_range: f64,
    /// Distance of the limits from the centre.
    pub spread: f64,
    /// The largest distance from one value to the next that is still usual.
    pub range_limit: f64,
}

impl Individuals {
    /// By means; absent below two values.
    #[must_use]
    pub fn by_mean(values: &[f64]) -> Option<Self> {
        let (centre, moving_range) = (mean(values)?, mean(&moving_ranges(values))?);
        Some(Self {
            centre,
            moving_range,
            spread: BY_MEAN_RANGE * moving_range,
            range_limit: LARGEST_BY_MEAN * moving_range,
        })
    }

    /// By medians, for a baseline that holds a few wild values; absent below two values.
    #[must_use]
    pub fn by_median(values: &[f64]) -> Option<Self> {
        let (centre, moving_range) = (median(values)?, median(&moving_ranges(values))?);
        Some(Self {
            centre,
            moving_range,
            spread: BY_MEDIAN_RANGE * moving_range,
            range_limit: LARGEST_BY_MEDIAN * moving_range,
        })
    }
}

/// The answers of one point, each worth something on the figure's axis.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Sums {
    /// Number of independent answers: of people, where some answered more than once.
    pub base: f64,
    /// Number of answers.
    pub n: f64,
    /// What they are worth together.
    pub sum: f64,
    /// The same of the squares.
    pub squares: f64,
}

impl Sums {
    /// Of a share of `x` in `n`, as proportion.
    #[must_use]
    pub fn share(x: f64, n: f64) -> Self {
        Self { base: n, n, sum: x, squares: x }
    }

    /// Of answers to a question, on the axis that is shown: points, percent, or the raw scale.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    pub fn of(question: &Question, counts: &Histogram, people: u64) -> Self {
        let raw = matches!(question.metric, Metric::Ces | Metric::Rating);
        let factor = if raw { 1.0 } else { 100.0 };
        let mut sums = Self { base: people.min(counts.n()) as f64, ..Self::default() };
        for (value, count) in counts.iter() {
            let (worth, count) = (factor * f64::from(unit(question, value)), count as f64);
            sums.n += count;
            sums.sum += count * worth;
            sums.squares += count * worth * worth;
        }
        sums
    }

    /// What one answer is worth on average.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.sum / self.n
    }
}

/// Limits that follow from how much answers differ, wider where there are few: the p-chart for
/// shares, and the same for Net Promoter and means.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PerAnswer {
    /// All answers of the baseline pooled.
    pub centre: f64,
    /// Variance of one answer.
    pub variance: f64,
    /// What the limits are multiplied by: 1, or Laney's σ_z.
    pub widened: f64,
}

impl PerAnswer {
    /// From the points of a baseline; absent without answers.
    #[must_use]
    pub fn of(points: &[Sums]) -> Option<Self> {
        let total = |part: fn(&Sums) -> f64| points.iter().map(part).sum::<f64>();
        let n = total(|p| p.n);
        if n <= 0.0 {
            return None;
        }
        let centre = total(|p| p.sum) / n;
        let variance = (total(|p| p.squares) / n - centre * centre).max(0.0);
        // What rounding leaves of answers that are all equal is no spread.
        let variance = if variance < 1e-12 * (1.0 + centre * centre) { 0.0 } else { variance };
        Some(Self { centre, variance, widened: 1.0 })
    }

    /// The same with Laney's correction for points that differ more, or less, than their bases
    /// explain.
    #[must_use]
    pub fn laney(self, points: &[Sums]) -> Self {
        Self { widened: self.sigma_z(points).unwrap_or(1.0), ..self }
    }

    /// √(variance / base).
    #[must_use]
    pub fn sigma(&self, base: f64) -> f64 {
        (self.variance / base).sqrt()
    }

    /// Distance of the limits of a point from the centre.
    #[must_use]
    pub fn spread(&self, base: f64) -> f64 {
        3.0 * self.sigma(base) * self.widened
    }

    /// How many σ a point lies above the centre.
    #[must_use]
    pub fn z(&self, point: &Sums) -> f64 {
        let sigma = self.sigma(point.base);
        if sigma > 0.0 { (point.mean() - self.centre) / sigma } else { 0.0 }
    }

    /// Laney's σ_z: mean moving range of z over 1.128; absent below two points.
    #[must_use]
    pub fn sigma_z(&self, points: &[Sums]) -> Option<f64> {
        let z: Vec<f64> = points.iter().map(|p| self.z(p)).collect();
        mean(&moving_ranges(&z)).map(|range| range / D2)
    }

    /// Whether points differ more than their bases explain: σ_z above 1, and Σz² further out than
    /// chance reaches once in twenty.
    #[must_use]
    pub fn is_overdispersed(&self, points: &[Sums]) -> bool {
        if self.variance <= 0.0 || self.sigma_z(points).is_none_or(|sigma| sigma <= 1.0) {
            return false;
        }
        let squares: f64 = points.iter().map(|p| self.z(p).powi(2)).sum();
        let df = points.len() as f64 - 1.0;
        ChiSquared::new(df).is_ok_and(|chi| chi.sf(squares) < OVERDISPERSED)
    }
}

/// Which chart fits the points.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Chart {
    /// XmR: points of similar bases.
    Individuals,
    /// Limits by base: the p-chart, the Net Promoter chart, or that of means.
    PerAnswer,
    /// The same, widened by Laney's σ_z.
    Laney,
}

impl Chart {
    /// The name used in files and on the command line.
    #[must_use]
    pub fn key(self, metric: Metric) -> &'static str {
        match (self, metric) {
            (Self::Individuals, _) => "xmr",
            (Self::PerAnswer, Metric::Nps) => "nps",
            (Self::PerAnswer, Metric::Csat | Metric::Fcr) => "p",
            (Self::PerAnswer, Metric::Ces | Metric::Rating) => "mean",
            (Self::Laney, Metric::Nps) => "laney_nps",
            (Self::Laney, Metric::Csat | Metric::Fcr) => "laney_p",
            (Self::Laney, Metric::Ces | Metric::Rating) => "laney_mean",
        }
    }
}

/// A chart with its centre, ready to give limits.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Control {
    /// XmR.
    Individuals(Individuals),
    /// By base.
    PerAnswer(PerAnswer),
    /// By base, widened.
    Laney(PerAnswer),
}

impl Control {
    /// The chart that fits `points`, with the centre of `baseline`; absent below five points in the
    /// baseline.
    ///
    /// XmR when the largest base is at most twice the smallest: then what happens between the
    /// points is seen best from themselves. Else limits by base, and those widened by Laney where
    /// the baseline's points differ more than their bases explain, as they will with many answers.
    #[must_use]
    pub fn fitting(points: &[Sums], baseline: &[Sums]) -> Option<Self> {
        if baseline.len() < FEWEST {
            return None;
        }
        if are_similar(points) {
            let values: Vec<f64> = baseline.iter().map(Sums::mean).collect();
            return Individuals::by_mean(&values).map(Self::Individuals);
        }
        let plain = PerAnswer::of(baseline)?;
        Some(if plain.is_overdispersed(baseline) {
            Self::Laney(plain.laney(baseline))
        } else {
            Self::PerAnswer(plain)
        })
    }

    /// Which chart it is.
    #[must_use]
    pub fn chart(&self) -> Chart {
        match self {
            Self::Individuals(_) => Chart::Individuals,
            Self::PerAnswer(_) => Chart::PerAnswer,
            Self::Laney(_) => Chart::Laney,
        }
    }

    /// The limits of a point.
    #[must_use]
    pub fn limits(&self, point: &Sums, axis: (f64, f64)) -> Limits {
        match self {
            Self::Individuals(chart) => Limits::about(chart.centre, chart.spread, axis),
            Self::PerAnswer(chart) | Self::Laney(chart) => {
                Limits::about(chart.centre, chart.spread(point.base), axis)
            }
        }
    }
}

/// Whether the largest base is at most twice the smallest.
#[must_use]
pub fn are_similar(points: &[Sums]) -> bool {
    let largest = points.iter().map(|p| p.base).fold(0.0, f64::max);
    let smallest = points.iter().map(|p| p.base).fold(f64::INFINITY, f64::min);
    largest <= SIMILAR * smallest
}

fn moving_ranges(values: &[f64]) -> Vec<f64> {
    values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect()
}

fn mean(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    (n > 0.0).then(|| values.iter().sum::<f64>() / n)
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
#[path = "control_tests.rs"]
mod tests;
