//! Which room may call which, and which room alone knows a foreign library.
//!
//! The table is that of `docs/ARCHITECTURE.md`; an arrow that it does not allow fails here.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, and the rooms it may use.
const ROOMS: [(&str, &[&str]); 13] = [
    ("model", &[]),
    ("scores", &["model"]),
    ("metrics", &["model"]),
    ("analysis", &["metrics", "scores", "model"]),
    ("jobs", &["model"]),
    ("text", &["model"]),
    ("render", &["analysis", "metrics", "scores", "model", "text"]),
    ("store", &["model", "scores", "jobs"]),
    ("import", &["model", "jobs"]),
    ("document", &["store", "import", "analysis", "scores", "model", "jobs"]),
    ("export", &["render", "analysis", "metrics", "scores", "model", "text", "document", "jobs"]),
    (
        "cli",
        &[
            "document", "import", "export", "render", "analysis", "metrics", "scores", "model",
            "text", "jobs", "app",
        ],
    ),
    (
        "app",
        &[
            "document", "import", "export", "render", "analysis", "metrics", "scores", "model",
            "text", "jobs",
        ],
    ),
];

/// Foreign library, and the room that may name it. Pictures and archives are read in one room and
/// written in another.
const LIBRARIES: [(&str, &[&str]); 18] = [
    ("rusqlite", &["store"]),
    ("egui", &["app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("csv", &["import"]),
    ("csv_nose", &["import"]),
    ("chardetng", &["import"]),
    ("encoding_rs", &["import"]),
    ("calamine", &["import"]),
    ("quick_xml", &["import", "export"]),
    ("zip", &["import", "export"]),
    ("resvg", &["export"]),
    ("image", &["export", "import"]),
    ("plotters", &["render"]),
    ("fluent_bundle", &["text"]),
    ("icu_decimal", &["text"]),
    ("clap", &["cli"]),
    ("crossbeam_channel", &["jobs"]),
];

/// Every `.rs` file below a folder.
pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file up to its tests, without comments.
pub fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Names that stand after `prefix` as a whole path segment.
fn named_after(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in code.split(prefix).skip(1) {
        if let Some(list) = part.strip_prefix('{') {
            // `use crate::{a::B, c}`: the names at the outer level.
            let mut depth = 0;
            let mut word = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.push(std::mem::take(&mut word)),
                    _ if depth == 0 && !c.is_whitespace() => word.push(c),
                    _ => {}
                }
            }
            names.push(word);
        } else {
            names.push(part.to_owned());
        }
    }
    names
        .into_iter()
        .map(|n| n.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .filter(|n: &String| !n.is_empty())
        .collect()
}

fn uses_library(code: &str, library: &str) -> bool {
    code.match_indices(library).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + library.len()..];
        after.starts_with("::") && !before.is_some_and(|c| c.is_alphanumeric() || "_:".contains(c))
    })
}

#[test]
fn rooms_call_only_their_neighbours() {
    let mut faults = Vec::new();
    for (room, allowed) in ROOMS {
        for path in sources(&src().join(room)) {
            for name in named_after(&code(&path), "crate::") {
                let is_room = ROOMS.iter().any(|(r, _)| *r == name);
                if is_room && name != room && !allowed.contains(&name.as_str()) {
                    faults.push(format!("{}: {room} may not use {name}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_foreign_library_has_one_room() {
    let mut faults = Vec::new();
    for path in sources(&src()) {
        let room = path.strip_prefix(src()).unwrap().components().next().unwrap();
        let room = room.as_os_str().to_str().unwrap();
        let code = code(&path);
        for (library, homes) in LIBRARIES {
            if uses_library(&code, library) && !homes.contains(&room) {
                faults.push(format!("{}: {library} belongs in {homes:?}", path.display()));
            }
        }
        let spawns = code.contains("thread::spawn") || code.contains("thread::Builder");
        if spawns && room != "jobs" {
            faults.push(format!("{}: threads are started in jobs", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_folder_of_the_library_is_a_known_room() {
    for entry in fs::read_dir(src()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(ROOMS.iter().any(|(room, _)| *room == name), "unknown room {name}");
        }
    }
}

#[test]
fn the_reader_of_use_lines_sees_lists_and_paths() {
    let code = "use crate::{model::{A, B}, store};\nuse crate::text::Texts; crate::app::run()";
    assert_eq!(named_after(code, "crate::"), ["model", "store", "text", "app"]);
    assert!(uses_library("let a = csv::Reader::new();", "csv"));
    assert!(!uses_library("crate::csv::x(); my_csv::y()", "csv"));
}
