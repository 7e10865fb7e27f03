//! What lies under everything: sheet, stripes, column lines; and the map that has no stage yet.
//!
//! Draws no lane.

use super::Band;
use super::context::{Context, GUTTER};
use crate::render::icons::Icon;
use crate::render::scene::Color;
use crate::render::scene::{Anchor, Point, Rect, Scene, Shadow};
use crate::render::sketch::{Sketch, Type, dashed, point, rect, stroke};
use crate::render::theme::Theme;

/// Blank below the last lane.
pub(super) const FOOT: f32 = 6.0;
/// Radius of the sheet.
pub(super) const RADIUS: f32 = 12.0;
/// The line between gutter and columns.
pub(super) const GUTTER_LINE: f32 = GUTTER - 6.0;

/// Shadow of the sheet.
fn sheet_shadow(theme: Theme) -> Shadow {
    let (color, opacity) = match theme {
        Theme::Light => (0x17_1A21, 0.07),
        Theme::Dark => (0, 0.35),
    };
    Shadow { offset_y: 2.0, blur: 10.0, color: Color::hex(color).with_opacity(opacity) }
}

pub(super) fn draw(context: &Context<'_>, sketch: &mut Sketch, lanes: &[Band<'_>], bottom: f32) {
    let colors = context.colors;
    sheet(context, sketch, bottom + FOOT);
    let first = lanes.first().map_or(bottom, |b| b.top);
    for band in lanes.iter().filter(|b| b.striped) {
        sketch.fill(rect(1.0, band.top, context.width - 2.0, band.height), 0.0, colors.lane);
    }
    let columns = context.columns();
    context.folded.strips(columns, colors, (first, bottom), sketch);
    for (before, column) in columns.iter().zip(columns.iter().skip(1)) {
        let x = column.x - 2.0;
        let pen = if before.stage == column.stage {
            dashed(colors.line, 1.0, 2.0, 4.0)
        } else {
            stroke(colors.line, 1.0)
        };
        sketch.line(point(x, first), point(x, bottom), pen);
    }
    gutter_line(context, sketch, first, bottom);
}

pub(super) fn gutter_line(context: &Context<'_>, sketch: &mut Sketch, top: f32, bottom: f32) {
    let line = stroke(context.colors.line, 1.0);
    sketch.line(point(GUTTER_LINE, top), point(GUTTER_LINE, bottom), line);
}

fn sheet(context: &Context<'_>, sketch: &mut Sketch, height: f32) {
    let colors = context.colors;
    sketch.raised(
        rect(0.0, 0.0, context.width, height),
        RADIUS,
        colors.sheet,
        stroke(colors.line, 1.0),
        Some(sheet_shadow(context.request.theme)),
    );
}

/// The inside of the sheet between two heights, its round corners kept, as a convex polygon.
pub(super) fn inside(sheet: Rect, from_y: f32, to_y: f32, to_x: f32) -> Vec<Point> {
    let (left, right) = (1.0, to_x);
    let radius = RADIUS - 1.0;
    let mut points = Vec::new();
    // A corner of the sheet is round; any other is the corner itself. Angles run clockwise.
    let mut corner = |round: bool, at: Point, towards: (f32, f32), from: f32| {
        if !round {
            points.push(at);
            return;
        }
        let center = at.moved(towards.0 * radius, towards.1 * radius);
        points.extend((0..=6_u8).map(|step| {
            let angle = (from + 15.0 * f32::from(step)).to_radians();
            center.moved(radius * angle.cos(), radius * angle.sin())
        }));
    };
    let (top, bottom) = (from_y <= 1.5, to_y >= sheet.height - 1.5);
    let end = to_x >= sheet.width - 1.5;
    corner(top, point(left, from_y), (1.0, 1.0), 180.0);
    corner(top && end, point(right, from_y), (-1.0, 1.0), 270.0);
    corner(bottom && end, point(right, to_y), (-1.0, -1.0), 0.0);
    corner(bottom, point(left, to_y), (1.0, -1.0), 90.0);
    points
}

/// A map without stages says what to do first.
pub(super) fn blank(context: &Context<'_>) -> Scene {
    let mut sketch = Sketch::default();
    let colors = context.colors;
    let height = 360.0;
    let width = context.request.width.max(480.0);
    sketch.raised(
        rect(0.0, 0.0, width, height),
        RADIUS,
        colors.sheet,
        stroke(colors.line, 1.0),
        Some(sheet_shadow(context.request.theme)),
    );
    let x = width / 2.0;
    sketch.circle(point(x, 118.0), 28.0, colors.tint, None);
    sketch.icon(x, 118.0, 28.0, Icon::of("flag"), colors.accent);
    let title = context.texts.get("map-blank-title");
    sketch.text(x, 172.0, Anchor::Middle, Type::semi_bold(16.0, colors.ink), &title);
    let text = context.texts.get("map-blank-text");
    sketch.text(x, 198.0, Anchor::Middle, Type::regular(13.0, colors.ink2), &text);
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (width, height);
    scene
}
