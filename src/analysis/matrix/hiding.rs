//! What a matrix hides of employees: small groups, and all from which one could be told.
//!
//! Totals of touchpoints and stages are hidden as on the map. A row with a small cell hides all its
//! cells; and so do as many more rows as it takes until what a column hides holds nobody, or five.
//! What is hidden is then whole rows, of which only sums of rows and sums of columns follow, and
//! each of these holds five people or more. Columns that are too small were taken together before.

use super::count::{Found, touchpoints_of};
use super::{Across, Cell, Matrix, MatrixRow, RowSubject, Rows};
use crate::analysis::guard::Guard;
use crate::analysis::privacy::{Branch, HiddenTree, hidden_in_tree};
use crate::analysis::reading::{Reading, SMALLEST_GROUP};
use crate::model::{StageId, TouchpointId};
use crate::scores::{CrossColumn, Key, Selection};
use std::collections::BTreeMap;

/// Hides in `matrix` what must stay hidden.
pub(super) fn hide(
    selection: &Selection<'_>,
    found: &Found<'_>,
    guard: &Guard,
    matrix: &mut Matrix,
) {
    // What is said of a stage must not tell what is hidden of its touchpoints.
    let finer = (found.request.rows == Rows::Stages).then(|| found.by_touchpoint(selection));
    let plan = Plan::new(finer.as_ref().unwrap_or(found), guard);
    if guard.closes_totals() {
        matrix.whole = Reading::Hidden;
    }
    for group in &mut matrix.groups {
        if group.stage.is_some_and(|stage| plan.is_closed(Some(stage))) {
            group.total = Reading::Hidden;
        }
        for row in &mut group.rows {
            plan.hide_row(row);
        }
    }
    if matrix.request.across == Across::Owner {
        plan.hide_owners(finer.as_ref().unwrap_or(found), matrix);
    }
}

/// Closes all cells and columns: under a filter that chooses people each would be one condition
/// more than what the guard of the rows looked at.
pub(super) fn close_cells(matrix: &mut Matrix) {
    for row in matrix.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.cells.iter_mut().for_each(|cell| *cell = Cell::Reading(Reading::Hidden));
    }
    matrix.column_totals.iter_mut().for_each(|total| *total = Reading::Hidden);
}

/// A touchpoint, or the answers about none, with the people behind it.
struct Part {
    subject: RowSubject,
    stage: Option<StageId>,
    cells: Vec<u64>,
    total: u64,
}

impl Part {
    fn touchpoint(&self) -> Option<TouchpointId> {
        match self.subject {
            RowSubject::Touchpoint(id) => Some(id),
            _ => None,
        }
    }
}

/// What is hidden of which part.
struct Plan {
    parts: Vec<Part>,
    /// Whether its total is hidden.
    total: Vec<bool>,
    /// Whether its cells are.
    cells: Vec<bool>,
    /// Whether the total of a stage is hidden.
    closed: BTreeMap<Option<StageId>, bool>,
}

impl Plan {
    fn new(found: &Found<'_>, guard: &Guard) -> Self {
        let mut parts: Vec<Part> = touchpoints_of(found.model, found.request.journey)
            .into_iter()
            .map(|(id, stage)| (RowSubject::Touchpoint(id), stage))
            .chain([(RowSubject::Loose, None)])
            .map(|(subject, stage)| {
                let (cells, total) = found.people(subject);
                Part { subject, stage, cells, total }
            })
            .collect();
        // The order of the map's own rule, which among equals hides the first.
        parts.sort_by_key(|p| (p.subject == RowSubject::Loose, p.stage, p.subject));
        let (total, closed) = Self::totals(found, &parts, guard);
        let cells = if found.request.across == Across::Owner {
            // A touchpoint has one owner: its cell is its total.
            total.clone()
        } else {
            let table: Vec<&[u64]> = parts.iter().map(|p| p.cells.as_slice()).collect();
            hidden_rows(&table, &total, &found.people_by_column())
        };
        Self { parts, total, cells, closed }
    }

    /// The rule of the map: touchpoints within stages, and answers about none.
    fn totals(
        found: &Found<'_>,
        parts: &[Part],
        guard: &Guard,
    ) -> (Vec<bool>, BTreeMap<Option<StageId>, bool>) {
        let mut branches: Vec<Branch> = Vec::new();
        let mut stages: Vec<Option<StageId>> = Vec::new();
        let mut before = None;
        for part in parts {
            let key = (part.subject == RowSubject::Loose, part.stage);
            if before.replace(key) != Some(key) {
                let people = part.stage.map_or(0, |stage| found.people_of_stage(stage));
                branches.push(Branch { sizes: Vec::new(), people });
                stages.push(part.stage.filter(|_| !key.0));
            }
            if let Some(branch) = branches.last_mut() {
                branch.sizes.push(part.total);
                branch.people = branch.people.max(part.total);
            }
        }
        let HiddenTree { groups, mut branches } = hidden_in_tree(&branches, found.people_of_all());
        let mut groups = groups.concat();
        if guard.closes_totals() {
            branches.fill(true);
        }
        for (part, hidden) in parts.iter().zip(&mut groups) {
            *hidden |= guard.touchpoints.contains(&part.touchpoint());
        }
        (groups, stages.into_iter().zip(branches).collect())
    }

    fn is_closed(&self, stage: Option<StageId>) -> bool {
        self.closed.get(&stage).copied().unwrap_or(false)
    }

    fn hide_row(&self, row: &mut MatrixRow) {
        let of = |subject| self.parts.iter().position(|part| part.subject == subject);
        let (total, cells) = match row.subject {
            RowSubject::Stage(stage) => {
                let own = |i: &usize| self.parts[*i].stage == Some(stage);
                let any = (0..self.parts.len()).filter(own).any(|i| self.cells[i]);
                (self.is_closed(Some(stage)), any)
            }
            subject => of(subject).map_or((false, false), |i| (self.total[i], self.cells[i])),
        };
        // A number of answers under another version is a number about employees as well.
        let few = |r: &Reading| matches!(r, Reading::OtherVersion { n, .. } if *n < SMALLEST_GROUP);
        if total || few(&row.total) {
            row.total = Reading::Hidden;
        }
        for cell in &mut row.cells {
            let other = matches!(cell.reading(), Reading::OtherVersion { .. });
            if total || cells || other {
                // Empty ones too: which are empty would tell more than sums do.
                *cell = Cell::Reading(Reading::Hidden);
            }
        }
    }

    /// The total of an owner whose touchpoints are partly hidden would tell the hidden ones.
    fn hide_owners(&self, found: &Found<'_>, matrix: &mut Matrix) {
        let owner = |part: &Part| match part.subject {
            RowSubject::Touchpoint(id) => found.model.owner_of(id).map(|o| o.id),
            _ => None,
        };
        let hidden: Vec<Key> = (self.parts.iter().zip(&self.total))
            .filter(|(_, hidden)| **hidden)
            .map(|(part, _)| Key::Owner(owner(part)))
            .collect();
        for (column, total) in matrix.columns.iter().zip(&mut matrix.column_totals) {
            let keys = match column {
                CrossColumn::One(key) => std::slice::from_ref(key),
                CrossColumn::Rest(keys) => keys.as_slice(),
            };
            if keys.iter().any(|key| hidden.contains(key)) {
                *total = Reading::Hidden;
            }
        }
    }
}

/// The rows of which all cells must be hidden.
///
/// `cells` holds the people of each cell, `closed` says which rows have a hidden total, `columns`
/// how many different people stand behind each column. Somebody who is in several cells of a column
/// counts once, so that five hidden places may be fewer people; the least there can be decides.
fn hidden_rows(cells: &[&[u64]], closed: &[bool], columns: &[u64]) -> Vec<bool> {
    let small = |n: &u64| *n > 0 && *n < SMALLEST_GROUP;
    let mut hidden: Vec<bool> =
        cells.iter().zip(closed).map(|(row, closed)| *closed || row.iter().any(small)).collect();
    loop {
        let told = |column: usize| {
            let of = |row: usize| cells[row].get(column).copied().unwrap_or(0);
            let own = |is: bool| {
                let hidden = &hidden;
                (0..cells.len()).filter(move |row| hidden[*row] == is).map(of)
            };
            let shown: u64 = own(false).sum();
            let least = own(true).max().unwrap_or(0).max(columns[column].saturating_sub(shown));
            own(true).any(|n| n > 0) && least < SMALLEST_GROUP
        };
        let size = |row: &usize| cells[*row].iter().sum::<u64>();
        let next = (0..columns.len()).filter(|column| told(*column)).find_map(|column| {
            let holds = |row: &usize| cells[*row].get(column).is_some_and(|n| *n > 0);
            (0..cells.len()).filter(|row| !hidden[*row]).filter(holds).min_by_key(size)
        });
        match next {
            Some(row) => hidden[row] = true,
            None => return hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Everybody answered once: people add up.
    fn rows(cells: &[&[u64]]) -> Vec<bool> {
        let width = cells.first().map_or(0, |row| row.len());
        let columns: Vec<u64> = (0..width).map(|c| cells.iter().map(|row| row[c]).sum()).collect();
        hidden_rows(cells, &vec![false; cells.len()], &columns)
    }

    #[test]
    fn rows_with_small_cells_hide_and_draw_others_along() {
        let cases: [(&[&[u64]], &[bool]); 7] = [
            (&[&[9, 8], &[7, 6]], &[false, false]),
            (&[&[0, 8], &[7, 0]], &[false, false]),
            // 3 would follow from its column: the next smallest row that has somebody there hides.
            (&[&[3, 9], &[8, 6], &[20, 20]], &[true, true, false]),
            // Two small rows hold 3 + 4 and 9 + 2 together: enough in each column.
            (&[&[3, 9], &[4, 2], &[20, 20]], &[true, true, false]),
            // Together still too few in the first column.
            (&[&[2, 9], &[1, 9], &[6, 6], &[20, 20]], &[true, true, true, false]),
            // Nobody else in that column: its total is small and was taken together before.
            (&[&[3, 9], &[0, 6]], &[true, false]),
            (&[], &[]),
        ];
        for (cells, wanted) in cases {
            assert_eq!(rows(cells), wanted, "{cells:?}");
        }
    }

    #[test]
    fn the_same_people_in_several_cells_count_once() {
        // Four people each in two hidden cells of one column; 9 + 4 behind the column.
        let cells: [&[u64]; 3] = [&[4, 9], &[4, 9], &[9, 9]];
        let hidden = hidden_rows(&cells, &[false; 3], &[13, 27]);
        assert_eq!(hidden, [true; 3], "8 hidden answers, but 13 - 9 = 4 people");
        assert_eq!(hidden_rows(&cells, &[false; 3], &[17, 27]), [true, true, false]);
    }

    proptest! {
        #[test]
        fn what_a_column_hides_holds_nobody_or_five(
            table in proptest::collection::vec(proptest::collection::vec(0_u64..12, 4), 1..9),
        ) {
            let cells: Vec<&[u64]> = table.iter().map(Vec::as_slice).collect();
            let hidden = rows(&cells);
            for column in 0..4 {
                let sum = |is: bool| -> u64 {
                    let own = table.iter().zip(&hidden).filter(|(_, h)| **h == is);
                    own.map(|(row, _)| row[column]).sum()
                };
                prop_assert!(sum(true) == 0 || sum(true) >= 5 || sum(false) == 0, "{table:?}");
            }
            for (row, hidden) in table.iter().zip(&hidden) {
                prop_assert!(*hidden || row.iter().all(|n| *n == 0 || *n >= 5));
            }
        }
    }
}
