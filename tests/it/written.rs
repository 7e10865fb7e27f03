//! The filter of what was written: counted from the file apart, on the command line and in the window
//! alike; and nothing of employees.

use super::window_start::{settle, window_sized};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::analysis::Measure;
use klantreis::app::context::{MapAction, UiAction};
use klantreis::app::{App, Screen};
use klantreis::document::{Command, Document};
use klantreis::jobs::Reporter;
use klantreis::model::{Metric, folding::folded};
use klantreis::scores::{Filter, Selection, Written};
use klantreis::text::{Lang, Texts};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/energie")
}

fn stats(arguments: &[&str]) -> Value {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    command.arg("stats").arg(folder()).args(arguments).args(["--json", "--lang", "en"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// For each touchpoint the likelihoods to recommend of those who wrote a text, read from the file itself.
fn read_apart(text: &str) -> BTreeMap<String, Vec<i64>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_path(folder().join("feedback.csv")).unwrap();
    let head = reader.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|h| h == name).unwrap();
    let (place, score, said) = (at("contactmoment"), at("aanbeveling"), at("toelichting"));
    let mut found: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        if row[said].to_lowercase().contains(text)
            && let Ok(score) = row[score].parse()
        {
            found.entry(row[place].to_owned()).or_default().push(score);
        }
    }
    found
}

#[test]
fn the_command_line_counts_those_who_wrote_it() {
    // Parts of words: "gewacht" and "wachten" too.
    let apart = read_apart("wacht");
    assert!(apart.len() > 5 && apart.values().map(Vec::len).sum::<usize>() > 100, "{apart:?}");
    let printed = stats(&["--metric", "nps", "--by", "touchpoint", "--where", "text=WACHT"]);
    let rows = printed["rows"].as_array().unwrap();
    let counts: BTreeMap<String, u64> = rows
        .iter()
        .map(|row| (row["name"].as_str().unwrap().to_owned(), row["n"].as_u64().unwrap()))
        .filter(|(_, n)| *n > 0)
        .collect();
    let wanted: BTreeMap<String, u64> =
        apart.iter().map(|(name, all)| (name.clone(), all.len() as u64)).collect();
    assert_eq!(counts, wanted);
    let (name, all) = apart.iter().max_by_key(|(_, all)| all.len()).unwrap();
    let promoters = all.iter().filter(|v| **v >= 9).count() as f64;
    let detractors = all.iter().filter(|v| **v <= 6).count() as f64;
    let row = rows.iter().find(|row| row["name"] == name.as_str()).unwrap();
    let value = row["value"].as_f64().unwrap();
    assert!((value - 100.0 * (promoters - detractors) / all.len() as f64).abs() < 1e-9, "{name}");
    // Both parts, in any order.
    let both = stats(&["--metric", "nps", "--where", "text=bel wacht"]);
    let n = both["rows"][0]["n"].as_u64().unwrap_or(0);
    let fewer = read_apart("wacht").values().map(Vec::len).sum::<usize>() as u64;
    assert!(n > 0 && n < fewer, "{n} of {fewer}");
    let nothing = stats(&["--metric", "nps", "--where", "text=xyzzy"]);
    assert!(nothing["rows"].as_array().unwrap().iter().all(|row| row["n"] == 0), "{nothing}");
}

#[test]
fn comments_are_those_with_the_words() {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    command.arg("comments").arg(folder()).args(["--where", "text=wacht", "--json"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
    let texts: Vec<&str> = printed["comments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|comment| comment["text"].as_str().unwrap())
        .collect();
    assert!(!texts.is_empty());
    assert!(texts.iter().all(|text| folded(text).contains("wacht")), "{texts:?}");
}

#[test]
fn a_condition_that_was_not_looked_up_lets_nothing_through() {
    let document = Document::open_sample(&folder(), None, &Reporter::silent()).unwrap();
    let table = document.scores(&Reporter::silent()).unwrap();
    let filter = Filter { written: Some(Written::new("wacht")), ..Filter::default() };
    assert_eq!(Selection::new(&table, document.model(), &filter).responses(), 0);
    let found = document.looked_up(filter, &Reporter::silent()).unwrap();
    let n = Selection::new(&table, document.model(), &found).responses();
    let all = Selection::new(&table, document.model(), &Filter::default()).responses();
    assert!(n > 0 && n < all, "{n} of {all}");
    // What is kept of a filter are the words alone.
    let kept = serde_json::to_string(&found).unwrap();
    let read: Filter = serde_json::from_str(&kept).unwrap();
    assert_eq!(read.written, Some(Written::new("wacht")));
}

fn labels(window: &Harness<'_, App>) -> Vec<String> {
    let said = |n: egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        [node.label(), node.value()]
    };
    window.root().children_recursive().flat_map(said).flatten().collect()
}

fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("looks");
        std::fs::create_dir_all(&folder).unwrap();
        window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

/// Steps until something of this name is there.
fn wait_for(window: &mut Harness<'_, App>, part: &str) {
    let begun = std::time::Instant::now();
    while !labels(window).iter().any(|label| label.contains(part)) {
        assert!(begun.elapsed().as_secs() < 60, "{part} never shows in {:#?}", labels(window));
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    settle(window);
}

#[test]
fn the_map_counts_those_who_wrote_it() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window_sized(root.path(), 1440.0, 900.0);
    settle(&mut window);
    window.get_by_label("Open a copy of Energy supplier").click_accesskit();
    settle(&mut window);
    let mut view = window.state().view().clone();
    view.measure = Measure::of(Metric::Nps);
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Filter").click_accesskit();
    settle(&mut window);
    window.get_by_label("Comments with").click_accesskit();
    settle(&mut window);
    window.get_by_role_and_label(Role::TextInput, "Comments with").focus();
    for letter in "wacht".chars() {
        window.event(egui::Event::Text(letter.to_string()));
        window.step();
    }
    window.key_press(Key::Enter);
    settle(&mut window);
    let n: usize = read_apart("wacht").values().map(Vec::len).sum();
    wait_for(&mut window, &format!("{n} of "));
    picture(&mut window, "filter-text-en");
    let bill = read_apart("wacht")["Storing melden"].len();
    let wanted = format!("{bill} answers");
    let shown = labels(&window);
    let card = shown.iter().find(|l| l.starts_with("Storing melden") && l.contains("NPS"));
    assert!(card.is_some_and(|label| label.contains(&wanted)), "{wanted}: {card:?}");
    // The chip takes it away again.
    window.get_by_label("Clear Comments with").click_accesskit();
    settle(&mut window);
    assert!(window.state().view().filter.written.is_none());
}

#[test]
fn a_persona_is_described_filtered_by_and_put_across_the_matrix() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window_sized(root.path(), 1440.0, 900.0);
    settle(&mut window);
    window.get_by_label("Open a copy of Energy supplier").click_accesskit();
    settle(&mut window);
    window.state_mut().push(UiAction::Map(MapAction::Personas));
    settle(&mut window);
    window.get_by_label("Edit Verhuizers").click_accesskit();
    settle(&mut window);
    wait_for(&mut window, "Which respondents stand for this persona");
    let menu = |n: &egui_kittest::Node<'_>| {
        let label = n.accesskit_node().label().unwrap_or_default();
        label.starts_with("Segment") && label.contains("Any")
    };
    let menu = window.root().children_recursive().find(menu);
    menu.unwrap_or_else(|| panic!("{:#?}", labels(&window))).click_accesskit();
    settle(&mut window);
    window.get_by_role_and_label(Role::MenuItemRadio, "Verhuizers").click_accesskit();
    settle(&mut window);
    let apart = stats(&["--metric", "nps", "--where", "segment:Segment=Verhuizers"]);
    let n = apart["rows"][0]["n"].as_u64().unwrap();
    wait_for(&mut window, " of 14,632 responses");
    picture(&mut window, "persona-editor-en");
    window.get_by_role_and_label(Role::Button, "Save").click_accesskit();
    settle(&mut window);
    let persona = |window: &Harness<'_, App>| {
        let all = window.state().model().personas.values();
        all.clone().find(|p| p.name == "Verhuizers").unwrap().clone()
    };
    assert_eq!(persona(&window).segments["Segment"], ["Verhuizers".to_owned()].into());
    // A filter by the persona is one by its segments.
    let mut view = window.state().view().clone();
    view.measure = Measure::of(Metric::Nps);
    view.filter.personas = [persona(&window).id].into();
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(&mut window);
    let wanted = format!("n {}", Texts::new(Lang::En).int(n as i64));
    assert!(labels(&window).iter().any(|label| label.contains(&wanted)), "{wanted}");
    // And it has a column of the matrix, beside those who stand for none.
    let mut view = window.state().view().clone();
    view.filter.personas.clear();
    window.state_mut().push(UiAction::Look(Box::new(view)));
    window.state_mut().push(UiAction::Go(Screen::Matrix));
    settle(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Persona").click_accesskit();
    settle(&mut window);
    let words = format!("All touchpoints, Verhuizers: NPS {}", nps(&apart));
    assert!(labels(&window).iter().any(|label| label.starts_with(&words)), "{words}");
    picture(&mut window, "matrix-persona-en");
    // Deleted, it leaves the filter as well.
    let mut view = window.state().view().clone();
    view.filter.personas = [persona(&window).id].into();
    window.state_mut().push(UiAction::Look(Box::new(view)));
    let delete = Command::DeletePersona { persona: persona(&window).id };
    window.state_mut().push(UiAction::Run(delete));
    settle(&mut window);
    assert!(window.state().view().filter.personas.is_empty());
}

/// As it is written: with the sign of a minus.
fn nps(table: &Value) -> String {
    Texts::new(Lang::En).num(table["rows"][0]["value"].as_f64().unwrap(), 0)
}

#[test]
fn menus_of_scores_and_surveys_say_how_many_responses_each_would_leave() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window_sized(root.path(), 2200.0, 900.0);
    settle(&mut window);
    window.get_by_label("Open a copy of Energy supplier").click_accesskit();
    settle(&mut window);
    let add = |window: &mut Harness<'_, App>, kind: &str| {
        window.get_by_role_and_label(Role::Button, "Filter").click_accesskit();
        settle(window);
        window.get_by_role_and_label(Role::MenuItem, kind).click();
        settle(window);
        let chip = window
            .root()
            .children_recursive()
            .filter(|n| n.accesskit_node().role() == Role::Button)
            .find(|n| {
                n.accesskit_node()
                    .label()
                    .is_some_and(|l| l.starts_with(kind) && l.ends_with("All"))
            });
        chip.unwrap_or_else(|| panic!("{:#?}", labels(window))).click();
        settle(window);
    };
    let detractors = stats(&["--metric", "nps", "--where", "score:nps=0-6"]);
    let detractors = Texts::new(Lang::En).int(detractors["rows"][0]["n"].as_i64().unwrap());
    for (kind, wanted) in [("Score", format!("n {detractors}")), ("Survey", "n 14,632".into())] {
        add(&mut window, kind);
        // What stands at the right of a menu line is read after its name.
        let shown = window.root().children_recursive().any(|n| {
            let node = n.accesskit_node();
            node.description().is_some_and(|words| words.contains(&wanted))
        });
        let items: Vec<_> = window
            .root()
            .children_recursive()
            .filter(|n| n.accesskit_node().role() == Role::MenuItemRadio)
            .map(|n| (n.accesskit_node().label(), n.accesskit_node().description()))
            .collect();
        assert!(shown, "{kind}: {wanted} in {items:#?}");
        window.key_press(Key::Escape);
        settle(&mut window);
    }
}
