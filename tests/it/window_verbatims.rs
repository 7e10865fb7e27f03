//! Verbatims and themes in the window, by accessible names: searched in two ways, put in order, narrowed
//! by theme, a rule written, the list exported; from a card to what is written about it.

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
use std::time::{Duration, Instant};

const SURVEY: &str = "id,date,score,comment\n\
    1,2026-09-01,9,Snel en vriendelijk geholpen\n\
    2,2026-09-02,3,Twintig minuten gewacht\n\
    3,2026-09-03,6,Lang wachten op een monteur\n\
    4,2026-09-04,10,Niets op aan te merken\n";

const PROFILE: &str = r#"{"survey": {"name": "Autumn"}, "columns": [
    {"column": "id", "role": "response_id"},
    {"column": "date", "role": "date", "format": "%Y-%m-%d"},
    {"column": "score", "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"},
    {"column": "comment", "role": "comment"}]}"#;

fn with_feedback(root: &Path) -> Harness<'_, App> {
    let file = root.join("autumn.csv");
    std::fs::write(&file, SURVEY).unwrap();
    let mut document = Document::in_memory("Moving in").unwrap();
    let profile: Profile = serde_json::from_str(PROFILE).unwrap();
    document.import(&file, &profile, &ImportOptions::default(), &Reporter::silent()).unwrap();
    let mut window = window(root);
    window.state_mut().open_document(document);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    window
}

/// Every name that shows, from top to bottom.
fn names(window: &Harness<'_, App>) -> Vec<String> {
    let all = window.root().children_recursive();
    let of = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>()
    };
    all.flat_map(of).collect()
}

/// Waits until something shows that begins with a text.
fn wait_for(window: &mut Harness<'_, App>, begins: &str) {
    let patience = Instant::now() + Duration::from_secs(30);
    while !names(window).iter().any(|name| name.starts_with(begins)) {
        assert!(Instant::now() < patience, "{begins} never showed: {:?}", names(window));
        std::thread::sleep(Duration::from_millis(5));
        settle(window);
    }
}

fn press(window: &mut Harness<'_, App>, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    settle(window);
}

fn write_in(window: &mut Harness<'_, App>, field: &str, text: &str) {
    let role = if field.contains("these") { Role::MultilineTextInput } else { Role::TextInput };
    window.get_by_role_and_label(role, field).click();
    settle(window);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

/// The texts of the rows that show, in order.
fn rows(window: &Harness<'_, App>) -> Vec<String> {
    let rows = names(window).into_iter().filter(|name| name.contains("Whole journey"));
    rows.map(|name| name.split(" Whole").next().unwrap().to_owned()).collect()
}

/// Waits until these rows show, in this order.
fn wait_for_rows(window: &mut Harness<'_, App>, expected: &[&str]) {
    let patience = Instant::now() + Duration::from_secs(30);
    while rows(window) != expected {
        assert!(Instant::now() < patience, "{:?}", rows(window));
        std::thread::sleep(Duration::from_millis(5));
        settle(window);
    }
}

#[test]
fn a_list_is_searched_in_words_and_parts_and_put_in_order() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_feedback(root.path());
    wait_for(&mut window, "Niets op aan te merken");
    write_in(&mut window, "Search what people wrote", "wacht");
    wait_for(&mut window, "2 comments");
    wait_for_rows(&mut window, &["Lang wachten op een monteur", "Twintig minuten gewacht"]);
    window.get_by_role_and_label(Role::RadioButton, "Words").click();
    settle(&mut window);
    wait_for(&mut window, "1 comment");
    wait_for(&mut window, "Lang wachten");
    wait_for_rows(&mut window, &["Lang wachten op een monteur"]);
    window.get_by_role_and_label(Role::RadioButton, "Parts of words").click();
    settle(&mut window);
    wait_for(&mut window, "Twintig minuten");
    let mut view = window.state().view().clone();
    view.measure.metric = Metric::Nps;
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(&mut window);
    press(&mut window, "Order: Newest first");
    window.get_by_role_and_label(Role::MenuItemRadio, "Worst score first").click();
    settle(&mut window);
    wait_for(&mut window, "Twintig minuten");
    wait_for_rows(&mut window, &["Twintig minuten gewacht", "Lang wachten op een monteur"]);
}

#[test]
fn themes_are_begun_with_narrow_the_list_and_say_their_rule() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_feedback(root.path());
    wait_for(&mut window, "There are no themes yet");
    press(&mut window, "Dutch themes to begin with");
    wait_for(&mut window, "Wachttijd en snelheid, 3, ");
    wait_for(&mut window, "75");
    window.get_by_label_contains("Wachttijd en snelheid, 3, ").click();
    settle(&mut window);
    wait_for(&mut window, "3 comments");
    wait_for(&mut window, "Twintig minuten gewacht Whole");
    window.get_by_label_contains("Twintig minuten gewacht Whole journey").click();
    settle(&mut window);
    window.get_by_label("“gewacht” by the rule gewacht");
    window.get_by_role_and_label(Role::Button, "Close the response").click();
    settle(&mut window);
    let cross = "Take away the filter Wachttijd en snelheid";
    window.get_by_role_and_label(Role::Button, cross).click();
    settle(&mut window);
    wait_for(&mut window, "4 comments");
    window.get_by_label_contains("No theme, 1").click();
    settle(&mut window);
    wait_for(&mut window, "1 comment");
    wait_for_rows(&mut window, &["Niets op aan te merken"]);
}

#[test]
fn a_theme_is_written_with_a_count_and_its_fault_in_a_sentence() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_feedback(root.path());
    wait_for(&mut window, "There are no themes yet");
    press(&mut window, "New theme");
    write_in(&mut window, "Name of the theme", "Monteur");
    write_in(&mut window, "Texts with one of these", "mon*teur");
    wait_for(&mut window, "In the rule “mon*teur” a star stands within a word");
    assert!(window.state().model().themes.is_empty());
    window.get_by_role_and_label(Role::MultilineTextInput, "Texts with one of these").click();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(&mut window);
    window.event(Event::Text("monteur*".to_owned()));
    settle(&mut window);
    wait_for(&mut window, "These rules find 1 of the 4 comments");
    press(&mut window, "Save theme");
    let themes = &window.state().model().themes;
    assert_eq!(themes.values().next().unwrap().include, ["monteur*"]);
    press(&mut window, "Delete theme");
    assert!(window.state().model().themes.is_empty());
    press(&mut window, "Close the code book");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(window.state().model().themes.len(), 1);
}

#[test]
fn what_is_listed_is_exported() {
    let root = tempfile::tempdir().unwrap();
    let mut window = with_feedback(root.path());
    window.state_mut().type_paths();
    wait_for(&mut window, "Niets op aan te merken");
    write_in(&mut window, "Search what people wrote", "wacht");
    wait_for(&mut window, "2 comments");
    press(&mut window, "Export…");
    let out = root.path().join("list.csv");
    window.get_by_role_and_label(Role::TextInput, "Path").click();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    settle(&mut window);
    window.event(Event::Text(out.display().to_string()));
    settle(&mut window);
    press(&mut window, "Save");
    let written = std::fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.len(), 3, "{written}");
    assert!(lines[1].starts_with("2026-09-03,Whole journey,,Autumn,Lang wachten"), "{written}");
    assert!(lines[2].ends_with(",3"), "{written}");
}

/// A picture to look at, when `KLANTREIS_LOOKS` is set.
fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
fn verbatims_in_every_look() {
    if std::env::var_os("KLANTREIS_LOOKS").is_none() {
        return;
    }
    for (lang, theme, (width, height)) in [
        (Lang::Nl, ThemeChoice::Light, (1440.0, 900.0)),
        (Lang::En, ThemeChoice::Dark, (1440.0, 900.0)),
        (Lang::Nl, ThemeChoice::Dark, (1280.0, 720.0)),
        (Lang::En, ThemeChoice::Light, (1280.0, 720.0)),
    ] {
        let root = tempfile::tempdir().unwrap();
        let name = format!("words_{}_{theme:?}_{width}", lang.code()).to_lowercase();
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/energie");
        let path = root.path().join("e.klantreis");
        let document = Document::open_sample(&sample, Some(&path), &Reporter::silent()).unwrap();
        let mut window = window_sized(root.path(), width, height);
        window.state_mut().open_document(document);
        settle(&mut window);
        window.state_mut().push(UiAction::SetLang(lang));
        window.state_mut().push(UiAction::SetTheme(theme));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
        settle(&mut window);
        let texts = klantreis::text::Texts::new(lang);
        wait_for(&mut window, &texts.get("feedback-themes-none"));
        picture(&mut window, &format!("{name}_none"));
        let (id, start) = (ThemeId::fresh(), ThemeLang::Nl);
        let add = Command::AddStartThemes { id, lang: start };
        window.state_mut().push(UiAction::Run(add));
        settle(&mut window);
        wait_for(&mut window, "Wachttijd en snelheid, ");
        write_in(&mut window, &texts.get("feedback-search"), "wacht");
        // The themes are counted once everything is found.
        wait_for(&mut window, "Wachttijd en snelheid, ");
        let shows = |window: &Harness<'_, App>| {
            names(window).into_iter().find(|n| n.contains(" 2026") && n.contains("acht"))
        };
        let patience = Instant::now() + Duration::from_secs(20);
        while shows(&window).is_none() && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(20));
            settle(&mut window);
        }
        wait_for(&mut window, "Wachttijd en snelheid, ");
        picture(&mut window, &format!("{name}_search"));
        let row = shows(&window).unwrap_or_else(|| panic!("{:?}", names(&window)));
        window.get_by_label(&row).click();
        settle(&mut window);
        picture(&mut window, &format!("{name}_details"));
        press(&mut window, &texts.get("feedback-close"));
        press(&mut window, &texts.get("feedback-book-open"));
        window.get_by_role_and_label(Role::ListBoxOption, "Prijs en kosten").click();
        settle(&mut window);
        std::thread::sleep(Duration::from_millis(500));
        settle(&mut window);
        picture(&mut window, &format!("{name}_book"));
    }
}
