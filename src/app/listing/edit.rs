//! Typing in a cell of the list: a name, tags, or the name of something new.
//!
//! Enter keeps and goes down, Tab keeps and goes on, Esc drops; what is kept is one command.

use super::rows::{Column, Words};
use super::{Kind, ListScreen, acts};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::map::{self, Draft};
use crate::model::Message;
use crate::render::scene::Subject;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Key, Margin, Rect, Stroke, StrokeKind, TextEdit, Ui, vec2};

/// What is being typed.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Editing {
    what: What,
    text: String,
    begun: bool,
    /// Whether a letter began it, so that the cursor goes behind that.
    by_letter: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum What {
    There(Subject, Column),
    New(Draft, Kind, Option<Subject>),
}

impl Editing {
    /// Something new, below a line.
    pub fn new(draft: Draft, kind: Kind, near: Option<Subject>) -> Self {
        let what = What::New(draft, kind, near);
        Self { what, text: String::new(), begun: false, by_letter: false }
    }

    /// What a cell says.
    pub fn there(ctx: &Ctx<'_>, line: Subject, column: Column) -> Option<Self> {
        let column = if matches!(line, Subject::Stage(_)) { Column::Title } else { column };
        let words = Words { ctx, overlay: None, persona: None };
        if column == Column::Tags {
            words.item(line)?;
        }
        let text = words.cell(line, column);
        Some(Self { what: What::There(line, column), text, begun: false, by_letter: false })
    }

    /// The same, with a letter in the place of what it says.
    pub fn typed(ctx: &Ctx<'_>, line: Subject, column: Column, letter: &str) -> Option<Self> {
        let there = Self::there(ctx, line, column)?;
        Some(Self { text: letter.to_owned(), by_letter: true, ..there })
    }

    /// More letters of the same frame.
    pub fn append(&mut self, letters: &str) {
        self.text.push_str(letters);
    }

    /// Something new: the line it stands below, if any.
    pub fn below(&self) -> Option<Option<Subject>> {
        match self.what {
            What::New(_, _, near) => Some(near),
            What::There(..) => None,
        }
    }

    /// Whether it is the text of that cell.
    pub fn is_at(&self, line: Option<Subject>, column: Column) -> bool {
        match (self.what, line) {
            (What::There(at, in_column), Some(line)) => at == line && in_column == column,
            (What::New(..), None) => column == Column::Title,
            _ => false,
        }
    }

    fn name(&self, ctx: &Ctx<'_>) -> String {
        match self.what {
            What::There(line, Column::Tags) => {
                let name = map::title(ctx.model, ctx.texts, line);
                ctx.t1("list-tags-of", "name", name)
            }
            What::There(line, _) => {
                let name = map::title(ctx.model, ctx.texts, line);
                ctx.texts.say(&Message::new("canvas-edit-field").with("name", name))
            }
            What::New(_, Kind::Touchpoint, _) => ctx.t("canvas-new-touchpoint-field"),
            What::New(_, Kind::Step, _) => ctx.t("canvas-new-step-field"),
            What::New(_, Kind::Note, _) => ctx.t("canvas-new-note-field"),
            What::New(_, Kind::Stage, _) => ctx.t("canvas-new-stage-field"),
        }
    }
}

impl ListScreen {
    /// The field in its cell.
    pub(super) fn edit_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        cell: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let Some(mut editing) = self.editing.take() else { return };
        let pressed = |key: Key| ui.input(|i| i.key_pressed(key));
        let tabbed = ui.input(|i| {
            let tab = |e: &Event| {
                matches!(e, Event::Key { key: Key::Tab, pressed: true, modifiers, .. }
                    if modifiers.is_none())
            };
            i.events.iter().any(tab)
        });
        let (entered, escaped) = (pressed(Key::Enter), pressed(Key::Escape));
        let id = Id::unique("list_edit");
        let response = field(ui, ctx, id, cell, &mut editing);
        if !editing.begun {
            response.request_focus();
            select(ui, id, &editing);
            editing.begun = true;
            self.editing = Some(editing);
            ui.ctx().request_repaint();
            return;
        }
        if escaped {
            return self.leave(&editing);
        }
        if response.lost_focus() || !response.has_focus() {
            return self.keep(ctx, &editing, entered, tabbed, out);
        }
        self.editing = Some(editing);
    }

    /// Back to the cell, without a change.
    fn leave(&mut self, editing: &Editing) {
        match editing.what {
            What::There(line, column) => self.go(Some(line), column),
            What::New(..) => self.go(self.cursor.line, self.cursor.column),
        }
        self.place_draft();
    }

    fn keep(
        &mut self,
        ctx: &Ctx<'_>,
        editing: &Editing,
        entered: bool,
        tabbed: bool,
        out: &mut Vec<UiAction>,
    ) {
        match editing.what {
            What::There(line, Column::Tags) => {
                out.extend(acts::tag(ctx.model, line, &editing.text).map(UiAction::Run));
                self.go_on(line, Column::Tags, entered, tabbed);
            }
            What::There(line, column) => {
                let command = map::rename(ctx.model, ctx.texts, line, &editing.text);
                out.extend(command.map(UiAction::Run));
                self.go_on(line, column, entered, tabbed);
            }
            What::New(draft, kind, _) => {
                if let Some((command, subject)) = draft.adds(&editing.text) {
                    out.push(UiAction::Run(command));
                    self.cursor.column = Column::Title;
                    self.wanted.filter.clear();
                    self.next = tabbed.then_some((kind, subject));
                    self.go(Some(subject), Column::Title);
                } else if entered {
                    self.go(self.cursor.line, self.cursor.column);
                }
                self.place_draft();
            }
        }
    }

    /// Enter goes on in row order, Tab to the next column.
    fn go_on(&mut self, line: Subject, column: Column, entered: bool, tabbed: bool) {
        if tabbed {
            let all = Column::ALL;
            let next = all.iter().skip_while(|c| **c != column).nth(1).copied();
            return self.go(Some(line), next.unwrap_or(column));
        }
        if entered {
            let below = self.index_of(Some(line)).and_then(|at| self.lines.get(at + 1));
            let below = below.and_then(|l| l.subject());
            self.go(Some(below.unwrap_or(line)), column);
        }
    }
}

fn field(ui: &mut Ui, ctx: &Ctx<'_>, id: Id, cell: Rect, editing: &mut Editing) -> egui::Response {
    let theme = ctx.theme;
    let name = editing.name(ctx);
    let lines = editing.text.lines().count().clamp(1, 6);
    let frame = Rect::from_min_size(
        cell.min + vec2(2.0, 2.0),
        vec2(cell.width() - 4.0, cell.height() - 4.0 + 17.0 * (lines - 1) as f32),
    );
    ui.painter().rect_filled(frame, 5.0, theme.field);
    let inner = frame.shrink2(vec2(6.0, 3.0));
    let edit = if lines > 1 {
        TextEdit::multiline(&mut editing.text)
            .desired_rows(lines)
            .return_key(egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::Enter))
    } else {
        TextEdit::singleline(&mut editing.text)
    };
    let edit = edit
        .id(id)
        .font(fonts::regular(13.0))
        .text_color(theme.ink)
        .hint_text(egui::RichText::new(&name).color(theme.ink3).font(fonts::regular(13.0)))
        .frame(egui::Frame::new().inner_margin(Margin::same(0)))
        .desired_width(inner.width())
        .align(egui::Align2::LEFT_CENTER)
        .min_size(inner.size());
    let response = ui.put(inner, edit).accessible_name(&name);
    ui.painter().rect_stroke(frame, 5.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    if lines > 1 && response.has_focus() && ui.input(|i| plain_enter(&i.events)) {
        response.surrender_focus();
    }
    response
}

fn plain_enter(events: &[Event]) -> bool {
    events.iter().any(|e| {
        matches!(e, Event::Key { key: Key::Enter, pressed: true, modifiers, .. }
            if modifiers.is_none())
    })
}

fn select(ui: &Ui, id: Id, editing: &Editing) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(editing.text.chars().count());
    let from = if editing.by_letter { end } else { CCursor::new(0) };
    state.cursor.set_char_range(Some(CCursorRange::two(from, end)));
    state.store(ui.ctx(), id);
}
