//! A Scene in a part of the window to look at: scroll, zoom, walk with arrows, choose.
//!
//! Nothing in it can be changed; what was chosen is given back.

use super::painter::{Prepared, rect};
use super::roving;
use super::viewport::Viewport;
use crate::app::theme::Theme;
use crate::render::scene::{Region, Scene, Subject};
use egui::accesskit::{Action, Role};
use egui::{
    CursorIcon, EventFilter, Id, Key, PointerButton, Rect, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A picture that is looked at.
pub struct Pane {
    id: &'static str,
    /// Zoom and scroll.
    pub view: Viewport,
    /// The part that Tab leads to.
    pub current: Option<Subject>,
    prepared: Option<Prepared>,
    reveal: Option<Subject>,
    focus: Option<Subject>,
    area: Option<Rect>,
}

impl Pane {
    /// A pane; `id` tells its parts from those of other panes.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self {
            id,
            view: Viewport::default(),
            current: None,
            prepared: None,
            reveal: None,
            focus: None,
            area: None,
        }
    }

    /// Scrolls to a part in the next frame, and gives it the focus.
    pub fn show_subject(&mut self, subject: Subject) {
        self.current = Some(subject);
        (self.reveal, self.focus) = (Some(subject), Some(subject));
    }

    /// Scrolls to a part in the next frame.
    pub fn reveal(&mut self, subject: Subject) {
        self.current = Some(subject);
        self.reveal = Some(subject);
    }

    /// Shows the whole picture.
    pub fn fit(&mut self) {
        if let (Some(area), Some(prepared)) = (self.area, &self.prepared) {
            self.view = Viewport::fit(area, prepared.size());
        }
    }

    /// Sets the zoom around the middle.
    pub fn zoom_to(&mut self, zoom: f32) {
        if let Some(area) = self.area {
            self.view.zoom_at(area, area.center(), zoom / self.view.zoom);
        }
    }

    /// The place of a part on screen, whether it shows or not.
    #[must_use]
    pub fn place_of(&self, subject: Subject) -> Option<Rect> {
        let (area, prepared) = (self.area?, self.prepared.as_ref()?);
        let region = prepared.scene().regions.iter().find(|r| r.subject == subject)?;
        Some(self.place(area, region))
    }

    fn place(&self, area: Rect, region: &Region) -> Rect {
        let view = match region.subject {
            Subject::Stage(_) => self.view.pinned(false, true),
            Subject::Lane(_) => self.view.pinned(true, false),
            _ => self.view,
        };
        view.rect_to_screen(area, rect(region.rect))
    }

    /// Shows the picture in `area`; gives the part that was chosen.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        scene: &Arc<Scene>,
        area: Rect,
    ) -> Option<Subject> {
        self.area = Some(area);
        let mut prepared = match self.prepared.take() {
            Some(prepared) if Arc::ptr_eq(prepared.scene(), scene) => prepared,
            _ => Prepared::new(Arc::clone(scene)),
        };
        let clip = ui.clip_rect();
        ui.set_clip_rect(area.intersect(clip));
        let ground = ui.interact(area, Id::unique((self.id, "ground")), Sense::DRAG);
        self.move_view(ui, &ground, area);
        self.scroll_to_wished(scene, area, prepared.pinned());
        self.view.clamp(area, prepared.size());
        prepared.paint(ui.painter(), area, &self.view);
        let chosen = self.regions(ui, theme, scene, area, prepared.pinned());
        ui.set_clip_rect(clip);
        self.prepared = Some(prepared);
        if self.reveal.is_some() || self.focus.is_some() {
            ui.ctx().request_repaint();
        }
        chosen
    }

    fn move_view(&mut self, ui: &Ui, ground: &egui::Response, area: Rect) {
        let over = ui.input(|i| i.pointer.hover_pos()).filter(|pos| area.contains(*pos));
        let Some(pos) = over else { return };
        if ui.ctx().layer_id_at(pos) != Some(ui.layer_id()) {
            return;
        }
        let middle = ui.input(|i| i.pointer.button_down(PointerButton::Middle));
        if middle || ground.dragged_by(PointerButton::Primary) {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            self.view.pan(ui.input(|i| i.pointer.delta()));
        }
        let zoom = ui.input(|i| i.zoom_delta());
        if (zoom - 1.0).abs() > 1e-4 {
            self.view.zoom_at(area, pos, zoom);
        } else {
            self.view.pan(ui.input(|i| i.smooth_scroll_delta()));
        }
    }

    fn scroll_to_wished(&mut self, scene: &Scene, area: Rect, pinned: Vec2) {
        let Some(subject) = self.reveal else { return };
        if let Some(region) = scene.regions.iter().find(|r| r.subject == subject) {
            let mut target = rect(region.rect);
            if matches!(subject, Subject::Stage(_)) {
                target = target.translate(vec2(0.0, self.view.scroll.y + pinned.y));
            }
            if matches!(subject, Subject::Lane(_)) {
                target = target.translate(vec2(self.view.scroll.x + pinned.x, 0.0));
            }
            self.view.reveal(area, target, pinned);
        }
        self.reveal = None;
    }

    fn regions(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        scene: &Scene,
        area: Rect,
        pinned: Vec2,
    ) -> Option<Subject> {
        let known = |s: Subject| scene.regions.iter().any(|r| r.subject == s);
        if !self.current.is_some_and(known) {
            let first =
                scene.regions.iter().find(|r| roving::stops_at(r.subject, &BTreeSet::new()));
            self.current = first.map(|r| r.subject);
        }
        let clip = ui.clip_rect();
        let inner = Rect::from_min_max(area.min + pinned * self.view.zoom, area.max);
        let mut chosen = None;
        for region in scene.regions.iter().filter(|r| roving::stops_at(r.subject, &BTreeSet::new()))
        {
            let place = self.place(area, region);
            let pinned = matches!(region.subject, Subject::Stage(_) | Subject::Lane(_));
            let seen = if pinned { area } else { inner };
            if !seen.intersects(place) && self.current != Some(region.subject) {
                continue;
            }
            ui.set_clip_rect(seen.intersect(clip));
            if self.region(ui, theme, scene, region, place) {
                chosen = Some(region.subject);
            }
            ui.set_clip_rect(clip);
        }
        chosen
    }

    /// One part; whether it was chosen.
    fn region(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        scene: &Scene,
        region: &Region,
        place: Rect,
    ) -> bool {
        let id = Id::unique((self.id, region.subject));
        let current = self.current == Some(region.subject);
        let mut sense = Sense::CLICK;
        if current {
            sense |= Sense::FOCUSABLE;
        }
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Focus)) {
            self.current = Some(region.subject);
            self.focus = Some(region.subject);
            sense |= Sense::FOCUSABLE;
        }
        let response = ui.interact(place, id, sense);
        if self.focus == Some(region.subject) {
            self.focus = None;
            response.request_focus();
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &region.label));
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Focus));
        if response.hovered() {
            let pen = Stroke::new(1.0, theme.edge);
            ui.painter().rect_stroke(place, 8.0 * self.view.zoom, pen, StrokeKind::Inside);
        }
        if response.has_focus() {
            let pen = Stroke::new(2.0, theme.accent);
            ui.painter().rect_stroke(place, 8.0 * self.view.zoom, pen, StrokeKind::Inside);
            self.keys(ui, scene, region.subject, &response);
        }
        let chosen = response.clicked();
        if chosen {
            self.current = Some(region.subject);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
        chosen
    }

    fn keys(&mut self, ui: &Ui, scene: &Scene, subject: Subject, response: &egui::Response) {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            tab: false,
            escape: false,
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        let arrows =
            [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End];
        for key in arrows {
            if ui.input(|i| i.key_pressed(key))
                && let Some(next) = roving::next(scene, &BTreeSet::new(), subject, key)
            {
                self.show_subject(next);
            }
        }
    }
}
