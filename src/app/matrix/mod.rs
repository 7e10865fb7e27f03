//! The matrix screen: touchpoints or stages by channel, segment, owner or month.
//!
//! Reads a `Ctx` and pushes `UiAction`s; counted and laid out in `logic`, only when a key changed.

/// What is counted and drawn, and from which keys.
mod data;
/// The table in its part of the window: scroll, focus, keys.
mod grid;
/// All about one cell, beside it.
mod popover;
/// What is told of a cell.
mod told;
/// The row of controls above the table.
mod tools;

use super::context::{Ctx, Screen, UiAction};
use super::filters::is_open;
use super::shell::NARROW;
use super::theme::Depth;
use super::widgets::empty_state;
use crate::document::Document;
use crate::render::icons::Icon;
use crate::scores::Filter;
use data::{Data, Wanted};
use egui::{Rect, Ui, UiBuilder, pos2, vec2};
use grid::{Asked, Grid};
use popover::Popover;
use tools::Tools;

const INSET: f32 = 16.0;
/// Height of the controls, and their distance from the top.
const TOOLS: (f32, f32) = (32.0, 10.0);

/// What the screen remembers between frames.
#[derive(Default)]
pub struct MatrixScreen {
    wanted: Wanted,
    data: Data,
    tools: Tools,
    grid: Grid,
    popover: Popover,
}

impl MatrixScreen {
    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, document: Option<&Document>) {
        self.wanted.settle(ctx);
        self.data.refresh(ctx, &self.wanted);
        self.tools.refresh(ctx);
        self.popover.refresh(egui, ctx, document, &self.data);
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let row = Rect::from_min_size(
            whole.min + vec2(INSET, TOOLS.1),
            vec2(whole.width() - 2.0 * INSET, TOOLS.0),
        );
        self.tools.ui(ui, ctx, (&mut self.wanted, &self.data), row, out);
        let area = Rect::from_min_max(
            pos2(row.left(), row.bottom() + 12.0),
            whole.max - vec2(INSET, 12.0),
        );
        self.wanted.full = ui.ctx().content_rect().width() >= NARROW;
        self.wanted.room(ui.ctx(), area.width());
        let Some(matrix) = self.data.matrix.clone() else { return };
        if matrix.is_empty() {
            self.popover.close();
            return empty_ui(ui, ctx, area, out);
        }
        let foot = self.data.key_line_height();
        let low = Rect::from_min_max(pos2(area.left(), area.bottom() - foot), area.max);
        self.data.paint_key_line(ui, low);
        let table = area.with_max_y(low.top() - 10.0);
        self.table_ui(ui, ctx, table);
        self.popover.ui(ui, ctx, &self.data, &mut self.grid, out);
    }

    fn table_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, room: Rect) {
        let Some(scene) = self.data.scene.clone() else { return };
        let area = room.with_max_y(room.bottom().min(room.top() + scene.height));
        ui.painter().add(ctx.theme.shadow_of(Depth::Sheet).as_shape(area, 12.0));
        let asked = self.grid.show(ui, ctx.theme, &scene, area, self.popover.place());
        match asked {
            Some(Asked::Open(row, column)) => self.popover.toggle(row, column),
            Some(Asked::Moved(row, column)) => self.popover.follow(row, column),
            Some(Asked::Ground) => self.popover.close(),
            Some(Asked::Fold(stage)) => self.wanted.fold(stage),
            Some(Asked::Sort(column, across)) => {
                self.wanted.sort = self.wanted.sort.pressed(column, across);
                self.popover.close();
            }
            None => return,
        }
        ui.ctx().request_repaint();
    }
}

/// What is said where nothing can be shown.
fn empty_ui(ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
    let place = area.with_min_y(area.top() + area.height() * 0.22);
    let nothing = ctx.scores.is_some_and(|table| table.responses() == 0);
    let filtered = !is_open(&ctx.view.filter);
    ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("matrix_empty"), |ui| {
        let icon = Icon::of("grid_on");
        if nothing {
            let (head, text) = (ctx.t("feedback-empty"), ctx.t("feedback-empty-why"));
            let import = ctx.t("feedback-import");
            let button = (import.as_str(), Some(Icon::of("upload_file")));
            let button = ctx.why_fixed().is_none().then_some(button);
            if empty_state(ui, ctx.theme, icon, &head, &text, button) {
                out.push(UiAction::ImportDialog);
            }
            return;
        }
        let (head, text) = (ctx.t("matrix-empty"), ctx.t("matrix-empty-why"));
        let clear = ctx.t("matrix-clear-filters");
        let button = filtered.then_some((clear.as_str(), None));
        if empty_state(ui, ctx.theme, icon, &head, &text, button) {
            out.push(UiAction::look(ctx, |view| view.filter = Filter::default()));
        }
    });
}

/// Goes from the matrix to another screen, with a filter.
fn go(ctx: &Ctx<'_>, filter: Filter, screen: Screen, out: &mut Vec<UiAction>) {
    out.push(UiAction::look(ctx, |view| view.filter = filter));
    out.push(UiAction::Go(screen));
}
