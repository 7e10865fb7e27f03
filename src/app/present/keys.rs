//! The keys of the present mode: what they ask for, and their list.
//!
//! A key that was taken leaves no letter behind for a field that it opens.

use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::shell::key_cap;
use crate::app::widgets::{Dialog, paint_line};
use egui::{Align2, Event, Key, Modifiers, Sense, Ui, vec2};

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    Next,
    Back,
    First,
    Last,
    Turn,
    Spotlight,
    Blank,
    Dark,
    Agenda,
    Timer,
    Capture,
    Vote,
    Guess,
    Lock,
    Leave,
}

/// A key without modifiers, or with Shift, and what it asks for.
const KEYS: [(Key, bool, Asked); 19] = [
    (Key::ArrowRight, false, Asked::Next),
    (Key::PageDown, false, Asked::Next),
    (Key::Space, false, Asked::Next),
    (Key::ArrowLeft, false, Asked::Back),
    (Key::PageUp, false, Asked::Back),
    (Key::Home, false, Asked::First),
    (Key::End, false, Asked::Last),
    (Key::M, false, Asked::Turn),
    (Key::S, false, Asked::Spotlight),
    (Key::B, false, Asked::Blank),
    (Key::Period, false, Asked::Blank),
    (Key::D, false, Asked::Dark),
    (Key::T, false, Asked::Agenda),
    (Key::T, true, Asked::Timer),
    (Key::Q, false, Asked::Capture),
    (Key::V, false, Asked::Vote),
    (Key::G, false, Asked::Guess),
    (Key::L, false, Asked::Lock),
    (Key::Escape, false, Asked::Leave),
];

/// What votes and guesses do themselves.
const MOVES: [Asked; 4] = [Asked::Next, Asked::Back, Asked::First, Asked::Last];

/// The rows of the list: keys, and the key of what they do.
const LIST: [(&str, &str); 20] = [
    ("→", "present-next"),
    ("←", "present-back"),
    ("M", "present-key-turn"),
    ("S", "present-spotlight"),
    ("B", "present-key-blank"),
    ("D", "present-dark"),
    ("L", "present-key-lock"),
    ("T", "present-timer"),
    ("Shift T", "present-key-timer"),
    ("Q", "present-capture"),
    ("V", "present-vote"),
    ("1 … 8", "present-key-give"),
    ("Shift 1 … 8", "present-key-take"),
    ("C", "present-vote-close"),
    ("G", "present-guess"),
    ("0 … 9  Enter", "present-key-guess"),
    ("R", "present-guess-reveal"),
    ("+  −  0", "present-key-zoom"),
    ("F11", "present-key-full"),
    ("Esc", "present-leave"),
];

/// Takes the keys of this frame that ask for something. With `inner`, arrows, page keys and Space
/// belong to what is shown.
pub fn asked(ui: &Ui, inner: bool) -> Vec<Asked> {
    if ui.ctx().text_edit_focused() {
        return Vec::new();
    }
    // What has the focus takes these keys itself.
    let focus = ui.ctx().memory(|m| m.focused().is_some());
    let mut asked = Vec::new();
    ui.input_mut(|input| {
        let mut taken = false;
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else {
                return true;
            };
            let plain = Modifiers { shift: false, ..*modifiers } == Modifiers::NONE;
            let found = KEYS.iter().find(|(k, shift, _)| k == key && *shift == modifiers.shift);
            let Some((key, _, meant)) = found.filter(|_| plain) else {
                return true;
            };
            let theirs = inner && MOVES.contains(meant);
            if theirs || (focus && *key == Key::Space) {
                return true;
            }
            asked.push(*meant);
            taken = true;
            false
        });
        if taken {
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
    });
    asked
}

/// Shows the list of keys; true when it was closed.
pub fn list_ui(egui: &egui::Context, ctx: &Ctx<'_>) -> bool {
    let (title, close) = (ctx.t("present-keys"), ctx.t("app-close"));
    let room = (egui.content_rect().height() - 120.0).max(160.0);
    let dialog = Dialog::new("present_keys", &title, &close).width(460.0);
    let end = dialog.show(egui, ctx.theme, |ui| {
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            for (keys, text) in LIST {
                let size = vec2(ui.available_width(), 26.0);
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                let text = ctx.t(text);
                let said = format!("{text}: {keys}");
                let role = egui::accesskit::Role::Label;
                response.widget_info(|| egui::WidgetInfo::labeled(role, true, &said));
                let (align, font) = (Align2::LEFT_CENTER, fonts::regular(13.0));
                paint_line(ui, rect.left_center(), align, &text, font, ctx.theme.ink, rect.width());
                key_cap(ui, ctx, rect.right_center() - vec2(12.0, 0.0), keys);
            }
        });
    });
    end.closed
}
