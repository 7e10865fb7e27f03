//! Mappings as files: small JSON, read and written on the window's thread.

use super::super::state::App;
use super::super::widgets::Toast;
use crate::model::Message;
use std::path::Path;

impl App {
    /// Uses a kept mapping for the file that is being imported.
    pub(in crate::app) fn load_mapping(&mut self, path: &Path) {
        match std::fs::read_to_string(path) {
            Ok(text) => self.import.use_mapping(&text),
            Err(error) => {
                let text = Message::new("wizard-mapping-unreadable")
                    .with("file", path)
                    .with("reason", error.to_string());
                self.toasts.push(Toast::error(text));
            }
        }
    }

    /// Keeps the mapping that a person chose a file for.
    pub(in crate::app) fn save_mapping(&mut self, path: &Path) {
        let text = match std::fs::write(path, &self.mapping_to_keep) {
            Ok(()) => Toast::done(Message::new("wizard-mapping-kept").with("file", path)),
            Err(error) => Toast::error(
                Message::new("wizard-mapping-not-kept")
                    .with("file", path)
                    .with("reason", error.to_string()),
            ),
        };
        self.toasts.push(text);
    }
}
