//! The row of tools above the sheet: add, persona, lanes, zoom.
//!
//! Pushes actions; holds nothing.

use super::canvas::Canvas;
use super::menus::lanes_menu;
use crate::app::context::{Ctx, MapAction, Screen, UiAction};
use crate::app::fonts;
use crate::app::portfolio::levels_ui;
use crate::app::shell::views_ui;
use crate::app::widgets::{Button, DropDown, IconButton, MenuItem, menu, menu_line};
use crate::document::Command;
use crate::model::{LaneKind, MapView};
use crate::render::icons::Icon;
use egui::{Align, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

/// What the tools ask of the screen itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    /// The dialog of personas.
    Personas,
    /// The dialog of lanes.
    Lanes,
}

/// Shows the row in `place`.
pub(super) fn tools_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    canvas: &mut Canvas,
    place: Rect,
    out: &mut Vec<UiAction>,
) -> Option<Wanted> {
    let builder = UiBuilder::new()
        .max_rect(place)
        .id_salt("map_tools")
        .layout(Layout::left_to_right(Align::Center));
    let mut wanted = None;
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        views_ui(ui, ctx, Screen::Map, out);
        levels_ui(ui, ctx, out);
        for (text, name, action) in [
            ("canvas-touchpoint", "canvas-add-touchpoint", MapAction::AddTouchpoint),
            ("canvas-step", "canvas-add-step", MapAction::AddStep),
            ("canvas-note", "canvas-add-note", MapAction::AddNote),
        ] {
            let button = Button::new(ctx.t(text)).small().icon(Icon::of("add")).name(ctx.t(name));
            if button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                out.push(UiAction::Map(action));
            }
        }
        divider(ui, ctx);
        blueprint(ui, ctx, out);
        wanted = persona(ui, ctx, out);
        if lanes(ui, ctx, canvas, out) {
            wanted = Some(Wanted::Lanes);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| zoom(ui, ctx, canvas));
    });
    wanted
}

fn divider(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 20.0), Sense::hover());
    let pen = Stroke::new(1.0, ctx.theme.line2);
    ui.painter().vline(rect.center().x, rect.y_range(), pen);
}

/// Journey or blueprint; and the lanes that a blueprint still misses.
fn blueprint(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    let Some(journey) = ctx.journey() else { return };
    let on = ctx.view.map_view == MapView::Blueprint;
    let button = IconButton::new(Icon::of("layers"), ctx.t("canvas-blueprint"));
    if button.selected(on).show(ui, ctx.theme).clicked() {
        out.push(UiAction::Map(MapAction::Blueprint));
    }
    let lanes = ctx.model.lanes_of(journey);
    let missing = LaneKind::BLUEPRINT.iter().any(|kind| !lanes.iter().any(|l| l.kind == *kind));
    if on && missing {
        let add = Button::new(ctx.t("canvas-add-blueprint")).small().icon(Icon::of("add"));
        if add.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            out.push(UiAction::Run(Command::AddBlueprint { journey }));
        }
    }
}

fn persona(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) -> Option<Wanted> {
    let journey = ctx.journey()?;
    let chosen = ctx.model.journeys.get(&journey)?.persona;
    let name = |id| ctx.model.personas.get(&id).map(|p| p.name.clone());
    let value = chosen.and_then(name).unwrap_or_else(|| ctx.t("canvas-no-persona"));
    let caption = ctx.t("canvas-persona");
    let button = DropDown::new(caption.clone(), value)
        .caption(caption.clone())
        .icon(Icon::of("person"))
        .font(fonts::strong(12.5))
        .height(28.0)
        .max_width(240.0)
        .bare()
        .show(ui, ctx.theme);
    let mut wanted = None;
    menu(&button, ctx.theme, &caption, 220.0, |ui| {
        let mut choice = |ui: &mut Ui, id, text: String| {
            let item = MenuItem::new(text).selected(chosen == id);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && chosen != id {
                out.push(UiAction::Run(Command::SetJourneyPersona { journey, persona: id }));
            }
        };
        choice(ui, None, ctx.t("canvas-no-persona"));
        for persona in ctx.model.personas.values() {
            choice(ui, Some(persona.id), persona.name.clone());
        }
        menu_line(ui, ctx.theme);
        let manage = MenuItem::new(ctx.t("canvas-manage-personas")).icon(Icon::of("edit"));
        if manage.show(ui, ctx.theme) {
            wanted = Some(Wanted::Personas);
        }
    });
    wanted
}

/// True when the dialog of lanes is wanted.
fn lanes(ui: &mut Ui, ctx: &Ctx<'_>, canvas: &mut Canvas, out: &mut Vec<UiAction>) -> bool {
    let Some(journey) = ctx.journey() else { return false };
    let lanes = ctx.model.lanes_of(journey);
    let shown = lanes.iter().filter(|l| l.visible).count();
    let count = crate::model::Message::new("canvas-lanes-count")
        .with("shown", shown)
        .with("all", lanes.len());
    let caption = ctx.t("canvas-lanes");
    let button = DropDown::new(caption.clone(), ctx.texts.say(&count))
        .caption(caption.clone())
        .icon(Icon::of("view_agenda"))
        .font(fonts::strong(12.5))
        .height(28.0)
        .bare()
        .show(ui, ctx.theme);
    let mut all = false;
    menu(&button, ctx.theme, &caption, 240.0, |ui| all = lanes_menu(ui, ctx, canvas, out));
    all
}

/// Drawn from right to left: fit, in, the zoom itself, out.
fn zoom(ui: &mut Ui, ctx: &Ctx<'_>, canvas: &mut Canvas) {
    let right = ui.max_rect().right_center();
    let group = Rect::from_center_size(right - vec2(64.0, 0.0), vec2(128.0, 28.0));
    let theme = ctx.theme;
    let edge = Stroke::new(1.0, theme.line2);
    ui.painter().rect(group, 7.0, theme.field, edge, StrokeKind::Inside);
    ui.spacing_mut().item_spacing.x = 0.0;
    let button = |ui: &mut Ui, icon: &'static str, key: &'static str, hint: &str| {
        IconButton::new(Icon::of(icon), ctx.t(key)).glyph(16.0).hint(hint).show(ui, theme)
    };
    if button(ui, "fit_screen", "canvas-zoom-fit", "0").clicked() {
        canvas.fit();
    }
    if button(ui, "add", "canvas-zoom-in", "Ctrl +").clicked() {
        canvas.zoom_step(true);
    }
    let percent = ctx.texts.int((canvas.view.zoom * 100.0).round() as i64);
    let text = format!("{percent}%");
    let (place, response) = ui.allocate_exact_size(vec2(44.0, 28.0), Sense::click());
    let name = ctx.t1("canvas-zoom-whole", "percent", percent);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(place, 5.0, theme.hover);
    }
    let at = place.center();
    let align = egui::Align2::CENTER_CENTER;
    ui.painter().text(at, align, text, fonts::strong(12.5), theme.ink);
    if response.has_focus() {
        crate::app::widgets::focus_ring(ui, theme, place, 5.0);
    }
    if response.clicked() {
        canvas.zoom_to(1.0);
    }
    if button(ui, "remove", "canvas-zoom-out", "Ctrl −").clicked() {
        canvas.zoom_step(false);
    }
}
