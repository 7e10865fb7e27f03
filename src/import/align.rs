//! Lays the pieces of a damaged row along the columns of its table.
//!
//! Gives cells only when one way to lay them is clearly better than all others; bends no text.

use super::usual::{Fit, Usual};
use std::cell::Cell;

/// What things cost: the dearer, the less likely that damage did it.
mod cost {
    pub const ODD: u32 = 1;
    pub const LONE_QUOTE: u32 = 1;
    pub const DROPPED_DELIMITER: u32 = 2;
    pub const LITERAL_QUOTE: u32 = 3;
    pub const MISSING_DELIMITER: u32 = 3;
    /// A delimiter that is part of a text: the first one before a blank, the next ones, and others.
    pub const JOINED_AT_BLANK: u32 = 2;
    pub const JOINED_AGAIN: u32 = 1;
    pub const JOINED: u32 = 4;
    pub const JOINED_EMPTY: u32 = 6;
    /// Something inside quotes that looks like the border of two cells.
    pub const BORDER_INSIDE: u32 = 4;
    /// What the second best way must cost more, so that the best one counts.
    pub const MARGIN: u32 = 3;
    /// More than this is no damage but another kind of row.
    pub const MOST: u32 = 8;
    /// No way that counts costs more than this.
    pub const TOO_DEAR: u32 = MOST + MARGIN - 1;
}

/// Pieces and columns beyond which nothing is laid out.
const MOST_PLACES: usize = 20_000;
/// Ways that are compared.
const MOST_STEPS: usize = 20_000;
const LONGEST: usize = 256 * 1024;

/// What laying out one row may cost. It can be laid in more ways than anyone waits for.
pub(super) struct Effort {
    left: Cell<u64>,
}

impl Effort {
    /// A look at a cell of a few words costs one.
    const OF_A_ROW: u64 = 100_000;
    const WORDS: usize = 64;

    pub fn of_a_row() -> Self {
        Self { left: Cell::new(Self::OF_A_ROW) }
    }

    pub fn spent(&self) -> u64 {
        Self::OF_A_ROW - self.left.get()
    }

    fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    fn look_at(&self, text: &[u8]) {
        let cost = 1 + (text.len() / Self::WORDS) as u64;
        self.left.set(self.left.get().saturating_sub(cost));
    }
}

/// A damaged row as it stands in the file.
pub(super) struct Line<'a> {
    /// Without its line end.
    pub text: &'a [u8],
    pub delimiter: u8,
    pub quote: Option<u8>,
}

/// Lays a line along the columns; none when no way fits, or several do, or it takes too long.
pub(super) fn align(line: &Line, usual: &Usual, effort: &Effort) -> Option<Vec<Vec<u8>>> {
    if line.text.len() > LONGEST {
        return None;
    }
    let pieces = pieces(line);
    if (pieces.len() + 1) * (usual.width + 1) > MOST_PLACES {
        return None;
    }
    let mut table = Table { line, usual, effort, pieces, rest: Vec::new() };
    table.fill();
    let best = table.rest(0, 0).filter(|best| *best <= cost::MOST)?;
    let mut ways = Ways { found: Vec::new(), budget: best + cost::MARGIN - 1, steps: 0 };
    table.walk(0, 0, 0, &mut Vec::new(), &mut ways);
    match ways.found.as_slice() {
        [cells] if ways.steps <= MOST_STEPS && !effort.is_spent() && table.is_proved(cells) => {
            Some(cells.clone())
        }
        _ => None,
    }
}

/// Begin and end of what stands between delimiters.
fn pieces(line: &Line) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, _) in line.text.iter().enumerate().filter(|(_, b)| **b == line.delimiter) {
        pieces.push((from, at));
        from = at + 1;
    }
    pieces.push((from, line.text.len()));
    pieces
}

struct Table<'a> {
    line: &'a Line<'a>,
    usual: &'a Usual,
    effort: &'a Effort,
    pieces: Vec<(usize, usize)>,
    /// What it costs at least to lay the pieces from one on along the columns from one on.
    rest: Vec<Option<u32>>,
}

/// One step: some pieces become no cell, one, or two.
struct Step {
    cost: u32,
    pieces: usize,
    cells: Vec<Vec<u8>>,
}

struct Ways {
    found: Vec<Vec<Vec<u8>>>,
    budget: u32,
    steps: usize,
}

impl Table<'_> {
    fn rest(&self, piece: usize, column: usize) -> Option<u32> {
        self.rest.get(piece * (self.usual.width + 1) + column).copied().flatten()
    }

    fn fill(&mut self) {
        let (pieces, width) = (self.pieces.len(), self.usual.width);
        let reached = self.reached();
        self.rest = vec![None; (pieces + 1) * (width + 1)];
        self.rest[pieces * (width + 1) + width] = Some(0);
        for piece in (0..pieces).rev() {
            for column in (0..=width).rev().filter(|c| reached[piece * (width + 1) + c].is_some()) {
                let mut best: Option<u32> = None;
                self.steps(piece, column, |step| {
                    if let Some(rest) = self.rest(piece + step.pieces, column + step.cells.len()) {
                        let cost = step.cost + rest;
                        best = Some(best.map_or(cost, |b| b.min(cost)));
                    }
                });
                self.rest[piece * (width + 1) + column] = best;
            }
        }
    }

    /// What it costs at least to come to a piece and a column, where that is not too dear: only
    /// from there is it worth looking on.
    fn reached(&self) -> Vec<Option<u32>> {
        let (pieces, width) = (self.pieces.len(), self.usual.width);
        let mut reached = vec![None; (pieces + 1) * (width + 1)];
        reached[0] = Some(0);
        for piece in 0..pieces {
            for column in 0..=width {
                let Some(spent) = reached[piece * (width + 1) + column] else { continue };
                self.steps(piece, column, |step| {
                    let at = (piece + step.pieces) * (width + 1) + column + step.cells.len();
                    let cost = spent + step.cost;
                    if cost <= cost::TOO_DEAR && reached[at].is_none_or(|before| cost < before) {
                        reached[at] = Some(cost);
                    }
                });
            }
        }
        reached
    }

    /// Walks all ways that cost no more than the budget.
    fn walk(
        &self,
        piece: usize,
        column: usize,
        spent: u32,
        cells: &mut Vec<Vec<u8>>,
        ways: &mut Ways,
    ) {
        ways.steps += 1;
        if ways.steps > MOST_STEPS || ways.found.len() > 1 {
            return;
        }
        if piece == self.pieces.len() {
            if !ways.found.contains(cells) {
                ways.found.push(cells.clone());
            }
            return;
        }
        self.steps(piece, column, |step| {
            let rest = self.rest(piece + step.pieces, column + step.cells.len());
            let total = rest.map(|rest| spent + step.cost + rest);
            if total.is_some_and(|total| total <= ways.budget) {
                let before = cells.len();
                let (next, count) = (piece + step.pieces, step.cells.len());
                cells.extend(step.cells);
                self.walk(next, column + count, spent + step.cost, cells, ways);
                cells.truncate(before);
            }
        });
    }

    /// All that may become of the pieces from one on, at a column.
    fn steps(&self, piece: usize, column: usize, mut take: impl FnMut(Step)) {
        if self.effort.is_spent() {
            return;
        }
        let text = self.text(piece, piece);
        if text.is_empty() {
            take(Step { cost: cost::DROPPED_DELIMITER, pieces: 1, cells: Vec::new() });
        }
        if column >= self.usual.width {
            return;
        }
        let opens = self.line.quote.is_some() && text.first() == self.line.quote.as_ref();
        if opens {
            self.quoted(piece, column, &mut take);
            if let Some(cost) = self.fit_cost(column, &self.without_quotes(text)) {
                // A cell with quotes at both ends is a quoted one, not one with two quotes in it.
                let both = text.len() > 1 && text.last() == self.line.quote.as_ref();
                let cost = cost + cost::LITERAL_QUOTE + if both { cost::MARGIN } else { 0 };
                take(Step { cost, pieces: 1, cells: vec![text.to_vec()] });
            }
            return;
        }
        if let Some(cost) = self.fit_cost(column, text) {
            take(Step { cost, pieces: 1, cells: vec![text.to_vec()] });
        }
        self.joined(piece, column, &mut take);
        self.divided(piece, column, &mut take);
    }

    /// A cell in quotes, over as many pieces as it takes to the closing one.
    fn quoted(&self, piece: usize, column: usize, take: &mut impl FnMut(Step)) {
        let Some(quote) = self.line.quote else { return };
        for last in piece..self.pieces.len() {
            let text = self.text(piece, last);
            if self.effort.is_spent() {
                return;
            }
            if text.len() < 2 || text.last() != Some(&quote) {
                continue;
            }
            self.effort.look_at(text);
            let (cell, extra) = self.inside_quotes(&text[1..text.len() - 1], quote);
            if let Some(cost) = self.fit_cost(column, &cell) {
                take(Step { cost: cost + extra, pieces: last - piece + 1, cells: vec![cell] });
            }
            if extra > 3 * cost::BORDER_INSIDE {
                return;
            }
        }
    }

    /// The text of a quoted cell, and what is odd about it.
    fn inside_quotes(&self, inner: &[u8], quote: u8) -> (Vec<u8>, u32) {
        let mut cell = Vec::with_capacity(inner.len());
        let mut extra = 0;
        let mut at = 0;
        while let Some(byte) = inner.get(at) {
            cell.push(*byte);
            at += 1;
            if *byte != quote {
                continue;
            }
            if inner.get(at) == Some(&quote) {
                at += 1;
                continue;
            }
            extra += cost::LONE_QUOTE;
            let beside = [at.checked_sub(2).and_then(|b| inner.get(b)), inner.get(at)];
            if beside.into_iter().flatten().any(|b| *b == self.line.delimiter) {
                extra += cost::BORDER_INSIDE;
            }
        }
        (cell, extra)
    }

    /// A text that holds delimiters itself, without quotes.
    fn joined(&self, piece: usize, column: usize, take: &mut impl FnMut(Step)) {
        let mut extra = 0;
        for last in piece + 1..self.pieces.len() {
            let next = self.text(last, last);
            extra += match next.first() {
                // Every text of more than one word holds blanks.
                _ if self.line.delimiter == b' ' => u32::from(last == piece + 1),
                None => cost::JOINED_EMPTY,
                Some(b' ') if extra > 0 => cost::JOINED_AGAIN,
                Some(b' ') => cost::JOINED_AT_BLANK,
                Some(_) => cost::JOINED,
            };
            let opens = self.line.quote.is_some() && next.first() == self.line.quote.as_ref();
            let text = self.text(piece, last);
            let ends = opens || extra > cost::TOO_DEAR || self.effort.is_spent();
            if ends || self.fit(column, text) != Fit::Free {
                return;
            }
            take(Step { cost: extra, pieces: last - piece + 1, cells: vec![text.to_vec()] });
        }
    }

    /// Two cells whose delimiter is missing: one of them has a form, and is as long as it can be.
    fn divided(&self, piece: usize, column: usize, take: &mut impl FnMut(Step)) {
        let text = self.text(piece, piece);
        if column + 1 >= self.usual.width || text.len() > 2_000 {
            return;
        }
        let is_firm = |column: usize, cell: &[u8]| self.fit(column, cell) == Fit::Firm;
        let fits =
            |column: usize, cell: &[u8]| matches!(self.fit(column, cell), Fit::Firm | Fit::Free);
        let borders: Vec<usize> = (1..text.len()).filter(|at| is_border(text, *at)).collect();
        let longest_first = borders.iter().rev();
        let left = longest_first.copied().find(|at| is_firm(column, &text[..*at]));
        let right = borders.iter().copied().find(|at| is_firm(column + 1, &text[*at..]));
        let mut ways = Vec::new();
        ways.extend(left.filter(|at| fits(column + 1, &text[*at..])));
        ways.extend(right.filter(|at| fits(column, &text[..*at]) && left != Some(*at)));
        for at in ways {
            let cells = vec![text[..at].to_vec(), text[at..].to_vec()];
            take(Step { cost: cost::MISSING_DELIMITER, pieces: 1, cells });
        }
    }

    fn text(&self, first: usize, last: usize) -> &[u8] {
        &self.line.text[self.pieces[first].0..self.pieces[last].1]
    }

    fn without_quotes(&self, text: &[u8]) -> Vec<u8> {
        text.iter().copied().filter(|b| Some(*b) != self.line.quote).collect()
    }

    fn fit(&self, column: usize, cell: &[u8]) -> Fit {
        self.effort.look_at(cell);
        self.usual.fit(column, cell)
    }

    fn fit_cost(&self, column: usize, cell: &[u8]) -> Option<u32> {
        match self.fit(column, cell) {
            Fit::Firm | Fit::Free | Fit::Empty => Some(0),
            Fit::Odd => Some(cost::ODD),
            Fit::Not => None,
        }
    }

    /// Whether the columns bear the cells out: some cell has the firm form of its column, and all
    /// that has one fits.
    fn is_proved(&self, cells: &[Vec<u8>]) -> bool {
        let firm = |(column, cell): &(usize, &Vec<u8>)| {
            self.usual.fit(*column, &self.without_quotes(cell)) == Fit::Firm
        };
        cells.iter().enumerate().filter(firm).count() >= 2.min(self.usual.width - 1)
    }
}

/// Whether signs of another kind begin here: a cell hardly ends within a word or a number.
fn is_border(text: &[u8], at: usize) -> bool {
    let kind = |b: u8| match b {
        b'0'..=b'9' => 0,
        b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => 1,
        _ => 2,
    };
    let (before, after) = (kind(text[at - 1]), kind(text[at]));
    before != after || before == 2
}

#[cfg(test)]
mod tests {
    use super::super::signs::{Delimiter, Dialect};
    use super::*;

    /// What is usual in a table of so many columns: a number, then words.
    fn usual(width: usize) -> Usual {
        let words = ["fine", "good, but slow", "(none)", "a b c", "x-1", "N/A!"];
        let row = |at: usize| {
            let cells: Vec<String> = (0..width)
                .map(|c| {
                    if c % 2 == 0 { c.to_string() } else { format!("\"{}\"", words[(at + c) % 6]) }
                })
                .collect();
            cells.join(",") + "\n"
        };
        let sample: String = (0..40).map(row).collect();
        Usual::learn(sample.as_bytes(), &Dialect::of(Delimiter::One(b','))).unwrap()
    }

    fn laid(text: &str, delimiter: u8, usual: &Usual) -> (Option<usize>, u64) {
        let effort = Effort::of_a_row();
        let line = Line { text: text.as_bytes(), delimiter, quote: Some(b'"') };
        let cells = align(&line, usual, &effort);
        (cells.map(|cells| cells.len()), effort.spent())
    }

    #[test]
    fn a_wide_row_is_laid_with_little_effort() {
        let row = "1,fine,".repeat(55) + "1,good, but slow,1,x";
        let (cells, spent) = laid(&row, b',', &usual(114));
        assert_eq!(cells, Some(114));
        assert!(spent * 4 < Effort::OF_A_ROW, "{spent}");
    }

    #[test]
    fn a_row_that_fits_in_countless_ways_is_given_up_soon() {
        let usual = usual(40);
        let start = std::time::Instant::now();
        for (text, delimiter) in [
            ("so many words ".repeat(130), b' '),
            ("\"a\"\",".repeat(400), b','),
            ("\"\"a\"\",".repeat(400), b','),
            ("1 a ".repeat(90_000 / 4) + ",", b','),
            ("a1".repeat(1_000) + ",", b','),
            (", ".repeat(450), b','),
        ] {
            let (cells, spent) = laid(&text, delimiter, &usual);
            assert_eq!(cells, None, "{text:.20}");
            println!("{spent:7} {:?} {text:.20}", start.elapsed());
        }
        assert!(start.elapsed().as_secs() < 3, "{:?}", start.elapsed());
    }
}
