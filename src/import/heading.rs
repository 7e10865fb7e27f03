//! What a header says: the code of a column, the question it asks, the row of a question table.
//!
//! Reads headers only; what a column is follows elsewhere.

use super::DetectedColumn;
use super::words::plain;
use std::collections::HashMap;

/// What the header of a column says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Heading {
    /// The question, without numbers, codes and the tool's own marks.
    pub text: String,
    /// What the columns of one question share, where there are several.
    pub stem: Option<String>,
    /// What is this column's own, beside the stem.
    pub item: Option<String>,
    /// The names by which a tool's column may be known, in plain words.
    pub keys: Vec<String>,
}

impl Heading {
    /// The question in plain words.
    pub fn plain(&self) -> String {
        plain(&self.text)
    }

    /// Whether the column is known by one of these names.
    pub fn is_called(&self, names: &[&str]) -> bool {
        self.keys.iter().any(|key| names.contains(&key.as_str()))
    }
}

/// The header cell that says nothing but that answers stand below.
const ANSWERS: &[&str] =
    &["response", "open ended response", "antwoord", "open antwoord", "reactie"];

/// What the headers of a file say, column by column.
pub(super) fn headings(columns: &[DetectedColumn]) -> Vec<Heading> {
    let grouped = is_grouped(columns);
    let mut group = String::new();
    let mut headings: Vec<Heading> = Vec::new();
    for column in columns {
        let cells: Vec<&str> =
            column.header_cells.iter().map(|c| c.trim()).filter(|c| !is_import_id(c)).collect();
        let first = cells.first().copied().unwrap_or_default();
        let second = cells.get(1).copied().unwrap_or_default();
        let mut heading = Heading { keys: keys(column), ..Heading::default() };
        if cells.len() < 2 {
            heading.text = without_number(first).to_owned();
        } else if grouped {
            if !first.is_empty() {
                first.clone_into(&mut group);
            }
            let own = Some(second).filter(|s| !s.is_empty() && !is_answers(s));
            let stem = without_number(&group);
            heading.text = match own {
                Some(own) if stem.is_empty() => own.to_owned(),
                Some(own) => format!("{stem} - {own}"),
                None => stem.to_owned(),
            };
            if let Some(own) = own {
                heading.stem = Some(stem.to_owned());
                heading.item = Some(own.to_owned());
            }
        } else {
            let text = if second.is_empty() { first } else { second };
            heading.text = without_number(text).to_owned();
        }
        headings.push(heading);
    }
    share_stems(&mut headings);
    headings
}

/// Whether the first header row names groups of columns, and the second what each is.
fn is_grouped(columns: &[DetectedColumn]) -> bool {
    let cell = |c: &DetectedColumn, row: usize| {
        c.header_cells.get(row).map(|t| t.trim().to_owned()).unwrap_or_default()
    };
    if columns.iter().any(|c| c.header_cells.iter().any(|t| is_import_id(t))) {
        return false;
    }
    let answers = columns.iter().any(|c| is_answers(&cell(c, 1)));
    let holes = columns.iter().any(|c| cell(c, 0).is_empty() && !cell(c, 1).is_empty());
    let again = columns.windows(2).any(|pair| {
        let same = cell(&pair[0], 0) == cell(&pair[1], 0) && !cell(&pair[0], 0).is_empty();
        same && cell(&pair[0], 1) != cell(&pair[1], 1)
    });
    answers || holes || again
}

fn is_answers(cell: &str) -> bool {
    ANSWERS.contains(&plain(cell).as_str())
}

fn is_import_id(cell: &str) -> bool {
    cell.trim_start().starts_with('{') && cell.contains("ImportId")
}

/// The names by which a tool's column may be known: each header cell, its code, its path's end.
fn keys(column: &DetectedColumn) -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |text: &str| {
        let key = plain(text);
        let key = if key.is_empty() { text.trim().to_owned() } else { key };
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    };
    for cell in column.header_cells.iter().map(|c| c.trim()) {
        if is_import_id(cell) {
            let id = cell.rsplit(['"', '\'']).nth(1).unwrap_or_default();
            add(id.trim_start_matches('_'));
            continue;
        }
        add(cell);
        if let Some((code, rest)) = cell.split_once(". ").filter(|(code, _)| !code.contains(' ')) {
            add(code);
            add(rest);
        }
        if let Some((_, end)) = cell.rsplit_once('.').filter(|_| !cell.contains(' ')) {
            add(end);
        }
    }
    keys
}

/// A header without "1. ", "Q3. " or `code[item]. ` before it.
fn without_number(text: &str) -> &str {
    let text = text.trim();
    let Some((before, rest)) = text.split_once(['.', ')', ':']) else {
        return text;
    };
    let rest_begins = rest.starts_with(' ') && !rest.trim().is_empty();
    let code = !before.contains(' ') && before.len() <= 24;
    let numbered = before.chars().any(|c| c.is_ascii_digit() || c == '[');
    if rest_begins && code && numbered { rest.trim() } else { text }
}

/// Columns whose headers begin alike are one question: `Stem [row]`, `Stem - row`.
fn share_stems(headings: &mut [Heading]) {
    type Way = fn(&str) -> Option<(&str, &str)>;
    let ways: [Way; 3] = [in_brackets, after_last_dash, after_dash];
    for way in ways {
        let mut times: HashMap<String, usize> = HashMap::new();
        for heading in headings.iter().filter(|h| h.item.is_none()) {
            if let Some((stem, _)) = way(&heading.text) {
                *times.entry(stem.to_owned()).or_default() += 1;
            }
        }
        for heading in headings.iter_mut().filter(|h| h.item.is_none()) {
            let Some((stem, item)) = way(&heading.text) else { continue };
            if times.get(stem).is_some_and(|n| *n >= 2) {
                heading.item = Some(item.to_owned());
                heading.stem = Some(stem.to_owned());
            }
        }
    }
}

fn parts<'t>(stem: &'t str, item: &'t str) -> Option<(&'t str, &'t str)> {
    let (stem, item) = (stem.trim().trim_end_matches(':'), item.trim());
    (stem.chars().count() >= 3 && !item.is_empty()).then_some((stem, item))
}

fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (stem, item) = text.strip_suffix(']')?.rsplit_once('[')?;
    parts(stem, item)
}

fn after_last_dash(text: &str) -> Option<(&str, &str)> {
    let (stem, item) = text.rsplit_once(" - ")?;
    parts(stem, item)
}

/// Older exports join without blanks: the row begins with a capital, which a hyphened word's
/// second half does not.
fn after_dash(text: &str) -> Option<(&str, &str)> {
    let begins = |at: usize| text[at + 1..].chars().next().is_some_and(char::is_uppercase);
    let at = text.rmatch_indices('-').map(|(at, _)| at).find(|at| begins(*at))?;
    parts(&text[..at], &text[at + 1..]).filter(|(stem, _)| stem.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::super::columns::ColumnCount;
    use super::super::numbers::Decimal;
    use super::*;

    fn told(rows: &[&[&str]]) -> Vec<(String, Option<String>)> {
        let column = |at: usize| {
            let cells = rows.iter().map(|r| r[at].to_owned()).collect();
            ColumnCount::default().finish(at + 1, cells, Decimal::Point, None)
        };
        let columns: Vec<DetectedColumn> = (0..rows[0].len()).map(column).collect();
        headings(&columns).into_iter().map(|h| (h.text, h.item)).collect()
    }

    fn text(text: &str) -> (String, Option<String>) {
        (text.to_owned(), None)
    }

    fn item(text: &str, item: &str) -> (String, Option<String>) {
        (text.to_owned(), Some(item.to_owned()))
    }

    #[test]
    fn several_header_rows_are_a_code_and_a_question_or_a_question_and_its_rows() {
        let codes: &[&[&str]] = &[
            &["Q1", "Q2_1", "Q2_2"],
            &["How easy?", "Rate us - Desk", "Rate us - Web"],
            &["{\"ImportId\":\"QID1\"}", "{\"ImportId\":\"QID2_1\"}", "{\"ImportId\":\"QID2_2\"}"],
        ];
        let wanted =
            [text("How easy?"), item("Rate us - Desk", "Desk"), item("Rate us - Web", "Web")];
        assert_eq!(told(codes), wanted);
        let groups: &[&[&str]] = &[
            &["Respondent ID", "Which do you use?", "", "Why?"],
            &["", "App", "Web", "Open-Ended Response"],
        ];
        let wanted = [
            text("Respondent ID"),
            item("Which do you use? - App", "App"),
            item("Which do you use? - Web", "Web"),
            text("Why?"),
        ];
        assert_eq!(told(groups), wanted);
    }

    #[test]
    fn one_header_row_tells_rows_of_a_table_by_their_common_stem() {
        let one: &[&[&str]] = &[&[
            "id. Response ID",
            "time1[a]. Hours spent on: [Sales]",
            "time1[b]. Hours spent on: [Care]",
            "2. Check-in experience",
            "Would you - honestly - return?",
        ]];
        let wanted = [
            text("id. Response ID"),
            item("Hours spent on: [Sales]", "Sales"),
            item("Hours spent on: [Care]", "Care"),
            text("Check-in experience"),
            text("Would you - honestly - return?"),
        ];
        assert_eq!(told(one), wanted);
    }
}
