//! The window: `logic` works (jobs, keys, actions), `ui` paints. Panels never touch the document.
//!
//! Holds every part; what an action does is in `perform`.

use super::clipboard::Clipboard;
use super::context::{Screen, UiAction, View};
use super::dialogs::{Dialogs, Purpose};
use super::feedback::{FeedbackScreen, HandForm};
use super::filters::written::LookUp;
use super::history::HistoryPanel;
use super::import::ImportScreen;
use super::listing::ListScreen;
use super::map::MapScreen;
use super::matrix::MatrixScreen;
use super::owners::OwnersScreen;
use super::palette::Palette;
use super::portfolio::PortfolioScreen;
use super::present::PresentScreen;
use super::settings::{Folders, ThemeChoice};
use super::settings_panel::SettingsPanel;
use super::sheets::Sheets;
use super::side_by_side::SideBySideScreen;
use super::silos::SiloScreen;
use super::start::{Offer, StartScreen};
use super::textures::TextureLoader;
use super::theme::Theme;
use super::trend::TrendSheet;
use super::widgets::Toasts;
use super::work::Work;
use super::world::World;
use super::{actions, fonts, shell, typing};
use crate::import::has_survey_ending;
use crate::model::{Model, PersonaId};
use std::path::PathBuf;

/// The window.
pub struct App {
    pub(super) world: World,
    pub(super) screen: Screen,
    pub(super) start: StartScreen,
    pub(super) map: MapScreen,
    pub(super) list: ListScreen,
    pub(super) silos: SiloScreen,
    pub(super) owners: OwnersScreen,
    pub(super) look_up: LookUp,
    pub(super) matrix: MatrixScreen,
    pub(super) feedback: FeedbackScreen,
    pub(super) by_hand: HandForm,
    pub(super) trend: TrendSheet,
    pub(super) portfolio: PortfolioScreen,
    pub(super) side_by_side: SideBySideScreen,
    pub(super) present: PresentScreen,
    pub(super) history: HistoryPanel,
    pub(super) import: ImportScreen,
    pub(super) palette: Palette,
    pub(super) settings_panel: SettingsPanel,
    pub(super) sheets: Sheets,
    pub(super) dialogs: Dialogs,
    pub(super) toasts: Toasts<UiAction>,
    pub(super) queue: Vec<UiAction>,
    /// The mapping that a person chooses a file for.
    pub(super) mapping_to_keep: String,
    pub(super) work: Work,
    pub(super) clipboard: Clipboard,
    /// How the first document is looked at, when the command line says so.
    pub(super) first_view: Option<View>,
    /// Keys that are put off to the next frame.
    waiting: Vec<egui::Event>,
    pub(super) egui: egui::Context,
    textures: TextureLoader,
    /// What the context was last given: dark, size in percent.
    applied: Option<(bool, u16)>,
}

impl App {
    /// The window with the settings of those folders.
    #[must_use]
    pub fn new(egui: &egui::Context, folders: Folders) -> Self {
        fonts::install(egui);
        egui.options_mut(|options| options.zoom_with_keyboard = false);
        let mut app = Self {
            world: World::new(folders),
            screen: Screen::Start,
            start: StartScreen::default(),
            map: MapScreen::default(),
            list: ListScreen::default(),
            silos: SiloScreen::default(),
            owners: OwnersScreen::default(),
            look_up: LookUp::default(),
            matrix: MatrixScreen::default(),
            feedback: FeedbackScreen::default(),
            by_hand: HandForm::default(),
            trend: TrendSheet::default(),
            portfolio: PortfolioScreen::default(),
            side_by_side: SideBySideScreen::default(),
            present: PresentScreen::default(),
            history: HistoryPanel::default(),
            import: ImportScreen::default(),
            palette: Palette::default(),
            settings_panel: SettingsPanel::default(),
            sheets: Sheets::default(),
            dialogs: Dialogs::default(),
            toasts: Toasts::default(),
            queue: Vec::new(),
            mapping_to_keep: String::new(),
            work: Work::default(),
            clipboard: Clipboard::default(),
            first_view: None,
            waiting: Vec::new(),
            egui: egui.clone(),
            textures: TextureLoader::default(),
            applied: None,
        };
        app.apply_look(egui);
        app
    }

    /// Lets paths be typed in the window instead of asking the system's dialogs.
    pub fn type_paths(&mut self) {
        self.dialogs.always_typed = true;
    }

    /// Pushes an action, as a panel does.
    pub fn push(&mut self, action: UiAction) {
        self.queue.push(action);
    }

    /// The screen that is shown.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The open document's model, or an empty one.
    #[must_use]
    pub fn model(&self) -> &Model {
        self.world.model()
    }

    /// How the document is looked at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.world.view
    }

    /// Whether a worker opens, loads or alters a document.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.world.desk.is_busy() || self.work.is_busy()
    }

    /// The messages at the bottom, in words, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<String> {
        self.toasts.iter().map(|toast| self.world.texts.say(&toast.text)).collect()
    }

    /// Gives the context the look that the settings ask for, when it changed.
    fn apply_look(&mut self, egui: &egui::Context) {
        let dark = match self.world.settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            ThemeChoice::System => egui.system_theme() == Some(egui::Theme::Dark),
        };
        let wanted = (dark, self.present.size(self.world.settings.size));
        if self.applied != Some(wanted) {
            self.applied = Some(wanted);
            self.world.theme = Theme::of(dark);
            self.world.theme.apply(egui);
            egui.set_zoom_factor(f32::from(wanted.1) / 100.0);
        }
    }

    fn take_jobs(&mut self, egui: &egui::Context) {
        self.take_work(egui);
        self.world.exporting = self.work.is_exporting();
        self.world.progress = self.world.desk.progress().or_else(|| self.work.progress());
        match self.dialogs.poll() {
            Some((Purpose::Import, paths)) => self.begin_import(paths),
            Some((purpose, paths)) => {
                for path in paths {
                    self.chosen(egui, purpose, path);
                }
            }
            None => {}
        }
    }

    fn take_keys(&mut self, egui: &egui::Context) {
        let covered = self.palette.is_open()
            || self.sheets.is_open()
            || self.settings_panel.open
            || self.feedback.covers()
            || self.history.covers()
            || self.by_hand.is_open()
            || self.trend.is_open()
            || self.present.covers();
        if !covered && !self.dialogs.is_typing() {
            let letters = match self.screen {
                Screen::Map => self.map.wants_letters(egui),
                Screen::List => self.list.takes_letters(egui),
                _ => false,
            };
            self.queue.extend(actions::pressed(egui, &self.world.ctx(), self.screen, letters));
        }
    }

    fn take_drops(&mut self, egui: &egui::Context) {
        let dropped: Vec<PathBuf> =
            egui.input(|i| i.raw.dropped_files.iter().map(|f| f.path().to_owned()).collect());
        match dropped.as_slice() {
            [] => {}
            several if several.iter().all(|path| has_survey_ending(path)) => {
                self.queue.push(UiAction::ImportFiles(dropped));
            }
            [first, ..] => self.queue.push(UiAction::Open(first.clone())),
        }
    }

    fn screen_ui(&mut self, ui: &mut egui::Ui) {
        let ctx = self.world.ctx();
        match self.screen {
            Screen::Start => {
                let offer = Offer {
                    recent: &self.world.recent,
                    templates: &self.world.own_templates,
                    previews: &self.world.previews,
                };
                self.start.ui(ui, &ctx, &offer, &mut self.queue);
            }
            Screen::Map => self.map.ui(ui, &ctx, &mut self.queue),
            Screen::List => self.list.ui(ui, &ctx, &mut self.queue),
            Screen::Silos => self.silos.ui(ui, &ctx, &mut self.queue),
            Screen::Owners => self.owners.ui(ui, &ctx, &mut self.queue),
            Screen::Matrix => self.matrix.ui(ui, &ctx, &mut self.queue),
            Screen::Feedback => self.feedback.ui(ui, &ctx, &mut self.queue),
            Screen::Portfolio => self.portfolio.ui(ui, &ctx, &mut self.queue),
            Screen::SideBySide => self.side_by_side.ui(ui, &ctx, &mut self.queue),
            Screen::Present => self.present.ui(ui, &ctx, &mut self.queue),
            Screen::Import => self.import.ui(ui, &ctx, &mut self.queue),
        }
    }

    /// The words of the filter, and those of the selection it is compared with.
    fn look_up_words(&mut self, egui: &egui::Context) {
        let world = &mut self.world;
        // A persona that was deleted would leave nothing.
        let gone = |id: &PersonaId| !world.model().personas.contains_key(id);
        let all_gone: Vec<PersonaId> =
            world.view.filter.personas.iter().copied().filter(gone).collect();
        world.view.filter.personas.retain(|id| !all_gone.contains(id));
        let answers = (world.opened << 32) + world.scores_revision;
        self.look_up.settle(egui, world.desk.document(), answers, &mut world.view);
    }

    /// Computes what is stale of the screen that is shown, before it is painted.
    fn screen_logic(&mut self, egui: &egui::Context) {
        let (ctx, document) = (self.world.ctx(), self.world.desk.document());
        match self.screen {
            Screen::Start | Screen::Import => {}
            Screen::Map => self.map.logic(&ctx, document),
            Screen::List => self.list.logic(&ctx, document),
            Screen::Silos => self.silos.logic(&ctx, document),
            Screen::Owners => self.owners.logic(egui, &ctx, document),
            Screen::Matrix => self.matrix.logic(egui, &ctx, document),
            Screen::Feedback => self.feedback.logic(egui, &ctx, document),
            Screen::Portfolio => self.portfolio.logic(&ctx, document),
            Screen::SideBySide => self.side_by_side.logic(&ctx, document),
            Screen::Present => self.present.logic(&ctx, document),
        }
        self.history.logic(&ctx, document);
        self.trend.logic(&ctx);
    }

    /// What lies over the screen: palette, dialogs, messages.
    fn over_ui(&mut self, ui: &mut egui::Ui) {
        let egui = ui.ctx().clone();
        let ctx = self.world.ctx();
        self.palette.ui(&egui, &ctx, self.screen, &mut self.queue);
        self.settings_panel.ui(&egui, &ctx, &mut self.queue);
        self.sheets.ui(&egui, &ctx, &mut self.queue);
        self.by_hand.ui(&egui, &ctx, &mut self.queue);
        self.trend.ui(&egui, &ctx, &mut self.queue);
        let document = self.world.desk.document();
        self.history.ui(&egui, &ctx, document, &mut self.queue);
        self.present.over_ui(&egui, &ctx, &mut self.queue);
        let chosen = self.dialogs.ui(&egui, &ctx);
        self.queue.extend(self.toasts.show(ui, ctx.theme, ctx.texts));
        if let Some((purpose, path)) = chosen {
            self.chosen(&egui, purpose, path);
        }
    }

    fn shell_ui(&mut self, ui: &mut egui::Ui) {
        let ctx = self.world.ctx();
        if !matches!(self.screen, Screen::Start | Screen::Present) {
            shell::rail_ui(ui, &ctx, self.screen, &mut self.queue);
        }
        if self.screen.has_top_bar() {
            shell::top_bar_ui(ui, &ctx, &mut self.queue);
        }
        // The import screen shows its own progress.
        let importing = self.screen == Screen::Import;
        let may_hang = self.dialogs.may_hang();
        if shell::banners_ui(ui, &self.world, importing, may_hang, &mut self.queue) {
            self.dialogs.type_instead();
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.take_jobs(ctx);
        self.take_drops(ctx);
        self.take_keys(ctx);
        for action in std::mem::take(&mut self.queue) {
            self.perform(ctx, action);
        }
        self.present.mind_the_window(ctx, self.screen);
        self.apply_look(ctx);
        self.textures.logic(ctx, self.world.desk.document());
        self.look_up_words(ctx);
        self.screen_logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.shell_ui(ui);
        egui::CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0.0, self.world.theme.canvas);
            self.screen_ui(ui);
        });
        self.over_ui(ui);
        // A repaint that was asked for before this frame began may be this very frame.
        if !self.queue.is_empty() || !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        let mut events = std::mem::take(&mut self.waiting);
        events.append(&mut input.events);
        self.waiting = typing::wait(&mut events);
        input.events = events;
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.world.theme.canvas.to_normalized_gamma_f32()
    }
}
