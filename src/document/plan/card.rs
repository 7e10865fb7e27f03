//! Cards of either kind, touchpoints and notes alike: where they stand, and moving many of them.

use super::{check, note, placement};
use crate::model::{CardRef, JourneyId, LaneId, Message, Model, Placement, Refusal, Spot, StageId};

/// Where a card stands.
#[derive(Clone, Copy, PartialEq)]
pub struct Place {
    /// On which map.
    pub journey: JourneyId,
    /// From left to right.
    pub spot: Spot,
    /// From top to bottom.
    pub lane: LaneId,
}

/// Where a card stands, which must exist.
pub fn place(draft: &Model, card: CardRef) -> Result<Place, Refusal> {
    Ok(match card {
        CardRef::Card(id) => {
            let Placement { journey, spot, lane, .. } = *check::placement(draft, id)?;
            Place { journey, spot, lane }
        }
        CardRef::Note(id) => {
            let note = check::note(draft, id)?;
            Place { journey: note.journey, spot: note.spot, lane: note.lane }
        }
    })
}

/// What a card says.
pub fn text(draft: &Model, card: CardRef) -> Result<String, Refusal> {
    Ok(match card {
        CardRef::Card(id) => {
            let touchpoint = check::placement(draft, id)?.touchpoint;
            check::touchpoint(draft, touchpoint)?.title.clone()
        }
        CardRef::Note(id) => check::note(draft, id)?.text.clone(),
    })
}

/// Refuses cards that do not stand where `stands` wants them.
pub fn all_stand(
    draft: &Model,
    cards: &[CardRef],
    stands: impl Fn(Place) -> bool,
) -> Result<(), Refusal> {
    for card in cards {
        if !stands(place(draft, *card)?) {
            return Err(Message::new("document-card-elsewhere").into());
        }
    }
    Ok(())
}

/// Moves every card for which `stands` says so behind what stands at its new place. The cells of the
/// stages that are touched must be numbered again.
pub fn move_all(
    draft: &mut Model,
    stands: impl Fn(CardRef, Place) -> bool,
    to: impl Fn(Place) -> Place,
) {
    let behind = i64::from(u32::MAX);
    for card in draft.placements.values_mut() {
        let old = Place { journey: card.journey, spot: card.spot, lane: card.lane };
        if stands(CardRef::Card(card.id), old) {
            let new = to(old);
            (card.spot, card.lane, card.position) = (new.spot, new.lane, card.position + behind);
        }
    }
    for note in draft.notes.values_mut() {
        let old = Place { journey: note.journey, spot: note.spot, lane: note.lane };
        if stands(CardRef::Note(note.id), old) {
            let new = to(old);
            (note.spot, note.lane, note.position) = (new.spot, new.lane, note.position + behind);
        }
    }
}

/// Closes gaps in every cell of stages.
pub fn renumber(draft: &mut Model, stages: &[StageId]) {
    for stage in stages {
        placement::renumber_stage(draft, *stage);
        note::renumber_stage(draft, *stage);
    }
}
