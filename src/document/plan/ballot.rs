//! Dot votes: a budget of dots a head, and nobody's name beside them.

use super::{check, derive, item, label};
use crate::model::{Ballot, BallotId, Item, JourneyId, Message, Model, Refusal, Vote, VoteId};

/// Most dots a head, and most heads.
const MOST: i64 = 1_000;

/// Opens a ballot.
pub fn open(
    draft: &mut Model,
    id: BallotId,
    journey: JourneyId,
    name: &str,
    dots: i64,
    heads: i64,
) -> Result<Message, Refusal> {
    check::unused(&draft.ballots, id)?;
    check::journey(draft, journey)?;
    let name = check::name(name)?;
    if !(1..=MOST).contains(&dots) || !(1..=MOST).contains(&heads) {
        return Err(Message::new("document-ballot-size").with("most", MOST).into());
    }
    let step = Message::new("step-open-ballot").with("name", label::short(&name));
    draft.ballots.insert(id, Ballot { id, journey, name, dots, heads, closed: false });
    Ok(step)
}

/// Gives dots, or takes them back.
pub fn vote(draft: &mut Model, id: BallotId, item: Item, dots: i64) -> Result<Message, Refusal> {
    let ballot = check::ballot(draft, id)?.clone();
    let step = Message::new("step-vote").with("name", item::name(draft, item)?);
    if ballot.closed {
        let message = Message::new("document-ballot-closed");
        return Err(message.with("name", label::short(&ballot.name)).into());
    }
    let given: i64 = draft.votes.values().filter(|v| v.ballot == id).map(|v| v.dots).sum();
    let budget = ballot.dots * ballot.heads;
    let vote = vote_id(id, item);
    let old = draft.votes.get(&vote).map_or(0, |v| v.dots);
    if dots < -old || !(-budget..=budget).contains(&dots) {
        return Err(Message::new("document-no-dots").into());
    }
    if given + dots > budget {
        return Err(Message::new("document-budget-spent").with("budget", budget).into());
    }
    if old + dots == 0 {
        draft.votes.remove(&vote);
    } else {
        draft.votes.insert(vote, Vote { id: vote, ballot: id, item, dots: old + dots });
    }
    Ok(step)
}

/// Ends a ballot, or goes on with it.
pub fn close(draft: &mut Model, id: BallotId, closed: bool) -> Result<Message, Refusal> {
    let ballot = check::ballot_mut(draft, id)?;
    ballot.closed = closed;
    let key = if closed { "step-close-ballot" } else { "step-reopen-ballot" };
    Ok(Message::new(key).with("name", label::short(&ballot.name)))
}

/// Deletes a ballot with its dots.
pub fn delete(draft: &mut Model, id: BallotId) -> Result<Message, Refusal> {
    let name = label::short(&check::ballot(draft, id)?.name);
    draft.ballots.remove(&id);
    Ok(Message::new("step-delete-ballot").with("name", name))
}

/// One thing has one record of dots in a ballot.
fn vote_id(ballot: BallotId, item: Item) -> VoteId {
    let (kind, id) = match item {
        Item::Touchpoint(id) => (b't', id.0),
        Item::Note(id) => (b'n', id.0),
    };
    let part: Vec<u8> = std::iter::once(kind).chain(*id.as_bytes()).collect();
    VoteId(derive::id(ballot.0, part))
}
