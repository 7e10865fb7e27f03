//! A card: icon, title, star, owner, channel and score; white with a badge, or in its heat colour.
//!
//! Grows with its title; knows nothing of where it stands.

use super::context::Context;
use super::figures::{Figure, Score, heat_edge};
use super::{Detail, Mode};
use crate::model::{Owner, Placement, Touchpoint};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Color, Rect, Shadow};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};
use crate::render::theme::{Theme, no_data};

/// Height of a card whose title takes its usual room.
pub(super) const HEIGHT: f32 = 66.0;
const RADIUS: f32 = 8.0;
const TITLE_LINE: f32 = 15.0;
const BADGE: f32 = 36.0;
/// Opacity of a hatch over a heat colour.
const HATCH: f32 = 0.22;

/// A measured card.
pub(super) struct Card<'a> {
    pub touchpoint: &'a Touchpoint,
    pub owner: Option<&'a Owner>,
    pub channel: Option<String>,
    pub figure: Figure,
    pub height: f32,
    icon: Icon,
    title: Type,
    lines: Vec<String>,
    /// Score and interval do not fit beside each other: they take a line each.
    tall: bool,
}

impl<'a> Card<'a> {
    pub(super) fn new(context: &Context<'a>, placement: &Placement, width: f32) -> Option<Self> {
        let touchpoint = context.model.touchpoints.get(&placement.touchpoint)?;
        let channel = touchpoint.channels.first().and_then(|c| context.model.channels.get(c));
        let figure = context.figures.card(touchpoint.id);
        let heat = is_heat(context, &figure);
        let star = touchpoint.moment_of_truth;
        let (size, room, free_lines) = if heat {
            (12.0, width - if star { 46.0 } else { 34.0 }, 1)
        } else {
            (12.5, width - if star { 62.0 } else { 44.0 }, 2)
        };
        let title = Type::semi_bold(size, context.colors.ink).fitted(&touchpoint.title, room, 10.0);
        let lines = title.wrap(&touchpoint.title, room);
        let extra = TITLE_LINE * lines.len().saturating_sub(free_lines) as f32;
        let tall = matches!(&figure, Figure::Score(s) if heat && !fits_beside(s, width));
        let icon = touchpoint.icon.as_deref().and_then(Icon::named);
        Some(Self {
            touchpoint,
            owner: touchpoint.owner.and_then(|o| context.model.owners.get(&o)),
            channel: channel.map(|c| context.channel(c)),
            figure,
            height: HEIGHT + extra + if tall { TITLE_LINE } else { 0.0 },
            icon: icon.unwrap_or_else(|| super::context::channel_icon(channel.map(|c| c.kind))),
            title,
            lines,
            tall,
        })
    }

    pub(super) fn draw(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        if is_heat(context, &self.figure) {
            self.ground(context, place, sketch);
            if context.words() {
                self.heat_head(context, place, sketch);
            }
            self.heat_figure(context, place, sketch);
        } else {
            self.plain(context, place, sketch);
        }
    }

    /// The white card of the working mode.
    fn plain(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let colors = context.colors;
        let shadow = (context.request.detail == Detail::Full).then(|| shadow(context)).flatten();
        sketch.raised(place, RADIUS, colors.card, stroke(colors.line, 1.0), shadow);
        let foot = place.bottom() - 16.0;
        if context.words() {
            sketch.fill(rect(place.x + 8.0, place.y + 8.0, 24.0, 24.0), 6.0, colors.chan);
            sketch.icon(place.x + 20.0, place.y + 20.0, 16.0, self.icon, colors.ink2);
            let first = if self.lines.len() > 1 { 13.5 } else { 20.0 };
            sketch.lines(place.x + 39.0, place.y + first, TITLE_LINE, self.title, &self.lines);
            if self.touchpoint.moment_of_truth {
                let star = Icon::of("star");
                sketch.filled_icon(place.right() - 14.0, place.y + 15.0, 16.0, star, colors.star);
            }
        }
        if context.request.detail == Detail::Full {
            self.avatar(context, point(place.x + 18.0, foot), sketch);
            self.channel_name(context, place, foot, sketch);
        }
        if context.request.mode != Mode::Off && !matches!(self.figure, Figure::None) {
            badge(context, &self.figure, place.right() - 8.0, foot, BADGE, sketch);
        }
    }

    fn avatar(&self, context: &Context<'_>, at: crate::render::scene::Point, sketch: &mut Sketch) {
        let colors = context.colors;
        if let Some(owner) = self.owner {
            sketch.circle(at, 9.5, colors.chan, Some(stroke(colors.line2, 1.0)));
            let ty = Type::semi_bold(9.0, colors.ink2);
            sketch.text(at.x, at.y, Anchor::Middle, ty, &owner.initials());
        } else {
            sketch.circle(at, 9.5, colors.card, Some(stroke(colors.bad, 1.0)));
            sketch.icon(at.x, at.y, 12.0, Icon::of("person_add"), colors.bad);
        }
    }

    fn channel_name(&self, context: &Context<'_>, place: Rect, middle: f32, sketch: &mut Sketch) {
        let Some(name) = &self.channel else { return };
        let badge = !(context.request.mode == Mode::Off || matches!(self.figure, Figure::None));
        let room = place.width - 39.0 - if badge { BADGE + 14.0 } else { 8.0 };
        let ty = Type::regular(11.5, context.colors.ink3).fitted(name, room, 9.5);
        let lines = ty.wrap(name, room);
        let first = middle - 12.0 * (lines.len() as f32 - 1.0) / 2.0;
        sketch.lines(place.x + 39.0, first, 12.0, ty, &lines);
    }

    /// The card's ground in heat mode.
    fn ground(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let colors = context.colors;
        match &self.figure {
            Figure::Score(score) => {
                match heat_edge(context.request.theme) {
                    Some(edge) => {
                        sketch.frame(place, RADIUS, Some(score.fill), stroke(edge, 1.0));
                    }
                    None => sketch.fill(place, RADIUS, score.fill),
                }
                if score.few {
                    let ink = score.ink.with_opacity(HATCH);
                    sketch.hatch(place, RADIUS, 7.0, stroke(ink, 1.0));
                }
            }
            Figure::TooFew(_) | Figure::Hidden => {
                sketch.frame(place, RADIUS, Some(colors.lane), stroke(colors.line2, 1.0));
            }
            Figure::None | Figure::NoData | Figure::OtherVersion(_) => {
                let edge = stroke(no_data::EDGE, 1.0);
                sketch.frame(place, RADIUS, Some(no_data::FILL), edge);
                sketch.hatch(place, RADIUS, 7.0, stroke(no_data::HATCH, 1.2));
            }
        }
    }

    /// Colour of words on the ground.
    fn ink(&self, context: &Context<'_>) -> Color {
        match &self.figure {
            Figure::Score(score) => score.ink,
            Figure::TooFew(_) | Figure::Hidden => context.colors.ink2,
            Figure::None | Figure::NoData | Figure::OtherVersion(_) => no_data::TEXT,
        }
    }

    fn heat_head(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let ink = self.ink(context);
        let title = Type { color: ink, ..self.title };
        sketch.icon(place.x + 15.0, place.y + 16.0, 14.0, self.icon, ink);
        sketch.lines(place.x + 26.0, place.y + 16.0, TITLE_LINE, title, &self.lines);
        if self.touchpoint.moment_of_truth {
            let star = Icon::of("star");
            sketch.filled_icon(place.right() - 11.5, place.y + 15.5, 14.0, star, ink);
        }
    }

    fn heat_figure(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let middle = place.bottom() - 20.0;
        match &self.figure {
            Figure::Score(score) => self.heat_score(context, score, place, sketch),
            Figure::TooFew(n) => {
                let ty = Type::regular(11.5, context.colors.ink2);
                let words = self.figure.words(context);
                sketch.text(place.x + 10.0, middle, Anchor::Start, ty, &words);
                let base = context.figures.base(*n);
                sketch.text(place.right() - 9.0, middle, Anchor::End, ty, &base);
            }
            Figure::Hidden => {
                let ink = context.colors.ink2;
                sketch.filled_icon(place.x + 18.0, middle, 16.0, Icon::of("lock"), ink);
                let words = self.figure.words(context);
                let ty = Type::regular(11.5, ink);
                sketch.text(place.x + 32.0, middle, Anchor::Start, ty, &words);
            }
            Figure::None | Figure::NoData | Figure::OtherVersion(_) => {
                let ty = Type::semi_bold(12.0, no_data::TEXT);
                let words = self.figure.words(context);
                let plate = rect(place.x + 8.0, middle - 10.0, ty.width(&words) + 12.0, 20.0);
                sketch.fill(plate, 4.0, no_data::FILL);
                sketch.text(place.x + 14.0, middle, Anchor::Start, ty, &words);
            }
        }
    }

    fn heat_score(&self, context: &Context<'_>, score: &Score, place: Rect, sketch: &mut Sketch) {
        let big = Type::semi_bold(20.0, score.ink);
        if !context.words() {
            let (x, y) = (place.x + place.width / 2.0, place.y + place.height / 2.0);
            let huge = Type { size: 26.0, ..big };
            sketch.text(x, y, Anchor::Middle, huge, &score.value);
            return;
        }
        let middle = place.bottom() - if self.tall { 35.0 } else { 20.0 };
        sketch.text(place.x + 10.0, middle, Anchor::Start, big, &score.value);
        let right = place.right() - 9.0;
        let small = Type::regular(11.5, score.ink);
        if let Some(change) = &score.change {
            let (x, y) = if self.tall {
                (place.x + 10.0, place.bottom() - 14.0)
            } else {
                (place.x + 10.0 + big.width(&score.value) + 6.0, middle - 0.5)
            };
            sketch.triangle(x, y - 4.5, 9.0, change.better, score.ink);
            let ty = Type::semi_bold(12.5, score.ink);
            sketch.text(x + 12.0, y, Anchor::Start, ty, &change.size);
        }
        let base = Type { weight: score.base_weight(), ..small };
        let range = if self.tall { middle } else { place.bottom() - 29.0 };
        sketch.text(right, range, Anchor::End, small, &score.range);
        sketch.text(right, place.bottom() - 14.0, Anchor::End, base, &score.base);
    }
}

/// Whether a card is painted as heat: its whole face in the colour of its score.
fn is_heat(context: &Context<'_>, figure: &Figure) -> bool {
    context.heat() && !matches!(figure, Figure::None)
}

/// Whether score, change and interval fit on one line.
fn fits_beside(score: &Score, width: f32) -> bool {
    let big = Type::semi_bold(20.0, score.ink).width(&score.value);
    let change = score
        .change
        .as_ref()
        .map_or(0.0, |c| 18.0 + Type::semi_bold(12.5, score.ink).width(&c.size));
    let small = Type::regular(11.5, score.ink);
    let range = small.width(&score.range).max(small.width(&score.base));
    10.0 + big + change + 8.0 + range <= width - 9.0
}

fn shadow(context: &Context<'_>) -> Option<Shadow> {
    (context.request.theme == Theme::Light).then(|| Shadow {
        offset_y: 1.0,
        blur: 3.0,
        color: Color::hex(0x17_1A21).with_opacity(0.1),
    })
}

/// A small coloured score, right-aligned at `right` and centred on a height.
pub(super) fn badge(
    context: &Context<'_>,
    figure: &Figure,
    right: f32,
    middle: f32,
    least: f32,
    sketch: &mut Sketch,
) {
    let words = figure.badge_words();
    let width = least.max(Type::semi_bold(12.0, no_data::TEXT).width(&words) + 10.0);
    let place = rect(right - width, middle - 10.0, width, 20.0);
    let x = place.x + width / 2.0;
    let colors = context.colors;
    match figure {
        Figure::None => {}
        Figure::Score(score) => {
            match heat_edge(context.request.theme) {
                Some(edge) => sketch.frame(place, 5.0, Some(score.fill), stroke(edge, 1.0)),
                None => sketch.fill(place, 5.0, score.fill),
            }
            if score.few {
                sketch.hatch(place, 5.0, 4.0, stroke(score.ink.with_opacity(HATCH), 1.0));
            }
            let ty = Type::semi_bold(12.0, score.ink);
            sketch.text(x, middle, Anchor::Middle, ty, &words);
        }
        Figure::Hidden => {
            sketch.frame(place, 5.0, Some(colors.lane), stroke(colors.line2, 1.0));
            sketch.filled_icon(x, middle, 12.0, Icon::of("lock"), colors.ink2);
        }
        Figure::TooFew(_) => {
            sketch.frame(place, 5.0, Some(colors.lane), stroke(colors.line2, 1.0));
            let ty = Type::semi_bold(12.0, colors.ink2);
            sketch.text(x, middle, Anchor::Middle, ty, &words);
        }
        Figure::NoData | Figure::OtherVersion(_) => {
            sketch.frame(place, 5.0, Some(no_data::FILL), stroke(no_data::EDGE, 1.0));
            sketch.hatch(place, 5.0, 4.0, stroke(no_data::HATCH, 1.2));
            let ty = Type::semi_bold(12.0, no_data::TEXT);
            sketch.text(x, middle, Anchor::Middle, ty, &words);
        }
    }
}
