//! The menus of an overlay: its colours, where their middle lies, what stands beside it.
//!
//! Every choice goes out as another way of looking.

use super::topics::{MOST_TOPICS, topics};
use crate::analysis::{Measure, Middle, Version};
use crate::app::context::{Ctx, Overlay, UiAction};
use crate::app::theme::color32;
use crate::app::widgets::{MenuItem, menu_heading, menu_line};
use crate::model::{Audience, Metric, QuestionId};
use crate::render::color_scale::Palette;
use crate::render::figure_words;
use egui::Ui;

/// Palettes, the middle of the colours, and the badge.
pub fn choices_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    menu_heading(ui, ctx.theme, &ctx.t("overlay-colours"));
    palettes_ui(ui, ctx, out);
    menu_line(ui, ctx.theme);
    menu_heading(ui, ctx.theme, &ctx.t("overlay-middle"));
    middles_ui(ui, ctx, out);
    menu_line(ui, ctx.theme);
    menu_heading(ui, ctx.theme, &ctx.t("overlay-badge"));
    badges_ui(ui, ctx, out);
}

fn palettes_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    for (chosen, key) in [
        (Palette::RedBrownBlue, "overlay-palette-red-brown-blue"),
        (Palette::RedBlue, "overlay-palette-red-blue"),
        (Palette::Cividis, "overlay-palette-cividis"),
        (Palette::RedGreen, "overlay-palette-red-green"),
    ] {
        let colors = (0..8).map(|leaf| color32(chosen.leaf_color(3, leaf)));
        let mut item = MenuItem::new(ctx.t(key)).swatches(colors.collect());
        if chosen == Palette::RedGreen {
            item = item.detail(ctx.t("overlay-palette-red-green-note"));
        }
        if item.selected(ctx.view.palette == chosen).show(ui, ctx.theme) {
            out.push(UiAction::look(ctx, |view| view.palette = chosen));
        }
    }
}

fn middles_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    for middle in Middle::ALL {
        let key = match middle {
            Middle::Target => "overlay-middle-choose-target",
            Middle::OwnTarget => "overlay-middle-choose-own",
            Middle::Usual => "overlay-middle-choose-usual",
            Middle::Mean => "overlay-middle-choose-mean",
        };
        let item = MenuItem::new(ctx.t(key)).selected(ctx.view.middle == middle);
        if item.show(ui, ctx.theme) {
            out.push(UiAction::look(ctx, |view| view.middle = middle));
        }
    }
}

/// A second measure on each card; none, or one of the scores that were asked.
fn badges_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    let none = MenuItem::new(ctx.t("overlay-badge-none")).selected(ctx.view.badge.is_none());
    if none.show(ui, ctx.theme) {
        out.push(UiAction::look(ctx, |view| (view.badge, view.badge_topic) = (None, None)));
    }
    let asked = |metric: &Metric| {
        let lines = Version::lines(ctx.model, *metric);
        lines.iter().any(|(version, _)| version.audience == Audience::Customer)
    };
    for measure in Metric::ALL.into_iter().filter(asked).map(Measure::of) {
        let topics = topics(ctx, measure.metric);
        // What is painted needs no badge beside it, but one question of it may stand beside another.
        if measure != ctx.view.measure || ctx.view.badge == Some(measure) {
            badge_ui(ui, ctx, (measure, None), &figure_words::measure(ctx.texts, measure), out);
        }
        for question in topics.iter().filter(|_| topics.len() > 1).take(MOST_TOPICS) {
            let name = format!("    {}", question.topic());
            badge_ui(ui, ctx, (measure, Some(question.id)), &name, out);
        }
    }
}

/// One measure, or one question of it, for the badge.
fn badge_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    (measure, topic): (Measure, Option<QuestionId>),
    name: &str,
    out: &mut Vec<UiAction>,
) {
    let is_on = ctx.view.badge == Some(measure) && ctx.view.badge_topic == topic;
    if MenuItem::new(name).selected(is_on).show(ui, ctx.theme) {
        out.push(UiAction::look(ctx, |view| {
            (view.badge, view.badge_topic) = (Some(measure), topic);
            view.overlay = Overlay::Heat;
        }));
    }
}
