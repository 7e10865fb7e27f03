//! Messages at the bottom: at most three, the newest below; errors stay until closed.
//!
//! Holds what to show and for how long; what an action does is the caller's business.

use super::{label, paint_icon};
use crate::app::fonts;
use crate::app::theme::{Depth, Theme};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Area, Id, Margin, Order, Sense, Stroke, Ui, WidgetInfo, vec2};
use std::time::Duration;

/// What a message is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToastKind {
    /// Done.
    Done,
    /// Refused or failed; stays until closed.
    Error,
}

/// A message, with at most one action.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast<A> {
    /// What it is about.
    pub kind: ToastKind,
    /// What it says.
    pub text: crate::model::Message,
    /// Key of the action's text, and the action.
    pub action: Option<(&'static str, A)>,
}

impl<A> Toast<A> {
    /// Something was done.
    pub fn done(text: crate::model::Message) -> Self {
        Self { kind: ToastKind::Done, text, action: None }
    }

    /// Something was refused or failed.
    pub fn error(text: crate::model::Message) -> Self {
        Self { kind: ToastKind::Error, text, action: None }
    }

    /// With an action.
    #[must_use]
    pub fn with_action(mut self, key: &'static str, action: A) -> Self {
        self.action = Some((key, action));
        self
    }
}

struct Shown<A> {
    toast: Toast<A>,
    /// When it goes, in seconds of the context's clock; set at its first frame.
    until: Option<f64>,
    number: u64,
}

/// The messages on screen.
pub struct Toasts<A> {
    shown: Vec<Shown<A>>,
    next: u64,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self { shown: Vec::new(), next: 0 }
    }
}

/// Seconds a message stays.
const STAYS: f64 = 6.0;

/// Most messages at once.
const MOST: usize = 3;

impl<A: Clone> Toasts<A> {
    /// Adds a message; the oldest one goes when there are more than three.
    pub fn push(&mut self, toast: Toast<A>) {
        self.shown.retain(|s| s.toast.text != toast.text);
        self.next += 1;
        self.shown.push(Shown { toast, until: None, number: self.next });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// The messages on screen, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Toast<A>> {
        self.shown.iter().map(|s| &s.toast)
    }

    /// Shows the messages; gives the action that was pressed.
    pub fn show(&mut self, ui: &Ui, theme: &Theme, texts: &crate::text::Texts) -> Option<A> {
        let now = ui.input(|i| i.time);
        for shown in &mut self.shown {
            if shown.toast.kind == ToastKind::Done {
                shown.until.get_or_insert(now + STAYS);
            }
        }
        self.shown.retain(|s| s.until.is_none_or(|until| now < until));
        if let Some(next) = self.shown.iter().filter_map(|s| s.until).reduce(f64::min) {
            ui.ctx().request_repaint_after(Duration::from_secs_f64((next - now).max(0.02)));
        }
        let mut pressed = None;
        let mut closed = None;
        let mut below = 24.0;
        for shown in self.shown.iter().rev() {
            let id = Id::unique(("toast", shown.number));
            let area = Area::new(id)
                .order(Order::Foreground)
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -below))
                .show(ui.ctx(), |ui| one(ui, theme, texts, &shown.toast));
            below += area.response.rect.height() + 8.0;
            match area.inner {
                Some(Press::Action) => {
                    pressed = shown.toast.action.clone().map(|(_, action)| action);
                    closed = Some(shown.number);
                }
                Some(Press::Close) => closed = Some(shown.number),
                None => {}
            }
        }
        self.shown.retain(|s| Some(s.number) != closed);
        pressed
    }
}

enum Press {
    Action,
    Close,
}

fn one<A>(
    ui: &mut Ui,
    theme: &Theme,
    texts: &crate::text::Texts,
    toast: &Toast<A>,
) -> Option<Press> {
    let error = toast.kind == ToastKind::Error;
    let (fill, edge, ink) = if error {
        (theme.panel, theme.err, theme.ink)
    } else {
        (theme.tooltip, theme.tooltip, theme.on_tooltip)
    };
    let mut press = None;
    let frame = egui::Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(12, 10))
        .shadow(theme.shadow_of(Depth::Menu));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 24.0), Sense::hover());
            let (icon, color) =
                if error { ("error", theme.err) } else { ("check_circle", theme.tooltip_ok) };
            paint_icon(ui.painter(), rect.center(), Icon::of(icon), 17.0, color);
            let words = texts.say(&toast.text);
            let width = super::text_width(ui, &words, &fonts::regular(13.0)).min(420.0);
            ui.allocate_ui(vec2(width + 1.0, 24.0), |ui| {
                ui.set_max_width(width + 1.0);
                label(ui, words, fonts::regular(13.0), ink);
            });
            if let Some((key, _)) = &toast.action
                && link(ui, theme, &texts.get(key), error)
            {
                press = Some(Press::Action);
            }
            if error {
                let name = texts.get("app-close-message");
                let cross = super::IconButton::new(Icon::of("close"), name).size(24.0).glyph(15.0);
                if cross.show(ui, theme).clicked() {
                    press = Some(Press::Close);
                }
            }
        });
    });
    press
}

fn link(ui: &mut Ui, theme: &Theme, text: &str, error: bool) -> bool {
    let font = fonts::strong(13.0);
    let width = super::text_width(ui, text, &font);
    let (rect, response) = ui.allocate_exact_size(vec2(width + 8.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let color = if error { theme.accent } else { theme.tooltip_link };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, color);
    if response.has_focus() {
        super::ring(ui, rect, 4.0, color);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
