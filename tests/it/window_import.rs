//! A real survey through the import screen, driven by accessible names.

use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::App;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The survey that others made, where it is at hand; in CI it must be.
fn airport() -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/surveys/sfo_airport/2017_SFO_Customer_Survey.csv");
    if file.exists() {
        return Some(file);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{} is missing", file.display());
    eprintln!("SKIPPED: {} is missing", file.display());
    None
}

/// Types a path where the window asks for one.
pub fn give_path(window: &mut Harness<'_, App>, path: &Path) {
    let path = path.canonicalize().unwrap();
    window.run_steps(3);
    let field = window.get_all_by_role(Role::TextInput).last().unwrap();
    field.focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    let field = window.get_all_by_role(Role::TextInput).last().unwrap();
    field.type_text(&path.display().to_string());
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
}

/// Steps until a button of that name can be pressed, and presses it.
pub fn press_when_ready(window: &mut Harness<'_, App>, name: &str) {
    let begun = Instant::now();
    loop {
        window.step();
        let found = window
            .query_all_by_role_and_label(Role::Button, name)
            .find(|button| !button.accesskit_node().is_disabled());
        if let Some(button) = found {
            button.click();
            window.run_steps(3);
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{name} never gets ready");
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub fn begin(window: &mut Harness<'_, App>, file: &Path) {
    window.get_all_by_label("New map").next().unwrap().click();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::I);
    give_path(window, file);
}

#[test]
fn the_airport_survey_is_imported_with_a_kept_mapping_and_taken_back() {
    let Some(file) = airport() else { return };
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    begin(&mut window, &file);
    press_when_ready(&mut window, "Use a saved mapping…");
    let mapping = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/airport_2017.json");
    give_path(&mut window, &mapping);
    press_when_ready(&mut window, "Continue");
    press_when_ready(&mut window, "Import");
    press_when_ready(&mut window, "Show the map");
    settle(&mut window);

    let model = window.state().model();
    let batch = model.batches.values().next().unwrap();
    assert_eq!((batch.rows_read, batch.responses, batch.answers), (2831, 2831, 56_755));
    assert!(model.touchpoint_named("Restaurants").is_some());

    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert!(window.state().model().batches.is_empty());
    assert!(window.state().model().touchpoint_named("Restaurants").is_none());
}

#[test]
fn nothing_is_imported_before_the_direction_of_an_effort_scale_is_stated() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("effort.csv");
    let rows: String = (0..60).map(|i| format!("{i},{},{}\n", i % 5 + 1, (i * 7) % 11)).collect();
    std::fs::write(&file, format!("id,customer effort score (CES),NPS\n{rows}")).unwrap();
    let mut window = window(root.path());
    begin(&mut window, &file);
    let begun = Instant::now();
    while window.query_by_label("very little effort").is_none() {
        assert!(begun.elapsed() < Duration::from_secs(60), "the question is never asked");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    assert!(window.get_by_role_and_label(Role::Button, "Continue").accesskit_node().is_disabled());
    window.get_by_label("very little effort").click();
    press_when_ready(&mut window, "Continue");
    press_when_ready(&mut window, "Import");
    press_when_ready(&mut window, "Show the map");
    settle(&mut window);
    let model = window.state().model();
    let effort = model.questions.values().find(|q| q.metric == klantreis::model::Metric::Ces);
    assert_eq!(effort.unwrap().scale.better, klantreis::model::Better::Low);
}

#[test]
fn the_map_is_seen_before_anything_is_written() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("autumn.csv");
    let rows: String =
        (0..80).map(|i| format!("{i},{},{}\n", ["Quote", "First bill"][i % 2], i % 11)).collect();
    std::fs::write(&file, format!("id,touchpoint,NPS\n{rows}")).unwrap();
    let mut window = window(root.path());
    begin(&mut window, &file);
    let choice = |window: &Harness<'_, App>| window.query_by_label("Create").is_some();
    let begun = Instant::now();
    while !choice(&window) {
        assert!(begun.elapsed() < Duration::from_secs(60), "unknown labels are never asked about");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    window.get_by_label("Create").click();
    settle(&mut window);
    press_when_ready(&mut window, "Continue");
    let begun = Instant::now();
    let shown = |window: &Harness<'_, App>| {
        let mut all = window.root().children_recursive();
        all.any(|n| n.accesskit_node().label().is_some_and(|l| l.starts_with("First bill, ")))
    };
    while !shown(&window) {
        assert!(begun.elapsed() < Duration::from_secs(60), "the map is never seen");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        window.render().unwrap().save(folder.join("import_ahead.png")).unwrap();
    }
    let model = window.state().model();
    assert!(model.batches.is_empty() && model.touchpoints.is_empty(), "nothing is written yet");
    window.get_by_role_and_label(Role::Button, "Back").click();
    settle(&mut window);
    press_when_ready(&mut window, "Continue");
}
