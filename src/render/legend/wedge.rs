//! The wedge of certainty: eight colours where sure, one grey where not.
//!
//! Its colours are the very ones that cards can have.

use super::Part;
use crate::render::color_scale::LAYERS;
use crate::render::scene::Point;
use crate::render::sketch::{Sketch, point};

const ROW: f32 = 14.0;
const ROW_GAP: f32 = 2.0;
const GAP: f32 = 1.5;
/// How far each side comes in over the four rows, as a share of the width at the top.
const SLOPE: f32 = 0.343;

/// Draws the wedge, `width` wide at its top. Returns the height of its foot.
pub(super) fn draw(part: &Part<'_>, sketch: &mut Sketch, at: Point, width: f32) -> f32 {
    let inset = width * SLOPE / 4.0;
    for row in 0..4_u8 {
        let layer = 3 - usize::from(row);
        let count = LAYERS[layer].0;
        let top = at.y + f32::from(row) * (ROW + ROW_GAP);
        // Left edge and width of this row at its top and at its foot.
        let upper = (at.x + inset * f32::from(row), width - 2.0 * inset * f32::from(row));
        let lower = (upper.0 + inset, upper.1 - 2.0 * inset);
        for index in 0..count {
            let (a, b) = cell(upper, index, count);
            let (c, d) = cell(lower, index, count);
            let corners =
                vec![point(a, top), point(b, top), point(d, top + ROW), point(c, top + ROW)];
            sketch.convex(corners, part.request.palette.leaf_color(layer, index));
        }
    }
    at.y + 4.0 * ROW + 3.0 * ROW_GAP
}

/// Left and right edge of a cell of a row.
fn cell((left, width): (f32, f32), index: usize, count: usize) -> (f32, f32) {
    let pitch = (width + GAP) / count as f32;
    let x = left + pitch * index as f32;
    (x, x + pitch - GAP)
}
