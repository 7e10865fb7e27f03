//! Sees that a row is damaged, and mends it where only one mending makes sense.
//!
//! Never guesses between several: then the row stays as it was read. Counts and reports nothing.

use super::align::{Effort, Line, align};
use super::signs::{Delimiter, Dialect};
use super::stream::END_MARK;
use super::usual::{Fit, Usual};
use csv::ByteRecord;
use memchr::{memchr, memchr2};

/// What is wrong with the quotes of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Damage {
    /// A quote is opened and never closed.
    Unclosed,
    /// Text stands behind a closing quote.
    Stray,
}

/// A mended row.
#[derive(Debug)]
pub(super) struct Mended {
    pub cells: ByteRecord,
    /// Bytes of the text it takes up, with its line end.
    pub length: usize,
    /// Whether a quote was taken for text because nothing closed it.
    pub unclosed: bool,
}

/// Lines that a damaged row may take up.
const MOST_LINES: usize = 20;

/// What is wrong with the quotes of a row; `text` is the row as in the file.
pub(super) fn damage(text: &[u8], dialect: &Dialect) -> Option<Damage> {
    let quote = dialect.quote?;
    let delimiter = dialect.delimiter.byte();
    let mut at = 0;
    while let Some(found) = memchr(quote, &text[at..]) {
        let open = at + found;
        if open > 0 && text[open - 1] != delimiter {
            // Within a cell that no quote opened it is a sign like others.
            at = open + 1;
            continue;
        }
        at = open + 1;
        loop {
            let Some(close) = memchr(quote, &text[at..]) else {
                return Some(Damage::Unclosed);
            };
            at += close + 1;
            match text.get(at) {
                Some(next) if *next == quote => at += 1,
                None => return None,
                Some(_) if ends_cell(&text[at..], delimiter) => break,
                Some(_) => return Some(Damage::Stray),
            }
        }
    }
    None
}

/// Whether a cell ends here, but for blanks.
fn ends_cell(text: &[u8], delimiter: u8) -> bool {
    let next = text.iter().find(|b| **b != b' ' || delimiter == b' ');
    next.is_none_or(|b| *b == delimiter || matches!(b, b'\n' | b'\r'))
}

/// Mends a row of `text`, which the reader split into `record`; none when it is best left alone.
pub(super) fn mend(
    text: &[u8],
    damage: Option<Damage>,
    record: &ByteRecord,
    dialect: &Dialect,
    usual: Option<&Usual>,
    effort: &Effort,
) -> Option<Mended> {
    if let Some(usual) = usual {
        if damage.is_none() && usual.takes(record) {
            return None;
        }
        let laid = blocks(text, damage).find_map(|(block, length)| {
            let cells = lay(block, dialect, usual, effort)?;
            Some(Mended { cells, length, unclosed: false })
        });
        if laid.is_some() {
            return laid;
        }
    }
    let line = line_length(text);
    let mended = || without_open_quote(&text[..line], dialect);
    match damage? {
        Damage::Unclosed => Some(Mended { cells: mended(), length: line, unclosed: true }),
        Damage::Stray => {
            let cells = mended();
            let is_better = usual.is_none_or(|usual| usual.width == cells.len());
            (is_better && cells != *record).then_some(Mended {
                cells,
                length: line,
                unclosed: false,
            })
        }
    }
}

/// The parts of a text that may be the whole row, likeliest first: line by line more, but all of
/// it where its quotes are sound. Each with its length including the line end.
fn blocks(text: &[u8], damage: Option<Damage>) -> impl Iterator<Item = (&[u8], usize)> {
    let mut length = 0;
    let mut lengths = Vec::new();
    while length < text.len() && lengths.len() < MOST_LINES {
        length += line_length(&text[length..]);
        lengths.push(length);
    }
    if damage.is_none() {
        lengths.retain(|l| *l == text.len());
    }
    lengths.into_iter().filter_map(|length| {
        let block = without_line_end(&text[..length]);
        (!block.ends_with(END_MARK)).then_some((block, length))
    })
}

/// Lays a row along the columns, if need be as if it had another delimiter than its file.
fn lay(text: &[u8], dialect: &Dialect, usual: &Usual, effort: &Effort) -> Option<ByteRecord> {
    let own = dialect.delimiter.byte();
    let with =
        |delimiter: u8| align(&Line { text, delimiter, quote: dialect.quote }, usual, effort);
    let cells = with(own).map(|cells| as_written(cells, dialect.delimiter)).or_else(|| {
        let others = OTHER_DELIMITERS.into_iter().filter(|d| *d != own);
        let mut found = others.filter_map(with).filter(|cells| is_certain(cells, usual));
        found.next().filter(|_| found.next().is_none())
    })?;
    Some(cells.into_iter().collect())
}

const OTHER_DELIMITERS: [u8; 5] = [b',', b';', b'\t', b'|', b' '];

/// Whether so many cells have a form of their own that another delimiter is beyond doubt.
fn is_certain(cells: &[Vec<u8>], usual: &Usual) -> bool {
    let firm = |(at, cell): &(usize, &Vec<u8>)| usual.fit(*at, cell) == Fit::Firm;
    cells.iter().enumerate().filter(firm).count() >= 3
}

/// Another delimiter than the file's own, under which a line names so many columns.
pub(super) fn header_delimiter(line: &str, own: &Dialect, width: usize) -> Option<Delimiter> {
    let names = |delimiter: &u8| {
        let dialect = Dialect { delimiter: Delimiter::One(*delimiter), ..*own };
        let cells = split(line.as_bytes(), &dialect);
        let mut names: Vec<&[u8]> = cells.iter().map(<[u8]>::trim_ascii).collect();
        names.sort_unstable();
        names.dedup();
        let is_word = |name: &&[u8]| name.iter().any(u8::is_ascii_alphabetic);
        // Any line of words has blanks: quotes show that they split cells.
        let is_meant =
            *delimiter != b' ' || own.quote.is_some_and(|q| line.as_bytes().contains(&q));
        let sound = damage(line.as_bytes(), &dialect).is_none();
        cells.len() == width
            && names.len() == width
            && names.iter().all(is_word)
            && is_meant
            && sound
    };
    let own_byte = own.delimiter.byte();
    let mut found = OTHER_DELIMITERS.into_iter().filter(|d| *d != own_byte).filter(names);
    found.next().filter(|_| found.next().is_none()).map(Delimiter::One)
}

/// Splits one line.
pub(super) fn split(line: &[u8], dialect: &Dialect) -> ByteRecord {
    let mut record = ByteRecord::new();
    // A line that cannot be split gives no cells.
    let _ = dialect.reader(line, 8 * 1024).read_byte_record(&mut record);
    record
}

/// Cells in which a delimiter of several signs is written out again.
fn as_written(mut cells: Vec<Vec<u8>>, delimiter: Delimiter) -> Vec<Vec<u8>> {
    if let Delimiter::One(_) = delimiter {
        return cells;
    }
    for cell in &mut cells {
        if cell.contains(&delimiter.byte()) {
            let parts: Vec<&[u8]> = cell.split(|b| *b == delimiter.byte()).collect();
            *cell = parts.join(delimiter.written());
        }
    }
    cells
}

/// Length of the first line of a text, with its line end.
pub(super) fn line_length(text: &[u8]) -> usize {
    match memchr2(b'\n', b'\r', text) {
        None => text.len(),
        Some(at) if text[at] == b'\r' && text.get(at + 1) == Some(&b'\n') => at + 2,
        Some(at) => at + 1,
    }
}

/// Takes the end mark off the last cell, where mending was given up.
pub(super) fn strip_mark(record: &mut ByteRecord) {
    let last = record.iter().next_back().unwrap_or_default();
    let text = last.strip_suffix(b"\n").unwrap_or(last);
    let Some(text) = text.strip_suffix(END_MARK) else {
        return;
    };
    let text = text.strip_suffix(b"\n").unwrap_or(text).to_vec();
    record.truncate(record.len() - 1);
    record.push_field(&text);
}

fn without_line_end(text: &[u8]) -> &[u8] {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    text.strip_suffix(b"\r").unwrap_or(text)
}

/// Splits one line in which quotes may be taken for text: one closes a cell only where the cell
/// can end, and opens one only if another closes it.
pub(super) fn without_open_quote(line: &[u8], dialect: &Dialect) -> ByteRecord {
    let line = without_line_end(line);
    let delimiter = dialect.delimiter.byte();
    let mut record = ByteRecord::new();
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let quoted = dialect.quote.and_then(|quote| quoted(rest, quote, delimiter));
        let length = match quoted {
            Some((cell, length)) => {
                record.push_field(&cell);
                length
            }
            None => {
                let length = memchr(delimiter, rest).unwrap_or(rest.len());
                record.push_field(&rest[..length]);
                length
            }
        };
        at += length + 1;
        if at > line.len() {
            return record;
        }
    }
}

/// A cell in quotes at the begin of a text, and its length with the quotes and blanks behind.
fn quoted(text: &[u8], quote: u8, delimiter: u8) -> Option<(Vec<u8>, usize)> {
    let inner = text.strip_prefix(&[quote])?;
    let mut cell = Vec::new();
    let mut at = 0;
    while let Some(byte) = inner.get(at) {
        at += 1;
        if *byte != quote {
            cell.push(*byte);
        } else if ends_cell(&inner[at..], delimiter) {
            let blanks = memchr(delimiter, &inner[at..]).unwrap_or(inner.len() - at);
            return Some((cell, 1 + at + blanks));
        } else {
            at += usize::from(inner.get(at) == Some(&quote));
            cell.push(*byte);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    const COMMA: Delimiter = Delimiter::One(b',');

    #[test]
    fn quotes_that_do_not_pair_are_seen() {
        let cases = [
            ("a,b\n", None),
            ("\"a\",\"b\"\r\n", None),
            ("\"a \"\"x\"\"\" , b\n", None),
            ("5\" pipe,6\"\n", None),
            ("\"\",\"\"\"\"\n", None),
            ("\"a\nb\",c\n", None),
            ("\"a\" b,c\n", Some(Damage::Stray)),
            ("x,\"a \"b\" c\"\n", Some(Damage::Stray)),
            ("x,\"a\n", Some(Damage::Unclosed)),
        ];
        for (text, expected) in cases {
            assert_eq!(damage(text.as_bytes(), &Dialect::of(COMMA)), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_is_split_so_that_no_quote_stays_open() {
        let cases: [(&str, &[&str]); 7] = [
            ("1,\"open,3", &["1", "\"open", "3"]),
            ("1,\"Hey, \" it\",3", &["1", "Hey, \" it", "3"]),
            ("\"a\" b,c", &["\"a\" b", "c"]),
            ("\"a \"\"b\"\"\",", &["a \"b\"", ""]),
            ("\"a\" ,\"\"", &["a", ""]),
            ("", &[""]),
            (",\"", &["", "\""]),
        ];
        for (line, expected) in cases {
            let cells = without_open_quote(line.as_bytes(), &Dialect::of(COMMA));
            assert_eq!(cells, ByteRecord::from(expected.to_vec()), "{line:?}");
        }
    }

    /// Rows of day, code, score, words and region; the words may hold commas in quotes.
    fn sample() -> String {
        let mut sample = String::new();
        for at in 0..40 {
            let words = ["fine", "\"good, but slow\"", "ok!", "not so good", "\"a \"\"b\"\"\""];
            let (words, day) = (words[at % 5], at % 28 + 1);
            writeln!(sample, "{day}-02-2020,AB-{at},{},{words},North {at}b", at % 10).unwrap();
        }
        sample
    }

    #[test]
    fn a_row_is_mended_only_where_its_columns_leave_one_way() {
        let dialect = Dialect::of(COMMA);
        let usual = Usual::learn(sample().as_bytes(), &dialect).unwrap();
        let tail = ["fine", "North 3b"];
        let row = |first: [&'static str; 3], tail: [&'static str; 2]| {
            Some([&first[..], &tail[..]].concat())
        };
        let cases = [
            // A delimiter too many, or too few.
            (",1-2-2020,AB-1,7,fine,North 3b", row(["1-2-2020", "AB-1", "7"], tail)),
            ("1-2-2020,,AB-1,7,fine,North 3b", row(["1-2-2020", "AB-1", "7"], tail)),
            ("1-2-2020,AB-17,fine,North 3b", None),
            ("1-2-2020AB-1,7,fine,North 3b", row(["1-2-2020", "AB-1", "7"], tail)),
            // Quotes too many.
            ("\"1-2-2020,AB-1,7,fine,North 3b", row(["\"1-2-2020", "AB-1", "7"], tail)),
            (
                "1-2-2020,AB-1,7,\"so \"good, really\" ha\",North 3b",
                row(["1-2-2020", "AB-1", "7"], ["so \"good, really\" ha", "North 3b"]),
            ),
            // A comma in a text without quotes.
            (
                "1-2-2020,AB-1,7,good, but slow,North 3b",
                row(["1-2-2020", "AB-1", "7"], ["good, but slow", "North 3b"]),
            ),
            // Another delimiter.
            ("1-2-2020;AB-1;7;fine;North 3b", row(["1-2-2020", "AB-1", "7"], tail)),
            (
                "1-2-2020,AB-1,7,good, but slow, alas, and dear, too,North 3b",
                row(["1-2-2020", "AB-1", "7"], ["good, but slow, alas, and dear, too", "North 3b"]),
            ),
            // Not to be mended.
            ("1-2-2020,AB-1,7,good,but,slow,x,North 3b", None),
            ("1-2-2020,AB-1", None),
            ("1-2-2020,AB-1,7,fine,North 3b,,", None),
            ("a few words, and more", None),
        ];
        for (text, expected) in cases {
            let line = format!("{text}\n");
            let mut record = ByteRecord::new();
            dialect.reader(line.as_bytes(), 1024).read_byte_record(&mut record).unwrap();
            let damage = damage(line.as_bytes(), &dialect);
            let mended =
                mend(line.as_bytes(), damage, &record, &dialect, Some(&usual), &Effort::of_a_row());
            let expected = expected.map(ByteRecord::from);
            assert_eq!(mended.map(|m| m.cells), expected, "{text}");
        }
    }
}
