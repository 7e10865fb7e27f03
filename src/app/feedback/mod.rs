//! The feedback screen: imports with their counts, what respondents wrote, refused cells.
//!
//! Reads a `Ctx` and pushes `UiAction`s; rows are read on a worker, a page at a time.

/// What is asked of the list.
mod asked;
/// The imports at the left.
mod batches;
/// Labels that nobody knows.
mod bucket;
/// The dialog of the code book.
mod code_book;
/// One response, whole.
mod details;
/// Feedback that someone enters.
mod hand;
/// The batches of what was entered.
mod hand_batches;
/// What respondents wrote, row by row.
mod list;
/// Pages of comments, read on a worker.
mod pages;
/// Cells that were not taken over.
mod refused;
/// Entries kept, refused cells and comments written.
mod saving;
/// The themes of all comments, on a worker.
mod tagging;
/// The themes beside the list.
mod themes;
/// Search, order, what the list is narrowed to.
mod tools;

pub use asked::About;
pub use hand::HandForm;

use super::context::{Ctx, UiAction};
use super::fonts;
use super::regions::{self, Region};
use super::widgets::{Button, Chip, empty_state, label, title};
use crate::document::{Comment, Document};
use crate::model::BatchId;
use crate::render::icons::Icon;
use asked::Asked;
use bucket::Bucket;
use code_book::BookDialog;
use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use hand_batches::Pile;
use pages::Pages;
use refused::Refused;
use std::collections::HashSet;
use tagging::Tagging;

/// Widths of the panels beside the list.
const LEFT: f32 = 300.0;
const RIGHT: f32 = 332.0;
const INSET: f32 = 12.0;
/// Narrower windows show the details only when a row is chosen.
const NARROW: f32 = 1180.0;

/// What the middle of the screen lists.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
enum Shown {
    /// What respondents wrote.
    #[default]
    Comments,
    /// The refused cells of an import.
    Refused(BatchId),
}

/// What the screen remembers between frames.
#[derive(Default)]
pub struct FeedbackScreen {
    shown: Shown,
    pages: Pages,
    refused: Refused,
    bucket: Bucket,
    asked: Asked,
    tagging: Tagging,
    book: BookDialog,
    /// Whether the list goes back to its top.
    to_top: bool,
    /// The piles of entries whose entries are listed.
    piles_shown: HashSet<Pile>,
    /// The comment whose response is shown whole.
    chosen: Option<Comment>,
}

impl FeedbackScreen {
    /// Reads what is to be shown. Runs before painting, never during it.
    pub fn logic(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, document: Option<&Document>) {
        if let Shown::Refused(batch) = self.shown
            && !ctx.model.batches.contains_key(&batch)
        {
            self.shown = Shown::Comments;
        }
        let Some(document) = document else { return };
        self.asked.about = self.asked.about.filter(|about| about.name(ctx).is_some());
        self.asked.themes.retain(|id| ctx.model.themes.contains_key(id));
        let tagged = self.tagging.tagged().cloned();
        if self.pages.refresh(egui, ctx, document, &self.asked, tagged.as_deref()) {
            (self.chosen, self.to_top) = (None, true);
        }
        self.tagging.refresh(egui, ctx, document, &self.pages);
        self.book.refresh(egui, document, &self.pages);
        self.bucket.refresh(egui, ctx, document);
        if let Shown::Refused(batch) = self.shown {
            self.refused.refresh(ctx, document, batch);
        }
    }

    /// Lists what was written about a part of the map, whatever it says.
    pub fn show_about(&mut self, about: About) {
        self.shown = Shown::Comments;
        self.asked = Asked { about: Some(about), ..Asked::default() };
    }

    /// Whether a dialog of the screen is open.
    #[must_use]
    pub fn covers(&self) -> bool {
        self.book.is_open()
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let tools =
            Rect::from_min_size(whole.min + vec2(16.0, 8.0), vec2(whole.width() - 32.0, 34.0));
        let layout = Layout::left_to_right(Align::Center);
        let builder = UiBuilder::new().max_rect(tools).id_salt("feedback_tools").layout(layout);
        ui.scope_builder(builder, |ui| self.tools_ui(ui, ctx, out));
        let area = Rect::from_min_max(
            pos2(whole.left() + INSET, tools.bottom() + 8.0),
            whole.max - vec2(INSET, INSET),
        );
        if ctx.model.batches.is_empty() {
            return empty_ui(ui, ctx, area, out);
        }
        let left = area.with_max_x(area.left() + LEFT);
        self.batches_ui(ui, ctx, left, out);
        let rest = area.with_min_x(left.right() + INSET);
        let details = self.chosen.is_some() && self.shown == Shown::Comments;
        let split = details || (whole.width() >= NARROW && self.shown == Shown::Comments);
        let middle = if split { rest.with_max_x(rest.right() - RIGHT - INSET) } else { rest };
        match self.shown {
            Shown::Comments => self.list_ui(ui, ctx, middle, out),
            Shown::Refused(batch) => {
                if self.refused.ui(ui, ctx, (middle, batch), out) {
                    self.shown = Shown::Comments;
                }
            }
        }
        if split {
            let right = rest.with_min_x(middle.right() + INSET);
            match self.chosen {
                Some(_) => self.details_ui(ui, ctx, right, out),
                None => self.themes_ui(ui, ctx, right, out),
            }
        }
        self.book.ui(ui.ctx(), ctx, out);
    }

    fn tools_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        ui.spacing_mut().item_spacing.x = 8.0;
        title(ui, ctx.theme, ctx.t("app-rail-feedback"));
        let about = match (self.shown, self.pages.total()) {
            (Shown::Refused(_), _) | (_, None) => String::new(),
            (Shown::Comments, Some(total)) => match self.pages.at_least() {
                Some(least) if !self.asked.by_theme() => {
                    ctx.t1("feedback-found-least", "count", least.max(total))
                }
                _ => ctx.t1("feedback-found", "count", total),
            },
        };
        label(ui, about, fonts::regular(12.5), ctx.theme.ink3);
        about_ui(ui, ctx, out);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let import = Button::primary(ctx.t("feedback-import")).icon(Icon::of("upload_file"));
            let import = import.disabled_because(ctx.why_fixed()).show(ui, ctx.theme);
            regions::mark(ui.ctx(), Region::TopBar, import.id, ui.max_rect());
            if import.clicked() {
                out.push(UiAction::ImportDialog);
            }
            let enter = Button::new(ctx.t("feedback-enter")).icon(Icon::of("add_comment"));
            if enter.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                out.push(UiAction::OpenHandForm);
            }
        });
    }
}

/// The touchpoints that alone are listed, and a cross that lists all again.
fn about_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    let chosen = &ctx.view.filter.touchpoints;
    let Some(first) = chosen.iter().find_map(|id| ctx.model.touchpoints.get(id)) else { return };
    let value = match chosen.len() {
        1 => first.title.clone(),
        count => format!("{} +{}", first.title, count - 1),
    };
    let chip = Chip::new(ctx.t("feedback-only"), value);
    if chip.removable(ctx.t("feedback-only-not")).show(ui, ctx.theme).removed {
        out.push(UiAction::look(ctx, |view| view.filter.touchpoints.clear()));
    }
}

/// What a document without any feedback says here.
fn empty_ui(ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
    let place = area.with_min_y(area.top() + area.height() * 0.22);
    ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("feedback_empty"), |ui| {
        let why_fixed = ctx.why_fixed();
        let import = ctx.t("feedback-import");
        let icon = Some(Icon::of("upload_file"));
        let button = why_fixed.is_none().then_some((import.as_str(), icon));
        let (head, text) = (ctx.t("feedback-empty"), ctx.t("feedback-empty-why"));
        if empty_state(ui, ctx.theme, Icon::of("forum"), &head, &text, button) {
            out.push(UiAction::ImportDialog);
        }
        if why_fixed.is_none() {
            ui.add_space(4.0);
            ui.vertical_centered(|ui| {
                let enter = Button::quiet(ctx.t("feedback-enter")).icon(Icon::of("add_comment"));
                if enter.show(ui, ctx.theme).clicked() {
                    out.push(UiAction::OpenHandForm);
                }
            });
        }
    });
}

/// A card of the screen, in which `contents` lie.
fn card<R>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    (place, name): (Rect, &'static str),
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.painter().add(ctx.theme.card_frame(12).paint(place));
    let inner = place.shrink2(vec2(14.0, 12.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt(name), |ui| {
        ui.set_clip_rect(place.shrink(1.0).intersect(ui.clip_rect()));
        contents(ui)
    })
    .inner
}
