//! The portfolio: all journeys of the document, each with a thumbnail.
//!
//! Reads a `Ctx` and pushes `UiAction`s.

/// Choosing a journey.
mod picker;

pub use picker::{journey_detail, journey_name, journey_picker, state_name};

use super::context::{Ctx, Screen, UiAction};
use super::shell::views_ui;
use crate::document::Document;
use egui::Ui;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct PortfolioScreen {}

impl PortfolioScreen {
    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, _ctx: &Ctx<'_>, _document: Option<&Document>) {}

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let place = egui::Rect::from_min_size(
            ui.max_rect().min + egui::vec2(12.0, 8.0),
            egui::vec2(ui.max_rect().width() - 24.0, 28.0),
        );
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let builder = egui::UiBuilder::new().max_rect(place).layout(layout);
        ui.scope_builder(builder, |ui| views_ui(ui, ctx, Screen::Portfolio, out));
    }
}
