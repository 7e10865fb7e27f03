//! Files around the window: dropped on it, opened twice, written where nothing can be written, and
//! the report of an earlier fault.

use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use klantreis::app::settings::Folders;
use klantreis::app::{App, Screen, crash};
use klantreis::document::Document;
use klantreis::document::outline::template::template;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Holds a file above the window; says what the start screen offers to do with it.
fn hold(window: &mut Harness<'_, App>, file: &Path) {
    let held = egui::HoveredFile { path: Some(file.to_owned()), ..Default::default() };
    window.input_mut().hovered_files = vec![held];
    window.step();
}

fn let_go(window: &mut Harness<'_, App>, file: &Path) {
    let input = window.input_mut();
    input.hovered_files.clear();
    input.dropped_files = vec![Arc::new(Dropped(file.to_owned()))];
    window.step();
    window.input_mut().dropped_files.clear();
    settle(window);
}

fn map_in(folder: &Path) -> PathBuf {
    let path = folder.join("map.klantreis");
    drop(Document::create_from(Some(&path), &template("service_call", "en").unwrap()).unwrap());
    path
}

#[test]
fn a_dropped_map_opens_and_a_dropped_survey_is_imported() {
    let root = tempfile::tempdir().unwrap();
    let map = map_in(root.path());
    let survey = root.path().join("survey.csv");
    std::fs::write(&survey, "id,nps,why\n1,9,good\n2,3,slow\n3,7,fine\n").unwrap();
    let mut window = window(root.path());

    hold(&mut window, &survey);
    window.get_by_label("Let go to import");
    hold(&mut window, &map);
    window.get_by_label("Let go to open");
    let_go(&mut window, &map);
    assert_eq!(window.state().screen(), Screen::Map);
    assert_eq!(window.state().model().stages.len(), 5);

    let_go(&mut window, &survey);
    assert_eq!(window.state().screen(), Screen::Import);
}

#[test]
fn who_opens_a_map_second_can_look_but_not_change() {
    let root = tempfile::tempdir().unwrap();
    let map = map_in(root.path());
    let first = Document::open(&map).unwrap();
    let before = std::fs::read(&map).unwrap();
    let mut window = window(root.path());
    let_go(&mut window, &map);
    window.get_by_label_contains("open in another window");
    window.get_by_label("Read-only");

    let cards = window.state().model().placements.len();
    window.get_all_by_label_contains("First conversation").next().unwrap().click();
    window.run_steps(3);
    for key in [Key::Delete, Key::F2, Key::T] {
        window.key_press(key);
        window.run_steps(3);
    }
    for key in [Key::D, Key::Z, Key::V] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run_steps(3);
    }
    assert_eq!(window.state().model().placements.len(), cards);
    drop(window);
    drop(first);
    assert_eq!(std::fs::read(&map).unwrap(), before);
}

/// Types a path in the dialog that asks for one, and agrees.
fn answer(window: &mut Harness<'_, App>, path: &Path) {
    window.get_all_by_role(Role::TextInput).last().unwrap().focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    let field = window.get_all_by_role(Role::TextInput).last().unwrap();
    field.type_text(path.to_str().unwrap());
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    settle(window);
}

#[test]
fn a_sample_that_is_saved_goes_on_in_its_file() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/airport");
    let_go(&mut window, &sample);
    window.get_by_label("Not in a file");
    let kept = root.path().join("mine.klantreis");
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.run_steps(3);
    answer(&mut window, &kept);
    window.get_by_label("Saved");

    let title = "Security line";
    window.get_all_by_label_contains(title).next().unwrap().click();
    window.run_steps(3);
    window.key_press(Key::Delete);
    window.run_steps(3);
    drop(window);
    let document = Document::open(&kept).unwrap();
    assert!(document.model().touchpoints.len() >= 14);
    assert!(!document.model().touchpoints.values().any(|t| t.title == title));
}

/// A folder in which nobody may write, not even the super-user.
#[cfg(target_os = "linux")]
#[test]
fn a_picture_that_cannot_be_written_is_told_in_one_sentence() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    let map = map_in(root.path());
    let_go(&mut window, &map);
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.run_steps(3);
    answer(&mut window, Path::new("/proc/self/map.png"));
    let told = window.state().messages();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("“/proc/self”") && told[0].contains("map is unchanged"), "{told:?}");
}

#[test]
fn the_report_of_a_fault_is_offered_once_at_the_next_start() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::inside(root.path());
    crash::watch(&folders);
    let fault = std::panic::catch_unwind(|| panic!("a fault made by a test"));
    drop(std::panic::take_hook());
    assert!(fault.is_err());

    let mut first = window(root.path());
    first.run_steps(2);
    first.get_by_label_contains("stopped unexpectedly");
    first.get_by_label("Copy report").click();
    first.run_steps(3);
    assert_eq!(first.state().messages(), ["Report copied"]);
    drop(first);

    let mut second = window(root.path());
    second.run_steps(2);
    assert!(second.query_by_label_contains("stopped unexpectedly").is_none());
}
