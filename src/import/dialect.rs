//! Which delimiter, quote and line end a text has, from a sample of it.
//!
//! csv-nose makes the first guess; our own reading of the sample judges it. Knows no header rows.

use super::Found;
use super::numbers::{is_plain_number, looks_like_moment};
use super::quoting::{QuoteFit, Quoting, quoting};
use super::signs::{Delimiter, Dialect, LineEnd, Signs};
use super::source::TextFile;
use super::stream::{self, END_MARK, LONGEST_ROW, Opening};
use super::usual::Usual;
use crate::model::{Message, Refusal};
use csv_nose::{SampleSize, Sniffer};
use encoding_rs::Encoding;
use std::collections::HashMap;
use std::io::Read;
use std::rc::Rc;

/// The dialect of a file with the confidence of each part.
#[derive(Clone, Debug)]
pub(super) struct DialectFound {
    pub delimiter: Found<Delimiter>,
    pub quote: Found<Option<u8>>,
    pub escape: Option<u8>,
    pub blank_before_quote: bool,
    pub line_end: LineEnd,
    pub sep_line: bool,
    /// How most rows look under it, if they look alike.
    pub usual: Option<Rc<Usual>>,
    /// The header row, where it has another delimiter than the rows.
    pub odd_header: Option<(u64, Delimiter)>,
}

impl DialectFound {
    pub fn dialect(&self) -> Dialect {
        Dialect {
            delimiter: self.delimiter.value,
            quote: self.quote.value,
            escape: self.escape,
            blank_before_quote: self.blank_before_quote,
            line_end: self.line_end,
            sep_line: self.sep_line,
        }
    }

    /// Learns how most rows of a sample look.
    pub fn learn(&mut self, sample: &[u8]) {
        let text = without_nul(sep_line(sample).1);
        self.usual = Usual::learn(&text, &self.dialect()).map(Rc::new);
    }
}

/// What a profile states about the dialect; `None` = detect.
#[derive(Clone, Copy, Default)]
pub(super) struct Stated {
    pub delimiter: Option<Delimiter>,
    pub quote: Option<Option<u8>>,
    pub escape: Option<Option<u8>>,
}

const SAMPLE_BYTES: u64 = 256 * 1024;
const SAMPLE_ROWS: usize = 200;
/// Delimiters, the usual ones first.
const DELIMITERS: &[u8] = b",;\t|: ^~`#!*&$@=/\\+%";
/// Delimiters of several signs that people use.
const SEVERAL: [&[u8]; 14] = [
    b"||", b"::", b";;", b"~~", b"^^", b"$$", b"##", b"@@", b"~|~", b"|~|", b"^|^", b"#|#", b"<>",
    b"|;|",
];

/// The begin of a file as text, up to the end of a line.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn sample(file: &TextFile, encoding: &'static Encoding) -> Result<Vec<u8>, Refusal> {
    let opening = Opening { encoding, hash: false, keep_nul: true, rewriting: None };
    let text = stream::open(file, opening)?;
    let mut sample = Vec::new();
    text.take(SAMPLE_BYTES).read_to_end(&mut sample).map_err(|e| stream::refusal(file, &e))?;
    let end = [b"\n", END_MARK, b"\n"].concat();
    if sample.ends_with(&end) {
        sample.truncate(sample.len() - end.len());
    } else if let Some(at) = sample.iter().rposition(|b| matches!(b, b'\n' | b'\r')) {
        sample.truncate(at + 1);
    } else if file.bytes > LONGEST_ROW {
        return Err(Refusal(
            Message::new("import-endless-row")
                .with("file", &file.name)
                .with("megabytes", LONGEST_ROW / 1024 / 1024),
        ));
    }
    Ok(sample)
}

/// Finds the dialect of a sample.
pub(super) fn find(sample: &[u8], stated: Stated) -> DialectFound {
    let line_end = line_end(sample);
    let (sep, text) = sep_line(sample);
    let text = if stated.escape == Some(Some(0)) { text.to_vec() } else { without_nul(text) };
    let delimiter = match (stated.delimiter, sep) {
        (Some(delimiter), _) => Found::stated(delimiter),
        (None, Some(delimiter)) => Found::guess(delimiter, 1.0),
        (None, None) => delimiter_of(&text),
    };
    let Quoting { quote, escape, blank_before_quote, .. } = quoting(&text, delimiter.value);
    DialectFound {
        delimiter,
        quote: stated.quote.map_or(quote, Found::stated),
        escape: stated.escape.unwrap_or(escape),
        blank_before_quote,
        line_end,
        sep_line: sep.is_some(),
        usual: None,
        odd_header: None,
    }
}

fn without_nul(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|b| *b != 0).collect()
}

fn line_end(sample: &[u8]) -> LineEnd {
    let count = |byte: u8| sample.iter().filter(|b| **b == byte).count();
    let both = sample.windows(2).filter(|w| *w == b"\r\n").count();
    let (lf, cr) = (count(b'\n') - both, count(b'\r') - both);
    if both > 0 && both >= lf {
        LineEnd::CrLf
    } else if lf == 0 && cr > 0 {
        LineEnd::Cr
    } else {
        LineEnd::Lf
    }
}

/// The delimiter of a `sep=` line, and the text after that line.
fn sep_line(sample: &[u8]) -> (Option<Delimiter>, &[u8]) {
    let end = sample.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(sample.len());
    let line = sample[..end].trim_ascii_start();
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let named = line.len() >= 5 && line[..4].eq_ignore_ascii_case(b"sep=");
    let delimiter = line.get(4).copied().filter(|_| {
        let rest = &line[5.min(line.len())..];
        // Cells of the other rows may follow, all empty.
        named && (rest.is_empty() || rest == b"\"" || rest.iter().all(|b| *b == line[4]))
    });
    let after = sample[end..].strip_prefix(b"\r").unwrap_or(&sample[end..]);
    let after = after.strip_prefix(b"\n").unwrap_or(after);
    match delimiter {
        Some(delimiter) => (Some(Delimiter::One(delimiter)), after),
        None => (None, sample),
    }
}

/// Chooses the delimiter under which the sample looks most like a table.
fn delimiter_of(text: &[u8]) -> Found<Delimiter> {
    let nose = Sniffer::new()
        .sample_size(SampleSize::Bytes(32 * 1024))
        .sniff_bytes(text)
        .ok()
        .map(|m| m.dialect.delimiter);
    let together: Vec<(&[u8], Together)> = SEVERAL
        .into_iter()
        .filter_map(|signs| Some((signs, stand_together(text, signs)?)))
        .collect();
    let ones = DELIMITERS
        .iter()
        .copied()
        .chain(nose.filter(|d| !DELIMITERS.contains(d) && is_possible(*d)))
        .filter(|d| !together.iter().any(|(s, how)| *how == Together::Always && s.contains(d)))
        .map(Delimiter::One);
    let joined = together.iter().filter_map(|(signs, _)| Signs::new(signs)).map(Delimiter::Several);
    let blanks = [2, 1].map(Delimiter::Blanks);
    let mut scored: Vec<(f64, Delimiter)> = ones
        .chain(joined)
        .chain(blanks.into_iter().filter(|_| lines_up(text)))
        .map(|delimiter| {
            let is_guess = nose.is_some_and(|nose| delimiter == Delimiter::One(nose));
            (uniformity(text, delimiter) * if is_guess { 1.15 } else { 1.0 }, delimiter)
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (best, delimiter) = scored[0];
    if best <= 0.0 {
        // One column: any delimiter reads it the same way; a comma is what people expect.
        return Found::guess(Delimiter::One(b','), 0.5);
    }
    let rival = scored[1].0.max(0.0);
    Found::guess(
        delimiter,
        0.5 + 0.5 * ((best - rival) / best).clamp(0.0, 1.0) * best.min(1.0).sqrt(),
    )
}

fn is_possible(delimiter: u8) -> bool {
    delimiter.is_ascii_punctuation() && !matches!(delimiter, b'"' | b'\'' | b'.' | b'-' | b'_')
}

/// How signs stand together: then they are one delimiter, not several.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Together {
    /// None of them ever stands alone.
    Always,
    /// One stands alone within a cell now and then, but not among the names of the columns.
    Mostly,
}

fn stand_together(text: &[u8], signs: &[u8]) -> Option<Together> {
    let count = |text: &[u8]| {
        let together = memchr::memmem::find_iter(text, signs).count();
        let times = signs.iter().filter(|b| **b == signs[0]).count();
        (together, memchr::memchr_iter(signs[0], text).count().abs_diff(together * times))
    };
    match count(text) {
        (0, _) => None,
        (_, 0) => Some(Together::Always),
        (together, alone) => {
            let mut lines = text.split(|b| matches!(b, b'\n' | b'\r'));
            let names = lines.find(|line| memchr::memmem::find(line, signs).is_some())?;
            (alone * 4 <= together && count(names).1 == 0).then_some(Together::Mostly)
        }
    }
}

/// Whether most lines hold several blanks on end, as a table that is lined up does.
fn lines_up(text: &[u8]) -> bool {
    let lines =
        text.split(|b| *b == b'\n').take(SAMPLE_ROWS).filter(|l| !l.trim_ascii().is_empty());
    let (mut all, mut up) = (0, 0);
    for line in lines {
        all += 1;
        up += usize::from(memchr::memmem::find(line.trim_ascii(), b"  ").is_some());
    }
    all >= 3 && up * 10 >= all * 6
}

/// How much the sample looks like a table under a delimiter: equal rows of plausible cells, 0 … 1.
fn uniformity(text: &[u8], delimiter: Delimiter) -> f64 {
    let quoting = quoting(text, delimiter);
    let dialect = Dialect {
        quote: quoting.quote.value,
        escape: quoting.escape,
        blank_before_quote: quoting.blank_before_quote,
        ..Dialect::of(delimiter)
    };
    let mut widths: HashMap<usize, usize> = HashMap::new();
    let (mut rows, mut quality, mut cells, mut first) = (0_usize, 0.0, 0_usize, 0_usize);
    dialect.rows_of(text, SAMPLE_ROWS, |record| {
        rows += 1;
        first = if rows == 1 { record.len() } else { first };
        *widths.entry(record.len()).or_default() += 1;
        for cell in record.iter().take(200) {
            quality += plausible(cell, delimiter);
            cells += 1;
        }
    });
    let wide = widths.iter().filter(|w| *w.0 > 1).max_by_key(|w| (*w.1, *w.0));
    let Some((&width, &count)) = wide else {
        return 0.0;
    };
    let share = count as f64 / rows as f64;
    let quality = quality / cells.max(1) as f64;
    let rare = match delimiter {
        Delimiter::One(b',' | b';' | b'\t') => 1.0,
        Delimiter::One(b'|') => 0.98,
        Delimiter::One(b' ' | b':') => 0.45,
        Delimiter::One(b'^' | b'~') => 0.8,
        Delimiter::One(_) => 0.6,
        Delimiter::Several(_) => 1.0,
        Delimiter::Blanks(1) => 0.5,
        Delimiter::Blanks(_) => 0.7,
    };
    // Quotes belong at the edges of cells; a delimiter that leaves them inside is a part of them.
    let quotes = match quoting.fit {
        Some(QuoteFit::Badly) => 0.35,
        Some(QuoteFit::Well) => 1.3,
        _ => 1.0,
    };
    // Every text has blanks and colons, times and addresses have others: only equal rows, with the
    // header among them, make them delimiters.
    let is_common =
        matches!(delimiter, Delimiter::One(b',' | b';' | b'\t' | b'|') | Delimiter::Several(_));
    if !is_common && quotes <= 1.0 && (share < 0.8 || first != width) {
        return 0.0;
    }
    share * quality * rare * quotes * (1.0 - 0.3 / width as f64)
}

/// How plausible a cell is: numbers and moments are; one that still holds delimiters is not.
fn plausible(cell: &[u8], delimiter: Delimiter) -> f64 {
    let Ok(text) = std::str::from_utf8(cell) else {
        return 0.5;
    };
    let text = text.trim();
    if text.is_empty() {
        return 0.8;
    }
    if is_plain_number(text) || looks_like_moment(text) {
        return 1.0;
    }
    let inside = |d: u8| Delimiter::One(d) != delimiter && cell.contains(&d);
    let packed = text.len() < 400
        && ((inside(b';') && !text.contains("; ")) || inside(b'\t') || (inside(b'|')));
    let stray = text.starts_with('"') || text.ends_with('"');
    match (stray, packed) {
        (true, _) => 0.1,
        (_, true) => 0.3,
        _ => 0.8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (String, Option<char>, Option<char>, &'static str) {
        let found = find(text.as_bytes(), Stated::default());
        let dialect = found.dialect();
        (
            dialect.delimiter.text(),
            dialect.quote.map(char::from),
            dialect.escape.map(char::from),
            dialect.line_end.key(),
        )
    }

    #[test]
    fn the_signs_of_a_text_are_found() {
        let q = Some('"');
        let cases = [
            ("a,b,c\n1,2,3\n4,5,6\n", (",", q, None, "lf")),
            ("a;b;c\r\n1,5;2,5;x\r\n3,5;4,5;y\r\n", (";", q, None, "crlf")),
            ("a\tb\n1, one\t2\n3, two\t4\n", ("\t", q, None, "lf")),
            ("a|b|c\n1|2|3\n", ("|", q, None, "lf")),
            ("a,b\r1,2\r3,4\r", (",", q, None, "cr")),
            ("sep=;\na;b\n1,2;3,4\n", (";", q, None, "lf")),
            ("id,text\n1,\"said \\\"no\\\" twice\"\n2,\"x\"\n", (",", q, Some('\\'), "lf")),
            ("a,b\n1,'x, y'\n2,'z, q'\n3,'p, r'\n", (",", Some('\''), None, "lf")),
            ("score\n7\n8\n", (",", q, None, "lf")),
            ("a||b||c\n1||2|3||x\n4||||y\n", ("||", q, None, "lf")),
            ("a~|~b\r\n1~|~2\r\n3~|~4\r\n", ("~|~", q, None, "crlf")),
            (
                "id   name        score\n1    Ann Smith   7\n2    Bob         8\n",
                ("  ", q, None, "lf"),
            ),
            ("  x   y\n 10 2.5\n  3   7\n", (" +", q, None, "lf")),
            ("a, \"b\", c\n1, \"x, y\", 2\n3, \"z\", 4\n", (",", q, None, "lf")),
            ("time\n10:30\n11:45\n12:15\n", (",", q, None, "lf")),
            ("mail\na@b.nl\nc@d.nl\n", (",", q, None, "lf")),
            ("name:score\nAnn:7\nBob:8\n", (":", q, None, "lf")),
            (
                "date;score;text\n2020-01-02 10:30:00;7;fine, thanks\n2020-01-03 11:30:00;8;ok\n",
                (";", q, None, "lf"),
            ),
        ];
        for (text, expected) in cases {
            let found = found(text);
            assert_eq!((found.0.as_str(), found.1, found.2, found.3), expected, "{text:?}");
        }
    }
}
