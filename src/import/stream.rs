//! A file as a stream of UTF-8 text: decoded, without byte order mark and NUL bytes, hashed.
//!
//! Bounded memory: it refuses a row that never ends. Knows nothing of cells.

use super::plain::Plain;
use super::signs::LineEnd;
use super::source::{Bytes, TextFile, unreadable};
use crate::model::{Message, Refusal};
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::io::{self, Read};
use std::rc::Rc;

/// Stands after the last row, so that a quote that is never closed gives itself away. No sign of
/// it can be a delimiter or a quote.
pub(super) const END_MARK: &[u8] = "\u{F8FF}\u{E0F0}\u{E0F7}\u{F8FE}\u{F8FF}".as_bytes();

/// More text than this without the end of a row is no table.
pub(super) const LONGEST_ROW: u64 = 16 * 1024 * 1024;

/// What passes through a stream, shared by its layers.
#[derive(Default)]
struct Passed {
    /// Bytes of the file.
    bytes: Cell<u64>,
    hash: RefCell<Option<Sha256>>,
}

/// How to open a stream.
pub(super) struct Opening {
    pub encoding: &'static Encoding,
    /// Whether to hash the file on the way.
    pub hash: bool,
    /// Whether NUL bytes mean something in this file's dialect.
    pub keep_nul: bool,
    /// What rewrites the text on the way, if a plain reader cannot read it.
    pub rewriting: Option<Plain>,
}

/// Opens a file as text.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn open(file: &TextFile, opening: Opening) -> Result<Text, Refusal> {
    let passed = Rc::new(Passed::default());
    if opening.hash {
        *passed.hash.borrow_mut() = Some(Sha256::new());
    }
    let tally = Tally { file: file.open()?, passed: Rc::clone(&passed) };
    let inner: Box<dyn Read> = if opening.encoding == UTF_8 {
        Box::new(tally)
    } else {
        Box::new(
            DecodeReaderBytesBuilder::new()
                .encoding(Some(opening.encoding))
                .build_with_buffer(tally, vec![0; 64 * 1024])
                .map_err(|e| unreadable(&file.path, &e))?,
        )
    };
    Ok(Text {
        inner,
        passed,
        at_start: true,
        keep_nul: opening.keep_nul,
        rewriting: opening.rewriting,
        nul_bytes: 0,
        ready: Vec::new(),
        given: 0,
        ended: false,
        window: Window::default(),
    })
}

/// Whether a stream stopped because a row does not end.
pub(super) fn is_endless(error: &csv::Error) -> bool {
    let csv::ErrorKind::Io(error) = error.kind() else {
        return false;
    };
    error.get_ref().is_some_and(|e| e.is::<EndlessRow>())
}

/// The sentence for an error of a stream, which may be our own refusal of an endless row.
pub(super) fn refusal(file: &TextFile, error: &io::Error) -> Refusal {
    if error.get_ref().is_some_and(|e| e.is::<EndlessRow>()) {
        Refusal(
            Message::new("import-endless-row")
                .with("file", &file.name)
                .with("megabytes", LONGEST_ROW / 1024 / 1024),
        )
    } else {
        unreadable(&file.path, error)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a row that does not end")]
struct EndlessRow;

struct Tally {
    file: Bytes,
    passed: Rc<Passed>,
}

impl Read for Tally {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        self.passed.bytes.set(self.passed.bytes.get() + n as u64);
        if let Some(hash) = self.passed.hash.borrow_mut().as_mut() {
            hash.update(&buffer[..n]);
        }
        Ok(n)
    }
}

/// The text of a file, to be read once; its last row can be looked at again.
pub(super) struct Text {
    inner: Box<dyn Read>,
    passed: Rc<Passed>,
    at_start: bool,
    keep_nul: bool,
    rewriting: Option<Plain>,
    nul_bytes: u64,
    /// Bytes to hand out before reading on, and how many of them are handed out.
    ready: Vec<u8>,
    given: usize,
    ended: bool,
    window: Window,
}

/// The text handed out since the row that is being read began.
#[derive(Default)]
struct Window {
    /// Where in the text it begins.
    from: u64,
    /// Where the row begins: what stands before is let go.
    row: u64,
    bytes: Vec<u8>,
}

impl Text {
    /// Says that a row begins here: the text before it is let go.
    pub fn row_begins(&mut self, at: u64) {
        self.window.row = at;
    }

    /// The text between two places at or behind the begin of the row.
    pub fn between(&self, from: u64, to: u64) -> &[u8] {
        let index = |at: u64| {
            usize::try_from(at.saturating_sub(self.window.from))
                .map_or(self.window.bytes.len(), |i| i.min(self.window.bytes.len()))
        };
        &self.window.bytes[index(from)..index(to).max(index(from))]
    }

    /// All text handed out from a place at or behind the begin of the row.
    pub fn since(&self, from: u64) -> &[u8] {
        self.between(from, u64::MAX)
    }

    /// Goes back to a place at or behind the begin of the row: from there it is handed out again.
    pub fn back_to(&mut self, at: u64) {
        let again = self.since(at).len();
        let kept = self.window.bytes.len() - again;
        if again <= self.given {
            self.given -= again;
        } else {
            let mut ready = self.since(at).to_vec();
            ready.extend_from_slice(&self.ready[self.given..]);
            (self.ready, self.given) = (ready, 0);
        }
        self.window.bytes.truncate(kept);
        self.window.row = at;
    }

    /// Bytes of the file that were read.
    pub fn bytes_read(&self) -> u64 {
        self.passed.bytes.get()
    }

    /// NUL bytes left out.
    pub fn nul_bytes(&self) -> u64 {
        self.nul_bytes
    }

    /// The hash of all bytes of the file, once they have passed.
    pub fn sha256(&self) -> String {
        let mut text = String::new();
        if let Some(hash) = self.passed.hash.borrow_mut().take() {
            for byte in hash.finalize() {
                // Writing to a String cannot fail.
                let _ = write!(text, "{byte:02x}");
            }
        }
        text
    }

    /// Passes over the rest of this line.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn skip_line(&mut self, line_end: LineEnd) -> io::Result<()> {
        let end = if line_end == LineEnd::Cr { b'\r' } else { b'\n' };
        let mut byte = [0];
        while self.read(&mut byte)? == 1 && byte[0] != end {}
        self.window = Window::default();
        Ok(())
    }

    fn start(&mut self) -> io::Result<()> {
        self.at_start = false;
        let mut head = [0; 3];
        let mut filled = 0;
        while filled < head.len() {
            let n = self.inner.read(&mut head[filled..])?;
            if n == 0 {
                break;
            }
            filled += n;
        }
        if head[..filled] != *b"\xEF\xBB\xBF" {
            let n = self.without_nul(&mut head, filled);
            self.make_ready(&head[..n]);
        }
        Ok(())
    }

    /// Puts text of the file among what is handed out.
    fn make_ready(&mut self, text: &[u8]) {
        match &mut self.rewriting {
            Some(plain) => plain.feed(text, &mut self.ready),
            None => self.ready.extend_from_slice(text),
        }
    }

    /// Puts the mark behind the last row.
    fn end(&mut self) {
        self.ended = true;
        if let Some(plain) = &mut self.rewriting {
            plain.finish(&mut self.ready);
        }
        self.ready.extend_from_slice(&[b"\n", END_MARK, b"\n"].concat());
    }

    fn drain(&mut self, buffer: &mut [u8]) -> usize {
        let n = (self.ready.len() - self.given).min(buffer.len());
        buffer[..n].copy_from_slice(&self.ready[self.given..self.given + n]);
        self.given += n;
        n
    }

    /// Leaves NUL bytes out of `buffer[..n]` and gives the new length.
    fn without_nul(&mut self, buffer: &mut [u8], n: usize) -> usize {
        let found = buffer[..n].iter().filter(|b| **b == 0).count();
        if found == 0 || self.keep_nul {
            return n;
        }
        self.nul_bytes += found as u64;
        let mut to = 0;
        for from in 0..n {
            if buffer[from] != 0 {
                buffer[to] = buffer[from];
                to += 1;
            }
        }
        to
    }

    /// Reads the next bytes of the file.
    fn next(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.given < self.ready.len() {
                return Ok(self.drain(buffer));
            }
            if self.ended {
                return Ok(0);
            }
            self.ready.clear();
            self.given = 0;
            let read = self.inner.read(buffer)?;
            if read == 0 {
                self.end();
                continue;
            }
            let kept = self.without_nul(buffer, read);
            if self.rewriting.is_none() && kept > 0 {
                return Ok(kept);
            }
            self.make_ready(&buffer[..kept]);
        }
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at_start {
            self.start()?;
        }
        if buffer.is_empty() {
            return Ok(0);
        }
        self.window.let_go();
        if self.window.bytes.len() as u64 > LONGEST_ROW {
            return Err(io::Error::other(EndlessRow));
        }
        let n = self.next(buffer)?;
        self.window.bytes.extend_from_slice(&buffer[..n]);
        Ok(n)
    }
}

impl Window {
    /// Lets go of what stands before the row.
    fn let_go(&mut self) {
        let before = self.row.saturating_sub(self.from);
        let before = usize::try_from(before).unwrap_or(usize::MAX).min(self.bytes.len());
        self.bytes.drain(..before);
        self.from += before as u64;
    }
}
