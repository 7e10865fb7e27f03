//! Templates in the window: a map saved as one, found, used, deleted, put back; bad files told.

use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use klantreis::app::{App, Screen};
use klantreis::model::SettingKey;
use std::path::Path;

fn press(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window);
}

/// Saves the map that is shown as a template, by the palette.
fn save_as(window: &mut Harness<'_, App>, name: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(2);
    let field = window.get_by_role_and_label(Role::TextInput, "Search or run a command");
    field.type_text("save as template");
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    window.get_by_label("Save as template");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_label("Name of the template").type_text(name);
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(window);
}

fn close(window: &mut Harness<'_, App>) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::W);
    settle(window);
    assert_eq!(window.state().screen(), Screen::Start);
}

fn files(root: &Path) -> Vec<String> {
    let folder = root.join("data").join("templates");
    let names = folder.read_dir().into_iter().flatten().flatten().map(|e| e.file_name());
    let mut names: Vec<_> = names.map(|n| n.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_map_saved_as_template_begins_other_maps_and_can_be_deleted() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    press(&mut window, "Open a copy of Energy supplier");
    let sample = window.state().model().clone();
    save_as(&mut window, "Our house style");
    save_as(&mut window, "Our house style");
    assert_eq!(files(root.path()), ["Our house style 2.json", "Our house style.json"]);
    let told = window.state().messages();
    assert!(told.iter().any(|m| m.contains("“Our house style 2” was saved")), "{told:?}");

    close(&mut window);
    press(&mut window, "New map from template Our house style");
    assert_eq!(window.state().screen(), Screen::Map);
    let made = window.state().model();
    assert_eq!(made.title(), "Our house style");
    assert_eq!(made.touchpoints.len(), sample.touchpoints.len());
    assert_eq!(made.notes.len(), sample.notes.len());
    assert!(made.settings.get(&SettingKey::Client).is_none_or(|s| s.value.is_empty()));
    assert!(sample.settings.get(&SettingKey::Client).is_some_and(|s| !s.value.is_empty()));
    assert!(made.batches.is_empty() && made.targets.is_empty() && made.events.is_empty());

    close(&mut window);
    press(&mut window, "Delete template Our house style 2");
    assert_eq!(files(root.path()), ["Our house style.json"]);
    assert!(window.query_by_label("New map from template Our house style 2").is_none());
    press(&mut window, "Undo");
    assert_eq!(files(root.path()).len(), 2);
    window.get_by_label("New map from template Our house style 2");
    assert_eq!(window.state().screen(), Screen::Start);
}

#[test]
fn the_menu_of_the_document_saves_a_template_too() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    press(&mut window, "New map from template Public service");
    let title = window.state().model().title().to_owned();
    window.get_by_label(&format!("Map menu: {title}")).click();
    window.run_steps(3);
    window.get_by_label_contains("Save as template…").click();
    window.run_steps(3);
    press(&mut window, "Save template");
    assert_eq!(files(root.path()), ["Permit or benefit.json"]);
}

#[test]
fn a_template_that_cannot_be_read_is_told_and_left_out() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("data").join("templates");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("torn.json"), "{ \"title\": ").unwrap();
    let mut window = window(root.path());
    window.run_steps(3);
    window.get_by_label_contains("“torn.json” in");
    assert!(window.query_by_label_contains("Delete template").is_none());
}

#[test]
fn a_template_that_is_gone_makes_nothing() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    press(&mut window, "New map from template Service call");
    save_as(&mut window, "Short lived");
    close(&mut window);
    std::fs::remove_file(root.path().join("data/templates/Short lived.json")).unwrap();
    press(&mut window, "New map from template Short lived");
    assert_eq!(window.state().screen(), Screen::Start);
    let told = window.state().messages();
    assert!(told.iter().any(|m| m.contains("no template “Short lived”")), "{told:?}");
}

#[test]
fn many_templates_are_folded_until_they_are_asked_for() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("data").join("templates");
    std::fs::create_dir_all(&folder).unwrap();
    for i in 10..40 {
        let json = format!("{{\"title\":\"Own {i}\"}}");
        std::fs::write(folder.join(format!("{i}.json")), json).unwrap();
    }
    let mut window = window(root.path());
    window.run_steps(3);
    assert_eq!(window.get_all_by_label_contains("Delete template").count(), 6);
    window.get_by_label("Show 24 more templates").click();
    window.run_steps(3);
    assert_eq!(window.query_all_by_label_contains("Delete template").count(), 30);
}
