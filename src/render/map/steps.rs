//! The lane of steps: what the customer does, stage by stage.
//!
//! Steps are lines of a list, not cards.

use super::MapSketch;
use super::context::Context;
use crate::model::Step;
use crate::render::scene::{Region, Subject};
use crate::render::sketch::{Type, point, rect, stroke};

const FIRST: f32 = 16.0;
const PITCH: f32 = 26.0;
const LINE: f32 = 15.0;
const FOOT: f32 = 18.0;
const DOT_X: f32 = 9.0;
const TEXT_X: f32 = 18.0;

/// The measured lane.
pub(super) struct Steps<'a> {
    pub height: f32,
    columns: Vec<Vec<Row<'a>>>,
}

struct Row<'a> {
    step: &'a Step,
    /// Centre of its first line, from the lane's top.
    middle: f32,
    lines: Vec<String>,
}

pub(super) fn plan<'a>(context: &Context<'a>) -> Steps<'a> {
    let ty = Type::regular(12.0, context.colors.ink);
    let room = context.column - TEXT_X - 4.0;
    let mut height = FIRST + FOOT;
    let columns = (0..context.stages.len())
        .map(|stage| {
            let mut middle = FIRST;
            let mut rows = Vec::new();
            for step in context.steps(stage).iter().copied() {
                let lines = ty.balanced(&step.name, room);
                let extra = LINE * (lines.len() as f32 - 1.0);
                height = height.max(middle + extra + FOOT);
                rows.push(Row { step, middle, lines });
                middle += PITCH + extra;
            }
            rows
        })
        .collect();
    Steps { height, columns }
}

impl Steps<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, top: f32, map: &mut MapSketch) {
        let colors = context.colors;
        let ty = Type::regular(12.0, colors.ink);
        for (stage, rows) in self.columns.iter().enumerate() {
            let x = context.x(stage);
            for (index, row) in rows.iter().enumerate() {
                let y = top + row.middle;
                if let Some(next) = rows.get(index + 1) {
                    let to = point(x + DOT_X, top + next.middle - 4.0);
                    map.sketch.line(point(x + DOT_X, y + 4.0), to, stroke(colors.line2, 1.0));
                }
                map.sketch.circle(point(x + DOT_X, y), 2.5, colors.ink4, None);
                if context.words() {
                    map.sketch.lines(x + TEXT_X, y, LINE, ty, &row.lines);
                }
                let height = PITCH - 2.0 + LINE * (row.lines.len() as f32 - 1.0);
                map.region(
                    stage,
                    Region {
                        rect: rect(x + 2.0, y - 12.0, context.column - 8.0, height),
                        subject: Subject::Step(row.step.id),
                        label: row.step.name.clone(),
                    },
                );
            }
        }
    }
}
