//! Which scale the answers of a column are on, and which values fall outside it.
//!
//! A proposal only: odd values become questions, never decisions.

use super::numbers::{Decimal, leading_integer, number, whole};
use super::{DetectedColumn, ValueCount};
use std::collections::BTreeMap;

/// A scale that the answers of a column may be on.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct ScaleFound {
    pub min: i32,
    pub max: i32,
    /// Share of the filled cells that lie on it.
    pub coverage: f64,
    /// Whether every value of the scale occurs.
    pub whole_range: bool,
    /// Values that do not lie on it.
    pub odd: Vec<ValueCount>,
    /// Answers in words, where the column has them.
    pub labels: BTreeMap<String, i32>,
}

/// Scales by how usual they are.
const SCALES: [(i32, i32, f64); 9] = [
    (1, 5, 1.0),
    (0, 10, 1.0),
    (1, 7, 0.95),
    (1, 10, 0.92),
    (0, 1, 0.7),
    (1, 4, 0.65),
    (1, 3, 0.55),
    (1, 6, 0.5),
    (-3, 3, 0.5),
];

/// Answer words from worst to best, or from least to most, of five steps.
const LADDERS: [[&str; 5]; 8] = [
    ["strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"],
    ["helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens"],
    ["helemaal niet mee eens", "niet mee eens", "neutraal", "mee eens", "helemaal mee eens"],
    ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
    ["zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"],
    ["very difficult", "difficult", "neutral", "easy", "very easy"],
    ["zeer moeilijk", "moeilijk", "neutraal", "makkelijk", "zeer makkelijk"],
    ["zeer weinig moeite", "weinig moeite", "neutraal", "veel moeite", "zeer veel moeite"],
];

/// Finds the scale of a column whose values are few; none when it has the look of something else.
pub(super) fn find(column: &DetectedColumn) -> Option<ScaleFound> {
    if column.distinct == 0 || column.distinct > 25 {
        return None;
    }
    by_ladder(column).or_else(|| by_numbers(column))
}

fn by_numbers(column: &DetectedColumn) -> Option<ScaleFound> {
    let as_number = |value: &str| {
        number(value, Decimal::Point)
            .or_else(|| number(value, Decimal::Comma))
            .and_then(whole)
            .or_else(|| leading_integer(value))
    };
    let values: Vec<(Option<i32>, &ValueCount)> =
        column.top.iter().map(|v| (as_number(&v.value), v)).collect();
    let has = |n: i32| values.iter().any(|v| v.0 == Some(n));
    let filled = column.filled.max(1) as f64;
    let best = SCALES
        .iter()
        .filter(|(min, max, _)| has(*max) && (column.filled < 30 || has(*min) || has(min + 1)))
        .map(|(min, max, prior)| {
            let on = values.iter().filter(|v| v.0.is_some_and(|n| (*min..=*max).contains(&n)));
            let coverage = on.map(|v| v.1.count).sum::<u64>() as f64 / filled;
            (coverage * prior, *min, *max, coverage)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (_, min, max, coverage) = best;
    if coverage < 0.55 {
        return None;
    }
    let odd = values
        .iter()
        .filter(|v| !v.0.is_some_and(|n| (min..=max).contains(&n)))
        .map(|v| v.1.clone())
        .collect();
    Some(ScaleFound {
        min,
        max,
        coverage,
        whole_range: (min..=max).all(has),
        odd,
        labels: BTreeMap::new(),
    })
}

fn by_ladder(column: &DetectedColumn) -> Option<ScaleFound> {
    let rung = |ladder: &[&str; 5], value: &str| {
        let at = ladder.iter().position(|w| *w == value.trim().to_lowercase())?;
        i32::try_from(at).ok().map(|at| at + 1)
    };
    let filled = column.filled.max(1) as f64;
    let coverage = |ladder: &[&str; 5]| {
        let on = column.top.iter().filter(|v| rung(ladder, &v.value).is_some());
        on.map(|v| v.count).sum::<u64>() as f64 / filled
    };
    let ladder = LADDERS.iter().max_by(|a, b| coverage(a).total_cmp(&coverage(b)))?;
    if coverage(ladder) < 0.6 {
        return None;
    }
    let labels: BTreeMap<String, i32> = column
        .top
        .iter()
        .filter_map(|v| rung(ladder, &v.value).map(|n| (v.value.clone(), n)))
        .collect();
    let odd = column.top.iter().filter(|v| !labels.contains_key(&v.value)).cloned().collect();
    let whole_range = labels.len() == ladder.len();
    Some(ScaleFound { min: 1, max: 5, coverage: coverage(ladder), whole_range, odd, labels })
}

#[cfg(test)]
mod tests {
    use super::super::columns::ColumnCount;
    use super::*;

    fn scale(values: &[(&str, usize)]) -> Option<(i32, i32, Vec<String>)> {
        let mut count = ColumnCount::default();
        for (value, times) in values {
            (0..*times).for_each(|_| count.take(value));
        }
        let found = find(&count.finish(1, vec!["Q".to_owned()], Decimal::Point, None))?;
        let mut odd: Vec<String> = found.odd.into_iter().map(|v| v.value).collect();
        odd.sort();
        Some((found.min, found.max, odd))
    }

    #[test]
    fn the_usual_scale_is_proposed_and_the_rest_is_odd() {
        let art =
            [("4", 892), ("5", 744), ("3", 553), ("6", 445), ("0", 102), ("2", 77), ("1", 18)];
        assert_eq!(scale(&art), Some((1, 5, vec!["0".to_owned(), "6".to_owned()])));
        let nps = [("10", 872), ("9", 564), ("8", 9), ("0", 17), ("1", 3), ("11", 84), ("5", 10)];
        assert_eq!(scale(&nps), Some((0, 10, vec!["11".to_owned()])));
        assert_eq!(scale(&[("1", 20), ("4", 30), ("7", 40), ("6", 9)]), Some((1, 7, vec![])));
        let words = [("Very satisfied", 9), ("Satisfied", 9), ("Neutral", 4), ("N/A", 2)];
        assert_eq!(scale(&words), Some((1, 5, vec!["N/A".to_owned()])));
        let lead = [("10 - Extremely likely", 9), ("7", 9), ("0 - Not at all likely", 4)];
        assert_eq!(scale(&lead), Some((0, 10, vec![])));
        assert_eq!(scale(&[("red", 4), ("blue", 5)]), None);
    }
}
