//! Check boxes, radios and switches; the label is part of the area that can be hit.
//!
//! Each returns a response whose `changed` says that it was toggled.

use super::{focus_ring, paint_icon, text_width};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{
    Align2, Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

const ROW: f32 = 32.0;

/// Lays out mark and label in one row and gives its response.
fn row(ui: &mut Ui, mark: f32, label: &str) -> (Rect, Response) {
    let text =
        if label.is_empty() { 0.0 } else { text_width(ui, label, &fonts::regular(13.0)) + 8.0 };
    ui.allocate_exact_size(vec2((mark + text).ceil(), ROW), Sense::click())
}

fn paint_label(ui: &Ui, theme: &Theme, rect: Rect, mark: f32, label: &str) {
    let at = pos2(rect.left() + mark + 8.0, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, label, fonts::regular(13.0), theme.ink);
}

/// A check box.
pub fn checkbox(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str) -> Response {
    let (rect, mut response) = row(ui, 16.0, label);
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, label));
    let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(16.0, 16.0));
    if *on {
        ui.painter().rect_filled(mark, 4.0, theme.accent);
        paint_icon(ui.painter(), mark.center(), Icon::of("check"), 13.0, theme.on_accent);
    } else {
        let fill = if response.hovered() { theme.hover } else { theme.field };
        ui.painter().rect(mark, 4.0, fill, Stroke::new(1.5, theme.edge), StrokeKind::Inside);
    }
    paint_label(ui, theme, rect, 16.0, label);
    if response.has_focus() {
        focus_ring(ui, theme, mark, 4.0);
    }
    response
}

/// One of several radios: `on` says whether it is the chosen one.
pub fn radio(ui: &mut Ui, theme: &Theme, on: bool, label: &str) -> Response {
    let (rect, response) = row(ui, 18.0, label);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, label));
    let center = pos2(rect.left() + 9.0, rect.center().y);
    let edge = if on { theme.accent } else { theme.edge };
    let fill = if response.hovered() && !on { theme.hover } else { theme.field };
    ui.painter().circle(center, 8.0, fill, Stroke::new(if on { 2.0 } else { 1.5 }, edge));
    if on {
        ui.painter().circle_filled(center, 4.0, theme.accent);
    }
    paint_label(ui, theme, rect, 18.0, label);
    if response.has_focus() {
        let mark = Rect::from_center_size(center, vec2(18.0, 18.0));
        focus_ring(ui, theme, mark, 9.0);
    }
    response
}

/// A switch: takes effect at once.
pub fn switch(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str) -> Response {
    let (rect, mut response) = row(ui, 36.0, label);
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, label));
    let track = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(36.0, 20.0));
    let how_on = ui.ctx().animate_bool(response.id, *on);
    let fill = if *on { theme.accent } else { theme.line2 };
    ui.painter().rect_filled(track, 10.0, fill);
    let x = egui::lerp(track.left() + 10.0..=track.right() - 10.0, how_on);
    let knob = if theme.dark { theme.ink } else { Color32::WHITE };
    ui.painter().circle_filled(pos2(x, track.center().y), 8.0, knob);
    paint_label(ui, theme, rect, 36.0, label);
    if response.has_focus() {
        focus_ring(ui, theme, track, 10.0);
    }
    response
}
