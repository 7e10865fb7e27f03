//! Deleting the rows of an import for good, after it was taken back.
//!
//! Never touches an import that is still counted.

use crate::model::BatchId;
use crate::store::settled::{self, LAST_IDENTITY, LAST_RESPONSE};
use crate::store::{history, words};
use rusqlite::{Connection, OptionalExtension, Result};

/// Deletes the rows of a batch; false when it is still active or unknown.
pub(in crate::store) fn purge(conn: &Connection, batch: BatchId) -> Result<bool> {
    let mut inactive = conn.prepare(include_str!("../sql/batches/inactive.sql"))?;
    let key: Option<i64> = inactive.query_row([batch.0.as_bytes()], |row| row.get(0)).optional()?;
    let Some(key) = key else { return Ok(false) };
    remember(conn, LAST_RESPONSE, include_str!("../sql/responses/newest.sql"))?;
    remember(conn, LAST_IDENTITY, include_str!("../sql/identities/newest.sql"))?;
    words::forget_batch(conn, key)?;
    for sql in [
        include_str!("../sql/answers/purge.sql"),
        include_str!("../sql/comments/purge.sql"),
        include_str!("../sql/responses/purge.sql"),
        include_str!("../sql/contacts/purge.sql"),
        include_str!("../sql/rejected_cells/purge.sql"),
        include_str!("../sql/rollup/purge.sql"),
        include_str!("../sql/batches/purge.sql"),
    ] {
        conn.execute(sql, [key])?;
    }
    conn.execute(include_str!("../sql/identities/purge.sql"), [])?;
    history::clear(conn)?;
    Ok(true)
}

/// Keys are never given out twice, so that what is joined to a deleted row stays joined rightly.
fn remember(conn: &Connection, name: &str, sql: &str) -> Result<()> {
    let newest: i64 = conn.query_row(sql, [], |row| row.get(0))?;
    let before: i64 = settled::get(conn, name)?.unwrap_or(0);
    settled::set(conn, name, newest.max(before))
}
