//! Themes, saved views and baselines as rows.
//!
//! The columns stand in the order of the SQL files of each table.

use super::{Kept, Sql, sql};
use crate::model::{Baseline, BaselineId, SavedView, SavedViewId, Theme, ThemeId, TouchpointId};
use crate::store::value::{json, json_of, uuid, uuid_or_none, word, word_of};
use rusqlite::{CachedStatement, Result, Row, params};

impl Kept for Theme {
    const SQL: Sql = sql!("themes");

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: ThemeId(uuid(row, 0)?),
            name: row.get(1)?,
            lang: word(row, 2)?,
            touchpoint: uuid_or_none(row, 3)?.map(TouchpointId),
            include: json(row, 4)?,
            exclude: json(row, 5)?,
            position: row.get(6)?,
        })
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.name,
            word_of(&self.lang)?,
            self.touchpoint.as_ref().map(|id| id.0.as_bytes()),
            json_of(&self.include)?,
            json_of(&self.exclude)?,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for SavedView {
    const SQL: Sql = sql!("saved_views");

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: SavedViewId(uuid(row, 0)?),
            name: row.get(1)?,
            what: row.get(2)?,
            position: row.get(3)?,
        })
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![self.id.0.as_bytes(), self.name, self.what, self.position])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Baseline {
    const SQL: Sql = sql!("baselines");

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: BaselineId(uuid(row, 0)?),
            metric: word(row, 1)?,
            audience: word(row, 2)?,
            touchpoint: uuid_or_none(row, 3)?.map(TouchpointId),
            from: row.get(4)?,
            to: row.get(5)?,
        })
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            word_of(&self.metric)?,
            word_of(&self.audience)?,
            self.touchpoint.as_ref().map(|id| id.0.as_bytes()),
            self.from,
            self.to,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}
