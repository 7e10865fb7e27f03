//! Several files at once, and folders that fill up: each file is an import of its own.

use super::{Done, ImportOptions, ImportReport, KnownFile, known_file};
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
    /// The work was stopped before it was in; nothing of it is in the document.
    Stopped,
}

/// How a file is read, given what of it is in the document already.
pub type ProfileOf<'f> = dyn Fn(&Path, Option<&KnownFile>) -> Result<Profile, Refusal> + 'f;

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
    /// Imports files one after the other, each as one undo step, and says of each what became of
    /// it. `profile_of` says how each is read; of a file that has grown it is told what is in the
    /// document already, with the mapping of then. A file that is in the document already, or no
    /// table, is passed over; one that is refused keeps nothing back from those after it. When the
    /// work is stopped, the files before are in the document.
    pub fn import_each(
        &mut self,
        files: &[PathBuf],
        profile_of: &ProfileOf<'_>,
        options: &ImportOptions,
        reporter: &Reporter,
    ) -> Vec<(PathBuf, FileOutcome)> {
        let each = files.iter().map(|file| {
            let outcome = match reporter.check() {
                Ok(()) => self.import_one(file, profile_of, options, reporter),
                Err(_) => FileOutcome::Stopped,
            };
            (file.clone(), outcome)
        });
        each.collect()
    }

    fn import_one(
        &mut self,
        file: &Path,
        profile_of: &ProfileOf<'_>,
        options: &ImportOptions,
        reporter: &Reporter,
    ) -> FileOutcome {
        let known = if options.again { Ok(None) } else { known_file(&self.model, file) };
        let known = match known {
            Ok(Some(known)) if known.is_whole && !options.dry_run => {
                return FileOutcome::AlreadyImported(known.batch);
            }
            Ok(known) => known,
            Err(refusal) => return FileOutcome::Refused(refusal.0),
        };
        if let Err(refusal) = import::detect(file, &Profile::default()) {
            return FileOutcome::NotATable(refusal.message());
        }
        let profile = match profile_of(file, known.as_ref()) {
            Ok(profile) => profile,
            Err(refusal) => return FileOutcome::Refused(refusal.0),
        };
        match self.try_import(&file.into(), &profile, options, reporter) {
            Ok(Done::Imported(report)) => FileOutcome::Imported(report),
            Ok(Done::Before(batch)) => FileOutcome::AlreadyImported(batch),
            Err(ImportError::Refused(refusal)) => FileOutcome::Refused(refusal.0),
            Err(ImportError::Cancelled(_)) => FileOutcome::Stopped,
        }
    }
}
