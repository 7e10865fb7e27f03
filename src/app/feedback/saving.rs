//! What the feedback screen asks of the document: keeping an entry, writing the refused cells.
//!
//! Paints nothing.

use super::FeedbackScreen;
use super::hand::kind_key;
use crate::analysis::themes::CodeBook;
use crate::app::App;
use crate::app::context::UiAction;
use crate::app::dialogs::Purpose;
use crate::app::exporting::not_written;
use crate::app::widgets::Toast;
use crate::document::{CommentIndex, HandEntry, RejectedCell};
use crate::export::comments::CommentSheet;
use crate::export::rejected::rejected_csv;
use crate::export::whole;
use crate::model::{BatchId, Message, Refusal, Tell};
use crate::text::{Lang, Texts};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Comments that are read and written at once.
const CHUNK: usize = 2_000;

impl FeedbackScreen {
    /// What is listed now: the columns, and which of them in which order.
    pub(in crate::app) fn listed(&self) -> Option<(Arc<CommentIndex>, Arc<Vec<u32>>)> {
        let (_, index) = self.pages.index()?;
        Some((Arc::clone(index), self.pages.places()))
    }
}

impl App {
    /// Opens the form for feedback that is entered by hand.
    pub(in crate::app) fn open_hand_form(&mut self) {
        self.by_hand.open(&self.world.ctx());
    }

    /// Keeps an entry as one step, and says so with "Undo" beside it.
    pub(in crate::app) fn enter_feedback(
        &mut self,
        egui: &egui::Context,
        entry: &HandEntry,
        next: bool,
    ) {
        match self.world.desk.enter_feedback(entry) {
            Ok(batch) => {
                let survey = self.world.model().batches.get(&batch).map(|batch| batch.survey);
                self.by_hand.taken(survey, next);
                self.refresh(egui, true);
                if next {
                    // The form, which stays, says so itself.
                    return;
                }
                let kind = Message::new(kind_key(entry.kind));
                let told = Message::new("hand-saved").with("kind", kind);
                self.toasts.push(Toast::done(told).with_action("app-undo", UiAction::Undo));
            }
            Err(error) => self.by_hand.refuse(error.message()),
        }
    }

    /// Asks where the refused cells of an import go; proposes the name of its file.
    pub(in crate::app) fn ask_for_refused(&mut self, egui: &egui::Context, batch: BatchId) {
        let Some(batch) = self.world.model().batches.get(&batch) else { return };
        let stem = Path::new(&batch.file_name).file_stem().unwrap_or_default();
        let name =
            Message::new("feedback-refused-file").with("file", stem.to_string_lossy().as_ref());
        let (purpose, name) = (Purpose::Refused(batch.id), self.world.texts.say(&name));
        self.ask_for_named(egui, purpose, &name);
    }

    /// Asks where the comments that are listed go.
    pub(in crate::app) fn ask_for_comments(&mut self, egui: &egui::Context) {
        let title = self.world.model().title().to_owned();
        let name = Message::new("feedback-comments-file").with("title", title);
        let name = self.world.texts.say(&name);
        self.ask_for_named(egui, Purpose::Comments, &name);
    }

    /// Writes the comments that are listed as CSV, on a worker, as they are listed now.
    pub(in crate::app) fn save_comments(&mut self, egui: &egui::Context, path: PathBuf) {
        let Some(document) = self.world.desk.document() else { return };
        let (reader, listed) = (document.reader(), self.feedback.listed());
        let (Ok(reader), Some((index, places))) = (reader, listed) else {
            return self.toasts.push(Toast::error(Message::new("feedback-unread")));
        };
        let (model, lang) = (self.world.model().clone(), self.world.texts.lang());
        self.write_away(egui, move || {
            let texts = Texts::new(lang);
            let book = CodeBook::new(&model.themes_in_order());
            let surveys = places.iter().filter_map(|place| index.survey(*place)).collect();
            let sheet = CommentSheet::new(&model, &texts, &book, &index.dimensions(), &surveys);
            let mut text = sheet.head();
            for part in places.chunks(CHUNK) {
                let read = reader.comments_at(&index, part);
                for comment in read.map_err(|error| Refusal(error.message()))? {
                    text.push_str(&sheet.line(&comment));
                }
            }
            whole::begin(&path)
                .and_then(|file| whole::finish(file, &path, text.as_bytes()))
                .map_err(|error| not_written(&path, &error))?;
            Ok(path)
        });
    }

    /// Writes the refused cells of an import as CSV, on a worker.
    pub(in crate::app) fn save_refused(
        &mut self,
        egui: &egui::Context,
        path: PathBuf,
        batch: BatchId,
    ) {
        let Some(document) = self.world.desk.document() else { return };
        let lang = self.world.texts.lang();
        match document.reader() {
            Ok(reader) => self.write_away(egui, move || {
                let cells = reader.rejected(batch).map_err(|error| Refusal(error.message()))?;
                write(&path, &cells, lang)
            }),
            // A document in memory has one connection only.
            Err(_) => match document.rejected(batch) {
                Ok(cells) => self.write_away(egui, move || write(&path, &cells, lang)),
                Err(error) => self.toasts.push(Toast::error(error.message())),
            },
        }
    }
}

fn write(path: &Path, cells: &[RejectedCell], lang: Lang) -> Result<PathBuf, Refusal> {
    let bytes = rejected_csv(cells, &Texts::new(lang));
    whole::begin(path)
        .and_then(|file| whole::finish(file, path, &bytes))
        .map_err(|error| not_written(path, &error))?;
    Ok(path.to_owned())
}
