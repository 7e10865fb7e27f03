//! The imports of the document: what each brought, what it left out, and how to take it back.
//!
//! Taking back is a command; looking at one survey only is another way of looking.

use super::hand::kind_name;
use super::hand_batches::{Pile, pile_of, take_back_ui};
use super::{FeedbackScreen, Shown, card};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, label, paint_line, switch, title};
use crate::document::Command;
use crate::model::{Batch, Message, Origin, SurveyId};
use crate::render::icons::Icon;
use egui::{Align2, Margin, Rect, ScrollArea, Sense, Ui, vec2};
use std::collections::HashSet;

impl FeedbackScreen {
    pub(super) fn batches_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        card(ui, ctx, (place, "feedback_batches"), |ui| {
            let area = ScrollArea::vertical().id_salt("feedback_imports").auto_shrink(false);
            area.show(ui, |ui| {
                ui.set_width(ui.available_width() - 6.0);
                ui.spacing_mut().item_spacing.y = 8.0;
                self.bucket_ui(ui, ctx, out);
                title(ui, ctx.theme, ctx.t("feedback-imports"));
                let mut all: Vec<&Batch> = ctx.model.batches.values().collect();
                all.sort_by(|a, b| b.imported_at.cmp(&a.imported_at).then(b.id.cmp(&a.id)));
                let mut piles: HashSet<Pile> = HashSet::new();
                for batch in &all {
                    if batch.origin != Origin::Hand {
                        self.batch_ui(ui, ctx, batch, out);
                    } else if piles.insert(pile_of(batch)) {
                        let is_same = |other: &&&Batch| {
                            other.origin == Origin::Hand && pile_of(other) == pile_of(batch)
                        };
                        let pile: Vec<&Batch> = all.iter().filter(is_same).copied().collect();
                        self.pile_ui(ui, ctx, &pile, out);
                    }
                }
            });
        });
    }

    fn batch_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, batch: &Batch, out: &mut Vec<UiAction>) {
        let theme = ctx.theme;
        let frame = egui::Frame::new().fill(theme.lane).corner_radius(8);
        frame.inner_margin(Margin::same(10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
            let about = format!("{} · {}", batch_name(ctx, batch), day_of(ctx, batch));
            heads_ui(ui, ctx, batch.survey, &about);
            label(ui, counts(ctx, &[batch]), fonts::regular(12.0), theme.ink2);
            switch_ui(ui, ctx, batch.survey, out);
            ui.horizontal_wrapped(|ui| {
                let refused = batch.rejected + batch.duplicates;
                if refused > 0 {
                    let text = ctx.t1("feedback-show-refused", "count", refused);
                    if Button::new(text).small().show(ui, theme).clicked() {
                        self.shown = Shown::Refused(batch.id);
                    }
                }
                if batch.rejected > 0 {
                    let save = Button::quiet(ctx.t("feedback-save-refused")).small();
                    let file = batch.file_name.as_str();
                    let save = save.name(ctx.t1("feedback-save-refused-of", "file", file));
                    if save.icon(Icon::of("download")).show(ui, theme).clicked() {
                        out.push(UiAction::SaveRefusedDialog(batch.id));
                    }
                }
                let anew = Button::quiet(ctx.t("feedback-map-anew")).small();
                let name = ctx.t1("feedback-map-anew-of", "file", batch.file_name.as_str());
                let anew = anew.name(name).icon(Icon::of("tune"));
                if anew.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                    out.push(UiAction::MapAnew(batch.id));
                }
                take_back_ui(ui, ctx, batch, out);
            });
        });
    }
}

/// The survey, and below it which import this is.
pub(super) fn heads_ui(ui: &mut Ui, ctx: &Ctx<'_>, survey: SurveyId, about: &str) {
    line(ui, &survey_name(ctx, survey), fonts::strong(13.0), ctx.theme.ink);
    line(ui, about, fonts::regular(11.5), ctx.theme.ink3);
}

/// Whether the survey counts in what is shown.
pub(super) fn switch_ui(ui: &mut Ui, ctx: &Ctx<'_>, survey: SurveyId, out: &mut Vec<UiAction>) {
    let filter = &ctx.view.filter.surveys;
    let mut on = filter.is_empty() || filter.contains(&survey);
    let only = ctx.t1("feedback-shown", "name", survey_name(ctx, survey));
    if switch(ui, ctx.theme, &mut on, &only).changed() {
        out.push(UiAction::look(ctx, |view| {
            let surveys = &mut view.filter.surveys;
            if surveys.is_empty() {
                surveys.extend(ctx.model.batches.values().map(|b| b.survey));
            }
            if on {
                surveys.insert(survey);
            } else if surveys.len() > 1 {
                surveys.remove(&survey);
            }
            if ctx.model.batches.values().all(|b| surveys.contains(&b.survey)) {
                surveys.clear();
            }
        }));
    }
}

/// "Autumn, Q3".
pub(super) fn survey_name(ctx: &Ctx<'_>, id: SurveyId) -> String {
    ctx.model.surveys.get(&id).map_or_else(String::new, |survey| match survey.wave.trim() {
        "" => survey.name.clone(),
        wave => format!("{}, {wave}", survey.name),
    })
}

/// What a batch is called: its file, or what was entered when.
pub(super) fn batch_name(ctx: &Ctx<'_>, batch: &Batch) -> String {
    if batch.origin != Origin::Hand {
        return batch.file_name.clone();
    }
    let kind = kind_name(ctx, pile_of(batch).1);
    let name = Message::new("hand-batch").with("kind", kind).with("day", day_of(ctx, batch));
    ctx.texts.say(&name)
}

/// The day on which a batch came in, as a person writes it.
pub(super) fn day_of(ctx: &Ctx<'_>, batch: &Batch) -> String {
    ctx.texts.iso_day(batch.imported_at.get(..10).unwrap_or_default())
}

/// Takes a batch back and says so.
pub(super) fn take_back(ctx: &Ctx<'_>, batch: &Batch) -> UiAction {
    let told = Message::new("feedback-taken-back").with("file", batch_name(ctx, batch));
    UiAction::RunAndTell(Command::TakeBackBatch { batch: batch.id }, told)
}

/// "2,746 responses, 38,012 answers, 312 comments", all together.
pub(super) fn counts(ctx: &Ctx<'_>, batches: &[&Batch]) -> String {
    let sum = |of: fn(&Batch) -> i64| batches.iter().map(|batch| of(batch)).sum::<i64>();
    let message = Message::new("feedback-counts")
        .with("responses", sum(|b| b.responses))
        .with("answers", sum(|b| b.answers))
        .with("comments", sum(|b| b.comments));
    ctx.texts.say(&message)
}

fn line(ui: &mut Ui, text: &str, font: egui::FontId, ink: egui::Color32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, text));
    paint_line(ui, rect.left_center(), Align2::LEFT_CENTER, text, font, ink, rect.width());
}
