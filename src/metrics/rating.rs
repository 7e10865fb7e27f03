//! Any other rating: its mean, and ratings of any length put on 0–100.
//!
//! Emotion set by a team is an opinion, not a measurement: it gets a place here but no interval.

use super::estimate::Estimate;
use super::interval::{Moments, mean_interval};
use crate::model::Histogram;

/// The raw mean with its interval; absent without answers.
#[must_use]
pub fn mean(counts: &Histogram) -> Option<Estimate> {
    let moments = Moments::of_histogram(counts)?;
    let (low, high) = mean_interval(counts)?;
    Some(Estimate { value: moments.mean, low, high, n: counts.n() })
}

/// A value between `worst` and `best` as 0–100: stars, smileys, emotion −2…+2.
#[must_use]
pub fn on_hundred(value: f64, worst: f64, best: f64) -> f64 {
    100.0 * (value - worst) / (best - worst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_on_hundred() {
        let cases = [
            (4.0, 1.0, 5.0, 75.0),
            (-2.0, -2.0, 2.0, 0.0),
            (1.0, -2.0, 2.0, 75.0),
            (0.0, -5.0, 5.0, 50.0),
            (2.0, 5.0, 1.0, 75.0),
        ];
        for (value, worst, best, wanted) in cases {
            assert!((on_hundred(value, worst, best) - wanted).abs() < 1e-12);
        }
    }
}
