//! The import screen: File, Columns, Check, Done.
//!
//! Reads a `Ctx` and pushes `UiAction`s; the document is only touched by the job it asks for.

/// The map before anything is written.
mod ahead;
/// Settings of the chosen column: direction, scale, missing values, touchpoint.
mod column_panel;
/// The table of columns with their first rows.
mod columns_card;
/// What was decided so far.
pub mod draft;
/// Mappings as files.
mod files;
/// Header with steps, footer with buttons.
mod frame;
/// Workers that read the file.
mod looking;
/// Labels of the file and touchpoints of the map.
mod match_panel;
/// How the file is read.
mod reading_card;
/// What would come in, what did come in.
mod report;

use super::context::{Ctx, UiAction};
use super::widgets;
use crate::document::ImportReport;
use crate::import::{CheckReport, Preview};
use crate::model::Message;
use ahead::Ahead;
use draft::Draft;
use looking::Looking;
use std::path::PathBuf;

/// Where in the work a person is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Step {
    /// Choosing a file.
    #[default]
    File,
    /// Saying what its columns are.
    Columns,
    /// Seeing what would come in.
    Check,
    /// Seeing what came in.
    Done,
}

/// What the import screen remembers between frames.
#[derive(Default)]
pub struct ImportScreen {
    step: Step,
    draft: Option<Draft>,
    /// Why the file or the mapping was refused.
    problem: Option<Message>,
    looking: Looking,
    preview: Option<Preview>,
    check: Option<CheckReport>,
    /// The column whose settings are shown.
    column: Option<usize>,
    report: Option<ImportReport>,
    /// Whether the file was recognised as imported before.
    seen_before: bool,
    importing: bool,
    ahead: Ahead,
}

impl ImportScreen {
    /// Begins with a file.
    pub fn begin(&mut self, file: PathBuf) {
        *self = Self::default();
        self.looking.detect(file, crate::import::Profile::default());
    }

    /// The file, while one is being imported.
    #[must_use]
    pub fn file(&self) -> Option<&std::path::Path> {
        self.draft.as_ref().map(|d| d.path.as_path())
    }

    /// Uses a kept mapping for the file.
    pub fn use_mapping(&mut self, text: &str) {
        let Some(draft) = &mut self.draft else { return };
        match crate::document::sample::profile(text) {
            Ok(profile) => {
                draft.use_profile(profile);
                self.problem = None;
                self.column = None;
                self.examine();
            }
            Err(refusal) => {
                let message = Message::new("wizard-bad-mapping").with("reason", refusal.0);
                self.problem = Some(message);
            }
        }
    }

    /// Takes what the import job gave.
    fn finished(&mut self, result: Result<ImportReport, Message>) {
        self.importing = false;
        match result {
            Ok(report) => {
                self.report = Some(report);
                self.problem = None;
                self.step = Step::Done;
            }
            Err(message) => {
                self.seen_before = message.key == "document-import-same-file";
                self.problem = Some(message);
            }
        }
    }

    /// Takes what the workers found since the last frame.
    fn take_findings(&mut self, ctx: &egui::Context) {
        self.looking.start(ctx);
        if let Some(result) = self.looking.detected() {
            match result {
                Ok((path, detected, proposal)) => {
                    let draft = Draft::new(path, detected, proposal);
                    self.column = draft.without_direction().first().copied();
                    self.draft = Some(draft);
                    self.problem = None;
                    self.step = Step::Columns;
                    self.examine();
                }
                Err(message) => {
                    self.problem = Some(message);
                    self.step = Step::File;
                    self.draft = None;
                }
            }
        }
        if let Some(result) = self.looking.previewed() {
            match result {
                Ok(preview) => self.preview = Some(preview),
                Err(message) => self.problem = Some(message),
            }
        }
        if let Some(result) = self.looking.checked() {
            match result {
                Ok(report) => {
                    self.check = Some(report);
                    self.problem = None;
                }
                Err(message) => {
                    self.check = None;
                    self.problem = Some(message);
                }
            }
        }
    }

    /// Shows the screen in the whole window.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        if let Some(end) = ctx.import_end.filter(|_| self.importing && !ctx.busy) {
            self.finished(end.clone());
        }
        self.take_findings(ui.ctx());
        self.look_ahead(ui.ctx(), ctx);
        self.header_ui(ui, ctx, actions);
        self.footer_ui(ui, ctx, actions);
        let frame = egui::Frame::new().fill(ctx.theme.canvas).inner_margin(egui::Margin {
            // The rest of the usual inset is the place of the scroll bars.
            right: 16 - SCROLL as i8,
            ..egui::Margin::same(16)
        });
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            if let Some(problem) = &self.problem {
                widgets::label(
                    ui,
                    ctx.texts.say(problem),
                    super::fonts::strong(13.0),
                    ctx.theme.err,
                );
                ui.add_space(8.0);
            }
            match (self.step, self.draft.is_some()) {
                (Step::File, _) | (_, false) => self.file_ui(ui, ctx, actions),
                (Step::Columns, true) => self.columns_ui(ui, ctx),
                (Step::Check, true) => self.check_ui(ui, ctx),
                (Step::Done, true) => self.done_ui(ui, ctx, actions),
            }
        });
    }

    /// Reads the first rows and checks all rows anew, after something was altered.
    fn examine(&mut self) {
        self.ahead = Ahead::default();
        if let Some(draft) = &self.draft {
            self.check = None;
            self.looking.examine(draft.path.clone(), draft.profile.clone());
        }
    }

    /// Detects the file anew, with what a person stated about reading.
    fn read_again(&mut self) {
        if let Some(draft) = &self.draft {
            let given = crate::import::Profile { columns: Vec::new(), ..draft.profile.clone() };
            self.looking.detect(draft.path.clone(), given);
        }
    }

    /// Choosing a file, or waiting until it is read.
    fn file_ui(&mut self, ui: &mut egui::Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        ui.add_space((ui.available_height() * 0.25).max(0.0));
        if self.looking.is_detecting() {
            ui.vertical_centered(|ui| {
                let (rect, _) =
                    ui.allocate_exact_size(egui::vec2(40.0, 40.0), egui::Sense::hover());
                widgets::busy_ring(ui, rect.center(), 14.0, ctx.theme.accent);
                widgets::body(ui, ctx.theme, ctx.t("wizard-reading"));
            });
            return;
        }
        let chosen = widgets::empty_state(
            ui,
            ctx.theme,
            crate::render::icons::Icon::of("upload_file"),
            &ctx.t("wizard-choose-title"),
            &ctx.t("wizard-choose-text"),
            Some((&ctx.t("wizard-choose-button"), None)),
        );
        if chosen {
            actions.push(UiAction::ImportDialog);
        }
    }

    /// The columns: how the file is read, what each column is, and the question about effort.
    fn columns_ui(&mut self, ui: &mut egui::Ui, ctx: &Ctx<'_>) {
        let wide = ui.available_width() > 1100.0;
        let right = if wide { 384.0 } else { 320.0 };
        let left = (ui.available_width() - right - 16.0).max(300.0);
        let height = ui.available_height();
        let downward = egui::Layout::top_down(egui::Align::Min);
        // As wide as its half, so that its bar stands beside the cards.
        let scrolled = |id| egui::ScrollArea::vertical().id_salt(id).auto_shrink(false);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.allocate_ui_with_layout(egui::vec2(left, height), downward, |ui| {
                ui.set_min_width(left);
                scrolled("import_left").show(ui, |ui| {
                    ui.set_width(left - SCROLL);
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 14.0);
                    self.reading_ui(ui, ctx);
                    self.table_ui(ui, ctx);
                    self.checking_ui(ui, ctx);
                });
            });
            ui.allocate_ui_with_layout(egui::vec2(right, height), downward, |ui| {
                scrolled("import_right").show(ui, |ui| {
                    ui.set_width(right - SCROLL);
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 14.0);
                    self.column_ui(ui, ctx);
                    self.match_ui(ui, ctx);
                });
            });
        });
    }
}

/// Room for a scroll bar beside the cards.
const SCROLL: f32 = 10.0;

/// A card of the screen: white, round, with a title.
fn card<R>(ui: &mut egui::Ui, ctx: &Ctx<'_>, content: impl FnOnce(&mut egui::Ui) -> R) -> R {
    ctx.theme
        .card_frame(10)
        .inner_margin(egui::Margin::symmetric(18, 14))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.with_layout(egui::Layout::top_down(egui::Align::Min), content).inner
        })
        .inner
}
