//! A whole workshop by keyboard: from blank to a journey with owners, feelings, votes and guesses,
//! undone to the start, redone, and opened again.

use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, Queryable};
use klantreis::app::App;
use klantreis::document::Document;
use klantreis::document::outline::template::template;
use klantreis::model::Model;

const STAGES: [&str; 6] = ["Need", "Orientation", "Consideration", "Purchase", "Use", "Evaluation"];
const CARDS: usize = 7;

fn press(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    settle(window);
}

fn press_ctrl(window: &mut Harness<'_, App>, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

/// Types where the keys go now.
fn types(window: &mut Harness<'_, App>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Runs a command of the palette.
fn palette(window: &mut Harness<'_, App>, words: &str) {
    press_ctrl(window, Key::K);
    types(window, words);
    press(window, Key::Enter);
}

/// Goes to a control by its name, and presses Enter on it.
fn enter(window: &mut Harness<'_, App>, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).focus();
    window.run_steps(2);
    press(window, Key::Enter);
}

/// Goes to a field by its name and types in it.
fn fill(window: &mut Harness<'_, App>, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_steps(2);
    types(window, text);
}

fn title(stage: usize, card: usize) -> String {
    format!("Contact {stage}.{card}")
}

/// Stages, steps and cards, typed one after another.
fn draw(window: &mut Harness<'_, App>) {
    palette(window, "Add stage");
    for name in STAGES {
        types(window, name);
        press(window, Key::Tab);
    }
    press(window, Key::Escape);
    for round in 0..2 {
        // From whatever has the focus to the first stage.
        let stage = |node: &AccessKitNode<'_>| {
            node.label().is_some_and(|l| l.to_lowercase().starts_with("stage need"))
        };
        window.get_by(stage).focus();
        window.run_steps(2);
        palette(window, "Add step");
        for stage in 0..STAGES.len() {
            types(window, &format!("Step {stage}.{round}"));
            press(window, Key::Tab);
        }
        press(window, Key::Escape);
    }
    let cell = "Touchpoints, Need";
    window.get_by(move |node| node.label().is_some_and(|l| l.starts_with(cell))).focus();
    window.run_steps(2);
    for stage in 0..STAGES.len() {
        for card in 0..CARDS {
            types(window, &title(stage, card));
            press(window, if card + 1 < CARDS { Key::Enter } else { Key::Tab });
        }
    }
    press(window, Key::Escape);
}

/// An owner and a persona, by their dialogs.
fn people(window: &mut Harness<'_, App>) {
    for (command, add, name) in
        [("Owners", "Add owner", "Ada Vos"), ("Personas", "Add persona", "Starter")]
    {
        palette(window, command);
        enter(window, Role::Button, add);
        fill(window, "Name", name);
        press(window, Key::Enter);
        press(window, Key::Escape);
    }
}

/// The owner of all cards, and how the persona feels at some of them.
fn give_and_feel(window: &mut Harness<'_, App>) {
    let first = title(0, 0);
    let card = move |node: &AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&first))
    };
    window.get_by(card).focus();
    window.run_steps(2);
    press_ctrl(window, Key::A);
    press(window, Key::O);
    enter(window, Role::MenuItemRadio, "Ada Vos");
    let first = title(0, 0);
    window.get_by(move |n| n.label().is_some_and(|l| l.starts_with(&first))).focus();
    window.run_steps(2);
    for (step, key) in
        [Key::ArrowUp, Key::ArrowDown, Key::ArrowUp, Key::ArrowDown].iter().enumerate()
    {
        for _ in 0..=step % 2 {
            press_ctrl(window, *key);
        }
        press(window, Key::ArrowRight);
    }
}

/// A vote and a round of guesses, in present mode.
fn vote_and_guess(window: &mut Harness<'_, App>) {
    press(window, Key::F5);
    press(window, Key::V);
    fill(window, "What is asked", "Where first");
    enter(window, Role::Button, "Open the vote");
    for key in [Key::Num1, Key::Num2, Key::Num2, Key::Num3] {
        press(window, key);
    }
    enter(window, Role::Button, "Close the vote");
    press(window, Key::Escape);
    press(window, Key::G);
    enter(window, Role::Button, "Open the round");
    for key in [Key::Num5, Key::Enter, Key::Num6, Key::Enter] {
        press(window, key);
    }
    press(window, Key::R);
    press(window, Key::Escape);
    press(window, Key::Escape);
}

fn check(model: &Model) {
    assert_eq!((model.stages.len(), model.steps.len()), (6, 12));
    assert_eq!(model.touchpoints.len(), STAGES.len() * CARDS);
    assert!(model.touchpoints.values().all(|t| t.owner.is_some()), "every card has its owner");
    // Up, down, up, down: one card a stage.
    let mut felt: Vec<f64> = model.emotions.values().map(|e| e.value).collect();
    felt.sort_by(f64::total_cmp);
    assert_eq!(felt, [-2.0, -2.0, 1.0, 1.0]);
    let dots: i64 = model.votes.values().map(|v| v.dots).sum();
    assert_eq!((model.ballots.len(), dots), (1, 4));
    assert_eq!((model.rounds.len(), model.guesses.len()), (1, 2));
    assert!(model.rounds.values().all(|r| r.revealed));
}

#[test]
fn a_whole_workshop_by_keyboard_is_undone_redone_and_opened_again() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("workshop.klantreis");
    let document = Document::create_from(Some(&path), &template("blank", "en").unwrap()).unwrap();
    let start = document.model().clone();
    let mut window = window(root.path());
    window.state_mut().open_document(document);
    settle(&mut window);
    draw(&mut window);
    people(&mut window);
    give_and_feel(&mut window);
    vote_and_guess(&mut window);
    let end = window.state().model().clone();
    check(&end);
    let mut steps = 0;
    while *window.state().model() != start && steps < 500 {
        press_ctrl(&mut window, Key::Z);
        steps += 1;
    }
    assert_eq!(*window.state().model(), start, "undone to the start");
    for _ in 0..steps {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        settle(&mut window);
    }
    assert_eq!(*window.state().model(), end, "redone to the end");
    drop(window);
    let again = Document::open(&path).unwrap();
    assert_eq!(*again.model(), end, "and the file holds it");
    assert_eq!(again.history().done(), steps);
}
