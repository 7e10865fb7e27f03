//! What can go wrong with a document, for callers that choose by kind.
//!
//! Each can say its sentence; none leaves anything half done.

use crate::model::{Message, Refusal, Tell};

/// Why nothing happened.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The command, or what was asked, makes no sense in this document.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<Message> for DocumentError {
    fn from(message: Message) -> Self {
        Self::Refused(Refusal(message))
    }
}

impl Tell for DocumentError {
    fn message(&self) -> Message {
        match self {
            Self::Refused(refusal) => refusal.0.clone(),
        }
    }
}
