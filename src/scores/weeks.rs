//! Responses per week, for the time brush.
//!
//! Counts responses, never answers, and leaves out the period: the brush shows all of time.

use super::filter::{Filter, Period};
use super::select::Selection;
use super::table::{NO_DAY, ScoreTable};
use crate::model::Model;
use std::collections::BTreeMap;

/// A week by its Monday (days from 1970-01-01) and the number of responses in it.
pub type Week = (i32, u64);

/// Responses that pass a filter without its period, a week at a time, without gaps between the
/// first and the last week (but for dates that lie centuries apart).
#[must_use]
pub fn responses_per_week(table: &ScoreTable, model: &Model, filter: &Filter) -> Vec<Week> {
    let filter = Filter { period: Period::default(), ..filter.clone() };
    let selection = Selection::new(table, model, &filter);
    let days = || table.day.iter().copied().filter(|day| *day != NO_DAY);
    let (Some(first), Some(last)) = (days().min().map(monday), days().max().map(monday)) else {
        return Vec::new();
    };
    let span = usize::try_from((i64::from(last) - i64::from(first)) / 7 + 1).unwrap_or(usize::MAX);
    if span > MOST_WEEKS {
        return with_gaps(&selection);
    }
    let mut counts = vec![0_u64; span];
    for (index, &day) in table.day.iter().enumerate() {
        if day != NO_DAY && selection.counts(index) {
            // The Monday of `first` is on or before every day.
            counts[usize::try_from((day - first) / 7).unwrap_or(0)] += 1;
        }
    }
    let from = counts.iter().position(|n| *n > 0).unwrap_or(span);
    let to = counts.iter().rposition(|n| *n > 0).map_or(from, |last| last + 1);
    (first..).step_by(7).zip(counts).take(to).skip(from).collect()
}

/// More weeks than any brush shows: stray dates, centuries apart.
const MOST_WEEKS: usize = 20_000;

/// Only the weeks that have responses.
fn with_gaps(selection: &Selection<'_>) -> Vec<Week> {
    let mut weeks = BTreeMap::<i32, u64>::new();
    for (index, &day) in selection.table.day.iter().enumerate() {
        if day != NO_DAY && selection.counts(index) {
            *weeks.entry(monday(day)).or_default() += 1;
        }
    }
    weeks.into_iter().collect()
}

/// The Monday on or before a day. Day 0 was a Thursday.
#[must_use]
pub fn monday(day: i32) -> i32 {
    day.saturating_sub(day.saturating_add(3).rem_euclid(7))
}
