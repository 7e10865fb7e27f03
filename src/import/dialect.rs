//! Which delimiter, quote and line end a text has, from a sample of it.
//!
//! csv-nose makes the first guess; our own reading of the sample judges it. Knows no header rows.

use super::Found;
use super::numbers::{is_plain_number, looks_like_moment};
use super::records::{Dialect, LineEnd};
use super::source::TextFile;
use super::stream::{self, END_MARK, LONGEST_ROW, Opening};
use crate::model::{Message, Refusal};
use csv_nose::{SampleSize, Sniffer};
use encoding_rs::Encoding;
use std::collections::HashMap;
use std::io::Read;

/// The dialect of a file with the confidence of each part.
#[derive(Clone, Debug)]
pub(super) struct DialectFound {
    pub delimiter: Found<u8>,
    pub quote: Found<Option<u8>>,
    pub escape: Option<u8>,
    pub line_end: LineEnd,
    pub sep_line: bool,
}

impl DialectFound {
    pub fn dialect(&self) -> Dialect {
        Dialect {
            delimiter: self.delimiter.value,
            quote: self.quote.value,
            escape: self.escape,
            line_end: self.line_end,
            sep_line: self.sep_line,
        }
    }
}

/// What a profile states about the dialect; `None` = detect.
#[derive(Clone, Copy, Default)]
pub(super) struct Stated {
    pub delimiter: Option<u8>,
    pub quote: Option<Option<u8>>,
    pub escape: Option<Option<u8>>,
}

const SAMPLE_BYTES: u64 = 256 * 1024;
const SAMPLE_ROWS: usize = 200;
const DELIMITERS: [u8; 8] = [b',', b';', b'\t', b'|', b':', b' ', b'^', b'~'];

/// The begin of a file as text, up to the end of a line.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn sample(file: &TextFile, encoding: &'static Encoding) -> Result<Vec<u8>, Refusal> {
    let opening = Opening { encoding, hash: false, keep_nul: true };
    let (text, _) = stream::open(file, opening)?;
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
    let (quote, escape) = quoting(&text, delimiter.value);
    DialectFound {
        delimiter,
        quote: stated.quote.map_or(quote, Found::stated),
        escape: stated.escape.unwrap_or(escape),
        line_end,
        sep_line: sep.is_some(),
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
fn sep_line(sample: &[u8]) -> (Option<u8>, &[u8]) {
    let end = sample.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(sample.len());
    let line = sample[..end].trim_ascii_start();
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let named = line.len() >= 5 && line[..4].eq_ignore_ascii_case(b"sep=");
    let delimiter = line.get(4).copied().filter(|_| {
        let rest = &line[5.min(line.len())..];
        named && (rest.is_empty() || rest == b"\"" || rest.iter().all(|b| *b == line[4]))
    });
    let after = sample[end..].strip_prefix(b"\r").unwrap_or(&sample[end..]);
    let after = after.strip_prefix(b"\n").unwrap_or(after);
    if delimiter.is_some() { (delimiter, after) } else { (None, sample) }
}

/// Chooses the delimiter under which the sample looks most like a table.
fn delimiter_of(text: &[u8]) -> Found<u8> {
    let nose = Sniffer::new()
        .sample_size(SampleSize::Bytes(32 * 1024))
        .sniff_bytes(text)
        .ok()
        .map(|m| m.dialect.delimiter);
    let mut scored: Vec<(f64, u8)> = DELIMITERS
        .into_iter()
        .chain(nose.filter(|d| !DELIMITERS.contains(d) && is_possible(*d)))
        .map(|delimiter| {
            let bonus = if nose == Some(delimiter) { 1.15 } else { 1.0 };
            (uniformity(text, delimiter) * bonus, delimiter)
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (best, delimiter) = scored[0];
    if best <= 0.0 {
        // One column: any delimiter reads it the same way; a comma is what people expect.
        return Found::guess(b',', 0.5);
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

/// How much the sample looks like a table under a delimiter: equal rows of plausible cells, 0 … 1.
fn uniformity(text: &[u8], delimiter: u8) -> f64 {
    let (quote, escape) = quoting(text, delimiter);
    let dialect =
        Dialect { delimiter, quote: quote.value, escape, line_end: LineEnd::Lf, sep_line: false };
    let mut widths: HashMap<usize, usize> = HashMap::new();
    let (mut rows, mut quality, mut cells) = (0_usize, 0.0, 0_usize);
    for record in dialect.reader(text).byte_records().take(SAMPLE_ROWS).flatten() {
        rows += 1;
        *widths.entry(record.len()).or_default() += 1;
        for cell in record.iter().take(200) {
            quality += plausible(cell, delimiter);
            cells += 1;
        }
    }
    let wide = widths.iter().filter(|w| *w.0 > 1).max_by_key(|w| (*w.1, *w.0));
    let Some((&width, &count)) = wide else {
        return 0.0;
    };
    let share = count as f64 / rows as f64;
    let quality = quality / cells.max(1) as f64;
    let rare = match delimiter {
        b',' | b';' | b'\t' => 1.0,
        b'|' => 0.98,
        b' ' | b':' => 0.45,
        _ => 0.8,
    };
    share * quality * rare * (1.0 - 0.3 / width as f64)
}

/// How plausible a cell is: numbers and moments are; one that still holds delimiters is not.
fn plausible(cell: &[u8], delimiter: u8) -> f64 {
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
    let inside = |d: u8| d != delimiter && cell.contains(&d);
    let packed = text.len() < 400
        && ((inside(b';') && !text.contains("; ")) || inside(b'\t') || (inside(b'|')));
    let stray = text.starts_with('"') || text.ends_with('"');
    match (stray, packed) {
        (true, _) => 0.1,
        (_, true) => 0.3,
        _ => 0.8,
    }
}

/// The quote at the edges of cells, and the escape that stands before quotes inside them.
fn quoting(text: &[u8], delimiter: u8) -> (Found<Option<u8>>, Option<u8>) {
    let double = edges(text, delimiter, b'"');
    let single = edges(text, delimiter, b'\'');
    let backtick = if delimiter == b'`' { 0 } else { edges(text, delimiter, b'`') };
    let (quote, count) = if double > 0 && double * 2 >= single {
        (b'"', double)
    } else if single > 2 && single >= backtick {
        (b'\'', single)
    } else if backtick > 2 {
        (b'`', backtick)
    } else {
        (b'"', double)
    };
    let confidence = if count == 0 { 0.9 } else { 0.7 + 0.29 * (count.min(20) as f64 / 20.0) };
    (Found::guess(Some(quote), confidence), escape(text, delimiter, quote))
}

/// How often a pair of quotes could open and close a cell: the smaller of both counts.
fn edges(text: &[u8], delimiter: u8, quote: u8) -> usize {
    let edge = |b: Option<&u8>| b.is_none_or(|b| *b == delimiter || matches!(b, b'\n' | b'\r'));
    let (mut opens, mut closes) = (0, 0);
    for (at, _) in text.iter().enumerate().filter(|(_, b)| **b == quote) {
        let before = if at == 0 { None } else { text.get(at - 1) };
        opens += usize::from(edge(before) && !edge(text.get(at + 1)));
        closes += usize::from(edge(text.get(at + 1)) && !edge(before));
    }
    opens.min(closes)
}

fn escape(text: &[u8], delimiter: u8, quote: u8) -> Option<u8> {
    let (mut doubled, mut slashed) = (0, 0);
    for at in 1..text.len().saturating_sub(1) {
        if text[at] != quote {
            continue;
        }
        let outer = |b: u8| b == delimiter || matches!(b, b'\n' | b'\r');
        match text[at - 1] {
            b'\\' if at > 1 && !outer(text[at - 2]) || text[at - 1] == b'\\' => slashed += 1,
            b if b == quote && at > 1 && !outer(text[at - 2]) && !outer(text[at + 1]) => {
                doubled += 1;
            }
            _ => {}
        }
    }
    (slashed > 0 && doubled == 0).then_some(b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (char, Option<char>, Option<char>, &'static str) {
        let found = find(text.as_bytes(), Stated::default());
        let dialect = found.dialect();
        (
            char::from(dialect.delimiter),
            dialect.quote.map(char::from),
            dialect.escape.map(char::from),
            dialect.line_end.key(),
        )
    }

    #[test]
    fn the_signs_of_a_text_are_found() {
        let q = Some('"');
        let cases = [
            ("a,b,c\n1,2,3\n4,5,6\n", (',', q, None, "lf")),
            ("a;b;c\r\n1,5;2,5;x\r\n3,5;4,5;y\r\n", (';', q, None, "crlf")),
            ("a\tb\n1, one\t2\n3, two\t4\n", ('\t', q, None, "lf")),
            ("a|b|c\n1|2|3\n", ('|', q, None, "lf")),
            ("a,b\r1,2\r3,4\r", (',', q, None, "cr")),
            ("sep=;\na;b\n1,2;3,4\n", (';', q, None, "lf")),
            ("id,text\n1,\"said \\\"no\\\" twice\"\n2,\"x\"\n", (',', q, Some('\\'), "lf")),
            ("a,b\n1,'x, y'\n2,'z, q'\n3,'p, r'\n", (',', Some('\''), None, "lf")),
            ("score\n7\n8\n", (',', q, None, "lf")),
            (
                "date;score;text\n2020-01-02 10:30:00;7;fine, thanks\n2020-01-03 11:30:00;8;ok\n",
                (';', q, None, "lf"),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }
}
