//! Themes, saved views and baselines: what changes, what is swept, what is refused.

use super::*;

fn put(id: ThemeId, name: &str, touchpoint: Option<TouchpointId>, include: &[&str]) -> Command {
    let include = include.iter().map(|r| (*r).to_owned()).collect();
    let (name, lang, exclude) = (name.to_owned(), ThemeLang::Any, Vec::new());
    Command::PutTheme { id, name, lang, touchpoint, include, exclude }
}

#[test]
fn themes_keep_their_places_and_their_rules_are_rules() {
    let mut draft = Draft::default();
    let [one, two, three] = [(); 3].map(|()| ThemeId::fresh());
    draft.run(&put(one, " Wachten ", None, &["wacht*", " ", "WACHT*", "in de rij"]));
    draft.run(&put(two, "Prijs", None, &["prijs"]));
    draft.run(&put(three, "App", None, &["app"]));
    let theme = &draft.model.themes[&one];
    assert_eq!((theme.name.as_str(), theme.include.len(), theme.position), ("Wachten", 2, 0));
    draft.run(&Command::MoveTheme { theme: three, index: 0 });
    draft.run(&put(one, "Wachttijd", None, &["wachttijd"]));
    draft.run(&Command::DeleteTheme { theme: two });
    let names: Vec<_> = draft.model.themes_in_order().iter().map(|t| t.name.clone()).collect();
    assert_eq!(names, ["App", "Wachttijd"]);
    for (command, key) in [
        (put(ThemeId::fresh(), " ", None, &["x"]), "document-name-empty"),
        (put(ThemeId::fresh(), "Leeg", None, &[" "]), "document-theme-no-rules"),
        (put(ThemeId::fresh(), "Ster", None, &["wa*cht"]), "theme-rule-star"),
        (put(ThemeId::fresh(), "app", None, &["apps"]), "document-theme-twice"),
        (put(one, "x", Some(TouchpointId::fresh()), &["x"]), "document-no-touchpoint"),
        (Command::DeleteTheme { theme: two }, "document-no-theme"),
        (Command::MoveTheme { theme: two, index: 0 }, "document-no-theme"),
    ] {
        draft.refused(&command, key);
    }
}

#[test]
fn the_themes_to_begin_with_come_once() {
    let mut draft = Draft::default();
    let id = ThemeId::fresh();
    draft.run(&put(ThemeId::fresh(), "prijs en kosten", None, &["prijs"]));
    let command = Command::AddStartThemes { id, lang: ThemeLang::Nl };
    let added = draft.run(&command);
    assert!(added.len() >= 11, "{}", added.len());
    assert_eq!(draft.model.themes_in_order()[0].include, ["prijs"]);
    assert_eq!(draft.run(&command), []);
    let any = Command::AddStartThemes { id, lang: ThemeLang::Any };
    draft.refused(&any, "document-no-start-themes");
}

#[test]
fn what_is_about_a_touchpoint_goes_with_it() {
    let (mut draft, journey) = Draft::with_journey();
    let card = draft.card(journey, Spot::Stage(draft.stage(journey, 0)), "Bill");
    let touchpoint = draft.model.placements[&card].touchpoint;
    draft.run(&put(ThemeId::fresh(), "Everywhere", None, &["bill"]));
    draft.run(&put(ThemeId::fresh(), "Here", Some(touchpoint), &["bill"]));
    draft.run(&put(ThemeId::fresh(), "Last", None, &["bill"]));
    let baseline = |touchpoint, from: &str| Command::SetBaseline {
        id: BaselineId::fresh(),
        metric: Metric::Nps,
        audience: Audience::Customer,
        touchpoint,
        from: from.to_owned(),
        to: "2025-12-31".to_owned(),
    };
    draft.run(&baseline(None, "2025-01-01"));
    draft.run(&baseline(Some(touchpoint), "2025-01-01"));
    draft.run(&baseline(Some(touchpoint), "2025-03-01"));
    assert_eq!(draft.model.baselines.len(), 2);
    draft.refused(&baseline(None, "2026-01-01"), "document-baseline-days");
    draft.refused(&baseline(None, "1 January"), "document-day");
    draft.run(&Command::DeleteTouchpoint { touchpoint });
    let left: Vec<_> =
        draft.model.themes_in_order().iter().map(|t| (t.name.clone(), t.position)).collect();
    assert_eq!(left, [("Everywhere".to_owned(), 0), ("Last".to_owned(), 1)]);
    assert_eq!(draft.model.baselines.len(), 1);
    let last = *draft.model.baselines.keys().next().unwrap();
    draft.run(&Command::DeleteBaseline { baseline: last });
    draft.refused(&Command::DeleteBaseline { baseline: last }, "document-no-baseline");
}

#[test]
fn a_saved_view_is_json_under_a_name_of_its_own() {
    let mut draft = Draft::default();
    let view = |id, name: &str, what: &str| Command::PutView {
        id,
        name: name.to_owned(),
        what: what.to_owned(),
    };
    let [one, two] = [(); 2].map(|()| SavedViewId::fresh());
    draft.run(&view(one, "Web", "{}"));
    draft.run(&view(two, "Shop", "{\"measure\": \"ces\"}"));
    draft.run(&Command::MoveView { view: two, index: 0 });
    draft.run(&view(one, "web", "[]"));
    let names: Vec<_> = draft.model.views_in_order().iter().map(|v| v.name.clone()).collect();
    assert_eq!(names, ["Shop", "web"]);
    draft.refused(&view(one, "Web", "{"), "document-view-look");
    draft.refused(&view(one, "shop", "{}"), "document-view-twice");
    draft.run(&Command::DeleteView { view: one });
    draft.refused(&Command::DeleteView { view: one }, "document-no-view");
    assert_eq!(draft.model.views[&two].position, 0);
}
