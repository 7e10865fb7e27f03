//! The map screen: canvas, inspector, overlay panel, time brush.
//!
//! Reads a `Ctx` and pushes `UiAction`s; holds only what is looked at, never the document.

use super::context::{Ctx, MapAction, UiAction};
use crate::render::scene::Subject;

/// What the map screen remembers between frames.
#[derive(Default)]
pub struct MapScreen {
    asked: Vec<MapAction>,
    to_show: Option<Subject>,
}

impl MapScreen {
    /// Takes what a shortcut or the palette asked for; done in the next `ui`.
    pub fn ask(&mut self, action: MapAction) {
        self.asked.push(action);
    }

    /// Brings a part of the map into view and selects it, in the next `ui`.
    pub fn show(&mut self, subject: Subject) {
        self.to_show = Some(subject);
    }

    /// Shows the screen in the space right of the rail and below the top bar.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        let _ = (
            std::mem::take(&mut self.asked),
            self.to_show.take(),
            actions,
        );
        super::widgets::body(ui, ctx.theme, ctx.model.title());
    }
}
