//! Everything that panels read, in one place, so that panels can be lent it while they are shown.
//!
//! Changed only by `logic`.

use super::context::{Ctx, DocumentInfo, ImportEnd, UiAction, View};
use super::crash::CrashReport;
use super::desk::Desk;
use super::own_templates::OwnTemplates;
use super::recent::Recent;
use super::samples::Preview;
use super::settings::{Folders, Settings};
use super::theme::Theme;
use crate::jobs::Progress;
use crate::model::{Contact, Message, Model};
use crate::scores::ScoreTable;
use crate::text::Texts;
use std::sync::Arc;

/// What is written across the window until its cause is gone.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    /// What it says.
    pub text: Message,
    /// Key of its button, and what that does.
    pub button: Option<(&'static str, UiAction)>,
}

/// Everything that panels read.
pub struct World {
    /// Where settings and reports are kept.
    pub folders: Folders,
    /// What the person set.
    pub settings: Settings,
    /// Documents opened before.
    pub recent: Recent,
    /// Templates that the person saved.
    pub own_templates: OwnTemplates,
    /// Words of the language.
    pub texts: Texts,
    /// Colours of the look.
    pub theme: Theme,
    /// What the start screen says about the samples.
    pub previews: Vec<Preview>,
    /// The open document.
    pub desk: Desk,
    /// Read when no document is open.
    pub no_model: Model,
    /// Why the document cannot be changed, if so.
    pub read_only: Option<Message>,
    /// Grows when another document is opened, so that no cache confuses two of them.
    pub opened: u64,
    /// The answers, once loaded.
    pub scores: Option<Arc<ScoreTable>>,
    /// The log of contacts, loaded with them.
    pub contacts: Vec<Contact>,
    /// Grows whenever `scores` is another table.
    pub scores_revision: u64,
    /// How the document is looked at.
    pub view: View,
    /// Whether a picture of the map is being made.
    pub exporting: bool,
    /// How far long work has come.
    pub progress: Option<Progress>,
    /// How the last import ended.
    pub import_end: Option<ImportEnd>,
    /// A failure that stays on screen.
    pub notice: Option<Notice>,
    /// The report of an earlier run that ended by a fault.
    pub crash: Option<CrashReport>,
}

impl World {
    /// The world before any document is open.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        let settings = Settings::load(&folders.config);
        Self {
            texts: Texts::new(settings.lang),
            theme: Theme::of(false),
            recent: Recent::load(&folders.config),
            own_templates: OwnTemplates::load(&folders.data),
            crash: super::crash::newest(&folders),
            previews: Vec::new(),
            desk: Desk::Empty,
            no_model: Model::default(),
            read_only: None,
            opened: 0,
            scores: None,
            contacts: Vec::new(),
            scores_revision: 0,
            view: View::default(),
            exporting: false,
            progress: None,
            import_end: None,
            notice: None,
            folders,
            settings,
        }
    }

    /// The open document's model, or an empty one.
    #[must_use]
    pub fn model(&self) -> &Model {
        self.desk.model().unwrap_or(&self.no_model)
    }

    /// What panels read.
    #[must_use]
    pub fn ctx(&self) -> Ctx<'_> {
        let here = self.desk.document();
        Ctx {
            texts: &self.texts,
            theme: &self.theme,
            settings: &self.settings,
            view: &self.view,
            document: self.desk.model().map(|_| DocumentInfo {
                path: self.desk.path(),
                read_only: self.read_only.as_ref(),
                undo: here.and_then(|d| d.undo_name()),
                redo: here.and_then(|d| d.redo_name()),
            }),
            model: self.model(),
            revision: (self.opened << 40) + self.desk.revision(),
            scores: self.scores.as_ref(),
            contacts: &self.contacts,
            scores_revision: self.scores_revision,
            busy: self.desk.is_busy(),
            exporting: self.exporting,
            progress: self.progress.as_ref(),
            import_end: self.import_end.as_ref(),
        }
    }

    /// Keeps the settings. A folder that cannot be written costs only the memory of them.
    pub fn keep_settings(&self) {
        if let Err(error) = self.settings.save(&self.folders.config) {
            tracing::warn!(%error, "settings not kept");
        }
    }

    /// Keeps the list of recent documents, likewise.
    pub fn keep_recent(&self) {
        if let Err(error) = self.recent.save(&self.folders.config) {
            tracing::warn!(%error, "recent documents not kept");
        }
    }
}
