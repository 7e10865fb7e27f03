//! The inspector's figures and the sheet behind them, by accessible names: trend, limits, events,
//! baseline, distribution, tables.

use super::window_start::{settle, window, window_sized};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use klantreis::analysis::Scope;
use klantreis::app::samples::Sample;
use klantreis::app::settings::ThemeChoice;
use klantreis::app::{App, context::UiAction};
use klantreis::document::{Command, Document, ImportOptions};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::render::scene::Subject;
use klantreis::scores::Month;
use klantreis::text::Lang;
use serde_json::json;
use std::path::Path;

fn sample(window: &mut Harness<'_, App>) {
    window.state_mut().push(UiAction::OpenSample(Sample::Energie));
    settle(window);
    settle(window);
}

fn touchpoint(window: &Harness<'_, App>, title: &str) -> TouchpointId {
    window.state().model().touchpoint_named(title).unwrap().id
}

fn card(window: &Harness<'_, App>, title: &str) -> Subject {
    let id = touchpoint(window, title);
    let cards = window.state().model().placements.values();
    Subject::Card(cards.into_iter().find(|p| p.touchpoint == id).unwrap().id)
}

fn stage(window: &Harness<'_, App>, index: usize) -> (JourneyId, StageId) {
    let model = window.state().model();
    let journey = model.journeys_in_order()[0].id;
    (journey, model.stages_of(journey)[index].id)
}

fn show(window: &mut Harness<'_, App>, subject: Subject) {
    window.state_mut().push(UiAction::Show(subject));
    settle(window);
    window.run_steps(4);
}

fn open(window: &mut Harness<'_, App>, scope: Scope) {
    window.state_mut().push(UiAction::OpenTrend(scope));
    settle(window);
    window.run_steps(6);
}

fn press(window: &mut Harness<'_, App>, name: &str) {
    // Parts below the edge of the sheet too.
    let found = window.get_all_by_label(name).next().unwrap();
    found.click_accesskit();
    window.run_steps(4);
    settle(window);
}

fn flip(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Switch, name).click_accesskit();
    window.run_steps(4);
}

fn fill(window: &mut Harness<'_, App>, field: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, field).type_text(words);
    window.run_steps(2);
}

fn says(window: &Harness<'_, App>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("looks");
        std::fs::create_dir_all(&folder).unwrap();
        window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn a_bill_that_became_worse_says_so() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    sample(&mut window);
    let bill = card(&window, "Eerste factuur");
    show(&mut window, bill);
    assert!(
        says(&window, "Nearer to the lower limit than to the centre: 4 months"),
        "the inspector says what stands out"
    );
    picture(&mut window, "details-inspector");
    window.key_press_modifiers(Modifiers::COMMAND, Key::T);
    settle(&mut window);
    window.run_steps(6);
    assert!(says(&window, "Trend: Eerste factuur"));
    assert!(says(&window, "Centre and limits from 12 months: Oct 2025 to Sept 2026."));
    assert!(says(&window, "8 months in a row above the centre: Oct 2025 to May 2026"));
    assert!(says(&window, "months differ much in number of answers"));
    assert!(says(&window, "Trend of 13 months; Oct 2026: 3.1"));
    flip(&mut window, "Trend as a table");
    assert!(says(&window, "outside the limits, near a limit"));
    assert!(window.query_by_label("37.7–49.1").is_none(), "the raw scale, as on the map");
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!says(&window, "Trend: Eerste factuur"));
}

#[test]
fn the_team_locks_the_months_before_a_change() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    sample(&mut window);
    let bill = touchpoint(&window, "Eerste factuur");
    open(&mut window, Scope::Touchpoint(bill));
    press(&mut window, "To: Sept 2026");
    press(&mut window, "Jun 2026");
    press(&mut window, "Lock baseline");
    let found: Vec<Baseline> = window.state().model().baselines.values().cloned().collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].from.as_str(), found[0].to.as_str()), ("2025-10-01", "2026-06-30"));
    assert_eq!((found[0].metric, found[0].touchpoint), (Metric::Ces, Some(bill)));
    let words = "Centre and limits from 9 months, locked by the team: Oct 2025 to Jun 2026.";
    assert!(says(&window, words));
    assert!(says(&window, "Below the lower limit: Aug 2026"));
    assert!(!says(&window, "above the centre"), "the months before are the measure now");
    press(&mut window, "Unlock");
    assert!(window.state().model().baselines.is_empty());
    assert!(says(&window, "Centre and limits from 12 months: Oct 2025 to Sept 2026."));
    // A stage follows its journey.
    let (journey, stage) = stage(&window, 4);
    open(&mut window, Scope::Stage(journey, stage));
    assert!(says(&window, "A stage follows the baseline of its journey"));
    assert!(window.query_by_label("Lock baseline").is_none());
    open(&mut window, Scope::Journey(journey));
    press(&mut window, "Lock baseline");
    let all: Vec<_> = window.state().model().baselines.values().map(|b| b.touchpoint).collect();
    assert_eq!(all, [None]);
    open(&mut window, Scope::Touchpoint(bill));
    assert!(says(&window, "Now follows the baseline locked for the whole journey."));
}

#[test]
fn events_are_noted_changed_and_deleted() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    sample(&mut window);
    let bill = touchpoint(&window, "Eerste factuur");
    open(&mut window, Scope::Touchpoint(bill));
    let before = window.state().model().events.len();
    fill(&mut window, "Day", "31-02-2026");
    press(&mut window, "Add event");
    assert!(says(&window, "“31-02-2026” is no day."));
    assert!(says(&window, "Say what happened."));
    assert_eq!(window.state().model().events.len(), before);
    fill(&mut window, "Day", "3-2-2026");
    assert!(says(&window, "On 3 Feb 2026"));
    fill(&mut window, "What happened", "Letters late");
    press(&mut window, "Add event");
    let find = |window: &Harness<'_, App>, name: &str| {
        let events = window.state().model().events.values();
        events.into_iter().find(|e| e.name == name).cloned()
    };
    let event = find(&window, "Letters late").unwrap();
    assert_eq!((event.day.as_str(), event.touchpoint), ("2026-02-03", Some(bill)));
    press(&mut window, "Edit event Letters late");
    fill(&mut window, "What happened", "Letters a week late");
    fill(&mut window, "Day", "1-1-2031");
    assert!(says(&window, "On 1 Jan 2031, still to come"));
    window.get_by_role_and_label(Role::RadioButton, "Everything").click_accesskit();
    window.run_steps(2);
    press(&mut window, "Save event");
    let event = find(&window, "Letters a week late").unwrap();
    assert_eq!((event.day.as_str(), event.touchpoint), ("2031-01-01", None));
    press(&mut window, "Delete event Letters a week late");
    assert_eq!(window.state().model().events.len(), before);
}

#[test]
fn a_stage_shows_its_own_scores() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window(root.path());
    sample(&mut window);
    let (_, stage) = stage(&window, 4);
    show(&mut window, Subject::Stage(stage));
    assert!(window.query_by_role_and_label(Role::Image, "Trend").is_some());
    picture(&mut window, "details-stage");
    press(&mut window, "Trend and distribution");
    assert!(says(&window, "Distribution of answers"));
    flip(&mut window, "Distribution as a table");
    assert!(says(&window, "Together (Goodman)"));
}

/// A document with one touchpoint and so many months of five answers.
fn months(root: &Path, count: usize, value: impl Fn(usize) -> i32) -> Document {
    let mut document = Document::in_memory("Months").unwrap();
    let journey = JourneyId::fresh();
    let (standard, state) = (true, JourneyState::Current);
    let add = Command::AddJourney { id: journey, name: "Months".into(), state, standard };
    document.run(&add).unwrap();
    super::desk::add_cards(&mut document, journey, &[("Bill", 0)]);
    let mut rows = String::from("day;score\n");
    let mut month = Month { year: 2011, month: 1 };
    for index in 0..count {
        for _ in 0..5 {
            rows += &format!("{:04}-{:02}-15;{}\n", month.year, month.month, value(index));
        }
        month = month.next();
    }
    let file = root.join("months.csv");
    std::fs::write(&file, rows).unwrap();
    let profile: Profile = serde_json::from_value(json!({
        "name": "Months",
        "survey": {"name": "Months", "audience": "customer"},
        "columns": [
            {"column": "day", "role": "date", "format": "%Y-%m-%d"},
            {"column": "score", "role": "answer", "metric": "ces", "min": 1, "max": 7,
             "better": "high", "touchpoint": "Bill"}
        ]
    }))
    .unwrap();
    if count > 0 {
        document.import(&file, &profile, &ImportOptions::default(), &Reporter::silent()).unwrap();
    }
    document
}

#[test]
fn any_number_of_months_can_be_shown() {
    let root = tempfile::tempdir().unwrap();
    for (count, words) in [
        (0, "No answers here under the filters."),
        (1, "No limits yet: they take five months with a score, besides the newest."),
        (2, "besides the newest; there is one."),
        (5, "besides the newest; there are 4."),
        (6, "Nothing stands out: the months move within the limits."),
        // 200 months from 2011 on end in August 2027.
        (200, "Hollow dots are months that lie in the future"),
    ] {
        let mut window = window(root.path());
        let document = months(root.path(), count, |_| 4);
        window.state_mut().open_document(document);
        settle(&mut window);
        let bill = touchpoint(&window, "Bill");
        open(&mut window, Scope::Touchpoint(bill));
        assert!(says(&window, words), "{count} months");
        picture(&mut window, &format!("details-{count}-months"));
    }
}

#[test]
fn the_sheet_in_both_languages_and_looks() {
    if std::env::var_os("KLANTREIS_LOOKS").is_none() {
        return;
    }
    let root = tempfile::tempdir().unwrap();
    for (name, lang, theme, size) in [
        ("nl-light-1440", Lang::Nl, ThemeChoice::Light, (1440.0, 900.0)),
        ("en-dark-1440", Lang::En, ThemeChoice::Dark, (1440.0, 900.0)),
        ("nl-dark-1280", Lang::Nl, ThemeChoice::Dark, (1280.0, 720.0)),
        ("en-light-1280", Lang::En, ThemeChoice::Light, (1280.0, 720.0)),
    ] {
        let mut window = window_sized(root.path(), size.0, size.1);
        sample(&mut window);
        window.state_mut().push(UiAction::SetLang(lang));
        window.state_mut().push(UiAction::SetTheme(theme));
        let bill = card(&window, "Eerste factuur");
        show(&mut window, bill);
        picture(&mut window, &format!("details-panel-{name}"));
        let bill = touchpoint(&window, "Eerste factuur");
        open(&mut window, Scope::Touchpoint(bill));
        picture(&mut window, &format!("details-sheet-{name}"));
        let all = match lang {
            Lang::En => ["Trend as a table", "Distribution as a table"],
            Lang::Nl => ["Verloop als tabel", "Verdeling als tabel"],
        };
        scroll(&mut window, size);
        picture(&mut window, &format!("details-sheet-below-{name}"));
        flip(&mut window, all[1]);
        scroll(&mut window, size);
        picture(&mut window, &format!("details-values-{name}"));
        wheel(&mut window, 4000.0);
        flip(&mut window, all[0]);
        picture(&mut window, &format!("details-months-{name}"));
    }
}

fn scroll(window: &mut Harness<'_, App>, size: (f32, f32)) {
    window.event(egui::Event::PointerMoved(egui::pos2(size.0 / 2.0, size.1 - 140.0)));
    window.run_steps(2);
    wheel(window, -2000.0);
}

fn wheel(window: &mut Harness<'_, App>, by: f32) {
    window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, by),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    window.run_steps(20);
}

/// What the command line prints, of the same document.
fn printed(file: &Path, args: &[&str]) -> serde_json::Value {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    let all = ["--by", "month", "--limits", "--json"];
    let made = command.arg("stats").arg(file).args(args).args(all).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    serde_json::from_slice(&made.stdout).unwrap()
}

#[test]
fn the_command_line_prints_the_same_to_the_last_digit() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("energy.klantreis");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/energie");
    let mut document = Document::open_sample(&folder, None, &Reporter::silent()).unwrap();
    let bill = document.model().touchpoint_named("Eerste factuur").unwrap().id;
    let (id, metric, audience) = (BaselineId::fresh(), Metric::Ces, Audience::Customer);
    let (from, to) = ("2025-10-01".to_owned(), "2026-06-30".to_owned());
    let touchpoint = Some(bill);
    document.run(&Command::SetBaseline { id, metric, audience, touchpoint, from, to }).unwrap();
    document.save_copy(&file, &Reporter::silent()).unwrap();
    let mut window = window(root.path());
    window.state_mut().open_document(document);
    settle(&mut window);
    let place = ["--where", "touchpoint=Eerste factuur"];
    for (scope, metric, place) in [
        (Some(bill), Metric::Ces, &place[..]),
        (Some(bill), Metric::Nps, &place),
        (None, Metric::Nps, &[]),
        (None, Metric::Csat, &[]),
    ] {
        let view = klantreis::app::View {
            measure: klantreis::analysis::Measure::of(metric),
            ..window.state().view().clone()
        };
        window.state_mut().push(UiAction::Look(Box::new(view)));
        let (journey, _) = stage(&window, 0);
        open(&mut window, scope.map_or(Scope::Journey(journey), Scope::Touchpoint));
        let table = printed(&file, &[&["--metric", metric.key()], place].concat());
        let rows = table["rows"].as_array().unwrap();
        let chart = window.state().trend_chart();
        assert_eq!(chart.points.len(), rows.len());
        let raw = metric == Metric::Ces;
        let names = if raw {
            ["mean", "mean_centre", "mean_lower", "mean_upper"]
        } else {
            ["value", "centre", "lower", "upper"]
        };
        for (index, (point, row)) in chart.points.iter().zip(rows).enumerate() {
            let shown = point.reading.score().unwrap().shown();
            let limits = point.limits.unwrap();
            let figures = [shown.value, limits.centre, limits.lower, limits.upper];
            for (name, figure) in names.iter().zip(figures) {
                assert_eq!(row[name].as_f64(), Some(figure), "{metric:?} {name} {}", row["key"]);
            }
            let rules: Vec<_> = chart
                .signals
                .iter()
                .filter(|signal| signal.points.contains(&index))
                .map(|signal| serde_json::to_value(signal.rule).unwrap())
                .collect();
            let printed: Vec<_> =
                row["signals"].as_array().unwrap().iter().map(|s| s["rule"].clone()).collect();
            assert_eq!(printed, rules, "{}", row["key"]);
            let base = chart.span_at(index).unwrap().baseline;
            assert_eq!(row["baseline"]["points"], base.points);
            assert_eq!(row["baseline"]["locked"], base.locked.is_some());
        }
        let locked = scope.is_some() && raw;
        assert_eq!(rows[0]["baseline"]["locked"], locked);
        window.key_press(Key::Escape);
        settle(&mut window);
    }
    // A period chooses months, whole ones, and leaves their limits.
    let nps = ["--metric", "nps"];
    let all = printed(&file, &nps);
    let some =
        printed(&file, &[&nps[..], &["--from", "2026-03-20", "--to", "2026-05-02"]].concat());
    let all = all["rows"].as_array().unwrap();
    let months = [5, 6, 7].map(|index: usize| all[index].clone());
    assert_eq!(some["rows"].as_array().unwrap(), &months);
}

#[test]
fn limits_are_asked_of_months_only() {
    for args in [
        ["--metric", "nps", "--by", "touchpoint"],
        ["--metric", "repeat_contact", "--by", "touchpoint"],
    ] {
        let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_journeys/energie");
        let made = command.args(["stats", folder, "--limits"]).args(args).output().unwrap();
        assert_eq!(made.status.code(), Some(1));
        let told = String::from_utf8_lossy(&made.stderr).into_owned();
        assert!(told.contains("--by month"), "{told}");
    }
}
