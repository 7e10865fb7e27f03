//! Arrows between cards: which sides they leave and enter, and which gaps they run through.
//!
//! They go down the gaps between columns, and along where no card of the lane stands: level with one
//! of their ends, or below the cards they pass. So none crosses a card of one column. Drawing is in
//! `arrow_path`.

use super::Plan;
use super::context::{Context, GUTTER};
use crate::model::{Arrow, ArrowKind, CardRef, LaneId, Spot};
use crate::render::scene::Rect;
use crate::render::sketch::{Type, rect};
use std::collections::HashMap;
use std::ops::Range;

/// Height of a line of a label.
pub(super) const LABEL_LINE: f32 = 12.0;
/// Blank between an arrow's way along and what it passes.
const CLEAR: f32 = 4.0;
/// Blank below the lowest way of a lane.
const FOOT: f32 = 5.0;
/// Size of labels.
const LABEL: f32 = 10.5;
/// Blank at each end of a label.
const LABEL_SIDE: f32 = 8.0;

/// Which side of a card.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Side {
    Left,
    Right,
}

/// One end of an arrow.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct End {
    pub card: CardRef,
    pub side: Side,
    /// Where on the side: share of its height.
    pub share: f32,
    /// The gap it goes through, by number: before the first column is 0.
    gap: usize,
    /// Centre of the gap.
    pub gap_x: f32,
}

/// The way along a lane.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Along {
    /// Order of the lane.
    pub lane: usize,
    /// The line, from the lane's top.
    pub y: f32,
}

/// An arrow with its way.
pub(super) struct Routed<'a> {
    pub arrow: &'a Arrow,
    pub from: End,
    pub to: End,
    pub along: Option<Along>,
    pub label: Vec<String>,
    /// Order of the lane and the column it begins in.
    pub lane: usize,
    pub column: usize,
}

/// All arrows of a map, and the room that each lane keeps for them below what it holds.
pub(super) struct Arrows<'a> {
    pub all: Vec<Routed<'a>>,
    room: Vec<f32>,
}

/// Where a card stands.
struct Stand {
    lane: usize,
    columns: Range<usize>,
}

impl<'a> Arrows<'a> {
    /// Plans the arrows of a map whose lanes are measured.
    pub(super) fn plan(context: &Context<'a>, plans: &[Plan<'_>]) -> Self {
        let lanes: HashMap<LaneId, usize> = context
            .lanes
            .iter()
            .enumerate()
            .filter(|(_, lane)| !lane.folded)
            .map(|(order, lane)| (lane.id, order))
            .collect();
        let journey = context.request.journey;
        let mut all = Vec::new();
        let mut ends = Vec::new();
        for arrow in context.model.arrows.values().filter(|a| a.journey == journey) {
            let stands = stand(context, &lanes, arrow.from).zip(stand(context, &lanes, arrow.to));
            let Some((from, to)) = stands.filter(|_| arrow.from != arrow.to) else {
                continue;
            };
            all.push(route(context, arrow, &from, &to));
            ends.push((from.lane, to.lane));
        }
        let mut room = vec![0.0; plans.len()];
        if !all.is_empty() {
            share_sides(&mut all);
            let mut taken: Vec<Taken> = plans.iter().map(Taken::new).collect();
            for (routed, lanes) in all.iter_mut().zip(ends) {
                find_way(routed, lanes, &mut taken);
            }
            for ((room, taken), plan) in room.iter_mut().zip(&taken).zip(plans) {
                *room = (taken.lowest + FOOT - plan.height()).max(0.0);
            }
        }
        Self { all, room }
    }

    /// What a lane keeps free below what it holds.
    pub(super) fn room(&self, lane: usize) -> f32 {
        self.room.get(lane).copied().unwrap_or(0.0)
    }
}

/// What of a lane is taken, from its top.
struct Taken {
    cards: HashMap<CardRef, Rect>,
    /// Words in columns without a card.
    asking: Vec<Rect>,
    /// Ways along that were found, with their labels.
    ways: Vec<Rect>,
    lowest: f32,
}

impl Taken {
    fn new(plan: &Plan<'_>) -> Self {
        let cards = match plan {
            Plan::Cards(cards) => cards.places().map(|(id, r)| (CardRef::Card(id), r)).collect(),
            Plan::Notes(notes) => notes.places().map(|(id, r)| (CardRef::Note(id), r)).collect(),
            _ => HashMap::new(),
        };
        let asking = match plan {
            Plan::Cards(cards) => cards.invitations().collect(),
            _ => Vec::new(),
        };
        Self { cards, asking, ways: Vec::new(), lowest: 0.0 }
    }

    /// What lies between two x.
    fn between(&self, left: f32, right: f32) -> impl Iterator<Item = &Rect> {
        let all = self.cards.values().chain(&self.asking).chain(&self.ways);
        all.filter(move |r| r.x < right && r.right() > left)
    }

    /// A free way between two x with so much above it for a label: at one of the heights wished
    /// for, else below all there is.
    fn find(&mut self, (left, right): (f32, f32), above: f32, wishes: &[f32]) -> f32 {
        let free = |y: &f32| {
            let (top, bottom) = (*y - above - CLEAR, *y + CLEAR);
            top > 0.0 && self.between(left, right).all(|r| r.y >= bottom || r.bottom() <= top)
        };
        let below = || self.between(left, right).map(|r| r.bottom()).fold(0.0, f32::max);
        let y = wishes.iter().copied().find(free);
        let y = y.unwrap_or_else(|| below() + above + CLEAR + 1.0);
        self.ways.push(rect(left, y - above, right - left, above + 1.0));
        self.lowest = self.lowest.max(y);
        y
    }
}

/// Finds an arrow the way along a lane, when it needs one: in the upper one of its two lanes.
fn find_way(routed: &mut Routed<'_>, (from_lane, to_lane): (usize, usize), taken: &mut [Taken]) {
    if routed.from.gap == routed.to.gap {
        return;
    }
    let lane = from_lane.min(to_lane);
    let Some(taken) = taken.get_mut(lane) else { return };
    let (a, b) = (routed.from.gap_x, routed.to.gap_x);
    let above = LABEL_LINE * routed.label.len() as f32;
    let mut wishes = Vec::new();
    if routed.arrow.kind != ArrowKind::LoopBack {
        for end in [&routed.to, &routed.from] {
            wishes.extend(taken.cards.get(&end.card).map(|r| r.y + r.height * end.share));
        }
    }
    let y = taken.find((a.min(b) + 1.0, a.max(b) - 1.0), above, &wishes);
    routed.along = Some(Along { lane, y });
}

/// A card that is drawn.
fn stand(context: &Context<'_>, lanes: &HashMap<LaneId, usize>, card: CardRef) -> Option<Stand> {
    let (lane, spot, span): (LaneId, Spot, i64) = match card {
        CardRef::Card(id) => context.model.placements.get(&id).map(|p| (p.lane, p.spot, p.span)),
        CardRef::Note(id) => context.model.notes.get(&id).map(|n| (n.lane, n.spot, n.span)),
    }?;
    let columns = context.columns.covered(spot, span)?;
    let folded = context.columns().get(columns.start).is_some_and(|c| c.is_folded());
    let lane = *lanes.get(&lane)?;
    (!folded).then_some(Stand { lane, columns })
}

/// Sides and gaps.
fn route<'a>(context: &Context<'_>, arrow: &'a Arrow, from: &Stand, to: &Stand) -> Routed<'a> {
    let labelled = !arrow.label.trim().is_empty();
    let (a, b) = (&from.columns, &to.columns);
    // A label stands along the way below the cards; a way through one gap alone has none.
    let (mut leave, enter) = if arrow.kind == ArrowKind::LoopBack || b.start >= a.end {
        (Side::Right, Side::Left)
    } else if b.end <= a.start {
        (Side::Left, Side::Right)
    } else if a.end != b.end && a.start == b.start {
        (Side::Left, Side::Left)
    } else {
        (Side::Right, Side::Right)
    };
    let gap = |columns: &Range<usize>, side| match side {
        Side::Left => columns.start,
        Side::Right => columns.end,
    };
    if labelled && gap(a, leave) == gap(b, enter) {
        leave = if leave == Side::Left { Side::Right } else { Side::Left };
    }
    let end = |card, columns: &Range<usize>, side| {
        let gap = gap(columns, side);
        End { card, side, share: 0.5, gap, gap_x: gap_x(context, gap) }
    };
    let (from_end, to_end) = (end(arrow.from, a, leave), end(arrow.to, b, enter));
    let room = (from_end.gap_x - to_end.gap_x).abs() - 2.0 * LABEL_SIDE;
    let ty = label_type(context);
    let label = match arrow.label.trim() {
        "" => Vec::new(),
        text => ty.wrap(text, room.max(40.0)),
    };
    Routed {
        arrow,
        from: from_end,
        to: to_end,
        along: None,
        label,
        lane: from.lane,
        column: a.start,
    }
}

pub(super) fn label_type(context: &Context<'_>) -> Type {
    Type::regular(LABEL, context.colors.ink2)
}

/// Centre of the gap before a column.
fn gap_x(context: &Context<'_>, gap: usize) -> f32 {
    let before = gap.checked_sub(1).and_then(|index| context.columns().get(index));
    before.map_or(GUTTER, super::columns::Column::right) - 2.0
}

/// Ends on one side of a card share its height; ways through one gap lie beside each other.
fn share_sides(all: &mut [Routed<'_>]) {
    let mut sides: HashMap<(CardRef, Side), usize> = HashMap::new();
    for routed in all.iter() {
        for end in [&routed.from, &routed.to] {
            *sides.entry((end.card, end.side)).or_default() += 1;
        }
    }
    let mut used: HashMap<(CardRef, Side), usize> = HashMap::new();
    let mut in_gap: HashMap<usize, usize> = HashMap::new();
    for routed in all {
        let aside = {
            let count = in_gap.entry(routed.from.gap).or_default();
            *count += 1;
            [0.0, -2.0, 2.0][(*count - 1) % 3]
        };
        for end in [&mut routed.from, &mut routed.to] {
            let key = (end.card, end.side);
            let number = used.entry(key).or_default();
            *number += 1;
            let all = sides.get(&key).copied().unwrap_or(1);
            end.share = *number as f32 / (all as f32 + 1.0);
            end.gap_x += aside;
        }
    }
}
