//! A small face: a squircle, two bars, one mouth whose bend is the value.
//!
//! No circle, and no colour but its curve's: it must not resemble the protected emoticons of NPS.

use crate::render::scene::{Color, CurvePiece, Point, Shape};
use crate::render::sketch::{Sketch, point, rect, stroke};
use crate::render::theme::Colors;

const RADIUS: f32 = 10.0;

/// Draws the face of a value −2…2.
pub(super) fn draw(sketch: &mut Sketch, center: Point, value: f64, colors: &Colors, ink: Color) {
    let pen = stroke(ink, 1.5);
    let place = rect(center.x - RADIUS, center.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS);
    sketch.frame(place, 0.78 * RADIUS, Some(colors.card), pen);
    for side in [-3.6, 3.6] {
        let x = center.x + side;
        sketch.line(point(x, center.y - 3.8), point(x, center.y - 1.0), pen);
    }
    let bend = value.clamp(-2.0, 2.0) as f32;
    let ends = center.y + 4.0 - 0.775 * bend;
    let pull = center.y + 4.0 + 2.325 * bend;
    let (from, to) = (point(center.x - 4.4, ends), point(center.x + 4.4, ends));
    // A quadratic curve's pull, shared by the two control points of a cubic one.
    let toward = |end: Point| {
        point(end.x + (center.x - end.x) * 2.0 / 3.0, end.y + (pull - end.y) * 2.0 / 3.0)
    };
    let piece = CurvePiece { control_1: toward(from), control_2: toward(to), to };
    sketch.add(Shape::Curve { from, pieces: vec![piece], stroke: pen });
}
