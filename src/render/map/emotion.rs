//! The lane of feelings: smooth curves through what the team thinks each persona feels at each card,
//! or one through the scores of a metric.
//!
//! An estimate, and said to be one; where nothing is known a curve breaks.

use super::context::Context;
use super::feelings::{self, About, Curve, Feeling};
use super::{Band, MapSketch, curve, face, label};
use crate::model::{Lane, Message};
use crate::render::figure_words;
use crate::render::scene::{Anchor, Color, CurvePiece, Point, Region, Stroke, Subject};
use crate::render::sketch::{Sketch, Type, dashed, point, rect, stroke};
use std::collections::BTreeSet;

const HEIGHT: f32 = 126.0;
/// Blank above the best and below the worst feeling.
const MARGIN: f32 = 18.0;
/// Height of a line of the key.
const KEY: f32 = 18.0;
/// Slices of one piece of the curve that are filled; enough to look smooth at 200 %.
const SLICES: usize = 8;
/// How far a slice reaches under the next, so that no seam shows.
const OVERLAP: f32 = 0.4;
/// Dashes of curves, so that they are told apart without their colours.
const DASHES: [Option<(f32, f32)>; 4] =
    [None, Some((9.0, 5.0)), Some((3.0, 3.0)), Some((14.0, 3.0))];

/// The measured lane.
pub(super) struct Emotions<'a> {
    pub height: f32,
    curves: Vec<Curve<'a>>,
    /// Where each curve's name stands in the key, from the lane's top; only of several.
    key: Vec<(Point, &'a str)>,
    key_height: f32,
    /// Worst, middle and best of the score it is computed from, in words.
    ends: Option<[String; 3]>,
}

/// Heights of values in a lane as high as it is drawn.
#[derive(Clone, Copy)]
struct Axis {
    zero: f32,
    unit: f32,
}

impl Axis {
    fn y(self, value: f64) -> f32 {
        self.zero - self.unit * value.clamp(-2.0, 2.0) as f32
    }

    fn at(self, feeling: &Feeling<'_>) -> Point {
        point(feeling.x, self.y(feeling.value))
    }
}

pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane) -> Emotions<'a> {
    let curves = feelings::curves(context, lane);
    let mut key = Vec::new();
    let mut key_height = 0.0;
    if curves.len() > 1 {
        let ty = Type::regular(11.0, context.colors.ink2);
        let left = context.columns().first().map_or(0.0, |c| c.x) + 6.0;
        let (mut x, mut y) = (left, KEY / 2.0 + 2.0);
        for persona in curves.iter().filter_map(|c| c.persona) {
            let width = 28.0 + ty.width(&persona.name) + 16.0;
            if x > left && x + width > context.columns.end() {
                (x, y) = (left, y + KEY);
            }
            key.push((point(x, y), persona.name.as_str()));
            x += width;
        }
        key_height = y + KEY / 2.0;
    }
    let ends = ends(context, lane);
    Emotions { height: HEIGHT + key_height, curves, key, key_height, ends }
}

fn ends(context: &Context<'_>, lane: &Lane) -> Option<[String; 3]> {
    let overlay = context.figures.of_metric(Some(lane.metric?))?;
    let (worst, best) = overlay.version.as_ref()?.worst_best();
    let word = |value| figure_words::value(context.texts, overlay.metric(), value);
    Some([worst, overlay.midpoint?.value, best].map(word))
}

impl Emotions<'_> {
    fn axis(&self, band: &Band<'_>) -> Axis {
        let room = band.height - self.key_height;
        let zero = band.top + self.key_height + room / 2.0;
        Axis { zero, unit: (room / 2.0 - MARGIN) / 2.0 }
    }

    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        let axis = self.axis(band);
        grid(context, axis, &mut map.sketch);
        // Areas below several curves would hide each other.
        if let [only] = &self.curves[..] {
            for run in &only.runs {
                let points: Vec<Point> = run.iter().map(|f| axis.at(f)).collect();
                fill(context, axis.zero, points[0], &curve::monotone(&points), &mut map.sketch);
            }
        }
        // The first one lies on top.
        for (index, _) in self.curves.iter().enumerate().rev() {
            self.line(context, axis, index, &mut map.sketch);
        }
        for (index, _) in self.curves.iter().enumerate().rev() {
            self.points(context, axis, index, &mut map.sketch);
        }
        self.regions(context, band, axis, map);
        if context.words() {
            self.names(context, band, axis, &mut map.sketch);
            self.draw_key(context, band, &mut map.sketch);
        }
    }

    /// The pen of a curve.
    fn pen(&self, context: &Context<'_>, index: usize) -> Stroke {
        if self.curves.len() < 2 {
            return stroke(context.colors.ink, 2.5);
        }
        let hue = self.curves.get(index).map(|c| context.request.theme.hue(c.hue));
        let color = hue.map_or(context.colors.ink, |hue| hue.ink);
        Stroke { color, width: 2.5, dash: DASHES[index % DASHES.len()] }
    }

    fn line(&self, context: &Context<'_>, axis: Axis, index: usize, sketch: &mut Sketch) {
        let pen = self.pen(context, index);
        let runs: Vec<Vec<Point>> = self.curves[index]
            .runs
            .iter()
            .map(|run| run.iter().map(|f| axis.at(f)).collect())
            .collect();
        for points in &runs {
            let pieces = curve::monotone(points);
            if !pieces.is_empty() {
                sketch.curve(points[0], pieces, pen);
            }
        }
        // Where nothing is known, only that it goes on.
        for (before, after) in runs.iter().zip(runs.iter().skip(1)) {
            if let (Some(from), Some(to)) = (before.last(), after.first()) {
                sketch.line(*from, *to, dashed(pen.color, 1.2, 1.5, 4.0));
            }
        }
    }

    fn points(&self, context: &Context<'_>, axis: Axis, index: usize, sketch: &mut Sketch) {
        let colors = context.colors;
        let ink = self.pen(context, index).color;
        let faces = if index == 0 { self.faces() } else { BTreeSet::new() };
        for (place, feeling) in self.curves[index].runs.iter().flatten().enumerate() {
            let at = axis.at(feeling);
            if faces.contains(&place) {
                face::draw(sketch, at, feeling.value, colors, ink);
                continue;
            }
            let (outer, inner) = if index == 0 { (4.5, 2.5) } else { (3.5, 1.5) };
            sketch.circle(at, outer, ink, None);
            if feeling.few || feeling.score.is_none() {
                sketch.circle(at, inner, colors.card, None);
            }
            if let Some(score) = feeling.score.as_ref().filter(|_| context.words()) {
                let ty = Type::semi_bold(11.0, colors.ink2);
                let above = at.y - 14.0 > axis.y(2.0) - MARGIN + 4.0;
                let y = if above { at.y - 14.0 } else { at.y + 14.0 };
                sketch.text(at.x, y, Anchor::Middle, ty, score);
            }
        }
    }

    /// One face a column, at the first curve's strongest feeling there: enough to read the mood,
    /// without a crowd.
    fn faces(&self) -> BTreeSet<usize> {
        let Some(first) = self.curves.first().filter(|c| c.persona.is_some()) else {
            return BTreeSet::new();
        };
        let mut strongest: Vec<Option<(usize, f64)>> = Vec::new();
        for (place, feeling) in first.runs.iter().flatten().enumerate() {
            if strongest.len() <= feeling.column {
                strongest.resize(feeling.column + 1, None);
            }
            let found = &mut strongest[feeling.column];
            // Of equals the last one, as everywhere a maximum is taken.
            if found.is_none_or(|(_, value)| feeling.value.abs() >= value) {
                *found = Some((place, feeling.value.abs()));
            }
        }
        strongest.into_iter().flatten().map(|(place, _)| place).collect()
    }

    /// One part for each card, which says what everybody feels there.
    fn regions(&self, context: &Context<'_>, band: &Band<'_>, axis: Axis, map: &mut MapSketch) {
        let mut told = BTreeSet::new();
        for curve in &self.curves {
            for feeling in curve.runs.iter().flatten() {
                let at = axis.at(feeling);
                let place = rect(at.x - 12.0, at.y - 12.0, 24.0, 24.0);
                let (subject, label) = match feeling.about {
                    About::Card(card) if told.insert(card) => {
                        (Subject::Emotion(card), self.label(context, card, feeling))
                    }
                    About::Card(_) => continue,
                    About::Column => {
                        let column = &context.columns()[feeling.column];
                        let label = Message::new("map-label-computed")
                            .with("lane", context.texts.lane(band.lane))
                            .with("column", context.column_name(column))
                            .with("what", feeling.score.clone().unwrap_or_default());
                        let subject = Subject::Cell(band.lane.id, column.spot);
                        (subject, context.texts.say(&label))
                    }
                };
                map.region(feeling.column, Region { rect: place, subject, label });
            }
        }
    }

    fn label(
        &self,
        context: &Context<'_>,
        card: crate::model::PlacementId,
        feeling: &Feeling<'_>,
    ) -> String {
        if self.curves.len() < 2 {
            return label::emotion(context, feeling.title, feeling.value);
        }
        let all: Vec<String> = self
            .curves
            .iter()
            .filter_map(|curve| {
                let mut own = curve.runs.iter().flatten();
                let value = own.find(|f| f.about == About::Card(card))?.value;
                let name = curve.persona.map_or("", |p| p.name.as_str());
                Some(format!("{name} {}", context.texts.num(value, 1)))
            })
            .collect();
        let values = all.join("; ");
        let values = [("title", feeling.title), ("value", values.as_str())];
        context.phrases.say("map-label-emotion", &values)
    }

    /// Names the highest and the lowest point of the first curve.
    fn names(&self, context: &Context<'_>, band: &Band<'_>, axis: Axis, sketch: &mut Sketch) {
        let Some(first) = self.curves.first().filter(|c| c.persona.is_some()) else {
            return;
        };
        let all = || first.runs.iter().flatten();
        let highest = all().max_by(|a, b| a.value.total_cmp(&b.value));
        let lowest = all().min_by(|a, b| a.value.total_cmp(&b.value));
        let ty = Type::semi_bold(11.0, context.colors.ink2);
        let mut name = |feeling: &Feeling<'_>, above: bool| {
            let half = ty.width(feeling.title) / 2.0;
            let left = super::context::GUTTER + half;
            let x = feeling.x.clamp(left, (context.width - 8.0 - half).max(left));
            let (least, most) = (band.top + self.key_height + 9.0, band.top + band.height - 7.0);
            let side = if above { -18.0 } else { 18.0 };
            let (at, wanted) = (axis.at(feeling).y, axis.at(feeling).y + side);
            // A name that would leave the lane comes a little nearer, or it would lie on the face:
            // then it stands on the other side.
            let inside = wanted.clamp(least, most);
            let y = if (inside - wanted).abs() > 4.0 { at - side } else { inside };
            sketch.text(x, y, Anchor::Middle, ty, feeling.title);
        };
        if let (Some(high), Some(low)) = (highest, lowest) {
            name(high, true);
            if low.about != high.about {
                name(low, false);
            }
        }
    }

    fn draw_key(&self, context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
        let ty = Type::regular(11.0, context.colors.ink2);
        for (index, (at, name)) in self.key.iter().enumerate() {
            let y = band.top + at.y;
            sketch.line(point(at.x, y), point(at.x + 22.0, y), self.pen(context, index));
            sketch.text(at.x + 28.0, y, Anchor::Start, ty, name);
        }
    }

    /// The numbers beside the lane, which are part of the gutter.
    pub(super) fn axis_labels(&self, context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
        let axis = self.axis(band);
        let ty = Type::regular(11.0, context.colors.ink3);
        let usual = ["−2", "0", "+2"].map(str::to_owned);
        let words = self.ends.as_ref().unwrap_or(&usual);
        for (value, word) in [-2.0, 0.0, 2.0].into_iter().zip(words) {
            sketch.text(super::frame::GUTTER_LINE - 6.0, axis.y(value), Anchor::End, ty, word);
        }
    }
}

fn grid(context: &Context<'_>, axis: Axis, sketch: &mut Sketch) {
    let colors = context.colors;
    let right = context.columns.end();
    for value in [-2.0, -1.0, 0.0, 1.0, 2.0] {
        let y = axis.y(value);
        let pen = if value == 0.0 {
            stroke(colors.line2, 1.0)
        } else {
            dashed(colors.line, 1.0, 2.0, 4.0)
        };
        sketch.line(point(super::frame::GUTTER_LINE, y), point(right, y), pen);
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
