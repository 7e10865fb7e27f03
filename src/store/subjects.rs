//! What answers and comments are about: the keys of the file, read with today's synonyms.
//!
//! The one place where a label that nobody knew gets the meaning it was given later. Writes nothing.

use super::value::{uuid, uuid_or_none};
use crate::model::{TouchpointId, query::folded};
use rusqlite::{Connection, Result, Row};
use std::collections::HashMap;

/// What a row is about.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Subject {
    /// The touchpoint; absent = the journey as a whole. A label that has no meaning yet has an
    /// identity of its own here, which is no touchpoint of the document.
    pub touchpoint: Option<TouchpointId>,
    /// The label in the survey file, while the map does not know it.
    pub label: Option<String>,
    /// The label that nobody knew when it came in, whatever it means today.
    pub as_met: Option<String>,
}

/// All that answers are about.
#[derive(Default)]
pub(super) struct Subjects(HashMap<i64, Subject>);

impl Subjects {
    pub fn load(conn: &Connection) -> Result<Self> {
        let meanings = all(conn, include_str!("sql/synonyms/select.sql"), |row| {
            Ok((folded(row.get_ref(1)?.as_str()?), TouchpointId(uuid(row, 2)?)))
        })?;
        let meanings: HashMap<String, TouchpointId> = meanings.into_iter().collect();
        let found = all(conn, include_str!("sql/subjects/select.sql"), |row| {
            let touchpoint = uuid_or_none(row, 1)?.map(TouchpointId);
            let unmatched: bool = row.get(3)?;
            let label: Option<String> = row.get(2)?;
            let as_met = label.clone().filter(|_| unmatched);
            let meaning = as_met.as_deref().and_then(|label| meanings.get(&folded(label)));
            Ok((
                row.get(0)?,
                match meaning {
                    Some(known) => Subject { touchpoint: Some(*known), label: None, as_met },
                    None => Subject { touchpoint, label, as_met },
                },
            ))
        })?;
        Ok(Self(found.into_iter().collect()))
    }

    /// The subject of a key.
    pub fn get(&self, key: i64) -> Option<&Subject> {
        self.0.get(&key)
    }

    /// The touchpoint of a key.
    pub fn touchpoint(&self, key: i64) -> Option<TouchpointId> {
        self.get(key).and_then(|subject| subject.touchpoint)
    }

    /// All of them with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &Subject)> {
        self.0.iter().map(|(key, subject)| (*key, subject))
    }
}

fn all<T>(conn: &Connection, sql: &str, read: impl Fn(&Row) -> Result<T>) -> Result<Vec<T>> {
    conn.prepare(sql)?.query_map([], |row| read(row))?.collect()
}
