//! The mark of the program: a journey's curve with its moment of truth. Painted, and as pixels.
//!
//! The window's icon and the marks on screen are drawn from the same curve.

use super::theme::Theme;
use egui::epaint::CubicBezierShape;
use egui::{Color32, IconData, Painter, Pos2, Rect, Stroke, pos2};

/// The curve in a square of 32: start, then control, control, end of each piece.
const START: [f32; 2] = [6.0, 21.0];
const PIECES: [[[f32; 2]; 3]; 2] =
    [[[11.0, 21.0], [10.5, 10.0], [16.0, 10.0]], [[21.5, 10.0], [20.5, 21.5], [26.0, 13.0]]];
/// Ends and moment of truth: where, and how large.
const DOTS: [([f32; 2], f32); 3] = [([6.0, 21.0], 2.0), ([16.0, 10.0], 3.0), ([26.0, 13.0], 2.0)];

/// Paints the mark into a square.
pub fn paint(painter: &Painter, theme: &Theme, place: Rect, radius: f32) {
    painter.rect_filled(place, radius, theme.ribbon);
    paint_curve(painter, theme, place);
}

/// Paints the mark on the dark column of the start screen.
pub fn paint_on_dark(painter: &Painter, theme: &Theme, place: Rect) {
    painter.rect_filled(place, 12.0, theme.start_button);
    paint_curve(painter, theme, place);
}

fn paint_curve(painter: &Painter, theme: &Theme, place: Rect) {
    let scale = place.width() / 32.0;
    let at = |p: [f32; 2]| place.min + scale * egui::vec2(p[0], p[1]);
    let mut from = START;
    for piece in PIECES {
        let points = [at(from), at(piece[0]), at(piece[1]), at(piece[2])];
        let stroke = Stroke::new(2.4 * scale, theme.on_ribbon);
        let curve =
            CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
        painter.add(curve);
        from = piece[2];
    }
    for (i, (center, size)) in DOTS.into_iter().enumerate() {
        let color = if i == 1 { theme.start_primary } else { theme.on_ribbon };
        painter.circle_filled(at(center), size * scale, color);
    }
}

/// The window's icon, drawn at 64 × 64.
#[must_use]
pub fn icon() -> IconData {
    const SIDE: u32 = 64;
    let theme = Theme::of(false);
    let curve = outline();
    let scale = SIDE as f32 / 32.0;
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let point = pos2((x as f32 + 0.5) / scale, (y as f32 + 0.5) / scale);
            rgba.extend(pixel(&theme, &curve, point).to_srgba_unmultiplied());
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}

fn outline() -> Vec<Pos2> {
    let mut points = Vec::new();
    let mut from = START;
    for piece in PIECES {
        let at = |p: [f32; 2]| pos2(p[0], p[1]);
        let points_of = [at(from), at(piece[0]), at(piece[1]), at(piece[2])];
        let curve = CubicBezierShape::from_points_stroke(
            points_of,
            false,
            Color32::TRANSPARENT,
            Stroke::NONE,
        );
        points.extend((0..=24).map(|i| curve.sample(i as f32 / 24.0)));
        from = piece[2];
    }
    points
}

fn pixel(theme: &Theme, curve: &[Pos2], point: Pos2) -> Color32 {
    let square = Rect::from_min_max(pos2(8.0, 8.0), pos2(24.0, 24.0));
    if square.distance_to_pos(point) > 8.0 {
        return Color32::TRANSPARENT;
    }
    for (i, (center, size)) in DOTS.into_iter().enumerate() {
        if point.distance(pos2(center[0], center[1])) <= size {
            return if i == 1 { theme.start_primary } else { theme.on_ribbon };
        }
    }
    let near = curve.iter().any(|p| p.distance(point) <= 1.3);
    if near { theme.on_ribbon } else { theme.ribbon }
}
