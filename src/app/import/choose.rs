//! The first step: a file, several, a folder, a pasted table. And the note that a mapping from
//! before is used.
//!
//! Only asks; what is chosen is opened by the program.

use super::super::context::{Ctx, UiAction};
use super::super::fonts;
use super::super::widgets::{self, Button, paint_icon};
use super::memory::Why;
use super::{ImportScreen, Step, card};
use crate::model::Message;
use crate::render::icons::Icon;
use egui::{Align, Event, Layout, Sense, Ui, ViewportCommand, vec2};

impl ImportScreen {
    /// Choosing, or waiting until it is read.
    pub(super) fn file_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        ui.add_space((ui.available_height() * 0.2).max(0.0));
        if self.looking.is_detecting() {
            ui.vertical_centered(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(40.0, 40.0), Sense::hover());
                widgets::busy_ring(ui, rect.center(), 14.0, ctx.theme.accent);
                widgets::body(ui, ctx.theme, ctx.t("wizard-reading"));
            });
            return;
        }
        let chosen = widgets::empty_state(
            ui,
            ctx.theme,
            Icon::of("upload_file"),
            &ctx.t("wizard-choose-title"),
            &ctx.t("wizard-choose-text"),
            Some((&ctx.t("wizard-choose-button"), None)),
        );
        if chosen {
            actions.push(UiAction::ImportDialog);
        }
        ui.add_space(10.0);
        let folder = Button::new(ctx.t("wizard-choose-folder")).icon(Icon::of("folder_open"));
        let paste = Button::new(ctx.t("wizard-paste")).icon(Icon::of("content_paste"));
        in_the_middle(ui, "choose_more", |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            if folder.show(ui, ctx.theme).clicked() {
                actions.push(UiAction::ImportFolderDialog);
            }
            if paste.show(ui, ctx.theme).clicked() {
                ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            }
        });
        let pasted = ui.input(|i| {
            i.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = pasted {
            actions.push(UiAction::ImportPasted(text));
        }
    }

    /// Whether an import of the document is mapped anew.
    pub(super) fn is_anew(&self) -> bool {
        self.material.as_ref().is_some_and(|material| material.batch().is_some())
    }

    /// Says that the mapping is one from before, and offers to begin afresh.
    pub(super) fn basis_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some((why, _)) = &self.basis else { return };
        let (text, may_leave) = match why {
            Why::Imported { file, day } => (told(ctx, "wizard-basis-imported", file, day), true),
            Why::Remembered => (ctx.t("wizard-basis-remembered"), true),
            Why::Grown { rows } => (ctx.t1("wizard-basis-grown", "rows", *rows), false),
            Why::Whole { .. } if self.material.as_ref().is_some_and(|m| m.more() > 0) => {
                (ctx.t("wizard-basis-passed"), false)
            }
            Why::Whole { file, day } => (told(ctx, "wizard-basis-whole", file, day), true),
            Why::Kept => (ctx.t("wizard-basis-kept"), false),
        };
        let mut leave = false;
        card(ui, ctx, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, 28.0), Sense::hover());
                paint_icon(
                    ui.painter(),
                    rect.center(),
                    Icon::of("history"),
                    17.0,
                    ctx.theme.accent,
                );
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if may_leave {
                        let button = Button::quiet(ctx.t("wizard-basis-leave")).small();
                        leave = button.show(ui, ctx.theme).clicked();
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let label = egui::Label::new(
                            egui::RichText::new(text)
                                .font(fonts::regular(13.0))
                                .color(ctx.theme.ink),
                        );
                        ui.add(label.wrap());
                    });
                });
            });
        });
        if leave {
            self.use_proposal();
        }
    }

    /// Goes a step back. What was decided stays.
    pub(super) fn go_back(&mut self) {
        self.step = match self.step {
            Step::Check => Step::Columns,
            _ => Step::File,
        };
        self.problem = None;
    }
}

fn told(ctx: &Ctx<'_>, key: &'static str, file: &str, day: &str) -> String {
    let day = ctx.texts.iso_day(day);
    ctx.texts.say(&Message::new(key).with("file", file).with("day", day))
}

/// A row of buttons in the middle; its width is known from the frame before.
fn in_the_middle(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(id);
    let width: f32 = ui.data(|d| d.get_temp(id)).unwrap_or(300.0);
    ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - width) / 2.0).max(0.0));
        let before = ui.cursor().min.x;
        content(ui);
        let used = ui.min_rect().right() - before;
        ui.data_mut(|d| d.insert_temp(id, used));
    });
}
