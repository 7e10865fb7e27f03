//! The lane of touchpoints: cards below each other, stage by stage; a wide card keeps its row free.
//!
//! What a card looks like is in `card`.

use super::card::{self, Card};
use super::context::Context;
use super::{Band, MapSketch, gutter, label};
use crate::model::{Lane, PlacementId};
use crate::render::scene::{Anchor, Rect, Region, Subject};
use crate::render::sketch::{Sketch, Type, dashed, rect};

const HEAD: f32 = 5.0;
const GAP: f32 = 4.0;
const FOOT: f32 = 7.0;

/// The measured lane.
pub(super) struct Cards<'a> {
    pub height: f32,
    cards: Vec<Placed<'a>>,
    /// Which stages hold no card.
    empty: Vec<bool>,
}

struct Placed<'a> {
    card: Card<'a>,
    stage: usize,
    id: PlacementId,
    /// Place, from the lane's top.
    rect: Rect,
}

pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane) -> Cards<'a> {
    let count = context.stages.len();
    let mut free = vec![HEAD; count];
    let mut empty = vec![true; count];
    let mut cards = Vec::new();
    for stage in 0..count {
        for placement in context.cards(stage, lane.id) {
            let span = usize::try_from(placement.span).unwrap_or(1).clamp(1, count - stage);
            let covered = stage..stage + span;
            let width = context.column * span as f32 - 10.0;
            let Some(card) = Card::new(context, placement, width) else {
                continue;
            };
            let top = free[covered.clone()].iter().copied().fold(HEAD, f32::max);
            let place = rect(context.x(stage) + 3.0, top, width, card.height);
            free[covered.clone()].fill(top + card.height + GAP);
            empty[covered].fill(false);
            cards.push(Placed { card, stage, id: placement.id, rect: place });
        }
    }
    let lowest = free.iter().copied().fold(HEAD + card::HEIGHT + GAP, f32::max);
    Cards { height: lowest - GAP + FOOT, cards, empty }
}

impl Cards<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        for stage in 0..context.stages.len() {
            if let Some(cell) = gutter::cell(context, band, stage) {
                map.region(stage, cell);
            }
            if self.empty[stage] && context.on_screen() && context.words() {
                invitation(context, stage, band.top, &mut map.sketch);
            }
        }
        for placed in &self.cards {
            let place = placed.rect.moved(0.0, band.top);
            placed.card.draw(context, place, &mut map.sketch);
            map.region(
                placed.stage,
                Region {
                    rect: place,
                    subject: Subject::Card(placed.id),
                    label: label::card(context, &placed.card),
                },
            );
        }
    }
}

/// What an empty stage asks in the window.
fn invitation(context: &Context<'_>, stage: usize, top: f32, sketch: &mut Sketch) {
    let colors = context.colors;
    let place = rect(context.x(stage) + 3.0, top + HEAD, context.item_width(), card::HEIGHT);
    sketch.frame(place, 8.0, None, dashed(colors.line2, 1.0, 4.0, 4.0));
    let ty = Type::regular(11.5, colors.ink3);
    let lines = ty.wrap(&context.texts.get("map-stage-empty-title"), place.width - 16.0);
    let middle = place.y + place.height / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let from_middle = index as f32 - (lines.len() as f32 - 1.0) / 2.0;
        let x = place.x + place.width / 2.0;
        sketch.text(x, middle + 15.0 * from_middle, Anchor::Middle, ty, line);
    }
}
