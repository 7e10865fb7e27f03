//! Owners, teams, personas and channels as rows.
//!
//! The columns stand in the order of the SQL files of each table.

use super::{Kept, Sql, sql};
use crate::model::{
    Channel, ChannelId, Owner, OwnerId, Persona, PersonaId, Stakeholder, StakeholderId, Team,
    TeamId,
};
use crate::store::value::{
    json, json_of, uuid, uuid_or_none, word, word_of, word_of_or_none, word_or_none,
};
use rusqlite::{CachedStatement, Result, Row, params};

fn row_to_team(row: &Row) -> Result<Team> {
    Ok(Team { id: TeamId(uuid(row, 0)?), name: row.get(1)?, department: row.get(2)? })
}

fn row_to_owner(row: &Row) -> Result<Owner> {
    Ok(Owner {
        id: OwnerId(uuid(row, 0)?),
        name: row.get(1)?,
        role: row.get(2)?,
        email: row.get(3)?,
        team: uuid_or_none(row, 4)?.map(TeamId),
        hue: word_or_none(row, 5)?,
    })
}

fn row_to_persona(row: &Row) -> Result<Persona> {
    Ok(Persona {
        id: PersonaId(uuid(row, 0)?),
        name: row.get(1)?,
        role: row.get(2)?,
        goals: row.get(3)?,
        frustrations: row.get(4)?,
        quote: row.get(5)?,
        hue: word_or_none(row, 6)?,
        segments: json(row, 7)?,
    })
}

fn row_to_channel(row: &Row) -> Result<Channel> {
    Ok(Channel { id: ChannelId(uuid(row, 0)?), kind: word(row, 1)?, name: row.get(2)? })
}

fn row_to_stakeholder(row: &Row) -> Result<Stakeholder> {
    Ok(Stakeholder {
        id: StakeholderId(uuid(row, 0)?),
        name: row.get(1)?,
        role: row.get(2)?,
        organisation: row.get(3)?,
        stake: row.get(4)?,
        influence: word(row, 5)?,
    })
}

impl Kept for Team {
    const SQL: Sql = sql!("teams");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_team(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![self.id.0.as_bytes(), self.name, self.department])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Owner {
    const SQL: Sql = sql!("owners");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_owner(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.name,
            self.role,
            self.email,
            self.team.as_ref().map(|id| id.0.as_bytes()),
            word_of_or_none(self.hue.as_ref())?,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Persona {
    const SQL: Sql = sql!("personas");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_persona(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.name,
            self.role,
            self.goals,
            self.frustrations,
            self.quote,
            word_of_or_none(self.hue.as_ref())?,
            json_of(&self.segments)?,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Channel {
    const SQL: Sql = sql!("channels");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_channel(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![self.id.0.as_bytes(), word_of(&self.kind)?, self.name])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Stakeholder {
    const SQL: Sql = sql!("stakeholders");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_stakeholder(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.name,
            self.role,
            self.organisation,
            self.stake,
            word_of(&self.influence)?,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}
