//! What the import screen asks of the program: files, folders, pasted tables and imports to begin
//! with, the import itself, mappings as files.
//!
//! Mappings are small JSON, read and written on the window's thread; the rest is for workers.

use super::super::context::{ImportEnd, ImportRequest, ImportWhat, Screen, UiAction};
use super::super::desk::Outcome;
use super::super::dialogs::Purpose;
use super::super::settings::write_whole;
use super::super::state::App;
use super::super::widgets::Toast;
use super::looking::Start;
use super::memory;
use crate::document::outline::template::Template;
use crate::document::{Document, KnownFile, files_in};
use crate::import::{DataSource, Profile, has_survey_ending};
use crate::jobs::Reporter;
use crate::model::{BatchId, Message, Refusal, Tell};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// What the import screen asks for.
    pub(in crate::app) fn perform_import(&mut self, egui: &egui::Context, action: UiAction) {
        match action {
            UiAction::ImportDialog => self.ask_for(egui, Purpose::Import),
            UiAction::ImportFolderDialog => self.ask_for(egui, Purpose::ImportFolder),
            UiAction::ImportFiles(paths) => self.begin_import(paths),
            UiAction::ImportPasted(text) => self.begin_import_of_pasted(text),
            UiAction::MapAnew(batch) => self.map_anew(batch),
            UiAction::LoadMappingDialog => self.ask_for(egui, Purpose::LoadMapping),
            UiAction::SaveMappingDialog(mapping) => {
                self.mapping_to_keep = mapping;
                self.ask_for(egui, Purpose::SaveMapping);
            }
            UiAction::Import(request) => self.import_file(egui, *request),
            _ => {}
        }
    }

    /// Begins with survey files, and with those in folders.
    pub(in crate::app) fn begin_import(&mut self, paths: Vec<PathBuf>) {
        let mut files = Vec::new();
        for path in paths {
            if !path.is_dir() {
                files.push(path);
                continue;
            }
            match files_in(&path) {
                Ok(inside) => files.extend(inside.into_iter().filter(|f| has_survey_ending(f))),
                Err(refusal) => return self.toasts.push(Toast::error(refusal.0)),
            }
            if files.is_empty() {
                let text = Message::new("wizard-folder-empty").with("folder", path.as_path());
                return self.toasts.push(Toast::error(text));
            }
        }
        if !files.is_empty() {
            let first = files.remove(0);
            self.begin_import_of(DataSource::File(first), files);
        }
    }

    /// Begins with a table that was pasted.
    fn begin_import_of_pasted(&mut self, text: String) {
        let name = self.world.texts.get("wizard-pasted-name");
        self.begin_import_of(DataSource::pasted(name, text), Vec::new());
    }

    fn begin_import_of(&mut self, source: DataSource, more: Vec<PathBuf>) {
        let egui = self.egui.clone();
        if self.world.desk.model().is_none() {
            self.new_map(&egui, Template::SixStages);
        }
        if let Some(model) = self.world.desk.model() {
            let back = Box::new((model.clone(), self.world.folders.config.clone()));
            self.world.import_end = None;
            self.import.begin_data(source, more, back);
            self.screen = Screen::Import;
        }
    }

    /// Begins with an import of the document.
    fn map_anew(&mut self, batch: BatchId) {
        let Some(document) = self.world.desk.document() else {
            return self.toasts.push(Toast::error(Message::new("app-busy")));
        };
        let start = match document.reader() {
            Ok(reader) => {
                let model = Box::new(document.model().clone());
                Start::Batch { reader: Box::new(reader), model, batch }
            }
            // A document that cannot be opened twice is small enough to be read here.
            Err(_) => match document.kept_import(batch, &Reporter::silent()) {
                Ok(kept) => Start::Kept(Arc::new(kept)),
                Err(error) => return self.toasts.push(Toast::error(error.message())),
            },
        };
        self.world.import_end = None;
        self.import.begin(start);
        self.screen = Screen::Import;
    }

    /// Imports on a worker; the document goes along and comes back.
    fn import_file(&mut self, egui: &egui::Context, request: ImportRequest) {
        self.world.import_end = None;
        let folder = self.world.folders.config.clone();
        self.send_away(egui, "import", move |document, reporter| {
            let end = import(document, &request, reporter);
            if end.wrote() && request.remember && !matches!(request.what, ImportWhat::Kept(_)) {
                remember(&folder, &request.profile);
            }
            Outcome::Imported(Box::new(end))
        });
    }

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
        let text = match write_whole(path, self.mapping_to_keep.as_bytes()) {
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

fn import(document: &mut Document, request: &ImportRequest, reporter: &Reporter) -> ImportEnd {
    let ImportRequest { what, profile, options, remember: _ } = request;
    let end = match what {
        ImportWhat::Data(source) => document.import(source, profile, options, reporter),
        ImportWhat::Kept(batch) => document.remap_batch(*batch, profile, reporter),
        ImportWhat::Files(files) => {
            let first = files.first().cloned().unwrap_or_default();
            // How each other file is written is found by itself.
            let other = profile.clone().written_as(&Profile::default());
            let profile_of = |path: &Path, known: Option<&KnownFile>| -> Result<Profile, Refusal> {
                Ok(match known {
                    Some(known) => known.profile.clone(),
                    None if path == first => profile.clone(),
                    None => other.clone(),
                })
            };
            return ImportEnd::Each(document.import_each(files, &profile_of, options, reporter));
        }
    };
    ImportEnd::One(Box::new(end.map_err(|error| error.message())))
}

/// Remembers a mapping. That it could not be is no reason to disturb anybody.
fn remember(folder: &Path, profile: &Profile) {
    if let Err(error) = memory::remember(folder, profile) {
        tracing::warn!(%error, "mapping not remembered");
    }
}
