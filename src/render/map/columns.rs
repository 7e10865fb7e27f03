//! The columns of a map: what of a stage each one shows, how wide it is, which ones a card covers.
//!
//! Knows stages and steps only; what stands in a column is looked up in `context`.

use super::context::{GUTTER, RIGHT};
use crate::model::{Spot, Stage, StageId, StageView, Step, StepId};
use std::collections::HashMap;
use std::ops::Range;

/// Narrowest and widest a column of the usual width is.
const USUAL: (f32, f32) = (152.0, 240.0);
/// Width of a folded stage.
pub(super) const FOLDED: f32 = 44.0;
/// Blank beside cards and notes in a column.
const BESIDE: f32 = 10.0;

/// What of a stage a column shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ColumnKind {
    /// All of it.
    Whole,
    /// One of its steps.
    Step(StepId),
    /// What stands in the stage as a whole, beside its steps.
    Loose,
    /// Only how much there is.
    Folded,
}

/// One column.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Column {
    /// Index of its stage.
    pub stage: usize,
    pub kind: ColumnKind,
    /// Where something that is added here stands.
    pub spot: Spot,
    /// Left edge.
    pub x: f32,
    pub width: f32,
}

impl Column {
    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Width of a card or note that covers this column alone.
    pub(super) fn item_width(&self) -> f32 {
        self.width - BESIDE
    }

    pub(super) fn is_folded(&self) -> bool {
        self.kind == ColumnKind::Folded
    }
}

/// All columns, from left to right.
pub(super) struct Columns {
    all: Vec<Column>,
    /// The columns of each stage.
    of_stage: Vec<Range<usize>>,
    stages: HashMap<StageId, usize>,
    /// Each step's place among all steps of the journey.
    rank: HashMap<StepId, usize>,
    /// The column of each step, by that place.
    of_step: Vec<usize>,
}

impl Columns {
    /// `loose` tells of each stage whether something stands in it as a whole; `room` is the width
    /// that the sheet may take.
    pub(super) fn new(stages: &[&Stage], steps: &[Vec<&Step>], loose: &[bool], room: f32) -> Self {
        let mut all: Vec<Column> = Vec::with_capacity(stages.len());
        let mut of_stage = Vec::with_capacity(stages.len());
        let (mut rank, mut of_step) = (HashMap::new(), Vec::new());
        for (index, (stage, steps)) in stages.iter().zip(steps).enumerate() {
            let begin = all.len();
            let spot = Spot::Stage(stage.id);
            let mut add = |kind, spot| {
                all.push(Column { stage: index, kind, spot, x: 0.0, width: 0.0 });
            };
            match stage.view {
                StageView::Together => add(ColumnKind::Whole, spot),
                StageView::Folded => add(ColumnKind::Folded, spot),
                StageView::Steps => {
                    if steps.is_empty() || loose.get(index) == Some(&true) {
                        add(ColumnKind::Loose, spot);
                    }
                    steps.iter().for_each(|s| add(ColumnKind::Step(s.id), Spot::Step(s.id)));
                }
            }
            let own = stage.view == StageView::Steps;
            let first = if own { all.len() - steps.len() } else { begin };
            for (place, step) in steps.iter().enumerate() {
                rank.insert(step.id, of_step.len());
                of_step.push(if own { first + place } else { first });
            }
            of_stage.push(begin..all.len());
        }
        let known = stages.iter().enumerate().map(|(index, s)| (s.id, index)).collect();
        set_widths(&mut all, stages, room);
        Self { all, of_stage, stages: known, rank, of_step }
    }

    pub(super) fn all(&self) -> &[Column] {
        &self.all
    }

    /// The columns of a stage.
    pub(super) fn of_stage(&self, stage: usize) -> Range<usize> {
        self.of_stage.get(stage).cloned().unwrap_or_default()
    }

    /// Left edge and width of columns together.
    pub(super) fn reach(&self, columns: &Range<usize>) -> (f32, f32) {
        let shown = self.all.get(columns.clone()).unwrap_or_default();
        match (shown.first(), shown.last()) {
            (Some(first), Some(last)) => (first.x, last.right() - first.x),
            _ => (GUTTER, 0.0),
        }
    }

    /// Left edge and width of a card or note that covers these columns.
    pub(super) fn item(&self, columns: &Range<usize>) -> (f32, f32) {
        let (x, width) = self.reach(columns);
        (x + 3.0, width - BESIDE)
    }

    /// Right edge of the last column.
    pub(super) fn end(&self) -> f32 {
        self.all.last().map_or(GUTTER, Column::right)
    }

    /// The column in which something stands; absent when it stands on another map.
    pub(super) fn of(&self, spot: Spot) -> Option<usize> {
        match spot {
            Spot::Stage(stage) => Some(self.of_stage.get(*self.stages.get(&stage)?)?.start),
            Spot::Step(step) => self.of_step.get(*self.rank.get(&step)?).copied(),
        }
    }

    /// The step's place among all steps of the journey, from 0.
    pub(super) fn rank(&self, step: StepId) -> Option<usize> {
        self.rank.get(&step).copied()
    }

    /// The columns that something covers: at a step it counts steps, those of later stages too; in
    /// a stage it counts stages. No more than there are.
    pub(super) fn covered(&self, spot: Spot, span: i64) -> Option<Range<usize>> {
        let start = self.of(spot)?;
        let further = usize::try_from(span).unwrap_or(1).saturating_sub(1);
        let end = match spot {
            _ if further == 0 => start + 1,
            Spot::Step(step) => {
                let last = self.rank.get(&step)?.saturating_add(further);
                self.of_step.get(last.min(self.of_step.len() - 1))? + 1
            }
            Spot::Stage(stage) => {
                let last = self.stages.get(&stage)?.saturating_add(further);
                self.of_stage.get(last.min(self.of_stage.len() - 1))?.end
            }
        };
        Some(start..end.max(start + 1))
    }
}

/// Columns of the usual width share the room; a stage's own width makes its columns wider.
fn set_widths(columns: &mut [Column], stages: &[&Stage], room: f32) {
    let percent = |column: &Column| {
        let (least, most) = Stage::WIDTHS;
        let width = stages.get(column.stage).map_or(100, |s| s.width.clamp(least, most));
        width as f32 / 100.0
    };
    let folded = columns.iter().filter(|c| c.is_folded()).count() as f32;
    let shares: f32 = columns.iter().filter(|c| !c.is_folded()).map(percent).sum();
    let free = room - GUTTER - RIGHT - FOLDED * folded;
    let usual = (free / shares.max(1.0)).clamp(USUAL.0, USUAL.1).floor();
    let mut x = GUTTER;
    for column in columns {
        column.x = x;
        column.width = if column.is_folded() { FOLDED } else { (usual * percent(column)).round() };
        x += column.width;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{JourneyId, StageKind};

    /// Stages with their view, width and number of steps.
    struct Journey {
        stages: Vec<Stage>,
        steps: Vec<Vec<Step>>,
    }

    fn journey(of: &[(StageView, i64, usize)]) -> Journey {
        let id = JourneyId::fresh();
        let stage = |&(view, width, _): &(StageView, i64, usize)| Stage {
            view,
            width,
            ..Stage::new(StageId::fresh(), id, StageKind::Other, Some(String::new()))
        };
        let stages: Vec<Stage> = of.iter().map(stage).collect();
        let step = |stage, position| {
            let name = String::new();
            Step { id: StepId::fresh(), stage, name, position }
        };
        let steps = stages.iter().zip(of).map(|(stage, (_, _, count))| {
            (0..).take(*count).map(|position| step(stage.id, position)).collect()
        });
        Journey { steps: steps.collect(), stages }
    }

    impl Journey {
        fn columns(&self, loose: &[bool], room: f32) -> Columns {
            let stages: Vec<&Stage> = self.stages.iter().collect();
            let steps: Vec<Vec<&Step>> = self.steps.iter().map(|s| s.iter().collect()).collect();
            Columns::new(&stages, &steps, loose, room)
        }
    }

    use StageView::{Folded, Steps, Together};

    #[test]
    fn a_stage_has_the_columns_of_its_view() {
        for (of, loose, expected) in [
            (vec![(Together, 100, 3), (Together, 100, 0)], vec![true, true], vec!["0w", "1w"]),
            (vec![(Steps, 100, 2), (Together, 100, 1)], vec![false, true], vec!["0s", "0s", "1w"]),
            (vec![(Steps, 100, 2)], vec![true], vec!["0l", "0s", "0s"]),
            (vec![(Steps, 100, 0)], vec![false], vec!["0l"]),
            (vec![(Folded, 100, 4), (Steps, 100, 1)], vec![true, false], vec!["0f", "1s"]),
        ] {
            let columns = journey(&of).columns(&loose, 1000.0);
            let found: Vec<String> = columns
                .all()
                .iter()
                .map(|c| {
                    let letter = match c.kind {
                        ColumnKind::Whole => 'w',
                        ColumnKind::Step(_) => 's',
                        ColumnKind::Loose => 'l',
                        ColumnKind::Folded => 'f',
                    };
                    format!("{}{letter}", c.stage)
                })
                .collect();
            assert_eq!(found, expected, "{of:?}");
        }
    }

    #[test]
    fn widths_share_the_room_and_obey_their_stage() {
        for (of, room, expected) in [
            (vec![(Together, 100, 0); 6], 1016.0, vec![152.0; 6]),
            (vec![(Together, 100, 0); 2], 2000.0, vec![240.0; 2]),
            (vec![(Together, 100, 0); 4], 1004.0, vec![225.0; 4]),
            (vec![(Together, 200, 0), (Folded, 100, 0)], 100.0, vec![304.0, 44.0]),
            (vec![(Steps, 50, 3), (Together, 400, 0)], 100.0, vec![76.0, 76.0, 76.0, 608.0]),
            (vec![(Together, 9_999, 0)], 100.0, vec![608.0]),
        ] {
            let columns = journey(&of).columns(&[false; 9], room);
            let widths: Vec<f32> = columns.all().iter().map(|c| c.width).collect();
            assert_eq!(widths, expected, "{of:?} in {room}");
            let mut x = GUTTER;
            for column in columns.all() {
                assert!((column.x - x).abs() < 1e-3);
                x = column.right();
            }
        }
    }

    #[test]
    fn a_span_counts_steps_at_a_step_and_stages_in_a_stage() {
        // Columns: 0 loose, 1 and 2 steps | 3 whole with two steps | 4 folded, one step | 5 step.
        let map =
            journey(&[(Steps, 100, 2), (Together, 100, 2), (Folded, 100, 1), (Steps, 100, 1)]);
        let columns = map.columns(&[true, true, true, false], 1000.0);
        assert_eq!(columns.all().len(), 6);
        let step = |stage: usize, step: usize| Spot::Step(map.steps[stage][step].id);
        let stage = |stage: usize| Spot::Stage(map.stages[stage].id);
        for (spot, span, expected) in [
            (step(0, 0), 1, 1..2),
            (step(0, 0), 2, 1..3),
            (step(0, 1), 2, 2..4),
            (step(0, 1), 3, 2..4),
            (step(0, 1), 4, 2..5),
            (step(0, 1), 5, 2..6),
            (step(0, 1), 99, 2..6),
            (step(1, 0), 2, 3..4),
            (step(1, 1), 2, 3..5),
            (step(3, 0), i64::MAX, 5..6),
            (stage(0), 1, 0..1),
            (stage(0), 2, 0..4),
            (stage(0), 3, 0..5),
            (stage(1), 2, 3..5),
            (stage(2), 9, 4..6),
            (stage(2), 0, 4..5),
            (stage(2), -3, 4..5),
        ] {
            assert_eq!(columns.covered(spot, span), Some(expected), "{spot:?} {span}");
        }
        assert_eq!(columns.covered(Spot::Step(StepId::fresh()), 1), None);
    }
}
