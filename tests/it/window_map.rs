//! The map in the window, driven by accessible names: draw, rename, move, delete, filter, overlay.

use super::desk::add_cards;
use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::App;
use klantreis::app::context::{Overlay, UiAction};
use klantreis::document::{Command, Document};
use klantreis::model::{
    AttachmentId, Channel, ChannelId, ChannelKind, Holder, JourneyId, JourneyState, LaneKind,
    Owner, OwnerId, Picture,
};

/// A window with a small map: six stages, two cards in the first, two owners, two channels.
pub(super) fn with_map(root: &std::path::Path) -> Harness<'_, App> {
    let mut document = Document::in_memory("Moving in").unwrap();
    let journey = JourneyId::fresh();
    let mut run = |command: Command| {
        document.run(&command).unwrap();
    };
    let standard = true;
    let state = JourneyState::Current;
    run(Command::AddJourney { id: journey, name: "Moving in".into(), state, standard });
    for name in ["Ada Vos", "Bob Klein"] {
        let owner = Owner::named(OwnerId::fresh(), name.into());
        run(Command::PutOwner { owner });
    }
    for kind in [ChannelKind::Web, ChannelKind::Phone] {
        run(Command::PutChannel { channel: Channel { id: ChannelId::fresh(), kind, name: None } });
    }
    add_cards(&mut document, journey, &[("First call", 0), ("Second letter", 0)]);
    let mut window = window(root);
    window.state_mut().open_document(document);
    settle(&mut window);
    window
}

pub(super) fn titles(window: &Harness<'_, App>) -> Vec<String> {
    let model = window.state().model();
    let journey = model.journeys_in_order()[0].id;
    let cards = model.placements_of(journey);
    cards.iter().map(|p| model.touchpoints[&p.touchpoint].title.clone()).collect()
}

pub(super) fn click_button(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

/// Types into the field that has the focus, and presses Enter.
pub(super) fn type_name(window: &mut Harness<'_, App>, field: &str, text: &str) {
    window.get_by_label(field).type_text(text);
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(window);
}

/// The part of the map whose label begins with a text.
pub(super) fn part<'a>(window: &'a Harness<'_, App>, begins: &str) -> egui_kittest::Node<'a> {
    let begins = begins.to_owned();
    window.get_by(move |node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&begins))
    })
}

pub(super) fn drag(window: &mut Harness<'_, App>, from: Pos2, to: Pos2) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(Event::PointerMoved(from));
    window.step();
    window.event(button(from, true));
    window.step();
    for i in 1..=6 {
        window.event(Event::PointerMoved(from.lerp(to, i as f32 / 6.0)));
        window.step();
    }
    window.event(button(to, false));
    settle(window);
}

#[test]
fn touchpoints_are_added_renamed_duplicated_and_deleted() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    click_button(&mut window, "Add touchpoint");
    type_name(&mut window, "Name of the new touchpoint", "Welcome pack");
    assert_eq!(titles(&window), ["First call", "Second letter", "Welcome pack"]);
    // What was added is selected: F2 edits its title in place.
    window.key_press(Key::F2);
    window.run_steps(3);
    type_name(&mut window, "Name of Welcome pack", "Welcome box");
    assert_eq!(titles(&window)[2], "Welcome box");
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    settle(&mut window);
    assert_eq!(titles(&window).len(), 4);
    window.key_press(Key::Delete);
    settle(&mut window);
    assert_eq!(titles(&window).len(), 3);
    assert!(window.state().messages().iter().any(|m| m.contains("deleted")));
    click_button(&mut window, "Undo");
    assert_eq!(titles(&window).len(), 4);
}

#[test]
fn esc_drops_what_was_typed() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    click_button(&mut window, "Add touchpoint");
    window.get_by_label("Name of the new touchpoint").type_text("Never mind");
    window.run_steps(2);
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(titles(&window), ["First call", "Second letter"]);
    assert!(window.query_by_label("Name of the new touchpoint").is_none());
}

#[test]
fn a_card_is_dragged_to_another_stage_in_one_step() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let from = part(&window, "First call").rect().center();
    let stage = part(&window, "stage Purchase").rect();
    drag(&mut window, from, Pos2::new(stage.center().x, from.y));
    let model = window.state().model();
    let journey = model.journeys_in_order()[0].id;
    let purchase = model.stages_of(journey)[3].id;
    let lane = model.lane_of_kind(journey, LaneKind::Touchpoints).unwrap().id;
    let there = model.placements_in(purchase, lane);
    assert_eq!(there.len(), 1);
    assert_eq!(model.touchpoint_of(there[0].id).unwrap().title, "First call");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(titles(&window), ["First call", "Second letter"]);
    let model = window.state().model();
    let first = model.stages_of(journey)[0].id;
    assert_eq!(model.placements_in(first, lane).len(), 2);
}

#[test]
fn stages_are_renamed_moved_and_deleted_by_the_keyboard() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    part(&window, "stage Need").click();
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    type_name(&mut window, "Name of Need", "Wish");
    let stages = |window: &Harness<'_, App>| {
        let model = window.state().model();
        let journey = model.journeys_in_order()[0].id;
        model.stages_of(journey).iter().map(|s| s.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(stages(&window)[0].as_deref(), Some("Wish"));
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    settle(&mut window);
    assert_eq!(stages(&window)[1].as_deref(), Some("Wish"));
    window.key_press(Key::Delete);
    settle(&mut window);
    assert_eq!(stages(&window).len(), 5);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(stages(&window).len(), 6);
}

#[test]
fn steps_notes_and_lanes_are_added() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    click_button(&mut window, "Add step");
    type_name(&mut window, "What the customer does", "I sign");
    assert_eq!(window.state().model().steps.len(), 1);
    click_button(&mut window, "Add note");
    type_name(&mut window, "Text of the new note", "Too slow");
    assert_eq!(window.state().model().notes.len(), 1);
    let before = window.state().model().lanes.len();
    window.get_by_label("Lanes: 7 of 7").click();
    window.run_steps(3);
    window.get_by_label("Add lane for notes").click();
    window.run_steps(3);
    type_name(&mut window, "Name of the new lane", "Ideas");
    let model = window.state().model();
    assert_eq!(model.lanes.len(), before + 1);
    assert!(model.lanes.values().any(|l| l.name.as_deref() == Some("Ideas")));
    // Hidden and shown again by the same menu.
    window.get_by_label("Lanes: 8 of 8").click();
    window.run_steps(3);
    window.get_by_role_and_label(Role::MenuItemRadio, "Ideas").click();
    settle(&mut window);
    window.get_by_label("Lanes: 7 of 8");
}

#[test]
fn arrows_go_from_card_to_card_and_alt_moves_them() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    part(&window, "First call").click();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    settle(&mut window);
    assert_eq!(titles(&window), ["Second letter", "First call"]);
    window.key_press(Key::ArrowUp);
    settle(&mut window);
    assert!(part(&window, "Second letter").accesskit_node().is_focused());
    window.key_press(Key::Enter);
    window.run_steps(3);
    type_name(&mut window, "Name of Second letter", "Third letter");
    assert_eq!(titles(&window), ["Third letter", "First call"]);
}

#[test]
fn an_owner_is_chosen_in_the_inspector() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    part(&window, "First call").click();
    settle(&mut window);
    window.get_by_label("Owner: No owner yet").click();
    window.run_steps(3);
    window.get_by_role_and_label(Role::MenuItemRadio, "Bob Klein").click();
    settle(&mut window);
    let model = window.state().model();
    let touchpoint = model.touchpoint_named("First call").unwrap();
    assert_eq!(model.owner_of(touchpoint.id).unwrap().name, "Bob Klein");
    window.get_by_label("Owner: Bob Klein");
}

#[test]
fn the_energy_sample_is_coloured_and_filtered_by_channel() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.get_by_label("Open a copy of Energy supplier").click();
    settle(&mut window);
    for _ in 0..200 {
        window.step();
        if window.query_by_label_contains("responses, per week").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(window.state().view().overlay, Overlay::Heat);
    window.get_by_label("Channel All").click();
    window.run_steps(3);
    window.get_by_role_and_label(Role::MenuItemRadio, "Phone").click();
    settle(&mut window);
    assert_eq!(window.state().view().filter.channels.len(), 1);
    window.get_by_label("Channel Phone");
    window.get_by_label("Clear filters").click();
    settle(&mut window);
    assert!(window.state().view().filter.channels.is_empty());
}

#[test]
fn switching_the_language_relabels_the_map() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    part(&window, "stage Need");
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_steps(2);
    window
        .get_by_role_and_label(Role::TextInput, "Search or run a command")
        .type_text("nederlands");
    window.run_steps(2);
    window.key_press(Key::Enter);
    settle(&mut window);
    part(&window, "fase Behoefte");
    window.get_by_label("Contactmoment toevoegen");
}

#[test]
fn a_picture_on_a_card_is_decoded_when_it_shows_and_only_once() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_map(root.path());
    let textures = |window: &Harness<'_, App>| window.ctx.tex_manager().read().num_allocated();
    let before = textures(&window);
    let pixels = image::RgbImage::from_pixel(40, 20, image::Rgb([200, 40, 40]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let picture = Picture { bytes: bytes.into_inner(), width: 40, height: 20 };
    let touchpoint = *window.state().model().touchpoints.keys().next().unwrap();
    let command = Command::AttachPicture {
        id: AttachmentId::fresh(),
        holder: Holder::Touchpoint(touchpoint),
        name: "red".into(),
        picture,
    };
    window.state_mut().push(UiAction::Run(command));
    let patience = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while textures(&window) == before {
        assert!(std::time::Instant::now() < patience, "the picture never became a texture");
        settle(&mut window);
    }
    settle(&mut window);
    assert_eq!(textures(&window), before + 1);
}
