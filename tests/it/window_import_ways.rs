//! The ways into the import screen: real files of many tools, pasted tables, folders, mappings from
//! before, imports mapped anew; driven by accessible names.

use super::airport::shared;
use super::window_import::{begin, give_path, press_when_ready};
use super::window_start::{settle, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::App;
use klantreis::model::{Audience, Better, Origin};
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// Steps until something of this name is there.
fn wait_for(window: &mut Harness<'_, App>, part: &str) {
    let begun = Instant::now();
    loop {
        window.step();
        let found = named(window, part);
        if found {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{part} never shows");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

/// Continue, import, back to the map.
fn go_through(window: &mut Harness<'_, App>) {
    press_when_ready(window, "Continue");
    press_when_ready(window, "Import");
    press_when_ready(window, "Show the map");
    settle(window);
}

/// A survey of so many rows, with an effort scale whose direction must be stated.
fn survey(rows: std::ops::Range<usize>) -> String {
    let mut text = "respondent,contactmoment,moeite,aanbeveling\n".to_owned();
    for row in rows {
        let label = ["Quote", "First bill"][row % 2];
        writeln!(text, "r{row},{label},{},{}", row % 5 + 1, 10 - (row % 5) * 2).unwrap();
    }
    text
}

#[test]
fn five_real_files_go_through_the_screen() {
    // File, whose direction is stated, answers and comments kept as the table of figures has them.
    let files: [(&str, &[&str]); 5] = [
        ("exports/qualtrics/Long_Exhaustive_Sample_Survey/Long_Exhaustive_Sample_Survey.csv", &[]),
        ("exports/google_forms/case_040_input_01.csv", &[]),
        ("surveys/employees/tempcheck_data.xlsm", &[]),
        ("surveys/olist/olist_order_reviews_dataset.csv", &[]),
        ("surveys/employees/dete_survey.csv", &[]),
    ];
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/public_figures.tsv");
    let table = std::fs::read_to_string(table).unwrap();
    for (name, directions) in files {
        let Some(file) = shared(name) else { return };
        let root = tempfile::tempdir().unwrap();
        let mut window = window(root.path());
        begin(&mut window, &file);
        for direction in directions {
            wait_for(&mut window, direction);
            window.get_by_label(direction).click();
        }
        go_through(&mut window);
        let model = window.state().model();
        let batch = model.batches.values().next().unwrap();
        let line = table.lines().find(|l| l.starts_with(&format!("{name}\t"))).unwrap();
        let cells: Vec<i64> = line.split('\t').filter_map(|c| c.parse().ok()).collect();
        // Header rows, columns, rows, then what is kept.
        assert_eq!(cells[3..6], [batch.responses, batch.answers, batch.comments], "{name}");
        assert_eq!(cells[7..9], [batch.duplicates, batch.rejected], "{name}");
    }
}

#[test]
fn a_pasted_table_comes_in_and_back_loses_nothing() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    window.get_all_by_label("New map").next().unwrap().click();
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::I);
    window.run_steps(2);
    window.key_press(Key::Escape);
    let file = root.path().join("one.csv");
    std::fs::write(&file, survey(0..40)).unwrap();
    begin_again(&mut window, &file);
    wait_for(&mut window, "very little effort");
    window.get_by_label("very little effort").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Back").click();
    settle(&mut window);
    picture(&mut window, "import_file");
    // What was decided is still there.
    press_when_ready(&mut window, "Continue");
    press_when_ready(&mut window, "Continue");
    window.get_by_role_and_label(Role::Button, "Back").click();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, "Back").click();
    settle(&mut window);
    let table = "id\tNPS\tOpmerking\n1\t9\tFijn geholpen\n2\t3\tLang gewacht\n3\t7\tGing wel\n";
    window.event(Event::Paste(table.to_owned()));
    settle(&mut window);
    go_through(&mut window);
    let model = window.state().model();
    let batch = model.batches.values().next().unwrap();
    assert_eq!((batch.responses, batch.answers, batch.comments), (3, 3, 3));
    assert_eq!((batch.origin, batch.file_name.as_str()), (Origin::Pasted, "Pasted table"));
}

/// Import feedback of a file or folder, with a map open.
fn begin_again(window: &mut Harness<'_, App>, file: &Path) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::I);
    give_path(window, file);
}

#[test]
fn the_next_file_like_it_needs_no_choices_and_a_grown_one_brings_only_what_is_new() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    let first = root.path().join("june.csv");
    std::fs::write(&first, survey(0..40)).unwrap();
    begin(&mut window, &first);
    wait_for(&mut window, "very little effort");
    window.get_by_label("very little effort").click();
    wait_for(&mut window, "Create");
    window.get_by_label("Create").click();
    go_through(&mut window);

    let second = root.path().join("july.csv");
    std::fs::write(&second, survey(100..130)).unwrap();
    begin_again(&mut window, &second);
    wait_for(&mut window, "This file has the columns of “june.csv”");
    picture(&mut window, "import_basis");
    go_through(&mut window);

    std::fs::write(&first, survey(0..55)).unwrap();
    begin_again(&mut window, &first);
    wait_for(&mut window, "The first 40 rows of this file are in this document already");
    go_through(&mut window);
    let model = window.state().model();
    let mut responses: Vec<i64> = model.batches.values().map(|b| b.responses).collect();
    responses.sort_unstable();
    assert_eq!(responses, [15, 30, 40]);
    let effort = model.questions.values().find(|q| q.metric == klantreis::model::Metric::Ces);
    assert_eq!(effort.unwrap().scale.better, Better::Low);

    // In another document the choices are remembered too; they can be left.
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut window);
    assert!(window.state().model().batches.is_empty());
    begin_again(&mut window, &second);
    wait_for(&mut window, "A file with these columns was imported before");
    window.get_by_label("Start afresh").click();
    settle(&mut window);
    wait_for(&mut window, "very little effort");
    assert!(window.get_by_role_and_label(Role::Button, "Continue").accesskit_node().is_disabled());
}

#[test]
fn a_folder_comes_in_file_by_file_and_again_as_it_fills_up() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    let folder = root.path().join("exports");
    std::fs::create_dir(&folder).unwrap();
    let nps = |from: usize| {
        let rows: String = (from..from + 20).map(|i| format!("{i},{}\n", i % 11)).collect();
        format!("id,NPS\n{rows}")
    };
    std::fs::write(folder.join("a.csv"), nps(0)).unwrap();
    std::fs::write(folder.join("b.csv"), nps(20).replace(',', ";")).unwrap();
    std::fs::write(folder.join("c.csv"), "something,else\n1,2\n").unwrap();
    std::fs::write(folder.join("notes.pdf"), "%PDF-1.7").unwrap();
    begin(&mut window, &folder);
    wait_for(&mut window, "a.csv and 2 more files");
    press_when_ready(&mut window, "Continue");
    press_when_ready(&mut window, "Import");
    wait_for(&mut window, "Show the map");
    picture(&mut window, "import_each");
    assert_eq!(window.state().model().batches.len(), 2);
    press_when_ready(&mut window, "Show the map");
    settle(&mut window);

    // The folder has filled up: only what is new comes in.
    std::fs::write(folder.join("d.csv"), nps(40)).unwrap();
    begin_again(&mut window, &folder);
    wait_for(&mut window, "The first of these files is in this document already");
    press_when_ready(&mut window, "Continue");
    press_when_ready(&mut window, "Import");
    wait_for(&mut window, "Show the map");
    assert_eq!(window.state().model().batches.len(), 3);
    window.get_by_role_and_label(Role::Button, "Undo import").click();
    settle(&mut window);
    assert_eq!(window.state().model().batches.len(), 2);
}

#[test]
fn an_import_is_mapped_anew_without_its_file() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    let file = root.path().join("team.csv");
    std::fs::write(&file, survey(0..40)).unwrap();
    begin(&mut window, &file);
    wait_for(&mut window, "very little effort");
    window.get_by_label("very much effort").click();
    wait_for(&mut window, "Create");
    window.get_by_label("Create").click();
    settle(&mut window);
    press_when_ready(&mut window, "Continue");
    window.get_by_label("Employees").click();
    picture(&mut window, "import_check");
    press_when_ready(&mut window, "Import");
    press_when_ready(&mut window, "Show the map");
    settle(&mut window);
    std::fs::remove_file(&file).unwrap();
    let direction = |window: &Harness<'_, App>| {
        let model = window.state().model();
        let mut all = model.questions.values();
        all.find(|q| q.metric == klantreis::model::Metric::Ces).unwrap().scale.better
    };
    assert_eq!(direction(&window), Better::High);
    let audience = window.state().model().surveys.values().next().unwrap().audience;
    assert_eq!(audience, Audience::Employee);

    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut window);
    window.get_by_label("Map team.csv anew…").click();
    wait_for(&mut window, "You are mapping an import anew");
    picture(&mut window, "import_anew");
    // The effort column: its direction is turned.
    window.get_by_label("Column moeite").click();
    settle(&mut window);
    window.get_by_label("very little effort").click();
    press_when_ready(&mut window, "Continue");
    press_when_ready(&mut window, "Map anew");
    press_when_ready(&mut window, "Show the map");
    settle(&mut window);
    assert_eq!(direction(&window), Better::Low);
    let batch = window.state().model().batches.values().next().unwrap();
    assert_eq!((batch.responses, batch.answers, batch.rejected), (40, 80, 0));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(direction(&window), Better::High);
}

/// The pages of the screen in Dutch, dark and narrow: `KLANTREIS_LOOKS=1` draws them to look at.
#[test]
fn every_page_shows_in_a_small_dutch_window() {
    let root = tempfile::tempdir().unwrap();
    let config = root.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("settings.toml"), "language = \"nl\"\ntheme = \"dark\"\n").unwrap();
    let mut window = super::window_start::window_sized(root.path(), 1280.0, 720.0);
    settle(&mut window);
    window.get_by_label("Kopie openen van Energieleverancier").click_accesskit();
    settle(&mut window);
    assert!(window.state().model().touchpoint_named("Eerste factuur").is_some());
    let file = root.path().join("klantonderzoek.csv");
    let mut text =
        "Respondentnr;Datum;Contactmoment;Moeite;Aanbeveling;Toelichting;E-mail\n".to_owned();
    for row in 0..120 {
        let label =
            ["1e factuur", "Online-offerte", "Klacht", "Eerste factuur", "Jaarafrekeningen"]
                [row % 5];
        let effort = if row % 17 == 0 { 9 } else { row % 5 + 1 };
        writeln!(
            text,
            "{row};{}-7-2026;{label};{effort};{};Zes weken lang niets gehoord;a{row}@b.nl",
            row % 28 + 1,
            10 - (row % 5) * 2
        )
        .unwrap();
    }
    std::fs::write(&file, text).unwrap();
    begin_again(&mut window, &file);
    wait_for(&mut window, "heel weinig moeite");
    wait_for(&mut window, "Niet gekoppeld");
    picture(&mut window, "import_nl_columns");
    window.get_by_label("heel weinig moeite").click();
    settle(&mut window);
    press_when_ready(&mut window, "Verder");
    settle(&mut window);
    picture(&mut window, "import_nl_check");
    press_when_ready(&mut window, "Importeren");
    wait_for(&mut window, "Toon de kaart");
    picture(&mut window, "import_nl_done");
}

#[test]
fn of_thousands_of_labels_the_most_frequent_are_listed_and_the_rest_counted() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("labels.csv");
    let rows: String = (0..5_000).map(|i| format!("Place {i},{}\n", i % 11)).collect();
    std::fs::write(&file, format!("contactmoment,score\nOften,9\nOften,8\n{rows}")).unwrap();
    let mapping = root.path().join("mapping.json");
    let text = r#"{"columns": [{"column": "contactmoment", "role": "touchpoint"}, {"column": "score",
        "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"}]}"#;
    std::fs::write(&mapping, text).unwrap();
    let mut window = window(root.path());
    begin(&mut window, &file);
    press_when_ready(&mut window, "Use a saved mapping…");
    give_path(&mut window, &mapping);
    wait_for(&mut window, "4,801 rarer labels are not listed here");
    assert!(named(&window, "“Often” goes to"));
    assert!(!named(&window, "Place 999"));
}

/// Whether something of this name is there.
fn named(window: &Harness<'_, App>, part: &str) -> bool {
    window.root().children_recursive().any(|n| {
        let node = n.accesskit_node();
        node.label().is_some_and(|l| l.contains(part))
            || node.value().is_some_and(|v| v.contains(part))
    })
}
