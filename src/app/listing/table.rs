//! The table on screen: heads, and only those lines that show.
//!
//! One tab stop: the cell under the cursor. The other cells are named for screen readers.

use super::rows::{Column, Line, Words, persona};
use super::{ListScreen, cell_id, cells};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{paint_icon, paint_line, tip};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::{Action, Role};
use egui::{
    Align2, EventFilter, Id, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// Height of the heads and of a line.
const HEAD: f32 = 42.0;
const ROW: f32 = 30.0;

/// Usual widths of the columns behind the title, in the order of `Column::ALL`.
const WIDTHS: [f32; 12] =
    [100.0, 96.0, 126.0, 84.0, 122.0, 70.0, 42.0, 42.0, 88.0, 84.0, 42.0, 96.0];
/// Least width of the title.
const TITLE: f32 = 250.0;
/// Inset of the first column.
const LEFT: f32 = 12.0;

/// Left edges of the columns, and the right edge of the last one.
fn edges(sheet: Rect) -> [f32; 14] {
    let room = sheet.width() - 2.0 * LEFT;
    let wanted: f32 = WIDTHS.iter().sum();
    let scale = ((room - TITLE) / wanted).clamp(0.5, 1.0);
    let mut edges = [sheet.left() + LEFT; 14];
    let mut x = sheet.right() - LEFT - wanted * scale;
    for (edge, width) in edges.iter_mut().skip(1).zip(WIDTHS) {
        *edge = x;
        x += width * scale;
    }
    edges[13] = sheet.right() - LEFT;
    edges
}

impl ListScreen {
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        sheet: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let edges = edges(sheet);
        let head = sheet.with_max_y(sheet.top() + HEAD);
        self.heads_ui(ui, ctx, head, &edges);
        ui.painter().hline(sheet.x_range(), head.bottom(), Stroke::new(1.0, ctx.theme.line2));
        let body = Rect::from_min_max(pos2(sheet.left(), head.bottom() + 1.0), sheet.max);
        if self.lines.is_empty() {
            let at = pos2(body.center().x, body.top() + 60.0);
            let font = fonts::regular(13.0);
            let text = ctx.t1("list-nothing-found", "term", self.wanted.filter.as_str());
            ui.painter().text(at, Align2::CENTER_CENTER, text, font, ctx.theme.ink3);
            return;
        }
        let builder = UiBuilder::new().max_rect(body).id_salt("list_body");
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(body.shrink2(vec2(0.0, 2.0)).intersect(ui.clip_rect()));
            let mut area = ScrollArea::vertical().id_salt("list_lines").auto_shrink(false);
            if let Some(offset) = self.wanted_offset(ui, body.height()) {
                area = area.vertical_scroll_offset(offset);
            }
            let shown = area.show_viewport(ui, |ui, seen| {
                self.lines_ui(ui, ctx, seen, &edges, out);
            });
            ui.data_mut(|d| {
                d.insert_temp(Id::unique("list_offset"), shown.state.clamped_offset().y)
            });
        });
    }

    /// Where to scroll, so that the cursor's line shows.
    fn wanted_offset(&mut self, ui: &Ui, height: f32) -> Option<f32> {
        if !std::mem::take(&mut self.reveal) {
            return None;
        }
        let draft = self.lines.iter().position(|l| *l == Line::Draft);
        let at = draft.or_else(|| self.index_of(self.cursor.line))?;
        let now: f32 = ui.data(|d| d.get_temp(Id::unique("list_offset"))).unwrap_or(0.0);
        let (top, bottom) = (at as f32 * ROW, (at + 1) as f32 * ROW + 8.0);
        if top < now {
            Some((top - ROW).max(0.0))
        } else if bottom > now + height {
            Some(bottom - height)
        } else {
            None
        }
    }

    fn heads_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, head: Rect, edges: &[f32; 14]) {
        let theme = ctx.theme;
        for (column, ends) in Column::ALL.into_iter().zip(edges.windows(2)) {
            let place = Rect::from_x_y_ranges(ends[0]..=ends[1], head.y_range());
            let sorted = self.wanted.sort.filter(|s| s.column == column);
            let title = ctx.t(column.key());
            let spoken = match sorted {
                None => title.clone(),
                Some(s) if s.down => ctx.t1("list-sorted-down", "column", title.as_str()),
                Some(_) => ctx.t1("list-sorted-up", "column", title.as_str()),
            };
            let response = self.cell(ui, None, column, place, Role::ColumnHeader, &spoken);
            let ink = if sorted.is_some() { theme.accent } else { theme.ink2 };
            if response.hovered() {
                ui.painter().rect_filled(place.shrink2(vec2(0.0, 7.0)), 6.0, theme.hover);
            }
            let icon = match column {
                Column::Moment => Some("star"),
                Column::StandsOut => Some("trophy"),
                Column::Hue => Some("palette"),
                _ => None,
            };
            let y = place.center().y;
            let mut right = place.left() + 10.0;
            if let Some(icon) = icon {
                let at = pos2(place.left() + 16.0, y);
                paint_icon(ui.painter(), at, Icon::of(icon), 16.0, ink);
                right = place.left() + 26.0;
            } else {
                let room = place.width() - 12.0 - if sorted.is_some() { 14.0 } else { 0.0 };
                let at = pos2(place.left() + 8.0, y);
                let font = fonts::strong(12.0);
                right = paint_line(ui, at, Align2::LEFT_CENTER, &title, font, ink, room)
                    .right()
                    .max(right);
            }
            if let Some(sort) = sorted {
                let icon = if sort.down { "arrow_downward" } else { "arrow_upward" };
                let at = pos2(right + 8.0, y);
                paint_icon(ui.painter(), at, Icon::of(icon), 13.0, ink);
            }
            self.ring(ui, ctx, None, column, place.shrink2(vec2(1.0, 6.0)), &response);
            let clicked = response.clicked() && !keyed(ui);
            tip(response, theme, &title);
            if clicked {
                let across = ui.input(|i| i.modifiers.shift);
                self.sort(column, across);
                self.go(None, column);
            }
        }
    }

    fn lines_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        seen: Rect,
        edges: &[f32; 14],
        out: &mut Vec<UiAction>,
    ) {
        let count = self.lines.len();
        ui.set_height(count as f32 * ROW + 8.0);
        let top = ui.max_rect().top();
        let first = ((seen.top() / ROW).floor().max(0.0) as usize).min(count);
        let last = ((seen.bottom() / ROW).ceil().max(0.0) as usize + 1).min(count);
        let cursor = self.index_of(self.cursor.line);
        // The cell with the focus stays, though it is scrolled out of view.
        let away = cursor.filter(|at| !(first..last).contains(at));
        let derived = std::mem::take(&mut self.derived);
        let journey = ctx.journey();
        let persona = journey.and_then(|j| persona(ctx.model, j));
        let words = Words { ctx, overlay: derived.overlay.as_deref(), persona };
        for index in (first..last).chain(away) {
            let Some(line) = self.lines.get(index).copied() else { continue };
            let y = top + index as f32 * ROW;
            let place = Rect::from_x_y_ranges(edges[0]..=edges[13], y..=y + ROW);
            match line {
                Line::Stage(stage, parts) => {
                    self.stage_ui(ui, &words, stage, parts, place, edges, out);
                }
                Line::Part(subject) => self.part_ui(ui, &words, subject, place, edges, out),
                Line::Draft => {
                    let cell = place.with_max_x(edges[1]);
                    ui.painter().rect_filled(place, 0.0, ctx.theme.tint);
                    self.edit_ui(ui, ctx, cell, out);
                }
            }
        }
        self.derived = derived;
    }

    #[expect(clippy::too_many_arguments, reason = "a line, its place, and what it says")]
    fn stage_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words<'_, '_>,
        stage: crate::model::StageId,
        parts: usize,
        place: Rect,
        edges: &[f32; 14],
        out: &mut Vec<UiAction>,
    ) {
        let (ctx, theme) = (words.ctx, words.ctx.theme);
        let subject = Subject::Stage(stage);
        let name = words.cell(subject, Column::Title);
        let wide = place.expand2(vec2(LEFT, 0.0));
        ui.painter().rect_filled(wide, 0.0, theme.lane);
        ui.painter().hline(wide.x_range(), place.bottom() - 0.5, theme.hairline());
        let spoken = crate::model::Message::new("list-stage-of")
            .with("name", name.as_str())
            .with("count", parts);
        let spoken = ctx.texts.say(&spoken);
        let response = self.cell(ui, Some(subject), self.cursor.column, place, Role::Row, &spoken);
        let y = place.center().y;
        let at = pos2(place.left() + 16.0, y);
        paint_icon(ui.painter(), at, Icon::of("flag"), 15.0, theme.ink3);
        let at = pos2(place.left() + 32.0, y);
        let left = Align2::LEFT_CENTER;
        let room = edges[4] - at.x;
        let end = paint_line(ui, at, left, &name, fonts::strong(12.5), theme.ink, room).right();
        let count = ctx.texts.int(i64::try_from(parts).unwrap_or(0));
        ui.painter().text(pos2(end + 8.0, y), left, count, fonts::regular(11.5), theme.ink3);
        let score = Rect::from_x_y_ranges(edges[12]..=edges[13], place.y_range());
        cells::score(ui, words, subject, score);
        if self.editing.as_ref().is_some_and(|e| e.is_at(Some(subject), Column::Title)) {
            let cell = Rect::from_x_y_ranges(place.left() + 24.0..=edges[1], place.y_range());
            self.edit_ui(ui, ctx, cell, out);
        }
        self.ring(ui, ctx, Some(subject), self.cursor.column, place.shrink(1.0), &response);
        self.answer(ui, ctx, subject, self.cursor.column, &response, out);
    }

    fn part_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words<'_, '_>,
        subject: Subject,
        place: Rect,
        edges: &[f32; 14],
        out: &mut Vec<UiAction>,
    ) {
        let (ctx, theme) = (words.ctx, words.ctx.theme);
        let wide = place.expand2(vec2(LEFT, 0.0));
        let selected = self.selection.contains(&subject);
        let current = self.cursor.line == Some(subject);
        let hovered = ui.rect_contains_pointer(wide);
        if selected {
            ui.painter().rect_filled(wide, 0.0, theme.tint);
        } else if current || hovered {
            ui.painter().rect_filled(wide, 0.0, theme.hover);
        }
        ui.painter().hline(wide.x_range(), place.bottom() - 0.5, theme.hairline());
        let title = words.cell(subject, Column::Title);
        for (column, ends) in Column::ALL.into_iter().zip(edges.windows(2)) {
            let cell = Rect::from_x_y_ranges(ends[0]..=ends[1], place.y_range());
            let said = cells::spoken(words, subject, column, &title, selected);
            let response = self.cell(ui, Some(subject), column, cell, Role::Cell, &said);
            if self.editing.as_ref().is_some_and(|e| e.is_at(Some(subject), column)) {
                self.edit_ui(ui, ctx, cell, out);
                continue;
            }
            cells::paint(ui, words, subject, column, cell, response.hovered());
            self.ring(ui, ctx, Some(subject), column, cell.shrink(1.0), &response);
            self.answer(ui, ctx, subject, column, &response, out);
            if response.hovered() && cells::is_cut(ui, words, subject, column, cell) {
                tip(response, theme, &words.cell(subject, column));
            }
        }
    }

    /// The widget of a cell: named, and focusable when the cursor stands in it.
    fn cell(
        &mut self,
        ui: &Ui,
        line: Option<Subject>,
        column: Column,
        place: Rect,
        role: Role,
        spoken: &str,
    ) -> Response {
        let id = cell_id(line, column);
        let here = self.cursor.line == line
            && (self.cursor.column == column || matches!(line, Some(Subject::Stage(_))));
        let mut sense = Sense::CLICK;
        if here {
            sense |= Sense::FOCUSABLE;
        }
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Focus)) {
            self.go(line, column);
            sense |= Sense::FOCUSABLE;
        }
        if here && self.menu.takes_focus() {
            // The next thing that can have the focus is the menu's first item.
            ui.memory_mut(|m| m.move_focus(egui::FocusDirection::Next));
        }
        let response = ui.interact(place, id, sense);
        if here && std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        let chosen = line.is_some_and(|line| self.selection.contains(&line));
        response.widget_info(|| WidgetInfo::selected(role, true, chosen, spoken));
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Focus));
        if response.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                tab: false,
                escape: !self.selection.is_empty(),
            };
            ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
        }
        response
    }

    fn ring(
        &self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        line: Option<Subject>,
        column: Column,
        place: Rect,
        response: &Response,
    ) {
        let here = self.cursor.line == line && self.cursor.column == column;
        let open = here && self.menu.is_open();
        if response.has_focus() || open {
            let pen = Stroke::new(2.0, ctx.theme.accent);
            ui.painter().rect_stroke(place, 5.0, pen, StrokeKind::Inside);
        }
    }

    /// What the pointer does to a cell.
    fn answer(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        subject: Subject,
        column: Column,
        response: &Response,
        out: &mut Vec<UiAction>,
    ) {
        let here = self.cursor.line == Some(subject) && self.cursor.column == column;
        if response.clicked() && !keyed(ui) {
            let held = ui.input(|i| i.modifiers);
            if held.command {
                self.flip(subject);
            } else if held.shift {
                let anchor = *self.anchor.get_or_insert(self.cursor.line.unwrap_or(subject));
                self.select_to(anchor, subject);
            } else if here || response.double_clicked() {
                self.cursor = super::Cursor { line: Some(subject), column };
                self.activate(ctx, out);
            } else {
                if !self.selection.contains(&subject) {
                    self.selection.clear();
                }
                self.anchor = Some(subject);
            }
            self.cursor = super::Cursor { line: Some(subject), column };
            if self.editing.is_none() {
                response.request_focus();
            }
        }
        if response.secondary_clicked() {
            if !self.selection.contains(&subject) {
                self.selection.clear();
            }
            self.cursor = super::Cursor { line: Some(subject), column };
            self.menu.open_line();
        }
        self.menu_ui(ui, ctx, subject, column, response, out);
    }
}

/// Whether a click comes from a key, which `keys` has answered already.
fn keyed(ui: &Ui) -> bool {
    ui.input(|i| i.key_pressed(egui::Key::Enter) || i.key_pressed(egui::Key::Space))
}
