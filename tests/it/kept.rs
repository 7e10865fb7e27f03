//! What the window asks before and after an import is mapped anew, and the nasty ways through it.

use klantreis::document::{
    Command, Document, FileOutcome, ImportOptions, ImportReport, KeptImport, KnownFile, ReadOnly,
    known_file, sample,
};
use klantreis::export::rejected::rejected_csv;
use klantreis::import::{ImportError, Profile, Role, Verdict, check_on};
use klantreis::jobs::{Job, Reporter};
use klantreis::model::*;
use klantreis::text::{Lang, Texts};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const ROWS: &str = "\
id,day,place,score,used,said,left
1,2026-07-01,Website,4,App;Web,Fine,x
2,2026-07-02,Shop,9,Web;Pigeon,,x
3,2026-07-03,Website,3,;,Slow,x
3,2026-07-03,Website,5,;,,x
4,2026-07-04,Shop,many,App,,x
";

fn mapping() -> Value {
    json!({
        "survey": {"name": "Visitors"},
        "columns": [
            {"column": "left", "role": "ignore"},
            {"column": "id", "role": "response_id"},
            {"column": "day", "role": "date"},
            {"column": "place", "role": "touchpoint"},
            {"column": "score", "role": "answer", "metric": "csat", "min": 1, "max": 5,
             "better": "high"},
            {"column": "used", "role": "segment", "name": "Used", "separator": ";",
             "options": ["App", "Web"]},
            {"column": "said", "role": "comment"}
        ],
        "unmatched": "bucket"
    })
}

fn profile(mapping: &Value) -> Profile {
    sample::profile(&mapping.to_string()).unwrap()
}

/// The mapping with another scale.
fn scaled(max: i32) -> Profile {
    let mut mapping = mapping();
    mapping["columns"][4]["max"] = json!(max);
    profile(&mapping)
}

fn key<T>(end: Result<T, ImportError>) -> String {
    end.err().map(|error| error.message().key.into_owned()).unwrap_or_default()
}

struct Desk {
    folder: TempDir,
    document: Document,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut document = Document::create(&folder.path().join("a.klantreis"), "Energy").unwrap();
        let (id, title) = (TouchpointId::fresh(), "Website".to_owned());
        document.run(&Command::AddUnplacedTouchpoint { id, title }).unwrap();
        Self { folder, document }
    }

    /// With the rows above imported, and their file gone.
    fn filled() -> (Self, BatchId) {
        let mut desk = Self::new();
        let report = desk.import("visitors.csv", ROWS, &profile(&mapping()));
        std::fs::remove_file(desk.folder.path().join("visitors.csv")).unwrap();
        (desk, report.batch.unwrap())
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn import(&mut self, name: &str, text: &str, profile: &Profile) -> ImportReport {
        let file = self.file(name, text);
        let silent = Reporter::silent();
        self.document.import(&file, profile, &ImportOptions::default(), &silent).unwrap()
    }

    fn kept(&self, batch: BatchId) -> KeptImport {
        let reader = self.document.reader().unwrap();
        KeptImport::of(&reader, self.document.model(), batch, &Reporter::silent()).unwrap()
    }

    fn remap(&mut self, batch: BatchId, profile: &Profile) -> ImportReport {
        self.document.remap_batch(batch, profile, &Reporter::silent()).unwrap()
    }

    fn answers(&self) -> Vec<i32> {
        let table = self.document.scores(&Reporter::silent()).unwrap();
        let mut values: Vec<i32> = table.value.iter().map(|v| i32::from(*v) + 1).collect();
        values.sort_unstable();
        values
    }
}

fn counts(report: &ImportReport) -> [u64; 7] {
    let ImportReport { rows_read, responses, answers, comments, duplicates, .. } = *report;
    [rows_read, responses, answers, comments, duplicates, report.rejected_total, report.contacts]
}

#[test]
fn a_worker_sees_mapping_columns_and_values_of_an_import() {
    let (desk, batch) = Desk::filled();
    let kept = desk.kept(batch);
    assert_eq!(kept.batch().file_name, "visitors.csv");
    let names: Vec<&str> = kept.profile().columns.iter().map(|c| c.column.as_str()).collect();
    assert_eq!(names, ["left", "id", "day", "place", "score", "used", "said"]);
    let columns = &kept.detected().columns;
    let found: Vec<&str> = columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(found, ["id", "day", "place", "score", "used", "said"]);
    let top = |name: &str| {
        let column = columns.iter().find(|c| c.header == name).unwrap();
        let mut top: Vec<_> =
            column.top.iter().map(|v| format!("{} {}", v.value, v.count)).collect();
        top.sort();
        top.join(", ")
    };
    assert_eq!(top("score"), "3 1, 4 1, 5 1, 9 1, many 1");
    // Refused options stand in the cell as they did.
    assert!(top("used").contains("Web;Pigeon 1") && top("used").contains("App;Web 1"));
    let preview = kept.preview(&scaled(10), 9).unwrap();
    assert_eq!(preview.headers.len(), 6);
    let verdicts: Vec<_> =
        preview.rows.iter().map(|row| (row.row, row.cells[3].verdict.clone())).collect();
    assert_eq!(verdicts[1], (3, Verdict::Answer(9)));
    assert!(verdicts.iter().any(|(row, v)| *row == 6 && matches!(v, Verdict::Rejected(_))));
    let mut gone = scaled(5);
    gone.columns[0].role = Role::Customer;
    assert_eq!(kept.preview(&gone, 9).unwrap_err().0.key, "document-remap-gone");
}

#[test]
fn what_is_foreseen_is_what_comes_and_undo_takes_it_back() {
    let mut other = mapping();
    other["touchpoints"] = json!({"Shop": "Website"});
    let mut refusing = mapping();
    refusing["unmatched"] = json!("reject");
    let mut made = mapping();
    made["unmatched"] = json!("create");
    made["columns"][6]["role"] = json!("ignore");
    let profiles =
        [scaled(5), scaled(9), scaled(3), profile(&other), profile(&refusing), profile(&made)];
    for (number, changed) in profiles.iter().enumerate() {
        let (mut desk, batch) = Desk::filled();
        let before = (desk.document.model().clone(), desk.answers());
        let kept = desk.kept(batch);
        let ahead = kept.foresee(&before.0, changed, &Reporter::silent()).unwrap();
        assert!(before.0 == *desk.document.model(), "nothing is written");
        assert_eq!(ahead.report.batch, None);
        let report = desk.remap(batch, changed);
        assert_eq!(counts(&ahead.report), counts(&report), "profile {number}");
        assert_eq!(ahead.report.unmatched_touchpoints, report.unmatched_touchpoints);
        let rows = |report: &ImportReport| {
            let cell = |c: &klantreis::import::Rejected| (c.row, c.column.clone(), c.value.clone());
            let mut rows: Vec<_> = report.rejected.iter().map(cell).collect();
            rows.sort();
            rows
        };
        assert_eq!(rows(&ahead.report), rows(&report), "profile {number}");
        let table = desk.document.scores(&Reporter::silent()).unwrap();
        assert_eq!(ahead.foresight.table.answers(), table.answers());
        assert_eq!(
            ahead.foresight.model.touchpoints.len(),
            desk.document.model().touchpoints.len()
        );
        assert_eq!(desk.document.history().done(), 3, "one step");
        desk.document.undo().unwrap();
        assert!(before == (desk.document.model().clone(), desk.answers()));
    }
}

#[test]
fn a_mapping_that_refuses_all_loses_nothing() {
    let (mut desk, batch) = Desk::filled();
    let answers = desk.answers();
    let mut wrong = scaled(5);
    let Role::Answer(answer) = &mut wrong.columns[4].role else { panic!() };
    (answer.min, answer.max) = (100, 110);
    let report = desk.remap(batch, &wrong);
    assert_eq!((report.answers, report.responses, desk.answers().len()), (0, 4, 0));
    let report = desk.remap(report.batch.unwrap(), &scaled(5));
    assert_eq!((desk.answers(), report.responses, report.comments), (answers, 4, 2));
    let listed = desk.document.rejected(report.batch.unwrap()).unwrap();
    let listed: Vec<_> = listed.iter().map(|c| (c.row, c.value.as_str())).collect();
    assert_eq!(listed, [(3, "9"), (3, "Web;Pigeon"), (5, "5"), (6, "many")]);
}

#[test]
fn an_import_that_does_not_count_is_refused_in_words() {
    let (mut desk, batch) = Desk::filled();
    let silent = Reporter::silent();
    let kept = desk.kept(batch);
    desk.document.run(&Command::TakeBackBatch { batch }).unwrap();
    let before = desk.document.model().clone();
    let model = desk.document.model().clone();
    let reader = desk.document.reader().unwrap();
    let refused = "document-no-batch";
    assert_eq!(key(KeptImport::of(&reader, &model, batch, &silent)), refused);
    assert_eq!(key(kept.foresee(&model, &scaled(9), &silent)), refused);
    assert_eq!(key(desk.document.remap_batch(batch, &scaled(9), &silent)), refused);
    assert!(before == *desk.document.model());
    // Undone, it can be mapped anew as before.
    desk.document.undo().unwrap();
    assert_eq!(desk.remap(batch, &scaled(9)).answers, 3);
}

#[test]
fn a_document_that_is_read_only_can_be_looked_at_and_not_changed() {
    let (desk, batch) = Desk::filled();
    let path = desk.document.path().unwrap().to_owned();
    let mut second = Document::open(&path).unwrap();
    assert_eq!(second.read_only(), Some(ReadOnly::OpenElsewhere));
    let silent = Reporter::silent();
    let kept = second.kept_import(batch, &silent).unwrap();
    assert_eq!(kept.foresee(second.model(), &scaled(9), &silent).unwrap().report.answers, 3);
    let before = second.model().clone();
    let told = second.remap_batch(batch, &scaled(9), &silent);
    assert!(key(told).starts_with("store-"), "a sentence of the file's room");
    let file = desk.file("more.csv", &ROWS.replace("\n1,", "\n8,"));
    let read = |_: &Path, _: Option<&KnownFile>| Ok(scaled(5));
    let outcomes =
        second.import_each(std::slice::from_ref(&file), &read, &ImportOptions::default(), &silent);
    assert!(matches!(&outcomes[..], [(_, FileOutcome::Refused(_))]));
    assert!(before == *second.model());
}

#[test]
fn work_that_is_stopped_changes_nothing() {
    let (mut desk, batch) = Desk::filled();
    let before = (desk.document.model().clone(), desk.answers());
    let stopped = Reporter::silent();
    stopped.cancel();
    let kept = desk.kept(batch);
    let cancelled = "error-cancelled";
    assert_eq!(key(desk.document.kept_import(batch, &stopped)), cancelled);
    assert_eq!(key(kept.foresee(&before.0, &scaled(9), &stopped)), cancelled);
    assert_eq!(key(desk.document.remap_batch(batch, &scaled(9), &stopped)), cancelled);
    assert!(before == (desk.document.model().clone(), desk.answers()));
    // Of several files those before stay, and the rest is told of.
    let files = ["1.csv", "2.csv", "3.csv"];
    let files: Vec<_> = files
        .iter()
        .zip(["11,", "12,", "13,"])
        .map(|(name, id)| desk.file(name, &ROWS.replace("\n1,", &format!("\n{id}"))))
        .collect();
    let reporter = Reporter::silent();
    let read = |file: &Path, _: Option<&KnownFile>| {
        if file.ends_with("2.csv") {
            reporter.cancel();
        }
        Ok(scaled(5))
    };
    let outcomes = desk.document.import_each(&files, &read, &ImportOptions::default(), &reporter);
    let told: Vec<_> = outcomes.iter().map(|(_, o)| matches!(o, FileOutcome::Stopped)).collect();
    assert_eq!(told, [false, true, true]);
    assert_eq!(desk.document.model().batches.len(), 2);
}

#[test]
fn the_refused_cells_are_written_by_a_worker() {
    let (desk, batch) = Desk::filled();
    let reader = desk.document.reader().unwrap();
    let work = move |_: &Reporter| {
        let cells = reader.rejected(batch).unwrap();
        rejected_csv(&cells, &Texts::new(Lang::Nl))
    };
    let made = Job::start("refused cells", || (), work).unwrap().wait().unwrap();
    let made = String::from_utf8(made).unwrap();
    let lines: Vec<&str> = made.lines().collect();
    assert_eq!(lines.len(), 5, "{made}");
    assert!(lines[1].starts_with("3,score,9,") && lines[4].starts_with("6,score,many,"), "{made}");
}

const LONG: &str = "\
respondent,question,answer,place
1,Rating,4,Website
1,Why,Fine,Website
1,Ease,3,
2,Rating,9,Shop
2,Why,\"Slow, and late\",Shop
2,What else,Nothing,
3,Rating,2,Website
3,Rating,2,Website
3,Age,44,
";

fn long() -> Value {
    json!({
        "survey": {"name": "Long"},
        "columns": [
            {"column": "respondent", "role": "response_id"},
            {"column": "question", "role": "question"},
            {"column": "answer", "role": "value"},
            {"column": "place", "role": "touchpoint"}
        ],
        "questions": {
            "Rating": {"metric": "csat", "min": 1, "max": 5, "better": "high"},
            "Ease": {"metric": "ces", "min": 1, "max": 5, "better": "low", "touchpoint": "Website"},
            "What else": {"role": "comment"},
            "Why": {"role": "comment"}
        },
        "unmatched": "bucket"
    })
}

#[test]
fn a_file_of_one_answer_a_row_is_mapped_anew_with_what_it_refused() {
    let mut desk = Desk::new();
    let first = desk.import("long.csv", LONG, &profile(&long()));
    assert_eq!(counts(&first), [9, 3, 3, 3, 1, 2, 0]);
    let batch = first.batch.unwrap();
    // The same mapping: the same.
    let again = desk.remap(batch, &profile(&long()));
    assert_eq!(counts(&again), counts(&first));
    let batch = again.batch.unwrap();
    // A wider scale, a question that nobody asked for, and one that is left out now.
    let mut wider = long();
    wider["questions"]["Rating"]["max"] = json!(10);
    wider["questions"]["Age"] = json!({"role": "comment"});
    wider["questions"]["What else"] = json!({"role": "ignore"});
    let wider = profile(&wider);
    let kept = desk.kept(batch);
    let ahead = kept.foresee(desk.document.model(), &wider, &Reporter::silent()).unwrap();
    let report = desk.remap(batch, &wider);
    assert_eq!(counts(&report), [9, 3, 4, 3, 1, 0, 0]);
    assert_eq!(counts(&ahead.report), counts(&report));
    assert_eq!(desk.answers(), [2, 3, 4, 9]);
    // What was left out is gone.
    let batch = report.batch.unwrap();
    let silent = Reporter::silent();
    let gone = desk.document.remap_batch(batch, &profile(&long()), &silent);
    assert_eq!(key(gone), "document-remap-gone");
}

#[test]
fn rows_that_a_rule_leaves_out_do_not_shift_those_of_a_grown_file() {
    let mut desk = Desk::new();
    let mut rules = mapping();
    rules["skip"] = json!([{"column": "left", "values": ["test"], "reason": "test"}]);
    let head = "id,day,place,score,used,said,left\n";
    let old =
        "1,2026-07-01,Website,4,,,x\n2,2026-07-01,Website,4,,,test\n3,2026-07-01,Website,9,,,x\n";
    let new =
        "4,2026-07-02,Website,1,,,test\n5,2026-07-02,Website,2,,,x\n6,2026-07-02,Website,8,,,x\n";
    let rules = profile(&rules);
    let first = desk.import("log.csv", &format!("{head}{old}"), &rules);
    assert_eq!((first.rows_read, first.responses), (3, 2));
    let file = desk.file("log.csv", &format!("{head}{old}{new}"));
    // What the window can say before it asks anything.
    let known = known_file(desk.document.model(), &file).unwrap().unwrap();
    assert_eq!((known.rows, known.is_whole, Some(known.batch)), (3, false, first.batch));
    let silent = Reporter::silent();
    let checked = check_on(&file, &known.profile, known.rows, &silent).unwrap();
    assert_eq!((checked.responses, checked.answers, checked.rejected), (2, 1, 1));
    assert_eq!(checked.read.skipped[0].count, 1);
    let options = ImportOptions::default();
    let grown = desk.document.import(&file, &known.profile, &options, &silent).unwrap();
    assert_eq!((grown.rows_read, grown.already, grown.responses), (3, 3, 2));
    let rows: Vec<_> = grown.rejected.iter().map(|c| c.row).collect();
    assert_eq!((rows, desk.answers()), (vec![7], vec![2, 4]));
    let known = known_file(desk.document.model(), &file).unwrap().unwrap();
    assert_eq!((known.rows, known.is_whole, Some(known.batch)), (6, true, grown.batch));
    // Mapped anew, the rule does not ask for its column, and rows keep their numbers.
    let report = desk.remap(first.batch.unwrap(), &rules);
    assert_eq!((report.responses, report.rejected[0].row), (2, 4));
}

#[test]
fn a_beginning_that_was_imported_otherwise_is_not_counted_twice() {
    let mut desk = Desk::new();
    let head = "day,place,score\n";
    let rows = "2026-07-01,Website,4\n2026-07-02,Website,3\n";
    let mut plain = mapping();
    plain["columns"] = json!([
        {"column": "day", "role": "date"},
        {"column": "score", "role": "answer", "metric": "csat", "min": 1, "max": 5, "better": "high"}
    ]);
    desk.import("a.csv", &format!("{head}{rows}"), &profile(&plain));
    let mut other = plain.clone();
    other["columns"].as_array_mut().unwrap().push(json!({"column": "place", "role": "touchpoint"}));
    let file = desk.file("a.csv", &format!("{head}{rows}2026-07-03,Website,1\n"));
    let silent = Reporter::silent();
    let mut import = |mapping: &Value, again: bool| {
        let options = ImportOptions { again, ..ImportOptions::default() };
        desk.document.import(&file, &profile(mapping), &options, &silent)
    };
    assert_eq!(key(import(&other, false)), "document-import-other-mapping");
    // The name of a mapping does not matter, and who asks for the whole file gets it.
    plain["name"] = json!("Mine");
    assert_eq!(import(&plain, false).unwrap().already, 2);
    assert_eq!(import(&other, true).unwrap().rows_read, 3);
}

#[test]
fn a_table_that_was_pasted_is_a_batch_of_its_own() {
    let mut desk = Desk::new();
    let pasted = klantreis::import::DataSource::pasted("Clipboard", ROWS);
    let silent = Reporter::silent();
    let options = ImportOptions::default();
    let report = desk.document.import(&pasted, &scaled(5), &options, &silent).unwrap();
    let batch = &desk.document.model().batches[&report.batch.unwrap()];
    assert_eq!(
        (batch.origin, batch.file_name.as_str(), batch.file_bytes),
        (Origin::Pasted, "Clipboard", 0)
    );
    assert_eq!(desk.remap(report.batch.unwrap(), &scaled(9)).answers, 3);
    let twice = desk.document.import(&pasted, &scaled(9), &options, &silent);
    assert_eq!(key(twice), "document-import-same-file");
}
