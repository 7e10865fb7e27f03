//! Mappings that were used before, so that the next file like it needs no choices.
//!
//! Kept beside the settings: names of columns and what they mean, never a cell.

use super::super::settings::write_whole;
use crate::import::{Detected, Profile};
use crate::model::Model;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Most mappings that are remembered.
const MOST: usize = 50;

/// Why a mapping was taken over from before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Why {
    /// A file with the same columns was imported into this document.
    Imported { file: String, day: String },
    /// A file with the same columns was imported into any document.
    Remembered,
    /// The file itself was imported when it was shorter.
    Grown { rows: u64 },
    /// The file itself was imported.
    Whole { file: String, day: String },
    /// It is an import of this document that is mapped anew.
    Kept,
}

/// A mapping from before.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Before {
    pub profile: Profile,
    pub why: Why,
}

/// Mappings of files that were imported, the newest first.
#[derive(Default, Serialize, Deserialize)]
struct Memory {
    #[serde(default)]
    mappings: Vec<Profile>,
}

fn file(folder: &Path) -> PathBuf {
    folder.join("mappings.json")
}

/// What is remembered; an unreadable file is an empty memory.
fn load(folder: &Path) -> Memory {
    let text = fs::read_to_string(file(folder)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Remembers a mapping, in the place of one for the same columns.
///
/// # Errors
/// When the folder cannot be written.
pub fn remember(folder: &Path, profile: &Profile) -> std::io::Result<()> {
    let mut memory = load(folder);
    memory.mappings.retain(|known| !names(known).eq(names(profile)));
    memory.mappings.insert(0, without_wave(profile.clone()));
    memory.mappings.truncate(MOST);
    let text = serde_json::to_vec_pretty(&memory).map_err(std::io::Error::other)?;
    write_whole(&file(folder), &text)
}

/// The mapping of the last file with these columns: of the document, else of any.
pub(super) fn find(model: &Model, folder: &Path, detected: &Detected) -> Option<Before> {
    let mut batches: Vec<_> = model.batches.values().collect();
    batches.sort_by(|a, b| b.imported_at.cmp(&a.imported_at).then(b.id.cmp(&a.id)));
    let in_document = batches.into_iter().find_map(|batch| {
        let profile: Profile = serde_json::from_str(&batch.profile).ok()?;
        let day = batch.imported_at.get(..10).unwrap_or_default().to_owned();
        let why = Why::Imported { file: batch.file_name.clone(), day };
        fits(&profile, detected).then_some(Before { profile: without_wave(profile), why })
    });
    in_document.or_else(|| {
        let known = load(folder).mappings.into_iter().find(|known| fits(known, detected))?;
        Some(Before { profile: known, why: Why::Remembered })
    })
}

/// Whether a mapping was made for exactly these columns.
fn fits(profile: &Profile, detected: &Detected) -> bool {
    let found = detected.columns.iter().map(|column| column.name.trim());
    !profile.columns.is_empty() && names(profile).eq(found)
}

fn names(profile: &Profile) -> impl Iterator<Item = &str> {
    profile.columns.iter().map(|column| column.column.trim())
}

/// The next file is another wave; which one, a person says.
fn without_wave(mut profile: Profile) -> Profile {
    profile.survey.wave.clear();
    profile
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Column, Role};

    fn profile(names: &[&str]) -> Profile {
        let column = |name: &&str| Column { column: (*name).to_owned(), role: Role::Ignore };
        Profile { columns: names.iter().map(column).collect(), ..Profile::default() }
    }

    #[test]
    fn the_last_mapping_of_the_same_columns_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = profile(&["id", "score"]);
        first.survey.wave = "Q3".to_owned();
        first.survey.name = "Old".to_owned();
        remember(folder.path(), &first).unwrap();
        remember(folder.path(), &profile(&["id", "other"])).unwrap();
        first.survey.name = "New".to_owned();
        remember(folder.path(), &first).unwrap();
        let known = load(folder.path()).mappings;
        assert_eq!(known.len(), 2);
        assert_eq!((known[0].survey.name.as_str(), known[0].survey.wave.as_str()), ("New", ""));
        fs::write(file(folder.path()), "no json").unwrap();
        assert!(load(folder.path()).mappings.is_empty());
    }
}
