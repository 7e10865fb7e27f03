//! What the file remembers about itself between sessions, by key.
//!
//! Not the document's own values: those are a noun of the model.

use rusqlite::{Connection, OptionalExtension, Result, ToSql, types::FromSql};

/// How many of the newest undo steps are undone.
pub(super) const UNDONE: &str = "undone";
/// The newest comment whose words are indexed.
pub(super) const INDEXED_TO: &str = "indexed_to";
/// The highest key that a response ever had, and a person.
pub(super) const LAST_RESPONSE: &str = "last_response";
pub(super) const LAST_IDENTITY: &str = "last_identity";
/// The closing mark.
pub(super) const CLOSED: &str = "closed";

/// The value of a key.
pub(super) fn get<T: FromSql>(conn: &Connection, key: &str) -> Result<Option<T>> {
    let mut statement = conn.prepare_cached(include_str!("sql/document/get.sql"))?;
    statement.query_row([key], |row| row.get(0)).optional()
}

/// Sets the value of a key.
pub(super) fn set(conn: &Connection, key: &str, value: impl ToSql) -> Result<()> {
    let mut statement = conn.prepare_cached(include_str!("sql/document/set.sql"))?;
    statement.execute(rusqlite::params![key, value]).map(drop)
}

/// Forgets a key.
pub(super) fn forget(conn: &Connection, key: &str) -> Result<()> {
    conn.prepare_cached(include_str!("sql/document/delete.sql"))?.execute([key]).map(drop)
}
