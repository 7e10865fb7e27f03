//! The matrix in the window, by accessible name: its cells say what the command line prints; sorted,
//! folded, opened, copied by mouse and keyboard.

use super::window_start::{settle, window_sized};
use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::analysis::Measure;
use klantreis::app::context::{CompareWith, UiAction};
use klantreis::app::{App, Screen};
use klantreis::model::Metric;
use klantreis::render::color_scale::Palette;
use klantreis::scores::Period;
use klantreis::text::{Lang, Texts};
use serde_json::Value;
use std::path::{Path, PathBuf};

const FOLDER: &str = "sample_journeys/energie";

/// The window on the matrix of the sample.
fn on_matrix(root: &Path, lang: Lang, dark: bool, (width, height): (f32, f32)) -> Harness<'_, App> {
    let config = root.join("config");
    std::fs::create_dir_all(&config).unwrap();
    let theme = if dark { "dark" } else { "light" };
    let settings = format!("language = \"{}\"\ntheme = \"{theme}\"\n", lang.code());
    std::fs::write(config.join("settings.toml"), settings).unwrap();
    let mut window = window_sized(root, width, height);
    settle(&mut window);
    let open = match lang {
        Lang::En => "Open a copy of Energy supplier",
        Lang::Nl => "Kopie openen van Energieleverancier",
    };
    window.get_by_label(open).click_accesskit();
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Matrix);
    window
}

fn english(root: &Path) -> Harness<'_, App> {
    on_matrix(root, Lang::En, false, (1440.0, 900.0))
}

fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("looks");
        std::fs::create_dir_all(&folder).unwrap();
        window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

fn key(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    settle(window);
}

fn click(window: &mut Harness<'_, App>, begins: &str) {
    part(window, begins).click();
    settle(window);
}

/// The part of the table whose name begins with a text.
fn part<'a>(window: &'a Harness<'_, App>, begins: &str) -> egui_kittest::Node<'a> {
    let begins = begins.to_owned();
    window.get_by(move |node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&begins))
    })
}

fn labels(window: &Harness<'_, App>) -> Vec<String> {
    let said = |n: egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        [node.label(), node.value()]
    };
    window.root().children_recursive().flat_map(said).flatten().collect()
}

/// What the command line prints of the sample.
fn printed(arguments: &[&str]) -> Value {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    command.arg("stats").arg(folder).args(arguments).args(["--json", "--lang", "en"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn cells_say_what_the_command_line_prints() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    let texts = Texts::new(Lang::En);
    for (metric, word, places) in [(Metric::Ces, "ease", 1), (Metric::Nps, "NPS", 0)] {
        let mut view = window.state().view().clone();
        view.measure = Measure::of(metric);
        window.state_mut().push(UiAction::Look(Box::new(view)));
        settle(&mut window);
        let table =
            printed(&["--metric", metric.key(), "--by", "touchpoint", "--across", "channel"]);
        let shown = labels(&window);
        let of = |list: &Value| list.as_array().unwrap().clone();
        let (rows, totals) = (of(&table["rows"]), &table["totals"]);
        assert!(rows.len() > 15, "{}", rows.len());
        let all = [of(&totals["rows"]), of(&totals["stages"]), of(&totals["columns"])].concat();
        let whole = [totals["whole"].clone()];
        let mut scores = 0;
        for line in rows.iter().chain(&all).chain(&whole) {
            let name = match line["key"].as_str() {
                Some(_) => line["name"].as_str().unwrap(),
                None => "All touchpoints",
            };
            let column = line["column_name"].as_str().unwrap_or("All channels");
            let label = match line["withheld"].as_str() {
                Some("too_few") => format!("{name}, {column}: Fewer than 5, {} answer", line["n"]),
                Some(other) => panic!("{other}"),
                None => {
                    scores += 1;
                    // Raw figures are those of the scale where there is one.
                    let figure = |raw: &str, own: &str| {
                        let value = line.get(raw).filter(|v| !v.is_null()).unwrap_or(&line[own]);
                        texts.num(value.as_f64().unwrap(), places)
                    };
                    format!(
                        "{name}, {column}: {word} {}, between {} and {}, {} answer",
                        figure("mean", "value"),
                        figure("mean_low", "low"),
                        figure("mean_high", "high"),
                        texts.int(line["n"].as_i64().unwrap()),
                    )
                }
            };
            assert!(shown.iter().any(|l| l.starts_with(&label)), "{label} of {shown:#?}");
        }
        assert!(scores > 30, "{scores}");
    }
}

#[test]
fn the_command_line_knows_all_columns_and_refuses_the_rest() {
    let by = |across: &str| printed(&["--metric", "ces", "--by", "stage", "--across", across]);
    for across in ["channel", "owner", "month", "segment:Regio"] {
        let table = by(across);
        let n = |line: &Value| line["n"].as_i64().unwrap();
        let columns = table["totals"]["columns"].as_array().unwrap();
        assert!(columns.len() > 1, "{across}");
        let sum: i64 = columns.iter().map(n).sum();
        assert_eq!(sum, n(&table["totals"]["whole"]), "{across}");
    }
    for arguments in [["--by", "owner", "--across", "month"], ["--by", "stage", "--across", "team"]]
    {
        let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
        command.args(["stats", FOLDER, "--metric", "ces"]).args(arguments);
        let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
    }
}

#[test]
fn heads_sort_inside_stages_and_across_them() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    let top = |w: &Harness<'_, App>, begins: &str| part(w, begins).rect().top();
    let (bill, usage) = ("Eerste factuur, All channels", "Verbruik in app, All channels");
    assert!(top(&window, bill) < top(&window, usage));
    click(&mut window, "Sort by All channels");
    assert!(labels(&window).iter().any(|l| l == "All channels, sorted, worst first"));
    assert!(labels(&window).iter().any(|l| l == "Fold stage Use"));
    click(&mut window, "All channels, sorted, worst first");
    assert!(top(&window, usage) < top(&window, bill));
    let stage = top(&window, "Fold stage Need");
    assert!(stage < top(&window, "Fold stage Use"));
    window.get_by_label("All channels, sorted, best first").click_modifiers(Modifiers::SHIFT);
    settle(&mut window);
    assert!(!labels(&window).iter().any(|l| l.starts_with("Fold stage")), "stages still show");
    // The hardest of all stands first.
    let scored = labels(&window);
    assert!(scored.iter().any(|l| l.starts_with("All channels, sorted, worst first")));
    assert!(top(&window, bill) < top(&window, "Tarievenpagina, All channels"));
    click(&mut window, "Touchpoint: sort as on the map");
    click(&mut window, "Fold stage Use");
    assert!(window.query_by_label_contains("Eerste factuur,").is_none());
    click(&mut window, "Unfold stage Use");
    part(&window, bill);
}

#[test]
fn a_cell_is_opened_left_and_followed_by_keyboard() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    click(&mut window, "Eerste factuur, All channels");
    assert!(named(&window, "Show on the map"), "{:#?}", labels(&window));
    key(&mut window, Key::Escape);
    assert!(!named(&window, "Show on the map"));
    assert!(part(&window, "Eerste factuur, All channels").accesskit_node().is_focused());
    key(&mut window, Key::ArrowLeft);
    let focused = |w: &Harness<'_, App>| {
        let mut all = w.root().children_recursive().filter(|n| n.accesskit_node().is_focused());
        all.find_map(|n| n.accesskit_node().label()).unwrap()
    };
    assert!(
        focused(&window).starts_with("Eerste factuur, ") && !focused(&window).contains("All chan")
    );
    key(&mut window, Key::End);
    key(&mut window, Key::ArrowDown);
    assert!(focused(&window).contains("All channels"));
    key(&mut window, Key::Enter);
    assert!(named(&window, "Show on the map"));
    let before = focused(&window);
    key(&mut window, Key::ArrowUp);
    assert_ne!(focused(&window), before);
    assert!(named(&window, "Show on the map"), "it follows the focus");
    key(&mut window, Key::Escape);
    click(&mut window, "Eerste factuur, E-mail");
    wait_for(&mut window, "Show all");
    picture(&mut window, "matrix_popover");
    window.get_by_role_and_label(Role::Button, "Show on the map").click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Map);
    assert_eq!(window.state().view().filter.channels.len(), 1);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    click(&mut window, "Eerste factuur, All channels");
    wait_for(&mut window, "Show all");
    let all = labels(&window).into_iter().find(|l| l.starts_with("Show all ")).unwrap();
    let count: usize = all.trim_start_matches("Show all ").replace(',', "").parse().unwrap();
    window.get_by_role_and_label(Role::Button, &all).click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Feedback);
    let texts = Texts::new(Lang::En);
    let count = texts.int(count as i64);
    wait_for(&mut window, &count);
    assert_eq!(window.state().view().filter.touchpoints.len(), 1);
}

#[test]
fn totals_stay_in_sight_and_cells_behind_them_are_not_pressed() {
    let root = tempfile::tempdir().unwrap();
    let mut window = on_matrix(root.path(), Lang::En, false, (1280.0, 720.0));
    let totals = "All touchpoints, All channels";
    let place = part(&window, totals).rect();
    assert!(place.bottom() < 680.0, "{place:?}");
    // What shows through it would be a cell further down.
    let below = window.query_all_by(|node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.contains(", All channels: "))
    });
    for node in below {
        let label = node.accesskit_node().label().unwrap();
        let middle = node.rect().center();
        let behind = place.contains(middle) && !label.starts_with(totals);
        assert!(!behind, "{label} lies behind the totals");
    }
    click(&mut window, totals);
    assert!(named(&window, "Show on the map"));
    key(&mut window, Key::Escape);
    // The last row comes above them when it gets the focus.
    click(&mut window, "Contract tekenen, All channels");
    key(&mut window, Key::Escape);
    for _ in 0..10 {
        key(&mut window, Key::ArrowDown);
    }
    let place = part(&window, totals).rect();
    let last = part(&window, "Verlengingsaanbod, All channels").rect();
    assert!(last.bottom() <= place.top() + 1.0, "{last:?} {place:?}");
}

#[test]
fn the_table_is_copied_with_intervals_and_bases() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    window.get_by_role_and_label(Role::Button, "Copy table").click();
    window.step();
    let mut text = None;
    for _ in 0..4 {
        let commands = &window.output().platform_output.commands;
        text = commands.iter().find_map(|c| match c {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if text.is_some() {
            break;
        }
        window.step();
    }
    let text = text.unwrap();
    let lines: Vec<Vec<&str>> = text.lines().map(|l| l.split('\t').collect()).collect();
    assert!(lines.iter().all(|l| l.len() == lines[0].len()), "ragged: {text}");
    assert!(lines[0].contains(&"All, n") && lines[0].contains(&"All, from"));
    let bill = lines.iter().find(|l| l[1] == "Eerste factuur").unwrap();
    let table = printed(&["--metric", "ces", "--by", "touchpoint", "--across", "channel"]);
    let rows = table["totals"]["rows"].as_array().unwrap();
    let total = rows.iter().find(|r| r["name"] == "Eerste factuur").unwrap();
    let texts = Texts::new(Lang::En);
    let number = |key: &str| texts.num(total[key].as_f64().unwrap(), 1);
    let n = texts.int(total["n"].as_i64().unwrap());
    let end = [number("mean"), number("mean_low"), number("mean_high"), n];
    assert_eq!(bill[bill.len() - 4..], end.each_ref().map(String::as_str));
}

#[test]
fn a_choice_without_answers_says_so_and_clears_the_filters() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    let mut view = window.state().view().clone();
    view.filter.period = Period { from: Some(40_000), to: None };
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(&mut window);
    assert!(named(&window, "No answers for this choice"));
    window.get_by_role_and_label(Role::Button, "Clear filters").click();
    settle(&mut window);
    part(&window, "Eerste factuur, All channels");
}

/// The looks: `KLANTREIS_LOOKS=1` draws them to look at.
#[test]
fn every_look_shows_all_rows() {
    for (lang, dark, size) in [
        (Lang::En, false, (1440.0, 900.0)),
        (Lang::Nl, true, (1440.0, 900.0)),
        (Lang::Nl, false, (1280.0, 720.0)),
        (Lang::En, true, (1280.0, 720.0)),
    ] {
        let root = tempfile::tempdir().unwrap();
        let mut window = on_matrix(root.path(), lang, dark, size);
        let name = |what: &str| {
            let theme = if dark { "dark" } else { "light" };
            format!("matrix_{what}_{}_{theme}_{}", lang.code(), size.0 as i32)
        };
        picture(&mut window, &name("channel"));
        let (owner, month, segment, stages) = match lang {
            Lang::En => ("Owner", "Month", "Segment", "Stages"),
            Lang::Nl => ("Eigenaar", "Maand", "Segment", "Fasen"),
        };
        for (what, word) in [("owner", owner), ("month", month), ("segment", segment)] {
            choose_columns(&mut window, word, size.0 > 1400.0);
            let mut view = window.state().view().clone();
            view.measure = Measure::of(if what == "owner" { Metric::Nps } else { Metric::Csat });
            view.compare = CompareWith::Nothing;
            view.palette = Palette::RedBrownBlue;
            window.state_mut().push(UiAction::Look(Box::new(view)));
            settle(&mut window);
            picture(&mut window, &name(what));
        }
        window.get_by_label_contains(if lang == Lang::En { "Rows: " } else { "Rijen: " }).click();
        settle(&mut window);
        window.get_by_role_and_label(Role::MenuItemRadio, stages).click();
        settle(&mut window);
        picture(&mut window, &name("stages"));
    }
}

/// Chooses what stands across: side by side in a wide window, a menu in a narrow one.
fn choose_columns(window: &mut Harness<'_, App>, word: &str, wide: bool) {
    if wide {
        window.get_by_role_and_label(Role::RadioButton, word).click();
    } else if word != "Segment" {
        let button = window.get_by(|node| {
            node.label().is_some_and(|l| l.starts_with("Columns: ") || l.starts_with("Kolommen: "))
        });
        button.click();
        settle(window);
        window.get_by_role_and_label(Role::MenuItemRadio, word).click();
    }
    settle(window);
}

fn named(window: &Harness<'_, App>, part: &str) -> bool {
    labels(window).iter().any(|label| label.contains(part))
}

/// Steps until something of this name is there.
fn wait_for(window: &mut Harness<'_, App>, part: &str) {
    let begun = std::time::Instant::now();
    while !named(window, part) {
        assert!(begun.elapsed().as_secs() < 60, "{part} never shows in {:#?}", labels(window));
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    settle(window);
}
