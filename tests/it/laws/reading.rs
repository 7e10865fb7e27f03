//! A random command about what helps to read answers: themes, saved views, baselines.

use super::choose::Chooser;
use klantreis::document::Command;
use klantreis::model::*;

fn theme(c: &mut Chooser<'_>) -> ThemeId {
    c.known(&c.model.themes, ThemeId::fresh)
}

fn view(c: &mut Chooser<'_>) -> SavedViewId {
    c.known(&c.model.views, SavedViewId::fresh)
}

fn rules(c: &mut Chooser<'_>) -> Vec<String> {
    let number = c.below(4);
    let rule = |c: &mut Chooser<'_>| match c.below(6) {
        0 => c.text(),
        1 => "wa*cht".to_owned(),
        _ => c.one(&["wacht*", "*reünie*", " op tijd", "*kosten", "WACHT*"]).to_owned(),
    };
    (0..number).map(|_| rule(c)).collect()
}

/// A command of a kind.
pub(super) fn command(c: &mut Chooser<'_>, kind: usize) -> Command {
    let model = c.model;
    match kind {
        121 => {
            let id = if c.flag() { theme(c) } else { ThemeId::fresh() };
            let (name, lang) = (c.text(), c.one(&ThemeLang::ALL));
            let touchpoint = c.maybe(Chooser::touchpoint);
            let (include, exclude) = (rules(c), rules(c));
            Command::PutTheme { id, name, lang, touchpoint, include, exclude }
        }
        122 => Command::MoveTheme { theme: theme(c), index: c.index() },
        123 => Command::DeleteTheme { theme: theme(c) },
        124 => {
            let id = c.new_id(&model.themes, ThemeId::fresh);
            Command::AddStartThemes { id, lang: c.one(&ThemeLang::ALL) }
        }
        125 => {
            let id = if c.flag() { view(c) } else { SavedViewId::fresh() };
            let what = c.one(&["{}", "{\"measure\": \"nps\"}", "[1, null]", "{", ""]).to_owned();
            Command::PutView { id, name: c.text(), what }
        }
        126 => Command::MoveView { view: view(c), index: c.index() },
        127 => Command::DeleteView { view: view(c) },
        128 => {
            let days = ["2025-01-01", "2025-12-31", "2025-06-30", "soon"];
            Command::SetBaseline {
                id: c.new_id(&model.baselines, BaselineId::fresh),
                metric: c.one(&Metric::ALL),
                audience: c.one(&[Audience::Customer, Audience::Employee]),
                touchpoint: c.maybe(Chooser::touchpoint),
                from: c.one(&days).to_owned(),
                to: c.one(&days).to_owned(),
            }
        }
        _ => Command::DeleteBaseline { baseline: c.known(&model.baselines, BaselineId::fresh) },
    }
}
