//! Buttons with a text, and perhaps an icon and a shortcut.
//!
//! What a click does is the caller's business.

use super::{busy_ring, focus_ring, paint_icon, text_width, tip_disabled};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Color32, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonLook {
    /// The one thing to do here.
    Primary,
    /// Also possible.
    #[default]
    Secondary,
    /// A link-like button without edge.
    Quiet,
    /// Takes something away.
    Danger,
}

/// Height of a button.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonSize {
    /// 28: tool bars.
    Small,
    /// 32: the usual one.
    #[default]
    Normal,
    /// 36: empty states.
    Large,
}

/// A button.
#[must_use = "call `show`"]
pub struct Button {
    text: String,
    name: Option<String>,
    icon: Option<Icon>,
    look: ButtonLook,
    size: ButtonSize,
    enabled: bool,
    why_disabled: Option<String>,
    busy: bool,
    min_width: f32,
}

impl Button {
    /// A secondary button of normal height.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            name: None,
            icon: None,
            look: ButtonLook::Secondary,
            size: ButtonSize::Normal,
            enabled: true,
            why_disabled: None,
            busy: false,
            min_width: 0.0,
        }
    }

    /// The one thing to do here.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(text).look(ButtonLook::Primary)
    }

    /// A link-like button.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(text).look(ButtonLook::Quiet)
    }

    /// Sets the look.
    pub fn look(mut self, look: ButtonLook) -> Self {
        self.look = look;
        self
    }

    /// Sets the height.
    pub fn size(mut self, size: ButtonSize) -> Self {
        self.size = size;
        self
    }

    /// 28 points high.
    pub fn small(self) -> Self {
        self.size(ButtonSize::Small)
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What a screen reader says, where the text alone is not enough.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

    /// At work: the text gives way to a ring, the width stays.
    pub fn busy(mut self, busy: bool) -> Self {
        self.busy = busy;
        self
    }

    /// At least so wide.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    fn height(&self) -> f32 {
        match self.size {
            ButtonSize::Small => 28.0,
            ButtonSize::Normal => 32.0,
            ButtonSize::Large => 36.0,
        }
    }

    /// Fill, edge and text for the state the button is in.
    fn colors(&self, theme: &Theme, response: &Response) -> (Color32, Color32, Color32) {
        let none = Color32::TRANSPARENT;
        if !self.enabled {
            let fill = if self.look == ButtonLook::Quiet { none } else { theme.hover };
            return (fill, fill, theme.ink4);
        }
        let down = response.is_pointer_button_down_on();
        let over = response.hovered() || down;
        match self.look {
            ButtonLook::Primary if over => {
                (theme.accent_hover, theme.accent_hover, theme.on_accent)
            }
            ButtonLook::Primary => (theme.accent, theme.accent, theme.on_accent),
            ButtonLook::Secondary if down => (theme.press, theme.edge, theme.ink),
            ButtonLook::Secondary if over => (theme.hover, theme.edge, theme.ink),
            ButtonLook::Secondary => (theme.field, theme.line2, theme.ink),
            ButtonLook::Quiet if down => (theme.tint2, none, theme.accent),
            ButtonLook::Quiet if over => (theme.tint, none, theme.accent),
            ButtonLook::Quiet => (none, none, theme.accent),
            ButtonLook::Danger if over => (theme.err_tint, theme.err, theme.err),
            ButtonLook::Danger => (theme.field, theme.line2, theme.err),
        }
    }

    /// Shows the button.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let font = fonts::strong(if self.size == ButtonSize::Small { 12.5 } else { 13.0 });
        let text_width = text_width(ui, &self.text, &font);
        let icon_width = if self.icon.is_some() { 22.0 } else { 0.0 };
        let padding = if self.size == ButtonSize::Small { 10.0 } else { 14.0 };
        let width = (text_width + icon_width + 2.0 * padding).max(self.min_width);
        let sense = if self.enabled && !self.busy { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width.ceil(), self.height()), sense);
        let name = self.name.clone().unwrap_or_else(|| self.text.clone());
        let enabled = self.enabled && ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
        if ui.is_rect_visible(rect) {
            let (fill, edge, ink) = self.colors(theme, &response);
            let stroke = Stroke::new(1.0, edge);
            ui.painter().rect(rect, 7.0, fill, stroke, StrokeKind::Inside);
            if self.busy {
                busy_ring(ui, rect.center(), 7.0, ink);
            } else {
                let left = rect.center().x - (text_width + icon_width) / 2.0;
                if let Some(icon) = self.icon {
                    let center = egui::pos2(left + 7.0, rect.center().y);
                    paint_icon(ui.painter(), center, icon, 17.0, ink);
                }
                let at = egui::pos2(left + icon_width, rect.center().y);
                ui.painter().text(at, Align2::LEFT_CENTER, &self.text, font, ink);
            }
            if response.has_focus() {
                focus_ring(ui, theme, rect, 7.0);
            }
        }
        match self.why_disabled {
            Some(why) => tip_disabled(response, theme, &why),
            None if enabled => response.on_hover_cursor(egui::CursorIcon::PointingHand),
            None => response,
        }
    }
}
