//! Text fields with their label, hint and error.
//!
//! Whether what is typed makes sense is the caller's business.

use super::{label, paint_icon};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::{Margin, Response, Stroke, StrokeKind, TextEdit, Ui, vec2};

/// A line of text to type.
#[must_use = "call `show`"]
pub struct Field<'a> {
    text: &'a mut String,
    name: String,
    label: bool,
    hint: String,
    error: Option<String>,
    width: f32,
    enabled: bool,
    icon: Option<Icon>,
    rows: usize,
    id: Option<egui::Id>,
}

impl<'a> Field<'a> {
    /// A field of 32 points with an accessible name.
    pub fn new(text: &'a mut String, name: impl Into<String>) -> Self {
        Self {
            text,
            name: name.into(),
            label: false,
            hint: String::new(),
            error: None,
            width: 200.0,
            enabled: true,
            icon: None,
            rows: 1,
            id: None,
        }
    }

    /// Shows the name above the field.
    pub fn labelled(mut self) -> Self {
        self.label = true;
        self
    }

    /// What the empty field says.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What is wrong with the text, if anything.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// Width of the field.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Whether it can be typed in.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// A fixed identity, so that the field can be given the focus.
    pub fn id(mut self, id: egui::Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows the field; the response is that of the text.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if self.label {
                label(ui, self.name.clone(), fonts::strong(12.0), theme.ink2);
            }
            let error = self.error.clone();
            let response = self.show_box(ui, theme);
            if let Some(error) = error {
                label(ui, error, fonts::regular(12.0), theme.err);
            }
            response
        })
        .inner
    }

    fn show_box(self, ui: &mut Ui, theme: &Theme) -> Response {
        let left = if self.icon.is_some() { 32 } else { 10 };
        let right = if self.error.is_some() { 30 } else { 10 };
        let mut edit = if self.rows > 1 {
            TextEdit::multiline(self.text).desired_rows(self.rows)
        } else {
            TextEdit::singleline(self.text)
        };
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        let fill = if self.enabled { theme.field } else { theme.hover };
        let edit = edit
            .hint_text(egui::RichText::new(&self.hint).color(theme.ink3))
            .font(fonts::regular(13.0))
            .text_color(if self.enabled { theme.ink } else { theme.ink2 })
            .frame(egui::Frame::new().fill(fill).corner_radius(7).inner_margin(Margin {
                left,
                right,
                top: 7,
                bottom: 7,
            }))
            .desired_width(self.width)
            .align(if self.rows > 1 { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
            .min_size(vec2(0.0, 32.0));
        let response = ui.add_enabled(self.enabled, edit).accessible_name(&self.name);
        let rect = response.rect;
        let stroke = if self.error.is_some() {
            Stroke::new(2.0, theme.err)
        } else if response.has_focus() {
            Stroke::new(2.0, theme.accent)
        } else if !self.enabled {
            Stroke::new(1.0, theme.line2)
        } else {
            Stroke::new(1.0, theme.edge)
        };
        ui.painter().rect_stroke(rect, 7.0, stroke, StrokeKind::Inside);
        if let Some(icon) = self.icon {
            let at = egui::pos2(rect.left() + 18.0, rect.center().y);
            paint_icon(ui.painter(), at, icon, 17.0, theme.ink2);
        }
        if self.error.is_some() {
            let at = egui::pos2(rect.right() - 16.0, rect.center().y);
            paint_icon(ui.painter(), at, Icon::of("error"), 16.0, theme.err);
        }
        response
    }
}
