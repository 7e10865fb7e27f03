//! The compound file that an XLS workbook is: looked over before another reader takes it, since a
//! chain that bites its own tail would never end there.
//!
//! Follows chains and copies one stream; understands no cells.

use super::Trouble;
use crate::import::source::TextFile;
use std::io::Read;

/// Bytes that such a file may have; a sheet of 65,536 rows is far smaller.
const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// From here on a sector number says something else.
const RESERVED: u32 = 0xFFFF_FFFA;

/// What a compound file holds.
pub(super) struct Compound {
    bytes: Vec<u8>,
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: u64,
}

/// Looks over a file.
pub(super) fn open(file: &TextFile) -> Result<Compound, Trouble> {
    if file.bytes > MOST_BYTES {
        return Err(Trouble::TooLarge(MOST_BYTES));
    }
    let mut bytes = Vec::new();
    let read = file.open().map_err(Trouble::Refused)?.take(MOST_BYTES).read_to_end(&mut bytes);
    read.map_err(|e| Trouble::Damaged(e.to_string()))?;
    Compound::parse(bytes).ok_or_else(|| Trouble::Damaged("compound file".to_owned()))
}

impl Compound {
    fn parse(bytes: Vec<u8>) -> Option<Self> {
        let sector = match u16_at(&bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Self {
            bytes,
            sector,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        compound.table = compound.read_table()?;
        let directory = compound.chain(compound.word(48)?, u64::MAX)?;
        compound.entries = directory.chunks_exact(128).filter_map(Entry::parse).collect();
        if compound.word(64)? > 0 {
            let numbers = compound.chain(compound.word(60)?, u64::MAX)?;
            compound.mini_table = words(&numbers);
            let root = compound.entries.first()?;
            compound.mini_stream = compound.chain(root.start, root.length)?;
        }
        Some(compound)
    }

    /// Whether it has a stream or a folder of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|e| e.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of the workbook itself.
    pub fn workbook(&self) -> Option<Vec<u8>> {
        let named = |name: &str| self.entries.iter().find(|e| e.name.eq_ignore_ascii_case(name));
        let entry = named("Workbook").or_else(|| named("Book"))?;
        if entry.length >= 4096 {
            return self.chain(entry.start, entry.length);
        }
        follow(entry.start, &self.mini_table, entry.length, |id| {
            let from = id as usize * 64;
            self.mini_stream.get(from..(from + 64).min(self.mini_stream.len()))
        })
    }

    fn word(&self, at: usize) -> Option<u32> {
        u32_at(&self.bytes, at)
    }

    fn sector(&self, id: u32) -> Option<&[u8]> {
        let from = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(from..(from + self.sector).min(self.bytes.len()))
    }

    /// The table that says which sector follows which.
    fn read_table(&self) -> Option<Vec<u32>> {
        let sectors = self.bytes.len() / self.sector;
        let mut places = words(self.bytes.get(76..512)?);
        let mut next = self.word(68)?;
        let mut parts = 0;
        while next < RESERVED {
            parts += 1;
            if parts > sectors {
                return None;
            }
            places.extend(words(self.sector(next)?));
            next = places.pop()?;
        }
        places.retain(|id| *id < RESERVED);
        // As many parts as the file has sectors would fill it with nothing else.
        if places.len() > sectors {
            return None;
        }
        let mut table = Vec::new();
        for id in places {
            table.extend(words(self.sector(id)?));
        }
        Some(table)
    }

    fn chain(&self, start: u32, length: u64) -> Option<Vec<u8>> {
        follow(start, &self.table, length, |id| self.sector(id))
    }
}

impl Entry {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let units: Vec<u16> =
            bytes.get(..64)?.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
        let end = units.iter().position(|u| *u == 0).unwrap_or(units.len());
        let name = String::from_utf16_lossy(&units[..end]);
        let length = u64::from(u32_at(bytes, 120)?);
        Some(Self { name, start: u32_at(bytes, 116)?, length })
    }
}

/// Follows a chain. None when it leaves the table or never ends.
fn follow<'a>(
    start: u32,
    table: &[u32],
    length: u64,
    sector: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut id, mut steps) = (start, 0);
    while id < RESERVED && (bytes.len() as u64) < length {
        steps += 1;
        if steps > table.len() {
            return None;
        }
        bytes.extend_from_slice(sector(id)?);
        id = match table.get(id as usize) {
            Some(next) => *next,
            // Behind the last sector that is needed the table may end.
            None if bytes.len() as u64 >= length => break,
            None => return None,
        };
    }
    bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Some(bytes)
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
