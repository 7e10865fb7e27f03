//! The ribbon of stages: chevrons, dark or in the colour of their score.
//!
//! Stays in place while the map scrolls down.

use super::context::Context;
use super::figures::{Figure, Score, heat_edge};
use super::{MapSketch, RIBBON_TOP, label};
use crate::model::{Stage, StageView};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Color, Point, Region, Shape, Subject};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};

/// How far a chevron points.
const TIP: f32 = 11.0;
/// Rounds the chevron's corners.
const SOFT: f32 = 2.5;
const LEAST_HEIGHT: f32 = 40.0;
const NAME_PITCH: f32 = 15.0;
/// Room for the badge at the right.
const BADGE: f32 = 30.0;
/// A name with less room than this has its badge below it.
const LEAST_ROOM: f32 = 56.0;

/// The measured ribbon.
pub(super) struct Ribbon {
    pub height: f32,
    stages: Vec<Chevron>,
}

struct Chevron {
    figure: Figure,
    ty: Type,
    lines: Vec<String>,
    /// Left edge and width of the stage's columns.
    x: f32,
    width: f32,
    /// Badge or number of answers stand on a line of their own.
    stacked: bool,
    folded: bool,
}

/// Distance from the column's edge to the name.
fn inset(stage: usize) -> f32 {
    if stage == 0 { 12.0 } else { 21.0 }
}

pub(super) fn plan(context: &Context<'_>) -> Ribbon {
    let mut height = LEAST_HEIGHT;
    let mut stages = Vec::with_capacity(context.stages.len());
    for (index, stage) in context.stages.iter().enumerate() {
        let chevron = Chevron::new(context, index, stage);
        let rows = chevron.lines.len() as f32;
        height = height.max(if chevron.folded {
            LEAST_HEIGHT
        } else if context.heat() {
            25.0 + NAME_PITCH * rows + if chevron.stacked { NAME_PITCH } else { 0.0 }
        } else {
            NAME_PITCH * rows + if chevron.stacked { 34.0 } else { 10.0 }
        });
        stages.push(chevron);
    }
    Ribbon { height, stages }
}

impl Chevron {
    fn new(context: &Context<'_>, index: usize, stage: &Stage) -> Self {
        let figure = context.figures.stage(stage.id);
        let ink = match (&figure, context.heat()) {
            (Figure::Score(score), true) => score.ink,
            (_, true) => context.colors.ink2,
            (_, false) => context.colors.on_ribbon,
        };
        let (x, width) = context.columns.reach(&context.columns.of_stage(index));
        let folded = stage.view == StageView::Folded;
        let size = if context.heat() { 12.5 } else { 13.0 };
        let name = context.texts.stage(stage);
        let beside =
            if context.heat() || matches!(figure, Figure::None) { 0.0 } else { BADGE + 4.0 };
        let room = width - inset(index) - 4.0;
        let stacked = match &figure {
            Figure::Score(score) if context.heat() => row_width(score) > room,
            _ => beside > 0.0 && room - beside < LEAST_ROOM,
        };
        let room = (if stacked { room } else { room - beside }).max(1.0);
        let ty = Type::semi_bold(size, ink).fitted(&name, room, 11.0);
        let lines = if folded { Vec::new() } else { ty.wrap(&name, room) };
        Self { figure, ty, lines, x, width, stacked, folded }
    }
}

pub(super) fn draw(context: &Context<'_>, ribbon: &Ribbon, map: &mut MapSketch) {
    let below = RIBBON_TOP + ribbon.height + super::RIBBON_GAP;
    let sheet = rect(0.0, 0.0, context.width, f32::INFINITY);
    let ground = super::frame::inside(sheet, 1.0, below, context.width - 1.0);
    map.sketch.convex(ground, context.colors.sheet);
    for (index, chevron) in ribbon.stages.iter().enumerate() {
        let body = rect(chevron.x, RIBBON_TOP, chevron.width, ribbon.height);
        shape(context, index, chevron, ribbon.height, &mut map.sketch);
        if chevron.folded {
            folded_mark(index, chevron, ribbon.height, &mut map.sketch);
        } else if context.heat() {
            heat_text(context, index, chevron, &mut map.sketch);
        } else {
            plain_text(context, index, chevron, ribbon.height, &mut map.sketch);
        }
        let stage = context.stages[index];
        map.region(
            context.columns.of_stage(index).start,
            Region {
                rect: body,
                subject: Subject::Stage(stage.id),
                label: label::stage(context, stage, &chevron.figure),
            },
        );
    }
}

/// A folded stage has no room for its name, which stands below it from bottom to top.
fn folded_mark(index: usize, chevron: &Chevron, height: f32, sketch: &mut Sketch) {
    let middle = chevron.x + chevron.width / 2.0 + if index == 0 { 0.0 } else { 4.0 };
    let y = RIBBON_TOP + height / 2.0;
    sketch.icon(middle, y, 16.0, Icon::of("more_horiz"), chevron.ty.color);
}

fn shape(context: &Context<'_>, index: usize, chevron: &Chevron, height: f32, sketch: &mut Sketch) {
    let last = index + 1 == context.stages.len();
    let left = chevron.x + if index == 0 { 0.0 } else { 1.0 };
    let right = chevron.x + chevron.width - 3.0;
    let (top, middle, bottom) = (RIBBON_TOP, RIBBON_TOP + height / 2.0, RIBBON_TOP + height);
    let notch = if index == 0 { left } else { left + TIP };
    let tip = if last { right } else { right + TIP };
    let upper = vec![point(left, top), point(right, top), point(tip, middle), point(notch, middle)];
    let lower =
        vec![point(notch, middle), point(tip, middle), point(right, bottom), point(left, bottom)];
    let outline = [(left, top), (right, top), (tip, middle), (right, bottom), (left, bottom)]
        .into_iter()
        .chain((index > 0).then_some((notch, middle)))
        .map(|(x, y)| point(x, y))
        .collect::<Vec<Point>>();
    let (fill, edge) = paint(context, &chevron.figure);
    sketch.convex(upper, fill);
    sketch.convex(lower, fill);
    sketch.add(Shape::Line { points: outline.clone(), stroke: stroke(fill, SOFT), closed: true });
    if let Some(edge) = edge {
        sketch.add(Shape::Line { points: outline, stroke: stroke(edge, 1.0), closed: true });
    }
}

/// Fill and edge of a chevron.
fn paint(context: &Context<'_>, figure: &Figure) -> (Color, Option<Color>) {
    let colors = context.colors;
    match (figure, context.heat()) {
        (Figure::Score(score), true) => (score.fill, heat_edge(context.request.theme)),
        (_, true) => (colors.lane, Some(colors.line2)),
        (_, false) => (colors.ribbon, None),
    }
}

fn plain_text(
    context: &Context<'_>,
    index: usize,
    chevron: &Chevron,
    height: f32,
    sketch: &mut Sketch,
) {
    let middle = RIBBON_TOP + height / 2.0;
    let rows = chevron.lines.len() as f32;
    let middle_of_name = middle - if chevron.stacked { 12.0 } else { 0.0 };
    let first = middle_of_name - NAME_PITCH * (rows - 1.0) / 2.0;
    sketch.lines(chevron.x + inset(index), first, NAME_PITCH, chevron.ty, &chevron.lines);
    let right = chevron.x + chevron.width - 4.0;
    let place = if chevron.stacked {
        (right - 4.0, middle_of_name + NAME_PITCH * rows / 2.0 + 12.0)
    } else {
        (right, middle)
    };
    super::card::badge(context, &chevron.figure, place, BADGE, sketch);
}

fn heat_text(context: &Context<'_>, index: usize, chevron: &Chevron, sketch: &mut Sketch) {
    let x = chevron.x + inset(index);
    let first = RIBBON_TOP + 13.0;
    sketch.lines(x, first, NAME_PITCH, chevron.ty, &chevron.lines);
    let middle = first + NAME_PITCH * chevron.lines.len() as f32 + 0.5;
    match &chevron.figure {
        Figure::Score(score) => {
            score_row(score, (x, chevron.x + chevron.width - 6.0), middle, chevron.stacked, sketch);
        }
        Figure::None => {}
        other => {
            let ty = Type::regular(11.5, context.colors.ink2);
            sketch.text(x, middle, Anchor::Start, ty, &other.words(context));
        }
    }
}

/// Score, change and number of answers beside each other.
fn row_width(score: &Score) -> f32 {
    let change = score.change.as_ref();
    Type::semi_bold(14.0, score.ink).width(&score.value)
        + change.map_or(0.0, |c| 16.0 + Type::semi_bold(11.5, score.ink).width(&c.size))
        + 8.0
        + Type::regular(11.5, score.ink).width(&score.base)
}

fn score_row(
    score: &Score,
    (x, right): (f32, f32),
    middle: f32,
    stacked: bool,
    sketch: &mut Sketch,
) {
    let ty = Type::semi_bold(14.0, score.ink);
    sketch.text(x, middle, Anchor::Start, ty, &score.value);
    if let Some(change) = &score.change {
        let x = x + ty.width(&score.value) + 5.0;
        sketch.triangle(x, middle - 4.5, 8.0, change.better, score.ink);
        let ty = Type::semi_bold(11.5, score.ink);
        sketch.text(x + 11.0, middle, Anchor::Start, ty, &change.size);
    }
    let base = Type::regular(11.5, score.ink);
    if stacked {
        sketch.text(x, middle + NAME_PITCH, Anchor::Start, base, &score.base);
    } else {
        sketch.text(right, middle, Anchor::End, base, &score.base);
    }
}
