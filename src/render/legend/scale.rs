//! Eight steps of colour from bad to good, the numbers at their borders, the middle and why.
//!
//! Fixed to the scale: never stretched to the data.

use super::Part;
use crate::analysis::Lens;
use crate::render::color_scale::amount;
use crate::render::figure_words;
use crate::render::scene::{Anchor, Point};
use crate::render::sketch::{Sketch, Type, point, rect, slice_of_round, stroke};

const HEIGHT: f32 = 24.0;
const GAP: f32 = 1.5;
const RADIUS: f32 = 4.0;

/// Draws the bar with its words at `at`. Returns the height reached.
pub(super) fn draw(part: &Part<'_>, sketch: &mut Sketch, at: Point, width: f32) -> f32 {
    if part.facts.measure.lens.is_amount() {
        return amounts(part, sketch, at, width);
    }
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

/// Steps from nothing to the most there is, each with its words.
fn amounts(part: &Part<'_>, sketch: &mut Sketch, at: Point, width: f32) -> f32 {
    let measure = part.facts.measure;
    let steps: u8 = if measure.lens == Lens::Evidence { 3 } else { 5 };
    let first = if measure.lens == Lens::Evidence { 1.0 } else { 0.0 };
    let most = part.facts.worst_best.map_or(1.0, |(_, most)| most);
    let pitch = (width + GAP) / f32::from(steps);
    let ty = Type::regular(11.5, part.colors.ink3);
    let last = f64::from(steps - 1);
    for index in 0..steps {
        let value = first + (most - first) * f64::from(index) / last;
        let x = at.x + pitch * f32::from(index);
        let fill = amount(value / most.max(f64::MIN_POSITIVE), part.request.theme);
        let bar = rect(at.x, at.y, width, HEIGHT);
        sketch.convex(slice_of_round(bar, RADIUS, x, x + pitch - GAP), fill);
        let words = figure_words::measured(part.texts, measure, value);
        let middle = x + (pitch - GAP) / 2.0;
        let room = ty.fitted(&words, pitch - 4.0, 8.5);
        sketch.text(middle, at.y + HEIGHT + 12.0, Anchor::Middle, room, &words);
    }
    at.y + HEIGHT + 20.0
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
