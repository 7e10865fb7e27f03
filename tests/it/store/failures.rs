//! Files that cannot be opened: each is told by its kind and left byte for byte as it was.

use super::*;
use klantreis::model::Tell;
use std::path::Path;

/// A document with something in it, altered by `alter`.
fn altered(path: &Path, alter: impl FnOnce(&mut Vec<u8>)) {
    let mut store = Store::create(path).unwrap();
    let teams: Vec<_> = (0..200).map(|i| added(team(&format!("team {i}")))).collect();
    push(&mut store, &teams);
    drop(store);
    let mut bytes = std::fs::read(path).unwrap();
    alter(&mut bytes);
    std::fs::write(path, bytes).unwrap();
}

/// What opening says, as the key of its message.
fn told(path: &Path) -> String {
    let before = std::fs::read(path).ok();
    let error = Store::open(path).err().expect("must not open");
    assert_eq!(std::fs::read(path).ok(), before, "the file was touched");
    error.message().key.into_owned()
}

#[test]
fn each_bad_file_gets_its_sentence_and_stays_as_it_was() {
    type Alter = fn(&mut Vec<u8>);
    let cases: [(&str, Alter); 11] = [
        ("store-truncated", |b| b.clear()),
        ("store-truncated", |b| b.truncate(60)),
        ("store-truncated", |b| b.truncate(b.len() / 2)),
        ("store-truncated", |b| b.truncate(b.len() - 1)),
        ("store-not-a-document", |b| *b = b"\x89PNG and so on".to_vec()),
        ("store-not-a-document", |b| b[3] = b'x'),
        ("store-other-program", |b| b[68..72].fill(0)),
        ("store-newer", |b| b[60..64].copy_from_slice(&99_u32.to_be_bytes())),
        ("store-damaged", |b| b[60..64].fill(0)),
        ("store-altered", |b| b[18..20].fill(2)),
        ("store-damaged", |b| b[4096..].fill(0xA5)),
    ];
    for (number, (key, alter)) in cases.into_iter().enumerate() {
        let (_folder, path) = folder();
        altered(&path, alter);
        assert_eq!(told(&path), key, "case {number}");
    }
}

#[test]
fn what_is_no_file_is_told_too() {
    let (folder, path) = folder();
    assert_eq!(told(&path), "store-not-found");
    assert_eq!(told(folder.path()), "store-is-folder");
    std::fs::write(&path, "mine").unwrap();
    for (path, key) in [
        (path.clone(), "store-exists"),
        (folder.path().to_owned(), "store-is-folder"),
        (folder.path().join("no/such.klantreis"), "store-folder-missing"),
    ] {
        assert_eq!(Store::create(&path).err().unwrap().message().key, key);
    }
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
}

#[test]
fn tables_triggers_and_views_of_others_are_refused() {
    for sql in [
        "CREATE TABLE extra (x)",
        "CREATE VIEW v AS SELECT * FROM teams",
        "CREATE TRIGGER t AFTER INSERT ON teams BEGIN DELETE FROM owners; END",
        "CREATE INDEX i ON teams (name)",
        "DROP TABLE events",
        "ALTER TABLE teams ADD COLUMN extra TEXT",
    ] {
        let (_folder, path) = folder();
        drop(Store::create(&path).unwrap());
        run_sql(&path, sql);
        assert_eq!(told(&path), "store-altered", "{sql}");
    }
}

#[test]
fn contents_that_contradict_each_other_are_refused() {
    for sql in [
        "PRAGMA foreign_keys = OFF; INSERT INTO steps VALUES (zeroblob(16), zeroblob(16), 'x', 0)",
        "PRAGMA ignore_check_constraints = ON; INSERT INTO channels VALUES (zeroblob(16), 'smoke', NULL)",
        "PRAGMA ignore_check_constraints = ON; INSERT INTO teams VALUES (zeroblob(3), 'x', '')",
        "PRAGMA ignore_check_constraints = ON; INSERT INTO history VALUES (1, '{}', '[]')",
    ] {
        let (_folder, path) = folder();
        drop(Store::create(&path).unwrap());
        run_sql(&path, sql);
        assert_eq!(told(&path), "store-damaged", "{sql}");
    }
}

/// Alters a file as another program would.
fn run_sql(path: &Path, sql: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
}
