//! Wheeler's three rules: which points of a control chart say that something changed.
//!
//! Sees values and limits in order; what a point stands for is the caller's matter. Limits may
//! differ from point to point.

use super::control::Limits;
use serde::Serialize;

/// A rule that a row of points met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A point outside the limits.
    Outside,
    /// Three of four points nearer to a limit, the same one, than to the centre.
    NearLimit,
    /// Eight points in a row on one side of the centre.
    OneSide,
}

/// Where points lie.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the two sides of a line")]
pub enum Side {
    Above,
    Below,
}

/// A rule that was met, and by which points.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Signal {
    /// First of the points, as an index.
    pub first: usize,
    /// Last of the points.
    pub last: usize,
    /// The rule.
    pub rule: Rule,
    /// The side.
    pub side: Side,
    /// The points that count: for `NearLimit` those that are near, else all from first to last.
    pub points: Vec<usize>,
}

/// Points in a row that make a run.
const RUN: usize = 8;
/// Of so many points in a row …
const WINDOW: usize = 4;
/// … so many near a limit.
const NEAR: usize = 3;
/// What rounding may do to a value; in parts of itself.
const ROUNDING: f64 = 1e-9;

/// The signals of points with their limits, in order of their first point.
#[must_use]
pub fn signals(points: &[(f64, Limits)]) -> Vec<Signal> {
    let mut found = Vec::new();
    for side in [Side::Above, Side::Below] {
        let away: Vec<(f64, f64)> = points.iter().map(|(v, l)| away(*v, l, side)).collect();
        outside(&away, side, &mut found);
        near_limit(&away, side, &mut found);
        one_side(&away, side, &mut found);
    }
    found.sort();
    found
}

/// How far a value lies to a side of the centre, 0 when it does not, and how far the limit.
fn away(value: f64, limits: &Limits, side: Side) -> (f64, f64) {
    let by = match side {
        Side::Above => value - limits.centre,
        Side::Below => limits.centre - value,
    };
    let size = value.abs().max(limits.centre.abs()).max(1.0);
    (if by > ROUNDING * size { by } else { 0.0 }, limits.spread)
}

fn outside(away: &[(f64, f64)], side: Side, found: &mut Vec<Signal>) {
    for (index, (by, spread)) in away.iter().enumerate() {
        if *by > spread * (1.0 + ROUNDING) {
            found.push(Signal::of(Rule::Outside, side, vec![index]));
        }
    }
}

/// Windows that meet the rule are one signal as long as they overlap.
fn near_limit(away: &[(f64, f64)], side: Side, found: &mut Vec<Signal>) {
    let near: Vec<bool> =
        away.iter().map(|(by, spread)| *by > 0.5 * spread * (1.0 + ROUNDING)).collect();
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for first in 0..=near.len().saturating_sub(NEAR) {
        // The first points of a series may make three of three.
        let window = first..(first + WINDOW).min(near.len());
        if near[window.clone()].iter().filter(|n| **n).count() < NEAR {
            continue;
        }
        match runs.last_mut() {
            Some(run) if window.start < run.end => run.end = window.end,
            _ => runs.push(window),
        }
    }
    for run in runs {
        let points = run.filter(|i| near[*i]).collect();
        found.push(Signal::of(Rule::NearLimit, side, points));
    }
}

fn one_side(away: &[(f64, f64)], side: Side, found: &mut Vec<Signal>) {
    let indexed: Vec<(usize, f64)> = away.iter().map(|(by, _)| *by).enumerate().collect();
    for run in indexed.split(|(_, by)| *by <= 0.0).filter(|run| run.len() >= RUN) {
        let points = run.iter().map(|(index, _)| *index).collect();
        found.push(Signal::of(Rule::OneSide, side, points));
    }
}

impl Signal {
    fn of(rule: Rule, side: Side, points: Vec<usize>) -> Self {
        let first = points.first().copied().unwrap_or(0);
        let last = points.last().copied().unwrap_or(first);
        Self { first, last, rule, side, points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values about 0 with limits at ±10.
    fn found(values: &[f64]) -> Vec<(Rule, Side, Vec<usize>)> {
        let limits = Limits::about(0.0, 10.0, (-100.0, 100.0));
        let points: Vec<_> = values.iter().map(|v| (*v, limits)).collect();
        signals(&points).into_iter().map(|s| (s.rule, s.side, s.points)).collect()
    }

    #[test]
    fn each_rule_and_its_border() {
        use Rule::{NearLimit, OneSide, Outside};
        use Side::{Above, Below};
        type Case<'a> = (&'a [f64], Vec<(Rule, Side, Vec<usize>)>);
        let cases: [Case<'_>; 14] = [
            (&[], vec![]),
            (&[0.0, 10.0, -10.0], vec![]),
            (&[0.0, 10.1, 0.0], vec![(Outside, Above, vec![1])]),
            (&[-10.1], vec![(Outside, Below, vec![0])]),
            // On the way from centre to limit the middle is not yet near.
            (&[5.0, 5.0, 5.0, 5.0], vec![]),
            (&[6.0, 6.0, 1.0, 6.0], vec![(NearLimit, Above, vec![0, 1, 3])]),
            (&[6.0, 6.0, 6.0], vec![(NearLimit, Above, vec![0, 1, 2])]),
            // Three near, but not the same limit.
            (&[6.0, -6.0, 6.0, 0.0], vec![]),
            (&[6.0, 0.0, 0.0, 6.0, 6.0], vec![]),
            // Overlapping windows are one signal.
            (&[6.0, 6.0, 0.0, 6.0, 6.0], vec![(NearLimit, Above, vec![0, 1, 3, 4])]),
            (&[1.0; 7], vec![]),
            (&[-1.0; 8], vec![(OneSide, Below, (0..8).collect())]),
            // A point on the centre line ends a run.
            (&[1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0], vec![]),
            (
                &[-1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
                vec![(OneSide, Above, (1..10).collect())],
            ),
        ];
        for (values, wanted) in cases {
            assert_eq!(found(values), wanted, "{values:?}");
        }
    }

    #[test]
    fn equal_points_say_nothing_and_the_first_other_one_does() {
        let limits = Limits::about(4.2, 0.0, (1.0, 7.0));
        let mut points = vec![(4.2, limits); 20];
        assert_eq!(signals(&points), []);
        points.push((4.3, limits));
        let found = signals(&points);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].rule, found[0].first), (Rule::Outside, 20));
    }

    #[test]
    fn each_point_is_judged_by_its_own_limits() {
        let wide = Limits::about(0.0, 30.0, (-100.0, 100.0));
        let narrow = Limits::about(0.0, 10.0, (-100.0, 100.0));
        let found = signals(&[(20.0, wide), (20.0, narrow)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].points, [1]);
    }

    #[test]
    fn a_limit_held_to_the_axis_does_not_make_a_point_near() {
        // Limits 85 ± 20 end at 100; 95 is nearer to the drawn one, not to the real one.
        let limits = Limits::about(85.0, 20.0, (0.0, 100.0));
        assert_eq!(limits.upper, 100.0);
        assert_eq!(signals(&[(95.0, limits); 4]), []);
    }
}
