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
    window.get_all_by_label_contains("Error message or letter").next().unwrap().click();
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
    window.get_all_by_role(Role::TextInput).last().unwrap().focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.get_all_by_role(Role::TextInput).last().unwrap().type_text("/proc/self/map.png");
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    settle(&mut window);
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
