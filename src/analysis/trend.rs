//! A metric month by month, for one touchpoint or a whole journey.
//!
//! One version only: a line never runs across a change of scale or direction.

use super::reading::Reading;
use super::stats::{StatsRequest, rows};
use super::version::Version;
use crate::model::{Audience, Metric, Model, TouchpointId};
use crate::scores::{By, Filter, Key, Month, Period, ScoreTable, Selection};
use std::collections::BTreeMap;

/// What to follow.
#[derive(Clone, PartialEq, Debug)]
pub struct TrendRequest {
    /// The metric.
    pub metric: Metric,
    /// Whose answers.
    pub audience: Audience,
    /// The touchpoint; all that the filter lets through when absent.
    pub touchpoint: Option<TouchpointId>,
    /// The version; the one with most answers when absent.
    pub version: Option<Version>,
}

/// Readings in time.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Trend {
    /// The version that is followed; absent when there are no answers.
    pub version: Option<Version>,
    /// Every month from the first to the last with answers.
    pub months: Vec<(Month, Reading)>,
}

/// Longest trend that is filled with empty months: a stray year must not make a line of centuries.
const MOST_MONTHS: usize = 1_200;

impl Trend {
    /// Follows a metric under a filter without its period.
    #[must_use]
    pub fn of(table: &ScoreTable, model: &Model, request: &TrendRequest, filter: &Filter) -> Self {
        let mut filter = Filter { period: Period::default(), ..filter.clone() };
        if let Some(touchpoint) = request.touchpoint {
            filter.touchpoints = [touchpoint].into();
        }
        let selection = Selection::new(table, model, &filter);
        let by_month = StatsRequest { metric: request.metric, by: By::Month, pooled: true };
        let mut found = rows(&selection, model, &by_month);
        found.retain(|row| row.version.audience == request.audience);
        let size = |version: &Version| -> u64 {
            let rows = found.iter().filter(|row| row.version == *version);
            rows.filter_map(|row| row.counts.as_ref().map(crate::model::Histogram::n)).sum()
        };
        let chosen = request.version.clone().or_else(|| {
            let versions = found.iter().map(|row| &row.version);
            versions.rev().max_by_key(|v| size(v)).cloned()
        });
        let Some(version) = chosen else {
            return Self::default();
        };
        let months: BTreeMap<Month, Reading> = found
            .into_iter()
            .filter(|row| row.version == version)
            .filter_map(|row| match row.key {
                Key::Month(Some(month)) => Some((month, row.reading)),
                _ => None,
            })
            .collect();
        Self { version: Some(version), months: without_gaps(months) }
    }
}

/// Every month from the first to the last; those that are missing get what stands for nothing.
pub(super) fn without_gaps<T: Default>(mut months: BTreeMap<Month, T>) -> Vec<(Month, T)> {
    let (Some((&first, _)), Some((&last, _))) = (months.first_key_value(), months.last_key_value())
    else {
        return Vec::new();
    };
    let span: Vec<Month> = std::iter::successors(Some(first), |m| Some(m.next()))
        .take_while(|m| *m <= last)
        .take(MOST_MONTHS + 1)
        .collect();
    if span.len() > MOST_MONTHS {
        return months.into_iter().collect();
    }
    span.into_iter().map(|m| (m, months.remove(&m).unwrap_or_default())).collect()
}
