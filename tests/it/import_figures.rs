//! Every file of the public data through the program itself: what `detect` says of it and what
//! `import` makes of it, beside a table of figures.
//!
//! The table is `tests/data/public_figures.tsv`; `KLANTREIS_FIGURES=write` writes it anew.

use super::airport::shared;
use super::tables::files;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

const TABLE: &str = "tests/data/public_figures.tsv";
const HEADER: &str = "file\tformat\tencoding\tdelimiter\theader\tcolumns\trows\tpreset\t\
    responses\tanswers\tcomments\tcontacts\tduplicates\trejected\twhy not";

fn program(args: &[&Path]) -> (Option<i32>, Value, String) {
    let made = Command::new(env!("CARGO_BIN_EXE_klantreis"))
        .args(["--lang", "en"])
        .args(args)
        .output()
        .unwrap();
    let told = String::from_utf8(made.stderr).unwrap();
    (made.status.code(), serde_json::from_slice(&made.stdout).unwrap_or_default(), told)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.replace('\t', "tab"),
        other => other.to_string(),
    }
}

/// One line of the table. A refusal is a sentence that names the file, never a crash.
fn line(path: &Path, name: &str, empty: &Path, folder: &Path) -> String {
    let json = Path::new("--json");
    let (code, found, told) = program(&[Path::new("detect"), path, json]);
    let mut cells = vec![name.to_owned()];
    let refusal = |code: Option<i32>, told: &str| {
        let told = told.trim();
        assert_eq!(code, Some(1), "{name}: {told}");
        assert_eq!(told.lines().count(), 1, "{name}: {told}");
        told.to_owned()
    };
    if code != Some(0) {
        cells.extend(std::iter::repeat_n("-".to_owned(), 13));
        cells.push(refusal(code, &told));
        return cells.join("\t");
    }
    cells.push(cell(&found["format"]));
    for key in ["encoding", "delimiter", "header_rows"] {
        cells.push(cell(&found[key]["value"]));
    }
    cells.push(found["columns"].as_array().unwrap().len().to_string());
    cells.push(cell(&found["rows_examined"]));
    cells.push(cell(&found["preset"]["value"]));
    let document = folder.join("figures.klantreis");
    std::fs::copy(empty, &document).unwrap();
    let (code, made, told) = program(&[Path::new("import"), &document, path, json]);
    let keys = ["responses", "answers", "comments", "contacts", "duplicates", "rejected_total"];
    cells.extend(keys.map(|key| cell(&made[key])));
    cells.push(if code == Some(0) { "-".to_owned() } else { refusal(code, &told) });
    if code == Some(0) {
        assert!(made["rows_read"].as_u64().unwrap() >= found["rows_examined"].as_u64().unwrap());
    }
    cells.join("\t")
}

/// All files of the public data by their names below it.
fn all() -> Option<Vec<(String, PathBuf)>> {
    let mut paths = Vec::new();
    let root = shared("README.md")?.parent().unwrap().to_owned();
    for folder in ["exports", "surveys", "nasty", "journeys"] {
        for ending in [
            ".csv", ".tsv", ".txt", ".json", ".xlsx", ".xlsm", ".xlsb", ".xls", ".xla", ".ods",
            ".pdf", ".zip", ".mmd", ".md",
        ] {
            files(&root.join(folder), ending, &mut paths);
        }
    }
    let name = |path: &Path| path.strip_prefix(&root).unwrap().display().to_string();
    let mut all: Vec<_> = paths.into_iter().map(|path| (name(&path), path)).collect();
    all.sort();
    Some(all)
}

#[test]
fn every_public_file_gives_the_figures_of_the_table() {
    let Some(all) = all() else { return };
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.klantreis");
    let (code, _, told) =
        program(&[Path::new("new"), &empty, Path::new("--template"), Path::new("blank")]);
    assert_eq!(code, Some(0), "{told}");
    let open = Mutex::new(all.iter());
    let lines = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for worker in 0..2 {
            let own = folder.path().join(worker.to_string());
            let (open, lines, empty) = (&open, &lines, &empty);
            scope.spawn(move || {
                std::fs::create_dir(&own).unwrap();
                loop {
                    let Some((name, path)) = open.lock().unwrap().next() else { return };
                    let made = line(path, name, empty, &own);
                    lines.lock().unwrap().insert(name.clone(), made);
                }
            });
        }
    });
    let made: Vec<String> = lines.into_inner().unwrap().into_values().collect();
    assert_eq!(made.len(), all.len());
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    if std::env::var_os("KLANTREIS_FIGURES").is_some_and(|how| how == "write") {
        std::fs::write(table, format!("{HEADER}\n{}\n", made.join("\n"))).unwrap();
        return;
    }
    let wanted = std::fs::read_to_string(table).unwrap();
    let wanted: Vec<&str> = wanted.lines().skip(1).collect();
    let differ: Vec<String> = wanted
        .iter()
        .zip(&made)
        .filter(|(wanted, made)| *wanted != made)
        .map(|(wanted, made)| format!("wanted {wanted}\n   got {made}"))
        .collect();
    assert!(differ.is_empty(), "{} files differ:\n{}", differ.len(), differ.join("\n"));
    assert_eq!(wanted.len(), made.len());
}
