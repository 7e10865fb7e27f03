//! What is told of one cell, computed beforehand: figures, the bar of answers, where to go on.
//!
//! Plain data; `popover` paints it.

use super::grid::Place;
use super::popover::{PAD, WIDTH};
use crate::analysis::matrix::narrow;
use crate::analysis::{Cell, Matrix, Reading, RowSubject, Score};
use crate::app::context::Ctx;
use crate::app::inspector::why_none;
use crate::app::map::painter::Prepared;
use crate::document::CommentQuery;
use crate::model::{Audience, Message, Metric, StageId, SurveyId, TouchpointId};
use crate::render::charts::{AnswersRequest, answers_bar};
use crate::render::figure_words::{self, decimals};
use crate::render::matrix::{column_name, row_name};
use crate::render::scene::{GridColumn, GridRow, Subject};
use crate::scores::{CrossColumn, Filter};
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many verbatims are shown.
const VERBATIMS: usize = 3;

/// What is told of a cell.
pub(super) struct Told {
    pub title: String,
    /// The figure, its interval and base; or why there is none.
    pub figure: Option<(String, String, String)>,
    pub why: String,
    pub bar: Option<Prepared>,
    /// The answers of its column as a filter.
    pub on_map: Filter,
    pub subject: Option<Subject>,
    /// Absent where nothing of what was written may be shown.
    pub query: Option<CommentQuery>,
}

/// What can be told of a cell; absent when it is not there any more.
pub(super) fn told(ctx: &Ctx<'_>, matrix: &Matrix, (row, column): Place) -> Option<Told> {
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
        let _ = narrow(&mut on_map, ctx.model, &matrix.request.across, own);
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
        palette: ctx.view.palette,
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
        && !narrow(&mut filter, ctx.model, &matrix.request.across, column)
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
