//! Where something that is dragged over the map would land: which cell, in which place.
//!
//! Geometry over the regions of a Scene; it changes nothing and paints nothing.

use super::painter::rect;
use crate::model::{LaneId, Spot, StageId};
use crate::render::scene::{Scene, Subject};
use egui::{Pos2, Rect, pos2};

/// A landing place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Landing {
    /// Row.
    pub lane: LaneId,
    /// Column.
    pub spot: Spot,
    /// Place in the column from the top, not counting what is dragged. Of a step over the column of
    /// another one: 0 before it, 1 behind it.
    pub index: usize,
    /// The insertion line, in points of the map.
    pub line: [Pos2; 2],
}

/// The cell under a point.
#[must_use]
pub fn cell_at(scene: &Scene, pos_in_map: Pos2) -> Option<(LaneId, Spot, Rect)> {
    scene.regions.iter().find_map(|region| match region.subject {
        Subject::Cell(lane, spot) if rect(region.rect).contains(pos_in_map) => {
            Some((lane, spot, rect(region.rect)))
        }
        _ => None,
    })
}

/// What stands in a cell, from top to bottom.
#[must_use]
pub fn content(scene: &Scene, cell: Rect) -> Vec<(Subject, Rect)> {
    let mut inside: Vec<(Subject, Rect)> = scene
        .regions
        .iter()
        .filter(|region| {
            matches!(region.subject, Subject::Card(_) | Subject::Note(_) | Subject::Step(_))
        })
        .map(|region| (region.subject, rect(region.rect)))
        // A wide card stands in the cell in which it begins.
        .filter(|(_, r)| cell.contains(pos2(r.min.x + 4.0, r.center().y)))
        .collect();
    inside.sort_by(|a, b| a.1.min.y.total_cmp(&b.1.min.y));
    inside
}

/// Where `dragged` would land at a point; `takes` says which lanes accept it.
#[must_use]
pub fn landing(
    scene: &Scene,
    pos_in_map: Pos2,
    dragged: Subject,
    takes: impl Fn(LaneId) -> bool,
) -> Option<Landing> {
    let (lane, spot, cell) = cell_at(scene, pos_in_map)?;
    if !takes(lane) {
        return None;
    }
    if let (Subject::Step(_), Spot::Step(_)) = (dragged, spot) {
        let behind = pos_in_map.x > cell.center().x;
        let x = if behind { cell.max.x } else { cell.min.x };
        let line = [pos2(x, cell.min.y), pos2(x, cell.max.y)];
        return Some(Landing { lane, spot, index: usize::from(behind), line });
    }
    let others: Vec<Rect> = content(scene, cell)
        .into_iter()
        .filter(|(subject, _)| *subject != dragged)
        .map(|(_, r)| r)
        .collect();
    let index = others.iter().filter(|r| r.center().y < pos_in_map.y).count();
    let (left, width) = others.first().map_or_else(
        || (cell.min.x + 4.0, cell.width() - 8.0),
        |first| (first.min.x, first.width()),
    );
    let y = match (index.checked_sub(1).and_then(|i| others.get(i)), others.get(index)) {
        (Some(above), Some(below)) => f32::midpoint(above.max.y, below.min.y),
        (Some(above), None) => above.max.y + 2.0,
        (None, Some(below)) => below.min.y - 2.0,
        (None, None) => cell.min.y + 4.0,
    };
    Some(Landing { lane, spot, index, line: [pos2(left, y), pos2(left + width, y)] })
}

/// Where a stage would land: its index among the other stages, and the x of the insertion line.
#[must_use]
pub fn stage_landing(stages: &[(StageId, Rect)], dragged: StageId, x: f32) -> (usize, f32) {
    let others: Vec<Rect> =
        stages.iter().filter(|(id, _)| *id != dragged).map(|(_, r)| *r).collect();
    let index = others.iter().filter(|r| r.center().x < x).count();
    let line = match (index.checked_sub(1).and_then(|i| others.get(i)), others.get(index)) {
        (_, Some(next)) => next.min.x,
        (Some(last), None) => last.max.x,
        (None, None) => x,
    };
    (index, line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlacementId;
    use crate::render::scene::{Rect as SceneRect, Region};

    struct Map {
        scene: Scene,
        lane: LaneId,
        stages: [StageId; 2],
        cards: [PlacementId; 3],
    }

    /// Two stages of 150 wide; two cards in the first, one in the second.
    fn map() -> Map {
        let (lane, stages) = (LaneId::fresh(), [StageId::fresh(), StageId::fresh()]);
        let cards = [PlacementId::fresh(), PlacementId::fresh(), PlacementId::fresh()];
        let region = |subject, x: f32, y: f32, width: f32, height: f32| Region {
            rect: SceneRect { x, y, width, height },
            subject,
            label: String::new(),
        };
        let regions = vec![
            region(Subject::Cell(lane, Spot::Stage(stages[0])), 96.0, 100.0, 150.0, 210.0),
            region(Subject::Card(cards[0]), 100.0, 104.0, 142.0, 66.0),
            region(Subject::Card(cards[1]), 100.0, 174.0, 142.0, 66.0),
            region(Subject::Cell(lane, Spot::Stage(stages[1])), 246.0, 100.0, 150.0, 210.0),
            region(Subject::Card(cards[2]), 250.0, 104.0, 142.0, 66.0),
        ];
        Map { scene: Scene { regions, ..Scene::default() }, lane, stages, cards }
    }

    #[test]
    fn a_card_lands_between_the_others_of_its_cell() {
        let map = map();
        for (pos, dragged, stage, index) in [
            (pos2(150.0, 110.0), 2, 0, 0),
            (pos2(150.0, 172.0), 2, 0, 1),
            (pos2(150.0, 300.0), 2, 0, 2),
            // Not counting itself.
            (pos2(150.0, 300.0), 0, 0, 1),
            (pos2(300.0, 105.0), 0, 1, 0),
            (pos2(300.0, 200.0), 0, 1, 1),
        ] {
            let found =
                landing(&map.scene, pos, Subject::Card(map.cards[dragged]), |_| true).unwrap();
            assert_eq!(
                (found.spot, found.index),
                (Spot::Stage(map.stages[stage]), index),
                "{pos:?}"
            );
            assert_eq!(found.lane, map.lane);
        }
    }

    #[test]
    fn nothing_lands_outside_or_in_a_lane_that_refuses_it() {
        let map = map();
        let card = Subject::Card(map.cards[0]);
        assert_eq!(landing(&map.scene, pos2(20.0, 120.0), card, |_| true), None);
        assert_eq!(landing(&map.scene, pos2(150.0, 120.0), card, |_| false), None);
    }

    #[test]
    fn stages_land_between_stages() {
        let map = map();
        let span = |x: f32| Rect::from_min_size(pos2(x, 0.0), egui::vec2(150.0, 40.0));
        let stages = [(map.stages[0], span(96.0)), (map.stages[1], span(246.0))];
        assert_eq!(stage_landing(&stages, map.stages[0], 380.0), (1, 396.0));
        assert_eq!(stage_landing(&stages, map.stages[1], 100.0), (0, 96.0));
    }
}
