//! Sample folders: `journey.json`, `feedback.csv` and `mapping.json` as a fresh document.
//!
//! The folder is only read.

use super::{Document, DocumentError, ImportOptions, Outline};
use crate::import::Profile;
use crate::jobs::Reporter;
use crate::model::{Message, Refusal};
use std::path::{Path, PathBuf};

/// The map.
const JOURNEY: &str = "journey.json";
/// The survey rows.
const FEEDBACK: &str = "feedback.csv";
/// How they are read.
const MAPPING: &str = "mapping.json";

impl Document {
    /// Whether a path is a sample folder: a folder with a journey file.
    #[must_use]
    pub fn is_sample(path: &Path) -> bool {
        path.is_dir() && path.join(JOURNEY).is_file()
    }

    /// Opens a sample folder as a fresh document without history: in a new file, or in memory when
    /// there is no path.
    ///
    /// # Errors
    /// When a file of the folder is missing or faulty, the work was cancelled, or the new document
    /// cannot be written. The sentence names the file.
    pub fn open_sample(
        folder: &Path,
        path: Option<&Path>,
        reporter: &Reporter,
    ) -> Result<Self, DocumentError> {
        let outline = Outline::parse(&text_of(folder, JOURNEY)?)
            .map_err(|refusal| faulty(folder, JOURNEY, refusal))?;
        let profile = profile(&text_of(folder, MAPPING)?)
            .map_err(|refusal| faulty(folder, MAPPING, refusal))?;
        let feedback = there(folder, FEEDBACK)?;
        let mut document = Self::create_from(path, &outline).map_err(|error| match error {
            DocumentError::Refused(refusal) => faulty(folder, JOURNEY, refusal).into(),
            other => other,
        })?;
        let filled = document.import(&feedback, &profile, &ImportOptions::default(), reporter);
        if let Err(error) =
            filled.map_err(DocumentError::from).and_then(|_| document.clear_history())
        {
            drop(document);
            if let Some(path) = path {
                // The file is ours, just made and half filled; the error says what went wrong.
                let _ = std::fs::remove_file(path);
            }
            return Err(error);
        }
        document.revision = 0;
        Ok(document)
    }

    /// Makes a document one for looking only: commands, undo, redo and imports are refused.
    pub fn freeze(&mut self) {
        self.frozen = true;
    }
}

/// Reads a mapping profile.
///
/// # Errors
/// A sentence with the line and column of what is wrong.
pub fn profile(json: &str) -> Result<Profile, Refusal> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| {
        let detail = error.to_string();
        // serde_json ends with the place, which the sentence says itself.
        let detail = detail.split(" at line ").next().unwrap_or_default();
        Message::new("document-profile-faulty")
            .with("line", error.line())
            .with("column", error.column())
            .with("detail", detail)
            .into()
    })
}

fn there(folder: &Path, name: &'static str) -> Result<PathBuf, Refusal> {
    let path = folder.join(name);
    if path.is_file() {
        return Ok(path);
    }
    let message = Message::new("document-sample-missing").with("file", name);
    Err(message.with("folder", folder).into())
}

fn text_of(folder: &Path, name: &'static str) -> Result<String, Refusal> {
    let path = there(folder, name)?;
    std::fs::read_to_string(&path).map_err(|error| {
        let message = Message::new("document-sample-unreadable").with("file", path.as_path());
        message.with("detail", error.to_string()).into()
    })
}

/// A refusal, with the file it is about.
fn faulty(folder: &Path, name: &'static str, refusal: Refusal) -> Refusal {
    let message = Message::new("document-sample-faulty").with("file", folder.join(name).as_path());
    message.with("reason", refusal.0).into()
}
