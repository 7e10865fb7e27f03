//! The overlay menu: which scores lie over the map, in which colours, compared with what.
//!
//! What it chooses is a way of looking; it never changes the document.

use crate::app::context::{CompareWith, Ctx, HeatPalette, Overlay, UiAction, View};
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
        .max_width(260.0);
    if words {
        button = button.caption(ctx.t("overlay-title")).min_width(188.0);
    }
    let response = button.show(ui, ctx.theme);
    menu(&response, ctx.theme, &ctx.t("overlay-title"), 240.0, |ui| {
        let mut look = |alter: &dyn Fn(&mut View)| actions.push(UiAction::look(ctx, |v| alter(v)));
        choice(
            ui,
            ctx,
            &ctx.t("overlay-off"),
            ctx.view.overlay == Overlay::Off,
            &mut look,
            &|v| {
                v.overlay = Overlay::Off;
            },
        );
        let scores = ctx.view.overlay == Overlay::ScoresOnly;
        choice(
            ui,
            ctx,
            &ctx.t("overlay-scores-only"),
            scores,
            &mut look,
            &|v| {
                v.overlay = Overlay::ScoresOnly;
            },
        );
        for metric in METRICS {
            let on = ctx.view.overlay == Overlay::Heat && ctx.view.metric == metric;
            choice(ui, ctx, &ctx.texts.metric(metric), on, &mut look, &|v| {
                v.overlay = Overlay::Heat;
                v.metric = metric;
            });
        }
        menu_line(ui, ctx.theme);
        menu_heading(ui, ctx.theme, &ctx.t("overlay-colours"));
        for (palette, key) in [
            (HeatPalette::RedBrownBlue, "overlay-palette-red-brown-blue"),
            (HeatPalette::RedBlue, "overlay-palette-red-blue"),
            (HeatPalette::RedGreen, "overlay-palette-red-green"),
        ] {
            let mut item = MenuItem::new(ctx.t(key)).selected(ctx.view.palette == palette);
            if palette == HeatPalette::RedGreen {
                item = item.detail(ctx.t("overlay-palette-red-green-note"));
            }
            if item.show(ui, ctx.theme) {
                look(&|v| v.palette = palette);
            }
        }
        menu_line(ui, ctx.theme);
        menu_heading(ui, ctx.theme, &ctx.t("overlay-compare-with"));
        for (compare, key) in [
            (CompareWith::Nothing, "overlay-compare-nothing"),
            (CompareWith::PeriodBefore, "overlay-compare-period-before"),
            (CompareWith::YearBefore, "overlay-compare-year-before"),
        ] {
            let on = ctx.view.compare == compare;
            choice(ui, ctx, &ctx.t(key), on, &mut look, &|v| {
                v.compare = compare
            });
        }
    });
}

fn choice(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    text: &str,
    on: bool,
    look: &mut dyn FnMut(&dyn Fn(&mut View)),
    alter: &dyn Fn(&mut View),
) {
    if MenuItem::new(text).selected(on).show(ui, ctx.theme) {
        look(alter);
    }
}
