//! Logs of contacts: kept apart from responses, judged by what followed, by library and command line.

use klantreis::analysis::{ContactMetric, ContactRequest, contact_stats};
use klantreis::document::{Command, Document, ImportOptions, ImportReport, is_contact_log, sample};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::scores::{By, Filter};
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

/// Six customers call about the bill. Ann comes again by chat after three days, Bob after ten, Cas the
/// same day about the shop; the last contact leaves only its own window open.
const LOG: &str = "\
id,when,who,how,about,agent
1,2026-07-01,Ann,Phone,First bill,Kim
2,2026-07-01,Bob,Phone,First bill,Kim
3,2026-07-01,Cas,Phone,First bill,Lee
4,2026-07-02,Dee,Phone,First bill,Lee
5,2026-07-02,Eli,Phone,first BILL,Lee
6,2026-07-02,Fay,Phone,First bill,Lee
7,2026-07-04,Ann,Chat,First bill,Kim
8,2026-07-11,Bob,Phone,First bill,Kim
9,2026-07-02,Cas,Phone,Winkel,Kim
10,2026-08-20,Gus,Phone,First bill,Kim
11,,Hal,Phone,First bill,Kim
12,2026-07-03,,Phone,First bill,Kim
13,soon,Ina,Phone,First bill,Kim
";

struct Desk {
    folder: TempDir,
    document: Document,
}

fn profile(extra: Option<Value>) -> Profile {
    let mut profile = json!({
        "survey": {"name": "Call log"},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "when", "role": "date", "format": "%Y-%m-%d"},
            {"column": "who", "role": "customer"},
            {"column": "how", "role": "channel"},
            {"column": "about", "role": "touchpoint"},
            {"column": "agent", "role": "employee"}
        ],
        "unmatched": "bucket"
    });
    profile["columns"].as_array_mut().unwrap().extend(extra);
    sample::profile(&profile.to_string()).unwrap()
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut document = Document::create(&folder.path().join("a.klantreis"), "Energy").unwrap();
        let (id, title) = (TouchpointId::fresh(), "First bill".to_owned());
        document.run(&Command::AddUnplacedTouchpoint { id, title }).unwrap();
        Self { folder, document }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn import(&mut self, name: &str, text: &str) -> ImportReport {
        let file = self.file(name, text);
        let options = ImportOptions::default();
        self.document.import(&file, &profile(None), &options, &Reporter::silent()).unwrap()
    }

    /// followed, contacts, open of the touchpoint “First bill”.
    fn counts(&self, metric: ContactMetric, window: u32) -> (u64, u64, u64) {
        let request = ContactRequest { metric, by: By::Touchpoint, window };
        let contacts = self.document.contacts().unwrap();
        let model = self.document.model();
        let bill = model.touchpoint_named("First bill").unwrap().id;
        let filter = Filter { touchpoints: [bill].into(), ..Filter::default() };
        let rows = contact_stats(&contacts, model, &filter, &request);
        rows.first().map_or((0, 0, 0), |row| (row.followed, row.contacts, row.open))
    }
}

#[test]
fn rows_without_a_score_are_contacts() {
    let mut desk = Desk::new();
    let report = desk.import("log.csv", LOG);
    assert_eq!((report.rows_read, report.contacts, report.responses), (13, 10, 0));
    let refused: Vec<_> =
        report.rejected.iter().map(|r| (r.row, r.column.as_str(), r.reason.key.as_ref())).collect();
    let expected = [
        (12, "when", "document-contact-no-date"),
        (13, "who", "document-contact-no-customer"),
        (14, "when", "import-reason-no-date"),
    ];
    assert_eq!(refused, expected);
    assert_eq!(report.unmatched_touchpoints, ["Winkel"]);
    let unmatched = desk.document.unmatched().unwrap();
    assert_eq!((unmatched[0].label.as_str(), unmatched[0].contacts), ("Winkel", 1));
    let batch = desk.document.model().batches.values().next().unwrap();
    assert_eq!((batch.contacts, batch.responses), (10, 0));
    // Ann again, and Bob's second call is outside seven days; Gus's window is open.
    assert_eq!(desk.counts(ContactMetric::RepeatContact, 7), (1, 8, 1));
    assert_eq!(desk.counts(ContactMetric::RepeatContact, 10), (2, 8, 1));
    assert_eq!(desk.counts(ContactMetric::ChannelSwitching, 7), (1, 8, 1));
    // The shop's label assigned to the bill: Cas came again about the same.
    let touchpoint = desk.document.model().touchpoint_named("First bill").unwrap().id;
    let (id, label) = (SynonymId::fresh(), "winkel".to_owned());
    desk.document.run(&Command::AssignLabel { id, label, touchpoint }).unwrap();
    assert_eq!(desk.counts(ContactMetric::RepeatContact, 7), (2, 9, 1));
    desk.document.undo().unwrap();
    // Taken back and purged, nothing is left of it, names neither.
    desk.document.undo().unwrap();
    assert_eq!(desk.document.contacts().unwrap(), []);
    desk.document.redo().unwrap();
    let batch = *desk.document.model().batches.keys().next().unwrap();
    desk.document.run(&Command::TakeBackBatch { batch }).unwrap();
    desk.document.purge_batch(batch).unwrap();
    let path = desk.document.path().unwrap().to_owned();
    drop(desk.document);
    let report = Document::check(&path).unwrap();
    for table in ["contacts", "identities"] {
        assert_eq!(report.counts.iter().find(|(t, _)| t == table).unwrap().1, 0, "{table}");
    }
}

#[test]
fn a_known_contact_is_not_taken_twice() {
    let mut desk = Desk::new();
    desk.import("july.csv", LOG);
    let more = "id,when,who,how,about,agent\n10,2026-08-20,Gus,Phone,First bill,Kim\n\
                20,2026-08-21,Gus,Phone,First bill,Kim\n20,2026-08-21,Gus,Phone,First bill,Kim\n";
    let report = desk.import("august.csv", more);
    assert_eq!((report.contacts, report.duplicates), (1, 2));
    let batch = report.batch.unwrap();
    let listed = desk.document.rejected(batch).unwrap();
    assert!(listed.iter().all(|cell| cell.duplicate && cell.column == "id"));
}

#[test]
fn a_score_or_a_comment_makes_responses_of_the_rows() {
    assert!(is_contact_log(&profile(None)));
    let comment = json!({"column": "said", "role": "comment"});
    let answer = json!({"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
        "better": "high"});
    for extra in [comment, answer] {
        assert!(!is_contact_log(&profile(Some(extra))));
    }
    for role in ["Customer", "Date"] {
        let mut profile = profile(None);
        profile.columns.retain(|c| !format!("{:?}", c.role).starts_with(role));
        assert!(!is_contact_log(&profile), "{role}");
    }
}

#[test]
fn the_command_line_prints_the_shares() {
    let mut desk = Desk::new();
    desk.import("log.csv", LOG);
    let path = desk.document.path().unwrap().to_owned();
    drop(desk.document);
    let run = |args: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
        let made = command.arg("stats").arg(&path).args(args).output().unwrap();
        let json = serde_json::from_slice::<Value>(&made.stdout).unwrap_or_default();
        (made.status.code(), json, String::from_utf8_lossy(&made.stderr).into_owned())
    };
    let (code, table, _) = run(&["--metric", "repeat_contact", "--by", "touchpoint", "--json"]);
    assert_eq!(
        (code, &table["metric"], &table["window"]),
        (Some(0), &json!("repeat_contact"), &json!(7))
    );
    let rows = table["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == "First bill").unwrap();
    assert_eq!(row["counts"], json!({"repeated": 1, "contacts": 8, "open": 1}));
    assert_eq!((&row["n"], &row["value"]), (&json!(8), &json!(12.5)));
    // Ann about the same, Cas about something else.
    assert_eq!(row["any_touchpoint"]["repeated"], json!(2));
    assert!(row["low"].as_f64().unwrap() < 12.5 && row["high"].as_f64().unwrap() > 12.5);
    let (_, table, _) = run(&["--metric", "channel_switching", "--window", "10", "--json"]);
    assert_eq!(
        table["rows"][0]["counts"],
        json!({"switched": 1, "contacts": 9, "open": 1, "unknown": 0})
    );
    let (code, _, told) = run(&["--metric", "repeat_contact", "--by", "month", "--lang", "en"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("touchpoint or channel"), "{told}");
    assert_eq!(run(&["--metric", "repeat_contact", "--window", "0"]).0, Some(2));
}
