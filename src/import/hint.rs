//! What the same people's answers to another question say about an effort scale's direction.
//!
//! A hint for a person, never a decision.

use super::{Detected, Hint, Role};
use crate::model::{Better, Metric};
use std::collections::BTreeMap;

/// Correlation above which the answers suggest a direction.
const FIRM_R: f64 = 0.2;
/// Rows below which they suggest nothing.
const FEWEST: usize = 30;

/// Compares column `at` with the first recommendation column, else the first satisfaction column,
/// whose high end is good. None when there is none, or fewer than three rows answer both.
pub(super) fn hint(at: usize, roles: &[&Role], detected: &Detected) -> Option<Hint> {
    let with = partner(roles, Metric::Nps).or_else(|| partner(roles, Metric::Csat))?;
    let pairs = pairs(at, with, roles, detected)?;
    if pairs.len() < 3 {
        return None;
    }
    let r = correlation(&pairs)?;
    let n = pairs.len();
    let mut sums: BTreeMap<i32, (f64, usize)> = BTreeMap::new();
    for (effort, other) in &pairs {
        #[expect(clippy::cast_possible_truncation, reason = "whole numbers of a scale")]
        let sum = sums.entry(*effort as i32).or_default();
        sum.0 += other;
        sum.1 += 1;
    }
    let means = sums.into_iter().map(|(v, (sum, n))| (v, sum / n as f64, n)).collect();
    let firm = r.abs() > FIRM_R && n >= FEWEST;
    let suggests = firm.then_some(if r > 0.0 { Better::High } else { Better::Low });
    Some(Hint { with, r, n, means, suggests })
}

fn partner(roles: &[&Role], metric: Metric) -> Option<usize> {
    roles.iter().position(
        |role| matches!(role, Role::Answer(a) if a.metric == metric && a.better == Better::High),
    )
}

/// Rows that answer both, each on its scale.
fn pairs(at: usize, with: usize, roles: &[&Role], detected: &Detected) -> Option<Vec<(f64, f64)>> {
    let on_scale = |column: usize| {
        let Role::Answer(answer) = roles.get(column)? else {
            return None;
        };
        let values = detected.scales.get(column)?.as_ref()?;
        let (low, high) = (f64::from(answer.min), f64::from(answer.max));
        Some(values.iter().map(move |v| v.map(f64::from).filter(|v| (low..=high).contains(v))))
    };
    let pairs = on_scale(at)?.zip(on_scale(with)?).filter_map(|(a, b)| Some((a?, b?)));
    Some(pairs.collect())
}

/// Pearson's r; none when either side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), p| (x + p.0, y + p.1));
    let (x, y) = (x / n, y / n);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b) in pairs {
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
        xy += (a - x) * (b - y);
    }
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}

#[cfg(test)]
mod tests {
    use super::correlation;

    #[test]
    fn correlation_has_the_sign_of_the_slope() {
        assert_eq!(correlation(&[(1.0, 10.0), (2.0, 5.0), (3.0, 0.0)]), Some(-1.0));
        assert_eq!(correlation(&[(1.0, 1.0), (1.0, 5.0)]), None);
        let r = correlation(&[(1.0, 1.0), (2.0, 3.0), (3.0, 2.0)]).unwrap();
        assert!((r - 0.5).abs() < 1e-12);
    }
}
