//! A new vote, and the list of earlier ones.
//!
//! Holds only what is typed.

use super::big::Big;
use super::earlier::{Line, Pressed, heading, line_ui, page};
use super::vote::{Scope, delete_ballot, lanes};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, DropDown, Field, MenuItem, label, menu};
use crate::document::Command;
use crate::model::{BallotId, JourneyId, Message};
use crate::render::icons::Icon;
use egui::{Key, Ui};

/// What is typed of a new vote.
pub struct Form {
    name: String,
    dots: String,
    heads: String,
    pub(super) fresh: bool,
}

impl Default for Form {
    fn default() -> Self {
        let (dots, heads) = ("3".to_owned(), "8".to_owned());
        Self { name: String::new(), dots, heads, fresh: true }
    }
}

/// What is to be shown next.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Wish {
    /// A vote that is there.
    Show(BallotId),
    /// The vote that was opened just now.
    Begun(BallotId),
}

impl Form {
    /// Shows the form and the votes of the journey.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        journey: JourneyId,
        scope: &mut Scope,
        out: &mut Vec<UiAction>,
    ) -> Option<Wish> {
        let words = ("present-vote-title", "present-vote-hidden");
        let mut wish = None;
        page(
            ui,
            ctx,
            big,
            words,
            &mut (&mut wish, out),
            |ui, (wish, out)| **wish = self.fields_ui(ui, ctx, journey, scope, out),
            |ui, (wish, out)| **wish = wish.or(earlier_ui(ui, ctx, journey, out)),
        );
        wish
    }

    fn fields_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: JourneyId,
        scope: &mut Scope,
        out: &mut Vec<UiAction>,
    ) -> Option<Wish> {
        let mut entered = false;
        let enter = |ui: &Ui, field: &egui::Response| {
            field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
        };
        ui.horizontal_top(|ui| {
            let name = Field::new(&mut self.name, ctx.t("present-vote-name"));
            let name = name.labelled().hint(ctx.t("present-vote-name-hint")).width(330.0);
            let name = name.show(ui, ctx.theme);
            if std::mem::take(&mut self.fresh) {
                name.request_focus();
            }
            let heads = Field::new(&mut self.heads, ctx.t("present-vote-heads"));
            let heads = heads.labelled().width(90.0).show(ui, ctx.theme);
            let dots = Field::new(&mut self.dots, ctx.t("present-vote-dots-a-head"));
            let dots = dots.labelled().width(110.0).show(ui, ctx.theme);
            entered = [&name, &heads, &dots].into_iter().any(|field| enter(ui, field));
        });
        ui.add_space(6.0);
        let count = |text: &str| text.trim().parse::<i64>().ok();
        let (dots, heads) = (count(&self.dots), count(&self.heads));
        let mut pressed = false;
        ui.horizontal(|ui| {
            scope_ui(ui, ctx, journey, scope);
            let button = Button::primary(ctx.t("present-vote-open")).icon(Icon::of("how_to_vote"));
            let why = match (dots, heads) {
                (Some(1..), Some(1..)) => ctx.why_fixed(),
                _ => Some(ctx.t("present-vote-numbers")),
            };
            pressed = button.disabled_because(why).show(ui, ctx.theme).clicked();
        });
        let (Some(dots @ 1..), Some(heads @ 1..)) = (dots, heads) else {
            label(ui, ctx.t("present-vote-numbers"), fonts::regular(13.0), ctx.theme.err);
            return None;
        };
        if !(pressed || entered) || ctx.why_fixed().is_some() {
            return None;
        }
        let typed = std::mem::take(&mut self.name).trim().to_owned();
        let name = if typed.is_empty() { ctx.t("present-vote-name-hint") } else { typed };
        let id = BallotId::fresh();
        out.push(UiAction::Run(Command::OpenBallot { id, journey, name, dots, heads }));
        Some(Wish::Begun(id))
    }
}

/// What is voted on.
fn scope_ui(ui: &mut Ui, ctx: &Ctx<'_>, journey: JourneyId, scope: &mut Scope) {
    let name = ctx.t("present-vote-on");
    let called = |scope: Scope| match scope {
        Scope::Touchpoints => ctx.t("present-vote-touchpoints"),
        Scope::Lane(lane) => {
            ctx.model.lanes.get(&lane).map(|l| ctx.texts.lane(l)).unwrap_or_default()
        }
    };
    let button = DropDown::new(name.clone(), called(*scope)).caption(&name).height(32.0);
    let button = button.max_width(360.0).show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 240.0, |ui| {
        let lanes = lanes(ctx.model, journey).into_iter().map(|(id, _)| Scope::Lane(id));
        for other in std::iter::once(Scope::Touchpoints).chain(lanes) {
            if MenuItem::new(called(other)).selected(other == *scope).show(ui, ctx.theme) {
                *scope = other;
            }
        }
    });
}

/// The votes there were.
fn earlier_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    journey: JourneyId,
    out: &mut Vec<UiAction>,
) -> Option<Wish> {
    let mut wish = None;
    let all = ctx.model.ballots.values().rev().filter(|b| b.journey == journey);
    for (index, ballot) in all.enumerate() {
        if index == 0 {
            heading(ui, ctx, "present-vote-earlier");
        }
        let key = if ballot.closed { "present-vote-closed" } else { "present-vote-going-on" };
        let about = Message::new(key).with("heads", ballot.heads).with("dots", ballot.dots);
        let line = Line {
            name: &ballot.name,
            about: ctx.texts.say(&about),
            show: "present-vote-show",
            delete: "present-vote-delete-of",
        };
        match line_ui(ui, ctx, line) {
            Some(Pressed::Show) => wish = Some(Wish::Show(ballot.id)),
            Some(Pressed::Delete) => out.push(delete_ballot(ballot)),
            None => {}
        }
    }
    wish
}
