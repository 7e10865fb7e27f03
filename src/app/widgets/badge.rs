//! Small marks: badges, counters, avatars.
//!
//! Score badges of the map are part of its Scene, not made here.

use crate::app::fonts;
use crate::app::theme::Theme;
use egui::accesskit::Role;
use egui::{Align2, Color32, Pos2, Response, Sense, Ui, WidgetInfo, vec2};

/// A short text on a fill, 20 points high, radius 5.
pub fn badge(ui: &mut Ui, text: &str, fill: Color32, ink: Color32) -> Response {
    let font = fonts::strong(11.5);
    let width = (super::text_width(ui, text, &font) + 14.0).max(28.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, 5.0, fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
    response
}

/// A number in a round mark at the corner of an icon.
pub fn counter(ui: &Ui, theme: &Theme, center: Pos2, count: usize) {
    let text = if count > 99 { "99+".to_owned() } else { count.to_string() };
    let width = super::text_width(ui, &text, &fonts::strong(10.5)) + 9.0;
    let rect = egui::Rect::from_center_size(center, vec2(width.max(16.0), 16.0));
    ui.painter().rect_filled(rect, 8.0, theme.bad);
    let ink = theme.panel;
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, fonts::strong(10.5), ink);
}

/// Initials in a circle; the full name is the accessible name and the tooltip.
pub fn avatar(ui: &mut Ui, theme: &Theme, initials: &str, full_name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, full_name));
    ui.painter().circle(rect.center(), 9.5, theme.chan, egui::Stroke::new(1.0, theme.line2));
    let font = fonts::strong(9.5);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, initials, font, theme.ink2);
    super::tip(response, theme, full_name)
}
