//! The list of recent documents, kept beside the settings.
//!
//! Only paths and what the start screen says about them; never anything of a document's content.

use super::settings::write_whole;
use super::start::thumbnail::Thumbnail;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Most files in the list.
const MOST: usize = 12;

/// A document that was opened before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its title when it was last open.
    #[serde(default)]
    pub title: String,
    /// Number of touchpoints then.
    #[serde(default)]
    pub touchpoints: usize,
    /// Number of responses then.
    #[serde(default)]
    pub responses: usize,
    /// When it was last open, in seconds since 1970-01-01 UTC.
    #[serde(default)]
    pub opened_at: i64,
    /// A small drawing of its map.
    #[serde(default)]
    pub thumbnail: Thumbnail,
    /// Whether the file was there when this was last looked at.
    #[serde(skip, default = "yes")]
    pub is_there: bool,
}

fn yes() -> bool {
    true
}

/// Recent documents, the newest first.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Recent {
    /// The files.
    #[serde(default)]
    pub files: Vec<RecentFile>,
}

impl Recent {
    fn file(folder: &Path) -> PathBuf {
        folder.join("recent.toml")
    }

    /// Reads the list of a folder; an unreadable list is an empty one.
    #[must_use]
    pub fn load(folder: &Path) -> Self {
        let text = fs::read_to_string(Self::file(folder)).unwrap_or_default();
        let mut recent: Self = toml::from_str(&text).unwrap_or_default();
        recent.look();
        recent
    }

    /// Writes the list.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn save(&self, folder: &Path) -> std::io::Result<()> {
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        write_whole(&Self::file(folder), text.as_bytes())
    }

    /// Looks which files are still there.
    pub fn look(&mut self) {
        for file in &mut self.files {
            file.is_there = file.path.is_file();
        }
    }

    /// Puts a file at the top.
    pub fn note(&mut self, file: RecentFile) {
        self.forget(&file.path);
        self.files.insert(0, file);
        self.files.truncate(MOST);
    }

    /// Takes a file out of the list.
    pub fn forget(&mut self, path: &Path) {
        self.files.retain(|f| f.path != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> RecentFile {
        RecentFile {
            path: name.into(),
            title: name.to_owned(),
            touchpoints: 3,
            responses: 0,
            opened_at: 5,
            thumbnail: Thumbnail::default(),
            is_there: true,
        }
    }

    #[test]
    fn the_newest_stands_first_and_once() {
        let mut recent = Recent::default();
        for name in ["a", "b", "a"] {
            recent.note(file(name));
        }
        let names: Vec<_> = recent.files.iter().map(|f| f.title.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        (0..30).for_each(|i| recent.note(file(&i.to_string())));
        assert_eq!(recent.files.len(), MOST);
    }

    #[test]
    fn the_list_comes_back_and_knows_what_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let mut recent = Recent::default();
        recent.note(file("/nowhere/x.klantreis"));
        recent.save(folder.path()).unwrap();
        let again = Recent::load(folder.path());
        assert_eq!(again.files[0].title, "/nowhere/x.klantreis");
        assert!(!again.files[0].is_there);
    }
}
