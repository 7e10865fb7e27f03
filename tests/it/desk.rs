//! A drawn journey to work on, for every test that needs one.
//!
//! Draws only: what is asked about it is each test's own.

use klantreis::document::{Command, Document};
use klantreis::model::{JourneyId, JourneyState, PlacementId, Spot, TouchpointId};

/// A journey of the six stages with touchpoints in the stages of these numbers.
pub fn draw(document: &mut Document, name: &str, cards: &[(&str, usize)]) -> JourneyId {
    let (id, state, standard) = (JourneyId::fresh(), JourneyState::Current, true);
    let add = Command::AddJourney { id, name: name.to_owned(), state, standard };
    document.run(&add).unwrap();
    add_cards(document, id, cards);
    id
}

/// Adds touchpoints to the stages of these numbers.
pub fn add_cards(document: &mut Document, journey: JourneyId, cards: &[(&str, usize)]) {
    let stages: Vec<_> = document.model().stages_of(journey).iter().map(|s| s.id).collect();
    for (title, stage) in cards {
        let command = Command::AddTouchpoint {
            id: TouchpointId::fresh(),
            placement: PlacementId::fresh(),
            journey,
            spot: Spot::Stage(stages[*stage]),
            lane: None,
            title: (*title).into(),
            index: None,
        };
        document.run(&command).unwrap();
    }
}

/// The touchpoint of a title.
pub fn named(document: &Document, title: &str) -> TouchpointId {
    document.model().touchpoint_named(title).unwrap().id
}
