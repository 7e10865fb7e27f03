//! The page on which a vote or a round of guesses begins: what is typed above, earlier ones below.
//!
//! Knows neither votes nor guesses.

use super::big::{Big, Ink, line};
use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{Button, IconButton, body, label};
use crate::render::icons::Icon;
use egui::{Align2, Rect, ScrollArea, Ui, UiBuilder, pos2};

/// A title and what a group should know; below it `fields`, and `list` as far as it fits.
pub(super) fn page<T>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    (title, about): (&'static str, &'static str),
    state: &mut T,
    fields: impl FnOnce(&mut Ui, &mut T),
    list: impl FnOnce(&mut Ui, &mut T),
) {
    let look = Ink::new(big.strong(58.0), ctx.theme.ink);
    let inside = big.inside();
    let width = inside.width() - big.px(150.0);
    line(ui, big.at(72.0, 140.0), Align2::LEFT_CENTER, &ctx.t(title), look, width);
    let bottom = big.whole.bottom() - big.px(92.0);
    let top_left = pos2(inside.left(), big.at(0.0, 200.0).y);
    let place = Rect::from_min_max(top_left, pos2(inside.right(), bottom));
    ui.scope_builder(UiBuilder::new().max_rect(place).id_salt(title), |ui| {
        body(ui, ctx.theme, ctx.t(about));
        ui.add_space(8.0);
        fields(ui, state);
        ui.add_space(12.0);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| list(ui, state));
    });
}

/// One that there was, in words.
pub(super) struct Line<'a> {
    /// Its own name.
    pub name: &'a str,
    /// What became of it.
    pub about: String,
    /// The keys of what its buttons are called.
    pub show: &'static str,
    /// As `show`, of the button that takes it away.
    pub delete: &'static str,
}

/// What was pressed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Pressed {
    Show,
    Delete,
}

/// The heading above the earlier ones.
pub(super) fn heading(ui: &mut Ui, ctx: &Ctx<'_>, key: &'static str) {
    label(ui, ctx.t(key), fonts::strong(14.0), ctx.theme.ink2);
}

/// One line of the list.
pub(super) fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, of: Line<'_>) -> Option<Pressed> {
    let mut pressed = None;
    ui.horizontal(|ui| {
        let show = Button::quiet(of.name).name(ctx.t1(of.show, "name", of.name));
        if show.show(ui, ctx.theme).clicked() {
            pressed = Some(Pressed::Show);
        }
        body(ui, ctx.theme, of.about);
        let delete = IconButton::new(Icon::of("delete"), ctx.t1(of.delete, "name", of.name));
        if delete.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            pressed = Some(Pressed::Delete);
        }
    });
    pressed
}
