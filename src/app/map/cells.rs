//! Cells as places for the keyboard: empty ones are stops, and typing in one begins a card.
//!
//! Which cells are empty is found once for each picture of the map.

use super::columns;
use super::drafts::Draft;
use super::painter::rect;
use crate::model::{JourneyId, LaneId, LaneKind, Model, Record, Spot};
use crate::render::scene::{Scene, Subject};
use egui::{Rect, vec2};
use std::collections::BTreeSet;

/// A cell narrower or lower than this is folded.
const LEAST: egui::Vec2 = vec2(60.0, 30.0);
/// How much of a high cell counts when an arrow key looks for what is near.
const NEAR: f32 = 66.0;

/// The cells of a picture in which nothing stands and something can.
#[must_use]
pub fn empty(model: &Model, journey: JourneyId, scene: &Scene) -> BTreeSet<Subject> {
    let mut taken: BTreeSet<(LaneId, Spot)> = BTreeSet::new();
    let mut take = |lane, spot| {
        taken.extend(columns::column_of(model, spot).map(|column| (lane, column)));
    };
    let of_journey = |id| id == journey;
    model.placements.values().filter(|p| of_journey(p.journey)).for_each(|p| take(p.lane, p.spot));
    model.notes.values().filter(|n| of_journey(n.journey)).for_each(|n| take(n.lane, n.spot));
    for lane in model.lanes_of(journey) {
        if lane.kind == LaneKind::Steps {
            model.steps.values().for_each(|s| take(lane.id, Spot::Step(s.id)));
        }
    }
    let open = |subject: &Subject| match subject {
        Subject::Cell(lane, spot) => {
            let kind = model.lanes.get(lane).map(|l| l.kind);
            kind.is_some_and(takes_cards) && !taken.contains(&(*lane, *spot))
        }
        _ => false,
    };
    let large = |place: Rect| place.width() >= LEAST.x && place.height() >= LEAST.y;
    let cells = scene.regions.iter().filter(|r| large(rect(r.rect)));
    cells.map(|r| r.subject).filter(open).collect()
}

fn takes_cards(kind: LaneKind) -> bool {
    kind.holds_notes() || matches!(kind, LaneKind::Touchpoints | LaneKind::Steps)
}

/// The part of a region that counts when an arrow key looks for what is near.
#[must_use]
pub fn near(subject: Subject, place: Rect) -> Rect {
    match subject {
        Subject::Cell(..) => place.with_max_y(place.max.y.min(place.min.y + NEAR)),
        _ => place,
    }
}

/// What begins in a cell when something is typed there.
#[must_use]
pub fn draft(model: &Model, journey: JourneyId, lane: LaneId, spot: Spot) -> Option<Draft> {
    match model.lanes.get(&lane)?.kind {
        LaneKind::Touchpoints => Some(Draft::Touchpoint(journey, spot, lane)),
        LaneKind::Steps => Some(Draft::Step(model.stage_at(spot)?)),
        kind if kind.holds_notes() => Some(Draft::Note(journey, spot, lane)),
        _ => None,
    }
}

/// The same draft one column further, for Tab; absent behind the last column.
#[must_use]
pub fn in_next_column(model: &Model, draft: Draft) -> Option<Draft> {
    let next = |journey, spot| {
        let here = columns::column_of(model, spot)?;
        let all = columns::of_journey(model, journey, here);
        let at = all.iter().position(|column| *column == here)?;
        all.get(at + 1).copied()
    };
    match draft {
        Draft::Touchpoint(journey, spot, lane) => {
            next(journey, spot).map(|spot| Draft::Touchpoint(journey, spot, lane))
        }
        Draft::Note(journey, spot, lane) => {
            next(journey, spot).map(|spot| Draft::Note(journey, spot, lane))
        }
        Draft::Step(stage) => {
            let journey = model.stages.get(&stage)?.journey;
            let all: Vec<_> = model.stages_of(journey).into_iter().map(Record::id).collect();
            let at = all.iter().position(|id| *id == stage)?;
            all.get(at + 1).map(|stage| Draft::Step(*stage))
        }
        Draft::Stage(journey, index) => Some(Draft::Stage(journey, index + 1)),
        Draft::Lane(journey, kind, index) => Some(Draft::Lane(journey, kind, index + 1)),
    }
}

/// What comes after a card in row order: the next one of its cell, then the next column of its
/// lane, be it empty.
#[must_use]
pub fn after(model: &Model, journey: JourneyId, card: Subject) -> Option<Subject> {
    let (lane, spot) = match card {
        Subject::Card(id) => model.placements.get(&id).map(|p| (p.lane, p.spot))?,
        Subject::Note(id) => model.notes.get(&id).map(|n| (n.lane, n.spot))?,
        _ => return None,
    };
    let column = columns::column_of(model, spot)?;
    let inside = columns::content(model, lane, column);
    let at = inside.iter().position(|other| *other == card)?;
    if let Some(next) = inside.get(at + 1) {
        return Some(*next);
    }
    let all = columns::of_journey(model, journey, column);
    let next = all.iter().skip_while(|other| **other != column).nth(1)?;
    let first = columns::content(model, lane, *next).first().copied();
    Some(first.unwrap_or(Subject::Cell(lane, *next)))
}
