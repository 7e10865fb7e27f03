//! Data as they should not be: none, one answer, all alike, another scale half-way, days to come, five
//! hundred values, a touchpoint that is gone. Nothing fails, and what is left out is said.

use super::surveyed::{self, FILE};
use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::analysis::{Measure, Scope};
use klantreis::app::App;
use klantreis::app::context::{Overlay, UiAction};
use klantreis::document::{Command, Document};
use klantreis::model::*;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// What the command line prints of the document in a folder.
fn printed(root: &Path, args: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_klantreis"));
    let (what, rest) = args.split_first().unwrap();
    command.arg(what).arg(root.join(FILE)).args(rest).args(["--lang", "en"]);
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(root: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&printed(root, &[args, &["--json"]].concat())).unwrap()
}

/// A document with one wave of customers of which the bill and the desk are given, a row each.
fn with(root: &Path, year: usize, rows: &[(i32, i32)]) -> Document {
    let mut document = surveyed::drawn(root);
    add(&mut document, root, year, rows);
    document
}

fn add(document: &mut Document, root: &Path, year: usize, rows: &[(i32, i32)]) {
    let mut table = String::from("id,date,region,bill,desk,recommend,comment\n");
    for (person, (bill, desk)) in rows.iter().enumerate() {
        let month = 1 + person % 12;
        writeln!(table, "{year}-{person},{year}-{month:02}-10,North,{bill},{desk},10,Words")
            .unwrap();
    }
    let name = format!("{year}.csv");
    surveyed::import(document, root, &name, &table, &surveyed::profile(year));
}

fn open<'a>(root: &Path, document: Document) -> Harness<'a, App> {
    let mut window = window(root);
    window.state_mut().open_document(document);
    settle(&mut window);
    look(&mut window, |view| {
        (view.overlay, view.measure) = (Overlay::Heat, Measure::of(Metric::Ces));
    });
    window
}

fn look(window: &mut Harness<'_, App>, alter: impl FnOnce(&mut klantreis::app::View)) {
    let mut view = window.state().view().clone();
    alter(&mut view);
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(window);
}

fn labels(window: &Harness<'_, App>) -> Vec<String> {
    let said = |n: egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        [node.label(), node.value()]
    };
    window.root().children_recursive().flat_map(said).flatten().collect()
}

#[track_caller]
fn assert_says(window: &Harness<'_, App>, part: &str) {
    assert!(labels(window).iter().any(|l| l.contains(part)), "{part} of {:#?}", labels(window));
}

fn trend(window: &mut Harness<'_, App>, title: &str) {
    let touchpoint = window.state().model().touchpoint_named(title).unwrap().id;
    window.state_mut().push(UiAction::OpenTrend(Scope::Touchpoint(touchpoint)));
    settle(window);
    window.run_steps(4);
}

/// Opens every screen that shows scores, under every measure.
fn walk(window: &mut Harness<'_, App>) {
    for measure in Measure::all() {
        look(window, |view| view.measure = measure);
        for key in [Key::Num2, Key::Num3, Key::Num1] {
            window.key_press_modifiers(Modifiers::COMMAND, key);
            settle(window);
        }
    }
    look(window, |view| view.measure = Measure::of(Metric::Ces));
}

#[test]
fn without_any_feedback_every_screen_says_so() {
    let root = tempfile::tempdir().unwrap();
    let document = surveyed::drawn(root.path());
    let mut window = open(root.path(), document);
    assert_says(&window, "No feedback yet. Import a survey file");
    assert_says(&window, "No answers in this selection");
    assert_says(&window, "No touchpoint has a score in this selection");
    walk(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    assert_says(&window, "No feedback yet");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    settle(&mut window);
    trend(&mut window, "First bill");
    assert_says(&window, "No answers here");
    drop(window);
    for measure in Measure::all() {
        let args = ["stats", "--metric", &measure.key()];
        let rows = json(root.path(), &args)["rows"].clone();
        for row in rows.as_array().unwrap() {
            let is_nothing = row["value"].is_null() || row["value"] == 0.0;
            assert!(is_nothing, "{}: {row}", measure.key());
        }
    }
}

#[test]
fn one_answer_is_no_score() {
    let root = tempfile::tempdir().unwrap();
    let document = with(root.path(), 2026, &[(2, 6)]);
    let mut window = open(root.path(), document);
    assert_says(&window, "First bill, no owner yet, Fewer than 5, 1 answer");
    assert_says(&window, "1 response, per week");
    assert_says(&window, "No touchpoint has a score in this selection");
    walk(&mut window);
    trend(&mut window, "First bill");
    assert_says(&window, "No month has answers of five customers or more yet");
    drop(window);
    let row = &json(root.path(), &["stats", "--metric", "ces"])["rows"][0];
    assert!(row["value"].is_null() && row["n"] == 1, "{row}");
    let worst = json(root.path(), &["stats", "--metric", "ces", "--first", "worst"]);
    assert_eq!(worst["rows"], serde_json::json!([]));
}

#[test]
fn answers_that_are_all_alike_have_an_interval_a_change_and_limits() {
    let root = tempfile::tempdir().unwrap();
    let mut document = with(root.path(), 2025, &[(5, 7); 120]);
    add(&mut document, root.path(), 2026, &[(7, 7); 120]);
    drop(document);
    let by = ["--by", "touchpoint", "--pool"];
    for (metric, value) in [("ces", 83.3), ("nps", 100.0)] {
        let rows = json(root.path(), &[&["stats", "--metric", metric], &by[..]].concat());
        let bill = &rows["rows"][0];
        assert_eq!(bill["name"], "First bill");
        let [found, low, high] = ["value", "low", "high"].map(|k| bill[k].as_f64().unwrap());
        assert!((found - value).abs() < 0.05, "{metric} {found}");
        assert!(low < high && low <= found && found <= high, "{metric} {low} {found} {high}");
    }
    let sides = ["--a", "wave=2025", "--b", "wave=2026", "--by", "touchpoint"];
    let table = json(root.path(), &[&["compare", "--metric", "ces"], &sides[..]].concat());
    let rows = table["rows"].as_array().unwrap();
    let row = |name: &str| rows.iter().find(|r| r["name"] == name).unwrap();
    assert_eq!(row("First bill")["stands_out"], true, "{table:#}");
    assert_eq!(row("Help desk")["stands_out"], false, "{table:#}");
    for row in rows {
        let p = row["p_adjusted"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&p), "{row}");
    }
    let months = ["--by", "month", "--limits"];
    let table = json(root.path(), &[&["stats", "--metric", "nps"], &months[..]].concat());
    for row in table["rows"].as_array().unwrap() {
        let [lower, centre, upper] = ["lower", "centre", "upper"].map(|k| row[k].as_f64().unwrap());
        assert!(lower <= centre && centre <= upper, "{row}");
        assert_eq!(row["signals"], serde_json::json!([]), "nothing ever changed: {row}");
    }
}

#[test]
fn another_scale_half_way_is_never_joined_and_said() {
    let root = tempfile::tempdir().unwrap();
    let mut document = with(root.path(), 2025, &[(6, 6); 40]);
    let mut profile = surveyed::profile(2026);
    let columns = profile["columns"].as_array_mut().unwrap();
    columns.retain(|c| c["column"] != "recommend" && c["column"] != "comment");
    columns.iter_mut().filter(|c| c["column"] == "bill").for_each(|c| c["max"] = 5.into());
    let mut table = String::from("id,date,region,bill,desk\n");
    for person in 0..60 {
        let month = 1 + person % 12;
        writeln!(table, "b{person},2026-{month:02}-10,North,2,6").unwrap();
    }
    surveyed::import(&mut document, root.path(), "later.csv", &table, &profile);
    let mut window = open(root.path(), document);
    // The desk has 100 answers from 1 to 7 and so decides; the bill shows only its own 40.
    assert_says(&window, "First bill, no owner yet, ease 6.0, between");
    assert_says(&window, "stage Use, ease 6.0");
    assert!(
        labels(&window).iter().any(|l| l.starts_with("First bill") && l.contains("40 answers"))
    );
    look(&mut window, |view| view.filter.waves = ["2026".to_owned()].into());
    assert_says(&window, "First bill, no owner yet, no data, only answers to CES 1–5");
    look(&mut window, |view| view.filter.waves.clear());
    trend(&mut window, "First bill");
    assert_says(&window, "Another scale from Jan 2026");
    drop(window);
    let sides = ["--a", "wave=2025", "--b", "wave=2026", "--by", "touchpoint"];
    let table = json(root.path(), &[&["compare", "--metric", "ces"], &sides[..]].concat());
    let names: Vec<_> = table["rows"].as_array().unwrap().iter().map(|r| &r["name"]).collect();
    assert_eq!(names, ["Help desk"], "{table:#}");
}

#[test]
fn a_filter_that_leaves_nothing_is_said_wherever_one_looks() {
    let root = tempfile::tempdir().unwrap();
    let document = with(root.path(), 2026, &[(2, 6); 40]);
    let mut window = open(root.path(), document);
    let none = klantreis::scores::Period { from: Some(40_000), to: None };
    look(&mut window, |view| {
        view.filter.period = none;
        view.filter.segments.insert("Region".into(), ["Nowhere".to_owned()].into());
    });
    walk(&mut window);
    assert_says(&window, "0 of 40 responses, per week");
    trend(&mut window, "First bill");
    assert_says(&window, "No answers here under the filters.");
    window.key_press(Key::Escape);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    assert_says(&window, "No answers for this choice");
    drop(window);
    let later = ["--from", "2040-01-01"];
    for (args, wanted) in [
        (&["stats", "--metric", "ces"][..], "No answers in this selection."),
        (&["stats", "--metric", "ces", "--across", "month", "--by", "stage"], "No answers in this"),
        (&["stats", "--metric", "ces", "--first", "worst"], "No answers in this selection."),
        (&["comments"], "0 comments"),
    ] {
        let said = printed(root.path(), &[args, &later[..]].concat());
        assert!(said.contains(wanted), "{args:?}: {said}");
    }
}

#[test]
fn days_that_are_yet_to_come_are_counted_and_said() {
    let root = tempfile::tempdir().unwrap();
    let mut document = with(root.path(), 2025, &[(5, 6); 120]);
    add(&mut document, root.path(), 2091, &[(5, 6); 120]);
    let mut window = open(root.path(), document);
    assert_says(&window, "240 responses, per week");
    assert_says(&window, "10 Jan 2025 – 10 Dec 2091");
    trend(&mut window, "First bill");
    assert_says(&window, "Hollow dots are months that lie in the future");
    drop(window);
    let months = json(root.path(), &["stats", "--metric", "ces", "--by", "month", "--pool"]);
    assert_eq!(months["rows"].as_array().unwrap().len(), 24);
}

#[test]
fn five_hundred_values_of_a_segment_leave_menus_and_matrix_usable() {
    let root = tempfile::tempdir().unwrap();
    let mut document = surveyed::drawn(root.path());
    let mut table = String::from("id,date,region,bill,desk,recommend,comment\n");
    for person in 0..3_000 {
        let region = person % 500;
        let n = 1 + person % 7;
        writeln!(table, "{person},2026-03-10,Place {region:03},{n},{n},9,").unwrap();
    }
    let profile = surveyed::profile(2026);
    surveyed::import(&mut document, root.path(), "places.csv", &table, &profile);
    let mut window = open(root.path(), document);
    window.get_by_label("Region All").click();
    let begun = Instant::now();
    settle(&mut window);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    window.get_by_role_and_label(Role::MenuItemRadio, "Place 000").click();
    settle(&mut window);
    assert_says(&window, "6 of 3,000 responses");
    look(&mut window, |view| view.filter.segments.clear());
    let begun = Instant::now();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Region").click();
    settle(&mut window);
    // In an unoptimised build, on a busy machine; `bench` holds the real bounds.
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    assert_says(&window, "First bill, Place 000: ease");
    window.get_by_label_contains("First bill, Place 000").click();
    settle(&mut window);
    window.key_press(Key::Escape);
    settle(&mut window);
    // The last column is one key away, with all other places taken together before it.
    window.key_press(Key::End);
    settle(&mut window);
    assert_says(&window, "First bill, All");
    assert_says(&window, "others: ease");
}

#[test]
fn answers_about_a_deleted_touchpoint_are_kept_and_said() {
    let root = tempfile::tempdir().unwrap();
    let mut document = with(root.path(), 2026, &[(2, 6); 40]);
    let bill = document.model().touchpoint_named("First bill").unwrap().id;
    assert!(json(root.path(), &["stats", "--metric", "ces"])["about_deleted"].is_null());
    document.run(&Command::DeleteTouchpoint { touchpoint: bill }).unwrap();
    let table = json(root.path(), &["stats", "--metric", "ces"]);
    assert_eq!(table["about_deleted"], 40, "{table:#}");
    let said = printed(root.path(), &["stats", "--metric", "ces"]);
    assert!(said.contains("40 answers are about touchpoints that were deleted"), "{said}");
    let comments = printed(root.path(), &["comments", "--json"]);
    assert!(comments.contains("Deleted touchpoint"), "{comments}");
    let mut window = open(root.path(), document);
    assert_says(&window, "40 answers are about touchpoints that were deleted");
    walk(&mut window);
    // A choice of others is not about it.
    let desk = window.state().model().touchpoint_named("Help desk").unwrap().id;
    look(&mut window, |view| view.filter.touchpoints = [desk].into());
    assert!(!labels(&window).iter().any(|l| l.contains("that were deleted")));
    look(&mut window, |view| view.filter.touchpoints.clear());
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert!(!labels(&window).iter().any(|l| l.contains("that were deleted")));
    assert!(
        labels(&window).iter().any(|l| l.starts_with("First bill") && l.contains("40 answers"))
    );
}
