//! Bytes kept apart from the nouns: pictures, and the whole of named versions.
//!
//! They stay as long as a noun or an undo step refers to them.

use crate::model::{Blob, BlobId};
use rusqlite::{Connection, OptionalExtension, Result, params};

/// Keeps bytes; those that are here already are left as they are.
pub(super) fn put(conn: &Connection, blobs: &[Blob]) -> Result<()> {
    if blobs.is_empty() {
        return Ok(());
    }
    let mut insert = conn.prepare_cached(include_str!("sql/blobs/insert.sql"))?;
    for blob in blobs {
        insert.execute(params![blob.id.0.as_bytes(), blob.bytes])?;
    }
    Ok(())
}

/// The bytes of that identity.
pub(super) fn get(conn: &Connection, id: BlobId) -> Result<Option<Vec<u8>>> {
    let mut select = conn.prepare_cached(include_str!("sql/blobs/select.sql"))?;
    select.query_row([id.0.as_bytes()], |row| row.get(0)).optional()
}

/// Lets go of bytes that no noun and no undo step refers to.
pub(super) fn tidy(conn: &Connection) -> Result<()> {
    conn.execute_batch(include_str!("sql/blobs/tidy.sql"))
}
