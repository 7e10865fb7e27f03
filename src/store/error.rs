//! Why a document could not be opened, read or written: each kind with its sentence.
//!
//! Nothing here decides what to do about it; the callers choose by kind.

use crate::model::{Message, Tell};
use rusqlite::ErrorCode;
use std::path::Path;

/// A failure of the document file. `file` is its name without the folder.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each field is named after what it is")]
pub enum StoreError {
    /// There is no such file.
    #[error("no such file: {file}")]
    NotFound { file: String },
    /// The folder in which it should be made is not there.
    #[error("no such folder: {folder}")]
    FolderMissing { folder: String },
    /// The path leads to a folder.
    #[error("a folder: {file}")]
    IsFolder { file: String },
    /// A new document would replace a file.
    #[error("exists already: {file}")]
    Exists { file: String },
    /// The bytes are not those of a document.
    #[error("not a document: {file}")]
    NotADocument { file: String },
    /// A database, but of another program.
    #[error("of another program: {file}")]
    OtherProgram { file: String },
    /// Written by a newer version of the program.
    #[error("version {version} of {file} is newer than {known}")]
    Newer { file: String, version: i64, known: i64 },
    /// The file ends too early, as after a broken download.
    #[error("cut off: {file}")]
    Truncated { file: String },
    /// The contents contradict each other.
    #[error("damaged: {file}: {detail}")]
    Damaged { file: String, detail: String },
    /// Tables, triggers or views that the program never makes.
    #[error("altered by another program: {file}: {detail}")]
    Altered { file: String, detail: String },
    /// Another connection did not let go in time.
    #[error("busy: {file}")]
    Busy { file: String },
    /// No room left.
    #[error("disk full: {file}")]
    DiskFull { file: String },
    /// Another file now stands in the place of the one that was opened.
    #[error("replaced on disk: {file}")]
    Replaced { file: String },
    /// The document was opened for reading only.
    #[error("read only: {file}")]
    ReadOnly { file: String },
    /// Nothing can be written in the folder.
    #[error("folder not writable: {folder}")]
    FolderProtected { folder: String },
    /// Unfinished work stands beside the file and cannot be taken back here.
    #[error("needs recovery in a folder that can be written: {file}")]
    NeedsRecovery { file: String },
    /// A copy cannot be put over the document itself.
    #[error("the copy is the document itself: {file}")]
    SameFile { file: String },
    /// More different values than can be counted.
    #[error("too many different values of {what}")]
    TooMany { file: String, what: String },
    /// The import cannot be purged: it is still counted, or not there.
    #[error("the batch is still active or unknown in {file}")]
    StillActive { file: String },
    /// A change that the document's own rules forbid; a fault of the program.
    #[error("refused by the file: {file}: {detail}")]
    Refused { file: String, detail: String },
    /// The person stopped it.
    #[error("cancelled")]
    Cancelled,
    /// The system refused.
    #[error("{file}: {detail}")]
    Io { file: String, detail: String },
}

impl StoreError {
    /// The error of a call of the system on a path.
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        let file = file_name(path);
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound { file },
            std::io::ErrorKind::IsADirectory => Self::IsFolder { file },
            std::io::ErrorKind::AlreadyExists => Self::Exists { file },
            std::io::ErrorKind::StorageFull => Self::DiskFull { file },
            std::io::ErrorKind::UnexpectedEof => Self::Truncated { file },
            _ => Self::Io { file, detail: error.to_string() },
        }
    }

    /// The error of the database, told by the kind that a person can do something about.
    pub(super) fn sql(file: &str, error: &rusqlite::Error) -> Self {
        let (file, detail) = (file.to_owned(), error.to_string());
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            return Self::of_a_value(file, detail, error);
        };
        match failure.extended_code {
            rusqlite::ffi::SQLITE_READONLY_DBMOVED => return Self::Replaced { file },
            rusqlite::ffi::SQLITE_READONLY_ROLLBACK | rusqlite::ffi::SQLITE_READONLY_RECOVERY => {
                return Self::NeedsRecovery { file };
            }
            _ => {}
        }
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { file },
            ErrorCode::DiskFull => Self::DiskFull { file },
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly { file },
            ErrorCode::DatabaseCorrupt => Self::Damaged { file, detail },
            ErrorCode::NotADatabase => Self::NotADocument { file },
            ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch => {
                Self::Refused { file, detail }
            }
            ErrorCode::OperationInterrupted => Self::Cancelled,
            _ => Self::Io { file, detail },
        }
    }

    fn of_a_value(file: String, detail: String, error: &rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::ToSqlConversionFailure(_) => Self::Refused { file, detail },
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::QueryReturnedNoRows => Self::Damaged { file, detail },
            _ => Self::Io { file, detail },
        }
    }
}

impl From<crate::jobs::Cancelled> for StoreError {
    fn from(_: crate::jobs::Cancelled) -> Self {
        Self::Cancelled
    }
}

impl Tell for StoreError {
    fn message(&self) -> Message {
        let of = |key: &'static str, file: &String| Message::new(key).with("file", file);
        match self {
            Self::NotFound { file } => of("store-not-found", file),
            Self::FolderMissing { folder } => {
                Message::new("store-folder-missing").with("folder", folder)
            }
            Self::IsFolder { file } => of("store-is-folder", file),
            Self::Exists { file } => of("store-exists", file),
            Self::NotADocument { file } => of("store-not-a-document", file),
            Self::OtherProgram { file } => of("store-other-program", file),
            Self::Newer { file, version, known } => {
                of("store-newer", file).with("version", *version).with("known", *known)
            }
            Self::Truncated { file } => of("store-truncated", file),
            Self::Damaged { file, .. } => of("store-damaged", file),
            Self::Altered { file, detail } => of("store-altered", file).with("detail", detail),
            Self::Busy { file } => of("store-busy", file),
            Self::DiskFull { file } => of("store-disk-full", file),
            Self::Replaced { file } => of("store-replaced", file),
            Self::ReadOnly { file } => of("store-read-only", file),
            Self::FolderProtected { folder } => {
                Message::new("store-folder-protected").with("folder", folder)
            }
            Self::NeedsRecovery { file } => of("store-needs-recovery", file),
            Self::SameFile { file } => of("store-same-file", file),
            Self::TooMany { what, .. } => Message::new("store-too-many").with("what", what),
            Self::StillActive { file } => of("store-still-active", file),
            Self::Refused { file, detail } => of("store-refused", file).with("detail", detail),
            Self::Cancelled => Message::new("error-cancelled"),
            Self::Io { file, detail } => of("store-io", file).with("detail", detail),
        }
    }
}

/// The name of a file as people call it.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
