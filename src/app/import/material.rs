//! What the screen works on: files, a pasted table, or what is kept of an import.
//!
//! Reads on workers only; decides nothing.

use crate::document::{Foresight, ImportOptions, KeptImport, foresee};
use crate::import::{self, CheckReport, DataSource, Preview, Profile};
use crate::jobs::Reporter;
use crate::model::{BatchId, Message, Model, Tell};
use std::path::PathBuf;
use std::sync::Arc;

/// What is imported, or mapped anew.
#[derive(Clone)]
pub(super) enum Material {
    /// A file or a pasted table, with the files that go the same way after it.
    Data {
        /// What the mapping is made on.
        source: DataSource,
        /// The others.
        more: Arc<[PathBuf]>,
        /// Rows of it that are in the document already.
        already: u64,
    },
    /// An import of the document.
    Kept(Arc<KeptImport>),
}

impl Material {
    /// The import that is mapped anew.
    pub fn batch(&self) -> Option<BatchId> {
        match self {
            Self::Data { .. } => None,
            Self::Kept(kept) => Some(kept.batch().id),
        }
    }

    /// Files beside the one that the mapping is made on.
    pub fn more(&self) -> usize {
        match self {
            Self::Data { more, .. } => more.len(),
            Self::Kept(_) => 0,
        }
    }

    /// The first rows.
    pub fn preview(&self, profile: &Profile, rows: usize) -> Result<Preview, Message> {
        match self {
            Self::Data { source, .. } => import::preview(source, profile, rows),
            Self::Kept(kept) => kept.preview(profile, rows),
        }
        .map_err(|refusal| refusal.0)
    }

    /// All rows, checked.
    pub fn check(&self, profile: &Profile, reporter: &Reporter) -> Result<CheckReport, Message> {
        match self {
            Self::Data { source, already, .. } => {
                import::check_on(source, profile, *already, reporter)
            }
            Self::Kept(kept) => kept.check(profile, reporter),
        }
        .map_err(|error| error.message())
    }

    /// The document as it would be.
    pub fn foresee(
        &self,
        model: &Model,
        profile: &Profile,
        reporter: &Reporter,
    ) -> Result<Foresight, Message> {
        match self {
            Self::Data { source, .. } => {
                foresee(model, source, profile, &ImportOptions::default(), reporter)
            }
            Self::Kept(kept) => kept.foresee(model, profile, reporter).map(|found| found.foresight),
        }
        .map_err(|error| error.message())
    }
}
