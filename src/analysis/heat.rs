//! From a figure to a place on the heat scale, and how many colours its certainty allows.
//!
//! h runs from 0 (worst) to 100 (best) with 50 at a declared middle. Picks no colour.

use super::version::Version;
use crate::metrics::Estimate;
use crate::model::{Metric, Model, TouchpointId};
use serde::{Deserialize, Serialize};

/// Below this many answers a figure is only indicative.
pub const LOW_BASE: u64 = 30;

/// Why the middle of the colours lies where it lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// As many promoters as detractors.
    Zero,
    /// Half-way the scale.
    ScaleMiddle,
    /// Seventy percent, the usual expectation of shares.
    Seventy,
    /// The team's own target.
    Target,
    /// What the journey has as a whole.
    Mean,
    /// Neither good nor bad.
    Neutral,
    /// As was guessed, or as the others said.
    NoGap,
}

/// Where a person wants the middle of the colours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Middle {
    /// At the journey's target where one is set, else at the metric's usual middle.
    #[default]
    Target,
    /// At each touchpoint's own target where one is set, else as above.
    OwnTarget,
    /// At the metric's usual middle.
    Usual,
    /// At the mean of the journey.
    Mean,
}

impl Middle {
    /// Every choice, in menu order.
    pub const ALL: [Self; 4] = [Self::Target, Self::OwnTarget, Self::Usual, Self::Mean];
}

/// The value that gets the middle colour, on the axis that is shown.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Midpoint {
    /// The value.
    pub value: f64,
    /// Why this one.
    pub why: Why,
}

impl Midpoint {
    /// The metric's default.
    #[must_use]
    pub fn usual(version: &Version) -> Self {
        let (min, max) = version.axis();
        match version.metric {
            Metric::Nps => Self { value: 0.0, why: Why::Zero },
            Metric::Csat | Metric::Fcr => Self { value: 70.0, why: Why::Seventy },
            Metric::Ces | Metric::Rating => {
                Self { value: f64::midpoint(min, max), why: Why::ScaleMiddle }
            }
        }
    }

    /// The middle that is wanted, one for the whole picture: the document's target for the metric,
    /// where it lies within the axis, or the default. That of `Middle::Mean` is known only after
    /// counting.
    #[must_use]
    pub fn of(model: &Model, version: &Version, wanted: Middle) -> Self {
        let target = Self::target(model, version, None).filter(|_| wanted != Middle::Usual);
        target.unwrap_or_else(|| Self::usual(version))
    }

    /// The target of one touchpoint, where it has one within the axis.
    #[must_use]
    pub fn own(model: &Model, version: &Version, touchpoint: TouchpointId) -> Option<Self> {
        Self::target(model, version, Some(touchpoint))
    }

    /// The mean of a journey, kept off the ends of its axis.
    #[must_use]
    pub fn mean(value: f64, (worst, best): (f64, f64)) -> Self {
        let rim = (best - worst).abs() / 100.0;
        let (min, max) = (worst.min(best) + rim, worst.max(best) - rim);
        Self { value: value.clamp(min, max), why: Why::Mean }
    }

    fn target(model: &Model, version: &Version, of: Option<TouchpointId>) -> Option<Self> {
        let (min, max) = version.axis();
        let targets = model.targets.values();
        let mut own = targets.filter(|t| t.metric == version.metric && t.touchpoint == of);
        let value = own.next().map(|t| t.value).filter(|v| *v > min && *v < max)?;
        Some(Self { value, why: Why::Target })
    }
}

/// The heat value of a figure, 0…100.
#[must_use]
pub fn heat(x: f64, middle: f64, (worst, best): (f64, f64)) -> f64 {
    let towards_best = (x - middle) / (best - middle);
    let h = if towards_best >= 0.0 {
        50.0 + 50.0 * towards_best
    } else {
        50.0 * (x - worst) / (middle - worst)
    };
    h.clamp(0.0, 100.0)
}

/// A place on the heat scale with its certainty.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Heat {
    /// 0 = worst … 50 = middle … 100 = best.
    pub h: f64,
    /// 0 = sure … 1 = unsure.
    pub u: f64,
    /// The box of the value-suppressing tree.
    pub leaf: Leaf,
}

impl Heat {
    /// Of an estimate on the axis that is shown: u = half width of the interval on the heat scale
    /// / 25, at most 1, and at least ¼ on a low base.
    #[must_use]
    pub fn of(shown: &Estimate, middle: f64, worst_best: (f64, f64)) -> Self {
        let at = |x: f64| heat(x, middle, worst_best);
        let half = (at(shown.high) - at(shown.low)).abs() / 2.0;
        let least = if shown.n < LOW_BASE { 0.25 } else { 0.0 };
        let (h, u) = (at(shown.value), (half / 25.0).clamp(least, 1.0));
        Self { h, u, leaf: Leaf::of(h / 100.0, u) }
    }
}

/// A box of the tree of colours: layer 0 has one, layer 3 has eight.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Leaf {
    /// 0 (unsure) … 3 (sure).
    pub layer: u8,
    /// 0 (worst) … 2^layer − 1 (best).
    pub index: u8,
}

impl Leaf {
    /// The leaf of a value and an uncertainty, both 0…1. A value on a border goes to the lower one.
    #[must_use]
    pub fn of(value: f64, uncertainty: f64) -> Self {
        let layer = match uncertainty {
            u if u >= 0.75 => 0,
            u if u >= 0.5 => 1,
            u if u >= 0.25 => 2,
            _ => 3,
        };
        let boxes = 1_u8 << layer;
        // The small step back keeps borders exact where rounding pushed a value over them.
        let above = (1..boxes).filter(|i| value > f64::from(*i) / f64::from(boxes) + 1e-12);
        Self { layer, index: u8::try_from(above.count()).unwrap_or(boxes - 1) }
    }

    /// The value in the middle of the leaf, 0…1.
    #[must_use]
    pub fn centre(&self) -> f64 {
        (f64::from(self.index) + 0.5) / f64::from(1_u8 << self.layer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::Split;

    #[test]
    fn heat_by_midpoint() {
        let (share, nps, ces, low) = ((0., 100.), (-100., 100.), (1., 7.), (5., 1.));
        let cases = [
            (85.0, 70.0, share, 75.0),
            (35.0, 70.0, share, 25.0),
            (70.0, 70.0, share, 50.0),
            (20.0, 0.0, nps, 60.0),
            (20.0, 20.0, nps, 50.0),
            (-40.0, 20.0, nps, 25.0),
            (6.0, 5.0, ces, 75.0),
            (3.2, 5.0, ces, 27.5),
            // Low is good: 1 is best, 5 is worst.
            (1.0, 3.0, low, 100.0),
            (2.0, 3.0, low, 75.0),
            (5.0, 3.0, low, 0.0),
        ];
        for (x, middle, ends, wanted) in cases {
            assert!((heat(x, middle, ends) - wanted).abs() < 1e-9, "{x} at {middle}");
        }
    }

    #[test]
    fn leaves_of_the_tree() {
        let cases = [
            (0.62, 0.10, 3, 4, 0.5625),
            (0.62, 0.30, 2, 2, 0.625),
            (0.62, 0.60, 1, 1, 0.75),
            (0.62, 0.90, 0, 0, 0.5),
            (0.10, 0.30, 2, 0, 0.125),
            (1.0, 0.0, 3, 7, 0.9375),
            (0.5, 0.5, 1, 0, 0.25),
            (0.0, 0.0, 3, 0, 0.0625),
            (0.75, 0.0, 3, 5, 0.6875),
        ];
        for (value, u, layer, index, centre) in cases {
            let leaf = Leaf::of(value, u);
            assert_eq!((leaf.layer, leaf.index), (layer, index), "{value} {u}");
            assert!((leaf.centre() - centre).abs() < 1e-12);
        }
    }

    #[test]
    fn certainty_of_nps() {
        // Variance 2/3 in equal parts; the printed figures are those of plain halves.
        for (n, wanted) in [(5.0, 1.0), (20.0, 0.67), (100.0, 0.32), (500.0, 0.14)] {
            let margin = crate::metrics::sample_size::margin(n, 2.0 / 3.0);
            let shown = Estimate { value: 0.0, low: -margin, high: margin, n: 1_000 };
            let u = Heat::of(&shown, 0.0, (-100.0, 100.0)).u;
            assert!((u - wanted).abs() < 0.0051, "n {n}: {u}");
        }
        let few = Split::new(20.0, 0.0, 0.0).estimate(20);
        assert!(Heat::of(&few, 0.0, (-100.0, 100.0)).u >= 0.25);
        let sure = Estimate { value: 6.2, low: 6.19, high: 6.21, n: 29 };
        assert!((Heat::of(&sure, 5.0, (1.0, 7.0)).u - 0.25).abs() < 1e-12);
    }
}
