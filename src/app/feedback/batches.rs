//! The imports of the document: what each brought, what it left out, and how to take it back.
//!
//! Taking back is a command; looking at one survey only is another way of looking.

use super::{FeedbackScreen, Shown, card};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, label, paint_line, switch, title};
use crate::document::Command;
use crate::model::{Batch, Message, Origin};
use crate::render::icons::Icon;
use egui::{Align2, Margin, Rect, ScrollArea, Sense, Ui, vec2};

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
                for batch in all {
                    self.batch_ui(ui, ctx, batch, out);
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
            let survey = ctx.model.surveys.get(&batch.survey);
            let name = survey.map_or_else(String::new, |s| match s.wave.trim() {
                "" => s.name.clone(),
                wave => format!("{}, {wave}", s.name),
            });
            line(ui, &name, fonts::strong(13.0), theme.ink);
            let day = batch.imported_at.get(..10).unwrap_or_default();
            line(ui, &format!("{} · {day}", batch.file_name), fonts::regular(11.5), theme.ink3);
            label(ui, counts(ctx, batch), fonts::regular(12.0), theme.ink2);
            let filter = &ctx.view.filter.surveys;
            let mut on = filter.is_empty() || filter.contains(&batch.survey);
            let only = ctx.t1("feedback-shown", "name", name.as_str());
            if switch(ui, theme, &mut on, &only).changed() {
                out.push(UiAction::look(ctx, |view| {
                    let surveys = &mut view.filter.surveys;
                    if surveys.is_empty() {
                        surveys.extend(ctx.model.batches.values().map(|b| b.survey));
                    }
                    if on {
                        surveys.insert(batch.survey);
                    } else if surveys.len() > 1 {
                        surveys.remove(&batch.survey);
                    }
                    if ctx.model.batches.values().all(|b| surveys.contains(&b.survey)) {
                        surveys.clear();
                    }
                }));
            }
            ui.horizontal_wrapped(|ui| {
                let refused = batch.rejected + batch.duplicates;
                if refused > 0 {
                    let text = ctx.t1("feedback-show-refused", "count", refused);
                    if Button::new(text).small().show(ui, theme).clicked() {
                        self.shown = Shown::Refused(batch.id);
                    }
                }
                if batch.origin != Origin::Hand {
                    let anew = Button::quiet(ctx.t("feedback-map-anew")).small();
                    let name = ctx.t1("feedback-map-anew-of", "file", batch.file_name.as_str());
                    let anew = anew.name(name).icon(Icon::of("tune"));
                    if anew.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                        out.push(UiAction::MapAnew(batch.id));
                    }
                }
                let back = Button::quiet(ctx.t("feedback-take-back")).small();
                let name = ctx.t1("feedback-take-back-of", "file", batch.file_name.as_str());
                let back = back.name(name).icon(Icon::of("undo"));
                if back.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                    let told =
                        Message::new("feedback-taken-back").with("file", batch.file_name.as_str());
                    let command = Command::TakeBackBatch { batch: batch.id };
                    out.push(UiAction::RunAndTell(command, told));
                }
            });
        });
    }
}

/// "2,746 responses, 38,012 answers, 312 comments".
fn counts(ctx: &Ctx<'_>, batch: &Batch) -> String {
    let message = Message::new("feedback-counts")
        .with("responses", batch.responses)
        .with("answers", batch.answers)
        .with("comments", batch.comments);
    ctx.texts.say(&message)
}

fn line(ui: &mut Ui, text: &str, font: egui::FontId, ink: egui::Color32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, text));
    paint_line(ui, rect.left_center(), Align2::LEFT_CENTER, text, font, ink, rect.width());
}
