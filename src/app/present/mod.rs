//! The present mode: for a group, big and without chrome.
//!
//! Reads a `Ctx` and pushes `UiAction`s.

use super::context::{Ctx, UiAction};
use crate::document::Document;
use egui::Ui;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct PresentScreen {}

impl PresentScreen {
    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, _ctx: &Ctx<'_>, _document: Option<&Document>) {}

    /// Shows the screen.
    pub fn ui(&mut self, _ui: &mut Ui, _ctx: &Ctx<'_>, _out: &mut Vec<UiAction>) {}
}
