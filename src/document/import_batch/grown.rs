//! Files that have grown: an export whose beginning is a file that was imported before.
//!
//! Looks at bytes only; which rows they are follows from how many that file had.

use super::rows_up_to;
use crate::import::{Profile, Role};
use crate::model::{Batch, BatchId, Message, Model, Origin, Refusal};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Result as IoResult, Seek, SeekFrom};
use std::path::Path;

/// What of a file is in the document already.
pub(super) struct Grown {
    /// The import that holds the last of those rows.
    pub batch: BatchId,
    /// Rows to pass over.
    pub rows: u64,
    /// How the file was read then: so it is read on.
    pub profile: Profile,
}

/// The longest beginning of a file that was imported before with the same mapping.
///
/// # Errors
/// When such a beginning is in the document only in part, because an import before it was taken back.
pub(super) fn find(model: &Model, path: &Path, given: &Profile) -> Result<Option<Grown>, Refusal> {
    let kept = |batch: &Batch| serde_json::from_str::<Profile>(&batch.profile).ok();
    let mut candidates: Vec<(u64, &Batch, Profile)> = model
        .batches
        .values()
        .filter(|b| b.origin == Origin::File && !b.file_hash.is_empty())
        .filter_map(|b| Some((u64::try_from(b.file_bytes).ok().filter(|n| *n > 0)?, b, kept(b)?)))
        .filter(|(_, batch, profile)| is_same_reading(given, profile, batch, path))
        .collect();
    candidates.sort_by_key(|(bytes, ..)| *bytes);
    // A file that cannot be read is told of by whoever reads it next.
    let found = longest(path, &candidates).ok().flatten();
    let Some((_, batch, profile)) = found.and_then(|at| candidates.into_iter().nth(at)) else {
        return Ok(None);
    };
    match rows_up_to(model, batch) {
        Some(rows) => Ok(Some(Grown { batch: batch.id, rows, profile })),
        None => Err(Message::new("document-import-part-of-file")
            .with("before", batch.file_name.as_str())
            .with("day", batch.imported_at.get(..10).unwrap_or_default())
            .into()),
    }
}

/// The last of the candidates (short ones first) whose bytes the file begins with.
fn longest(path: &Path, candidates: &[(u64, &Batch, Profile)]) -> IoResult<Option<usize>> {
    let Some((most, ..)) = candidates.last() else { return Ok(None) };
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let (mut hash, mut passed, mut found) = (Sha256::new(), 0_u64, None);
    let mut buffer = vec![0; 64 * 1024];
    for (at, (bytes, batch, profile)) in candidates.iter().enumerate() {
        if *bytes >= length {
            break;
        }
        while passed < *bytes {
            let want = usize::try_from(*bytes - passed).unwrap_or(buffer.len()).min(buffer.len());
            file.read_exact(&mut buffer[..want])?;
            hash.update(&buffer[..want]);
            passed += want as u64;
        }
        let wide = profile.encoding.as_deref().is_some_and(|e| e.starts_with("utf-16"));
        if in_hex(&hash.clone().finalize()) == batch.file_hash
            && ends_a_row(&mut file, *bytes, wide)?
        {
            found = Some(at);
        }
        file.seek(SeekFrom::Start(passed))?;
    }
    debug_assert!(passed <= *most);
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

/// Whether a mapping reads a file as a batch was read; what it leaves to be detected may be anything.
fn is_same_reading(given: &Profile, kept: &Profile, batch: &Batch, path: &Path) -> bool {
    let named_by_file = given.survey.name.trim().is_empty() && given.name.trim().is_empty();
    let same_name = path.file_name().is_some_and(|name| *name == *batch.file_name);
    let mut settled = given.clone();
    settled.header_rows = given.header_rows.or(kept.header_rows);
    settled.preamble_rows = given.preamble_rows.or(kept.preamble_rows);
    settled.footer_rows = given.footer_rows.or(kept.footer_rows);
    settled.delimiter = given.delimiter.clone().or_else(|| kept.delimiter.clone());
    settled.quote = given.quote.clone().or_else(|| kept.quote.clone());
    settled.escape = given.escape.clone().or_else(|| kept.escape.clone());
    settled.encoding = given.encoding.clone().or_else(|| kept.encoding.clone());
    settled.decimal = given.decimal.clone().or_else(|| kept.decimal.clone());
    for (column, known) in settled.columns.iter_mut().zip(&kept.columns) {
        if let (Role::Date { format }, Role::Date { format: known }) =
            (&mut column.role, &known.role)
        {
            *format = format.take().or_else(|| known.clone());
        }
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
