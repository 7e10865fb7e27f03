//! Arrows, remarks and pictures as rows.
//!
//! The columns stand in the order of the SQL files of each table.

use super::{Kept, Sql, sql};
use crate::model::{
    Arrow, ArrowId, Attachment, AttachmentId, BlobId, CardRef, Holder, Item, JourneyId, NoteId,
    PersonaId, PlacementId, Remark, RemarkId, TouchpointId,
};
use crate::store::value::{bad, uuid, uuid_or_none, word, word_of};
use rusqlite::{CachedStatement, Result, Row, params};

/// The bytes of an identity.
type Bytes<'a> = Option<&'a [u8; 16]>;

fn row_to_arrow(row: &Row) -> Result<Arrow> {
    Ok(Arrow {
        id: ArrowId(uuid(row, 0)?),
        journey: JourneyId(uuid(row, 1)?),
        from: row_to_card(row, 2)?,
        to: row_to_card(row, 4)?,
        kind: word(row, 6)?,
        label: row.get(7)?,
    })
}

fn row_to_remark(row: &Row) -> Result<Remark> {
    Ok(Remark {
        id: RemarkId(uuid(row, 0)?),
        item: row_to_item(row, 1)?,
        author: row.get(3)?,
        text: row.get(4)?,
        at: row.get(5)?,
        resolved: row.get(6)?,
    })
}

fn row_to_attachment(row: &Row) -> Result<Attachment> {
    Ok(Attachment {
        id: AttachmentId(uuid(row, 0)?),
        holder: row_to_holder(row, 1)?,
        name: row.get(4)?,
        blob: BlobId(uuid(row, 5)?),
        width: row.get(6)?,
        height: row.get(7)?,
        size: row.get(8)?,
        position: row.get(9)?,
    })
}

/// A card is two columns, of which exactly one is filled: the placement and the note.
fn row_to_card(row: &Row, column: usize) -> Result<CardRef> {
    match (uuid_or_none(row, column)?, uuid_or_none(row, column + 1)?) {
        (Some(card), None) => Ok(CardRef::Card(PlacementId(card))),
        (None, Some(note)) => Ok(CardRef::Note(NoteId(note))),
        _ => Err(bad(column, "card")),
    }
}

fn card_columns(card: &CardRef) -> (Bytes<'_>, Bytes<'_>) {
    match card {
        CardRef::Card(card) => (Some(card.0.as_bytes()), None),
        CardRef::Note(note) => (None, Some(note.0.as_bytes())),
    }
}

/// A thing is two columns, of which exactly one is filled: the touchpoint and the note.
pub(super) fn row_to_item(row: &Row, column: usize) -> Result<Item> {
    match (uuid_or_none(row, column)?, uuid_or_none(row, column + 1)?) {
        (Some(touchpoint), None) => Ok(Item::Touchpoint(TouchpointId(touchpoint))),
        (None, Some(note)) => Ok(Item::Note(NoteId(note))),
        _ => Err(bad(column, "item")),
    }
}

pub(super) fn item_columns(item: &Item) -> (Bytes<'_>, Bytes<'_>) {
    match item {
        Item::Touchpoint(touchpoint) => (Some(touchpoint.0.as_bytes()), None),
        Item::Note(note) => (None, Some(note.0.as_bytes())),
    }
}

/// As a thing, with a third column: the persona.
fn row_to_holder(row: &Row, column: usize) -> Result<Holder> {
    if let Some(persona) = uuid_or_none(row, column + 2)? {
        return Ok(Holder::Persona(PersonaId(persona)));
    }
    Ok(match row_to_item(row, column)? {
        Item::Touchpoint(touchpoint) => Holder::Touchpoint(touchpoint),
        Item::Note(note) => Holder::Note(note),
    })
}

fn holder_columns(holder: &Holder) -> [Bytes<'_>; 3] {
    match holder {
        Holder::Touchpoint(touchpoint) => [Some(touchpoint.0.as_bytes()), None, None],
        Holder::Note(note) => [None, Some(note.0.as_bytes()), None],
        Holder::Persona(persona) => [None, None, Some(persona.0.as_bytes())],
    }
}

impl Kept for Arrow {
    const SQL: Sql = sql!("arrows");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_arrow(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (from, to) = (card_columns(&self.from), card_columns(&self.to));
        statement.execute(params![
            self.id.0.as_bytes(),
            self.journey.0.as_bytes(),
            from.0,
            from.1,
            to.0,
            to.1,
            word_of(&self.kind)?,
            self.label,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Remark {
    const SQL: Sql = sql!("remarks");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_remark(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (touchpoint, note) = item_columns(&self.item);
        statement.execute(params![
            self.id.0.as_bytes(),
            touchpoint,
            note,
            self.author,
            self.text,
            self.at,
            self.resolved,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Attachment {
    const SQL: Sql = sql!("attachments");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_attachment(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let [touchpoint, note, persona] = holder_columns(&self.holder);
        statement.execute(params![
            self.id.0.as_bytes(),
            touchpoint,
            note,
            persona,
            self.name,
            self.blob.0.as_bytes(),
            self.width,
            self.height,
            self.size,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}
