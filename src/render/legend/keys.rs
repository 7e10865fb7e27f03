//! Swatches of the states that a card can be in, each with its words.
//!
//! Every state a reader may meet under this lens is named, whether or not the data has it.

use super::{Part, figure_words};
use crate::analysis::Lens;
use crate::render::color_scale::{amount, text_on};
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
    let mut all = Vec::new();
    // Counts, marks and estimates have no base that could be too small.
    let (few, small) = match part.facts.measure.lens {
        Lens::Volume | Lens::Evidence | Lens::Emotion | Lens::Guess => (None, None),
        Lens::Importance => (Some("overlay-key-few-pairs"), Some("overlay-key-too-few-pairs")),
        Lens::RepeatContact | Lens::ChannelSwitching => {
            (Some("overlay-key-few-contacts"), Some("overlay-key-too-few-contacts"))
        }
        Lens::Score if part.of_employees() => (Some("overlay-key-few"), None),
        Lens::Score | Lens::GuessGap | Lens::EmployeeGap => {
            (Some("overlay-key-few"), Some("overlay-key-too-few"))
        }
    };
    all.extend(few.map(|key| (Key::Few, key)));
    // No responses are a number too.
    if part.facts.measure.lens != Lens::Volume {
        all.push((Key::NoData, "overlay-key-no-data"));
    }
    all.extend(small.map(|key| (Key::TooFew, key)));
    if part.of_employees() || part.facts.measure.lens == Lens::EmployeeGap {
        all.push((Key::Hidden, "overlay-key-hidden"));
    }
    all.push((Key::Star, "overlay-key-star"));
    if part.request.compared {
        all.push((Key::Arrow, "overlay-key-arrow"));
    }
    all.into_iter().map(|(key, words)| (key, part.texts.get(words))).collect()
}

/// What they stand for, without their swatches.
pub(super) fn words(part: &Part<'_>) -> Vec<String> {
    let sign = |key: Key| match key {
        Key::Few => "overlay-words-hatched",
        Key::NoData => "overlay-words-white",
        Key::TooFew => "overlay-words-grey",
        Key::Hidden => "overlay-words-lock",
        Key::Star => "overlay-words-star",
        Key::Arrow => "overlay-words-arrow",
    };
    keys(part)
        .into_iter()
        .map(|(key, words)| format!("{}: {words}", part.texts.get(sign(key))))
        .collect()
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
            let fill = if part.facts.measure.lens.is_amount() {
                amount(0.5, part.request.theme)
            } else {
                part.request.palette.leaf_color(1, 1)
            };
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
            let least = figure_words::least(part.facts.measure.lens);
            sketch.text(x, y, Anchor::Middle, ty, &format!("< {least}"));
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
