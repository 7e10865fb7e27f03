//! Labels of survey files that the map does not know, with what stands under each.
//!
//! Only reads; what a label means is a noun of the model.

use super::subjects::Subjects;
use rusqlite::{Connection, Result};
use serde::Serialize;
use std::collections::BTreeMap;

/// A label that has no meaning yet.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct UnmatchedLabel {
    /// The label, as it was met first.
    pub label: String,
    /// Answers that stand under it.
    pub answers: u64,
    /// Comments that stand under it.
    pub comments: u64,
    /// Contacts that stand under it.
    pub contacts: u64,
}

/// The labels of the active imports that nobody knows, those with most under them first.
pub(super) fn load(conn: &Connection) -> Result<Vec<UnmatchedLabel>> {
    let mut found: BTreeMap<i64, UnmatchedLabel> = BTreeMap::new();
    for (key, subject) in Subjects::load(conn)?.iter() {
        if let (Some(label), Some(_)) = (&subject.label, &subject.as_met) {
            let label = UnmatchedLabel { label: label.clone(), ..UnmatchedLabel::default() };
            found.insert(key, label);
        }
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    count(conn, include_str!("sql/subjects/counts.sql"), &mut found, |l| &mut l.answers)?;
    count(conn, include_str!("sql/subjects/comments.sql"), &mut found, |l| &mut l.comments)?;
    count(conn, include_str!("sql/subjects/contacts.sql"), &mut found, |l| &mut l.contacts)?;
    let mut labels: Vec<_> = found.into_values().filter(|l| l.weight() > 0).collect();
    labels.sort_by(|a, b| b.weight().cmp(&a.weight()).then_with(|| a.label.cmp(&b.label)));
    Ok(labels)
}

impl UnmatchedLabel {
    fn weight(&self) -> u64 {
        self.answers + self.comments + self.contacts
    }
}

fn count(
    conn: &Connection,
    sql: &str,
    found: &mut BTreeMap<i64, UnmatchedLabel>,
    field: fn(&mut UnmatchedLabel) -> &mut u64,
) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(label) = found.get_mut(&row.get(0)?) {
            *field(label) += row.get::<_, i64>(1)?.unsigned_abs();
        }
    }
    Ok(())
}
