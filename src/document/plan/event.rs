//! Dated happenings that may explain a change in a trend.

use super::{check, label};
use crate::model::{Event, EventId, Message, Model, Refusal, TouchpointId};
use chrono::NaiveDate;

/// Notes a happening.
pub fn add(
    draft: &mut Model,
    id: EventId,
    day: &str,
    name: &str,
    touchpoint: Option<TouchpointId>,
) -> Result<Message, Refusal> {
    check::unused(&draft.events, id)?;
    let (day, name) = (check_day(day)?, check::name(name)?);
    if let Some(touchpoint) = touchpoint {
        check::touchpoint(draft, touchpoint)?;
    }
    let step = Message::new("step-add-event").with("name", label::short(&name));
    draft.events.insert(id, Event { id, day, name, touchpoint });
    Ok(step)
}

/// Deletes a happening.
pub fn delete(draft: &mut Model, id: EventId) -> Result<Message, Refusal> {
    let name = label::short(&check::event(draft, id)?.name);
    draft.events.remove(&id);
    Ok(Message::new("step-delete-event").with("name", name))
}

/// A day as `YYYY-MM-DD`, and nothing else.
pub(super) fn check_day(day: &str) -> Result<String, Refusal> {
    let day = day.trim();
    let read = NaiveDate::parse_from_str(day, "%Y-%m-%d").map(|d| d.format("%Y-%m-%d").to_string());
    match read {
        Ok(read) if read == day => Ok(read),
        _ => Err(Message::new("document-day").with("day", label::short(day)).into()),
    }
}
