//! Rows of cells out of a stream of text, numbered as a spreadsheet numbers them.
//!
//! Splits, and has damaged rows mended; does not know which rows are the table.

use super::align::Effort;
use super::dialect::DialectFound;
use super::mend;
use super::signs::{Delimiter, Dialect};
use super::source::TextFile;
use super::stream::{self, END_MARK, Opening, Text};
use super::usual::Usual;
use crate::model::{Message, Refusal};
use csv::ByteRecord;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

/// Reads a file row by row.
pub(super) struct Records {
    file: TextFile,
    dialect: Dialect,
    usual: Option<Rc<Usual>>,
    odd_header: Option<(u64, Delimiter)>,
    text: Rc<RefCell<Text>>,
    reader: csv::Reader<Shared>,
    restarts: Restarts,
    /// Place in the text where the reader began.
    offset: u64,
    /// Row number of the last record.
    row: u64,
    /// Whether the last row ended with CR: an LF that follows is part of that line end.
    after_cr: bool,
    /// Whether the text should be UTF-8 as it stands.
    check_utf8: bool,
    notes: Notes,
    ended: bool,
}

/// Rows that a person should know of.
#[derive(Default)]
pub(super) struct Notes {
    /// Rows that were mended.
    pub mended: Noted,
    /// Rows with a quote that is opened and never closed, read without quotes.
    pub unclosed: Noted,
    /// Rows with bytes of another encoding.
    pub foreign: Noted,
    /// Rows with bytes that are no text in any.
    pub damaged: Noted,
}

impl Notes {
    /// What a person should know, in sentences.
    pub fn tell(&self) -> Vec<Message> {
        let told = [
            self.mended.tell(Message::new("import-warn-mended")),
            self.unclosed.tell(Message::new("import-warn-unclosed-quote")),
            self.foreign.tell(Message::new("import-warn-foreign-bytes")),
            self.damaged.tell(Message::new("import-warn-damaged-text")),
        ];
        told.into_iter().flatten().collect()
    }
}

/// Some rows: how many, and the first of them.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Noted {
    pub count: u64,
    first: Vec<u64>,
}

impl Noted {
    /// Rows that are named.
    const NAMED: usize = 10;

    pub fn note(&mut self, row: u64) {
        self.count += 1;
        if self.first.len() < Self::NAMED {
            self.first.push(row);
        }
    }

    /// The message with `count` and `rows`, unless there are none.
    pub fn tell(&self, message: Message) -> Option<Message> {
        let rows: Vec<String> = self.first.iter().map(u64::to_string).collect();
        (self.count > 0).then(|| message.with("count", self.count).with("rows", rows.join(", ")))
    }
}

/// The text, of which the reader takes and the mending looks back.
struct Shared(Rc<RefCell<Text>>);

impl Read for Shared {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.borrow_mut().read(buffer)
    }
}

/// What mending may still cost, so that a file that is all damage is read in good time.
struct Restarts {
    /// Effort on rows that nothing fits, or that take more than most.
    effort: u64,
    /// Bytes of rows that are read again.
    bytes: u64,
}

/// Effort that a row may take without counting, when it is mended.
const USUAL_EFFORT: u64 = 20_000;

impl Default for Restarts {
    fn default() -> Self {
        Self { effort: 200_000_000, bytes: 1 << 29 }
    }
}

impl Records {
    /// Opens a file. With `hash` the bytes are hashed on the way.
    pub fn open(
        file: &TextFile,
        encoding: &'static Encoding,
        found: &DialectFound,
        hash: bool,
    ) -> Result<Self, Refusal> {
        let dialect = found.dialect();
        let keep_nul = dialect.escape == Some(0);
        let rewriting = dialect.rewriting();
        let mut text = stream::open(file, Opening { encoding, hash, keep_nul, rewriting })?;
        if dialect.sep_line {
            text.skip_line(dialect.line_end).map_err(|e| stream::refusal(file, &e))?;
        }
        let text = Rc::new(RefCell::new(text));
        Ok(Self {
            file: file.clone(),
            dialect,
            usual: found.usual.clone(),
            odd_header: found.odd_header,
            reader: dialect.reader(Shared(Rc::clone(&text)), 256 * 1024),
            text,
            restarts: Restarts::default(),
            offset: 0,
            row: 0,
            after_cr: false,
            check_utf8: encoding == UTF_8,
            notes: Notes::default(),
            ended: false,
        })
    }

    /// Reads the next row that is not blank into `record`; gives its number, or none at the end.
    ///
    /// # Errors
    /// When the file cannot be read on, or a row does not end.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Refusal> {
        if self.ended {
            return Ok(None);
        }
        let from = self.place();
        self.text.borrow_mut().row_begins(from);
        match self.reader.read_byte_record(record) {
            Ok(true) if record.len() == 1 && &record[0] == END_MARK => self.ended = true,
            Ok(true) => self.take(from, record)?,
            Ok(false) => self.ended = true,
            Err(error) if stream::is_endless(&error) => self.rescue(from, record, error)?,
            Err(error) => return Err(self.refuse(error)),
        }
        if self.ended {
            return Ok(None);
        }
        self.check_text(record);
        Ok(Some(self.row))
    }

    /// Reads on to the end of the file without making rows of it.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn pass_rest(&mut self) -> Result<(), Refusal> {
        self.ended = true;
        let mut buffer = vec![0; 64 * 1024];
        let mut text = self.text.borrow_mut();
        loop {
            // Nobody looks back any more.
            text.row_begins(u64::MAX);
            let read = text.read(&mut buffer).map_err(|e| stream::refusal(&self.file, &e))?;
            if read == 0 {
                return Ok(());
            }
        }
    }

    /// Bytes of the file read so far.
    pub fn bytes(&self) -> u64 {
        self.text.borrow().bytes_read()
    }

    /// NUL bytes left out.
    pub fn nul_bytes(&self) -> u64 {
        self.text.borrow().nul_bytes()
    }

    /// Rows that a person should know of.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Hash of the file; call it once, after the last row.
    pub fn sha256(&self) -> String {
        self.text.borrow().sha256()
    }

    /// Sees that cells are text; what is not is read as another encoding where there is one.
    fn check_text(&mut self, record: &mut ByteRecord) {
        if !self.check_utf8 {
            let is_damaged = memchr::memmem::find(record.as_slice(), REPLACEMENT).is_some();
            if is_damaged {
                self.notes.damaged.note(self.row);
            }
        } else if std::str::from_utf8(record.as_slice()).is_err() {
            self.notes.foreign.note(self.row);
            *record = record.iter().map(in_other_encoding).collect();
        }
    }

    /// Place in the text where the next row begins.
    fn place(&self) -> u64 {
        self.offset + self.reader.position().byte()
    }

    /// Numbers the row that was read, and has it mended where it is damaged.
    fn take(&mut self, from: u64, record: &mut ByteRecord) -> Result<(), Refusal> {
        let to = self.place();
        let shared = Rc::clone(&self.text);
        let text = shared.borrow();
        let (row, begin) = self.pass_blank_lines(text.between(from, to));
        self.after_cr = row.ends_with(b"\r");
        if let Some((_, delimiter)) = self.odd_header.filter(|header| header.0 == self.row) {
            *record = mend::split(row, &Dialect { delimiter, ..self.dialect });
            self.notes.mended.note(self.row);
            return Ok(());
        }
        let damage = mend::damage(row, &self.dialect);
        let as_usual = self.usual.as_deref().is_none_or(|usual| usual.width == record.len());
        if damage.is_none() && as_usual {
            return Ok(());
        }
        let usual = self.usual.as_deref().filter(|_| self.restarts.effort > 0);
        let effort = Effort::of_a_row();
        let mended = mend::mend(row, damage, record, &self.dialect, usual, &effort);
        let free = if mended.is_some() { USUAL_EFFORT } else { 0 };
        let spent = effort.spent().saturating_sub(free);
        self.restarts.effort = self.restarts.effort.saturating_sub(spent);
        let Some(mended) = mended else {
            return Ok(());
        };
        let end = from + (begin + mended.length) as u64;
        let again = to.saturating_sub(end);
        drop(text);
        if end < to && again > self.restarts.bytes {
            mend::strip_mark(record);
            return Ok(());
        }
        *record = mended.cells;
        let notes = &mut self.notes;
        let note = if mended.unclosed { &mut notes.unclosed } else { &mut notes.mended };
        note.note(self.row);
        if end < to {
            self.restarts.bytes -= again;
            self.restart(end);
        }
        Ok(())
    }

    /// Counts the blank lines before a row; gives the row itself, and where it begins.
    fn pass_blank_lines<'t>(&mut self, text: &'t [u8]) -> (&'t [u8], usize) {
        let mut at = usize::from(self.after_cr && text.first() == Some(&b'\n'));
        let mut lines = 0;
        while let Some(byte) = text.get(at).filter(|b| matches!(b, b'\n' | b'\r')) {
            at += 1 + usize::from(*byte == b'\r' && text.get(at + 1) == Some(&b'\n'));
            lines += 1;
        }
        self.row += lines + 1;
        (&text[at.min(text.len())..], at)
    }

    /// After a row that did not end: perhaps a quote is open, and the row ends with its line.
    fn rescue(
        &mut self,
        from: u64,
        record: &mut ByteRecord,
        error: csv::Error,
    ) -> Result<(), Refusal> {
        let refusal = self.refuse(error);
        let shared = Rc::clone(&self.text);
        let text = shared.borrow();
        let all = text.since(from);
        let (row, begin) = self.pass_blank_lines(all);
        let length = mend::line_length(row);
        let again = (row.len() - length) as u64;
        if again == 0 || self.dialect.quote.is_none() || again > self.restarts.bytes {
            return Err(refusal);
        }
        *record = mend::without_open_quote(&row[..length], &self.dialect);
        drop(text);
        self.notes.unclosed.note(self.row);
        self.restarts.bytes -= again;
        self.restart(from + (begin + length) as u64);
        Ok(())
    }

    /// Reads on from a place before the one where the reader is.
    fn restart(&mut self, at: u64) {
        let mut text = self.text.borrow_mut();
        // What is behind a line end stands at the begin of a line, whatever ended it.
        self.after_cr = false;
        text.back_to(at);
        drop(text);
        // Damage often comes more than once: then little of what is read ahead is read in vain.
        self.reader = self.dialect.reader(Shared(Rc::clone(&self.text)), 16 * 1024);
        self.offset = at;
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

/// What a decoder puts in the place of bytes that are no text.
const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();

/// A cell of which some bytes are no UTF-8: most likely these were written as Windows-1252.
fn in_other_encoding(cell: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for chunk in cell.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text.into_bytes()
}
