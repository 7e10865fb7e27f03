//! Five faces to choose a feeling by: own drawing, a squircle with two bars and a mouth.
//!
//! Paints and asks; the command is the caller's.

use crate::app::context::Ctx;
use crate::app::widgets::{focus_ring, tip};
use egui::accesskit::Role;
use egui::epaint::QuadraticBezierShape;
use egui::{Color32, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

/// Paints a face; `mood` runs from −2 to +2.
fn face(painter: &Painter, center: Pos2, radius: f32, mood: f32, ink: Color32, fill: Color32) {
    let box_ = Rect::from_center_size(center, Vec2::splat(2.0 * radius));
    let pen = Stroke::new(1.6, ink);
    painter.rect(box_, radius * 0.62, fill, pen, StrokeKind::Middle);
    for side in [-1.0, 1.0] {
        let top = center + vec2(side * radius * 0.34, -radius * 0.36);
        painter.line_segment([top, top + vec2(0.0, radius * 0.3)], pen);
    }
    let bend = mood / 2.0 * radius * 0.46;
    let y = center.y + radius * 0.36 - bend * 0.3;
    let ends = [-1.0, 1.0].map(|side: f32| egui::pos2(center.x + side * radius * 0.46, y));
    let middle = egui::pos2(center.x, y + bend * 1.5);
    painter.add(QuadraticBezierShape::from_points_stroke(
        [ends[0], middle, ends[1]],
        false,
        Color32::TRANSPARENT,
        pen,
    ));
}

/// Shows the faces; gives the feeling that was chosen, or nothing chosen again.
pub(super) fn faces(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    now: Option<f64>,
    enabled: bool,
) -> Option<Option<f64>> {
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        for mood in -2..=2 {
            let value = f64::from(mood);
            let on = now.is_some_and(|n| (n - value).abs() < 0.5);
            let sense = if enabled { Sense::click() } else { Sense::hover() };
            let (rect, response) = ui.allocate_exact_size(vec2(40.0, 46.0), sense);
            let name = ctx.t(match mood {
                -2 => "inspector-mood-very-bad",
                -1 => "inspector-mood-bad",
                0 => "inspector-mood-neutral",
                1 => "inspector-mood-good",
                _ => "inspector-mood-very-good",
            });
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, on, &name));
            let theme = ctx.theme;
            let (ink, fill) = match (on, response.hovered() && enabled) {
                (true, _) => (theme.accent, theme.tint),
                (false, true) => (theme.ink, theme.hover),
                (false, false) => (theme.ink2, theme.panel),
            };
            let center = rect.center_top() + vec2(0.0, 16.0);
            face(ui.painter(), center, 13.0, mood as f32, ink, fill);
            let label = match mood {
                -2 => "−2",
                -1 => "−1",
                0 => "0",
                1 => "+1",
                _ => "+2",
            };
            let font = crate::app::fonts::regular(11.5);
            let at = rect.center_bottom() - vec2(0.0, 6.0);
            ui.painter().text(at, egui::Align2::CENTER_CENTER, label, font, theme.ink3);
            if response.has_focus() {
                focus_ring(ui, theme, rect, 8.0);
            }
            if response.clicked() {
                chosen = Some((!on).then_some(value));
            }
            tip(response, theme, &name);
        }
    });
    chosen
}
