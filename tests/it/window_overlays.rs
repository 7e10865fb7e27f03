//! What lies over the map, in the window, by accessible names: each measure and its legend, the badge,
//! the middle of the colours, what is compared, where to look first, saved views, the time brush.

use super::surveyed;
use super::window_map::drag;
use super::window_start::{settle, window, window_sized};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::analysis::{Measure, Middle};
use klantreis::app::App;
use klantreis::app::context::{CompareWith, Overlay, UiAction};
use klantreis::app::samples::Sample;
use klantreis::app::settings::ThemeChoice;
use klantreis::document::Command;
use klantreis::model::*;
use klantreis::scores::{Band, Filter, Period};
use klantreis::text::{Lang, Texts};
use std::path::Path;

/// The window on the document that can be worked out by hand; ease lies over its map.
fn open(root: &Path) -> Harness<'_, App> {
    let mut window = window(root);
    window.state_mut().open_document(surveyed::full(root));
    settle(&mut window);
    look(&mut window, |view| {
        (view.overlay, view.measure) = (Overlay::Heat, Measure::of(Metric::Ces));
    });
    window
}

fn look(window: &mut Harness<'_, App>, alter: impl FnOnce(&mut klantreis::app::View)) {
    let mut view = window.state().view().clone();
    alter(&mut view);
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(window);
}

fn labels(window: &Harness<'_, App>) -> Vec<String> {
    let said = |n: egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        [node.label(), node.value()]
    };
    window.root().children_recursive().flat_map(said).flatten().collect()
}

fn says(window: &Harness<'_, App>, part: &str) -> bool {
    labels(window).iter().any(|label| label.contains(part))
}

fn assert_says(window: &Harness<'_, App>, part: &str) {
    assert!(says(window, part), "{part} of {:#?}", labels(window));
}

/// What the only part that begins with these words says.
fn told(window: &Harness<'_, App>, begins: &str) -> String {
    let found: Vec<String> =
        labels(window).into_iter().filter(|label| label.starts_with(begins)).collect();
    assert_eq!(found.len(), 1, "{begins}: {found:?}");
    found[0].clone()
}

/// The card of a touchpoint on the map.
fn card(window: &Harness<'_, App>, title: &str) -> String {
    told(window, &format!("{title}, no owner yet"))
}

fn legend(window: &Harness<'_, App>) -> String {
    let is_legend = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.role() == Role::Image && node.label().is_some_and(|l| l.contains("Star: "))
    };
    let found = window.root().children_recursive().find(is_legend).unwrap();
    found.accesskit_node().label().unwrap()
}

/// The lines of the list “Where to look first”.
fn first(window: &Harness<'_, App>) -> Vec<String> {
    let is_line = |label: &String| label.chars().next().is_some_and(|c| c.is_ascii_digit());
    labels(window).into_iter().filter(|l| is_line(l) && l[1..].starts_with(". ")).collect()
}

fn press(window: &mut Harness<'_, App>, begins: &str) {
    let begins = begins.to_owned();
    let button = window.get_by(move |node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&begins))
    });
    // Some stand below the edge of the panel.
    button.click_accesskit();
    settle(window);
}

/// Opens the menu of a button and chooses an entry: the first of that name.
fn choose(window: &mut Harness<'_, App>, button: &str, entry: &str) {
    press(window, button);
    pick(window, entry);
}

fn pick(window: &mut Harness<'_, App>, entry: &str) {
    let entry = entry.to_owned();
    let named = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        matches!(node.role(), Role::MenuItemRadio | Role::MenuItem)
            && node.label().is_some_and(|l| l.trim() == entry)
    };
    window.query_all_by(named).next().unwrap_or_else(|| panic!("{entry}")).click();
    settle(window);
}

#[test]
fn every_measure_is_chosen_from_the_menu_and_card_and_legend_say_which_it_is() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    for (name, on_card, in_legend) in [
        ("Ease (CES)", "ease 4.0, between", "higher is easier"),
        ("NPS", "NPS 0, between", "share of 9 and up minus share of 6 and down"),
        ("e-NPS", "e-NPS 100, between", "Lock: Hidden: fewer than 5 answers"),
        ("Engagement", "Engagement 100", "share of 4"),
        ("Guess of Ease (CES)", "6.0, 2 guesses", "an estimate, not a measurement"),
        ("Gap with the guess of Ease (CES)", "−2.0, between", "minus what managers guessed"),
        ("Customers minus employees, NPS", "−100, between", "NPS of customers minus e-NPS"),
        ("Number of responses", "Number of responses 120", "each counted once"),
        ("Emotion", "Emotion −2.0, team estimate", "From −2.0 (worst) to +2.0 (best)"),
        ("Importance", "60 responses to both, Fewer than 100", "which proves no cause"),
        ("Evidence", "Evidence Answers", "an assumption, an anecdote, or answers"),
        ("Repeat contact", ", 14 contacts, Fewer than 30", "within 7 days"),
        ("Channel switching", ", 14 contacts, Fewer than 30", "by another channel"),
    ] {
        choose(&mut window, "Overlay: ", name);
        let said = card(&window, "First bill");
        assert!(said.contains(on_card), "{name}: {said}");
        let said = legend(&window);
        assert!(said.starts_with(&format!("{name}\n")), "{name}: {said}");
        assert!(said.contains(in_legend), "{name}: {said}");
        window.get_by_label(&format!("Overlay: {name}"));
        window.get_by_role_and_label(Role::Heading, name);
    }
    // Nobody answered about the advert: whatever is painted, no card says that it rests on answers.
    for measure in Measure::all() {
        look(&mut window, |view| view.measure = measure);
        let said = card(&window, "Advert");
        assert!(!said.contains("backed by"), "{}: {said}", measure.key());
    }
    choose(&mut window, "Overlay: ", "Scores only");
    assert_eq!(window.state().view().overlay, Overlay::ScoresOnly);
    choose(&mut window, "Overlay: ", "Off");
    assert!(!says(&window, "First bill, no owner yet, ease"), "{}", card(&window, "First bill"));
    window.get_by_label("Overlay: Off");
}

#[test]
fn what_only_employees_were_asked_is_not_offered_for_customers() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    press(&mut window, "Overlay: ");
    let offered: Vec<String> = window
        .query_all_by_role(Role::MenuItemRadio)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(!offered.iter().any(|l| l.trim() == "enps"), "a question of theirs: {offered:?}");
    // Once as a measure that is always there; no badge.
    let csat = offered.iter().filter(|l| *l == "Satisfaction (CSAT)").count();
    assert_eq!(csat, 1, "{offered:?}");
    assert_eq!(offered.iter().filter(|l| *l == "NPS").count(), 2);
    let ease = offered.iter().filter(|l| *l == "Ease (CES)").count();
    assert_eq!(ease, 1, "no badge of what is painted: {offered:?}");
}

#[test]
fn a_second_measure_stands_on_each_card() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    press(&mut window, "Colours");
    pick(&mut window, "NPS");
    let said = card(&window, "First bill");
    assert!(said.contains("ease 4.0") && said.contains("NPS 0, between −14 and 14"), "{said}");
    assert_eq!(window.state().view().badge, Some(Measure::of(Metric::Nps)));
    press(&mut window, "Colours");
    pick(&mut window, "None");
    assert!(!card(&window, "First bill").contains("NPS"));
}

#[test]
fn the_middle_is_the_usual_one_a_target_or_the_mean() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    assert!(legend(&window).contains("Middle colour at 4.0: middle of the scale"));
    // A target is typed in the panel: one step, which undo takes back.
    let name = "Target of the journey, Ease (CES)";
    window.get_by_role_and_label(Role::TextInput, name).click();
    settle(&mut window);
    window.event(Event::Text("5.5".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_says(&window, "Middle colour at 5.5: middle = your target");
    assert_eq!(window.state().model().targets.len(), 1);
    let bill = window.state().model().touchpoint_named("First bill").unwrap().id;
    let own = Command::SetTarget {
        id: TargetId::fresh(),
        metric: Metric::Ces,
        touchpoint: Some(bill),
        value: Some(2.0),
    };
    window.state_mut().push(UiAction::Run(own));
    settle(&mut window);
    choose(&mut window, "Colours", "The usual middle");
    assert!(legend(&window).contains("Middle colour at 4.0: middle of the scale"));
    choose(&mut window, "Colours", "Mean of this journey");
    // 120 answers of 4.0 on average and 120 of 4.5.
    let said = legend(&window);
    assert!(said.contains("Middle colour at 4.2: middle = this journey"), "{said}");
    choose(&mut window, "Colours", "Each touchpoint’s own target");
    assert_eq!(window.state().view().middle, Middle::OwnTarget);
    for _ in 0..2 {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        settle(&mut window);
    }
    assert!(window.state().model().targets.is_empty());
    assert!(legend(&window).contains("Middle colour at 4.0: middle of the scale"));
}

#[test]
fn a_target_that_cannot_be_is_not_taken() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    let name = "Target of the journey, Ease (CES)";
    for text in ["9", "easy"] {
        window.get_by_role_and_label(Role::TextInput, name).click();
        settle(&mut window);
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.event(Event::Text(text.to_owned()));
        settle(&mut window);
        window.key_press(Key::Enter);
        settle(&mut window);
        assert!(window.state().model().targets.is_empty(), "{text}");
        assert_says(&window, "1 to 7; empty for none");
    }
}

#[test]
fn two_waves_are_compared_with_arrows_only_where_it_stands_out() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    choose(&mut window, "Another selection…", "2026 against 2025");
    assert!(card(&window, "First bill").contains("ease 2.0"), "{}", card(&window, "First bill"));
    assert!(card(&window, "First bill").contains("4.0 harder than before"));
    assert!(!card(&window, "Help desk").contains("than before"), "the same in both");
    assert_says(&window, "1 of 2 changes stand out");
    assert_says(&window, "Of the 1 that stand out, about 0.1 can be expected to be chance");
    assert_says(&window, "Now 2026 n 120");
    assert_says(&window, "Then 2025 n 120");
    assert!(legend(&window).contains("Arrow: Change larger than chance"));
    window.get_by_role_and_label(Role::RadioButton, "None").click();
    settle(&mut window);
    assert!(!card(&window, "First bill").contains("than before"));
    assert!(!legend(&window).contains("Arrow: "));
}

#[test]
fn the_rest_of_a_segment_is_compared_and_further_filters_hold_for_both_sides() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    choose(&mut window, "Region All", "North");
    window.key_press(Key::Escape);
    settle(&mut window);
    choose(&mut window, "Another selection…", "North against the rest");
    assert!(card(&window, "Help desk").contains("3.0 easier than before"));
    assert!(!card(&window, "First bill").contains("than before"), "the same everywhere");
    assert_says(&window, "Then the rest n 120");
    // Only 2026: of the rest too.
    let year = Period { from: Some(20_454), to: Some(20_818) };
    look(&mut window, |view| view.filter.period = year);
    assert_says(&window, "Then the rest n 60");
    assert!(card(&window, "Help desk").contains("3.0 easier than before"));
    assert!(!card(&window, "First bill").contains("than before"), "two years would differ");
    assert_says(&window, "North against the rest");
    // What was compared is gone with its condition.
    look(&mut window, |view| view.filter = Filter::default());
    assert_eq!(window.state().view().compare, CompareWith::Nothing);
    assert!(!card(&window, "Help desk").contains("than before"));
}

#[test]
fn a_journey_and_its_copy_share_their_answers_and_the_panel_says_so() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    let model = window.state().model();
    let (journey, id) = (model.journeys_in_order()[0].id, JourneyId::fresh());
    let (name, state) = ("Planned".to_owned(), JourneyState::Future);
    let copy = Command::DuplicateJourney { journey, id, name, state };
    window.state_mut().push(UiAction::Run(copy));
    settle(&mut window);
    choose(&mut window, "Another selection…", "Moving in against Planned");
    assert_says(&window, "A touchpoint that stands on both journeys has the same answers on both");
    assert!(!card(&window, "First bill").contains("than before"));
    // One of its own, with the same name.
    let stage = window.state().model().stages_of(id)[4].id;
    let (own, title) = (TouchpointId::fresh(), "First bill".to_owned());
    let add = Command::AddTouchpoint {
        id: own,
        placement: PlacementId::fresh(),
        journey: id,
        spot: Spot::Stage(stage),
        lane: None,
        title,
        index: None,
    };
    window.state_mut().push(UiAction::Run(add));
    settle(&mut window);
    assert_says(&window, "Nothing to compare with");
}

#[test]
fn the_target_is_what_a_score_is_compared_with() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    let set = |value| Command::SetTarget {
        id: TargetId::fresh(),
        metric: Metric::Ces,
        touchpoint: None,
        value: Some(value),
    };
    window.state_mut().push(UiAction::Run(set(5.0)));
    settle(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Target").click();
    settle(&mut window);
    assert_says(&window, "2 of 2 lie below target");
    window.state_mut().push(UiAction::Run(set(4.2)));
    settle(&mut window);
    assert_says(&window, "0 of 2 lie below target");
    window.get_by_role_and_label(Role::RadioButton, "None").click();
    settle(&mut window);
    assert!(!says(&window, "lie below target"));
}

#[test]
fn where_to_look_first_follows_its_rule_says_why_and_leads_to_the_card() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    let lines = first(&window);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("1. First bill: 4.0, 4.4 at best (3.6–4.4), n 120"), "{lines:?}");
    choose(&mut window, "Where to look first", "Most answers");
    assert!(first(&window)[0].contains("n 120, "), "{:?}", first(&window));
    choose(&mut window, "Where to look first", "Getting worse");
    assert!(first(&window).is_empty());
    assert_says(&window, "Nothing got worse, or nothing to compare with");
    choose(&mut window, "Another selection…", "2026 against 2025");
    let lines = first(&window);
    assert_eq!(lines.len(), 1, "the desk did not change: {lines:?}");
    assert!(lines[0].contains("First bill: 2.0, 4.0 worse, beyond chance, n 60"), "{lines:?}");
    choose(&mut window, "Where to look first", "Furthest below target");
    assert_says(&window, "Nothing below its target, or no target is set");
    let bill = window.state().model().touchpoint_named("First bill").unwrap().id;
    for (touchpoint, value) in [(None, 3.0), (Some(bill), 6.5)] {
        let (id, metric, value) = (TargetId::fresh(), Metric::Ces, Some(value));
        let set = Command::SetTarget { id, metric, touchpoint, value };
        window.state_mut().push(UiAction::Run(set));
        settle(&mut window);
    }
    let lines = first(&window);
    assert_eq!(lines.len(), 1, "the desk is above the journey's: {lines:?}");
    assert!(lines[0].contains("4.5 short of the target, beyond chance"), "{lines:?}");
    choose(&mut window, "Where to look first", "Most overrated by managers");
    let lines = first(&window);
    assert!(lines[0].contains("4.0 below the guess, beyond chance"), "{lines:?}");
    window.get_by_label(&lines[0]).click_accesskit();
    settle(&mut window);
    assert!(!says(&window, "Where to look first"), "the panel is about the card now");
    window.get_by_role_and_label(Role::TextInput, "Name");
}

#[test]
fn a_better_end_below_zero_keeps_its_sign() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    let band = Band { metric: Metric::Nps, low: 0, high: 8 };
    look(&mut window, |view| {
        view.measure = Measure::of(Metric::Nps);
        view.filter.band = Some(band);
    });
    let lines = first(&window);
    assert!(lines[0].starts_with("1. First bill: −50, −37 at best (−59 to −37)"), "{lines:?}");
}

#[test]
fn people_are_chosen_by_what_they_answered() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    choose(&mut window, "Filter", "Score");
    choose(&mut window, "Score All", "NPS: 9–10");
    window.key_press(Key::Escape);
    settle(&mut window);
    // They gave the bill 5 in one year and 1 in the other.
    let said = card(&window, "First bill");
    assert!(said.contains("ease 3.0") && said.contains("40 answers"), "{said}");
    assert_says(&window, "52 of 132 responses, per week");
    press(&mut window, "Clear Score");
    assert!(card(&window, "First bill").contains("120 answers"));
}

#[test]
fn touchpoints_that_are_chosen_have_a_chip_that_names_them() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    choose(&mut window, "Filter", "Touchpoint");
    choose(&mut window, "Touchpoint All", "Help desk");
    window.key_press(Key::Escape);
    settle(&mut window);
    window.get_by_label("Touchpoint Help desk");
    assert!(card(&window, "First bill").contains("No data"));
    assert!(card(&window, "Help desk").contains("120 answers"));
    press(&mut window, "Clear Touchpoint");
    assert!(window.state().view().filter.touchpoints.is_empty());
    // Who came from elsewhere with a choice sees it too.
    let bill = window.state().model().touchpoint_named("First bill").unwrap().id;
    look(&mut window, |view| view.filter.touchpoints = [bill].into());
    window.get_by_label("Touchpoint First bill");
}

#[test]
fn what_is_no_score_is_neither_compared_nor_ranked() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    assert!(says(&window, "Where to look first"));
    for key in ["volume", "emotion", "guess_gap:ces"] {
        look(&mut window, |view| view.measure = Measure::from_key(key).unwrap());
        assert!(!says(&window, "Where to look first"), "{key}");
        assert_says(&window, "Scores can be compared and ranked: choose one as the overlay.");
    }
}

#[test]
fn the_comments_of_a_stage_are_one_press_away() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    look(&mut window, |view| {
        view.filter.segments.insert("Region".into(), ["North".to_owned()].into());
    });
    press(&mut window, "stage Use");
    press(&mut window, "Show all 60");
    assert_eq!(window.state().screen(), klantreis::app::Screen::Feedback);
    for _ in 0..200 {
        if says(&window, "60 comments") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        settle(&mut window);
    }
    assert_says(&window, "60 comments");
    assert_says(&window, "Take away the filter Use");
}

#[test]
fn a_view_is_saved_brought_back_changed_and_deleted() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    look(&mut window, |view| {
        view.measure = Measure::of(Metric::Nps);
        view.badge = Some(Measure::of(Metric::Ces));
        view.filter.segments.insert("Region".into(), ["North".to_owned()].into());
    });
    let save = |window: &mut Harness<'_, App>, name: &str| {
        choose(window, "Views", "Save this view…");
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.event(Event::Text(name.to_owned()));
        settle(window);
        window.key_press(Key::Enter);
        settle(window);
    };
    choose(&mut window, "Views", "Save this view…");
    assert_says(&window, "NPS, North");
    window.key_press(Key::Escape);
    settle(&mut window);
    save(&mut window, "North");
    window.get_by_label("Views North");
    let kept = window.state().view().clone();
    look(&mut window, |view| *view = klantreis::app::View::default());
    assert!(window.query_by_label("Views North").is_none(), "another look");
    choose(&mut window, "Views", "North");
    assert_eq!(*window.state().view(), kept);
    assert!(card(&window, "First bill").contains("60 answers"));
    // The same name again changes it, in one step.
    look(&mut window, |view| view.badge = None);
    save(&mut window, "North");
    assert_eq!(window.state().model().views.len(), 1);
    window.get_by_label("Views North");
    press(&mut window, "Views");
    let north = window.query_all_by_role_and_label(Role::MenuItem, "North").last();
    north.unwrap().click_accesskit();
    settle(&mut window);
    assert!(window.state().model().views.is_empty());
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(window.state().model().views.len(), 1);
}

#[test]
fn a_filter_that_leaves_nothing_says_so_in_panel_strip_and_legend() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    look(&mut window, |view| view.filter.period = Period { from: Some(30_000), to: None });
    assert!(card(&window, "First bill").contains("No data"), "{}", card(&window, "First bill"));
    assert!(legend(&window).contains("No answers in this selection"), "{}", legend(&window));
    assert_says(&window, "0 of 132 responses, per week");
    assert_says(&window, "No touchpoint has a score in this selection");
}

#[test]
fn the_time_brush_draws_a_window_of_whole_weeks_and_the_map_follows() {
    let root = tempfile::tempdir().unwrap();
    let mut window = open(root.path());
    let brush = window.get_by_label("Time window: All").rect();
    let at = |share: f32| egui::pos2(brush.left() + brush.width() * share, brush.top() + 18.0);
    drag(&mut window, at(0.5), at(0.99));
    settle(&mut window);
    let Period { from: Some(from), to: Some(to) } = window.state().view().filter.period else {
        panic!("no period")
    };
    assert_eq!((to - from + 1) % 7, 0);
    // The second half of two years: the wave of 2026, or nearly so.
    let day = |year: i32, month: u32| {
        let date = chrono::NaiveDate::from_ymd_opt(year, month, 10).unwrap();
        i32::try_from((date - chrono::NaiveDate::default()).num_days()).unwrap()
    };
    let months = (1..=12).flat_map(|m| [day(2025, m), day(2026, m)]);
    let n = 5 * months.filter(|day| (from..=to).contains(day)).count();
    assert!((50..=65).contains(&n), "{n}");
    assert_says(&window, &format!("{n} of 132 responses, per week"));
    assert!(card(&window, "First bill").contains(&format!("{n} answers")));
    // Moved as a whole, it keeps its length.
    drag(&mut window, at(0.75), at(0.5));
    settle(&mut window);
    let moved = window.state().view().filter.period;
    assert!(moved.from.unwrap() < from);
    assert_eq!(moved.to.unwrap() - moved.from.unwrap(), to - from);
    // The brush takes the key, not the card that is chosen.
    let cards = window.state().model().placements.len();
    press(&mut window, "First bill, no owner yet");
    window.get_by_label_contains("Time window: ").focus();
    settle(&mut window);
    window.key_press(Key::Delete);
    settle(&mut window);
    assert_eq!(window.state().model().placements.len(), cards);
    assert_eq!(window.state().view().filter.period, Period::default());
}

/// A picture to look at, when `KLANTREIS_LOOKS` is set.
fn picture(window: &mut Harness<'_, App>, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

/// Opens the menu of a button, by the text it begins with, draws it, and closes it again.
fn menu_picture(window: &mut Harness<'_, App>, begins: &str, name: &str) {
    press(window, begins);
    window.run_steps(4);
    picture(window, name);
    window.key_press(Key::Escape);
    settle(window);
}

#[test]
fn overlays_in_every_look() {
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
        let name =
            |what: &str| format!("overlay_{what}_{}_{theme:?}_{width}", lang.code()).to_lowercase();
        let mut window = window_sized(root.path(), width, height);
        window.state_mut().push(UiAction::OpenSample(Sample::Energie));
        window.state_mut().push(UiAction::SetLang(lang));
        window.state_mut().push(UiAction::SetTheme(theme));
        settle(&mut window);
        let texts = Texts::new(lang);
        look(&mut window, |view| {
            (view.overlay, view.measure) = (Overlay::Heat, Measure::of(Metric::Ces));
        });
        let wide = width > 1400.0;
        let menus = [("overlay-title", "menu"), ("filter-channel", "channel")];
        let more = [("filter-add", "add"), ("filter-views", "views"), ("filter-period", "period")];
        for (key, what) in menus.into_iter().chain(more) {
            let begins = texts.get(key);
            menu_picture(&mut window, &begins, &name(what));
        }
        window.state_mut().push(UiAction::Compare(CompareWith::PeriodBefore));
        settle(&mut window);
        look(&mut window, |view| view.badge = Some(Measure::of(Metric::Nps)));
        if !wide {
            press(&mut window, &texts.get("inspector-open-details"));
        }
        picture(&mut window, &name("panel"));
        let at = egui::pos2(width - 150.0, height - 300.0);
        window.event(Event::PointerMoved(at));
        for _ in 0..12 {
            let delta = egui::vec2(0.0, -200.0);
            let (unit, phase) = (egui::MouseWheelUnit::Point, egui::TouchPhase::Move);
            let source = egui::MouseWheelSource::Unknown;
            let modifiers = Modifiers::NONE;
            window.event(Event::MouseWheel { unit, delta, phase, modifiers, source });
            window.step();
        }
        settle(&mut window);
        picture(&mut window, &name("panel_below"));
        menu_picture(&mut window, &texts.get("inspector-first"), &name("rules"));
        menu_picture(&mut window, &texts.get("inspector-colours"), &name("colours"));
        let root = tempfile::tempdir().unwrap();
        window.state_mut().open_document(surveyed::full(root.path()));
        settle(&mut window);
        menu_picture(&mut window, &texts.get("overlay-title"), &name("menu_full"));
        for key in ["guess_gap:ces", "importance", "repeat_contact", "employee_gap:nps", "volume"] {
            look(&mut window, |view| {
                (view.overlay, view.measure) = (Overlay::Heat, Measure::from_key(key).unwrap());
            });
            picture(&mut window, &name(&key.replace(':', "-")));
        }
    }
}
