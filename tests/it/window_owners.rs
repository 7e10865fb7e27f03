//! The owner's lens in the window, by accessible name: who there is, their page, and the ways from it.

use super::window_start::{settle, window_sized};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use klantreis::app::context::{CompareWith, UiAction};
use klantreis::app::{App, Screen};
use klantreis::scores::Period;
use klantreis::text::Lang;
use std::path::{Path, PathBuf};

/// The window on the owners of the sample.
fn on_owners(root: &Path, lang: Lang, dark: bool, (width, height): (f32, f32)) -> Harness<'_, App> {
    let config = root.join("config");
    std::fs::create_dir_all(&config).unwrap();
    let theme = if dark { "dark" } else { "light" };
    let settings = format!("language = \"{}\"\ntheme = \"{theme}\"\n", lang.code());
    std::fs::write(config.join("settings.toml"), settings).unwrap();
    let mut window = window_sized(root, width, height);
    settle(&mut window);
    let (open, owners) = match lang {
        Lang::En => ("Open a copy of Energy supplier", "Owners"),
        Lang::Nl => ("Kopie openen van Energieleverancier", "Eigenaren"),
    };
    window.get_by_label(open).click_accesskit();
    settle(&mut window);
    window.get_by_role_and_label(Role::Button, owners).click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Owners);
    window
}

fn english(root: &Path) -> Harness<'_, App> {
    on_owners(root, Lang::En, false, (1440.0, 900.0))
}

fn picture(window: &mut Harness<'_, App>, name: &str) {
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("looks");
        std::fs::create_dir_all(&folder).unwrap();
        window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

/// The button whose name begins with a text.
fn part<'a>(window: &'a Harness<'_, App>, begins: &str) -> egui_kittest::Node<'a> {
    let begins = begins.to_owned();
    window.get_by(move |node| {
        node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&begins))
    })
}

fn press(window: &mut Harness<'_, App>, begins: &str) {
    part(window, begins).click_accesskit();
    settle(window);
}

/// What the page says in one sentence.
fn page(window: &Harness<'_, App>) -> String {
    let said = |n: egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        (node.role() == Role::Image).then(|| node.label()).flatten()
    };
    let found = window.root().children_recursive().filter_map(said).find(|l| l.contains(". ease "));
    found.unwrap_or_default()
}

#[test]
fn each_of_them_has_a_page_and_the_page_leads_back_to_the_map() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    part(&window, "Noor van Dalen, 3 touchpoints, 3.9 (3.9–3.9), n 3,942");
    assert!(page(&window).starts_with("Fleur Postma"), "the first by name: {}", page(&window));
    press(&mut window, "Noor van Dalen");
    let said = page(&window);
    assert!(said.starts_with("Noor van Dalen. ease 3.9"), "{said}");
    assert!(said.contains("Look first at Eerste factuur"), "{said}");
    assert!(said.contains("NPS −16"), "{said}");
    // A touchpoint on the page leads to its card.
    press(&mut window, "Jaarafrekening, ease 3.7");
    assert_eq!(window.state().screen(), Screen::Map);
    let focused = window.root().children_recursive().find(|n| n.accesskit_node().is_focused());
    let name = focused.and_then(|n| n.accesskit_node().label()).unwrap_or_default();
    assert!(name.starts_with("Jaarafrekening"), "{name}");
}

#[test]
fn teams_and_departments_are_chosen_alike_and_by_keyboard() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    window.get_by_role_and_label(Role::RadioButton, "Departments").click();
    settle(&mut window);
    press(&mut window, "Service, 5 touchpoints");
    assert!(page(&window).starts_with("Service. ease 4.9"), "{}", page(&window));
    window.get_by_role_and_label(Role::RadioButton, "Teams").click();
    settle(&mut window);
    assert!(!page(&window).starts_with("Service. ease"), "a department is no team");
    let first = page(&window);
    // From the chosen one down to the next.
    let rows: Vec<String> = window
        .root()
        .children_recursive()
        .filter_map(|n| n.accesskit_node().label())
        .filter(|l| l.contains(" touchpoint") && l.contains(", n "))
        .collect();
    part(&window, &rows[0]).focus();
    settle(&mut window);
    window.key_press(Key::ArrowDown);
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_ne!(page(&window), first);
    let name = rows[1].split(',').next().unwrap();
    assert!(page(&window).starts_with(name), "{} {name}", page(&window));
}

#[test]
fn the_filter_counts_here_too_and_goes_along_to_the_comments() {
    let root = tempfile::tempdir().unwrap();
    let mut window = english(root.path());
    press(&mut window, "Noor van Dalen");
    let all = page(&window);
    let mut view = window.state().view().clone();
    view.filter.period = Period { from: Some(20_636), to: Some(20_727) };
    view.compare = CompareWith::PeriodBefore;
    window.state_mut().push(UiAction::Look(Box::new(view)));
    settle(&mut window);
    assert_ne!(page(&window), all);
    press(&mut window, "Comments");
    assert_eq!(window.state().screen(), Screen::Feedback);
    let model = window.state().model();
    let noor = model.owners.values().find(|o| o.name == "Noor van Dalen").unwrap().id;
    assert!(window.state().view().filter.owners.contains(&noor));
    assert_eq!(window.state().view().filter.period.from, Some(20_636));
}

#[test]
fn a_map_without_owners_says_what_to_do() {
    let root = tempfile::tempdir().unwrap();
    let mut window = window_sized(root.path(), 1280.0, 720.0);
    settle(&mut window);
    window.state_mut().push(UiAction::New);
    settle(&mut window);
    window.state_mut().push(UiAction::Go(Screen::Owners));
    settle(&mut window);
    window.get_by_label_contains("Nobody answers for this journey yet");
    press(&mut window, "Give touchpoints an owner");
    assert_eq!(window.state().screen(), Screen::Silos);
}

#[test]
fn how_it_looks() {
    if std::env::var_os("KLANTREIS_LOOKS").is_none() {
        return;
    }
    for (lang, dark, size) in [
        (Lang::Nl, false, (1440.0, 900.0)),
        (Lang::En, true, (1440.0, 900.0)),
        (Lang::Nl, true, (1280.0, 720.0)),
        (Lang::En, false, (1280.0, 720.0)),
    ] {
        let root = tempfile::tempdir().unwrap();
        let mut window = on_owners(root.path(), lang, dark, size);
        press(&mut window, "Noor van Dalen");
        let mut view = window.state().view().clone();
        view.filter.period = Period { from: Some(20_636), to: Some(20_727) };
        view.compare = CompareWith::PeriodBefore;
        window.state_mut().push(UiAction::Look(Box::new(view)));
        settle(&mut window);
        std::thread::sleep(std::time::Duration::from_millis(300));
        settle(&mut window);
        let look = if dark { "dark" } else { "light" };
        picture(&mut window, &format!("owners-{}-{look}-{}", lang.code(), size.0));
        let departments = if lang == Lang::Nl { "Afdelingen" } else { "Departments" };
        window.get_by_role_and_label(Role::RadioButton, departments).click();
        settle(&mut window);
        picture(&mut window, &format!("owners-dep-{}-{look}-{}", lang.code(), size.0));
    }
}
