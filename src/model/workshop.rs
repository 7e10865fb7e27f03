//! What a workshop leaves behind: versions, dot votes, guesses, the agenda.
//!
//! No clocks: how long an item already runs is known to the window only.

use super::id::{
    AgendaItemId, BallotId, BlobId, GuessId, JourneyId, RoundId, TouchpointId, VersionId, VoteId,
};
use super::marks::Item;
use super::survey::{Metric, Scale};
use serde::{Deserialize, Serialize};

/// A named version of the document, such as "after workshop 1". The whole of it is kept apart.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Version {
    /// Identity.
    pub id: VersionId,
    /// Name.
    pub name: String,
    /// When it was kept, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub at: String,
    /// The model as it was, as JSON.
    pub blob: BlobId,
    /// Number of journeys in it.
    pub journeys: i64,
    /// Number of cards in it, touchpoints and notes together.
    pub cards: i64,
}

/// A round of dot votes: each of `heads` people has `dots` dots. Who gave which is not kept.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Ballot {
    /// Identity.
    pub id: BallotId,
    /// The map that is voted on.
    pub journey: JourneyId,
    /// What is asked.
    pub name: String,
    /// Dots a head, 1 or more.
    pub dots: i64,
    /// Number of people, 1 or more.
    pub heads: i64,
    /// Whether it is over; only then its dots are shown.
    pub closed: bool,
}

/// The dots of one ballot on one thing.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Vote {
    /// Identity.
    pub id: VoteId,
    /// In which ballot.
    pub ballot: BallotId,
    /// On what.
    pub item: Item,
    /// How many, 1 or more.
    pub dots: i64,
}

/// A round of guesses: what participants think that customers answered, before it is revealed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Round {
    /// Identity.
    pub id: RoundId,
    /// The map it is about.
    pub journey: JourneyId,
    /// Name, such as the group that guesses.
    pub name: String,
    /// Which score is guessed.
    pub metric: Metric,
    /// On which scale, with its direction.
    pub scale: Scale,
    /// Whether the measured scores may be shown beside the guesses.
    pub revealed: bool,
}

/// One participant's guess of a touchpoint's score. Who guessed is not kept.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Guess {
    /// Identity.
    pub id: GuessId,
    /// In which round.
    pub round: RoundId,
    /// About what.
    pub touchpoint: TouchpointId,
    /// The answer this participant expects, on the round's scale.
    pub value: i64,
}

/// One item of the workshop's agenda.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Identity.
    pub id: AgendaItemId,
    /// What is done.
    pub name: String,
    /// For how long, 1 minute or more.
    pub minutes: i64,
    /// Place in the agenda, from 0.
    pub position: i64,
}
