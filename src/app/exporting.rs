//! The map as a file: the picture that is shown now, composed and written by a worker.
//!
//! Works on copies, so that the document stays on the desk.

use super::context::{Ctx, ExportFormat, Overlay as Look};
use super::derived::palette;
use super::filters::against::against;
use crate::analysis::Sources;
use crate::document::Document;
use crate::export::picture::{self, Format, Paper, Picture};
use crate::export::whole;
use crate::model::{Attachment, BlobId, Contact, Holder, Message, Model, Refusal};
use crate::scores::ScoreTable;
use crate::text::{DayStyle, Lang, Texts};
use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Everything an export needs, apart from the window.
pub struct Export {
    path: PathBuf,
    format: Format,
    model: Model,
    scores: Option<Arc<ScoreTable>>,
    /// Bytes of the pictures on cards and notes.
    pictures: HashMap<BlobId, Vec<u8>>,
    contacts: Vec<Contact>,
    picture: Picture,
    lang: Lang,
}

impl Export {
    /// The map as it is looked at now; nothing when there is no map.
    #[must_use]
    pub fn of(
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        path: PathBuf,
        format: ExportFormat,
    ) -> Option<Self> {
        let view = ctx.view;
        let journey = ctx.journey()?;
        let picture = Picture {
            overlay: (view.overlay != Look::Off).then(|| ctx.overlay_request(journey)),
            badge: view.badge,
            scores_only: view.overlay == Look::ScoresOnly,
            filter: view.filter.clone(),
            compared: against(ctx.texts, view),
            view: view.map_view,
            paper: Paper { theme: ctx.theme.look(), page: None },
            palette: palette(view.palette),
            date: today(ctx.texts),
            ..Picture::of(journey)
        };
        Some(Self {
            path,
            format: match format {
                ExportFormat::Svg => Format::Svg,
                ExportFormat::Png => Format::Png,
            },
            model: ctx.model.clone(),
            scores: ctx.scores.cloned(),
            contacts: ctx.contacts.to_vec(),
            pictures: document.map(|document| pictures(ctx.model, document)).unwrap_or_default(),
            picture,
            lang: ctx.texts.lang(),
        })
    }

    /// Draws and writes the file; gives its path.
    ///
    /// # Errors
    /// When the picture is too large or the file cannot be written. Then there is no new file.
    pub fn write(&self) -> Result<PathBuf, Refusal> {
        // A folder that cannot be written is told before the drawing, which takes its time.
        let file = whole::begin(&self.path).map_err(|error| not_written(&self.path, &error))?;
        let texts = Texts::new(self.lang);
        let sources =
            Sources { table: self.scores.as_deref(), stored: None, contacts: &self.contacts };
        let scene = self.picture.scene(&self.model, sources, &texts);
        let bytes =
            picture::write(&scene, self.model.title(), self.picture.paper, self.format, &|blob| {
                self.pictures.get(&blob).cloned()
            })?;
        whole::finish(file, &self.path, &bytes).map_err(|error| not_written(&self.path, &error))?;
        Ok(self.path.clone())
    }
}

/// Why a file cannot be written, in words that help.
pub(super) fn not_written(path: &Path, error: &std::io::Error) -> Refusal {
    let folder = path.parent().unwrap_or(Path::new("."));
    let message = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Message::new("app-export-protected").with("folder", folder)
        }
        ErrorKind::NotFound => Message::new("app-export-no-folder").with("folder", folder),
        ErrorKind::StorageFull => Message::new("app-export-full"),
        kind => {
            Message::new("app-export-not-written").with("path", path).with("why", kind.to_string())
        }
    };
    Refusal(message)
}

/// The bytes of all pictures on cards and notes. One that cannot be read is drawn as a box.
fn pictures(model: &Model, document: &Document) -> HashMap<BlobId, Vec<u8>> {
    let on_map = |a: &&Attachment| !matches!(a.holder, Holder::Persona(_));
    let blobs = model.attachments.values().filter(on_map).map(|a| a.blob);
    blobs.filter_map(|blob| Some((blob, document.blob(blob).ok()??))).collect()
}

/// The answers that those shown are compared with, and their name.
fn today(texts: &Texts) -> String {
    let days = chrono::Local::now().date_naive() - chrono::NaiveDate::default();
    texts.day(i32::try_from(days.num_days()).unwrap_or(0), DayStyle::Full)
}
