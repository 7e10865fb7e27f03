//! Eight steps of colour from bad to good, the numbers at their borders, the middle and why.
//!
//! Fixed to the scale: never stretched to the data.

use super::Part;
use crate::render::scene::{Anchor, Point};
use crate::render::sketch::{Sketch, Type, point, rect, slice_of_round, stroke};

const HEIGHT: f32 = 24.0;
const GAP: f32 = 1.5;
const RADIUS: f32 = 4.0;

/// Draws the bar with its words at `at`. Returns the height reached.
pub(super) fn draw(part: &Part<'_>, sketch: &mut Sketch, at: Point, width: f32) -> f32 {
    let colors = part.colors;
    let pitch = (width + GAP) / 8.0;
    for index in 0..8_u8 {
        let x = at.x + pitch * f32::from(index);
        let fill = part.request.palette.leaf_color(3, usize::from(index));
        let bar = rect(at.x, at.y, width, HEIGHT);
        sketch.convex(slice_of_round(bar, RADIUS, x, x + pitch - GAP), fill);
    }
    let middle = at.x + pitch * 4.0 - GAP / 2.0;
    let line = stroke(colors.ink, 1.5);
    sketch.line(point(middle, at.y - 3.0), point(middle, at.y + HEIGHT + 3.0), line);
    let numbers = at.y + HEIGHT + 12.0;
    labels(part, sketch, at.x, pitch, numbers);
    words(part, sketch, at.x, width, numbers + 15.0)
}

/// The values at the ends, the middle and half-way.
fn labels(part: &Part<'_>, sketch: &mut Sketch, left: f32, pitch: f32, y: f32) {
    let (Some((worst, best)), Some(midpoint)) = (part.facts.worst_best, part.facts.midpoint) else {
        return;
    };
    let plain = Type::regular(11.5, part.colors.ink3);
    let strong = Type::semi_bold(11.5, part.colors.ink);
    let number = |value: f64| {
        let whole = (value - value.round()).abs() < 0.05;
        part.texts.num(value, usize::from(!whole))
    };
    let at = |step: f32| left + pitch * step - GAP / 2.0;
    let middle = midpoint.value;
    sketch.text(left, y, Anchor::Start, plain, &number(worst));
    sketch.text(at(2.0), y, Anchor::Middle, plain, &number(f64::midpoint(worst, middle)));
    sketch.text(at(4.0), y, Anchor::Middle, strong, &number(middle));
    sketch.text(at(6.0), y, Anchor::Middle, plain, &number(f64::midpoint(middle, best)));
    sketch.text(left + pitch * 8.0 - GAP, y, Anchor::End, plain, &number(best));
}

/// Direction words and the reason of the middle; the reason moves down where it would touch them.
fn words(part: &Part<'_>, sketch: &mut Sketch, left: f32, width: f32, y: f32) -> f32 {
    let colors = part.colors;
    let (bad, good) = part.ends();
    let (bad, good) = (format!("← {bad}"), format!("{good} →"));
    let (red, blue) = (Type::semi_bold(11.5, colors.bad), Type::semi_bold(11.5, colors.good));
    sketch.text(left, y, Anchor::Start, red, &bad);
    sketch.text(left + width, y, Anchor::End, blue, &good);
    let Some(reason) = part.middle() else {
        return y;
    };
    let plain = Type::regular(11.5, colors.ink3);
    let half = plain.width(&reason) / 2.0;
    let middle = width / 2.0;
    let free = red.width(&bad).max(blue.width(&good)) + 8.0 <= middle - half;
    let below = if free { y } else { y + 15.0 };
    sketch.text(left + middle, below, Anchor::Middle, plain, &reason);
    below
}
