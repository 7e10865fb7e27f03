//! The inspector of stages and lanes: how they are drawn, joined, taken apart and locked.

use super::rows::{choice, row};
use super::{Inspector, Parts};
use crate::app::context::{Ctx, UiAction};
use crate::app::map;
use crate::app::widgets::{Button, IconButton, MenuItem, caption, label, menu, segmented, switch};
use crate::document::Command;
use crate::document::command::Lockable;
use crate::model::{
    CardRef, Lane, LaneId, LaneKind, MapView, Metric, Record, Spot, Stage, StageId, StageView,
    StepId,
};
use crate::render::icons::Icon;
use egui::Ui;

/// What one press makes a stage wider, in percent.
const WIDER: i64 = 25;
/// What one press makes a lane higher, in points.
const HIGHER: i64 = 40;

impl Inspector {
    pub(super) fn stage_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, id: StageId) {
        let ctx = parts.ctx;
        let Some(stage) = ctx.model.stages.get(&id) else { return };
        let free = ctx.why_fixed().is_none();
        ui.add_space(4.0);
        caption(ui, ctx.theme, ctx.t("inspector-stage-view"));
        let options = [
            (StageView::Together, ctx.t("inspector-stage-together")),
            (StageView::Steps, ctx.t("inspector-stage-steps")),
            (StageView::Folded, ctx.t("inspector-stage-folded")),
        ];
        let mut view = stage.view;
        if segmented(ui, ctx.theme, &options, &mut view) && free {
            parts.out.push(UiAction::Run(Command::SetStageView { stages: vec![id], view }));
        }
        ui.add_space(4.0);
        let (least, most) = Stage::WIDTHS;
        let shown = ctx.texts.percent(stage.width as f64, 0);
        let names = ("inspector-stage-width", "inspector-narrower", "inspector-wider");
        if let Some(by) = stepper(ui, ctx, names, &shown) {
            let width = (stage.width + by * WIDER).clamp(least, most);
            parts.out.push(UiAction::Run(Command::SetStageWidth { stage: id, width }));
        }
        lock_ui(ui, parts, Lockable::Stage(id), stage.locked);
        let order = ctx.model.stages_of(stage.journey);
        let at = order.iter().position(|s| s.id == id).unwrap_or(0);
        let before = at.checked_sub(1).and_then(|i| order.get(i));
        if let Some(before) = before {
            let name = ctx.texts.stage(before);
            if button(ui, ctx, "merge", &ctx.t1("inspector-merge-into", "name", name.as_str())) {
                let (stage, into) = (id, before.id);
                parts.out.push(UiAction::Run(Command::MergeStages { stage, into }));
            }
        }
        let steps = ctx.model.steps_of(id).len();
        if steps > 1 && button(ui, ctx, "call_split", &ctx.t("inspector-split-stage")) {
            let (new, name) = (StageId::fresh(), ctx.t("inspector-new-stage"));
            parts.out.push(UiAction::Run(Command::SplitStage {
                stage: id,
                id: new,
                name,
                from: steps.div_ceil(2),
                cards: Vec::new(),
            }));
        }
    }

    pub(super) fn step_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, id: StepId) {
        let ctx = parts.ctx;
        let Some(step) = ctx.model.steps.get(&id) else { return };
        let order = ctx.model.steps_of(step.stage);
        let at = order.iter().position(|s| s.id == id).unwrap_or(0);
        if let Some(before) = at.checked_sub(1).and_then(|i| order.get(i)) {
            let name = before.name.as_str();
            if button(ui, ctx, "merge", &ctx.t1("inspector-merge-into", "name", name)) {
                let (step, into) = (id, before.id);
                parts.out.push(UiAction::Run(Command::MergeSteps { step, into }));
            }
        }
        if at > 0 && button(ui, ctx, "call_split", &ctx.t("inspector-split-here")) {
            let (stage, new, name) = (step.stage, StageId::fresh(), ctx.t("inspector-new-stage"));
            let cards = Vec::new();
            let split = Command::SplitStage { stage, id: new, name, from: at, cards };
            parts.out.push(UiAction::Run(split));
        }
        let all = cards_at(ctx, Spot::Step(id));
        if all.len() > 1 && button(ui, ctx, "call_split", &ctx.t("inspector-split-stage")) {
            let (new, name) = (StepId::fresh(), ctx.t("inspector-new-step"));
            let cards = all.get(all.len().div_ceil(2)..).unwrap_or_default().to_vec();
            parts.out.push(UiAction::Run(Command::SplitStep { step: id, id: new, name, cards }));
        }
    }

    /// Several cards can move together to a lane, step or stage of their own.
    pub(super) fn own_place_ui(&self, ui: &mut Ui, parts: &mut Parts<'_, '_>) {
        let ctx = parts.ctx;
        let chosen = &parts.canvas.selection;
        let cards: Vec<CardRef> = chosen.iter().filter_map(|s| map::card_ref(*s)).collect();
        if cards.len() != chosen.len() {
            return;
        }
        let lane = shared(cards.iter().filter_map(|c| place_of(ctx, *c)).map(|(lane, _)| lane));
        let spot = shared(cards.iter().filter_map(|c| place_of(ctx, *c)).map(|(_, spot)| spot));
        let spots = cards.iter().filter_map(|c| place_of(ctx, *c)).map(|(_, spot)| spot);
        let stage = shared(spots.map(|spot| ctx.model.stage_at(spot))).flatten();
        if let Some(lane) = lane
            && button(ui, ctx, "call_split", &ctx.t("inspector-split-lane"))
        {
            let (id, name, cards) = (LaneId::fresh(), ctx.t("inspector-new-lane"), cards.clone());
            parts.out.push(UiAction::Run(Command::SplitLane { lane, id, name, cards }));
        }
        if let Some(Spot::Step(step)) = spot
            && button(ui, ctx, "call_split", &ctx.t("inspector-split-step"))
        {
            let (id, name, cards) = (StepId::fresh(), ctx.t("inspector-new-step"), cards.clone());
            parts.out.push(UiAction::Run(Command::SplitStep { step, id, name, cards }));
        }
        if let Some(stage) = stage
            && button(ui, ctx, "call_split", &ctx.t("inspector-split-cards"))
        {
            let (id, name) = (StageId::fresh(), ctx.t("inspector-new-stage"));
            let from = ctx.model.steps_of(stage).len();
            parts.out.push(UiAction::Run(Command::SplitStage { stage, id, name, from, cards }));
        }
    }

    pub(super) fn lane_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, id: LaneId) {
        let ctx = parts.ctx;
        let Some(lane) = ctx.model.lanes.get(&id) else { return };
        let free = ctx.why_fixed().is_none();
        let mut folded = lane.folded;
        let fold = switch(ui, ctx.theme, &mut folded, &ctx.t("inspector-lane-folded"));
        if fold.changed() && free {
            parts.out.push(UiAction::Run(Command::FoldLane { lane: id, folded }));
        }
        if !lane.kind.is_line() {
            let shown = if lane.height == 0 {
                ctx.t("inspector-lane-height-auto")
            } else {
                ctx.texts.int(lane.height)
            };
            let names = ("inspector-lane-height", "inspector-lower", "inspector-higher");
            if let Some(by) = stepper(ui, ctx, names, &shown) {
                let height = (lane.height + by * HIGHER).clamp(0, Lane::HIGHEST);
                parts.out.push(UiAction::Run(Command::SetLaneHeight { lane: id, height }));
            }
        }
        view_row(ui, parts, lane);
        if matches!(lane.kind, LaneKind::Emotion | LaneKind::Thoughts) {
            persona_row(ui, parts, lane);
        }
        if matches!(lane.kind, LaneKind::Emotion | LaneKind::Metric) {
            metric_row(ui, parts, lane);
        }
        lock_ui(ui, parts, Lockable::Lane(id), lane.locked);
        merge_row(ui, parts, lane);
    }
}

/// What stands at a spot, cards before notes.
fn cards_at(ctx: &Ctx<'_>, spot: Spot) -> Vec<CardRef> {
    let mut cards: Vec<_> = ctx.model.placements.values().filter(|p| p.spot == spot).collect();
    cards.sort_by_key(|p| (p.lane, p.position));
    let mut notes: Vec<_> = ctx.model.notes.values().filter(|n| n.spot == spot).collect();
    notes.sort_by_key(|n| (n.lane, n.position));
    let cards = cards.into_iter().map(|p| CardRef::Card(p.id));
    cards.chain(notes.into_iter().map(|n| CardRef::Note(n.id))).collect()
}

fn place_of(ctx: &Ctx<'_>, card: CardRef) -> Option<(LaneId, Spot)> {
    match card {
        CardRef::Card(id) => ctx.model.placements.get(&id).map(|p| (p.lane, p.spot)),
        CardRef::Note(id) => ctx.model.notes.get(&id).map(|n| (n.lane, n.spot)),
    }
}

/// What all have in common.
fn shared<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// A switch that locks something that is done.
pub(super) fn lock_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, what: Lockable, locked: bool) {
    let ctx = parts.ctx;
    let mut on = locked;
    let changed = switch(ui, ctx.theme, &mut on, &ctx.t("inspector-locked")).changed();
    if changed && ctx.why_fixed().is_none() {
        parts.out.push(UiAction::Run(Command::Lock { what, locked: on }));
    }
}

/// A value with a button to make it smaller and one to make it larger: −1, 1 or nothing.
pub(super) fn stepper(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    (name, less, more): (&'static str, &'static str, &'static str),
    shown: &str,
) -> Option<i64> {
    let mut by = None;
    row(ui, ctx, name, |ui| {
        let minus = IconButton::new(Icon::of("remove"), ctx.t(less)).size(26.0);
        if minus.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            by = Some(-1);
        }
        let font = crate::app::fonts::strong(12.5);
        let value = label(ui, shown, font, ctx.theme.ink);
        let plus = IconButton::new(Icon::of("add"), ctx.t(more)).size(26.0);
        if plus.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            by = Some(1);
        }
        value
    });
    by
}

fn button(ui: &mut Ui, ctx: &Ctx<'_>, icon: &'static str, text: &str) -> bool {
    let button = Button::new(text).small().icon(Icon::of(icon));
    button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked()
}

fn view_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, lane: &Lane) {
    let ctx = parts.ctx;
    let name = |view| {
        ctx.t(match view {
            None => "inspector-lane-view-usual",
            Some(MapView::Journey) => "inspector-lane-view-journey",
            Some(MapView::Blueprint) => "inspector-lane-view-blueprint",
        })
    };
    let key = "inspector-lane-view";
    let text = name(lane.view);
    let button = row(ui, ctx, key, |ui| choice(ui, ctx, key, &text));
    menu(&button, ctx.theme, &ctx.t(key), 240.0, |ui| {
        for view in [None, Some(MapView::Journey), Some(MapView::Blueprint)] {
            let on = lane.view == view;
            let item = MenuItem::new(name(view)).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                let lane = lane.id;
                parts.out.push(UiAction::Run(Command::SetLaneView { lane, view }));
            }
        }
    });
}

fn persona_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, lane: &Lane) {
    let ctx = parts.ctx;
    let chosen = lane.persona.and_then(|id| ctx.model.personas.get(&id));
    let text = chosen.map_or_else(|| ctx.t("inspector-lane-everybody"), |p| p.name.clone());
    let key = "inspector-lane-persona";
    let button = row(ui, ctx, key, |ui| choice(ui, ctx, key, &text));
    menu(&button, ctx.theme, &ctx.t(key), 240.0, |ui| {
        let all = ctx.model.personas.values().map(|p| (Some(p.id), p.name.clone()));
        let nobody = std::iter::once((None, ctx.t("inspector-lane-everybody")));
        for (persona, name) in nobody.chain(all) {
            let on = lane.persona == persona;
            let item = MenuItem::new(name).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                let lane = lane.id;
                parts.out.push(UiAction::Run(Command::SetLanePersona { lane, persona }));
            }
        }
    });
}

fn metric_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, lane: &Lane) {
    let ctx = parts.ctx;
    let none = if lane.kind == LaneKind::Emotion {
        "inspector-lane-estimate"
    } else {
        "inspector-lane-overlay-metric"
    };
    let name = |metric: Option<Metric>| {
        metric.map_or_else(|| ctx.t(none), |metric| ctx.texts.metric(metric))
    };
    let key = "inspector-lane-metric";
    let text = name(lane.metric);
    let button = row(ui, ctx, key, |ui| choice(ui, ctx, key, &text));
    menu(&button, ctx.theme, &ctx.t(key), 240.0, |ui| {
        for metric in std::iter::once(None).chain(Metric::ALL.map(Some)) {
            let on = lane.metric == metric;
            let item = MenuItem::new(name(metric)).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                let lane = lane.id;
                parts.out.push(UiAction::Run(Command::SetLaneMetric { lane, metric }));
            }
        }
    });
}

/// Lanes into which this one can go.
fn merge_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, lane: &Lane) {
    let ctx = parts.ctx;
    let holds = |kind: LaneKind| (kind.holds_notes(), kind == LaneKind::Touchpoints);
    if holds(lane.kind) == (false, false) {
        return;
    }
    let others: Vec<&Lane> = ctx.model.lanes_of(lane.journey);
    let others: Vec<&Lane> = others
        .into_iter()
        .filter(|other| other.id() != lane.id && holds(other.kind) == holds(lane.kind))
        .collect();
    if others.is_empty() {
        return;
    }
    let key = "inspector-lane-merge";
    let button =
        row(ui, ctx, key, |ui| choice(ui, ctx, key, &ctx.t("inspector-lane-merge-choose")));
    menu(&button, ctx.theme, &ctx.t(key), 240.0, |ui| {
        for other in others {
            let item = MenuItem::new(ctx.texts.lane(other));
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
                let (lane, into) = (lane.id, other.id);
                parts.out.push(UiAction::Run(Command::MergeLanes { lane, into }));
            }
        }
    });
}
