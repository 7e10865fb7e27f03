//! The lane of quotes: what customers say, in quotation marks.
//!
//! Adds the marks where the writer left them out.

use super::context::Context;
use super::{Band, MapSketch, gutter, label};
use crate::model::{Lane, Note};
use crate::render::scene::{Rect, Region, Subject};
use crate::render::sketch::{Type, rect};

const HEAD: f32 = 15.0;
const LINE: f32 = 16.0;
const TEXT_X: f32 = 8.0;

/// The measured lane.
pub(super) struct Quotes<'a> {
    pub height: f32,
    quotes: Vec<Placed<'a>>,
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

fn marked(text: &str) -> String {
    let bare = text.trim();
    let has_marks = bare.starts_with(['“', '"', '‘', '„', '«', '\'']);
    if has_marks { bare.to_owned() } else { format!("“{bare}”") }
}

pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane) -> Quotes<'a> {
    let mut height = HEAD + 2.0 * LINE + 1.0;
    let mut quotes = Vec::new();
    for stage in 0..context.stages.len() {
        let mut top = 0.0;
        for note in context.notes(stage, lane.id).iter().copied() {
            let room = context.column - TEXT_X - 8.0;
            let lines = text_type(context).balanced(&marked(&note.text), room);
            let tall = HEAD + LINE * lines.len() as f32;
            let place = rect(context.x(stage) + 2.0, top, context.column - 8.0, tall);
            top += tall - 6.0;
            height = height.max(top + 7.0);
            quotes.push(Placed { note, stage, rect: place, lines });
        }
    }
    Quotes { height, quotes }
}

impl Quotes<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        for stage in 0..context.stages.len() {
            if let Some(cell) = gutter::cell(context, band, stage) {
                map.region(stage, cell);
            }
        }
        for placed in &self.quotes {
            let place = placed.rect.moved(0.0, band.top);
            if context.words() {
                let x = place.x + TEXT_X - 2.0;
                let ty = text_type(context);
                map.sketch.lines(x, place.y + HEAD, LINE, ty, &placed.lines);
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
