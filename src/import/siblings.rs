//! Questions asked in one breath share a scale: rows of a table, codes such as Q7A and Q7B,
//! sentences that begin alike.
//!
//! Widens a guess where the siblings agree; what lies outside the scale is asked about.

use super::guess::{Guess, Sight, role};
use super::profile::{AnswerColumn, Role};
use super::scale::{as_number, looks_missing};
use crate::model::Metric;
use std::collections::{BTreeMap, BTreeSet};

/// Siblings there must be, and those that must agree before others follow.
const FEWEST: usize = 3;
const FEWEST_AGREE: usize = 2;
/// Answers below which a column may not have met the ends of its scale.
const FEW_ANSWERS: u64 = 50;

/// What the siblings agree on.
struct Agreed {
    metric: Metric,
    range: (i32, i32),
    /// Values outside the scale that some sibling has.
    odd: BTreeSet<i32>,
}

/// Gives columns the scale of their siblings.
pub(super) fn share_scales(sight: &Sight<'_>, guesses: &mut [Guess]) {
    let mut families: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in 0..guesses.len() {
        if let Some(family) = family(sight, at) {
            families.entry(family).or_default().push(at);
        }
    }
    for members in families.values().filter(|m| m.len() >= FEWEST) {
        if let Some(agreed) = agree(sight, guesses, members) {
            for at in members {
                follow(sight, &mut guesses[*at], *at, &agreed);
            }
        }
    }
}

/// What a column's siblings have in common in their headers.
fn family(sight: &Sight<'_>, at: usize) -> Option<String> {
    let heading = sight.headings.get(at)?;
    if let Some(stem) = &heading.stem {
        return Some(stem.clone());
    }
    let words: Vec<&str> = heading.text.split_whitespace().collect();
    if let [code] = words[..] {
        let letters = code.find(|c: char| c.is_ascii_digit())?;
        let digits = code[letters..].find(|c: char| !c.is_ascii_digit())?;
        return (1..=4).contains(&letters).then(|| code[..letters + digits].to_owned());
    }
    (words.len() >= 5).then(|| words[..4].join(" ").to_lowercase())
}

/// A rating in numbers.
fn rating(guess: &Guess) -> Option<&AnswerColumn> {
    match &guess.role {
        Role::Answer(answer) if matches!(answer.metric, Metric::Csat | Metric::Rating) => {
            Some(&**answer).filter(|a| a.labels.is_empty())
        }
        _ => None,
    }
}

/// The scale most siblings are on. In a short file the widest: its ends are rarely chosen.
fn agree(sight: &Sight<'_>, guesses: &[Guess], members: &[usize]) -> Option<Agreed> {
    let mut times: BTreeMap<(i32, i32), (usize, Metric)> = BTreeMap::new();
    let mut odd = BTreeSet::new();
    let short = members.iter().all(|at| sight.columns[*at].filled < FEW_ANSWERS);
    for at in members {
        let Some(answer) = rating(&guesses[*at]) else { continue };
        times.entry((answer.min, answer.max)).or_insert((0, answer.metric)).0 += 1;
        let found = sight.scales[*at].as_ref();
        odd.extend(found.iter().flat_map(|s| &s.odd).filter_map(|v| as_number(&v.value)));
    }
    if times.values().map(|t| t.0).sum::<usize>() < FEWEST_AGREE {
        return None;
    }
    let best = if short {
        times.iter().max_by_key(|(range, _)| (range.1 - range.0, range.1))
    } else {
        times.iter().max_by_key(|(range, (times, _))| (*times, -range.1))
    };
    best.map(|(range, (_, metric))| Agreed { metric: *metric, range: *range, odd })
}

/// Takes the siblings' scale over where all values are on it, or odd as theirs are.
fn follow(sight: &Sight<'_>, guess: &mut Guess, at: usize, agreed: &Agreed) {
    let (column, heading) = (&sight.columns[at], &sight.headings[at]);
    let same = rating(guess).is_some_and(|a| (a.min, a.max) == agreed.range);
    let open = match &guess.role {
        Role::Answer(_) => rating(guess).is_some(),
        Role::Segment { separator: None, .. } => guess.confidence < 0.5,
        Role::Ignore => guess.confidence < 0.5 && column.filled > 0,
        _ => false,
    };
    let on = |n: i32| (agreed.range.0..=agreed.range.1).contains(&n);
    let fits = column.distinct <= 15
        && column.top.iter().all(|v| {
            let number = as_number(&v.value);
            looks_missing(&v.value) || number.is_some_and(|n| on(n) || agreed.odd.contains(&n))
        })
        && column.top.iter().any(|v| as_number(&v.value).is_some_and(on));
    if open && fits && !same {
        let role = role(agreed.metric, agreed.range, BTreeMap::new(), heading);
        *guess = Guess::new(role, 0.5);
    }
}
