//! What keys do in the list: the cursor, the selection, commands on what is chosen.
//!
//! Runs before the cells are painted, while one of them has the focus.

use super::acts::{self, Value};
use super::edit::Editing;
use super::rows::{Column, Line, Sort, Words};
use super::{Kind, ListScreen, cell_id};
use crate::app::context::{Ctx, UiAction};
use crate::app::map;
use crate::render::scene::Subject;
use egui::{Event, Key, Modifiers, Ui};

/// Lines that Page Up and Page Down pass over.
const PAGE: usize = 15;

impl ListScreen {
    pub(super) fn keys(&mut self, ui: &Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let id = cell_id(self.cursor.line, self.cursor.column);
        let focused = ui.memory(|m| m.focused()) == Some(id);
        if !focused || self.editing.is_some() || self.menu.is_open() {
            return;
        }
        let events = ui.input(|i| i.events.clone());
        for event in &events {
            match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    self.key(ctx, *key, *modifiers, out);
                }
                Event::Text(text) => self.typed(ctx, text, out),
                _ => {}
            }
        }
        // A letter that began an edit is in the field already.
        if self.editing.is_some() {
            ui.input_mut(|i| i.events.retain(|e| !matches!(e, Event::Text(_))));
        }
    }

    /// Letters: into a text, or a command.
    fn typed(&mut self, ctx: &Ctx<'_>, text: &str, out: &mut Vec<UiAction>) {
        let printable = text.chars().all(|c| !c.is_control() && c != ' ');
        if ctx.why_fixed().is_some() || !printable {
            return;
        }
        if let Some(editing) = &mut self.editing {
            editing.append(text);
            return;
        }
        let Some(line) = self.cursor.line else { return };
        if self.cursor.column.is_text() && !matches!(line, Subject::Stage(_)) {
            self.editing = Editing::typed(ctx, line, self.cursor.column, text);
            return;
        }
        match text {
            "n" | "N" => self.begin(ctx, Kind::Note),
            "a" | "A" => self.begin(ctx, Kind::Touchpoint),
            "t" | "T" => self.toggle(ctx, Column::Moment, out),
            "o" | "O" => {
                self.go(self.cursor.line, Column::Owner);
                self.menu.open_cell();
            }
            _ => {}
        }
    }

    fn key(&mut self, ctx: &Ctx<'_>, key: Key, held: Modifiers, out: &mut Vec<UiAction>) {
        let free = ctx.why_fixed().is_none();
        match key {
            Key::Enter if held.shift && self.cursor.line.is_none() => {
                self.sort(self.cursor.column, true);
            }
            Key::Enter | Key::F2 if held.is_none() => self.activate(ctx, out),
            Key::F10 if held.shift => self.menu.open_line(),
            Key::Space if held.is_none() => self.space(ctx, out),
            Key::Escape => {
                self.selection.clear();
                self.anchor = None;
            }
            Key::A if held.command => self.select_all(),
            Key::D if held.command && free => self.duplicate(out),
            Key::Delete if held.is_none() && free => self.delete(ctx, out),
            Key::ArrowUp | Key::ArrowDown if held.alt && free => {
                self.nudge(ctx, if key == Key::ArrowUp { -1 } else { 1 }, out);
            }
            Key::ArrowUp => self.walk(-1, held.shift),
            Key::ArrowDown => self.walk(1, held.shift),
            Key::PageUp => self.walk(-(PAGE as i64), held.shift),
            Key::PageDown => self.walk(PAGE as i64, held.shift),
            Key::Home if held.command => self.walk(i64::MIN / 2, held.shift),
            Key::End if held.command => self.walk(i64::MAX / 2, held.shift),
            Key::Home => self.aside(i64::MIN / 2),
            Key::End => self.aside(i64::MAX / 2),
            Key::ArrowLeft if !held.alt => self.aside(-1),
            Key::ArrowRight if !held.alt => self.aside(1),
            _ => {}
        }
    }

    /// To another line; with `extend` the selection grows or shrinks.
    fn walk(&mut self, by: i64, extend: bool) {
        let last = i64::try_from(self.lines.len()).unwrap_or(0) - 1;
        let from = self.index_of(self.cursor.line).and_then(|i| i64::try_from(i).ok());
        let to = from.unwrap_or(-1).saturating_add(by);
        // Above the first line are the heads.
        if to < 0 && !extend {
            return self.go(None, self.cursor.column);
        }
        let Ok(to) = usize::try_from(to.clamp(0, last.max(0))) else { return };
        let Some(line) = self.lines.get(to).and_then(|line| line.subject()) else { return };
        if extend {
            let anchor = *self.anchor.get_or_insert(self.cursor.line.unwrap_or(line));
            self.select_to(anchor, line);
        } else {
            self.anchor = None;
        }
        self.go(Some(line), self.cursor.column);
    }

    /// To another column.
    fn aside(&mut self, by: i64) {
        let all = Column::ALL;
        let from = all.iter().position(|c| *c == self.cursor.column).unwrap_or(0);
        let to = i64::try_from(from).unwrap_or(0).saturating_add(by);
        let to = usize::try_from(to.max(0)).unwrap_or(0).min(all.len() - 1);
        self.go(self.cursor.line, all[to]);
    }

    /// Selects the lines from one to another.
    pub(super) fn select_to(&mut self, anchor: Subject, to: Subject) {
        let (Some(a), Some(b)) = (self.index_of(Some(anchor)), self.index_of(Some(to))) else {
            return;
        };
        let range = self.lines.get(a.min(b)..=a.max(b)).unwrap_or_default();
        self.selection = range.iter().filter_map(part).collect();
    }

    fn select_all(&mut self) {
        self.selection = self.lines.iter().filter_map(part).collect();
    }

    fn space(&mut self, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(line) = self.cursor.line else {
            return self.sort(self.cursor.column, false);
        };
        if self.cursor.column.is_switch() {
            return self.activate(ctx, out);
        }
        self.flip(line);
    }

    /// Selects a line, or no longer.
    pub(super) fn flip(&mut self, line: Subject) {
        if matches!(line, Subject::Stage(_)) {
            return;
        }
        match self.selection.iter().position(|s| *s == line) {
            Some(at) => {
                self.selection.remove(at);
            }
            None => self.selection.push(line),
        }
    }

    /// What Enter does in a cell: types, opens a menu, or switches.
    pub(super) fn activate(&mut self, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(line) = self.cursor.line else {
            return self.sort(self.cursor.column, false);
        };
        if self.cursor.column == Column::Score && !matches!(line, Subject::Stage(_)) {
            return out.push(UiAction::Show(line));
        }
        if ctx.why_fixed().is_some() {
            return;
        }
        let column = self.cursor.column;
        if matches!(line, Subject::Stage(_)) || column.is_text() {
            self.editing = Editing::there(ctx, line, column);
        } else if column.is_switch() {
            self.toggle(ctx, column, out);
        } else {
            self.menu.open_cell();
        }
    }

    /// Sorts by a column: up, down, then as the journey goes.
    pub(super) fn sort(&mut self, column: Column, across: bool) {
        let now = self.wanted.sort.filter(|s| s.column == column && s.across == across);
        self.wanted.sort = match now {
            None => Some(Sort { column, down: false, across }),
            Some(sort) if !sort.down => Some(Sort { down: true, ..sort }),
            Some(_) => None,
        };
        self.reveal = true;
    }

    fn toggle(&mut self, ctx: &Ctx<'_>, column: Column, out: &mut Vec<UiAction>) {
        let words = Words { ctx, overlay: None, persona: None };
        let chosen = self.chosen();
        let on = self.cursor.line.and_then(|line| words.is_on(line, column));
        let on = !on.unwrap_or(false);
        let value = if column == Column::Moment { Value::Moment(on) } else { Value::StandsOut(on) };
        out.extend(acts::give(ctx.model, &chosen, &value).map(UiAction::Run));
    }

    pub(super) fn delete(&mut self, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let chosen = self.chosen();
        let next = self.neighbour(&chosen);
        if let Some((command, told)) = map::delete(ctx.model, ctx.texts, &chosen) {
            out.push(UiAction::RunAndTell(command, told));
            self.selection.clear();
            self.go(next, self.cursor.column);
        }
    }

    /// The line that the cursor goes to when some are gone.
    fn neighbour(&self, gone: &[Subject]) -> Option<Subject> {
        let at = self.index_of(self.cursor.line).unwrap_or(0);
        let stays = |line: &&Line| line.subject().is_some_and(|s| !gone.contains(&s));
        let below = self.lines.iter().skip(at).find(stays);
        let above = || self.lines.iter().take(at).rev().find(stays);
        below.or_else(above).and_then(|line| line.subject())
    }

    pub(super) fn duplicate(&mut self, out: &mut Vec<UiAction>) {
        for subject in self.chosen() {
            if let Some((command, copy)) = map::duplicate(subject) {
                out.push(UiAction::Run(command));
                self.go(Some(copy), self.cursor.column);
            }
        }
        self.selection.clear();
    }

    pub(super) fn nudge(&mut self, ctx: &Ctx<'_>, by: i64, out: &mut Vec<UiAction>) {
        let Some(line) = self.cursor.line else { return };
        let (right, down) = if matches!(line, Subject::Stage(_)) { (by, 0) } else { (0, by) };
        if let Some(command) = map::nudge(ctx.model, line, right, down) {
            out.push(UiAction::Run(command));
            self.go(Some(line), self.cursor.column);
        }
    }
}

/// What of a line can be selected.
fn part(line: &Line) -> Option<Subject> {
    match line {
        Line::Part(subject) => Some(*subject),
        Line::Stage(..) | Line::Draft => None,
    }
}
