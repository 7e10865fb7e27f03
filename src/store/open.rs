//! Opening a document: treat the file as hostile until it has shown to be ours.
//!
//! The order matters: first bytes, then the lock, then SQL; nothing is written before all is well.

use super::connection::{Access, Place, connect};
use super::file::{APPLICATION_ID, DocumentFile, ReadOnly};
use super::history::{self, Step};
use super::schema::Shape;
use super::{Store, StoreError, check, closing, copy, nouns};
use crate::jobs::Reporter;
use crate::model::Model;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Files up to this size are checked at once; longer ones on a worker, or before the first write.
const CHECKED_AT_ONCE: u64 = 16 * 1024 * 1024;
/// No honest document needs longer to be opened.
const LONGEST: Duration = Duration::from_secs(60);

/// An open document with all that is read at once.
pub struct Opened {
    /// The file.
    pub store: Store,
    /// Everything but the survey rows.
    pub model: Model,
    /// The undo steps, oldest first.
    pub steps: Vec<Step>,
    /// How many of the newest steps are undone.
    pub undone: usize,
    /// Why it cannot be written, if so.
    pub read_only: Option<ReadOnly>,
}

pub(super) fn open(path: &Path, shape: &Shape) -> Result<Opened, StoreError> {
    let file = DocumentFile::open(path, shape.version())?;
    let name = file.name.clone();
    let told = |error: rusqlite::Error| StoreError::sql(&name, &error);
    let mut store = connect_to(file)?;
    let deadline = Instant::now() + LONGEST;
    store.conn.progress_handler(10_000, Some(move || Instant::now() > deadline)).map_err(told)?;
    let version = look_at_schema(&store.conn, shape, &name)?;
    let broken = first_broken_reference(&store.conn).map_err(told)?;
    if let Some(table) = broken {
        return Err(StoreError::Damaged { file: name, detail: table });
    }
    let never: Option<fn() -> bool> = None;
    store.conn.progress_handler(0, never).map_err(told)?;
    decide_on_check(&store)?;
    if version < shape.version() {
        store = upgrade(store, shape, version)?;
    }
    let model = nouns::load(&store.conn).map_err(told)?;
    let (steps, undone) = history::load(&store.conn).map_err(told)?;
    let read_only = store.read_only;
    Ok(Opened { store, model, steps, undone, read_only })
}

fn connect_to(file: DocumentFile) -> Result<Store, StoreError> {
    let access = if file.read_only.is_some() { Access::Read } else { Access::Write };
    let place = Place::File(file.path.clone());
    let conn = connect(&place, access).map_err(|e| StoreError::sql(&file.name, &e))?;
    Ok(Store::new(conn, place, Some(Arc::new(file))))
}

/// The version of a file whose schema is, to the letter, one that this program makes.
pub(super) fn look_at_schema(
    conn: &Connection,
    shape: &Shape,
    name: &str,
) -> Result<i64, StoreError> {
    let told = |error: rusqlite::Error| StoreError::sql(name, &error);
    let number = |pragma| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, version) =
        (number("application_id").map_err(told)?, number("user_version").map_err(told)?);
    let file = name.to_owned();
    if application != i64::from(APPLICATION_ID) {
        return Err(StoreError::OtherProgram { file });
    }
    if version > shape.version() {
        return Err(StoreError::Newer { file, version, known: shape.version() });
    }
    match shape.difference(conn, version).map_err(told)? {
        Some(detail) => Err(StoreError::Altered { file, detail }),
        None => Ok(version),
    }
}

/// The table of the first noun that refers to one that is not there.
fn first_broken_reference(conn: &Connection) -> rusqlite::Result<Option<String>> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    rows.next()?.map(|row| row.get(0)).transpose()
}

/// A file that this machine closed cleanly was whole then, and nothing wrote in it since.
fn decide_on_check(store: &Store) -> Result<(), StoreError> {
    let Some(file) = store.file.as_ref().filter(|_| store.read_only.is_none()) else {
        return Ok(());
    };
    if store.told(closing::is_ours(&store.conn, file))? {
        return Ok(());
    }
    let size = file.path.metadata().map_or(0, |m| m.len());
    if size <= CHECKED_AT_ONCE {
        return check::quick(&store.conn, &file.name);
    }
    store.needs_check.set(true);
    Ok(())
}

/// Brings an older file up to date, after a copy of it; a protected one only in memory.
fn upgrade(store: Store, shape: &Shape, from: i64) -> Result<Store, StoreError> {
    let reporter = Reporter::silent();
    if store.read_only.is_some() {
        let place = Place::memory();
        let mut memory = store.told(connect(&place, Access::Write))?;
        copy::pages(&store.conn, &mut memory, &store.name(), &reporter)?;
        store.told(shape.upgrade(&memory, from))?;
        let mut upgraded = Store::new(memory, place, store.file.clone());
        upgraded.read_only = store.read_only;
        return Ok(upgraded);
    }
    if let Some(path) = store.path() {
        let backup = backup_path(path, from);
        copy::exact(&store.conn, store.file.as_deref(), &backup, &reporter)?;
    }
    store.told(shape.upgrade(&store.conn, from))?;
    store.written.set(true);
    Ok(store)
}

/// `NAME.v1.klantreis` beside the file, or with a number where that is taken.
fn backup_path(path: &Path, version: i64) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let named = |extra: String| path.with_file_name(format!("{stem}.v{version}{extra}.klantreis"));
    let mut candidates = (2..).map(|i| named(format!("-{i}")));
    let first = named(String::new());
    if first.exists() { candidates.find(|c| !c.exists()).unwrap_or(first) } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, Edit, Origin, Team, TeamId};
    use crate::store::HistoryEdit;
    use crate::store::migrations;
    use crate::store::schema::CURRENT;

    const NEXT: Shape = Shape::with_steps(&[
        migrations::V2,
        migrations::V3,
        migrations::V4,
        migrations::V5,
        migrations::V6,
        "ALTER TABLE teams ADD COLUMN floor INTEGER;
         CREATE TABLE rooms (id BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
         INSERT INTO rooms (id, name) SELECT id, name FROM teams;",
    ]);
    const BROKEN: Shape = Shape::with_steps(&[
        migrations::V2,
        migrations::V3,
        migrations::V4,
        migrations::V5,
        migrations::V6,
        "CREATE TABLE half (x) STRICT; nonsense;",
    ]);

    /// A file of this version with one team in it.
    fn older() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.klantreis");
        let mut store = Store::create(&path).unwrap();
        let team =
            Team { id: TeamId::fresh(), name: "Billing".to_owned(), department: String::new() };
        let change = Change::Team(Edit { before: None, after: Some(team) });
        store.write(&[change], HistoryEdit::None).unwrap();
        (folder, path)
    }

    fn rooms(store: &Store) -> i64 {
        store.conn.query_row("SELECT count(*) FROM rooms", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn an_older_file_is_copied_and_brought_up_to_date() {
        let (folder, path) = older();
        let before = std::fs::read(&path).unwrap();
        let opened = open(&path, &NEXT).unwrap();
        assert_eq!((opened.model.teams.len(), rooms(&opened.store)), (1, 1));
        drop(opened);
        let again = open(&path, &NEXT).unwrap();
        assert_eq!((again.read_only, rooms(&again.store)), (None, 1));
        drop(again);
        assert!(matches!(open(&path, &CURRENT), Err(StoreError::Newer { version: 7, .. })));
        let backup = folder.path().join("plan.v6.klantreis");
        // The header counts the copying itself; all else is the same.
        assert_eq!(std::fs::read(&backup).unwrap()[4096..], before[4096..]);
        assert_eq!(open(&backup, &CURRENT).unwrap().model.teams.len(), 1);
    }

    #[test]
    fn a_file_of_version_2_keeps_its_imports() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("two.klantreis");
        drop(Store::create(&path).unwrap());
        std::fs::remove_file(&path).unwrap();
        let conn = rusqlite::Connection::open(&path).unwrap();
        Shape::with_steps(&[migrations::V2]).create(&conn).unwrap();
        conn.execute_batch(
            "INSERT INTO surveys (id, name, wave, audience)
             VALUES (zeroblob(16), 'Spring', '', 'customer');
             INSERT INTO batches (id, active, survey, file_name, file_hash, profile, imported_at,
               rows_read, responses, answers, comments, duplicates, rejected)
             VALUES (randomblob(16), 1, zeroblob(16), 'a.csv', 'ab', '{}', '2026-01-01T00:00:00Z',
               1, 1, 0, 1, 0, 0);
             INSERT INTO subjects (touchpoint, label, unmatched) VALUES (randomblob(16), 'Bill', 1);
             INSERT INTO responses (key, batch, day) VALUES (1, 1, 3);
             INSERT INTO comments (key, batch, subject, day, text) VALUES (65536, 1, 1, 3, 'Late');",
        )
        .unwrap();
        drop(conn);
        let opened = open(&path, &CURRENT).unwrap();
        let batch = opened.model.batches.values().next().unwrap();
        assert_eq!((batch.origin, batch.file_bytes, batch.contacts), (Origin::File, 0, 0));
        assert_eq!(batch.continues, None);
        let unmatched = opened.store.unmatched().unwrap();
        assert_eq!((unmatched[0].label.as_str(), unmatched[0].comments), ("Bill", 1));
        assert!(folder.path().join("two.v2.klantreis").exists());
    }

    #[test]
    fn a_file_of_version_3_keeps_its_refused_cells() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("three.klantreis");
        let conn = Connection::open(&path).unwrap();
        Shape::with_steps(&[migrations::V2, migrations::V3]).create(&conn).unwrap();
        conn.execute_batch(
            r#"INSERT INTO surveys (id, name, wave, audience)
             VALUES (zeroblob(16), 'Spring', '', 'customer');
             INSERT INTO batches (id, active, survey, file_name, file_hash, profile, imported_at,
               rows_read, responses, answers, comments, duplicates, rejected, origin, file_bytes)
             VALUES (x'07000000000000000000000000000001', 1, zeroblob(16), 'a.csv', 'ab', '{}',
               '2026-01-01T00:00:00Z', 1, 1, 0, 0, 0, 1, 'pasted', 12);
             INSERT INTO responses (key, batch, day, file_row) VALUES (1, 1, 3, 2);
             INSERT INTO rejected_cells (batch, row, column_name, value, reason, duplicate)
             VALUES (1, 2, 'nps', 'x', '{"key": "import-reason-no-number"}', 0);"#,
        )
        .unwrap();
        conn.close().unwrap();
        let opened = open(&path, &CURRENT).unwrap();
        let batch = opened.model.batches.values().next().unwrap();
        assert_eq!((batch.origin, batch.file_bytes, batch.rejected), (Origin::Pasted, 12, 1));
        assert_eq!(opened.store.rejected(batch.id).unwrap()[0].value, "x");
        // The cell belongs to no response that is known, and is there all the same.
        let left = opened.store.kept_rows(batch.id, &mut |row| row.refused.is_empty()).unwrap();
        assert_eq!(left.len(), 1);
        assert!(folder.path().join("three.v3.klantreis").exists());
        drop(opened);
        assert_eq!(open(&path, &CURRENT).unwrap().model.batches.len(), 1);
    }

    #[test]
    fn a_file_of_version_4_gets_an_empty_code_book() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("four.klantreis");
        let conn = Connection::open(&path).unwrap();
        let four = Shape::with_steps(&[migrations::V2, migrations::V3, migrations::V4]);
        four.create(&conn).unwrap();
        conn.execute_batch(
            "INSERT INTO touchpoints (id, title, description, moment_of_truth)
             VALUES (zeroblob(16), 'Bill', '', 0);",
        )
        .unwrap();
        conn.close().unwrap();
        let opened = open(&path, &CURRENT).unwrap();
        let model = &opened.model;
        assert_eq!((model.touchpoints.len(), model.themes.len()), (1, 0));
        assert_eq!((model.views.len(), model.baselines.len()), (0, 0));
        assert!(folder.path().join("four.v4.klantreis").exists());
    }

    #[test]
    fn a_file_of_version_5_has_personas_that_nothing_describes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("five.klantreis");
        let conn = Connection::open(&path).unwrap();
        let five =
            Shape::with_steps(&[migrations::V2, migrations::V3, migrations::V4, migrations::V5]);
        five.create(&conn).unwrap();
        conn.execute_batch(
            "INSERT INTO personas (id, name, role, goals, frustrations, quote)
             VALUES (zeroblob(16), 'Sanne', '', '', '', '');",
        )
        .unwrap();
        conn.close().unwrap();
        let opened = open(&path, &CURRENT).unwrap();
        let persona = opened.model.personas.values().next().unwrap();
        assert!(persona.name == "Sanne" && !persona.is_described());
        assert!(folder.path().join("five.v5.klantreis").exists());
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_as_it_was() {
        let (_folder, path) = older();
        let before = std::fs::read(&path).unwrap();
        assert!(open(&path, &BROKEN).is_err());
        assert!(std::fs::read(&path).unwrap() == before, "the file was touched");
        assert_eq!(open(&path, &CURRENT).unwrap().model.teams.len(), 1);
    }

    #[test]
    fn an_older_file_that_is_protected_is_brought_up_to_date_in_memory() {
        let (_folder, path) = older();
        let mut permissions = path.metadata().unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&path, permissions).unwrap();
        let before = std::fs::read(&path).unwrap();
        let opened = open(&path, &NEXT).unwrap();
        assert_eq!((opened.read_only, rooms(&opened.store)), (Some(ReadOnly::Protected), 1));
        drop(opened);
        assert!(std::fs::read(&path).unwrap() == before, "the file was touched");
    }

    /// A file of the first version: a card, a note and a title, as that version wrote them.
    const FIRST: &str = "
        INSERT INTO settings VALUES ('title', 'Old map');
        INSERT INTO journeys VALUES (x'01000000000000000000000000000001', 'J', 'current', NULL, 0);
        INSERT INTO stages VALUES (x'02000000000000000000000000000001',
          x'01000000000000000000000000000001', 'use', NULL, 0);
        INSERT INTO lanes VALUES (x'03000000000000000000000000000001',
          x'01000000000000000000000000000001', 'touchpoints', 'Contact', 1, 0);
        INSERT INTO touchpoints VALUES (x'04000000000000000000000000000001', 'Bill', '', NULL, NULL, 1);
        INSERT INTO placements VALUES (x'05000000000000000000000000000001',
          x'04000000000000000000000000000001', x'01000000000000000000000000000001',
          x'02000000000000000000000000000001', NULL, x'03000000000000000000000000000001', 2, 0);
        INSERT INTO history (name, changes) VALUES ('{\"key\":\"step-add-lane\"}',
          '[{\"lane\":{\"before\":null,\"after\":{\"id\":\"03000000-0000-0000-0000-000000000001\",
            \"journey\":\"01000000-0000-0000-0000-000000000001\",\"kind\":\"touchpoints\",
            \"name\":\"Contact\",\"visible\":true,\"position\":0}}}]');";

    #[test]
    fn a_file_of_the_first_version_keeps_all_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.klantreis");
        let conn = Connection::open(&path).unwrap();
        Shape::with_steps(&[]).create(&conn).unwrap();
        conn.execute_batch(FIRST).unwrap();
        conn.close().unwrap();
        let opened = open(&path, &CURRENT).unwrap();
        assert_eq!((opened.model.title(), opened.steps.len()), ("Old map", 1));
        let card = opened.model.placements.values().next().unwrap();
        let lane = &opened.model.lanes[&card.lane];
        assert_eq!((card.span, lane.name.as_deref(), lane.height), (2, Some("Contact"), 0));
        let touchpoint = &opened.model.touchpoints[&card.touchpoint];
        assert!(touchpoint.moment_of_truth && touchpoint.marks == crate::model::Marks::default());
        drop(opened);
        let again = open(&path, &CURRENT).unwrap();
        assert_eq!(again.model.placements.len(), 1);
    }
}
