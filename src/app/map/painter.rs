//! Paints a Scene in the window: layers that stay in place, culling, letters at quantised zoom.
//!
//! Knows shapes only: what a card is and what a click does is the canvas's business.

use super::kept::Kept;
use super::shapes::{self, Place};
use super::viewport::Viewport;
use crate::app::fonts;
use crate::app::textures::Textures;
use crate::app::theme::color32;
use crate::render::hatch;
use crate::render::scene::{Anchor, Scene, Shape as Part};
use egui::{Galley, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// Room for the shadow of the sheet.
const SHADOW: f32 = 8.0;
/// Letters smaller than this on screen are left out.
const LEAST_LETTER: f32 = 4.5;
/// Below this zoom shadows cost more than they show.
const LEAST_SHADOW: f32 = 0.6;

/// A Scene made ready for painting again and again.
#[derive(Debug)]
pub struct Prepared {
    scene: Arc<Scene>,
    bounds: Vec<Rect>,
    /// Lines of each hatch, in points of the scene.
    hatches: Vec<Vec<[Pos2; 2]>>,
    /// Size of the layers that stay in place: width of the gutter, height of the ribbon.
    pinned: Vec2,
    /// The shapes of each layer, from the lowest to the highest.
    layers: Vec<Layer>,
    galleys: Galleys,
    /// The textures its layers were painted with; absent where it shows no picture.
    textures: Option<u64>,
}

/// Shapes that scroll together.
#[derive(Debug)]
struct Layer {
    indices: Vec<usize>,
    /// Whether it stays in place horizontally and vertically.
    held: (bool, bool),
    /// Whether it stands at the lower edge.
    foot: bool,
    kept: Kept,
}

/// Laid-out letters, valid for one text zoom and one state of the font atlas.
#[derive(Debug, Default)]
struct Galleys {
    text_zoom: f32,
    pixels_per_point: f32,
    atlas: ([usize; 2], f32),
    by_shape: Vec<Option<Arc<Galley>>>,
}

impl Prepared {
    /// Makes a Scene ready.
    #[must_use]
    pub fn new(scene: Arc<Scene>) -> Self {
        let bounds: Vec<Rect> = scene.shapes.iter().map(bounds_of).collect();
        let hatches = scene.shapes.iter().map(hatch_of).collect();
        let reach = |range: &Range<usize>| {
            bounds
                .get(range.clone())
                .unwrap_or_default()
                .iter()
                .fold(Rect::NOTHING, |a, b| a.union(*b))
        };
        let (ribbon, gutter) = (reach(&scene.pins.ribbon), reach(&scene.pins.gutter));
        let edge = |value: f32| {
            if value.is_finite() { value.max(0.0) } else { 0.0 }
        };
        let pinned = vec2(edge(gutter.max.x), edge(ribbon.max.y));
        let layers = layers(&scene);
        let pictures = scene.shapes.iter().any(|shape| matches!(shape, Part::Image { .. }));
        let textures = pictures.then_some(0);
        Self { textures, scene, bounds, hatches, pinned, layers, galleys: Galleys::default() }
    }

    /// The Scene itself.
    #[must_use]
    pub fn scene(&self) -> &Arc<Scene> {
        &self.scene
    }

    /// Width of the gutter and height of the ribbon, in points of the scene.
    #[must_use]
    pub fn pinned(&self) -> Vec2 {
        self.pinned
    }

    /// Height of the last row where it stays at the lower edge, in points of the scene.
    #[must_use]
    pub fn foot(&self) -> f32 {
        let rows = self.bounds.get(self.scene.pins.foot.clone()).unwrap_or_default();
        let top = rows.iter().map(|b| b.top()).fold(self.scene.height, f32::min);
        self.scene.height - top
    }

    /// Size of the scene.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        vec2(self.scene.width, self.scene.height)
    }

    /// Paints the map in its part of the window: what scrolls, then what stays in place above it.
    pub fn paint(&mut self, painter: &Painter, canvas: Rect, view: &Viewport) {
        self.renew(painter, view.text_zoom());
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            let view = view.pinned(layer.held.0, layer.held.1);
            let view = if layer.foot { view.footed(canvas, self.size()) } else { view };
            // What scrolls has a shadow around it. A clip of its own also keeps its mesh from being
            // copied once more, to make room for the layers above it.
            let scrolls = layer.held == (false, false) && !layer.foot;
            let mut clip = if scrolls { self.with_shadow(canvas, &view) } else { canvas };
            // What lies behind the foot would show at its round corners.
            if !layer.foot && self.size().y * view.zoom > canvas.height() {
                clip.max.y = clip.max.y.min(canvas.bottom() - self.foot() * view.zoom);
            }
            let painter = painter.with_clip_rect(clip.intersect(painter.clip_rect()));
            self.layer(&painter, canvas, &view, layer);
        }
        self.layers = layers;
    }

    /// The canvas, and what the shadow needs beside the edges of the sheet that show.
    fn with_shadow(&self, canvas: Rect, view: &Viewport) -> Rect {
        let sheet = view.rect_to_screen(canvas, Rect::from_min_size(Pos2::ZERO, self.size()));
        let room = |shows: bool| if shows { SHADOW } else { 0.0 };
        Rect::from_min_max(
            canvas.min
                - vec2(room(sheet.left() >= canvas.left()), room(sheet.top() >= canvas.top())),
            canvas.max
                + vec2(
                    room(sheet.right() <= canvas.right()),
                    room(sheet.bottom() <= canvas.bottom()),
                ),
        )
    }

    /// Paints what lies in one part of the scene, with that part's corner at `origin`.
    pub fn paint_part(&mut self, painter: &Painter, part: Rect, origin: Pos2, zoom: f32) {
        let inside = |i: &usize| {
            self.bounds.get(*i).is_some_and(|b| {
                part.expand(0.5).contains(b.center()) && b.width() < part.width() + 24.0
            })
        };
        let indices: Vec<usize> = (0..self.scene.shapes.len()).filter(inside).collect();
        let view = Viewport { zoom, scroll: part.min.to_vec2() };
        let canvas = Rect::from_min_size(origin, part.size() * zoom);
        let place = place_of(painter, canvas, &view);
        let out = self.shapes(painter, &place, Rect::EVERYTHING, &indices);
        painter.extend(out);
    }

    /// Paints a small Scene, such as a chart, with its corner at `origin`.
    pub fn paint_at(&mut self, painter: &Painter, origin: Pos2) {
        self.renew(painter, 1.0);
        let all: Vec<usize> = (0..self.scene.shapes.len()).collect();
        let canvas = Rect::from_min_size(origin, self.size());
        let place = place_of(painter, canvas, &Viewport::default());
        let out = self.shapes(painter, &place, Rect::EVERYTHING, &all);
        painter.extend(out);
    }

    /// Drops what was made for another zoom or another font atlas.
    fn renew(&mut self, painter: &Painter, text_zoom: f32) {
        if self.galleys.renew(painter, text_zoom, self.scene.shapes.len()) {
            self.layers.iter_mut().for_each(|layer| layer.kept.forget());
        }
        if let Some(revision) = &mut self.textures {
            let now = Textures::of(painter.ctx()).revision();
            if std::mem::replace(revision, now) != now {
                self.layers.iter_mut().for_each(|layer| layer.kept.forget());
            }
        }
    }

    /// Paints one layer: as a mesh made earlier, or shape by shape.
    fn layer(&mut self, painter: &Painter, canvas: Rect, view: &Viewport, layer: &mut Layer) {
        let place = place_of(painter, canvas, view);
        let clip = painter.clip_rect();
        let seen = Rect::from_min_max(view.to_map(canvas, clip.min), view.to_map(canvas, clip.max))
            .expand(16.0);
        if let Some(meshes) = layer.kept.at(&place, seen) {
            painter.extend(meshes);
        } else if layer.kept.settled(&place) {
            let reach = Kept::reach(seen);
            let out = self.shapes(painter, &place, reach, &layer.indices);
            layer.kept.keep(painter, &place, reach, out);
            painter.extend(layer.kept.at(&place, seen).unwrap_or_default());
        } else {
            painter.extend(self.shapes(painter, &place, seen, &layer.indices));
        }
        layer.kept.passed(&place);
    }

    /// The shapes of a layer that touch `seen`, a part of the scene, as they stand on screen.
    fn shapes(
        &mut self,
        painter: &Painter,
        place: &Place,
        seen: Rect,
        indices: &[usize],
    ) -> Vec<Shape> {
        let mut out = Vec::with_capacity(indices.len());
        let mut at = 0;
        while let Some(&index) = indices.get(at) {
            let run = self.run_of_polygons(indices, at);
            at += run.max(1);
            let shown = self.bounds.get(index).is_some_and(|b| b.intersects(seen));
            if run > 1 {
                let parts = self.scene.shapes.get(index..index + run).unwrap_or_default();
                out.push(shapes::mesh(place, parts));
            } else if shown {
                self.part(painter, place, index, &mut out);
            }
        }
        out
    }

    /// How many shapes from here on are polygons of one colour, one right behind the other.
    fn run_of_polygons(&self, indices: &[usize], at: usize) -> usize {
        let fill = |i: usize| match self.scene.shapes.get(i) {
            Some(Part::Convex { fill, .. }) => Some(*fill),
            _ => None,
        };
        let Some(first) = indices.get(at).copied() else {
            return 0;
        };
        let Some(color) = fill(first) else { return 0 };
        indices
            .iter()
            .skip(at)
            .enumerate()
            .take_while(|(step, index)| **index == first + step && fill(**index) == Some(color))
            .count()
    }

    fn part(&mut self, painter: &Painter, place: &Place, index: usize, out: &mut Vec<Shape>) {
        let Some(part) = self.scene.shapes.get(index) else {
            return;
        };
        let text_zoom = self.galleys.text_zoom;
        match part {
            Part::Text(run) => {
                if run.size * place.zoom < LEAST_LETTER || run.text.is_empty() {
                    return;
                }
                let galley = self.galleys.get(index, || {
                    let font = shapes::font(run, text_zoom);
                    painter.layout_no_wrap(run.text.clone(), font, color32(run.color))
                });
                out.push(shapes::text(place, run, galley));
            }
            Part::Icon { center, size, icon, filled, color } => {
                let galley = self.galleys.get(index, || {
                    let font = fonts::icons(size * text_zoom, *filled);
                    painter.layout_no_wrap(icon.0.to_string(), font, color32(*color))
                });
                out.push(shapes::icon(place, *center, *color, galley));
            }
            Part::Hatch { stroke, .. } => {
                let pen = Stroke::new(stroke.width * place.zoom, color32(stroke.color));
                for ends in self.hatches.get(index).into_iter().flatten() {
                    let points = ends.map(|p| place.origin + p.to_vec2() * place.zoom);
                    out.push(Shape::LineSegment { points, stroke: pen });
                }
            }
            Part::Image { rect, radius, blob, size } => {
                let egui = painter.ctx();
                let texture = Textures::of(egui).get(egui, *blob, *size);
                shapes::picture(place, (*rect, *radius), *size, texture, out);
            }
            other => shapes::add(place, other, place.zoom >= LEAST_SHADOW, out),
        }
    }
}

impl Galleys {
    /// Drops what was laid out for another zoom, or for a font atlas that was made anew; tells
    /// whether letters stand elsewhere in the atlas now.
    fn renew(&mut self, painter: &Painter, text_zoom: f32, shapes: usize) -> bool {
        let pixels_per_point = painter.pixels_per_point();
        let atlas = painter.fonts(|f| (f.font_image_size(), f.font_atlas_fill_ratio()));
        let emptied = atlas.0 != self.atlas.0 || atlas.1 < self.atlas.1;
        self.atlas = atlas;
        let same = (self.text_zoom - text_zoom).abs() < 1e-4
            && (self.pixels_per_point - pixels_per_point).abs() < 1e-4
            && self.by_shape.len() == shapes;
        if !same || emptied {
            *self = Self { text_zoom, pixels_per_point, atlas, by_shape: vec![None; shapes] };
        }
        !same || emptied
    }

    fn get(&mut self, index: usize, lay_out: impl FnOnce() -> Arc<Galley>) -> Arc<Galley> {
        match self.by_shape.get_mut(index) {
            Some(kept) => Arc::clone(kept.get_or_insert_with(lay_out)),
            None => lay_out(),
        }
    }
}

/// What scrolls both ways, below what stays in place.
fn layers(scene: &Scene) -> Vec<Layer> {
    let pins = &scene.pins;
    let scrolls = |i: &usize| {
        let held = [&pins.ribbon, &pins.gutter, &pins.corner, &pins.foot, &pins.foot_gutter];
        !held.iter().any(|range| range.contains(i))
    };
    let layer = |indices, held| Layer { indices, held, foot: false, kept: Kept::default() };
    let foot = |range: &Range<usize>, across| Layer {
        foot: true,
        ..layer(range.clone().collect(), (across, false))
    };
    vec![
        layer((0..scene.shapes.len()).filter(scrolls).collect(), (false, false)),
        layer(pins.ribbon.clone().collect(), (false, true)),
        layer(pins.gutter.clone().collect(), (true, false)),
        foot(&pins.foot, false),
        foot(&pins.foot_gutter, true),
        layer(pins.corner.clone().collect(), (true, true)),
    ]
}

/// Where a layer stands; on whole pixels, so that its letters and edges stay sharp as it moves.
fn place_of(painter: &Painter, canvas: Rect, view: &Viewport) -> Place {
    let pixels_per_point = painter.pixels_per_point();
    let origin = shapes::snap(canvas.min - view.scroll * view.zoom, pixels_per_point);
    Place { origin, zoom: view.zoom, pixels_per_point }
}

/// A rectangle of the scene as egui keeps it.
#[must_use]
pub fn rect(r: crate::render::scene::Rect) -> Rect {
    Rect::from_min_size(pos2(r.x, r.y), vec2(r.width, r.height))
}

fn bounds_of(part: &Part) -> Rect {
    let at = |p: &crate::render::scene::Point| pos2(p.x, p.y);
    match part {
        Part::Rect { rect: r, shadow, .. } => {
            rect(*r).expand(shadow.map_or(0.0, |s| s.blur + s.offset_y))
        }
        Part::Hatch { rect: r, .. } | Part::Image { rect: r, .. } => rect(*r),
        Part::Convex { points, .. } => points.iter().map(at).fold(Rect::NOTHING, grow),
        Part::Line { points, stroke, .. } => {
            points.iter().map(at).fold(Rect::NOTHING, grow).expand(stroke.width)
        }
        Part::Curve { from, pieces, stroke } => pieces
            .iter()
            .flat_map(|piece| [piece.control_1, piece.control_2, piece.to])
            .chain([*from])
            .fold(Rect::NOTHING, |all, p| grow(all, at(&p)))
            .expand(stroke.width),
        Part::Circle { center, radius, .. } => {
            Rect::from_center_size(at(center), Vec2::splat(radius * 2.0 + 2.0))
        }
        Part::Text(run) => {
            // An upper bound: culling needs no more.
            let width = run.text.chars().count() as f32 * run.size * 0.75;
            let left = match run.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width / 2.0,
                Anchor::End => width,
            };
            if run.turned {
                let corner = pos2(run.at.x - run.size, run.at.y + left - width);
                return Rect::from_min_size(corner, vec2(run.size * 1.4, width));
            }
            Rect::from_min_size(
                pos2(run.at.x - left, run.at.y - run.size),
                vec2(width, run.size * 1.4),
            )
        }
        Part::Icon { center, size, .. } => Rect::from_center_size(at(center), Vec2::splat(*size)),
    }
}

fn grow(mut all: Rect, point: Pos2) -> Rect {
    all.extend_with(point);
    all
}

fn hatch_of(part: &Part) -> Vec<[Pos2; 2]> {
    match part {
        Part::Hatch { rect, radius, gap, .. } => hatch::lines(*rect, *radius, *gap)
            .into_iter()
            .map(|ends| ends.map(|p| pos2(p.x, p.y)))
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::scene::{Color, Rect as SceneRect};
    use egui::{Context, LayerId, RawInput};

    const CANVAS: Rect = Rect { min: pos2(50.0, 40.0), max: pos2(650.0, 440.0) };

    fn sheet() -> Arc<Scene> {
        let mut scene = Scene { width: 3_000.0, height: 2_000.0, ..Scene::default() };
        for i in 0..600_u16 {
            let (x, y) = (f32::from(i % 30) * 100.0, f32::from(i / 30) * 100.0);
            let fill = Color { r: (i % 250) as u8, g: 90, b: 120, a: 255 };
            scene.shapes.push(Part::Rect {
                rect: SceneRect { x, y, width: 80.0, height: 60.0 },
                radius: 6.0,
                fill: Some(fill),
                stroke: None,
                shadow: None,
            });
        }
        Arc::new(scene)
    }

    /// What one frame shows inside the canvas: the corners of triangles, rounded, with colours.
    fn frame(egui: &Context, prepared: &mut Prepared, view: &Viewport) -> Vec<(i32, i32, [u8; 4])> {
        let mut output = egui.run_ui(RawInput::default(), |ui| {
            let painter = Painter::new(ui.ctx().clone(), LayerId::background(), CANVAS);
            prepared.paint(&painter, CANVAS, view);
        });
        let shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
        let mut seen = Vec::new();
        for primitive in egui.tessellate(shapes, 1.0) {
            if let egui::epaint::Primitive::Mesh(mesh) = primitive.primitive {
                let inside = mesh.vertices.iter().filter(|v| CANVAS.contains(v.pos));
                seen.extend(inside.map(|v| {
                    let tenths = (v.pos * 10.0).round();
                    (tenths.x as i32, tenths.y as i32, v.color.to_array())
                }));
            }
        }
        seen.sort_unstable();
        seen
    }

    #[test]
    fn a_layer_kept_from_earlier_looks_as_one_painted_now() {
        let egui = Context::default();
        let scene = sheet();
        let mut kept = Prepared::new(Arc::clone(&scene));
        let steps =
            [(0.0, 0.0), (0.0, 0.0), (13.4, 7.7), (90.0, 40.0), (900.0, 700.0), (880.2, 690.0)];
        for (zoom, (x, y)) in [1.0, 0.7].into_iter().flat_map(|z| steps.map(|s| (z, s))) {
            let view = Viewport { zoom, scroll: vec2(x, y) };
            let mut fresh = Prepared::new(Arc::clone(&scene));
            let expected = frame(&egui, &mut fresh, &view);
            assert!(!expected.is_empty());
            assert_eq!(frame(&egui, &mut kept, &view), expected, "{zoom} at {x}, {y}");
        }
        let held = kept.layers.first().is_some_and(|layer| layer.kept.holds_something());
        assert!(held, "the mesh was never kept");
    }
}
