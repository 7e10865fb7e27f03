//! What employees say is kept apart from what customers say, and small groups of them stay hidden.

use klantreis::document::{
    CommentPage, CommentQuery, Document, HandEntry, HandSurvey, ImportOptions, sample,
};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
    document: Document,
}

impl Desk {
    /// A journey with the touchpoints “Desk” and “Phone”.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut document = Document::create(&folder.path().join("a.klantreis"), "Energy").unwrap();
        super::desk::draw(&mut document, "Customer", &[("Desk", 4), ("Phone", 4)]);
        Self { folder, document }
    }

    /// Imports an eNPS and a statement, with a comment, of so many people about each touchpoint.
    fn import(&mut self, name: &str, audience: &str, people: &[(&str, u32)]) {
        let profile = json!({
            "survey": {"name": name, "audience": audience},
            "columns": [
                {"column": "who", "role": "customer"},
                {"column": "place", "role": "touchpoint"},
                {"column": "team", "role": "segment"},
                {"column": "enps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
                 "better": "high"},
                {"column": "proud", "role": "answer", "metric": "rating", "min": 1, "max": 5,
                 "better": "high"},
                {"column": "said", "role": "comment"}
            ]
        });
        let mut csv = String::from("who,place,team,enps,proud,said\n");
        for (place, count) in people {
            for person in 0..*count {
                csv.push_str(&format!(
                    "{place}{person},{place},Team {person},9,4,{name} at {place}\n"
                ));
            }
        }
        let file: PathBuf = self.folder.path().join(format!("{name}.csv"));
        std::fs::write(&file, csv).unwrap();
        let profile = sample::profile(&profile.to_string()).unwrap();
        let options = ImportOptions::default();
        self.document.import(&file, &profile, &options, &Reporter::silent()).unwrap();
    }

    fn comments(&self, query: CommentQuery) -> CommentPage {
        let query = CommentQuery { limit: 100, ..query };
        let page = self.document.comments(&query).unwrap();
        assert_eq!(self.document.reader().unwrap().comments(&query).unwrap(), page);
        page
    }

    fn touchpoint(&self, title: &str) -> TouchpointId {
        self.document.model().touchpoint_named(title).unwrap().id
    }
}

#[test]
fn a_group_of_four_employees_is_hidden_in_figures_and_pictures() {
    let mut desk = Desk::new();
    desk.import("Staff", "employee", &[("Desk", 4), ("Phone", 20)]);
    desk.import("Clients", "customer", &[("Desk", 7), ("Phone", 8)]);
    let audiences: Vec<_> = desk.document.model().surveys.values().map(|s| s.audience).collect();
    assert_eq!(audiences, [Audience::Employee, Audience::Customer]);
    let path = desk.document.path().unwrap().to_owned();
    let picture = desk.folder.path().join("map.svg");
    let one = desk.folder.path().join("one.klantreis");
    drop(desk.document);
    let run = |args: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
        let made = command.args(args).output().unwrap();
        assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
        serde_json::from_slice::<Value>(&made.stdout).unwrap_or_default()
    };
    let file = path.to_str().unwrap();
    for metric in ["nps", "rating"] {
        let staff = ["--where", "survey=Staff"];
        let mut args = vec!["stats", file, "--metric", metric, "--by", "touchpoint", "--json"];
        args.extend(staff);
        let table = run(&args);
        let rows = table["rows"].as_array().unwrap();
        // The four, and with them those from whom they could be told by subtraction.
        assert!(!rows.is_empty(), "{metric}");
        let desk = rows.iter().find(|row| row["name"] == "Desk").unwrap();
        assert_eq!(desk["withheld"], "hidden", "{metric}");
        for field in ["n", "value", "low", "high", "counts"] {
            assert!(desk[field].is_null(), "{metric} {field}: {desk}");
        }
        // Customers' answers to the same metric have rows of their own.
        let all = run(&["stats", file, "--metric", metric, "--by", "touchpoint", "--json"]);
        let of_desk =
            all["rows"].as_array().unwrap().iter().filter(|row| row["name"] == "Desk").count();
        assert_eq!(of_desk, 2, "employees and customers are never one row");
    }
    // A document with nothing but the four: no figure of theirs stands in the picture.
    let mut alone = Desk::new();
    alone.import("Staff", "employee", &[("Desk", 4)]);
    alone.document.save_copy(&one, &Reporter::silent()).unwrap();
    run(&[
        "render",
        one.to_str().unwrap(),
        picture.to_str().unwrap(),
        "--overlay",
        "nps",
        "--lang",
        "en",
    ]);
    let svg = std::fs::read_to_string(&picture).unwrap();
    assert!(svg.contains("Desk"));
    for told in ["n = 4", "n=4", "+100", ">100<", ">4<"] {
        assert!(!svg.contains(told), "the picture tells “{told}”");
    }
}

#[test]
fn comments_of_employees_show_only_when_ten_stand_behind_them() {
    let mut desk = Desk::new();
    desk.import("Staff", "employee", &[("Desk", 9), ("Phone", 10)]);
    desk.import("Clients", "customer", &[("Desk", 2)]);
    let desk_id = desk.touchpoint("Desk");
    let all = desk.comments(CommentQuery::default());
    assert_eq!((all.total, all.withheld), (12, true));
    for comment in &all.comments {
        let staff = comment.text.starts_with("Staff");
        assert!(!staff || comment.text.ends_with("Phone"), "{}", comment.text);
        // Nothing beside an employee's words tells who wrote them.
        let told = !comment.segments.is_empty()
            || !comment.answers.is_empty()
            || comment.customer.is_some();
        assert_eq!(told, !staff, "{comment:?}");
    }
    // Neither asking for the touchpoint, nor for a word or a part, nor for one of them tells more.
    let about = CommentQuery { touchpoints: [desk_id].into(), ..CommentQuery::default() };
    assert_eq!(desk.comments(about.clone()).total, 2);
    let part = CommentQuery { part: "staff at desk".to_owned(), ..CommentQuery::default() };
    let found = desk.comments(part);
    assert_eq!((found.total, found.withheld), (0, true));
    let segments = [("team".to_owned(), ["Team 3".to_owned()].into())].into();
    let one = CommentQuery { segments, ..CommentQuery::default() };
    assert_eq!(desk.comments(one).total, 0);
    // A tenth person, entered by hand, and all of them show.
    let survey = desk.document.model().surveys.values().next().unwrap().id;
    let entry = HandEntry {
        kind: HandKind::Paper,
        survey: HandSurvey::Known(survey),
        day: None,
        touchpoint: Some(desk_id),
        channel: None,
        customer: String::new(),
        text: "Staff at Desk, on paper".to_owned(),
        answers: Vec::new(),
    };
    desk.document.enter_feedback(&entry).unwrap();
    assert_eq!(desk.comments(about).total, 12);
    assert!(!desk.comments(CommentQuery::default()).withheld);
}
