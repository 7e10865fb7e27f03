//! Baselines: the days on which the control limits of a trend are locked. One a metric, audience and
//! touchpoint.
//!
//! Computes no limits.

use super::{check, event, label};
use crate::model::{Audience, Baseline, BaselineId, Message, Metric, Model, Refusal, TouchpointId};

/// Sets the baseline of a metric, an audience and a touchpoint (or the whole journey).
pub fn set(
    draft: &mut Model,
    id: BaselineId,
    (metric, audience, touchpoint): (Metric, Audience, Option<TouchpointId>),
    from: &str,
    to: &str,
) -> Result<Message, Refusal> {
    if let Some(touchpoint) = touchpoint {
        check::touchpoint(draft, touchpoint)?;
    }
    let (from, to) = (event::check_day(from)?, event::check_day(to)?);
    if to < from {
        return Err(Message::new("document-baseline-days")
            .with("from", from)
            .with("to", to)
            .into());
    }
    let of = (metric, audience, touchpoint);
    let known =
        draft.baselines.values().find(|b| (b.metric, b.audience, b.touchpoint) == of).map(|b| b.id);
    let id = match known {
        Some(known) => known,
        None => {
            check::unused(&draft.baselines, id)?;
            id
        }
    };
    let step = Message::new("step-set-baseline").with("metric", label::metric(metric));
    draft.baselines.insert(id, Baseline { id, metric, audience, touchpoint, from, to });
    Ok(step)
}

/// Deletes a baseline.
pub fn delete(draft: &mut Model, id: BaselineId) -> Result<Message, Refusal> {
    let metric = label::metric(check::baseline(draft, id)?.metric);
    draft.baselines.remove(&id);
    Ok(Message::new("step-delete-baseline").with("metric", metric))
}
