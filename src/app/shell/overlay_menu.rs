//! The overlay menu: which measure lies over the map, in which colours, compared with what.
//!
//! What it chooses is a way of looking; it never changes the document.

use crate::analysis::{Lens, Measure, Version};
use crate::app::context::{CompareWith, Ctx, Overlay, UiAction, View};
use crate::app::overlay_panel::{MOST_TOPICS, choices_ui, topics};
use crate::app::widgets::{DropDown, MenuItem, menu, menu_heading, menu_line};
use crate::model::{Audience, Metric};
use crate::render::figure_words;
use crate::render::icons::Icon;
use egui::{ScrollArea, Ui};

/// The metrics that the menu always has.
const ALWAYS: [Metric; 3] = [Metric::Ces, Metric::Nps, Metric::Csat];

/// What the overlay button says is on.
fn chosen(ctx: &Ctx<'_>) -> String {
    match ctx.view.overlay {
        Overlay::Off => ctx.t("overlay-off"),
        Overlay::ScoresOnly => ctx.t("overlay-scores-only"),
        Overlay::Heat => figure_words::measure(ctx.texts, ctx.view.measure),
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
    let room = ui.ctx().content_rect().height() - 90.0;
    menu(&response, ctx.theme, &ctx.t("overlay-title"), 312.0, |ui| {
        let scroll = ScrollArea::vertical()
            .id_salt("overlay_menu")
            .max_height(room)
            .min_scrolled_height(room);
        scroll.show(ui, |ui| {
            measures_ui(ui, ctx, actions);
            menu_line(ui, ctx.theme);
            choices_ui(ui, ctx, actions);
            menu_line(ui, ctx.theme);
            compare_ui(ui, ctx, actions);
        });
    });
}

fn compare_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
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
}

fn measures_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    for (overlay, key) in
        [(Overlay::Off, "overlay-off"), (Overlay::ScoresOnly, "overlay-scores-only")]
    {
        let item = MenuItem::new(ctx.t(key)).selected(ctx.view.overlay == overlay);
        if item.show(ui, ctx.theme) {
            actions.push(UiAction::look(ctx, |view| view.overlay = overlay));
        }
    }
    let asked = |audience| move |metric: &Metric| is_asked(ctx, *metric, audience);
    let customers = asked(Audience::Customer);
    for metric in Metric::ALL.into_iter().filter(|m| ALWAYS.contains(m) || customers(m)) {
        measure_ui(ui, ctx, Measure::of(metric), actions);
        versions_ui(ui, ctx, metric, actions);
        topics_ui(ui, ctx, metric, actions);
    }
    let employees: Vec<Metric> =
        Metric::ALL.into_iter().filter(asked(Audience::Employee)).collect();
    if !employees.is_empty() {
        menu_heading(ui, ctx.theme, &ctx.t("overlay-of-employees"));
        for metric in employees.iter().copied() {
            let measure = Measure { audience: Audience::Employee, ..Measure::of(metric) };
            measure_ui(ui, ctx, measure, actions);
        }
    }
    menu_heading(ui, ctx.theme, &ctx.t("overlay-beside"));
    for lens in Lens::OF_METRIC {
        for metric in Metric::ALL {
            let known = match lens {
                Lens::EmployeeGap => employees.contains(&metric) && customers(&metric),
                _ => ctx.model.rounds.values().any(|r| r.revealed && r.metric == metric),
            };
            if known {
                measure_ui(ui, ctx, Measure::of(metric).through(lens), actions);
            }
        }
    }
    for lens in Lens::ALONE {
        if !lens.is_of_contacts() || !ctx.contacts.is_empty() {
            measure_ui(ui, ctx, ctx.view.measure.through(lens), actions);
        }
    }
}

fn is_asked(ctx: &Ctx<'_>, metric: Metric, audience: Audience) -> bool {
    Version::lines(ctx.model, metric).iter().any(|(version, _)| version.audience == audience)
}

fn measure_ui(ui: &mut Ui, ctx: &Ctx<'_>, measure: Measure, actions: &mut Vec<UiAction>) {
    let view = ctx.view;
    let is_on = view.overlay == Overlay::Heat && view.measure.same(measure);
    let plain = view.version.is_none() && view.topic.is_none();
    let item = MenuItem::new(figure_words::measure(ctx.texts, measure)).selected(is_on && plain);
    if item.show(ui, ctx.theme) {
        actions.push(heat(ctx, measure, |_| {}));
    }
}

/// Looks at a measure, with its usual version and all its questions unless `more` says otherwise.
fn heat(ctx: &Ctx<'_>, measure: Measure, more: impl FnOnce(&mut View)) -> UiAction {
    UiAction::look(ctx, |view| {
        (view.overlay, view.measure) = (Overlay::Heat, measure);
        (view.version, view.topic) = (None, None);
        more(view);
    })
}

/// The versions of a metric, where customers were asked more than one: they are never mixed.
fn versions_ui(ui: &mut Ui, ctx: &Ctx<'_>, metric: Metric, actions: &mut Vec<UiAction>) {
    let lines = Version::lines(ctx.model, metric);
    let versions: Vec<Version> = lines
        .into_iter()
        .map(|(version, _)| version)
        .filter(|version| version.audience == Audience::Customer)
        .collect();
    if versions.len() < 2 {
        return;
    }
    for version in versions {
        let name = figure_words::version(ctx.texts, &version);
        let item = MenuItem::new(format!("    {name}"))
            .detail(format!("    {}", figure_words::direction(ctx.texts, &version)))
            .selected(ctx.view.version.as_ref() == Some(&version));
        if item.show(ui, ctx.theme) {
            let measure = Measure::of(metric);
            actions.push(heat(ctx, measure, |view| view.version = Some(version)));
        }
    }
}

/// The questions of a metric by themselves, where one touchpoint was asked about several.
fn topics_ui(ui: &mut Ui, ctx: &Ctx<'_>, metric: Metric, actions: &mut Vec<UiAction>) {
    let topics = topics(ctx, metric);
    if topics.len() < 2 {
        return;
    }
    for question in topics.into_iter().take(MOST_TOPICS) {
        let item = MenuItem::new(format!("    {}", question.topic()))
            .selected(ctx.view.topic == Some(question.id));
        if item.show(ui, ctx.theme) {
            let measure = Measure::of(metric);
            actions.push(heat(ctx, measure, |view| view.topic = Some(question.id)));
        }
    }
}
