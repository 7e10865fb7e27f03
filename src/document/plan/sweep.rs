//! What hung on something that is gone goes with it.
//!
//! Runs after every command, so that no command has to know what may hang on what it deletes.

use super::order;
use crate::model::{CardRef, Holder, Item, Model, Record};

/// Takes away what refers to nothing any more.
pub fn sweep(draft: &mut Model) {
    let mut left = std::mem::take(draft);
    let holds = |m: &Model, item: Item| match item {
        Item::Touchpoint(id) => m.touchpoints.contains_key(&id),
        Item::Note(id) => m.notes.contains_key(&id),
    };
    let stands = |m: &Model, card: CardRef| match card {
        CardRef::Card(id) => m.placements.contains_key(&id),
        CardRef::Note(id) => m.notes.contains_key(&id),
    };
    let mut arrows = std::mem::take(&mut left.arrows);
    arrows.retain(|_, a| stands(&left, a.from) && stands(&left, a.to));
    left.arrows = arrows;
    let mut remarks = std::mem::take(&mut left.remarks);
    remarks.retain(|_, r| holds(&left, r.item));
    left.remarks = remarks;
    let mut attachments = std::mem::take(&mut left.attachments);
    attachments.retain(|_, a| match a.holder {
        Holder::Touchpoint(id) => left.touchpoints.contains_key(&id),
        Holder::Note(id) => left.notes.contains_key(&id),
        Holder::Persona(id) => left.personas.contains_key(&id),
    });
    left.attachments = attachments;
    let touchpoints = &left.touchpoints;
    left.synonyms.retain(|_, s| touchpoints.contains_key(&s.touchpoint));
    let there = |id: Option<_>| id.is_none_or(|id| touchpoints.contains_key(&id));
    left.themes.retain(|_, t| there(t.touchpoint));
    left.baselines.retain(|_, b| there(b.touchpoint));
    let themes: Vec<_> = left.themes_in_order().into_iter().map(Record::id).collect();
    order::number(&mut left.themes, &themes, |t| &mut t.position);
    workshops(&mut left);
    references(&mut left);
    *draft = left;
}

fn workshops(draft: &mut Model) {
    let (journeys, touchpoints, notes) = (&draft.journeys, &draft.touchpoints, &draft.notes);
    draft.ballots.retain(|_, b| journeys.contains_key(&b.journey));
    let ballots = &draft.ballots;
    draft.votes.retain(|_, v| {
        let there = match v.item {
            Item::Touchpoint(id) => touchpoints.contains_key(&id),
            Item::Note(id) => notes.contains_key(&id),
        };
        there && ballots.contains_key(&v.ballot)
    });
    draft.rounds.retain(|_, r| journeys.contains_key(&r.journey));
    let rounds = &draft.rounds;
    draft
        .guesses
        .retain(|_, g| rounds.contains_key(&g.round) && touchpoints.contains_key(&g.touchpoint));
}

/// References that may be empty become so.
fn references(draft: &mut Model) {
    let (journeys, personas) = (&draft.journeys, &draft.personas);
    let gone = |link: &Option<_>| link.is_some_and(|id| !journeys.contains_key(&id));
    for touchpoint in draft.touchpoints.values_mut().filter(|t| gone(&t.sub_journey)) {
        touchpoint.sub_journey = None;
    }
    for note in draft.notes.values_mut().filter(|n| gone(&n.sub_journey)) {
        note.sub_journey = None;
    }
    for lane in draft.lanes.values_mut() {
        lane.persona = lane.persona.filter(|id| personas.contains_key(id));
    }
    for survey in draft.surveys.values_mut() {
        survey.journeys.retain(|id| journeys.contains_key(id));
    }
}
