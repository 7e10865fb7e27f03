//! Customers and employees: a name is kept once, apart, and meant by an integer everywhere else.
//!
//! No name and no hash of one stands beside an answer.

use super::seen::Seen;
use crate::store::settled::{self, LAST_IDENTITY};
use rusqlite::{Connection, Result, Statement, params};

/// The people of one kind.
pub(super) struct People<'s> {
    conn: &'s Connection,
    kind: &'static str,
    /// By fingerprint of the name; read when the first name comes.
    seen: Option<Seen>,
    insert: Statement<'s>,
    /// The highest key ever given out to people who are gone.
    last_key: i64,
}

impl<'s> People<'s> {
    pub fn new(conn: &'s Connection, kind: &'static str) -> Result<Self> {
        let insert = conn.prepare(include_str!("../sql/identities/insert.sql"))?;
        let last_key = settled::get(conn, LAST_IDENTITY)?.unwrap_or(0);
        Ok(Self {
            conn,
            kind,
            seen: None,
            insert,
            last_key,
        })
    }

    /// The key of a person, made when the name is new.
    pub fn key(&mut self, name: Option<&str>) -> Result<Option<i64>> {
        let Some(name) = name else { return Ok(None) };
        let seen = match &mut self.seen {
            Some(seen) => seen,
            empty => empty.insert(known(self.conn, self.kind)?),
        };
        if let Some(key) = seen.get(name) {
            return Ok(Some(key));
        }
        self.insert
            .execute(params![self.last_key, self.kind, name])?;
        let key = self.conn.last_insert_rowid();
        seen.insert(name, key);
        Ok(Some(key))
    }
}

fn known(conn: &Connection, kind: &str) -> Result<Seen> {
    let mut seen = Seen::default();
    let mut statement = conn.prepare(include_str!("../sql/identities/select.sql"))?;
    let mut rows = statement.query([kind])?;
    while let Some(row) = rows.next()? {
        seen.insert(row.get_ref(1)?.as_str()?, row.get(0)?);
    }
    Ok(seen)
}
