//! The import screen: File, Columns, Check, Done.
//!
//! Reads a `Ctx` and pushes `UiAction`s; the document is only touched by the job it asks for.

/// The map before anything is written.
mod ahead;
/// The first step: choosing.
mod choose;
/// Settings of the chosen column: direction, scale, missing values, touchpoint.
mod column_panel;
/// The table of columns with their first rows.
mod columns_card;
/// The last step: what came in.
mod done;
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
/// Files, pasted tables, imports that are mapped anew.
mod material;
/// Mappings that were used before.
mod memory;
/// How the file is read.
mod reading_card;
/// What would come in, what did come in.
mod report;

use super::context::{Ctx, ImportEnd, UiAction};
use super::widgets;
use crate::document::{FileOutcome, ImportReport};
use crate::import::{CheckReport, DataSource, Preview, Profile, Proposal};
use crate::model::{Message, Model};
use ahead::Ahead;
use draft::Draft;
use looking::{Found, Looking, Start};
use match_panel::Likely;
use material::Material;
use memory::Why;
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
    material: Option<Material>,
    draft: Option<Draft>,
    /// Why the mapping is one from before, with what was proposed for this file.
    basis: Option<(Why, Proposal)>,
    /// Why the file or the mapping was refused.
    problem: Option<Message>,
    looking: Looking,
    preview: Option<Preview>,
    check: Option<CheckReport>,
    /// The column whose settings are shown.
    column: Option<usize>,
    report: Option<ImportReport>,
    /// What became of each of several files.
    each: Vec<(PathBuf, FileOutcome)>,
    /// Whether the file was recognised as imported before.
    seen_before: bool,
    /// Whether the mapping is not to be remembered.
    forget: bool,
    importing: bool,
    ahead: Ahead,
    likely: Likely,
}

impl ImportScreen {
    /// Begins with a file or a pasted table, with other files that go the same way, and with where
    /// to look for a mapping from before.
    pub(super) fn begin_data(
        &mut self,
        source: DataSource,
        more: Vec<PathBuf>,
        back: Box<(Model, PathBuf)>,
    ) {
        let material = Material::Data { source, more: more.into(), already: 0 };
        self.begin(Start::Data { material, given: Box::default(), back: Some(back) });
    }

    /// Begins.
    fn begin(&mut self, start: Start) {
        *self = Self::default();
        self.looking.detect(start);
    }

    /// Uses a kept mapping for the file.
    pub fn use_mapping(&mut self, text: &str) {
        let Some(draft) = &mut self.draft else { return };
        match crate::document::sample::profile(text) {
            Ok(profile) => {
                draft.use_profile(profile);
                self.basis = None;
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

    /// Leaves the mapping from before for what was proposed.
    fn use_proposal(&mut self) {
        let Some((_, proposal)) = self.basis.take() else { return };
        if let Some(draft) = self.draft.take() {
            self.take_draft(Draft::new(draft.detected, proposal));
        }
    }

    /// Takes what the import job gave.
    fn finished(&mut self, end: ImportEnd) {
        self.importing = false;
        match end {
            ImportEnd::One(result) => match *result {
                Ok(report) => {
                    self.report = Some(report);
                    self.problem = None;
                    self.step = Step::Done;
                }
                Err(message) => {
                    self.seen_before = message.key == "document-import-same-file";
                    self.problem = Some(message);
                }
            },
            ImportEnd::Each(each) => {
                self.each = each;
                self.problem = None;
                self.step = Step::Done;
            }
        }
    }

    /// Takes what the workers found since the last frame.
    fn take_findings(&mut self, ctx: &egui::Context) {
        self.looking.start(ctx);
        match self.looking.detected() {
            Some(Ok(found)) => self.take_found(found),
            Some(Err(message)) => {
                self.problem = Some(message);
                self.step = Step::File;
                self.draft = None;
                self.material = None;
            }
            None => {}
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

    /// A draft of what was found, with the mapping from before where there is one.
    fn take_found(&mut self, found: Found) {
        let Found { material, detected, proposal, before } = found;
        self.material = Some(material);
        self.basis = None;
        let Some(before) = before else {
            return self.take_draft(Draft::new(detected, proposal));
        };
        let mut draft = Draft::new(detected, proposal.clone());
        let profile = match before.why {
            Why::Imported { .. } | Why::Remembered => before.profile.written_as(&proposal.profile),
            Why::Grown { .. } | Why::Whole { .. } | Why::Kept => before.profile,
        };
        draft.use_profile(profile);
        self.seen_before = matches!(before.why, Why::Whole { .. });
        self.basis = Some((before.why, proposal));
        self.take_draft(draft);
    }

    fn take_draft(&mut self, draft: Draft) {
        let asked = draft.without_direction().first().copied();
        let is_answer = |column: &usize| draft.answer(*column).is_some();
        self.column = asked.or_else(|| (0..draft.profile.columns.len()).find(is_answer));
        self.draft = Some(draft);
        self.problem = None;
        self.step = Step::Columns;
        self.examine();
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
        self.likely = Likely::default();
        if let (Some(draft), Some(material)) = (&self.draft, &self.material) {
            self.check = None;
            self.looking.examine(material.clone(), draft.profile.clone());
        }
    }

    /// Detects the file anew, with what a person stated about reading.
    fn read_again(&mut self) {
        if let (Some(draft), Some(material)) = (&self.draft, &self.material) {
            let given = Box::new(Profile { columns: Vec::new(), ..draft.profile.clone() });
            self.looking.detect(Start::Data { material: material.clone(), given, back: None });
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
                    self.basis_ui(ui, ctx);
                    if !self.is_anew() {
                        self.reading_ui(ui, ctx);
                    }
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
