//! Two journeys, or a journey and a version of it, beside each other, with what is different marked.
//!
//! Reads a `Ctx` and pushes `UiAction`s; pictures and differences are computed in `logic`.

/// The list of differences.
mod list;
/// One of the two sides.
mod side;
/// Differences in words.
mod words;

use super::context::{Ctx, Screen, UiAction};
use super::fonts;
use super::map::pane::Pane;
use super::map::viewport::Viewport;
use super::shell::views_ui;
use super::silos::zoom_ui;
use super::theme::Depth;
use super::widgets::{IconButton, empty_state, label};
use crate::analysis::{Difference, Part, differences};
use crate::document::Document;
use crate::model::{JourneyId, JourneyState, Model, VersionId};
use crate::render::icons::Icon;
use crate::render::map::{Detail, MapRequest, Mode, Purpose, Scores, layout};
use crate::render::scene::{Scene, Subject};
use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};
pub use side::Side;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Width of the list of differences.
const PANEL: f32 = 300.0;
const INSET: f32 = 16.0;
const GAP: f32 = 12.0;
/// Height of the choice above each map.
const HEAD: f32 = 36.0;

/// What a side was computed from.
#[derive(Clone, PartialEq)]
struct Key {
    side: Side,
    request: MapRequest,
}

/// One side as it is shown.
struct Shown {
    key: Option<Key>,
    /// The model of a version; absent when it is the document itself.
    model: Option<Arc<Model>>,
    /// The version that this model is of.
    version: Option<(VersionId, u64)>,
    scene: Option<Arc<Scene>>,
    pane: Pane,
}

impl Shown {
    fn new(id: &'static str) -> Self {
        Self { key: None, model: None, version: None, scene: None, pane: Pane::new(id) }
    }
}

/// What the screen remembers between frames.
pub struct SideBySideScreen {
    chosen: [Option<Side>; 2],
    shown: [Shown; 2],
    differences: Vec<Difference>,
    compared: Option<[Side; 2]>,
    compared_at: u64,
    width: f32,
    /// The difference that was chosen in the list.
    current: Option<usize>,
    /// Whether both maps go to that difference in this frame, each by itself.
    revealing: bool,
}

impl Default for SideBySideScreen {
    fn default() -> Self {
        Self {
            chosen: [None, None],
            shown: [Shown::new("side_left"), Shown::new("side_right")],
            differences: Vec::new(),
            compared: None,
            compared_at: 0,
            width: 600.0,
            current: None,
            revealing: false,
        }
    }
}

impl SideBySideScreen {
    /// Puts a journey to the right of what it was in a version.
    pub fn compare_with_version(&mut self, journey: JourneyId, version: VersionId) {
        self.chosen = [Some(Side::Version(version, journey)), Some(Side::Journey(journey))];
    }

    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        self.propose(ctx);
        let [Some(left), Some(right)] = self.chosen else {
            self.compared = None;
            return;
        };
        for (index, side) in [left, right].into_iter().enumerate() {
            self.refresh(ctx, document, index, side);
        }
        let sides = [left, right];
        if self.compared != Some(sides) || self.compared_at != ctx.revision {
            let of = |index: usize, side: Side| crate::analysis::Side {
                model: self.shown[index].model.as_deref().unwrap_or(ctx.model),
                journey: side.journey(),
            };
            self.differences = differences(of(0, left), of(1, right));
            (self.compared, self.compared_at) = (Some(sides), ctx.revision);
            self.current = None;
        }
    }

    /// The journey shown and its other state; else another journey; else an older version.
    fn propose(&mut self, ctx: &Ctx<'_>) {
        let model = ctx.model;
        for side in &mut self.chosen {
            *side = side.filter(|side| side.is_there(model));
        }
        let Some(shown) = ctx.journey() else {
            self.chosen = [None, None];
            return;
        };
        let left = *self.chosen[0].get_or_insert_with(|| proposed_left(model, shown));
        if self.chosen[1].is_none() {
            self.chosen[1] = proposed_right(model, left);
        }
    }

    fn refresh(&mut self, ctx: &Ctx<'_>, document: Option<&Document>, index: usize, side: Side) {
        let width = self.width;
        let shown = &mut self.shown[index];
        match side {
            Side::Journey(_) => (shown.model, shown.version) = (None, None),
            Side::Version(id, _) => {
                let opened = ctx.revision >> 40;
                if shown.version != Some((id, opened)) {
                    let found = document.and_then(|d| d.version(id).ok());
                    shown.model = found.map(Arc::new);
                    shown.version = shown.model.is_some().then_some((id, opened));
                    shown.key = None;
                }
            }
        }
        let request = MapRequest {
            model_revision: if shown.model.is_some() { 0 } else { ctx.revision },
            theme: ctx.theme.look(),
            mode: Mode::Off,
            detail: Detail::at_zoom(shown.pane.view.zoom),
            purpose: Purpose::Export,
            width,
            ..MapRequest::new(side.journey(), ctx.texts.lang())
        };
        let key = Key { side, request };
        if shown.key.as_ref() != Some(&key) {
            let model = shown.model.as_deref().unwrap_or(ctx.model);
            shown.scene = Some(Arc::new(layout(&key.request, model, ctx.texts, Scores::default())));
            shown.key = Some(key);
            self.compared = None;
        }
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let tools =
            Rect::from_min_size(whole.min + vec2(12.0, 8.0), vec2(whole.width() - 28.0, 28.0));
        let builder = UiBuilder::new()
            .max_rect(tools)
            .id_salt("side_tools")
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            views_ui(ui, ctx, Screen::SideBySide, out);
            let swap = IconButton::new(Icon::of("swap_horiz"), ctx.t("side-swap"));
            if swap.show(ui, ctx.theme).clicked() {
                self.chosen.swap(0, 1);
            }
            let count = ctx.t1("side-count", "count", self.differences.len());
            label(ui, count, fonts::strong(13.0), ctx.theme.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                zoom_ui(ui, ctx, &mut self.shown[0].pane);
                self.shown[1].pane.view.zoom = self.shown[0].pane.view.zoom;
            });
        });
        let area = Rect::from_min_max(
            pos2(whole.left() + INSET, tools.bottom() + 10.0),
            whole.max - vec2(INSET, INSET),
        );
        if self.chosen[1].is_none() {
            return empty_ui(ui, ctx, area, out);
        }
        let (maps, panel) = area.split_left_right_at_x(area.right() - PANEL);
        let half = (maps.width() - 2.0 * GAP) / 2.0;
        if (self.width - half).abs() > 0.5 {
            self.width = half;
            ui.ctx().request_repaint();
        }
        let before = [0, 1].map(|i: usize| self.shown[i].pane.view);
        for index in 0..2 {
            let left = maps.left() + (half + GAP) * index as f32;
            let place = Rect::from_min_size(pos2(left, maps.top()), vec2(half, maps.height()));
            self.side_ui(ui, ctx, index, place);
        }
        self.follow(before);
        if (self.shown[0].pane.view.zoom - before[0].zoom).abs() > 1e-4 {
            ui.ctx().request_repaint();
        }
        self.list_ui(ui, ctx, panel);
    }

    /// The other map scrolls and zooms along with the one that was moved, at the distance at which
    /// they stand.
    fn follow(&mut self, before: [Viewport; 2]) {
        if std::mem::take(&mut self.revealing) {
            return;
        }
        let apart = before[1].scroll - before[0].scroll;
        let [left, right] = [0, 1].map(|i: usize| self.shown[i].pane.view);
        if left != before[0] {
            self.shown[1].pane.view = Viewport { zoom: left.zoom, scroll: left.scroll + apart };
        } else if right != before[1] {
            self.shown[0].pane.view = Viewport { zoom: right.zoom, scroll: right.scroll - apart };
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, index: usize, place: Rect) {
        let (head, map) = place.split_top_bottom_at_y(place.top() + HEAD);
        let builder = UiBuilder::new()
            .max_rect(head.with_max_y(head.bottom() - 6.0))
            .id_salt(("side_head", index))
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            let now = self.chosen[index];
            if let Some(chosen) = side::choose_ui(ui, ctx, index, now, head.width()) {
                self.chosen[index] = Some(chosen);
            }
        });
        let shown = &mut self.shown[index];
        let Some(scene) = shown.scene.clone() else { return };
        ui.painter().add(ctx.theme.shadow_of(Depth::Sheet).as_shape(map, 8.0));
        ui.painter().rect_filled(map, 8.0, ctx.theme.panel);
        let pressed = shown.pane.show(ui, ctx.theme, &scene, map);
        self.marks_ui(ui, ctx, index, map);
        if let Some(subject) = pressed {
            let of = |d: &Difference| if index == 0 { d.left() } else { d.right() };
            let at = self.differences.iter().position(|d| of(d).map(subject_of) == Some(subject));
            if let Some(at) = at {
                self.show_difference(at);
            }
        }
    }

    /// An edge and a letter at every part that differs: colour is never alone.
    fn marks_ui(&self, ui: &Ui, ctx: &Ctx<'_>, index: usize, map: Rect) {
        let shown = &self.shown[index];
        let painter = ui.painter().with_clip_rect(map.intersect(ui.clip_rect()));
        let mut seen: BTreeMap<Subject, ()> = BTreeMap::new();
        for (at, difference) in self.differences.iter().enumerate() {
            let part = if index == 0 { difference.left() } else { difference.right() };
            let Some(subject) = part.map(subject_of) else { continue };
            let Some(place) = shown.pane.place_of(subject).filter(|p| p.intersects(map)) else {
                continue;
            };
            if seen.insert(subject, ()).is_none() {
                words::mark(&painter, ctx, difference, place, self.current == Some(at));
            }
        }
    }

    /// Scrolls both maps to a difference.
    fn show_difference(&mut self, at: usize) {
        let Some(difference) = self.differences.get(at) else { return };
        let parts = [difference.left(), difference.right()];
        (self.current, self.revealing) = (Some(at), true);
        for (shown, part) in self.shown.iter_mut().zip(parts) {
            if let Some(part) = part {
                shown.pane.reveal(subject_of(part));
            }
        }
    }
}

/// The part as the picture knows it.
fn subject_of(part: Part) -> Subject {
    match part {
        Part::Stage(id) => Subject::Stage(id),
        Part::Step(id) => Subject::Step(id),
        Part::Card(id) => Subject::Card(id),
        Part::Note(id) => Subject::Note(id),
    }
}

/// Of a journey and the future of the same name, the one of today.
fn proposed_left(model: &Model, shown: crate::model::JourneyId) -> Side {
    let future = model.journeys.get(&shown).is_some_and(|j| j.state == JourneyState::Future);
    let today = side::twin(model, shown, JourneyState::Current).filter(|_| future);
    Side::Journey(today.unwrap_or(shown))
}

/// The future of a journey, else any other journey, else its newest version.
fn proposed_right(model: &Model, left: Side) -> Option<Side> {
    let journey = left.journey();
    let future = side::twin(model, journey, JourneyState::Future);
    let other = || model.journeys_in_order().iter().map(|j| j.id).find(|id| *id != journey);
    let version = || model.versions.values().max_by(|a, b| a.at.cmp(&b.at)).map(|v| v.id);
    future
        .or_else(other)
        .map(Side::Journey)
        .or_else(|| version().map(|id| Side::Version(id, journey)))
}

fn empty_ui(ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
    let place = Rect::from_min_max(pos2(area.left(), area.top() + 100.0), area.max);
    let builder = UiBuilder::new().max_rect(place).id_salt("side_empty");
    ui.scope_builder(builder, |ui| {
        let (title, text) = (ctx.t("side-empty-title"), ctx.t("side-empty-text"));
        let go = ctx.t("side-to-portfolio");
        let button = Some((&*go, Some(Icon::of("grid_view"))));
        if empty_state(ui, ctx.theme, Icon::of("compare"), &title, &text, button) {
            out.push(UiAction::Go(Screen::Portfolio));
        }
    });
}
