//! Which part of the map an arrow key goes to: one tab stop for the whole map, arrows inside it.
//!
//! Geometry over the regions of a Scene; focus itself is kept by the canvas.

use super::cells;
use super::painter::rect;
use crate::render::scene::{Region, Scene, Subject};
use egui::{Key, Rect, Vec2, vec2};
use std::collections::BTreeSet;

/// Whether a region takes part: arrows do not, and of the places where something could be added only
/// the empty ones.
#[must_use]
pub fn stops_at(subject: Subject, empty: &BTreeSet<Subject>) -> bool {
    match subject {
        Subject::Cell(..) => empty.contains(&subject),
        Subject::Emotion(_) | Subject::Journey(_) | Subject::Arrow(_) => false,
        _ => true,
    }
}

/// The stop that a key leads to from `from`; absent when there is none that way.
#[must_use]
pub fn next(scene: &Scene, empty: &BTreeSet<Subject>, from: Subject, key: Key) -> Option<Subject> {
    let stops = || scene.regions.iter().filter(|region| stops_at(region.subject, empty));
    let place = |region: &Region| cells::near(region.subject, rect(region.rect));
    // From an arrow, which is no stop itself, a key leads on to the nearest one.
    let here = place(scene.regions.iter().find(|region| region.subject == from)?);
    let direction = match key {
        Key::ArrowLeft => vec2(-1.0, 0.0),
        Key::ArrowRight => vec2(1.0, 0.0),
        Key::ArrowUp => vec2(0.0, -1.0),
        Key::ArrowDown => vec2(0.0, 1.0),
        Key::Home => return in_row(stops(), here, f32::NEG_INFINITY),
        Key::End => return in_row(stops(), here, f32::INFINITY),
        _ => return None,
    };
    stops()
        .filter(|region| region.subject != from)
        .filter_map(|region| Some((cost(here, place(region), direction)?, region)))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, region)| region.subject)
}

/// How far away a stop is in a direction; absent when it does not lie that way.
fn cost(here: Rect, there: Rect, direction: Vec2) -> Option<f32> {
    let way = there.center() - here.center();
    let along = way.dot(direction);
    // Beside means beside: a card below and a little to the right is not to the right.
    let clear = if direction.x.abs() > 0.5 {
        (there.min.x - here.max.x).max(here.min.x - there.max.x) >= -8.0
    } else {
        (there.min.y - here.max.y).max(here.min.y - there.max.y) >= -8.0
    };
    if along <= 1.0 || !clear {
        return None;
    }
    let across = (way - direction * along).length();
    // Up and down stay in their column as long as there is something in it.
    let stray = if direction.x.abs() > 0.5 { 3.0 } else { 6.0 };
    Some(along + stray * across)
}

/// The stop of the same height that lies furthest to one side.
fn in_row<'a>(stops: impl Iterator<Item = &'a Region>, here: Rect, side: f32) -> Option<Subject> {
    stops
        .filter(|region| rect(region.rect).y_range().intersects(here.y_range()))
        .filter(|region| !matches!(region.subject, Subject::Lane(_)))
        .max_by(|a, b| {
            let x = |region: &Region| region.rect.x * side.signum();
            x(a).total_cmp(&x(b)).then(b.rect.y.total_cmp(&a.rect.y))
        })
        .map(|region| region.subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LaneId, NoteId, PlacementId, Spot, StageId};
    use crate::render::scene::Rect as SceneRect;

    #[test]
    fn arrows_go_from_card_to_card_and_across_lanes() {
        let cards: Vec<PlacementId> = (0..4).map(|_| PlacementId::fresh()).collect();
        let (stage, lane, note) = (StageId::fresh(), LaneId::fresh(), NoteId::fresh());
        let region = |subject, x: f32, y: f32, width: f32, height: f32| Region {
            rect: SceneRect { x, y, width, height },
            subject,
            label: String::new(),
        };
        let card = |i: usize| Subject::Card(cards[i]);
        let scene = Scene {
            regions: vec![
                region(Subject::Stage(stage), 100.0, 0.0, 150.0, 40.0),
                region(Subject::Lane(lane), 0.0, 50.0, 96.0, 200.0),
                region(Subject::Cell(lane, Spot::Stage(stage)), 100.0, 50.0, 150.0, 200.0),
                region(card(0), 100.0, 54.0, 142.0, 66.0),
                region(card(1), 100.0, 124.0, 142.0, 66.0),
                region(card(2), 252.0, 54.0, 142.0, 66.0),
                region(card(3), 404.0, 54.0, 142.0, 66.0),
                region(Subject::Note(note), 252.0, 300.0, 142.0, 40.0),
            ],
            ..Scene::default()
        };
        for (from, key, to) in [
            (card(0), Key::ArrowDown, Some(card(1))),
            (card(0), Key::ArrowRight, Some(card(2))),
            (card(1), Key::ArrowRight, Some(card(2))),
            (card(2), Key::ArrowDown, Some(Subject::Note(note))),
            (card(0), Key::ArrowUp, Some(Subject::Stage(stage))),
            (card(0), Key::ArrowLeft, Some(Subject::Lane(lane))),
            (card(3), Key::ArrowRight, None),
            (card(0), Key::End, Some(card(3))),
            (card(3), Key::Home, Some(card(0))),
            (card(0), Key::A, None),
        ] {
            assert_eq!(next(&scene, &BTreeSet::new(), from, key), to, "{from:?} {key:?}");
        }
    }
}
