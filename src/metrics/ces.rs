//! Customer effort: ease 0–100, raw mean, share of easy answers, net easy.
//!
//! The direction is the question's; nothing is guessed from the wording.

use super::nps::Split;
use crate::model::{Better, Histogram, Scale};
use serde::Serialize;

/// A raw value or mean as ease: 0 = most effort, 100 = none.
#[must_use]
pub fn ease(scale: Scale, x: f64) -> f64 {
    let (min, max) = (f64::from(scale.min), f64::from(scale.max));
    match scale.better {
        Better::High => 100.0 * (x - min) / (max - min),
        Better::Low => 100.0 * (max - x) / (max - min),
    }
}

/// Which raw values count as easy and which as difficult, both ends included; the rest is between.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Cuts {
    /// Lowest and highest easy value.
    pub easy: [i32; 2],
    /// Lowest and highest difficult value.
    pub difficult: [i32; 2],
}

impl Cuts {
    /// The usual cuts: CES 1.0 (1–5, low is good) 1–2 and 4–5; CES 2.0 (1–7, high is good) 5–7
    /// and 1–3; Net Easy (1–7, low is good) 1–2 and, unequal, 5–7; else equal halves without the
    /// middle.
    #[must_use]
    pub fn usual(scale: Scale) -> Self {
        let Scale { min, max, better } = scale;
        if (min, max, better) == (1, 7, Better::Low) {
            return Self { easy: [1, 2], difficult: [5, 7] };
        }
        let reach = (max - min - 1).max(0) / 2;
        let reach = if max - min <= 1 { 0 } else { reach };
        let (bottom, top) = ([min, min + reach], [max - reach, max]);
        match better {
            Better::High => Self { easy: top, difficult: bottom },
            Better::Low => Self { easy: bottom, difficult: top },
        }
    }

    /// +1 for easy, −1 for difficult, 0 between.
    #[must_use]
    pub fn unit(&self, value: i32) -> i32 {
        let within = |[low, high]: [i32; 2]| i32::from((low..=high).contains(&value));
        within(self.easy) - within(self.difficult)
    }

    /// The answers as easy, between, difficult; its score is net easy, −100…100.
    #[must_use]
    pub fn split(&self, counts: &Histogram) -> Split {
        Split::of(counts, |value| self.unit(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::interval::Moments;

    fn scale(max: i32, better: Better) -> Scale {
        Scale { min: 1, max, better }
    }

    fn close(found: f64, wanted: f64) {
        assert!((found - wanted).abs() <= 0.000_051, "{found}, not {wanted}");
    }

    #[test]
    fn three_versions() {
        let ces_1: &[i32] = &[1, 1, 2, 2, 3, 4, 5, 2, 1, 3];
        let ces_2 = &[7, 6, 6, 5, 4, 3, 7, 2, 6, 5];
        let net_easy = &[1, 1, 2, 2, 2, 3, 4, 5, 6, 7];
        let cases = [
            (scale(5, Better::Low), ces_1, 65.0, 60.0, 20.0),
            (scale(5, Better::High), ces_1, 35.0, 20.0, 60.0),
            (scale(7, Better::High), ces_2, 68.3333, 70.0, 20.0),
            (scale(7, Better::Low), net_easy, 61.6667, 50.0, 30.0),
        ];
        for (scale, answers, wanted, easy, difficult) in cases {
            let counts = Histogram::of(scale, answers);
            let mean = Moments::of_histogram(&counts).unwrap().mean;
            close(ease(scale, mean), wanted);
            let split = Cuts::usual(scale).split(&counts);
            close(100.0 * split.promoters / split.n(), easy);
            close(100.0 * split.detractors / split.n(), difficult);
            close(split.score(), easy - difficult);
        }
        let means = [(ces_1, 5, 2.4), (ces_2, 7, 5.1)];
        for (answers, max, mean) in means {
            let counts = Histogram::of(scale(max, Better::High), answers);
            close(Moments::of_histogram(&counts).unwrap().mean, mean);
        }
    }

    #[test]
    fn spread_and_interval_of_ces_2() {
        let scale = scale(7, Better::High);
        let counts = Histogram::of(scale, &[7, 6, 6, 5, 4, 3, 7, 2, 6, 5]);
        let moments = Moments::of_histogram(&counts).unwrap();
        let sd = 100.0 / 6.0 * moments.variance.sqrt();
        assert!((sd - 27.722_167).abs() < 1e-6);
        let (low, high) = moments.t_interval();
        assert!((ease(scale, low) - 48.502).abs() < 0.000_51);
        assert!((ease(scale, high) - 88.165).abs() < 0.000_51);
        let top_2 = counts.count_where(|v| v >= 6);
        assert_eq!((top_2, counts.n()), (5, 10));
    }

    #[test]
    fn usual_cuts_never_meet() {
        for better in [Better::High, Better::Low] {
            for (min, max) in [(0, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 7), (0, 10), (1, 10)] {
                let cuts = Cuts::usual(Scale { min, max, better });
                let units: Vec<_> = (min..=max).map(|v| cuts.unit(v)).collect();
                assert!(units.contains(&1) && units.contains(&-1), "{min}..{max} {cuts:?}");
            }
        }
    }
}
