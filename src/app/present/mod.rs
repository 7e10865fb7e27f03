//! The present mode: for a group, big and without chrome. The whole map, stage by stage, dot votes,
//! guesses; the agenda with its timer; quick capture.
//!
//! Reads a `Ctx` and pushes `UiAction`s; holds only what is looked at and what is typed.

/// The agenda and its dialog.
mod agenda;
/// The bar at the bottom.
mod bar;
/// Letters and buttons for a group.
mod big;
/// One field, Enter, a card.
mod capture;
/// Where a vote or round begins.
mod earlier;
/// Guess, then reveal.
mod guess;
/// A new round of guesses.
mod guess_form;
/// A round as the group sees it.
mod guess_paint;
/// The keys and their list.
mod keys;
/// What customers answered, once it is revealed.
mod measured;
/// The light that follows the pointer.
mod spotlight;
/// One stage, big.
mod stage;
/// How long an item still lasts.
mod timer;
/// Dot votes.
mod vote;
/// A new vote.
mod vote_form;
/// The whole map.
mod whole;

use super::context::{Ctx, Screen, UiAction};
use super::derived::{Derived, Sheet};
use super::settings::ThemeChoice;
use crate::document::Document;
use crate::model::{JourneyId, Model, StageId};
use agenda::Agenda;
use bar::{Bar, Wish};
use big::Big;
use capture::Capture;
use egui::{Color32, Ui, ViewportCommand};
use guess::Guessing;
use keys::Asked;
use timer::Timer;
use vote::Voting;
use whole::WholeMap;

/// Width at which the whole map is laid out.
const SHEET: Sheet = Sheet { width: 1240.0, zoom: 1.0 };

/// What is presented.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum What {
    /// The whole map.
    #[default]
    Map,
    /// One stage.
    Stage,
    /// Dot votes.
    Vote,
    /// Guess, then reveal.
    Guess,
}

/// What the screen remembers between frames.
#[derive(Default)]
pub struct PresentScreen {
    what: What,
    /// What Esc leads back to from votes and guesses.
    before: What,
    /// The stage that is shown, or was last.
    stage: Option<StageId>,
    blank: bool,
    spotlight: bool,
    keys_open: bool,
    bar: Bar,
    whole: WholeMap,
    agenda: Agenda,
    timer: Timer,
    capture: Capture,
    voting: Voting,
    guessing: Guessing,
    derived: Derived,
    /// The screen to go back to, while this one is shown, and whether the window filled the screen.
    from: Option<(Screen, bool)>,
    /// The last screen that was not this one.
    last: Screen,
}

impl PresentScreen {
    /// Lets the window fill the screen while this is shown, and be as it was when it is left.
    pub fn mind_the_window(&mut self, egui: &egui::Context, screen: Screen) {
        let shown = screen == Screen::Present;
        match (shown, self.from) {
            (true, None) => {
                let full = egui.input(|i| i.viewport().fullscreen.unwrap_or(false));
                self.from = Some((self.last, full));
                self.bar.wake(egui.input(|i| i.time));
                (self.blank, self.spotlight) = (false, false);
                egui.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            }
            (false, Some((_, full))) => {
                self.from = None;
                egui.send_viewport_cmd(ViewportCommand::Fullscreen(full));
            }
            _ => {}
        }
        if !shown {
            self.last = screen;
        }
    }

    /// The size of the window's controls, in percent of the usual one.
    #[must_use]
    pub fn size(&self, usual: u16) -> u16 {
        if self.from.is_some() { usual.max(big::LARGER) } else { usual }
    }

    /// Opens or closes the agenda.
    pub fn toggle_agenda(&mut self) {
        self.agenda.toggle();
    }

    /// Opens or closes quick capture.
    pub fn toggle_capture(&mut self) {
        let stage = (self.what == What::Stage && self.from.is_some()).then_some(self.stage);
        self.capture.toggle(stage.flatten());
    }

    /// Opens or closes the list of keys.
    pub fn toggle_keys(&mut self) {
        self.keys_open = !self.keys_open;
    }

    /// Whether a dialog of the workshop covers the screen.
    #[must_use]
    pub fn covers(&self) -> bool {
        self.agenda.open || self.keys_open
    }

    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        if matches!(self.what, What::Map | What::Stage) {
            self.derived.refresh(ctx, document, SHEET);
        }
        self.guessing.logic(ctx, document);
    }

    /// What lies over every screen: the agenda, quick capture, the list of keys.
    pub fn over_ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        if ctx.document.is_none() {
            (self.agenda.open, self.capture.open, self.keys_open) = (false, false, false);
            return;
        }
        self.capture.ui(egui, ctx, out);
        self.agenda.ui(egui, ctx, &mut self.timer, out);
        if self.keys_open && keys::list_ui(egui, ctx) {
            self.keys_open = false;
        }
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let big = Big::of(ui.max_rect());
        ui.painter().rect_filled(big.whole, 0.0, ctx.theme.panel);
        let Some(journey) = ctx.journey() else {
            bar::hint(ui, ctx, &big);
            self.keys(ui, ctx, None, out);
            return;
        };
        self.choose_stage(ctx.model, journey);
        self.keys(ui, ctx, Some(journey), out);
        if self.blank {
            self.blank_ui(ui, ctx, &big);
            return;
        }
        match self.what {
            What::Map => self.map_ui(ui, &big),
            What::Stage => self.stage_ui(ui, ctx, &big, journey, out),
            What::Vote => self.vote_ui(ui, ctx, &big, out),
            What::Guess => self.guess_ui(ui, ctx, &big, journey, out),
        }
        self.ring_ui(ui, ctx, &big);
        if let Some(pos) = ui.input(|i| i.pointer.hover_pos()).filter(|_| self.spotlight) {
            spotlight::paint(ui, &big, pos);
        }
        self.bar_ui(ui, ctx, &big, journey, out);
    }

    /// The stage that is shown; the first one where there is none yet.
    fn choose_stage(&mut self, model: &Model, journey: JourneyId) {
        let stages = model.stages_of(journey);
        let known = stages.iter().any(|s| Some(s.id) == self.stage);
        if !known {
            self.stage = stages.first().map(|s| s.id);
        }
        if self.stage.is_none() && self.what == What::Stage {
            self.what = What::Map;
        }
    }

    fn map_ui(&mut self, ui: &mut Ui, big: &Big) {
        if let Some(scene) = &self.derived.scene {
            self.whole.ui(ui, big, scene);
        }
    }

    fn stage_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        journey: JourneyId,
        out: &mut Vec<UiAction>,
    ) {
        if let Some(stage) = stage::ribbon(ui, ctx, big, journey, self.stage) {
            self.show_stage(stage);
        }
        if let Some(id) = self.stage {
            let shown = stage::shown(ctx, id, self.derived.overlay.as_deref());
            stage::stage_ui(ui, ctx, big, id, &shown, out);
        }
    }

    fn vote_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, out: &mut Vec<UiAction>) {
        title_ui(ui, ctx, big, "present-vote");
        self.voting.ui(ui, ctx, big, out);
    }

    fn guess_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        journey: JourneyId,
        out: &mut Vec<UiAction>,
    ) {
        match self.guessing.stage(ctx.model, journey) {
            Some(stage) => {
                if let Some(stage) = stage::ribbon(ui, ctx, big, journey, Some(stage)) {
                    self.show_stage(stage);
                }
            }
            None => title_ui(ui, ctx, big, "present-guess"),
        }
        self.guessing.ui(ui, ctx, big, out);
    }

    /// The ring of the item that is timed, at the top right.
    fn ring_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, big: &Big) {
        let now = ui.input(|i| i.time);
        let Some(face) = self.timer.face(ctx.model, now) else {
            return;
        };
        self.timer.wake(ui);
        let center = egui::pos2(big.inside().right() - big.px(54.0), big.at(0.0, 88.0).y);
        if timer::ring(ui, ctx, big, center, &face).clicked() {
            self.agenda.toggle();
        }
    }

    /// Nothing at all, until a key or a click.
    fn blank_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, big: &Big) {
        ui.painter().rect_filled(big.whole, 0.0, Color32::BLACK);
        big::say(ui, big.whole, &ctx.t("present-blank"));
        if ui.input(|i| i.pointer.any_click()) {
            self.blank = false;
        }
    }

    fn bar_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        journey: JourneyId,
        out: &mut Vec<UiAction>,
    ) {
        let stage = self.stage.and_then(|s| ctx.model.stages.get(&s));
        let phase = match self.what {
            What::Map => ctx.t("present-whole"),
            What::Stage => stage.map(|s| ctx.texts.stage(s)).unwrap_or_default(),
            What::Vote => ctx.t("present-vote"),
            What::Guess => ctx.t("present-guess"),
        };
        let face = self.timer.face(ctx.model, ui.input(|i| i.time));
        let time = face.as_ref().map(|f| f.text.as_str());
        let shown = bar::Shown { phase: &phase, time, spotlight: self.spotlight };
        let Some(wish) = self.bar.ui(ui, ctx, big, &shown) else {
            return;
        };
        let asked = match wish {
            Wish::Back => Asked::Back,
            Wish::Next => Asked::Next,
            Wish::Turn => Asked::Turn,
            Wish::Agenda => Asked::Agenda,
            Wish::Spotlight => Asked::Spotlight,
            Wish::Capture => Asked::Capture,
            Wish::Vote => Asked::Vote,
            Wish::Guess => Asked::Guess,
            Wish::Dark => Asked::Dark,
            Wish::Keys => {
                self.keys_open = true;
                return;
            }
            Wish::Leave => {
                self.leave(out);
                return;
            }
        };
        self.act(ui, ctx, Some(journey), asked, out);
    }

    fn keys(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: Option<JourneyId>,
        out: &mut Vec<UiAction>,
    ) {
        // Dialogs take their keys themselves, and so do the pop-ups of drop-downs.
        if self.covers() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let inner = matches!(self.what, What::Vote | What::Guess);
        for asked in keys::asked(ui, inner) {
            self.act(ui, ctx, journey, asked, out);
        }
    }

    fn act(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        journey: Option<JourneyId>,
        asked: Asked,
        out: &mut Vec<UiAction>,
    ) {
        if self.blank {
            // The first key only brings the picture back.
            self.blank = false;
            return;
        }
        let now = ui.input(|i| i.time);
        match asked {
            Asked::Next => self.step(ctx.model, journey, 1),
            Asked::Back => self.step(ctx.model, journey, -1),
            Asked::First => self.step(ctx.model, journey, -10_000),
            Asked::Last => self.step(ctx.model, journey, 10_000),
            Asked::Turn => {
                self.what = if self.what == What::Stage { What::Map } else { What::Stage };
                self.whole.fit();
            }
            Asked::Spotlight => self.spotlight = !self.spotlight,
            Asked::Blank => self.blank = true,
            Asked::Dark => {
                let theme = if ctx.theme.dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                out.push(UiAction::SetTheme(theme));
            }
            Asked::Agenda => self.agenda.toggle(),
            Asked::Timer => self.timer.toggle(ctx.model, now),
            Asked::Capture => self.toggle_capture(),
            Asked::Vote => self.go(ctx.model, journey, What::Vote),
            Asked::Guess => self.go(ctx.model, journey, What::Guess),
            Asked::Lock => self.lock(ctx, out),
            Asked::Leave => self.escape(out),
        }
    }

    /// Opens votes or guesses; the same key closes them again.
    fn go(&mut self, model: &Model, journey: Option<JourneyId>, what: What) {
        let Some(journey) = journey else { return };
        if self.what == what {
            self.what = self.before;
            return;
        }
        if matches!(self.what, What::Map | What::Stage) {
            self.before = self.what;
        }
        self.what = what;
        match what {
            What::Vote => self.voting.enter(model, journey),
            What::Guess => self.guessing.enter(model, journey),
            What::Map | What::Stage => {}
        }
    }

    /// Esc: out of what is innermost.
    fn escape(&mut self, out: &mut Vec<UiAction>) {
        if self.capture.open {
            self.capture.open = false;
        } else if matches!(self.what, What::Vote | What::Guess) {
            self.what = self.before;
        } else {
            self.leave(out);
        }
    }

    fn leave(&mut self, out: &mut Vec<UiAction>) {
        let back = self.from.map_or(Screen::Map, |(screen, _)| screen);
        let back = if back == Screen::Start { Screen::Map } else { back };
        out.push(UiAction::Go(back));
    }

    /// From the whole map to the first stage, and on to the last.
    fn step(&mut self, model: &Model, journey: Option<JourneyId>, by: i64) {
        let Some(journey) = journey else { return };
        if matches!(self.what, What::Vote | What::Guess) {
            self.what = self.before;
            return;
        }
        let stages = model.stages_of(journey);
        let at = stages.iter().position(|s| Some(s.id) == self.stage).unwrap_or(0);
        // 0 is the whole map.
        let at = if self.what == What::Map { 0 } else { at as i64 + 1 };
        let to = (at + by).clamp(0, stages.len() as i64);
        match usize::try_from(to - 1).ok().and_then(|i| stages.get(i)) {
            Some(stage) => self.show_stage(stage.id),
            None => {
                self.what = What::Map;
                self.whole.fit();
            }
        }
    }

    fn show_stage(&mut self, stage: StageId) {
        (self.what, self.stage) = (What::Stage, Some(stage));
        self.capture.follow(stage);
    }

    fn lock(&self, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let stage = self.stage.and_then(|id| ctx.model.stages.get(&id));
        let free = self.what == What::Stage && ctx.why_fixed().is_none();
        if let Some(stage) = stage.filter(|_| free) {
            out.push(stage::lock_stage(stage.id, !stage.locked));
        }
    }
}

/// What is going on, where the names of the stages stand else.
fn title_ui(ui: &Ui, ctx: &Ctx<'_>, big: &Big, key: &'static str) {
    let look = big::Ink::new(big.strong(22.0), ctx.theme.accent);
    let at = big.at(72.0, 58.0);
    let text = ctx.t(key);
    big::line(ui, at, egui::Align2::LEFT_CENTER, &text, look, big.px(900.0));
}
