//! Which tables a file of each version has, exactly, and how an older file becomes a newer one.
//!
//! Whatever differs from the expected schema by a single character is not ours and is refused.

use super::file::APPLICATION_ID;
use super::{closing, migrations};
use rusqlite::{Connection, Result, Transaction, TransactionBehavior};

/// The first version and the steps since.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    base: &'static str,
    steps: &'static [&'static str],
}

/// What this program reads and writes.
pub(super) const CURRENT: Shape =
    Shape { base: include_str!("sql/schema.sql"), steps: migrations::ALL };

/// One line of `sqlite_schema`: type, name, table, text.
type SchemaRow = (String, String, String, Option<String>);

impl Shape {
    /// The version of the file.
    pub fn version(&self) -> i64 {
        1 + i64::try_from(self.steps.len()).unwrap_or(i64::MAX - 1)
    }

    /// Makes all tables in an empty database.
    pub fn create(&self, conn: &Connection) -> Result<()> {
        without_foreign_keys(conn, |conn| self.create_tables(conn))
    }

    fn create_tables(&self, conn: &Connection) -> Result<()> {
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        tx.execute_batch(self.base)?;
        for step in self.steps {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", self.version())?;
        tx.commit()
    }

    /// Brings a file of an older version up to date, in one transaction.
    pub fn upgrade(&self, conn: &Connection, from: i64) -> Result<()> {
        without_foreign_keys(conn, |conn| self.upgrade_tables(conn, from))
    }

    fn upgrade_tables(&self, conn: &Connection, from: i64) -> Result<()> {
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        closing::take_away(&tx)?;
        let done = usize::try_from(from - 1).unwrap_or(0);
        for step in self.steps.iter().skip(done) {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "user_version", self.version())?;
        tx.commit()
    }

    /// The first thing in a file that a file of that version does not have, or misses.
    pub fn difference(&self, conn: &Connection, version: i64) -> Result<Option<String>> {
        let older = usize::try_from(version - 1).unwrap_or(0).min(self.steps.len());
        let expected = Connection::open_in_memory()?;
        Shape { base: self.base, steps: &self.steps[..older] }.create(&expected)?;
        let (expected, found) = (rows(&expected)?, rows(conn)?);
        let strange = found.iter().find(|row| !expected.contains(row));
        let missing = expected.iter().find(|row| !found.contains(row));
        Ok(strange.or(missing).map(|row| row.1.clone()))
    }

    /// The same shape with one more step, to try upgrading.
    #[cfg(test)]
    pub const fn with_steps(steps: &'static [&'static str]) -> Self {
        Self { base: CURRENT.base, steps }
    }
}

/// A table that others refer to can only be made anew while nobody looks at the references.
fn without_foreign_keys(
    conn: &Connection,
    work: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    conn.pragma_update(None, "foreign_keys", false)?;
    let done = work(conn);
    conn.pragma_update(None, "foreign_keys", true)?;
    done
}

fn rows(conn: &Connection) -> Result<Vec<SchemaRow>> {
    let mut statement = conn.prepare(include_str!("sql/sqlite_schema/select.sql"))?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
    rows.collect()
}
