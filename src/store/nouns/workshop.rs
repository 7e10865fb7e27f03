//! Versions, votes, guesses and the agenda as rows.
//!
//! The columns stand in the order of the SQL files of each table.

use super::marks::{item_columns, row_to_item};
use super::{Kept, Sql, sql};
use crate::model::{
    AgendaItem, AgendaItemId, Ballot, BallotId, BlobId, Guess, GuessId, JourneyId, Round, RoundId,
    Scale, TouchpointId, Version, VersionId, Vote, VoteId,
};
use crate::store::value::{uuid, word, word_of};
use rusqlite::{CachedStatement, Result, Row, params};

fn row_to_version(row: &Row) -> Result<Version> {
    Ok(Version {
        id: VersionId(uuid(row, 0)?),
        name: row.get(1)?,
        at: row.get(2)?,
        blob: BlobId(uuid(row, 3)?),
        journeys: row.get(4)?,
        cards: row.get(5)?,
    })
}

fn row_to_ballot(row: &Row) -> Result<Ballot> {
    Ok(Ballot {
        id: BallotId(uuid(row, 0)?),
        journey: JourneyId(uuid(row, 1)?),
        name: row.get(2)?,
        dots: row.get(3)?,
        heads: row.get(4)?,
        closed: row.get(5)?,
    })
}

fn row_to_vote(row: &Row) -> Result<Vote> {
    Ok(Vote {
        id: VoteId(uuid(row, 0)?),
        ballot: BallotId(uuid(row, 1)?),
        item: row_to_item(row, 2)?,
        dots: row.get(4)?,
    })
}

fn row_to_round(row: &Row) -> Result<Round> {
    Ok(Round {
        id: RoundId(uuid(row, 0)?),
        journey: JourneyId(uuid(row, 1)?),
        name: row.get(2)?,
        metric: word(row, 3)?,
        scale: Scale { min: row.get(4)?, max: row.get(5)?, better: word(row, 6)? },
        revealed: row.get(7)?,
    })
}

fn row_to_guess(row: &Row) -> Result<Guess> {
    Ok(Guess {
        id: GuessId(uuid(row, 0)?),
        round: RoundId(uuid(row, 1)?),
        touchpoint: TouchpointId(uuid(row, 2)?),
        value: row.get(3)?,
    })
}

fn row_to_agenda_item(row: &Row) -> Result<AgendaItem> {
    Ok(AgendaItem {
        id: AgendaItemId(uuid(row, 0)?),
        name: row.get(1)?,
        minutes: row.get(2)?,
        position: row.get(3)?,
    })
}

impl Kept for Version {
    const SQL: Sql = sql!("versions");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_version(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (id, blob) = (self.id.0.as_bytes(), self.blob.0.as_bytes());
        statement.execute(params![id, self.name, self.at, blob, self.journeys, self.cards])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Ballot {
    const SQL: Sql = sql!("ballots");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_ballot(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (id, journey) = (self.id.0.as_bytes(), self.journey.0.as_bytes());
        statement.execute(params![id, journey, self.name, self.dots, self.heads, self.closed])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Vote {
    const SQL: Sql = sql!("votes");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_vote(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (touchpoint, note) = item_columns(&self.item);
        let (id, ballot) = (self.id.0.as_bytes(), self.ballot.0.as_bytes());
        statement.execute(params![id, ballot, touchpoint, note, self.dots])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Round {
    const SQL: Sql = sql!("rounds");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_round(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.journey.0.as_bytes(),
            self.name,
            word_of(&self.metric)?,
            self.scale.min,
            self.scale.max,
            word_of(&self.scale.better)?,
            self.revealed,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Guess {
    const SQL: Sql = sql!("guesses");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_guess(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.round.0.as_bytes(),
            self.touchpoint.0.as_bytes(),
            self.value,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for AgendaItem {
    const SQL: Sql = sql!("agenda");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_agenda_item(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![self.id.0.as_bytes(), self.name, self.minutes, self.position])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}
