//! FILE may be a document or a sample folder; both are opened for reading figures.

use super::Failure;
use crate::document::Document;
use crate::jobs::Reporter;
use std::path::Path;

/// Opens a document, or a sample folder as one in memory that cannot be changed.
///
/// # Errors
/// When it is neither, or cannot be read.
pub fn open(path: &Path) -> Result<Document, Failure> {
    if !path.is_dir() {
        return Ok(Document::open(path)?);
    }
    let mut document = Document::open_sample(path, None, &Reporter::silent())?;
    document.freeze();
    Ok(document)
}
