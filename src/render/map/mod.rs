//! The journey map: request → layout → scene. The request is the cache key of the picture.
//!
//! Lanes grow with what they hold; nothing is cut short. Selection, hover and drag are the window's.

/// Draws arrows.
mod arrow_path;
/// Ways of arrows.
mod arrows;
/// A card.
mod card;
/// The face of a card in its heat colour.
mod card_heat;
/// The lane of cards.
mod cards;
/// The lane of channels.
mod channels;
/// The columns of stages and steps.
mod columns;
/// What every part of the map needs to know.
mod context;
/// The curve of feelings.
mod curve;
/// The lane of feelings.
mod emotion;
/// A small face.
mod face;
/// What curves of feeling go through.
mod feelings;
/// Scores as they stand on cards.
mod figures;
/// Folded stages.
mod folded;
/// Sheet, stripes and column lines.
mod frame;
/// Names of lanes.
mod gutter;
/// What a screen reader says.
mod label;
/// The dashed lines.
mod lines;
/// How a note looks.
mod look;
/// Tags and signs.
mod marks;
/// The lane of a score.
mod metric;
/// Notes of every kind.
mod notes;
/// Sentences said often.
pub(in crate::render) mod phrases;
/// Stages.
mod ribbon;
/// Where things in a lane stand.
mod shelf;
/// What the customer does.
mod steps;

pub use context::channel_icon;
pub use curve::monotone;

use super::color_scale::Palette;
use super::scene::{Region, Scene};
use super::sketch::Sketch;
use super::theme::Theme;
use crate::analysis::{Comparison, Overlay};
use crate::model::{JourneyId, Lane, LaneKind, MapView, Metric, Model, PersonaId};
use crate::text::{Lang, Texts};
use arrows::Arrows;
use context::Context;

/// How scores stand on the map.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mode {
    /// No scores.
    Off,
    /// White cards with small coloured badges: calm to edit.
    #[default]
    ScoresOnly,
    /// Whole cards in the colour of their score.
    Heat,
}

/// How much of a card is drawn, by zoom.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Detail {
    /// Everything.
    #[default]
    Full,
    /// Without channel name and initials: below 70 %.
    NoChannel,
    /// Colour and score: below 45 %.
    ScoreOnly,
}

impl Detail {
    /// The detail for a zoom, 1 being 100 %.
    #[must_use]
    pub fn at_zoom(zoom: f32) -> Self {
        match zoom {
            z if z < 0.45 => Self::ScoreOnly,
            z if z < 0.7 => Self::NoChannel,
            _ => Self::Full,
        }
    }
}

/// What the picture is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Purpose {
    /// The window: with hints where something can be added.
    #[default]
    Screen,
    /// A file to hand out: nothing that only an editor needs.
    Export,
}

/// Everything the picture depends on. Equal requests give equal scenes.
#[derive(Clone, PartialEq, Debug)]
pub struct MapRequest {
    /// Which map.
    pub journey: JourneyId,
    /// Revision of the model it is drawn from.
    pub model_revision: u64,
    /// Revision of the overlay and comparison it is drawn from.
    pub overlay_revision: u64,
    /// Light or dark.
    pub theme: Theme,
    /// Language, which must be that of the texts.
    pub lang: Lang,
    /// Heat colours.
    pub palette: Palette,
    /// How scores are shown.
    pub mode: Mode,
    /// Width the sheet may take, in points; it takes more if the columns need it.
    pub width: f32,
    /// How much of a card is drawn.
    pub detail: Detail,
    /// Whose feelings the curve shows; the journey's persona when absent.
    pub persona: Option<PersonaId>,
    /// The journey, or how the service works.
    pub view: MapView,
    /// Window or file.
    pub purpose: Purpose,
}

impl MapRequest {
    /// A request with the usual choices for a map.
    #[must_use]
    pub fn new(journey: JourneyId, lang: Lang) -> Self {
        Self {
            journey,
            model_revision: 0,
            overlay_revision: 0,
            theme: Theme::Light,
            lang,
            palette: Palette::default(),
            mode: Mode::default(),
            width: 1016.0,
            detail: Detail::Full,
            persona: None,
            view: MapView::default(),
            purpose: Purpose::Screen,
        }
    }
}

/// The scores that a map is drawn with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores<'a> {
    /// What cards and stages show.
    pub overlay: Option<&'a Overlay>,
    /// Its changes.
    pub comparison: Option<&'a Comparison>,
    /// A second measure, as a badge on each heat card.
    pub badge: Option<&'a Overlay>,
    /// Overlays of other metrics, for the lanes that show one of them (see `lane_metrics`).
    pub further: &'a [Overlay],
}

/// The metrics that lanes of a journey show, each once: whoever has the answers computes an overlay
/// of each and gives those that are not the map's own as `Scores::further`.
#[must_use]
pub fn lane_metrics(model: &Model, journey: JourneyId, view: MapView) -> Vec<Metric> {
    let mut found = Vec::new();
    for lane in model.lanes_of(journey) {
        let shows = matches!(lane.kind, LaneKind::Metric | LaneKind::Emotion);
        let metric = lane.metric.filter(|_| shows && !lane.folded && lane.is_in(view));
        found.extend(metric.filter(|metric| !found.contains(metric)));
    }
    found
}

/// The picture of a map. Its size is the sheet's; the sheet's soft shadow reaches a little outside.
#[must_use]
pub fn layout(request: &MapRequest, model: &Model, texts: &Texts, scores: Scores<'_>) -> Scene {
    let context = Context::new(request, model, texts, scores);
    if context.stages.is_empty() {
        return frame::blank(&context);
    }
    let ribbon = ribbon::plan(&context);
    let (lanes, arrows) = bands(&context, ribbon.height);
    let first = RIBBON_TOP + ribbon.height + RIBBON_GAP;
    let bottom = lanes.last().map_or(ribbon.height + RIBBON_TOP, |b| b.top + b.height);
    let mut map = MapSketch::default();
    frame::draw(&context, &mut map.sketch, &lanes, bottom);
    arrow_path::draw(&context, &arrows, &lanes, &mut map);
    for band in &lanes {
        map.lane = band.order + 1;
        band.plan.draw(&context, band, &mut map);
    }
    if !lanes.is_empty() {
        context.folded.draw(context.columns(), context.colors, first, &mut map.sketch);
    }
    map.lane = 0;
    let start = map.sketch.scene.shapes.len();
    ribbon::draw(&context, &ribbon, &mut map);
    let ribbon_end = map.sketch.scene.shapes.len();
    gutter::draw(&context, &lanes, bottom, &mut map);
    let gutter_end = map.sketch.scene.shapes.len();
    gutter::corner(&context, &ribbon, &mut map.sketch);
    let end = map.sketch.scene.shapes.len();
    let mut scene = map.finish();
    scene.width = context.width;
    scene.height = bottom + frame::FOOT;
    scene.pins.ribbon = start..ribbon_end;
    scene.pins.gutter = ribbon_end..gutter_end;
    scene.pins.corner = gutter_end..end;
    scene
}

/// Distance from the sheet's edge to the ribbon, and from the ribbon to the first lane.
const RIBBON_TOP: f32 = 10.0;
const RIBBON_GAP: f32 = 6.0;

/// A lane with its place from top to bottom.
struct Band<'a> {
    lane: &'a Lane,
    order: usize,
    top: f32,
    height: f32,
    striped: bool,
    plan: Plan<'a>,
}

impl Band<'_> {
    /// Whether only its name is drawn.
    fn is_folded(&self) -> bool {
        self.lane.folded && !self.lane.kind.is_line()
    }

    /// Whether it is a line with a name.
    fn is_line(&self) -> bool {
        matches!(self.plan, Plan::Line)
    }

    /// How many things stand in it.
    fn held(&self, context: &Context<'_>) -> usize {
        if self.lane.kind == LaneKind::Steps {
            return (0..context.stages.len()).map(|stage| context.steps(stage).len()).sum();
        }
        (0..context.columns().len()).map(|column| context.held(column, self.lane.id)).sum()
    }
}

/// What a lane holds, measured.
enum Plan<'a> {
    Steps(steps::Steps<'a>),
    Cards(cards::Cards<'a>),
    Emotion(emotion::Emotions<'a>),
    Notes(notes::Notes<'a>),
    Channels(channels::Channels<'a>),
    Metric(metric::Metric),
    /// A dashed line, or the name of a folded lane.
    Line,
}

impl<'a> Plan<'a> {
    /// Measures a lane whose top lies `depth` below that of the first one.
    fn new(context: &Context<'a>, lane: &'a Lane, depth: f32) -> Self {
        if lane.folded {
            return Self::Line;
        }
        match lane.kind {
            LaneKind::Steps => Self::Steps(steps::plan(context, depth)),
            LaneKind::Touchpoints => Self::Cards(cards::plan(context, lane, depth)),
            LaneKind::Emotion => Self::Emotion(emotion::plan(context, lane)),
            LaneKind::Channels => Self::Channels(channels::plan(context, depth)),
            LaneKind::Metric => Self::Metric(metric::plan(context, lane, depth)),
            LaneKind::Thoughts
            | LaneKind::PainsGains
            | LaneKind::Pains
            | LaneKind::Gains
            | LaneKind::Quotes
            | LaneKind::Needs
            | LaneKind::Opportunities
            | LaneKind::Images
            | LaneKind::Frontstage
            | LaneKind::Backstage
            | LaneKind::Systems
            | LaneKind::Notes => Self::Notes(notes::plan(context, lane, depth)),
            LaneKind::LineOfInteraction
            | LaneKind::LineOfVisibility
            | LaneKind::LineOfInternalInteraction => Self::Line,
        }
    }

    fn height(&self) -> f32 {
        match self {
            Self::Steps(plan) => plan.height,
            Self::Cards(plan) => plan.height,
            Self::Emotion(plan) => plan.height,
            Self::Notes(plan) => plan.height,
            Self::Channels(plan) => plan.height,
            Self::Metric(plan) => plan.height,
            Self::Line => lines::HEIGHT,
        }
    }

    fn draw(&self, context: &Context<'a>, band: &Band<'a>, map: &mut MapSketch) {
        match self {
            Self::Steps(plan) => plan.draw(context, band, map),
            Self::Cards(plan) => plan.draw(context, band, map),
            Self::Emotion(plan) => plan.draw(context, band, map),
            Self::Notes(plan) => plan.draw(context, band, map),
            Self::Channels(plan) => plan.draw(context, band, map),
            Self::Metric(plan) => plan.draw(context, band, map),
            Self::Line if band.is_folded() => {}
            Self::Line => lines::draw(context, band, map),
        }
    }
}

/// Measures the lanes, then the arrows between their cards, and puts them below each other.
fn bands<'a>(context: &Context<'a>, ribbon_height: f32) -> (Vec<Band<'a>>, Arrows<'a>) {
    let least = |lane: &Lane| gutter::height(context, lane).max(lane.height as f32);
    let mut plans = Vec::with_capacity(context.lanes.len());
    let mut depth = 0.0;
    for lane in context.lanes.iter().copied() {
        let plan = Plan::new(context, lane, depth);
        let is_line = matches!(plan, Plan::Line);
        depth += if is_line { lines::HEIGHT } else { plan.height().max(least(lane)) };
        plans.push(plan);
    }
    let arrows = Arrows::plan(context, &plans);
    let first = RIBBON_TOP + ribbon_height + RIBBON_GAP;
    let mut top = first;
    let mut stripe = true;
    let mut all: Vec<Band> = Vec::with_capacity(plans.len());
    for ((order, lane), plan) in context.lanes.iter().copied().enumerate().zip(plans) {
        let height = match plan {
            Plan::Line => lines::HEIGHT,
            _ => (plan.height() + arrows.room(order)).max(least(lane)),
        };
        // Behind a dashed line, and behind chips, which already have the stripe's colour.
        let chips =
            matches!(lane.kind, LaneKind::Frontstage | LaneKind::Backstage | LaneKind::Systems);
        let striped = stripe && !chips && !lane.kind.is_line();
        all.push(Band { lane, order, top, height, striped, plan });
        top += height;
        stripe = !stripe;
    }
    // The name of a folded stage needs its length.
    if let Some(last) = all.last_mut() {
        last.height = last.height.max(first + context.folded.deepest() - last.top);
    }
    (all, arrows)
}

/// The scene with its regions on their way into reading order: column by column, lane by lane.
#[derive(Default)]
struct MapSketch {
    sketch: Sketch,
    /// The lane being drawn, from 1; 0 is the ribbon.
    lane: usize,
    found: Vec<(usize, usize, Region)>,
}

impl MapSketch {
    /// Adds a region in the column of that index.
    fn region(&mut self, column: usize, region: Region) {
        self.found.push((column, self.lane, region));
    }

    fn finish(mut self) -> Scene {
        self.found.sort_by_key(|(column, lane, _)| (*column, *lane));
        self.sketch.scene.regions.extend(self.found.into_iter().map(|(_, _, region)| region));
        self.sketch.scene
    }
}
