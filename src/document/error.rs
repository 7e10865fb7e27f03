//! What can go wrong with a document, for callers that choose by kind.
//!
//! Each can say its sentence; none leaves anything half done.

use crate::import::ImportError;
use crate::model::{Message, Refusal, Tell};
use crate::store::StoreError;

/// Why nothing happened.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The command, or what was asked, makes no sense in this document.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file could not be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Message> for DocumentError {
    fn from(message: Message) -> Self {
        Self::Refused(Refusal(message))
    }
}

impl From<ImportError> for DocumentError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Cancelled(_) => Self::Store(StoreError::Cancelled),
            ImportError::Refused(refusal) => Self::Refused(refusal),
        }
    }
}

impl Tell for DocumentError {
    fn message(&self) -> Message {
        match self {
            Self::Refused(refusal) => refusal.0.clone(),
            Self::Store(error) => error.message(),
        }
    }
}
