//! Files that grow, folders that fill up, refused cells written out.

use klantreis::document::{
    Command, Document, FileOutcome, ImportOptions, ImportReport, KnownFile, sample,
};
use klantreis::import::{ImportError, Profile};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
    document: Document,
}

const HEAD: &str = "date,nps,said\n";
const FIRST: &str = "2026-07-01,9,Fine\n2026-07-02,3,\n2026-07-02,11,\n";
const NEXT: &str = "2026-07-03,7,\n2026-07-03,x,\n";

fn mapping(min: i32) -> Value {
    json!({
        "survey": {"name": "Contacts"},
        "columns": [
            {"column": "date", "role": "date"},
            {"column": "nps", "role": "answer", "metric": "nps", "min": min, "max": 10,
             "better": "high"},
            {"column": "said", "role": "comment"}
        ]
    })
}

fn profile(min: i32) -> Profile {
    sample::profile(&mapping(min).to_string()).unwrap()
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let document = Document::create(&folder.path().join("a.klantreis"), "Energy").unwrap();
        std::fs::create_dir(folder.path().join("in")).unwrap();
        Self { folder, document }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join("in").join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn try_import(&mut self, text: &str, min: i32) -> Result<ImportReport, ImportError> {
        let file = self.file("log.csv", text);
        let options = ImportOptions::default();
        self.document.import(&file, &profile(min), &options, &Reporter::silent())
    }

    fn import(&mut self, text: &str) -> ImportReport {
        self.try_import(text, 0).unwrap()
    }

    fn answers(&self) -> usize {
        self.document.scores(&Reporter::silent()).unwrap().answers()
    }
}

fn key(error: &ImportError) -> String {
    Tell::message(error).key.into_owned()
}

#[test]
fn of_a_grown_file_only_the_new_rows_come_in() {
    let mut desk = Desk::new();
    let first = desk.import(&format!("{HEAD}{FIRST}"));
    assert_eq!((first.rows_read, first.already, first.answers), (3, 0, 2));
    let grown = desk.import(&format!("{HEAD}{FIRST}{NEXT}"));
    assert_eq!((grown.rows_read, grown.already, grown.answers, grown.responses), (2, 3, 1, 2));
    // The refused cell of the first file is not refused again; the new one has its own row.
    let rows: Vec<_> = grown.rejected.iter().map(|cell| cell.row).collect();
    assert_eq!(rows, [6]);
    let again = desk.import(&format!("{HEAD}{FIRST}{NEXT}2026-07-04,1,\n"));
    assert_eq!((again.rows_read, again.already), (1, 5));
    assert_eq!(desk.answers(), 4);
    let batch = &desk.document.model().batches[&again.batch.unwrap()];
    assert_eq!((batch.rows_read, batch.continues), (1, grown.batch));
    // The file as it is now is the same file.
    let same = desk.try_import(&format!("{HEAD}{FIRST}{NEXT}2026-07-04,1,\n"), 0).unwrap_err();
    assert_eq!(key(&same), "document-import-same-file");
    let blank = desk.try_import(&format!("{HEAD}{FIRST}{NEXT}2026-07-04,1,\n\n"), 0).unwrap_err();
    assert_eq!(key(&blank), "document-import-same-file");
    // Undoing the last brings it again as it was.
    desk.document.undo().unwrap();
    assert_eq!(desk.import(&format!("{HEAD}{FIRST}{NEXT}2026-07-04,1,\n")).already, 5);
    assert_eq!(desk.answers(), 4);
}

#[test]
fn a_file_that_only_looks_grown_is_read_whole() {
    let cases = [
        (
            "a last row that went on",
            format!("{HEAD}2026-07-01,1"),
            format!("{HEAD}2026-07-01,10,Good\n"),
            0,
            0,
        ),
        (
            "another beginning",
            format!("{HEAD}{FIRST}"),
            format!("{HEAD}2026-07-01,8,Fine\n{FIRST}"),
            0,
            0,
        ),
        ("another mapping", format!("{HEAD}{FIRST}"), format!("{HEAD}{FIRST}{NEXT}"), 1, 0),
        (
            "a last row without line end",
            format!("{HEAD}2026-07-01,1,"),
            format!("{HEAD}2026-07-01,1,\n{FIRST}"),
            0,
            1,
        ),
        ("the same mapping", format!("{HEAD}{FIRST}"), format!("{HEAD}{FIRST}{NEXT}"), 0, 3),
    ];
    for (name, before, after, min, already) in cases {
        let mut desk = Desk::new();
        desk.import(&before);
        let report = desk.try_import(&after, min);
        if min == 1 {
            // Its first rows would count twice: refused, and not half imported.
            assert_eq!(key(&report.unwrap_err()), "document-import-other-mapping", "{name}");
        } else {
            assert_eq!(report.unwrap().already, already, "{name}");
        }
    }
}

#[test]
fn a_file_that_grew_out_of_an_import_that_was_taken_back_is_not_half_counted() {
    let mut desk = Desk::new();
    let first = desk.import(&format!("{HEAD}{FIRST}")).batch.unwrap();
    desk.import(&format!("{HEAD}{FIRST}{NEXT}"));
    desk.document.run(&Command::TakeBackBatch { batch: first }).unwrap();
    let refused = desk.try_import(&format!("{HEAD}{FIRST}{NEXT}2026-07-04,1,\n"), 0).unwrap_err();
    assert_eq!(key(&refused), "document-import-part-of-file");
    let second = *desk.document.model().batches.keys().next().unwrap();
    desk.document.run(&Command::TakeBackBatch { batch: second }).unwrap();
    let whole = desk.import(&format!("{HEAD}{FIRST}{NEXT}2026-07-04,1,\n"));
    assert_eq!((whole.already, whole.rows_read), (0, 6));
}

#[test]
fn a_grown_file_of_two_bytes_a_letter_is_recognised() {
    let mut desk = Desk::new();
    let wide = |text: &str| -> Vec<u8> {
        let units = std::iter::once('\u{feff}').chain(text.chars()).collect::<String>();
        units.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let options = ImportOptions::default();
    for (text, already) in [(format!("{HEAD}{FIRST}"), 0), (format!("{HEAD}{FIRST}{NEXT}"), 3)] {
        let file = desk.file("log.csv", wide(&text));
        let report =
            desk.document.import(&file, &profile(0), &options, &Reporter::silent()).unwrap();
        assert_eq!(report.already, already);
    }
}

#[test]
fn rows_of_a_known_id_from_an_earlier_import_are_listed_not_counted() {
    let mut desk = Desk::new();
    let mut mapping = mapping(0);
    let columns = mapping["columns"].as_array_mut().unwrap();
    columns.push(json!({"column": "id", "role": "response_id"}));
    let profile = sample::profile(&mapping.to_string()).unwrap();
    let options = ImportOptions::default();
    let import = |desk: &mut Desk, name: &str, rows: &str| {
        let file = desk.file(name, format!("id,{HEAD}{rows}"));
        desk.document.import(&file, &profile, &options, &Reporter::silent()).unwrap()
    };
    import(&mut desk, "june.csv", "1,2026-06-01,9,Fine\n2,2026-06-02,3,\n");
    let july =
        import(&mut desk, "july.csv", "2,2026-06-02,3,\n1,2026-06-01,9,Fine\n3,2026-07-01,8,\n");
    assert_eq!((july.responses, july.answers, july.comments, july.duplicates), (1, 1, 0, 2));
    let listed = desk.document.rejected(july.batch.unwrap()).unwrap();
    let rows: Vec<_> = listed.iter().map(|c| (c.row, c.value.as_str(), c.duplicate)).collect();
    assert_eq!(rows, [(2, "3", true), (3, "9", true)]);
    assert_eq!(desk.answers(), 3);
}

#[test]
fn a_folder_is_imported_file_by_file_and_again_as_it_fills_up() {
    let mut desk = Desk::new();
    desk.file("1.csv", format!("{HEAD}{FIRST}"));
    desk.file("2.csv", format!("{HEAD}2026-08-01,5,\n"));
    desk.file("logo.png", b"\x89PNG\r\n\x1a\n\0\0");
    desk.file(".hidden.csv", "no");
    desk.file("wrong.csv", "a,b\n1,2\n3,4\n");
    let folder = desk.folder.path().join("in");
    let read = |_: &std::path::Path, _: Option<&KnownFile>| Ok(profile(0));
    let import = |document: &mut Document| {
        let files = klantreis::document::files_in(&folder).unwrap();
        let options = ImportOptions::default();
        let all = document.import_each(&files, &read, &options, &Reporter::silent());
        let told = all.into_iter().map(|(path, outcome)| {
            let outcome = match outcome {
                FileOutcome::Imported(report) => format!("{} rows", report.rows_read),
                FileOutcome::AlreadyImported(_) => "already".to_owned(),
                FileOutcome::NotATable(_) => "no table".to_owned(),
                FileOutcome::Refused(why) => why.key.into_owned(),
                FileOutcome::Stopped => "stopped".to_owned(),
            };
            format!("{}: {outcome}", path.file_name().unwrap().to_string_lossy())
        });
        told.collect::<Vec<_>>().join(", ")
    };
    let expected =
        "1.csv: 3 rows, 2.csv: 1 rows, logo.png: no table, wrong.csv: import-missing-column";
    assert_eq!(import(&mut desk.document), expected);
    desk.file("2.csv", format!("{HEAD}2026-08-01,5,\n2026-08-02,6,\n"));
    desk.file("3.csv", format!("{HEAD}2026-08-03,5,\n"));
    let expected = "1.csv: already, 2.csv: 1 rows, 3.csv: 1 rows, logo.png: no table, \
                    wrong.csv: import-missing-column";
    assert_eq!(import(&mut desk.document), expected);
}

/// Runs the program; exit, standard output, standard error.
fn run(args: &[&std::ffi::OsStr]) -> (Option<i32>, String, String) {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    let made = command.args(args).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (made.status.code(), text(&made.stdout), text(&made.stderr))
}

#[test]
fn the_command_line_imports_one_file_several_and_folders() {
    let desk = Desk::new();
    let path = desk.document.path().unwrap().to_owned();
    let one = desk.file("1.csv", format!("{HEAD}{FIRST}2026-07-02,=1+1,\n"));
    let two = desk.file("2.csv", format!("{HEAD}2026-08-01,5,\n"));
    let map = desk.folder.path().join("map.json");
    std::fs::write(&map, mapping(0).to_string()).unwrap();
    let out = desk.folder.path().join("out.csv");
    let folder = desk.folder.path().join("in");
    drop(desk.document);
    let import = |data: &[&PathBuf], rest: &[&str]| {
        let mut args: Vec<&std::ffi::OsStr> = vec!["import".as_ref(), path.as_ref()];
        args.extend(data.iter().map(|p| p.as_os_str()));
        args.extend(["--mapping".as_ref(), map.as_os_str(), "--json".as_ref()]);
        args.extend(rest.iter().map(|r| std::ffi::OsStr::new(*r)));
        let (code, json, told) = run(&args);
        (code, serde_json::from_str::<Value>(&json).unwrap_or_default(), told)
    };
    let rejected = ["--rejected", out.to_str().unwrap(), "--lang", "nl"];
    let (code, report, told) = import(&[&one], &rejected);
    assert_eq!((code, &report["rows_read"]), (Some(0), &json!(4)), "{told}");
    assert_eq!(report["rejected_total"], json!(2));
    assert!(report.get("already").is_none());
    let written = std::fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!((lines[0], lines.len()), ("row,column,value,reason", 3));
    assert!(lines[1].starts_with("4,nps,11,") && lines[1].contains("schaal"), "{}", lines[1]);
    assert!(lines[2].starts_with("5,nps,'=1+1,"), "{}", lines[2]);

    let (code, reports, _) = import(&[&one, &two], &[]);
    assert_eq!(code, Some(0));
    assert_eq!(reports[0], json!({"file": "1.csv", "skipped": "already_imported"}));
    assert_eq!((&reports[1]["file"], &reports[1]["answers"]), (&json!("2.csv"), &json!(1)));

    std::fs::write(folder.join("3.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(folder.join("4.csv"), format!("{HEAD}2026-09-01,x,\n")).unwrap();
    let (code, reports, told) = import(&[&folder], &rejected);
    assert_eq!(code, Some(1));
    assert!(told.contains('1') && told.lines().count() == 1, "{told}");
    let files: Vec<_> = reports.as_array().unwrap().iter().map(|r| r["file"].clone()).collect();
    assert_eq!(files, ["1.csv", "2.csv", "3.csv", "4.csv"]);
    assert!(reports[2]["reason"].is_string() && reports[2].get("skipped").is_none());
    assert_eq!(reports[3]["rows_read"], json!(1));
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.starts_with("file,row,column,value,reason\n4.csv,2,nps,x,"), "{written}");
}
