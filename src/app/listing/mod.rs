//! The list view: the same journey as a table, for keyboard and screen reader.
//!
//! Reads a `Ctx` and pushes `UiAction`s; holds only where the cursor stands and what is typed.

/// Commands for many lines.
mod acts;
/// Cells as they are painted.
mod cells;
/// Typing in a cell.
mod edit;
/// What keys do.
mod keys;
/// The lanes of the journey, to add, name, move, show, delete.
mod lanes;
/// Menus of cells and lines.
mod menus;
/// Which lines there are.
mod rows;
/// Heads and lines on screen.
mod table;
/// The row above the table.
mod tools;

use super::context::{Ctx, UiAction};
use super::derived::Derived;
use super::map;
use super::people::People;
use super::theme::Depth;
use super::widgets::empty_state;
use crate::document::Document;
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use edit::Editing;
use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};
pub use lanes::Lanes;
use menus::OpenMenu;
use rows::{Column, Line, Wanted};

/// Inset of the table from the edges of its part of the window.
pub(super) const INSET: f32 = 16.0;

/// What the lines were made from.
#[derive(Clone, PartialEq)]
struct Key {
    revision: u64,
    overlay: u64,
    journey: crate::model::JourneyId,
    lang: crate::text::Lang,
    wanted: Wanted,
}

/// The cell that Tab leads to: a head when there is no line.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Cursor {
    line: Option<Subject>,
    column: Column,
}

/// The kinds of things that can be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Touchpoint,
    Step,
    Note,
    Stage,
}

/// What the screen remembers between frames.
pub struct ListScreen {
    derived: Derived,
    key: Option<Key>,
    lines: Vec<Line>,
    wanted: Wanted,
    cursor: Cursor,
    /// Where extending the selection began.
    anchor: Option<Subject>,
    selection: Vec<Subject>,
    editing: Option<Editing>,
    /// What is added next, behind what was just added.
    next: Option<(Kind, Subject)>,
    menu: OpenMenu,
    /// Whether the cursor's line is to be scrolled into view, and the cell focused.
    reveal: bool,
    focus: bool,
    people: People,
    lanes: lanes::Lanes,
}

impl Default for ListScreen {
    fn default() -> Self {
        Self {
            derived: Derived::default(),
            key: None,
            lines: Vec::new(),
            wanted: Wanted::default(),
            cursor: Cursor { line: None, column: Column::Title },
            anchor: None,
            selection: Vec::new(),
            editing: None,
            next: None,
            menu: OpenMenu::default(),
            reveal: false,
            focus: false,
            people: People::default(),
            lanes: lanes::Lanes::default(),
        }
    }
}

impl ListScreen {
    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        let Some(journey) = ctx.journey() else {
            self.lines.clear();
            return;
        };
        self.derived.refresh_scores(ctx, document);
        if let Some((kind, near)) = self.next.take_if(|(_, s)| map::exists(ctx.model, *s)) {
            self.cursor.line = Some(near);
            self.begin(ctx, kind);
        }
        let key = Key {
            revision: ctx.revision,
            overlay: self.derived.overlay_revision(),
            journey,
            lang: ctx.texts.lang(),
            wanted: self.wanted.clone(),
        };
        if self.key.as_ref() != Some(&key) {
            let overlay = self.derived.overlay.as_deref();
            self.lines = rows::lines(ctx, overlay, journey, &self.wanted);
            self.key = Some(key);
        }
        self.place_draft();
        self.keep_cursor(ctx);
    }

    /// Whether letters go into a cell, so that they are no commands.
    #[must_use]
    pub fn takes_letters(&self, egui: &egui::Context) -> bool {
        let focused = egui.memory(|m| m.focused());
        self.cursor.column.is_text()
            && self.cursor.line.is_some()
            && focused == Some(cell_id(self.cursor.line, self.cursor.column))
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let tools = Rect::from_min_size(
            whole.min + vec2(12.0, 8.0),
            vec2(whole.width() - 24.0 - (INSET - 12.0), 28.0),
        );
        self.tools_ui(ui, ctx, tools, out);
        let sheet = Rect::from_min_max(
            pos2(whole.left() + INSET, tools.bottom() + 12.0),
            whole.max - vec2(INSET, INSET),
        );
        ui.painter().add(ctx.theme.shadow_of(Depth::Sheet).as_shape(sheet, 12.0));
        ui.painter().rect_filled(sheet, 12.0, ctx.theme.sheet);
        let none = ctx.journey().is_none_or(|j| ctx.model.stages_of(j).is_empty());
        if none && self.editing.is_none() {
            self.empty_ui(ui, ctx, sheet);
        } else {
            self.keys(ui, ctx, out);
            self.table_ui(ui, ctx, sheet, out);
        }
        self.people.ui(ui.ctx(), ctx, out);
        self.lanes.ui(ui.ctx(), ctx, out);
    }

    fn empty_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, sheet: Rect) {
        let place = Rect::from_min_max(pos2(sheet.left(), sheet.top() + 80.0), sheet.max);
        let builder = UiBuilder::new().max_rect(place).id_salt("list_empty");
        ui.scope_builder(builder, |ui| {
            let (title, text) = (ctx.t("map-blank-title"), ctx.t("map-blank-text"));
            let add = ctx.t("canvas-add-stage");
            let button = ctx.why_fixed().is_none().then_some((&*add, Some(Icon::of("add"))));
            if empty_state(ui, ctx.theme, Icon::of("flag"), &title, &text, button) {
                self.begin(ctx, Kind::Stage);
            }
        });
    }

    /// Begins to name something new, below the cursor.
    fn begin(&mut self, ctx: &Ctx<'_>, kind: Kind) {
        let Some(journey) = ctx.journey() else { return };
        let (model, near) = (ctx.model, self.cursor.line);
        let draft = match kind {
            Kind::Touchpoint => map::new_touchpoint(model, journey, near),
            Kind::Step => map::new_step(model, journey, near),
            Kind::Note => map::new_note(model, journey, near),
            Kind::Stage => Some(map::new_stage(model, journey, near)),
        };
        if let Some(draft) = draft {
            self.editing = Some(Editing::new(draft, kind, near));
            self.reveal = true;
            self.place_draft();
        }
    }

    /// Keeps one line for what is being named, below the line it was asked for at.
    fn place_draft(&mut self) {
        self.lines.retain(|line| *line != Line::Draft);
        let Some(near) = self.editing.as_ref().and_then(Editing::below) else {
            return;
        };
        let at = near.and_then(|s| self.lines.iter().position(|l| l.subject() == Some(s)));
        let at = at.map_or(self.lines.len(), |at| at + 1);
        self.lines.insert(at, Line::Draft);
    }

    /// The cursor stays on a line that is shown.
    fn keep_cursor(&mut self, ctx: &Ctx<'_>) {
        self.selection.retain(|s| map::exists(ctx.model, *s));
        let there = |s: Subject| self.lines.iter().any(|l| l.subject() == Some(s));
        let Some(at) = self.cursor.line else { return };
        if !there(at) && !map::exists(ctx.model, at) {
            self.cursor.line = self.lines.iter().find_map(|l| l.subject());
        }
    }

    /// The lines a change is about: the selection when the cursor is in it, else its own line.
    fn chosen(&self) -> Vec<Subject> {
        match self.cursor.line {
            Some(at) if self.selection.contains(&at) => self.selection.clone(),
            Some(at) => vec![at],
            None => self.selection.clone(),
        }
    }

    fn index_of(&self, subject: Option<Subject>) -> Option<usize> {
        let subject = subject?;
        self.lines.iter().position(|line| line.subject() == Some(subject))
    }

    /// Puts the cursor on a cell, with the focus.
    fn go(&mut self, line: Option<Subject>, column: Column) {
        self.cursor = Cursor { line, column };
        (self.reveal, self.focus) = (true, true);
    }
}

/// The identity of a cell's widget.
fn cell_id(line: Option<Subject>, column: Column) -> Id {
    // The head of a stage is one cell.
    let column = if matches!(line, Some(Subject::Stage(_))) { Column::Title } else { column };
    Id::unique(("list", line, column))
}
