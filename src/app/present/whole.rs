//! The whole map, free to move and zoom: nothing can be changed here.

use super::big::{Big, say};
use crate::app::map::painter::{Prepared, rect};
use crate::app::map::viewport::{Viewport, ZOOM};
use crate::render::scene::Scene;
use egui::{Key, Modifiers, Rect, Sense, Ui, UiBuilder};
use std::sync::Arc;

/// How the map is looked at.
#[derive(Default)]
pub struct WholeMap {
    view: Viewport,
    prepared: Option<Prepared>,
    /// Whether the map is to fill the screen again, as it does until somebody moves it.
    moved: bool,
}

impl WholeMap {
    /// Shows all of the map again.
    pub fn fit(&mut self) {
        self.moved = false;
    }

    /// Shows the map.
    pub fn ui(&mut self, ui: &mut Ui, big: &Big, scene: &Arc<Scene>) {
        let area = big.whole.shrink(big.px(24.0));
        let known = self.prepared.as_ref().is_some_and(|p| Arc::ptr_eq(p.scene(), scene));
        if !known {
            self.prepared = Some(Prepared::new(Arc::clone(scene)));
        }
        let map = egui::vec2(scene.width, scene.height);
        self.move_map(ui, area, map);
        if !self.moved {
            self.view = filling(area, map);
        }
        let Some(prepared) = &mut self.prepared else {
            return;
        };
        prepared.paint(&ui.painter().with_clip_rect(area), area, &self.view);
        let visible = self.view.visible(area);
        let builder = UiBuilder::new().max_rect(area).id_salt("present_map");
        ui.scope_builder(builder, |ui| {
            for region in scene.regions.iter().filter(|r| rect(r.rect).intersects(visible)) {
                let place = self.view.rect_to_screen(area, rect(region.rect)).intersect(area);
                if place.is_positive() {
                    say(ui, place, &region.label);
                }
            }
        });
    }

    /// Dragging, wheel, pinch; + and −, 0 and the up and down keys.
    fn move_map(&mut self, ui: &mut Ui, area: Rect, map: egui::Vec2) {
        let ground = ui.interact(area, ui.scope_id().with("present_ground"), Sense::drag());
        let before = self.view;
        if ground.dragged() {
            self.view.pan(ground.drag_delta());
        }
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if pressed(Key::Plus) || pressed(Key::Equals) {
            self.view.zoom_at(area, area.center(), 1.25);
        }
        if pressed(Key::Minus) {
            self.view.zoom_at(area, area.center(), 0.8);
        }
        for (key, by) in [(Key::ArrowDown, -1.0), (Key::ArrowUp, 1.0)] {
            if pressed(key) {
                self.view.pan(egui::vec2(0.0, by * area.height() / 4.0));
            }
        }
        if let Some(pos) = ui.input(|i| i.pointer.hover_pos()).filter(|p| area.contains(*p)) {
            let zoom = ui.input(|i| i.zoom_delta());
            if (zoom - 1.0).abs() > 1e-4 {
                self.view.zoom_at(area, pos, zoom);
            } else {
                self.view.pan(ui.input(|i| i.smooth_scroll_delta()));
            }
        }
        if self.view != before {
            self.moved = true;
            self.view.clamp(area, map);
        }
        if pressed(Key::Num0) {
            self.fit();
        }
    }
}

/// The whole map as large as it fits.
fn filling(area: Rect, map: egui::Vec2) -> Viewport {
    let zoom = (area.size() / map.max(egui::vec2(1.0, 1.0))).min_elem();
    let zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end());
    let spare = area.size() / zoom - map;
    Viewport { zoom, scroll: -spare.max(egui::Vec2::ZERO) / 2.0 }
}
