//! An import that is mapped anew without its file: a test a kind of change, and what must stay.

use klantreis::document::{
    Command, Comment, CommentQuery, Document, ImportOptions, ImportReport, sample,
};
use klantreis::import::{ImportError, Profile};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::scores::ScoreTable;
use serde_json::{Value, json};
use tempfile::TempDir;

const WIDE: &str = "\
id;when;who;agent;weight;call;region;how;place;nps;food;effort;said;more;secret
1;03-04-2017;Ann;Kim;1,5;ja;1;web;Website;9;4;easy;Fine, \"really\";And the bill;x
2;04-04-2017;Bob;Kim;0,5;nee;2;Phone;Winkel;3;6;hard;;;x
3;05-04-2017;Cas;;;;;Fax;;11;5;9;Two
lines;;x
4;soon;Dee;;;;1;web;website;10;0;very hard;;Late;x
5;;;;;;;;;;;;;;x
";

/// A document with the touchpoints “Website”, “Food” and “Bill”, and the file before it was mapped.
struct Desk {
    folder: TempDir,
    document: Document,
}

fn wide() -> Value {
    json!({
        "survey": {"name": "Visitors", "wave": "2017"},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "when", "role": "date", "format": "%d-%m-%Y"},
            {"column": "who", "role": "customer"},
            {"column": "agent", "role": "employee"},
            {"column": "weight", "role": "weight"},
            {"column": "call", "role": "consent"},
            {"column": "region", "role": "segment", "name": "Region",
             "labels": {"1": "North", "2": "South"}},
            {"column": "how", "role": "channel"},
            {"column": "place", "role": "touchpoint"},
            {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high"},
            {"column": "food", "role": "answer", "metric": "csat", "min": 1, "max": 5,
             "better": "high", "missing": ["0"], "touchpoint": "Food"},
            {"column": "effort", "role": "answer", "metric": "ces", "min": 1, "max": 5,
             "better": "low", "labels": {"easy": 1, "hard": 4}},
            {"column": "said", "role": "comment"},
            {"column": "more", "role": "comment", "touchpoint": "Bill"},
            {"column": "secret", "role": "ignore"}
        ],
        "touchpoints": {"Winkel": "Shop"},
        "decimal": ",",
        "unmatched": "bucket"
    })
}

/// The settings of a column.
fn column<'v>(mapping: &'v mut Value, name: &str) -> &'v mut Value {
    let columns = mapping["columns"].as_array_mut().unwrap();
    columns.iter_mut().find(|c| c["column"] == name).unwrap()
}

fn profile(mapping: &Value) -> Profile {
    sample::profile(&mapping.to_string()).unwrap()
}

fn key(error: &ImportError) -> String {
    Tell::message(error).key.into_owned()
}

impl Desk {
    fn new(text: &str, mapping: &Value) -> (Self, BatchId) {
        let folder = tempfile::tempdir().unwrap();
        let mut document = Document::create(&folder.path().join("a.klantreis"), "Energy").unwrap();
        for title in ["Website", "Food", "Bill"] {
            let (id, title) = (TouchpointId::fresh(), title.to_owned());
            document.run(&Command::AddUnplacedTouchpoint { id, title }).unwrap();
        }
        let mut desk = Self { folder, document };
        let batch = desk.import("visitors.csv", text, mapping).batch.unwrap();
        // The file is not needed any more.
        std::fs::remove_file(desk.folder.path().join("visitors.csv")).unwrap();
        (desk, batch)
    }

    fn import(&mut self, name: &str, text: &str, mapping: &Value) -> ImportReport {
        let file = self.folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let options = ImportOptions::default();
        self.document.import(&file, &profile(mapping), &options, &Reporter::silent()).unwrap()
    }

    fn remap(&mut self, batch: BatchId, mapping: &Value) -> ImportReport {
        let silent = Reporter::silent();
        self.document.remap_batch(batch, &profile(mapping), &silent).unwrap()
    }

    fn refused(&mut self, batch: BatchId, mapping: &Value) -> String {
        let before = (self.document.model().clone(), self.scores());
        let silent = Reporter::silent();
        let error = self.document.remap_batch(batch, &profile(mapping), &silent).unwrap_err();
        assert!(before == (self.document.model().clone(), self.scores()), "nothing changed");
        key(&error)
    }

    fn scores(&self) -> ScoreTable {
        self.document.scores(&Reporter::silent()).unwrap()
    }

    /// Column, touchpoint and value of every answer, in words.
    fn answers(&self) -> Vec<String> {
        let (table, model) = (self.scores(), self.document.model());
        let mut all: Vec<String> = table
            .group
            .iter()
            .zip(&table.value)
            .map(|(group, value)| {
                let group = table.groups[usize::from(*group)];
                let question = &model.questions[&group.question];
                let title = group.touchpoint.map(|id| model.touchpoints.get(&id));
                let title = title.map_or("-", |t| t.map_or("?", |t| t.title.as_str()));
                format!("{} {title} {}", question.code, question.scale.min + i32::from(*value))
            })
            .collect();
        all.sort();
        all
    }

    /// Comments without what differs between two batches.
    fn comments(&self) -> Vec<Comment> {
        let query = CommentQuery { limit: 99, ..CommentQuery::default() };
        let comments = self.document.comments(&query).unwrap().comments;
        let plain = |c| Comment { key: 0, response: 0, ..c };
        let mut all: Vec<Comment> = comments.into_iter().map(plain).collect();
        all.sort_by(|a, b| a.text.cmp(&b.text));
        all
    }

    fn refused_cells(&self, batch: BatchId) -> Vec<(u64, String, String)> {
        let cells = self.document.rejected(batch).unwrap();
        cells.into_iter().map(|c| (c.row, c.column, c.value)).collect()
    }
}

const ANSWERS: [&str; 8] = [
    "effort - 9",
    "effort ? 4",
    "effort Website 1",
    "food Food 4",
    "food Food 5",
    "nps ? 3",
    "nps Website 10",
    "nps Website 9",
];

/// What the file gives under `wide`: the effort of 9 is outside its scale.
fn at_first() -> Vec<&'static str> {
    ANSWERS.into_iter().filter(|a| *a != "effort - 9").collect()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn the_same_mapping_changes_nothing_but_the_batch_and_undo_brings_the_old_one_back() {
    let (mut desk, old) = Desk::new(WIDE, &wide());
    assert_eq!(desk.answers(), at_first());
    let start = (desk.document.model().clone(), desk.scores());
    let (comments, cells) = (desk.comments(), desk.refused_cells(old));
    assert_eq!(cells.len(), 5, "{cells:?}");
    let batch = desk.document.model().batches[&old].clone();
    let report = desk.remap(old, &wide());
    let new = report.batch.unwrap();
    assert_ne!(new, old);
    let model = desk.document.model();
    assert_eq!(model.batches.len(), 1);
    let made = Batch { id: old, profile: batch.profile.clone(), ..model.batches[&new].clone() };
    assert_eq!(made, batch);
    assert_eq!(
        serde_json::from_str::<Profile>(&model.batches[&new].profile).unwrap(),
        serde_json::from_str::<Profile>(&batch.profile).unwrap()
    );
    let without = |model: &Model| Model { batches: Table::new(), ..model.clone() };
    assert_eq!(without(model), without(&start.0), "survey, questions and map are the same ones");
    assert_eq!(desk.answers(), at_first());
    assert_eq!(desk.comments(), comments);
    assert_eq!(desk.refused_cells(new), cells);
    let table = desk.scores();
    assert_eq!(
        (&table.day, &table.weight, &table.segments),
        (&start.1.day, &start.1.weight, &start.1.segments)
    );
    assert_eq!((&table.channel, &table.dimensions), (&start.1.channel, &start.1.dimensions));
    assert_eq!(desk.document.undo_name().unwrap().key, "step-remap");
    desk.document.undo().unwrap();
    assert!(*desk.document.model() == start.0);
    assert_eq!((desk.answers(), desk.refused_cells(old)), (strings(&at_first()), cells));
    desk.document.redo().unwrap();
    assert_eq!(desk.answers(), at_first());
    // And again, of the batch that was made.
    desk.remap(new, &wide());
    assert_eq!(
        (desk.answers(), desk.comments()),
        (at_first().iter().map(|a| (*a).to_owned()).collect(), comments)
    );
}

#[test]
fn metric_direction_wording_and_box_become_others() {
    let (mut desk, batch) = Desk::new(WIDE, &wide());
    let mut mapping = wide();
    let food = column(&mut mapping, "food");
    food["metric"] = json!("rating");
    food["better"] = json!("low");
    food["wording"] = json!("How was the food?");
    let question = desk.document.model().questions.values().find(|q| q.code == "food").unwrap().id;
    desk.remap(batch, &mapping);
    let changed = &desk.document.model().questions[&question];
    assert_eq!((changed.metric, changed.scale.better), (Metric::Rating, Better::Low));
    assert_eq!(changed.wording, "How was the food?");
    assert_eq!(desk.answers(), at_first());
}

#[test]
fn another_end_of_the_scale_takes_in_what_was_refused_and_refuses_what_was_not() {
    let (mut desk, batch) = Desk::new(WIDE, &wide());
    let mut mapping = wide();
    column(&mut mapping, "food")["max"] = json!(7);
    column(&mut mapping, "nps")["max"] = json!(11);
    column(&mut mapping, "effort")["max"] = json!(9);
    let report = desk.remap(batch, &mapping);
    let mut expected: Vec<&str> = ANSWERS.to_vec();
    expected.extend(["food Food 6", "nps - 11"]);
    expected.sort_unstable();
    assert_eq!(desk.answers(), expected);
    assert_eq!(report.answers, 10);
    let left = desk.refused_cells(report.batch.unwrap());
    assert_eq!(left.len(), 2, "{left:?}");
    let batch = report.batch.unwrap();
    column(&mut mapping, "food")["max"] = json!(4);
    let report = desk.remap(batch, &mapping);
    assert_eq!(desk.answers().iter().filter(|a| a.starts_with("food")).count(), 1);
    // What is refused now has the row it had in the file, with line breaks in cells not counted.
    let food = desk.refused_cells(report.batch.unwrap());
    let food: Vec<_> = food.iter().filter(|c| c.1 == "food").map(|c| (c.0, c.2.as_str())).collect();
    assert_eq!(food, [(3, "6"), (4, "5")]);
}

#[test]
fn missing_values_and_labels_become_others() {
    let (mut desk, batch) = Desk::new(WIDE, &wide());
    let mut mapping = wide();
    column(&mut mapping, "food")["missing"] = json!(["0", "5", "6"]);
    column(&mut mapping, "effort")["labels"] = json!({"easy": 2, "hard": 4, "very hard": 5});
    let report = desk.remap(batch, &mapping);
    let expected = [
        "effort ? 4",
        "effort Website 2",
        "effort Website 5",
        "food Food 4",
        "nps ? 3",
        "nps Website 10",
        "nps Website 9",
    ];
    assert_eq!(desk.answers(), expected);
    let left = desk.refused_cells(report.batch.unwrap());
    assert!(left.iter().all(|c| c.1 != "food" && c.2 != "very hard"), "{left:?}");
}

#[test]
fn touchpoints_and_segments_become_others() {
    let (mut desk, batch) = Desk::new(WIDE, &wide());
    let mut mapping = wide();
    column(&mut mapping, "food")["touchpoint"] = json!("Bill");
    column(&mut mapping, "more")["touchpoint"] = json!("Food");
    column(&mut mapping, "region")["labels"] = json!({"1": "Noord", "2": "Zuid"});
    column(&mut mapping, "region")["name"] = json!("Regio");
    mapping["touchpoints"] = json!({"Winkel": "Bill", "Website": "Food"});
    desk.remap(batch, &mapping);
    let expected = [
        "effort Bill 4",
        "effort Food 1",
        "food Bill 4",
        "food Bill 5",
        "nps Bill 3",
        "nps Food 10",
        "nps Food 9",
    ];
    assert_eq!(desk.answers(), expected);
    let late = desk.comments().into_iter().find(|c| c.text == "Late").unwrap();
    let title = &desk.document.model().touchpoints[&late.touchpoint.unwrap()].title;
    assert_eq!(title, "Food");
    assert_eq!(late.segments, [("Regio".to_owned(), "Noord".to_owned())]);
    assert_eq!(late.customer.as_deref(), Some("Dee"));
    // The labels are those of the file again when the mapping does not rename them any more.
    mapping["touchpoints"] = json!({"Winkel": "Shop"});
    let batch = *desk.document.model().batches.keys().next().unwrap();
    desk.remap(batch, &mapping);
    assert!(desk.answers().contains(&"nps Website 9".to_owned()));
    assert_eq!(desk.document.unmatched().unwrap()[0].label, "Shop");
}

#[test]
fn survey_and_wave_get_another_name_and_a_column_another_role() {
    let (mut desk, batch) = Desk::new(WIDE, &wide());
    let survey = *desk.document.model().surveys.keys().next().unwrap();
    let mut mapping = wide();
    mapping["survey"] = json!({"name": "Guests", "wave": "Spring", "audience": "employee"});
    *column(&mut mapping, "food") = json!({"column": "food", "role": "ignore"});
    *column(&mut mapping, "region") = json!({"column": "region", "role": "comment"});
    desk.remap(batch, &mapping);
    let model = desk.document.model();
    let made = &model.surveys[&survey];
    assert_eq!(
        (model.surveys.len(), made.name.as_str(), made.wave.as_str()),
        (1, "Guests", "Spring")
    );
    assert_eq!(made.audience, Audience::Employee);
    assert!(model.questions.values().all(|q| q.code != "food"));
    let comments = model.batches.values().next().unwrap().comments;
    assert_eq!(comments, 4 + 3, "the codes of the regions");
    // Dates are read by another format when the mapping says so.
    let batch = *model.batches.keys().next().unwrap();
    let mut mapping = wide();
    *column(&mut mapping, "food") = json!({"column": "food", "role": "ignore"});
    column(&mut mapping, "when")["format"] = json!("%m-%d-%Y");
    desk.remap(batch, &mapping);
    let mut days: Vec<i32> = desk.scores().day.into_iter().filter(|d| *d > 0).collect();
    days.sort_unstable();
    // 4 March, 4 April and 4 May 2017 of 3, 4 and 5 April.
    assert_eq!(days, [17_229, 17_260, 17_290]);
}

#[test]
fn what_was_left_out_or_is_shared_is_refused_in_words() {
    let (mut desk, batch) = Desk::new(WIDE, &wide());
    let mut mapping = wide();
    *column(&mut mapping, "secret") = json!({"column": "secret", "role": "comment"});
    assert_eq!(desk.refused(batch, &mapping), "document-remap-gone");
    let mut mapping = wide();
    column(&mut mapping, "nps")["column"] = json!("#10");
    assert_eq!(desk.refused(batch, &mapping), "document-remap-gone");
    assert_eq!(desk.refused(BatchId::fresh(), &wide()), "document-no-batch");
    // A second import of the same survey shares its questions.
    desk.import("more.csv", &WIDE.replace("\n1;", "\n7;"), &wide());
    let mut mapping = wide();
    column(&mut mapping, "nps")["better"] = json!("low");
    assert_eq!(desk.refused(batch, &mapping), "document-remap-shared");
    // In a wave of its own it can be what it likes, and the other stays as it is.
    mapping["survey"]["wave"] = json!("2018");
    desk.remap(batch, &mapping);
    let model = desk.document.model();
    assert_eq!((model.surveys.len(), model.batches.len()), (2, 2));
    let of_nps: Vec<_> =
        model.questions.values().filter(|q| q.code == "nps").map(|q| q.scale.better).collect();
    assert_eq!(of_nps, [Better::High, Better::Low]);
}

#[test]
fn several_rows_of_one_respondent_stay_one_response() {
    let long =
        "id,place,score,said\n1,Website,4,Fine\n1,Bill,2,\n1,Attic,3,Dark\n2,Bill,9,\n1,Bill,2,\n";
    let mapping = json!({
        "survey": {"name": "Long"},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "place", "role": "touchpoint"},
            {"column": "score", "role": "answer", "metric": "csat", "min": 1, "max": 5,
             "better": "high"},
            {"column": "said", "role": "comment"}
        ],
        "unmatched": "bucket"
    });
    let (mut desk, batch) = Desk::new(long, &mapping);
    let expected = ["score ? 3", "score Bill 2", "score Website 4"];
    assert_eq!(desk.answers(), expected);
    let mut wider = mapping;
    column(&mut wider, "score")["max"] = json!(10);
    let report = desk.remap(batch, &wider);
    assert_eq!((report.responses, report.answers, report.comments), (2, 4, 2));
    assert_eq!((report.duplicates, report.rejected_total, report.rows_read), (1, 0, 5));
    assert_eq!(desk.answers(), ["score ? 3", "score Bill 2", "score Bill 9", "score Website 4"]);
    // The bucket still knows its label.
    assert_eq!(desk.document.unmatched().unwrap()[0].label, "Attic");
}

#[test]
fn two_touchpoints_of_one_title_and_one_that_is_gone_keep_their_answers() {
    let rows = "place,score\nWebsite,4\nBill,3\n";
    let mapping = json!({
        "survey": {"name": "Two"},
        "columns": [
            {"column": "place", "role": "touchpoint"},
            {"column": "score", "role": "answer", "metric": "csat", "min": 1, "max": 5,
             "better": "high"}
        ]
    });
    let (mut desk, batch) = Desk::new(rows, &mapping);
    let of = |desk: &Desk, title: &str| desk.document.model().touchpoint_named(title).unwrap().id;
    let (website, bill) = (of(&desk, "Website"), of(&desk, "Bill"));
    let title = "Bill".to_owned();
    desk.document.run(&Command::RenameTouchpoint { touchpoint: website, title }).unwrap();
    let groups = |desk: &Desk| {
        let mut all: Vec<_> = desk.scores().groups.iter().map(|g| g.touchpoint).collect();
        all.sort_unstable();
        all
    };
    let mut both = vec![Some(website), Some(bill)];
    both.sort_unstable();
    desk.remap(batch, &mapping);
    assert_eq!(groups(&desk), both);
    desk.document.run(&Command::DeleteTouchpoint { touchpoint: bill }).unwrap();
    let batch = *desk.document.model().batches.keys().next().unwrap();
    desk.remap(batch, &mapping);
    assert_eq!(groups(&desk), both);
}

#[test]
fn a_log_of_contacts_is_mapped_anew_and_a_grown_file_goes_on() {
    let head = "when,who,how,about\n";
    let mapping = json!({
        "survey": {"name": "Log"},
        "columns": [
            {"column": "when", "role": "date", "format": "%Y-%m-%d"},
            {"column": "who", "role": "customer"},
            {"column": "how", "role": "channel"},
            {"column": "about", "role": "touchpoint"}
        ],
        "unmatched": "bucket"
    });
    let rows = "2026-07-01,Ann,Phone,Bill\n2026-07-02,Bob,Chat,Shop\n";
    let (mut desk, batch) = Desk::new(&format!("{head}{rows}"), &mapping);
    let mut other = mapping;
    other["touchpoints"] = json!({"Shop": "Website"});
    let report = desk.remap(batch, &other);
    assert_eq!((report.contacts, report.responses), (2, 0));
    assert_eq!(desk.document.unmatched().unwrap(), []);
    // The file grows: the rows that were mapped anew are not imported once more.
    let grown = format!("{head}{rows}2026-07-03,Ann,Phone,Shop\n");
    let report = desk.import("visitors.csv", &grown, &other);
    assert_eq!((report.already, report.contacts), (2, 1));
}
