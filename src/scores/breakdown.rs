//! A selection split into parts: counts per part and line of questions, with what the variance of
//! a pooled figure needs.
//!
//! One pass over the answers. Which questions may be pooled, and what an answer is worth, is told
//! by the caller: nothing here knows a metric.

use super::by::{By, Key, Parts};
use super::select::{NO, Selection};
use crate::model::{Histogram, Question, QuestionId, Scale};

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

#[expect(
    clippy::cast_precision_loss,
    reason = "sums of counts stay far below 2^53"
)]
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
    /// Sum of weights per value of the scale.
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
}

impl Selection<'_> {
    /// Splits the selection. A question that stands in no line is not counted.
    #[must_use]
    pub fn split(&self, by: &By, lines: &[Line], unit: Unit) -> Breakdown {
        let plan = Plan::new(self, lines, unit);
        let parts = Parts::new(self, by);
        let mut cells = Cells::new(&plan, parts.keys.len(), self.is_weighted());
        let mut person = None;
        for (index, &state) in self.response.iter().enumerate() {
            if state == NO {
                continue;
            }
            let next = Some(self.table.respondent[index]);
            if person != next {
                cells.close_respondent();
                person = next;
            }
            let answers = self.answers_of(index);
            let values = &self.table.value[answers.clone()];
            for (&group, &value) in self.table.group[answers].iter().zip(values) {
                let (line, value) = (plan.line[group as usize], value as usize);
                if line != NOWHERE && value < plan.width && self.passes(state, group) {
                    let cell = parts.of(index, group) as usize * plan.lines + line as usize;
                    let worth = plan.unit[group as usize * plan.width + value];
                    cells.add(cell, value, worth, self.table.weight[index]);
                }
            }
        }
        cells.close_respondent();
        cells.into_breakdown(&plan, &parts.keys)
    }

    /// Whether any response weighs other than 1.
    #[must_use]
    pub fn is_weighted(&self) -> bool {
        self.table
            .weight
            .iter()
            .any(|w| w.to_bits() != 1.0_f32.to_bits())
    }
}

const NOWHERE: u16 = u16::MAX;

/// What is known of each group before counting.
struct Plan {
    lines: usize,
    width: usize,
    scales: Vec<Scale>,
    line: Vec<u16>,
    unit: Vec<i32>,
}

impl Plan {
    fn new(selection: &Selection<'_>, lines: &[Line], unit: Unit) -> Self {
        let (table, questions) = (selection.table, &selection.model.questions);
        let empty = Scale {
            min: 0,
            max: 0,
            better: crate::model::Better::High,
        };
        let first = |line: &Line| line.first().and_then(|q| questions.get(q));
        let scales: Vec<Scale> = lines
            .iter()
            .map(|line| first(line).map_or(empty, |q| q.scale))
            .collect();
        let width = scales.iter().map(Scale::steps).max().unwrap_or(0).min(256);
        let mut worth = vec![0; width * table.groups.len()];
        let mut line_of = vec![NOWHERE; table.groups.len()];
        for (key, group) in table.groups.iter().enumerate() {
            let Some(question) = questions.get(&group.question) else {
                continue;
            };
            let Some(line) = lines.iter().position(|l| l.contains(&question.id)) else {
                continue;
            };
            line_of[key] = u16::try_from(line).unwrap_or(NOWHERE);
            let values = question.scale.min..=question.scale.max;
            for (slot, value) in worth[key * width..(key + 1) * width].iter_mut().zip(values) {
                *slot = unit(question, value);
            }
        }
        Self {
            lines: lines.len(),
            width,
            scales,
            line: line_of,
            unit: worth,
        }
    }
}

/// The growing counts; cell = part × lines + line.
struct Cells {
    width: usize,
    lines: usize,
    counts: Vec<u32>,
    clusters: Vec<Cluster>,
    totals: Vec<Cluster>,
    open: Vec<(i64, i64)>,
    touched: Vec<usize>,
    weights: Option<(Vec<f64>, Vec<f64>)>,
}

impl Cells {
    fn new(plan: &Plan, parts: usize, weighted: bool) -> Self {
        let cells = parts * plan.lines;
        Self {
            width: plan.width,
            lines: plan.lines,
            counts: vec![0; cells * plan.width],
            clusters: vec![Cluster::default(); cells],
            totals: vec![Cluster::default(); plan.lines],
            open: vec![(0, 0); cells],
            touched: Vec::new(),
            weights: weighted.then(|| (vec![0.0; cells * plan.width], vec![0.0; cells])),
        }
    }

    #[inline]
    fn add(&mut self, cell: usize, value: usize, worth: i32, weight: f32) {
        self.counts[cell * self.width + value] += 1;
        let open = &mut self.open[cell];
        if open.0 == 0 {
            self.touched.push(cell);
        }
        open.0 += 1;
        open.1 += i64::from(worth);
        if let Some((sums, squares)) = &mut self.weights {
            let weight = f64::from(weight);
            sums[cell * self.width + value] += weight;
            squares[cell] += weight * weight;
        }
    }

    /// Adds what the respondent gave to the sums of each cell and of each line.
    #[inline]
    fn close_respondent(&mut self) {
        if let [cell] = self.touched[..] {
            let (m, y) = std::mem::take(&mut self.open[cell]);
            self.clusters[cell].add(m, y);
            self.totals[cell % self.lines].add(m, y);
            self.touched.clear();
            return;
        }
        // By line, so that one person counts once in a line's total.
        let lines = self.lines;
        self.touched.sort_unstable_by_key(|cell| cell % lines);
        for same_line in self.touched.chunk_by(|a, b| a % lines == b % lines) {
            let (mut m, mut y) = (0, 0);
            for &cell in same_line {
                let part = std::mem::take(&mut self.open[cell]);
                self.clusters[cell].add(part.0, part.1);
                m += part.0;
                y += part.1;
            }
            self.totals[same_line[0] % lines].add(m, y);
        }
        self.touched.clear();
    }

    fn into_breakdown(self, plan: &Plan, keys: &[Key]) -> Breakdown {
        let mut rows: Vec<Row> = (0..self.clusters.len())
            .filter(|&cell| self.clusters[cell].m > 0)
            .map(|cell| self.row(plan, cell, keys[cell / self.lines].clone()))
            .collect();
        rows.sort_by(|a, b| (&a.key, a.line).cmp(&(&b.key, b.line)));
        let totals = (0..self.lines)
            .filter_map(|line| self.total(&rows, line))
            .collect();
        Breakdown { rows, totals }
    }

    fn row(&self, plan: &Plan, cell: usize, key: Key) -> Row {
        let line = cell % self.lines;
        let mut histogram = Histogram::new(plan.scales[line]);
        let slots = cell * self.width..(cell + 1) * self.width;
        for (count, &found) in histogram.counts.iter_mut().zip(&self.counts[slots.clone()]) {
            *count = u64::from(found);
        }
        let weighted = self.weights.as_ref().map(|(sums, squares)| Weighted {
            counts: sums[slots][..histogram.counts.len().min(self.width)].to_vec(),
            squares: squares[cell],
        });
        Row {
            key,
            line,
            histogram,
            cluster: self.clusters[cell],
            weighted,
        }
    }

    fn total(&self, rows: &[Row], line: usize) -> Option<Row> {
        let mut rows = rows.iter().filter(|r| r.line == line);
        let mut total = Row {
            key: Key::Whole,
            ..rows.next()?.clone()
        };
        total.cluster = self.totals[line];
        for row in rows {
            total.histogram.merge(&row.histogram);
            if let (Some(sum), Some(part)) = (&mut total.weighted, &row.weighted) {
                sum.squares += part.squares;
                sum.counts
                    .iter_mut()
                    .zip(&part.counts)
                    .for_each(|(a, b)| *a += b);
            }
        }
        Some(total)
    }
}
