//! A matrix as a picture: rows by stage, a column a value, totals, intervals, owners.
//!
//! Request → layout → Scene, as the map; counts nothing. Head and names stay in place when scrolled.

/// The faces of cells.
mod cells;
/// Names of columns, and what they are wide.
mod columns;
/// A line of keys below the table.
mod key_line;
/// Names of rows, group rows, owners.
mod names;
/// In which order rows stand.
pub mod order;
/// The table as text.
mod plain;
/// Cells in words.
mod words;

use super::color_scale::Palette;
use super::dot_plot::DotPlot;
use super::map::phrases::Phrases;
use super::scene::{GridColumn, GridRow, Rect, Scene, Subject};
use super::sketch::{Sketch, point, rect, stroke};
use super::theme::{Colors, Theme};
use crate::analysis::{Matrix, MatrixRow, Reading, RowGroup};
use crate::model::{Model, StageId};
use crate::text::{Lang, Texts};
use columns::Columns;
pub use key_line::{KeyLineRequest, key_line};
use order::{Line, Sort, lines};
pub use plain::as_text;
use std::collections::BTreeSet;
pub use words::{column_name, row_name};

/// Everything the picture depends on. Equal requests give equal scenes.
#[derive(Clone, PartialEq, Debug)]
pub struct GridRequest {
    /// Revision of the model it is drawn from.
    pub model_revision: u64,
    /// Revision of the matrix it is drawn from.
    pub matrix_revision: u64,
    /// Light or dark.
    pub theme: Theme,
    /// Language, which must be that of the texts.
    pub lang: Lang,
    /// Heat colours.
    pub palette: Palette,
    /// Width it may take, in points; it takes more if the columns need it.
    pub width: f32,
    /// Whether intervals and owners have columns of their own.
    pub full: bool,
    /// In which order rows stand.
    pub sort: Sort,
    /// Stages of which the rows are folded away.
    pub folded: BTreeSet<StageId>,
}

/// Heights of a group row, a row and the row of totals; rows grow with their names.
const GROUP: f32 = 30.0;
const ROW: f32 = 28.0;
const TOTAL: f32 = 36.0;
/// Height of a cell.
const CELL: f32 = 24.0;
const RADIUS: f32 = 12.0;

/// The picture of a matrix.
#[must_use]
pub fn layout(request: &GridRequest, model: &Model, texts: &Texts, matrix: &Matrix) -> Scene {
    let lines = lines(matrix, &request.sort, &request.folded);
    let colors = request.theme.colors();
    let columns = Columns::new(request, model, texts, matrix);
    let phrases = Phrases::new(texts);
    let names = names::Names::new(model, texts, colors, columns.name);
    let plan = Plan { request, model, texts, phrases, matrix, colors, columns, names };
    plan.draw(&lines)
}

/// What every part of the picture needs to know.
struct Plan<'a> {
    request: &'a GridRequest,
    model: &'a Model,
    texts: &'a Texts,
    phrases: Phrases<'a>,
    matrix: &'a Matrix,
    colors: &'static Colors,
    columns: Columns,
    names: names::Names<'a>,
}

/// A line with its place.
struct Placed<'a> {
    line: &'a Line<'a>,
    y: f32,
    height: f32,
}

impl Plan<'_> {
    fn draw(&self, lines: &[Line<'_>]) -> Scene {
        let mut y = self.columns.head;
        let mut placed = Vec::with_capacity(lines.len());
        for line in lines {
            let height = self.height(line);
            placed.push(Placed { line, y, height });
            y += height;
        }
        let total = y;
        let (width, height) = (self.columns.width, y + TOTAL);
        let mut sketch = Sketch::default();
        let edge = stroke(self.colors.line, 1.0);
        sketch.raised(rect(0.0, 0.0, width, height), RADIUS, self.colors.sheet, edge, None);
        let plot = self.plot();
        if let Some(plot) = &plot {
            let top = self.columns.head;
            plot.lines(&mut sketch, top, height - top - 2.0);
        }
        for one in &placed {
            self.body(&mut sketch, one);
        }
        let ribbon = sketch.scene.shapes.len();
        self.head(&mut sketch);
        let gutter = sketch.scene.shapes.len();
        self.names_column(&mut sketch, &placed, total);
        let foot = sketch.scene.shapes.len();
        self.totals(&mut sketch, total);
        let foot_gutter = sketch.scene.shapes.len();
        self.total_name(&mut sketch, total);
        let corner = sketch.scene.shapes.len();
        self.corner(&mut sketch);
        let end = sketch.scene.shapes.len();
        let mut scene = sketch.scene;
        (scene.width, scene.height) = (width, height);
        scene.pins.ribbon = ribbon..gutter;
        scene.pins.gutter = gutter..foot;
        scene.pins.foot = foot..foot_gutter;
        scene.pins.foot_gutter = foot_gutter..corner;
        scene.pins.corner = corner..end;
        scene
    }

    /// The axis beside the rows, where there is room for one and something to put on it.
    fn plot(&self) -> Option<DotPlot<'_>> {
        Some(DotPlot {
            texts: self.texts,
            colors: self.colors,
            across: self.columns.plot?,
            axis: self.matrix.version.as_ref()?.axis(),
            middle: self.matrix.midpoint.map(|middle| middle.value),
        })
    }

    fn height(&self, line: &Line<'_>) -> f32 {
        match line {
            Line::Group(_) => GROUP,
            Line::Row(row) => {
                let count = self.names.lines(row).len();
                if count > 1 { 15.0 * count as f32 + 10.0 } else { ROW }
            }
        }
    }

    /// Cells, interval and owner of one line.
    fn body(&self, sketch: &mut Sketch, placed: &Placed<'_>) {
        match placed.line {
            Line::Group(group) => self.group(sketch, group, placed),
            Line::Row(row) => self.row(sketch, row, placed),
        }
    }

    fn group(&self, sketch: &mut Sketch, group: &RowGroup, placed: &Placed<'_>) {
        let Some(stage) = group.stage else { return };
        let inner = rect(1.0, placed.y, self.columns.width - 2.0, placed.height);
        sketch.fill(inner, 0.0, self.colors.lane);
        if let Some(plot) = self.plot() {
            plot.lines(sketch, placed.y, placed.height);
        }
        self.total_cell(sketch, GridRow::Group(stage), placed, &group.total);
        if let Some(plot) = self.plot() {
            plot.dot(sketch, placed.y + placed.height / 2.0, &group.total, true);
        }
    }

    fn row(&self, sketch: &mut Sketch, row: &MatrixRow, placed: &Placed<'_>) {
        let at = GridRow::Row(row.subject);
        let name = self.names.name(row.subject);
        for (index, cell) in (0_u16..).zip(&row.cells) {
            let place = self.cell_place(GridColumn::Value(index), placed);
            self.cell(sketch, place, cell);
            let label = self.label(&name, index, Some(cell), cell.reading());
            sketch.region(place, Subject::Grid(at, GridColumn::Value(index)), label);
        }
        self.total_cell(sketch, at, placed, &row.total);
        if let Some(plot) = self.plot() {
            plot.dot(sketch, placed.y + placed.height / 2.0, &row.total, false);
        }
        self.owner(sketch, row.subject, placed.y + placed.height / 2.0);
    }

    /// The row of totals: it stays at the lower edge when the table scrolls down.
    fn totals(&self, sketch: &mut Sketch, y: f32) {
        let name = self.all_rows();
        self.foot_ground(sketch, self.columns.width - 2.0, y);
        if let Some(plot) = self.plot() {
            plot.lines(sketch, y, TOTAL - 2.0);
        }
        // The edge of the sheet, of which the foot covers a part.
        let (right, bottom) = (self.columns.width - 0.5, y + TOTAL - 0.5);
        let edge = stroke(self.colors.line, 1.0);
        for x in [0.5, right] {
            sketch.line(point(x, y), point(x, bottom - RADIUS), edge);
        }
        sketch.line(point(RADIUS, bottom), point(right - RADIUS, bottom), edge);
        let edge = stroke(self.colors.line2, 1.5);
        sketch.line(point(1.0, y + 0.75), point(self.columns.width - 1.0, y + 0.75), edge);
        for (index, total) in (0_u16..).zip(&self.matrix.column_totals) {
            let place = self.cell_at(GridColumn::Value(index), y, TOTAL);
            self.faces().reading(sketch, place, total);
            let label = self.label(&name, index, None, total);
            sketch.region(place, Subject::Grid(GridRow::Total, GridColumn::Value(index)), label);
        }
        let place = self.cell_at(GridColumn::Total, y, TOTAL);
        self.faces().reading(sketch, place, &self.matrix.whole);
        let label = self.total_label(&name, &self.matrix.whole);
        sketch.region(place, Subject::Grid(GridRow::Total, GridColumn::Total), label);
        if let Some(plot) = self.plot() {
            plot.dot(sketch, y + TOTAL / 2.0, &self.matrix.whole, false);
        }
    }

    fn foot_ground(&self, sketch: &mut Sketch, width: f32, y: f32) {
        sketch.fill(rect(1.0, y, width, RADIUS), 0.0, self.colors.sheet);
        sketch.fill(rect(1.0, y, width, TOTAL - 1.0), RADIUS - 1.0, self.colors.sheet);
    }

    fn total_cell(
        &self,
        sketch: &mut Sketch,
        row: GridRow,
        placed: &Placed<'_>,
        reading: &Reading,
    ) {
        let place = self.cell_place(GridColumn::Total, placed);
        self.faces().reading(sketch, place, reading);
        let name = match row {
            GridRow::Row(subject) => self.names.name(subject),
            GridRow::Group(stage) => self.names.stage(stage),
            GridRow::Head | GridRow::Total => String::new(),
        };
        let label = self.total_label(&name, reading);
        sketch.region(place, Subject::Grid(row, GridColumn::Total), label);
    }

    fn cell_place(&self, column: GridColumn, placed: &Placed<'_>) -> Rect {
        self.cell_at(column, placed.y, placed.height)
    }

    fn cell_at(&self, column: GridColumn, y: f32, height: f32) -> Rect {
        let (x, width) = self.columns.place(column);
        rect(x, y + (height - CELL) / 2.0, width, CELL)
    }
}
