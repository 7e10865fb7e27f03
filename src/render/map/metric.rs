//! The lane of a score: what customers said of each column, with interval and base.
//!
//! Computed; nothing can be written here.

use super::card;
use super::context::Context;
use super::figures::{Figure, metric_word};
use super::{Band, MapSketch, label};
use crate::model::{Lane, Message};
use crate::render::scene::{Anchor, Rect, Region, Subject};
use crate::render::sketch::{Sketch, Type, rect};

const HEIGHT: f32 = 48.0;
const BADGE: f32 = 40.0;
const LINE: f32 = 14.0;
const FOOT: f32 = 8.0;

/// The measured lane.
pub(super) struct Metric {
    pub height: f32,
    columns: Vec<Shown>,
    /// The metric as a word in a sentence.
    word: String,
}

struct Shown {
    figure: Figure,
    /// Interval and base, or why there is no score.
    lines: Vec<String>,
    /// Whether they stand below the badge.
    below: bool,
    /// Where it begins, from the lane's top.
    top: f32,
}

pub(super) fn plan(context: &Context<'_>, lane: &Lane, depth: f32) -> Metric {
    let overlay = context.figures.of_metric(lane.metric);
    let mut height = HEIGHT;
    let columns = context.columns().iter().enumerate().map(|(index, column)| {
        let stage = context.stages.get(column.stage).map(|s| s.id);
        let figure = match (overlay, stage) {
            (Some(overlay), Some(stage)) => context.figures.column(overlay, column, stage),
            _ => Figure::NoData,
        };
        let ty = Type::regular(11.0, context.colors.ink3);
        let room = column.item_width() - BADGE - 8.0;
        let words = words(context, &figure);
        let fits = words.iter().all(|line| ty.width(line) <= room);
        let top = (context.folded.reserved(index) - depth).max(0.0);
        let shown = if fits || column.is_folded() {
            Shown { figure, lines: words, below: false, top }
        } else {
            let room = column.item_width() - 4.0;
            let lines: Vec<String> = words.iter().flat_map(|line| ty.wrap(line, room)).collect();
            Shown { figure, lines, below: true, top }
        };
        let below = if shown.below { LINE * shown.lines.len() as f32 - 8.0 } else { 0.0 };
        height = height.max(shown.top + HEIGHT + below);
        shown
    });
    let columns = columns.collect();
    let word = overlay.map_or_else(String::new, |overlay| metric_word(context, overlay));
    Metric { height: height + FOOT - 8.0, columns, word }
}

/// What stands beside a badge.
fn words(context: &Context<'_>, figure: &Figure) -> Vec<String> {
    match figure {
        Figure::None => Vec::new(),
        Figure::Score(score) => vec![score.range.clone(), score.base.clone()],
        Figure::TooFew(n, _) => vec![figure.words(context), context.figures.base(*n)],
        Figure::NoData | Figure::Hidden => vec![figure.words(context)],
        Figure::OtherVersion(_) => vec![context.texts.get("map-card-no-data")],
    }
}

impl Metric {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        for ((index, column), shown) in context.columns().iter().enumerate().zip(&self.columns) {
            let cell = rect(column.x - 2.0, band.top, column.width, band.height);
            let place = rect(column.x + 3.0, band.top, column.item_width(), band.height);
            draw_shown(context, shown, place, column.is_folded(), &mut map.sketch);
            let label = Message::new("map-label-computed")
                .with("lane", context.texts.lane(band.lane))
                .with("column", context.column_name(column))
                .with("what", label::figure_of(context, &self.word, &shown.figure));
            let subject = Subject::Cell(band.lane.id, column.spot);
            map.region(index, Region { rect: cell, subject, label: context.texts.say(&label) });
        }
    }
}

fn draw_shown(
    context: &Context<'_>,
    shown: &Shown,
    place: Rect,
    folded: bool,
    sketch: &mut Sketch,
) {
    let middle = place.y + shown.top + HEIGHT / 2.0 - if shown.below { 6.0 } else { 0.0 };
    let width = if folded { place.width } else { BADGE };
    let right = place.x + card::badge_width(&shown.figure, width);
    card::badge(context, &shown.figure, (right, middle), width, sketch);
    if folded || !context.words() {
        return;
    }
    let ty = Type::regular(11.0, context.colors.ink2);
    let rows = shown.lines.len() as f32;
    let (x, first) = if shown.below {
        (place.x + 2.0, middle + 20.0)
    } else {
        (right + 8.0, middle - LINE / 2.0 * (rows - 1.0))
    };
    for (index, line) in shown.lines.iter().enumerate() {
        sketch.text(x, first + LINE * index as f32, Anchor::Start, ty, line);
    }
}
