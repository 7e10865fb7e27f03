//! Whether a figure changed: two waves of different people, or the same people twice.
//!
//! Overlapping intervals prove nothing: the difference itself is tested here.

use super::interval::{Moments, t_two_sided, t95, z_two_sided};
use super::nps::Split;
use super::{Z95, figures::Figures};
use crate::model::Metric;
use serde::Serialize;

/// A later figure minus an earlier one, with its 95 % interval and test.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Difference {
    /// The raw difference, later − earlier.
    pub value: f64,
    /// Centre of the interval; small bases pull it towards 0.
    pub centre: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// Standard error.
    pub se: f64,
    /// Two-sided chance of a difference this large if nothing changed.
    pub p: f64,
}

impl Difference {
    fn by_z(value: f64, centre: f64, se: f64) -> Self {
        let p = if se > 0.0 { z_two_sided(centre / se) } else { 1.0 };
        Self { value, centre, low: centre - Z95 * se, high: centre + Z95 * se, se, p }
    }

    fn by_t(value: f64, se: f64, df: f64) -> Self {
        let reach = t95(df) * se;
        let p = if se > 0.0 { t_two_sided(value / se, df) } else { 1.0 };
        Self { value, centre: value, low: value - reach, high: value + reach, se, p }
    }

    /// The test statistic centre / se.
    #[must_use]
    pub fn statistic(&self) -> f64 {
        self.centre / self.se
    }
}

/// Two waves of a Net Promoter figure (or net easy), by adjusted Wald, in points.
#[must_use]
pub fn nps(earlier: &Split, later: &Split) -> Difference {
    let (a, b) = (earlier.adjusted(), later.adjusted());
    let se = 100.0 * a.se().hypot(b.se());
    Difference::by_z(later.score() - earlier.score(), b.score() - a.score(), se)
}

/// The same without pseudo-answers. For reference: too eager on small bases.
#[must_use]
pub fn nps_plain(earlier: &Split, later: &Split) -> Difference {
    let value = later.score() - earlier.score();
    Difference::by_z(value, value, 100.0 * earlier.se().hypot(later.se()))
}

/// The same respondents twice, as −1/0/+1 codes in the same order, in points; absent below two.
#[must_use]
pub fn nps_paired(earlier: &[i32], later: &[i32]) -> Option<Difference> {
    let steps = earlier.iter().zip(later).map(|(a, b)| (f64::from(b - a), 1.0));
    let moments = Moments::of(steps)?;
    let df = moments.n - 1.0;
    (df >= 1.0).then(|| Difference::by_t(100.0 * moments.mean, 100.0 * moments.se(), df))
}

/// Two means of different people (Welch). Below two answers on a side nothing can be said.
#[must_use]
pub fn means(earlier: &Moments, later: &Moments) -> Option<Difference> {
    if earlier.n < 2.0 || later.n < 2.0 {
        return None;
    }
    let (a, b) = (earlier.variance / earlier.n, later.variance / later.n);
    let spread = a * a / (earlier.n - 1.0) + b * b / (later.n - 1.0);
    let df = if spread > 0.0 { (a + b).powi(2) / spread } else { earlier.n + later.n - 2.0 };
    Some(Difference::by_t(later.mean - earlier.mean, (a + b).sqrt(), df))
}

/// Two shares of different people, `(x, n)` each, as proportion: one success and one failure are
/// added on both sides (Agresti and Caffo, 2000).
#[must_use]
pub fn shares(earlier: (f64, f64), later: (f64, f64)) -> Difference {
    let raw = |(x, n): (f64, f64)| x / n;
    let adjusted = |(x, n): (f64, f64)| (x + 1.0) / (n + 2.0);
    let variance = |side: (f64, f64)| adjusted(side) * (1.0 - adjusted(side)) / (side.1 + 2.0);
    let se = (variance(earlier) + variance(later)).sqrt();
    Difference::by_z(raw(later) - raw(earlier), adjusted(later) - adjusted(earlier), se)
}

/// The change of a figure on the axis that is shown: points, percent, or the raw scale.
///
/// Figures in which people answered more than once are compared by their clustered errors. Absent
/// where too little is known.
#[must_use]
pub fn between(earlier: &Figures, later: &Figures) -> Option<Difference> {
    if earlier.clustered_se.is_some() || later.clustered_se.is_some() {
        let (a, b) = (standard_error(earlier), standard_error(later));
        let value = later.shown.value - earlier.shown.value;
        return Some(Difference::by_z(value, value, a.hypot(b)));
    }
    match later.metric {
        Metric::Nps => Some(nps(&earlier.split()?, &later.split()?)),
        Metric::Csat | Metric::Fcr => Some(shares(earlier.inside()?, later.inside()?).times(100.0)),
        Metric::Ces | Metric::Rating => means(
            &with_spread(Moments::of_histogram(&earlier.counts)?),
            &with_spread(Moments::of_histogram(&later.counts)?),
        ),
    }
}

/// The clustered error, or what the interval says of an error of independent answers.
fn standard_error(figures: &Figures) -> f64 {
    let shown = figures.shown;
    figures.clustered_se.unwrap_or((shown.high - shown.low) / (2.0 * Z95))
}

/// All answers equal: half a step of spread instead of none, so that it proves nothing by itself.
fn with_spread(moments: Moments) -> Moments {
    if moments.variance > 0.0 { moments } else { Moments { variance: 0.25, ..moments } }
}

impl Difference {
    fn times(self, factor: f64) -> Self {
        Self {
            value: self.value * factor,
            centre: self.centre * factor,
            low: self.low * factor,
            high: self.high * factor,
            se: self.se * factor,
            p: self.p,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, wanted: f64, digits: i32) {
        let room = 0.5001 * 10_f64.powi(-digits);
        assert!((found - wanted).abs() <= room, "{found}, not {wanted}");
    }

    #[test]
    fn two_waves() {
        let waves = [
            (Split::new(45., 30., 25.), Split::new(68., 35., 17.)),
            (Split::new(9., 6., 5.), Split::new(14., 4., 2.)),
        ];
        let raw = [(22.5, 2.145_53, 0.031_91), (40.0, 1.705_61, 0.088_08)];
        // The reference prints 78.270 for the last limit; 34.7826 + 1.959964 × 22.1882 = 78.2706.
        let adjusted = [
            (22.0459, 10.3408, 2.131_93, 0.033_012, 1.778, 42.314),
            (34.7826, 22.1882, 1.567_62, 0.116_970, -8.705, 78.271),
        ];
        for (((a, b), raw), (delta, se, z, p, low, high)) in waves.iter().zip(raw).zip(adjusted) {
            let plain = nps_plain(a, b);
            close(plain.value, raw.0, 3);
            close(plain.statistic(), raw.1, 5);
            close(plain.p, raw.2, 5);
            let found = nps(a, b);
            close(found.value, raw.0, 3);
            close(found.centre, delta, 4);
            close(found.se, se, 4);
            close(found.statistic(), z, 5);
            close(found.p, p, 6);
            close(found.low, low, 3);
            close(found.high, high, 3);
            let back = nps(b, a);
            close(back.centre, -delta, 4);
        }
    }

    #[test]
    fn the_same_people_twice() {
        let earlier = [-1, 0, 1, 1, -1, 0, 1, 0, -1, 1];
        let later = [0, 0, 1, 1, -1, 1, 1, 1, 0, 1];
        let found = nps_paired(&earlier, &later).unwrap();
        close(found.value, 40.0, 9);
        close(found.se, 16.3299, 4);
        close(found.statistic(), 2.449_490, 6);
        close(found.p, 0.036_787, 6);
        assert_eq!(nps_paired(&[1], &[0]), None);
    }

    #[test]
    fn two_means() {
        // By hand: means 2 and 4, variances 1 and 4, n 4 and 5: se √1.05, df 1.1025/0.180833.
        let a = Moments { n: 4.0, mean: 2.0, variance: 1.0 };
        let b = Moments { n: 5.0, mean: 4.0, variance: 4.0 };
        let found = means(&a, &b).unwrap();
        close(found.se, 1.05_f64.sqrt(), 12);
        let reach = t95(1.1025 / (0.0625 / 3.0 + 0.64 / 4.0)) * found.se;
        close(found.high - found.value, reach, 9);
        assert!(means(&Moments { n: 1.0, ..a }, &b).is_none());
    }

    #[test]
    fn two_shares() {
        // By hand: 7/10 then 9/10 become 8/12 and 10/12.
        let found = shares((7.0, 10.0), (9.0, 10.0));
        close(found.value, 0.2, 9);
        close(found.centre, 2.0 / 12.0, 9);
        close(found.se, ((8.0 * 4.0 + 10.0 * 2.0) / 1_728.0_f64).sqrt(), 9);
        assert!(shares((10.0, 10.0), (10.0, 10.0)).p > 0.99);
    }
}
