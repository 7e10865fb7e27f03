//! Baselines that the team locked, as days.
//!
//! Which one holds for a chart is said here; limits are `control`'s.

use super::control::Scope;
use crate::model::{Audience, Baseline, BaselineId, Metric, Model};
use crate::scores::Period;
use chrono::NaiveDate;

/// The locked baseline a chart rests on: the touchpoint's own, else that of the whole journey.
#[must_use]
pub fn locked(
    model: &Model,
    metric: Metric,
    audience: Audience,
    scope: Scope,
) -> Option<(BaselineId, Period)> {
    let of = |touchpoint| {
        let fits =
            |b: &&Baseline| (b.metric, b.audience, b.touchpoint) == (metric, audience, touchpoint);
        model.baselines.values().find(fits)
    };
    let own = scope.touchpoint().and_then(|touchpoint| of(Some(touchpoint)));
    let found = own.or_else(|| of(None))?;
    Some((found.id, Period { from: Some(day(&found.from)?), to: Some(day(&found.to)?) }))
}

/// A day written as `YYYY-MM-DD`, counted from 1970-01-01.
fn day(text: &str) -> Option<i32> {
    let date: NaiveDate = text.parse().ok()?;
    i32::try_from((date - NaiveDate::default()).num_days()).ok()
}
