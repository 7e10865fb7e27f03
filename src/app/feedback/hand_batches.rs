//! What was entered by hand, among the imports: a card for each survey and kind, not for each entry.
//!
//! Taking an entry back is a command.

use super::FeedbackScreen;
use super::batches::{batch_name, counts, day_of, heads_ui, switch_ui, take_back};
use super::hand::kind_name;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, IconButton, caption, label};
use crate::model::{Batch, HandKind, Message, SurveyId};
use crate::render::icons::Icon;
use egui::{Align, Layout, Margin, Ui, vec2};

/// Entries that are listed; older ones are counted.
const LISTED: usize = 30;

/// What entries have in common that share a card.
pub(super) type Pile = (SurveyId, HandKind);

/// The pile of a batch.
pub(super) fn pile_of(batch: &Batch) -> Pile {
    (batch.survey, batch.hand_kind.unwrap_or(HandKind::Other))
}

impl FeedbackScreen {
    /// The card of a pile, the newest entry first.
    pub(super) fn pile_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        pile: &[&Batch],
        out: &mut Vec<UiAction>,
    ) {
        let Some(newest) = pile.first() else { return };
        let theme = ctx.theme;
        let frame = egui::Frame::new().fill(theme.lane).corner_radius(8);
        frame.inner_margin(Margin::same(10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
            let (survey, kind) = pile_of(newest);
            let about = if pile.len() == 1 {
                batch_name(ctx, newest)
            } else {
                let about = Message::new("hand-batches").with("kind", kind_name(ctx, kind));
                ctx.texts.say(&about.with("count", pile.len()))
            };
            heads_ui(ui, ctx, survey, &about);
            label(ui, counts(ctx, pile), fonts::regular(12.0), theme.ink2);
            switch_ui(ui, ctx, survey, out);
            if pile.len() == 1 {
                return take_back_ui(ui, ctx, newest, out);
            }
            let shown = self.piles_shown.contains(&(survey, kind));
            let text = if shown {
                ctx.t("hand-batches-hide")
            } else {
                ctx.t1("hand-batches-show", "count", pile.len())
            };
            if Button::new(text).small().show(ui, theme).clicked()
                && !self.piles_shown.remove(&(survey, kind))
            {
                self.piles_shown.insert((survey, kind));
            }
            if shown {
                entries_ui(ui, ctx, pile, out);
            }
        });
    }
}

fn entries_ui(ui: &mut Ui, ctx: &Ctx<'_>, pile: &[&Batch], out: &mut Vec<UiAction>) {
    for batch in pile.iter().take(LISTED) {
        let holds = Message::new("feedback-bucket-holds")
            .with("answers", batch.answers)
            .with("comments", batch.comments);
        let text = format!("{}: {}", day_of(ctx, batch), ctx.texts.say(&holds));
        let name = ctx.t1("feedback-take-back-of", "file", text.as_str());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let back = IconButton::new(Icon::of("undo"), name);
            if back.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                out.push(take_back(ctx, batch));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label(ui, text, fonts::regular(12.0), ctx.theme.ink2);
            });
        });
    }
    if let Some(more) = pile.len().checked_sub(LISTED).filter(|more| *more > 0) {
        caption(ui, ctx.theme, ctx.t1("hand-batches-more", "count", more));
    }
}

/// The button that takes an import back.
pub(super) fn take_back_ui(ui: &mut Ui, ctx: &Ctx<'_>, batch: &Batch, out: &mut Vec<UiAction>) {
    let back = Button::quiet(ctx.t("feedback-take-back")).small();
    let name = ctx.t1("feedback-take-back-of", "file", batch_name(ctx, batch));
    let back = back.name(name).icon(Icon::of("undo"));
    if back.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
        out.push(take_back(ctx, batch));
    }
}
