//! Which scale the answers of a column are on, and which values fall outside it.
//!
//! A proposal only: odd values become questions, never decisions.

use super::ladders::{Family, LADDERS, Ladder};
use super::numbers::{Decimal, leading_integer, number, whole};
use super::words::plain;
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
    /// What these words speak of.
    pub family: Option<Family>,
    /// Whether the question names the scale.
    pub named: bool,
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

/// Finds the scale of a column whose values are few; none when it has the look of something else.
/// `question` is what its header says, which may name the scale.
pub(super) fn find(column: &DetectedColumn, question: &str) -> Option<ScaleFound> {
    if column.distinct == 0 || column.distinct > 25 {
        return None;
    }
    by_ladder(column).or_else(|| by_numbers(column, stated_range(question)))
}

/// The number of an answer: as a number, before words, or after them in brackets.
pub(super) fn as_number(value: &str) -> Option<i32> {
    number(value, Decimal::Point)
        .or_else(|| number(value, Decimal::Comma))
        .and_then(whole)
        .or_else(|| leading_integer(value))
        .or_else(|| trailing_integer(value))
}

/// The number after words: "Very satisfied (5)", "zeer waarschijnlijk - 10".
fn trailing_integer(value: &str) -> Option<i32> {
    let text = value.trim().trim_end_matches(')');
    let (words, digits) = text.rsplit_once(['(', '-', '–', '=', ':'])?;
    let begins_with_word = words.trim().chars().next().is_some_and(char::is_alphabetic);
    let digits = digits.trim();
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    (begins_with_word && short).then(|| digits.parse().ok()).flatten()
}

/// Numbers by which tools and people write "no answer". They are asked about all the same.
fn is_usual_sentinel(number: i32) -> bool {
    matches!(number, -1 | -9 | -99 | -999 | 77 | 88 | 97 | 98 | 99 | 888 | 997 | 998 | 999 | 9999)
}

/// Words by which tools and people write "no answer". They are asked about all the same.
const NO_ANSWER: &[&str] = &[
    "blank",
    "n a",
    "na",
    "n v t",
    "nvt",
    "niet van toepassing",
    "not applicable",
    "weet niet",
    "weet ik niet",
    "geen mening",
    "geen antwoord",
    "don t know",
    "dont know",
    "do not know",
    "no opinion",
    "no answer",
    "not used",
    "never used",
    "niet gebruikt",
    "prefer not to say",
    "prefer not to answer",
    "zeg ik liever niet",
    "null",
    "none",
    "skipped",
    "overgeslagen",
    "not sure",
];

/// Whether a value has the look of "no answer".
pub(super) fn looks_missing(value: &str) -> bool {
    let plain = plain(value);
    let sign = plain.is_empty() && value.trim().chars().all(|c| c.is_ascii_punctuation());
    let number = number(value, Decimal::Point).and_then(whole);
    sign || NO_ANSWER.contains(&plain.as_str()) || number.is_some_and(is_usual_sentinel)
}

/// The scale that a question names: "on a scale of 0-10", "(1 = bad, 5 = good)", "van 1 tot 7".
fn stated_range(question: &str) -> Option<(i32, i32)> {
    const PAIRS: [(i32, i32); 9] =
        [(0, 10), (1, 10), (1, 7), (1, 5), (0, 5), (1, 6), (1, 4), (1, 3), (-3, 3)];
    let spaced: String = question
        .chars()
        .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let between = |a: &str| matches!(a, "to" | "tot" | "t" | "m" | "en" | "and" | "through");
    let scale = words.iter().any(|w| matches!(*w, "scale" | "schaal" | "van" | "from"));
    PAIRS.into_iter().find(|(min, max)| {
        let (min, max) = (min.to_string(), max.to_string());
        words.iter().enumerate().any(|(at, word)| {
            let rest = words.get(at + 1..).unwrap_or_default();
            let gap = rest.iter().position(|w| *w == max);
            let joined = gap.is_some_and(|g| rest[..g].iter().all(|w| between(w)));
            // "1 = very bad and 5 = very good": some words stand between.
            let told = scale && gap.is_some_and(|g| g <= 8);
            let bracket = question.contains(&format!("({min}-{max})"));
            *word == min && (bracket || (joined && scale) || (told && question.contains('=')))
        })
    })
}

fn by_numbers(column: &DetectedColumn, stated: Option<(i32, i32)>) -> Option<ScaleFound> {
    let values: Vec<(Option<i32>, &ValueCount)> =
        column.top.iter().map(|v| (as_number(&v.value), v)).collect();
    let has = |n: i32| values.iter().any(|v| v.0 == Some(n));
    let missing = column.top.iter().filter(|v| looks_missing(&v.value)).map(|v| v.count);
    let filled = column.filled.saturating_sub(missing.sum::<u64>()).max(1) as f64;
    let coverage = |min: i32, max: i32| {
        let on = values.iter().filter(|v| v.0.is_some_and(|n| (min..=max).contains(&n)));
        (on.map(|v| v.1.count).sum::<u64>() as f64 / filled).min(1.0)
    };
    let usual = || {
        SCALES
            .iter()
            .filter(|(min, max, _)| has(*max) && (column.filled < 30 || has(*min) || has(min + 1)))
            // Nobody in many chose nought, and some chose one: the scale begins there.
            .filter(|(min, ..)| *min != 0 || has(0) || !has(1) || column.filled < 100)
            // Beside nought, a six is rather "never used" than the best: that is asked.
            .filter(|(min, max, _)| (*min, *max) != (1, 6) || !has(0))
            // Several values on end beyond it are answers on a longer scale, not "no answer".
            .filter(|(_, max, _)| !(1..=3).all(|above| has(max + above)))
            .map(|(min, max, prior)| (coverage(*min, *max) * prior, *min, *max))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, min, max)| (min, max))
    };
    let named = stated.filter(|(min, max)| coverage(*min, *max) >= 0.8);
    let (min, max) = named.or_else(usual)?;
    let coverage = coverage(min, max);
    if coverage < 0.55 {
        return None;
    }
    let on = |v: &(Option<i32>, &ValueCount)| v.0.is_some_and(|n| (min..=max).contains(&n));
    let odd = values.iter().filter(|v| !on(v)).map(|v| v.1.clone()).collect();
    // A number after words is read by its label; numbers before words are read as they are.
    let after = |v: &&(Option<i32>, &ValueCount)| trailing_integer(&v.1.value).is_some() && on(v);
    let labels =
        values.iter().filter(after).filter_map(|v| v.0.map(|n| (v.1.value.clone(), n))).collect();
    let whole_range = (min..=max).all(has);
    Some(ScaleFound {
        min,
        max,
        coverage,
        whole_range,
        odd,
        labels,
        family: None,
        named: named.is_some(),
    })
}

fn by_ladder(column: &DetectedColumn) -> Option<ScaleFound> {
    let missing = column.top.iter().filter(|v| looks_missing(&v.value)).map(|v| v.count);
    let filled = column.filled.saturating_sub(missing.sum::<u64>()).max(1) as f64;
    let steps = |ladder: &Ladder| -> Vec<(i32, &ValueCount)> {
        column.top.iter().filter_map(|v| Some((ladder.step(&v.value)?, v))).collect()
    };
    // Two words on one step mean another ladder, but for how capitals are used.
    let fits = |ladder: &&Ladder| {
        let steps = steps(ladder);
        let mut different: Vec<i32> = steps.iter().map(|s| s.0).collect();
        different.sort_unstable();
        different.dedup();
        let mut words: Vec<String> = steps.iter().map(|s| s.1.value.to_lowercase()).collect();
        words.sort_unstable();
        words.dedup();
        let few = if ladder.len() > 2 && column.filled >= 30 { 3 } else { 2 };
        let long = steps.iter().any(|s| s.1.value.chars().count() >= 2) || ladder.len() < 5;
        different.len() >= few.min(column.distinct) && words.len() == different.len() && long
    };
    let coverage = |ladder: &Ladder| {
        (steps(ladder).iter().map(|s| s.1.count).sum::<u64>() as f64 / filled).min(1.0)
    };
    let found = LADDERS.iter().filter(fits).map(|ladder| (coverage(ladder), ladder));
    // The first and shortest of those that hold most.
    let (coverage, ladder) = found.reduce(|best, next| {
        let more = next.0 > best.0 + 1e-9;
        let shorter = next.0 > best.0 - 1e-9 && next.1.len() < best.1.len();
        let neutral = best.1.len() == 5 && next.1.len() == 4 && column.filled < 30;
        if more || (shorter && !neutral) { next } else { best }
    })?;
    if coverage < 0.6 {
        return None;
    }
    let labels: BTreeMap<String, i32> =
        steps(ladder).into_iter().map(|(n, v)| (v.value.clone(), n)).collect();
    let odd = column.top.iter().filter(|v| !labels.contains_key(&v.value)).cloned().collect();
    let (min, max) = (ladder.first, ladder.last());
    let whole_range = (min..=max).all(|n| labels.values().any(|l| *l == n));
    let family = Some(ladder.family);
    Some(ScaleFound { min, max, coverage, whole_range, odd, labels, family, named: false })
}

#[cfg(test)]
mod tests {
    use super::super::columns::ColumnCount;
    use super::*;

    fn found(question: &str, values: &[(&str, usize)]) -> Option<ScaleFound> {
        let mut count = ColumnCount::default();
        for (value, times) in values {
            (0..*times).for_each(|_| count.take(value));
        }
        find(&count.finish(1, vec![question.to_owned()], Decimal::Point, None), question)
    }

    fn scale(values: &[(&str, usize)]) -> Option<(i32, i32, Vec<String>)> {
        let found = found("Q", values)?;
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
        let after = [("Zeer waarschijnlijk (10)", 9), ("7", 9), ("8", 4)];
        assert_eq!(scale(&after), Some((0, 10, vec![])));
        // Sentinels that outnumber the answers are asked about, and hide no scale.
        let rare = [("99", 80), ("5", 12), ("4", 10), ("1", 3), ("2", 1), ("-1", 6)];
        assert_eq!(scale(&rare), Some((1, 5, vec!["-1".to_owned(), "99".to_owned()])));
        // Most on the first half of a longer scale.
        let half = [
            ("4", 600),
            ("3", 500),
            ("1", 90),
            ("6", 8),
            ("7", 9),
            ("8", 14),
            ("9", 5),
            ("10", 14),
        ];
        assert_eq!(scale(&half), Some((1, 10, vec![])));
        assert_eq!(scale(&[("red", 4), ("blue", 5)]), None);
        assert_eq!(scale(&[("A", 400), ("D", 300), ("N", 200), ("B", 90)]), None);
    }

    #[test]
    fn a_question_may_name_its_scale() {
        let cases = [
            ("On a scale of 0-10, how would you rate us?", Some((0, 10))),
            ("How easy was it (1-7)?", Some((1, 7))),
            ("Geef een cijfer van 1 tot 10", Some((1, 10))),
            ("Schaal: 1 = zeer ontevreden, 5 = zeer tevreden", Some((1, 5))),
            ("How many of the 3 to 5 visits?", None),
            ("NPS", None),
        ];
        for (question, wanted) in cases {
            assert_eq!(stated_range(question), wanted, "{question}");
        }
        let six = [("5", 20), ("6", 9), ("1", 4), ("0", 2)];
        let found = found("Rate us (1-5)", &six).map(|f| (f.min, f.max, f.odd.len()));
        assert_eq!(found, Some((1, 5, 2)));
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of cases")]
    fn answers_in_words_are_put_in_order() {
        let cases: &[(&[&str], (i32, i32), Family)] = &[
            (
                &[
                    "Strongly disagree",
                    "Disagree",
                    "Neither agree nor disagree",
                    "Agree",
                    "Strongly Agree",
                ],
                (1, 5),
                Family::Agreement,
            ),
            (&["SD", "D", "N", "A", "SA"], (1, 5), Family::Agreement),
            (
                &[
                    "Strongly disagree",
                    "Disagree",
                    "Somewhat disagree",
                    "Neutral",
                    "Somewhat agree",
                    "Agree",
                    "Strongly agree",
                ],
                (1, 7),
                Family::Agreement,
            ),
            (
                &[
                    "Helemaal mee oneens",
                    "Mee oneens",
                    "Niet mee eens / niet mee oneens",
                    "Mee eens",
                    "Helemaal mee eens",
                ],
                (1, 5),
                Family::Agreement,
            ),
            (
                &["Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens"],
                (1, 5),
                Family::Agreement,
            ),
            (
                &["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
                (1, 5),
                Family::Satisfaction,
            ),
            (
                &[
                    "zeer ontevreden",
                    "ontevreden",
                    "niet tevreden, niet ontevreden",
                    "tevreden",
                    "zeer tevreden",
                ],
                (1, 5),
                Family::Satisfaction,
            ),
            (
                &["Very difficult", "Difficult", "Neither easy nor difficult", "Easy", "Very easy"],
                (1, 5),
                Family::Ease,
            ),
            (
                &["Zeer moeilijk", "Moeilijk", "Neutraal", "Gemakkelijk", "Zeer gemakkelijk"],
                (1, 5),
                Family::Ease,
            ),
            (
                &[
                    "heel weinig moeite",
                    "weinig moeite",
                    "neutraal",
                    "veel moeite",
                    "zeer veel moeite",
                ],
                (1, 5),
                Family::Effort,
            ),
            (
                &["Very low effort", "Low effort", "Neutral", "High effort", "Very high effort"],
                (1, 5),
                Family::Effort,
            ),
            (&["Poor", "Fair", "Good", "Very good", "Excellent"], (1, 5), Family::Quality),
            (&["zeer slecht", "slecht", "matig", "goed", "zeer goed"], (1, 5), Family::Quality),
            (
                &[
                    "Not at all likely",
                    "Not so likely",
                    "Somewhat likely",
                    "Very likely",
                    "Extremely likely",
                ],
                (1, 5),
                Family::Likelihood,
            ),
            (
                &["\u{1f621}", "\u{2639}\u{fe0f}", "\u{1f610}", "\u{1f642}", "\u{1f600}"],
                (1, 5),
                Family::Face,
            ),
            (&["\u{1f44e}", "\u{1f44d}\u{1f3fd}"], (0, 1), Family::Face),
        ];
        for (words, range, family) in cases {
            let values: Vec<(&str, usize)> = words.iter().map(|w| (*w, 12)).collect();
            let found = found("Q", &values).unwrap_or_else(|| panic!("{words:?}"));
            assert_eq!(
                ((found.min, found.max), found.family),
                (*range, Some(*family)),
                "{words:?}"
            );
            let order: Vec<i32> = words.iter().map(|w| found.labels[*w]).collect();
            let wanted: Vec<i32> = (range.0..=range.1).collect();
            assert_eq!(order, wanted, "{words:?}");
        }
    }
}
