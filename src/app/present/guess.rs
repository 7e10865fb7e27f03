//! Guess, then reveal: participants say what customers answered, and only then see it.
//!
//! Takes the guesses in; how they are drawn is `guess_paint`'s work.

use super::big::{Big, Press};
use super::guess_form::{self, Form};
use super::guess_paint::{self, Shown};
use super::measured::Measured;
use super::vote::{Candidate, Scope, bottom, candidates, digit};
use crate::analysis::guess::guesses;
use crate::app::context::{Ctx, UiAction};
use crate::document::{Command, Document};
use crate::model::{
    GuessId, Item, JourneyId, Message, Model, Round, RoundId, StageId, TouchpointId,
};
use egui::{Event, Key, Modifiers, Ui};

/// Digits of the longest answer that can be typed.
const DIGITS: usize = 6;

/// The rounds of a journey.
#[derive(Default)]
pub struct Guessing {
    round: Option<RoundId>,
    touchpoint: Option<TouchpointId>,
    /// What the present participant typed.
    typed: String,
    measured: Measured,
    pub(super) form: Form,
}

impl Guessing {
    /// Opens on the round that is going on, else on the list of rounds.
    pub fn enter(&mut self, model: &Model, journey: JourneyId) {
        let open = model.rounds.values().find(|r| r.journey == journey && !r.revealed);
        self.round = open.map(|r| r.id);
        self.typed.clear();
        self.form.fresh = true;
    }

    /// Computes what customers said, once it may be shown.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        let round = self.round.and_then(|id| ctx.model.rounds.get(&id));
        self.measured.refresh(ctx, document, round);
    }

    /// The stage of the touchpoint that is guessed.
    #[must_use]
    pub fn stage(&self, model: &Model, journey: JourneyId) -> Option<StageId> {
        self.round.and_then(|id| model.rounds.get(&id))?;
        model.stage_of(journey, self.touchpoint?)
    }

    /// Shows the round that is going on, or the list of all.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, out: &mut Vec<UiAction>) {
        let Some(journey) = ctx.journey() else { return };
        let found = self.round.and_then(|id| ctx.model.rounds.get(&id));
        match found.filter(|r| r.journey == journey) {
            Some(round) => self.round_ui(ui, ctx, big, round, out),
            None => {
                if let Some(round) = self.form.ui(ui, ctx, big, journey, out) {
                    self.round = Some(round);
                    self.typed.clear();
                }
            }
        }
    }

    fn round_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        round: &Round,
        out: &mut Vec<UiAction>,
    ) {
        let all = candidates(ctx.model, round.journey, Scope::Touchpoints);
        let Some(at) = self.turn(ui, &all) else {
            guess_paint::nothing(ui, ctx, big);
            self.list_ui(ui, ctx, big, 0);
            return;
        };
        let Some((candidate, touchpoint)) = all.get(at).zip(self.touchpoint) else {
            return;
        };
        let open = !round.revealed && ctx.why_fixed().is_none();
        if open {
            self.keys(ui, ctx, round, touchpoint, out);
        }
        let counts = guesses(ctx.model, round, touchpoint);
        let shown = Shown {
            round,
            title: &candidate.title,
            counts: &counts,
            typed: &self.typed,
            place: (at + 1, all.len()),
            reading: round.revealed.then(|| self.measured.reading(touchpoint)),
        };
        if let Some(value) = guess_paint::round_ui(ui, ctx, big, &shown, open) {
            add(round, touchpoint, value, out);
        }
        self.buttons(ui, ctx, big, round, out);
    }

    /// Arrow keys lead to the other touchpoints; gives the place of the present one.
    fn turn(&mut self, ui: &mut Ui, all: &[Candidate]) -> Option<usize> {
        let id = |c: &Candidate| match c.item {
            Item::Touchpoint(id) => Some(id),
            Item::Note(_) => None,
        };
        let known = all.iter().position(|c| id(c).is_some() && id(c) == self.touchpoint);
        let mut at = known.unwrap_or(0);
        let pressed = |keys: [Key; 2]| {
            let count = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
            keys.map(count).into_iter().sum::<usize>()
        };
        if !ui.ctx().text_edit_focused() {
            let on = pressed([Key::ArrowRight, Key::ArrowDown]);
            let back = pressed([Key::ArrowLeft, Key::ArrowUp]);
            if on + back > 0 {
                self.typed.clear();
            }
            at = (at + on).saturating_sub(back);
        }
        let at = at.min(all.len().checked_sub(1)?);
        self.touchpoint = all.get(at).and_then(id);
        Some(at)
    }

    /// Digits, Enter, Backspace, R.
    fn keys(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        round: &Round,
        touchpoint: TouchpointId,
        out: &mut Vec<UiAction>,
    ) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let keys: Vec<(Key, Option<Key>)> = ui.input(|i| {
            let one = |event: &Event| match event {
                Event::Key { key, physical_key, pressed: true, modifiers, .. }
                    if !modifiers.command && !modifiers.alt =>
                {
                    Some((*key, *physical_key))
                }
                _ => None,
            };
            i.events.iter().filter_map(one).collect()
        });
        let focus = ui.ctx().memory(|m| m.focused().is_some());
        for (key, physical) in keys {
            match key {
                Key::R => out.push(UiAction::Run(Command::RevealRound { round: round.id })),
                Key::Enter if !focus => self.enter_guess(round, touchpoint, out),
                Key::Backspace if self.typed.pop().is_none() => {
                    out.extend(take_back(ctx.model, round, touchpoint));
                }
                Key::Minus if round.scale.min < 0 && self.typed.is_empty() => self.typed.push('-'),
                _ => {
                    let found = physical.and_then(digit).or_else(|| digit(key));
                    let digit = found.and_then(|d| u32::try_from(d).ok());
                    if self.typed.len() < DIGITS {
                        self.typed.extend(digit.and_then(|d| char::from_digit(d, 10)));
                    }
                }
            }
        }
    }

    /// Takes what is typed as the guess of one participant; the next one can type.
    fn enter_guess(&mut self, round: &Round, touchpoint: TouchpointId, out: &mut Vec<UiAction>) {
        if let Ok(value) = std::mem::take(&mut self.typed).parse() {
            add(round, touchpoint, value, out);
        }
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        round: &Round,
        out: &mut Vec<UiAction>,
    ) {
        let mut slot = 0;
        let free = ctx.why_fixed().is_none();
        if !round.revealed {
            let reveal = Press::new(bottom(big, slot), ctx.t("present-guess-reveal"));
            let reveal = reveal.with_name().icon("visibility").primary().enabled(free);
            if reveal.show(ui, ctx.theme, big) {
                out.push(UiAction::Run(Command::RevealRound { round: round.id }));
            }
            slot += 1;
            let given = self.touchpoint.and_then(|t| take_back(ctx.model, round, t));
            let back = Press::new(bottom(big, slot), ctx.t("present-guess-take-back"));
            let back = back.with_name().icon("undo").enabled(free && given.is_some());
            if back.show(ui, ctx.theme, big) {
                out.extend(given);
            }
            slot += 1;
        }
        self.list_ui(ui, ctx, big, slot);
        if round.revealed {
            let delete = Press::new(bottom(big, slot + 1), ctx.t("present-guess-delete"));
            if delete.with_name().icon("delete").enabled(free).show(ui, ctx.theme, big) {
                out.push(guess_form::delete_round(round));
                self.round = None;
            }
        }
    }

    /// Leads to the list of rounds.
    fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, slot: usize) {
        let list = Press::new(bottom(big, slot), ctx.t("present-guess-all")).with_name();
        if list.icon("psychology").show(ui, ctx.theme, big) {
            self.round = None;
            self.form.fresh = true;
        }
    }
}

/// Notes a guess; one that is not on the scale is told instead.
fn add(round: &Round, touchpoint: TouchpointId, value: i64, out: &mut Vec<UiAction>) {
    let (id, round) = (GuessId::fresh(), round.id);
    out.push(UiAction::Run(Command::AddGuess { id, round, touchpoint, value }));
}

/// Takes the last guess about a touchpoint away.
fn take_back(model: &Model, round: &Round, touchpoint: TouchpointId) -> Option<UiAction> {
    let all = model.guesses.values();
    let last =
        all.filter(|g| g.round == round.id && g.touchpoint == touchpoint).max_by_key(|g| g.id);
    last.map(|g| UiAction::Run(Command::DeleteGuess { guess: g.id }))
}

/// The question that is guessed, in the customers' words where the metric has some.
#[must_use]
pub fn question(ctx: &Ctx<'_>, round: &Round, title: &str) -> String {
    use crate::model::Metric;
    let key = match round.metric {
        Metric::Ces => "present-ask-ces",
        Metric::Nps => "present-ask-nps",
        Metric::Csat => "present-ask-csat",
        Metric::Fcr => "present-ask-fcr",
        Metric::Rating => "present-ask-rating",
    };
    ctx.texts.say(&Message::new(key).with("item", title))
}
