//! Opening documents and samples, importing, copying and exporting: all on workers.
//!
//! The window's thread only starts the work and takes its result.

use super::context::{ExportFormat, Overlay, Screen, UiAction, View};
use super::desk::{Desk, Outcome};
use super::dialogs::{Purpose, plain_name};
use super::exporting::{Drawing, Export};
use super::recent::RecentFile;
use super::samples::Sample;
use super::start::thumbnail::Thumbnail;
use super::state::App;
use super::widgets::Toast;
use super::work::{Loaded, SILENT, Work, finished};
use super::world::Notice;
use crate::document::outline::template::{Template, template};
use crate::document::{Document, DocumentError, Outline, ReadOnly};
use crate::import::has_survey_ending;
use crate::jobs::{Job, Reporter};
use crate::model::{Message, Refusal, Tell};
use std::path::{Path, PathBuf};
use std::time::Instant;

impl App {
    /// Opens whatever a path leads to: a document, a sample folder, a survey file.
    pub(super) fn open(&mut self, egui: &egui::Context, path: PathBuf) {
        if has_survey_ending(&path) {
            return self.begin_import(vec![path]);
        }
        self.start_opening(egui, move |reporter| {
            if Document::is_sample(&path) {
                Document::open_sample(&path, None, reporter)
            } else {
                Document::open(&path)
            }
        });
    }

    pub(super) fn open_sample(&mut self, egui: &egui::Context, sample: Sample) {
        self.start_opening(egui, move |reporter| sample.open(reporter));
    }

    fn start_opening(
        &mut self,
        egui: &egui::Context,
        open: impl FnOnce(&Reporter) -> Result<Document, DocumentError> + Send + 'static,
    ) {
        if self.world.desk.is_busy() {
            return self.toasts.push(Toast::error(Message::new("app-busy")));
        }
        let wake = egui.clone();
        let job = Job::start(
            "open",
            move || wake.request_repaint(),
            move |reporter| open(reporter).map(Box::new).map_err(|error| error.message()),
        );
        match job {
            Ok(job) => {
                self.work.opening = Some((Instant::now(), job));
                egui.request_repaint_after(SILENT);
            }
            Err(_) => self.toasts.push(Toast::error(Message::new("app-no-thread"))),
        }
    }

    pub(super) fn new_map(&mut self, egui: &egui::Context, from: Template) {
        match template(from.key(), self.world.texts.lang().code()) {
            Ok(outline) => self.new_of(egui, &outline),
            Err(refusal) => self.toasts.push(Toast::error(refusal.0)),
        }
    }

    /// Makes a document of an outline in the folder for new maps, and shows it.
    pub(super) fn new_of(&mut self, egui: &egui::Context, outline: &Outline) {
        if self.world.desk.is_busy() {
            return self.toasts.push(Toast::error(Message::new("app-busy")));
        }
        match self.make(outline) {
            Ok(document) => self.put_on_desk(egui, document),
            Err(message) => self.toasts.push(Toast::error(message)),
        }
    }

    fn make(&self, outline: &Outline) -> Result<Document, Message> {
        let folder = &self.world.folders.documents;
        std::fs::create_dir_all(folder)
            .map_err(|_| Message::new("app-folder-not-made").with("path", folder.as_path()))?;
        let path = free_path(folder, &outline.title);
        Document::create_from(Some(&path), outline).map_err(|error| error.message())
    }

    pub(super) fn send_away(
        &mut self,
        egui: &egui::Context,
        name: &'static str,
        work: impl FnOnce(&mut Document, &Reporter) -> Outcome + Send + 'static,
    ) {
        if let Err(error) = self.world.desk.send_away(name, egui, work) {
            self.toasts.push(Toast::error(error.message()));
        }
    }

    /// Computes on a worker what the start screen says about the samples.
    pub(super) fn preview_samples(&mut self, egui: &egui::Context) {
        let wake = egui.clone();
        let job = Job::start(
            "samples",
            move || wake.request_repaint(),
            move |reporter| {
                Sample::ALL.into_iter().filter_map(|sample| sample.preview(reporter)).collect()
            },
        );
        self.work.previewing = job.ok();
    }

    /// Puts a document on the desk and shows its map.
    pub(super) fn put_on_desk(&mut self, egui: &egui::Context, document: Document) {
        self.world.read_only = document.read_only().map(|why| match why {
            ReadOnly::Protected => Message::new("app-read-only-protected"),
            ReadOnly::OpenElsewhere => Message::new("app-read-only-elsewhere"),
        });
        self.world.desk = Desk::Here(Box::new(document));
        self.world.opened += 1;
        self.world.scores = None;
        self.world.contacts = Vec::new();
        self.world.scores_revision += 1;
        let asked = std::mem::take(&mut self.first_view);
        self.world.view = asked.unwrap_or_else(|| self.usual_view());
        self.world.notice = None;
        self.world.import_end = None;
        self.map = super::map::MapScreen::default();
        self.by_hand = super::feedback::HandForm::default();
        self.trend.close();
        self.screen = Screen::Map;
        self.load(egui);
        self.note_recent();
    }

    /// How a document is first looked at: with its heatmap where it is one to look around in.
    fn usual_view(&self) -> View {
        let loose = self.world.desk.path().is_none();
        if loose && !self.world.model().batches.is_empty() {
            View { overlay: Overlay::Heat, ..View::default() }
        } else {
            View::default()
        }
    }

    /// Loads the answers on a worker, after reading an unchecked file through.
    fn load(&mut self, egui: &egui::Context) {
        let Some(document) = self.world.desk.document() else {
            return;
        };
        let must_check = document.needs_check();
        let Ok(mut reader) = document.reader() else {
            // A document that cannot be opened twice is small enough to be read here.
            let both = document
                .scores(&Reporter::silent())
                .and_then(|table| Ok((table, document.contacts()?)));
            let scores = both.map_err(|error| error.message());
            return self.take_loaded(Loaded { scores, checked: false });
        };
        let wake = egui.clone();
        let job = Job::start(
            "load",
            move || wake.request_repaint(),
            move |reporter| {
                if must_check && let Err(error) = reader.quick_check(reporter) {
                    return Loaded { scores: Err(error.message()), checked: false };
                }
                let both = reader.scores(reporter);
                let both = both.and_then(|table| Ok((table, reader.contacts()?)));
                let scores = both.map_err(|error| error.message());
                Loaded { scores, checked: must_check }
            },
        );
        self.work.loading = job.ok();
    }

    fn take_loaded(&mut self, loaded: Loaded) {
        if loaded.checked
            && let Desk::Here(document) = &mut self.world.desk
        {
            document.mark_checked();
        }
        match loaded.scores {
            Ok((scores, contacts)) => {
                self.world.scores = Some(std::sync::Arc::new(scores));
                self.world.contacts = contacts;
                self.world.scores_revision += 1;
            }
            Err(text) => self.world.notice = Some(Notice { text, button: None }),
        }
    }

    /// Reads the answers anew, because others count now.
    pub(super) fn load_again(&mut self, egui: &egui::Context) {
        self.load(egui);
    }

    /// Indexes the words of the comments on a worker, bit by bit.
    fn index(&mut self, egui: &egui::Context) {
        let Some(document) = self.world.desk.document() else {
            return;
        };
        if document.path().is_none() || document.model().batches.is_empty() {
            return;
        }
        let Ok(mut indexer) = document.indexer() else {
            return;
        };
        let wake = egui.clone();
        let job = Job::start(
            "index",
            move || wake.request_repaint(),
            move |reporter| {
                while reporter.check().is_ok() {
                    match indexer.step(5_000) {
                        Ok(false) => std::thread::sleep(std::time::Duration::from_millis(20)),
                        Ok(true) => break,
                        Err(error) => {
                            tracing::warn!(%error, "comments not indexed");
                            break;
                        }
                    }
                }
            },
        );
        self.work.indexing = job.ok();
    }

    /// Takes the results of workers that are done.
    pub(super) fn take_work(&mut self, egui: &egui::Context) {
        if let Some(opened) = self.work.take_opened() {
            match opened.unwrap_or_else(|| Err(Message::new("app-job-lost"))) {
                Ok(document) => self.put_on_desk(egui, *document),
                Err(text) => self.toasts.push(Toast::error(text)),
            }
        }
        if let Some(Some(loaded)) = finished(&mut self.work.loading) {
            self.take_loaded(loaded);
            self.index(egui);
        }
        if let Some(outcome) = self.world.desk.poll() {
            self.take_outcome(egui, outcome);
        }
        finished(&mut self.work.indexing);
        self.take_export();
        self.take_pictures(egui);
        if let Some(Some(previews)) = finished(&mut self.work.previewing) {
            self.world.previews = previews;
        }
    }

    fn take_outcome(&mut self, egui: &egui::Context, outcome: Outcome) {
        match outcome {
            Outcome::Imported(end) => {
                if end.wrote() {
                    self.load_again(egui);
                    self.note_recent();
                }
                self.world.import_end = Some(*end);
            }
            Outcome::Kept(path) => {
                let text = Message::new("app-kept").with("path", path.as_path());
                self.toasts.push(Toast::done(text));
                self.world.read_only = None;
                self.load_again(egui);
                self.note_recent();
            }
            Outcome::Done(text) => self.toasts.push(Toast::done(text)),
            Outcome::Failed(text) => self.toasts.push(Toast::error(text)),
        }
    }

    /// A file was chosen in a dialog.
    pub(super) fn chosen(&mut self, egui: &egui::Context, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.queue.push(UiAction::Open(path)),
            Purpose::Import | Purpose::ImportFolder => self.begin_import(vec![path]),
            Purpose::LoadMapping => self.load_mapping(&path),
            Purpose::SaveMapping => self.save_mapping(&path),
            Purpose::Refused(batch) => self.save_refused(egui, path, batch),
            Purpose::Comments => self.save_comments(egui, path),
            Purpose::SaveCopy => self.copy(egui, path, false),
            Purpose::ShareCopy => self.copy(egui, path, true),
            Purpose::Picture(holder) => self.queue.push(UiAction::AddPicture(holder, path)),
            Purpose::Export(format) => self.export(egui, path, format, false),
            Purpose::Scorecard(format) => self.export(egui, path, format, true),
        }
        egui.request_repaint();
    }

    /// Writes the document to another file. What has no file that can be written goes on there.
    fn copy(&mut self, egui: &egui::Context, path: PathBuf, to_share: bool) {
        let fixed = self.world.desk.path().is_none() || self.world.read_only.is_some();
        let goes_on = fixed && !to_share;
        self.send_away(egui, "copy", move |document, reporter| {
            let end = if to_share {
                document.save_copy_to_share(&path, reporter)
            } else {
                document.save_copy(&path, reporter)
            };
            match end {
                Ok(()) if goes_on => go_on_in(document, path),
                Ok(()) => Outcome::Done(Message::new("app-copied").with("path", path.as_path())),
                Err(error) => Outcome::Failed(error.message()),
            }
        });
    }

    /// Draws and writes the map, or the page of an owner, on a worker; the document stays here.
    fn export(
        &mut self,
        egui: &egui::Context,
        path: PathBuf,
        format: ExportFormat,
        of_owner: bool,
    ) {
        let ctx = self.world.ctx();
        let drawing = if of_owner {
            self.owners.picture().map(|(page, comments)| Drawing::page(ctx.texts, page, comments))
        } else {
            Drawing::map(&ctx)
        };
        let Some(drawing) = drawing else { return };
        let export = Export::of(&ctx, self.world.desk.document(), drawing, path, format);
        self.write_away(egui, move || export.write());
    }

    /// Writes a file on a worker that needs nothing of the window; the document stays here.
    pub(super) fn write_away(
        &mut self,
        egui: &egui::Context,
        write: impl FnOnce() -> Result<PathBuf, Refusal> + Send + 'static,
    ) {
        if self.work.is_exporting() {
            return self.toasts.push(Toast::error(Message::new("app-busy")));
        }
        let wake = egui.clone();
        let job = Job::start(
            "export",
            move || wake.request_repaint(),
            move |_| write().map_err(|error| error.0),
        );
        match job {
            Ok(job) => self.work.exporting = Some(job),
            Err(_) => self.toasts.push(Toast::error(Message::new("app-no-thread"))),
        }
    }

    fn take_export(&mut self) {
        let Some(written) = finished(&mut self.work.exporting) else {
            return;
        };
        self.toasts.push(match written.unwrap_or_else(|| Err(Message::new("app-job-lost"))) {
            Ok(path) => Toast::done(Message::new("app-exported").with("path", path.as_path())),
            Err(text) => Toast::error(text),
        });
    }

    /// Puts the open document at the top of the recent ones.
    pub(super) fn note_recent(&mut self) {
        let Some(path) = self.world.desk.path() else {
            return;
        };
        let model = self.world.model();
        let responses: i64 = model.batches.values().map(|batch| batch.responses).sum();
        let file = RecentFile {
            path: path.to_owned(),
            title: model.title().to_owned(),
            touchpoints: model.touchpoints.len(),
            responses: usize::try_from(responses).unwrap_or(0),
            opened_at: chrono::Utc::now().timestamp(),
            thumbnail: Thumbnail::of(&self.world.ctx()),
            is_there: true,
        };
        self.world.recent.note(file);
        self.world.keep_recent();
    }

    pub(super) fn close(&mut self) {
        if self.world.desk.is_busy() {
            return self.toasts.push(Toast::error(Message::new("app-busy")));
        }
        self.note_recent();
        self.world.recent.look();
        self.look_for_templates();
        self.world.desk = Desk::Empty;
        self.world.scores = None;
        self.world.contacts = Vec::new();
        self.world.read_only = None;
        self.world.notice = None;
        self.world.view = View::default();
        self.work = Work::default();
        self.screen = Screen::Start;
    }

    pub(super) fn show_in_folder(&mut self) {
        let Some(folder) = self.world.desk.path().and_then(Path::parent) else {
            return;
        };
        if open::that_detached(folder).is_err() {
            let text = Message::new("app-folder-not-shown").with("path", folder);
            self.toasts.push(Toast::error(text));
        }
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.world.recent.forget(path);
        self.world.keep_recent();
    }

    pub(super) fn ask_for(&mut self, egui: &egui::Context, purpose: Purpose) {
        let title = self.world.model().title().to_owned();
        self.ask_for_named(egui, purpose, &title);
    }

    /// Asks for a file; `title` is the name that is proposed when it is to be written.
    pub(super) fn ask_for_named(&mut self, egui: &egui::Context, purpose: Purpose, title: &str) {
        let beside = self.world.desk.path().and_then(Path::parent);
        let folder = beside.unwrap_or(&self.world.folders.documents).to_owned();
        self.dialogs.ask(egui, purpose, folder, title, &self.world.texts);
    }
}

/// Puts the file that a document was copied to in its place, before anything can be changed.
fn go_on_in(document: &mut Document, path: PathBuf) -> Outcome {
    match Document::open(&path) {
        Ok(opened) => {
            *document = opened;
            Outcome::Kept(path)
        }
        Err(error) => Outcome::Failed(error.message()),
    }
}

/// A path in a folder that no file has yet: `Title.klantreis`, `Title 2.klantreis` …
fn free_path(folder: &Path, title: &str) -> PathBuf {
    let plain = plain_name(title);
    (1..)
        .map(|i| if i == 1 { plain.clone() } else { format!("{plain} {i}") })
        .map(|name| folder.join(format!("{name}.klantreis")))
        .find(|path| !path.exists())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_map_never_takes_the_name_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let first = free_path(folder.path(), "A/B: map");
        assert_eq!(first.file_name().unwrap(), "A-B- map.klantreis");
        std::fs::write(&first, "").unwrap();
        let second = free_path(folder.path(), "A/B: map");
        assert_eq!(second.file_name().unwrap(), "A-B- map 2.klantreis");
    }
}
