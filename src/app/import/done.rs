//! The last step: what came in, of one file or of each of several.
//!
//! Every refused cell is named: here the first ones, in the document all of them.

use super::super::context::{Ctx, Screen, UiAction};
use super::super::fonts;
use super::super::widgets::{self, Button, paint_icon};
use super::report::rejected_ui;
use super::{ImportScreen, card};
use crate::document::{FileOutcome, ImportReport};
use crate::model::Message;
use crate::render::icons::Icon;
use egui::{Color32, ScrollArea, Sense, Ui, vec2};

impl ImportScreen {
    /// What came in.
    pub(super) fn done_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        ScrollArea::vertical().show(ui, |ui| {
            let width = ui.available_width().min(980.0);
            ui.vertical_centered(|ui| {
                ui.set_max_width(width);
                ui.spacing_mut().item_spacing.y = 14.0;
                let steps = self.steps_of_undo();
                card(ui, ctx, |ui| {
                    title_ui(ui, ctx, steps > 0);
                    match &self.report {
                        Some(report) => report_ui(ui, ctx, report),
                        None => self.each_ui(ui, ctx),
                    }
                    ui.add_space(8.0);
                    let undo = Button::new(ctx.t("wizard-undo-import")).icon(Icon::of("undo"));
                    if steps > 0 && undo.show(ui, ctx.theme).clicked() {
                        actions.extend(std::iter::repeat_n(UiAction::Undo, steps));
                        actions.push(UiAction::Go(Screen::Map));
                        *self = Self::default();
                    }
                });
                if let Some(report) = &self.report {
                    rejected_ui(ui, ctx, &report.rejected, report.rejected_total);
                }
            });
        });
    }

    /// Each file that came in is a step of its own.
    fn steps_of_undo(&self) -> usize {
        let wrote = |report: &ImportReport| usize::from(report.batch.is_some());
        let each = self.each.iter().map(|(_, outcome)| match outcome {
            FileOutcome::Imported(report) => wrote(report),
            _ => 0,
        });
        self.report.as_ref().map_or(0, wrote) + each.sum::<usize>()
    }

    /// What became of each file, a line each.
    fn each_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let theme = ctx.theme;
        for (path, outcome) in &self.each {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let (icon, color, text): (_, Color32, String) = match outcome {
                FileOutcome::Imported(report) => ("check_circle", theme.ok, counts(ctx, report)),
                FileOutcome::AlreadyImported(_) => {
                    ("content_copy", theme.ink2, ctx.t("wizard-each-already"))
                }
                FileOutcome::NotATable(why) | FileOutcome::Refused(why) => {
                    ("block", theme.bad, ctx.texts.say(why))
                }
                FileOutcome::Stopped => ("block", theme.ink2, ctx.t("wizard-each-stopped")),
            };
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
                paint_icon(ui.painter(), rect.center(), Icon::of(icon), 16.0, color);
                widgets::label(ui, name, fonts::strong(13.0), theme.ink);
            });
            ui.horizontal(|ui| {
                ui.add_space(28.0);
                ui.vertical(|ui| {
                    widgets::body(ui, theme, text);
                    if let FileOutcome::Imported(report) = outcome {
                        remarks_ui(ui, ctx, report);
                        if report.rejected_total > 0 {
                            let count = report.rejected_total;
                            let text = ctx.t1("wizard-rejected-list", "count", count);
                            widgets::label(ui, text, fonts::regular(12.5), theme.bad);
                        }
                    }
                });
            });
        }
    }
}

fn title_ui(ui: &mut Ui, ctx: &Ctx<'_>, wrote: bool) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
        let (icon, color, text) = match wrote {
            true => ("check_circle", ctx.theme.ok, "wizard-done-title"),
            false => ("block", ctx.theme.ink2, "wizard-done-nothing"),
        };
        paint_icon(ui.painter(), rect.center(), Icon::of(icon), 24.0, color);
        widgets::heading(ui, ctx.theme, ctx.t(text));
    });
}

fn report_ui(ui: &mut Ui, ctx: &Ctx<'_>, report: &ImportReport) {
    widgets::body(ui, ctx.theme, counts(ctx, report));
    remarks_ui(ui, ctx, report);
}

fn counts(ctx: &Ctx<'_>, report: &ImportReport) -> String {
    let told = Message::new("wizard-done-text")
        .with("rows", report.rows_read)
        .with("responses", report.responses)
        .with("answers", report.answers)
        .with("comments", report.comments);
    ctx.texts.say(&told)
}

/// What was left out, and what a person should know.
fn remarks_ui(ui: &mut Ui, ctx: &Ctx<'_>, report: &ImportReport) {
    let numbers = [
        ("wizard-done-already", report.already),
        ("wizard-done-contacts", report.contacts),
        ("wizard-done-duplicates", report.duplicates),
        ("wizard-done-identical", report.identical),
    ];
    for (key, count) in numbers.into_iter().filter(|(_, count)| *count > 0) {
        widgets::body(ui, ctx.theme, ctx.t1(key, "count", count));
    }
    if !report.unmatched_touchpoints.is_empty() {
        let names = report.unmatched_touchpoints.join(", ");
        widgets::body(ui, ctx.theme, ctx.t1("wizard-done-unmatched", "names", names));
    }
    for warning in &report.warnings {
        let text = ctx.texts.say(warning);
        widgets::label(ui, text, fonts::regular(12.5), ctx.theme.bad);
    }
}
