//! The history panel in the window, by accessible name: steps back and forth, named versions.

use super::window_map::{click_button, titles, type_name, with_map};
use super::window_start::settle;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn a_click_on_a_step_goes_back_to_it_and_forth_again() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    click_button(&mut window, "Add touchpoint");
    type_name(&mut window, "Name of the new touchpoint", "Welcome pack");
    window.key_press(Key::Delete);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::H);
    settle(&mut window);
    window.get_by_label("Delete card Welcome pack, where you are now");
    window.get_by_label_contains("As it began").click();
    settle(&mut window);
    assert!(window.state().model().journeys.is_empty());
    let step = "Add touchpoint Welcome pack, undone, go forward to here";
    window.get_by_label(step).click();
    settle(&mut window);
    assert_eq!(titles(&window), ["First call", "Second letter", "Welcome pack"]);
    click_button(&mut window, "Close history");
    assert!(window.query_by_label("As it began, go back to here").is_none());
}

#[test]
fn a_version_is_kept_looked_at_restored_and_its_restoring_undone() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    window.key_press_modifiers(Modifiers::COMMAND, Key::H);
    settle(&mut window);
    window.get_by_label("Versions").click();
    settle(&mut window);
    let field = window.get_by_role_and_label(Role::TextInput, "Name of the version");
    field.focus();
    field.type_text("After workshop 1");
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(&mut window);
    window.get_by_label_contains("1 journey, 2 cards");
    click_button(&mut window, "Add touchpoint");
    type_name(&mut window, "Name of the new touchpoint", "Welcome pack");
    assert_eq!(titles(&window).len(), 3);
    click_button(&mut window, "Compare with version After workshop 1");
    settle(&mut window);
    window.get_by_label_contains("Added: Welcome pack");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    settle(&mut window);
    click_button(&mut window, "Look at version After workshop 1");
    settle(&mut window);
    window.get_by_label("The map as it was");
    click_button(&mut window, "Restore this version");
    settle(&mut window);
    assert_eq!(titles(&window), ["First call", "Second letter"]);
    assert_eq!(window.state().model().versions.len(), 1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(titles(&window).len(), 3, "restoring is one step like any other");
}

#[test]
fn how_much_is_kept_to_undo_is_a_choice() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    window.key_press_modifiers(Modifiers::COMMAND, Key::H);
    settle(&mut window);
    window.get_by_label_contains("Keep at most").click();
    settle(&mut window);
    window.get_by_label("20 MB").click();
    settle(&mut window);
    let setting = &window.state().model().settings;
    assert_eq!(setting[&klantreis::model::SettingKey::HistoryLimit].value, "20");
}
