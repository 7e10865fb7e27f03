//! Rows of cells out of a stream of text, numbered as a spreadsheet numbers them.
//!
//! Splits and repairs quotes that are never closed; does not know which rows are the table.

use super::source::TextFile;
use super::stream::{self, END_MARK, Opening, Passed};
use crate::model::{Message, Refusal};
use csv::ByteRecord;
use encoding_rs::Encoding;
use std::io::{self, Read};
use std::rc::Rc;

/// How text is split into cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Dialect {
    pub delimiter: u8,
    pub quote: Option<u8>,
    /// Takes away a quote's meaning, where quotes are not doubled.
    pub escape: Option<u8>,
    pub line_end: LineEnd,
    /// Whether the first line is `sep=…`, which a spreadsheet does not show.
    pub sep_line: bool,
}

/// What ends a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LineEnd {
    Lf,
    CrLf,
    Cr,
}

impl LineEnd {
    pub fn key(self) -> &'static str {
        match self {
            Self::Lf => "lf",
            Self::CrLf => "crlf",
            Self::Cr => "cr",
        }
    }
}

impl Dialect {
    /// A reader of cells for this dialect over any text.
    pub fn reader<R: Read>(&self, text: R) -> csv::Reader<R> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .quoting(self.quote.is_some())
            .quote(self.quote.unwrap_or(b'"'))
            .escape(self.escape)
            .double_quote(self.escape.is_none())
            .buffer_capacity(256 * 1024)
            .from_reader(text)
    }
}

/// Reads a file row by row.
pub(super) struct Records {
    file: TextFile,
    encoding: &'static Encoding,
    dialect: Dialect,
    reader: csv::Reader<Box<dyn Read>>,
    passed: Rc<Passed>,
    /// What passed through the first stream; later ones only mend.
    first: Rc<Passed>,
    /// Bytes of text before the reader's own first byte.
    offset: u64,
    /// Row number of the last record.
    row: u64,
    /// Row number before the reader's own first line.
    row_base: u64,
    /// Line breaks inside cells so far.
    inside: u64,
    /// Where the quoting may be trusted again, while one line is read without it.
    plain_line: bool,
    repaired: Vec<u64>,
    ended: bool,
}

/// Quotes that are mended before the rest is taken as it is.
const MOST_REPAIRS: usize = 20;

impl Records {
    /// Opens a file. With `hash` the bytes are hashed on the way.
    pub fn open(
        file: &TextFile,
        encoding: &'static Encoding,
        dialect: Dialect,
        hash: bool,
    ) -> Result<Self, Refusal> {
        let opening = Opening { encoding, hash, keep_nul: dialect.escape == Some(0) };
        let (mut text, passed) = stream::open(file, opening)?;
        if dialect.sep_line {
            skip_line(&mut text, dialect.line_end).map_err(|e| stream::refusal(file, &e))?;
        }
        Ok(Self {
            file: file.clone(),
            encoding,
            dialect,
            reader: dialect.reader(text),
            first: Rc::clone(&passed),
            passed,
            offset: 0,
            row: 0,
            row_base: 0,
            inside: 0,
            plain_line: false,
            repaired: Vec::new(),
            ended: false,
        })
    }

    /// Reads the next row that is not blank into `record`; gives its number, or none at the end.
    ///
    /// # Errors
    /// When the file cannot be read on, or a row does not end.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Refusal> {
        loop {
            if self.ended {
                return Ok(None);
            }
            self.passed.since_row.set(0);
            let more = self.reader.read_byte_record(record).map_err(|e| self.refuse(e))?;
            if !more {
                self.ended = true;
                return Ok(None);
            }
            if record.len() == 1 && &record[0] == END_MARK {
                self.ended = true;
                return Ok(None);
            }
            if self.is_unclosed(record) && self.repaired.len() < MOST_REPAIRS {
                self.mend(record)?;
                continue;
            }
            strip_mark(record);
            self.count(record);
            if self.plain_line {
                self.repaired.push(self.row);
                self.resume_quoting()?;
            }
            return Ok(Some(self.row));
        }
    }

    /// Bytes of the file read so far.
    pub fn bytes(&self) -> u64 {
        self.first.bytes.get()
    }

    /// NUL bytes left out.
    pub fn nul_bytes(&self) -> u64 {
        self.first.nul_bytes.get()
    }

    /// Rows in which a quote was opened and never closed; they were read without quotes.
    pub fn repaired(&self) -> &[u64] {
        &self.repaired
    }

    /// Hash of the file; call it once, after the last row.
    pub fn sha256(&self) -> String {
        self.first.sha256()
    }

    /// Whether this row ran to the end of the file because a quote was never closed.
    fn is_unclosed(&self, record: &ByteRecord) -> bool {
        let last = record.iter().next_back().unwrap_or_default();
        !self.plain_line && last.len() > END_MARK.len() && ends_with_mark(last)
    }

    /// Reads the line where that quote stands once more, without quotes.
    fn mend(&mut self, record: &ByteRecord) -> Result<(), Refusal> {
        let at = self.offset + record.position().map_or(0, csv::Position::byte);
        let plain = Dialect { quote: None, ..self.dialect };
        self.restart(at, plain)?;
        self.plain_line = true;
        Ok(())
    }

    fn resume_quoting(&mut self) -> Result<(), Refusal> {
        let at = self.offset + self.reader.position().byte();
        self.plain_line = false;
        self.restart(at, self.dialect)
    }

    fn restart(&mut self, at: u64, dialect: Dialect) -> Result<(), Refusal> {
        let keep_nul = dialect.escape == Some(0);
        let opening = Opening { encoding: self.encoding, hash: false, keep_nul };
        let (mut text, passed) = stream::open(&self.file, opening)?;
        if self.dialect.sep_line {
            skip_line(&mut text, dialect.line_end).map_err(|e| stream::refusal(&self.file, &e))?;
        }
        let mut left = at;
        let mut buffer = vec![0; 64 * 1024];
        while left > 0 {
            let want = usize::try_from(left).unwrap_or(buffer.len()).min(buffer.len());
            let n = text.read(&mut buffer[..want]).map_err(|e| stream::refusal(&self.file, &e))?;
            if n == 0 {
                break;
            }
            passed.since_row.set(0);
            left -= n as u64;
        }
        self.reader = dialect.reader(text);
        self.passed = passed;
        self.offset = at;
        // After a row with CR LF the new reader begins at the LF.
        let at_line_feed = self.dialect.line_end == LineEnd::CrLf && self.row > 0;
        self.row_base = self.row - u64::from(at_line_feed);
        self.inside = 0;
        Ok(())
    }

    /// Numbers the row: line breaks passed, less those inside cells.
    fn count(&mut self, record: &ByteRecord) {
        let lines = self.reader.position().line() - 1;
        // At the end of a row with CR LF the reader has yet to pass the LF.
        let pending = u64::from(self.dialect.line_end == LineEnd::CrLf);
        let from_lines = |inside: u64| self.row_base + (lines + pending).saturating_sub(inside);
        if from_lines(self.inside) > self.row + 1 {
            let breaks = record.as_slice().iter().filter(|b| **b == b'\n').count();
            self.inside += breaks as u64;
        }
        self.row = from_lines(self.inside).max(self.row + 1);
    }

    fn refuse(&self, error: csv::Error) -> Refusal {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => stream::refusal(&self.file, &error),
            other => Refusal(
                Message::new("import-unreadable")
                    .with("file", &self.file.name)
                    .with("error", format!("{other:?}")),
            ),
        }
    }
}

fn ends_with_mark(cell: &[u8]) -> bool {
    cell.strip_suffix(b"\n").unwrap_or(cell).ends_with(END_MARK)
}

/// Takes the end mark off the last cell, where repairs were given up.
fn strip_mark(record: &mut ByteRecord) {
    let last = record.iter().next_back().unwrap_or_default();
    if last.len() <= END_MARK.len() || !ends_with_mark(last) {
        return;
    }
    let text = last.strip_suffix(b"\n").unwrap_or(last);
    let text = text.strip_suffix(END_MARK).unwrap_or(text);
    let text = text.strip_suffix(b"\n").unwrap_or(text).to_vec();
    record.truncate(record.len() - 1);
    record.push_field(&text);
}

fn skip_line(text: &mut impl Read, line_end: LineEnd) -> io::Result<()> {
    let end = if line_end == LineEnd::Cr { b'\r' } else { b'\n' };
    let mut byte = [0];
    while text.read(&mut byte)? == 1 && byte[0] != end {}
    Ok(())
}
