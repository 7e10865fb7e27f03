//! Files that have grown: an export whose beginning is a file that was imported before.
//!
//! Looks at bytes only; which rows they are follows from how many that file had. So a workbook, whose
//! beginning changes as it grows, is never recognised as grown.

use super::remap::settled_as;
use super::rows_up_to;
use crate::import::{DataSource, Profile};
use crate::model::{Batch, BatchId, Message, Model, Origin, Refusal};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Result as IoResult, Seek, SeekFrom};
use std::path::Path;

/// A file that was imported before, as it is now or as it was when it was shorter.
#[derive(Clone, PartialEq, Debug)]
pub struct KnownFile {
    /// The import that holds the last of its rows.
    pub batch: BatchId,
    /// Rows of data that are in the document already, with those of the imports before it.
    pub rows: u64,
    /// How the file was read then: so it is read on.
    pub profile: Profile,
    /// Whether the file is the same to the last byte: then it holds nothing new.
    pub is_whole: bool,
}

/// What of a file is in the document already; none when it is new to it. Reads the file as far as
/// imports of before reach, so on a worker.
///
/// # Errors
/// When its beginning is in the document only in part, because an import before it was taken back.
pub fn known_file(model: &Model, path: &Path) -> Result<Option<KnownFile>, Refusal> {
    let all = candidates(model);
    // A file that cannot be read is told of by whoever reads it next.
    let found = beginnings(path, &all).unwrap_or_default();
    let last = found.last().copied();
    last.and_then(|(at, is_whole)| Some((all.into_iter().nth(at)?, is_whole)))
        .map(|(candidate, is_whole)| candidate.known(model, is_whole))
        .transpose()
}

/// The longest beginning of a file that was imported before, when this mapping reads it as it was
/// read then.
///
/// # Errors
/// As for `known_file`, and when its beginning was imported with another mapping only.
pub(super) fn find(
    model: &Model,
    source: &DataSource,
    given: &Profile,
) -> Result<Option<KnownFile>, Refusal> {
    let DataSource::File(path) = source else { return Ok(None) };
    let all = candidates(model);
    let found = beginnings(path, &all).unwrap_or_default();
    if found.iter().any(|(_, is_whole)| *is_whole) {
        // The same file once more: its hash will tell, whatever the mapping.
        return Ok(None);
    }
    let same = |(at, _): &(usize, bool)| is_same_reading(given, &all[*at], path);
    match (found.iter().copied().rfind(same), found.last()) {
        (Some((at, _)), _) => {
            all.into_iter().nth(at).map(|found| found.known(model, false)).transpose()
        }
        (None, Some((at, _))) => {
            let batch = all[*at].batch;
            Err(Message::new("document-import-other-mapping")
                .with("before", batch.file_name.as_str())
                .with("day", batch.imported_at.get(..10).unwrap_or_default())
                .into())
        }
        (None, None) => Ok(None),
    }
}

/// An import whose file a longer one may begin with.
struct Candidate<'m> {
    bytes: u64,
    batch: &'m Batch,
    profile: Profile,
}

impl Candidate<'_> {
    fn known(self, model: &Model, is_whole: bool) -> Result<KnownFile, Refusal> {
        let Self { batch, profile, .. } = self;
        match rows_up_to(model, batch) {
            Some(rows) => Ok(KnownFile { batch: batch.id, rows, profile, is_whole }),
            None => Err(Message::new("document-import-part-of-file")
                .with("before", batch.file_name.as_str())
                .with("day", batch.imported_at.get(..10).unwrap_or_default())
                .into()),
        }
    }
}

/// Imports of files whose length is known, short ones first.
fn candidates(model: &Model) -> Vec<Candidate<'_>> {
    let mut all = Vec::new();
    for batch in model.batches.values() {
        let bytes = u64::try_from(batch.file_bytes).unwrap_or(0);
        let is_file = batch.origin == Origin::File && !batch.file_hash.is_empty() && bytes > 0;
        if is_file && let Ok(profile) = serde_json::from_str(&batch.profile) {
            all.push(Candidate { bytes, batch, profile });
        }
    }
    all.sort_by_key(|candidate| candidate.bytes);
    all
}

/// Which of the candidates (short ones first) the file begins with, and whether it is that whole file.
fn beginnings(path: &Path, candidates: &[Candidate<'_>]) -> IoResult<Vec<(usize, bool)>> {
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let (mut hash, mut passed, mut found) = (Sha256::new(), 0_u64, Vec::new());
    let mut buffer = vec![0; 64 * 1024];
    for (at, Candidate { bytes, batch, profile }) in candidates.iter().enumerate() {
        if *bytes > length {
            break;
        }
        while passed < *bytes {
            let want = usize::try_from(*bytes - passed).unwrap_or(buffer.len()).min(buffer.len());
            file.read_exact(&mut buffer[..want])?;
            hash.update(&buffer[..want]);
            passed += want as u64;
        }
        let is_whole = *bytes == length;
        let wide = profile.encoding.as_deref().is_some_and(|e| e.starts_with("utf-16"));
        if in_hex(&hash.clone().finalize()) == batch.file_hash
            && (is_whole || ends_a_row(&mut file, *bytes, wide)?)
        {
            found.push((at, is_whole));
        }
        file.seek(SeekFrom::Start(passed))?;
    }
    Ok(found)
}

/// Whether a row ends at this place: a last row that went on would be a row nobody read.
fn ends_a_row(file: &mut File, at: u64, wide: bool) -> IoResult<bool> {
    let size: usize = if wide { 2 } else { 1 };
    let mut unit = |from: u64| -> IoResult<Vec<u8>> {
        let mut unit = vec![0; size];
        file.seek(SeekFrom::Start(from))?;
        file.read_exact(&mut unit)?;
        Ok(unit)
    };
    let before = unit(at.saturating_sub(size as u64))?;
    let after = unit(at)?;
    Ok([before, after].iter().any(|unit| is_line_end(unit)))
}

fn is_line_end(unit: &[u8]) -> bool {
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    match unit {
        [byte] => ends(byte),
        [0, byte] | [byte, 0] => ends(byte),
        _ => false,
    }
}

fn in_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether a mapping reads a file as it was read; what it leaves to be detected may be anything.
fn is_same_reading(given: &Profile, candidate: &Candidate<'_>, path: &Path) -> bool {
    let Candidate { batch, profile: kept, .. } = candidate;
    let named_by_file = given.survey.name.trim().is_empty() && given.name.trim().is_empty();
    let same_name = path.file_name().is_some_and(|name| *name == *batch.file_name);
    let mut settled = settled_as(given, kept);
    if !given.survey.name.trim().is_empty() {
        // Then the name of the mapping is for people only.
        settled.name.clone_from(&kept.name);
    }
    settled == *kept && (same_name || !named_by_file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, b"a\nb\r\nc\n\0d").unwrap();
        let mut file = File::open(&path).unwrap();
        let cases = [(1, true), (2, true), (3, true), (5, true), (6, true), (8, false)];
        for (at, expected) in cases {
            assert_eq!(ends_a_row(&mut file, at, false).unwrap(), expected, "{at}");
        }
        // "x\n" in two bytes a letter, and a letter whose first byte happens to be that of a line.
        std::fs::write(&path, b"x\0\n\0\n\x01y\0").unwrap();
        let mut file = File::open(&path).unwrap();
        for (at, expected) in [(2, true), (4, true), (6, false)] {
            assert_eq!(ends_a_row(&mut file, at, true).unwrap(), expected, "{at}");
        }
    }
}
