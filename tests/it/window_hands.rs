//! Hands on the map in the window: typing in cells, pasting tables, finding, rubber band, F6.

use super::window_map::{drag, part, titles, with_map};
use super::window_start::settle;
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::{App, UiAction};
use klantreis::model::Holder;

fn press(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    settle(window);
}

fn types(window: &mut Harness<'_, App>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Gives the focus to the first part of the map whose label begins with a text.
fn focus(window: &mut Harness<'_, App>, begins: &str) {
    part(window, begins).focus();
    settle(window);
}

#[test]
fn typing_in_an_empty_cell_begins_a_card_and_enter_and_tab_go_on() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    focus(&mut window, "Touchpoints, Orientation");
    // P would present the map elsewhere; here it is a letter.
    types(&mut window, "Price page");
    press(&mut window, Key::Enter);
    types(&mut window, "Reviews");
    press(&mut window, Key::Tab);
    types(&mut window, "Quote");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    let all = ["First call", "Second letter", "Price page", "Reviews", "Quote"];
    assert_eq!(titles(&window), all);
    // On a card a letter is a command: T marks it.
    press(&mut window, Key::T);
    let model = window.state().model();
    assert!(model.touchpoint_named("Quote").unwrap().moment_of_truth);
}

#[test]
fn enter_edits_and_goes_on_with_the_next_card() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    focus(&mut window, "First call");
    press(&mut window, Key::Enter);
    types(&mut window, "First chat");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    types(&mut window, "Second mail");
    press(&mut window, Key::Enter);
    assert_eq!(titles(&window), ["First chat", "Second mail"]);
}

#[test]
fn a_table_of_a_spreadsheet_becomes_cards_in_one_step() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    focus(&mut window, "Touchpoints, Orientation");
    window.event(Event::Paste("Site\tQuote\r\nReviews\t\r\n".to_owned()));
    settle(&mut window);
    assert_eq!(titles(&window), ["First call", "Second letter", "Site", "Reviews", "Quote"]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(titles(&window).len(), 2);
    // Too much is refused in words, and nothing is added.
    focus(&mut window, "Touchpoints, Orientation");
    window.event(Event::Paste("line\n".repeat(100_000)));
    settle(&mut window);
    assert_eq!(titles(&window).len(), 2);
    assert!(window.state().messages().iter().any(|m| m.contains("100,000")));
}

#[test]
fn a_copied_card_comes_back_whole() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    focus(&mut window, "First call");
    press(&mut window, Key::T);
    window.event(Event::Copy);
    settle(&mut window);
    focus(&mut window, "Touchpoints, Purchase");
    window.event(Event::Paste("First call".to_owned()));
    settle(&mut window);
    assert_eq!(titles(&window), ["First call", "Second letter", "First call"]);
    let marked = window.state().model().touchpoints.values().filter(|t| t.moment_of_truth);
    assert_eq!(marked.count(), 2);
}

#[test]
fn find_goes_from_hit_to_hit_whatever_the_accents() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut window);
    types(&mut window, "LÉTTER");
    window.get_by_label("1 of 1");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    assert!(window.query_by_role_and_label(Role::TextInput, "Find in all text").is_none());
    let card = part(&window, "Second letter");
    assert_eq!(card.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn a_rubber_band_selects_and_an_arrow_joins_what_it_selected() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let (first, second) =
        (part(&window, "First call").rect(), part(&window, "Second letter").rect());
    let outside = second.right_bottom() + vec2(60.0, 30.0);
    drag(&mut window, outside, first.left_top() + vec2(20.0, 20.0));
    for name in ["First call", "Second letter"] {
        assert_eq!(part(&window, name).accesskit_node().toggled(), Some(Toggled::True), "{name}");
    }
    press(&mut window, Key::L);
    assert_eq!(window.state().model().arrows.len(), 1);
}

#[test]
fn f6_goes_through_the_parts_of_the_window() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let focused = |window: &Harness<'_, App>| {
        let all = window.root().children_recursive();
        let mut inside = all.filter(|n| n.accesskit_node().is_focused());
        inside.next().and_then(|n| n.accesskit_node().label()).unwrap_or_default()
    };
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut window, Key::F6);
        seen.push(focused(&window));
    }
    assert_eq!(seen[0], "Map");
    assert!(seen[1].contains("Moving in"), "{seen:?}");
    assert_ne!(seen[2], seen[3]);
    press(&mut window, Key::F6);
    assert_eq!(focused(&window), "Map", "round again: {seen:?}");
}

/// Waits until what a worker does has come back.
fn until(window: &mut Harness<'_, App>, done: impl Fn(&App) -> bool) {
    for _ in 0..1_000 {
        if done(window.state()) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    panic!("it never came back");
}

#[test]
fn a_picture_is_scaled_down_and_hung_on_a_card_and_a_wrong_file_is_told() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let touchpoint = window.state().model().touchpoint_named("First call").unwrap().id;
    let holder = Holder::Touchpoint(touchpoint);
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let picture = here.join("docs/images/energie.png");
    window.state_mut().push(UiAction::AddPicture(holder, picture));
    until(&mut window, |app| !app.model().attachments.is_empty());
    let model = window.state().model();
    let kept = model.pictures_of(holder)[0];
    assert!(kept.name == "energie.png" && kept.width <= 1600 && kept.size > 0);
    part(&window, "First call").click();
    settle(&mut window);
    window.get_by_label("energie.png");
    window.state_mut().push(UiAction::AddPicture(holder, here.join("Cargo.toml")));
    until(&mut window, |app| app.messages().iter().any(|m| m.contains("Cargo.toml")));
    assert_eq!(window.state().model().attachments.len(), 1);
}

#[test]
fn every_kind_of_lane_can_be_added_and_selected_cards_get_a_lane_of_their_own() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    window.get_by_label_contains("Lanes").click();
    settle(&mut window);
    window.get_by_label("All kinds of lanes…").click();
    settle(&mut window);
    window.get_by_label_contains("Add lane").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Thoughts").click();
    settle(&mut window);
    press(&mut window, Key::Escape);
    let lanes = |window: &Harness<'_, App>| window.state().model().lanes.len();
    assert_eq!(lanes(&window), 8);
    focus(&mut window, "First call");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(&mut window);
    window.get_by_label("Move to a lane of their own").click();
    settle(&mut window);
    assert_eq!(lanes(&window), 9);
    assert_eq!(titles(&window), ["First call", "Second letter"]);
}

#[test]
fn an_icon_is_chosen_in_the_scrolling_menu_of_the_inspector() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    part(&window, "First call").click();
    settle(&mut window);
    window.get_by_label("Icon").click();
    settle(&mut window);
    window.get_by_label("bolt").click();
    settle(&mut window);
    let icon = window.state().model().touchpoint_named("First call").unwrap().icon.clone();
    assert_eq!(icon.as_deref(), Some("bolt"));
}

#[test]
fn an_arrow_is_found_and_deleted_by_keyboard() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let cards = ["First call", "Second letter"].map(|title| part(&window, title).rect());
    let outside = cards[1].right_bottom() + vec2(60.0, 30.0);
    drag(&mut window, outside, cards[0].left_top() + vec2(20.0, 20.0));
    press(&mut window, Key::L);
    part(&window, "First call").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "To Second letter").focus();
    settle(&mut window);
    press(&mut window, Key::Enter);
    window.get_by_role_and_label(Role::TextInput, "Words beside it");
    press(&mut window, Key::Delete);
    assert!(window.state().model().arrows.is_empty());
}

#[test]
fn chosen_cards_get_a_stage_of_their_own() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let stages = window.state().model().stages.len();
    focus(&mut window, "First call");
    press(&mut window, Key::Space);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    settle(&mut window);
    window.get_by_label("Move to a stage of their own").click();
    settle(&mut window);
    let model = window.state().model();
    assert_eq!(model.stages.len(), stages + 1);
    let new = model.stages.values().find(|s| s.name.as_deref() == Some("New stage")).unwrap();
    let there = model.placements.values().filter(|p| model.stage_at(p.spot) == Some(new.id));
    assert_eq!(there.count(), 2);
}
