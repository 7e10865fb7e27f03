//! Where copied cards land, and the one command that puts them there.
//!
//! Everything pasted is new; owners, channels and personas are those of the document where it can.

use super::{Clip, Copied, CopiedArrow, CopiedChannel, Named, What};
use crate::document::Command;
use crate::document::command::{NewNote, NewTouchpoint};
use crate::document::plan::not_too_many;
use crate::model::query::same_name;
use crate::model::{
    ArrowId, AttachmentId, CardRef, Channel, ChannelId, Holder, Item, JourneyId, LaneId, LaneKind,
    MapView, Marks, Message, Model, NoteId, Owner, OwnerId, Persona, PersonaId, PlacementId,
    Refusal, Spot, Tone, TouchpointId,
};
use std::collections::BTreeMap;

impl Clip {
    /// The one command that adds these cards to a journey: the first of them in this cell, the
    /// others in the columns and lanes that follow. Cards that do not fit in a lane go to the
    /// nearest one that takes them. Who and what the document does not know is added to it.
    ///
    /// # Errors
    /// When there is nothing to paste, the journey has too few columns from here on, or it has no
    /// lane for such cards.
    pub fn paste(
        &self,
        model: &Model,
        journey: JourneyId,
        column: Spot,
        lane: LaneId,
    ) -> Result<Command, Refusal> {
        if self.is_empty() {
            return Err(Message::new("document-paste-nothing").into());
        }
        not_too_many(self.len())?;
        let columns = columns_from(model, journey, column)?;
        wide_enough(self.width(), columns.len())?;
        let (people, added, details, made) = Default::default();
        let mut paste = Paste { model, people, added, details, made };
        for (row, lane) in self.landing(model, journey, lane)? {
            let cards = self.cards.iter().enumerate().filter(|(_, card)| card.row == row);
            let spot = |card: &Copied| columns.get(card.column).copied().unwrap_or(column);
            let cards = cards.map(|(place, card)| Landing { place, spot: spot(card), card });
            paste.row(journey, lane, cards);
        }
        for arrow in &self.arrows {
            paste.arrow(arrow);
        }
        let name = Message::new("step-paste").with("count", self.len());
        let Paste { mut people, mut added, mut details, .. } = paste;
        people.append(&mut added);
        people.append(&mut details);
        Ok(Command::Several { name, commands: people })
    }

    /// The lane for each row of the clip.
    fn landing(
        &self,
        model: &Model,
        journey: JourneyId,
        first: LaneId,
    ) -> Result<BTreeMap<usize, LaneId>, Refusal> {
        let all = model.lanes_of(journey);
        let Some(start) = all.iter().find(|lane| lane.id == first) else {
            return Err(Message::new("document-other-journey").into());
        };
        let together = |view| start.is_in(view);
        let views: Vec<MapView> =
            [MapView::Journey, MapView::Blueprint].into_iter().filter(|v| together(*v)).collect();
        let seen = all.iter().filter(|lane| {
            let beside = views.is_empty() && lane.visible || views.iter().any(|v| lane.is_in(*v));
            beside || lane.id == first
        });
        let lanes: Vec<(LaneId, LaneKind)> = seen.map(|lane| (lane.id, lane.kind)).collect();
        let mut from = lanes.iter().position(|lane| lane.0 == first).unwrap_or(0);
        let rows: BTreeMap<usize, LaneKind> = self.cards.iter().map(|c| (c.row, c.kind)).collect();
        let mut landing = BTreeMap::new();
        // Once cards stand in another kind of lane, the rest goes on in the lanes below it.
        let mut alike = true;
        for (place, (row, kind)) in rows.into_iter().enumerate() {
            let here = (place == 0 && fits(start.kind, kind)).then_some(from);
            let index = here
                .or_else(|| nearest(&lanes, from, |lane| alike && lane == kind))
                .or_else(|| nearest(&lanes, from, |lane| fits(lane, kind)));
            let Some((index, lane)) = index.and_then(|i| Some((i, lanes.get(i)?))) else {
                return Err(Message::new("document-paste-no-lane").into());
            };
            alike = alike && (place > 0 || lane.1 == kind);
            from = index + 1;
            landing.insert(row, lane.0);
        }
        Ok(landing)
    }
}

/// Whether cards of one kind of lane can stand in another.
fn fits(lane: LaneKind, cards: LaneKind) -> bool {
    lane == cards || (lane.holds_notes() && cards.holds_notes())
}

/// The first lane at or below a place that is wanted, else the nearest one above it.
fn nearest(
    lanes: &[(LaneId, LaneKind)],
    from: usize,
    wanted: impl Fn(LaneKind) -> bool,
) -> Option<usize> {
    let all = || lanes.iter().enumerate().filter(|(_, lane)| wanted(lane.1)).map(|(i, _)| i);
    all().find(|index| *index >= from).or_else(|| all().last())
}

/// The columns of a journey from one on.
pub(super) fn columns_from(
    model: &Model,
    journey: JourneyId,
    first: Spot,
) -> Result<Vec<Spot>, Refusal> {
    let column = model.column_of(first);
    let columns = column.map(|column| model.columns_of(journey, &[column])).unwrap_or_default();
    let Some(place) = columns.iter().position(|other| Some(*other) == column) else {
        return Err(Message::new("document-other-journey").into());
    };
    // Something at a step that has no column of its own stays at that step.
    Ok(std::iter::once(first).chain(columns.into_iter().skip(place + 1)).collect())
}

/// Refuses what is wider than the journey is from here on.
pub(super) fn wide_enough(columns: usize, left: usize) -> Result<(), Refusal> {
    if columns <= left {
        return Ok(());
    }
    let message = Message::new("document-paste-too-wide").with("columns", columns);
    Err(message.with("left", left).into())
}

/// The commands of a paste: who is added, the cards, and what they have besides their text.
struct Paste<'a> {
    model: &'a Model,
    people: Vec<Command>,
    added: Vec<Command>,
    details: Vec<Command>,
    /// The new card for each place of the clip.
    made: BTreeMap<usize, CardRef>,
}

/// A card of the clip and the column it goes to.
struct Landing<'a> {
    place: usize,
    spot: Spot,
    card: &'a Copied,
}

impl Paste<'_> {
    /// Adds the cards of one row to a lane.
    fn row<'a>(
        &mut self,
        journey: JourneyId,
        lane: LaneId,
        cards: impl Iterator<Item = Landing<'a>>,
    ) {
        let lane_kind = self.model.lanes.get(&lane).map(|lane| lane.kind);
        let (mut touchpoints, mut notes) = (Vec::new(), Vec::new());
        for Landing { place, spot, card } in cards {
            match &card.what {
                What::Touchpoint { title, .. } => {
                    let (id, placement) = (TouchpointId::fresh(), PlacementId::fresh());
                    touchpoints.push(NewTouchpoint { id, placement, spot, title: title.clone() });
                    self.made.insert(place, CardRef::Card(placement));
                    self.touchpoint(id, placement, card);
                }
                What::Note { text, tone, .. } => {
                    let id = NoteId::fresh();
                    // A note without a tone takes that of another kind of lane.
                    let plain = *tone == Tone::Neutral && lane_kind != Some(card.kind);
                    let tone = (!plain).then_some(*tone);
                    notes.push(NewNote { id, spot, tone, text: text.clone() });
                    self.made.insert(place, CardRef::Note(id));
                    self.note(id, card);
                }
            }
        }
        if !touchpoints.is_empty() {
            let (lane, cards) = (Some(lane), touchpoints);
            self.added.push(Command::AddTouchpoints { journey, lane, cards });
        }
        if !notes.is_empty() {
            self.added.push(Command::AddNotes { journey, lane, notes });
        }
    }

    fn touchpoint(&mut self, touchpoint: TouchpointId, placement: PlacementId, card: &Copied) {
        let What::Touchpoint {
            description,
            icon,
            channels,
            owner,
            moment_of_truth,
            emotions,
            title: _,
        } = &card.what
        else {
            return;
        };
        if !description.is_empty() {
            let description = description.clone();
            self.details.push(Command::DescribeTouchpoint { touchpoint, description });
        }
        if icon.is_some() {
            self.details.push(Command::SetIcon { touchpoint, icon: icon.clone() });
        }
        if !channels.is_empty() {
            let channels = channels.iter().map(|channel| self.channel(channel)).collect();
            self.details.push(Command::SetChannels { touchpoint, channels });
        }
        if let Some(owner) = owner {
            let (touchpoints, owner) = (vec![touchpoint], Some(self.owner(owner)));
            self.details.push(Command::GiveTo { touchpoints, owner });
        }
        if *moment_of_truth {
            self.details.push(Command::MarkMomentOfTruth { touchpoint, moment_of_truth: true });
        }
        if card.span != 1 {
            self.details.push(Command::SetSpan { placement, span: card.span });
        }
        for (persona, value) in emotions {
            let (persona, value) = (self.persona(persona), Some(*value));
            self.details.push(Command::SetEmotion { placement, persona, value });
        }
        self.hang(Item::Touchpoint(touchpoint), Holder::Touchpoint(touchpoint), card);
    }

    fn note(&mut self, note: NoteId, card: &Copied) {
        let What::Note { icon, .. } = &card.what else { return };
        if icon.is_some() {
            self.details.push(Command::SetNoteIcon { note, icon: icon.clone() });
        }
        if card.span != 1 {
            self.details.push(Command::SetNoteSpan { note, span: card.span });
        }
        self.hang(Item::Note(note), Holder::Note(note), card);
    }

    /// Marks, pictures and the link to another map, which only its own document knows.
    fn hang(&mut self, item: Item, holder: Holder, card: &Copied) {
        if card.marks != Marks::default() {
            self.details.push(Command::SetMarks { item, marks: card.marks.clone() });
        }
        for copied in &card.pictures {
            let (id, name) = (AttachmentId::fresh(), copied.name.clone());
            let picture = copied.picture.clone();
            self.details.push(Command::AttachPicture { id, holder, name, picture });
        }
        let known = card.sub_journey.filter(|id| self.model.journeys.contains_key(id));
        if let Some(journey) = known {
            self.details.push(Command::LinkJourney { item, journey: Some(journey) });
        }
    }

    fn arrow(&mut self, arrow: &CopiedArrow) {
        let ends = (self.made.get(&arrow.from), self.made.get(&arrow.to));
        if let (Some(from), Some(to)) = ends {
            let (id, from, to, label) = (ArrowId::fresh(), *from, *to, arrow.label.clone());
            self.details.push(Command::AddArrow { id, from, to, kind: arrow.kind, label });
        }
    }

    fn owner(&mut self, wanted: &Named<OwnerId>) -> OwnerId {
        let owners = &self.model.owners;
        let known = owners.values().find(|owner| same_name(&owner.name, &wanted.name));
        if let Some(owner) = owners.get(&wanted.id).or(known) {
            return owner.id;
        }
        let added = self.people.iter().find_map(|command| match command {
            Command::PutOwner { owner } if same_name(&owner.name, &wanted.name) => Some(owner.id),
            _ => None,
        });
        added.unwrap_or_else(|| {
            let owner = Owner::named(OwnerId::fresh(), wanted.name.clone());
            let id = owner.id;
            self.people.push(Command::PutOwner { owner });
            id
        })
    }

    fn persona(&mut self, wanted: &Named<PersonaId>) -> PersonaId {
        let personas = &self.model.personas;
        let known = personas.values().find(|persona| same_name(&persona.name, &wanted.name));
        if let Some(persona) = personas.get(&wanted.id).or(known) {
            return persona.id;
        }
        let added = self.people.iter().find_map(|command| match command {
            Command::PutPersona { persona } if same_name(&persona.name, &wanted.name) => {
                Some(persona.id)
            }
            _ => None,
        });
        added.unwrap_or_else(|| {
            let persona = Persona::named(PersonaId::fresh(), wanted.name.clone());
            let id = persona.id;
            self.people.push(Command::PutPersona { persona });
            id
        })
    }

    fn channel(&mut self, wanted: &CopiedChannel) -> ChannelId {
        let same = |channel: &Channel| match (&channel.name, &wanted.name) {
            (Some(own), Some(name)) => same_name(own, name),
            (None, None) => channel.kind == wanted.kind,
            _ => false,
        };
        let channels = &self.model.channels;
        let known = channels.values().find(|channel| same(channel));
        if let Some(channel) = channels.get(&wanted.id).or(known) {
            return channel.id;
        }
        let added = self.people.iter().find_map(|command| match command {
            Command::PutChannel { channel } if same(channel) => Some(channel.id),
            _ => None,
        });
        added.unwrap_or_else(|| {
            let (id, name) = (ChannelId::fresh(), wanted.name.clone());
            let channel = Channel { id, kind: wanted.kind, name };
            self.people.push(Command::PutChannel { channel });
            id
        })
    }
}
