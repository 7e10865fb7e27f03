//! The lane of feelings: a smooth curve through what the team thinks the persona feels at each card.
//!
//! An estimate, and said to be one; a card without a value leaves a gap.

use super::context::Context;
use super::{Band, MapSketch, curve, face, label};
use crate::model::{LaneKind, PlacementId};
use crate::render::scene::{Anchor, Color, CurvePiece, Point, Region, Subject};
use crate::render::sketch::{Sketch, Type, dashed, point, rect, stroke};

const HEIGHT: f32 = 126.0;
/// Height of zero, from the lane's top, and of one unit.
const ZERO: f32 = 63.0;
const UNIT: f32 = 22.5;
/// Slices of one piece of the curve that are filled; enough to look smooth at 200 %.
const SLICES: usize = 8;
/// How far a slice reaches under the next, so that no seam shows.
const OVERLAP: f32 = 0.4;

/// The measured lane.
pub(super) struct Emotions<'a> {
    pub height: f32,
    /// Runs of points without a gap between them.
    runs: Vec<Vec<Feeling<'a>>>,
}

struct Feeling<'a> {
    card: PlacementId,
    title: &'a str,
    stage: usize,
    /// Place, from the lane's top.
    at: Point,
    value: f64,
    face: bool,
}

pub(super) fn plan<'a>(context: &Context<'a>) -> Emotions<'a> {
    let mut runs = vec![Vec::new()];
    let lanes = context.card_lanes();
    for (index, column) in context.columns().iter().enumerate() {
        let stage = index;
        let cards: Vec<_> = lanes.iter().flat_map(|lane| context.cards(index, *lane)).collect();
        for (place, card) in cards.iter().enumerate() {
            let (Some(value), Some(touchpoint)) =
                (context.emotion(card.id), context.model.touchpoints.get(&card.touchpoint))
            else {
                runs.push(Vec::new());
                continue;
            };
            let share = (place as f32 + 0.5) / cards.len() as f32;
            let x = column.x + (column.width - 4.0) * share;
            let y = ZERO - UNIT * value.clamp(-2.0, 2.0) as f32;
            let feeling = Feeling {
                card: card.id,
                title: &touchpoint.title,
                stage,
                at: point(x, y),
                value,
                face: false,
            };
            if let Some(run) = runs.last_mut() {
                run.push(feeling);
            }
        }
    }
    runs.retain(|run| !run.is_empty());
    show_faces(&mut runs, context.columns().len());
    Emotions { height: HEIGHT, runs }
}

/// One face a stage, at its strongest feeling: enough to read the mood, without a crowd.
fn show_faces(runs: &mut [Vec<Feeling<'_>>], stages: usize) {
    for stage in 0..stages {
        let strongest = runs
            .iter_mut()
            .flatten()
            .filter(|f| f.stage == stage)
            .max_by(|a, b| a.value.abs().total_cmp(&b.value.abs()));
        if let Some(feeling) = strongest {
            feeling.face = true;
        }
    }
}

impl Emotions<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, top: f32, map: &mut MapSketch) {
        let runs: Vec<Vec<Point>> = self
            .runs
            .iter()
            .map(|run| run.iter().map(|f| f.at.moved(0.0, top)).collect())
            .collect();
        axis(context, top, &mut map.sketch);
        for points in &runs {
            let pieces = curve::monotone(points);
            fill(context, top + ZERO, points[0], &pieces, &mut map.sketch);
        }
        for points in &runs {
            let pieces = curve::monotone(points);
            if !pieces.is_empty() {
                map.sketch.curve(points[0], pieces, stroke(context.colors.ink, 2.5));
            }
        }
        self.marks(context, top, map);
        if context.words() {
            self.names(context, top, &mut map.sketch);
        }
    }

    fn marks(&self, context: &Context<'_>, top: f32, map: &mut MapSketch) {
        let colors = context.colors;
        for feeling in self.runs.iter().flatten() {
            let at = feeling.at.moved(0.0, top);
            if feeling.face {
                face::draw(&mut map.sketch, at, feeling.value, colors);
            } else {
                map.sketch.circle(at, 4.5, colors.ink, None);
                map.sketch.circle(at, 2.5, colors.card, None);
            }
            map.region(
                feeling.stage,
                Region {
                    rect: rect(at.x - 12.0, at.y - 12.0, 24.0, 24.0),
                    subject: Subject::Emotion(feeling.card),
                    label: label::emotion(context, feeling.title, feeling.value),
                },
            );
        }
    }

    /// Names the highest and the lowest point.
    fn names(&self, context: &Context<'_>, top: f32, sketch: &mut Sketch) {
        let all = || self.runs.iter().flatten();
        let highest = all().max_by(|a, b| a.value.total_cmp(&b.value));
        let lowest = all().min_by(|a, b| a.value.total_cmp(&b.value));
        let ty = Type::semi_bold(11.0, context.colors.ink2);
        let mut name = |feeling: &Feeling<'_>, above: bool| {
            let half = ty.width(feeling.title) / 2.0;
            let left = super::context::GUTTER + half;
            let x = feeling.at.x.clamp(left, (context.width - 8.0 - half).max(left));
            // A name that would leave the lane stands on the other side of its point.
            let wanted = feeling.at.y + if above { -18.0 } else { 18.0 };
            let y = if above { wanted.max(9.0) } else { wanted.min(HEIGHT - 7.0) };
            sketch.text(x, top + y, Anchor::Middle, ty, feeling.title);
        };
        if let (Some(high), Some(low)) = (highest, lowest) {
            name(high, true);
            if low.card != high.card {
                name(low, false);
            }
        }
    }
}

fn axis(context: &Context<'_>, top: f32, sketch: &mut Sketch) {
    let colors = context.colors;
    let right = context.columns.end();
    for value in [-2.0, -1.0, 0.0, 1.0, 2.0_f32] {
        let y = top + ZERO - UNIT * value;
        let pen = if value == 0.0 {
            stroke(colors.line2, 1.0)
        } else {
            dashed(colors.line, 1.0, 2.0, 4.0)
        };
        sketch.line(point(super::frame::GUTTER_LINE, y), point(right, y), pen);
    }
}

/// The numbers beside the lane, which are part of the gutter.
pub(super) fn axis_labels(context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
    if band.lane.kind != LaneKind::Emotion {
        return;
    }
    let ty = Type::regular(11.0, context.colors.ink3);
    for (value, label) in [(2.0, "+2"), (0.0, "0"), (-2.0, "−2")] {
        let y = band.top + ZERO - UNIT * value;
        sketch.text(super::frame::GUTTER_LINE - 6.0, y, Anchor::End, ty, label);
    }
}

/// Fills between curve and zero, in convex slices split where the curve crosses zero.
fn fill(context: &Context<'_>, zero: f32, from: Point, pieces: &[CurvePiece], sketch: &mut Sketch) {
    let colors = context.colors;
    let mut good = Vec::new();
    let mut bad = Vec::new();
    let mut start = from;
    for piece in pieces {
        let mut left = start;
        for step in 1..=SLICES {
            let right = curve::at(start, piece, step as f32 / SLICES as f32);
            for (a, b) in split(left, right, zero) {
                // Above zero is a smaller y.
                let side = if a.y + b.y < 2.0 * zero { &mut good } else { &mut bad };
                side.push(vec![
                    point(a.x, zero),
                    a,
                    point(b.x + OVERLAP, b.y),
                    point(b.x + OVERLAP, zero),
                ]);
            }
            left = right;
        }
        start = piece.to;
    }
    let mut paint = |slices: Vec<Vec<Point>>, color: Color| {
        for slice in slices {
            sketch.convex(slice, color);
        }
    };
    paint(good, colors.good_tint);
    paint(bad, colors.bad_tint);
}

/// A slice as it is, or cut in two where it crosses zero.
fn split(a: Point, b: Point, zero: f32) -> Vec<(Point, Point)> {
    if (a.y - zero) * (b.y - zero) >= 0.0 {
        return vec![(a, b)];
    }
    let share = (zero - a.y) / (b.y - a.y);
    let cross = point(a.x + share * (b.x - a.x), zero);
    vec![(a, cross), (cross, b)]
}
