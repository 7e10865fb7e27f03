//! Cells that were not taken over, with their row, column, value and reason.
//!
//! Only reads; an import writes them.

use super::value::json;
use crate::model::{BatchId, Message};
use rusqlite::{Connection, Result, Row};
use serde::Serialize;

/// A cell of an import that was not taken over.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RejectedCell {
    /// Row of the file, from 1.
    pub row: u64,
    /// Header of the column, or `#N`.
    pub column: String,
    /// The cell as read.
    pub value: String,
    /// Why.
    pub reason: Message,
    /// Whether it was a good answer met twice rather than a bad cell.
    pub duplicate: bool,
}

pub(super) fn row_to_rejected_cell(row: &Row) -> Result<RejectedCell> {
    Ok(RejectedCell {
        row: row.get::<_, i64>(0)?.unsigned_abs(),
        column: row.get(1)?,
        value: row.get(2)?,
        reason: json(row, 3)?,
        duplicate: row.get(4)?,
    })
}

pub(super) fn of_batch(conn: &Connection, batch: BatchId) -> Result<Vec<RejectedCell>> {
    let mut statement = conn.prepare(include_str!("sql/rejected_cells/select.sql"))?;
    let rows = statement.query_map([batch.0.as_bytes()], row_to_rejected_cell)?;
    rows.collect()
}
