//! Words of comments and personas as filters: what counts, that the command line counts the same, and
//! that employees are left out.

use klantreis::analysis::{
    Across, Matrix, MatrixRequest, Measure, Overlay, OverlayRequest, Reading, RowSubject, Sources,
    matrix::narrow,
};
use klantreis::document::verbatims::comments_of;
use klantreis::document::{Command, CommentQuery, Document, ImportOptions, sample};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::render::matrix::column_name;
use klantreis::scores::{CrossColumn, Filter, Key, ScoreTable, Written, aggregate};
use klantreis::text::{Lang, Texts};
use serde_json::Value;
use std::path::PathBuf;
use tempfile::TempDir;

const PROFILE: &str = r#"{"survey": {"name": "NAME", "audience": "AUDIENCE"}, "columns": [
    {"column": "id", "role": "response_id"},
    {"column": "where", "role": "touchpoint"},
    {"column": "region", "role": "segment"},
    {"column": "age", "role": "segment"},
    {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"},
    {"column": "said", "role": "comment"}], "unmatched": "bucket"}"#;

/// Response 1 takes two rows, and its comment stands in the second.
const CUSTOMERS: &str = "1,Bill,North,old,2,\n\
    1,Shop,North,old,4,Te lang GEWACHT bij de kassa\n\
    2,Bill,South,young,9,Prima nota\n\
    3,Shop,North,young,10,Één wachtrij\n\
    4,Bill,South,old,6,Geen wacht lang\n\
    5,Shop,,,7,\n";

struct Desk {
    _folder: TempDir,
    path: PathBuf,
    document: Document,
    journey: JourneyId,
    table: ScoreTable,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.klantreis");
        let mut document = Document::create(&path, "Words").unwrap();
        let journey = JourneyId::fresh();
        let name = "Customer".to_owned();
        let state = JourneyState::Current;
        document.run(&Command::AddJourney { id: journey, name, state, standard: true }).unwrap();
        for title in ["Bill", "Shop"] {
            let spot = Spot::Stage(document.model().stages_of(journey)[2].id);
            let (id, placement) = (TouchpointId::fresh(), PlacementId::fresh());
            let (title, lane, index) = (title.to_owned(), None, None);
            let add = Command::AddTouchpoint { id, placement, journey, spot, lane, title, index };
            document.run(&add).unwrap();
        }
        for (name, segments) in [
            ("Nora", vec![("region", "North")]),
            ("Oud Zuid", vec![("region", "South"), ("age", "old")]),
            ("Nemo", vec![]),
        ] {
            let mut persona = Persona::named(PersonaId::fresh(), name.to_owned());
            let set = |(name, value): (&str, &str)| (name.to_owned(), [value.to_owned()].into());
            persona.segments = segments.into_iter().map(set).collect();
            document.run(&Command::PutPersona { persona }).unwrap();
        }
        let staff: String =
            (0..40).map(|n| format!("e{n},Bill,North,old,8,Medewerker wacht {n}\n")).collect();
        // Each customer eight times, so that scores are shown.
        let again = |n: usize| CUSTOMERS.lines().map(move |line| format!("{n}-{line}\n"));
        let customers: String = (0..8).flat_map(again).collect();
        for (name, audience, rows) in
            [("Klanten", "customer", customers.as_str()), ("Staf", "employee", staff.as_str())]
        {
            let file = folder.path().join(format!("{name}.csv"));
            std::fs::write(&file, format!("id,where,region,age,nps,said\n{rows}")).unwrap();
            let profile = PROFILE.replace("NAME", name).replace("AUDIENCE", audience);
            let profile = sample::profile(&profile).unwrap();
            let options = ImportOptions::default();
            document.import(&file, &profile, &options, &Reporter::silent()).unwrap();
        }
        let table = document.scores(&Reporter::silent()).unwrap();
        Self { _folder: folder, path, document, journey, table }
    }

    fn written(&self, words: &str) -> Filter {
        let filter = Filter { written: Some(Written::new(words)), ..Filter::default() };
        self.document.looked_up(filter, &Reporter::silent()).unwrap()
    }

    fn of_personas(&self, names: &[&str]) -> Filter {
        let all = self.document.model().personas.values();
        let personas = all.filter(|p| names.contains(&p.name.as_str())).map(|p| p.id).collect();
        Filter { personas, ..Filter::default() }
    }

    fn responses(&self, filter: &Filter) -> u64 {
        aggregate(&self.table, self.document.model(), filter).responses
    }

    fn overlay(&self, filter: &Filter, audience: Audience) -> Overlay {
        let sources = Sources { table: Some(&self.table), stored: None, contacts: &[] };
        let measure = Measure { audience, ..Measure::of(Metric::Nps) };
        let request = OverlayRequest::of(self.journey, measure);
        Overlay::of(sources, self.document.model(), &request, filter).unwrap()
    }

    fn matrix(&self, filter: &Filter, across: Across) -> Matrix {
        let request = MatrixRequest { across, ..MatrixRequest::new(self.journey, Metric::Nps) };
        Matrix::from_table(&self.table, self.document.model(), &request, filter)
    }

    fn texts(&self, filter: &Filter) -> Vec<String> {
        let query = CommentQuery { limit: 99, ..comments_of(self.document.model(), filter) };
        let page = self.document.comments(&query).unwrap();
        let mut texts: Vec<_> = page.comments.into_iter().map(|comment| comment.text).collect();
        texts.sort();
        texts
    }

    fn ask(&self, command: &str, args: &[&str]) -> std::process::Output {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_klantreis"));
        program.arg(command).arg(&self.path).args(args).output().unwrap()
    }

    fn json(&self, command: &str, args: &[&str]) -> Value {
        let output = self.ask(command, &[args, &["--json"]].concat());
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{args:?}: {errors}");
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn mean(reading: &Reading) -> Option<(u64, f64)> {
    reading.score().map(|score| (score.n(), score.shown().value))
}

#[test]
fn words_choose_whole_responses() {
    let desk = Desk::new();
    for (words, rows, texts) in [
        ("wacht", 24, vec!["Geen wacht lang", "Te lang GEWACHT bij de kassa", "Één wachtrij"]),
        ("een wachtrij", 8, vec!["Één wachtrij"]),
        ("lang wacht", 16, vec!["Geen wacht lang", "Te lang GEWACHT bij de kassa"]),
        ("nota", 8, vec!["Prima nota"]),
        ("medewerker", 0, vec![]),
        ("nergens", 0, vec![]),
        ("…", 0, vec![]),
    ] {
        let filter = desk.written(words);
        assert_eq!(desk.responses(&filter), rows, "{words}");
        let mut found = desk.texts(&filter);
        found.dedup();
        assert_eq!(found, texts, "{words}");
    }
    // The first row of response 1 counts by the comment in its second.
    let bill = desk.document.model().touchpoint_named("Bill").unwrap().id;
    let bill = Filter { touchpoints: [bill].into(), ..desk.written("kassa") };
    assert_eq!(desk.responses(&bill), 8);
    // Until somebody has looked, nothing counts.
    let unknown = Filter { written: Some(Written::new("wacht")), ..Filter::default() };
    assert_eq!((desk.responses(&unknown), desk.texts(&unknown)), (0, vec![]));
}

#[test]
fn personas_choose_their_segments() {
    let desk = Desk::new();
    for (names, rows) in [
        (&["Nora"][..], 16),
        (&["Oud Zuid"], 8),
        (&["Nora", "Oud Zuid"], 24),
        (&["Nemo"], 0),
        (&["Nemo", "Nora"], 16),
        (&[], 80),
    ] {
        let filter = desk.of_personas(names);
        assert_eq!(desk.responses(&filter), rows, "{names:?}");
    }
    assert_eq!(desk.texts(&desk.of_personas(&["Oud Zuid"])), ["Geen wacht lang"; 8]);
    assert_eq!(desk.texts(&desk.of_personas(&["Nemo"])), [""; 0]);
}

#[test]
fn employees_are_left_out() {
    let desk = Desk::new();
    let open = desk.overlay(&Filter::default(), Audience::Employee);
    assert_eq!(mean(&open.whole).map(|(n, _)| n), Some(40));
    for filter in [desk.written("wacht"), desk.written("medewerker"), desk.of_personas(&["Nora"])] {
        let overlay = desk.overlay(&filter, Audience::Employee);
        assert!(overlay.whole.score().is_none(), "{filter:?}: {:?}", overlay.whole);
        let texts = desk.texts(&filter);
        assert!(texts.iter().all(|text| !text.starts_with("Medewerker")), "{texts:?}");
    }
}

#[test]
fn the_command_line_counts_the_same() {
    let desk = Desk::new();
    for (filter, args) in [
        (desk.written("wacht"), &["--where", "text=wacht"][..]),
        (desk.written("lang wacht"), &["--where", "text=lang", "--where", "text=wacht"]),
        (desk.written("medewerker"), &["--where", "text=medewerker"]),
        (desk.of_personas(&["Nora"]), &["--where", "persona=nora"]),
        (
            desk.of_personas(&["Nora", "Oud Zuid"]),
            &["--where", "persona=Nora", "--where", "persona=Oud Zuid"],
        ),
        (
            Filter { personas: desk.of_personas(&["Nora"]).personas, ..desk.written("wacht") },
            &["--where", "persona=Nora", "--where", "text=wacht"],
        ),
    ] {
        let overlay = desk.overlay(&filter, Audience::Customer);
        let stats = [&["--metric", "nps", "--by", "touchpoint"][..], args].concat();
        let printed = desk.json("stats", &stats);
        let mut rows = printed["rows"].as_array().unwrap().clone();
        rows.retain(|row| row["value"].is_f64());
        let scored = overlay.touchpoints.values().filter(|r| r.score().is_some()).count();
        assert_eq!(rows.len(), scored, "{args:?}: {printed}");
        for (touchpoint, reading) in &overlay.touchpoints {
            let Some((n, value)) = mean(reading) else { continue };
            let title = &desk.document.model().touchpoints[touchpoint].title;
            let row = rows.iter().find(|r| r["name"] == title.as_str()).unwrap();
            let found = (row["n"].as_u64(), row["value"].as_f64());
            assert_eq!(found, (Some(n), Some(value)), "{args:?} {title}");
        }
        let listed = desk.json("comments", args);
        assert_eq!(listed["total"], desk.texts(&filter).len(), "{args:?}");
    }
}

#[test]
fn a_column_of_the_matrix_is_its_persona() {
    let desk = Desk::new();
    let model = desk.document.model();
    for filter in [Filter::default(), desk.written("wacht"), desk.of_personas(&["Nora"])] {
        let matrix = desk.matrix(&filter, Across::Persona);
        let mut named = 0;
        for (at, column) in matrix.columns.iter().enumerate() {
            let mut own = filter.clone();
            if !narrow(&mut own, model, &Across::Persona, column) {
                assert_eq!(*column, CrossColumn::One(Key::Persona(Vec::new())), "no persona");
                continue;
            }
            named += 1;
            let overlay = desk.overlay(&own, Audience::Customer);
            assert_eq!(mean(&matrix.column_totals[at]), mean(&overlay.whole));
            for row in matrix.rows() {
                let RowSubject::Touchpoint(id) = row.subject else { continue };
                let alone = overlay.touchpoints.get(&id).and_then(mean);
                let title = &model.touchpoints[&id].title;
                assert_eq!(mean(row.cells[at].reading()), alone, "{title}");
            }
        }
        assert_eq!(named, if filter.personas.is_empty() { 2 } else { 1 });
    }
    // Each answer stands in one column, so they add up.
    let matrix = desk.matrix(&Filter::default(), Across::Persona);
    let n: u64 = matrix.column_totals.iter().filter_map(Reading::n).sum();
    assert_eq!(Some(n), matrix.whole.n());
    let printed = desk.json("stats", &["--metric", "nps", "--across", "persona", "--lang", "en"]);
    let rows = printed["rows"].as_array().unwrap();
    let names: std::collections::BTreeSet<_> =
        rows.iter().filter_map(|row| row["column_name"].as_str()).collect();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["(none)", "Nora", "Oud Zuid"], "{printed}");
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::new();
    for (condition, told) in [
        ("persona=Nemo", "It is not known which respondents stand for “Nemo”"),
        ("persona=Who", "Nora"),
        ("text=", "not a condition"),
    ] {
        let output = desk.ask("stats", &["--metric", "nps", "--where", condition, "--lang", "en"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && errors.contains(told), "{condition}: {errors}");
    }
}

#[test]
fn who_stands_for_two_personas_has_a_column_of_both() {
    let mut desk = Desk::new();
    let mut persona = Persona::named(PersonaId::fresh(), "Young".to_owned());
    persona.segments.insert("age".to_owned(), ["young".to_owned()].into());
    desk.document.run(&Command::PutPersona { persona }).unwrap();
    let matrix = desk.matrix(&Filter::default(), Across::Persona);
    let texts = Texts::new(Lang::En);
    let model = desk.document.model();
    let names: Vec<String> = matrix.columns.iter().map(|c| column_name(&texts, model, c)).collect();
    assert_eq!(names, ["Nora", "Oud Zuid", "Young", "Nora + Young", "No persona"]);
    let n: u64 = matrix.column_totals.iter().filter_map(Reading::n).sum();
    assert_eq!(Some(n), matrix.whole.n());
    // A filter by Young takes those of both: it is not that column, and so is not offered for it.
    for (column, can) in matrix.columns.iter().zip([false, true, false, false, false]) {
        let mut filter = Filter::default();
        assert_eq!(narrow(&mut filter, model, &Across::Persona, column), can, "{column:?}");
    }
}
