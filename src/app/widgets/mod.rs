//! The controls of the window, in every state of the design: rest, hover, pressed, focus, disabled.
//!
//! A control is painted from the theme, has an accessible name, and knows nothing of documents.

/// Scores, counters and avatars.
mod badge;
/// Lines of text across the window that stay until their cause is gone; empty states.
mod banner;
/// Buttons with a text.
mod button;
/// Filter chips.
mod chip;
/// Dialogs over the window.
mod dialog;
/// Text fields.
mod field;
/// Buttons that are only an icon.
mod icon_button;
/// Menus and drop-downs.
mod menu;
/// A choice among a few, side by side.
mod segmented;
/// Messages at the bottom.
pub mod toast;
/// Check boxes, radios and switches.
mod toggle;
/// Dark hints over a control.
mod tooltip;

pub use badge::{avatar, badge, counter};
pub use banner::{Banner, BannerClick, BannerKind, empty_state};
pub use button::{Button, ButtonLook, ButtonSize};
pub(super) use chip::rounded_outline;
pub use chip::{Chip, ChipResponse};
pub use dialog::{Dialog, DialogEnd};
pub use field::Field;
pub use icon_button::IconButton;
pub use menu::{DropDown, MenuItem, menu, menu_heading, menu_line};
pub use segmented::segmented;
pub use toast::{Toast, ToastKind, Toasts};
pub use toggle::{checkbox, radio, switch};
pub use tooltip::{tip, tip_detail, tip_disabled};

use super::fonts;
use super::theme::Theme;
use crate::render::icons::Icon;
use egui::{Align2, Color32, FontId, Pos2, Rect, Response, Stroke, StrokeKind, Ui};

/// A line of text that wraps in the space it has.
pub fn label(ui: &mut Ui, text: impl Into<String>, font: FontId, color: Color32) -> Response {
    ui.label(egui::RichText::new(text).font(font).color(color))
}

/// A small hint: 11.5 in the third ink.
pub fn caption(ui: &mut Ui, theme: &Theme, text: impl Into<String>) -> Response {
    label(ui, text, fonts::regular(11.5), theme.ink3)
}

/// Normal text: 13 in the first ink.
pub fn body(ui: &mut Ui, theme: &Theme, text: impl Into<String>) -> Response {
    label(ui, text, fonts::regular(13.0), theme.ink)
}

/// The head of a card or panel: 14 semi-bold.
pub fn title(ui: &mut Ui, theme: &Theme, text: impl Into<String>) -> Response {
    label(ui, text, fonts::strong(14.0), theme.ink)
}

/// The head of a section: 18 semi-bold.
pub fn heading(ui: &mut Ui, theme: &Theme, text: impl Into<String>) -> Response {
    label(ui, text, fonts::strong(18.0), theme.ink)
}

/// Paints an icon around a centre.
pub fn paint_icon(painter: &egui::Painter, center: Pos2, icon: Icon, size: f32, color: Color32) {
    painter.text(center, Align2::CENTER_CENTER, icon.0, fonts::icons(size, false), color);
}

/// Paints a filled icon around a centre.
pub fn paint_filled_icon(
    painter: &egui::Painter,
    center: Pos2,
    icon: Icon,
    size: f32,
    color: Color32,
) {
    painter.text(center, Align2::CENTER_CENTER, icon.0, fonts::icons(size, true), color);
}

/// The ring of keyboard focus: 2 points wide, 2 points outside the shape.
pub fn focus_ring(ui: &Ui, theme: &Theme, rect: Rect, radius: f32) {
    ring(ui, rect, radius, theme.accent);
}

/// A focus ring in a colour of its own, for dark grounds.
pub fn ring(ui: &Ui, rect: Rect, radius: f32, color: Color32) {
    ui.painter().rect_stroke(
        rect.expand(2.0),
        radius + 4.0,
        Stroke::new(2.0, color),
        StrokeKind::Outside,
    );
}

/// The 270° arc of a control that is at work; asks for the next frame itself.
pub fn busy_ring(ui: &Ui, center: Pos2, radius: f32, color: Color32) {
    let turn = (ui.input(|i| i.time) / 0.9).fract() as f32;
    let points = (0..=24)
        .map(|i| {
            let angle = std::f32::consts::TAU * (turn + 0.75 * i as f32 / 24.0);
            center + radius * egui::vec2(angle.cos(), angle.sin())
        })
        .collect();
    ui.painter().line(points, Stroke::new(2.0, color));
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(33));
}

/// Width of a line of text.
pub(in crate::app) fn text_width(ui: &Ui, text: &str, font: &FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x
}

/// Paints one line, cut with "…" where it is longer than `width`.
pub fn paint_line(
    ui: &Ui,
    at: Pos2,
    align: Align2,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Rect {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    let galley = ui.painter().layout_job(job);
    let rect = align.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, color);
    rect
}
