//! Swatches of the states that a card can be in, each with its words.
//!
//! Every state a reader may meet is named, whether or not the data has it.

use super::Part;
use crate::analysis::Lens;
use crate::render::color_scale::text_on;
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Rect};
use crate::render::sketch::{Sketch, Type, rect, stroke};
use crate::render::theme::no_data;

const PITCH: f32 = 24.0;
const WIDTH: f32 = 26.0;
const HEIGHT: f32 = 17.0;

#[derive(Clone, Copy)]
enum Key {
    Few,
    NoData,
    TooFew,
    Hidden,
    Star,
    Arrow,
}

fn keys(part: &Part<'_>) -> Vec<(Key, String)> {
    let get = |key| part.texts.get(key);
    let small = if part.of_employees() {
        (Key::Hidden, get("overlay-key-hidden"))
    } else {
        (Key::TooFew, get("overlay-key-too-few"))
    };
    let mut all = vec![
        (
            Key::Few,
            get(if part.facts.measure.lens == Lens::Importance {
                "overlay-key-few-pairs"
            } else {
                "overlay-key-few"
            }),
        ),
        (Key::NoData, get("overlay-key-no-data")),
        small,
        (Key::Star, get("overlay-key-star")),
    ];
    if part.request.compared {
        all.push((Key::Arrow, get("overlay-key-arrow")));
    }
    all
}

/// Draws all keys below each other, the first centred on `y`. Returns the height reached.
pub(super) fn column(part: &Part<'_>, sketch: &mut Sketch, y: f32) -> f32 {
    stack(part, sketch, Stack { x: 0.0, y, width: part.request.width, pitch: PITCH, size: 12.5 })
}

/// Where a stack of keys stands.
#[derive(Clone, Copy)]
pub(super) struct Stack {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub pitch: f32,
    pub size: f32,
}

pub(super) fn stack(part: &Part<'_>, sketch: &mut Sketch, place: Stack) -> f32 {
    let ty = Type::regular(place.size, part.colors.ink2);
    let mut y = place.y;
    for (key, words) in keys(part) {
        swatch(part, sketch, key, rect(place.x, y - HEIGHT / 2.0, WIDTH, HEIGHT));
        let lines = ty.wrap(&words, place.width - WIDTH - 10.0);
        sketch.lines(place.x + WIDTH + 10.0, y, 15.0, ty, &lines);
        y += place.pitch + 15.0 * (lines.len() as f32 - 1.0);
    }
    y - place.pitch + HEIGHT / 2.0
}

fn swatch(part: &Part<'_>, sketch: &mut Sketch, key: Key, place: Rect) {
    let colors = part.colors;
    let (x, y) = (place.x + WIDTH / 2.0, place.y + HEIGHT / 2.0);
    match key {
        Key::Few => {
            let fill = part.request.palette.leaf_color(1, 1);
            sketch.fill(place, 4.0, fill);
            let ink = text_on(fill).with_opacity(0.3);
            sketch.hatch(place, 4.0, 5.0, stroke(ink, 1.0));
        }
        Key::NoData => {
            let edge = stroke(no_data::EDGE, 1.0);
            sketch.frame(place, 4.0, Some(no_data::FILL), edge);
            sketch.hatch(place, 4.0, 5.0, stroke(no_data::EDGE, 1.2));
        }
        Key::TooFew => {
            sketch.frame(place, 4.0, Some(colors.lane), stroke(colors.line2, 1.0));
            let ty = Type::semi_bold(10.5, colors.ink2);
            sketch.text(x, y, Anchor::Middle, ty, "< 5");
        }
        Key::Hidden => {
            sketch.frame(place, 4.0, Some(colors.lane), stroke(colors.line2, 1.0));
            sketch.filled_icon(x, y, 12.0, Icon::of("lock"), colors.ink2);
        }
        Key::Star => sketch.filled_icon(x, y, 17.0, Icon::of("star"), colors.ink),
        Key::Arrow => {
            sketch.triangle(x - 11.0, y - 4.5, 9.0, true, colors.ink);
            sketch.triangle(x + 2.0, y - 4.5, 9.0, false, colors.ink);
        }
    }
}
