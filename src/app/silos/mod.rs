//! The silo view: the way of the customer over departments.
//!
//! Reads a `Ctx` and pushes `UiAction`s; the picture is laid out in `logic`.

/// The list of handovers, and touchpoints to give to an owner.
mod panel;

use super::context::{Ctx, Overlay as Look, Screen, UiAction};
use super::derived::Derived;
use super::fonts;
use super::map::pane::Pane;
use super::people::People;
use super::portfolio::journey_picker;
use super::shell::views_ui;
use super::theme::Depth;
use super::widgets::{IconButton, empty_state, label};
use crate::analysis::Silos;
use crate::document::Document;
use crate::model::{Message, TouchpointId};
use crate::render::icons::Icon;
use crate::render::scene::{Scene, Subject};
use crate::render::silos::{SilosRequest, layout};
use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Width of the list beside the picture.
const PANEL: f32 = 310.0;
const INSET: f32 = 16.0;

/// What the screen remembers between frames.
pub struct SiloScreen {
    derived: Derived,
    silos: Silos,
    scene: Option<Arc<Scene>>,
    key: Option<SilosRequest>,
    pane: Pane,
    width: f32,
    /// Touchpoints that are checked, to be given to one owner.
    checked: BTreeSet<TouchpointId>,
    people: People,
}

impl Default for SiloScreen {
    fn default() -> Self {
        Self {
            derived: Derived::default(),
            silos: Silos::default(),
            scene: None,
            key: None,
            pane: Pane::new("silos"),
            width: 980.0,
            checked: BTreeSet::new(),
            people: People::default(),
        }
    }
}

impl SiloScreen {
    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        let Some(journey) = ctx.journey() else {
            (self.scene, self.key) = (None, None);
            self.silos = Silos::default();
            return;
        };
        self.derived.refresh_scores(ctx, document);
        let shown = ctx.view.overlay != Look::Off;
        let request = SilosRequest {
            journey,
            model_revision: ctx.revision,
            overlay_revision: if shown { self.derived.overlay_revision() + 1 } else { 0 },
            theme: ctx.theme.look(),
            lang: ctx.texts.lang(),
            palette: ctx.view.palette,
            width: self.width,
        };
        if self.key.as_ref() == Some(&request) {
            return;
        }
        self.silos = Silos::of(ctx.model, journey);
        let overlay = self.derived.overlay.as_deref().filter(|_| shown);
        let scene = layout(&request, ctx.model, ctx.texts, &self.silos, overlay);
        self.scene = Some(Arc::new(scene));
        self.key = Some(request);
        let alone = self.silos.without_owner();
        self.checked.retain(|id| alone.contains(id));
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let tools =
            Rect::from_min_size(whole.min + vec2(12.0, 8.0), vec2(whole.width() - 24.0, 28.0));
        let builder = UiBuilder::new()
            .max_rect(tools)
            .id_salt("silos_tools")
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            views_ui(ui, ctx, Screen::Silos, out);
            journey_picker(ui, ctx, 220.0, out);
            let font = fonts::strong(13.0);
            label(ui, self.summary(ctx), font, ctx.theme.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(4.0);
                ui.spacing_mut().item_spacing.x = 0.0;
                zoom_ui(ui, ctx, &mut self.pane);
            });
        });
        let area = Rect::from_min_max(
            pos2(whole.left() + INSET, tools.bottom() + 12.0),
            whole.max - vec2(INSET, INSET),
        );
        if self.silos.stops.is_empty() {
            return self.empty_ui(ui, ctx, area, out);
        }
        let (left, right) = area.split_left_right_at_x(area.right() - PANEL);
        self.picture_ui(ui, ctx, left.with_max_x(left.right() - INSET), out);
        self.panel_ui(ui, ctx, right, out);
        self.people.ui(ui.ctx(), ctx, out);
    }

    fn picture_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
        if (self.width - area.width()).abs() > 0.5 {
            self.width = area.width();
            ui.ctx().request_repaint();
        }
        let Some(scene) = self.scene.clone() else { return };
        let area =
            area.with_max_y(area.bottom().min(area.top() + scene.height * self.pane.view.zoom));
        ui.painter().add(ctx.theme.shadow_of(Depth::Sheet).as_shape(area, 12.0));
        let chosen = self.pane.show(ui, ctx.theme, &scene, area);
        if let Some(subject @ (Subject::Card(_) | Subject::Stage(_))) = chosen {
            out.push(UiAction::Show(subject));
        }
    }

    fn empty_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
        let place = Rect::from_min_max(pos2(area.left(), area.top() + 100.0), area.max);
        let builder = UiBuilder::new().max_rect(place).id_salt("silos_empty");
        ui.scope_builder(builder, |ui| {
            let (title, text) = (ctx.t("silos-empty-title"), ctx.t("silos-empty-text"));
            let go = ctx.t("silos-to-map");
            let button = Some((&*go, Some(Icon::of("route"))));
            if empty_state(ui, ctx.theme, Icon::of("groups"), &title, &text, button) {
                out.push(UiAction::Go(Screen::Map));
            }
        });
    }

    /// "9 handovers between 4 departments; most in Use: 4".
    fn summary(&self, ctx: &Ctx<'_>) -> String {
        let handovers = self.silos.handovers.len();
        let message = Message::new("silos-summary")
            .with("handovers", handovers)
            .with("departments", self.silos.departments());
        let mut words = ctx.texts.say(&message);
        if let Some((stage, count)) = self.silos.most().filter(|_| handovers > 1)
            && let Some(stage) = ctx.model.stages.get(&stage)
        {
            let most = Message::new("silos-most")
                .with("stage", ctx.texts.stage(stage))
                .with("count", count);
            words.push_str(&ctx.texts.say(&most));
        }
        words
    }
}

/// Whole picture, larger, smaller: from right to left.
pub(super) fn zoom_ui(ui: &mut Ui, ctx: &Ctx<'_>, pane: &mut Pane) {
    let button = |ui: &mut Ui, icon: &'static str, key: &'static str| {
        IconButton::new(Icon::of(icon), ctx.t(key)).glyph(16.0).show(ui, ctx.theme).clicked()
    };
    if button(ui, "fit_screen", "canvas-zoom-fit") {
        pane.fit();
    }
    if button(ui, "add", "canvas-zoom-in") {
        pane.zoom_to(pane.view.stepped(true));
    }
    let percent = ctx.texts.int((pane.view.zoom * 100.0).round() as i64);
    label(ui, format!("{percent}%"), fonts::strong(12.5), ctx.theme.ink);
    if button(ui, "remove", "canvas-zoom-out") {
        pane.zoom_to(pane.view.stepped(false));
    }
}
