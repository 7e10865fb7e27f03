//! The lane of touchpoints: cards below each other, column by column; a wide card keeps its row free.
//!
//! What a card looks like is in `card`.

use super::card::{self, Card};
use super::columns::Column;
use super::context::Context;
use super::shelf::{Count, Shelf};
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
    counts: Vec<Count>,
    /// What asks for a card in columns that hold none: the column, and where from the lane's top.
    invitations: Vec<(usize, Rect)>,
}

struct Placed<'a> {
    card: Card<'a>,
    column: usize,
    id: PlacementId,
    /// Place, from the lane's top.
    rect: Rect,
}

/// Measures the lane, whose top lies `depth` below that of the first one.
pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane, depth: f32) -> Cards<'a> {
    let mut shelf = Shelf::new(context, depth, HEAD, GAP);
    let mut empty: Vec<bool> = context.columns().iter().map(|c| !c.is_folded()).collect();
    let mut cards = Vec::new();
    for (index, column) in context.columns().iter().enumerate() {
        if column.is_folded() {
            continue;
        }
        for placement in context.cards(index, lane.id) {
            let covered = context.covered(index, placement.spot, placement.span);
            let (x, width) = context.columns.item(&covered);
            let Some(card) = Card::new(context, placement, width) else {
                continue;
            };
            let top = shelf.put(&covered, card.height);
            let place = rect(x, top, width, card.height);
            empty.iter_mut().take(covered.end).skip(covered.start).for_each(|e| *e = false);
            cards.push(Placed { card, column: index, id: placement.id, rect: place });
        }
    }
    let counts = shelf.counts(context, lane.id);
    let asks = context.on_screen() && context.words();
    let columns = context.columns().iter().enumerate().zip(&empty);
    let invitations = columns
        .filter(|(_, empty)| asks && **empty)
        .map(|((index, column), _)| {
            (index, rect(column.x + 3.0, HEAD, column.item_width(), card::HEIGHT))
        })
        .collect();
    Cards { height: shelf.lowest(HEAD + card::HEIGHT) + FOOT, cards, counts, invitations }
}

impl Cards<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        gutter::cells(context, band, map);
        for (column, place) in &self.invitations {
            if let Some(column) = context.columns().get(*column) {
                invitation(context, column, place.moved(0.0, band.top), &mut map.sketch);
            }
        }
        self.counts.iter().for_each(|count| count.draw(context, band.top, &mut map.sketch));
        for placed in &self.cards {
            let place = placed.rect.moved(0.0, band.top);
            placed.card.draw(context, place, &mut map.sketch);
            map.region(
                placed.column,
                Region {
                    rect: place,
                    subject: Subject::Card(placed.id),
                    label: label::card(context, &placed.card),
                },
            );
        }
    }

    /// Where words ask for a card, from the lane's top: an arrow must not run through them.
    pub(super) fn invitations(&self) -> impl Iterator<Item = Rect> + '_ {
        self.invitations.iter().map(|(_, place)| *place)
    }

    /// Where each card stands, from the lane's top.
    pub(super) fn places(&self) -> impl Iterator<Item = (PlacementId, Rect)> + '_ {
        self.cards.iter().map(|placed| (placed.id, placed.rect))
    }
}

/// What an empty column asks in the window.
fn invitation(context: &Context<'_>, column: &Column, place: Rect, sketch: &mut Sketch) {
    let colors = context.colors;
    sketch.frame(place, 8.0, None, dashed(colors.line2, 1.0, 4.0, 4.0));
    let ty = Type::regular(11.5, colors.ink3);
    let key = match column.kind {
        super::columns::ColumnKind::Step(_) => "map-step-empty-title",
        _ => "map-stage-empty-title",
    };
    let lines = ty.wrap(&context.texts.get(key), place.width - 16.0);
    let middle = place.y + place.height / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let from_middle = index as f32 - (lines.len() as f32 - 1.0) / 2.0;
        let x = place.x + place.width / 2.0;
        sketch.text(x, middle + 15.0 * from_middle, Anchor::Middle, ty, line);
    }
}
