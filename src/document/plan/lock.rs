//! Locks: what is done cannot be changed until it is unlocked.
//!
//! Looks at changes, whatever command made them. Votes, guesses, remarks and answers stay free.

use super::{check, label};
use crate::document::command::Lockable;
use crate::model::{
    Arg, Change, Edit, Holder, Item, JourneyId, LaneId, Message, Model, Note, Placement,
    PlacementId, Refusal, Spot, Stage, StageId, TouchpointId,
};

/// Locks something, or unlocks it.
pub fn set(draft: &mut Model, what: Lockable, locked: bool) -> Result<Message, Refusal> {
    let name = match what {
        Lockable::Journey(id) => {
            let journey = check::journey_mut(draft, id)?;
            journey.locked = locked;
            label::short(&journey.name)
        }
        Lockable::Stage(id) => {
            let stage = check::stage_mut(draft, id)?;
            stage.locked = locked;
            label::stage(stage)
        }
        Lockable::Lane(id) => {
            let lane = check::lane_mut(draft, id)?;
            lane.locked = locked;
            label::lane(lane)
        }
        Lockable::Card(id) => {
            let card = check::placement_mut(draft, id)?;
            card.locked = locked;
            let touchpoint = card.touchpoint;
            label::short(&check::touchpoint(draft, touchpoint)?.title)
        }
        Lockable::Note(id) => {
            let note = check::note_mut(draft, id)?;
            note.locked = locked;
            label::short(&note.text)
        }
    };
    Ok(Message::new(if locked { "step-lock" } else { "step-unlock" }).with("name", name))
}

/// Refuses changes of what is locked, or of what stands in something locked.
pub fn check(model: &Model, changes: &[Change]) -> Result<(), Refusal> {
    let locks = Locks { model };
    if locks.none() {
        return Ok(());
    }
    match changes.iter().find_map(|change| locks.in_the_way(change)) {
        None => Ok(()),
        Some(name) => Err(Message::new("document-locked").with("name", name).into()),
    }
}

/// The locks of a model as it is before the changes.
struct Locks<'a> {
    model: &'a Model,
}

impl Locks<'_> {
    fn none(&self) -> bool {
        let m = self.model;
        !m.journeys.values().any(|j| j.locked)
            && !m.stages.values().any(|s| s.locked)
            && !m.lanes.values().any(|l| l.locked)
            && !m.placements.values().any(|p| p.locked)
            && !m.notes.values().any(|n| n.locked)
    }

    /// The name of the lock that a change would break.
    fn in_the_way(&self, change: &Change) -> Option<Arg> {
        match change {
            Change::Journey(edit) => {
                let bare = |j: &crate::model::Journey| crate::model::Journey {
                    locked: false,
                    position: 0,
                    ..j.clone()
                };
                altered(edit, bare).and_then(|journey| self.journey(journey.id))
            }
            Change::Stage(edit) => {
                let bare = |s: &Stage| Stage { locked: false, position: 0, ..s.clone() };
                altered(edit, bare).and_then(|stage| {
                    let own = edit.before.is_some().then(|| self.stage(stage.id)).flatten();
                    own.or_else(|| self.journey(stage.journey))
                })
            }
            Change::Step(edit) => {
                let bare = |s: &crate::model::Step| crate::model::Step { position: 0, ..s.clone() };
                altered(edit, bare)?;
                both(edit).find_map(|step| self.stage(step.stage))
            }
            Change::Lane(edit) => {
                let bare = |l: &crate::model::Lane| crate::model::Lane {
                    locked: false,
                    position: 0,
                    ..l.clone()
                };
                altered(edit, bare)
                    .and_then(|lane| self.lane(lane.id).or_else(|| self.journey(lane.journey)))
            }
            Change::Placement(edit) => {
                let bare = |p: &Placement| Placement { locked: false, position: 0, ..p.clone() };
                altered(edit, bare)?;
                both(edit).find_map(|card| self.card(card))
            }
            Change::Note(edit) => {
                let bare = |n: &Note| Note { locked: false, position: 0, ..n.clone() };
                altered(edit, bare)?;
                both(edit).find_map(|note| self.note(note))
            }
            Change::Emotion(edit) => both(edit).find_map(|e| self.card_of(e.placement)),
            Change::Arrow(edit) => both(edit).find_map(|a| self.journey(a.journey)),
            Change::Touchpoint(edit) => edit.before.as_ref().and_then(|t| self.touchpoint(t.id)),
            Change::Attachment(edit) => both(edit).find_map(|a| match a.holder {
                Holder::Touchpoint(id) => self.item(Item::Touchpoint(id)),
                Holder::Note(id) => self.item(Item::Note(id)),
                Holder::Persona(_) => None,
            }),
            _ => None,
        }
    }

    fn item(&self, item: Item) -> Option<Arg> {
        match item {
            Item::Touchpoint(id) => self.touchpoint(id),
            Item::Note(id) => self.model.notes.get(&id).and_then(|n| self.note(n)),
        }
    }

    fn journey(&self, id: JourneyId) -> Option<Arg> {
        self.model.journeys.get(&id).filter(|j| j.locked).map(|j| label::short(&j.name))
    }

    fn stage(&self, id: StageId) -> Option<Arg> {
        let stage = self.model.stages.get(&id)?;
        let own = stage.locked.then(|| label::stage(stage));
        own.or_else(|| self.journey(stage.journey))
    }

    fn lane(&self, id: LaneId) -> Option<Arg> {
        self.model.lanes.get(&id).filter(|l| l.locked).map(label::lane)
    }

    fn place(&self, spot: Spot, lane: LaneId) -> Option<Arg> {
        let stage = self.model.stage_at(spot);
        self.lane(lane).or_else(|| stage.and_then(|stage| self.stage(stage)))
    }

    /// A card as it was or will be; its own lock counts as it was.
    fn card(&self, card: &Placement) -> Option<Arg> {
        let own = self.model.placements.get(&card.id).filter(|p| p.locked);
        let title = |p: &Placement| self.model.touchpoints.get(&p.touchpoint).map(|t| &t.title);
        let own = own.and_then(title).map(|title| label::short(title));
        own.or_else(|| self.place(card.spot, card.lane))
    }

    fn card_of(&self, id: PlacementId) -> Option<Arg> {
        self.model.placements.get(&id).and_then(|card| self.card(card))
    }

    fn note(&self, note: &Note) -> Option<Arg> {
        let own = self.model.notes.get(&note.id).filter(|n| n.locked);
        own.map(|n| label::short(&n.text)).or_else(|| self.place(note.spot, note.lane))
    }

    fn touchpoint(&self, id: TouchpointId) -> Option<Arg> {
        let cards = self.model.placements.values().filter(|p| p.touchpoint == id);
        cards.into_iter().find_map(|card| self.card(card))
    }
}

/// The record of an edit, when more of it changes than what a lock leaves free.
fn altered<R: Clone + PartialEq>(edit: &Edit<R>, bare: impl Fn(&R) -> R) -> Option<&R> {
    match (&edit.before, &edit.after) {
        (Some(before), Some(after)) if bare(before) == bare(after) => None,
        (before, after) => before.as_ref().or(after.as_ref()),
    }
}

fn both<R>(edit: &Edit<R>) -> impl Iterator<Item = &R> {
    edit.before.iter().chain(&edit.after)
}
