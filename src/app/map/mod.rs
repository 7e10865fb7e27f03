//! The map screen: canvas, inspector, overlay panel, time brush.
//!
//! Reads a `Ctx` and pushes `UiAction`s; holds only what is looked at, never the document.

/// What a person does, as commands.
mod acts;
/// The rubber band.
mod band;
/// The map itself.
mod canvas;
/// Cells for the keyboard.
mod cells;
/// Cut, copy and paste.
mod clipboard;
/// Columns as places of the model.
mod columns;
/// What is named first, then added.
mod drafts;
/// Dragging.
mod drag;
/// Typing names in place.
mod edit;
/// Finding text.
mod find;
/// Layers tessellated once.
mod kept;
/// What keys do on the map.
mod keys;
/// Where a drag would land.
mod landing;
/// Context menus, tool bar, ghost card.
mod menus;
/// The overview of the map.
mod minimap;
/// Paints a Scene.
pub mod painter;
/// A Scene that is only looked at.
pub mod pane;
/// Selection and focus, drawn.
mod rings;
/// Arrow keys between parts.
mod roving;
/// Where the map stands on screen.
mod seat;
/// Shapes of a Scene as shapes of egui.
pub mod shapes;
/// The row above the sheet.
mod tools;
/// Zoom and scroll.
pub mod viewport;

use super::context::{Ctx, MapAction, Overlay, UiAction};
use super::derived::{Derived, Sheet};
use super::filters::Strip;
use super::inspector::Inspector;
use super::listing::Lanes;
use super::overlay_panel::OverlayPanel;
use super::people::People;
use super::shell::NARROW;
use super::trend::scope_of;
use super::widgets::{Button, Toast};
use crate::document::{Command, Document};
use crate::model::{MapView, Message};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
pub(super) use acts::{card_ref, delete, duplicate, exists, nudge};
pub use acts::{rename, title};
pub use canvas::Canvas;
pub(super) use drafts::{Draft, new_note, new_stage, new_step, new_touchpoint};
use egui::{Rect, Ui, UiBuilder, pos2, vec2};
use tools::Wanted;

/// Inset of the sheet from the edges of its part of the window.
const INSET: f32 = 12.0;
/// Below this height the strip is folded.
const LOW: f32 = 800.0;
/// Height of the strip with and without its brush.
const STRIP: (f32, f32) = (94.0, 44.0);

/// What the map screen remembers between frames.
pub struct MapScreen {
    asked: Vec<MapAction>,
    to_show: Option<Subject>,
    canvas: Canvas,
    derived: Derived,
    inspector: Inspector,
    overlay_panel: OverlayPanel,
    strip: Strip,
    people: People,
    find: find::Find,
    lanes: Lanes,
    sheet: Sheet,
    /// Whether panel and strip are folded; absent = as the window's size says.
    panel_open: Option<bool>,
    strip_open: Option<bool>,
    /// Whether the overlay panel was closed with its cross.
    legend_closed: bool,
}

impl Default for MapScreen {
    fn default() -> Self {
        Self {
            asked: Vec::new(),
            to_show: None,
            canvas: Canvas::default(),
            derived: Derived::default(),
            inspector: Inspector::default(),
            overlay_panel: OverlayPanel::default(),
            strip: Strip::default(),
            people: People::default(),
            find: find::Find::default(),
            lanes: Lanes::default(),
            sheet: Sheet { width: 1016.0, zoom: 1.0 },
            panel_open: None,
            strip_open: None,
            legend_closed: false,
        }
    }
}

impl MapScreen {
    /// Takes what a shortcut or the palette asked for; done in the next `ui`.
    pub fn ask(&mut self, action: MapAction) {
        self.asked.push(action);
    }

    /// Brings a part of the map into view and selects it, in the next `ui`.
    pub fn show(&mut self, subject: Subject) {
        self.to_show = Some(subject);
    }

    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        self.derived.refresh(ctx, document, self.sheet);
        let selected = self.canvas.selected();
        self.inspector.refresh(ctx, &self.derived, document, selected);
        self.overlay_panel.refresh(ctx, &self.derived);
    }

    /// Whether letters typed now begin a card.
    #[must_use]
    pub fn wants_letters(&self, egui: &egui::Context) -> bool {
        self.canvas.wants_letters(egui)
    }

    /// What was computed for the screen.
    #[must_use]
    pub fn derived(&self) -> &Derived {
        &self.derived
    }

    /// Shows the screen in the space right of the rail and below the top bar.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let window = ui.ctx().content_rect();
        for action in std::mem::take(&mut self.asked) {
            self.perform(ctx, action, window, out);
        }
        if let Some(subject) = self.to_show.take() {
            self.canvas.show_subject(subject);
        }
        let selected = self.canvas.selected();
        let narrow = window.width() < NARROW;
        self.inspector.flush(ctx, self.canvas.selected(), out);
        let panel = self.panel_wanted(ctx, narrow);
        let width = self.inspector.width(window.width());
        let beside = panel && !narrow;
        let right = if beside { whole.right() - width } else { whole.right() };
        let strip =
            if self.strip_open.unwrap_or(window.height() >= LOW) { STRIP.0 } else { STRIP.1 };
        let left = Rect::from_min_max(whole.min, pos2(right, whole.bottom()));
        let (map, strip) = left.split_top_bottom_at_y(left.bottom() - strip);
        self.map_ui(ui, ctx, map, out);
        self.strip_ui(ui, ctx, strip, out);
        if panel {
            let place = Rect::from_min_max(pos2(whole.right() - width, whole.top()), whole.max);
            self.panel_ui(ui, ctx, place, narrow, out);
        } else if narrow {
            self.details_bar(ui, ctx, map);
        }
        self.people.ui(ui.ctx(), ctx, out);
        self.lanes.ui(ui.ctx(), ctx, out);
        if self.canvas.selected() != selected {
            // What is shown of it is computed before the next frame.
            ui.ctx().request_repaint();
        }
    }

    /// Whether the right panel has something to show and is not folded.
    fn panel_wanted(&self, ctx: &Ctx<'_>, narrow: bool) -> bool {
        let heat = ctx.view.overlay == Overlay::Heat && !self.legend_closed;
        let something = self.canvas.selected().is_some() || heat;
        something && self.panel_open.unwrap_or(!narrow)
    }

    fn map_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, place: Rect, out: &mut Vec<UiAction>) {
        let tools = Rect::from_min_size(
            place.min + vec2(INSET, 8.0),
            vec2(place.width() - 2.0 * INSET, 28.0),
        );
        let wanted = tools::tools_ui(ui, ctx, &mut self.canvas, tools, out);
        match wanted {
            Some(Wanted::Personas) => self.people.open_personas(),
            Some(Wanted::Lanes) => self.lanes.open(),
            None => {}
        }
        let area = Rect::from_min_max(
            pos2(tools.left(), tools.bottom() + 8.0),
            pos2(tools.right(), place.bottom()),
        );
        let before = self.sheet;
        let Some(scene) = self.derived.scene.clone() else {
            return;
        };
        let inside = UiBuilder::new().max_rect(area).id_salt("map_canvas");
        ui.scope_builder(inside, |ui| {
            self.canvas.show(ui, ctx, &scene, area, out);
        });
        self.find.ui(ui, ctx, &mut self.canvas, area, out);
        self.first_stage(ui, ctx, area, out);
        self.sheet = Sheet { width: area.width(), zoom: self.canvas.view.zoom };
        // The picture is laid out in `logic`, before the next frame.
        if self.sheet != before {
            ui.ctx().request_repaint();
        }
    }

    /// The button of a map that has no stage yet, below the words that the picture says.
    fn first_stage(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
        let Some(journey) = ctx.journey() else { return };
        let none = !ctx.model.stages.values().any(|s| s.journey == journey);
        if !none || self.canvas.is_editing() {
            return;
        }
        let button = Button::primary(ctx.t("canvas-add-stage")).icon(Icon::of("add"));
        let at = pos2(area.center().x - 64.0, area.top() + 226.0);
        let place = Rect::from_min_size(at, vec2(160.0, 36.0));
        let builder = UiBuilder::new().max_rect(place).id_salt("map_first_stage");
        ui.scope_builder(builder, |ui| {
            let button = button.disabled_because(ctx.why_fixed());
            if button.show(ui, ctx.theme).clicked() {
                out.push(UiAction::Map(MapAction::AddStage));
            }
        });
    }

    fn strip_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, place: Rect, out: &mut Vec<UiAction>) {
        ui.painter().rect_filled(place, 0.0, ctx.theme.panel);
        ui.painter().hline(place.x_range(), place.top() + 0.5, ctx.theme.hairline());
        let builder = UiBuilder::new().max_rect(place).id_salt("map_strip");
        let open = place.height() > STRIP.1 + 1.0;
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(place.intersect(ui.clip_rect()));
            if self.strip.ui(ui, ctx, &self.derived, open, out) {
                self.strip_open = Some(!open);
            }
        });
    }

    fn panel_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        floating: bool,
        out: &mut Vec<UiAction>,
    ) {
        if floating {
            let shadow = ctx.theme.shadow_of(super::theme::Depth::Menu);
            ui.painter().add(shadow.as_shape(place, 0.0));
        }
        ui.painter().rect_filled(place, 0.0, ctx.theme.panel);
        ui.painter().vline(place.left() + 0.5, place.y_range(), ctx.theme.hairline());
        let builder = UiBuilder::new().max_rect(place).id_salt("map_panel");
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(place.intersect(ui.clip_rect()));
            // The panel takes the pointer, so that the map below does not.
            ui.interact(place, ui.scope_id().with("ground"), egui::Sense::CLICK);
            let closed = if self.canvas.selected().is_some() {
                let shown = self.inspector.ui(ui, ctx, &mut self.canvas, &mut self.people, out);
                if shown {
                    self.canvas.select(None);
                }
                shown
            } else {
                let shown = self.overlay_panel.ui(ui, ctx, &self.derived, out);
                self.legend_closed |= shown && !floating;
                shown
            };
            if closed && floating {
                self.panel_open = None;
            }
        });
    }

    /// In a small window: the selected card in a bar, and the button that opens the panel over
    /// the map.
    fn details_bar(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, map: Rect) {
        let heat = ctx.view.overlay == Overlay::Heat;
        if self.canvas.selected().is_none() && !heat {
            return;
        }
        let place = Rect::from_min_size(
            pos2(map.right() - 388.0 - 24.0, map.bottom() - 52.0 - 12.0),
            vec2(388.0, 52.0),
        );
        let selected = self.canvas.selected();
        if self.inspector.bar(ui, ctx, &self.derived, selected, place) {
            self.panel_open = Some(true);
            self.legend_closed = false;
        }
    }

    fn perform(&mut self, ctx: &Ctx<'_>, action: MapAction, window: Rect, out: &mut Vec<UiAction>) {
        let near = self.canvas.current.or(self.canvas.selected());
        let acted = self.canvas.acted_on().last().copied();
        let Some(journey) = ctx.journey() else { return };
        match action {
            MapAction::AddStage => {
                self.canvas.begin(drafts::new_stage(ctx.model, journey, near));
            }
            MapAction::AddStep => self.begin(drafts::new_step(ctx.model, journey, near)),
            MapAction::AddTouchpoint => {
                self.begin(drafts::new_touchpoint(ctx.model, journey, near));
            }
            MapAction::AddNote => self.begin(drafts::new_note(ctx.model, journey, near)),
            MapAction::Rename => {
                if let Some(subject) = acted.or(self.canvas.current) {
                    self.canvas.edit(ctx, subject);
                }
            }
            MapAction::Duplicate => {
                if let Some(subject) = acted {
                    self.canvas.duplicate(subject, out);
                }
            }
            MapAction::Delete => {
                let all = self.canvas.acted_on();
                self.canvas.delete(ctx, &all, out);
            }
            MapAction::Minimap => self.canvas.minimap_hidden = !self.canvas.minimap_hidden,
            MapAction::Find => self.find.open(),
            MapAction::FindNext => self.find.step(ctx, &mut self.canvas, true, out),
            MapAction::FindPrevious => self.find.step(ctx, &mut self.canvas, false, out),
            MapAction::MarkMomentOfTruth => self.mark(ctx, out),
            MapAction::Connect => self.connect(out),
            MapAction::FeelBetter => self.feel(ctx, 1.0, out),
            MapAction::FeelWorse => self.feel(ctx, -1.0, out),
            MapAction::ToggleLock => {
                let lock = acted.and_then(|subject| acts::toggle_lock(ctx.model, subject));
                out.extend(lock.map(UiAction::Run));
            }
            MapAction::Blueprint => out.push(UiAction::look(ctx, |view| {
                view.map_view = match view.map_view {
                    MapView::Journey => MapView::Blueprint,
                    MapView::Blueprint => MapView::Journey,
                };
            })),
            MapAction::GiveToOwner => {
                let beside = self.canvas.focused.filter(|s| !self.canvas.selection.contains(s));
                if let Some(card @ Subject::Card(_)) = beside {
                    self.canvas.select(Some(card));
                }
                self.inspector.choose_owner();
            }
            MapAction::SelectLane => self.select_lane(ctx),
            MapAction::ZoomIn => self.canvas.zoom_step(true),
            MapAction::ZoomOut => self.canvas.zoom_step(false),
            MapAction::ZoomFit => self.canvas.fit(),
            MapAction::ZoomWhole => self.canvas.zoom_to(1.0),
            MapAction::FoldInspector => self.fold(true, false, window),
            MapAction::FoldStrip => self.fold(false, true, window),
            MapAction::FoldBoth => self.fold(true, true, window),
            MapAction::Owners => self.people.open_owners(),
            MapAction::Teams => self.people.open_teams(),
            MapAction::Channels => self.people.open_channels(),
            MapAction::Personas => self.people.open_personas(),
            MapAction::Stakeholders => self.people.open_stakeholders(),
            MapAction::Trend => {
                let scope = scope_of(ctx, acted.or(self.canvas.focused));
                out.extend(scope.map(UiAction::OpenTrend));
            }
        }
    }

    fn begin(&mut self, draft: Option<drafts::Draft>) {
        if let Some(draft) = draft {
            self.canvas.begin(draft);
        }
    }

    fn mark(&mut self, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(Subject::Card(card)) = self.canvas.acted_on().last().copied() else {
            return;
        };
        if let Some(touchpoint) = ctx.model.touchpoint_of(card) {
            out.push(UiAction::Run(Command::MarkMomentOfTruth {
                touchpoint: touchpoint.id,
                moment_of_truth: !touchpoint.moment_of_truth,
            }));
        }
    }

    /// Draws an arrow from each selected card to the one selected after it.
    fn connect(&mut self, out: &mut Vec<UiAction>) {
        match acts::connect(&self.canvas.selection) {
            Some(command) => out.push(UiAction::Run(command)),
            None => say("canvas-connect-two", out),
        }
    }

    /// What the persona of the journey feels at the selected card, one better or worse.
    fn feel(&mut self, ctx: &Ctx<'_>, by: f64, out: &mut Vec<UiAction>) {
        let acted = self.canvas.focused.or(self.canvas.selected());
        let Some(Subject::Card(card) | Subject::Emotion(card)) = acted else { return };
        let chosen = ctx.journey().and_then(|id| ctx.model.journeys.get(&id)?.persona);
        let Some(persona) = chosen.or_else(|| ctx.model.personas.keys().next().copied()) else {
            return say("canvas-feel-who", out);
        };
        let now = ctx.model.emotions.get(&(card, persona)).map_or(0.0, |e| e.value);
        let value = Some((now + by).clamp(-2.0, 2.0));
        out.push(UiAction::Run(Command::SetEmotion { placement: card, persona, value }));
    }

    fn select_lane(&mut self, ctx: &Ctx<'_>) {
        let Some(subject) = self.canvas.selected().or(self.canvas.current) else {
            return;
        };
        let (Some(lane), Some(scene)) =
            (drafts::cell_of(ctx.model, subject).1, &self.derived.scene)
        else {
            return;
        };
        let stands = |s: &Subject| {
            matches!(s, Subject::Card(_) | Subject::Note(_))
                && drafts::cell_of(ctx.model, *s).1 == Some(lane)
        };
        self.canvas.selection = scene.regions.iter().map(|r| r.subject).filter(stands).collect();
    }

    fn fold(&mut self, panel: bool, strip: bool, window: Rect) {
        let (wide, high) = (window.width() >= NARROW, window.height() >= LOW);
        if panel {
            self.panel_open = Some(!self.panel_open.unwrap_or(wide));
        }
        if strip {
            self.strip_open = Some(!self.strip_open.unwrap_or(high));
        }
    }
}

/// Says at the bottom why nothing happened.
fn say(key: &'static str, out: &mut Vec<UiAction>) {
    out.push(UiAction::Say(Box::new(Toast::done(Message::new(key)))));
}
