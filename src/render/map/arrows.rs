//! Arrows between cards: which sides they leave and enter, and which gaps they run through.
//!
//! They go down the gaps between columns and along below the cards of a lane, where room is kept
//! for them; so none crosses a card of one column. Drawing is in `arrow_path`.

use super::context::{Context, GUTTER};
use crate::model::{Arrow, ArrowKind, CardRef, LaneId, Spot};
use crate::render::sketch::Type;
use std::collections::HashMap;
use std::ops::Range;

/// Height of a line of a label, and of an arrow's way along a lane.
pub(super) const LABEL_LINE: f32 = 12.0;
const TRACK: f32 = 8.0;
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

/// The way along below the cards of a lane.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Along {
    /// Order of the lane.
    pub lane: usize,
    /// The line, from the top of the room that is kept.
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

/// All arrows of a map, and the room that each lane keeps for them.
pub(super) struct Arrows<'a> {
    pub all: Vec<Routed<'a>>,
    room: HashMap<usize, f32>,
}

/// Where a card stands, before heights are known.
struct Stand {
    lane: usize,
    columns: Range<usize>,
}

impl<'a> Arrows<'a> {
    pub(super) fn plan(context: &Context<'a>) -> Self {
        let lanes: HashMap<LaneId, usize> = context
            .lanes
            .iter()
            .enumerate()
            .filter(|(_, lane)| !lane.folded)
            .map(|(order, lane)| (lane.id, order))
            .collect();
        let journey = context.request.journey;
        let mut all = Vec::new();
        for arrow in context.model.arrows.values().filter(|a| a.journey == journey) {
            let stands = stand(context, &lanes, arrow.from).zip(stand(context, &lanes, arrow.to));
            let Some((from, to)) = stands.filter(|_| arrow.from != arrow.to) else {
                continue;
            };
            all.push((route(context, arrow, &from, &to), to.lane));
        }
        let mut tracks: HashMap<usize, Vec<Track>> = HashMap::new();
        for (routed, to_lane) in &mut all {
            let lane = routed.lane.min(*to_lane);
            keep_room(routed, tracks.entry(lane).or_default(), lane);
        }
        let mut room = HashMap::new();
        for (lane, tracks) in tracks.iter().filter(|(_, tracks)| !tracks.is_empty()) {
            room.insert(*lane, tracks.iter().map(|t| t.height).sum::<f32>() + 2.0);
        }
        let mut all: Vec<Routed> = all.into_iter().map(|(routed, _)| routed).collect();
        settle(&mut all, &tracks);
        share_sides(&mut all);
        Self { all, room }
    }

    /// What a lane keeps free below its cards.
    pub(super) fn room(&self, lane: usize) -> f32 {
        self.room.get(&lane).copied().unwrap_or(0.0)
    }
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
    let (mut leave, enter) = if arrow.kind == ArrowKind::LoopBack {
        (Side::Right, Side::Left)
    } else if b.start >= a.end {
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

/// Arrows that run side by side below the cards of a lane, as long as none meets another.
struct Track {
    height: f32,
    taken: Vec<(f32, f32)>,
}

/// Finds an arrow a track, when it needs one.
fn keep_room(routed: &mut Routed<'_>, tracks: &mut Vec<Track>, lane: usize) {
    if routed.from.gap == routed.to.gap {
        return;
    }
    let (a, b) = (routed.from.gap_x, routed.to.gap_x);
    let (left, right) = (a.min(b) - 4.0, a.max(b) + 4.0);
    let height = TRACK + LABEL_LINE * routed.label.len() as f32;
    let free = |track: &Track| track.taken.iter().all(|(from, to)| right < *from || left > *to);
    let index = tracks.iter().position(free).unwrap_or_else(|| {
        tracks.push(Track { height: 0.0, taken: Vec::new() });
        tracks.len() - 1
    });
    tracks[index].height = tracks[index].height.max(height);
    tracks[index].taken.push((left, right));
    // The number of the track, until every track has its height.
    routed.along = Some(Along { lane, y: index as f32 });
}

/// From numbers of tracks to heights: each line lies at the foot of its track.
fn settle(all: &mut [Routed<'_>], tracks: &HashMap<usize, Vec<Track>>) {
    for along in all.iter_mut().filter_map(|r| r.along.as_mut()) {
        let own = tracks.get(&along.lane).map_or(&[][..], Vec::as_slice);
        let through = along.y as usize + 1;
        along.y = own.iter().take(through).map(|t| t.height).sum::<f32>() - TRACK / 2.0;
    }
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
