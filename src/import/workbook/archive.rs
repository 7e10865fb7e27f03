//! The ZIP archive that most workbooks are: what is in it, and whether it may be unpacked at all.
//!
//! Unpacks every part once and keeps nothing of it: what the directory says of sizes may be a lie.

use super::Trouble;
use crate::import::source::TextFile;
use crate::jobs::Reporter;
use std::io::{BufReader, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of all parts together.
const MOST_UNPACKED: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of a part that is read into memory whole, such as the shared texts.
const MOST_HELD: u64 = 160 * 1024 * 1024;
/// Texts that cells share.
const MOST_TEXTS: u64 = 6_000_000;
/// Bytes without a tag: one cell, or one name, that does not end.
const LONGEST_STRETCH: u64 = 64 * 1024 * 1024;
/// A part this large that shrinks this much when packed was made to do harm.
const BOMB_BYTES: u64 = 200 * 1024 * 1024;
const BOMB_RATIO: u64 = 100;

/// What an archive holds.
pub(super) struct Archive {
    /// Names of its parts.
    pub names: Vec<String>,
}

impl Archive {
    /// Whether it has a part of this name, in whatever case.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n.eq_ignore_ascii_case(name))
    }

    /// Whether the name of a part contains this.
    pub fn has_like(&self, piece: &str) -> bool {
        self.names.iter().any(|n| n.to_ascii_lowercase().contains(piece))
    }
}

/// Reads the directory of an archive.
pub(super) fn list(file: &TextFile) -> Result<Archive, Trouble> {
    let mut zip = open(file)?;
    let mut names = Vec::with_capacity(zip.len());
    let mut declared = 0_u64;
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(|e| zip_trouble(&e))?;
        if entry.encrypted() {
            return Err(Trouble::Locked);
        }
        declared = declared.saturating_add(entry.size());
        names.push(entry.name().map_err(|e| zip_trouble(&e))?.into_owned());
    }
    if declared > MOST_UNPACKED {
        return Err(Trouble::TooLarge(MOST_UNPACKED));
    }
    Ok(Archive { names })
}

/// Unpacks every part and looks how large it really is.
pub(super) fn weigh(file: &TextFile, reporter: &Reporter) -> Result<(), Trouble> {
    let mut zip = open(file)?;
    let mut total = 0;
    for index in 0..zip.len() {
        let entry = match zip.by_index(index) {
            Ok(entry) => entry,
            // A part in a way of packing that nobody reads is no part of the table.
            Err(ZipError::UnsupportedArchive(_)) => continue,
            Err(error) => return Err(zip_trouble(&error)),
        };
        let name = entry.name().map_err(|e| zip_trouble(&e))?.to_ascii_lowercase();
        let packed = entry.compressed_size();
        let mut part = Part { is_texts: name.ends_with("sharedstrings.xml"), ..Part::default() };
        let is_streamed = name.contains("sheet") || name.ends_with("content.xml");
        unpack(entry, reporter, |bytes| {
            part.take(bytes);
            total += bytes.len() as u64;
            let is_bomb = part.bytes > BOMB_BYTES && part.bytes / packed.max(1) > BOMB_RATIO;
            if total > MOST_UNPACKED || is_bomb {
                return Err(Trouble::TooLarge(MOST_UNPACKED.min(part.bytes)));
            }
            if !is_streamed && part.is_markup && part.bytes > MOST_HELD {
                return Err(Trouble::TooLarge(MOST_HELD));
            }
            if part.texts > MOST_TEXTS || part.longest > LONGEST_STRETCH {
                return Err(Trouble::TooLarge(LONGEST_STRETCH));
            }
            Ok(())
        })?;
        part.check_promise()?;
    }
    Ok(())
}

fn open(file: &TextFile) -> Result<ZipArchive<BufReader<crate::import::source::Bytes>>, Trouble> {
    let bytes = file.open().map_err(Trouble::Refused)?;
    ZipArchive::new(BufReader::new(bytes)).map_err(|e| zip_trouble(&e))
}

fn zip_trouble(error: &ZipError) -> Trouble {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Trouble::Locked,
        other => Trouble::Damaged(other.to_string()),
    }
}

fn unpack(
    mut entry: impl Read,
    reporter: &Reporter,
    mut take: impl FnMut(&[u8]) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut buffer = vec![0; 256 * 1024];
    loop {
        reporter.check().map_err(|_| Trouble::Cancelled)?;
        let n = match entry.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(n) => n,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Trouble::Damaged(error.to_string())),
        };
        take(&buffer[..n])?;
    }
}

/// What was seen of a part so far.
#[derive(Default)]
struct Part {
    bytes: u64,
    is_markup: bool,
    /// Whether it holds the texts that cells share.
    is_texts: bool,
    /// Bytes since the last tag began, and the most there were.
    stretch: u64,
    longest: u64,
    texts: u64,
    /// How many texts it says it has.
    promised: u64,
}

impl Part {
    fn take(&mut self, bytes: &[u8]) {
        if self.bytes == 0 {
            self.is_markup = bytes.trim_ascii_start().starts_with(b"<") || bytes.contains(&b'<');
            self.promised = if self.is_texts { promised(bytes) } else { 0 };
        }
        self.bytes += bytes.len() as u64;
        let mut from = 0;
        while let Some(at) = bytes[from..].iter().position(|b| *b == b'<') {
            self.longest = self.longest.max(self.stretch + at as u64);
            self.stretch = 0;
            from += at + 1;
            if self.is_texts {
                self.texts += u64::from(is_text_tag(&bytes[from..]));
            }
        }
        self.stretch += (bytes.len() - from) as u64;
        self.longest = self.longest.max(self.stretch);
    }

    /// Room is made for as many texts as are promised: they must be there.
    fn check_promise(&self) -> Result<(), Trouble> {
        if self.promised > self.bytes {
            return Err(Trouble::Damaged("uniqueCount".to_owned()));
        }
        Ok(())
    }
}

/// Whether a tag, without its `<`, begins a shared text: `si`, with or without a prefix.
fn is_text_tag(tag: &[u8]) -> bool {
    let end = tag.iter().take(40).position(|b| matches!(b, b'>' | b' ' | b'/')).unwrap_or(0);
    let name = &tag[..end];
    name == b"si" || name.ends_with(b":si")
}

fn promised(head: &[u8]) -> u64 {
    const NAME: &[u8] = b"uniqueCount";
    let Some(at) = head.windows(NAME.len()).position(|w| w == NAME) else {
        return 0;
    };
    let digits: String = head[at + NAME.len()..]
        .iter()
        .skip_while(|b| !b.is_ascii_digit())
        .take_while(|b| b.is_ascii_digit())
        .map(|b| char::from(*b))
        .collect();
    digits.parse().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_weighed_whatever_the_pieces() {
        let text = b"<?xml?><sst uniqueCount=\"3\"><si><t>long text here</t></si><x:si/><size/>";
        for size in [1, 7, 1000] {
            let mut part = Part { is_texts: true, ..Part::default() };
            for piece in text.chunks(size) {
                part.take(piece);
            }
            assert_eq!((part.bytes, part.longest), (text.len() as u64, 20), "{size}");
            if size == 1000 {
                assert_eq!((part.texts, part.promised), (2, 3));
            }
        }
    }
}
