//! The other views of a journey in the window, by accessible names: list, silos, portfolio, compare.

use super::desk::add_cards;
use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::context::Screen;
use klantreis::app::{App, context::UiAction};
use klantreis::document::{Command, Document};
use klantreis::model::{
    JourneyId, JourneyState, LaneKind, NoteId, Owner, OwnerId, PlacementId, Spot, Team, TeamId,
    Tone, TouchpointId,
};
use klantreis::render::scene::Subject;

/// A map of six stages: two cards in the first stage, one in the fourth, a note, two owners of two
/// departments.
fn with_map(root: &std::path::Path, screen: Screen) -> Harness<'_, App> {
    let mut document = Document::in_memory("Moving in").unwrap();
    let journey = JourneyId::fresh();
    let (standard, state) = (true, JourneyState::Current);
    let add = Command::AddJourney { id: journey, name: "Moving in".into(), state, standard };
    document.run(&add).unwrap();
    for (name, department) in [("Ada Vos", "Sales"), ("Bob Klein", "Billing")] {
        let team =
            Team { id: TeamId::fresh(), name: department.into(), department: department.into() };
        let owner = Owner { team: Some(team.id), ..Owner::named(OwnerId::fresh(), name.into()) };
        document.run(&Command::PutTeam { team }).unwrap();
        document.run(&Command::PutOwner { owner }).unwrap();
    }
    add_cards(&mut document, journey, &[("First call", 0), ("Second letter", 0), ("Contract", 3)]);
    let stages: Vec<_> = document.model().stages_of(journey).iter().map(|s| s.id).collect();
    let lane = document.model().lane_of_kind(journey, LaneKind::PainsGains).unwrap().id;
    let (id, tone, spot) = (NoteId::fresh(), Tone::Pain, Spot::Stage(stages[0]));
    let (text, icon, index) = ("Too slow".to_owned(), None, None);
    document.run(&Command::AddNote { id, journey, spot, lane, tone, text, icon, index }).unwrap();
    let mut window = window(root);
    window.state_mut().open_document(document);
    settle(&mut window);
    window.state_mut().push(UiAction::Go(screen));
    settle(&mut window);
    window
}

fn press(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

/// Clicks the only part of that name.
fn click(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_label(name).click();
    window.run_steps(3);
}

fn key(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    settle(window);
}

fn held(window: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn text(window: &mut Harness<'_, App>, letters: &str) {
    for letter in letters.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
}

/// Types into a field.
fn fill(window: &mut Harness<'_, App>, field: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, field).click();
    window.run_steps(2);
    text(window, words);
    window.run_steps(2);
}

fn titles(window: &Harness<'_, App>) -> Vec<String> {
    let model = window.state().model();
    let journey = model.journeys_in_order()[0].id;
    let cards = model.placements_of(journey);
    cards.iter().map(|p| model.touchpoints[&p.touchpoint].title.clone()).collect()
}

fn owners(window: &Harness<'_, App>) -> Vec<String> {
    let model = window.state().model();
    let journey = model.journeys_in_order()[0].id;
    let name = |t| model.owner_of(t).map(|o| o.name.clone()).unwrap_or_default();
    model.placements_of(journey).iter().map(|p| name(p.touchpoint)).collect()
}

#[test]
fn the_list_is_typed_in_by_keyboard() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    click(&mut window, "First call, Touchpoint");
    assert!(window.get_by_label("First call, Touchpoint").accesskit_node().is_focused());
    // Letters replace the text, Enter goes on with the line below, F2 edits what is there.
    text(&mut window, "Phone");
    key(&mut window, Key::Enter);
    assert_eq!(titles(&window)[0], "Phone");
    assert!(window.get_by_label("Second letter, Touchpoint").accesskit_node().is_focused());
    key(&mut window, Key::F2);
    text(&mut window, "Letter");
    key(&mut window, Key::Enter);
    assert_eq!(titles(&window), ["Phone", "Letter", "Contract"]);
    // Esc drops.
    key(&mut window, Key::F2);
    text(&mut window, "Never mind");
    key(&mut window, Key::Escape);
    assert!(window.query_by_label_contains("Never mind").is_none());
    held(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(titles(&window)[1], "Second letter");
}

#[test]
fn lines_are_moved_copied_and_deleted_in_the_list() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    click(&mut window, "First call, Touchpoint");
    held(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(titles(&window), ["Second letter", "First call", "Contract"]);
    held(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(titles(&window).len(), 4);
    key(&mut window, Key::Delete);
    assert_eq!(titles(&window).len(), 3);
    assert!(window.state().messages().iter().any(|m| m.contains("deleted")));
    press(&mut window, "Undo");
    assert_eq!(titles(&window).len(), 4);
}

#[test]
fn one_owner_is_given_to_many_lines_in_one_step() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    click(&mut window, "Owner of First call: none");
    held(&mut window, Modifiers::COMMAND, Key::A);
    text(&mut window, "o");
    settle(&mut window);
    window.get_by_role_and_label(Role::MenuItemRadio, "Bob Klein").click();
    settle(&mut window);
    assert_eq!(owners(&window), ["Bob Klein"; 3]);
    window.get_by_label("Owner of Contract: Bob Klein");
    held(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(owners(&window), [""; 3]);
}

#[test]
fn everything_is_added_in_the_list() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    for (button, field, text_typed) in [
        ("Add touchpoint", "Name of the new touchpoint", "Welcome pack"),
        ("Add step", "What the customer does", "I sign"),
        ("Add note", "Text of the new note", "Nice"),
        ("Add stage", "Name of the new stage", "After"),
    ] {
        press(&mut window, button);
        window.get_by_label(field);
        text(&mut window, text_typed);
        key(&mut window, Key::Enter);
    }
    let model = window.state().model();
    assert!(model.touchpoint_named("Welcome pack").is_some());
    assert_eq!((model.steps.len(), model.notes.len(), model.stages.len()), (1, 2, 7));
    press(&mut window, "Lanes…");
    press(&mut window, "Hide Quotes");
    settle(&mut window);
    press(&mut window, "Move Quotes up");
    settle(&mut window);
    press(&mut window, "Delete Backstage");
    settle(&mut window);
    let model = window.state().model();
    assert!(!model.lanes.values().any(|l| l.kind == LaneKind::Backstage));
    let quotes = model.lanes.values().find(|l| l.kind == LaneKind::Quotes).unwrap();
    assert_eq!((quotes.visible, quotes.position), (false, 3));
}

#[test]
fn the_list_is_sorted_filtered_and_switched_in_its_cells() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    click(&mut window, "Moment of truth of Contract: none");
    key(&mut window, Key::Space);
    assert!(window.state().model().touchpoint_named("Contract").unwrap().moment_of_truth);
    // The column's head is a cell too: above the first line.
    held(&mut window, Modifiers::COMMAND, Key::Home);
    key(&mut window, Key::ArrowUp);
    key(&mut window, Key::Home);
    held(&mut window, Modifiers::SHIFT, Key::Enter);
    window.get_by_label("Title, sorted upwards");
    assert!(window.query_by_label_contains("stage Need").is_none());
    let top = |w: &Harness<'_, App>, name: &str| w.get_by_label(name).rect().top();
    assert!(top(&window, "Contract, Touchpoint") < top(&window, "First call, Touchpoint"));
    window.get_by_label("Filter the list").click();
    window.run_steps(2);
    text(&mut window, "letter");
    settle(&mut window);
    assert!(window.query_by_label("Contract, Touchpoint").is_none());
    window.get_by_label("Second letter, Touchpoint");
}

#[test]
fn a_thousand_lines_paint_only_what_shows() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    let model = window.state().model();
    let journey = model.journeys_in_order()[0].id;
    let spot = Spot::Stage(model.stages_of(journey)[2].id);
    let new = |i: usize| klantreis::document::command::NewTouchpoint {
        id: TouchpointId::fresh(),
        placement: PlacementId::fresh(),
        spot,
        title: format!("Card {i}"),
    };
    let cards = (0..1_000).map(new).collect();
    let command = Command::AddTouchpoints { journey, lane: None, cards };
    window.state_mut().push(UiAction::Run(command));
    settle(&mut window);
    assert!(window.query_by_label("Card 900, Touchpoint").is_none());
    click(&mut window, "First call, Touchpoint");
    held(&mut window, Modifiers::COMMAND, Key::End);
    held(&mut window, Modifiers::NONE, Key::PageUp);
    window.run_steps(3);
    assert!(window.query_by_label("First call, Touchpoint").is_none());
    let stage = window.state().model().stages_of(journey)[0].id;
    window.state_mut().push(UiAction::Show(Subject::Stage(stage)));
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Map);
}

#[test]
fn touchpoints_without_owner_are_given_to_one_in_one_step() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::Silos);
    window.get_by_label("3 touchpoints without owner");
    window.get_by_label_contains("No handovers");
    window.get_by_role_and_label(Role::CheckBox, "First call").click();
    window.get_by_role_and_label(Role::CheckBox, "Second letter").click();
    window.run_steps(3);
    press(&mut window, "Choose owner");
    window.get_by_role_and_label(Role::MenuItem, "Ada Vos").click();
    settle(&mut window);
    assert_eq!(owners(&window), ["Ada Vos", "Ada Vos", ""]);
    window.get_by_role_and_label(Role::CheckBox, "All of them").click();
    window.run_steps(3);
    press(&mut window, "Choose owner");
    window.get_by_role_and_label(Role::MenuItem, "Bob Klein").click();
    settle(&mut window);
    window.get_by_label_contains("1 handover between 2 departments");
    window.get_by_label("Contract, Billing, handover 1 from Sales");
    held(&mut window, Modifiers::COMMAND, Key::Z);
    held(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(owners(&window), [""; 3]);
    // A card leads to the map.
    window.get_by_label("First call, No owner").click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Map);
}

fn journeys(window: &Harness<'_, App>) -> Vec<(String, JourneyState)> {
    let all = window.state().model().journeys_in_order();
    all.iter().map(|j| (j.name.clone(), j.state)).collect()
}

fn more(window: &mut Harness<'_, App>, of: &str, entry: &str) {
    press(window, &format!("More for {of}"));
    window.get_by_role_and_label(Role::MenuItem, entry).click();
    settle(window);
}

#[test]
fn journeys_are_added_copied_changed_moved_and_deleted() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::Portfolio);
    window.get_by_label("Moving in, Current, 6 stages · 3 touchpoints · 1 note");
    more(&mut window, "Moving in", "Duplicate as future state");
    let (current, future) = (JourneyState::Current, JourneyState::Future);
    let name = "Moving in".to_owned();
    assert_eq!(journeys(&window), [(name.clone(), current), (name.clone(), future)]);
    // Two of one name: their state tells them apart.
    more(&mut window, "Moving in (Future)", "Move left");
    assert_eq!(journeys(&window), [(name.clone(), future), (name, current)]);
    more(&mut window, "Moving in (Current)", "Properties…");
    fill(&mut window, "Segment", "Tenants");
    press(&mut window, "Save");
    settle(&mut window);
    assert_eq!(window.state().model().journeys_in_order()[1].segment, "Tenants");
    press(&mut window, "New journey");
    window.get_by_role_and_label(Role::MenuItem, "Blank").click();
    settle(&mut window);
    text(&mut window, "Of tenants");
    key(&mut window, Key::Enter);
    let model = window.state().model();
    let new = model.journeys_in_order()[2];
    assert_eq!((new.name.as_str(), model.stages_of(new.id).len()), ("Of tenants", 0));
    assert_eq!(model.lanes_of(new.id).len(), LaneKind::DEFAULT.len());
    more(&mut window, "Moving in (Future)", "Delete");
    assert_eq!(journeys(&window).len(), 2);
    press(&mut window, "Undo");
    assert_eq!(journeys(&window).len(), 3);
    window.get_by_label_contains("Moving in, Future").click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Map);
    assert_eq!(
        window.state().view().journey,
        Some(window.state().model().journeys_in_order()[0].id)
    );
}

#[test]
fn one_walks_down_to_a_journey_and_back() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::Portfolio);
    let id = JourneyId::fresh();
    let (name, state, standard) = ("Details".to_owned(), JourneyState::Current, true);
    window.state_mut().push(UiAction::Run(Command::AddJourney { id, name, state, standard }));
    settle(&mut window);
    let touchpoint = window.state().model().touchpoint_named("Contract").unwrap().id;
    let item = klantreis::model::Item::Touchpoint(touchpoint);
    window.state_mut().push(UiAction::Run(Command::LinkJourney { item, journey: Some(id) }));
    settle(&mut window);
    window.get_by_label("Details, level 2");
    window.get_by_label("Reached from: Contract, Moving in");
    window.state_mut().push(UiAction::OpenJourney(id));
    settle(&mut window);
    assert_eq!(window.state().view().journey, Some(id));
    press(&mut window, "Back to Moving in");
    settle(&mut window);
    let first = window.state().model().journeys_in_order()[0].id;
    assert_eq!(window.state().view().journey, Some(first));
    assert!(window.query_by_label("Back to Moving in").is_none());
}

#[test]
fn two_journeys_are_compared_and_a_difference_is_shown() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::SideBySide);
    window.get_by_label("Nothing to compare with");
    let journey = window.state().model().journeys_in_order()[0].id;
    let (id, state, name) = (JourneyId::fresh(), JourneyState::Future, "Moving in".to_owned());
    let mut run = |command| {
        window.state_mut().push(UiAction::Run(command));
        settle(&mut window);
    };
    run(Command::DuplicateJourney { journey, id, name, state });
    window.get_by_label("Both sides are the same.");
    window.get_by_label("Left: Moving in · Current");
    window.get_by_label("Right: Moving in · Future");
    let model = window.state().model();
    let of = |title: &str| {
        let touchpoint = model.touchpoint_named(title).unwrap().id;
        let found =
            model.placements.values().find(|p| p.journey == id && p.touchpoint == touchpoint);
        found.unwrap().clone()
    };
    let (moved, gone) = (of("First call"), of("Contract"));
    let spot = Spot::Stage(model.stages_of(id)[4].id);
    let commands = vec![
        Command::MovePlacement { placement: moved.id, spot, lane: moved.lane, index: 0 },
        Command::DeletePlacement { placement: gone.id },
        Command::AddStep {
            id: klantreis::model::StepId::fresh(),
            stage: model.stages_of(id)[0].id,
            name: "I wait".into(),
            index: None,
        },
    ];
    for command in commands {
        window.state_mut().push(UiAction::Run(command));
    }
    settle(&mut window);
    window.get_by_label("3 differences");
    window.get_by_label_contains("Removed: Contract");
    window.get_by_label_contains("Added: I wait");
    window.get_by_label_contains("Moved: First call").click();
    settle(&mut window);
    press(&mut window, "Swap the sides");
    settle(&mut window);
    window.get_by_label_contains("Added: Contract");
}

#[test]
fn a_journey_is_compared_with_a_version_of_itself() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::Map);
    let (id, name, at) = (
        klantreis::model::VersionId::fresh(),
        "Before".to_owned(),
        "2026-01-01T00:00:00Z".to_owned(),
    );
    window.state_mut().push(UiAction::Run(Command::KeepVersion { id, name, at }));
    settle(&mut window);
    let touchpoint = window.state().model().touchpoint_named("Contract").unwrap().id;
    let title = "Signature".to_owned();
    window.state_mut().push(UiAction::Run(Command::RenameTouchpoint { touchpoint, title }));
    window.state_mut().push(UiAction::Go(Screen::SideBySide));
    settle(&mut window);
    window.get_by_label("Right: Moving in in “Before”");
    window.get_by_label_contains("Changed: Contract");
}

#[test]
fn stakeholders_and_colours_are_kept_by_their_dialogs() {
    use klantreis::app::context::MapAction;
    use klantreis::model::{Hue, Influence};
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    window.state_mut().push(UiAction::Map(MapAction::Stakeholders));
    settle(&mut window);
    press(&mut window, "Add stakeholder");
    fill(&mut window, "Name", "Regulator");
    fill(&mut window, "Organisation or department", "Authority");
    window.get_by_role_and_label(Role::RadioButton, "High").click();
    window.run_steps(2);
    press(&mut window, "Save");
    settle(&mut window);
    let model = window.state().model();
    let kept = model.stakeholders.values().next().unwrap();
    assert_eq!((kept.name.as_str(), kept.influence), ("Regulator", Influence::High));
    window.get_by_role_and_label(Role::RadioButton, "Owners").click();
    window.run_steps(3);
    press(&mut window, "Edit Ada Vos");
    window.get_by_role_and_label(Role::RadioButton, "Mint").click();
    window.run_steps(2);
    press(&mut window, "Save");
    settle(&mut window);
    let model = window.state().model();
    let ada = model.owners.values().find(|o| o.name == "Ada Vos").unwrap();
    assert_eq!(ada.hue, Some(Hue::Mint));
    window.get_by_role_and_label(Role::RadioButton, "Stakeholders").click();
    window.run_steps(3);
    press(&mut window, "Delete Regulator");
    settle(&mut window);
    assert!(window.state().model().stakeholders.is_empty());
}

#[test]
fn a_choice_of_the_list_is_made_without_a_pointer() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path(), Screen::List);
    click(&mut window, "Owner of First call: none");
    key(&mut window, Key::Enter);
    // Nobody, Ada, Bob.
    key(&mut window, Key::ArrowDown);
    key(&mut window, Key::ArrowDown);
    key(&mut window, Key::Enter);
    assert_eq!(owners(&window)[0], "Bob Klein");
    assert!(window.get_by_label("Owner of First call: Bob Klein").accesskit_node().is_focused());
    // Esc closes without a choice, and the cell has the focus again.
    key(&mut window, Key::Enter);
    key(&mut window, Key::Escape);
    key(&mut window, Key::ArrowRight);
    assert!(window.get_by_label("Feeling of First call: none").accesskit_node().is_focused());
}
