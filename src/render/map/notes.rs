//! Lanes of notes: pains with a minus, gains with a plus, free notes without either.
//!
//! A note grows with its text.

use super::context::Context;
use super::{Band, MapSketch, gutter, label};
use crate::model::{Lane, Note, Tone};
use crate::render::icons::Icon;
use crate::render::scene::{Color, Rect, Region, Subject};
use crate::render::sketch::{Sketch, Type, rect};

const HEAD: f32 = 5.0;
const GAP: f32 = 4.0;
const FOOT: f32 = 5.0;
const LINE: f32 = 16.0;
const TEXT_X: f32 = 28.0;

/// The measured lane.
pub(super) struct Notes<'a> {
    pub height: f32,
    notes: Vec<Placed<'a>>,
}

struct Placed<'a> {
    note: &'a Note,
    stage: usize,
    /// Place, from the lane's top.
    rect: Rect,
    lines: Vec<String>,
}

fn text_type(context: &Context<'_>) -> Type {
    Type::regular(12.0, context.colors.ink)
}

/// Distance from the note's edge to its text.
fn text_x(tone: Tone) -> f32 {
    if tone == Tone::Neutral { 10.0 } else { TEXT_X }
}

pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane) -> Notes<'a> {
    let mut lowest = HEAD + 2.0 * LINE + 15.0;
    let mut notes = Vec::new();
    let width = context.item_width();
    for stage in 0..context.stages.len() {
        let mut top = HEAD;
        for note in context.notes(stage, lane.id).iter().copied() {
            let lines = text_type(context).balanced(&note.text, width - text_x(note.tone) - 5.0);
            let height = 15.0 + LINE * lines.len() as f32;
            let place = rect(context.x(stage) + 3.0, top, width, height);
            top += height + GAP;
            lowest = lowest.max(top - GAP);
            notes.push(Placed { note, stage, rect: place, lines });
        }
    }
    Notes { height: lowest + FOOT, notes }
}

impl Notes<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        for stage in 0..context.stages.len() {
            if let Some(cell) = gutter::cell(context, band, stage) {
                map.region(stage, cell);
            }
        }
        for placed in &self.notes {
            let place = placed.rect.moved(0.0, band.top);
            draw_note(context, placed, place, &mut map.sketch);
            let label = label::note(context, placed.note);
            map.region(
                placed.stage,
                Region { rect: place, subject: Subject::Note(placed.note.id), label },
            );
        }
    }
}

fn draw_note(context: &Context<'_>, placed: &Placed<'_>, place: Rect, sketch: &mut Sketch) {
    let colors = context.colors;
    let (ground, ink, icon): (Color, Color, Option<&'static str>) = match placed.note.tone {
        Tone::Pain => (colors.bad_tint, colors.bad, Some("do_not_disturb_on")),
        Tone::Gain => (colors.good_tint, colors.good, Some("add_circle")),
        Tone::Neutral => (colors.hover, colors.ink3, None),
    };
    sketch.fill(place, 6.0, ground);
    if let Some(icon) = icon {
        sketch.fill(rect(place.x, place.y + 6.0, 3.0, place.height - 12.0), 1.5, ink);
        sketch.icon(place.x + 16.0, place.y + 15.0, 15.0, Icon::of(icon), ink);
    }
    if context.words() {
        let x = place.x + text_x(placed.note.tone);
        sketch.lines(x, place.y + 15.5, LINE, text_type(context), &placed.lines);
    }
}
