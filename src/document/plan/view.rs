//! Saved views: ways to look at the map, by name.
//!
//! What a look means is known to who shows it; here it is JSON and nothing more.

use super::{check, label, order};
use crate::model::query::same_name;
use crate::model::{Message, Model, Record, Refusal, SavedView, SavedViewId};

/// Most bytes of a look.
const LONGEST_LOOK: usize = 200_000;

/// Adds or alters a saved view.
pub fn put(draft: &mut Model, id: SavedViewId, name: &str, what: &str) -> Result<Message, Refusal> {
    let name = check::name(name)?;
    let readable = serde_json::from_str::<serde::de::IgnoredAny>(what).is_ok();
    if what.len() > LONGEST_LOOK || !readable {
        return Err(Message::new("document-view-look").with("name", label::short(&name)).into());
    }
    if draft.views.values().any(|v| v.id != id && same_name(&v.name, &name)) {
        return Err(Message::new("document-view-twice").with("name", label::short(&name)).into());
    }
    let known = draft.views.get(&id).map(|v| v.position);
    let key = if known.is_some() { "step-change-view" } else { "step-add-view" };
    let step = Message::new(key).with("name", label::short(&name));
    let position = known.unwrap_or(i64::MAX);
    draft.views.insert(id, SavedView { id, name, what: what.to_owned(), position });
    renumber(draft, None);
    Ok(step)
}

/// Moves a saved view.
pub fn shift(draft: &mut Model, id: SavedViewId, index: usize) -> Result<Message, Refusal> {
    let name = label::short(&check::view(draft, id)?.name);
    renumber(draft, Some((id, index)));
    Ok(Message::new("step-move-view").with("name", name))
}

/// Deletes a saved view.
pub fn delete(draft: &mut Model, id: SavedViewId) -> Result<Message, Refusal> {
    let name = label::short(&check::view(draft, id)?.name);
    draft.views.remove(&id);
    renumber(draft, None);
    Ok(Message::new("step-delete-view").with("name", name))
}

fn renumber(draft: &mut Model, moved: Option<(SavedViewId, usize)>) {
    let mut all: Vec<_> = draft.views_in_order().into_iter().map(Record::id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut all, id, Some(index));
    }
    order::number(&mut draft.views, &all, |v| &mut v.position);
}
