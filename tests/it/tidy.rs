//! Habits a compiler does not check: length of files, first lines, words that must not stand.

use super::layers::{code, sources};
use std::fs;
use std::path::Path;

/// Files longer than this fail; 200 is the aim.
const LONGEST_FILE: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn files_are_pages() {
    for path in sources(&root().join("src")) {
        let lines = code(&path).lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines of code", path.display());
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests", "benches", "examples"] {
        let folder = root().join(folder);
        if !folder.exists() {
            continue;
        }
        for path in sources(&folder) {
            let text = fs::read_to_string(&path).unwrap();
            let first = text.lines().next().unwrap_or_default();
            assert!(first.starts_with("//! "), "{} begins with: {first}", path.display());
        }
    }
}

#[test]
fn no_drawer_for_odds_and_ends() {
    for path in sources(&root().join("src")) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        for banned in ["util", "utils", "helper", "helpers", "common", "misc", "manager"] {
            assert_ne!(name, banned, "{} is named after nothing", path.display());
        }
    }
}

#[test]
fn no_mark_of_unfinished_work() {
    let marks = ["TO", "FIX", "XX"].map(|m| match m {
        "TO" => format!("{m}DO"),
        "FIX" => format!("{m}ME"),
        _ => format!("{m}X"),
    });
    for folder in ["src", "tests", "benches", "examples"] {
        let folder = root().join(folder);
        if !folder.exists() {
            continue;
        }
        for path in sources(&folder) {
            let text = fs::read_to_string(&path).unwrap();
            for mark in &marks {
                assert!(!text.contains(mark.as_str()), "{} has a {mark}", path.display());
            }
        }
    }
}

#[test]
fn the_entry_point_stays_thin() {
    let lines = fs::read_to_string(root().join("src/main.rs")).unwrap().lines().count();
    assert!(lines <= 40, "main.rs has {lines} lines");
}
