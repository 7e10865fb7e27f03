//! The nouns as rows: one folder of SQL a table, one `row_to_x` a kind.
//!
//! Knows how records are kept, not why they change.

mod map;
mod marks;
mod people;
mod survey;
mod words;
mod workshop;

use crate::model::{Change, Edit, Model, Record, Setting, Table};
use rusqlite::{CachedStatement, Connection, Result, Row, params};

use super::value::{word, word_of};

/// The statements of one table.
struct Sql {
    select: &'static str,
    upsert: &'static str,
    delete: &'static str,
}

/// The statements of the table of that name.
macro_rules! sql {
    ($table:literal) => {
        $crate::store::nouns::Sql {
            select: include_str!(concat!("../sql/", $table, "/select.sql")),
            upsert: include_str!(concat!("../sql/", $table, "/upsert.sql")),
            delete: include_str!(concat!("../sql/", $table, "/delete.sql")),
        }
    };
}
use sql;

/// A record that is kept as a row.
trait Kept: Record {
    const SQL: Sql;
    fn from_row(row: &Row) -> Result<Self>;
    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize>;
    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize>;
    /// Writes what does not fit in the row itself.
    fn upsert_lists(&self, _conn: &Connection) -> Result<()> {
        Ok(())
    }
}

/// Reads everything but the survey rows.
pub(super) fn load(conn: &Connection) -> Result<Model> {
    Ok(Model {
        settings: all(conn)?,
        teams: all(conn)?,
        owners: all(conn)?,
        personas: all(conn)?,
        channels: all(conn)?,
        journeys: all(conn)?,
        stages: all(conn)?,
        steps: all(conn)?,
        lanes: all(conn)?,
        touchpoints: all(conn)?,
        placements: all(conn)?,
        emotions: all(conn)?,
        notes: all(conn)?,
        surveys: all(conn)?,
        questions: all(conn)?,
        batches: all(conn)?,
        targets: all(conn)?,
        events: all(conn)?,
        synonyms: all(conn)?,
        stakeholders: all(conn)?,
        arrows: all(conn)?,
        remarks: all(conn)?,
        attachments: all(conn)?,
        versions: all(conn)?,
        ballots: all(conn)?,
        votes: all(conn)?,
        rounds: all(conn)?,
        guesses: all(conn)?,
        agenda: all(conn)?,
        themes: all(conn)?,
        views: all(conn)?,
        baselines: all(conn)?,
    })
}

/// Writes one change.
pub(super) fn write(conn: &Connection, change: &Change) -> Result<()> {
    match change {
        Change::Setting(edit) => put(conn, edit),
        Change::Team(edit) => put(conn, edit),
        Change::Owner(edit) => put(conn, edit),
        Change::Persona(edit) => put(conn, edit),
        Change::Channel(edit) => put(conn, edit),
        Change::Journey(edit) => put(conn, edit),
        Change::Stage(edit) => put(conn, edit),
        Change::Step(edit) => put(conn, edit),
        Change::Lane(edit) => put(conn, edit),
        Change::Touchpoint(edit) => put(conn, edit),
        Change::Placement(edit) => put(conn, edit),
        Change::Emotion(edit) => put(conn, edit),
        Change::Note(edit) => put(conn, edit),
        Change::Survey(edit) => put(conn, edit),
        Change::Question(edit) => put(conn, edit),
        Change::Batch(edit) => put(conn, edit),
        Change::Target(edit) => put(conn, edit),
        Change::Event(edit) => put(conn, edit),
        Change::Synonym(edit) => put(conn, edit),
        Change::Stakeholder(edit) => put(conn, edit),
        Change::Arrow(edit) => put(conn, edit),
        Change::Remark(edit) => put(conn, edit),
        Change::Attachment(edit) => put(conn, edit),
        Change::Version(edit) => put(conn, edit),
        Change::Ballot(edit) => put(conn, edit),
        Change::Vote(edit) => put(conn, edit),
        Change::Round(edit) => put(conn, edit),
        Change::Guess(edit) => put(conn, edit),
        Change::AgendaItem(edit) => put(conn, edit),
        Change::Theme(edit) => put(conn, edit),
        Change::SavedView(edit) => put(conn, edit),
        Change::Baseline(edit) => put(conn, edit),
    }
}

fn all<R: Kept>(conn: &Connection) -> Result<Table<R>> {
    let mut statement = conn.prepare(R::SQL.select)?;
    let rows = statement.query_map([], R::from_row)?;
    rows.map(|row| row.map(|record| (record.id(), record))).collect()
}

fn put<R: Kept>(conn: &Connection, edit: &Edit<R>) -> Result<()> {
    match (&edit.after, &edit.before) {
        (Some(after), _) => {
            after.upsert(&mut conn.prepare_cached(R::SQL.upsert)?)?;
            after.upsert_lists(conn)
        }
        (None, Some(before)) => {
            R::delete(before.id(), &mut conn.prepare_cached(R::SQL.delete)?).map(drop)
        }
        (None, None) => Ok(()),
    }
}

impl Kept for Setting {
    const SQL: Sql = sql!("settings");

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self { key: word(row, 0)?, value: row.get(1)? })
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![word_of(&self.key)?, self.value])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([word_of(&id)?])
    }
}
