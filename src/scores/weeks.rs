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
/// first and the last week.
#[must_use]
pub fn responses_per_week(table: &ScoreTable, model: &Model, filter: &Filter) -> Vec<Week> {
    let filter = Filter {
        period: Period::default(),
        ..filter.clone()
    };
    let selection = Selection::new(table, model, &filter);
    let mut weeks = BTreeMap::<i32, u64>::new();
    for (index, &day) in table.day.iter().enumerate() {
        if day != NO_DAY && selection.counts(index) {
            *weeks.entry(monday(day)).or_default() += 1;
        }
    }
    let (Some((&first, _)), Some((&last, _))) = (weeks.first_key_value(), weeks.last_key_value())
    else {
        return Vec::new();
    };
    let steps = (first..=last).step_by(7);
    steps
        .map(|week| (week, weeks.get(&week).copied().unwrap_or(0)))
        .collect()
}

/// The Monday on or before a day. Day 0 was a Thursday.
#[must_use]
pub fn monday(day: i32) -> i32 {
    day.saturating_sub(day.saturating_add(3).rem_euclid(7))
}
