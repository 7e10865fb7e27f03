//! The table in its part of the window: painting what shows, one tab stop with arrows inside it.
//!
//! What a press means is given back; nothing is counted here.

use crate::app::map::painter::{Prepared, rect};
use crate::app::map::viewport::Viewport;
use crate::app::regions::{self, Region as Part};
use crate::app::theme::Theme;
use crate::model::StageId;
use crate::render::scene::{GridColumn, GridRow, Region, Scene, Subject};
use egui::accesskit::{Action, Role};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A row and a column.
pub(super) type Place = (GridRow, GridColumn);

/// What the person asked the table for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Asked {
    /// All about a cell.
    Open(GridRow, GridColumn),
    /// The focus moved to another cell.
    Moved(GridRow, GridColumn),
    /// Another order; across stages or inside them.
    Sort(GridColumn, bool),
    /// A stage folded, or unfolded.
    Fold(StageId),
    /// A press beside everything.
    Ground,
}

/// The table between frames.
#[derive(Default)]
pub(super) struct Grid {
    view: Viewport,
    prepared: Option<Prepared>,
    /// Where Tab leads to.
    current: Option<Place>,
    /// What shall get the focus as soon as it is drawn.
    focus: Option<Place>,
    /// What shall come in sight: not the same, since the focus may be given within this frame.
    sought: Option<Place>,
    area: Option<Rect>,
    /// Size of the whole table.
    size: Vec2,
    /// Height of the row of totals.
    foot: f32,
    order: Order,
}

/// Rows and columns as they stand, and where regions are.
#[derive(Default)]
struct Order {
    rows: Vec<GridRow>,
    columns: Vec<GridColumn>,
    regions: BTreeMap<Place, usize>,
}

impl Order {
    fn of(scene: &Scene) -> Self {
        let mut order = Self::default();
        let mut rows: BTreeMap<GridRow, f32> = BTreeMap::new();
        let mut columns: BTreeMap<GridColumn, ()> = BTreeMap::new();
        for (index, region) in scene.regions.iter().enumerate() {
            if let Subject::Grid(row, column) = region.subject {
                order.regions.insert((row, column), index);
                rows.entry(row).or_insert(region.rect.y);
                columns.insert(column, ());
            }
        }
        order.columns = columns.into_keys().collect();
        order.rows = rows.keys().copied().collect();
        order.rows.sort_by(|a, b| rows[a].total_cmp(&rows[b]));
        order
    }

    /// The nearest place in a direction.
    fn next(&self, (row, column): Place, key: Key) -> Option<Place> {
        let r = self.rows.iter().position(|known| *known == row)?;
        let c = self.columns.iter().position(|known| *known == column)?;
        let is = |place: &Place| self.regions.contains_key(place);
        let across = |mut all: Box<dyn Iterator<Item = usize>>| {
            all.find_map(|c| self.columns.get(c).map(|c| (row, *c)).filter(is))
        };
        let along = |mut all: Box<dyn Iterator<Item = usize>>, over: usize| {
            let mut found = None;
            for _ in 0..over {
                let next = all.find_map(|r| self.rows.get(r).map(|r| (*r, column)).filter(is));
                found = next.or(found);
            }
            found
        };
        match key {
            Key::ArrowRight => across(Box::new(c + 1..self.columns.len())),
            Key::ArrowLeft => across(Box::new((0..c).rev())),
            Key::Home => across(Box::new(0..c)),
            Key::End => across(Box::new((c + 1..self.columns.len()).rev())),
            Key::ArrowDown => along(Box::new(r + 1..self.rows.len()), 1),
            Key::ArrowUp => along(Box::new((0..r).rev()), 1),
            Key::PageDown => along(Box::new(r + 1..self.rows.len()), 10),
            Key::PageUp => along(Box::new((0..r).rev()), 10),
            _ => None,
        }
    }
}

const KEYS: [Key; 8] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

impl Grid {
    /// Shows the table in `area`. `open` is the cell about which something is told beside it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        scene: &Arc<Scene>,
        area: Rect,
        open: Option<Place>,
    ) -> Option<Asked> {
        self.area = Some(area);
        let mut prepared = match self.prepared.take() {
            Some(prepared) if Arc::ptr_eq(prepared.scene(), scene) => prepared,
            _ => {
                self.order = Order::of(scene);
                Prepared::new(Arc::clone(scene))
            }
        };
        let clip = ui.clip_rect();
        ui.set_clip_rect(area.intersect(clip));
        let ground = ui.interact(area, Id::unique("matrix_ground"), Sense::click());
        let size = prepared.size();
        let pinned = prepared.pinned();
        (self.size, self.foot) = (size, prepared.foot());
        self.scroll(ui, area);
        if let Some(region) = self.sought.take().and_then(|place| self.region(scene, place)) {
            let place = region.rect;
            self.reveal(area, region.subject, rect(place), pinned);
        }
        self.view.clamp(area, size);
        prepared.paint(ui.painter(), area, &self.view);
        let mut asked = self.regions(ui, theme, scene, (area, pinned), open);
        ui.set_clip_rect(clip);
        self.bars(ui, theme, area, (size, pinned));
        self.prepared = Some(prepared);
        if asked.is_none() && ground.clicked() {
            asked = Some(Asked::Ground);
        }
        if self.focus.is_some() || self.sought.is_some() {
            ui.ctx().request_repaint();
        }
        asked
    }

    /// Gives the focus to a cell as soon as it is drawn.
    pub fn focus_on(&mut self, place: Place) {
        self.current = Some(place);
        (self.focus, self.sought) = (Some(place), Some(place));
    }

    /// Where a cell is on screen, if it shows.
    pub fn place_of(&self, place: Place) -> Option<Rect> {
        let (area, prepared) = (self.area?, self.prepared.as_ref()?);
        let region = self.region(prepared.scene(), place)?;
        let found = self.on_screen(area, region);
        area.intersects(found).then_some(found)
    }

    /// Whether a point lies on the table.
    pub fn holds(&self, pos: egui::Pos2) -> bool {
        self.area.is_some_and(|area| area.contains(pos))
    }

    fn region<'a>(&self, scene: &'a Scene, place: Place) -> Option<&'a Region> {
        scene.regions.get(*self.order.regions.get(&place)?)
    }

    fn on_screen(&self, area: Rect, region: &Region) -> Rect {
        let (across, down) = held(region.subject);
        let mut view = self.view.pinned(across, down);
        if is_foot(region.subject) {
            view = view.footed(area, self.size);
        }
        view.rect_to_screen(area, rect(region.rect))
    }

    fn scroll(&mut self, ui: &Ui, area: Rect) {
        let over = ui.input(|i| i.pointer.hover_pos()).filter(|pos| area.contains(*pos));
        let Some(pos) = over else { return };
        if ui.ctx().layer_id_at(pos) == Some(ui.layer_id()) {
            self.view.pan(ui.input(|i| i.smooth_scroll_delta()));
        }
    }

    fn reveal(&mut self, area: Rect, subject: Subject, place: Rect, pinned: Vec2) {
        let (across, down) = held(subject);
        let hold = |held: bool, by: f32| if held { by } else { 0.0 };
        let seen = self.view.scroll.y + pinned.y;
        let by = vec2(
            hold(across, self.view.scroll.x + pinned.x),
            // The row of totals always shows.
            if is_foot(subject) { seen + 8.0 - place.top() } else { hold(down, seen) },
        );
        let above_foot = area.with_max_y(area.bottom() - self.foot);
        self.view.reveal(above_foot, place.translate(by), pinned);
    }

    fn regions(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        scene: &Scene,
        (area, pinned): (Rect, Vec2),
        open: Option<Place>,
    ) -> Option<Asked> {
        let known = |place: Place| self.order.regions.contains_key(&place);
        if !self.current.is_some_and(known) {
            let cell = |column: &GridColumn| matches!(column, GridColumn::Value(_));
            let first = scene.regions.iter().find_map(|region| match region.subject {
                Subject::Grid(row, column) if cell(&column) => Some((row, column)),
                _ => None,
            });
            self.current = first;
        }
        let clip = ui.clip_rect();
        let mut asked = None;
        for region in &scene.regions {
            let Subject::Grid(row, column) = region.subject else { continue };
            let place = self.on_screen(area, region);
            let (across, down) = held(region.subject);
            let left = area.left() + if across { 0.0 } else { pinned.x };
            let top = area.top() + if down { 0.0 } else { pinned.y };
            let bottom = area.bottom() - if is_foot(region.subject) { 0.0 } else { self.foot };
            let seen = Rect::from_min_max(pos2(left, top), pos2(area.right(), bottom));
            if !seen.intersects(place) && self.current != Some((row, column)) {
                continue;
            }
            ui.set_clip_rect(seen.intersect(clip));
            let found = self.one(ui, theme, region, place, (row, column), open);
            asked = found.or(asked);
            ui.set_clip_rect(clip);
        }
        asked
    }

    /// One head, name or cell.
    fn one(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        region: &Region,
        place: Rect,
        at: Place,
        open: Option<Place>,
    ) -> Option<Asked> {
        let id = Id::unique(("matrix", at));
        let mut sense = Sense::CLICK;
        if self.current == Some(at) {
            sense |= Sense::FOCUSABLE;
        }
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Focus)) {
            self.focus_on(at);
            sense |= Sense::FOCUSABLE;
        }
        let response = ui.interact(place, id, sense);
        if self.focus == Some(at) {
            self.focus = None;
            response.request_focus();
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &region.label));
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Focus));
        let cell = is_cell(at);
        if response.hovered() {
            let pen = Stroke::new(1.0, if cell { theme.ink2 } else { theme.line2 });
            ui.painter().rect_stroke(place, 4.0, pen, StrokeKind::Inside);
        }
        if response.has_focus() || open == Some(at) {
            ring(ui, theme, place, cell);
        }
        let mut asked = None;
        if response.has_focus() {
            regions::mark(ui.ctx(), Part::Canvas, id, self.area.unwrap_or(place));
            asked = self.keys(ui, at, id, open.is_some());
        }
        if response.clicked() {
            self.current = Some(at);
            if cell {
                response.request_focus();
            }
            asked = pressed(at, ui.input(|i| i.modifiers.shift));
        }
        if asked.is_some() || pressed(at, false).is_some() {
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
        asked
    }

    fn keys(&mut self, ui: &Ui, at: Place, id: Id, open: bool) -> Option<Asked> {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            tab: false,
            // Esc closes what is told of the cell, which keeps the focus.
            escape: open,
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
        for key in KEYS {
            let pressed = ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
            if let Some(next) = pressed.then(|| self.order.next(at, key)).flatten() {
                self.focus_on(next);
                return Some(Asked::Moved(next.0, next.1));
            }
        }
        None
    }

    /// Thin bars that say where the shown part lies, and can be dragged.
    fn bars(&mut self, ui: &Ui, theme: &Theme, area: Rect, (size, pinned): (Vec2, Vec2)) {
        let spare = size - area.size();
        for (axis, name) in [(0, "matrix_bar_x"), (1, "matrix_bar_y")] {
            if spare[axis] <= 0.5 {
                continue;
            }
            let track = area.size()[axis] - pinned[axis] - 8.0;
            let length = (track * area.size()[axis] / size[axis]).max(28.0);
            let from = pinned[axis] + 4.0 + (track - length) * self.view.scroll[axis] / spare[axis];
            let place = if axis == 0 {
                Rect::from_min_size(
                    pos2(area.left() + from, area.bottom() + 3.0),
                    vec2(length, 5.0),
                )
            } else {
                Rect::from_min_size(pos2(area.right() + 5.0, area.top() + from), vec2(5.0, length))
            };
            let bar = ui.interact(place.expand(3.0), Id::unique(name), Sense::DRAG);
            if bar.dragged() {
                let by = bar.drag_delta()[axis] * spare[axis] / (track - length).max(1.0);
                self.view.scroll[axis] = (self.view.scroll[axis] + by).clamp(0.0, spare[axis]);
            }
            let strong = bar.hovered() || bar.dragged();
            let fill = theme.ink3.gamma_multiply(if strong { 0.8 } else { 0.4 });
            ui.painter().rect_filled(place, 3.0, fill);
        }
    }
}

/// Whether a place stays where it is when the table scrolls across, or down.
fn held(subject: Subject) -> (bool, bool) {
    match subject {
        Subject::Grid(row, column) => (column == GridColumn::Name, row == GridRow::Head),
        _ => (false, false),
    }
}

/// Whether a place stands at the lower edge, however far the table is scrolled.
fn is_foot(subject: Subject) -> bool {
    matches!(subject, Subject::Grid(GridRow::Total, _))
}

fn is_cell((row, column): Place) -> bool {
    row != GridRow::Head && column != GridColumn::Name
}

/// What a press on a place asks for.
fn pressed((row, column): Place, shift: bool) -> Option<Asked> {
    match (row, column) {
        (GridRow::Head, column) => Some(Asked::Sort(column, shift)),
        (GridRow::Group(stage), GridColumn::Name) => Some(Asked::Fold(stage)),
        (GridRow::Row(_), GridColumn::Name) => Some(Asked::Open(row, GridColumn::Total)),
        (_, GridColumn::Name) => None,
        (row, column) => Some(Asked::Open(row, column)),
    }
}

/// The ring of a cell is drawn in ink, since the accent is too weak on blue.
fn ring(ui: &Ui, theme: &Theme, place: Rect, cell: bool) {
    if cell {
        let inner = Stroke::new(1.0, theme.sheet);
        ui.painter().rect_stroke(place.shrink(1.0), 3.0, inner, StrokeKind::Inside);
        let outer = Stroke::new(2.0, theme.ink);
        ui.painter().rect_stroke(place.expand(1.0), 5.0, outer, StrokeKind::Inside);
    } else {
        let pen = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(place, 5.0, pen, StrokeKind::Inside);
    }
}
