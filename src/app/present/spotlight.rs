//! A circle of light that follows the pointer; everything else is dimmed.

use super::big::Big;
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Shape, Ui, vec2};

/// Radius of the light, in the design.
const RADIUS: f32 = 150.0;
/// Corners of the circle.
const CORNERS: u32 = 72;

/// Dims everything but a circle around a point.
pub fn paint(ui: &Ui, big: &Big, center: Pos2) {
    let dim = Color32::from_black_alpha(170);
    let far = big.whole.width() + big.whole.height();
    // Light, a soft edge, and dark to beyond the corners.
    let rings = [
        (big.px(RADIUS), Color32::TRANSPARENT),
        (big.px(RADIUS + 14.0), dim),
        (big.px(RADIUS) + far, dim),
    ];
    let mut mesh = Mesh::default();
    for (radius, color) in rings {
        for i in 0..CORNERS {
            let angle = std::f32::consts::TAU * i as f32 / CORNERS as f32;
            let pos = center + radius * vec2(angle.cos(), angle.sin());
            mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
        }
    }
    for ring in 0..2 {
        for i in 0..CORNERS {
            let (a, b) = (ring * CORNERS + i, ring * CORNERS + (i + 1) % CORNERS);
            mesh.add_triangle(a, b, a + CORNERS);
            mesh.add_triangle(b, b + CORNERS, a + CORNERS);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}
