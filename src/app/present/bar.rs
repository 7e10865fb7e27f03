//! The bar at the bottom: shown for some seconds after the pointer moved or Tab was pressed.
//!
//! Says what was pressed; what that does is the screen's business.

use super::big::{Big, Ink, Press, line};
use crate::app::context::Ctx;
use crate::app::theme::Depth;
use egui::{Align2, Key, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use std::time::Duration;

/// Seconds that the bar stays.
const STAYS: f64 = 3.0;

/// What the bar leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// What comes before.
    Back,
    /// What comes next.
    Next,
    /// The whole map, or the stage.
    Turn,
    /// The agenda and the timer.
    Agenda,
    /// The light that follows the pointer.
    Spotlight,
    /// Quick capture.
    Capture,
    /// Dot votes.
    Vote,
    /// Guess, then reveal.
    Guess,
    /// Light or dark.
    Dark,
    /// The list of keys.
    Keys,
    /// Out of presenting.
    Leave,
}

/// What the bar shows beside its buttons.
pub struct Shown<'a> {
    /// What is presented: a stage, the whole map, a vote.
    pub phase: &'a str,
    /// The time that is left, if an item is timed.
    pub time: Option<&'a str>,
    /// Whether the pointer lights a circle.
    pub spotlight: bool,
}

/// When the bar was last wanted.
#[derive(Default)]
pub struct Bar {
    wanted: Option<f64>,
    /// Where the pointer was last seen.
    pointer: Option<egui::Pos2>,
}

impl Bar {
    /// Shows the bar from now on, for its time.
    pub fn wake(&mut self, now: f64) {
        self.wanted = Some(now);
    }

    /// Whether it is shown now; asks for the frame in which it goes.
    fn is_shown(&mut self, ui: &Ui, now: f64) -> bool {
        let pointer = ui.input(|i| i.pointer.latest_pos());
        let moved = pointer.is_some() && pointer != self.pointer;
        self.pointer = pointer;
        if moved || ui.input(|i| i.key_pressed(Key::Tab)) {
            self.wanted = Some(now);
        }
        let Some(since) = self.wanted else {
            return false;
        };
        let rest = since + STAYS - now;
        if rest > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(rest + 0.02));
        }
        rest > 0.0
    }

    /// Shows the bar while it is wanted; gives what was pressed.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown<'_>) -> Option<Wish> {
        let now = ui.input(|i| i.time);
        if !self.is_shown(ui, now) {
            return None;
        }
        let side = big.px(56.0).max(34.0);
        let gap = big.px(6.0).max(3.0);
        let phase = big.px(230.0).max(120.0);
        let time = big.px(110.0).max(64.0);
        let width = 9.0 * (side + gap) + phase + time + 5.0 * gap;
        let height = side + 4.0 * gap;
        let bottom = big.whole.bottom() - big.px(14.0);
        let place = Rect::from_min_size(
            pos2(big.whole.center().x - width / 2.0, bottom - height),
            vec2(width, height),
        );
        let shadow = ctx.theme.shadow_of(Depth::Menu);
        ui.painter().add(shadow.as_shape(place, 14.0));
        let stroke = Stroke::new(1.0, ctx.theme.line2);
        ui.painter().rect(place, 14.0, ctx.theme.panel, stroke, StrokeKind::Inside);
        let mut row = Row { x: place.left() + 2.0 * gap, y: place.center().y, side, gap };
        let mut wish = None;
        row.icon(ui, ctx, big, ("arrow_back", "present-back", Wish::Back), false, &mut wish);
        let name = ctx.t1("present-phase", "phase", shown.phase);
        if Press::new(row.next(phase), name).text(shown.phase).show(ui, ctx.theme, big) {
            wish = Some(Wish::Turn);
        }
        let next = ("arrow_forward", "present-next", Wish::Next);
        row.icon(ui, ctx, big, next, false, &mut wish);
        let timer = Press::new(row.next(time), ctx.t("present-timer")).icon("timer");
        let timer = match shown.time {
            Some(time) => timer.text(time),
            None => timer,
        };
        if timer.show(ui, ctx.theme, big) {
            wish = Some(Wish::Agenda);
        }
        for (parts, on) in [
            (("highlight", "present-spotlight", Wish::Spotlight), shown.spotlight),
            (("edit", "present-capture", Wish::Capture), false),
            (("how_to_vote", "present-vote", Wish::Vote), false),
            (("psychology", "present-guess", Wish::Guess), false),
            (("dark_mode", "present-dark", Wish::Dark), ctx.theme.dark),
            (("keyboard", "present-keys", Wish::Keys), false),
            (("fullscreen_exit", "present-leave", Wish::Leave), false),
        ] {
            row.icon(ui, ctx, big, parts, on, &mut wish);
        }
        if wish.is_some() {
            self.wanted = Some(now);
        }
        wish
    }
}

/// Places beside each other.
struct Row {
    x: f32,
    y: f32,
    side: f32,
    gap: f32,
}

impl Row {
    /// The next place of a width.
    fn next(&mut self, width: f32) -> Rect {
        let place =
            Rect::from_min_size(pos2(self.x, self.y - self.side / 2.0), vec2(width, self.side));
        self.x += width + self.gap;
        place
    }

    fn icon(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        big: &Big,
        (icon, key, meant): (&'static str, &'static str, Wish),
        on: bool,
        wish: &mut Option<Wish>,
    ) {
        let press = Press::new(self.next(self.side), ctx.t(key)).icon(icon).on(on);
        if press.show(ui, ctx.theme, big) {
            *wish = Some(meant);
        }
    }
}

/// Says quietly how to leave and to get help, in the corner, while nothing else does.
pub fn hint(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big) {
    let look = Ink::new(big.regular(22.0), ctx.theme.ink3);
    let at = pos2(big.whole.center().x, big.whole.center().y);
    line(ui, at, Align2::CENTER_CENTER, &ctx.t("present-no-map"), look, big.px(1200.0));
}
