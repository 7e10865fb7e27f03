//! How many answers a Net Promoter figure needs, and what so many answers are good for.
//!
//! With the adjusted Wald's three extra answers taken off. Margins in points of −100…100.

use super::estimate::Z95;
use super::interval::z_of;

/// A variance of one answer that is typical of high ones.
pub const TYPICAL_VARIANCE: f64 = 2.0 / 3.0;
/// The largest variance that one answer can have.
pub const WORST_VARIANCE: f64 = 1.0;

/// Answers needed for a 95 % interval of ± `margin` points.
#[must_use]
pub fn for_margin(margin: f64, variance: f64) -> u64 {
    whole(Z95 * Z95 * variance / (margin / 100.0).powi(2) - 3.0)
}

/// ± points of a 95 % interval from `n` answers.
#[must_use]
pub fn margin(n: f64, variance: f64) -> f64 {
    100.0 * Z95 * (variance / (n + 3.0)).sqrt()
}

/// Answers needed in each of two waves to see a change of so many points (5 %, two-sided) with
/// the chance `power`, when one answer has this variance in both.
#[must_use]
pub fn for_change(points: f64, variance: f64, power: f64) -> u64 {
    let reach = Z95 + z_of(power);
    whole(2.0 * variance * reach * reach / (points / 100.0).powi(2) - 3.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count; what is too large or not a number ends at the edges of u64"
)]
fn whole(n: f64) -> u64 {
    n.ceil().max(1.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_for_a_margin() {
        let cases = [(20., 62, 94), (15., 111, 168), (10., 254, 382), (5., 1_022, 1_534)];
        for (points, typical, worst) in cases {
            assert_eq!(for_margin(points, TYPICAL_VARIANCE), typical);
            assert_eq!(for_margin(points, WORST_VARIANCE), worst);
        }
        assert_eq!(for_margin(2.0, TYPICAL_VARIANCE), 6_400);
        assert_eq!(for_margin(2.0, WORST_VARIANCE), 9_601);
    }

    #[test]
    fn margin_of_answers() {
        let cases = [
            (5., 56.6),
            (10., 44.4),
            (20., 33.4),
            (30., 27.9),
            (50., 22.0),
            (100., 15.8),
            (200., 11.2),
            (500., 7.1),
            (1_000., 5.1),
        ];
        for (n, points) in cases {
            assert!((margin(n, TYPICAL_VARIANCE) - points).abs() < 0.0501, "{n}");
        }
    }

    #[test]
    fn answers_for_a_change() {
        for (points, n) in [(20., 259), (15., 463), (10., 1_044), (5., 4_184)] {
            assert_eq!(for_change(points, TYPICAL_VARIANCE, 0.8), n);
        }
    }
}
