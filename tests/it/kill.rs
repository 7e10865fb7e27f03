//! A process killed in the middle of an import: the document opens, holds everything from before
//! and nothing of the import.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use klantreis::document::{Command, Document, ImportOptions, sample};
use klantreis::jobs::Reporter;
use klantreis::model::{JourneyId, JourneyState};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Where the child finds its work; without it the child's test does nothing.
const FOLDER: &str = "KLANTREIS_TEST_IMPORT_FOLDER";
/// Times a child is killed.
const TIMES: u32 = 20;
/// Rows of the survey file.
const ROWS: u64 = 5000;

const MAPPING: &str = r#"{
    "survey": {"name": "Contacts"},
    "columns": [
        {"column": "id", "role": "response_id"},
        {"column": "place", "role": "touchpoint"},
        {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"},
        {"column": "said", "role": "comment"}
    ],
    "unmatched": "create"
}"#;

fn document_in(folder: &Path) -> PathBuf {
    folder.join("map.klantreis")
}

/// Writes a survey file of some rows.
fn write_feedback(folder: &Path, rows: u64) {
    let mut csv = String::from("id,place,nps,said\n");
    for row in 0..rows {
        let (place, score) = (row % 7, row % 11);
        writeln!(csv, "r{row},Place {place},{score},something to say about number {row}").unwrap();
    }
    std::fs::write(folder.join("feedback.csv"), csv).unwrap();
}

fn import(folder: &Path) {
    let mut document = Document::open(&document_in(folder)).unwrap();
    let profile = sample::profile(MAPPING).unwrap();
    let feedback = folder.join("feedback.csv");
    let options = ImportOptions::default();
    document.import(&feedback, &profile, &options, &Reporter::silent()).unwrap();
}

/// Not a test of its own: the process that is killed by the test below.
#[test]
fn child_that_imports() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        import(Path::new(&folder));
    }
}

fn start_child(folder: &Path) -> Child {
    std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::child_that_imports", "--test-threads", "1"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn a_killed_import_leaves_the_document_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    write_feedback(folder.path(), ROWS);
    let path = document_in(folder.path());
    let mut document = Document::create(&path, "Energy").unwrap();
    let (id, name, state) = (JourneyId::fresh(), "Customer".to_owned(), JourneyState::Current);
    document.run(&Command::AddJourney { id, name, state, standard: true }).unwrap();
    let (before, history) = (document.model().clone(), document.history().clone());
    drop(document);

    // How long a whole import takes, on a copy.
    let rehearsal = tempfile::tempdir().unwrap();
    std::fs::copy(folder.path().join("feedback.csv"), rehearsal.path().join("feedback.csv"))
        .unwrap();
    std::fs::copy(&path, document_in(rehearsal.path())).unwrap();
    let begun = Instant::now();
    assert!(start_child(rehearsal.path()).wait().unwrap().success());
    let whole = begun.elapsed();

    let mut met_in_the_middle = 0;
    for time in 1..=TIMES {
        let mut child = start_child(folder.path());
        std::thread::sleep(whole.mul_f64(f64::from(time) / f64::from(TIMES)));
        child.kill().unwrap();
        child.wait().unwrap();
        met_in_the_middle += u32::from(path.with_extension("klantreis-journal").exists());
        let mut document = open_soon(&path);
        assert_eq!(document.read_only(), None);
        if document.model().batches.is_empty() {
            assert_eq!(*document.model(), before);
            assert_eq!(*document.history(), history);
            assert_eq!(document.scores(&Reporter::silent()).unwrap().responses(), 0);
        } else {
            // It was quicker than the kill: then all of it is there, and is taken back.
            assert_eq!(
                document.scores(&Reporter::silent()).unwrap().answers(),
                usize::try_from(ROWS).unwrap()
            );
            document.undo().unwrap();
            assert_eq!(*document.model(), before);
            let rename = Command::RenameJourney { journey: id, name: "Customer ".to_owned() };
            document.run(&rename).unwrap();
            break;
        }
    }
    assert!(met_in_the_middle > 0, "no kill met a transaction");
}

/// The system may take a moment to let go of a dead process's lock.
fn open_soon(path: &Path) -> Document {
    let begun = Instant::now();
    loop {
        let document = Document::open(path).unwrap();
        if document.read_only().is_none() || begun.elapsed() > Duration::from_secs(5) {
            return document;
        }
        drop(document);
        std::thread::sleep(Duration::from_millis(20));
    }
}
