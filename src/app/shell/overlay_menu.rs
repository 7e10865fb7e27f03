//! The overlay menu: which scores lie over the map, in which colours, compared with what.
//!
//! What it chooses is a way of looking; it never changes the document.

use crate::app::context::{CompareWith, Ctx, HeatPalette, Overlay, UiAction, View};
use crate::app::derived::palette;
use crate::app::theme::color32;
use crate::app::widgets::{DropDown, MenuItem, menu, menu_heading, menu_line};
use crate::model::Metric;
use crate::render::icons::Icon;
use egui::Ui;

/// The metrics of the menu.
const METRICS: [Metric; 3] = [Metric::Ces, Metric::Nps, Metric::Csat];

/// What the overlay button says is on.
fn chosen(ctx: &Ctx<'_>) -> String {
    match ctx.view.overlay {
        Overlay::Off => ctx.t("overlay-off"),
        Overlay::ScoresOnly => ctx.t("overlay-scores-only"),
        Overlay::Heat => ctx.texts.metric(ctx.view.metric),
    }
}

/// Shows the button and, while it is open, its menu.
pub fn overlay_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: bool, actions: &mut Vec<UiAction>) {
    let mut button = DropDown::new(ctx.t("overlay-title"), chosen(ctx))
        .icon(Icon::of("layers"))
        .active(ctx.view.overlay == Overlay::Heat)
        .max_width(320.0);
    if words {
        button = button.caption(ctx.t("overlay-title")).min_width(188.0);
    }
    let response = button.show(ui, ctx.theme);
    menu(&response, ctx.theme, &ctx.t("overlay-title"), 260.0, |ui| {
        overlays_ui(ui, ctx, actions);
        menu_line(ui, ctx.theme);
        menu_heading(ui, ctx.theme, &ctx.t("overlay-colours"));
        colours_ui(ui, ctx, actions);
        menu_line(ui, ctx.theme);
        menu_heading(ui, ctx.theme, &ctx.t("overlay-compare-with"));
        for (compare, key) in [
            (CompareWith::Nothing, "overlay-compare-nothing"),
            (CompareWith::PeriodBefore, "overlay-compare-period-before"),
            (CompareWith::YearBefore, "overlay-compare-year-before"),
            (CompareWith::Target, "inspector-compare-target"),
        ] {
            let item = MenuItem::new(ctx.t(key)).selected(compare == ctx.view.compare);
            if item.show(ui, ctx.theme) {
                actions.push(UiAction::Compare(compare));
            }
        }
    });
}

fn overlays_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    for (overlay, key) in
        [(Overlay::Off, "overlay-off"), (Overlay::ScoresOnly, "overlay-scores-only")]
    {
        let view = View { overlay, ..ctx.view.clone() };
        choice(ui, ctx, MenuItem::new(ctx.t(key)), view, actions);
    }
    for metric in METRICS {
        let view = View { overlay: Overlay::Heat, metric, ..ctx.view.clone() };
        let item = MenuItem::new(ctx.texts.metric(metric));
        choice(ui, ctx, item, view, actions);
    }
}

fn colours_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    for (chosen, key) in [
        (HeatPalette::RedBrownBlue, "overlay-palette-red-brown-blue"),
        (HeatPalette::RedBlue, "overlay-palette-red-blue"),
        (HeatPalette::RedGreen, "overlay-palette-red-green"),
    ] {
        let colors = (0..8).map(|leaf| color32(palette(chosen).leaf_color(3, leaf)));
        let mut item = MenuItem::new(ctx.t(key)).swatches(colors.collect());
        if chosen == HeatPalette::RedGreen {
            item = item.detail(ctx.t("overlay-palette-red-green-note"));
        }
        let view = View { palette: chosen, ..ctx.view.clone() };
        choice(ui, ctx, item, view, actions);
    }
}

/// An item that looks at the document as `view` says; marked when that is so already.
fn choice(ui: &mut Ui, ctx: &Ctx<'_>, item: MenuItem, view: View, actions: &mut Vec<UiAction>) {
    if item.selected(view == *ctx.view).show(ui, ctx.theme) {
        actions.push(UiAction::Look(Box::new(view)));
    }
}
