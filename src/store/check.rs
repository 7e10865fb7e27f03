//! Looking into a file without working in it: does it hold together, and what is inside?
//!
//! Changes nothing, not even a mark.

use super::connection::{Access, Place, connect};
use super::file::DocumentFile;
use super::{StoreError, open, schema};
use rusqlite::Connection;
use serde::Serialize;
use std::path::Path;

/// What was found in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CheckReport {
    /// Name of the file.
    pub file: String,
    /// Length in bytes.
    pub bytes: u64,
    /// Version of the file format.
    pub version: i64,
    /// What does not hold together; empty when all is well. In the words of the database.
    pub problems: Vec<String>,
    /// Table by table the number of rows, such as `journeys`, `responses`, `history`.
    pub counts: Vec<(String, i64)>,
}

/// The tables that are counted.
const COUNTED: [(&str, &str); 15] = [
    ("journeys", "SELECT count(*) FROM journeys"),
    ("stages", "SELECT count(*) FROM stages"),
    ("steps", "SELECT count(*) FROM steps"),
    ("touchpoints", "SELECT count(*) FROM touchpoints"),
    ("notes", "SELECT count(*) FROM notes"),
    ("owners", "SELECT count(*) FROM owners"),
    ("surveys", "SELECT count(*) FROM surveys"),
    ("questions", "SELECT count(*) FROM questions"),
    ("batches", "SELECT count(*) FROM batches WHERE active = 1"),
    ("responses", "SELECT count(*) FROM responses"),
    ("answers", "SELECT count(*) FROM answers"),
    ("comments", "SELECT count(*) FROM comments"),
    ("contacts", "SELECT count(*) FROM contacts"),
    ("identities", "SELECT count(*) FROM identities"),
    ("history", "SELECT count(*) FROM history"),
];

pub(super) fn report(path: &Path) -> Result<CheckReport, StoreError> {
    let file = DocumentFile::open(path, schema::CURRENT.version())?;
    let name = file.name.clone();
    let told = |error: rusqlite::Error| StoreError::sql(&name, &error);
    let conn = connect(&Place::File(file.path.clone()), Access::Read).map_err(told)?;
    let version = open::look_at_schema(&conn, &schema::CURRENT, &name)?;
    let problems = problems(&conn, "PRAGMA integrity_check").map_err(told)?;
    let count = |(table, sql): (&str, &str)| {
        conn.query_row(sql, [], |row| row.get(0)).map(|n| (table.to_owned(), n))
    };
    let counts = COUNTED.into_iter().map(count).collect::<Result<_, _>>().map_err(told)?;
    let bytes = file.path.metadata().map_or(0, |m| m.len());
    Ok(CheckReport { file: name.clone(), bytes, version, problems, counts })
}

/// Reads the whole file through, without comparing indices with their tables.
pub(super) fn quick(conn: &Connection, name: &str) -> Result<(), StoreError> {
    let found = problems(conn, "PRAGMA quick_check(1)").map_err(|e| StoreError::sql(name, &e))?;
    match found.into_iter().next() {
        Some(detail) => Err(StoreError::Damaged { file: name.to_owned(), detail }),
        None => Ok(()),
    }
}

fn problems(conn: &Connection, pragma: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = conn.prepare(pragma)?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}
