//! Notes: pains, gains, quotes, backstage items and free text.

use super::placement::{Cell, cell_of};
use super::{check, derive, label, order, picture};
use crate::document::command::NewNote;
use crate::model::{
    AttachmentId, Holder, JourneyId, LaneId, Message, Model, Note, NoteId, Refusal, Spot, StageId,
    Tone,
};

/// A cell for notes: the lane must be one that holds them.
pub fn cell(draft: &Model, journey: JourneyId, spot: Spot, lane: LaneId) -> Result<Cell, Refusal> {
    check::journey(draft, journey)?;
    if !check::lane(draft, lane)?.kind.holds_notes() {
        return Err(Message::new("document-lane-without-notes").into());
    }
    cell_of(draft, journey, spot, lane)
}

/// Adds a note.
pub fn add(
    draft: &mut Model,
    id: NoteId,
    cell: Cell,
    tone: Tone,
    text: &str,
    icon: Option<&str>,
    index: Option<usize>,
) -> Result<Message, Refusal> {
    check::unused(&draft.notes, id)?;
    let text = check::name(text)?;
    let icon = check::own_name(icon)?;
    let step = Message::new("step-add-note").with("text", label::short(&text));
    let Cell { journey, spot, lane, stage } = cell;
    draft.notes.insert(id, Note { tone, icon, ..Note::new(id, journey, spot, lane, text) });
    renumber(draft, stage, lane, Some((id, index)));
    Ok(step)
}

/// Adds many notes, each at the end of its cell.
pub fn add_many(
    draft: &mut Model,
    journey: JourneyId,
    lane: LaneId,
    notes: &[NewNote],
) -> Result<Message, Refusal> {
    check::not_too_many(notes.len())?;
    let usual = check::lane(draft, lane)?.kind.usual_tone();
    let mut touched = Vec::new();
    for (place, new) in (0_i64..).zip(notes) {
        check::unused(&draft.notes, new.id)?;
        let Cell { stage, .. } = cell(draft, journey, new.spot, lane)?;
        let note = Note::new(new.id, journey, new.spot, lane, check::name(&new.text)?);
        let position = i64::from(u32::MAX) + place;
        draft.notes.insert(new.id, Note { tone: new.tone.unwrap_or(usual), position, ..note });
        if !touched.contains(&stage) {
            touched.push(stage);
        }
    }
    for stage in touched {
        renumber(draft, stage, lane, None);
    }
    Ok(Message::new("step-add-notes").with("count", notes.len()))
}

/// Copies a note with its pictures, below the original.
pub fn duplicate(draft: &mut Model, original: NoteId, id: NoteId) -> Result<Message, Refusal> {
    check::unused(&draft.notes, id)?;
    let old = check::note(draft, original)?.clone();
    let step = Message::new("step-duplicate-note").with("text", label::short(&old.text));
    let below = usize::try_from(old.position).unwrap_or(0) + 1;
    let (stage, lane) = (cell_of(draft, old.journey, old.spot, old.lane)?.stage, old.lane);
    draft.notes.insert(id, Note { id, position: i64::MAX, locked: false, ..old });
    renumber(draft, stage, lane, Some((id, Some(below))));
    picture::copy(draft, Holder::Note(original), Holder::Note(id), |picture| {
        AttachmentId(derive::id(id.0, picture.0.as_bytes()))
    })?;
    Ok(step)
}

/// Sets the number of columns a note covers. A map shows no more than there are.
pub fn set_span(draft: &mut Model, id: NoteId, span: i64) -> Result<Message, Refusal> {
    check::span(span)?;
    let note = check::note_mut(draft, id)?;
    note.span = span;
    Ok(Message::new("step-set-span").with("name", label::short(&note.text)))
}

/// Changes what a note says.
pub fn edit(draft: &mut Model, id: NoteId, text: &str) -> Result<Message, Refusal> {
    let text = check::name(text)?;
    let note = check::note_mut(draft, id)?;
    let step = Message::new("step-edit-note").with("text", label::short(&note.text));
    note.text = text;
    Ok(step)
}

/// Changes whether a note hurts or helps.
pub fn set_tone(draft: &mut Model, id: NoteId, tone: Tone) -> Result<Message, Refusal> {
    let note = check::note_mut(draft, id)?;
    note.tone = tone;
    let key = match tone {
        Tone::Neutral => "step-make-neutral",
        Tone::Pain => "step-make-pain",
        Tone::Gain => "step-make-gain",
    };
    Ok(Message::new(key).with("text", label::short(&note.text)))
}

/// Chooses the icon of a note.
pub fn set_icon(draft: &mut Model, id: NoteId, icon: Option<&str>) -> Result<Message, Refusal> {
    let icon = check::own_name(icon)?;
    let note = check::note_mut(draft, id)?;
    note.icon = icon;
    Ok(Message::new("step-set-icon").with("name", label::short(&note.text)))
}

/// Moves a note to a cell of its journey.
pub fn shift(
    draft: &mut Model,
    id: NoteId,
    spot: Spot,
    lane: LaneId,
    index: usize,
) -> Result<Message, Refusal> {
    let old = check::note(draft, id)?.clone();
    let new = cell(draft, old.journey, spot, lane)?;
    let from = draft.stage_at(old.spot);
    let note = check::note_mut(draft, id)?;
    (note.spot, note.lane) = (new.spot, new.lane);
    renumber(draft, new.stage, new.lane, Some((id, Some(index))));
    if let Some(from) = from {
        renumber(draft, from, old.lane, None);
    }
    Ok(Message::new("step-move-note").with("text", label::short(&old.text)))
}

/// Deletes a note.
pub fn delete(draft: &mut Model, id: NoteId) -> Result<Message, Refusal> {
    let old = check::note(draft, id)?.clone();
    let stage = draft.stage_at(old.spot);
    draft.notes.remove(&id);
    if let Some(stage) = stage {
        renumber(draft, stage, old.lane, None);
    }
    Ok(Message::new("step-delete-note").with("text", label::short(&old.text)))
}

/// Removes every note of a stage.
pub fn remove_in_stage(draft: &mut Model, stage: StageId) {
    let notes: Vec<_> = draft
        .notes
        .values()
        .filter(|n| draft.stage_at(n.spot) == Some(stage))
        .map(|n| n.id)
        .collect();
    for note in notes {
        draft.notes.remove(&note);
    }
}

/// Makes what stands at a spot sort behind everything else, until the cell is numbered again.
pub fn send_to_end(draft: &mut Model, spot: Spot) {
    for note in draft.notes.values_mut().filter(|n| n.spot == spot) {
        note.position += i64::from(u32::MAX);
    }
}

/// Closes gaps in every cell of a stage.
pub fn renumber_stage(draft: &mut Model, stage: StageId) {
    let Some(journey) = draft.stages.get(&stage).map(|s| s.journey) else {
        return;
    };
    let lanes: Vec<_> = draft.lanes_of(journey).into_iter().map(|l| l.id).collect();
    for lane in lanes {
        renumber(draft, stage, lane, None);
    }
}

/// Closes gaps in a cell, after putting one note at its new place.
fn renumber(
    draft: &mut Model,
    stage: StageId,
    lane: LaneId,
    moved: Option<(NoteId, Option<usize>)>,
) {
    let mut order: Vec<_> = draft.notes_in(stage, lane).into_iter().map(|n| n.id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut order, id, index);
    }
    order::number(&mut draft.notes, &order, |n| &mut n.position);
}
