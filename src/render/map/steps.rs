//! The lane of steps: what the customer does, as a list in its stage or as a head above its column.
//!
//! Holds no cards.

use super::columns::ColumnKind;
use super::context::Context;
use super::shelf::{Count, Shelf};
use super::{Band, MapSketch, gutter};
use crate::model::Step;
use crate::render::scene::{Anchor, Rect, Region, Subject};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};

const FIRST: f32 = 16.0;
const PITCH: f32 = 26.0;
const LINE: f32 = 15.0;
const FOOT: f32 = 18.0;
const DOT_X: f32 = 9.0;
const TEXT_X: f32 = 18.0;
/// A head: blank above it, height beside its lines, and where its words begin.
const HEAD: f32 = 6.0;
const HEAD_PAD: f32 = 15.0;
const HEAD_TEXT: f32 = 31.0;
/// A head narrower than this has its words below its number.
const NARROW: f32 = 100.0;
const NUMBER_LINE: f32 = 22.0;

/// The measured lane.
pub(super) struct Steps<'a> {
    pub height: f32,
    columns: Vec<Shown<'a>>,
    counts: Vec<Count>,
}

enum Shown<'a> {
    List(Vec<Row<'a>>),
    Head(Head<'a>),
    /// What stands in the stage as a whole, beside its steps.
    Loose(Vec<String>),
    Nothing,
}

struct Row<'a> {
    step: &'a Step,
    /// Centre of its first line, from the lane's top.
    middle: f32,
    lines: Vec<String>,
}

struct Head<'a> {
    step: &'a Step,
    number: String,
    /// Place, from the lane's top.
    rect: Rect,
    ty: Type,
    lines: Vec<String>,
}

pub(super) fn plan<'a>(context: &Context<'a>, depth: f32) -> Steps<'a> {
    let ty = Type::regular(12.0, context.colors.ink);
    let mut lowest = FIRST + FOOT;
    let columns = context.columns().iter().map(|column| match column.kind {
        ColumnKind::Whole => {
            let rows = list(context, column.stage, column.width - TEXT_X - 4.0, ty);
            let end = rows
                .last()
                .map_or(0.0, |row| row.middle + LINE * (row.lines.len() as f32 - 1.0) + FOOT);
            lowest = lowest.max(end);
            Shown::List(rows)
        }
        ColumnKind::Step(id) => {
            let step = context.steps(column.stage).iter().copied().find(|s| s.id == id);
            let Some(step) = step else { return Shown::Nothing };
            let head = head(context, step, column.x + 3.0, column.item_width());
            lowest = lowest.max(head.rect.bottom() + HEAD);
            Shown::Head(head)
        }
        ColumnKind::Loose if !context.steps(column.stage).is_empty() => {
            let ty = Type::regular(11.5, context.colors.ink3);
            let words = context.texts.get("map-column-loose");
            let lines = ty.wrap(&words, column.item_width() - 8.0);
            lowest = lowest.max(FIRST + LINE * (lines.len() as f32 - 1.0) + FOOT);
            Shown::Loose(lines)
        }
        ColumnKind::Loose | ColumnKind::Folded => Shown::Nothing,
    });
    let columns = columns.collect();
    let (height, counts) = folded(context, depth, lowest);
    Steps { height, columns, counts }
}

/// The counts of steps in folded stages.
fn folded(context: &Context<'_>, depth: f32, lowest: f32) -> (f32, Vec<Count>) {
    let mut shelf = Shelf::new(context, depth, HEAD, 0.0);
    let steps =
        |index: usize| context.columns().get(index).map_or(0, |c| context.steps(c.stage).len());
    // The first lane is the name's; a count below it would make it high for little.
    let counts = if depth > 0.0 { shelf.counts_of(context, steps) } else { Vec::new() };
    (shelf.lowest(0.0).max(lowest), counts)
}

fn list<'a>(context: &Context<'a>, stage: usize, room: f32, ty: Type) -> Vec<Row<'a>> {
    let mut middle = FIRST;
    let mut rows = Vec::new();
    for step in context.steps(stage).iter().copied() {
        let lines = ty.balanced(&step.name, room);
        let extra = LINE * (lines.len() as f32 - 1.0);
        rows.push(Row { step, middle, lines });
        middle += PITCH + extra;
    }
    rows
}

fn head<'a>(context: &Context<'a>, step: &'a Step, x: f32, width: f32) -> Head<'a> {
    let number = context.columns.rank(step.id).map_or(0, |rank| rank + 1).to_string();
    let narrow = width < NARROW;
    let room = width - 8.0 - if narrow { 8.0 } else { HEAD_TEXT };
    let ty = Type::semi_bold(12.0, context.colors.ink).fitted(&step.name, room, 10.0);
    let lines = ty.balanced(&step.name, room);
    let above = if narrow { NUMBER_LINE } else { 0.0 };
    let height = HEAD_PAD + above + LINE * lines.len() as f32;
    Head { step, number, rect: rect(x, HEAD, width, height), ty, lines }
}

impl Steps<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        gutter::cells(context, band, map);
        self.counts.iter().for_each(|count| count.draw(context, band.top, &mut map.sketch));
        for (index, (column, shown)) in context.columns().iter().zip(&self.columns).enumerate() {
            match shown {
                Shown::List(rows) => {
                    let reach = (column.x, column.width);
                    draw_list(context, rows, (index, reach), band.top, map);
                }
                Shown::Head(head) => {
                    let place = head.rect.moved(0.0, band.top);
                    draw_head(context, head, place, &mut map.sketch);
                    let (subject, label) = (Subject::Step(head.step.id), head.step.name.clone());
                    map.region(index, Region { rect: place, subject, label });
                }
                Shown::Loose(lines) if context.words() => {
                    let ty = Type::regular(11.5, context.colors.ink3);
                    map.sketch.lines(column.x + 8.0, band.top + FIRST, LINE, ty, lines);
                }
                Shown::Loose(_) | Shown::Nothing => {}
            }
        }
    }
}

fn draw_list(
    context: &Context<'_>,
    rows: &[Row<'_>],
    (column, (x, width)): (usize, (f32, f32)),
    top: f32,
    map: &mut MapSketch,
) {
    let colors = context.colors;
    let ty = Type::regular(12.0, colors.ink);
    for (index, row) in rows.iter().enumerate() {
        let y = top + row.middle;
        if let Some(next) = rows.get(index + 1) {
            let to = point(x + DOT_X, top + next.middle - 4.0);
            map.sketch.line(point(x + DOT_X, y + 4.0), to, stroke(colors.line2, 1.0));
        }
        map.sketch.circle(point(x + DOT_X, y), 2.5, colors.ink4, None);
        if context.words() {
            map.sketch.lines(x + TEXT_X, y, LINE, ty, &row.lines);
        }
        let height = PITCH - 2.0 + LINE * (row.lines.len() as f32 - 1.0);
        let place = rect(x + 2.0, y - 12.0, width - 8.0, height);
        let (subject, label) = (Subject::Step(row.step.id), row.step.name.clone());
        map.region(column, Region { rect: place, subject, label });
    }
}

/// The head of a step's column: its number in the journey, and its words.
fn draw_head(context: &Context<'_>, head: &Head<'_>, place: Rect, sketch: &mut Sketch) {
    let colors = context.colors;
    sketch.frame(place, 7.0, Some(colors.chan), stroke(colors.line2, 1.0));
    if !context.words() {
        return;
    }
    let narrow = place.width < NARROW;
    let first = place.y + HEAD_PAD / 2.0 + LINE / 2.0;
    let at = point(place.x + 17.0, if narrow { place.y + 15.0 } else { first });
    let ty = Type::semi_bold(10.5, colors.ink2);
    let disc = rect(at.x - 9.0, at.y - 9.0, 18.0_f32.max(ty.width(&head.number) + 8.0), 18.0);
    sketch.fill(disc, 9.0, colors.card);
    sketch.text(disc.x + disc.width / 2.0, at.y, Anchor::Middle, ty, &head.number);
    let (x, first) = if narrow { (8.0, first + NUMBER_LINE) } else { (HEAD_TEXT, first) };
    sketch.lines(place.x + x, first, LINE, head.ty, &head.lines);
}
