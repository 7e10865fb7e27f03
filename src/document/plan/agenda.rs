//! The agenda of a workshop.

use super::{check, label, order};
use crate::model::{AgendaItem, AgendaItemId, Message, Model, Record, Refusal};

/// The longest item: a day, in minutes.
const LONGEST: i64 = 1_440;

/// Adds an item.
pub fn add(
    draft: &mut Model,
    id: AgendaItemId,
    name: &str,
    minutes: i64,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    check::unused(&draft.agenda, id)?;
    let (name, minutes) = (check::name(name)?, length(minutes)?);
    let step = Message::new("step-add-agenda-item").with("name", label::short(&name));
    draft.agenda.insert(id, AgendaItem { id, name, minutes, position: i64::MAX });
    renumber(draft, Some((id, index)));
    Ok(step)
}

/// Changes an item.
pub fn set(
    draft: &mut Model,
    id: AgendaItemId,
    name: &str,
    minutes: i64,
) -> Result<Message, Refusal> {
    let (name, minutes) = (check::name(name)?, length(minutes)?);
    let item = check::agenda_item_mut(draft, id)?;
    let step = Message::new("step-change-agenda-item").with("name", label::short(&item.name));
    (item.name, item.minutes) = (name, minutes);
    Ok(step)
}

/// Moves an item.
pub fn shift(draft: &mut Model, id: AgendaItemId, index: usize) -> Result<Message, Refusal> {
    let name = label::short(&check::agenda_item(draft, id)?.name);
    renumber(draft, Some((id, Some(index))));
    Ok(Message::new("step-move-agenda-item").with("name", name))
}

/// Deletes an item.
pub fn delete(draft: &mut Model, id: AgendaItemId) -> Result<Message, Refusal> {
    let name = label::short(&check::agenda_item(draft, id)?.name);
    draft.agenda.remove(&id);
    renumber(draft, None);
    Ok(Message::new("step-delete-agenda-item").with("name", name))
}

fn length(minutes: i64) -> Result<i64, Refusal> {
    if (1..=LONGEST).contains(&minutes) {
        return Ok(minutes);
    }
    Err(Message::new("document-minutes").with("most", LONGEST).into())
}

fn renumber(draft: &mut Model, moved: Option<(AgendaItemId, Option<usize>)>) {
    let mut all: Vec<_> = draft.agenda_in_order().into_iter().map(Record::id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut all, id, index);
    }
    order::number(&mut draft.agenda, &all, |a| &mut a.position);
}
