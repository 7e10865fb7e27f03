//! The feedback screen by accessible names: comments found, a response shown, refused cells, an
//! import taken back.

use super::desk::add_cards;
use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::App;
use klantreis::document::{Command, Document, ImportOptions};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::{JourneyId, JourneyState};
use std::time::{Duration, Instant};

const SURVEY: &str = "id,date,score,comment\n1,2026-09-01,9,Quick and friendly\n\
                      2,2026-09-02,3,Waited twenty minutes\n3,2026-09-03,12,No answer at all\n";

const PROFILE: &str = r#"{"survey": {"name": "Autumn"}, "columns": [
    {"column": "id", "role": "response_id"},
    {"column": "date", "role": "date", "format": "%Y-%m-%d"},
    {"column": "score", "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"},
    {"column": "comment", "role": "comment"}]}"#;

/// A window that shows the feedback screen of a document.
fn on_feedback<'a>(root: &std::path::Path, document: Document) -> Harness<'a, App> {
    let mut window = window(root);
    window.state_mut().open_document(document);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    window
}

/// A window on the feedback of a small survey, with one score that is off its scale.
fn with_feedback(root: &std::path::Path) -> Harness<'_, App> {
    let file = root.join("autumn.csv");
    std::fs::write(&file, SURVEY).unwrap();
    let mut document = Document::in_memory("Moving in").unwrap();
    let profile: Profile = serde_json::from_str(PROFILE).unwrap();
    document.import(&file, &profile, &ImportOptions::default(), &Reporter::silent()).unwrap();
    on_feedback(root, document)
}

/// Waits until something shows that begins with a text.
fn wait_for(window: &mut Harness<'_, App>, begins: &str) {
    let patience = Instant::now() + Duration::from_secs(20);
    let shows = |window: &Harness<'_, App>| {
        let mut all = window.root().children_recursive();
        all.any(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()].iter().flatten().any(|words| words.starts_with(begins))
        })
    };
    while !shows(window) {
        assert!(Instant::now() < patience, "{begins} never showed");
        std::thread::sleep(Duration::from_millis(5));
        settle(window);
    }
}

#[test]
fn comments_are_searched_and_a_response_is_shown_whole() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_feedback(root.path());
    wait_for(&mut window, "Waited twenty minutes");
    window.get_by_label("3 comments");
    window.get_by_role_and_label(Role::TextInput, "Search what people wrote").click();
    settle(&mut window);
    window.event(Event::Text("TWENTY".to_owned()));
    settle(&mut window);
    wait_for(&mut window, "1 comment");
    // The row follows its count: it is read on a worker.
    wait_for(&mut window, "Waited twenty minutes");
    let row = window.get_by_label_contains("Waited twenty minutes Whole journey · 2 Sept 2026");
    row.click();
    settle(&mut window);
    window.get_by_label("Answers");
    window.get_by_label_contains("0 to 10, high is good");
}

#[test]
fn refused_cells_are_listed_with_row_and_reason_and_an_import_is_taken_back() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_feedback(root.path());
    window.get_by_role_and_label(Role::Button, "1 cell not taken over").click();
    settle(&mut window);
    window.get_by_label_contains("4, score, 12, ");
    window.get_by_role_and_label(Role::Button, "Back to the comments").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Take back autumn.csv").click();
    settle(&mut window);
    assert!(window.state().model().batches.is_empty());
    window.get_by_label("No feedback yet");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(window.state().model().batches.len(), 1);
}

/// Waits until nothing of this name shows.
fn wait_until_gone(window: &mut Harness<'_, App>, name: &str) {
    let begun = Instant::now();
    while window.query_by_label(name).is_some() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{name} stays");
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
}

/// A map with these cards, and a survey whose answers carry these labels.
fn with_labels<'a>(root: &std::path::Path, cards: &[&str], labels: &[&str]) -> Harness<'a, App> {
    let file = root.join("labels.csv");
    let rows: String = labels.iter().map(|label| format!("9,{label}\n3,{label}\n")).collect();
    std::fs::write(&file, format!("score,where\n{rows}")).unwrap();
    let mut document = Document::in_memory("Moving in").unwrap();
    let journey = JourneyId::fresh();
    let (name, state, standard) = ("Moving in".into(), JourneyState::Current, true);
    document.run(&Command::AddJourney { id: journey, name, state, standard }).unwrap();
    let cards: Vec<(&str, usize)> = cards.iter().map(|card| (*card, 0)).collect();
    add_cards(&mut document, journey, &cards);
    let profile: Profile = serde_json::from_str(
        r#"{"columns": [{"column": "where", "role": "touchpoint"}, {"column": "score",
            "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"}]}"#,
    )
    .unwrap();
    document.import(&file, &profile, &ImportOptions::default(), &Reporter::silent()).unwrap();
    on_feedback(root, document)
}

#[test]
fn a_label_that_is_not_on_the_map_is_assigned_to_the_touchpoint_it_looks_like() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_labels(root.path(), &["Online quote"], &["Online qoute"]);
    wait_for(&mut window, "1 label is not on the map");
    window.get_by_label_contains("Online qoute is Online quote; the names are").click();
    settle(&mut window);
    assert_eq!(window.state().model().synonyms.len(), 1);
    wait_until_gone(&mut window, "1 label is not on the map");
}

#[test]
fn labels_are_assigned_together_and_one_becomes_a_touchpoint() {
    let root = tempfile::tempdir().unwrap();
    let labels = ["Online qoute", "Welcom mail", "Kiosk"];
    let mut window = with_labels(root.path(), &["Online quote", "Welcome mail"], &labels);
    wait_for(&mut window, "3 labels are not on the map");
    window.get_by_label("Assign the 2 that look alike").click();
    settle(&mut window);
    assert_eq!(window.state().model().synonyms.len(), 2);
    wait_for(&mut window, "1 label is not on the map");
    window.get_by_label_contains("What does Kiosk mean?").click();
    settle(&mut window);
    window.get_by_label("Create touchpoint “Kiosk”").click();
    settle(&mut window);
    assert!(window.state().model().touchpoint_named("Kiosk").is_some());
    wait_until_gone(&mut window, "1 label is not on the map");
    // Each is one step.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert!(window.state().model().touchpoint_named("Kiosk").is_none());
    assert_eq!(window.state().model().synonyms.len(), 2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert!(window.state().model().synonyms.is_empty());
}
