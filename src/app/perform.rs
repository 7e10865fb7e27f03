//! What each action does. One call an arm; nothing here paints.
//!
//! Failures become messages at the bottom; nothing is half done.

use super::context::{ExportFormat, MapAction, Screen, UiAction};
use super::dialogs::Purpose;
use super::filters::{against, saved};
use super::regions;
use super::settings::{SIZES, ThemeChoice};
use super::state::App;
use super::widgets::Toast;
use crate::document::Command;
use crate::document::outline::template::Template;
use crate::model::{Message, Tell, VersionId};
use crate::text::{Lang, Texts};

impl App {
    /// Does what a panel, a shortcut or the palette asked for.
    pub(super) fn perform(&mut self, egui: &egui::Context, action: UiAction) {
        match action {
            UiAction::Run(command) => self.run(egui, &command),
            UiAction::RunAndTell(command, text) => self.run_and_tell(egui, &command, text),
            UiAction::Undo => self.undo(egui),
            UiAction::Redo => self.redo(egui),
            UiAction::GoToStep(done) => self.go_to_step(egui, done),
            UiAction::OpenHistory => self.history.toggle(),
            UiAction::Go(screen) => self.screen = screen,
            UiAction::Show(_) | UiAction::ShowComments(_) | UiAction::ShowScorecard(_) => {
                self.perform_show(action);
            }
            UiAction::OpenTrend(scope) => self.trend.open(scope),
            UiAction::OpenAgenda => self.present.toggle_agenda(),
            UiAction::OpenCapture => self.present.toggle_capture(),
            UiAction::FullScreen => full_screen(egui),
            UiAction::OpenJourney(journey) => self.walk_down(journey),
            UiAction::Map(action) => self.ask_the_map(action),
            UiAction::Look(mut view) => {
                against::follow(&mut view, &self.world.view);
                self.world.view = *view;
            }
            UiAction::Compare(with) => {
                let days = self.map.derived().days;
                self.world.view.compare_with(with, days);
            }
            UiAction::New => self.new_map(egui, Template::SixStages),
            UiAction::NewFrom(template) => self.new_map(egui, template),
            UiAction::NewFromOwn(name) => self.new_from_own(egui, &name),
            UiAction::SaveViewDialog => self.ask_view_name(),
            UiAction::SaveTemplateDialog
            | UiAction::SaveTemplate(_)
            | UiAction::DeleteOwnTemplate(_)
            | UiAction::RestoreOwnTemplate(_) => self.perform_template(action),
            UiAction::OpenDialog => self.ask_for(egui, Purpose::Open),
            UiAction::Open(path) => self.open(egui, path),
            UiAction::OpenSample(sample) => self.open_sample(egui, sample),
            UiAction::Close => self.close(),
            UiAction::RenameDocument => self.sheets.rename(self.world.model().title()),
            UiAction::SaveCopyDialog => self.ask_for(egui, Purpose::SaveCopy),
            UiAction::ShareCopyDialog => self.ask_for(egui, Purpose::ShareCopy),
            UiAction::ShowInFolder => self.show_in_folder(),
            UiAction::Properties => self.sheets.properties(),
            UiAction::Forget(path) => self.forget(&path),
            UiAction::OpenHandForm => self.open_hand_form(),
            UiAction::EnterFeedback(entry, next) => self.enter_feedback(egui, &entry, next),
            UiAction::SaveCommentsDialog => self.ask_for_comments(egui),
            UiAction::SaveRefusedDialog(batch) => self.ask_for_refused(egui, batch),
            UiAction::ImportDialog
            | UiAction::ImportFolderDialog
            | UiAction::ImportFiles(_)
            | UiAction::ImportPasted(_)
            | UiAction::MapAnew(_)
            | UiAction::LoadMappingDialog
            | UiAction::SaveMappingDialog(_)
            | UiAction::Import(_) => self.perform_import(egui, action),
            UiAction::PictureDialog(holder) => self.ask_for(egui, Purpose::Picture(holder)),
            UiAction::AddPicture(holder, path) => self.add_picture(egui, holder, path),
            UiAction::ExportDialog(format) => self.ask_for(egui, Purpose::Export(format)),
            UiAction::ExportScorecardDialog(format) => self.ask_for_scorecard(egui, format),
            UiAction::Cancel => {
                self.world.desk.cancel();
                self.work.cancel();
            }
            UiAction::NextRegion(forth) => regions::go(egui, forth),
            UiAction::CompareVersion(version) => self.compare_with(version),
            UiAction::CopyCards(cards) => self.copy_cards(egui, &cards),
            UiAction::Paste(text, place) => self.paste(egui, &text, place),
            UiAction::Find => self.find(),
            UiAction::OpenPalette => self.palette.open(),
            UiAction::OpenKeys if self.screen == Screen::Present => self.present.toggle_keys(),
            UiAction::OpenKeys => self.sheets.keys(),
            UiAction::OpenSettings => self.settings_panel.open = true,
            UiAction::SetLang(lang) => self.set_lang(lang),
            UiAction::SetTheme(theme) => self.set_theme(theme),
            UiAction::SetSize(size) => self.set_size(size),
            UiAction::Say(toast) => self.toasts.push(*toast),
            UiAction::Dismiss => self.dismiss(),
            UiAction::Quit => egui.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn perform_template(&mut self, action: UiAction) {
        match action {
            UiAction::SaveTemplate(title) => self.save_template(&title),
            UiAction::DeleteOwnTemplate(name) => self.delete_own_template(&name),
            UiAction::RestoreOwnTemplate(template) => self.restore_own_template(&template),
            _ => self.ask_template_name(),
        }
    }

    fn ask_for_scorecard(&mut self, egui: &egui::Context, format: ExportFormat) {
        let name = self.owners.name(&self.world.ctx());
        self.ask_for_named(egui, Purpose::Scorecard(format), &name);
    }

    /// Another screen, at a certain part.
    fn perform_show(&mut self, action: UiAction) {
        match action {
            UiAction::Show(subject) => {
                self.screen = Screen::Map;
                self.map.show(subject);
            }
            UiAction::ShowComments(about) => {
                self.screen = Screen::Feedback;
                self.feedback.show_about(about);
            }
            UiAction::ShowScorecard(responsible) => {
                self.screen = Screen::Owners;
                self.owners.show_responsible(responsible);
            }
            _ => {}
        }
    }

    fn ask_view_name(&mut self) {
        let ctx = self.world.ctx();
        self.sheets.save_view(&saved::suggested(&ctx), saved::kept(ctx.view));
    }

    fn ask_the_map(&mut self, action: MapAction) {
        // What is asked of the map is done on the map.
        if self.screen.is_of_map() {
            self.screen = Screen::Map;
        }
        self.map.ask(action);
    }

    fn walk_down(&mut self, journey: crate::model::JourneyId) {
        let from = self.world.ctx().journey();
        self.world.view.walk_down(from, journey);
        self.screen = Screen::Map;
    }

    fn compare_with(&mut self, version: VersionId) {
        if let Some(journey) = self.world.ctx().journey() {
            self.side_by_side.compare_with_version(journey, version);
            self.screen = Screen::SideBySide;
        }
    }

    fn find(&mut self) {
        self.screen = Screen::Map;
        self.map.ask(MapAction::Find);
    }

    fn run(&mut self, egui: &egui::Context, command: &Command) {
        match self.world.desk.run(command) {
            Ok(touched) => self.refresh(egui, touched.answers),
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn run_and_tell(&mut self, egui: &egui::Context, command: &Command, text: Message) {
        match self.world.desk.run(command) {
            Ok(touched) => {
                self.refresh(egui, touched.answers);
                self.toasts.push(Toast::done(text).with_action("app-undo", UiAction::Undo));
            }
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn undo(&mut self, egui: &egui::Context) {
        match self.world.desk.undo() {
            Ok(Some((_, touched))) => self.refresh(egui, touched.answers),
            Ok(None) => {}
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn redo(&mut self, egui: &egui::Context) {
        match self.world.desk.redo() {
            Ok(Some((_, touched))) => self.refresh(egui, touched.answers),
            Ok(None) => {}
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    fn go_to_step(&mut self, egui: &egui::Context, done: usize) {
        match self.world.desk.go_to_step(done) {
            Ok(touched) => self.refresh(egui, touched.answers),
            Err(error) => self.toasts.push(Toast::error(error.message())),
        }
    }

    /// Computes anew what a change made stale.
    pub(super) fn refresh(&mut self, egui: &egui::Context, answers: bool) {
        if answers {
            self.load_again(egui);
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

fn full_screen(egui: &egui::Context) {
    let full = egui.input(|i| i.viewport().fullscreen.unwrap_or(false));
    egui.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!full));
}
