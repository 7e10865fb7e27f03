//! The present mode, driven by accessible names: stages, agenda, capture, votes, guesses.

use super::desk::add_cards;
use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::{App, Screen};
use klantreis::document::{Command, Document};
use klantreis::model::{JourneyId, JourneyState, LaneKind};

/// A window that presents a small map: two cards in the first stage, one in the second.
fn presenting(root: &std::path::Path) -> Harness<'_, App> {
    let mut document = Document::in_memory("Moving in").unwrap();
    let journey = JourneyId::fresh();
    let (name, state, standard) = ("Moving in".into(), JourneyState::Current, true);
    document.run(&Command::AddJourney { id: journey, name, state, standard }).unwrap();
    add_cards(&mut document, journey, &[("First call", 0), ("Second letter", 0), ("Quote", 1)]);
    let mut window = window(root);
    window.state_mut().open_document(document);
    settle(&mut window);
    press(&mut window, Key::F5);
    window
}

fn press(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    settle(window);
}

fn click(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    settle(window);
}

fn type_into(window: &mut Harness<'_, App>, field: &str, text: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, field);
    field.focus();
    window.run_steps(2);
    window.event(Event::Text(text.into()));
    settle(window);
}

/// Everything that the accessible tree says.
fn said(window: &Harness<'_, App>) -> Vec<String> {
    let all = window.root().children_recursive();
    let text = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    all.map(text).filter(|text| !text.is_empty()).collect()
}

fn says(window: &Harness<'_, App>, part: &str) -> bool {
    said(window).iter().any(|text| text.contains(part))
}

/// The commands that the last frame gave to the system's window.
fn commands(window: &Harness<'_, App>) -> Vec<ViewportCommand> {
    window.output().viewport_output[&ViewportId::ROOT].commands.clone()
}

/// Presses a key and gives the window's commands of the frames that follow.
fn commands_after(window: &mut Harness<'_, App>, key: Key) -> Vec<ViewportCommand> {
    // Each event has a frame of its own.
    let mut all = Vec::new();
    window.key_down(key);
    for _ in 0..4 {
        window.step();
        all.extend(commands(window));
    }
    window.key_up(key);
    settle(window);
    all
}

#[test]
fn entering_fills_the_screen_and_esc_leaves_to_the_map() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    assert_eq!(window.state().screen(), Screen::Present);
    let after = commands_after(&mut window, Key::Escape);
    assert!(after.contains(&ViewportCommand::Fullscreen(false)), "{after:?}");
    assert_eq!(window.state().screen(), Screen::Map);
    let after = commands_after(&mut window, Key::P);
    assert!(after.contains(&ViewportCommand::Fullscreen(true)), "{after:?}");
    assert_eq!(window.state().screen(), Screen::Present);
    let after = commands_after(&mut window, Key::F11);
    assert!(after.contains(&ViewportCommand::Fullscreen(true)), "{after:?}");
}

#[test]
fn the_window_is_larger_while_presenting() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    assert!((window.ctx.zoom_factor() - 1.4).abs() < 1e-3);
    press(&mut window, Key::Escape);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 1e-3);
}

#[test]
fn stage_by_stage_with_the_keys_and_the_bar() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    // The whole map first: every card is said.
    assert!(says(&window, "First call") && says(&window, "Quote"));
    press(&mut window, Key::ArrowRight);
    assert!(says(&window, "First call") && !says(&window, "Quote"));
    press(&mut window, Key::Space);
    assert!(!says(&window, "First call") && says(&window, "Quote"));
    press(&mut window, Key::ArrowLeft);
    assert!(says(&window, "Second letter"));
    window.event(Event::PointerMoved(Pos2::new(300.0, 300.0)));
    settle(&mut window);
    click(&mut window, "Next");
    assert!(says(&window, "Quote"));
    click(&mut window, "Show stage Purchase");
    assert!(says(&window, "Nothing stands in this stage yet"));
    press(&mut window, Key::Home);
    assert!(says(&window, "First call") && says(&window, "Quote"));
    window.event(Event::PointerMoved(Pos2::new(310.0, 300.0)));
    settle(&mut window);
    click(&mut window, "Leave presenting");
    assert_eq!(window.state().screen(), Screen::Map);
}

#[test]
fn a_stage_is_locked_and_unlocked() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::ArrowRight);
    click(&mut window, "Lock stage Need");
    let locked = |window: &Harness<'_, App>| {
        window.state().model().stages.values().filter(|s| s.locked).count()
    };
    assert_eq!(locked(&window), 1);
    press(&mut window, Key::L);
    assert_eq!(locked(&window), 0);
}

#[test]
fn the_screen_goes_blank_and_comes_back() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::B);
    assert!(says(&window, "The screen is blank") && !says(&window, "First call"));
    press(&mut window, Key::B);
    assert!(!says(&window, "The screen is blank") && says(&window, "First call"));
}

#[test]
fn light_and_dark_spotlight_and_the_list_of_keys() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    let dark = |window: &Harness<'_, App>| window.ctx.theme() == egui::Theme::Dark;
    assert!(!dark(&window));
    press(&mut window, Key::D);
    assert!(dark(&window));
    press(&mut window, Key::D);
    assert!(!dark(&window));
    press(&mut window, Key::S);
    window.event(Event::PointerMoved(Pos2::new(300.0, 300.0)));
    settle(&mut window);
    let on = window.get_by_role_and_label(Role::Button, "Spotlight");
    assert_eq!(on.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    press(&mut window, Key::Questionmark);
    assert!(says(&window, "Blank the screen: B"));
    press(&mut window, Key::Escape);
    assert!(!says(&window, "Blank the screen: B"));
    assert_eq!(window.state().screen(), Screen::Present);
}

#[test]
fn what_is_captured_lands_in_the_lane_and_stage_that_are_shown() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::Q);
    let before = window.state().model().touchpoints.len();
    press(&mut window, Key::Enter);
    assert_eq!(window.state().model().touchpoints.len(), before, "empty text does nothing");
    for text in ["Welcome box", "Welcome ball"] {
        window.event(Event::Text(text.into()));
        settle(&mut window);
        press(&mut window, Key::Enter);
    }
    let second = {
        let model = window.state().model();
        let journey = model.journeys_in_order()[0].id;
        let stage = model.stages_of(journey)[1].id;
        let lane = model.lane_of_kind(journey, LaneKind::Touchpoints).unwrap().id;
        let here = model.placements_in(stage, lane);
        here.iter().map(|p| model.touchpoint_of(p.id).unwrap().title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(second, ["Quote", "Welcome box", "Welcome ball"]);
    // The last one is corrected, the one before it taken back.
    press(&mut window, Key::ArrowUp);
    assert!(says(&window, "Correct the last one"));
    window.event(Event::Text("room".into()));
    settle(&mut window);
    press(&mut window, Key::Enter);
    assert!(window.state().model().touchpoint_named("Welcome ballroom").is_some());
    click(&mut window, "Take back “Welcome box”");
    assert!(window.state().model().touchpoint_named("Welcome box").is_none());
    // Esc closes the field first, and only then leaves.
    press(&mut window, Key::Escape);
    assert!(window.query_by_role_and_label(Role::TextInput, "Quick capture").is_none());
    assert_eq!(window.state().screen(), Screen::Present);
}

#[test]
fn a_note_is_captured_on_the_map_and_a_locked_stage_gives_the_text_back() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::L);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Map);
    window.state_mut().push(klantreis::app::UiAction::OpenCapture);
    settle(&mut window);
    window.event(Event::Text("Too long".into()));
    settle(&mut window);
    press(&mut window, Key::Enter);
    assert!(window.state().model().touchpoint_named("Too long").is_none());
    let field = window.get_by_role_and_label(Role::TextInput, "Quick capture");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Too long"));
    click(&mut window, "Stage: Need");
    window.get_by_label("Orientation").click();
    settle(&mut window);
    click(&mut window, "Lane: Touchpoints");
    window.get_by_role_and_label(Role::MenuItemRadio, "Quotes").click();
    settle(&mut window);
    press(&mut window, Key::Enter);
    let notes: Vec<_> = window.state().model().notes.values().map(|n| n.text.clone()).collect();
    assert_eq!(notes, ["Too long"]);
}

#[test]
fn the_agenda_is_filled_from_the_template_altered_and_timed() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::T);
    click(&mut window, "Add the agenda of a mapping workshop");
    assert_eq!(window.state().model().agenda.len(), 11);
    assert!(says(&window, "11 items, 280 minutes, 9:00 to 13:40"));
    type_into(&mut window, "New item", "Lunch");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().model().agenda.len(), 12);
    click(&mut window, "Move Lunch up");
    let order = |window: &Harness<'_, App>| {
        let model = window.state().model();
        model.agenda_in_order().iter().map(|a| a.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(order(&window)[10], "Lunch");
    click(&mut window, "Delete Lunch");
    assert_eq!(order(&window).len(), 11);
    let first = order(&window)[0].clone();
    let field = format!("Minutes of {first}");
    window.get_by_role_and_label(Role::TextInput, &field).focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(2);
    window.event(Event::Text("2".into()));
    settle(&mut window);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().model().agenda_in_order()[0].minutes, 2);
    // The timer runs on the window's own clock.
    let start = format!("Start the timer for {first}");
    window.get_by_role_and_label(Role::Button, &start).focus();
    window.run_steps(2);
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    let later = |window: &mut Harness<'_, App>, seconds: f64| {
        let now = window.ctx.input(|i| i.time);
        window.input_mut().time = Some(now + seconds);
        window.step();
        window.input_mut().time = None;
        window.step();
    };
    later(&mut window, 30.0);
    assert!(says(&window, &format!("{first}: 1:")), "{:?}", said(&window));
    later(&mut window, 50.0);
    assert!(says(&window, &format!("{first}: 0:")));
    window.key_press_modifiers(Modifiers::SHIFT, Key::T);
    settle(&mut window);
    assert!(says(&window, "left, paused"));
    let paused: Vec<_> = said(&window).into_iter().filter(|t| t.contains("paused")).collect();
    later(&mut window, 500.0);
    assert!(says(&window, &paused[0]));
    press(&mut window, Key::T);
    click(&mut window, "One minute more");
    assert!(says(&window, &format!("{first}: 1:")));
    click(&mut window, "Next item");
    assert!(says(&window, &format!("{}: 24:5", order(&window)[1])));
}

#[test]
fn dots_are_hidden_until_the_vote_is_closed() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::V);
    type_into(&mut window, "What is asked", "Where first");
    click(&mut window, "Open the vote");
    assert!(says(&window, "24 of 24 dots left"));
    // Digits give to the card with that number, Shift takes back, and buttons do both.
    for key in [Key::Num2, Key::Num2, Key::Num2, Key::Num1] {
        press(&mut window, key);
    }
    let before = said(&window);
    assert!(says(&window, "20 of 24 dots left"));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Num1);
    settle(&mut window);
    click(&mut window, "Take a dot from Second letter");
    assert!(says(&window, "22 of 24 dots left"));
    click(&mut window, "Give a dot to Quote");
    // Taking from a card without dots says nothing at all.
    click(&mut window, "Take a dot from First call");
    assert!(window.state().messages().is_empty());
    assert!(says(&window, "21 of 24 dots left"));
    // Nothing tells how many dots a card has: each card is said the same as before.
    let cards = |all: &[String]| -> Vec<String> {
        let titles = ["First call", "Second letter", "Quote"];
        let of_card = |t: &&String| titles.iter().any(|title| t.contains(title));
        all.iter().filter(of_card).cloned().collect()
    };
    assert_eq!(cards(&before), cards(&said(&window)));
    assert!(!says(&window, "Second letter: ") && !says(&window, ": 2 dots"));
    click(&mut window, "Close the vote");
    let all = said(&window);
    let at = |text: &str| all.iter().position(|t| t.contains(text));
    assert!(at("Second letter: 2 dots") < at("Quote: 1 dot"), "{all:?}");
    assert!(at("Second letter: 2 dots").is_some() && at("First call").is_none());
    click(&mut window, "Reopen the vote");
    assert!(says(&window, "21 of 24 dots left"));
    press(&mut window, Key::C);
    assert!(says(&window, "Second letter: 2 dots"));
    click(&mut window, "Reopen the vote");
    click(&mut window, "All votes");
    click(&mut window, "Delete vote Where first");
    assert!(window.state().model().ballots.is_empty());
    click(&mut window, "Undo");
    assert_eq!(window.state().model().ballots.len(), 1);
    press(&mut window, Key::Escape);
    assert!(says(&window, "First call"), "back to the map");
}

#[test]
fn the_budget_of_a_vote_cannot_be_overspent() {
    let root = tempfile::tempdir().unwrap();
    let mut window = presenting(root.path());
    press(&mut window, Key::V);
    for (field, text) in [("People", "1"), ("Dots a person", "2")] {
        window.get_by_role_and_label(Role::TextInput, field).focus();
        window.run_steps(2);
        for wrong in ["0", text] {
            window.key_press_modifiers(Modifiers::COMMAND, Key::A);
            window.run_steps(2);
            window.event(Event::Text(wrong.into()));
            settle(&mut window);
            assert_eq!(says(&window, "whole numbers"), wrong == "0");
        }
    }
    click(&mut window, "Open the vote");
    for _ in 0..3 {
        press(&mut window, Key::Num1);
    }
    assert!(says(&window, "0 of 2 dots left"));
    assert!(window.state().messages().iter().any(|m| m.contains("All 2 dots are given")));
}

#[test]
fn nothing_of_the_answers_shows_before_the_reveal() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.get_by_label("Open a copy of Energy supplier").click();
    settle(&mut window);
    press(&mut window, Key::F5);
    press(&mut window, Key::G);
    click(&mut window, "Open the round");
    let hidden = |window: &Harness<'_, App>| {
        let words = ["Customers", "answers", "customers say", "%"];
        let all = said(window);
        let found = all.iter().find(|t| words.iter().any(|w| t.contains(w))).cloned();
        assert_eq!(found, None);
        for command in commands(window) {
            assert!(!matches!(command, ViewportCommand::Title(_)), "{command:?}");
        }
    };
    hidden(&window);
    assert!(says(&window, "1 to 7, high is good"));
    press(&mut window, Key::ArrowRight);
    hidden(&window);
    // Participants type one after another.
    for key in [Key::Num5, Key::Enter, Key::Num6, Key::Enter, Key::Num4, Key::Enter] {
        press(&mut window, key);
    }
    assert!(says(&window, "Participant 4") && says(&window, "3 people"));
    assert!(says(&window, "4: 1 guess, 5: 1 guess, 6: 1 guess"));
    // Off the scale: told, and not kept. Backspace takes the last one back.
    press(&mut window, Key::Num9);
    press(&mut window, Key::Enter);
    assert!(window.state().messages().iter().any(|m| m.contains("is not on the scale")));
    assert_eq!(window.state().model().guesses.len(), 3);
    press(&mut window, Key::Backspace);
    assert_eq!(window.state().model().guesses.len(), 2);
    click(&mut window, "Guess 4");
    assert_eq!(window.state().model().guesses.len(), 3);
    press(&mut window, Key::ArrowRight);
    assert!(says(&window, "Participant 1"));
    press(&mut window, Key::ArrowLeft);
    assert!(says(&window, "Participant 4"));
    hidden(&window);
    press(&mut window, Key::R);
    window.run_steps(40);
    let all = said(&window);
    let words = all.iter().find(|t| t.starts_with("You guessed 5.0, customers say ")).cloned();
    let words = words.unwrap_or_else(|| panic!("{all:?}"));
    assert!(words.contains("n ") && words.contains('('), "{words}");
    assert!(window.state().model().rounds.values().all(|r| r.revealed));
    // Back and forth: the reveal can be undone, and then nothing shows again.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    hidden(&window);
}
