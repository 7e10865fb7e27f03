//! The three dashed lines of a blueprint: of interaction, of visibility, of internal interaction.
//!
//! They hold nothing. A folded lane is such a line too: a name, and how much is in it.

use super::context::Context;
use super::{Band, MapSketch, gutter};
use crate::model::{LaneKind, Message};
use crate::render::icons::Icon;
use crate::render::scene::Anchor;
use crate::render::sketch::{Sketch, Type, dashed, point, rect};

pub(super) const HEIGHT: f32 = 24.0;
const LEFT: f32 = 14.0;
const TEXT_X: f32 = 35.0;

fn name_type(context: &Context<'_>) -> Type {
    Type::semi_bold(11.0, context.colors.ink3)
}

/// The name; of a folded lane with what it holds.
fn words(context: &Context<'_>, band: &Band<'_>) -> String {
    let name = context.texts.lane(band.lane);
    if !band.is_folded() {
        return name;
    }
    match band.held(context) {
        0 => name,
        n => context.texts.say(&Message::new("map-lane-folded").with("name", name).with("n", n)),
    }
}

/// Right edge of the name, which reaches over the gutter's line.
fn name_end(context: &Context<'_>, band: &Band<'_>) -> f32 {
    TEXT_X + name_type(context).width(&words(context, band)) + 5.0
}

pub(super) fn draw(context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
    let y = band.top + HEIGHT / 2.0;
    let left = name_end(context, band).max(super::frame::GUTTER_LINE) + 4.0;
    let right = context.columns.end() - 4.0;
    let line = dashed(context.colors.ink3, 1.0, 6.0, 4.0);
    map.sketch.line(point(left, y), point(right, y), line);
}

/// The name, which is part of the gutter and stays in place with it.
pub(super) fn name(context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
    let colors = context.colors;
    let y = band.top + HEIGHT / 2.0;
    let plate = rect(LEFT, y - 10.0, name_end(context, band) - LEFT, 20.0);
    sketch.fill(plate, 0.0, if band.striped { colors.lane } else { colors.sheet });
    let icon = match band.lane.kind {
        _ if band.is_folded() => gutter::icon(band.lane.kind),
        LaneKind::LineOfVisibility => Icon::of("visibility_off"),
        _ => Icon::of("swap_vert"),
    };
    sketch.icon(LEFT + 7.0, y, 15.0, icon, colors.ink3);
    sketch.text(TEXT_X, y, Anchor::Start, name_type(context), &words(context, band));
}
