//! A file as a stream of UTF-8 text: decoded, without byte order mark and NUL bytes, hashed.
//!
//! Bounded memory: it refuses a row that never ends. Knows nothing of cells.

use super::source::{Bytes, TextFile, unreadable};
use crate::model::{Message, Refusal};
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::io::{self, Read};
use std::rc::Rc;

/// Stands after the last row, so that a quote that is never closed gives itself away.
pub(super) const END_MARK: &[u8] = "\u{F8FF}klantreis:end\u{F8FF}".as_bytes();

/// More text than this without the end of a row is no table.
pub(super) const LONGEST_ROW: u64 = 64 * 1024 * 1024;

/// What passes through a stream, shared with the reader of rows above it.
#[derive(Default)]
pub(super) struct Passed {
    /// Bytes of the file.
    pub bytes: Cell<u64>,
    /// Bytes of text since the last row began.
    pub since_row: Cell<u64>,
    /// NUL bytes left out.
    pub nul_bytes: Cell<u64>,
    hash: RefCell<Option<Sha256>>,
}

impl Passed {
    /// The hash of all bytes of the file, once they have passed.
    pub fn sha256(&self) -> String {
        let mut text = String::new();
        if let Some(hash) = self.hash.borrow_mut().take() {
            for byte in hash.finalize() {
                // Writing to a String cannot fail.
                let _ = write!(text, "{byte:02x}");
            }
        }
        text
    }
}

/// How to open a stream.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    pub encoding: &'static Encoding,
    /// Whether to hash the file on the way.
    pub hash: bool,
    /// Whether NUL bytes mean something in this file's dialect.
    pub keep_nul: bool,
}

/// Opens a file as text.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn open(
    file: &TextFile,
    opening: Opening,
) -> Result<(Box<dyn Read>, Rc<Passed>), Refusal> {
    let passed = Rc::new(Passed::default());
    if opening.hash {
        *passed.hash.borrow_mut() = Some(Sha256::new());
    }
    let tally = Tally { file: file.open()?, passed: Rc::clone(&passed) };
    let decoded: Box<dyn Read> = if opening.encoding == UTF_8 {
        Box::new(tally)
    } else {
        Box::new(
            DecodeReaderBytesBuilder::new()
                .encoding(Some(opening.encoding))
                .build_with_buffer(tally, vec![0; 64 * 1024])
                .map_err(|e| unreadable(&file.path, &e))?,
        )
    };
    let text = Text {
        inner: decoded,
        passed: Rc::clone(&passed),
        at_start: true,
        keep_nul: opening.keep_nul,
        pending: Vec::new(),
        ended: false,
    };
    Ok((Box::new(text), passed))
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

struct Text {
    inner: Box<dyn Read>,
    passed: Rc<Passed>,
    at_start: bool,
    keep_nul: bool,
    /// Bytes to hand out before reading on.
    pending: Vec<u8>,
    ended: bool,
}

impl Text {
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
            self.pending.extend_from_slice(&head[..filled]);
        }
        Ok(())
    }

    fn drain(&mut self, buffer: &mut [u8]) -> usize {
        let n = self.pending.len().min(buffer.len());
        buffer[..n].copy_from_slice(&self.pending[..n]);
        self.pending.drain(..n);
        n
    }

    /// Leaves NUL bytes out of `buffer[..n]` and gives the new length.
    fn without_nul(&self, buffer: &mut [u8], n: usize) -> usize {
        let found = buffer[..n].iter().filter(|b| **b == 0).count();
        if found == 0 || self.keep_nul {
            return n;
        }
        self.passed.nul_bytes.set(self.passed.nul_bytes.get() + found as u64);
        let mut to = 0;
        for from in 0..n {
            if buffer[from] != 0 {
                buffer[to] = buffer[from];
                to += 1;
            }
        }
        to
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.passed.since_row.get() > LONGEST_ROW {
            return Err(io::Error::other(EndlessRow));
        }
        if self.at_start {
            self.start()?;
        }
        loop {
            let read =
                if self.pending.is_empty() { self.inner.read(buffer)? } else { self.drain(buffer) };
            if read == 0 && !buffer.is_empty() {
                if self.ended {
                    return Ok(0);
                }
                self.ended = true;
                self.pending = [b"\n", END_MARK, b"\n"].concat();
                continue;
            }
            let kept = self.without_nul(buffer, read);
            self.passed.since_row.set(self.passed.since_row.get() + kept as u64);
            if kept > 0 || buffer.is_empty() {
                return Ok(kept);
            }
        }
    }
}
