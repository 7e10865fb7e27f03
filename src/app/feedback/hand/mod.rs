//! The form for feedback that someone enters by hand: an interview, a complaint, a form on paper.
//!
//! Keeps what is typed until it is saved, also while it is closed; saving is an action.

/// What is being entered.
mod draft;
/// The scores and the questions they answer.
mod scores;
/// What kind of feedback it is, of which survey, when and about what.
mod whose;

use crate::app::context::{Ctx, UiAction};
use crate::app::days;
use crate::app::fonts;
use crate::app::widgets::{Button, Dialog, Field, caption, label, paint_icon};
use crate::model::{HandKind, Message, SurveyId};
use crate::render::icons::Icon;
use draft::{Draft, Part, Problems};
use egui::{Key, Modifiers, Response, ScrollArea, Sense, Ui, vec2};

/// Widths of the dialog and of its left column, and the gap beside that.
const WIDTH: f32 = 840.0;
const LEFT: f32 = 270.0;
const GAP: f32 = 24.0;
/// Room for the scroll bar.
const SCROLL: f32 = 18.0;
/// What the dialog needs besides the part that scrolls.
const AROUND: f32 = 250.0;

/// Where the keys go when the form is shown next.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Focus {
    /// To what was said, or to the first score.
    First,
    /// To a part of the form.
    Part(Part),
}

/// What the form remembers between frames.
#[derive(Default)]
pub struct HandForm {
    open: bool,
    draft: Draft,
    focus: Option<Focus>,
    /// Whether saving was tried, so that what is wrong shows.
    tried: bool,
    /// Why the document did not take it.
    refused: Option<Message>,
    /// Responses saved since the form was opened.
    saved: usize,
}

impl HandForm {
    /// Opens the form with what was typed before.
    pub fn open(&mut self, ctx: &Ctx<'_>) {
        if self.draft.is_blank() {
            self.draft.day = days::typed(ctx, days::today());
        }
        (self.open, self.focus, self.saved) = (true, Some(Focus::First), 0);
        (self.tried, self.refused) = (false, None);
    }

    /// Whether it is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What was typed is in the document, in that survey.
    pub fn taken(&mut self, survey: Option<SurveyId>, pile: bool) {
        self.draft.go_on(survey, pile);
        (self.open, self.focus) = (pile, Some(Focus::First));
        (self.tried, self.refused) = (false, None);
        self.saved += 1;
    }

    /// The document did not take it.
    pub fn refuse(&mut self, why: Message) {
        self.refused = Some(why);
    }

    /// Shows the form while it is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        if !self.open {
            return;
        }
        // The keys with more modifiers first: they are the others too.
        let pressed = |keys| egui.input_mut(|i| i.consume_key(keys, Key::Enter));
        let next = pressed(Modifiers::COMMAND | Modifiers::SHIFT);
        let save = pressed(Modifiers::COMMAND);
        if (next || save) && ctx.why_fixed().is_none() {
            self.save(ctx, next, out);
        }
        let (title, close) = (ctx.t("hand-title"), ctx.t("hand-close"));
        let window = egui.content_rect();
        let width = WIDTH.min(window.width() - 96.0);
        let dialog = Dialog::new("by_hand", &title, &close).width(width);
        let end = dialog.show(egui, ctx.theme, |ui| {
            let room = (window.height() - AROUND).max(160.0);
            let area = ScrollArea::vertical().id_salt("hand_form").max_height(room);
            let area = area.min_scrolled_height(room).auto_shrink([false, true]);
            area.show(ui, |ui| self.columns_ui(ui, ctx, width));
            ui.add_space(10.0);
            self.foot_ui(ui, ctx, out);
        });
        if end.closed {
            self.open = false;
        }
    }

    fn save(&mut self, ctx: &Ctx<'_>, next: bool, out: &mut Vec<UiAction>) {
        match self.draft.entry(ctx.model, &usual_name(ctx, self.draft.kind), days::today()) {
            Ok(entry) => out.push(UiAction::EnterFeedback(Box::new(entry), next)),
            Err(problems) => {
                self.focus = problems.keys().next().map(|part| Focus::Part(*part));
                self.tried = true;
            }
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, width: f32) {
        let problems = self.problems(ctx);
        let right = width - LEFT - GAP - SCROLL;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.vertical(|ui| {
                ui.set_width(LEFT);
                ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
                self.whose_ui(ui, ctx, &problems);
            });
            ui.vertical(|ui| {
                ui.set_width(right);
                ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
                // On paper the scores come first; who talks begins with words.
                if self.scores_first(ctx) {
                    self.scores_ui(ui, ctx, &problems);
                    self.text_ui(ui, ctx, &problems);
                } else {
                    self.text_ui(ui, ctx, &problems);
                    self.scores_ui(ui, ctx, &problems);
                }
            });
        });
    }

    /// What is wrong, once saving was tried.
    fn problems(&self, ctx: &Ctx<'_>) -> Problems {
        if !self.tried {
            return Problems::new();
        }
        let usual = usual_name(ctx, self.draft.kind);
        self.draft.entry(ctx.model, &usual, days::today()).err().unwrap_or_default()
    }

    fn scores_first(&self, ctx: &Ctx<'_>) -> bool {
        self.draft.kind == HandKind::Paper && !self.questions(ctx).is_empty()
    }

    fn text_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, problems: &Problems) {
        let first = self.focus == Some(Focus::First) && !self.scores_first(ctx);
        let field = Field::new(&mut self.draft.text, ctx.t("hand-text")).labelled().rows(7);
        let field = field.hint(ctx.t(text_hint(self.draft.kind)));
        let field = field.error(told(ctx, problems, Part::Text)).width(ui.available_width());
        let response = field.show(ui, ctx.theme);
        self.take_focus(&response, Part::Text, first);
        if response.changed() {
            self.refused = None;
        }
    }

    /// Gives a field the focus when it is its turn.
    fn take_focus(&mut self, response: &Response, part: Part, first: bool) {
        if first || self.focus == Some(Focus::Part(part)) {
            self.focus = None;
            response.request_focus();
            response.scroll_to_me(None);
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        self.end_ui(ui, ctx, out);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let save = Button::primary(ctx.t("hand-save")).disabled_because(ctx.why_fixed());
            if save.show(ui, ctx.theme).clicked() {
                self.save(ctx, false, out);
            }
            let next = Button::new(ctx.t("hand-save-next")).disabled_because(ctx.why_fixed());
            if next.show(ui, ctx.theme).clicked() {
                self.save(ctx, true, out);
            }
            let keys = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
            caption(ui, ctx.theme, ctx.t1("hand-keys", "command", keys));
        });
    }

    /// How the last saving ended.
    fn end_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let theme = ctx.theme;
        if let Some(why) = &self.refused {
            label(ui, ctx.texts.say(why), fonts::regular(12.5), theme.err);
            return;
        }
        if self.saved == 0 {
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let (icon, _) = ui.allocate_exact_size(vec2(18.0, 28.0), Sense::hover());
            paint_icon(ui.painter(), icon.center(), Icon::of("check"), 16.0, theme.ok);
            let text = ctx.t1("hand-saved-so-far", "count", self.saved);
            label(ui, text, fonts::regular(12.5), theme.ok);
            let undo = Button::quiet(ctx.t("hand-undo-last")).small().icon(Icon::of("undo"));
            if undo.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                out.push(UiAction::Undo);
                self.saved -= 1;
            }
        });
    }
}

/// What is wrong with a part, in words.
fn told(ctx: &Ctx<'_>, problems: &Problems, part: Part) -> Option<String> {
    problems.get(&part).map(|message| ctx.texts.say(message))
}

/// Name of a kind of feedback.
pub(super) fn kind_name(ctx: &Ctx<'_>, kind: HandKind) -> String {
    ctx.t(kind_key(kind))
}

/// Key of that name.
pub(super) fn kind_key(kind: HandKind) -> &'static str {
    match kind {
        HandKind::Interview => "hand-kind-interview",
        HandKind::Complaint => "hand-kind-complaint",
        HandKind::Paper => "hand-kind-paper",
        HandKind::Other => "hand-kind-other",
    }
}

/// What a survey of that kind is called, unless someone calls it otherwise.
fn usual_name(ctx: &Ctx<'_>, kind: HandKind) -> String {
    ctx.t(match kind {
        HandKind::Interview => "hand-usual-interview",
        HandKind::Complaint => "hand-usual-complaint",
        HandKind::Paper => "hand-usual-paper",
        HandKind::Other => "hand-usual-other",
    })
}

fn text_hint(kind: HandKind) -> &'static str {
    match kind {
        HandKind::Interview => "hand-text-interview",
        HandKind::Complaint => "hand-text-complaint",
        HandKind::Paper | HandKind::Other => "hand-text-paper",
    }
}
