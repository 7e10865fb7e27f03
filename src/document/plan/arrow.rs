//! Arrows between cards of one journey.

use super::{card, check, label};
use crate::model::{Arrow, ArrowId, ArrowKind, CardRef, Message, Model, Refusal};

/// Draws an arrow; a second one of the same kind between the same cards is refused.
pub fn add(
    draft: &mut Model,
    id: ArrowId,
    from: CardRef,
    to: CardRef,
    kind: ArrowKind,
    words: &str,
) -> Result<Message, Refusal> {
    check::unused(&draft.arrows, id)?;
    let journey = card::place(draft, from)?.journey;
    if card::place(draft, to)?.journey != journey {
        return Err(Message::new("document-other-journey").into());
    }
    let same = |a: &&Arrow| (a.from, a.to, a.kind) == (from, to, kind);
    if from == to || draft.arrows.values().any(|a| same(&a)) {
        return Err(Message::new("document-arrow").into());
    }
    let label = check::text(words)?;
    draft.arrows.insert(id, Arrow { id, journey, from, to, kind, label });
    step(draft, "step-add-arrow", from, to)
}

/// Changes what an arrow says; becoming the same as another one is refused.
pub fn set(
    draft: &mut Model,
    id: ArrowId,
    kind: ArrowKind,
    words: &str,
) -> Result<Message, Refusal> {
    let label = check::text(words)?;
    let old = check::arrow(draft, id)?;
    let same = |a: &Arrow| a.id != id && (a.from, a.to, a.kind) == (old.from, old.to, kind);
    if draft.arrows.values().any(same) {
        return Err(Message::new("document-arrow").into());
    }
    let arrow = check::arrow_mut(draft, id)?;
    (arrow.kind, arrow.label) = (kind, label);
    let (from, to) = (arrow.from, arrow.to);
    step(draft, "step-change-arrow", from, to)
}

/// Deletes an arrow.
pub fn delete(draft: &mut Model, id: ArrowId) -> Result<Message, Refusal> {
    let arrow = check::arrow(draft, id)?;
    let (from, to) = (arrow.from, arrow.to);
    draft.arrows.remove(&id);
    step(draft, "step-delete-arrow", from, to)
}

fn step(draft: &Model, key: &'static str, from: CardRef, to: CardRef) -> Result<Message, Refusal> {
    let (from, to) = (card::text(draft, from)?, card::text(draft, to)?);
    Ok(Message::new(key).with("from", label::short(&from)).with("to", label::short(&to)))
}
