//! A small drawing of a map: ribbon, cards and curve, kept with the list of recent documents.
//!
//! So that the start screen shows maps without opening them.

use super::chevron;
use crate::analysis::{Overlay, OverlayRequest, Reading};
use crate::app::context::{Ctx, Overlay as Look};
use crate::app::theme::{Depth, Theme, color32};
use crate::model::{JourneyId, LaneKind, Placement, Stage};
use crate::render::scene::Color;
use egui::{Color32, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use serde::{Deserialize, Serialize};

/// Most cards of a stage that are drawn.
const CARDS: usize = 3;

/// What a small drawing shows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Thumbnail {
    /// Whether cards and stages have the colour of their score.
    pub heat: bool,
    /// Stages from left to right.
    pub stages: Vec<StageSketch>,
    /// The emotion curve: −100…100 from left to right.
    pub emotion: Vec<i8>,
}

/// A stage of a small drawing. Colours are `0xRRGGBB`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StageSketch {
    /// Its colour, where it has a score.
    pub color: Option<u32>,
    /// Its cards: length of the title, and colour where there is a score.
    pub cards: Vec<(u8, Option<u32>)>,
}

impl Thumbnail {
    /// The map as it is looked at now.
    #[must_use]
    pub fn of(ctx: &Ctx<'_>) -> Self {
        let Some(journey) = ctx.journey() else {
            return Self::default();
        };
        let heat = ctx.view.overlay == Look::Heat;
        let overlay = ctx.scores.filter(|_| heat).map(|table| {
            let request = OverlayRequest::new(journey, ctx.view.measure.metric);
            Overlay::from_table(table, ctx.model, &request, &ctx.view.filter)
        });
        let color = |reading: &Reading| {
            let color = ctx.view.palette.heat(&reading.score()?.heat);
            Some(u32::from_be_bytes([0, color.r, color.g, color.b]))
        };
        let lane = ctx.model.lane_of_kind(journey, LaneKind::Touchpoints).map(|lane| lane.id);
        let card = |placement: &Placement| {
            let title = ctx.model.touchpoints.get(&placement.touchpoint)?.title.chars().count();
            let heat = overlay.as_ref().and_then(|o| color(o.touchpoint(placement.touchpoint)));
            Some((u8::try_from(title).unwrap_or(u8::MAX), heat))
        };
        let stage = |stage: &Stage| StageSketch {
            color: overlay.as_ref().and_then(|o| color(o.stage(stage.id))),
            cards: lane
                .map(|lane| ctx.model.placements_in(stage.id, lane))
                .unwrap_or_default()
                .into_iter()
                .take(CARDS)
                .filter_map(card)
                .collect(),
        };
        Self {
            heat,
            stages: ctx.model.stages_of(journey).into_iter().map(stage).collect(),
            emotion: emotion(ctx, journey),
        }
    }
}

/// The team's estimate at each card that has one, −100…100.
fn emotion(ctx: &Ctx<'_>, journey: JourneyId) -> Vec<i8> {
    let persona = ctx.model.journeys.get(&journey).and_then(|j| j.persona);
    let of = |placement: &&Placement| {
        let felt = ctx.model.emotions.values().find(|emotion| {
            emotion.placement == placement.id && persona.is_none_or(|p| p == emotion.persona)
        })?;
        Some((felt.value * 50.0).clamp(-100.0, 100.0) as i8)
    };
    ctx.model.placements_of(journey).iter().filter_map(of).collect()
}

fn color(rgb: u32) -> Color32 {
    color32(Color::hex(rgb))
}

/// Paints the drawing into the upper part of a card, 142 points high.
pub fn paint(ui: &Ui, theme: &Theme, place: Rect, thumbnail: &Thumbnail) {
    let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
    let corners = egui::CornerRadius { nw: 11, ne: 11, sw: 0, se: 0 };
    painter.rect_filled(place, corners, theme.lane);
    let sheet = Rect::from_min_max(place.min + vec2(16.0, 14.0), place.max + vec2(-16.0, 20.0));
    painter.add(theme.shadow_of(Depth::Sheet).as_shape(sheet, 6.0));
    painter.rect_filled(sheet, 6.0, theme.sheet);
    if thumbnail.stages.is_empty() {
        return;
    }
    let inner = sheet.shrink2(vec2(8.0, 8.0));
    let pitch = inner.width() / thumbnail.stages.len() as f32;
    for (i, stage) in thumbnail.stages.iter().enumerate() {
        let left = inner.left() + pitch * i as f32;
        let ribbon = Rect::from_min_size(pos2(left, inner.top()), vec2(pitch - 2.0, 12.0));
        let fill = stage.color.filter(|_| thumbnail.heat).map_or(theme.ribbon, color);
        let last = i + 1 == thumbnail.stages.len();
        chevron(ui, ribbon, 4.0, i == 0, last, fill);
        for (row, (length, heat)) in stage.cards.iter().take(CARDS).enumerate() {
            let top = inner.top() + 18.0 + 17.0 * row as f32;
            let card = Rect::from_min_size(pos2(left + 1.0, top), vec2(pitch - 5.0, 14.0));
            paint_card(&painter, theme, card, *length, heat.filter(|_| thumbnail.heat));
        }
    }
    paint_curve(&painter, theme, inner, &thumbnail.emotion);
}

fn paint_card(painter: &egui::Painter, theme: &Theme, card: Rect, length: u8, heat: Option<u32>) {
    if let Some(heat) = heat {
        painter.rect_filled(card, 2.5, color(heat));
        return;
    }
    let edge = Stroke::new(1.0, theme.line2);
    painter.rect(card.shrink(0.5), 2.0, theme.card, edge, StrokeKind::Inside);
    let icon = Rect::from_min_size(card.min + vec2(3.0, 4.0), vec2(6.0, 6.0));
    painter.rect_filled(icon, 1.5, theme.line2);
    let width = (f32::from(length) * 1.6).min(card.width() - 16.0).max(4.0);
    let title = Rect::from_min_size(card.min + vec2(12.0, 5.5), vec2(width, 3.0));
    painter.rect_filled(title, 1.5, theme.ink4);
}

fn paint_curve(painter: &egui::Painter, theme: &Theme, inner: Rect, emotion: &[i8]) {
    if emotion.len() < 2 {
        return;
    }
    let middle = inner.top() + 86.0;
    let step = inner.width() / (emotion.len() - 1) as f32;
    let points = emotion
        .iter()
        .enumerate()
        .map(|(i, value)| {
            pos2(inner.left() + step * i as f32, middle - f32::from(*value) / 100.0 * 11.0)
        })
        .collect();
    painter.line(points, Stroke::new(1.6, theme.ink2));
}
