//! Cards that are copied, with all they have: within a document, and to another one.
//!
//! Holds names besides identities, so that owners, channels and personas are found again elsewhere.
//! Remarks, answers and locks stay behind.

mod paste;
/// What comes from a spreadsheet or a list.
mod table;

use crate::model::{
    Arrow, ArrowKind, BlobId, CardRef, ChannelId, ChannelKind, Holder, JourneyId, LaneId, LaneKind,
    Marks, Model, Note, OwnerId, PersonaId, Picture, Placement, Spot, Tone,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
pub use table::{paste_table, table_of};

/// Copied cards, in reading order, and the arrows between them.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Clip {
    cards: Vec<Copied>,
    #[serde(default)]
    arrows: Vec<CopiedArrow>,
}

/// An arrow between two cards, by their place among the copied cards.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct CopiedArrow {
    from: usize,
    to: usize,
    kind: ArrowKind,
    label: String,
}

/// A copied card and where it stood among the others.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Copied {
    /// Columns to the right of the leftmost card.
    column: usize,
    /// Lanes below the highest card.
    row: usize,
    /// What its lane shows.
    kind: LaneKind,
    /// Its place in its cell, to put cards in reading order.
    #[serde(skip)]
    position: i64,
    span: i64,
    marks: Marks,
    sub_journey: Option<JourneyId>,
    pictures: Vec<CopiedPicture>,
    what: What,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Touchpoint {
        title: String,
        description: String,
        icon: Option<String>,
        channels: Vec<CopiedChannel>,
        owner: Option<Named<OwnerId>>,
        moment_of_truth: bool,
        emotions: Vec<(Named<PersonaId>, f64)>,
    },
    Note {
        text: String,
        tone: Tone,
        icon: Option<String>,
    },
}

/// Someone who is found again by identity in the same document, by name in another one.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Named<I> {
    id: I,
    name: String,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct CopiedChannel {
    id: ChannelId,
    kind: ChannelKind,
    name: Option<String>,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct CopiedPicture {
    name: String,
    picture: Picture,
}

impl Clip {
    /// Copies cards of one journey; `kept` finds the bytes of their pictures. Cards that are not
    /// there, or are of another journey than the first, are left out.
    #[must_use]
    pub fn of(model: &Model, cards: &[CardRef], kept: &dyn Fn(BlobId) -> Option<Vec<u8>>) -> Self {
        let cards: BTreeSet<CardRef> = cards.iter().copied().collect();
        let place = |card: &CardRef| match card {
            CardRef::Card(id) => model.placements.get(id).map(|p| (p.journey, p.spot, p.lane)),
            CardRef::Note(id) => model.notes.get(id).map(|n| (n.journey, n.spot, n.lane)),
        };
        let Some((journey, ..)) = cards.iter().find_map(place) else { return Self::default() };
        let of_journey = cards.iter().filter(|card| place(card).is_some_and(|p| p.0 == journey));
        let wholes: Vec<Spot> = of_journey.clone().filter_map(place).map(|p| p.1).collect();
        let grid = Grid {
            model,
            columns: model.columns_of(journey, &wholes),
            lanes: model.lanes_of(journey).into_iter().map(|lane| (lane.id, lane.kind)).collect(),
            kept,
        };
        let copied = of_journey.filter_map(|card| Some((*card, grid.copy(*card)?)));
        let mut copied: Vec<(CardRef, Copied)> = copied.collect();
        let left = copied.iter().map(|(_, c)| c.column).min().unwrap_or(0);
        let top = copied.iter().map(|(_, c)| c.row).min().unwrap_or(0);
        for (_, card) in &mut copied {
            (card.column, card.row) = (card.column - left, card.row - top);
        }
        copied.sort_by_key(|(_, c)| (c.row, c.column, c.position));
        let (refs, cards): (Vec<CardRef>, Vec<Copied>) = copied.into_iter().unzip();
        let place = |card: CardRef| refs.iter().position(|other| *other == card);
        let arrow = |arrow: &Arrow| {
            let (from, to) = (place(arrow.from)?, place(arrow.to)?);
            Some(CopiedArrow { from, to, kind: arrow.kind, label: arrow.label.clone() })
        };
        let arrows = model.arrows.values().filter(|arrow| arrow.journey == journey);
        Self { arrows: arrows.filter_map(arrow).collect(), cards }
    }

    /// How many cards it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// Whether it holds no card.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// What the cards say, for other programs: a line a card, and tabs between the columns when
    /// there are several.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        let rows: BTreeSet<usize> = self.cards.iter().map(|c| c.row).collect();
        for row in rows {
            let cell = |column| {
                let cards = self.cards.iter().filter(move |c| (c.row, c.column) == (row, column));
                cards.map(Copied::line).collect::<Vec<String>>()
            };
            let cells: Vec<Vec<String>> = (0..self.width()).map(cell).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for place in 0..height {
                let line = cells.iter().map(|cell| cell.get(place).map_or("", String::as_str));
                lines.push(line.collect::<Vec<_>>().join("\t"));
            }
        }
        lines.join("\n")
    }

    /// Number of columns from its leftmost to its rightmost card.
    fn width(&self) -> usize {
        self.cards.iter().map(|c| c.column.saturating_add(1)).max().unwrap_or(0)
    }
}

impl Copied {
    /// What it says, as one line.
    fn line(&self) -> String {
        let text = match &self.what {
            What::Touchpoint { title, .. } => title,
            What::Note { text, .. } => text,
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The journey that cards are copied from.
struct Grid<'a> {
    model: &'a Model,
    columns: Vec<Spot>,
    lanes: Vec<(LaneId, LaneKind)>,
    kept: &'a dyn Fn(BlobId) -> Option<Vec<u8>>,
}

impl Grid<'_> {
    fn copy(&self, card: CardRef) -> Option<Copied> {
        match card {
            CardRef::Card(id) => self.touchpoint(self.model.placements.get(&id)?),
            CardRef::Note(id) => self.note(self.model.notes.get(&id)?),
        }
    }

    fn touchpoint(&self, card: &Placement) -> Option<Copied> {
        let touchpoint = self.model.touchpoints.get(&card.touchpoint)?;
        let (column, row, kind) = self.place(card.spot, card.lane)?;
        let channels = touchpoint.channels.iter().filter_map(|id| self.model.channels.get(id));
        let owner = touchpoint.owner.and_then(|id| self.model.owners.get(&id));
        let emotions = self.model.emotions.values().filter(|e| e.placement == card.id);
        let persona = |id: PersonaId| {
            let name = self.model.personas.get(&id)?.name.clone();
            Some(Named { id, name })
        };
        Some(Copied {
            column,
            row,
            kind,
            position: card.position,
            span: card.span,
            marks: touchpoint.marks.clone(),
            sub_journey: touchpoint.sub_journey,
            pictures: self.pictures(Holder::Touchpoint(touchpoint.id)),
            what: What::Touchpoint {
                title: touchpoint.title.clone(),
                description: touchpoint.description.clone(),
                icon: touchpoint.icon.clone(),
                channels: channels
                    .map(|c| CopiedChannel { id: c.id, kind: c.kind, name: c.name.clone() })
                    .collect(),
                owner: owner.map(|o| Named { id: o.id, name: o.name.clone() }),
                moment_of_truth: touchpoint.moment_of_truth,
                emotions: emotions.filter_map(|e| Some((persona(e.persona)?, e.value))).collect(),
            },
        })
    }

    fn note(&self, note: &Note) -> Option<Copied> {
        let (column, row, kind) = self.place(note.spot, note.lane)?;
        Some(Copied {
            column,
            row,
            kind,
            position: note.position,
            span: note.span,
            marks: note.marks.clone(),
            sub_journey: note.sub_journey,
            pictures: self.pictures(Holder::Note(note.id)),
            what: What::Note { text: note.text.clone(), tone: note.tone, icon: note.icon.clone() },
        })
    }

    fn place(&self, spot: Spot, lane: LaneId) -> Option<(usize, usize, LaneKind)> {
        let column = self.model.column_of(spot)?;
        let column = self.columns.iter().position(|other| *other == column)?;
        let row = self.lanes.iter().position(|other| other.0 == lane)?;
        Some((column, row, self.lanes.get(row)?.1))
    }

    fn pictures(&self, holder: Holder) -> Vec<CopiedPicture> {
        let copied = |picture: &crate::model::Attachment| {
            let bytes = (self.kept)(picture.blob)?;
            let width = u32::try_from(picture.width).ok()?;
            let height = u32::try_from(picture.height).ok()?;
            let picture_of = Picture { bytes, width, height };
            Some(CopiedPicture { name: picture.name.clone(), picture: picture_of })
        };
        self.model.pictures_of(holder).into_iter().filter_map(copied).collect()
    }
}

#[cfg(test)]
mod tests;
