//! One stage, big: its steps, its cards with their score, pains, gains and quotes.
//!
//! First a plain list of what is shown, then its painting.

use super::big::{Big, Ink, Press, fitting, height, say};
use crate::analysis::Paint;
use crate::analysis::{Overlay, Reading};
use crate::app::context::{Ctx, Overlay as Look, UiAction};
use crate::app::theme::{Theme, color32};
use crate::app::widgets::{paint_filled_icon, paint_icon};
use crate::document::Command;
use crate::document::command::Lockable;
use crate::model::{JourneyId, LaneKind, Model, StageId, Tone, TouchpointId};
use crate::render::color_scale;
use crate::render::color_scale::text_on;
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::text::Texts;
use egui::text::LayoutJob;
use egui::{Align2, Color32, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

/// Everything that is shown of a stage.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Shown {
    /// Its name.
    pub name: String,
    /// Whether it is locked.
    pub locked: bool,
    /// What the customer does.
    pub steps: Vec<String>,
    /// Its touchpoints.
    pub cards: Vec<Card>,
    /// Its notes, lane by lane.
    pub notes: Vec<Notes>,
}

/// A touchpoint.
#[derive(Clone, PartialEq, Debug)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Whether it is a moment of truth.
    pub moment_of_truth: bool,
    /// Where an overlay is on: its score with its colour, or why there is none.
    pub score: Option<(String, Option<crate::render::scene::Color>)>,
}

/// The notes of a lane.
#[derive(Clone, PartialEq, Debug)]
pub struct Notes {
    /// The lane's name.
    pub lane: String,
    /// Whether they are quotes.
    pub quotes: bool,
    /// What they say, and how it feels.
    pub notes: Vec<(Tone, String)>,
}

/// What a stage holds, as it is shown to a group.
#[must_use]
pub fn shown(ctx: &Ctx<'_>, stage: StageId, overlay: Option<&Overlay>) -> Shown {
    let model = ctx.model;
    let Some(found) = model.stages.get(&stage) else {
        return Shown::default();
    };
    let overlay = overlay.filter(|_| ctx.view.overlay != Look::Off);
    let mut all = Shown {
        name: ctx.texts.stage(found),
        locked: found.locked,
        steps: model.steps_of(stage).iter().map(|s| s.name.clone()).collect(),
        ..Shown::default()
    };
    for lane in model.lanes_of(found.journey) {
        if !lane.is_in(ctx.view.map_view) {
            continue;
        }
        for placement in model.placements_in(stage, lane.id) {
            if let Some(touchpoint) = model.touchpoint_of(placement.id) {
                let score = overlay.map(|o| score_of(ctx, o, touchpoint.id));
                all.cards.push(Card {
                    title: touchpoint.title.clone(),
                    moment_of_truth: touchpoint.moment_of_truth,
                    score,
                });
            }
        }
        let notes = notes(model, ctx.texts, stage, lane);
        all.notes.extend(notes);
    }
    all
}

/// The score of a touchpoint in words, with its colour; or why there is none.
fn score_of(
    ctx: &Ctx<'_>,
    overlay: &Overlay,
    touchpoint: TouchpointId,
) -> (String, Option<crate::render::scene::Color>) {
    match overlay.touchpoint(touchpoint) {
        Reading::Score(score) => {
            let text = figure_words::value(ctx.texts, overlay.metric(), score.shown().value);
            (text, Some(ctx.view.palette.heat(&score.heat)))
        }
        Reading::TooFew { .. } => {
            let least = figure_words::least(overlay.measure.lens);
            (ctx.t(figure_words::too_few(least)), None)
        }
        Reading::Hidden => (ctx.t("map-card-hidden"), None),
        Reading::Fact(fact) => {
            let color = match fact.paint {
                Paint::Heat(heat) => ctx.view.palette.heat(&heat),
                Paint::Amount(share) => color_scale::amount(share, ctx.theme.look()),
            };
            (figure_words::measured(ctx.texts, overlay.measure, fact.value), Some(color))
        }
        Reading::Silent => (String::new(), None),
        Reading::NoData | Reading::OtherVersion { .. } => (ctx.t("map-card-no-data"), None),
    }
}

fn notes(model: &Model, texts: &Texts, stage: StageId, lane: &crate::model::Lane) -> Option<Notes> {
    let here = model.notes_in(stage, lane.id);
    let notes: Vec<_> = here.iter().map(|n| (n.tone, n.text.clone())).collect();
    let quotes = lane.kind == LaneKind::Quotes;
    (!notes.is_empty()).then(|| Notes { lane: texts.lane(lane), quotes, notes })
}

/// The names of all stages in a row, the present one marked; gives the one that was clicked.
pub fn ribbon(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    journey: JourneyId,
    present: Option<StageId>,
) -> Option<StageId> {
    let stages = ctx.model.stages_of(journey);
    let names: Vec<String> = stages.iter().map(|s| ctx.texts.stage(s)).collect();
    let room = big.inside().width() - big.px(150.0);
    let gap = big.px(37.0);
    let font = |on: bool, size: f32| if on { big.strong(size) } else { big.regular(size) };
    let on = |index: usize| stages.get(index).is_some_and(|s| Some(s.id) == present);
    let width = |ui: &Ui, index: usize| {
        names
            .get(index)
            .map_or(0.0, |name| crate::app::widgets::text_width(ui, name, &font(on(index), 22.0)))
    };
    let at = stages.iter().position(|s| Some(s.id) == present).unwrap_or(0);
    // From the present stage on to both sides, as far as there is room.
    let (mut first, mut last) = (at, at);
    let mut taken = width(ui, at);
    loop {
        let left = first.checked_sub(1).map(|i| (i, width(ui, i) + gap));
        let right = (last + 1 < names.len()).then(|| (last + 1, width(ui, last + 1) + gap));
        match (left, right) {
            (Some((i, w)), _) if taken + w <= room => (first, taken) = (i, taken + w),
            (_, Some((i, w))) if taken + w <= room => (last, taken) = (i, taken + w),
            _ => break,
        }
    }
    let mut clicked = None;
    let mut x = big.inside().left();
    let y = big.at(0.0, 58.0).y;
    for index in first..=last.min(names.len().saturating_sub(1)) {
        let (Some(stage), Some(name)) = (stages.get(index), names.get(index)) else {
            break;
        };
        let size = vec2(width(ui, index), big.px(40.0));
        let place = Rect::from_min_size(pos2(x, y - size.y / 2.0), size);
        if stage_name_ui(ui, ctx, big, place, (name, on(index)), font(on(index), 22.0)) {
            clicked = Some(stage.id);
        }
        x += size.x;
        if index < last {
            let icon = Icon::of("chevron_right");
            let center = pos2(x + gap / 2.0, y);
            paint_icon(ui.painter(), center, icon, big.px(22.0), ctx.theme.ink4);
            x += gap;
        }
    }
    clicked
}

fn stage_name_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    place: Rect,
    (name, on): (&str, bool),
    font: egui::FontId,
) -> bool {
    let response = ui.interact(place, ui.scope_id().with(("ribbon", name)), Sense::click());
    let said = ctx.t1("present-stage", "stage", name);
    let role = egui::accesskit::Role::Button;
    response.widget_info(|| egui::WidgetInfo::selected(role, true, on, &said));
    let ink = match (on, response.hovered()) {
        (true, _) => ctx.theme.accent,
        (_, true) => ctx.theme.ink,
        _ => ctx.theme.ink3,
    };
    ui.painter().text(place.left_center(), Align2::LEFT_CENTER, name, font, ink);
    if on {
        let under = Rect::from_min_max(
            pos2(place.left(), place.bottom() - big.px(1.0)),
            pos2(place.right(), place.bottom() + big.px(3.5)),
        );
        ui.painter().rect_filled(under, big.px(2.0), ctx.theme.accent);
    }
    if response.has_focus() {
        crate::app::widgets::focus_ring(ui, ctx.theme, place, 4.0);
    }
    response.clicked()
}

/// Shows a stage below the ribbon.
pub fn stage_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    stage: StageId,
    shown: &Shown,
    out: &mut Vec<UiAction>,
) {
    let inside = big.inside();
    let look = Ink::new(big.strong(58.0), ctx.theme.ink);
    let at = big.at(72.0, 140.0);
    let width = inside.width() - big.px(240.0);
    let name = super::big::line(ui, at, Align2::LEFT_CENTER, &shown.name, look, width);
    let size = Vec2::splat(big.px(52.0).max(32.0));
    let place = Rect::from_center_size(pos2(name.right() + size.x, at.y), size);
    let (icon, key) =
        if shown.locked { ("lock", "present-unlock") } else { ("lock_open", "present-lock") };
    let lock = Press::new(place, ctx.t1(key, "stage", shown.name.as_str())).icon(icon);
    if lock.on(shown.locked).enabled(ctx.why_fixed().is_none()).show(ui, ctx.theme, big) {
        out.push(lock_stage(stage, !shown.locked));
    }
    let top = big.at(0.0, 196.0).y;
    let body = Rect::from_min_max(pos2(inside.left(), top), pos2(inside.right(), inside.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(body).id_salt(stage), |ui| {
        let bars = egui::scroll_area::ScrollBarVisibility::VisibleWhenNeeded;
        let area = egui::ScrollArea::vertical().id_salt(stage).auto_shrink([false, false]);
        area.scroll_bar_visibility(bars).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            steps_ui(ui, ctx, big, shown);
            cards_ui(ui, ctx, big, &shown.cards);
            notes_ui(ui, ctx, big, &shown.notes);
            let nothing = shown.cards.is_empty() && shown.notes.is_empty();
            if nothing && shown.steps.is_empty() {
                let look = Ink::new(big.regular(26.0), ctx.theme.ink3);
                row(ui, &ctx.t("present-stage-empty"), look);
            }
        });
    });
}

/// Locks a stage, or unlocks it.
#[must_use]
pub fn lock_stage(stage: StageId, locked: bool) -> UiAction {
    UiAction::Run(Command::Lock { what: Lockable::Stage(stage), locked })
}

/// A paragraph as wide as there is room.
fn row(ui: &mut Ui, text: &str, look: Ink) {
    let width = ui.available_width();
    let job = LayoutJob::simple(text.to_owned(), look.font, look.color, width);
    let galley = ui.painter().layout_job(job);
    let (place, _) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    ui.painter().galley(place.min, galley, look.color);
    say(ui, place, text);
}

fn steps_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown) {
    if shown.steps.is_empty() {
        return;
    }
    let look = Ink::new(big.regular(26.0), ctx.theme.ink2);
    row(ui, &shown.steps.join("  ·  "), look);
    ui.add_space(big.px(24.0));
}

/// The touchpoints, as many in a row as there is room.
fn cards_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, cards: &[Card]) {
    if cards.is_empty() {
        return;
    }
    let gap = big.px(20.0);
    let across = cards.len().clamp(3, 4);
    let width = (ui.available_width() - gap * (across as f32 - 1.0)) / across as f32;
    let pad = big.px(20.0);
    let rows = 3;
    for group in cards.chunks(across) {
        let text =
            |card: &Card| width - 2.0 * pad - if has_plate(card) { big.px(96.0) } else { 0.0 };
        let tall = |card: &Card| {
            let star = if card.moment_of_truth { big.px(34.0) } else { 0.0 };
            let why = card.score.as_ref().is_some_and(|(_, color)| color.is_none());
            let below = if why { big.px(40.0) } else { 0.0 };
            let font = fitting(ui, big, &card.title, text(card));
            height(ui, text(card), &card.title, font, rows) + star + below
        };
        let high = group.iter().map(tall).fold(big.px(66.0), f32::max) + 2.0 * pad;
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
        for (index, card) in group.iter().enumerate() {
            let at = line.min + vec2(index as f32 * (width + gap), 0.0);
            let place = Rect::from_min_size(at, vec2(width, high));
            card_ui(ui, ctx, big, place, card, text(card));
        }
        ui.add_space(gap);
    }
    ui.add_space(big.px(4.0));
}

fn card_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, place: Rect, card: &Card, width: f32) {
    let theme = ctx.theme;
    let pad = big.px(20.0);
    ui.painter().rect_filled(place, big.px(14.0), theme.lane);
    let mut said = card.title.clone();
    if let Some((text, color)) = &card.score {
        plate_ui(ui, ctx, big, place, text, *color);
        said = format!("{said}, {text}");
    }
    let font = fitting(ui, big, &card.title, width);
    let mut job = LayoutJob::simple(card.title.clone(), font, theme.ink, width);
    job.wrap.max_rows = 3;
    let galley = ui.painter().layout_job(job);
    let at = place.min + vec2(pad, pad);
    let below = at.y + galley.size().y + big.px(20.0);
    ui.painter().galley(at, galley, theme.ink);
    if card.moment_of_truth {
        let text = ctx.t("map-label-moment-of-truth");
        let center = pos2(at.x + big.px(12.0), below);
        paint_filled_icon(ui.painter(), center, Icon::of("star"), big.px(26.0), theme.star);
        let font = big.regular(22.0);
        let left = pos2(center.x + big.px(22.0), below);
        ui.painter().text(left, Align2::LEFT_CENTER, &text, font, theme.ink3);
        said = format!("{said}, {text}");
    }
    say(ui, place, &said);
}

/// The score of a card on its heat colour, or quietly why there is none.
fn plate_ui(
    ui: &Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    card: Rect,
    text: &str,
    color: Option<crate::render::scene::Color>,
) {
    let pad = big.px(20.0);
    let Some(color) = color else {
        let font = big.regular(22.0);
        let at = pos2(card.left() + pad, card.bottom() - pad - big.px(8.0));
        ui.painter().text(at, Align2::LEFT_CENTER, text, font, ctx.theme.ink3);
        return;
    };
    let size = vec2(big.px(92.0), big.px(58.0).max(26.0));
    let at = pos2(card.right() - pad * 0.7 - size.x, card.top() + pad * 0.8);
    let plate = Rect::from_min_size(at, size);
    ui.painter().rect_filled(plate, big.px(10.0), color32(color));
    let ink = color32(text_on(color));
    ui.painter().text(plate.center(), Align2::CENTER_CENTER, text, big.strong(32.0), ink);
}

/// Whether a card shows a figure at its right.
fn has_plate(card: &Card) -> bool {
    matches!(card.score, Some((_, Some(_))))
}

/// Fill and ink of a note.
fn colors(theme: &Theme, tone: Tone) -> (Color32, Color32) {
    match tone {
        Tone::Pain => (theme.bad_tint, theme.bad),
        Tone::Gain => (theme.good_tint, theme.good),
        Tone::Neutral => (theme.lane, theme.ink3),
    }
}

/// The notes lane by lane, in columns beside each other.
fn notes_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, lanes: &[Notes]) {
    let gap = big.px(20.0);
    for lane in lanes {
        let look = Ink::new(big.strong(22.0), ctx.theme.ink3);
        row(ui, &lane.lane, look);
        ui.add_space(big.px(8.0));
        let across = if lane.notes.len() == 1 { 1 } else { 2 };
        let width = (ui.available_width() - gap * (across as f32 - 1.0)) / across as f32;
        for group in lane.notes.chunks(across) {
            let pad = big.px(16.0);
            let inner = width - 2.0 * pad - big.px(36.0);
            let font = big.regular(26.0);
            let tall = |text: &String| height(ui, inner, text, font.clone(), 4);
            let high = group.iter().map(|(_, t)| tall(t)).fold(0.0, f32::max) + 2.0 * pad;
            let (line, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
            for (index, (tone, text)) in group.iter().enumerate() {
                let at = line.min + vec2(index as f32 * (width + gap), 0.0);
                let place = Rect::from_min_size(at, vec2(width, high));
                note_ui(ui, ctx, big, place, (*tone, lane.quotes, text), inner);
            }
            ui.add_space(big.px(10.0));
        }
        ui.add_space(big.px(14.0));
    }
}

fn note_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    place: Rect,
    (tone, quote, text): (Tone, bool, &str),
    width: f32,
) {
    let (fill, ink) = colors(ctx.theme, tone);
    ui.painter().rect_filled(place, big.px(10.0), fill);
    let icon = match (quote, tone) {
        (true, _) => "format_quote",
        (_, Tone::Pain) => "do_not_disturb_on",
        (_, Tone::Gain) => "add_circle",
        (_, Tone::Neutral) => "notes",
    };
    let pad = big.px(16.0);
    let center = pos2(place.left() + pad + big.px(13.0), place.top() + pad + big.px(16.0));
    paint_icon(ui.painter(), center, Icon::of(icon), big.px(28.0), ink);
    let mut job = LayoutJob::simple(text.to_owned(), big.regular(26.0), ctx.theme.ink, width);
    job.wrap.max_rows = 4;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(place.min + vec2(pad + big.px(36.0), pad), galley, ctx.theme.ink);
    let said = match tone {
        Tone::Pain => ctx.t1("map-label-pain", "text", text),
        Tone::Gain => ctx.t1("map-label-gain", "text", text),
        Tone::Neutral => text.to_owned(),
    };
    say(ui, place, &said);
}
