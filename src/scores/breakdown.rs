//! A selection split into parts: counts per part and line of questions, with what the variance of
//! a pooled figure needs.
//!
//! Which questions may be pooled, and what an answer is worth, is told
//! by the caller: nothing here knows a metric.

use super::by::{By, Key, Parts};
use super::level::Sums;
use super::pass::{Found, Pooling, Slots, run};
use super::select::Selection;
use crate::model::{Better, Histogram, JourneyId, Question, QuestionId, Scale, TouchpointId};

/// What an answer is worth in whole points: −1/0/+1 for NPS, 0/1 for shares, itself for means.
pub type Unit = fn(&Question, i32) -> i32;

/// Questions that are counted together; they have one scale.
pub type Line = Vec<QuestionId>;

/// Sums over respondents: enough for the cluster-robust variance of a ratio.
///
/// With mᵢ answers worth yᵢ together from respondent i, the figure is r = Σy/Σm and
/// Var(r) = K/(K−1) · Σ(yᵢ − r·mᵢ)² / (Σm)².
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cluster {
    /// K: respondents with at least one answer.
    pub respondents: u64,
    /// Σm: answers.
    pub m: i64,
    /// Σy: worth of all answers.
    pub y: i64,
    /// Σm².
    pub mm: i64,
    /// Σym.
    pub ym: i64,
    /// Σy².
    pub yy: i64,
}

#[expect(clippy::cast_precision_loss, reason = "sums of counts stay far below 2^53")]
impl Cluster {
    /// Adds one respondent: so many answers, worth so much together.
    pub fn add(&mut self, m: i64, y: i64) {
        self.respondents += 1;
        self.m += m;
        self.y += y;
        self.mm += m * m;
        self.ym += y * m;
        self.yy += y * y;
    }

    /// r = Σy/Σm; absent without answers.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        (self.m > 0).then(|| self.y as f64 / self.m as f64)
    }

    /// Var(r); absent below two respondents.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        if self.respondents < 2 {
            return None;
        }
        let (k, r) = (self.respondents as f64, self.ratio()?);
        let squares = self.yy as f64 - 2.0 * r * self.ym as f64 + r * r * self.mm as f64;
        Some(k / (k - 1.0) * squares.max(0.0) / (self.m as f64).powi(2))
    }
}

/// Counts by weight instead of by head.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Weighted {
    /// Sum of weights per value of the scale, lowest value first; zeros may follow.
    pub counts: Vec<f64>,
    /// Sum of squared weights.
    pub squares: f64,
}

/// One part and one line of questions.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The part.
    pub key: Key,
    /// Index into the lines that were asked for.
    pub line: usize,
    /// How often each value was given.
    pub histogram: Histogram,
    /// Sums over respondents.
    pub cluster: Cluster,
    /// Weighted counts; absent where every weight is 1.
    pub weighted: Option<Weighted>,
}

/// A selection split into parts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Breakdown {
    /// Every part and line with an answer, in order of key, then line.
    pub rows: Vec<Row>,
    /// The same lines over all parts, where they have an answer.
    pub totals: Vec<Row>,
    /// Responses that pass, whether or not they answered one of these questions.
    pub responses: u64,
}

/// A finer part within a breakdown: counts only.
#[derive(Clone, PartialEq, Debug)]
pub struct TouchpointCount {
    /// The touchpoint, or none.
    pub touchpoint: Option<TouchpointId>,
    /// Index into the lines that were asked for.
    pub line: usize,
    /// How often each value was given.
    pub histogram: Histogram,
    /// Number of different people.
    pub respondents: u64,
}

impl Selection<'_> {
    /// Splits the selection. A question that stands in no line is not counted.
    #[must_use]
    pub fn split(&self, by: &By, lines: &[Line], unit: Unit) -> Breakdown {
        let plan = Plan::new(self, lines, unit);
        let parts = Parts::new(self, by);
        let keys = parts.keys.clone();
        let slots = Slots::parts(self, parts, &plan.line, plan.lines);
        let cell = (0..).take(slots.count).collect();
        let pooling = plan.pooling(cell, keys.len());
        let found = run(self, &slots, plan.width, Some(&pooling), self.is_weighted());
        plan.breakdown(&found, &pooling, &keys)
    }

    /// Counts touchpoints and pools them by stage in the same pass.
    #[must_use]
    pub fn by_touchpoint_and_stage(
        &self,
        journey: JourneyId,
        lines: &[Line],
        unit: Unit,
    ) -> (Vec<TouchpointCount>, Breakdown) {
        let plan = Plan::new(self, lines, unit);
        let stages = Parts::new(self, &By::Stage(journey));
        let touchpoints = Parts::new(self, &By::Touchpoint);
        let keys = touchpoints.keys.clone();
        let mut stage_of = vec![0; keys.len()];
        for (&touchpoint, &stage) in touchpoints.of_group.iter().zip(&stages.of_group) {
            stage_of[touchpoint as usize] = stage;
        }
        let slots = Slots::parts(self, touchpoints, &plan.line, plan.lines);
        let width = u32::try_from(plan.lines).unwrap_or(u32::MAX);
        let cells = |stage: u32| (0..width).map(move |line| stage * width + line);
        let cell = stage_of.into_iter().flat_map(cells).collect();
        let pooling = plan.pooling(cell, stages.keys.len());
        let found = run(self, &slots, plan.width, Some(&pooling), false);
        let breakdown = plan.breakdown(&found, &pooling, &stages.keys);
        (plan.touchpoints(&found, &keys), breakdown)
    }

    /// Whether any response weighs other than 1.
    #[must_use]
    pub fn is_weighted(&self) -> bool {
        self.table.weight.iter().any(|w| w.to_bits() != 1.0_f32.to_bits())
    }
}

/// What is known of lines and groups before counting.
pub(super) struct Plan {
    pub lines: usize,
    pub width: usize,
    scales: Vec<Scale>,
    /// Of each group.
    pub line: Vec<Option<u16>>,
    /// line × width + value.
    worth: Vec<i32>,
}

impl Plan {
    pub fn new(selection: &Selection<'_>, lines: &[Line], unit: Unit) -> Self {
        let questions = &selection.model.questions;
        let first: Vec<Option<&Question>> =
            lines.iter().map(|line| line.first().and_then(|q| questions.get(q))).collect();
        let empty = Scale { min: 0, max: 0, better: Better::High };
        let scales: Vec<Scale> = first.iter().map(|q| q.map_or(empty, |q| q.scale)).collect();
        let width = scales.iter().map(Scale::steps).max().unwrap_or(0).min(256);
        let mut worth = vec![0; width * lines.len()];
        for (line, question) in first.iter().enumerate() {
            let Some(question) = question else { continue };
            let values = question.scale.min..=question.scale.max;
            for (slot, value) in worth[line * width..(line + 1) * width].iter_mut().zip(values) {
                *slot = unit(question, value);
            }
        }
        let line_of = |question: &QuestionId| {
            let line = lines.iter().position(|line| line.contains(question))?;
            u16::try_from(line).ok().filter(|_| questions.contains_key(question))
        };
        let line = selection.table.groups.iter().map(|g| line_of(&g.question)).collect();
        Self { lines: lines.len(), width, scales, line, worth }
    }

    pub fn pooling(&self, cell: Vec<u32>, parts: usize) -> Pooling {
        let lines = 0..u16::try_from(self.lines).unwrap_or(u16::MAX);
        let line = std::iter::repeat_n(lines, parts).flatten().collect();
        Pooling::new(cell, line, &self.worth, self.width)
    }

    fn breakdown(&self, found: &Found, pooling: &Pooling, keys: &[Key]) -> Breakdown {
        let mut cells =
            vec![Cell::new(self.width, found.weights.is_some()); keys.len() * self.lines];
        for (slot, &cell) in pooling.cell.iter().enumerate() {
            if let Some(cell) = cells.get_mut(cell as usize) {
                cell.add(found, slot, self.width);
            }
        }
        let mut totals = vec![Cell::new(self.width, found.weights.is_some()); self.lines];
        let mut rows = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            let line = index % self.lines;
            totals[line].merge(cell);
            let key = &keys[index / self.lines];
            rows.extend(self.row(key, line, cell, found.cells[index]));
        }
        rows.sort_by(|a, b| (&a.key, a.line).cmp(&(&b.key, b.line)));
        let total = |(line, cell)| self.row(&Key::Whole, line, cell, found.lines[line]);
        let totals = totals.iter().enumerate().filter_map(total).collect();
        Breakdown { rows, totals, responses: found.responses }
    }

    /// A row, unless nobody answered.
    fn row(&self, key: &Key, line: usize, cell: &Cell, others: Sums) -> Option<Row> {
        let histogram = self.histogram(line, cell.counts.iter().copied());
        if histogram.n() == 0 {
            return None;
        }
        let cluster = self.cluster(line, cell, others);
        Some(Row { key: key.clone(), line, histogram, cluster, weighted: cell.weighted.clone() })
    }

    fn touchpoints(&self, found: &Found, keys: &[Key]) -> Vec<TouchpointCount> {
        let mut all = Vec::new();
        let slots = keys.len() * self.lines;
        for (slot, &repeats) in found.repeats.iter().enumerate().take(slots) {
            let (line, counts) = (slot % self.lines, &found.counts[slot * self.width..]);
            let histogram = self.histogram(line, counts.iter().map(|&n| u64::from(n)));
            let n = histogram.n();
            let Key::Touchpoint(touchpoint) = keys[slot / self.lines] else {
                continue;
            };
            if n > 0 {
                let respondents = n.saturating_sub(u64::from(repeats));
                all.push(TouchpointCount { touchpoint, line, histogram, respondents });
            }
        }
        all
    }

    pub fn histogram(&self, line: usize, counts: impl Iterator<Item = u64>) -> Histogram {
        let mut histogram = Histogram::new(self.scales[line]);
        histogram.counts.iter_mut().zip(counts.take(self.width)).for_each(|(to, n)| *to = n);
        histogram
    }

    /// People with one answer by their counts, the others by their sums.
    pub fn cluster(&self, line: usize, cell: &Cell, others: Sums) -> Cluster {
        let worth = &self.worth[line * self.width..];
        let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let sum = |counts: &[u64], times: fn(i64) -> i64| -> i64 {
            let pairs = counts.iter().zip(worth);
            pairs.map(|(&n, &worth)| whole(n) * times(i64::from(worth))).sum()
        };
        let singles = sum(&cell.singles, |_| 1);
        Cluster {
            respondents: u64::try_from(singles + others.people).unwrap_or(0),
            m: sum(&cell.counts, |_| 1),
            y: sum(&cell.counts, |worth| worth),
            mm: singles + others.mm,
            ym: sum(&cell.singles, |worth| worth) + others.ym,
            yy: sum(&cell.singles, |worth| worth * worth) + others.yy,
        }
    }
}

/// The counts of one part and line, put together from its slots.
#[derive(Clone)]
pub(super) struct Cell {
    pub counts: Vec<u64>,
    singles: Vec<u64>,
    weighted: Option<Weighted>,
}

impl Cell {
    pub fn new(width: usize, weighted: bool) -> Self {
        let weighted = weighted.then(|| Weighted { counts: vec![0.0; width], squares: 0.0 });
        Self { counts: vec![0; width], singles: vec![0; width], weighted }
    }

    pub fn add(&mut self, found: &Found, slot: usize, width: usize) {
        let slots = slot * width..(slot + 1) * width;
        let into = |sums: &mut [u64], counts: &[u32]| {
            sums.iter_mut().zip(counts).for_each(|(sum, &n)| *sum += u64::from(n));
        };
        into(&mut self.counts, &found.counts[slots.clone()]);
        into(&mut self.singles, &found.singles[slots.clone()]);
        if let (Some(weighted), Some((sums, squares))) = (&mut self.weighted, &found.weights) {
            weighted.add(&sums[slots], squares[slot]);
        }
    }

    pub fn merge(&mut self, other: &Self) {
        self.counts.iter_mut().zip(&other.counts).for_each(|(a, b)| *a += b);
        self.singles.iter_mut().zip(&other.singles).for_each(|(a, b)| *a += b);
        if let (Some(all), Some(part)) = (&mut self.weighted, &other.weighted) {
            all.add(&part.counts, part.squares);
        }
    }
}

impl Weighted {
    fn add(&mut self, counts: &[f64], squares: f64) {
        self.counts.iter_mut().zip(counts).for_each(|(a, b)| *a += b);
        self.squares += squares;
    }
}
