//! The gutter: an icon and a name for each lane, which stays in place while the map scrolls.
//!
//! Holds no lane's contents.

use super::context::Context;
use super::frame::{self, FOOT, GUTTER_LINE};
use super::ribbon::Ribbon;
use super::{Band, MapSketch, RIBBON_GAP, RIBBON_TOP, visibility};
use crate::model::{Lane, LaneKind};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Region, Subject};
use crate::render::sketch::{Sketch, Type, rect};

/// Left edge of names, and the room they have.
const LEFT: f32 = 16.0;
const ROOM: f32 = GUTTER_LINE - LEFT - 1.0;
const PITCH: f32 = 15.0;

fn icon(kind: LaneKind) -> Icon {
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

/// What the emotion lane says about its source, in lines.
fn source(context: &Context<'_>, lane: &Lane) -> Vec<String> {
    if lane.kind != LaneKind::Emotion {
        return Vec::new();
    }
    // The axis labels stand right of these words.
    let text = context.texts.get("map-gutter-team-estimate");
    Type::regular(11.0, context.colors.ink3).wrap(&text, 50.0)
}

/// Height a lane needs for its name.
pub(super) fn height(context: &Context<'_>, lane: &Lane) -> f32 {
    if lane.kind == LaneKind::LineOfVisibility {
        return 0.0;
    }
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
        if band.lane.kind != LaneKind::LineOfVisibility {
            lane_name(context, band, &mut map.sketch);
        }
        map.sketch.region(
            rect(0.0, band.top, GUTTER_LINE, band.height),
            Subject::Lane(band.lane.id),
            context.texts.lane(band.lane),
        );
    }
    frame::gutter_line(context, &mut map.sketch, first, bottom);
    for band in lanes.iter().filter(|b| b.lane.kind == LaneKind::LineOfVisibility) {
        visibility::name(context, band, &mut map.sketch);
    }
}

fn lane_name(context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
    let colors = context.colors;
    sketch.icon(LEFT + 8.0, band.top + 14.0, 17.0, icon(band.lane.kind), colors.ink3);
    let name = name(context, band.lane);
    let ty = name_type(context, &name);
    let lines = ty.wrap(&name, ROOM);
    sketch.lines(LEFT, band.top + 32.0, PITCH, ty, &lines);
    let below = band.top + 32.0 + PITCH * lines.len() as f32;
    let source = source(context, band.lane);
    sketch.lines(LEFT, below, 14.0, Type::regular(11.0, colors.ink3), &source);
    super::emotion::axis_labels(context, band, sketch);
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

/// The region of a whole column in a lane, where something can be added.
pub(super) fn cell(context: &Context<'_>, band: &Band<'_>, stage: usize) -> Option<Region> {
    let id = context.stages.get(stage)?.id;
    let label = crate::model::Message::new("map-label-cell")
        .with("lane", context.texts.lane(band.lane))
        .with("stage", context.texts.stage(context.stages[stage]));
    Some(Region {
        rect: rect(context.x(stage) - 2.0, band.top, context.column, band.height),
        subject: Subject::Cell(band.lane.id, id),
        label: context.texts.say(&label),
    })
}
