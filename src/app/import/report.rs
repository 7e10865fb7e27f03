//! What would come in: while the file is checked, and before importing.
//!
//! Every refused cell is named: here the first ones, in the document all of them.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, paint_icon};
use super::{ImportScreen, card};
use crate::import::{CheckReport, Rejected};
use crate::model::{Audience, Message};
use crate::render::icons::Icon;
use egui::{Align, Color32, Layout, Rect, Sense, Ui, vec2};

/// One of the three boxes: an icon, a word, a number, what it means.
struct Fact {
    icon: &'static str,
    color: Color32,
    word: &'static str,
    number: u64,
    meaning: &'static str,
}

impl ImportScreen {
    /// "Checking rows" below the table of columns.
    pub(super) fn checking_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        card(ui, ctx, |ui| {
            ui.horizontal(|ui| {
                widgets::title(ui, ctx.theme, ctx.t("wizard-checking-title"));
                if let Some(progress) =
                    self.looking.progress().filter(|_| self.looking.is_checking())
                {
                    let share = progress
                        .total
                        .filter(|t| *t > 0)
                        .map(|total| 100.0 * progress.done as f64 / total as f64);
                    if let Some(share) = share {
                        let text = ctx.texts.percent(share, 0);
                        widgets::label(ui, text, fonts::regular(12.5), ctx.theme.ink3);
                    }
                }
            });
            let done = match (self.looking.is_checking(), self.looking.progress()) {
                (false, _) => 1.0,
                (true, Some(p)) => p.total.map_or(0.0, |t| p.done as f32 / t.max(1) as f32),
                (true, None) => 0.0,
            };
            bar_ui(ui, ctx, done);
            if let Some(check) = &self.check {
                facts_ui(ui, ctx, check);
                reasons_ui(ui, ctx, check);
            }
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
                let icon = Icon::of("shield");
                paint_icon(ui.painter(), rect.center(), icon, 18.0, ctx.theme.ink2);
                widgets::caption(ui, ctx.theme, ctx.t("wizard-personal-text"));
            });
        });
    }

    /// The step before importing: everything at a glance, with the first refused cells.
    pub(super) fn check_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        egui::ScrollArea::vertical().show(ui, |ui| {
            let width = ui.available_width().min(980.0);
            ui.vertical_centered(|ui| {
                ui.set_max_width(width);
                ui.spacing_mut().item_spacing.y = 14.0;
                card(ui, ctx, |ui| {
                    widgets::title(ui, ctx.theme, ctx.t("wizard-check-title"));
                    ui.add_space(4.0);
                    self.survey_ui(ui, ctx);
                    ui.add_space(10.0);
                    match &self.check {
                        Some(check) => {
                            facts_ui(ui, ctx, check);
                            ui.add_space(4.0);
                            widgets::body(ui, ctx.theme, summary(ctx, check));
                            reasons_ui(ui, ctx, check);
                            for warning in &check.read.warnings {
                                let text = ctx.texts.say(warning);
                                widgets::label(ui, text, fonts::regular(12.5), ctx.theme.bad);
                            }
                        }
                        None => {
                            widgets::body(ui, ctx.theme, ctx.t("wizard-still-checking"));
                        }
                    }
                });
                self.ahead_ui(ui, ctx);
                if let Some(check) = &self.check {
                    rejected_ui(ui, ctx, &check.examples, check.rejected);
                }
            });
        });
    }

    /// Name and wave of the survey the answers belong to.
    fn survey_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let is_anew = self.is_anew();
        let Some(draft) = &mut self.draft else { return };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let survey = &mut draft.profile.survey;
            widgets::Field::new(&mut survey.name, ctx.t("wizard-survey-name"))
                .labelled()
                .width(320.0)
                .show(ui, ctx.theme);
            widgets::Field::new(&mut survey.wave, ctx.t("wizard-survey-wave"))
                .labelled()
                .width(160.0)
                .hint(ctx.t("wizard-survey-wave-hint"))
                .show(ui, ctx.theme);
        });
        ui.add_space(6.0);
        widgets::label(ui, ctx.t("wizard-audience"), fonts::regular(12.0), ctx.theme.ink3);
        let audience = [
            (Audience::Customer, ctx.t("wizard-audience-customer")),
            (Audience::Employee, ctx.t("wizard-audience-employee")),
        ];
        let chosen = &mut draft.profile.survey.audience;
        ui.add_enabled_ui(!is_anew, |ui| widgets::segmented(ui, ctx.theme, &audience, chosen));
        let why = match chosen {
            Audience::Customer => "wizard-audience-customer-text",
            Audience::Employee => "wizard-audience-employee-text",
        };
        widgets::caption(ui, ctx.theme, ctx.t(why));
    }
}

fn summary(ctx: &Ctx<'_>, check: &CheckReport) -> String {
    let message = Message::new("wizard-summary")
        .with("rows", check.read.rows_read)
        .with("responses", check.responses)
        .with("answers", check.answers)
        .with("comments", check.comments);
    ctx.texts.say(&message)
}

fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>, done: f32) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 8.0), Sense::hover());
    ui.painter().rect_filled(rect, 4.0, ctx.theme.press);
    let filled = Rect::from_min_size(rect.min, vec2(width * done.clamp(0.0, 1.0), 8.0));
    ui.painter().rect_filled(filled, 4.0, ctx.theme.accent);
}

fn facts_ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &CheckReport) {
    let theme = ctx.theme;
    let facts = [
        Fact {
            icon: "check_circle",
            color: theme.ok,
            word: "wizard-valid",
            number: check.answers,
            meaning: "wizard-valid-text",
        },
        Fact {
            icon: "content_copy",
            color: theme.ink2,
            word: "wizard-duplicate",
            number: check.duplicates,
            meaning: "wizard-duplicate-text",
        },
        Fact {
            icon: "block",
            color: theme.bad,
            word: "wizard-rejected",
            number: check.rejected,
            meaning: "wizard-rejected-text",
        },
    ];
    ui.spacing_mut().item_spacing.x = 12.0;
    ui.columns(3, |columns| {
        for (ui, fact) in columns.iter_mut().zip(facts) {
            let frame = egui::Frame::new()
                .fill(theme.lane)
                .corner_radius(8)
                .inner_margin(egui::Margin::symmetric(12, 10));
            // Columns stretch their text to both edges; a sentence reads better unstretched.
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.set_min_height(84.0);
                    ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
                    ui.horizontal(|ui| {
                        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
                        let icon = Icon::of(fact.icon);
                        paint_icon(ui.painter(), rect.center(), icon, 16.0, fact.color);
                        widgets::label(ui, ctx.t(fact.word), fonts::regular(13.0), theme.ink2);
                    });
                    let number = ctx.texts.int(i64::try_from(fact.number).unwrap_or(i64::MAX));
                    widgets::label(ui, number, fonts::strong(20.0), theme.ink);
                    widgets::caption(ui, theme, ctx.t(fact.meaning));
                });
            });
        }
    });
}

/// Why cells are refused, most frequent first.
fn reasons_ui(ui: &mut Ui, ctx: &Ctx<'_>, check: &CheckReport) {
    if check.reasons.is_empty() {
        return;
    }
    widgets::label(ui, ctx.t("wizard-why-rejected"), fonts::strong(12.5), ctx.theme.ink);
    let most = check.reasons.iter().map(|r| r.count).max().unwrap_or(1).max(1);
    for reason in check.reasons.iter().take(6) {
        ui.horizontal(|ui| {
            let text = format!("{}: {}", reason.column, ctx.texts.say(&reason.reason));
            widgets::label(ui, text, fonts::regular(12.5), ctx.theme.ink2);
            let width = 80.0 * reason.count as f32 / most as f32;
            let (rect, _) = ui.allocate_exact_size(vec2(width.max(4.0), 8.0), Sense::hover());
            ui.painter().rect_filled(rect, 3.0, ctx.theme.bad.gamma_multiply(0.8));
            let count = ctx.texts.int(i64::try_from(reason.count).unwrap_or(i64::MAX));
            widgets::label(ui, count, fonts::strong(12.5), ctx.theme.ink);
        });
    }
}

/// The first refused cells, one a line.
pub(super) fn rejected_ui(ui: &mut Ui, ctx: &Ctx<'_>, rejected: &[Rejected], all: u64) {
    if all == 0 {
        return;
    }
    card(ui, ctx, |ui| {
        widgets::title(ui, ctx.theme, ctx.t1("wizard-rejected-list", "count", all));
        for cell in rejected.iter().take(50) {
            let line = Message::new("wizard-rejected-line")
                .with("row", cell.row)
                .with("column", &cell.column)
                .with("value", &cell.value)
                .with("reason", cell.reason.clone());
            widgets::label(ui, ctx.texts.say(&line), fonts::regular(12.5), ctx.theme.ink2);
        }
        if all > 50 {
            widgets::caption(ui, ctx.theme, ctx.t("wizard-rejected-more"));
        }
    });
}
