//! Several files at once, and folders that fill up: each file is an import of its own.

use super::{Done, ImportOptions, ImportReport};
use crate::document::Document;
use crate::import::{self, ImportError, Profile};
use crate::jobs::Reporter;
use crate::model::{BatchId, Message, Refusal, Tell};
use std::path::{Path, PathBuf};

/// What became of one of several files.
#[derive(Clone, PartialEq, Debug)]
pub enum FileOutcome {
    /// It was imported.
    Imported(Box<ImportReport>),
    /// It is in the document already, as this batch.
    AlreadyImported(BatchId),
    /// It is no table that can be read, so it was passed over.
    NotATable(Message),
    /// It was refused; nothing of it is in the document.
    Refused(Message),
}

/// The files of a folder in order of name, without hidden ones and folders.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let cannot = |error: std::io::Error| {
        let message = Message::new("document-folder-unreadable").with("folder", folder);
        Refusal(message.with("reason", error.to_string()))
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let is_hidden =
            path.file_name().is_none_or(|name| name.to_string_lossy().starts_with(['.', '~']));
        if path.is_file() && !is_hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl Document {
    /// Imports files one after the other, each as one undo step. `profile_of` says how each is read.
    /// A file that is in the document already, or no table, is passed over; one that is refused
    /// keeps nothing back from those after it.
    ///
    /// # Errors
    /// When it was cancelled; the files before are in the document.
    pub fn import_each(
        &mut self,
        files: &[PathBuf],
        profile_of: &dyn Fn(&Path) -> Result<Profile, Refusal>,
        options: &ImportOptions,
        reporter: &Reporter,
    ) -> Result<Vec<(PathBuf, FileOutcome)>, ImportError> {
        let mut outcomes = Vec::with_capacity(files.len());
        for file in files {
            let outcome = self.import_one(file, profile_of, options, reporter)?;
            outcomes.push((file.clone(), outcome));
        }
        Ok(outcomes)
    }

    fn import_one(
        &mut self,
        file: &Path,
        profile_of: &dyn Fn(&Path) -> Result<Profile, Refusal>,
        options: &ImportOptions,
        reporter: &Reporter,
    ) -> Result<FileOutcome, ImportError> {
        if let Err(refusal) = import::detect(file, &Profile::default()) {
            return Ok(FileOutcome::NotATable(refusal.message()));
        }
        let profile = match profile_of(file) {
            Ok(profile) => profile,
            Err(refusal) => return Ok(FileOutcome::Refused(refusal.0)),
        };
        match self.try_import(&file.into(), &profile, options, reporter) {
            Ok(Done::Imported(report)) => Ok(FileOutcome::Imported(report)),
            Ok(Done::Before(batch)) => Ok(FileOutcome::AlreadyImported(batch)),
            Err(ImportError::Refused(refusal)) => Ok(FileOutcome::Refused(refusal.0)),
            Err(cancelled) => Err(cancelled),
        }
    }
}
