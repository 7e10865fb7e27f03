//! The map, or the page of an owner, as a file: the picture that is shown now, composed and written by a worker.
//!
//! Works on copies, so that the document stays on the desk.

use super::context::{Ctx, ExportFormat, Overlay as Look};
use super::filters::against::against;
use crate::analysis::Sources;
use crate::document::{CommentPage, Document};
use crate::export::picture::{self, Format, Paper, Picture};
use crate::export::scorecard::ScorecardPicture;
use crate::export::whole;
use crate::model::{Attachment, BlobId, Contact, Holder, Message, Model, Refusal};
use crate::render::scene::Scene;
use crate::scores::ScoreTable;
use crate::text::{DayStyle, Lang, Texts};
use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is drawn.
pub enum Drawing {
    /// A journey.
    Map(Box<Picture>),
    /// The page of an owner, team or department, with the newest comments.
    Page(Box<ScorecardPicture>, Option<CommentPage>),
}

impl Drawing {
    /// The map as it is looked at now; nothing when there is no map.
    #[must_use]
    pub fn map(ctx: &Ctx<'_>) -> Option<Self> {
        let view = ctx.view;
        let journey = ctx.journey()?;
        Some(Self::Map(Box::new(Picture {
            overlay: (view.overlay != Look::Off).then(|| ctx.overlay_request(journey)),
            badge: ctx.badge_request(journey),
            scores_only: view.overlay == Look::ScoresOnly,
            filter: view.filter.clone(),
            compared: against(ctx.texts, view),
            view: view.map_view,
            paper: Paper { theme: ctx.theme.look(), page: None },
            palette: view.palette,
            date: today(ctx.texts),
            ..Picture::of(journey)
        })))
    }

    /// A page as it is shown now.
    #[must_use]
    pub fn page(texts: &Texts, page: ScorecardPicture, comments: Option<CommentPage>) -> Self {
        Self::Page(Box::new(ScorecardPicture { date: today(texts), ..page }), comments)
    }

    fn paper(&self) -> Paper {
        match self {
            Self::Map(picture) => picture.paper,
            Self::Page(page, _) => page.paper,
        }
    }

    fn scene(&self, model: &Model, sources: Sources<'_>, texts: &Texts) -> Result<Scene, Refusal> {
        match self {
            Self::Map(picture) => Ok(picture.scene(model, sources, texts)),
            Self::Page(page, comments) => {
                let nothing = || Message::new("owners-nothing");
                let card = page.figures(model, sources).ok_or_else(nothing)?;
                page.scene(model, sources, texts, &card, comments.as_ref())
            }
        }
    }
}

/// Everything an export needs, apart from the window.
pub struct Export {
    path: PathBuf,
    format: Format,
    model: Model,
    scores: Option<Arc<ScoreTable>>,
    /// Bytes of the pictures on cards and notes.
    pictures: HashMap<BlobId, Vec<u8>>,
    contacts: Vec<Contact>,
    drawing: Drawing,
    lang: Lang,
}

impl Export {
    /// A drawing, with copies of all that it is made of.
    #[must_use]
    pub fn of(
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        drawing: Drawing,
        path: PathBuf,
        format: ExportFormat,
    ) -> Self {
        Self {
            path,
            format: match format {
                ExportFormat::Svg => Format::Svg,
                ExportFormat::Png => Format::Png,
            },
            model: ctx.model.clone(),
            scores: ctx.scores.cloned(),
            contacts: ctx.contacts.to_vec(),
            pictures: document.map(|document| pictures(ctx.model, document)).unwrap_or_default(),
            drawing,
            lang: ctx.texts.lang(),
        }
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
        let scene = self.drawing.scene(&self.model, sources, &texts)?;
        let paper = self.drawing.paper();
        let bytes = picture::write(&scene, self.model.title(), paper, self.format, &|blob| {
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

/// Today, in words.
fn today(texts: &Texts) -> String {
    let days = chrono::Local::now().date_naive() - chrono::NaiveDate::default();
    texts.day(i32::try_from(days.num_days()).unwrap_or(0), DayStyle::Full)
}
