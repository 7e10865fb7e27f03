//! Lines across the window that stay until their cause is gone, and empty states.
//!
//! One sentence and at most one button.

use super::{Button, ButtonSize, label, paint_icon};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::{Align, Layout, Margin, Sense, Stroke, Ui, vec2};

/// What a banner is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BannerKind {
    /// Good to know.
    Note,
    /// Something went wrong.
    Error,
}

/// A line across the window.
#[must_use = "call `show`"]
pub struct Banner<'a> {
    kind: BannerKind,
    text: &'a str,
    button: Option<&'a str>,
    close_name: Option<&'a str>,
}

/// What was pressed on a banner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BannerClick {
    /// Its button.
    Button,
    /// Its cross.
    Close,
}

impl<'a> Banner<'a> {
    /// A banner with a sentence.
    pub fn new(kind: BannerKind, text: &'a str) -> Self {
        Self { kind, text, button: None, close_name: None }
    }

    /// Its one button.
    pub fn button(mut self, button: &'a str) -> Self {
        self.button = Some(button);
        self
    }

    /// A cross to close it, with its name.
    pub fn closable(mut self, name: &'a str) -> Self {
        self.close_name = Some(name);
        self
    }

    /// Shows the banner over the whole width.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Option<BannerClick> {
        let (fill, ink, icon) = match self.kind {
            BannerKind::Note => (theme.tint, theme.accent, "info"),
            BannerKind::Error => (theme.err_tint, theme.err, "error"),
        };
        let frame = egui::Frame::new().fill(fill).inner_margin(Margin::symmetric(16, 6));
        let mut clicked = None;
        frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                let (rect, _) = ui.allocate_exact_size(vec2(18.0, 28.0), Sense::hover());
                paint_icon(ui.painter(), rect.center(), Icon::of(icon), 17.0, ink);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some(name) = self.close_name
                        && super::IconButton::new(Icon::of("close"), name).show(ui, theme).clicked()
                    {
                        clicked = Some(BannerClick::Close);
                    }
                    if let Some(button) = self.button
                        && Button::new(button).small().show(ui, theme).clicked()
                    {
                        clicked = Some(BannerClick::Button);
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let text = egui::RichText::new(self.text)
                            .font(fonts::regular(13.0))
                            .color(theme.ink);
                        ui.add(egui::Label::new(text).wrap());
                    });
                });
            });
        });
        clicked
    }
}

/// Says what is missing, why that matters, and offers the next step. True when that was pressed.
pub fn empty_state(
    ui: &mut Ui,
    theme: &Theme,
    icon: Icon,
    title: &str,
    text: &str,
    button: Option<(&str, Option<Icon>)>,
) -> bool {
    let mut pressed = false;
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(56.0, 56.0), Sense::hover());
        ui.painter().circle(rect.center(), 28.0, theme.tint, Stroke::NONE);
        paint_icon(ui.painter(), rect.center(), icon, 24.0, theme.accent);
        ui.add_space(6.0);
        label(ui, title, fonts::strong(16.0), theme.ink);
        label(ui, text, fonts::regular(13.0), theme.ink3);
        if let Some((text, icon)) = button {
            ui.add_space(8.0);
            let mut button = Button::primary(text).size(ButtonSize::Large);
            if let Some(icon) = icon {
                button = button.icon(icon);
            }
            pressed = button.show(ui, theme).clicked();
        }
    });
    pressed
}
