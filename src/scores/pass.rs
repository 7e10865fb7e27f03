//! The one loop over the answers, with everything it needs laid out beforehand.
//!
//! Each answer adds one to a flat array of counts. For people with one answer, what pooled
//! intervals need follows from those counts; for the others it is summed person by person. Speed
//! matters here, a filter is a drag away: the loops have no branch that is a toss-up.

use super::by::Parts;
use super::level::{Level, Open, OpenLevel, Sums, Touched};
use super::select::{ASK_TOUCHPOINT, NO, Selection, YES};

/// An answer that is not counted goes into one slot more at the end, which nobody reads: cheaper
/// than a branch that is a toss-up.
const TRASH: u32 = u32::MAX >> 1;

/// Marks groups that pass the filter, whether or not they are counted.
const PASSES: u32 = 1 << 31;

/// Where answers are counted: slot = what the group says, or the response's part × lines + line.
pub(super) struct Slots {
    pub count: usize,
    /// `count` once more.
    last: u32,
    groups: usize,
    /// state of the response × groups + group.
    by_group: Vec<u32>,
    /// Where responses decide the part.
    by_response: Option<ByResponse>,
}

struct ByResponse {
    /// state of the response × groups + group: the line alone.
    line: Vec<u32>,
    /// Of each response; `Parts::ASK_GROUP` leaves it to the group.
    part: Vec<u32>,
    lines: u32,
}

impl Slots {
    /// A slot a group.
    pub fn groups(selection: &Selection<'_>, wanted: impl Fn(usize) -> bool) -> Self {
        let groups = selection.table.groups.len();
        let slot = |group: usize| wanted(group).then(|| as_slot(group));
        Self::new(groups, groups, places(selection, slot), None)
    }

    /// A slot a part and line; `line` of each group, absent when it is not counted.
    pub fn parts(
        selection: &Selection<'_>,
        parts: Parts,
        line: &[Option<u16>],
        lines: usize,
    ) -> Self {
        let slot = |group: usize| {
            let line = usize::from(line[group]?);
            Some(as_slot(parts.of_group[group] as usize * lines + line))
        };
        let alone = |group: usize| line[group].map(u32::from);
        let by_response = parts.of_response.map(|part| ByResponse {
            line: places(selection, alone),
            part,
            lines: u32::try_from(lines).unwrap_or(0),
        });
        let count = parts.keys.len() * lines;
        Self::new(count, line.len(), places(selection, slot), by_response)
    }

    /// A slot for each pair of a row and a column, and line. Rows are parts of groups; columns of
    /// groups or of responses.
    pub fn cross(
        selection: &Selection<'_>,
        rows: &[u32],
        columns: Parts,
        line: &[Option<u16>],
        (count, lines): (usize, usize),
    ) -> Self {
        let across = columns.keys.len() * lines;
        let first = |group: usize| Some(rows[group] as usize * across + usize::from(line[group]?));
        let own = |group: usize| columns.of_group[group] as usize * lines;
        let by_response = columns.of_response.map(|part| ByResponse {
            line: places(selection, |group| first(group).map(as_slot)),
            part,
            lines: u32::try_from(lines).unwrap_or(0),
        });
        let slot = |group: usize| first(group).map(|first| as_slot(first + own(group)));
        Self::new(count * across, line.len(), places(selection, slot), by_response)
    }

    fn new(
        count: usize,
        groups: usize,
        by_group: Vec<u32>,
        by_response: Option<ByResponse>,
    ) -> Self {
        Self { count, last: as_slot(count), groups, by_group, by_response }
    }

    /// The places by group for one response, and what to add to each.
    #[inline]
    fn of(&self, response: usize, state: u8) -> (&[u32], u32) {
        let own = usize::from(state) * self.groups..(usize::from(state) + 1) * self.groups;
        match &self.by_response {
            Some(by) if by.part[response] != Parts::ASK_GROUP => {
                (&by.line[own], by.part[response] * by.lines)
            }
            _ => (&self.by_group[own], 0),
        }
    }

    /// The slot at a place; `count` where the answer is not counted.
    #[inline]
    fn at(&self, place: u32, base: u32) -> u32 {
        // No place to count stands for more than any slot.
        ((place & !PASSES) + base).min(self.last)
    }
}

fn as_slot(slot: usize) -> u32 {
    u32::try_from(slot).unwrap_or(TRASH).min(TRASH)
}

/// The place of each group for each state of a response.
fn places(selection: &Selection<'_>, slot: impl Fn(usize) -> Option<u32>) -> Vec<u32> {
    let place = |state: u8, group: usize| match selection.group[group] & state {
        0 => TRASH,
        _ => slot(group).unwrap_or(TRASH) | PASSES,
    };
    let groups = 0..selection.group.len();
    [NO, YES, ASK_TOUCHPOINT]
        .iter()
        .flat_map(|state| groups.clone().map(|group| place(*state, group)))
        .collect()
}

/// How slots are pooled: into cells, and cells into lines. Each has one more at its end, for the
/// answers that are not counted.
pub(super) struct Pooling {
    /// The cell of each slot.
    pub cell: Vec<u32>,
    /// The line of each cell.
    pub line: Vec<u16>,
    /// What one answer adds to what a person gave: slot × width + value.
    open: Vec<Open>,
    /// The lowest worth of each line.
    lowest: Vec<i64>,
    /// Coarser parts, in which cells are put together once more.
    pub levels: Vec<Level>,
}

impl Pooling {
    /// From the cell of each slot and the line of each cell; `worth` of each value of each line,
    /// line × width + value.
    pub fn new(mut cell: Vec<u32>, mut line: Vec<u16>, worth: &[i32], width: usize) -> Self {
        let lines = worth.len() / width.max(1);
        cell.push(as_slot(line.len()));
        line.push(u16::try_from(lines).unwrap_or(u16::MAX));
        let of_line = |line: usize| worth.get(line * width..(line + 1) * width).unwrap_or(&[]);
        let lowest: Vec<i64> = (0..=lines)
            .map(|line| i64::from(of_line(line).iter().copied().min().unwrap_or(0)))
            .collect();
        let mut open = vec![1; cell.len() * width];
        for (slot, &cell) in cell.iter().enumerate() {
            let line = usize::from(line[cell as usize]);
            for (open, &worth) in open[slot * width..].iter_mut().zip(of_line(line)) {
                let above = u64::try_from(i64::from(worth) - lowest[line]).unwrap_or(0);
                *open += above << super::level::M_BITS;
            }
        }
        Self { cell, line, open, lowest, levels: Vec::new() }
    }
}

/// What the loop found. Slots, cells and lines have one more at the end that nobody reads.
pub(super) struct Found {
    /// slot × width + value.
    pub counts: Vec<u32>,
    /// The same of people with one answer only.
    pub singles: Vec<u32>,
    /// By slot: answers of people who had already answered there.
    pub repeats: Vec<u32>,
    pub responses: u64,
    /// By cell and by line, of all others; empty without pooling.
    pub cells: Vec<Sums>,
    pub lines: Vec<Sums>,
    /// By level and part of the level.
    pub levels: Vec<Vec<Sums>>,
    /// slot × width + value, and by slot; absent when every weight is 1.
    pub weights: Option<(Vec<f64>, Vec<f64>)>,
}

/// Runs over all answers, `width` values a slot.
pub(super) fn run(
    selection: &Selection<'_>,
    slots: &Slots,
    width: usize,
    pooling: Option<&Pooling>,
    weighted: bool,
) -> Found {
    let mut singles = Singles::new(selection, slots, width);
    let mut others = Others::new(selection, slots, width, pooling);
    let mut next = 0;
    for (person, &(from, to)) in (1..).zip(&selection.table.repeaters) {
        singles.count(next..from as usize);
        others.person(person, from as usize..to as usize);
        next = to as usize;
    }
    singles.count(next..selection.response.len());
    let both = singles.counts.iter().zip(&others.counts).map(|(a, b)| a + b).collect();
    Found {
        counts: both,
        singles: singles.counts,
        repeats: others.repeats,
        responses: singles.responses + others.responses,
        cells: others.cells,
        lines: others.lines,
        levels: others.levels.into_iter().map(|level| level.sums).collect(),
        weights: weighted.then(|| weigh(selection, slots, width)),
    }
}

/// People with one response and at most one answer.
struct Singles<'a> {
    selection: &'a Selection<'a>,
    slots: &'a Slots,
    width: usize,
    /// Where the counts of a group begin, with `PASSES`; only where groups decide alone.
    starts: Option<Vec<u32>>,
    counts: Vec<u32>,
    responses: u64,
}

impl<'a> Singles<'a> {
    fn new(selection: &'a Selection<'a>, slots: &'a Slots, width: usize) -> Self {
        let start = |&place: &u32| {
            let start = slots.at(place, 0) as usize * width;
            (place & PASSES) | u32::try_from(start).unwrap_or(0)
        };
        let alone = slots.by_response.is_none();
        Self {
            selection,
            slots,
            width,
            starts: alone.then(|| slots.by_group.iter().map(start).collect()),
            counts: vec![0; (slots.count + 1) * width],
            responses: 0,
        }
    }

    fn count(&mut self, range: std::ops::Range<usize>) {
        if range.is_empty() {
            return;
        }
        match self.starts.take() {
            Some(starts) => {
                self.count_by_group(range, &starts);
                self.starts = Some(starts);
            }
            None => self.count_by_response(range),
        }
    }

    /// The usual loop: one look-up an answer.
    fn count_by_group(&mut self, range: std::ops::Range<usize>, starts: &[u32]) {
        let (table, width, groups) = (self.selection.table, self.width, self.slots.groups);
        let (group, value) = (&table.group[..], &table.value[..]);
        let counts = &mut self.counts[..];
        let mut responses = 0;
        let bounds = table.first_answer[range.start..=range.end].windows(2);
        let states = &self.selection.response[range.clone()];
        for (response, (&state, bounds)) in range.zip(states.iter().zip(bounds)) {
            let answer = bounds[0] as usize;
            if state == NO {
                continue;
            }
            if bounds[1] == bounds[0] {
                responses += u64::from(self.selection.counts_empty(response));
                continue;
            }
            let start = starts[usize::from(state) * groups + usize::from(group[answer])];
            let value = usize::from(value[answer]);
            if value < width {
                counts[(start & !PASSES) as usize + value] += 1;
            }
            responses += u64::from(start >> 31);
        }
        self.responses += responses;
    }

    fn count_by_response(&mut self, range: std::ops::Range<usize>) {
        let table = self.selection.table;
        for response in range {
            let state = self.selection.response[response];
            let answers = self.selection.answers_of(response);
            if state == NO {
                continue;
            }
            if answers.is_empty() {
                self.responses += u64::from(self.selection.counts_empty(response));
                continue;
            }
            let (places, base) = self.slots.of(response, state);
            let place = places[usize::from(table.group[answers.start])];
            let value = usize::from(table.value[answers.start]);
            if value < self.width {
                self.counts[self.slots.at(place, base) as usize * self.width + value] += 1;
            }
            self.responses += u64::from(place >> 31);
        }
    }
}

/// The same by weight: sums by slot and value, and sums of squares by slot.
fn weigh(selection: &Selection<'_>, slots: &Slots, width: usize) -> (Vec<f64>, Vec<f64>) {
    let table = selection.table;
    let (mut sums, mut squares) =
        (vec![0.0; (slots.count + 1) * width], vec![0.0; slots.count + 1]);
    for (response, &state) in selection.response.iter().enumerate().filter(|(_, s)| **s != NO) {
        let ((places, base), weight) =
            (slots.of(response, state), f64::from(table.weight[response]));
        for answer in selection.answers_of(response) {
            let slot = slots.at(places[usize::from(table.group[answer])], base) as usize;
            let value = usize::from(table.value[answer]);
            if value < width {
                sums[slot * width + value] += weight;
                squares[slot] += weight * weight;
            }
        }
    }
    (sums, squares)
}

/// People who may have several answers.
struct Others<'a> {
    selection: &'a Selection<'a>,
    slots: &'a Slots,
    pooling: Option<&'a Pooling>,
    width: usize,
    counts: Vec<u32>,
    repeats: Vec<u32>,
    last: Vec<u32>,
    responses: u64,
    open: Vec<Open>,
    open_lines: Vec<Open>,
    touched: Touched,
    cells: Vec<Sums>,
    lines: Vec<Sums>,
    levels: Vec<OpenLevel<'a>>,
}

impl<'a> Others<'a> {
    fn new(
        selection: &'a Selection<'a>,
        slots: &'a Slots,
        width: usize,
        pooling: Option<&'a Pooling>,
    ) -> Self {
        let (cells, lines) = pooling.map_or((0, 0), |p| (p.line.len(), p.lowest.len()));
        Self {
            selection,
            slots,
            pooling,
            width,
            counts: vec![0; (slots.count + 1) * width],
            repeats: vec![0; slots.count + 1],
            last: vec![0; slots.count + 1],
            responses: 0,
            open: vec![0; cells],
            open_lines: vec![0; lines],
            touched: Touched::new(cells),
            cells: vec![Sums::default(); cells],
            lines: vec![Sums::default(); lines],
            levels: pooling.iter().flat_map(|p| &p.levels).map(OpenLevel::new).collect(),
        }
    }

    fn person(&mut self, person: u32, responses: std::ops::Range<usize>) {
        for response in responses {
            let state = self.selection.response[response];
            if state != NO {
                self.response(person, response, state);
            }
        }
        if let Some(pooling) = self.pooling {
            self.close(pooling);
        }
    }

    #[inline]
    fn response(&mut self, person: u32, response: usize, state: u8) {
        let table = self.selection.table;
        let answers = self.selection.answers_of(response);
        if answers.is_empty() {
            self.responses += u64::from(self.selection.counts_empty(response));
            return;
        }
        let (places, base) = self.slots.of(response, state);
        let values = &table.value[answers.clone()];
        let mut any = 0;
        for (&group, &value) in table.group[answers].iter().zip(values) {
            let (place, value) = (places[usize::from(group)], usize::from(value));
            any |= place;
            if value >= self.width {
                continue;
            }
            let slot = self.slots.at(place, base) as usize;
            self.counts[slot * self.width + value] += 1;
            let last = &mut self.last[slot];
            self.repeats[slot] += u32::from(*last == person);
            *last = person;
            if let Some(pooling) = self.pooling {
                let cell = pooling.cell[slot];
                let open = &mut self.open[cell as usize];
                let new = *open == 0;
                *open += pooling.open[slot * self.width + value];
                self.touched.note(cell, new);
            }
        }
        self.responses += u64::from(any >> 31);
    }

    /// Adds what the person gave to each cell and, all cells together, to each line.
    #[inline]
    fn close(&mut self, pooling: &Pooling) {
        let touched = &self.touched.list[..self.touched.len];
        for level in &mut self.levels {
            for &cell in touched {
                level.add(cell, self.open[cell as usize]);
            }
            level.close(&pooling.lowest);
        }
        for &cell in touched {
            let open = std::mem::take(&mut self.open[cell as usize]);
            let line = usize::from(pooling.line[cell as usize]);
            self.cells[cell as usize].add(open, pooling.lowest[line]);
            self.open_lines[line] += open;
        }
        self.touched.len = 0;
        let lines = self.lines.iter_mut().zip(&mut self.open_lines).zip(&pooling.lowest);
        for ((line, open), &lowest) in lines {
            if *open != 0 {
                line.add(*open, lowest);
                *open = 0;
            }
        }
    }
}
