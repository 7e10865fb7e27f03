//! Where a table begins: lines before it, and how many header rows it has.
//!
//! Judges the first rows only; the end of the table is seen while reading.

use super::Found;
use super::numbers::{is_plain_number, looks_like_moment};

/// One of the first rows of a file.
#[derive(Clone, Debug)]
pub(super) struct HeadRow {
    /// Row of the file, from 1.
    pub row: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

impl HeadRow {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|c| !c.trim().is_empty()).count()
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.trim())
    }
}

/// Where the table begins: index into the rows given, and the number of header rows.
pub(super) struct LayoutFound {
    /// Rows of the file before the header.
    pub preamble: Found<usize>,
    pub header: Found<usize>,
}

/// Most header rows a table has.
const MOST_HEADERS: usize = 3;

/// Finds preamble and header. `names` are headers that a profile expects: they tell most.
pub(super) fn find(
    rows: &[HeadRow],
    names: &[&str],
    preamble: Option<usize>,
    header: Option<usize>,
) -> LayoutFound {
    let width = usual_width(rows);
    let named = if header == Some(0) { None } else { row_with_names(rows, names) };
    let first = match (preamble, named) {
        (Some(stated), _) => rows.iter().position(|r| r.row > stated as u64).unwrap_or(rows.len()),
        (None, Some(named)) => named,
        (None, None) => first_of_table(rows, width),
    };
    let before = rows.get(first).map_or(0, |r| usize::try_from(r.row - 1).unwrap_or(0));
    let preamble = match preamble {
        Some(stated) => Found::stated(stated),
        None => Found::guess(before, if before == 0 || named.is_some() { 0.95 } else { 0.75 }),
    };
    let header = match header {
        Some(stated) => Found::stated(stated),
        None => {
            let found = header_rows(rows.get(first..).unwrap_or_default(), width);
            if named.is_some() && found.value == 0 { Found::guess(1, 0.9) } else { found }
        }
    };
    LayoutFound { preamble, header }
}

/// The width most rows have; on a tie that of the earlier row, for it may be the header.
pub(super) fn usual_width(rows: &[HeadRow]) -> usize {
    let count = |width: usize| rows.iter().filter(|r| r.cells.len() == width).count();
    // The last of equals is taken: so from the end on.
    let widths = rows.iter().rev().map(|r| r.cells.len());
    widths.max_by_key(|w| (count(*w), *w > 1)).unwrap_or(0)
}

fn row_with_names(rows: &[HeadRow], names: &[&str]) -> Option<usize> {
    let names: Vec<&str> = names.iter().copied().filter(|n| !n.starts_with('#')).collect();
    if names.is_empty() {
        return None;
    }
    rows.iter().take(40).position(|row| {
        names.iter().all(|name| row.cells.iter().any(|cell| cell.trim() == name.trim()))
    })
}

/// The first row that is part of the table. Lines before it say little, and that on the left.
fn first_of_table(rows: &[HeadRow], width: usize) -> usize {
    let fullest =
        |from: usize| rows.iter().skip(from).take(12).map(HeadRow::filled).max().unwrap_or(0);
    for (at, row) in rows.iter().enumerate().take(30) {
        let filled = row.filled();
        let after = fullest(at + 1);
        let on_the_left = row.cells.iter().skip(2).all(|c| c.trim().is_empty());
        let says_little = filled == 0
            || (on_the_left && filled == 1 && after >= 3 && width >= 3)
            || (on_the_left && filled <= 2 && after >= 4)
            || (row.cells.len() == 1 && width == 2 && after == 2)
            || (row.cell(0).starts_with(['#', '~', '%']) && row.cells.len() != width);
        if !says_little {
            return at;
        }
    }
    0
}

/// How many of these rows are headers.
fn header_rows(rows: &[HeadRow], width: usize) -> Found<usize> {
    let rows: Vec<&HeadRow> = rows.iter().filter(|r| r.filled() > 0).collect();
    let import_ids = |r: &&HeadRow| r.cells.iter().any(|c| c.contains("{\"ImportId\""));
    if let Some(at) = rows.iter().take(MOST_HEADERS).position(import_ids) {
        return Found::guess(at + 1, 0.99);
    }
    if rows.len() < 2 {
        let header = rows.first().is_some_and(|r| !r.cells.iter().any(|c| is_typed(c)));
        return Found::guess(usize::from(header), 0.6);
    }
    let mut count = 0;
    let mut confidence: f64 = 1.0;
    while count < MOST_HEADERS && count + 1 < rows.len() {
        let (is_header, sure) = judge(&rows, count, width);
        confidence = confidence.min(sure);
        if !is_header {
            break;
        }
        count += 1;
    }
    Found::guess(count, confidence)
}

/// Whether row `at` is a header above the rows that follow, and how sure that is.
fn judge(rows: &[&HeadRow], at: usize, width: usize) -> (bool, f64) {
    let row = rows[at];
    // Rows just below may be headers too: the body begins after the most there can be.
    let body_from = if rows.len() > at + 12 { at + 4 } else { at + 1 };
    let body = &rows[body_from.min(rows.len() - 1)..];
    // In a short table further header rows weigh heavily.
    let most = if body.len() < 10 { 6 } else { 8 };
    if at > 0 && row.cells == rows[at - 1].cells {
        return (true, 0.8);
    }
    let (mut votes_for, mut against, mut bare) = (0_usize, 0_usize, 0_usize);
    for column in 0..width {
        let filled: Vec<&str> =
            body.iter().map(|r| r.cell(column)).filter(|c| !c.is_empty()).collect();
        let typed = filled.iter().filter(|c| is_typed(c)).count();
        if filled.is_empty() || typed * 10 < filled.len() * most {
            continue;
        }
        match row.cell(column) {
            "" => bare += usize::from(filled.len() * 10 >= body.len() * 9),
            // A year above numbers that are none names its column.
            cell if is_year(cell) && !filled.iter().any(|c| is_year(c)) => votes_for += 1,
            cell if is_typed(cell) => against += 1,
            _ => votes_for += 1,
        }
    }
    let votes = votes_for + against;
    if at == 0 {
        if votes == 0 {
            return first_of_words(row, body, width);
        }
        let sure = 0.55 + 0.44 * (votes_for.abs_diff(against) as f64 / votes as f64);
        return (votes_for > against, sure);
    }
    let answers = row.cells.iter().filter(|c| is_answer_header(c)).count();
    let holes = (0..width).filter(|c| rows[at - 1].cell(*c).is_empty()).count();
    let holes_filled =
        (0..width).filter(|c| rows[at - 1].cell(*c).is_empty() && !row.cell(*c).is_empty()).count();
    if answers > 0 && against == 0 {
        return (true, 0.9);
    }
    if holes > 0 && holes_filled * 2 >= holes && bare > 0 && against == 0 {
        return (true, 0.8);
    }
    let firm = votes_for >= 2 && against == 0 && votes_for * 10 >= (votes_for + bare) * 6;
    (firm, if firm { 0.75 } else { 0.95 })
}

/// The second header row of an export that spreads one question over columns.
fn is_answer_header(cell: &str) -> bool {
    matches!(cell.trim(), "Response" | "Open-Ended Response" | "Antwoord" | "Open antwoord")
}

/// Without numbers or dates below: the first row is a header unless it reads like the rest.
fn first_of_words(row: &HeadRow, body: &[&HeadRow], width: usize) -> (bool, f64) {
    let cells: Vec<&str> = (0..width).map(|c| row.cell(c)).filter(|c| !c.is_empty()).collect();
    let mut different = cells.clone();
    different.sort_unstable();
    different.dedup();
    let again = (0..width)
        .filter(|c| !row.cell(*c).is_empty() && body.iter().any(|r| r.cell(*c) == row.cell(*c)))
        .count();
    // Years and codes may be names of columns too: then nothing below is written so.
    let is_typed_below = |column: usize| body.iter().any(|r| is_typed(r.cell(column)));
    let is_year_below = |column: usize| body.iter().any(|r| is_year(r.cell(column)));
    let reads_like_the_rest = (0..width).any(|column| {
        let cell = row.cell(column);
        is_typed(cell)
            && (body.len() < 2
                || if is_year(cell) { is_year_below(column) } else { is_typed_below(column) })
    });
    if again * 2 > cells.len() || reads_like_the_rest {
        return (false, 0.6);
    }
    (true, if different.len() == cells.len() && again == 0 { 0.7 } else { 0.55 })
}

/// Whether a cell may be the year that names a column.
fn is_year(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) && is_typed(cell)
}

fn is_typed(cell: &str) -> bool {
    let cell = cell.trim();
    let money = cell.strip_prefix(['$', '€', '£']).unwrap_or(cell);
    let share = money.strip_suffix('%').unwrap_or(money);
    is_plain_number(share) || looks_like_moment(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(text: &str) -> (usize, usize) {
        let rows: Vec<HeadRow> = text
            .lines()
            .enumerate()
            .filter(|(_, l)| !l.is_empty())
            .map(|(i, line)| HeadRow {
                row: i as u64 + 1,
                cells: line.split(',').map(str::to_owned).collect(),
            })
            .collect();
        let found = find(&rows, &[], None, None);
        (found.preamble.value, found.header.value)
    }

    #[test]
    fn header_rows_and_lines_before_the_table_are_told_from_the_rows() {
        let body = "1,2019-01-03,7,good\n2,2019-01-04,9,fine\n3,2019-01-09,2,bad\n";
        let cases = [
            ("id,date,score,text\n", (0, 1)),
            ("", (0, 0)),
            ("My report\n\nid,date,score,text\n", (2, 1)),
            ("Report:,Airport,,\nMade:,2019-01-10,,\n,,,\nid,date,score,text\n", (3, 1)),
            ("V1,V2,V3,V4\nResponse,Start date,How likely?,Why?\n", (0, 2)),
            ("V1,V2,V3,V4\nResponse,Start,How likely?,Why?\n{\"ImportId\": 1},b,c,d\n", (0, 3)),
            ("id,when,How likely are you?,\n,,,Why\n", (0, 2)),
            ("id,date,score,text\nid,date,score,text\n", (0, 2)),
        ];
        for (head, expected) in cases {
            assert_eq!(layout(&format!("{head}{body}")), expected, "{head}");
        }
        assert_eq!(layout("name,place\nAnn,Delft\nBob,Gouda\n"), (0, 1));
        assert_eq!(layout("foo\n1"), (0, 1));
        assert_eq!(layout("Museum,2011,2010\nA,23.824,17.5\nB,closed,closed\n"), (0, 1));
        assert_eq!(layout("Museum,2011,2010\nA,23.824,17.5\nB,12.1,13.2\n"), (0, 1));
        assert_eq!(layout("A,2011,2010\nB,2012,2009\nC,2013,2010\n"), (0, 0));
        assert_eq!(layout("id,100,101\na,TRUE,FALSE\nb,TRUE,TRUE\n"), (0, 1));
    }
}
