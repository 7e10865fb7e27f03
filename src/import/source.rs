//! Opens what a person chose and refuses, in one sentence, what cannot be a table of text.
//!
//! Judges by the first bytes, never by the extension; reads no rows.

use super::DataSource;
use crate::model::{Message, Refusal};
use std::fs::File;
use std::io::{self, Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a file is.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// Delimited text.
    Text(TextFile),
    /// Packed as workbooks are; what is inside has to show.
    Packed(TextFile, Container),
    /// JSON, or JSON lines.
    Json(TextFile),
}

/// How a workbook is packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Container {
    /// A ZIP archive.
    Zip,
    /// A compound file: an old or a locked workbook.
    Compound,
}

/// What was chosen, by its bytes: a file, or pasted text.
#[derive(Clone, Debug)]
pub(super) struct TextFile {
    /// Where it is; of pasted text its name.
    pub path: PathBuf,
    /// Its name, without the folder.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// The text itself, where it was pasted.
    pasted: Option<Arc<str>>,
}

impl TextFile {
    /// A new handle on the bytes, at the first one.
    pub fn open(&self) -> Result<Bytes, Refusal> {
        match &self.pasted {
            Some(text) => Ok(Bytes::Held(Cursor::new(Arc::clone(text).into()))),
            None => File::open(&self.path)
                .map(Bytes::Stored)
                .map_err(|error| unreadable(&self.path, &error)),
        }
    }

    fn of(source: DataSource) -> Result<Self, Refusal> {
        let name = source.name();
        let path = match source {
            DataSource::File(path) => path,
            DataSource::Pasted { text, .. } => {
                let bytes = text.len() as u64;
                return Ok(Self { path: PathBuf::from(&name), name, bytes, pasted: Some(text) });
            }
        };
        let about = std::fs::metadata(&path).map_err(|error| unreadable(&path, &error))?;
        if about.is_dir() {
            return Err(Refusal(Message::new("import-is-a-folder").with("file", name)));
        }
        if !about.is_file() {
            return Err(Refusal(Message::new("import-no-plain-file").with("file", name)));
        }
        Ok(Self { path, name, bytes: about.len(), pasted: None })
    }
}

/// The bytes of what was chosen, wherever they are.
#[derive(Debug)]
pub(super) enum Bytes {
    /// In a file.
    Stored(File),
    /// In memory.
    Held(Cursor<Arc<[u8]>>),
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Stored(file) => file.read(buffer),
            Self::Held(text) => text.read(buffer),
        }
    }
}

impl Seek for Bytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::Stored(file) => file.seek(to),
            Self::Held(text) => text.seek(to),
        }
    }
}

/// Opens what was chosen and says what it is.
///
/// # Errors
/// When it is missing, a folder, empty, or no table of text.
pub(super) fn open(source: DataSource) -> Result<Source, Refusal> {
    let file = TextFile::of(source)?;
    let mut head = Vec::new();
    file.open()?
        .take(HEAD_BYTES)
        .read_to_end(&mut head)
        .map_err(|error| unreadable(&file.path, &error))?;
    match other_than_text(&head) {
        None => Ok(Source::Text(file)),
        Some(Content::Empty) => {
            Err(Refusal(Message::new("import-empty-file").with("file", file.name)))
        }
        Some(Content::Packed(container)) => Ok(Source::Packed(file, container)),
        Some(Content::Json) => Ok(Source::Json(file)),
        Some(Content::Document) => {
            Err(Refusal(Message::new("import-is-a-document").with("file", file.name)))
        }
        Some(Content::Other(kind)) => Err(Refusal(
            Message::new("import-not-a-table").with("file", file.name).with("kind", kind),
        )),
    }
}

const HEAD_BYTES: u64 = 64 * 1024;

/// A sentence for a file that cannot be opened or read.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Refusal {
    let name = DataSource::from(path).name();
    Refusal(match error.kind() {
        ErrorKind::NotFound => {
            Message::new("import-not-found").with("file", path.display().to_string())
        }
        ErrorKind::PermissionDenied => Message::new("import-not-allowed").with("file", name),
        _ => Message::new("import-unreadable").with("file", name).with("error", error.to_string()),
    })
}

/// What the first bytes give away when a file is no table of text.
#[derive(Clone, PartialEq, Debug)]
enum Content {
    Empty,
    Packed(Container),
    Json,
    Document,
    Other(Message),
}

fn other_than_text(head: &[u8]) -> Option<Content> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    if text.iter().all(|b| b.is_ascii_whitespace()) || matches!(head, b"\xFF\xFE" | b"\xFE\xFF") {
        return Some(Content::Empty);
    }
    if head.starts_with(b"SQLite format 3\0") {
        let ours = head.get(68..72) == Some(b"KLRT".as_slice());
        return Some(if ours {
            Content::Document
        } else {
            Content::Other(Message::new("import-kind-database"))
        });
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Content::Packed(Container::Compound));
    }
    if head.starts_with(b"PK\x03\x04") {
        return Some(Content::Packed(Container::Zip));
    }
    if is_json(head) {
        return Some(Content::Json);
    }
    signature(head).or_else(|| markup(text)).or_else(|| binary(head)).map(Content::Other)
}

fn signature(head: &[u8]) -> Option<Message> {
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| head.starts_with(mark));
    let riff = |form: &[u8]| head.starts_with(b"RIFF") && head.get(8..12) == Some(form);
    let boxed = head.get(4..8) == Some(b"ftyp".as_slice());
    let dos = head.starts_with(b"MZ") && head.iter().take(64).any(|b| *b == 0);
    let bitmap = head.starts_with(b"BM") && head.get(6..10) == Some(&[0, 0, 0, 0]);
    let picture: &[&[u8]] =
        &[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\x01\0"];
    let sound: &[&[u8]] = &[b"ID3", b"\xFF\xFB", b"\xFF\xF3", b"\xFF\xF2", b"OggS", b"fLaC"];
    let packed: &[&[u8]] = &[
        b"PK\x05\x06",
        b"\x1F\x8B",
        b"BZh",
        b"\xFD7zXZ\0",
        b"7z\xBC\xAF\x27\x1C",
        b"Rar!\x1A\x07",
        b"\x28\xB5\x2F\xFD",
    ];
    let program: &[&[u8]] =
        &[b"\x7FELF", b"\xCF\xFA\xED\xFE", b"\xFE\xED\xFA\xCF", b"\xCA\xFE\xBA\xBE", b"\0asm"];
    if starts(picture) || riff(b"WEBP") || bitmap {
        Some(Message::new("import-kind-picture"))
    } else if starts(&[b"%PDF"]) {
        Some(Message::new("import-kind-pdf"))
    } else if starts(sound) || riff(b"WAVE") || riff(b"AVI ") || boxed {
        Some(Message::new("import-kind-media"))
    } else if starts(packed) {
        Some(Message::new("import-kind-archive"))
    } else if starts(program) || dos {
        Some(Message::new("import-kind-program"))
    } else if starts(&[b"PAR1", b"ARROW1", b"Obj\x01", b"ORC"]) {
        Some(Message::new("import-kind-columnar"))
    } else if starts(&[b"$FL2", b"$FL3", b"<stata_dta>", b"HEADER RECORD"]) {
        Some(Message::new("import-kind-statistics"))
    } else if starts(&[b"{\\rtf"]) {
        Some(Message::new("import-kind-office"))
    } else {
        None
    }
}

/// XML and web pages are text, but no delimited table.
fn markup(text: &[u8]) -> Option<Message> {
    let from = text.iter().position(|b| !b.is_ascii_whitespace())?;
    let text = &text[from..];
    let lower: Vec<u8> = text.iter().take(16).map(u8::to_ascii_lowercase).collect();
    if [b"<!doctype".as_slice(), b"<html", b"<?xml"].iter().any(|m| lower.starts_with(m)) {
        return Some(Message::new("import-kind-page"));
    }
    None
}

/// Whether the bytes begin as JSON does, in UTF-8 or UTF-16.
fn is_json(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let wide = text.starts_with(b"\xFF\xFE")
        || text.starts_with(b"\xFE\xFF")
        || looks_utf16(text).is_some();
    let mark = |b: &&u8| !wide || !matches!(**b, 0 | 0xFE | 0xFF);
    let mut signs = text.iter().filter(mark).filter(|b| !b.is_ascii_whitespace());
    let second = |signs: &mut dyn Iterator<Item = &u8>| signs.next().copied();
    match signs.next() {
        Some(b'{') => matches!(second(&mut signs), Some(b'"' | b'}')),
        Some(b'[') => matches!(second(&mut signs), Some(b'{' | b'[')),
        _ => false,
    }
}

/// Whether the bytes are no text in any encoding. A few stray NUL bytes are text that was damaged.
fn binary(head: &[u8]) -> Option<Message> {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") || looks_utf16(head).is_some()
    {
        return None;
    }
    let odd = |b: &&u8| matches!(**b, 1..=8 | 14..=26 | 28..=31 | 127);
    let control = head.iter().filter(odd).count();
    let nul = head.iter().filter(|b| **b == 0).count();
    let is_binary = control * 50 > head.len() || (nul * 10 > head.len() && nul > 2);
    is_binary.then(|| Message::new("import-kind-binary"))
}

/// Byte order of UTF-16 text without a mark: the NUL half of its Latin letters stands on one side.
/// `Some(true)` = little-endian.
pub(super) fn looks_utf16(head: &[u8]) -> Option<bool> {
    let pairs = head.chunks_exact(2).len();
    if pairs < 2 {
        return None;
    }
    let (mut first, mut second) = (0, 0);
    for pair in head.chunks_exact(2) {
        first += usize::from(pair[0] == 0 && pair[1] != 0);
        second += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let (few, many) = (pairs / 20, pairs * 2 / 5);
    if second > many && first <= few {
        Some(true)
    } else if first > many && second <= few {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(head: &[u8]) -> Option<String> {
        other_than_text(head).map(|c| match c {
            Content::Other(message) => message.key.into_owned(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn content_tells_what_a_file_is_whatever_its_name() {
        let mut document = b"SQLite format 3\0".to_vec();
        document.resize(68, 0);
        document.extend(b"KLRT");
        let cases: &[(&[u8], Option<&str>)] = &[
            (b"", Some("Empty")),
            (b"\xEF\xBB\xBF", Some("Empty")),
            (b" \r\n\r\n", Some("Empty")),
            (b"a,b\n1,2\n", None),
            (b"\xFF\xFEa\0,\0b\0\n\0", None),
            (b"a\0,\0b\0\n\x001\0,\x002\0", None),
            (b"score,comment\n3,good\0 service\n4,fine\n5,nice and quick\n", None),
            (b"\x89PNG\r\n\x1A\n\0\0", Some("import-kind-picture")),
            (b"\xFF\xD8\xFF\xE0", Some("import-kind-picture")),
            (b"%PDF-1.7", Some("import-kind-pdf")),
            (b"PK\x03\x04..xl/workbook.xml", Some("Packed(Zip)")),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Some("Packed(Compound)")),
            (b"PAR1\x15\x04", Some("import-kind-columnar")),
            (b"$FL2@(#) SPSS", Some("import-kind-statistics")),
            (b"\x1F\x8B\x08", Some("import-kind-archive")),
            (b"\x7FELF\x02", Some("import-kind-program")),
            (b"ID3\x03", Some("import-kind-media")),
            (b"SQLite format 3\0....", Some("import-kind-database")),
            (&document, Some("Document")),
            (b"[{\"a\": 1}]", Some("Json")),
            (b"\xEF\xBB\xBF {\"a\": 1}", Some("Json")),
            (b"\xFF\xFE[\0{\0\"\0a\0\"\0", Some("Json")),
            (b"[a],b\n1,2\n", None),
            (b"<html><body>", Some("import-kind-page")),
            (b"\x01\x02\x03\x04\0\0\0\0\x05\x06", Some("import-kind-binary")),
        ];
        for (head, expected) in cases {
            assert_eq!(key(head).as_deref(), *expected, "{:?}", String::from_utf8_lossy(head));
        }
    }
}
