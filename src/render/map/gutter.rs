//! The gutter: an icon and a name for each lane, which stays in place while the map scrolls.
//!
//! Holds no lane's contents.

use super::context::Context;
use super::frame::{self, FOOT, GUTTER_LINE};
use super::ribbon::Ribbon;
use super::{Band, MapSketch, Plan, RIBBON_GAP, RIBBON_TOP, lines};
use crate::model::{Attachment, Holder, Lane, LaneKind, Message};
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Region, Subject};
use crate::render::sketch::{Sketch, Type, rect};

/// Left edge of names, and the room they have.
const LEFT: f32 = 16.0;
const ROOM: f32 = GUTTER_LINE - LEFT - 1.0;
const PITCH: f32 = 15.0;
/// Diameter of a persona's picture.
const FACE: f32 = 22.0;

/// The icon of a kind of lane.
pub(super) fn icon(kind: LaneKind) -> Icon {
    Icon::of(match kind {
        LaneKind::Steps => "directions_walk",
        LaneKind::Touchpoints => "ads_click",
        LaneKind::Emotion => "mood",
        LaneKind::PainsGains => "balance",
        LaneKind::Quotes => "format_quote",
        LaneKind::LineOfVisibility => "visibility_off",
        LaneKind::Backstage => "lan",
        LaneKind::Notes => "notes",
        LaneKind::Thoughts => "psychology",
        LaneKind::Pains => "sentiment_dissatisfied",
        LaneKind::Gains => "thumb_up",
        LaneKind::Needs => "checklist",
        LaneKind::Opportunities => "lightbulb",
        LaneKind::Channels => "hub",
        LaneKind::Images => "image",
        LaneKind::Frontstage => "support_agent",
        LaneKind::Systems => "dns",
        LaneKind::Metric => "monitoring",
        LaneKind::LineOfInteraction => "swap_vert",
        LaneKind::LineOfInternalInteraction => "swap_vert",
    })
}

/// The name with places where it may break.
fn name(context: &Context<'_>, lane: &Lane) -> String {
    match (lane.kind, &lane.name) {
        (LaneKind::Touchpoints, None) => context.texts.get("map-gutter-touchpoints"),
        _ => context.texts.lane(lane),
    }
}

fn name_type(context: &Context<'_>, name: &str) -> Type {
    Type::semi_bold(11.5, context.colors.ink2).fitted(name, ROOM, 10.5)
}

/// What a lane says below its name about whose it is and where it comes from, in lines.
fn source(context: &Context<'_>, lane: &Lane) -> Vec<String> {
    let ty = Type::regular(11.0, context.colors.ink3);
    // The axis labels of a curve stand right of these words.
    let room = if lane.kind == LaneKind::Emotion { 50.0 } else { ROOM };
    let mut said = Vec::new();
    if let Some(persona) = lane.persona.and_then(|id| context.model.personas.get(&id)) {
        said.push(persona.name.clone());
    }
    let overlay = context.figures.of_metric(lane.metric);
    let version = overlay.and_then(|o| o.version.as_ref());
    let name = || version.map(|v| figure_words::version(context.texts, v));
    match (lane.kind, lane.metric) {
        (LaneKind::Emotion, None) => said.push(context.texts.get("map-gutter-team-estimate")),
        (LaneKind::Emotion, Some(metric)) => {
            let name = name().unwrap_or_else(|| context.texts.metric(metric));
            said.push(context.phrases.say("map-gutter-from-answers", &[("name", &name)]));
        }
        (LaneKind::Metric, metric) => {
            said.extend(name().or_else(|| metric.map(|metric| context.texts.metric(metric))));
        }
        _ => {}
    }
    if lane.locked {
        said.push(context.texts.get("map-gutter-locked"));
    }
    said.iter().flat_map(|words| ty.wrap(words, room)).collect()
}

/// Height a lane needs for its name.
pub(super) fn height(context: &Context<'_>, lane: &Lane) -> f32 {
    let name = name(context, lane);
    let lines = name_type(context, &name).wrap(&name, ROOM).len();
    26.0 + PITCH * lines as f32 + 14.0 * source(context, lane).len() as f32 + 6.0
}

pub(super) fn draw(context: &Context<'_>, lanes: &[Band<'_>], bottom: f32, map: &mut MapSketch) {
    let colors = context.colors;
    let Some(first) = lanes.first().map(|b| b.top) else {
        return;
    };
    let sheet = rect(0.0, 0.0, context.width, bottom + FOOT);
    let ground = frame::inside(sheet, first, bottom + FOOT - 1.0, GUTTER_LINE);
    map.sketch.convex(ground, colors.sheet);
    for band in lanes {
        if band.striped {
            let stripe = rect(1.0, band.top, GUTTER_LINE - 1.0, band.height);
            map.sketch.fill(stripe, 0.0, colors.lane);
        }
        if !band.is_line() {
            lane_name(context, band, &mut map.sketch);
        }
        map.sketch.region(
            rect(0.0, band.top, GUTTER_LINE, band.height),
            Subject::Lane(band.lane.id),
            label(context, band.lane),
        );
    }
    frame::gutter_line(context, &mut map.sketch, first, bottom);
    for band in lanes.iter().filter(|b| b.is_line()) {
        lines::name(context, band, &mut map.sketch);
    }
}

fn lane_name(context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
    let colors = context.colors;
    sketch.icon(LEFT + 8.0, band.top + 14.0, 17.0, icon(band.lane.kind), colors.ink3);
    if let Some(face) = face(context, band.lane) {
        let place = rect(LEFT + 22.0, band.top + 14.0 - FACE / 2.0, FACE, FACE);
        sketch.picture(place, FACE / 2.0, face);
    }
    let name = name(context, band.lane);
    let ty = name_type(context, &name);
    let lines = ty.wrap(&name, ROOM);
    sketch.lines(LEFT, band.top + 32.0, PITCH, ty, &lines);
    let below = band.top + 32.0 + PITCH * lines.len() as f32;
    let source = source(context, band.lane);
    sketch.lines(LEFT, below, 14.0, Type::regular(11.0, colors.ink3), &source);
    if let Plan::Emotion(emotions) = &band.plan {
        emotions.axis_labels(context, band, sketch);
    }
}

/// The word above the gutter, which never moves.
pub(super) fn corner(context: &Context<'_>, ribbon: &Ribbon, sketch: &mut Sketch) {
    let colors = context.colors;
    let below = RIBBON_TOP + ribbon.height + RIBBON_GAP;
    let sheet = rect(0.0, 0.0, context.width, f32::INFINITY);
    sketch.convex(frame::inside(sheet, 1.0, below, GUTTER_LINE - 1.0), colors.sheet);
    let middle = RIBBON_TOP + ribbon.height / 2.0;
    sketch.icon(24.0, middle, 17.0, Icon::of("flag"), colors.ink3);
    let word = context.texts.get("map-gutter-stage");
    sketch.text(38.0, middle, Anchor::Start, Type::semi_bold(12.0, colors.ink2), &word);
}

/// The first picture of whose feelings or thoughts a lane shows.
fn face<'a>(context: &Context<'a>, lane: &Lane) -> Option<&'a Attachment> {
    let of_somebody = matches!(lane.kind, LaneKind::Emotion | LaneKind::Thoughts);
    let usual = context.request.persona.or(context.persona);
    let persona = lane.persona.or(usual).filter(|_| of_somebody && lane.metric.is_none())?;
    context.model.pictures_of(Holder::Persona(persona)).first().copied()
}

/// A lane in words: its name, and what is set about it.
fn label(context: &Context<'_>, lane: &Lane) -> String {
    let mut parts = vec![context.texts.lane(lane)];
    for (said, key) in [(lane.folded, "map-label-folded"), (lane.locked, "map-label-locked")] {
        if said {
            parts.push(context.phrases.get(key));
        }
    }
    parts.join(", ")
}

/// The regions of whole columns in a lane, where something can be added.
pub(super) fn cells(context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
    let lane = context.texts.lane(band.lane);
    for (index, column) in context.columns().iter().enumerate() {
        let label = Message::new(if column.is_folded() {
            "map-label-cell-folded"
        } else {
            "map-label-cell"
        });
        let label = label
            .with("lane", lane.as_str())
            .with("stage", context.column_name(column))
            .with("n", context.held(index, band.lane.id));
        let region = Region {
            rect: rect(column.x - 2.0, band.top, column.width, band.height),
            subject: Subject::Cell(band.lane.id, column.spot),
            label: context.texts.say(&label),
        };
        map.region(index, region);
    }
}
