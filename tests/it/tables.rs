//! The table of a file as the importer reads it, for comparison with a known truth.

use klantreis::import::{ImportError, Profile, table};
use klantreis::jobs::Reporter;
use klantreis::model::{Arg, Message};
use std::path::{Path, PathBuf};

/// A table as read.
#[derive(Debug, Default)]
pub struct Table {
    pub rows: Vec<Vec<String>>,
    /// What a person is told.
    pub warnings: Vec<Message>,
}

impl Table {
    /// The keys of what a person is told.
    pub fn keys(&self) -> Vec<&str> {
        self.warnings.iter().map(|w| w.key.as_ref()).collect()
    }

    /// The rows that one of the warnings names.
    pub fn rows_named(&self, key: &str) -> Option<String> {
        let warning = self.warnings.iter().find(|w| w.key == key)?;
        warning.args.iter().find_map(|(name, value)| match value {
            Arg::Text(rows) if name == "rows" => Some(rows.clone()),
            _ => None,
        })
    }
}

/// Reads a file as a table.
pub fn as_table(path: &Path, given: &Profile) -> Result<Table, ImportError> {
    let mut out = Vec::new();
    let report = table(path, given, &mut out, &Reporter::silent())?;
    Ok(Table { rows: rows_of(&out), warnings: report.warnings })
}

/// The key of the sentence that refuses a file.
pub fn refusal(error: &ImportError) -> String {
    match error {
        ImportError::Refused(refusal) => refusal.0.key.to_string(),
        ImportError::Cancelled(_) => "cancelled".to_owned(),
    }
}

/// The rows of a plain CSV text.
pub fn rows_of(text: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Rows without blanks around their cells.
pub fn trimmed(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The files of a folder and its folders whose name ends so.
pub fn files(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, into);
        } else if path.to_string_lossy().ends_with(ending) {
            into.push(path);
        }
    }
}

/// The name of a file, without its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
