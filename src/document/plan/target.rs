//! Targets: figures the team wants to reach. One a metric and touchpoint.

use super::{check, label};
use crate::model::{Message, Metric, Model, Refusal, Target, TargetId, TouchpointId};

/// Sets the target of a metric for a touchpoint (or the whole journey), or clears it.
pub fn set(
    draft: &mut Model,
    id: TargetId,
    metric: Metric,
    touchpoint: Option<TouchpointId>,
    value: Option<f64>,
) -> Result<Message, Refusal> {
    if let Some(touchpoint) = touchpoint {
        check::touchpoint(draft, touchpoint)?;
    }
    let known = draft
        .targets
        .values()
        .find(|t| t.metric == metric && t.touchpoint == touchpoint)
        .map(|t| t.id);
    let Some(value) = value else {
        if let Some(known) = known {
            draft.targets.remove(&known);
        }
        return Ok(Message::new("step-clear-target").with("metric", label::metric(metric)));
    };
    check_value(metric, value)?;
    let id = match known {
        Some(known) => known,
        None => {
            check::unused(&draft.targets, id)?;
            id
        }
    };
    draft.targets.insert(id, Target { id, metric, touchpoint, value: value + 0.0 });
    Ok(Message::new("step-set-target").with("metric", label::metric(metric)))
}

/// NPS lies in −100…100, shares in 0…100; CES and ratings are means of any scale.
fn check_value(metric: Metric, value: f64) -> Result<(), Refusal> {
    let (low, high) = match metric {
        Metric::Nps => (-100.0, 100.0),
        Metric::Csat | Metric::Fcr => (0.0, 100.0),
        Metric::Ces | Metric::Rating => (-1000.0, 1000.0),
    };
    if (low..=high).contains(&value) {
        return Ok(());
    }
    let message = Message::new("document-target").with("metric", label::metric(metric));
    Err(message.with("low", low as i64).with("high", high as i64).into())
}
