//! A layer of the map tessellated once, painted again in each frame that shows the same of it.
//!
//! Tessellating a large map costs several frames; moving a mesh costs almost nothing. A mesh lasts
//! until the zoom, the letters or the pixel grid change, or until the view leaves what it holds.

use super::shapes::Place;
use egui::epaint::{ClippedShape, Primitive};
use egui::{Mesh, Painter, Rect, Shape};
use std::sync::Arc;

/// How far a mesh reaches beyond what shows, as a part of what shows.
const MARGIN: f32 = 0.25;

/// What one layer looked like when it was last painted.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Where the layer stood in the last frame.
    last: Option<Place>,
    /// Neighbours with one texture are one mesh; pictures stand between.
    meshes: Option<(Vec<Arc<Mesh>>, Place, Rect)>,
}

impl Kept {
    /// Forgets the mesh: its letters are laid out anew, or the font atlas is another.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Whether a mesh is worth making: not while the zoom changes, for then it lasts one frame.
    pub fn settled(&self, place: &Place) -> bool {
        self.last.is_some_and(|last| last.same_scale(place))
    }

    /// Notes where the layer stands in this frame.
    pub fn passed(&mut self, place: &Place) {
        self.last = Some(*place);
    }

    /// The meshes moved to `place`, when they hold all of `seen` (a part of the scene).
    pub fn at(&mut self, place: &Place, seen: Rect) -> Option<Vec<Shape>> {
        let (meshes, stands, holds) = self.meshes.as_mut()?;
        if !stands.same_scale(place) || !holds.contains_rect(seen) {
            return None;
        }
        let by = place.origin - stands.origin;
        if by != egui::Vec2::ZERO {
            meshes.iter_mut().for_each(|mesh| Arc::make_mut(mesh).translate(by));
            *stands = *place;
        }
        Some(meshes.iter().map(|mesh| Shape::Mesh(Arc::clone(mesh))).collect())
    }

    #[cfg(test)]
    pub fn holds_something(&self) -> bool {
        self.meshes.is_some()
    }

    /// What of the scene a new mesh shall hold, when `seen` of it shows.
    pub fn reach(seen: Rect) -> Rect {
        seen.expand2(seen.size() * MARGIN)
    }

    /// Tessellates shapes that stand at `place` and together hold `holds` of the scene.
    pub fn keep(&mut self, painter: &Painter, place: &Place, holds: Rect, shapes: Vec<Shape>) {
        let clipped = |shape| ClippedShape {
            clip_rect: Rect::EVERYTHING,
            shape,
            transform_after_tessellation: egui::emath::TSTransform::IDENTITY,
        };
        let shapes = shapes.into_iter().map(clipped).collect();
        let primitives = painter.ctx().tessellate(shapes, place.pixels_per_point);
        let mut meshes: Vec<Mesh> = Vec::new();
        for primitive in primitives {
            let Primitive::Mesh(mesh) = primitive.primitive else { continue };
            // Letters and white come from the font atlas: all but pictures is one mesh.
            match meshes.last_mut().filter(|last| last.texture_id == mesh.texture_id) {
                Some(last) => last.append(mesh),
                None => meshes.push(mesh),
            }
        }
        let meshes = meshes.into_iter().map(Arc::new).collect();
        self.meshes = Some((meshes, *place, holds));
    }
}
