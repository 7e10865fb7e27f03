//! How most rows of a file look: so many cells, each column in its own form.
//!
//! Learned from a sample to tell a damaged row by; says nothing of what the columns mean.

use super::numbers::is_plain_number;
use super::signs::Dialect;
use csv::ByteRecord;
use std::collections::HashMap;

/// How most rows look.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Usual {
    /// Cells of a row.
    pub width: usize,
    columns: Vec<Form>,
}

/// How well a cell fits its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    /// It has the form that all cells of the column have.
    Firm,
    /// The column takes anything.
    Free,
    /// It holds nothing, like other cells of the column.
    Empty,
    /// It holds nothing where the others hold something, or something where they hold nothing.
    Odd,
    /// The column has a form, and this is not it.
    Not,
}

/// What the cells of a column have in common.
#[derive(Clone, PartialEq, Debug)]
struct Form {
    kind: Kind,
    /// Whether cells are empty now and then.
    has_gaps: bool,
}

#[derive(Clone, PartialEq, Debug)]
enum Kind {
    Empty,
    Number,
    /// Runs of digits and letters with certain signs between them.
    Patterns(Vec<String>),
    Any,
}

/// Rows a sample must have before it says what is usual.
const FEWEST_ROWS: usize = 10;
const MOST_ROWS: usize = 400;
/// Rows that may be headers, and so look different.
const HEADERS: usize = 3;
/// Forms that the cells of one column may have.
const MOST_PATTERNS: usize = 4;
const LONGEST_PATTERN: usize = 40;
const WIDEST: usize = 512;

impl Usual {
    /// Learns from a sample; none when its rows differ too much, or are too few.
    pub fn learn(sample: &[u8], dialect: &Dialect) -> Option<Self> {
        let mut rows = Vec::new();
        dialect.rows_of(sample, MOST_ROWS, |row| rows.push(row.clone()));
        Self::of_rows(&rows).or_else(|| {
            // An open quote may have swallowed most of the sample: then line by line.
            let lines = sample.split(|b| matches!(b, b'\n' | b'\r')).filter(|l| !l.is_empty());
            let mut rows = Vec::new();
            for line in lines.take(MOST_ROWS) {
                dialect.rows_of(line, 1, |row| rows.push(row.clone()));
            }
            Self::of_rows(&rows)
        })
    }

    fn of_rows(rows: &[ByteRecord]) -> Option<Self> {
        let mut widths: HashMap<usize, usize> = HashMap::new();
        for row in rows {
            *widths.entry(row.len()).or_default() += 1;
        }
        let (&width, &count) = widths.iter().max_by_key(|(width, count)| (**count, **width))?;
        // Cells too many in many rows, and too few in none: texts hold the delimiter, unquoted.
        let is_least = rows.first().is_some_and(|row| row.len() == width)
            && rows.iter().all(|row| row.len() >= width);
        let share = if is_least { 3 } else { 8 };
        let firm = count >= FEWEST_ROWS && count * 10 >= rows.len() * share;
        if !firm || !(2..=WIDEST).contains(&width) {
            return None;
        }
        let rows = rows.iter().skip(HEADERS).filter(|row| row.len() == width);
        let rows: Vec<&ByteRecord> = rows.collect();
        let columns =
            (0..width).map(|at| Form::of(rows.iter().filter_map(|r| r.get(at)))).collect();
        Some(Self { width, columns })
    }

    /// How a cell fits a column.
    pub fn fit(&self, column: usize, cell: &[u8]) -> Fit {
        let Some(form) = self.columns.get(column) else {
            return Fit::Not;
        };
        if form.kind == Kind::Any && cell.first().is_some_and(u8::is_ascii_alphanumeric) {
            return Fit::Free;
        }
        let text = String::from_utf8_lossy(cell);
        let text = text.trim();
        match &form.kind {
            Kind::Empty if text.is_empty() => Fit::Empty,
            Kind::Empty => Fit::Odd,
            _ if text.is_empty() => {
                if form.has_gaps {
                    Fit::Empty
                } else {
                    Fit::Odd
                }
            }
            Kind::Any => Fit::Free,
            Kind::Number if is_number(text) => Fit::Firm,
            Kind::Patterns(all) if pattern(text).is_some_and(|p| all.contains(&p)) => Fit::Firm,
            Kind::Number | Kind::Patterns(_) => Fit::Not,
        }
    }

    /// Whether a row of another width is no damaged one: it only lacks its last cells, or has
    /// blank ones too many.
    pub fn takes(&self, row: &ByteRecord) -> bool {
        row.iter().enumerate().all(|(at, cell)| {
            if at < self.width {
                self.fit(at, cell) != Fit::Not
            } else {
                cell.iter().all(u8::is_ascii_whitespace)
            }
        })
    }
}

impl Form {
    fn of<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Self {
        let (mut filled, mut empty, mut numbers) = (0_usize, 0_usize, 0_usize);
        let mut patterns: HashMap<Option<String>, usize> = HashMap::new();
        for cell in cells {
            let text = String::from_utf8_lossy(cell);
            let text = text.trim();
            if text.is_empty() {
                empty += 1;
                continue;
            }
            filled += 1;
            numbers += usize::from(is_number(text));
            *patterns.entry(pattern(text)).or_default() += 1;
        }
        let nearly_all = |count: usize| filled >= 8 && count * 100 >= filled * 97;
        let mut common: Vec<(usize, String)> =
            patterns.into_iter().filter_map(|(p, n)| Some((n, p?))).collect();
        // What is rare may be damaged itself.
        common.retain(|(count, _)| *count >= 2 && count * 50 >= filled);
        common.sort_unstable_by(|a, b| b.cmp(a));
        common.truncate(MOST_PATTERNS);
        let kind = if filled == 0 {
            Kind::Empty
        } else if nearly_all(numbers) {
            Kind::Number
        } else if nearly_all(common.iter().map(|c| c.0).sum()) {
            Kind::Patterns(common.into_iter().map(|c| c.1).collect())
        } else {
            Kind::Any
        };
        Self { kind, has_gaps: empty > 0 }
    }
}

/// A number, with or without a sign of money or a percent sign.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['$', '€', '£']).unwrap_or(text).trim_start();
    is_plain_number(text.strip_suffix('%').unwrap_or(text))
}

/// A text with each run of digits as `9` and each run of letters as `A`; none when it is long.
fn pattern(text: &str) -> Option<String> {
    let mut pattern = String::new();
    let mut last = None;
    for sign in text.chars() {
        let class = match sign {
            _ if sign.is_ascii_digit() => '9',
            _ if sign.is_alphabetic() => 'A',
            _ if sign.is_whitespace() => ' ',
            other => other,
        };
        if last != Some(class) || !matches!(class, '9' | 'A' | ' ') {
            pattern.push(class);
            if pattern.len() > LONGEST_PATTERN {
                return None;
            }
        }
        last = Some(class);
    }
    Some(pattern)
}

#[cfg(test)]
mod tests {
    use super::super::signs::Delimiter;
    use super::*;
    use std::fmt::Write as _;

    #[test]
    fn columns_have_the_form_of_their_cells() {
        let mut sample = String::from("day,code,score,price,text,none\n");
        for at in 0..30 {
            let words = ["good", "very good!", "(none)", "a, b", "x 1 y 2", "N/A"][at % 6];
            writeln!(sample, "{}-01-2020,AB-{at},{},€ 1,{},\"{words}\",", at + 1, at % 7, at % 3)
                .unwrap();
        }
        let sample = sample.replace("€ 1,", "€ 1.");
        let usual = Usual::learn(sample.as_bytes(), &Dialect::of(Delimiter::One(b','))).unwrap();
        assert_eq!(usual.width, 6);
        let cases = [
            (0, "3-12-2021", Fit::Firm),
            (0, "AB-1", Fit::Not),
            (0, "", Fit::Odd),
            (1, "QQ-77", Fit::Firm),
            (2, "-5", Fit::Firm),
            (2, "x", Fit::Not),
            (3, "€ 5", Fit::Firm),
            (4, "whatever, really", Fit::Free),
            (5, "", Fit::Empty),
            (5, "word", Fit::Odd),
            (6, "", Fit::Not),
        ];
        for (column, cell, expected) in cases {
            assert_eq!(usual.fit(column, cell.as_bytes()), expected, "{cell:?} in {column}");
        }
        let row = |cells: &[&str]| ByteRecord::from(cells.to_vec());
        assert!(usual.takes(&row(&["1-2-2020", "AB-1", "3"])));
        assert!(usual.takes(&row(&["1-2-2020", "AB-1", "3", "1", "x", "", "", " "])));
        assert!(!usual.takes(&row(&["1-2-2020", "3", "1", "x", ""])));
    }

    #[test]
    fn few_or_unlike_rows_say_nothing() {
        let dialect = Dialect::of(Delimiter::One(b','));
        assert_eq!(Usual::learn(b"a,b\n1,2\n3,4\n", &dialect), None);
        let unlike: String = (0..40).map(|at| ",".repeat(at % 4) + "x\n").collect();
        assert_eq!(Usual::learn(unlike.as_bytes(), &dialect), None);
    }
}
