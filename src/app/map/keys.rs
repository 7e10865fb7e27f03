//! What the keys do on the part of the map that has the focus.
//!
//! Moves the focus and selects; what changes the map goes out as an action.

use super::acts;
use super::canvas::{Canvas, Wish};
use super::roving;
use crate::app::context::{Ctx, UiAction};
use crate::render::scene::{Scene, Subject};
use egui::{EventFilter, Key, Modifiers, Response, Ui};

impl Canvas {
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        scene: &Scene,
        subject: Subject,
        response: &Response,
        out: &mut Vec<UiAction>,
    ) {
        self.by_keyboard |= ui.input(|i| !i.keys_down.is_empty());
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            tab: false,
            escape: !self.selection.is_empty(),
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        let pressed: Vec<(Key, Modifiers)> = ui.input(|i| {
            let keys = i.events.iter().filter_map(|event| match event {
                egui::Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
                _ => None,
            });
            keys.collect()
        });
        if let Subject::Cell(..) = subject {
            let text: String = ui.input(|i| {
                let letters = i.events.iter().filter_map(|event| match event {
                    egui::Event::Text(text) => Some(text.as_str()),
                    _ => None,
                });
                letters.collect()
            });
            if !text.trim().is_empty() && ctx.why_fixed().is_none() {
                return self.begin_in(ctx, subject, text);
            }
        }
        for (key, modifiers) in pressed {
            self.key(ctx, scene, subject, key, modifiers, out);
        }
    }

    fn key(
        &mut self,
        ctx: &Ctx<'_>,
        scene: &Scene,
        subject: Subject,
        key: Key,
        modifiers: Modifiers,
        out: &mut Vec<UiAction>,
    ) {
        let fixed = ctx.why_fixed().is_some();
        match key {
            Key::Enter if modifiers.is_none() && !fixed => self.edit_on(ctx, subject),
            Key::F2 if modifiers.is_none() && !fixed => {
                self.begin_in(ctx, subject, String::new());
            }
            Key::Insert | Key::Plus if !fixed => self.begin_beside(ctx, subject),
            Key::Space if modifiers.is_none() && !matches!(subject, Subject::Cell(..)) => {
                self.click(subject, Modifiers::COMMAND);
            }
            Key::Escape => self.select(None),
            Key::F10 if modifiers.shift => self.menu_of = Some(subject),
            _ if modifiers.alt && !fixed => {
                let (right, down) = match key {
                    Key::ArrowLeft => (-1, 0),
                    Key::ArrowRight => (1, 0),
                    Key::ArrowUp => (0, -1),
                    Key::ArrowDown => (0, 1),
                    _ => return,
                };
                if let Some(command) = acts::nudge(ctx.model, subject, right, down) {
                    out.push(UiAction::Run(command));
                    self.wish = Wish { reveal: Some(subject), focus: Some(subject) };
                }
            }
            _ if !modifiers.command && !modifiers.alt => {
                if let Some(next) = roving::next(scene, &self.empty, subject, key) {
                    let card = |s| matches!(s, Subject::Card(_) | Subject::Note(_));
                    if modifiers.shift && card(subject) && card(next) {
                        self.selection.retain(|s| *s != next);
                        if self.selection.is_empty() {
                            self.selection.push(subject);
                        }
                        self.selection.push(next);
                    }
                    self.current = Some(next);
                    self.wish = Wish { reveal: Some(next), focus: Some(next) };
                }
            }
            _ => {}
        }
    }
}
