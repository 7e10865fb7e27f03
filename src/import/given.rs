//! Where a table comes from: a file, or text that a person pasted.
//!
//! Opens nothing and judges nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

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
