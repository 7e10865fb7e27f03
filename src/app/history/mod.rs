//! The history panel: undo steps by name, and named versions.
//!
//! Reads a `Ctx` and pushes `UiAction`s.

use super::context::{Ctx, UiAction};
use crate::document::Document;

/// What the panel remembers between frames.
#[derive(Default)]
pub struct HistoryPanel {
    open: bool,
}

impl HistoryPanel {
    /// Opens the panel, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, _ctx: &Ctx<'_>, _document: Option<&Document>) {}

    /// Shows the panel, when it is open.
    pub fn ui(&mut self, _egui: &egui::Context, _ctx: &Ctx<'_>, _out: &mut Vec<UiAction>) {}
}
