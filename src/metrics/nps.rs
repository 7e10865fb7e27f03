//! Net Promoter: promoters minus detractors, and every interval for the difference of two shares
//! of one multinomial. Net easy uses the same file.
//!
//! Formulae: manual, section "Net Promoter". On the score's own axis −100…100 unless it says
//! "proportion". Knows no scale: `unit` tells which answers are which.

use super::estimate::{Estimate, Z95};
use super::interval::{Bounds, goodman, t95, wilson};
use crate::model::{Better, Histogram, Question};

/// The classic break-points: detractors up to 6, passives up to 8.
pub const CLASSIC: [i32; 2] = [6, 8];
/// The European variant: detractors up to 5, passives up to 7.
pub const EUROPEAN: [i32; 2] = [5, 7];

/// The break-points of a question.
#[must_use]
pub fn breaks(question: &Question) -> [i32; 2] {
    question.breaks.unwrap_or(CLASSIC)
}

/// −1 for a detractor, 0 for a passive, +1 for a promoter.
#[must_use]
pub fn unit(question: &Question, value: i32) -> i32 {
    let [detractor, passive] = breaks(question);
    let scale = question.scale;
    let value = match scale.better {
        Better::High => value,
        Better::Low => scale.min + scale.max - value,
    };
    i32::from(value > detractor) + i32::from(value > passive) - 1
}

/// Answers in three parts. Weighted or thinned-out counts need not be whole.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Split {
    /// Promoters, P.
    pub promoters: f64,
    /// Passives, A.
    pub passives: f64,
    /// Detractors, D.
    pub detractors: f64,
}

impl Split {
    /// P, A and D.
    #[must_use]
    pub const fn new(promoters: f64, passives: f64, detractors: f64) -> Self {
        Self { promoters, passives, detractors }
    }

    /// The three parts of a histogram.
    #[must_use]
    pub fn of(counts: &Histogram, unit: impl Fn(i32) -> i32) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        let part = |sign: i32| counts.count_where(|value| unit(value).signum() == sign) as f64;
        Self::new(part(1), part(0), part(-1))
    }

    /// P + A + D.
    #[must_use]
    pub fn n(&self) -> f64 {
        self.promoters + self.passives + self.detractors
    }

    /// Every part multiplied.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        Self::new(self.promoters * factor, self.passives * factor, self.detractors * factor)
    }

    fn shares(&self) -> (f64, f64) {
        (self.promoters / self.n(), self.detractors / self.n())
    }

    /// 100 (p − d).
    #[must_use]
    pub fn score(&self) -> f64 {
        100.0 * self.difference()
    }

    /// p − d, as proportion.
    #[must_use]
    pub fn difference(&self) -> f64 {
        (self.promoters - self.detractors) / self.n()
    }

    /// p + d − (p − d)², of one answer, as proportion.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let (p, d) = self.shares();
        p + d - (p - d).powi(2)
    }

    /// √(variance / n), as proportion.
    #[must_use]
    pub fn se(&self) -> f64 {
        (self.variance() / self.n()).sqrt()
    }

    /// Three pseudo-answers more, spread ¾, 1½, ¾: "adjusted Wald (3,T)".
    #[must_use]
    pub fn adjusted(&self) -> Self {
        Self::new(self.promoters + 0.75, self.passives + 1.5, self.detractors + 0.75)
    }

    /// The interval that is shown: adjusted Wald (3,T), clipped to −100…100.
    #[must_use]
    pub fn adjusted_wald(&self) -> Bounds {
        let (low, high) = self.adjusted().wald();
        (low.max(-100.0), high.min(100.0))
    }

    /// Score ± z · SE. Too narrow for small bases: for reference and tests only.
    #[must_use]
    pub fn wald(&self) -> Bounds {
        let half = 100.0 * Z95 * self.se();
        (self.score() - half, self.score() + half)
    }

    /// Score ± t · SE with the sample variance.
    #[must_use]
    pub fn trinomial_t(&self) -> Bounds {
        let n = self.n();
        let half = 100.0 * t95(n - 1.0) * (self.variance() / (n - 1.0)).sqrt();
        (self.score() - half, self.score() + half)
    }

    /// Tango's score interval, by bisection. Never leaves −100…100.
    #[must_use]
    pub fn tango(&self) -> Bounds {
        let (n, c, b) = (self.n(), self.promoters, self.detractors);
        let statistic = |delta: f64| {
            let middle = -b - c + (2.0 * n - c + b) * delta;
            let last = -b * delta * (1.0 - delta);
            let q = ((middle * middle - 8.0 * n * last).max(0.0).sqrt() - middle) / (4.0 * n);
            let spread = n * (2.0 * q + delta * (1.0 - delta));
            (c - b - n * delta) / spread.max(f64::MIN_POSITIVE).sqrt()
        };
        // The statistic falls while delta grows.
        let solve = |wanted: f64| {
            let (mut low, mut high) = (-1.0, 1.0);
            for _ in 0..80 {
                let middle = 0.5 * (low + high);
                if statistic(middle) > wanted {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            50.0 * (low + high)
        };
        let lower = if b >= n { -100.0 } else { solve(Z95) };
        let upper = if c >= n { 100.0 } else { solve(-Z95) };
        (lower, upper)
    }

    /// Square-and-add of two Wilson intervals with the multinomial correlation.
    #[must_use]
    pub fn mover_wilson(&self) -> Bounds {
        let ((p, d), n) = (self.shares(), self.n());
        let (p_low, p_high) = wilson(self.promoters, n);
        let (d_low, d_high) = wilson(self.detractors, n);
        let spread = ((1.0 - p) * (1.0 - d)).sqrt();
        let rho = if spread > 0.0 { -(p * d).sqrt() / spread } else { 0.0 };
        let reach = |a: f64, b: f64| (a * a + b * b - 2.0 * rho * a * b).max(0.0).sqrt();
        let low = (p - d) - reach(p - p_low, d_high - d);
        let high = (p - d) + reach(p_high - p, d - d_low);
        (100.0 * low, 100.0 * high)
    }

    /// Goodman's simultaneous intervals of the three shares in percent: P, A, D.
    #[must_use]
    pub fn goodman(&self) -> [Bounds; 3] {
        let parts = goodman(&[self.promoters, self.passives, self.detractors]);
        [0, 1, 2].map(|part| {
            let (low, high) = parts[part];
            (100.0 * low, 100.0 * high)
        })
    }

    /// The estimate that is shown.
    #[must_use]
    pub fn estimate(&self, n: u64) -> Estimate {
        let (low, high) = self.adjusted_wald();
        Estimate { value: self.score(), low, high, n }
    }
}

/// (Σw)² / Σw²: how many equal answers weighted ones are worth.
#[must_use]
pub fn effective_n(sum: f64, squares: f64) -> f64 {
    if squares > 0.0 { sum * sum / squares } else { 0.0 }
}

/// What a standard error is multiplied by when `n` of a finite list of `population` answered.
///
/// Only for a random part of a known list; off by default.
#[must_use]
pub fn small_population(population: f64, n: f64) -> f64 {
    if population <= 1.0 || n >= population {
        return 0.0;
    }
    ((population - n) / (population - 1.0)).sqrt()
}

#[cfg(test)]
#[path = "nps_tests.rs"]
mod tests;
