//! The overview of the map: everything very small, with the part that shows; a click goes there.
//!
//! Only drawn while less than half of the map shows.

use super::canvas::Canvas;
use super::painter::rect;
use super::seat::Frame;
use crate::app::context::Ctx;
use crate::app::theme::Depth;
use crate::render::scene::{Scene, Subject};
use egui::accesskit::Role;
use egui::{Color32, Id, Mesh, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use std::sync::Arc;

/// Most room the overview takes.
const ROOM: egui::Vec2 = vec2(200.0, 130.0);
/// While this part of the map shows, an overview would only cover it.
const ENOUGH: f32 = 0.5;
/// Distance from the corner of the map's part of the window.
const INSET: f32 = 16.0;

/// The small picture, and what it was made from.
#[derive(Default)]
pub(super) struct Minimap {
    made_of: Option<(usize, bool)>,
    mesh: Arc<Mesh>,
}

impl Canvas {
    /// Shows the overview, when much of the map does not show.
    pub(super) fn minimap_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, scene: &Arc<Scene>, frame: Frame) {
        let map = vec2(scene.width, scene.height);
        let shown = frame.area.size() / frame.view.zoom;
        let seen = shown.min(map);
        let most = seen.x * seen.y >= ENOUGH * map.x * map.y;
        if most || self.minimap_hidden || frame.area.width() < 700.0 {
            return;
        }
        let scale = (ROOM.x / map.x).min(ROOM.y / map.y);
        let size = map * scale;
        let place = Rect::from_min_size(frame.area.max - size - vec2(INSET, INSET), size);
        let theme = ctx.theme;
        let response = ui.interact(place, Id::unique("map_minimap"), Sense::CLICK | Sense::DRAG);
        let name = ctx.t("canvas-minimap");
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        if let (true, Some(pos)) =
            (response.clicked() || response.dragged(), response.interact_pointer_pos())
        {
            let at = (pos - place.min) / scale;
            self.view.scroll = at - shown / 2.0;
            self.view.clamp(frame.area, map);
        }
        let painter = ui.painter().with_clip_rect(frame.area);
        let ground = place.expand(6.0);
        painter.add(theme.shadow_of(Depth::Menu).as_shape(ground, 8.0));
        let edge = Stroke::new(1.0, theme.line2);
        painter.rect(ground, 8.0, theme.panel, edge, StrokeKind::Outside);
        let made_of = (Arc::as_ptr(scene) as usize, theme.dark);
        if self.minimap.made_of != Some(made_of) {
            let colors = (theme.ribbon, theme.line2, theme.ink4);
            self.minimap = Minimap { made_of: Some(made_of), mesh: Arc::new(small(scene, colors)) };
        }
        let mut mesh = (*self.minimap.mesh).clone();
        for vertex in &mut mesh.vertices {
            vertex.pos = place.min + vertex.pos.to_vec2() * scale;
        }
        painter.add(Shape::mesh(mesh));
        let view = Rect::from_min_size(place.min + frame.view.scroll * scale, shown * scale);
        let pen = Stroke::new(1.5, theme.accent);
        let view = view.intersect(place);
        painter.rect(view, 3.0, theme.accent.gamma_multiply(0.10), pen, StrokeKind::Inside);
    }
}

/// Stages, cards and notes as plain rectangles, in points of the map.
fn small(scene: &Scene, (ribbon, card, note): (Color32, Color32, Color32)) -> Mesh {
    let mut mesh = Mesh::default();
    for region in &scene.regions {
        let color = match region.subject {
            Subject::Stage(_) => ribbon,
            Subject::Card(_) => card,
            Subject::Note(_) => note.gamma_multiply(0.6),
            _ => continue,
        };
        mesh.add_colored_rect(rect(region.rect), color);
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StageId;
    use crate::render::scene::{Rect as SceneRect, Region};

    #[test]
    fn every_stage_is_in_the_overview_and_nothing_else_that_is_empty() {
        let region = |subject| Region {
            rect: SceneRect { x: 1.0, y: 2.0, width: 3.0, height: 4.0 },
            subject,
            label: String::new(),
        };
        let lane = Subject::Lane(crate::model::LaneId::fresh());
        let stage = Subject::Stage(StageId::fresh());
        let scene = Scene { regions: vec![region(stage), region(lane)], ..Scene::default() };
        let mesh = small(&scene, (Color32::RED, Color32::GREEN, Color32::BLUE));
        assert_eq!(mesh.vertices.len(), 4);
        assert_eq!(mesh.vertices[0].pos, egui::pos2(1.0, 2.0));
    }
}
