//! Dialogs over the window, with a title and a cross.
//!
//! Only for what cannot be a banner, a menu or a message.

use super::{IconButton, label};
use crate::app::fonts;
use crate::app::theme::{Depth, Theme};
use crate::render::icons::Icon;
use egui::{Align, Context, Id, Layout, Margin, Modal, Stroke, Ui};

/// A dialog.
#[must_use = "call `show`"]
pub struct Dialog<'a> {
    id: &'static str,
    title: &'a str,
    close_name: &'a str,
    width: f32,
}

/// What came of showing a dialog.
pub struct DialogEnd<R> {
    /// What the content returned.
    pub inner: R,
    /// Whether it was closed by Esc, its cross or a click beside it.
    pub closed: bool,
}

impl<'a> Dialog<'a> {
    /// A dialog of 480 points with a title and a name for its cross.
    pub fn new(id: &'static str, title: &'a str, close_name: &'a str) -> Self {
        Self { id, title, close_name, width: 480.0 }
    }

    /// Width of its content.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows it.
    pub fn show<R>(
        self,
        ctx: &Context,
        theme: &Theme,
        content: impl FnOnce(&mut Ui) -> R,
    ) -> DialogEnd<R> {
        let frame = egui::Frame::new()
            .fill(theme.panel)
            .stroke(Stroke::new(1.0, theme.line2))
            .corner_radius(12)
            .inner_margin(Margin::same(20))
            .shadow(theme.shadow_of(Depth::Dialog));
        let mut crossed = false;
        let modal = Modal::new(Id::unique(self.id))
            .frame(frame)
            .backdrop_color(theme.shadow.gamma_multiply(0.35))
            .show(ctx, |ui| {
                ui.set_width(self.width);
                ui.horizontal(|ui| {
                    label(ui, self.title, fonts::strong(16.0), theme.ink);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let cross = IconButton::new(Icon::of("close"), self.close_name);
                        crossed = cross.show(ui, theme).clicked();
                    });
                });
                ui.add_space(4.0);
                content(ui)
            });
        DialogEnd { closed: crossed || modal.should_close(), inner: modal.inner }
    }
}
