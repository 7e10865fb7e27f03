//! Rows of cells, kept tightly one after the other: in memory while they are few, else in a
//! temporary file that has no name and goes with the program.
//!
//! Written once, read often; knows nothing of formats.

use csv::ByteRecord;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

/// Bytes that are kept in memory at most.
const MOST_IN_MEMORY: usize = 64 * 1024 * 1024;
/// Bytes that are written to the disk at once.
const CHUNK: usize = 1024 * 1024;
/// Cells, empty ones before the last one of a row counted, that a sheet may have.
const MOST_CELLS: u64 = 1_000_000_000;
/// Cells of one row.
const MOST_COLUMNS: usize = 100_000;

/// Why rows cannot be kept.
#[derive(Debug, thiserror::Error)]
pub(in crate::import) enum Fault {
    /// The disk refuses.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// Cells lie so far apart that the rows would never end.
    #[error("too many cells")]
    TooMany,
}

/// Takes rows, one cell after the other.
pub(in crate::import) struct Writer {
    place: Place,
    /// Whether rows without a cell that holds something are kept.
    keeps_blank: bool,
    row: Option<u64>,
    cells: Vec<Piece>,
    text: Vec<u8>,
    payload: Vec<u8>,
    rows: u64,
    spread: u64,
    /// Lengths of the longest row and of the longest but one.
    longest: [usize; 2],
}

/// A cell of the row that is being written: where its text stands.
#[derive(Clone, Copy)]
struct Piece {
    column: usize,
    from: usize,
    to: usize,
}

enum Place {
    Memory(Vec<u8>),
    Disk { file: File, pending: Vec<u8> },
}

impl Writer {
    pub fn new(keeps_blank: bool) -> Self {
        Self {
            place: Place::Memory(Vec::new()),
            keeps_blank,
            row: None,
            cells: Vec::new(),
            text: Vec::new(),
            payload: Vec::new(),
            rows: 0,
            spread: 0,
            longest: [0; 2],
        }
    }

    /// Rows kept, the one that is being written not counted.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Begins a row. Numbers must rise.
    ///
    /// # Errors
    /// When the row before it cannot be kept.
    pub fn begin(&mut self, number: u64) -> Result<(), Fault> {
        self.end_row()?;
        self.row = Some(number);
        Ok(())
    }

    /// Adds a cell to the row; `write` appends its text. A later cell in the same column wins.
    pub fn cell(&mut self, column: usize, write: impl FnOnce(&mut Vec<u8>)) {
        let from = self.text.len();
        write(&mut self.text);
        if self.text.len() > from {
            self.cells.push(Piece { column, from, to: self.text.len() });
        }
    }

    /// Ends the last row.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn finish(mut self) -> Result<Store, Fault> {
        self.end_row()?;
        let place = match self.place {
            Place::Memory(mut bytes) => {
                bytes.shrink_to_fit();
                Place::Memory(bytes)
            }
            Place::Disk { mut file, pending } => {
                file.write_all(&pending)?;
                Place::Disk { file, pending: Vec::new() }
            }
        };
        Ok(Store { place, rows: self.rows, longest: self.longest })
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let Some(number) = self.row.take() else {
            return Ok(());
        };
        if self.cells.is_empty() && !self.keeps_blank {
            return Ok(());
        }
        if !self.cells.is_sorted_by_key(|c| c.column) {
            self.cells.sort_by_key(|c| c.column);
        }
        let length = self.cells.last().map_or(0, |c| c.column + 1);
        self.spread += length as u64;
        if length > MOST_COLUMNS || self.spread > MOST_CELLS {
            return Err(Fault::TooMany);
        }
        self.payload.clear();
        put(&mut self.payload, number);
        let mut next = 0;
        for (at, cell) in self.cells.iter().enumerate() {
            if self.cells.get(at + 1).is_some_and(|later| later.column == cell.column) {
                continue;
            }
            put(&mut self.payload, (cell.column - next) as u64);
            put(&mut self.payload, (cell.to - cell.from) as u64);
            self.payload.extend_from_slice(&self.text[cell.from..cell.to]);
            next = cell.column + 1;
        }
        self.cells.clear();
        self.text.clear();
        self.rows += 1;
        if length > self.longest[0] {
            self.longest = [length, self.longest[0]];
        } else {
            self.longest[1] = self.longest[1].max(length);
        }
        self.keep()
    }

    /// Puts the payload behind the rows before it.
    fn keep(&mut self) -> Result<(), Fault> {
        if let Place::Memory(bytes) = &mut self.place
            && bytes.len() + self.payload.len() > MOST_IN_MEMORY
        {
            let mut file = tempfile::tempfile()?;
            file.write_all(bytes)?;
            self.place = Place::Disk { file, pending: Vec::with_capacity(CHUNK) };
        }
        let bytes = match &mut self.place {
            Place::Memory(bytes) => bytes,
            Place::Disk { file, pending } => {
                if pending.len() >= CHUNK {
                    file.write_all(pending)?;
                    pending.clear();
                }
                pending
            }
        };
        put(bytes, self.payload.len() as u64);
        bytes.extend_from_slice(&self.payload);
        Ok(())
    }
}

/// Rows that were kept.
pub(in crate::import) struct Store {
    place: Place,
    /// How many they are.
    pub rows: u64,
    longest: [usize; 2],
}

/// Columns up to which the longest row tells how wide a grid is; beyond, one stray cell may lie.
const TRUSTED_WIDTH: usize = 1_000;

impl Store {
    /// Cells that the rows may have: a single stray cell far to the right does not count.
    pub fn width(&self) -> usize {
        let [longest, second] = self.longest;
        if longest > TRUSTED_WIDTH && self.rows > 1 { second } else { longest }
    }

    /// Bytes that the rows take.
    fn bytes(&self) -> Option<&[u8]> {
        match &self.place {
            Place::Memory(bytes) => Some(bytes),
            Place::Disk { .. } => None,
        }
    }

    /// A reader at the first row.
    ///
    /// # Errors
    /// When the temporary file is gone.
    pub fn tap(&self) -> io::Result<Tap> {
        Ok(match &self.place {
            Place::Memory(_) => Tap::Memory(0),
            Place::Disk { file, .. } => {
                let file = file.try_clone()?;
                Tap::Disk(BufReader::with_capacity(CHUNK, Spot { file, at: 0 }), Vec::new())
            }
        })
    }

    /// Reads the next row; gives its number, or none at the end.
    ///
    /// # Errors
    /// When the temporary file cannot be read.
    pub fn next(&self, tap: &mut Tap, record: &mut ByteRecord) -> io::Result<Option<u64>> {
        match tap {
            Tap::Memory(at) => {
                let mut rest = &self.bytes().unwrap_or_default()[*at..];
                if rest.is_empty() {
                    return Ok(None);
                }
                let before = rest.len();
                let length = take(&mut rest);
                *at += before - rest.len() + length;
                Ok(Some(decode(&rest[..length], record)))
            }
            Tap::Disk(reader, payload) => {
                let Some(length) = read_length(reader)? else {
                    return Ok(None);
                };
                payload.resize(length, 0);
                reader.read_exact(payload)?;
                Ok(Some(decode(payload, record)))
            }
        }
    }
}

/// Where a reader stands.
pub(in crate::import) enum Tap {
    Memory(usize),
    Disk(BufReader<Spot>, Vec<u8>),
}

/// A place of its own in a file that several read.
pub(in crate::import) struct Spot {
    file: File,
    at: u64,
}

impl Read for Spot {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.seek(SeekFrom::Start(self.at))?;
        let n = self.file.read(buffer)?;
        self.at += n as u64;
        Ok(n)
    }
}

/// Turns a payload into cells and gives the number of its row.
fn decode(mut payload: &[u8], record: &mut ByteRecord) -> u64 {
    record.clear();
    let number = take(&mut payload) as u64;
    while !payload.is_empty() {
        for _ in 0..take(&mut payload) {
            record.push_field(b"");
        }
        let (cell, rest) = {
            let length = take(&mut payload);
            payload.split_at(length)
        };
        record.push_field(cell);
        payload = rest;
    }
    number
}

/// Writes a number, seven bits a byte.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// Reads a number that `put` wrote.
fn take(bytes: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

fn read_length(reader: &mut impl Read) -> io::Result<Option<usize>> {
    let (mut number, mut shift) = (0, 0);
    let mut byte = [0];
    loop {
        if reader.read(&mut byte)? == 0 {
            return Ok(None);
        }
        number |= usize::from(byte[0] & 0x7F) << shift;
        shift += 7;
        if byte[0] & 0x80 == 0 {
            return Ok(Some(number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(store: &Store) -> Vec<(u64, Vec<String>)> {
        let (mut tap, mut record, mut rows) = (store.tap().unwrap(), ByteRecord::new(), Vec::new());
        while let Some(number) = store.next(&mut tap, &mut record).unwrap() {
            let cells = record.iter().map(|c| String::from_utf8(c.to_vec()).unwrap());
            rows.push((number, cells.collect()));
        }
        rows
    }

    fn cell(writer: &mut Writer, column: usize, text: &str) {
        writer.cell(column, |out| out.extend_from_slice(text.as_bytes()));
    }

    #[test]
    fn rows_come_back_as_they_were_written() {
        let mut writer = Writer::new(false);
        writer.begin(1).unwrap();
        cell(&mut writer, 0, "a");
        cell(&mut writer, 3, "d");
        writer.begin(2).unwrap();
        cell(&mut writer, 1, "");
        writer.begin(300).unwrap();
        for (column, text) in [(2, "c"), (0, "first"), (0, "last")] {
            cell(&mut writer, column, text);
        }
        let store = writer.finish().unwrap();
        assert_eq!((store.rows, store.width()), (2, 4));
        let text = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let expected = [(1, text(&["a", "", "", "d"])), (300, text(&["last", "", "c"]))];
        assert_eq!(rows(&store), expected);
    }

    #[test]
    fn many_rows_go_to_the_disk_and_two_readers_do_not_disturb_each_other() {
        let mut writer = Writer::new(true);
        let long = "x".repeat(40_000);
        for number in 1..=4_000 {
            writer.begin(number).unwrap();
            cell(&mut writer, 1, &format!("{number}{long}"));
        }
        let store = writer.finish().unwrap();
        assert!(store.bytes().is_none(), "160 MB stay in memory");
        let (mut one, mut two) = (store.tap().unwrap(), store.tap().unwrap());
        let (mut a, mut b) = (ByteRecord::new(), ByteRecord::new());
        for number in 1..=4_000 {
            assert_eq!(store.next(&mut one, &mut a).unwrap(), Some(number));
            assert!(a[1].starts_with(number.to_string().as_bytes()));
            if number % 2 == 0 {
                assert_eq!(store.next(&mut two, &mut b).unwrap(), Some(number / 2));
            }
        }
        assert_eq!(store.next(&mut one, &mut a).unwrap(), None);
    }

    #[test]
    fn cells_too_far_apart_are_refused_and_one_stray_cell_does_not_widen_a_grid() {
        let mut writer = Writer::new(false);
        for number in 1..=3 {
            writer.begin(number).unwrap();
            cell(&mut writer, 4, "x");
        }
        cell(&mut writer, 16_000, "stray");
        assert_eq!(writer.finish().unwrap().width(), 5);
        let mut writer = Writer::new(false);
        writer.begin(1).unwrap();
        cell(&mut writer, 2_000_000, "x");
        assert!(matches!(writer.finish(), Err(Fault::TooMany)));
    }
}
