//! All about one cell, in a small window beside it: score, interval, answers, newest verbatims,
//! and the ways on to the feedback screen and the map.
//!
//! What it tells is computed in `logic`.

use super::data::Data;
use super::go;
use super::grid::{Grid, Place};
use super::told::{Told, told};
use crate::app::context::{Ctx, Screen, UiAction};
use crate::app::fonts;
use crate::app::inspector::{verbatim, verbatim_ui};
use crate::app::newest::Newest;
use crate::app::theme::Depth;
use crate::app::widgets::{Button, IconButton, caption, label};
use crate::document::Document;
use crate::render::icons::Icon;
use crate::render::scene::{GridColumn, GridRow};
use crate::text::Lang;
use egui::accesskit::Role;
use egui::{
    Area, Id, Key, Margin, Modifiers, Order, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

/// Width with its edges; height it may take; distance from its cell.
pub(super) const WIDTH: f32 = 276.0;
const HEIGHT: f32 = 420.0;
const GAP: f32 = 8.0;
pub(super) const PAD: f32 = 16.0;
/// Of each at most so many letters.
const LETTERS: usize = 130;

/// The window between frames.
#[derive(Default)]
pub(super) struct Popover {
    at: Option<Place>,
    key: Option<(Place, u64, Lang, bool)>,
    told: Option<Told>,
    verbatims: Newest,
    /// Its height in the frame before.
    height: f32,
}

impl Popover {
    /// The cell that it stands beside.
    pub fn place(&self) -> Option<Place> {
        self.at
    }

    /// Opens it beside a cell, or closes it there.
    pub fn toggle(&mut self, row: GridRow, column: GridColumn) {
        let place = Some((row, column));
        self.at = if self.at == place { None } else { place };
    }

    /// Follows the focus while it is open.
    pub fn follow(&mut self, row: GridRow, column: GridColumn) {
        if self.at.is_some() && row != GridRow::Head && column != GridColumn::Name {
            self.at = Some((row, column));
        }
    }

    pub fn close(&mut self) {
        self.at = None;
    }

    /// Computes what is told.
    pub fn refresh(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        data: &Data,
    ) {
        let (Some(at), Some(matrix)) = (self.at, &data.matrix) else {
            (self.key, self.told) = (None, None);
            self.verbatims = Newest::default();
            return;
        };
        let key = (at, data.revision, ctx.texts.lang(), ctx.theme.dark);
        if self.key != Some(key) {
            self.told = told(ctx, matrix, at);
            self.key = Some(key);
            if self.told.is_none() {
                self.at = None;
            }
        }
        let query = self.told.as_ref().and_then(|told| told.query.clone());
        self.verbatims.refresh(egui, ctx, document, query);
    }

    /// Shows the window.
    pub fn ui(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        data: &Data,
        grid: &mut Grid,
        out: &mut Vec<UiAction>,
    ) {
        let Some(at) = self.at else { return };
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            self.close();
            grid.focus_on(at);
            ui.ctx().request_repaint();
            return;
        }
        let (Some(cell), Some(_), Some(_)) = (grid.place_of(at), &self.told, &data.matrix) else {
            return;
        };
        let window = ui.ctx().content_rect().shrink(8.0);
        let height = if self.height > 0.0 { self.height } else { 200.0 };
        let (place, right) = beside(cell, window, height);
        let area =
            Area::new(Id::unique("matrix_popover")).order(Order::Middle).fixed_pos(place.min);
        let frame = egui::Frame::new()
            .fill(ctx.theme.panel)
            .stroke(Stroke::new(1.0, ctx.theme.line2))
            .corner_radius(10)
            .inner_margin(Margin::same(PAD as i8))
            .shadow(ctx.theme.shadow_of(Depth::Dialog));
        let shown = area.show(ui.ctx(), |ui| {
            let inner = frame.show(ui, |ui| {
                ui.set_width(WIDTH - 2.0 * PAD);
                ui.spacing_mut().item_spacing.y = 6.0;
                self.content_ui(ui, ctx, at, grid, out);
            });
            arrow(ui, ctx, inner.response.rect, cell, right);
        });
        let rect = shown.response.rect;
        if (self.height - rect.height()).abs() > 0.5 {
            self.height = rect.height();
            ui.ctx().request_repaint();
        }
        let pressed = ui.input(|i| i.pointer.any_pressed().then(|| i.pointer.interact_pos()));
        let beside = |pos: egui::Pos2| !rect.contains(pos) && !grid.holds(pos);
        if pressed.flatten().is_some_and(beside) {
            self.close();
        }
    }

    fn content_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        at: Place,
        grid: &mut Grid,
        out: &mut Vec<UiAction>,
    ) {
        let Some(told) = &mut self.told else { return };
        let mut closed = head_ui(ui, ctx, &told.title);
        told.figure_ui(ui, ctx);
        let query = told.query.as_ref();
        if query.is_some() {
            verbatims_ui(ui, ctx, &self.verbatims);
        }
        ui.add_space(2.0);
        let rest = ui.available_rect_before_wrap();
        ui.painter().hline(rest.x_range().expand(PAD), rest.top(), ctx.theme.hairline());
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let page = self.verbatims.page.as_ref().filter(|page| page.total > 0);
            if let (Some(page), Some(query)) = (page, query) {
                let words = ctx.t1("matrix-show-all", "count", page.total);
                if Button::new(words).small().show(ui, ctx.theme).clicked() {
                    let mut filter = told.on_map.clone();
                    filter.touchpoints.clone_from(&query.touchpoints);
                    filter.channels.clone_from(&query.channels);
                    go(ctx, filter, Screen::Feedback, out);
                }
            }
            let words = ctx.t("matrix-show-on-map");
            if Button::new(words).small().show(ui, ctx.theme).clicked() {
                go(ctx, told.on_map.clone(), Screen::Map, out);
                out.extend(told.subject.map(UiAction::Show));
                closed = true;
            }
        });
        if closed {
            self.at = None;
            grid.focus_on(at);
            ui.ctx().request_repaint();
        }
    }
}

/// The title and the cross; whether that was pressed.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, title: &str) -> bool {
    let start = ui.cursor().min;
    let width = ui.available_width();
    ui.scope(|ui| {
        ui.set_max_width(width - 30.0);
        label(ui, title, fonts::strong(14.0), ctx.theme.ink);
    });
    let place = Rect::from_min_size(start + vec2(width - 20.0, -4.0), vec2(24.0, 24.0));
    let mut corner = ui.new_child(UiBuilder::new().max_rect(place).id_salt("matrix_cross"));
    let cross = IconButton::new(Icon::of("close"), ctx.t("app-close")).size(24.0).glyph(16.0);
    cross.show(&mut corner, ctx.theme).clicked()
}

impl Told {
    fn figure_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let theme = ctx.theme;
        let Some((value, range, base)) = &self.figure else {
            label(ui, self.why.clone(), fonts::regular(13.0), theme.ink2);
            return;
        };
        ui.horizontal(|ui| {
            label(ui, value.clone(), fonts::strong(26.0), theme.ink);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                label(ui, range.clone(), fonts::strong(12.5), theme.ink);
                label(ui, base.clone(), fonts::regular(11.5), theme.ink3);
            });
        });
        if let Some(bar) = &mut self.bar {
            let (rect, response) = ui.allocate_exact_size(bar.size(), Sense::hover());
            let name = ctx.t("inspector-answers");
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
            bar.paint_at(ui.painter(), rect.min);
        }
    }
}

/// The beginning of a long text: the feedback screen has all of it.
fn shortened(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{}…", flat[..at].trim_end()),
        None => flat,
    }
}

fn verbatims_ui(ui: &mut Ui, ctx: &Ctx<'_>, verbatims: &Newest) {
    let Some(page) = &verbatims.page else {
        caption(ui, ctx.theme, ctx.t("feedback-reading"));
        return;
    };
    if page.comments.is_empty() {
        caption(ui, ctx.theme, ctx.t("matrix-no-words"));
        return;
    }
    for comment in &page.comments {
        let Some(about) = comment.touchpoint else { continue };
        let mut shown = verbatim(ctx, Some(about), comment);
        shown.text = shortened(&shown.text);
        verbatim_ui(ui, ctx, &shown);
    }
}

/// Where the window stands beside its cell, and whether that is at its right.
fn beside(cell: Rect, window: Rect, height: f32) -> (Rect, bool) {
    let right = cell.right() + GAP + WIDTH <= window.right();
    let x = if right { cell.right() + GAP } else { (cell.left() - GAP - WIDTH).max(window.left()) };
    let height = height.min(HEIGHT.max(window.height()));
    let low = (window.bottom() - height).max(window.top());
    let y = (cell.center().y - height / 2.0).clamp(window.top(), low);
    (Rect::from_min_size(pos2(x, y), vec2(WIDTH, height)), right)
}

/// The arrow towards the cell.
fn arrow(ui: &Ui, ctx: &Ctx<'_>, window: Rect, cell: Rect, right: bool) {
    let (x, tip) = if right { (window.left(), -6.0) } else { (window.right(), 6.0) };
    let y = cell.center().y.clamp(window.top() + 14.0, window.bottom() - 14.0);
    let back = if right { 1.0 } else { -1.0 };
    let points = [pos2(x + back, y - 7.0), pos2(x + tip, y), pos2(x + back, y + 7.0)];
    // It stands outside the window, where its own painter may not paint.
    let painter = ui.ctx().layer_painter(ui.layer_id());
    let fill = egui::Shape::convex_polygon(points.to_vec(), ctx.theme.panel, Stroke::NONE);
    painter.add(fill);
    painter.line(points.to_vec(), Stroke::new(1.0, ctx.theme.line2));
}
