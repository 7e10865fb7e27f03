//! The history panel: undo steps by name, and named versions.
//!
//! Reads a `Ctx` and pushes `UiAction`s; the map beside it shows what a click does.

/// The picture of a version.
mod preview;
/// The list of undo steps.
mod steps;
/// The list of versions.
mod versions;

use super::context::{Ctx, UiAction};
use super::theme::Depth;
use super::widgets::{self, IconButton, segmented};
use crate::document::Document;
use crate::model::VersionId;
use crate::render::icons::Icon;
use egui::{Align, Area, Id, Layout, Order, Rect, Ui, UiBuilder, pos2, vec2};
use preview::Preview;

/// Width of the panel.
const WIDTH: f32 = 348.0;
/// Height of the bar above it.
const TOP: f32 = 52.0;
const INSET: f32 = 16.0;

/// Which list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Page {
    #[default]
    Steps,
    Versions,
}

/// What the panel remembers between frames.
#[derive(Default)]
pub struct HistoryPanel {
    open: bool,
    page: Page,
    /// The name being typed for a new version.
    name: String,
    /// The version being renamed, with the name typed so far.
    renaming: Option<(VersionId, String)>,
    preview: Option<Preview>,
}

impl HistoryPanel {
    /// Opens the panel, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Whether something of it lies over the whole window.
    #[must_use]
    pub fn covers(&self) -> bool {
        self.preview.is_some()
    }

    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        if ctx.document.is_none() {
            (self.open, self.preview) = (false, None);
        }
        if let (Some(preview), Some(document)) = (&mut self.preview, document) {
            preview.refresh(ctx, document);
        }
    }

    /// Shows the panel, when it is open, and the preview over it.
    pub fn ui(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        out: &mut Vec<UiAction>,
    ) {
        if !self.open {
            return;
        }
        let window = egui.content_rect();
        let place =
            Rect::from_min_max(pos2(window.right() - WIDTH, window.top() + TOP), window.max);
        let area = Area::new(Id::unique("history_panel")).order(Order::Middle);
        area.fixed_pos(place.min).constrain(false).show(egui, |ui| {
            let shadow = ctx.theme.shadow_of(Depth::Menu);
            ui.painter().add(shadow.as_shape(place, 0.0));
            ui.painter().rect_filled(place, 0.0, ctx.theme.panel);
            ui.painter().vline(place.left() + 0.5, place.y_range(), ctx.theme.hairline());
            // The panel takes the pointer, so that the map below does not.
            ui.interact(place, ui.scope_id().with("ground"), egui::Sense::CLICK);
            let builder = UiBuilder::new().max_rect(place.shrink(INSET));
            ui.scope_builder(builder, |ui| self.inside(ui, ctx, document, out));
        });
        if self.preview.as_mut().is_some_and(|preview| preview.ui(egui, ctx, out)) {
            self.preview = None;
        }
    }

    fn inside(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        out: &mut Vec<UiAction>,
    ) {
        ui.horizontal(|ui| {
            widgets::title(ui, ctx.theme, ctx.t("history-title"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let cross = IconButton::new(Icon::of("close"), ctx.t("history-close"));
                self.open &= !cross.show(ui, ctx.theme).clicked();
            });
        });
        ui.add_space(4.0);
        let pages =
            [(Page::Steps, ctx.t("history-steps")), (Page::Versions, ctx.t("history-versions"))];
        segmented(ui, ctx.theme, &pages, &mut self.page);
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        match (self.page, document) {
            (Page::Steps, Some(document)) => steps::steps_ui(ui, ctx, document, out),
            (Page::Versions, _) => {
                let wanted =
                    versions::versions_ui(ui, ctx, &mut self.name, &mut self.renaming, out);
                if let Some(version) = wanted {
                    self.preview = Some(Preview::new(version));
                }
            }
            // The document is away with a job.
            (Page::Steps, None) => {
                widgets::caption(ui, ctx.theme, ctx.t("app-busy"));
            }
        }
    }
}
