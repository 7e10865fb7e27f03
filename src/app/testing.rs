//! The window without a window, for tests: temporary folders, typed paths, a document in memory.
//!
//! Only what a test cannot reach through the accessibility tree.

use super::settings::{Folders, Settings, ThemeChoice};
use super::state::App;
use crate::analysis::ControlChart;
use crate::document::Document;
use crate::text::Lang;
use std::path::Path;

impl App {
    /// A window whose folders all lie inside one; English, light, and no dialogs of the system.
    #[must_use]
    pub fn for_tests(egui: &egui::Context, root: &Path) -> Self {
        let folders = Folders::inside(root);
        if !folders.config.exists() {
            let mut settings = Settings::default();
            settings.lang = Lang::En;
            settings.theme = ThemeChoice::Light;
            // Without these settings the system's language would decide, and tests would fail loudly.
            let _ = settings.save(&folders.config);
        }
        let mut app = Self::new(egui, folders);
        app.type_paths();
        app
    }

    /// Puts a document on the desk, as opening one does.
    pub fn open_document(&mut self, document: Document) {
        let egui = self.egui.clone();
        self.put_on_desk(&egui, document);
    }

    /// Whether all answers of the document are read.
    #[must_use]
    pub fn has_scores(&self) -> bool {
        self.world.ctx().scores.is_some()
    }

    /// The trend on the sheet that is open.
    #[must_use]
    pub fn trend_chart(&self) -> &ControlChart {
        self.trend.chart()
    }
}
