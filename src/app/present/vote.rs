//! Dot votes for a group: big cards that take dots, and what came of it once the vote is closed.
//!
//! While a vote is open no dot of any card is shown, painted or said: only what is left to give.

use super::big::{Big, Ink, Press, block, fitting, line};
use super::vote_form::{Form, Wish};
use crate::app::context::{Ctx, UiAction};
use crate::document::Command;
use crate::model::{Ballot, BallotId, Item, JourneyId, LaneId, LaneKind, Message, Model};
use egui::{Align2, Event, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// Cards on a page, four in a row.
pub const PAGE: usize = 8;
const ACROSS: usize = 4;

/// What can be voted on.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Scope {
    /// The touchpoints of the journey.
    #[default]
    Touchpoints,
    /// The notes of a lane.
    Lane(LaneId),
}

/// Something that takes dots.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// What it is.
    pub item: Item,
    /// What it says.
    pub title: String,
}

/// The votes of a journey.
#[derive(Default)]
pub struct Voting {
    ballot: Option<BallotId>,
    scope: Scope,
    page: usize,
    pub(super) form: Form,
}

/// What can be voted on, in the order of the map, each once.
#[must_use]
pub fn candidates(model: &Model, journey: JourneyId, scope: Scope) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    match scope {
        Scope::Touchpoints => {
            for placement in model.placements_of(journey) {
                let item = Item::Touchpoint(placement.touchpoint);
                let known = all.iter().any(|c| c.item == item);
                if let Some(touchpoint) = model.touchpoint_of(placement.id).filter(|_| !known) {
                    all.push(Candidate { item, title: touchpoint.title.clone() });
                }
            }
        }
        Scope::Lane(lane) => {
            for stage in model.stages_of(journey) {
                for note in model.notes_in(stage.id, lane) {
                    all.push(Candidate { item: Item::Note(note.id), title: note.text.clone() });
                }
            }
        }
    }
    all
}

/// The dots of a ballot on one thing.
fn dots(model: &Model, ballot: BallotId, item: Item) -> i64 {
    model.votes.values().find(|v| v.ballot == ballot && v.item == item).map_or(0, |v| v.dots)
}

/// The dots that are still to be given.
#[must_use]
pub fn left(model: &Model, ballot: &Ballot) -> i64 {
    let given = model.votes.values().filter(|v| v.ballot == ballot.id).map(|v| v.dots);
    ballot.dots * ballot.heads - given.sum::<i64>()
}

/// What came of a closed ballot: everything that has dots, most dots first.
#[must_use]
pub fn outcome(model: &Model, ballot: &Ballot) -> Vec<(Candidate, i64)> {
    let mut scopes = vec![Scope::Touchpoints];
    let lanes = model.lanes_of(ballot.journey);
    scopes.extend(lanes.iter().filter(|l| l.kind.holds_notes()).map(|l| Scope::Lane(l.id)));
    let mut all: Vec<_> = scopes
        .into_iter()
        .flat_map(|scope| candidates(model, ballot.journey, scope))
        .map(|c| (dots(model, ballot.id, c.item), c))
        .filter(|(dots, _)| *dots > 0)
        .map(|(dots, candidate)| (candidate, dots))
        .collect();
    all.sort_by_key(|(_, dots)| std::cmp::Reverse(*dots));
    all
}

impl Voting {
    /// Opens on the vote that is going on, else on the list of votes.
    pub fn enter(&mut self, model: &Model, journey: JourneyId) {
        let open = model.ballots.values().find(|b| b.journey == journey && !b.closed);
        self.ballot = open.map(|b| b.id);
        self.page = 0;
        self.form.fresh = true;
        self.scope = open.map_or(self.scope, |ballot| scope_of(model, ballot));
        if let Scope::Lane(lane) = self.scope {
            let here = model.lanes.get(&lane).is_some_and(|l| l.journey == journey);
            self.scope = if here { self.scope } else { Scope::Touchpoints };
        }
    }

    /// Shows the vote that is going on, the closed one that was chosen, or the list of all.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, out: &mut Vec<UiAction>) {
        let Some(journey) = ctx.journey() else { return };
        let found = self.ballot.and_then(|id| ctx.model.ballots.get(&id));
        match found.filter(|b| b.journey == journey) {
            Some(ballot) if ballot.closed => self.outcome_ui(ui, ctx, big, ballot, out),
            Some(ballot) => self.table_ui(ui, ctx, big, ballot, out),
            None => {
                let wish = self.form.ui(ui, ctx, big, journey, &mut self.scope, out);
                match wish {
                    Some(Wish::Show(ballot)) => {
                        (self.ballot, self.page) = (Some(ballot), 0);
                        if let Some(ballot) = ctx.model.ballots.get(&ballot) {
                            self.scope = scope_of(ctx.model, ballot);
                        }
                    }
                    Some(Wish::Begun(ballot)) => (self.ballot, self.page) = (Some(ballot), 0),
                    None => {}
                }
            }
        }
    }

    /// Name, people and dots a head; then what is left.
    fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, ballot: &Ballot) {
        let inside = big.inside();
        let width = inside.width() - big.px(150.0);
        let look = Ink::new(big.strong(58.0), ctx.theme.ink);
        let at = big.at(72.0, 140.0);
        line(ui, at, Align2::LEFT_CENTER, &ballot.name, look, width);
        let message = Message::new("present-vote-budget")
            .with("heads", ballot.heads)
            .with("dots", ballot.dots);
        let look = Ink::new(big.regular(26.0), ctx.theme.ink2);
        let text = ctx.texts.say(&message);
        line(ui, big.at(72.0, 204.0), Align2::LEFT_CENTER, &text, look, width);
    }

    fn table_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        ballot: &Ballot,
        out: &mut Vec<UiAction>,
    ) {
        Self::head_ui(ui, ctx, big, ballot);
        let message = Message::new("present-vote-left")
            .with("left", left(ctx.model, ballot))
            .with("all", ballot.dots * ballot.heads);
        let look = Ink::new(big.strong(32.0), ctx.theme.accent);
        let text = ctx.texts.say(&message);
        let right = big.inside().right();
        let width = big.px(560.0);
        let at = pos2(right, big.at(0.0, 204.0).y);
        line(ui, at, Align2::RIGHT_CENTER, &text, look, width);
        let all = candidates(ctx.model, ballot.journey, self.scope);
        self.turn(ui, all.len());
        if all.is_empty() {
            let look = Ink::new(big.regular(26.0), ctx.theme.ink2);
            let text = ctx.t("present-vote-nothing");
            line(ui, big.at(72.0, 300.0), Align2::LEFT_CENTER, &text, look, width * 2.0);
        }
        let shown: Vec<_> = all.iter().skip(self.page * PAGE).take(PAGE).collect();
        if ctx.why_fixed().is_none() {
            keys(ui, ctx, ballot, &shown, out);
        }
        for (index, candidate) in shown.iter().enumerate() {
            let place = place(big, index);
            ui.painter().rect_filled(place, big.px(14.0), ctx.theme.lane);
            let by = card_ui(ui, ctx, big, (place, index), candidate);
            vote(ctx, ballot, candidate.item, by, out);
        }
        self.pages_ui(ui, ctx, big, all.len());
        let end = bottom(big, 0);
        let close = Press::new(end, ctx.t("present-vote-close")).with_name().icon("done_all");
        if close.primary().enabled(ctx.why_fixed().is_none()).show(ui, ctx.theme, big) {
            out.push(UiAction::Run(Command::CloseBallot { ballot: ballot.id, closed: true }));
            self.page = 0;
        }
        self.list_ui(ui, ctx, big, 1);
    }

    fn outcome_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        ballot: &Ballot,
        out: &mut Vec<UiAction>,
    ) {
        Self::head_ui(ui, ctx, big, ballot);
        let all = outcome(ctx.model, ballot);
        self.turn(ui, all.len());
        let most = all.first().map_or(1, |(_, dots)| *dots);
        if all.is_empty() {
            let look = Ink::new(big.regular(26.0), ctx.theme.ink2);
            let (text, width) = (ctx.t("present-vote-none"), big.px(1200.0));
            line(ui, big.at(72.0, 300.0), Align2::LEFT_CENTER, &text, look, width);
        }
        for (index, (candidate, dots)) in all.iter().skip(self.page * PAGE).take(PAGE).enumerate() {
            outcome_card(ui, ctx, big, place(big, index), candidate, (*dots, *dots == most));
        }
        self.pages_ui(ui, ctx, big, all.len());
        let free = ctx.why_fixed().is_none();
        let again = Press::new(bottom(big, 0), ctx.t("present-vote-reopen")).with_name();
        if again.icon("replay").enabled(free).show(ui, ctx.theme, big) {
            out.push(UiAction::Run(Command::CloseBallot { ballot: ballot.id, closed: false }));
            self.page = 0;
        }
        self.list_ui(ui, ctx, big, 1);
        let delete = Press::new(bottom(big, 2), ctx.t("present-vote-delete")).with_name();
        if delete.icon("delete").enabled(free).show(ui, ctx.theme, big) {
            out.push(delete_ballot(ballot));
            self.ballot = None;
        }
    }

    /// Leads to the list of votes.
    fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, slot: usize) {
        let list = Press::new(bottom(big, slot), ctx.t("present-vote-all")).with_name();
        if list.icon("how_to_vote").show(ui, ctx.theme, big) {
            self.ballot = None;
            self.form.fresh = true;
        }
    }

    /// Arrow keys turn pages.
    fn turn(&mut self, ui: &mut Ui, count: usize) {
        let last = count.saturating_sub(1) / PAGE;
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        self.page = (self.page + pressed(Key::ArrowRight)).saturating_sub(pressed(Key::ArrowLeft));
        self.page = self.page.min(last);
    }

    fn pages_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, count: usize) {
        let pages = count.div_ceil(PAGE);
        if pages < 2 {
            return;
        }
        let y = bottom(big, 0).center().y;
        let right = big.inside().right();
        let size = vec2(big.px(56.0).max(36.0), bottom(big, 0).height());
        let before = Rect::from_center_size(pos2(right - big.px(230.0), y), size);
        let after = Rect::from_center_size(pos2(right - size.x / 2.0, y), size);
        let icon = Press::new(before, ctx.t("present-page-before")).icon("chevron_left");
        if icon.enabled(self.page > 0).show(ui, ctx.theme, big) {
            self.page -= 1;
        }
        let icon = Press::new(after, ctx.t("present-page-after")).icon("chevron_right");
        if icon.enabled(self.page + 1 < pages).show(ui, ctx.theme, big) {
            self.page += 1;
        }
        let message = Message::new("present-page").with("page", self.page + 1).with("of", pages);
        let look = Ink::new(big.regular(22.0), ctx.theme.ink2);
        let at = before.center().lerp(after.center(), 0.5);
        line(ui, at, Align2::CENTER_CENTER, &ctx.texts.say(&message), look, big.px(120.0));
    }
}

/// Takes a vote away, which can be undone.
pub(super) fn delete_ballot(ballot: &Ballot) -> UiAction {
    let told = Message::new("present-vote-deleted").with("name", ballot.name.as_str());
    UiAction::RunAndTell(Command::DeleteBallot { ballot: ballot.id }, told)
}

/// On what the first dots of a ballot were given; touchpoints where there are none yet.
fn scope_of(model: &Model, ballot: &Ballot) -> Scope {
    let first = model.votes.values().find(|v| v.ballot == ballot.id);
    match first.map(|v| v.item) {
        Some(Item::Note(id)) => {
            model.notes.get(&id).map_or(Scope::Touchpoints, |n| Scope::Lane(n.lane))
        }
        _ => Scope::Touchpoints,
    }
}

/// The lanes whose notes can be voted on.
pub(super) fn lanes(model: &Model, journey: JourneyId) -> Vec<(LaneId, LaneKind)> {
    let all = model.lanes_of(journey);
    all.iter().filter(|l| l.kind.holds_notes()).map(|l| (l.id, l.kind)).collect()
}

/// Where a card of the page stands.
fn place(big: &Big, index: usize) -> Rect {
    let (column, row) = ((index % ACROSS) as f32, (index / ACROSS) as f32);
    let gap = big.px(20.0);
    let inside = big.inside();
    let width = (inside.width() - gap * (ACROSS as f32 - 1.0)) / ACROSS as f32;
    let top = big.at(0.0, 250.0).y;
    let height = (bottom(big, 0).top() - top - 2.0 * gap) / 2.0;
    let at = pos2(inside.left() + column * (width + gap), top + row * (height + gap));
    Rect::from_min_size(at, vec2(width, height))
}

/// Where a button of the last row stands.
pub(super) fn bottom(big: &Big, slot: usize) -> Rect {
    let (width, height) = (big.px(270.0), big.px(56.0).max(36.0));
    let y = big.whole.bottom() - big.px(104.0) - height;
    let x = big.inside().left() + slot as f32 * (width + big.px(16.0));
    Rect::from_min_size(pos2(x, y), vec2(width, height))
}

/// A card that takes dots; gives the dots given by a click.
fn card_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    (place, index): (Rect, usize),
    candidate: &Candidate,
) -> i64 {
    let pad = big.px(22.0);
    let badge = pos2(place.right() - pad - big.px(14.0), place.top() + pad + big.px(14.0));
    ui.painter().circle_filled(badge, big.px(22.0).max(13.0), ctx.theme.hover);
    let digit = ctx.texts.int(index as i64 + 1);
    ui.painter().text(badge, Align2::CENTER_CENTER, digit, big.strong(22.0), ctx.theme.ink3);
    let text = Rect::from_min_max(
        place.min + vec2(pad, pad),
        pos2(badge.x - big.px(32.0), place.bottom() - big.px(80.0)),
    );
    let look = Ink::new(fitting(ui, big, &candidate.title, text.width()), ctx.theme.ink);
    let rows = ((text.height() / (look.font.size * 1.3)) as usize).max(1);
    block(ui, text, &candidate.title, look, rows);
    let free = ctx.why_fixed().is_none();
    let size = vec2((place.width() - 3.0 * pad) / 2.0, big.px(52.0).max(30.0));
    let at = pos2(place.left() + pad, place.bottom() - pad - size.y);
    let name = ctx.t1("present-vote-take", "item", candidate.title.as_str());
    let take = Press::new(Rect::from_min_size(at, size), name).icon("remove").enabled(free);
    if take.show(ui, ctx.theme, big) {
        return -1;
    }
    let at = pos2(at.x + size.x + pad, at.y);
    let name = ctx.t1("present-vote-give", "item", candidate.title.as_str());
    let give = Press::new(Rect::from_min_size(at, size), name).icon("add").enabled(free);
    i64::from(give.show(ui, ctx.theme, big))
}

/// Gives dots, or takes one back. Taking from a card without dots does nothing, so that it tells
/// nobody that the card has none.
fn vote(ctx: &Ctx<'_>, ballot: &Ballot, item: Item, by: i64, out: &mut Vec<UiAction>) {
    let waiting = out
        .iter()
        .filter(|a| matches!(a, UiAction::Run(Command::Vote { item: i, .. }) if *i == item));
    let none = dots(ctx.model, ballot.id, item) == 0 && waiting.count() == 0;
    if by != 0 && !(by < 0 && none) {
        out.push(UiAction::Run(Command::Vote { ballot: ballot.id, item, dots: by }));
    }
}

/// Digit keys give a dot to the card with that number, with Shift they take one back; C closes.
fn keys(ui: &Ui, ctx: &Ctx<'_>, ballot: &Ballot, shown: &[&Candidate], out: &mut Vec<UiAction>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let pressed: Vec<(usize, i64)> = ui.input(|i| {
        let one = |event: &Event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. }
                if !modifiers.command && !modifiers.alt =>
            {
                let digit = physical_key.and_then(digit).or_else(|| digit(*key))?;
                Some((digit, if modifiers.shift { -1 } else { 1 }))
            }
            _ => None,
        };
        i.events.iter().filter_map(one).collect()
    });
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::C)) {
        out.push(UiAction::Run(Command::CloseBallot { ballot: ballot.id, closed: true }));
    }
    for (digit, by) in pressed {
        if let Some(candidate) = digit.checked_sub(1).and_then(|at| shown.get(at)) {
            vote(ctx, ballot, candidate.item, by, out);
        }
    }
}

/// The digit of a key.
#[must_use]
pub fn digit(key: Key) -> Option<usize> {
    const DIGITS: [Key; 10] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    DIGITS.iter().position(|d| *d == key)
}

/// What came of one card: its dots, as a number and one by one.
fn outcome_card(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    place: Rect,
    candidate: &Candidate,
    (dots, first): (i64, bool),
) {
    let theme = ctx.theme;
    let (fill, ink) = if first { (theme.tint, theme.accent) } else { (theme.lane, theme.ink2) };
    ui.painter().rect_filled(place, big.px(14.0), fill);
    if first {
        let stroke = Stroke::new(big.px(3.0).max(2.0), theme.accent);
        ui.painter().rect_stroke(place, big.px(14.0), stroke, StrokeKind::Inside);
    }
    let pad = big.px(22.0);
    let number = ctx.texts.int(dots);
    let at = pos2(place.right() - pad, place.top() + pad + big.px(18.0));
    let font = big.strong(44.0);
    let width = ui.painter().text(at, Align2::RIGHT_CENTER, &number, font, ink).width();
    let text = Rect::from_min_max(
        place.min + vec2(pad, pad),
        pos2(place.right() - 1.5 * pad - width, place.bottom() - pad),
    );
    let look = Ink::new(fitting(ui, big, &candidate.title, text.width()), theme.ink);
    let taken = super::big::height(ui, text.width(), &candidate.title, look.font.clone(), 3);
    let message =
        Message::new("present-vote-dots").with("item", candidate.title.as_str()).with("dots", dots);
    super::big::say(ui, place, &ctx.texts.say(&message));
    let mut job =
        egui::text::LayoutJob::simple(candidate.title.clone(), look.font, look.color, text.width());
    job.wrap.max_rows = 3;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(text.min, galley, theme.ink);
    let color = if first { theme.accent } else { theme.edge };
    let top = text.top() + taken + big.px(24.0);
    paint_dots(
        ui,
        big,
        Rect::from_min_max(pos2(text.left(), top), place.max - vec2(pad, pad)),
        dots,
        color,
    );
}

/// The dots one by one; a bar where there are more than fit.
fn paint_dots(ui: &Ui, big: &Big, place: Rect, dots: i64, color: egui::Color32) {
    let pitch = big.px(24.5);
    let across = (place.width() / pitch).floor().max(1.0) as i64;
    let rows = ((place.height() + big.px(6.0)) / big.px(28.0)).floor().max(1.0) as i64;
    if dots > across * rows {
        let bar = Rect::from_min_size(place.min, vec2(place.width(), big.px(18.0)));
        ui.painter().rect_filled(bar, big.px(9.0), color);
        return;
    }
    for i in 0..dots {
        let (column, row) = ((i % across) as f32, (i / across) as f32);
        let center = place.min + vec2((column + 0.5) * pitch, (row + 0.5) * big.px(28.0));
        ui.painter().circle_filled(center, big.px(9.2), color);
    }
}
