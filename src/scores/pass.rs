//! The one loop over the answers, with everything it needs laid out beforehand.
//!
//! Each answer adds one to a flat array of counts. What pooled intervals need follows from those
//! counts as if everybody had answered once, plus a small correction for people who answered more
//! often. Speed matters here, a filter is a drag away: the loop has no branch that is a toss-up.

use super::by::Parts;
use super::select::{ASK_TOUCHPOINT, NO, Selection, YES};

/// An answer that is not counted goes into one slot more at the end, which nobody reads: cheaper
/// than a branch that is a toss-up.
const TRASH: u32 = u32::MAX >> 1;

/// Marks groups that pass the filter, whether or not they are counted.
const PASSES: u32 = 1 << 31;

/// Where answers are counted: slot = what the group says, or the response's part × lines + line.
pub(super) struct Slots {
    pub count: usize,
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
        Self { count: groups, groups, by_group: places(selection, slot), by_response: None }
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
        Self {
            count: parts.keys.len() * lines,
            groups: line.len(),
            by_group: places(selection, slot),
            by_response: parts.of_response.map(|part| ByResponse {
                line: places(selection, alone),
                part,
                lines: u32::try_from(lines).unwrap_or(0),
            }),
        }
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

    /// The slot at a place.
    #[inline]
    fn at(&self, place: u32, base: u32) -> usize {
        let slot = place & !PASSES;
        if slot == TRASH { self.count } else { (base + slot) as usize }
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

/// How slots are pooled: into cells, and cells into lines.
pub(super) struct Pooling {
    /// The cell of each slot.
    pub cell: Vec<u32>,
    /// The line of each cell.
    pub line: Vec<u16>,
    /// Number of lines.
    pub lines: usize,
    /// Worth of each value in each line: line × width + value.
    pub worth: Vec<i32>,
}

/// What people with more than one answer change in the sums that assume one answer each.
#[derive(Clone, Copy, Default)]
pub(super) struct Fix {
    pub people: i64,
    pub mm: i64,
    pub ym: i64,
    pub yy: i64,
}

impl Fix {
    #[inline]
    fn add(&mut self, open: Open) {
        let (m, y) = (i64::from(open.m), i64::from(open.y));
        self.people -= m - i64::from(m > 0);
        self.mm += m * m - m;
        self.ym += y * m - y;
        self.yy += y * y - i64::from(open.squares);
    }
}

/// What one person gave to one cell.
#[derive(Clone, Copy, Default)]
struct Open {
    m: i32,
    y: i32,
    squares: i32,
}

impl Open {
    #[inline]
    fn add(&mut self, worth: i32) {
        self.m += 1;
        self.y += worth;
        self.squares += worth * worth;
    }
}

/// What the loop found. There is one slot more at the end that nobody reads.
pub(super) struct Found {
    /// slot × width + value.
    pub counts: Vec<u32>,
    /// By slot: answers of people who had already answered there.
    pub repeats: Vec<u32>,
    pub responses: u64,
    /// By cell and by line; empty without pooling.
    pub cells: Vec<Fix>,
    pub lines: Vec<Fix>,
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
    let (counts, responses) = count(selection, slots, width);
    let mut repeaters = Repeaters {
        selection,
        slots,
        pooling,
        width,
        answers: Vec::new(),
        repeats: vec![0; slots.count + 1],
        last: vec![0; slots.count + 1],
        open: vec![Open::default(); pooling.map_or(0, |p| p.line.len())],
        open_lines: vec![Open::default(); pooling.map_or(0, |p| p.lines)],
        cells: vec![Fix::default(); pooling.map_or(0, |p| p.line.len())],
        lines: vec![Fix::default(); pooling.map_or(0, |p| p.lines)],
    };
    for (person, &(from, to)) in (1..).zip(&selection.table.repeaters) {
        repeaters.person(person, from as usize..to as usize);
    }
    Found {
        counts,
        responses,
        repeats: repeaters.repeats,
        cells: repeaters.cells,
        lines: repeaters.lines,
        weights: weighted.then(|| weigh(selection, slots, width)),
    }
}

/// Everybody: one more for each answer. Gives the counts and the responses that pass.
fn count(selection: &Selection<'_>, slots: &Slots, width: usize) -> (Vec<u32>, u64) {
    // Two loops, so that the usual one has nothing to ask for each response.
    match &slots.by_response {
        None => {
            let (places, groups) = (&slots.by_group[..], slots.groups);
            count_at(selection, slots, width, |_, state| {
                (&places[usize::from(state) * groups..], 0)
            })
        }
        Some(_) => count_at(selection, slots, width, |response, state| slots.of(response, state)),
    }
}

#[inline]
fn count_at<'s>(
    selection: &Selection<'_>,
    slots: &Slots,
    width: usize,
    of: impl Fn(usize, u8) -> (&'s [u32], u32),
) -> (Vec<u32>, u64) {
    let table = selection.table;
    let mut counts = vec![0_u32; (slots.count + 1) * width];
    let mut responses = 0;
    let bounds = table.first_answer.windows(2);
    for ((response, &state), bounds) in selection.response.iter().enumerate().zip(bounds) {
        if state == NO {
            continue;
        }
        let answers = bounds[0] as usize..bounds[1] as usize;
        if answers.is_empty() {
            responses += u64::from(selection.counts_empty(response));
            continue;
        }
        let (places, base) = of(response, state);
        let values = &table.value[answers.clone()];
        let mut any = 0;
        for (&group, &value) in table.group[answers].iter().zip(values) {
            let place = places[group as usize];
            any |= place;
            let value = usize::from(value);
            if value < width {
                counts[slots.at(place, base) * width + value] += 1;
            }
        }
        responses += u64::from(any >> 31);
    }
    (counts, responses)
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
            let slot = slots.at(places[table.group[answer] as usize], base);
            let value = usize::from(table.value[answer]);
            if value < width {
                sums[slot * width + value] += weight;
                squares[slot] += weight * weight;
            }
        }
    }
    (sums, squares)
}

/// People with several answers.
struct Repeaters<'a> {
    selection: &'a Selection<'a>,
    slots: &'a Slots,
    pooling: Option<&'a Pooling>,
    width: usize,
    /// Slot and value of the answers of one person.
    answers: Vec<(u32, u8)>,
    repeats: Vec<u32>,
    last: Vec<u32>,
    open: Vec<Open>,
    open_lines: Vec<Open>,
    cells: Vec<Fix>,
    lines: Vec<Fix>,
}

impl Repeaters<'_> {
    fn person(&mut self, person: u32, responses: std::ops::Range<usize>) {
        let mut count = 0;
        for response in responses {
            let state = self.selection.response[response];
            if state != NO {
                count = self.gather(response, state, count);
            }
        }
        let mut answers = std::mem::take(&mut self.answers);
        for &(slot, _) in &answers[..count] {
            let slot = slot as usize;
            self.repeats[slot] += u32::from(self.last[slot] == person);
            self.last[slot] = person;
        }
        if let Some(pooling) = self.pooling {
            self.pool(pooling, &answers[..count]);
        }
        answers.clear();
        self.answers = answers;
    }

    /// Puts the answers of one response behind the `count` that are there; gives the new count.
    #[inline]
    fn gather(&mut self, response: usize, state: u8, mut count: usize) -> usize {
        let table = self.selection.table;
        let (places, base) = self.slots.of(response, state);
        let answers = self.selection.answers_of(response);
        let values = &table.value[answers.clone()];
        self.answers.resize(count + answers.len() + 1, (0, 0));
        for (&group, &value) in table.group[answers].iter().zip(values) {
            let slot = self.slots.at(places[group as usize], base);
            self.answers[count] = (as_slot(slot), value);
            // Kept by moving on, dropped by staying: a branch would be a toss-up.
            let kept = slot < self.slots.count && usize::from(value) < self.width;
            count += usize::from(kept);
        }
        count
    }

    /// Notes what the person changes in each cell and, all cells together, in each line.
    #[inline]
    fn pool(&mut self, pooling: &Pooling, answers: &[(u32, u8)]) {
        for &(slot, value) in answers {
            let cell = pooling.cell[slot as usize] as usize;
            let line = usize::from(pooling.line[cell]);
            let worth = pooling.worth[line * self.width + usize::from(value)];
            self.open[cell].add(worth);
            self.open_lines[line].add(worth);
        }
        for &(slot, _) in answers {
            // A cell that comes again is empty by then, and adds nothing.
            let cell = pooling.cell[slot as usize] as usize;
            self.cells[cell].add(std::mem::take(&mut self.open[cell]));
        }
        for (line, open) in self.lines.iter_mut().zip(&mut self.open_lines) {
            line.add(std::mem::take(open));
        }
    }
}
