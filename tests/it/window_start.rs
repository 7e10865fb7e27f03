//! The window from its start: new map, samples, language, palette, undo, settings.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use klantreis::analysis::Measure;
use klantreis::app::context::Overlay;
use klantreis::app::settings::Settings;
use klantreis::app::{App, Screen};
use klantreis::model::Metric;
use klantreis::text::Lang;
use std::path::Path;
use std::time::{Duration, Instant};

/// The window in a size, with all its folders inside one.
pub fn window_sized<'a>(root: &Path, width: f32, height: f32) -> Harness<'a, App> {
    Harness::builder()
        .with_size([width, height])
        .with_max_steps(32)
        .build_eframe(|cc| App::for_tests(&cc.egui_ctx, root))
}

/// The window in its usual size, with all its folders inside one.
pub fn window<'a>(root: &Path) -> Harness<'a, App> {
    window_sized(root, 1440.0, 900.0)
}

/// Steps until no worker is busy, and then until the window is at rest.
pub fn settle(window: &mut Harness<'_, App>) {
    let begun = Instant::now();
    window.step();
    window.step();
    while window.state().is_busy() {
        assert!(begun.elapsed() < Duration::from_secs(60), "a worker never ends");
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    window.run_steps(3);
}

/// The palette's text field; the search field of the top bar has the same name.
fn palette_text<'a>(window: &'a Harness<'_, App>) -> egui_kittest::Node<'a> {
    window.get_by_role_and_label(Role::TextInput, "Search or run a command")
}

/// "New map" stands in the column and, without recent maps, in their place.
fn press_new_map(window: &Harness<'_, App>) {
    window.get_all_by_label("New map").next().unwrap().click();
}

fn kept(root: &Path) -> Settings {
    Settings::load(&root.join("config"))
}

#[test]
fn a_new_map_has_its_stages_and_its_name() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    press_new_map(&window);
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Map);
    assert_eq!(window.state().model().stages.len(), 6);
    assert!(root.path().join("documents").read_dir().unwrap().count() >= 1);
}

#[test]
fn a_sample_opens_with_its_answers_and_can_be_renamed_undone_and_redone() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.get_by_label("Open a copy of Energy supplier").click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Map);
    let title = window.state().model().title().to_owned();
    assert!(window.state().model().touchpoints.len() > 10);

    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(2);
    palette_text(&window).type_text("rename map");
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    window.get_by_label("Name of the map").type_text(" two");
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(&mut window);
    let renamed = window.state().model().title().to_owned();
    assert_ne!(renamed, title);
    assert!(renamed.contains("two"));

    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(window.state().model().title(), title);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    settle(&mut window);
    assert_eq!(window.state().model().title(), renamed);
}

#[test]
fn the_language_is_switched_at_once_and_kept() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.get_by_label("Language: English").click();
    window.run_steps(3);
    window.get_by_label("Nederlands").click();
    window.run_steps(3);
    assert!(window.query_all_by_label("Nieuwe kaart").count() > 0);
    assert_eq!(kept(root.path()).lang, Lang::Nl);
}

#[test]
fn the_palette_runs_what_is_chosen_and_closes() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(2);
    palette_text(&window).type_text("dark theme");
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert!(kept(root.path()).theme == klantreis::app::settings::ThemeChoice::Dark);
    assert!(window.query_by_label("Command palette").is_none());
}

#[test]
fn h_walks_through_the_overlays_unless_text_is_typed() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    press_new_map(&window);
    settle(&mut window);
    assert_eq!(window.state().view().overlay, Overlay::ScoresOnly);
    window.key_press(Key::H);
    settle(&mut window);
    assert_eq!(window.state().view().overlay, Overlay::Heat);
    assert_eq!(window.state().view().measure, Measure::of(Metric::Ces));
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(2);
    palette_text(&window).type_text("h");
    window.key_press(Key::H);
    window.run_steps(2);
    assert_eq!(window.state().view().measure, Measure::of(Metric::Ces));
}

#[test]
fn settings_are_kept_for_the_next_start() {
    let root = tempfile::tempdir().unwrap();
    let mut first = window(root.path());
    first.get_by_label("Settings").click();
    first.run_steps(3);
    first.get_by_label("Dark").click();
    first.run_steps(3);
    first.get_by_label("Larger").click();
    first.run_steps(3);
    drop(first);
    assert_eq!(kept(root.path()).size, 110);
    let next = window(root.path());
    assert!(next.ctx.style_of(egui::Theme::Dark).visuals.dark_mode);
    assert_eq!(next.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn a_file_that_is_no_map_is_refused_in_one_sentence() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("photo.klantreis");
    std::fs::write(&file, b"\x89PNG\r\n\x1a\n not a map").unwrap();
    let mut window = window(root.path());
    window.get_by_label("Open file…").click();
    window.run_steps(3);
    let field = window.get_by_label("Path");
    field.focus();
    window.run_steps(1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_label("Path").type_text(&file.display().to_string());
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Start);
    assert_eq!(window.state().messages().len(), 1, "{:?}", window.state().messages());
}

#[test]
fn every_screen_of_the_shell_fits_the_smallest_window_in_both_languages() {
    for lang in ["Language: English", "Taal: Nederlands"] {
        let root = tempfile::tempdir().unwrap();
        let mut window = window_sized(root.path(), 1100.0, 640.0);
        if lang.starts_with("Taal") {
            window.get_by_label("Language: English").click();
            window.run_steps(3);
            window.get_by_label("Nederlands").click();
            window.run_steps(3);
        }
        window.get_by_label(lang);
        window.key_press_modifiers(Modifiers::COMMAND, Key::N);
        settle(&mut window);
        assert_eq!(window.state().screen(), Screen::Map);
    }
}
