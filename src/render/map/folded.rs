//! Folded stages: a strip with the stage's name from bottom to top.
//!
//! How much each lane holds there is counted on the `shelf`.

use super::columns::Column;
use crate::model::Stage;
use crate::render::sketch::{Sketch, Type, rect, stroke};
use crate::render::theme::Colors;
use crate::text::Texts;

/// Blank above and below a name.
const BESIDE: f32 = 10.0;
/// The longest line of a name, and how many there are; a folded stage is a summary.
const LONGEST: f32 = 240.0;
const LINES: usize = 2;
const PITCH: f32 = 14.0;

/// The names of folded stages, by column.
pub(super) struct Folded {
    names: Vec<Option<Name>>,
}

struct Name {
    ty: Type,
    lines: Vec<String>,
    length: f32,
}

impl Folded {
    pub(super) fn new(
        columns: &[Column],
        stages: &[&Stage],
        texts: &Texts,
        colors: &Colors,
    ) -> Self {
        let ty = Type::semi_bold(12.0, colors.ink2);
        let name = |column: &Column| {
            let stage = stages.get(column.stage).filter(|_| column.is_folded())?;
            let mut lines = ty.wrap(&texts.stage(stage), LONGEST);
            if lines.len() > LINES {
                lines.truncate(LINES);
                lines.iter_mut().skip(LINES - 1).for_each(|line| line.push('…'));
            }
            let length = lines.iter().map(|line| ty.width(line)).fold(0.0, f32::max);
            Some(Name { ty, lines, length })
        };
        Self { names: columns.iter().map(name).collect() }
    }

    /// What the name takes of a column, from the top of the first lane; nothing where there is none.
    pub(super) fn reserved(&self, column: usize) -> f32 {
        let name = self.names.get(column).and_then(Option::as_ref);
        name.map_or(0.0, |name| name.length + 2.0 * BESIDE)
    }

    /// The most that any name takes.
    pub(super) fn deepest(&self) -> f32 {
        (0..self.names.len()).map(|column| self.reserved(column)).fold(0.0, f32::max)
    }

    /// The strips below everything that scrolls.
    pub(super) fn strips(
        &self,
        columns: &[Column],
        colors: &Colors,
        (top, bottom): (f32, f32),
        sketch: &mut Sketch,
    ) {
        for column in columns.iter().filter(|c| c.is_folded()) {
            let strip = rect(column.x - 2.0, top, column.width, bottom - top);
            sketch.fill(strip, 0.0, colors.hover);
        }
    }

    /// The names, above lines that cross them.
    pub(super) fn draw(&self, columns: &[Column], colors: &Colors, top: f32, sketch: &mut Sketch) {
        for (column, name) in columns.iter().zip(&self.names) {
            let Some(name) = name else { continue };
            let wide = PITCH * name.lines.len() as f32 + 4.0;
            let middle = column.x - 2.0 + column.width / 2.0;
            let plate = rect(middle - wide / 2.0, top + 4.0, wide, name.length + 12.0);
            sketch.frame(plate, 5.0, Some(colors.hover), stroke(colors.hover, 1.0));
            let first = middle - PITCH * (name.lines.len() as f32 - 1.0) / 2.0;
            for (index, line) in name.lines.iter().enumerate() {
                let x = first + PITCH * index as f32;
                sketch.turned_text(x, top + BESIDE + name.length, name.ty, line);
            }
        }
    }
}
