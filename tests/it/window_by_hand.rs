//! The form for feedback entered by hand, by accessible names: one entry, a pile of paper forms, what
//! is wrong beside its field; and the refused cells of an import as a file.

use super::desk::add_cards;
use super::window_start::{settle, window, window_sized};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::settings::ThemeChoice;
use klantreis::app::{App, UiAction};
use klantreis::document::{Command, Document, ImportOptions};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::text::Lang;
use std::path::Path;

/// A map with two touchpoints and a channel.
fn document() -> Document {
    let mut document = Document::in_memory("Moving in").unwrap();
    fill(&mut document);
    document
}

fn fill(document: &mut Document) {
    let journey = JourneyId::fresh();
    let (name, state, standard) = ("Moving in".into(), JourneyState::Current, true);
    document.run(&Command::AddJourney { id: journey, name, state, standard }).unwrap();
    add_cards(document, journey, &[("Online quote", 0), ("First bill", 4)]);
    let channel = Channel { id: ChannelId::fresh(), kind: ChannelKind::Phone, name: None };
    document.run(&Command::PutChannel { channel }).unwrap();
}

/// The feedback screen of that document.
fn on_feedback<'a>(mut window: Harness<'a, App>, document: Document) -> Harness<'a, App> {
    window.state_mut().open_document(document);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    window
}

fn press(window: &mut Harness<'_, App>, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

/// Opens the form by its button above the list.
fn open(window: &mut Harness<'_, App>) {
    window.get_all_by_role_and_label(Role::Button, "Enter feedback…").next().unwrap().click();
    settle(window);
}

fn choose(window: &mut Harness<'_, App>, button: &str, item: &str) {
    press(window, button);
    window.get_by_role_and_label(Role::MenuItemRadio, item).click();
    settle(window);
}

fn write(window: &mut Harness<'_, App>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// Types in a field in place of what stands there.
fn write_in(window: &mut Harness<'_, App>, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).click();
    settle(window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(window);
    write(window, text);
}

fn save(window: &mut Harness<'_, App>) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(window);
}

/// Whether something shows that has a text in it.
fn shows(window: &Harness<'_, App>, text: &str) -> bool {
    window.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].iter().flatten().any(|words| words.contains(text))
    })
}

fn wait_for(window: &mut Harness<'_, App>, text: &str) {
    for _ in 0..4_000 {
        if shows(window, text) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        settle(window);
    }
    panic!("{text} never showed");
}

fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn what_was_said_is_kept_shown_and_undone() {
    let root = tempfile::tempdir().unwrap();
    let mut window = on_feedback(window(root.path()), document());
    let start = window.state().model().clone();
    open(&mut window);
    // The keys are where the words go.
    write(&mut window, "The bill is a riddle");
    choose(&mut window, "Kind: Interview", "Complaint");
    choose(&mut window, "Touchpoint: None: the whole journey", "First bill");
    choose(&mut window, "Channel: Not known", "Phone");
    write_in(&mut window, "Date", "3-9-2026");
    window.get_by_label("3 Sept 2026");
    save(&mut window);
    assert!(window.query_by_label("Save and enter another").is_none(), "the form is closed");
    let batch = window.state().model().batches.values().next().unwrap().clone();
    assert_eq!((batch.origin, batch.hand_kind), (Origin::Hand, Some(HandKind::Complaint)));
    assert_eq!(window.state().model().surveys[&batch.survey].name, "Complaints");
    wait_for(&mut window, "The bill is a riddle First bill · 3 Sept 2026 · Phone");
    window.get_by_label("1 response, 0 answers, 1 comment");
    assert!(window.state().messages().contains(&"Complaint saved".to_owned()));
    press(&mut window, "Undo");
    assert_eq!(*window.state().model(), start);
}

#[test]
fn a_pile_of_forms_keeps_its_survey_and_asks_for_the_next_score() {
    let root = tempfile::tempdir().unwrap();
    let mut window = on_feedback(window(root.path()), document());
    open(&mut window);
    choose(&mut window, "Kind: Interview", "Paper form");
    choose(&mut window, "Touchpoint: None: the whole journey", "Online quote");
    press(&mut window, "Add a score");
    write(&mut window, "Ease");
    choose(&mut window, "What it measures: Satisfaction (CSAT)", "Ease (CES)");
    write_in(&mut window, "Score for Ease", "7");
    press(&mut window, "Save and enter another");
    assert!(window.state().model().batches.is_empty());
    window.get_by_label("Say which end of the scale is good.");
    let easy = "1 = very much effort, 7 = very little effort";
    choose(&mut window, "Which end is good: What does 1 mean?", easy);
    press(&mut window, "Save and enter another");
    window.get_by_label("Saved. 1 response so far.");
    window.get_by_label(easy);
    // The keys are in the first score.
    write(&mut window, "2");
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    settle(&mut window);
    window.get_by_label("Saved. 2 responses so far.");
    write(&mut window, "12");
    save(&mut window);
    window.get_by_label("Type a whole number from 1 to 7.");
    window.key_press(Key::Escape);
    settle(&mut window);
    let model = window.state().model();
    assert_eq!((model.batches.len(), model.surveys.len(), model.questions.len()), (2, 1, 1));
    let asked = model.questions.values().next().unwrap();
    assert_eq!((asked.metric, asked.scale.better), (Metric::Ces, Better::High));

    window.get_by_label("Paper form, 2 entries");
    window.get_by_label("2 responses, 2 answers, 0 comments");
    press(&mut window, "Show all 2 entries");
    let mut backs = window.get_all_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with("Take back "))
    });
    backs.next().unwrap().click();
    assert_eq!(backs.count(), 1);
    settle(&mut window);
    assert_eq!(window.state().model().batches.len(), 1);
}

#[test]
fn what_is_typed_survives_closing_and_faults_stand_beside_their_field() {
    let root = tempfile::tempdir().unwrap();
    let mut window = on_feedback(window(root.path()), document());
    // By the keys, from any screen of the document.
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    settle(&mut window);
    save(&mut window);
    window.get_by_label("Type what was said, or give a score.");
    write(&mut window, "Half a thought");
    assert!(window.query_by_label("Type what was said, or give a score.").is_none());
    write_in(&mut window, "Date", "31-2-2026");
    write_in(&mut window, "Name of the survey", " ");
    save(&mut window);
    window.get_by_label("“31-2-2026” is no date. Type it like 14-10-2026.");
    window.get_by_label("Give the survey a name.");
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(window.query_by_label("Save and enter another").is_none());
    assert!(window.state().model().batches.is_empty());
    open(&mut window);
    let text = window.get_by_role_and_label(Role::MultilineTextInput, "What was said");
    assert_eq!(text.accesskit_node().value().as_deref(), Some("Half a thought"));
}

#[test]
fn nothing_is_entered_in_a_document_that_cannot_be_changed() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("map.klantreis");
    let mut held = Document::create(&path, "Moving in").unwrap();
    fill(&mut held);
    let second = Document::open(&path).unwrap();
    assert!(second.read_only().is_some());
    let mut window = on_feedback(window(root.path()), second);
    let button = window.get_by_role_and_label(Role::Button, "Enter feedback…");
    assert!(button.accesskit_node().is_disabled());
    button.click();
    settle(&mut window);
    assert!(window.query_by_label("Save and enter another").is_none());
}

#[test]
fn refused_cells_are_saved_as_a_file() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("autumn.csv");
    std::fs::write(&file, "score\n9\n12\n=1+1\n").unwrap();
    let mut document = Document::create(&root.path().join("map.klantreis"), "Moving in").unwrap();
    fill(&mut document);
    let profile: Profile = serde_json::from_str(
        r#"{"columns": [{"column": "score", "role": "answer", "metric": "nps", "min": 0,
            "max": 10, "better": "high"}]}"#,
    )
    .unwrap();
    document.import(&file, &profile, &ImportOptions::default(), &Reporter::silent()).unwrap();
    let mut window = on_feedback(window(root.path()), document);
    window.state_mut().push(UiAction::SetLang(Lang::Nl));
    settle(&mut window);
    picture(&mut window, "hand_card_nl");
    window.state_mut().push(UiAction::SetLang(Lang::En));
    settle(&mut window);
    press(&mut window, "Save the refused cells of autumn.csv…");
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    let proposed = field.accesskit_node().value().unwrap();
    assert!(proposed.ends_with("autumn, not taken over.csv"), "{proposed}");
    let path = root.path().join("refused.csv");
    write_in(&mut window, "Path", path.to_str().unwrap());
    press(&mut window, "Save");
    let written = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines[0], "row,column,value,reason");
    assert!(lines[1].starts_with("3,score,12,") && lines[2].starts_with("4,score,'=1+1,"));
    assert!(window.state().messages()[0].contains("refused.csv"));
}

#[test]
fn the_top_bar_has_room_for_dutch_words() {
    let root = tempfile::tempdir().unwrap();
    for width in [1100.0, 1280.0, 1440.0] {
        let mut window = on_feedback(window_sized(root.path(), width, 720.0), document());
        window.state_mut().push(UiAction::SetLang(Lang::Nl));
        settle(&mut window);
        let bar = window.get_by_role_and_label(Role::Button, "Geschiedenis en versies").rect();
        let search = window.query_by_role_and_label(Role::Button, "Zoek of voer een opdracht uit");
        let search = search.map_or(width, |node| node.rect().left());
        assert!(bar.right() <= search, "{width}: {bar:?} {search}");
        picture(&mut window, &format!("hand_bar_{width}"));
    }
}

#[test]
fn the_form_in_every_look() {
    if std::env::var_os("KLANTREIS_LOOKS").is_none() {
        return;
    }
    let looks = [
        (Lang::En, ThemeChoice::Light, (1440.0, 900.0)),
        (Lang::Nl, ThemeChoice::Dark, (1280.0, 720.0)),
        (Lang::Nl, ThemeChoice::Light, (1280.0, 720.0)),
        (Lang::En, ThemeChoice::Dark, (1440.0, 900.0)),
    ];
    for (lang, theme, (width, height)) in looks {
        let root = tempfile::tempdir().unwrap();
        let name = format!("hand_{}_{theme:?}_{width}", lang.code()).to_lowercase();
        let mut window = on_feedback(window_sized(root.path(), width, height), document());
        picture(&mut window, &format!("{name}_none"));
        open(&mut window);
        picture(&mut window, &format!("{name}_first"));
        write(&mut window, "The form asked for my meter number twice, and I had thrown it away.");
        choose(&mut window, "Kind: Interview", "Paper form");
        press(&mut window, "Add a score");
        write(&mut window, "Ease of the form");
        choose(&mut window, "What it measures: Satisfaction (CSAT)", "Ease (CES)");
        write_in(&mut window, "Score for Ease of the form", "9");
        save(&mut window);
        window.state_mut().push(UiAction::SetLang(lang));
        window.state_mut().push(UiAction::SetTheme(theme));
        settle(&mut window);
        picture(&mut window, &format!("{name}_wrong"));
        window.state_mut().push(UiAction::SetLang(Lang::En));
        settle(&mut window);
        write_in(&mut window, "Score for Ease of the form", "6");
        choose(
            &mut window,
            "Which end is good: What does 1 mean?",
            "1 = very much effort, 7 = very little effort",
        );
        press(&mut window, "Save and enter another");
        window.state_mut().push(UiAction::SetLang(lang));
        settle(&mut window);
        picture(&mut window, &format!("{name}_next"));
        write(&mut window, "3");
        save(&mut window);
        if lang == Lang::En {
            press(&mut window, "Show all 2 entries");
        }
        picture(&mut window, &format!("{name}_list"));
    }
}
