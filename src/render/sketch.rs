//! A scene under construction, with one call for each kind of shape.
//!
//! Places nothing by itself: every coordinate is the caller's.

use super::icons::Icon;
use super::measure;
use super::scene::{
    Anchor, Color, CurvePiece, Point, Rect, Region, Scene, Shadow, Shape, Stroke, Subject, TextRun,
    Weight,
};
use crate::model::Attachment;

/// Half the height of a capital of Inter, in em: what brings a baseline below a centre line.
const HALF_CAPITAL: f32 = 0.3636;

/// How a text looks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Type {
    pub size: f32,
    pub weight: Weight,
    pub color: Color,
}

impl Type {
    pub(super) const fn regular(size: f32, color: Color) -> Self {
        Self { size, weight: Weight::Regular, color }
    }

    pub(super) const fn semi_bold(size: f32, color: Color) -> Self {
        Self { size, weight: Weight::SemiBold, color }
    }

    pub(super) fn width(self, text: &str) -> f32 {
        measure::width(text, self.size, self.weight)
    }

    pub(super) fn wrap(self, text: &str, max: f32) -> Vec<String> {
        measure::wrap(text, max, self.size, self.weight)
    }

    pub(super) fn balanced(self, text: &str, max: f32) -> Vec<String> {
        measure::balanced(text, max, self.size, self.weight)
    }

    /// The same type, smaller if a word would not fit.
    pub(super) fn fitted(self, text: &str, max: f32, least: f32) -> Self {
        Self { size: measure::fit(text, max, self.size, self.weight, least), ..self }
    }
}

pub(super) const fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect { x, y, width, height }
}

pub(super) const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

pub(super) const fn stroke(color: Color, width: f32) -> Stroke {
    Stroke { color, width, dash: None }
}

pub(super) const fn dashed(color: Color, width: f32, dash: f32, gap: f32) -> Stroke {
    Stroke { color, width, dash: Some((dash, gap)) }
}

/// The part of a round rectangle between two x, as a convex polygon.
pub(super) fn slice_of_round(bar: Rect, radius: f32, from: f32, to: f32) -> Vec<Point> {
    // How far the edge comes in at an x.
    let inset = |x: f32| {
        let depth = (bar.x + radius - x).max(x - (bar.right() - radius)).clamp(0.0, radius);
        radius - (radius * radius - depth * depth).max(0.0).sqrt()
    };
    let mut stops = vec![from, to];
    for step in 0..=4 {
        let along = radius * step as f32 / 4.0;
        stops.extend([bar.x + along, bar.right() - along]);
    }
    stops.retain(|x| (from..=to).contains(x));
    stops.sort_by(f32::total_cmp);
    stops.dedup();
    let upper = stops.iter().map(|x| point(*x, bar.y + inset(*x)));
    let lower = stops.iter().rev().map(|x| point(*x, bar.bottom() - inset(*x)));
    upper.chain(lower).collect()
}

fn run(at: Point, anchor: Anchor, ty: Type, text: &str) -> TextRun {
    TextRun {
        at,
        anchor,
        size: ty.size,
        weight: ty.weight,
        color: ty.color,
        turned: false,
        text: super::fonts::marked(text),
    }
}

/// A scene under construction.
#[derive(Default)]
pub(super) struct Sketch {
    pub scene: Scene,
}

impl Sketch {
    pub(super) fn add(&mut self, shape: Shape) {
        self.scene.shapes.push(shape);
    }

    pub(super) fn fill(&mut self, rect: Rect, radius: f32, fill: Color) {
        self.add(Shape::Rect { rect, radius, fill: Some(fill), stroke: None, shadow: None });
    }

    pub(super) fn frame(&mut self, rect: Rect, radius: f32, fill: Option<Color>, edge: Stroke) {
        self.add(Shape::Rect { rect, radius, fill, stroke: Some(edge), shadow: None });
    }

    pub(super) fn raised(
        &mut self,
        rect: Rect,
        radius: f32,
        fill: Color,
        edge: Stroke,
        shadow: Option<Shadow>,
    ) {
        self.add(Shape::Rect { rect, radius, fill: Some(fill), stroke: Some(edge), shadow });
    }

    /// A line of text whose capitals are centred on a height.
    pub(super) fn text(&mut self, x: f32, middle: f32, anchor: Anchor, ty: Type, text: &str) {
        self.text_at(x, middle + HALF_CAPITAL * ty.size, anchor, ty, text);
    }

    /// A line of text on a baseline.
    pub(super) fn text_at(&mut self, x: f32, base: f32, anchor: Anchor, ty: Type, text: &str) {
        if !text.is_empty() {
            self.add(Shape::Text(run(point(x, base), anchor, ty, text)));
        }
    }

    /// A line of text that is read from bottom to top, its capitals centred on an x.
    pub(super) fn turned_text(&mut self, middle: f32, bottom: f32, ty: Type, text: &str) {
        if !text.is_empty() {
            let at = point(middle + HALF_CAPITAL * ty.size, bottom);
            let run = run(at, Anchor::Start, ty, text);
            self.add(Shape::Text(TextRun { turned: true, ..run }));
        }
    }

    /// Lines of text below each other; the first is centred on a height.
    pub(super) fn lines(&mut self, x: f32, middle: f32, pitch: f32, ty: Type, lines: &[String]) {
        for (index, line) in lines.iter().enumerate() {
            self.text(x, middle + pitch * index as f32, Anchor::Start, ty, line);
        }
    }

    pub(super) fn icon(&mut self, x: f32, y: f32, size: f32, icon: Icon, color: Color) {
        self.add(Shape::Icon { center: point(x, y), size, icon, filled: false, color });
    }

    pub(super) fn filled_icon(&mut self, x: f32, y: f32, size: f32, icon: Icon, color: Color) {
        self.add(Shape::Icon { center: point(x, y), size, icon, filled: true, color });
    }

    /// A picture that covers a round rectangle.
    pub(super) fn picture(&mut self, rect: Rect, radius: f32, picture: &Attachment) {
        let size = picture.pixels();
        self.add(Shape::Image { rect, radius, blob: picture.blob, size });
    }

    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.add(Shape::Line { points: vec![from, to], stroke, closed: false });
    }

    pub(super) fn convex(&mut self, points: Vec<Point>, fill: Color) {
        self.add(Shape::Convex { points, fill });
    }

    pub(super) fn circle(&mut self, center: Point, radius: f32, fill: Color, edge: Option<Stroke>) {
        self.add(Shape::Circle { center, radius, fill: Some(fill), stroke: edge });
    }

    pub(super) fn curve(&mut self, from: Point, pieces: Vec<CurvePiece>, stroke: Stroke) {
        self.add(Shape::Curve { from, pieces, stroke });
    }

    pub(super) fn hatch(&mut self, rect: Rect, radius: f32, gap: f32, stroke: Stroke) {
        self.add(Shape::Hatch { rect, radius, gap, stroke });
    }

    /// A solid triangle, up or down: an arrow that is no glyph.
    pub(super) fn triangle(&mut self, x: f32, top: f32, size: f32, up: bool, color: Color) {
        let (base, tip) = if up { (top + size, top) } else { (top, top + size) };
        let points = vec![point(x, base), point(x + size, base), point(x + size / 2.0, tip)];
        self.convex(points, color);
    }

    pub(super) fn region(&mut self, rect: Rect, subject: Subject, label: String) {
        self.scene.regions.push(Region { rect, subject, label });
    }

    /// Puts another scene into this one.
    pub(super) fn place(&mut self, other: Scene, x: f32, y: f32) {
        self.scene.shapes.extend(other.shapes.into_iter().map(|s| s.moved(x, y)));
        self.scene
            .regions
            .extend(other.regions.into_iter().map(|r| Region { rect: r.rect.moved(x, y), ..r }));
    }
}
