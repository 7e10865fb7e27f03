//! The lane behind the scenes: teams and systems as chips.
//!
//! A chip grows with its text.

use super::context::Context;
use super::{Band, MapSketch, gutter, label};
use crate::model::{Lane, Note};
use crate::render::icons::Icon;
use crate::render::scene::{Rect, Region, Subject};
use crate::render::sketch::{Type, rect, stroke};

const HEAD: f32 = 3.0;
const GAP: f32 = 3.0;
const FOOT: f32 = 4.0;
const LINE: f32 = 15.0;
const TEXT_X: f32 = 26.0;

/// The measured lane.
pub(super) struct Backstage<'a> {
    pub height: f32,
    chips: Vec<Placed<'a>>,
}

struct Placed<'a> {
    note: &'a Note,
    stage: usize,
    /// Place, from the lane's top.
    rect: Rect,
    lines: Vec<String>,
}

fn text_type(context: &Context<'_>) -> Type {
    Type::regular(12.0, context.colors.ink2)
}

pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane) -> Backstage<'a> {
    let mut lowest = HEAD + 23.0;
    let mut chips = Vec::new();
    let width = context.item_width();
    for stage in 0..context.stages.len() {
        let mut top = HEAD;
        for note in context.notes(stage, lane.id).iter().copied() {
            let lines = text_type(context).wrap(&note.text, width - TEXT_X - 6.0);
            let height = 8.0 + LINE * lines.len() as f32;
            let place = rect(context.x(stage) + 3.0, top, width, height);
            top += height + GAP;
            lowest = lowest.max(top - GAP);
            chips.push(Placed { note, stage, rect: place, lines });
        }
    }
    Backstage { height: lowest + FOOT, chips }
}

impl Backstage<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        let colors = context.colors;
        for stage in 0..context.stages.len() {
            if let Some(cell) = gutter::cell(context, band, stage) {
                map.region(stage, cell);
            }
        }
        for placed in &self.chips {
            let place = placed.rect.moved(0.0, band.top);
            map.sketch.frame(place, 6.0, Some(colors.lane), stroke(colors.line, 1.0));
            let icon = placed.note.icon.as_deref().and_then(Icon::named);
            let icon = icon.unwrap_or_else(|| Icon::of("hub"));
            map.sketch.icon(place.x + 14.0, place.y + 11.5, 14.0, icon, colors.ink3);
            if context.words() {
                let ty = text_type(context);
                map.sketch.lines(place.x + TEXT_X, place.y + 11.5, LINE, ty, &placed.lines);
            }
            map.region(
                placed.stage,
                Region {
                    rect: place,
                    subject: Subject::Note(placed.note.id),
                    label: label::note(context, placed.note),
                },
            );
        }
    }
}
