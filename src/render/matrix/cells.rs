//! The cells of the table: a face, or a dot where nothing is offered.

use super::Plan;
use crate::analysis::Cell;
use crate::render::cell_faces::Faces;
use crate::render::scene::Rect;
use crate::render::sketch::{Sketch, point};

/// Radius of the dot where nothing is offered.
const DOT: f32 = 1.5;

impl Plan<'_> {
    pub(super) fn cell(&self, sketch: &mut Sketch, place: Rect, cell: &Cell) {
        match cell {
            Cell::NotOffered => {
                let center = point(place.x + place.width / 2.0, place.y + place.height / 2.0);
                sketch.circle(center, DOT, self.colors.ink4, None);
            }
            Cell::Reading(reading) => self.faces().reading(sketch, place, reading),
        }
    }

    pub(super) fn faces(&self) -> Faces<'_> {
        let (theme, palette) = (self.request.theme, self.request.palette);
        Faces { texts: self.texts, theme, palette }
    }
}
