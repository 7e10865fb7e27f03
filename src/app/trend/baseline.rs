//! The baseline that the team locks: the months whose centre and limits hold for all others.
//!
//! Chooses months; what follows from them is computed anew by `data`.

use super::{TrendSheet, line_ui};
use crate::analysis::Scope;
use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::{Button, DropDown, MenuItem, caption, menu, title};
use crate::document::Command;
use crate::model::{BaselineId, Message};
use crate::render::control_words;
use crate::render::icons::Icon;
use crate::scores::Month;
use egui::{ScrollArea, Ui};

/// The months that are chosen, before they are locked.
#[derive(Default)]
pub(super) struct Draft {
    from: Option<Month>,
    to: Option<Month>,
}

impl TrendSheet {
    pub(super) fn baseline_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scope: Scope,
        out: &mut Vec<UiAction>,
    ) {
        ui.add_space(10.0);
        title(ui, ctx.theme, ctx.t("trend-baseline-title"));
        if matches!(scope, Scope::Stage(..) | Scope::Filter) {
            caption(ui, ctx.theme, ctx.t("trend-baseline-of-stage"));
            return;
        }
        caption(ui, ctx.theme, ctx.t("trend-baseline-why"));
        let Some(now) = self.shown.chart.spans.last().map(|span| span.baseline) else { return };
        let month = |index: usize| self.shown.chart.points.get(index).map(|p| p.month);
        let (Some(from), Some(to)) = (
            self.baseline.from.or_else(|| month(now.first)),
            self.baseline.to.or_else(|| month(now.last)),
        ) else {
            return;
        };
        let months: Vec<Month> = self.shown.chart.points.iter().map(|p| p.month).collect();
        let own = self.shown.own_baseline.clone();
        if own.is_none() && now.locked.is_some() && scope.touchpoint().is_some() {
            let words = ctx.t("trend-baseline-of-journey");
            line_ui(ui, Icon::of("lock"), ctx.theme.ink2, &words, ctx.theme.ink2);
        }
        ui.horizontal(|ui| {
            let first = choose(ui, ctx, "trend-baseline-from", from, &months);
            let last = choose(ui, ctx, "trend-baseline-to", to, &months);
            self.baseline.from = first.or(self.baseline.from);
            self.baseline.to = last.or(self.baseline.to);
            let name = if own.is_some() { "trend-baseline-relock" } else { "trend-baseline-lock" };
            let lock = Button::new(ctx.t(name)).icon(Icon::of("lock"));
            let turned = (to < from).then(|| ctx.t("trend-baseline-turned"));
            let why = ctx.why_fixed().or(turned);
            if lock.disabled_because(why).show(ui, ctx.theme).clicked() {
                out.extend(self.lock(scope, from, to).map(UiAction::Run));
                self.baseline = Draft::default();
            }
            if let Some(own) = own {
                let free = Button::quiet(ctx.t("trend-baseline-free")).icon(Icon::of("lock_open"));
                if free.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                    let text = Message::new("trend-baseline-freed");
                    let command = Command::DeleteBaseline { baseline: own.id };
                    out.push(UiAction::RunAndTell(command, text));
                    self.baseline = Draft::default();
                }
            }
        });
    }

    fn lock(&self, scope: Scope, from: Month, to: Month) -> Option<Command> {
        let version = self.shown.version.as_ref()?;
        let last_day = to.next().first_day()? - 1;
        Some(Command::SetBaseline {
            id: BaselineId::fresh(),
            metric: version.metric,
            audience: version.audience,
            touchpoint: scope.touchpoint(),
            from: crate::app::days::iso(from.first_day()?),
            to: crate::app::days::iso(last_day),
        })
    }
}

/// A month out of all.
fn choose(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    name: &'static str,
    now: Month,
    months: &[Month],
) -> Option<Month> {
    let name = ctx.t(name);
    let value = control_words::month(ctx.texts, now);
    let button = DropDown::new(&name, value).caption(&name).show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 160.0, |ui| {
        let mut chosen = None;
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for month in months {
                let item = MenuItem::new(control_words::month(ctx.texts, *month));
                if item.selected(*month == now).show(ui, ctx.theme) {
                    chosen = Some(*month);
                }
            }
        });
        chosen
    })
    .flatten()
}
