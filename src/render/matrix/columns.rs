//! The columns of the table: where they stand, their heads, and how they are sorted.

use super::words::column_name;
use super::{GridRequest, Plan, RADIUS};
use crate::analysis::{Across, Matrix, Rows};
use crate::model::Model;
use crate::render::icons::Icon;
use crate::render::map::channel_icon;
use crate::render::matrix::order::Order;
use crate::render::scene::{Anchor, GridColumn, GridRow, Subject};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};
use crate::scores::{CrossColumn, Key};
use crate::text::Texts;

/// Narrowest and widest room for names of rows.
const NAME: (f32, f32) = (232.0, 340.0);
/// Narrowest, usual and widest column, with its gap.
const VALUE: (f32, f32, f32) = (80.0, 92.0, 124.0);
const GAP: f32 = 4.0;
const TOTAL_WIDTH: f32 = 92.0;
/// Blank before the column of totals.
const BEFORE_TOTAL: f32 = 8.0;
/// Blank before and after the plot, and its least, usual and greatest width.
const BEFORE_PLOT: f32 = 29.0;
const PLOT: (f32, f32, f32) = (150.0, 196.0, 420.0);
const AFTER_PLOT: f32 = 24.0;
const OWNER: f32 = 115.0;
const RIGHT: f32 = 14.0;
/// Height of the heads, and of a line in them.
const HEAD: f32 = 42.0;
const LINE: f32 = 14.0;

/// Where columns stand.
pub(super) struct Columns {
    /// Width of the names of rows.
    pub name: f32,
    /// Width of a column with its gap.
    value: f32,
    count: usize,
    /// Left edge and width of the plot, where there is one.
    pub plot: Option<(f32, f32)>,
    /// Left edge of the owners, where they are shown.
    pub owner: Option<f32>,
    /// Width of the picture.
    pub width: f32,
    /// Height of the heads.
    pub head: f32,
    /// The heads, in lines.
    heads: Vec<Vec<String>>,
}

impl Columns {
    pub(super) fn new(
        request: &GridRequest,
        model: &Model,
        texts: &Texts,
        matrix: &Matrix,
    ) -> Self {
        let count = matrix.columns.len();
        let side = Side::fitting(request, matrix);
        let room = request.width - BEFORE_TOTAL - TOTAL_WIDTH - RIGHT - side.width();
        let each = (room - NAME.0) / count.max(1) as f32;
        // Columns that must scroll anyway have their usual width.
        let least = if each < VALUE.0 { VALUE.1 } else { VALUE.0 };
        let value = each.clamp(least, VALUE.2).floor();
        let name = (room - value * count as f32).clamp(NAME.0, NAME.1);
        let spare = (room - value * count as f32 - name).max(0.0);
        let end = name + value * count as f32 + BEFORE_TOTAL + TOTAL_WIDTH;
        let plot = side.plot.map(|width| (end + BEFORE_PLOT, (width + spare).min(PLOT.2)));
        let right = plot.map(|(x, width)| x + width + AFTER_PLOT);
        let owner = right.filter(|_| side.owner);
        let ty = head_type(request);
        let iconic = matches!(matrix.request.across, Across::Channel);
        let heads: Vec<Vec<String>> = matrix
            .columns
            .iter()
            .map(|column| {
                let name = column_name(texts, model, column);
                let room = value - GAP - 4.0 - if iconic { 20.0 } else { 0.0 };
                ty.fitted(&name, room, 9.5).wrap(&name, room)
            })
            .collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1) as f32;
        Self {
            name,
            value,
            count,
            plot,
            owner,
            width: (end + side.width() + RIGHT).max(request.width),
            head: (LINE * lines + 16.0).max(HEAD),
            heads,
        }
    }

    /// Left edge and width of the cells of a column.
    pub(super) fn place(&self, column: GridColumn) -> (f32, f32) {
        match column {
            GridColumn::Name => (0.0, self.name),
            GridColumn::Value(index) => {
                (self.name + self.value * f32::from(index), self.value - GAP)
            }
            GridColumn::Total => {
                (self.name + self.value * self.count as f32 + BEFORE_TOTAL, TOTAL_WIDTH)
            }
        }
    }
}

/// What stands right of the totals.
#[derive(Clone, Copy)]
struct Side {
    /// Width of the plot.
    plot: Option<f32>,
    owner: bool,
}

impl Side {
    /// As much as fits beside the columns: owners go first, then the plot.
    fn fitting(request: &GridRequest, matrix: &Matrix) -> Self {
        let none = Self { plot: None, owner: false };
        if !request.full {
            return none;
        }
        let told =
            matrix.request.rows == Rows::Touchpoints && matrix.request.across != Across::Owner;
        let columns = matrix.columns.len() as f32;
        let room = request.width - NAME.0 - BEFORE_TOTAL - TOTAL_WIDTH - RIGHT;
        let choices = [
            (PLOT.1, true, VALUE.1),
            (PLOT.0, true, VALUE.0),
            (PLOT.1, false, VALUE.0),
            (PLOT.0, false, VALUE.0),
        ];
        let side = |(plot, owner, _): (f32, bool, f32)| Self { plot: Some(plot), owner };
        choices
            .into_iter()
            .filter(|(_, owner, _)| told || !owner)
            .find(|choice| side(*choice).width() + columns * choice.2 <= room)
            .map_or(none, side)
    }

    fn width(self) -> f32 {
        let plot = self.plot.map_or(0.0, |width| BEFORE_PLOT + width + AFTER_PLOT);
        plot + if self.owner { OWNER } else { 0.0 }
    }
}

fn head_type(request: &GridRequest) -> Type {
    Type::semi_bold(12.0, request.theme.colors().ink2)
}

impl Plan<'_> {
    /// The heads of all columns but that of names.
    pub(super) fn head(&self, sketch: &mut Sketch) {
        let (columns, head) = (&self.columns, self.columns.head);
        let ground = rect(1.0, 1.0, columns.width - 2.0, head - 1.0);
        sketch.fill(ground, RADIUS - 1.0, self.colors.sheet);
        let low = rect(1.0, head - RADIUS, columns.width - 2.0, RADIUS);
        sketch.fill(low, 0.0, self.colors.sheet);
        for (index, column) in (0_u16..).zip(&self.matrix.columns) {
            self.value_head(sketch, index, column);
        }
        self.total_head(sketch);
        if let Some(plot) = self.plot() {
            plot.head(sketch, head / 2.0);
        }
        if let Some(x) = columns.owner {
            let ty = head_type(self.request);
            sketch.text(x, head / 2.0, Anchor::Start, ty, &self.texts.get("matrix-head-owner"));
        }
        let edge = stroke(self.colors.line2, 1.5);
        sketch.line(point(1.0, head - 0.75), point(columns.width - 1.0, head - 0.75), edge);
    }

    fn value_head(&self, sketch: &mut Sketch, index: u16, column: &CrossColumn) {
        let at = GridColumn::Value(index);
        let (x, width) = self.columns.place(at);
        let sorted = self.sorted(at);
        let mut left = x + 4.0;
        if let CrossColumn::One(Key::Channel(channel)) = column {
            let kind = channel.and_then(|id| self.model.channels.get(&id)).map(|c| c.kind);
            let icon = if kind.is_some() { channel_icon(kind) } else { Icon::of("help") };
            let ink = if sorted.is_some() { self.colors.accent } else { self.colors.ink2 };
            sketch.icon(x + 10.0, self.columns.head / 2.0, 15.0, icon, ink);
            left = x + 22.0;
        }
        let Some(lines) = self.columns.heads.get(usize::from(index)) else { return };
        let room = x + width - left;
        let widest = lines.join(" ");
        let mut ty = head_type(self.request).fitted(&widest, room, 9.5);
        if sorted.is_some() {
            ty.color = self.colors.accent;
        }
        let first = self.columns.head / 2.0 - LINE * (lines.len() as f32 - 1.0) / 2.0;
        sketch.lines(left, first, LINE, ty, lines);
        if let Some(icon) = sorted {
            let end = lines.last().map_or(0.0, |line| ty.width(line));
            let y = first + LINE * (lines.len() as f32 - 1.0);
            let at = (left + end + 9.0).min(x + width - 4.0);
            sketch.icon(at, y, 14.0, icon, self.colors.accent);
        }
        let name = column_name(self.texts, self.model, column);
        self.head_region(sketch, at, &name);
    }

    fn total_head(&self, sketch: &mut Sketch) {
        let (x, width) = self.columns.place(GridColumn::Total);
        let name = self.all_columns();
        let sorted = self.sorted(GridColumn::Total);
        let room = width - if sorted.is_some() { 16.0 } else { 2.0 };
        let mut ty = head_type(self.request).fitted(&name, room, 9.5);
        if sorted.is_some() {
            ty.color = self.colors.accent;
        }
        let lines = ty.wrap(&name, room);
        let first = self.columns.head / 2.0 - LINE * (lines.len() as f32 - 1.0) / 2.0;
        sketch.lines(x + 2.0, first, LINE, ty, &lines);
        if let Some(icon) = sorted {
            let end = lines.iter().map(|line| ty.width(line)).fold(0.0, f32::max);
            let middle = self.columns.head / 2.0;
            sketch.icon(x + 11.0 + end, middle, 14.0, icon, self.colors.accent);
        }
        self.head_region(sketch, GridColumn::Total, &name);
    }

    fn head_region(&self, sketch: &mut Sketch, column: GridColumn, name: &str) {
        let (x, width) = self.columns.place(column);
        let key = match (self.request.sort.column == column, self.request.sort.order) {
            (true, Order::Worst) => "matrix-label-head-worst",
            (true, Order::Best) => "matrix-label-head-best",
            (true, Order::Most) => "matrix-label-head-most",
            _ => "matrix-label-head",
        };
        let label = self.phrases.say(key, &[("name", name)]);
        let place = rect(x, 2.0, width, self.columns.head - 4.0);
        sketch.region(place, Subject::Grid(GridRow::Head, column), label);
    }

    /// The arrow of a column by which rows are sorted: up where figures rise.
    fn sorted(&self, column: GridColumn) -> Option<Icon> {
        let sort = self.request.sort;
        (sort.column == column && sort.order != Order::Map).then(|| {
            Icon::of(match sort.order {
                Order::Worst => "arrow_upward",
                _ => "arrow_downward",
            })
        })
    }

    /// The head of the names, above everything that scrolls.
    pub(super) fn corner(&self, sketch: &mut Sketch) {
        let head = self.columns.head;
        let ground = rect(1.0, 1.0, self.columns.name - 2.0, head - 1.5);
        sketch.fill(ground, RADIUS - 1.0, self.colors.sheet);
        let low = rect(1.0, head - RADIUS, self.columns.name - 2.0, RADIUS - 1.5);
        sketch.fill(low, 0.0, self.colors.sheet);
        let edge = stroke(self.colors.line2, 1.5);
        sketch.line(point(1.0, head - 0.75), point(self.columns.name - 1.0, head - 0.75), edge);
        let name = self.texts.get(match self.matrix.request.rows {
            Rows::Touchpoints => "matrix-head-touchpoint",
            Rows::Stages => "matrix-head-stage",
        });
        let ty = head_type(self.request);
        sketch.text(16.0, head / 2.0, Anchor::Start, ty, &name);
        let label = self.phrases.say("matrix-label-head-map", &[("name", &name)]);
        let place = rect(8.0, 2.0, self.columns.name - 16.0, head - 4.0);
        sketch.region(place, Subject::Grid(GridRow::Head, GridColumn::Name), label);
    }
}
