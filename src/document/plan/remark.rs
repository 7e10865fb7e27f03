//! Remarks: what the team says among itself about a card.

use super::{check, item, label};
use crate::model::{Item, Message, Model, Refusal, Remark, RemarkId};

/// Adds a remark.
pub fn add(
    draft: &mut Model,
    id: RemarkId,
    item: Item,
    author: &str,
    text: &str,
    at: &str,
) -> Result<Message, Refusal> {
    check::unused(&draft.remarks, id)?;
    let name = item::name(draft, item)?;
    let (author, text, at) = (check::text(author)?, check::name(text)?, check::text(at)?);
    draft.remarks.insert(id, Remark { id, item, author, text, at, resolved: false });
    Ok(Message::new("step-add-remark").with("name", name))
}

/// Changes what a remark says.
pub fn edit(draft: &mut Model, id: RemarkId, text: &str) -> Result<Message, Refusal> {
    let text = check::name(text)?;
    let remark = check::remark_mut(draft, id)?;
    remark.text = text;
    Ok(Message::new("step-edit-remark").with("text", label::short(&remark.text)))
}

/// Says whether a remark is dealt with.
pub fn resolve(draft: &mut Model, id: RemarkId, resolved: bool) -> Result<Message, Refusal> {
    let remark = check::remark_mut(draft, id)?;
    remark.resolved = resolved;
    let key = if resolved { "step-resolve-remark" } else { "step-reopen-remark" };
    Ok(Message::new(key).with("text", label::short(&remark.text)))
}

/// Deletes a remark.
pub fn delete(draft: &mut Model, id: RemarkId) -> Result<Message, Refusal> {
    let text = label::short(&check::remark(draft, id)?.text);
    draft.remarks.remove(&id);
    Ok(Message::new("step-delete-remark").with("text", text))
}
