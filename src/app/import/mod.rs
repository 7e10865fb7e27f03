//! The import screen: File, Columns, Check, Done.
//!
//! Reads a `Ctx` and pushes `UiAction`s; the document is only touched by the job it asks for.

use super::context::{Ctx, UiAction};
use std::path::PathBuf;

/// What the import screen remembers between frames.
#[derive(Default)]
pub struct ImportScreen {
    file: Option<PathBuf>,
}

impl ImportScreen {
    /// Begins with a file.
    pub fn begin(&mut self, file: PathBuf) {
        self.file = Some(file);
    }

    /// Shows the screen in the whole window.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        let _ = (&self.file, actions);
        super::widgets::body(ui, ctx.theme, ctx.model.title());
    }
}
