//! A new round of guesses, and the list of earlier ones.
//!
//! Holds only what is typed and chosen.

use super::big::Big;
use super::earlier::{Line, Pressed, heading, line_ui, page};
use super::measured::scales_of;
use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::{Button, DropDown, Field, MenuItem, menu};
use crate::document::Command;
use crate::model::{Better, JourneyId, Message, Metric, Round, RoundId, Scale};
use crate::render::icons::Icon;
use egui::{Key, Ui};

/// What is typed of a new round.
pub struct Form {
    name: String,
    metric: Metric,
    scale: Option<Scale>,
    pub(super) fresh: bool,
}

impl Default for Form {
    fn default() -> Self {
        Self { name: String::new(), metric: Metric::Ces, scale: None, fresh: true }
    }
}

/// Which end of a scale is good, in words: "1 to 7, high is good".
#[must_use]
pub fn direction(ctx: &Ctx<'_>, scale: Scale) -> String {
    let key = match scale.better {
        Better::High => "present-guess-high",
        Better::Low => "present-guess-low",
    };
    let message = Message::new(key).with("min", i64::from(scale.min));
    ctx.texts.say(&message.with("max", i64::from(scale.max)))
}

/// Takes a round away, which can be undone.
pub(super) fn delete_round(round: &Round) -> UiAction {
    let told = Message::new("present-guess-deleted").with("name", round.name.as_str());
    UiAction::RunAndTell(Command::DeleteRound { round: round.id }, told)
}

impl Form {
    /// Shows the form and the rounds of the journey; gives the round to go on with.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        journey: JourneyId,
        out: &mut Vec<UiAction>,
    ) -> Option<RoundId> {
        let words = ("present-guess-title", "present-guess-hidden");
        let mut chosen = None;
        page(
            ui,
            ctx,
            big,
            words,
            &mut (&mut chosen, out),
            |ui, (chosen, out)| **chosen = self.fields_ui(ui, ctx, journey, out),
            |ui, (chosen, out)| **chosen = chosen.or(earlier_ui(ui, ctx, journey, out)),
        );
        chosen
    }

    fn fields_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: JourneyId,
        out: &mut Vec<UiAction>,
    ) -> Option<RoundId> {
        let scales = scales_of(ctx.model, self.metric);
        let known = self.scale.filter(|s| scales.contains(s));
        let scale = known.or_else(|| scales.first().copied())?;
        let name = Field::new(&mut self.name, ctx.t("present-guess-name"));
        let name = name.labelled().hint(ctx.t("present-guess-name-hint")).width(330.0);
        let name = name.show(ui, ctx.theme);
        if std::mem::take(&mut self.fresh) {
            name.request_focus();
        }
        let entered = name.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        ui.add_space(6.0);
        let mut pressed = false;
        ui.horizontal(|ui| {
            self.metric_ui(ui, ctx);
            self.scale_ui(ui, ctx, &scales, scale);
            let button = Button::primary(ctx.t("present-guess-open")).icon(Icon::of("psychology"));
            pressed = button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked();
        });
        if !(pressed || entered) || ctx.why_fixed().is_some() {
            return None;
        }
        let typed = std::mem::take(&mut self.name).trim().to_owned();
        let name = if typed.is_empty() { ctx.t("present-guess-name-hint") } else { typed };
        let (id, metric) = (RoundId::fresh(), self.metric);
        out.push(UiAction::Run(Command::OpenRound { id, journey, name, metric, scale }));
        Some(id)
    }

    fn metric_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let name = ctx.t("present-guess-metric");
        let value = ctx.texts.metric(self.metric);
        let button = DropDown::new(name.clone(), value).caption(&name).height(32.0);
        let button = button.max_width(300.0).show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 240.0, |ui| {
            for metric in Metric::ALL {
                let item = MenuItem::new(ctx.texts.metric(metric)).selected(metric == self.metric);
                if item.show(ui, ctx.theme) {
                    (self.metric, self.scale) = (metric, None);
                }
            }
        });
    }

    fn scale_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, scales: &[Scale], scale: Scale) {
        let name = ctx.t("present-guess-scale");
        let button = DropDown::new(name.clone(), direction(ctx, scale)).caption(&name);
        let button = button.height(32.0).max_width(360.0).show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 240.0, |ui| {
            for other in scales {
                let item = MenuItem::new(direction(ctx, *other)).selected(*other == scale);
                if item.show(ui, ctx.theme) {
                    self.scale = Some(*other);
                }
            }
        });
    }
}

/// The rounds there were.
fn earlier_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    journey: JourneyId,
    out: &mut Vec<UiAction>,
) -> Option<RoundId> {
    let mut chosen = None;
    let all = ctx.model.rounds.values().rev().filter(|r| r.journey == journey);
    for (index, round) in all.enumerate() {
        if index == 0 {
            heading(ui, ctx, "present-guess-earlier");
        }
        let key = if round.revealed { "present-guess-revealed" } else { "present-guess-going-on" };
        let line = Line {
            name: &round.name,
            about: ctx.t1(key, "metric", ctx.texts.metric(round.metric)),
            show: "present-guess-show",
            delete: "present-guess-delete-of",
        };
        match line_ui(ui, ctx, line) {
            Some(Pressed::Show) => chosen = Some(round.id),
            Some(Pressed::Delete) => out.push(delete_round(round)),
            None => {}
        }
    }
    chosen
}
