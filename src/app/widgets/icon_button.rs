//! Buttons that are only an icon; their name is also their tooltip.
//!
//! What a click does is the caller's business.

use super::{focus_ring, paint_filled_icon, paint_icon, tip_detail, tip_disabled};
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Color32, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// An icon to press.
#[must_use = "call `show`"]
pub struct IconButton {
    icon: Icon,
    name: String,
    hint: Option<String>,
    size: f32,
    glyph: f32,
    enabled: bool,
    why_disabled: Option<String>,
    selected: bool,
    filled: bool,
    framed: bool,
    color: Option<Color32>,
}

impl IconButton {
    /// A frameless icon of 28 points with that name.
    pub fn new(icon: Icon, name: impl Into<String>) -> Self {
        Self {
            icon,
            name: name.into(),
            hint: None,
            size: 28.0,
            glyph: 17.0,
            enabled: true,
            why_disabled: None,
            selected: false,
            filled: false,
            framed: false,
            color: None,
        }
    }

    /// A second part of the tooltip, such as the shortcut.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Side of the square.
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// Size of the glyph.
    pub fn glyph(mut self, glyph: f32) -> Self {
        self.glyph = glyph;
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Disabled, with the reason as its tooltip, when there is one.
    pub fn disabled_because(mut self, why: Option<String>) -> Self {
        self.enabled &= why.is_none();
        self.why_disabled = why;
        self
    }

    /// Shows it as switched on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// The filled variant of the icon.
    pub fn filled(mut self, filled: bool) -> Self {
        self.filled = filled;
        self
    }

    /// With an edge.
    pub fn framed(mut self) -> Self {
        self.framed = true;
        self
    }

    /// A colour of its own at rest.
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    fn colors(&self, theme: &Theme, response: &Response) -> (Color32, Color32) {
        let ink = if !self.enabled {
            theme.ink4
        } else if self.selected {
            theme.accent
        } else {
            self.color.unwrap_or(theme.ink2)
        };
        let fill = if !self.enabled {
            Color32::TRANSPARENT
        } else if response.is_pointer_button_down_on() {
            theme.press
        } else if response.hovered() {
            theme.hover
        } else if self.selected {
            theme.tint
        } else if self.framed {
            theme.field
        } else {
            Color32::TRANSPARENT
        };
        (fill, ink)
    }

    /// Shows the button.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(self.size, self.size), sense);
        let enabled = self.enabled && ui.is_enabled();
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, enabled, self.selected, &self.name));
        if ui.is_rect_visible(rect) {
            let (fill, ink) = self.colors(theme, &response);
            let edge = if self.framed { theme.line2 } else { Color32::TRANSPARENT };
            ui.painter().rect(rect, 7.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
            let paint = if self.filled { paint_filled_icon } else { paint_icon };
            paint(ui.painter(), rect.center(), self.icon, self.glyph, ink);
            if response.has_focus() {
                focus_ring(ui, theme, rect, 7.0);
            }
        }
        match (&self.why_disabled, self.enabled) {
            (Some(why), _) => tip_disabled(response, theme, why),
            (None, true) => {
                tip_detail(response, theme, &self.name, self.hint.as_deref().unwrap_or_default())
            }
            (None, false) => tip_disabled(response, theme, &self.name),
        }
    }
}
