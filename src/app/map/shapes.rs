//! One shape of a Scene as shapes of egui, at a place and zoom on screen.
//!
//! No culling, no caches: the painter decides what is drawn, this file only how.

use crate::app::fonts;
use crate::app::theme::color32;
use crate::render::scene::{
    Anchor, Color, CurvePiece, Point, Rect as SceneRect, Shadow, Shape as Part, Stroke as Pen,
    TextRun, Weight,
};
use egui::epaint::{CircleShape, Mesh, PathShape, RectShape, TextShape};
use egui::{
    Color32, CornerRadius, FontId, Galley, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId, Vec2,
    pos2, vec2,
};
use std::sync::Arc;

/// Where a layer stands on screen: `screen = origin + point × zoom`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    /// Where the scene's top left corner lies on screen.
    pub origin: Pos2,
    /// Size of a point of the scene.
    pub zoom: f32,
    /// Points to the pixel grid: hairlines are one pixel at least.
    pub pixels_per_point: f32,
}

impl Place {
    /// Whether shapes placed here and there differ by a move alone.
    pub(super) fn same_scale(&self, other: &Self) -> bool {
        (self.zoom, self.pixels_per_point) == (other.zoom, other.pixels_per_point)
    }

    pub(super) fn point(&self, p: Point) -> Pos2 {
        self.origin + vec2(p.x, p.y) * self.zoom
    }

    pub(super) fn rect(&self, r: SceneRect) -> Rect {
        Rect::from_min_size(
            self.point(Point { x: r.x, y: r.y }),
            vec2(r.width, r.height) * self.zoom,
        )
    }

    fn width(&self, width: f32) -> f32 {
        (width * self.zoom).max(width.min(1.0) / self.pixels_per_point)
    }

    fn stroke(&self, pen: &Pen) -> Stroke {
        Stroke::new(self.width(pen.width), color32(pen.color))
    }
}

/// The font of a text at a zoom.
#[must_use]
pub fn font(text: &TextRun, zoom: f32) -> FontId {
    match text.weight {
        Weight::Regular => fonts::regular(text.size * zoom),
        Weight::SemiBold => fonts::strong(text.size * zoom),
    }
}

/// A text whose letters are already laid out.
pub(super) fn text(place: &Place, run: &TextRun, galley: Arc<Galley>) -> Shape {
    let at = place.point(run.at);
    let baseline = galley
        .rows
        .first()
        .map_or(0.0, |row| row.pos.y + row.row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
    let left = match run.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => galley.size().x / 2.0,
        Anchor::End => galley.size().x,
    };
    if run.turned {
        // A quarter turn about the position: what was above lies left of it.
        let corner = snap(pos2(at.x - baseline, at.y + left), place.pixels_per_point);
        let turned = TextShape::new(corner, galley, color32(run.color));
        return turned.with_angle(-std::f32::consts::FRAC_PI_2).into();
    }
    let snapped = snap(pos2(at.x - left, at.y - baseline), place.pixels_per_point);
    TextShape::new(snapped, galley, color32(run.color)).into()
}

/// An icon whose glyph is already laid out: its box is centred.
pub(super) fn icon(place: &Place, center: Point, ink: Color, galley: Arc<Galley>) -> Shape {
    let corner = place.point(center) - galley.size() / 2.0;
    TextShape::new(snap(corner, place.pixels_per_point), galley, color32(ink)).into()
}

/// Letters stay sharp when they begin on a pixel.
pub(super) fn snap(pos: Pos2, pixels_per_point: f32) -> Pos2 {
    ((pos.to_vec2() * pixels_per_point).round() / pixels_per_point).to_pos2()
}

/// Adds a shape that holds no letters and no hatch.
pub(super) fn add(place: &Place, part: &Part, shadows: bool, out: &mut Vec<Shape>) {
    match part {
        Part::Rect { rect, radius, fill, stroke, shadow } => {
            let rect = place.rect(*rect);
            let radius = CornerRadius::from(radius * place.zoom);
            if let (Some(shadow), true) = (shadow, shadows) {
                out.push(shadow_shape(place, rect, radius, shadow));
            }
            rectangle(place, rect, radius, (*fill, stroke.as_ref()), out);
        }
        Part::Convex { points, fill } => {
            let points = points.iter().map(|p| place.point(*p)).collect();
            out.push(Shape::convex_polygon(points, color32(*fill), Stroke::NONE));
        }
        Part::Line { points, stroke, closed } => line(place, points, stroke, *closed, out),
        Part::Curve { from, pieces, stroke } => {
            let points = curve(place, *from, pieces);
            match stroke.dash {
                Some(dash) => dashes(place, &points, place.stroke(stroke), dash, out),
                None => out.push(PathShape::line(points, place.stroke(stroke)).into()),
            }
        }
        Part::Circle { center, radius, fill, stroke } => {
            let fill = fill.map_or(Color32::TRANSPARENT, color32);
            let stroke = stroke.as_ref().map_or(Stroke::NONE, |s| place.stroke(s));
            circle(place.point(*center), radius * place.zoom, fill, stroke, out);
        }
        Part::Hatch { .. } | Part::Text(_) | Part::Icon { .. } | Part::Image { .. } => {}
    }
}

/// A picture, cut evenly to its place; a grey box as long as there is none.
pub(super) fn picture(
    place: &Place,
    (rect, radius): (SceneRect, f32),
    (width, height): (u32, u32),
    texture: Option<TextureId>,
    out: &mut Vec<Shape>,
) {
    out.push(cut_to(place.rect(rect), radius * place.zoom, (width, height), texture));
}

/// A picture cut evenly to a round rectangle of the screen; grey as long as there is none.
pub fn cut_to(
    rect: Rect,
    radius: f32,
    (width, height): (u32, u32),
    texture: Option<TextureId>,
) -> Shape {
    let radius = CornerRadius::from(radius);
    let Some(texture) = texture else {
        let grey = color32(crate::render::scene::MISSING_PICTURE);
        return RectShape::filled(rect, radius, grey).into();
    };
    let (picture, room) = (width as f32 / height.max(1) as f32, rect.width() / rect.height());
    let shown = vec2((room / picture).min(1.0), (picture / room).min(1.0));
    let uv = Rect::from_center_size(pos2(0.5, 0.5), shown);
    RectShape::filled(rect, radius, Color32::WHITE).with_texture(texture, uv).into()
}

fn rectangle(
    place: &Place,
    rect: Rect,
    radius: CornerRadius,
    (fill, pen): (Option<Color>, Option<&Pen>),
    out: &mut Vec<Shape>,
) {
    let fill = fill.map_or(Color32::TRANSPARENT, color32);
    let dashed = pen.is_some_and(|p| p.dash.is_some());
    let edge = pen.filter(|_| !dashed).map_or(Stroke::NONE, |p| place.stroke(p));
    if fill != Color32::TRANSPARENT || !edge.is_empty() {
        out.push(RectShape::new(rect, radius, fill, edge, StrokeKind::Inside).into());
    }
    if let Some((pen, dash)) = pen.and_then(|p| p.dash.map(|d| (p, d))) {
        let stroke = place.stroke(pen);
        let outline = round_outline(rect.shrink(stroke.width / 2.0), f32::from(radius.nw));
        dashes(place, &outline, stroke, dash, out);
    }
}

/// A disc on a disc rather than a disc in a ring: discs come ready made from the font atlas.
fn circle(center: Pos2, radius: f32, fill: Color32, stroke: Stroke, out: &mut Vec<Shape>) {
    if fill.is_opaque() && !stroke.is_empty() && stroke.color.is_opaque() {
        let half = stroke.width / 2.0;
        out.push(Shape::circle_filled(center, radius + half, stroke.color));
        out.push(Shape::circle_filled(center, radius - half, fill));
    } else {
        out.push(Shape::Circle(CircleShape { center, radius, fill, stroke }));
    }
}

fn shadow_shape(place: &Place, rect: Rect, radius: CornerRadius, shadow: &Shadow) -> Shape {
    let rect = rect.translate(vec2(0.0, shadow.offset_y * place.zoom));
    RectShape::filled(rect, radius, color32(shadow.color))
        .with_blur_width(shadow.blur * place.zoom)
        .into()
}

fn line(place: &Place, points: &[Point], pen: &Pen, closed: bool, out: &mut Vec<Shape>) {
    let mut points: Vec<Pos2> = points.iter().map(|p| place.point(*p)).collect();
    let stroke = place.stroke(pen);
    if let Some(dash) = pen.dash {
        if let (true, Some(first)) = (closed, points.first().copied()) {
            points.push(first);
        }
        dashes(place, &points, stroke, dash, out);
    } else if closed {
        out.push(PathShape::closed_line(points, stroke).into());
    } else if let [a, b] = points[..] {
        out.push(Shape::LineSegment { points: [a, b], stroke });
    } else {
        out.push(PathShape::line(points, stroke).into());
    }
}

fn dashes(
    place: &Place,
    points: &[Pos2],
    stroke: Stroke,
    (dash, gap): (f32, f32),
    out: &mut Vec<Shape>,
) {
    // Far out a dash would be smaller than a pixel: then the line is whole and thin.
    if (dash + gap) * place.zoom < 2.0 {
        out.push(PathShape::line(points.to_vec(), stroke).into());
        return;
    }
    Shape::dashed_line_many(points, stroke, dash * place.zoom, gap * place.zoom, out);
}

/// The edge of a round rectangle as a closed list of points.
pub(super) fn round_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let inner = rect.shrink(radius);
    let corners = [
        (inner.left_top(), std::f32::consts::PI),
        (inner.right_top(), 1.5 * std::f32::consts::PI),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 0.5 * std::f32::consts::PI),
    ];
    let mut points: Vec<Pos2> = corners
        .iter()
        .flat_map(|(center, from)| {
            (0..=6).map(move |i| {
                let angle = from + i as f32 / 6.0 * std::f32::consts::FRAC_PI_2;
                *center + Vec2::angled(angle) * radius
            })
        })
        .collect();
    points.extend(points.first().copied());
    points
}

/// A smooth line as one path, so that its pieces join without gaps.
fn curve(place: &Place, from: Point, pieces: &[CurvePiece]) -> Vec<Pos2> {
    let mut points = vec![place.point(from)];
    let mut start = place.point(from);
    for piece in pieces {
        let [a, b, end] = [piece.control_1, piece.control_2, piece.to].map(|p| place.point(p));
        let count = (((end - start).length() / 4.0).ceil() as usize).clamp(4, 48);
        for i in 1..=count {
            let t = i as f32 / count as f32;
            let u = 1.0 - t;
            let at = start.to_vec2() * (u * u * u)
                + a.to_vec2() * (3.0 * u * u * t)
                + b.to_vec2() * (3.0 * u * t * t)
                + end.to_vec2() * (t * t * t);
            points.push(at.to_pos2());
        }
        start = end;
    }
    points
}

/// Neighbouring polygons of one colour as one mesh: soft edges would show a seam between them.
pub(super) fn mesh(place: &Place, polygons: &[Part]) -> Shape {
    let mut mesh = Mesh::default();
    for part in polygons {
        let Part::Convex { points, fill } = part else {
            continue;
        };
        let first = mesh.vertices.len() as u32;
        for p in points {
            mesh.colored_vertex(place.point(*p), color32(*fill));
        }
        for i in 2..points.len() as u32 {
            mesh.add_triangle(first, first + i - 1, first + i);
        }
    }
    Shape::mesh(mesh)
}
