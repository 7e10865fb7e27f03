//! Refused cells as CSV: UTF-8, comma, a header, a line a cell.
//!
//! For people and scripts alike; a spreadsheet that opens it computes nothing of what stands in it.

use crate::document::RejectedCell;
use crate::text::Texts;

/// The columns.
const HEAD: [&str; 4] = ["row", "column", "value", "reason"];

/// Refused cells as a table: row of the file, header of the column, the cell as read, and the reason
/// in words. Headers and values that a spreadsheet would take for a formula get an apostrophe in
/// front; plain numbers do not need one.
#[must_use]
pub fn rejected_csv(cells: &[RejectedCell], texts: &Texts) -> Vec<u8> {
    csv(&HEAD, cells.iter().map(|cell| line(cell, texts)))
}

/// As `rejected_csv`, of several files, with the name of the file in front.
#[must_use]
pub fn rejected_csv_of_files(files: &[(String, Vec<RejectedCell>)], texts: &Texts) -> Vec<u8> {
    let head: Vec<&str> = std::iter::once("file").chain(HEAD).collect();
    let lines = files.iter().flat_map(|(file, cells)| {
        let with_file = |cell| std::iter::once(harmless(file)).chain(line(cell, texts)).collect();
        cells.iter().map(with_file)
    });
    csv(&head, lines)
}

fn line(cell: &RejectedCell, texts: &Texts) -> Vec<String> {
    let reason = texts.say(&cell.reason);
    vec![cell.row.to_string(), harmless(&cell.column), harmless(&cell.value), harmless(&reason)]
}

fn csv(head: &[&str], lines: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = head.join(",");
    text.push('\n');
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text.into_bytes()
}

/// A text that no spreadsheet takes for a formula.
pub(super) fn harmless(text: &str) -> String {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins && !is_number(text) { format!("'{text}") } else { text.to_owned() }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

pub(super) fn quoted(cell: &str) -> String {
    let needs = cell.contains([',', ';', '"', '\n', '\r']) || cell.trim() != cell;
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Message;
    use crate::text::Lang;

    fn cell(row: u64, value: &str) -> RejectedCell {
        let reason = Message::new("import-reason-no-number");
        let (column, value) = ("nps".to_owned(), value.to_owned());
        RejectedCell { row, column, value, reason, duplicate: false }
    }

    #[test]
    fn cells_stand_as_they_were_and_formulas_are_harmless() {
        let cases = [
            ("abc", "abc"),
            ("-5", "-5"),
            ("+31,5", "\"+31,5\""),
            ("-", "'-"),
            ("-2+3", "'-2+3"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("\tcmd", "'\tcmd"),
            ("two\nlines", "\"two\nlines\""),
            (" blank", "\" blank\""),
        ];
        let texts = Texts::new(Lang::En);
        let reason = texts.get("import-reason-no-number");
        for (value, expected) in cases {
            let made = String::from_utf8(rejected_csv(&[cell(7, value)], &texts)).unwrap();
            let (head, line) = made.split_once('\n').unwrap();
            assert_eq!(head, "row,column,value,reason");
            let reason = quoted(&reason);
            assert_eq!(line, format!("7,nps,{expected},{reason}\n"), "{value}");
        }
    }

    #[test]
    fn reasons_have_the_language_and_files_their_name() {
        let cells = [cell(2, "x")];
        let made = |lang| rejected_csv(&cells, &Texts::new(lang));
        assert_ne!(made(Lang::En), made(Lang::Nl));
        let files = [("=a.csv".to_owned(), cells.to_vec())];
        let made = rejected_csv_of_files(&files, &Texts::new(Lang::En));
        let made = String::from_utf8(made).unwrap();
        assert!(made.starts_with("file,row,column,value,reason\n'=a.csv,2,nps,x,"), "{made}");
    }
}
