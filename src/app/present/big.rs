//! Letters and boxes for a group: the design's 1440 × 900, scaled to the window by the smaller factor.
//!
//! Paints and names; knows nothing of journeys.

use crate::app::fonts;
use crate::app::theme::Theme;
use crate::app::widgets::{focus_ring, paint_icon};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontId, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

/// How much larger the window's own controls are while something is presented, in percent.
pub const LARGER: u16 = 140;
/// The smallest letter: 18 points after the window was made larger.
const LEAST: f32 = 13.0;
/// Size of the design.
const DESIGN: Vec2 = vec2(1440.0, 900.0);
/// Distance from the edges of the window, in the design.
pub const INSET: f32 = 72.0;

/// The scale at which everything is presented.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Big {
    /// The whole of the window.
    pub whole: Rect,
    /// Points of one unit of the design.
    pub unit: f32,
}

impl Big {
    /// The scale of a window.
    #[must_use]
    pub fn of(whole: Rect) -> Self {
        let unit = (whole.size() / DESIGN).min_elem().max(0.1);
        Self { whole, unit }
    }

    /// A length of the design in points.
    #[must_use]
    pub fn px(&self, length: f32) -> f32 {
        length * self.unit
    }

    /// Letters of a size of the design, never too small for the last row.
    #[must_use]
    pub fn regular(&self, size: f32) -> FontId {
        fonts::regular(self.px(size).max(LEAST))
    }

    /// The same, semi-bold.
    #[must_use]
    pub fn strong(&self, size: f32) -> FontId {
        fonts::strong(self.px(size).max(LEAST))
    }

    /// The part of the window inside its inset.
    #[must_use]
    pub fn inside(&self) -> Rect {
        self.whole.shrink2(vec2(self.px(INSET), self.px(40.0)))
    }

    /// A point of the design. Wider windows have more room at the right.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.whole.min + vec2(x, y) * self.unit
    }

    /// A rectangle of the design.
    #[must_use]
    pub fn rect(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height) * self.unit)
    }
}

/// Paints one line, cut where it is longer than `width`, and says it to screen readers.
pub fn line(ui: &Ui, at: Pos2, align: Align2, text: &str, look: Ink, width: f32) -> Rect {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), look.font, look.color);
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    let galley = ui.painter().layout_job(job);
    let rect = align.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, look.color);
    say(ui, rect, text);
    rect
}

/// Paints a text in lines, cut after `rows`, and says it; gives the place it takes.
pub fn block(ui: &Ui, place: Rect, text: &str, look: Ink, rows: usize) -> Rect {
    let mut job = LayoutJob::simple(text.to_owned(), look.font, look.color, place.width());
    job.wrap.max_rows = rows;
    let galley = ui.painter().layout_job(job);
    let rect = Rect::from_min_size(place.min, galley.size());
    ui.painter().galley(rect.min, galley, look.color);
    say(ui, rect, text);
    rect
}

/// Height of a text in lines.
pub fn height(ui: &Ui, width: f32, text: &str, font: FontId, rows: usize) -> f32 {
    let mut job = LayoutJob::simple(text.to_owned(), font, Color32::PLACEHOLDER, width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job).size().y
}

/// Letters for a title, smaller where its longest word would be broken.
pub fn fitting(ui: &Ui, big: &Big, text: &str, width: f32) -> FontId {
    let fits = |font: &FontId| {
        text.split_whitespace().all(|word| crate::app::widgets::text_width(ui, word, font) <= width)
    };
    let sizes = [26.0, 24.0, 22.0, 20.0];
    let font = sizes.into_iter().map(|size| big.strong(size)).find(fits);
    font.unwrap_or_else(|| big.strong(22.0))
}

/// Font and colour of a text.
#[derive(Clone, Debug)]
pub struct Ink {
    /// The font.
    pub font: FontId,
    /// The colour.
    pub color: Color32,
}

impl Ink {
    /// Letters of a font in a colour.
    #[must_use]
    pub fn new(font: FontId, color: Color32) -> Self {
        Self { font, color }
    }
}

/// Says a text that was painted to screen readers.
pub fn say(ui: &Ui, rect: Rect, text: &str) {
    if text.is_empty() {
        return;
    }
    let corners = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f32::to_bits);
    let response = ui.interact(rect, ui.scope_id().with(("say", corners)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// A large button in a given place.
#[must_use = "call `show`"]
pub struct Press {
    place: Rect,
    name: String,
    text: Option<String>,
    icon: Option<Icon>,
    on: bool,
    primary: bool,
    enabled: bool,
    size: f32,
}

impl Press {
    /// A button with that name for screen readers, and nothing in it yet.
    pub fn new(place: Rect, name: impl Into<String>) -> Self {
        let (text, icon) = (None, None);
        Self {
            place,
            name: name.into(),
            text,
            icon,
            on: false,
            primary: false,
            enabled: true,
            size: 22.0,
        }
    }

    /// Size of its letters, in the design.
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// Shows its name as text.
    pub fn with_name(mut self) -> Self {
        self.text = Some(self.name.clone());
        self
    }

    /// Shows another text than its name.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Shows an icon, before the text.
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(Icon::of(icon));
        self
    }

    /// Whether it is switched on.
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// The one thing to do here.
    pub fn primary(mut self) -> Self {
        self.primary = true;
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Fill, edge and ink.
    fn colors(&self, theme: &Theme, response: &Response) -> [Color32; 3] {
        let over = response.hovered() || response.is_pointer_button_down_on();
        match (self.enabled, self.primary, over) {
            (false, ..) => [theme.hover, theme.hover, theme.ink4],
            (_, true, true) => [theme.accent_hover, theme.accent_hover, theme.on_accent],
            (_, true, false) => [theme.accent, theme.accent, theme.on_accent],
            (_, _, true) => [theme.hover, theme.edge, theme.ink],
            _ if self.on => [theme.tint, theme.tint2, theme.accent],
            _ => [theme.field, theme.line2, theme.ink],
        }
    }

    /// Shows the button; true when it was pressed.
    pub fn show(self, ui: &Ui, theme: &Theme, big: &Big) -> bool {
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let id = ui.scope_id().with(("press", self.name.as_str()));
        let response = ui.interact(self.place, id, sense);
        let (name, enabled, on) = (self.name.clone(), self.enabled, self.on);
        response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, on, &name));
        let [fill, edge, ink] = self.colors(theme, &response);
        let radius = big.px(10.0);
        let stroke = Stroke::new(1.0, edge);
        ui.painter().rect(self.place, radius, fill, stroke, StrokeKind::Inside);
        self.paint(ui, big, ink);
        if response.has_focus() {
            focus_ring(ui, theme, self.place, radius);
        }
        let pressed = response.clicked();
        if self.text.as_ref() != Some(&self.name) {
            crate::app::widgets::tip(response, theme, &self.name);
        }
        pressed
    }

    fn paint(&self, ui: &Ui, big: &Big, ink: Color32) {
        let glyph = big.px(30.0).max(20.0);
        let Some(text) = &self.text else {
            if let Some(icon) = self.icon {
                paint_icon(ui.painter(), self.place.center(), icon, glyph, ink);
            }
            return;
        };
        let room = self.place.width() - 12.0;
        let font = big.strong(self.size);
        let mut job = LayoutJob::simple_singleline(text.clone(), font, ink);
        let beside = if self.icon.is_some() { glyph + 6.0 } else { 0.0 };
        job.wrap = TextWrapping::truncate_at_width((room - beside).max(1.0));
        let galley = ui.painter().layout_job(job);
        let left = self.place.center().x - (galley.size().x + beside) / 2.0;
        if let Some(icon) = self.icon {
            let at = pos2(left + glyph / 2.0, self.place.center().y);
            paint_icon(ui.painter(), at, icon, glyph, ink);
        }
        let at = pos2(left + beside, self.place.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smaller_factor_counts_and_no_letter_is_too_small() {
        let big = |x, y| Big::of(Rect::from_min_size(Pos2::ZERO, vec2(x, y)));
        for (size, unit) in [((1440.0, 900.0), 1.0), ((2880.0, 900.0), 1.0), ((720.0, 900.0), 0.5)]
        {
            assert!((big(size.0, size.1).unit - unit).abs() < 1e-6, "{size:?}");
        }
        assert!(big(720.0, 450.0).regular(22.0).size >= LEAST);
        // 18 points on screen, once the window is larger by that factor.
        assert!(LEAST * f32::from(LARGER) / 100.0 >= 18.0);
        assert_eq!(big(2880.0, 1800.0).strong(58.0).size, 116.0);
    }
}
