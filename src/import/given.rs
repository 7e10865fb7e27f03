//! Where a table comes from: a file, or text that a person pasted.
//!
//! Opens nothing and judges nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How the names of survey files end, without the point. Only a help in dialogs: what a file is
/// shows in its first bytes.
pub const ENDINGS: [&str; 11] =
    ["csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "json", "ndjson", "jsonl"];

/// Whether a path looks like that of a survey file.
#[must_use]
pub fn has_survey_ending(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Where a table comes from. A path becomes one by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DataSource {
    /// A file.
    File(PathBuf),
    /// Text that was pasted, such as a table out of a spreadsheet.
    Pasted {
        /// What it is called: stands where else the name of the file does.
        name: String,
        /// The text.
        text: Arc<str>,
    },
}

impl DataSource {
    /// Pasted text under a name.
    pub fn pasted(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self::Pasted { name: name.into(), text: text.into() }
    }

    /// Its name, without the folder.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path
                .file_name()
                .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into()),
            Self::Pasted { name, .. } => name.clone(),
        }
    }
}

impl From<&Path> for DataSource {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

impl From<PathBuf> for DataSource {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}

impl From<&PathBuf> for DataSource {
    fn from(path: &PathBuf) -> Self {
        Self::File(path.clone())
    }
}

impl From<&Self> for DataSource {
    fn from(source: &Self) -> Self {
        source.clone()
    }
}
