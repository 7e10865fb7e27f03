//! Labels of survey files that mean a touchpoint: assigned, used on import and on reading, forgotten.

use klantreis::document::{Command, ImportOptions, ImportReport};
use klantreis::document::{CommentQuery, Document, Outline, outline, sample};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::scores::ScoreTable;
use serde_json::json;
use tempfile::TempDir;

/// A document with the touchpoints “First bill” and “Shop” that no map shows.
struct Desk {
    folder: TempDir,
    document: Document,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut document =
            Document::create(&folder.path().join("map.klantreis"), "Energy").unwrap();
        for title in ["First bill", "Shop"] {
            let (id, title) = (TouchpointId::fresh(), title.to_owned());
            document.run(&Command::AddUnplacedTouchpoint { id, title }).unwrap();
        }
        Self { folder, document }
    }

    fn touchpoint(&self, title: &str) -> TouchpointId {
        self.document.model().touchpoint_named(title).unwrap().id
    }

    fn import(&mut self, name: &str, rows: &str) -> ImportReport {
        let file = self.folder.path().join(name);
        std::fs::write(&file, format!("id,date,place,nps,said\n{rows}")).unwrap();
        let options = ImportOptions::default();
        self.document.import(&file, &profile(), &options, &Reporter::silent()).unwrap()
    }

    fn assign(&mut self, label: &str, title: &str) {
        let touchpoint = self.touchpoint(title);
        let (id, label) = (SynonymId::fresh(), label.to_owned());
        self.document.run(&Command::AssignLabel { id, label, touchpoint }).unwrap();
    }

    fn scores(&self) -> ScoreTable {
        self.document.scores(&Reporter::silent()).unwrap()
    }

    /// Answers about a touchpoint, in the columns and in the roll-up; they must agree.
    fn answers(&self, title: &str) -> u64 {
        let id = self.touchpoint(title);
        let table = self.scores();
        let is_it = |g: &u16| table.groups[usize::from(*g)].touchpoint == Some(id);
        let in_columns = table.group.iter().filter(|g| is_it(g)).count() as u64;
        let rollup = self.document.rollup().unwrap();
        let own: Vec<_> = rollup.iter().filter(|r| r.group.touchpoint == Some(id)).collect();
        assert!(own.len() <= 1, "one entry a group");
        assert_eq!(own.iter().map(|r| r.counts.n()).sum::<u64>(), in_columns);
        in_columns
    }

    fn comments(&self, title: &str) -> usize {
        let touchpoints = [self.touchpoint(title)].into();
        let query = CommentQuery { touchpoints, limit: 10, ..CommentQuery::default() };
        self.document.comments(&query).unwrap().total
    }

    fn unmatched(&self) -> Vec<(String, u64, u64)> {
        let labels = self.document.unmatched().unwrap();
        labels.into_iter().map(|l| (l.label, l.answers, l.comments)).collect()
    }
}

fn profile() -> Profile {
    let profile = json!({
        "survey": {"name": "Contacts"},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "date", "role": "date", "format": "%Y-%m-%d"},
            {"column": "place", "role": "touchpoint"},
            {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high"},
            {"column": "said", "role": "comment"}
        ],
        "unmatched": "bucket"
    });
    sample::profile(&profile.to_string()).unwrap()
}

const ROWS: &str = "\
1,2026-07-01,First bill,9,
2,2026-07-02,The bill,3,Too high
3,2026-07-03,the BILL,4,
4,2026-07-04,Winkel,7,Nice
";

#[test]
fn a_label_counts_for_its_touchpoint_as_soon_as_it_is_assigned_and_undo_takes_it_back() {
    let mut desk = Desk::new();
    let report = desk.import("a.csv", ROWS);
    assert_eq!(report.unmatched_touchpoints, ["The bill", "the BILL", "Winkel"]);
    let bucket =
        [("Winkel".to_owned(), 1, 1), ("The bill".to_owned(), 1, 1), ("the BILL".to_owned(), 1, 0)];
    let mut found = desk.unmatched();
    found.sort();
    let mut expected = bucket.to_vec();
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!((desk.answers("First bill"), desk.comments("First bill")), (1, 0));

    desk.assign("the bill", "First bill");
    assert_eq!((desk.answers("First bill"), desk.comments("First bill")), (3, 1));
    assert_eq!(desk.unmatched(), [("Winkel".to_owned(), 1, 1)]);
    let step = desk.document.undo_name().unwrap().key.clone();
    assert_eq!(step, "step-assign-label");

    // Assigning again changes the meaning; there is one meaning a label.
    desk.assign("THE BILL ", "Shop");
    assert_eq!((desk.answers("First bill"), desk.answers("Shop")), (1, 2));
    assert_eq!(desk.document.model().synonyms.len(), 1);
    desk.document.undo().unwrap();
    desk.document.undo().unwrap();
    assert_eq!((desk.answers("First bill"), desk.unmatched().len()), (1, 3));
    desk.document.redo().unwrap();
    let label = "the bill".to_owned();
    desk.document.run(&Command::ForgetLabel { label: label.clone() }).unwrap();
    assert_eq!(desk.answers("First bill"), 1);
    assert!(desk.document.run(&Command::ForgetLabel { label }).is_err());
}

#[test]
fn an_import_finds_titles_before_synonyms() {
    let mut desk = Desk::new();
    desk.assign("Winkel", "Shop");
    desk.assign("first BILL", "Shop");
    let report = desk.import("a.csv", "1,2026-07-01,First Bill,9,\n2,2026-07-01,winkel,8,\n");
    assert_eq!(report.unmatched_touchpoints, Vec::<String>::new());
    assert_eq!((desk.answers("First bill"), desk.answers("Shop")), (1, 1));
}

#[test]
fn two_answers_of_a_response_to_one_question_at_one_touchpoint_count_once() {
    let mut desk = Desk::new();
    let rows = "1,2026-07-01,The bill,9,\n1,2026-07-01,First bill,2,\n2,2026-07-01,The bill,5,\n";
    desk.import("a.csv", rows);
    desk.assign("The bill", "First bill");
    assert_eq!(desk.answers("First bill"), 2);
    // The first of the two is the one that counts.
    let mut values = desk.scores().value;
    values.sort_unstable();
    assert_eq!(values, [5, 9]);
    // Nor does a later file bring what is there already under the label.
    let report = desk.import("b.csv", "2,2026-07-01,First bill,5,\n3,2026-07-01,First bill,1,\n");
    assert_eq!((report.answers, report.duplicates), (1, 1));
    assert_eq!(desk.answers("First bill"), 3);
}

#[test]
fn a_deleted_touchpoint_forgets_its_labels_and_the_journey_file_keeps_them() {
    let mut desk = Desk::new();
    desk.import("a.csv", ROWS);
    desk.assign("Winkel", "Shop");
    desk.assign("Filiaal", "Shop");
    let written = outline::of(desk.document.model());
    let shop = written.unplaced.iter().find(|t| t.title == "Shop").unwrap();
    assert_eq!(shop.also, ["Filiaal", "Winkel"]);
    let read = Outline::parse(&written.to_json()).unwrap();
    let built = Document::create_from(None, &read).unwrap();
    assert_eq!(outline::of(built.model()), written);
    let touchpoint = desk.touchpoint("Shop");
    desk.document.run(&Command::DeleteTouchpoint { touchpoint }).unwrap();
    assert_eq!(desk.document.model().synonyms.len(), 0);
    assert!(desk.unmatched().iter().any(|l| l.0 == "Winkel"));
    desk.document.undo().unwrap();
    assert_eq!((desk.document.model().synonyms.len(), desk.answers("Shop")), (2, 1));
}

#[test]
fn the_file_holds_the_synonyms() {
    let mut desk = Desk::new();
    desk.import("a.csv", ROWS);
    desk.assign("Winkel", "Shop");
    let path = desk.document.path().unwrap().to_owned();
    let (model, answers) = (desk.document.model().clone(), desk.answers("Shop"));
    desk.document = Document::in_memory("between").unwrap();
    desk.document = Document::open(&path).unwrap();
    assert_eq!(*desk.document.model(), model);
    assert_eq!((desk.answers("Shop"), answers), (1, 1));
}
