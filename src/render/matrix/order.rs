//! In which order the rows of a matrix stand, and which are folded away.
//!
//! Decides only; what has no score stands last, in the order of the map.

use crate::analysis::{Matrix, MatrixRow, Reading, RowGroup, Version};
use crate::model::StageId;
use crate::render::scene::GridColumn;
use std::collections::BTreeSet;

/// By what rows are sorted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Order {
    /// As on the map.
    #[default]
    Map,
    /// The worst score first.
    Worst,
    /// The best score first.
    Best,
    /// The most answers first.
    Most,
}

/// How rows are sorted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sort {
    /// Which way.
    pub order: Order,
    /// By which column.
    pub column: GridColumn,
    /// Over all stages, which then do not show; else within each.
    pub across: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { order: Order::Map, column: GridColumn::Total, across: false }
    }
}

impl Sort {
    /// What a click on the head of a column asks for: worst first, then best first, and so on.
    #[must_use]
    pub fn pressed(self, column: GridColumn, across: bool) -> Self {
        let order = match (column, self.order) {
            (GridColumn::Name, _) => Order::Map,
            (_, Order::Worst) if self.column == column && self.across == across => Order::Best,
            _ => Order::Worst,
        };
        let column = if order == Order::Map { GridColumn::Total } else { column };
        Self { order, column, across: across && order != Order::Map }
    }
}

/// A line of the table.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Line<'a> {
    /// A stage above its rows.
    Group(&'a RowGroup),
    /// A row.
    Row(&'a MatrixRow),
}

/// The lines from top to bottom.
#[must_use]
pub fn lines<'a>(matrix: &'a Matrix, sort: &Sort, folded: &BTreeSet<StageId>) -> Vec<Line<'a>> {
    let sorted = |rows: Vec<&'a MatrixRow>| sorted(matrix, sort, rows);
    if sort.across && sort.order != Order::Map {
        return sorted(matrix.rows().collect()).into_iter().map(Line::Row).collect();
    }
    let mut all = Vec::new();
    for group in &matrix.groups {
        if group.stage.is_some() {
            all.push(Line::Group(group));
        }
        if !group.stage.is_some_and(|stage| folded.contains(&stage)) {
            all.extend(sorted(group.rows.iter().collect()).into_iter().map(Line::Row));
        }
    }
    all
}

fn sorted<'a>(matrix: &Matrix, sort: &Sort, mut rows: Vec<&'a MatrixRow>) -> Vec<&'a MatrixRow> {
    let low_is_good = matrix.version.as_ref().is_some_and(Version::low_is_good);
    let key = |row: &&MatrixRow| -> f64 {
        let reading = reading(row, sort.column);
        let n = || reading.n().map_or(0.0, |n| n as f64);
        let score = || reading.score().map(|s| s.shown().value);
        let good = score().map(|value| if low_is_good { -value } else { value });
        match sort.order {
            Order::Map => 0.0,
            Order::Worst => good.unwrap_or(f64::INFINITY),
            Order::Best => good.map_or(f64::INFINITY, |good| -good),
            Order::Most => -n(),
        }
    };
    rows.sort_by(|a, b| key(a).total_cmp(&key(b)));
    rows
}

fn reading(row: &MatrixRow, column: GridColumn) -> &Reading {
    match column {
        GridColumn::Value(index) => {
            row.cells.get(usize::from(index)).map_or(&Reading::NoData, |cell| cell.reading())
        }
        GridColumn::Name | GridColumn::Total => &row.total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_turns_worst_and_best() {
        let (first, second) = (GridColumn::Value(0), GridColumn::Value(1));
        let mut sort = Sort::default();
        for (column, across, order, wide) in [
            (first, false, Order::Worst, false),
            (first, false, Order::Best, false),
            (first, false, Order::Worst, false),
            (second, false, Order::Worst, false),
            (second, true, Order::Worst, true),
            (second, true, Order::Best, true),
            (GridColumn::Name, true, Order::Map, false),
        ] {
            sort = sort.pressed(column, across);
            assert_eq!((sort.order, sort.across), (order, wide), "{column:?} {across}");
        }
    }
}
