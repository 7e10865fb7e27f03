//! Menus, their items, and the buttons that open them.
//!
//! Items return whether they were chosen; what that does is the caller's business.

use super::{focus_ring, paint_icon, paint_line, text_width, tip_disabled};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{
    Align2, Color32, Popup, PopupCloseBehavior, RectAlign, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

/// A button that shows what is chosen and opens a menu.
#[must_use = "call `show`"]
pub struct DropDown {
    name: String,
    icon: Option<Icon>,
    caption: String,
    value: String,
    active: bool,
    bare: bool,
    enabled: bool,
    height: f32,
    font: egui::FontId,
    min_width: f32,
    max_width: f32,
    chevron: bool,
    primary: bool,
}

impl DropDown {
    /// A drop-down showing `value`; `name` is what a screen reader says before the value.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            icon: None,
            caption: String::new(),
            value: value.into(),
            active: false,
            bare: false,
            enabled: true,
            height: 32.0,
            font: fonts::strong(13.0),
            min_width: 0.0,
            max_width: f32::INFINITY,
            chevron: true,
            primary: false,
        }
    }

    /// An icon in front.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A quieter word before the value.
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = caption.into();
        self
    }

    /// Filled with the tint, because what it controls is on.
    pub fn active(mut self, active: bool) -> Self {
        self.active = active;
        self
    }

    /// Without edge and fill at rest.
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// Looks like the primary button.
    pub fn primary(mut self) -> Self {
        self.primary = true;
        self
    }

    /// Without the arrow.
    pub fn without_arrow(mut self) -> Self {
        self.chevron = false;
        self
    }

    /// Whether it can be opened.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Height of the button (32).
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Font of the value (13 semi-bold).
    pub fn font(mut self, font: egui::FontId) -> Self {
        self.font = font;
        self
    }

    /// At least so wide.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// At most so wide; a longer value is cut.
    pub fn max_width(mut self, width: f32) -> Self {
        self.max_width = width;
        self
    }

    fn colors(
        &self,
        theme: &Theme,
        response: &Response,
        open: bool,
    ) -> (Color32, Color32, Color32) {
        let over = response.hovered() || open;
        let none = Color32::TRANSPARENT;
        match () {
            () if !self.enabled && self.bare => (none, none, theme.ink4),
            () if !self.enabled => (theme.hover, theme.hover, theme.ink4),
            () if self.primary && over => (theme.accent_hover, theme.accent_hover, theme.on_accent),
            () if self.primary => (theme.accent, theme.accent, theme.on_accent),
            () if self.active => (theme.tint, theme.tint2, theme.accent),
            () if self.bare && over => (theme.hover, none, theme.ink),
            () if self.bare => (none, none, theme.ink),
            () if over => (theme.hover, theme.edge, theme.ink),
            () => (theme.field, theme.line2, theme.ink),
        }
    }

    /// Shows the button. Hand its response to [`menu`].
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let parts = self.parts(ui);
        let wanted = 2.0 * parts.padding + parts.icon + parts.caption + parts.value + parts.arrow;
        let width = wanted.max(self.min_width).min(self.max_width).ceil();
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height), sense);
        let spoken = self.spoken();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, &spoken));
        if ui.is_rect_visible(rect) {
            self.paint(ui, theme, rect, &response, &parts);
        }
        response
    }

    /// What a screen reader says: the name and what is chosen.
    fn spoken(&self) -> String {
        match (self.name.is_empty(), self.value.is_empty() || self.name == self.value) {
            (false, false) => format!("{}: {}", self.name, self.value),
            (false, true) => self.name.clone(),
            (true, _) => self.value.clone(),
        }
    }

    fn parts(&self, ui: &Ui) -> Parts {
        let width_of = |text: &str, font| match text {
            "" => 0.0,
            text => text_width(ui, text, font),
        };
        let both = !self.caption.is_empty() && !self.value.is_empty();
        let alone = self.caption.is_empty() && self.value.is_empty();
        Parts {
            padding: if self.bare { 4.0 } else { 12.0 },
            icon: match (self.icon, alone) {
                (None, _) => 0.0,
                (Some(_), true) => 17.0,
                (Some(_), false) => 23.0,
            },
            caption: width_of(&self.caption, &fonts::regular(13.0)) + if both { 5.0 } else { 0.0 },
            value: width_of(&self.value, &self.font),
            arrow: if self.chevron { 22.0 } else { 0.0 },
        }
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: egui::Rect, response: &Response, parts: &Parts) {
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(response));
        let (fill, edge, ink) = self.colors(theme, response, open);
        let strong = self.primary || self.active || !self.enabled;
        let (icon_ink, caption_ink) = if strong { (ink, ink) } else { (theme.ink2, theme.ink3) };
        let painter = ui.painter();
        painter.rect(rect, 7.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let y = rect.center().y;
        let mut x = rect.left() + parts.padding;
        if let Some(icon) = self.icon {
            paint_icon(painter, pos2(x + 8.5, y), icon, 17.0, icon_ink);
            x += parts.icon;
        }
        let (align, quiet) = (Align2::LEFT_CENTER, fonts::regular(13.0));
        painter.text(pos2(x, y), align, &self.caption, quiet, caption_ink);
        x += parts.caption;
        let room = rect.right() - parts.padding - parts.arrow - x + 1.0;
        paint_line(ui, pos2(x, y), align, &self.value, self.font.clone(), ink, room);
        if self.chevron {
            let at = pos2(rect.right() - parts.padding - 6.0, y);
            paint_icon(painter, at, Icon::of("expand_more"), 16.0, icon_ink);
        }
        if response.has_focus() {
            focus_ring(ui, theme, rect, 7.0);
        }
    }
}

/// Widths of the parts of a drop-down.
struct Parts {
    padding: f32,
    icon: f32,
    caption: f32,
    value: f32,
    arrow: f32,
}

/// Opens a menu below a button that was clicked, and shows it while it is open.
pub fn menu<R>(
    button: &Response,
    theme: &Theme,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    Popup::menu(button)
        .frame(theme.menu_frame())
        .gap(4.0)
        .width(width)
        .align(RectAlign::BOTTOM_START)
        .align_alternatives(&[RectAlign::BOTTOM_END, RectAlign::TOP_START, RectAlign::TOP_END])
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .accessible_name(name)
        .show(|ui| {
            ui.set_min_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            content(ui)
        })
        .map(|shown| shown.inner)
}

/// A quiet heading inside a menu.
pub fn menu_heading(ui: &mut Ui, theme: &Theme, text: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let at = pos2(rect.left() + 8.0, rect.center().y + 2.0);
    ui.painter().text(at, Align2::LEFT_CENTER, text, fonts::strong(11.5), theme.ink3);
}

/// A hairline between groups of a menu.
pub fn menu_line(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.hairline());
}

/// One line of a menu.
#[must_use = "call `show`"]
pub struct MenuItem {
    text: String,
    detail: String,
    icon: Option<Icon>,
    shortcut: String,
    selected: Option<bool>,
    danger: bool,
    enabled: bool,
    why_disabled: Option<String>,
    swatches: Vec<Color32>,
}

impl MenuItem {
    /// An item with a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            detail: String::new(),
            icon: None,
            shortcut: String::new(),
            selected: None,
            danger: false,
            enabled: true,
            why_disabled: None,
            swatches: Vec::new(),
        }
    }

    /// An icon in front.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A second, quieter line.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The keys that do the same.
    pub fn shortcut(mut self, shortcut: impl Into<String>) -> Self {
        self.shortcut = shortcut.into();
        self
    }

    /// One of several: whether it is the chosen one.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// Takes something away.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// Whether it can be chosen.
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

    /// A strip of colours at the right.
    pub fn swatches(mut self, colors: Vec<Color32>) -> Self {
        self.swatches = colors;
        self
    }

    /// Shows the item; true when it was chosen.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> bool {
        let below = !self.detail.is_empty();
        let height = if below { 48.0 } else { 32.0 };
        let indent = if self.icon.is_some() || self.selected.is_some() { 34.0 } else { 10.0 };
        let font = fonts::regular(13.0);
        let keys = fonts::regular(11.5);
        let shortcut_width = if self.shortcut.is_empty() {
            0.0
        } else {
            text_width(ui, &self.shortcut, &keys) + 24.0
        };
        let strip = 9.0 * self.swatches.len() as f32 + 12.0;
        let wanted = indent + text_width(ui, &self.text, &font) + shortcut_width + strip;
        let width = wanted.max(ui.available_width());
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        response.widget_info(|| match self.selected {
            Some(on) => WidgetInfo::selected(Role::MenuItemRadio, self.enabled, on, &self.text),
            None => WidgetInfo::labeled(Role::MenuItem, self.enabled, &self.text),
        });
        if !self.shortcut.is_empty() {
            // Keys, or how many there are: read after the name.
            let (id, words) = (response.id, self.shortcut.clone());
            ui.ctx().accesskit_node_builder(id, |node| node.set_description(words));
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, theme, rect, &response, indent);
        }
        let clicked = response.clicked();
        if let Some(why) = &self.why_disabled {
            tip_disabled(response, theme, why);
        }
        clicked
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: egui::Rect, response: &Response, indent: f32) {
        let over = self.enabled && (response.hovered() || response.has_focus());
        if over {
            ui.painter().rect_filled(rect, 7.0, theme.tint);
        }
        let ink = match (self.enabled, self.danger) {
            (false, _) => theme.ink4,
            (true, true) => theme.err,
            (true, false) => theme.ink,
        };
        let below = !self.detail.is_empty();
        let y = if below { rect.top() + 16.0 } else { rect.center().y };
        let mark = match (self.selected, self.icon) {
            (Some(true), _) => Some(Icon::of("check")),
            (Some(false), _) => None,
            (None, icon) => icon,
        };
        if let Some(icon) = mark {
            let color = match (self.selected, self.danger, self.enabled) {
                (Some(_), ..) => theme.accent,
                (_, false, true) => theme.ink2,
                _ => ink,
            };
            paint_icon(ui.painter(), pos2(rect.left() + 18.0, y), icon, 17.0, color);
        }
        let font =
            if self.selected == Some(true) { fonts::strong(13.0) } else { fonts::regular(13.0) };
        let at = pos2(rect.left() + indent, y);
        ui.painter().text(at, Align2::LEFT_CENTER, &self.text, font, ink);
        let keys = fonts::regular(11.5);
        let at = pos2(rect.right() - 10.0, y);
        ui.painter().text(at, Align2::RIGHT_CENTER, &self.shortcut, keys, theme.ink3);
        if !self.detail.is_empty() {
            let at = pos2(rect.left() + indent, y + 17.0);
            let room = rect.width() - indent - 8.0;
            let font = fonts::regular(11.5);
            paint_line(ui, at, Align2::LEFT_CENTER, &self.detail, font, theme.ink3, room);
        }
        let step = 9.0;
        let left = rect.right() - 10.0 - step * self.swatches.len() as f32;
        for (i, color) in self.swatches.iter().enumerate() {
            let at = pos2(left + step * i as f32, y - 6.0);
            let swatch = egui::Rect::from_min_size(at, vec2(step, 12.0));
            ui.painter().rect_filled(swatch, 0.0, *color);
        }
    }
}
