//! The start screen: recent maps, templates, samples.
//!
//! Reads a `Ctx` and the list of recent files; pushes `UiAction`s.

use super::context::{Ctx, Template, UiAction};
use super::recent::Recent;
use super::widgets::Button;

/// What the start screen remembers between frames.
#[derive(Default)]
pub struct StartScreen {
    search: String,
}

impl StartScreen {
    /// Shows the screen in the whole window.
    pub fn ui(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &Ctx<'_>,
        recent: &Recent,
        actions: &mut Vec<UiAction>,
    ) {
        let _ = (&self.search, recent);
        if Button::primary(ctx.t("start-new-map"))
            .show(ui, ctx.theme)
            .clicked()
        {
            actions.push(UiAction::New(Template::Blank));
        }
    }
}
