//! Opening and making documents.

use super::{Document, DocumentError, History};
use crate::model::{Model, Setting, SettingKey};
use std::path::Path;

impl Document {
    /// Makes a document in memory, without a file.
    ///
    /// # Errors
    /// When the title is refused.
    pub fn in_memory(title: &str) -> Result<Self, DocumentError> {
        let mut model = Model::default();
        let key = SettingKey::Title;
        model.settings.insert(
            key,
            Setting {
                key,
                value: title.to_owned(),
            },
        );
        Ok(Self {
            path: None,
            model,
            history: History::default(),
            revision: 0,
        })
    }

    /// Makes a document file. An existing file is refused.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn create(path: &Path, title: &str) -> Result<Self, DocumentError> {
        let mut document = Self::in_memory(title)?;
        document.path = Some(path.to_owned());
        Ok(document)
    }
}
