//! All about one cell, in a small window beside it: score, interval, answers, newest verbatims,
//! and the ways on to the feedback screen and the map.
//!
//! What it tells is computed in `logic`.

use super::data::Data;
use super::go;
use super::grid::{Grid, Place};
use super::verbatims::Verbatims;
use crate::analysis::matrix::narrow;
use crate::analysis::{Cell, Matrix, Reading, RowSubject, Score};
use crate::app::context::{Ctx, Screen, UiAction};
use crate::app::derived::palette;
use crate::app::fonts;
use crate::app::inspector::{verbatim, verbatim_ui, why_none};
use crate::app::map::painter::Prepared;
use crate::app::theme::Depth;
use crate::app::widgets::{Button, IconButton, caption, label};
use crate::document::{CommentQuery, Document};
use crate::model::{Audience, Message, Metric, StageId, SurveyId, TouchpointId};
use crate::render::charts::{AnswersRequest, answers_bar};
use crate::render::figure_words::{self, decimals};
use crate::render::icons::Icon;
use crate::render::matrix::{column_name, row_name};
use crate::render::scene::{GridColumn, GridRow, Subject};
use crate::scores::{CrossColumn, Filter};
use crate::text::Lang;
use egui::accesskit::Role;
use egui::{
    Area, Id, Key, Margin, Modifiers, Order, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Width with its edges; height it may take; distance from its cell.
const WIDTH: f32 = 276.0;
const HEIGHT: f32 = 420.0;
const GAP: f32 = 8.0;
const PAD: f32 = 16.0;
/// So many verbatims are shown.
const VERBATIMS: usize = 3;
/// Of each at most so many letters.
const LETTERS: usize = 130;

/// The window between frames.
#[derive(Default)]
pub(super) struct Popover {
    at: Option<Place>,
    key: Option<(Place, u64, Lang, bool)>,
    told: Option<Told>,
    verbatims: Verbatims,
    /// Its height in the frame before.
    height: f32,
}

/// What is told of a cell.
struct Told {
    title: String,
    /// The figure, its interval and base; or why there is none.
    figure: Option<(String, String, String)>,
    why: String,
    bar: Option<Prepared>,
    /// The answers of its column as a filter.
    on_map: Filter,
    subject: Option<Subject>,
    /// Absent where nothing of what was written may be shown.
    query: Option<CommentQuery>,
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
            self.verbatims = Verbatims::default();
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

fn verbatims_ui(ui: &mut Ui, ctx: &Ctx<'_>, verbatims: &Verbatims) {
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
        let mut shown = verbatim(ctx, about, comment);
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

/// What can be told of a cell; absent when it is not there any more.
fn told(ctx: &Ctx<'_>, matrix: &Matrix, (row, column): Place) -> Option<Told> {
    let texts = ctx.texts;
    let name = match row {
        GridRow::Row(subject) => row_name(texts, ctx.model, subject),
        GridRow::Group(stage) => row_name(texts, ctx.model, RowSubject::Stage(stage)),
        GridRow::Total => ctx.t("matrix-all"),
        GridRow::Head => return None,
    };
    let own = match column {
        GridColumn::Value(index) => Some(matrix.columns.get(usize::from(index))?),
        GridColumn::Total => None,
        GridColumn::Name => return None,
    };
    let cell = cell_of(matrix, row, column)?;
    let title = match own {
        Some(own) => format!("{name}, {}", column_name(texts, ctx.model, own)),
        None => name,
    };
    let reading = cell.reading();
    let mut on_map = ctx.view.filter.clone();
    if let Some(own) = own {
        // What cannot be asked for stays as it is.
        let _ = narrow(&mut on_map, &matrix.request.across, own);
    }
    let about = touchpoints(ctx, matrix, row);
    Some(Told {
        title,
        figure: reading.score().map(|score| figure(ctx, score)),
        why: match cell {
            Cell::NotOffered => ctx.t("matrix-not-offered"),
            Cell::Reading(_) => why_none(ctx, reading),
        },
        bar: reading.score().map(|score| bar(ctx, score)),
        query: query(ctx, matrix, own, &about, reading),
        subject: subject(ctx, matrix, row),
        on_map,
    })
}

fn cell_of(matrix: &Matrix, row: GridRow, column: GridColumn) -> Option<Cell> {
    let total = |reading: &Reading| Some(Cell::Reading(reading.clone()));
    match (row, column) {
        (GridRow::Row(subject), GridColumn::Value(index)) => {
            matrix.row(subject)?.cells.get(usize::from(index)).cloned()
        }
        (GridRow::Row(subject), _) => total(&matrix.row(subject)?.total),
        (GridRow::Group(stage), _) => {
            total(&matrix.groups.iter().find(|g| g.stage == Some(stage))?.total)
        }
        (GridRow::Total, GridColumn::Value(index)) => {
            total(matrix.column_totals.get(usize::from(index))?)
        }
        (GridRow::Total, _) => total(&matrix.whole),
        (GridRow::Head, _) => None,
    }
}

fn figure(ctx: &Ctx<'_>, score: &Score) -> (String, String, String) {
    let (metric, shown) = (score.figures.metric, score.shown());
    let value = figure_words::value(ctx.texts, metric, shown.value);
    let range = ctx.texts.range(shown.low, shown.high, decimals(metric));
    let n = ctx.texts.int(i64::try_from(score.n()).unwrap_or(i64::MAX));
    let key = if score.low_base { "map-card-few" } else { "map-card-n" };
    (value, range, ctx.texts.say(&Message::new(key).with("n", n)))
}

fn bar(ctx: &Ctx<'_>, score: &Score) -> Prepared {
    // Only these metrics have their middle on the scale of the answers.
    let raw = matches!(score.figures.metric, Metric::Ces | Metric::Rating);
    let request = AnswersRequest {
        width: WIDTH - 2.0 * PAD,
        metric: score.figures.metric,
        counts: score.figures.counts.clone(),
        middle: raw.then_some(score.midpoint.value),
        palette: palette(ctx.view.palette),
    };
    Prepared::new(Arc::new(answers_bar(&request, ctx.texts, ctx.theme.look())))
}

/// The touchpoints that a row is about.
fn touchpoints(ctx: &Ctx<'_>, matrix: &Matrix, row: GridRow) -> Vec<TouchpointId> {
    let journey = matrix.request.journey;
    let all = || ctx.model.placements_of(journey).into_iter().map(|p| p.touchpoint);
    let of_stage =
        |stage: StageId| all().filter(move |id| ctx.model.stage_of(journey, *id) == Some(stage));
    match row {
        GridRow::Row(RowSubject::Touchpoint(id)) => vec![id],
        GridRow::Row(RowSubject::Stage(stage)) | GridRow::Group(stage) => of_stage(stage).collect(),
        GridRow::Total => all().collect(),
        GridRow::Row(RowSubject::Loose) | GridRow::Head => Vec::new(),
    }
}

/// What was written about a cell. Nothing of what is hidden.
fn query(
    ctx: &Ctx<'_>,
    matrix: &Matrix,
    column: Option<&CrossColumn>,
    about: &[TouchpointId],
    reading: &Reading,
) -> Option<CommentQuery> {
    if about.is_empty() || matches!(reading, Reading::Hidden | Reading::NoData) {
        return None;
    }
    let mut filter = ctx.view.filter.clone();
    // A row without channel counts for the only one of its touchpoint, though it names none.
    let only = |id: &TouchpointId| {
        ctx.model.touchpoints.get(id).is_some_and(|touchpoint| touchpoint.channels.len() == 1)
    };
    let by_touchpoint =
        matrix.request.across == crate::analysis::Across::Channel && about.iter().all(only);
    if let Some(column) = column.filter(|_| !by_touchpoint)
        && !narrow(&mut filter, &matrix.request.across, column)
    {
        return None;
    }
    let of_owner = |id: &TouchpointId| {
        let owner = ctx.model.owner_of(*id).map(|owner| owner.id);
        filter.owners.is_empty() || owner.is_some_and(|id| filter.owners.contains(&id))
    };
    let chosen =
        |id: &TouchpointId| filter.touchpoints.is_empty() || filter.touchpoints.contains(id);
    let touchpoints: BTreeSet<TouchpointId> =
        about.iter().copied().filter(of_owner).filter(chosen).collect();
    Some(CommentQuery {
        touchpoints,
        period: filter.period,
        surveys: surveys(ctx, &filter, matrix.request.audience),
        channels: filter.channels,
        segments: filter.segments,
        limit: VERBATIMS,
        ..CommentQuery::default()
    })
    .filter(|query| !query.touchpoints.is_empty() && !query.surveys.is_empty())
}

/// The surveys of an audience that pass a filter.
fn surveys(ctx: &Ctx<'_>, filter: &Filter, audience: Audience) -> BTreeSet<SurveyId> {
    let passes = |survey: &&crate::model::Survey| {
        survey.audience == audience
            && (filter.surveys.is_empty() || filter.surveys.contains(&survey.id))
            && (filter.waves.is_empty() || filter.waves.contains(&survey.wave))
    };
    ctx.model.surveys.values().filter(passes).map(|survey| survey.id).collect()
}

/// What the map shows of a row.
fn subject(ctx: &Ctx<'_>, matrix: &Matrix, row: GridRow) -> Option<Subject> {
    match row {
        GridRow::Row(RowSubject::Touchpoint(id)) => {
            let cards = ctx.model.placements_of(matrix.request.journey);
            cards.iter().find(|card| card.touchpoint == id).map(|card| Subject::Card(card.id))
        }
        GridRow::Row(RowSubject::Stage(stage)) | GridRow::Group(stage) => {
            Some(Subject::Stage(stage))
        }
        _ => None,
    }
}
