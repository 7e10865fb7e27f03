//! The line of visibility: what is above it the customer sees, what is below not.
//!
//! Holds nothing.

use super::context::Context;
use super::{Band, MapSketch};
use crate::render::icons::Icon;
use crate::render::scene::Anchor;
use crate::render::sketch::{Type, dashed, point};

pub(super) const HEIGHT: f32 = 24.0;

pub(super) fn draw(context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
    let colors = context.colors;
    let y = band.top + HEIGHT / 2.0;
    let name = context.texts.lane(band.lane);
    let ty = Type::semi_bold(11.0, colors.ink3);
    // The name crosses the gutter's line: a plate keeps both readable.
    let plate = crate::render::sketch::rect(14.0, y - 10.0, 26.0 + ty.width(&name), 20.0);
    map.sketch.fill(plate, 0.0, colors.sheet);
    map.sketch
        .icon(21.0, y, 15.0, Icon::of("visibility_off"), colors.ink3);
    map.sketch.text(35.0, y, Anchor::Start, ty, &name);
    let right = context.x(context.stages.len()) - 4.0;
    let line = dashed(colors.ink3, 1.0, 6.0, 4.0);
    map.sketch
        .line(point(plate.right() + 4.0, y), point(right, y), line);
}
