//! The map in the window: paints the Scene, and makes each part of it something to click, focus,
//! name, drag and edit.
//!
//! Holds only how the map is looked at. What a person does goes out as `UiAction`s.

use super::acts;
use super::cells;
use super::drag::Drag;
use super::edit::Editing;
use super::minimap::Minimap;
use super::painter::{Prepared, rect};
use super::roving;
use super::seat::Frame;
use super::viewport::Viewport;
use crate::app::context::{Ctx, UiAction};
use crate::app::regions::{self, Region as Part};
use crate::render::scene::{Region, Scene, Subject};
use egui::accesskit::{Action, Role};
use egui::{
    CursorIcon, Id, Key, Modifiers, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2,
    WidgetInfo, vec2,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How the map is looked at, and what is going on with it.
#[derive(Default)]
pub struct Canvas {
    /// Zoom and scroll.
    pub view: Viewport,
    /// What is selected; the one the inspector shows comes last.
    pub selection: Vec<Subject>,
    /// The part of the map that Tab leads to.
    pub current: Option<Subject>,
    pub(super) editing: Option<Editing>,
    pub(super) drag: Option<Drag>,
    /// Where a rubber band began, in points of the map.
    pub(super) band: Option<Pos2>,
    /// Whether the keys of this frame were taken: the part they lead to must not take them again.
    pub(super) keyed: bool,
    /// The part that had the focus in the last frame.
    pub(super) focused: Option<Subject>,
    /// The part under the pointer, which has the tool bar.
    pub(super) hovered: Option<Subject>,
    /// The part whose menu the keyboard opened.
    pub(super) menu_of: Option<Subject>,
    prepared: Option<Prepared>,
    /// The cells in which nothing stands: the keyboard stops at them.
    pub(super) empty: BTreeSet<Subject>,
    pub(super) minimap: Minimap,
    /// Whether the overview was switched off.
    pub(super) minimap_hidden: bool,
    pub(super) wish: Wish,
    area: Option<Rect>,
    panning: bool,
    pub(super) by_keyboard: bool,
}

/// What is done once the map is laid out.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Wish {
    pub reveal: Option<Subject>,
    pub focus: Option<Subject>,
}

impl Canvas {
    /// The identity of a part's widget.
    #[must_use]
    pub fn id_of(subject: Subject) -> Id {
        Id::unique(("map", subject))
    }

    /// What the inspector shows.
    #[must_use]
    pub fn selected(&self) -> Option<Subject> {
        self.selection.last().copied()
    }

    /// What a key acts on: what is selected, or what has the focus beside it.
    #[must_use]
    pub fn acted_on(&self) -> Vec<Subject> {
        let cell = |s: &Subject| matches!(s, Subject::Cell(..));
        match self.focused.filter(|s| !cell(s) && !self.selection.contains(s)) {
            Some(focused) => vec![focused],
            None => self.selection.clone(),
        }
    }

    /// Selects one part, or nothing.
    pub fn select(&mut self, subject: Option<Subject>) {
        self.selection = subject.into_iter().collect();
        if let Some(subject) = subject {
            self.current = Some(subject);
        }
    }

    /// Selects a part, scrolls to it and gives it the focus as soon as it is drawn.
    pub fn show_subject(&mut self, subject: Subject) {
        self.select(Some(subject));
        self.wish = Wish { reveal: Some(subject), focus: Some(subject) };
    }

    /// Whether letters typed now begin a card: an empty cell has the focus.
    #[must_use]
    pub fn wants_letters(&self, egui: &egui::Context) -> bool {
        let cell = self.current.filter(|s| matches!(s, Subject::Cell(..)));
        cell.is_some_and(|cell| egui.memory(|m| m.has_focus(Self::id_of(cell))))
    }

    /// Brings a part into view.
    pub fn reveal(&mut self, subject: Subject) {
        self.wish.reveal = Some(subject);
    }

    /// Gives the focus to a part as soon as it is drawn, without selecting it.
    pub fn focus_on(&mut self, subject: Subject) {
        self.current = Some(subject);
        self.wish = Wish { reveal: Some(subject), focus: Some(subject) };
    }

    /// Zooms one step up or down around the middle.
    pub fn zoom_step(&mut self, up: bool) {
        let zoom = self.view.stepped(up);
        self.zoom_to(zoom);
    }

    /// Sets the zoom around the middle.
    pub fn zoom_to(&mut self, zoom: f32) {
        if let Some(area) = self.area {
            let factor = zoom / self.view.zoom;
            self.view.zoom_at(area, area.center(), factor);
        }
    }

    /// Shows the whole map.
    pub fn fit(&mut self) {
        if let (Some(area), Some(prepared)) = (self.area, &self.prepared) {
            self.view = Viewport::fit(area, prepared.size());
        }
    }

    /// Shows the map in `area` and takes what a person does with it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scene: &Arc<Scene>,
        area: Rect,
        out: &mut Vec<UiAction>,
    ) {
        self.area = Some(area);
        self.forget_what_is_gone(ctx);
        let mut prepared = match self.prepared.take() {
            Some(prepared) if Arc::ptr_eq(prepared.scene(), scene) => prepared,
            _ => {
                let journey = ctx.journey();
                self.empty =
                    journey.map(|id| cells::empty(ctx.model, id, scene)).unwrap_or_default();
                Prepared::new(Arc::clone(scene))
            }
        };
        let previous_clip = ui.clip_rect();
        ui.set_clip_rect(area.expand2(vec2(8.0, 8.0)).intersect(previous_clip));
        let ground = ui.interact(area, Id::unique("map_ground"), Sense::CLICK | Sense::DRAG);
        self.move_view(ui, &ground, area, prepared.size());
        self.reveal_wished(scene, area, prepared.pinned());
        self.view.clamp(area, prepared.size());
        prepared.paint(ui.painter(), area, &self.view);
        let frame = Frame { area, pinned: prepared.pinned(), view: self.view };
        if ground.clicked() {
            self.select(None);
        }
        self.band_ui(ui, ctx.theme, scene, frame, &ground);
        self.regions(ui, ctx, scene, frame, out);
        self.clipboard_keys(ui, ctx, out);
        if let Some(current) = self.current {
            regions::mark(ui.ctx(), Part::Canvas, Self::id_of(current), area);
        }
        self.drag_ui(ui, ctx, &mut prepared, frame, out);
        self.ghost_ui(ui, ctx, scene, frame);
        self.toolbar_ui(ui, ctx, scene, frame, out);
        self.edit_ui(ui, ctx, scene, frame, out);
        self.minimap_ui(ui, ctx, scene, frame);
        ui.set_clip_rect(previous_clip);
        self.prepared = Some(prepared);
        if self.wish != Wish::default() {
            ui.ctx().request_repaint();
        }
    }

    fn forget_what_is_gone(&mut self, ctx: &Ctx<'_>) {
        self.selection.retain(|s| acts::exists(ctx.model, *s));
        self.current = self.current.filter(|s| acts::exists(ctx.model, *s));
        self.hovered = self.hovered.filter(|s| acts::exists(ctx.model, *s));
    }

    /// Scrolls, pans and zooms.
    fn move_view(&mut self, ui: &Ui, ground: &Response, area: Rect, map: Vec2) {
        let typing = ui.ctx().text_edit_focused();
        let space = !typing && ui.input(|i| i.key_down(Key::Space) && i.pointer.any_down());
        let middle = ui.input(|i| i.pointer.button_down(PointerButton::Middle));
        let over = ui.input(|i| i.pointer.hover_pos()).filter(|pos| area.contains(*pos));
        let free = ui.ctx().layer_id_at(over.unwrap_or_default()) == Some(ui.layer_id());
        self.panning = over.is_some() && (self.panning || free) && (space || middle);
        if self.panning {
            self.drag = None;
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            self.view.pan(ui.input(|i| i.pointer.delta()));
        } else if ground.dragged_by(PointerButton::Primary) && ground.ctx.input(|i| i.any_touches())
        {
            self.view.pan(ground.drag_delta());
        }
        let Some(pos) = over.filter(|_| free) else {
            return;
        };
        let zoom = ui.input(|i| i.zoom_delta());
        if (zoom - 1.0).abs() > 1e-4 {
            self.view.zoom_at(area, pos, zoom);
        } else {
            let scroll = ui.input(|i| i.smooth_scroll_delta());
            self.view.pan(scroll);
        }
        self.view.clamp(area, map);
    }

    fn reveal_wished(&mut self, scene: &Scene, area: Rect, pinned: Vec2) {
        let Some(subject) = self.wish.reveal else {
            return;
        };
        if let Some(region) = scene.regions.iter().find(|r| r.subject == subject) {
            self.wish.reveal = None;
            let mut target = rect(region.rect);
            // What stays in place is always in view along that axis.
            if matches!(subject, Subject::Stage(_)) {
                target = target.translate(vec2(0.0, self.view.scroll.y + pinned.y));
            }
            if matches!(subject, Subject::Lane(_)) {
                target = target.translate(vec2(self.view.scroll.x + pinned.x, 0.0));
            }
            self.view.reveal(area, target, pinned);
        }
    }

    /// One widget for each part that shows; for all of them when a screen reader listens.
    fn regions(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scene: &Scene,
        frame: Frame,
        out: &mut Vec<UiAction>,
    ) {
        let is_stop = |s: Subject| scene.regions.iter().any(|r| r.subject == s);
        if !self.current.is_some_and(is_stop) {
            let first = scene.regions.iter().find(|r| roving::stops_at(r.subject, &self.empty));
            self.current = first.map(|r| r.subject);
        }
        if ui.input(|i| i.pointer.any_pressed()) {
            self.by_keyboard = false;
        }
        let spoken = ui.ctx().accesskit_node_builder(Id::unique("map_ground"), |_| ()).is_some();
        let clip = ui.clip_rect();
        self.focused = None;
        self.keyed = false;
        let mut hovered = None;
        for region in &scene.regions {
            let closed = matches!(region.subject, Subject::Cell(..))
                && !self.empty.contains(&region.subject);
            if closed || matches!(region.subject, Subject::Journey(_)) {
                continue;
            }
            let (place, seen) = frame.place(region);
            let shows = seen.intersects(place);
            if !shows && !spoken && self.current != Some(region.subject) {
                continue;
            }
            ui.set_clip_rect(seen.intersect(clip));
            let response = self.region(ui, ctx, region, place);
            if response.hovered() {
                hovered = Some(region.subject);
            }
            if response.has_focus() {
                self.focused = Some(region.subject);
            }
            self.answer(ui, ctx, scene, region.subject, &response, out);
            ui.set_clip_rect(clip);
            if shows {
                self.rings(ui, ctx.theme, frame, region.subject, place, seen, &response);
            }
        }
        if hovered.is_some() {
            self.hovered = hovered;
        }
    }

    fn region(&mut self, ui: &Ui, ctx: &Ctx<'_>, region: &Region, place: Rect) -> Response {
        let id = Self::id_of(region.subject);
        let stop = roving::stops_at(region.subject, &self.empty);
        let cell = matches!(region.subject, Subject::Cell(..));
        let current = self.current == Some(region.subject);
        let mut sense = Sense::CLICK;
        if stop && !cell {
            sense |= Sense::DRAG;
        }
        if current {
            sense |= Sense::FOCUSABLE;
        }
        // A screen reader may ask for any part: that part becomes the tab stop.
        if stop && ui.input(|i| i.has_accesskit_action_request(id, Action::Focus)) {
            self.current = Some(region.subject);
            self.wish.focus = Some(region.subject);
            sense |= Sense::FOCUSABLE;
        }
        let response = ui.interact(place, id, sense);
        if self.wish.focus == Some(region.subject) {
            self.wish.focus = None;
            response.request_focus();
        }
        let selected = self.selection.contains(&region.subject);
        let enabled = ctx.document.is_some();
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, enabled, selected, &region.label));
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Focus));
        response
    }

    /// What a person does to one part.
    fn answer(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scene: &Scene,
        subject: Subject,
        response: &Response,
        out: &mut Vec<UiAction>,
    ) {
        let subject = match subject {
            Subject::Emotion(card) => Subject::Card(card),
            other => other,
        };
        let keyed = ui.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Space));
        if response.clicked() && !keyed {
            let modifiers = ui.input(|i| i.modifiers);
            if matches!(subject, Subject::Cell(..)) {
                self.select(None);
                self.current = Some(subject);
            } else {
                self.click(subject, modifiers);
            }
            response.request_focus();
        }
        if response.secondary_clicked() && !self.selection.contains(&subject) {
            self.select(Some(subject));
        }
        let fixed = ctx.why_fixed().is_some();
        if response.double_clicked() && !fixed {
            self.begin_in(ctx, subject, String::new());
        }
        if response.drag_started_by(PointerButton::Primary) && !fixed && !self.panning {
            self.drag = Drag::start(scene, subject, response);
        }
        if response.has_focus() && self.editing.is_none() && !self.keyed {
            self.keyed = true;
            self.keys(ui, ctx, scene, subject, response, out);
        }
        self.context_menu(ui, ctx, subject, response, out);
    }

    pub(super) fn click(&mut self, subject: Subject, modifiers: Modifiers) {
        if modifiers.command || modifiers.shift {
            self.current = Some(subject);
            match self.selection.iter().position(|s| *s == subject) {
                Some(at) => {
                    self.selection.remove(at);
                }
                None => self.selection.push(subject),
            }
        } else {
            self.select(Some(subject));
        }
    }
}
