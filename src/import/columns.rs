//! What stands in the columns: kinds, values with their counts, decimal sign, dates.
//!
//! Counts what it is fed; refuses and changes nothing.

use super::dating::{self, Order};
use super::numbers::{Decimal, GROUPING, number};
use super::signs::Delimiter;
use super::words;
use super::{DateFound, DetectedColumn, Found, Kind, ValueCount};
use std::collections::HashMap;

/// Different values that are told apart in one column.
pub(super) const MAX_DISTINCT: usize = 2_000;
/// Values that are listed with their counts.
const TOP: usize = 25;
const EXAMPLES: usize = 5;
const LONGEST: usize = 200;

/// The counts of one column.
#[derive(Default)]
pub(super) struct ColumnCount {
    values: HashMap<String, (u64, u64)>,
    filled: u64,
    empty: u64,
    overflow: bool,
    /// Cells that a spreadsheet would take for a formula.
    pub formulas: u64,
}

impl ColumnCount {
    /// Takes one cell.
    pub fn take(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            self.empty += 1;
            return;
        }
        self.filled += 1;
        self.formulas += u64::from(cell.len() > 1 && cell.starts_with('='));
        if let Some(count) = self.values.get_mut(cell) {
            count.0 += 1;
        } else if self.values.len() < MAX_DISTINCT {
            self.values.insert(cell.to_owned(), (1, self.filled));
        } else {
            self.overflow = true;
        }
    }

    /// Votes for a decimal point and for a decimal comma.
    pub fn decimal_votes(&self) -> (u64, u64) {
        let (mut point, mut comma) = (0, 0);
        for (value, (count, _)) in &self.values {
            let (p, c) = (number(value, Decimal::Point), number(value, Decimal::Comma));
            match (p.is_some(), c.is_some()) {
                (true, false) => point += count,
                (false, true) => comma += count,
                _ => {}
            }
        }
        (point, comma)
    }

    /// Whether its numbers are written with a point here and a comma there.
    pub fn mixes_decimals(&self) -> bool {
        let (point, comma) = self.decimal_votes();
        let is_number = |v: &&String| {
            number(v, Decimal::Point).is_some() || number(v, Decimal::Comma).is_some()
        };
        let numbers = self.values.keys().filter(is_number).count();
        point > 0 && comma > 0 && numbers * 10 >= self.values.len() * 9
    }

    /// The thousands sign of its numbers, where it holds numbers and they carry one.
    pub fn thousands(&self, decimal: Decimal) -> Option<char> {
        let numbers = self.values.keys().filter(|v| number(v, decimal).is_some()).count();
        if numbers * 10 < self.values.len() * 8 {
            return None;
        }
        let other = if decimal == Decimal::Point { ',' } else { '.' };
        let grouped = |v: &str, sign: char| v.contains(sign) && number(v, decimal).is_some();
        let mut signs = std::iter::once(other).chain(GROUPING);
        signs.find(|s| self.values.keys().any(|v| grouped(v, *s)))
    }

    /// The different cells in the order of the file, with how often they stand there.
    fn in_order(&self) -> Vec<(&str, u64)> {
        let mut values: Vec<(&str, u64, u64)> =
            self.values.iter().map(|(v, (n, first))| (v.as_str(), *n, *first)).collect();
        values.sort_by_key(|v| v.2);
        values.into_iter().map(|v| (v.0, v.1)).collect()
    }

    /// The order of day and month, if the column holds dates that prove one.
    pub fn proved_order(&self) -> Option<Order> {
        dating::proved_order(&self.in_order())
    }

    /// The column as found, under a decimal sign, where other columns prove an order of day and
    /// month or do not.
    pub fn finish(
        self,
        number_from_1: usize,
        header_cells: Vec<String>,
        decimal: Decimal,
        order: Option<Order>,
    ) -> DetectedColumn {
        let header = join_header(&header_cells);
        let mut values = self.in_order();
        let examples = values.iter().take(EXAMPLES).map(|v| cut(v.0)).collect::<Vec<_>>();
        let judged = judge(&values, decimal, words::says_date(&header), order);
        let numbers = values.iter().filter_map(|v| number(v.0, decimal));
        let numeric = matches!(judged.kind.value, Kind::Integer | Kind::Decimal);
        let (min, max) =
            numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)));
        let text = judged.kind.value == Kind::Text && !self.overflow;
        let counted: Vec<(&str, u64)> = values.iter().map(|v| (v.0, v.1)).collect();
        let several = if text { super::choices::find(&counted) } else { None };
        // A stable sort: equal counts stay in the order of the file.
        values.sort_by_key(|v| std::cmp::Reverse(v.1));
        let top =
            values.iter().take(TOP).map(|v| ValueCount { value: cut(v.0), count: v.1 }).collect();
        DetectedColumn {
            number: number_from_1,
            name: format!("#{number_from_1}"),
            header,
            header_cells,
            kind: judged.kind,
            filled: self.filled,
            empty: self.empty,
            distinct: self.values.len(),
            top,
            examples,
            min: (numeric && min.is_finite()).then_some(min),
            max: (numeric && max.is_finite()).then_some(max),
            date: judged.date,
            several,
        }
    }
}

struct Judged {
    kind: Found<Kind>,
    date: Option<DateFound>,
}

fn judge(
    cells: &[(&str, u64)],
    decimal: Decimal,
    header_says_date: bool,
    order: Option<Order>,
) -> Judged {
    let total: u64 = cells.iter().map(|v| v.1).sum();
    if total == 0 {
        return Judged { kind: Found::guess(Kind::Empty, 1.0), date: None };
    }
    let count = |test: &dyn Fn(f64) -> bool| -> u64 {
        let fits = |v: &&(&str, u64)| number(v.0, decimal).is_some_and(test);
        cells.iter().filter(fits).map(|v| v.1).sum()
    };
    let numbers = count(&|_| true);
    let integers = count(&|v| v.fract() == 0.0);
    let share = numbers as f64 / total as f64;
    let eight_digits = cells.iter().all(|c| c.0.len() == 8 && c.0.starts_with(['1', '2']));
    let date = if share < 0.5 || eight_digits { dating::find(cells, order) } else { None };
    if let Some((date, confidence)) = date {
        return Judged { kind: Found::guess(Kind::Date, confidence), date: Some(date) };
    }
    if share >= 0.8 {
        let kind = if integers == numbers { Kind::Integer } else { Kind::Decimal };
        if let Some((date, confidence)) = dating::find_serial(cells, header_says_date) {
            return Judged { kind: Found::guess(Kind::Date, confidence), date: Some(date) };
        }
        return Judged { kind: Found::guess(kind, share), date: None };
    }
    Judged { kind: Found::guess(Kind::Text, 1.0 - share * 0.5), date: None }
}

/// Header rows joined by a blank, as in the table written by `detect --table`.
pub(super) fn join_header(cells: &[String]) -> String {
    let filled: Vec<&str> = cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty()).collect();
    filled.join(" ")
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(std::iter::once('…')).collect()
}

/// The decimal sign of a file from the votes of its columns.
pub(super) fn decimal_of(columns: &[ColumnCount], delimiter: Delimiter) -> Found<Decimal> {
    let (mut point, mut comma) = (0, 0);
    for column in columns {
        let votes = column.decimal_votes();
        point += votes.0;
        comma += votes.1;
    }
    if point + comma == 0 {
        let likely =
            if delimiter == Delimiter::One(b';') { Decimal::Comma } else { Decimal::Point };
        return Found::guess(likely, 0.5);
    }
    // One number says less than many.
    let share = (point.max(comma) as f64 + 0.5) / ((point + comma) as f64 + 1.0);
    Found::guess(if comma > point { Decimal::Comma } else { Decimal::Point }, share)
}
