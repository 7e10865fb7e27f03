//! Baselines that the team locked, for a chart.
//!
//! Says which months they hold; limits are `control`'s.

use super::control::Scope;
use crate::model::{Metric, Model};
use crate::scores::Period;

/// The locked baselines of a metric that a chart may rest on.
#[must_use]
pub fn locked(_model: &Model, _metric: Metric, _scope: Scope) -> Vec<Period> {
    Vec::new()
}
