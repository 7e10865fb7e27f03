//! A survey file into a document: labels find the map, one step takes all back, nothing is lost.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use klantreis::document::{Command, Document, ImportOptions, ImportReport, Outline, sample};
use klantreis::import::{ImportError, Profile};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

const FEEDBACK: &str = "\
id;date;place;channel;nps;said
1;2026-07-01;First bill;e-mail;9;Fine
2;2026-07-02;first BILL;Phone;3;
3;2026-07-03;Outage;Fax;11;Nobody called back
4;2026-07-04;;web;7;
5;2026-07-05;Outage;;;
";

/// A folder with survey files, and a document with one journey and the touchpoint “First bill”.
struct Desk {
    folder: TempDir,
    document: Document,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.klantreis");
        let mut document = Document::create(&path, "Energy").unwrap();
        super::desk::draw(&mut document, "Customer", &[("First bill", 4)]);
        Self { folder, document }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn import_with(
        &mut self,
        profile: &Profile,
        options: &ImportOptions,
    ) -> Result<ImportReport, ImportError> {
        let file = self.file("feedback.csv", FEEDBACK);
        self.document.import(&file, profile, options, &Reporter::silent())
    }

    fn import(&mut self, unmatched: &str) -> ImportReport {
        self.import_with(&profile(unmatched), &ImportOptions::default()).unwrap()
    }

    fn titles(&self) -> Vec<&str> {
        self.document.model().touchpoints.values().map(|t| t.title.as_str()).collect()
    }

    /// Number of answers in memory, per touchpoint title ("-" for the journey, "?" for a label).
    fn answers(&self) -> Vec<(String, u64)> {
        let rollup = self.document.rollup().unwrap();
        let mut all: Vec<_> = rollup
            .iter()
            .map(|r| {
                let title = r.group.touchpoint.map(|id| {
                    let known = self.document.model().touchpoints.get(&id);
                    known.map_or_else(|| "?".to_owned(), |t| t.title.clone())
                });
                (title.unwrap_or_else(|| "-".to_owned()), r.counts.n())
            })
            .collect();
        all.sort();
        all
    }
}

fn profile(unmatched: &str) -> Profile {
    let profile = json!({
        "name": "Energy",
        "survey": {"name": "Contacts", "wave": "2026"},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "date", "role": "date", "format": "%Y-%m-%d"},
            {"column": "place", "role": "touchpoint"},
            {"column": "channel", "role": "channel"},
            {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high"},
            {"column": "said", "role": "comment"}
        ],
        "unmatched": unmatched
    });
    sample::profile(&profile.to_string()).unwrap()
}

fn key(error: &ImportError) -> String {
    klantreis::model::Tell::message(error).key.into_owned()
}

#[test]
fn labels_find_their_touchpoint_and_unknown_ones_are_made() {
    let mut desk = Desk::new();
    let before = desk.document.model().clone();
    let report = desk.import("create");
    assert_eq!((report.rows_read, report.responses), (5, 5));
    assert_eq!((report.answers, report.comments, report.rejected_total), (3, 2, 1));
    assert_eq!(report.unmatched_touchpoints, ["Outage"]);
    assert_eq!(report.rejected[0].column, "nps");
    assert_eq!((report.rejected[0].row, report.rejected[0].value.as_str()), (4, "11"));
    assert_eq!(desk.titles(), ["First bill", "Outage"]);
    assert_eq!(desk.answers(), [("-".to_owned(), 1), ("First bill".to_owned(), 2)]);

    let model = desk.document.model();
    let journey = model.journey_named(None).unwrap().id;
    let outage = model.touchpoint_named("outage").unwrap().id;
    assert_eq!(model.stage_of(journey, outage), Some(model.stages_of(journey)[0].id));
    let survey = model.surveys.values().next().unwrap();
    assert_eq!((survey.name.as_str(), &survey.journeys[..]), ("Contacts", &[journey][..]));
    let mut kinds: Vec<_> = model.channels.values().map(|c| (c.kind, c.name.as_deref())).collect();
    kinds.sort_by_key(|(kind, _)| format!("{kind:?}"));
    assert_eq!(
        kinds,
        [
            (ChannelKind::Email, None),
            (ChannelKind::Other, Some("Fax")),
            (ChannelKind::Phone, None),
            (ChannelKind::Web, None)
        ]
    );
    let batch = &model.batches[&report.batch.unwrap()];
    assert_eq!((batch.rows_read, batch.answers, batch.rejected), (5, 3, 1));
    assert_eq!(desk.document.rejected(batch.id).unwrap().len(), 1);

    let after = desk.document.model().clone();
    assert_eq!(desk.document.undo_name().unwrap().key, "step-import");
    desk.document.undo().unwrap();
    assert_eq!(*desk.document.model(), before);
    assert!(desk.answers().is_empty());
    desk.document.redo().unwrap();
    assert_eq!(*desk.document.model(), after);
    assert_eq!(desk.answers().len(), 2);
}

#[test]
fn unknown_labels_are_kept_apart_or_refused() {
    let mut desk = Desk::new();
    let report = desk.import("bucket");
    assert_eq!((report.answers, report.comments, report.rejected_total), (3, 2, 1));
    assert_eq!(desk.titles(), ["First bill"]);
    desk.document.undo().unwrap();

    let report = desk.import("reject");
    assert_eq!((report.answers, report.comments, report.rejected_total), (3, 1, 2));
    assert_eq!(report.responses, 5);
    let reasons: Vec<_> = report.rejected.iter().map(|r| (r.row, r.reason.key.as_ref())).collect();
    assert!(reasons.contains(&(4, "document-import-unmatched")), "{reasons:?}");
}

#[test]
fn the_report_is_the_contract_of_the_command_line() {
    let mut desk = Desk::new();
    let report = serde_json::to_value(desk.import("create")).unwrap();
    let mut keys: Vec<_> = report.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let contract = [
        "answers",
        "batch",
        "comments",
        "contacts",
        "duplicates",
        "rejected",
        "rejected_total",
        "responses",
        "rows_read",
        "unmatched_touchpoints",
    ];
    assert_eq!(keys, contract);
}

#[test]
fn the_same_file_is_recognised() {
    let mut desk = Desk::new();
    desk.import("create");
    let before = desk.document.model().clone();
    let again = |again, dry_run| ImportOptions { dry_run, again, ..ImportOptions::default() };
    let refused = desk.import_with(&profile("create"), &again(false, false)).unwrap_err();
    assert_eq!(key(&refused), "document-import-same-file");
    assert_eq!(*desk.document.model(), before);
    let told = desk.import_with(&profile("create"), &again(false, true)).unwrap();
    assert!(told.already_imported.is_some() && told.batch.is_none());
    let twice = desk.import_with(&profile("create"), &again(true, false)).unwrap();
    assert_eq!((twice.answers, twice.duplicates), (0, 3), "the same ids are the same responses");
    desk.document.undo().unwrap();
    desk.document.undo().unwrap();
    assert!(desk.import_with(&profile("create"), &again(false, false)).is_ok());
}

#[test]
fn a_dry_run_counts_and_keeps_nothing() {
    let mut desk = Desk::new();
    let before = desk.document.model().clone();
    let options = ImportOptions { dry_run: true, ..ImportOptions::default() };
    let report = desk.import_with(&profile("create"), &options).unwrap();
    assert_eq!((report.batch, report.responses, report.answers), (None, 5, 3));
    assert_eq!(*desk.document.model(), before);
    assert_eq!(desk.document.undo_name().unwrap().key, "step-add-touchpoint");
    assert!(desk.answers().is_empty());
}

#[test]
fn questions_of_a_survey_are_used_again_and_never_turned_round() {
    let mut desk = Desk::new();
    desk.import("create");
    let options = ImportOptions::default();
    let more =
        desk.file("more.csv", &FEEDBACK.replace("2026-07", "2026-08").replace("\n1;", "\n9;"));
    let mut document = desk.document;
    document.import(&more, &profile("create"), &options, &Reporter::silent()).unwrap();
    let model = document.model();
    assert_eq!((model.surveys.len(), model.questions.len(), model.batches.len()), (1, 1, 2));

    let before = document.model().clone();
    let turned = serde_json::to_string(&profile("create")).unwrap().replace("high", "low");
    let turned = sample::profile(&turned).unwrap();
    std::fs::write(&more, "id;date;place;channel;nps;said\n70;2026-07-01;;;1;\n").unwrap();
    let refused = document.import(&more, &turned, &options, &Reporter::silent()).unwrap_err();
    assert_eq!(key(&refused), "document-import-question");
    assert_eq!(*document.model(), before);
}

#[test]
fn an_import_makes_what_an_empty_document_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feedback.csv");
    std::fs::write(&file, FEEDBACK).unwrap();
    let mut document = Document::in_memory("Empty").unwrap();
    let options = ImportOptions::default();
    document.import(&file, &profile("create"), &options, &Reporter::silent()).unwrap();
    let journey = document.model().journey_named(None).unwrap();
    assert_eq!(journey.name, "Contacts");
    assert_eq!(document.model().placements_of(journey.id).len(), 2);
    let options = ImportOptions { journey: Some("Tenant".to_owned()), ..options };
    let refused = document.import(&file, &profile("create"), &options, &Reporter::silent());
    assert_eq!(key(&refused.unwrap_err()), "document-import-no-journey");
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let mut desk = Desk::new();
    let before = desk.document.model().clone();
    let file = desk.file("feedback.csv", FEEDBACK);
    let reporter = Reporter::silent();
    reporter.cancel();
    let options = ImportOptions::default();
    let ended = desk.document.import(&file, &profile("create"), &options, &reporter);
    assert!(matches!(ended, Err(ImportError::Cancelled(_))), "{ended:?}");
    assert_eq!(*desk.document.model(), before);
    desk.import("create");
}

/// A survey file of many rows, each about one of so many places.
fn many(rows: usize, places: usize) -> String {
    let row = |row: usize| format!("{row};2026-07-01;Place {};web;9;\n", row * places / rows);
    format!("id;date;place;channel;nps;said\n{}", (0..rows).map(row).collect::<String>())
}

#[test]
fn an_import_that_is_cancelled_halfway_leaves_nothing() {
    let mut desk = Desk::new();
    let before = desk.document.model().clone();
    let file = desk.file("many.csv", &many(70_000, 3));
    let ours: Arc<OnceLock<Reporter>> = Arc::default();
    let theirs = Arc::clone(&ours);
    let halfway = move || {
        let reporter = theirs.get().unwrap();
        if reporter.latest().is_some_and(|progress| progress.done > 0) {
            reporter.cancel();
        }
    };
    let reporter = ours.get_or_init(|| Reporter::waking(halfway));
    let options = ImportOptions::default();
    let ended = desk.document.import(&file, &profile("create"), &options, reporter);
    assert!(matches!(ended, Err(ImportError::Cancelled(_))), "{ended:?}");
    assert_eq!(*desk.document.model(), before);
    assert_eq!(desk.document.scores(&Reporter::silent()).unwrap().responses(), 0);
    assert_eq!(desk.import("create").responses, 5);
}

#[test]
fn an_import_that_is_refused_halfway_leaves_nothing() {
    let mut desk = Desk::new();
    let before = desk.document.model().clone();
    let file = desk.file("many.csv", &many(20_000, 1000));
    let (options, reporter) = (ImportOptions::default(), Reporter::silent());
    let ended = desk.document.import(&file, &profile("create"), &options, &reporter);
    assert_eq!(key(&ended.unwrap_err()), "document-import-touchpoints");
    assert_eq!(*desk.document.model(), before);
    assert_eq!(desk.document.scores(&reporter).unwrap().responses(), 0);
    assert_eq!(desk.import("create").responses, 5);
}

#[test]
fn a_sample_folder_opens_as_a_fresh_document() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let open = || Document::open_sample(folder.path(), None, &Reporter::silent());
    let refusal = |folder: &Path| {
        let error = Document::open_sample(folder, None, &Reporter::silent()).unwrap_err();
        klantreis::model::Tell::message(&error).key.into_owned()
    };
    assert!(!Document::is_sample(folder.path()));
    assert_eq!(refusal(folder.path()), "document-sample-missing");
    write(
        "journey.json",
        r#"{"title":"Energy","journeys":[{"name":"j","stages":[{"kind":"use"}]}]}"#,
    );
    assert!(Document::is_sample(folder.path()));
    assert_eq!(refusal(folder.path()), "document-sample-missing");
    write("mapping.json", "{ \"nam\": 3 }");
    assert_eq!(refusal(folder.path()), "document-sample-faulty");
    write("mapping.json", &serde_json::to_string(&profile("create")).unwrap());
    assert_eq!(refusal(folder.path()), "document-sample-missing");
    write("feedback.csv", FEEDBACK);
    let mut document = open().unwrap();
    assert_eq!(document.model().touchpoints.len(), 2);
    assert_eq!(document.undo_name(), None);
    document.freeze();
    let command = Command::Set { key: SettingKey::Title, value: "Mine".to_owned() };
    let refused = document.run(&command).unwrap_err();
    assert_eq!(klantreis::model::Tell::message(&refused).key, "document-frozen");

    let copy = folder.path().join("copy.klantreis");
    drop(Document::open_sample(folder.path(), Some(&copy), &Reporter::silent()).unwrap());
    assert_eq!(Document::open(&copy).unwrap().model().touchpoints.len(), 2);
}

#[test]
fn the_samples_of_the_program_open_whole() {
    for name in ["energie", "airport"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys").join(name);
        let document = Document::open_sample(&folder, None, &Reporter::silent()).unwrap();
        let model = document.model();
        let batch = model.batches.values().next().unwrap();
        assert_eq!((model.batches.len(), batch.rejected, batch.duplicates), (1, 0, 0), "{name}");
        let scores = document.scores(&Reporter::silent()).unwrap();
        assert_eq!(scores.answers() as i64, batch.answers, "{name}");
        assert!(batch.responses > 1000 && batch.comments > 0, "{name}: {batch:?}");
        // Every label is on the map: the import made no touchpoint of its own.
        let outline = std::fs::read_to_string(folder.join("journey.json")).unwrap();
        let drawn = Document::create_from(None, &Outline::parse(&outline).unwrap()).unwrap();
        assert_eq!(model.touchpoints.len(), drawn.model().touchpoints.len(), "{name}");
    }
}
