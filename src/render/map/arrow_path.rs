//! Draws arrows: lines with round corners, heads, a diamond where a way branches, labels.
//!
//! Which way an arrow goes is decided in `arrows`.

use super::arrows::{Arrows, End, LABEL_LINE, Routed, Side, label_type};
use super::context::Context;
use super::{Band, MapSketch, Plan};
use crate::model::{ArrowKind, CardRef};
use crate::render::scene::{Anchor, Color, CurvePiece, Point, Rect, Region, Stroke, Subject};
use crate::render::sketch::{Sketch, point, rect, stroke};
use std::collections::HashMap;

const WIDTH: f32 = 1.5;
const RADIUS: f32 = 4.0;
/// Length and half width of a head.
const HEAD: (f32, f32) = (5.5, 3.5);
const DASHES: (f32, f32) = (5.0, 3.0);
/// Half the width of the part that can be clicked.
const REACH: f32 = 6.0;

/// Draws every arrow whose cards are drawn.
pub(super) fn draw(
    context: &Context<'_>,
    arrows: &Arrows<'_>,
    lanes: &[Band<'_>],
    map: &mut MapSketch,
) {
    if arrows.all.is_empty() {
        return;
    }
    let places = places(lanes);
    let mut labels = Vec::new();
    for routed in &arrows.all {
        let ends = places.get(&routed.from.card).zip(places.get(&routed.to.card));
        let Some((from, to)) = ends else { continue };
        let along = routed.along.as_ref().and_then(|along| {
            let band = lanes.get(along.lane)?;
            Some(band.top + along.y)
        });
        let points = corners(&routed.from, *from, &routed.to, *to, along);
        line(context, routed, &points, &mut map.sketch);
        map.lane = routed.lane + 1;
        if let (Some(y), true) = (along, context.words()) {
            labels.push((routed, y));
        }
        map.region(
            routed.column,
            Region {
                rect: clickable(&points),
                subject: Subject::Arrow(routed.arrow.id),
                label: words(context, routed),
            },
        );
    }
    // Lines of other arrows stop behind words.
    for (routed, y) in labels {
        let striped =
            routed.along.as_ref().is_some_and(|a| lanes.get(a.lane).is_some_and(|b| b.striped));
        let ground = if striped { context.colors.lane } else { context.colors.sheet };
        label(context, routed, (y, ground), &mut map.sketch);
    }
}

fn places(lanes: &[Band<'_>]) -> HashMap<CardRef, Rect> {
    let mut places = HashMap::new();
    for band in lanes {
        match &band.plan {
            Plan::Cards(cards) => places
                .extend(cards.places().map(|(id, r)| (CardRef::Card(id), r.moved(0.0, band.top)))),
            Plan::Notes(notes) => places
                .extend(notes.places().map(|(id, r)| (CardRef::Note(id), r.moved(0.0, band.top)))),
            _ => {}
        }
    }
    places
}

/// The corners of an arrow's way, ends included.
fn corners(from: &End, a: Rect, to: &End, b: Rect, along: Option<f32>) -> Vec<Point> {
    let touch = |end: &End, card: Rect| {
        let x = if end.side == Side::Left { card.x } else { card.right() };
        point(x, card.y + card.height * end.share)
    };
    let (start, end) = (touch(from, a), touch(to, b));
    let mut points = vec![start, point(from.gap_x, start.y)];
    if let Some(y) = along {
        points.extend([point(from.gap_x, y), point(to.gap_x, y)]);
    }
    points.extend([point(to.gap_x, end.y), end]);
    points.dedup_by(|a, b| (a.x - b.x).abs() + (a.y - b.y).abs() < 0.5);
    points
}

fn line(context: &Context<'_>, routed: &Routed<'_>, points: &[Point], sketch: &mut Sketch) {
    let color = context.colors.ink3;
    let dash = (routed.arrow.kind == ArrowKind::LoopBack).then_some(DASHES);
    let pen = Stroke { color, width: WIDTH, dash };
    let Some((&start, &tip)) = points.first().zip(points.last()) else { return };
    // The line ends where the head begins.
    let back = if routed.to.side == Side::Left { -HEAD.0 } else { HEAD.0 };
    let mut shortened = points.to_vec();
    if let Some(last) = shortened.last_mut() {
        last.x += back * 0.8;
    }
    sketch.curve(start, rounded(&shortened), pen);
    let base = tip.x + back;
    sketch.convex(vec![tip, point(base, tip.y - HEAD.1), point(base, tip.y + HEAD.1)], color);
    if routed.arrow.kind == ArrowKind::Branch {
        let x = start.x + if routed.from.side == Side::Left { -3.0 } else { 3.0 };
        let around = [(0.0, -4.0), (4.0, 0.0), (0.0, 4.0), (-4.0, 0.0)];
        let diamond: Vec<Point> =
            around.iter().map(|(dx, dy)| point(x + dx, start.y + dy)).collect();
        sketch.convex(diamond.clone(), context.colors.sheet);
        let edge = stroke(color, 1.2);
        sketch.add(crate::render::scene::Shape::Line {
            points: diamond,
            stroke: edge,
            closed: true,
        });
    }
}

/// A way with round corners.
fn rounded(points: &[Point]) -> Vec<CurvePiece> {
    let toward = |from: Point, to: Point, length: f32| {
        let whole = (to.x - from.x).hypot(to.y - from.y).max(1e-6);
        let share = (length / whole).min(1.0);
        point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    };
    let straight = |from: Point, to: Point| {
        let third =
            |share: f32| point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        CurvePiece { control_1: third(1.0 / 3.0), control_2: third(2.0 / 3.0), to }
    };
    let mut pieces = Vec::new();
    let Some(&first) = points.first() else { return pieces };
    let mut at = first;
    for corner in points.windows(3) {
        let [before, here, after] = [corner[0], corner[1], corner[2]];
        let reach = |other: Point| (here.x - other.x).hypot(here.y - other.y) / 2.0;
        let radius = RADIUS.min(reach(before)).min(reach(after));
        let (enter, leave) = (toward(here, before, radius), toward(here, after, radius));
        pieces.push(straight(at, enter));
        // A quarter circle, nearly.
        let bend = |from: Point| {
            point(from.x + (here.x - from.x) * 0.55, from.y + (here.y - from.y) * 0.55)
        };
        pieces.push(CurvePiece { control_1: bend(enter), control_2: bend(leave), to: leave });
        at = leave;
    }
    if let Some(&last) = points.last() {
        pieces.push(straight(at, last));
    }
    pieces
}

/// The words above the way along a lane.
fn label(
    context: &Context<'_>,
    routed: &Routed<'_>,
    (y, ground): (f32, Color),
    sketch: &mut Sketch,
) {
    let middle = f32::midpoint(routed.from.gap_x, routed.to.gap_x);
    let first = y - 2.0 - LABEL_LINE * (routed.label.len() as f32 - 0.5);
    for (index, line) in routed.label.iter().enumerate() {
        let (y, ty) = (first + LABEL_LINE * index as f32, label_type(context));
        let width = ty.width(line) + 6.0;
        sketch.fill(rect(middle - width / 2.0, y - 5.5, width, 11.0), 3.0, ground);
        sketch.text(middle, y, Anchor::Middle, ty, line);
    }
}

/// The longest straight part, wide enough to be hit.
fn clickable(points: &[Point]) -> Rect {
    let length = |ends: &[Point]| (ends[1].x - ends[0].x).abs() + (ends[1].y - ends[0].y).abs();
    let longest = points.windows(2).max_by(|a, b| length(a).total_cmp(&length(b)));
    let Some([a, b]) = longest else { return Rect::default() };
    let (x, y) = (a.x.min(b.x) - REACH, a.y.min(b.y) - REACH);
    rect(x, y, (a.x - b.x).abs() + 2.0 * REACH, (a.y - b.y).abs() + 2.0 * REACH)
}

/// "Arrow from First bill to Outage call, branch: no answer".
fn words(context: &Context<'_>, routed: &Routed<'_>) -> String {
    let name = |card: CardRef| match card {
        CardRef::Card(id) => context.model.touchpoint_of(id).map_or("", |t| t.title.as_str()),
        CardRef::Note(id) => context.model.notes.get(&id).map_or("", |n| n.text.as_str()),
    };
    let ends = [("from", name(routed.arrow.from)), ("to", name(routed.arrow.to))];
    let key = match routed.arrow.kind {
        ArrowKind::Next => "map-label-arrow",
        ArrowKind::Branch => "map-label-arrow-branch",
        ArrowKind::LoopBack => "map-label-arrow-back",
    };
    let said = context.phrases.say(key, &ends);
    match routed.arrow.label.trim() {
        "" => said,
        label => format!("{said}: {label}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_goes_through_its_corners_rounded() {
        let points = [(0.0, 0.0), (20.0, 0.0), (20.0, 30.0)].map(|(x, y)| point(x, y));
        let pieces = rounded(&points);
        assert_eq!(pieces.len(), 3);
        assert_eq!(pieces[0].to, point(16.0, 0.0));
        assert_eq!(pieces[1].to, point(20.0, 4.0));
        assert_eq!(pieces[2].to, point(20.0, 30.0));
    }

    #[test]
    fn what_is_clicked_is_the_longest_part() {
        let points = [(0.0, 0.0), (5.0, 0.0), (5.0, 40.0), (9.0, 40.0)].map(|(x, y)| point(x, y));
        assert_eq!(clickable(&points), rect(-1.0, -6.0, 12.0, 52.0));
    }
}
