//! The window from its start: new map, language, palette, undo, settings.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use klantreis::app::{App, Screen};
use std::path::Path;

/// The window in a size, with all its folders inside one.
pub fn window_sized<'a>(root: &Path, width: f32, height: f32) -> Harness<'a, App> {
    Harness::builder()
        .with_size([width, height])
        .with_max_steps(24)
        .build_eframe(|cc| App::for_tests(&cc.egui_ctx, root))
}

/// The window in its usual size, with all its folders inside one.
pub fn window<'a>(root: &Path) -> Harness<'a, App> {
    window_sized(root, 1440.0, 900.0)
}

#[test]
fn a_new_map_has_the_six_stages_and_can_be_undone() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.get_by_label("New map").click();
    window.run();
    assert_eq!(window.state().screen(), Screen::Map);
    assert_eq!(window.state().model().stages.len(), 6);
    let undo = window.query_all_by_label_contains("Undo").count();
    assert_eq!(undo, 1);
}
