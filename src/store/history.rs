//! The undo steps in the file and the cursor among them.
//!
//! Holds changes of nouns only, never survey rows.

use super::settled::{self, UNDONE};
use super::value::{json, json_of};
use crate::model::{Change, Message};
use rusqlite::{Connection, Result, Row};

/// One named undo step.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// Its number; later steps have higher ones.
    pub seq: i64,
    /// What was done, for the menu.
    pub name: Message,
    /// What it changed, in order.
    pub changes: Vec<Change>,
}

/// What a write does to the undo steps.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum HistoryEdit<'a> {
    /// Adds a step of that name; undone steps are dropped first.
    Push {
        /// What is done.
        name: &'a Message,
    },
    /// One more step is undone. The changes are already the inverse.
    Undo,
    /// One step fewer is undone.
    Redo,
    /// No step: the change cannot be taken back.
    None,
}

fn row_to_step(row: &Row) -> Result<Step> {
    Ok(Step { seq: row.get(0)?, name: json(row, 1)?, changes: json(row, 2)? })
}

/// All steps, oldest first, and how many of the newest are undone.
pub(super) fn load(conn: &Connection) -> Result<(Vec<Step>, usize)> {
    let mut statement = conn.prepare(include_str!("sql/history/select.sql"))?;
    let steps: Vec<Step> = statement.query_map([], row_to_step)?.collect::<Result<_>>()?;
    let undone = usize::try_from(undone(conn)?).unwrap_or(0).min(steps.len());
    Ok((steps, undone))
}

/// Moves along with a write.
pub(super) fn follow(conn: &Connection, changes: &[Change], edit: HistoryEdit<'_>) -> Result<()> {
    match edit {
        HistoryEdit::Push { name } => push(conn, changes, name),
        HistoryEdit::Undo => move_cursor(conn, 1),
        HistoryEdit::Redo => move_cursor(conn, -1),
        HistoryEdit::None => Ok(()),
    }
}

/// Forgets every step.
pub(super) fn clear(conn: &Connection) -> Result<()> {
    conn.execute_batch(include_str!("sql/history/delete_all.sql"))?;
    settled::set(conn, UNDONE, 0)
}

/// Forgets the oldest steps.
pub(super) fn forget_oldest(conn: &Connection, count: usize) -> Result<()> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let mut delete = conn.prepare_cached(include_str!("sql/history/delete_oldest.sql"))?;
    delete.execute([count]).map(drop)
}

fn push(conn: &Connection, changes: &[Change], name: &Message) -> Result<()> {
    let undone = undone(conn)?;
    if undone > 0 {
        conn.prepare_cached(include_str!("sql/history/delete_newest.sql"))?.execute([undone])?;
        settled::set(conn, UNDONE, 0)?;
    }
    let row = [json_of(name)?, json_of(changes)?];
    conn.prepare_cached(include_str!("sql/history/insert.sql"))?.execute(row).map(drop)
}

/// The cursor stays within the steps there are.
fn move_cursor(conn: &Connection, by: i64) -> Result<()> {
    let steps: i64 = conn.query_row(include_str!("sql/history/count.sql"), [], |r| r.get(0))?;
    settled::set(conn, UNDONE, (undone(conn)? + by).clamp(0, steps))
}

fn undone(conn: &Connection) -> Result<i64> {
    Ok(settled::get(conn, UNDONE)?.unwrap_or(0))
}
