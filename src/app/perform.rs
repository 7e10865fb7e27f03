//! What each action does. One call an arm; nothing here paints.
//!
//! Failures become messages at the bottom; nothing is half done.

use super::context::{Sample, Screen, Template, UiAction, View};
use super::desk::{Desk, Outcome};
use super::dialogs::{Purpose, plain_name};
use super::recent::RecentFile;
use super::settings::{SIZES, ThemeChoice};
use super::state::App;
use super::widgets::Toast;
use crate::document::{Command, Document};
use crate::model::{JourneyId, Message, Tell};
use crate::text::{Lang, Texts};
use std::path::{Path, PathBuf};

impl App {
    /// Does what a panel, a shortcut or the palette asked for.
    pub(super) fn perform(&mut self, egui: &egui::Context, action: UiAction) {
        match action {
            UiAction::Run(command) => self.run(&command),
            UiAction::RunAndTell(command, text) => self.run_and_tell(&command, text),
            UiAction::Undo => self.undo(),
            UiAction::Redo => self.redo(),
            UiAction::Go(screen) => self.screen = screen,
            UiAction::Show(subject) => {
                self.screen = Screen::Map;
                self.map.show(subject);
            }
            UiAction::Map(action) => self.map.ask(action),
            UiAction::Look(view) => self.world.view = *view,
            UiAction::New(template) => self.new_map(template),
            UiAction::OpenDialog => self.ask_for(egui, Purpose::Open),
            UiAction::Open(path) => self.open(&path),
            UiAction::OpenSample(sample) => self.open_sample(egui, sample),
            UiAction::Close => self.close(),
            UiAction::RenameDocument => self.sheets.rename(self.world.model().title()),
            UiAction::SaveCopyDialog => self.ask_for(egui, Purpose::SaveCopy),
            UiAction::ShareCopyDialog => self.ask_for(egui, Purpose::ShareCopy),
            UiAction::ShowInFolder => self.show_in_folder(),
            UiAction::Properties => self.sheets.properties(),
            UiAction::Forget(path) => self.forget(&path),
            UiAction::ImportDialog => self.ask_for(egui, Purpose::Import),
            UiAction::ExportDialog(format) => self.ask_for(egui, Purpose::Export(format)),
            UiAction::Cancel => self.world.desk.cancel(),
            UiAction::OpenPalette => self.palette.open(),
            UiAction::OpenSettings => self.settings_panel.open = true,
            UiAction::SetLang(lang) => self.set_lang(lang),
            UiAction::SetTheme(theme) => self.set_theme(theme),
            UiAction::SetSize(size) => self.set_size(size),
            UiAction::Say(toast) => self.toasts.push(*toast),
            UiAction::Dismiss => self.dismiss(),
            UiAction::Quit => egui.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn run(&mut self, command: &Command) {
        match self.world.desk.run(command) {
            Ok(touched) => self.refresh(touched.answers),
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn run_and_tell(&mut self, command: &Command, text: Message) {
        match self.world.desk.run(command) {
            Ok(touched) => {
                self.refresh(touched.answers);
                self.toasts
                    .push(Toast::done(text).with_action("app-undo", UiAction::Undo));
            }
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn undo(&mut self) {
        match self.world.desk.undo() {
            Ok(Some((_, touched))) => self.refresh(touched.answers),
            Ok(None) => {}
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn redo(&mut self) {
        match self.world.desk.redo() {
            Ok(Some((_, touched))) => self.refresh(touched.answers),
            Ok(None) => {}
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    /// Computes anew what a change made stale.
    fn refresh(&mut self, answers: bool) {
        if answers {
            self.world.scores_revision += 1;
        }
    }

    fn new_map(&mut self, template: Template) {
        let title = self.world.texts.get("app-new-map-title");
        let path = free_path(&self.world.folders.documents, &title);
        match make(&path, &title, template, &self.world.texts) {
            Ok(document) => self.put_on_desk(document),
            Err(error) => self.toasts.push(Toast::error(error)),
        }
    }

    fn open(&mut self, path: &Path) {
        if is_survey(path) {
            return self.begin_import(path);
        }
        self.toasts.push(Toast::error(
            Message::new("app-cannot-open").with("path", path),
        ));
    }

    fn begin_import(&mut self, path: &Path) {
        if self.world.desk.model().is_none() {
            self.new_map(Template::Blank);
        }
        if self.world.desk.model().is_some() {
            self.import.begin(path.to_owned());
            self.screen = Screen::Import;
        }
    }

    fn open_sample(&mut self, _egui: &egui::Context, _sample: Sample) {}

    /// Puts a document on the desk and shows its map.
    pub(super) fn put_on_desk(&mut self, document: Document) {
        self.world.desk = Desk::Here(Box::new(document));
        self.world.opened += 1;
        self.world.scores = None;
        self.world.scores_revision += 1;
        self.world.view = View::default();
        self.map = super::map::MapScreen::default();
        self.screen = Screen::Map;
        self.note_recent();
    }

    fn note_recent(&mut self) {
        let Some(path) = self.world.desk.path() else {
            return;
        };
        let model = self.world.model();
        let file = RecentFile {
            path: path.to_owned(),
            title: model.title().to_owned(),
            touchpoints: model.touchpoints.len(),
            responses: model
                .batches
                .values()
                .map(|b| usize::try_from(b.responses).unwrap_or(0))
                .sum(),
            opened_at: chrono::Utc::now().timestamp(),
            is_there: true,
        };
        self.world.recent.note(file);
        self.world.keep_recent();
    }

    fn close(&mut self) {
        self.note_recent();
        self.world.recent.look();
        self.world.desk = Desk::Empty;
        self.world.scores = None;
        self.screen = Screen::Start;
    }

    fn show_in_folder(&mut self) {
        let Some(folder) = self.world.desk.path().and_then(Path::parent) else {
            return;
        };
        if open::that_detached(folder).is_err() {
            let text = Message::new("app-folder-not-shown").with("path", folder);
            self.toasts.push(Toast::error(text));
        }
    }

    fn forget(&mut self, path: &Path) {
        self.world.recent.forget(path);
        self.world.keep_recent();
    }

    fn ask_for(&mut self, egui: &egui::Context, purpose: Purpose) {
        let beside = self.world.desk.path().and_then(Path::parent);
        let folder = beside.unwrap_or(&self.world.folders.documents).to_owned();
        let title = self.world.model().title().to_owned();
        self.dialogs
            .ask(egui, purpose, folder, &title, &self.world.texts);
    }

    /// A file was chosen in a dialog.
    pub(super) fn chosen(&mut self, _egui: &egui::Context, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.queue.push(UiAction::Open(path)),
            Purpose::Import => self.begin_import(&path),
            Purpose::SaveCopy | Purpose::ShareCopy | Purpose::Export(_) => {}
        }
    }

    /// A job on the document ended.
    pub(super) fn job_ended(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Done(text) => {
                self.refresh(true);
                self.toasts.push(Toast::done(text));
            }
            Outcome::Failed(text) => self.toasts.push(Toast::error(text)),
        }
    }

    fn set_lang(&mut self, lang: Lang) {
        self.world.settings.lang = lang;
        self.world.texts = Texts::new(lang);
        self.world.keep_settings();
    }

    fn set_theme(&mut self, theme: ThemeChoice) {
        self.world.settings.theme = theme;
        self.world.keep_settings();
    }

    fn set_size(&mut self, size: u16) {
        self.world.settings.size = size.clamp(*SIZES.start(), *SIZES.end());
        self.world.keep_settings();
    }

    fn dismiss(&mut self) {
        self.world.notice = None;
        if self.world.crash.take().is_some() {
            super::crash::clear(&self.world.folders);
        }
    }
}

fn is_survey(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    extension.is_some_and(|e| matches!(e.as_str(), "csv" | "tsv" | "txt"))
}

/// A path in a folder that no file has yet: `Title.klantreis`, `Title 2.klantreis` …
fn free_path(folder: &Path, title: &str) -> PathBuf {
    let plain = plain_name(title);
    (1..)
        .map(|i| {
            if i == 1 {
                plain.clone()
            } else {
                format!("{plain} {i}")
            }
        })
        .map(|name| folder.join(name).with_extension("klantreis"))
        .find(|path| !path.exists())
        .unwrap_or_default()
}

fn make(path: &Path, title: &str, template: Template, texts: &Texts) -> Result<Document, Message> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .map_err(|_| Message::new("app-folder-not-made").with("path", folder))?;
    let mut document = Document::create(path, title).map_err(|error| error.message())?;
    let _ = template;
    let name = texts.get("app-new-map-title");
    let add = Command::AddJourney {
        id: JourneyId::fresh(),
        name,
        state: crate::model::JourneyState::Current,
        standard: true,
    };
    document.run(&add).map_err(|error| error.message())?;
    Ok(document)
}
