//! The journey map: request → layout → scene. The request is the cache key of the picture.
//!
//! Lanes grow with what they hold; nothing is cut short. Selection, hover and drag are the window's.

/// Teams and systems behind the scenes.
mod backstage;
/// A card.
mod card;
/// The lane of cards.
mod cards;
/// What every part of the map needs to know.
mod context;
/// The curve of feelings.
mod curve;
/// The lane of feelings.
mod emotion;
/// A small face.
mod face;
/// Scores as they stand on cards.
mod figures;
/// Sheet, stripes and column lines.
mod frame;
/// Names of lanes.
mod gutter;
/// What a screen reader says.
mod label;
/// Pains, gains and free notes.
mod notes;
/// Sentences said often.
mod phrases;
/// What customers say.
mod quotes;
/// Stages.
mod ribbon;
/// What the customer does.
mod steps;
/// The dashed line.
mod visibility;

pub use context::channel_icon;
pub use curve::monotone;

use super::color_scale::Palette;
use super::scene::{Region, Scene};
use super::sketch::Sketch;
use super::theme::Theme;
use crate::analysis::{Comparison, Overlay};
use crate::model::{JourneyId, Lane, LaneKind, Model, PersonaId};
use crate::text::{Lang, Texts};
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
            purpose: Purpose::Screen,
        }
    }
}

/// The picture of a map. Its size is the sheet's; the sheet's soft shadow reaches a little outside.
#[must_use]
pub fn layout(
    request: &MapRequest,
    model: &Model,
    texts: &Texts,
    overlay: Option<&Overlay>,
    comparison: Option<&Comparison>,
) -> Scene {
    let context = Context::new(request, model, texts, overlay, comparison);
    if context.stages.is_empty() {
        return frame::blank(&context);
    }
    let ribbon = ribbon::plan(&context);
    let lanes: Vec<Band> = bands(&context, ribbon.height);
    let bottom = lanes.last().map_or(ribbon.height + RIBBON_TOP, |b| b.top + b.height);
    let mut map = MapSketch::default();
    frame::draw(&context, &mut map.sketch, &lanes, bottom);
    for band in &lanes {
        map.lane = band.order + 1;
        band.plan.draw(&context, band, &mut map);
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

/// What a lane holds, measured.
enum Plan<'a> {
    Steps(steps::Steps<'a>),
    Cards(cards::Cards<'a>),
    Emotion(emotion::Emotions<'a>),
    Notes(notes::Notes<'a>),
    Quotes(quotes::Quotes<'a>),
    Visibility,
    Backstage(backstage::Backstage<'a>),
}

impl<'a> Plan<'a> {
    fn new(context: &Context<'a>, lane: &'a Lane) -> Self {
        match lane.kind {
            LaneKind::Steps => Self::Steps(steps::plan(context)),
            LaneKind::Touchpoints => Self::Cards(cards::plan(context, lane)),
            LaneKind::Emotion => Self::Emotion(emotion::plan(context)),
            LaneKind::PainsGains
            | LaneKind::Pains
            | LaneKind::Gains
            | LaneKind::Thoughts
            | LaneKind::Needs
            | LaneKind::Opportunities
            | LaneKind::Images
            | LaneKind::Notes => Self::Notes(notes::plan(context, lane)),
            LaneKind::Quotes => Self::Quotes(quotes::plan(context, lane)),
            LaneKind::LineOfInteraction
            | LaneKind::LineOfVisibility
            | LaneKind::LineOfInternalInteraction
            | LaneKind::Channels
            | LaneKind::Metric => Self::Visibility,
            LaneKind::Frontstage | LaneKind::Backstage | LaneKind::Systems => {
                Self::Backstage(backstage::plan(context, lane))
            }
        }
    }

    fn height(&self) -> f32 {
        match self {
            Self::Steps(plan) => plan.height,
            Self::Cards(plan) => plan.height,
            Self::Emotion(plan) => plan.height,
            Self::Notes(plan) => plan.height,
            Self::Quotes(plan) => plan.height,
            Self::Visibility => visibility::HEIGHT,
            Self::Backstage(plan) => plan.height,
        }
    }

    fn draw(&self, context: &Context<'a>, band: &Band<'a>, map: &mut MapSketch) {
        match self {
            Self::Steps(plan) => plan.draw(context, band.top, map),
            Self::Cards(plan) => plan.draw(context, band, map),
            Self::Emotion(plan) => plan.draw(context, band.top, map),
            Self::Notes(plan) => plan.draw(context, band, map),
            Self::Quotes(plan) => plan.draw(context, band, map),
            Self::Visibility => visibility::draw(context, band, map),
            Self::Backstage(plan) => plan.draw(context, band, map),
        }
    }
}

fn bands<'a>(context: &Context<'a>, ribbon_height: f32) -> Vec<Band<'a>> {
    let mut top = RIBBON_TOP + ribbon_height + RIBBON_GAP;
    let mut stripe = true;
    let mut all = Vec::with_capacity(context.lanes.len());
    for (order, lane) in context.lanes.iter().copied().enumerate() {
        let plan = Plan::new(context, lane);
        let height = plan.height().max(gutter::height(context, lane));
        // Behind the line of visibility chips already have the stripe's colour.
        let plain = matches!(lane.kind, LaneKind::LineOfVisibility | LaneKind::Backstage);
        all.push(Band { lane, order, top, height, striped: stripe && !plain, plan });
        top += height;
        stripe = !stripe;
    }
    all
}

/// The scene with its regions on their way into reading order: stage by stage, lane by lane.
#[derive(Default)]
struct MapSketch {
    sketch: Sketch,
    /// The lane being drawn, from 1; 0 is the ribbon.
    lane: usize,
    found: Vec<(usize, usize, Region)>,
}

impl MapSketch {
    /// Adds a region in the stage of that index.
    fn region(&mut self, stage: usize, region: Region) {
        self.found.push((stage, self.lane, region));
    }

    fn finish(mut self) -> Scene {
        self.found.sort_by_key(|(stage, lane, _)| (*stage, *lane));
        self.sketch.scene.regions.extend(self.found.into_iter().map(|(_, _, region)| region));
        self.sketch.scene
    }
}
