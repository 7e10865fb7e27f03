//! What only a person can know: the good end of an effort scale, values that may mean "no answer",
//! the order of day and month.
//!
//! Asks; decides nothing.

use super::guess::{Guess, Sight};
use super::hint::hint;
use super::profile::{AnswerColumn, Role};
use super::scale::{ScaleFound, as_number};
use super::{Asked, Detected, DetectedColumn, ValueCount};
use crate::model::Metric;

/// Values that are asked about in one column.
const MOST_VALUES: usize = 12;

/// The questions about columns. `from` is added to their index.
pub(super) fn questions(
    guesses: &[Guess],
    sight: &Sight<'_>,
    from: usize,
    detected: &Detected,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    for (at, guess) in guesses.iter().enumerate() {
        let column = from + at;
        match &guess.role {
            Role::Answer(answer) => {
                if answer.metric == Metric::Ces {
                    let values = in_order(&sight.columns[at], answer);
                    let roles: Vec<&Role> = guesses.iter().map(|g| &g.role).collect();
                    let hint = if from == 0 { hint(at, &roles, detected) } else { None };
                    asked.push(Asked::Direction { column, values, hint });
                }
                let odd = odd_values(answer, sight.scales[at].as_ref(), &sight.columns[at]);
                asked.extend(odd.into_iter().take(MOST_VALUES).map(|v| Asked::Missing {
                    column,
                    value: v.value,
                    count: v.count,
                }));
            }
            Role::Date { format: Some(format) } => {
                let date = sight.columns[at].date.as_ref();
                if let Some(date) = date.filter(|d| d.ambiguous) {
                    let mut formats = vec![format.clone()];
                    formats.extend(date.others.iter().cloned());
                    asked.push(Asked::DateOrder { column, formats });
                }
            }
            _ => {}
        }
    }
    asked
}

/// Values of an answer column that its scale does not hold.
fn odd_values(
    answer: &AnswerColumn,
    scale: Option<&ScaleFound>,
    column: &DetectedColumn,
) -> Vec<ValueCount> {
    match scale {
        Some(scale) if (scale.min, scale.max) == (answer.min, answer.max) => scale.odd.clone(),
        _ => {
            let on = |v: &&ValueCount| {
                !as_number(&v.value).is_some_and(|n| (answer.min..=answer.max).contains(&n))
                    && !answer.labels.contains_key(&v.value)
            };
            column.top.iter().filter(on).cloned().collect()
        }
    }
}

fn in_order(column: &DetectedColumn, answer: &AnswerColumn) -> Vec<ValueCount> {
    let number =
        |v: &ValueCount| answer.labels.get(&v.value).copied().or_else(|| as_number(&v.value));
    let mut values: Vec<(i32, ValueCount)> =
        column.top.iter().filter_map(|v| Some((number(v)?, v.clone()))).collect();
    values.retain(|v| (answer.min..=answer.max).contains(&v.0));
    values.sort_by_key(|v| v.0);
    values.into_iter().map(|v| v.1).collect()
}
