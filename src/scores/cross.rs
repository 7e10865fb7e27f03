//! A selection split by two things at once: counts for each cell, row, branch of rows, column and
//! for the whole, all from one pass over the answers.
//!
//! Rows are parts of what answers are about (touchpoints, stages); columns may be anything. Says
//! nothing of scores.

use super::breakdown::{Cell, Cluster, Line, Plan, Unit};
use super::by::{By, Key, Parts};
use super::level::{Level, Sums};
use super::pass::{Found, Pooling, Slots, run};
use super::select::Selection;
use crate::model::Histogram;
use std::collections::BTreeSet;

/// What is crossed with what.
#[derive(Clone, PartialEq, Debug)]
pub struct CrossRequest {
    /// The rows: touchpoint, stage, step, owner or team. Anything else counts as one row.
    pub rows: By,
    /// What rows belong to, likewise.
    pub branches: By,
    /// The columns.
    pub columns: By,
    /// Parts that are taken together as the last column.
    pub pooled: BTreeSet<Key>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CrossColumn {
    /// One part.
    One(Key),
    /// Several parts together.
    Rest(Vec<Key>),
}

/// Answers to one line of questions.
#[derive(Clone, PartialEq, Debug)]
pub struct Pooled {
    /// How often each value was given.
    pub histogram: Histogram,
    /// Sums over respondents.
    pub cluster: Cluster,
}

/// A selection split by two things.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cross {
    /// The rows, in order of key.
    pub rows: Vec<Key>,
    /// What rows belong to, in order of key.
    pub branches: Vec<Key>,
    /// The columns, in order of key; parts that were pooled come last.
    pub columns: Vec<CrossColumn>,
    /// Index of the branch of each row.
    pub branch_of: Vec<usize>,
    /// Responses that pass, whether or not they answered one of these questions.
    pub responses: u64,
    lines: usize,
    cells: Vec<Option<Pooled>>,
    of_row: Vec<Option<Pooled>>,
    of_branch: Vec<Option<Pooled>>,
    of_column: Vec<Option<Pooled>>,
    of_all: Vec<Option<Pooled>>,
}

impl Cross {
    /// A row and a column; absent without answers.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize, line: usize) -> Option<&Pooled> {
        let index = (row * self.columns.len() + column) * self.lines + line;
        self.cells.get(index)?.as_ref()
    }

    /// All columns of a row.
    #[must_use]
    pub fn row(&self, row: usize, line: usize) -> Option<&Pooled> {
        self.of_row.get(row * self.lines + line)?.as_ref()
    }

    /// All columns of a branch.
    #[must_use]
    pub fn branch(&self, branch: usize, line: usize) -> Option<&Pooled> {
        self.of_branch.get(branch * self.lines + line)?.as_ref()
    }

    /// All rows of a column.
    #[must_use]
    pub fn column(&self, column: usize, line: usize) -> Option<&Pooled> {
        self.of_column.get(column * self.lines + line)?.as_ref()
    }

    /// Everything.
    #[must_use]
    pub fn whole(&self, line: usize) -> Option<&Pooled> {
        self.of_all.get(line)?.as_ref()
    }
}

impl Selection<'_> {
    /// Splits the selection by two things. A question that stands in no line is not counted.
    #[must_use]
    pub fn cross(&self, request: &CrossRequest, lines: &[Line], unit: Unit) -> Cross {
        let plan = Plan::new(self, lines, unit);
        let rows = Sorted::new(Parts::new(self, &request.rows));
        let branches = Sorted::new(Parts::new(self, &request.branches));
        let columns = Sorted::columns(Parts::new(self, &request.columns), &request.pooled);
        let mut branch_of = vec![0; rows.keys.len()];
        for (&row, &branch) in rows.parts.of_group.iter().zip(&branches.parts.of_group) {
            branch_of[row as usize] = branch as usize;
        }
        let size = Size { rows: rows.keys.len(), columns: columns.keys.len(), lines: plan.lines };
        let (of_row, line) = (&rows.parts.of_group, &plan.line);
        let slots = Slots::cross(self, of_row, columns.parts, line, (size.rows, size.lines));
        let mut pooling = plan.pooling((0..).take(slots.count).collect(), size.rows * size.columns);
        pooling.levels = size.levels(&branch_of, branches.keys.len());
        let found = run(self, &slots, plan.width, Some(&pooling), false);
        let [of_row, of_branch, of_column] = [0, 1, 2].map(|l| plan.level(&found, &pooling, l));
        let one = |key: &Vec<Key>| key.first().cloned().unwrap_or(Key::Whole);
        Cross {
            rows: rows.keys.iter().map(one).collect(),
            branches: branches.keys.iter().map(one).collect(),
            columns: columns.keys.into_iter().map(CrossColumn::of).collect(),
            branch_of,
            responses: found.responses,
            lines: plan.lines,
            cells: plan.cells(&found),
            of_row,
            of_branch,
            of_column,
            of_all: plan.whole(&found),
        }
    }

    /// At most so many parts has a split; found without counting.
    #[must_use]
    pub fn parts_at_most(&self, by: &By) -> usize {
        let table = self.table;
        match by {
            By::Whole => 1,
            By::Touchpoint => self.model.touchpoints.len() + 1,
            By::Stage(_) => self.model.stages.len() + 1,
            By::Spot(_) => self.model.stages.len() + self.model.steps.len() + 1,
            By::Channel => self.model.channels.len() + 1,
            By::Owner => self.model.owners.len() + 1,
            By::Team | By::Department => self.model.teams.len() + 1,
            By::Wave => self.model.surveys.len() + 1,
            By::Month => {
                let days = || table.day.iter().copied().filter(|day| *day != super::table::NO_DAY);
                let span = days().max().unwrap_or(0).abs_diff(days().min().unwrap_or(0));
                span as usize / 28 + 3
            }
            By::Segment(name) => {
                let known = table.dimensions.iter().find(|d| d.name == *name);
                known.map_or(0, |d| d.values.len()) + 1
            }
        }
    }
}

impl CrossColumn {
    fn of(mut keys: Vec<Key>) -> Self {
        match keys.len() {
            1 => Self::One(keys.remove(0)),
            _ => Self::Rest(keys),
        }
    }
}

/// Parts numbered in order of their keys.
struct Sorted {
    parts: Parts,
    /// The keys of each part: one, or all that were pooled.
    keys: Vec<Vec<Key>>,
}

impl Sorted {
    /// Every part by itself.
    fn new(parts: Parts) -> Self {
        let parts = Parts { of_response: None, ..parts };
        Self::columns(parts, &BTreeSet::new())
    }

    /// The parts in `pooled` become the last one.
    fn columns(parts: Parts, pooled: &BTreeSet<Key>) -> Self {
        let mut order: Vec<(bool, Key, usize)> =
            (0..).zip(parts.keys).map(|(old, key)| (pooled.contains(&key), key, old)).collect();
        order.sort();
        let mut keys: Vec<Vec<Key>> = Vec::new();
        let mut new_of = vec![0; order.len()];
        let mut rest = false;
        for (is_pooled, key, old) in order {
            match keys.last_mut().filter(|_| is_pooled && rest) {
                Some(last) => last.push(key),
                None => keys.push(vec![key]),
            }
            rest = is_pooled;
            new_of[old] = u32::try_from(keys.len() - 1).unwrap_or(u32::MAX);
        }
        let renumber = |part: &mut u32| {
            if let Some(new) = new_of.get(*part as usize) {
                *part = *new;
            }
        };
        let (mut of_group, mut of_response) = (parts.of_group, parts.of_response);
        of_group.iter_mut().for_each(renumber);
        of_response.iter_mut().flatten().for_each(renumber);
        // Only their number is read from here on.
        let names = vec![Key::Whole; keys.len()];
        Self { parts: Parts { keys: names, of_group, of_response }, keys }
    }
}

/// How many there are of each.
struct Size {
    rows: usize,
    columns: usize,
    lines: usize,
}

impl Size {
    /// Rows, branches and columns as levels over the cells.
    fn levels(&self, branch_of: &[usize], branches: usize) -> Vec<Level> {
        let number =
            |part: usize, line: usize| u32::try_from(part * self.lines + line).unwrap_or(u32::MAX);
        let level = |parts: usize, part: &dyn Fn(usize, usize) -> usize| {
            let cells = (0..self.rows).flat_map(|row| (0..self.columns).map(move |c| (row, c)));
            let of_cell = |(row, column)| {
                let part = part(row, column);
                (0..self.lines).map(move |line| number(part, line))
            };
            Level::new(cells.flat_map(of_cell).collect(), parts, self.lines)
        };
        vec![
            level(self.rows, &|row, _| row),
            level(branches, &|row, _| branch_of[row]),
            level(self.columns, &|_, column| column),
        ]
    }
}

impl Plan {
    fn cells(&self, found: &Found) -> Vec<Option<Pooled>> {
        let slots = found.cells.len().saturating_sub(1);
        let cell = |slot: usize| {
            let mut cell = Cell::new(self.width, false);
            cell.add(found, slot, self.width);
            self.pooled(slot % self.lines, &cell, found.cells[slot])
        };
        (0..slots).map(cell).collect()
    }

    fn level(&self, found: &Found, pooling: &Pooling, level: usize) -> Vec<Option<Pooled>> {
        let (Some(parts), Some(sums)) = (pooling.levels.get(level), found.levels.get(level)) else {
            return Vec::new();
        };
        let mut cells = vec![Cell::new(self.width, false); parts.len()];
        for (slot, &part) in parts.part().iter().enumerate() {
            cells[part as usize].add(found, slot, self.width);
        }
        let all = cells.iter().enumerate();
        all.map(|(part, cell)| self.pooled(part % self.lines, cell, sums[part])).collect()
    }

    fn whole(&self, found: &Found) -> Vec<Option<Pooled>> {
        let mut cells = vec![Cell::new(self.width, false); self.lines];
        for slot in 0..found.cells.len().saturating_sub(1) {
            cells[slot % self.lines].add(found, slot, self.width);
        }
        let all = cells.iter().enumerate();
        all.map(|(line, cell)| self.pooled(line, cell, found.lines[line])).collect()
    }

    /// The answers of one line, unless nobody answered.
    fn pooled(&self, line: usize, cell: &Cell, others: Sums) -> Option<Pooled> {
        let histogram = self.histogram(line, cell.counts.iter().copied());
        let cluster = (histogram.n() > 0).then(|| self.cluster(line, cell, others))?;
        Some(Pooled { histogram, cluster })
    }
}
