//! A card: icon, title, star, owner, channel and score; white with a badge, or in its heat colour.
//!
//! Grows with all that it holds; knows nothing of where it stands.

use super::card_heat::{HATCH, figure_lines};
use super::context::Context;
use super::figures::{Figure, heat_edge};
use super::marks::{Inks, Of, Small};
use super::{Detail, Mode};
use crate::model::{Attachment, Holder, Item, Owner, Placement, Touchpoint};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Color, Point, Rect, Shadow};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};
use crate::render::theme::{HueColors, Theme, no_data};

/// Height of a card whose title takes its usual room.
pub(super) const HEIGHT: f32 = 66.0;
pub(super) const RADIUS: f32 = 8.0;
pub(super) const TITLE_LINE: f32 = 15.0;
const BADGE: f32 = 36.0;
/// A card narrower than this has its title below its icon.
const NARROW: f32 = 110.0;
/// Height of a picture at the top, and what it takes of the card.
const PICTURE: f32 = 40.0;
const STRIP: f32 = 42.0;
const CHANNEL_LINE: f32 = 12.0;
/// Blank above tags and signs.
const MARKS_GAP: f32 = 3.0;
/// Height of a badge with its blank, where it stands below the owner.
const BADGE_ROW: f32 = 24.0;

/// A measured card.
pub(super) struct Card<'a> {
    pub touchpoint: &'a Touchpoint,
    pub owner: Option<&'a Owner>,
    pub channel: Option<String>,
    pub figure: Figure,
    /// A second measure, by its name.
    pub badge: Option<(String, Figure)>,
    pub small: Small<'a>,
    pub picture: Option<&'a Attachment>,
    pub height: f32,
    pub(super) icon: Icon,
    pub(super) title: Type,
    pub(super) lines: Vec<String>,
    pub(super) narrow: bool,
    /// The channel stands below the owner, and the badge does.
    channel_below: bool,
    badge_below: bool,
    /// Lines that the figures of a heat card take: one, or a line for each that does not fit beside.
    pub(super) figure_lines: usize,
    /// Why a heat card has no score, or interval and base below each other, in lines.
    pub(super) reason: Vec<String>,
    channel_type: Type,
    channel_lines: Vec<String>,
    pub(super) hue: Option<HueColors>,
}

impl<'a> Card<'a> {
    pub(super) fn new(context: &Context<'a>, placement: &Placement, width: f32) -> Option<Self> {
        let touchpoint = context.model.touchpoints.get(&placement.touchpoint)?;
        let channel = touchpoint.channels.first().and_then(|c| context.model.channels.get(c));
        let figure = context.figures.card(touchpoint.id);
        let badge = context.figures.badge(touchpoint.id);
        let heat = is_heat(context, &figure);
        let narrow = width < NARROW;
        let star = touchpoint.moment_of_truth;
        let (size, room) = match (narrow, heat) {
            (true, heat) => (if heat { 12.0 } else { 12.5 }, width - 18.0),
            (false, true) => (12.0, width - if star { 46.0 } else { 34.0 }),
            (false, false) => (12.5, width - if star { 62.0 } else { 44.0 }),
        };
        let title = Type::semi_bold(size, context.colors.ink).fitted(&touchpoint.title, room, 10.0);
        let of = Of {
            item: Item::Touchpoint(touchpoint.id),
            marks: &touchpoint.marks,
            sub_journey: touchpoint.sub_journey,
            locked: placement.locked,
            answered: context.figures.answered(touchpoint.id),
        };
        let icon = touchpoint.icon.as_deref().and_then(Icon::named);
        let mut card = Self {
            touchpoint,
            owner: touchpoint.owner.and_then(|o| context.model.owners.get(&o)),
            channel: channel.map(|c| context.channel(c)),
            badge,
            small: Small::new(context, of, width - 20.0),
            picture: context.picture(Holder::Touchpoint(touchpoint.id)),
            height: 0.0,
            icon: icon.unwrap_or_else(|| super::context::channel_icon(channel.map(|c| c.kind))),
            lines: title.wrap(&touchpoint.title, room),
            title,
            narrow,
            channel_below: false,
            badge_below: false,
            figure_lines: 1,
            reason: Vec::new(),
            channel_type: Type::regular(11.5, context.colors.ink3),
            channel_lines: Vec::new(),
            hue: touchpoint.marks.hue.map(|hue| context.request.theme.hue(hue)),
            figure,
        };
        if heat {
            card.fit_figures(context, width);
        } else {
            card.fit_foot(context, width);
        }
        card.height = card.strip() + card.head(heat) + card.marks() + card.foot(heat);
        Some(card)
    }

    /// The score with its interval, or the reason why there is none.
    fn fit_figures(&mut self, context: &Context<'_>, width: f32) {
        if let Figure::Score(score) = &self.figure {
            self.figure_lines = figure_lines(score, width);
            if self.figure_lines > 2 {
                let ty = Type { weight: score.base_weight(), ..Type::regular(11.5, score.ink) };
                let room = width - 19.0;
                self.reason = ty.wrap(&score.range, room);
                self.reason.extend(ty.wrap(&score.base, room));
                let own_lines = 1 + usize::from(score.change.is_some());
                self.figure_lines = own_lines + self.reason.len();
            }
            return;
        }
        let ink = Color::hex(0);
        let (ty, room) = match &self.figure {
            Figure::TooFew(..) => (Type::regular(11.5, ink), width - 19.0),
            Figure::Hidden => (Type::regular(11.5, ink), width - 40.0),
            _ => (Type::semi_bold(12.0, ink), width - 28.0),
        };
        let words = self.figure.words(context);
        self.reason = ty.wrap(&words, room);
        if let Figure::TooFew(n, _) = &self.figure {
            let base = context.figures.base(*n);
            if self.reason.len() > 1 || ty.width(&words) + 8.0 + ty.width(&base) > room {
                self.reason.push(base);
            }
        }
        self.figure_lines = self.reason.len();
    }

    /// Badge and channel: beside the owner, or below where they would not fit.
    fn fit_foot(&mut self, context: &Context<'_>, width: f32) {
        let badge = self.has_badge(context);
        let badge_width = badge_width(&self.figure, BADGE);
        self.badge_below = badge && 32.0 + badge_width + 8.0 > width;
        let Some(name) = &self.channel else { return };
        let beside = if badge { badge_width + 14.0 } else { 8.0 };
        let room = width - 39.0 - beside;
        let usual = self.channel_type;
        self.channel_type = usual.fitted(name, room, 9.5);
        self.channel_lines = self.channel_type.wrap(name, room.max(1.0));
        self.channel_below = self.channel_lines.len() > name.split_whitespace().count();
        if self.channel_below {
            self.channel_type = usual.fitted(name, width - 18.0, 9.5);
            self.channel_lines = self.channel_type.wrap(name, width - 18.0);
        }
    }

    fn has_badge(&self, context: &Context<'_>) -> bool {
        !(context.request.mode == Mode::Off || matches!(self.figure, Figure::None))
    }

    /// What the picture takes at the top.
    fn strip(&self) -> f32 {
        if self.picture.is_some() { STRIP } else { 0.0 }
    }

    /// Height of tags and signs.
    fn marks(&self) -> f32 {
        if self.small.height > 0.0 { self.small.height + MARKS_GAP } else { 0.0 }
    }

    /// Height of icon and title.
    fn head(&self, heat: bool) -> f32 {
        let lines = self.lines.len() as f32;
        match (self.narrow, heat) {
            (true, true) => 32.0 + TITLE_LINE * lines,
            (true, false) => 39.0 + TITLE_LINE * lines,
            (false, true) => 11.0 + TITLE_LINE * lines,
            (false, false) => 40.0 + TITLE_LINE * (lines - 2.0).max(0.0),
        }
    }

    /// Height of figures, or of owner and channel.
    fn foot(&self, heat: bool) -> f32 {
        if heat {
            return self.second() + 25.0 + TITLE_LINE * self.figure_lines as f32;
        }
        26.0 + self.below_owner() + if self.badge_below { BADGE_ROW } else { 0.0 }
    }

    /// What the row of the second measure takes.
    pub(super) fn second(&self) -> f32 {
        if self.badge.is_some() { BADGE_ROW } else { 0.0 }
    }

    /// What the channel takes beside the owner's row.
    fn below_owner(&self) -> f32 {
        let lines = self.channel_lines.len() as f32;
        CHANNEL_LINE * if self.channel_below { lines } else { (lines - 2.0).max(0.0) }
    }

    pub(super) fn draw(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let heat = is_heat(context, &self.figure);
        if heat {
            self.ground(context, place, sketch);
        } else {
            self.plain_ground(context, place, sketch);
        }
        if context.words() {
            self.draw_picture(place, if heat { 9.0 } else { 6.0 }, sketch);
            let body = Rect { y: place.y + self.strip(), ..place };
            if heat {
                self.heat_head(context, body, sketch);
            } else {
                self.plain_head(context, body, sketch);
            }
            let top = body.y + self.head(heat) + MARKS_GAP - if heat { 0.0 } else { 2.0 };
            self.small.draw(context, (place.x + 10.0, top), self.inks(context, heat), sketch);
        }
        if heat {
            let above = Rect { height: place.height - self.second(), ..place };
            self.heat_figure(context, above, sketch);
            self.second_figure(context, place, sketch);
        } else {
            self.plain_foot(context, place, sketch);
        }
    }

    fn draw_picture(&self, place: Rect, inset: f32, sketch: &mut Sketch) {
        if let Some(picture) = self.picture {
            let room = rect(place.x + inset, place.y + 6.0, place.width - 2.0 * inset, PICTURE);
            sketch.picture(room, 4.0, picture);
        }
    }

    fn inks(&self, context: &Context<'_>, heat: bool) -> Inks {
        let colors = context.colors;
        if heat {
            let ink = self.ink(context);
            let edge = Some(ink.with_opacity(0.5));
            return Inks { tag: None, edge, words: ink, signs: ink };
        }
        let (tag, edge) = match self.hue {
            Some(hue) => (colors.card, Some(hue.edge.with_opacity(0.5))),
            None => (colors.chan, None),
        };
        Inks { tag: Some(tag), edge, words: colors.ink2, signs: colors.ink2 }
    }

    /// The white or tinted ground of the working mode.
    fn plain_ground(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let colors = context.colors;
        let shadow = (context.request.detail == Detail::Full).then(|| shadow(context)).flatten();
        let (fill, edge) = self.hue.map_or((colors.card, colors.line), |hue| (hue.tint, hue.edge));
        sketch.raised(place, RADIUS, fill, stroke(edge, 1.0), shadow);
    }

    fn plain_head(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let colors = context.colors;
        let ground = if self.hue.is_some() { colors.card } else { colors.chan };
        sketch.fill(rect(place.x + 8.0, place.y + 8.0, 24.0, 24.0), 6.0, ground);
        sketch.icon(place.x + 20.0, place.y + 20.0, 16.0, self.icon, colors.ink2);
        let (x, first) = match (self.narrow, self.lines.len()) {
            (true, _) => (8.0, 43.0),
            (false, 0 | 1) => (39.0, 20.0),
            (false, _) => (39.0, 13.5),
        };
        let at = (place.x + x, place.y + first);
        sketch.lines(at.0, at.1, TITLE_LINE, self.title, &self.lines);
        if self.touchpoint.moment_of_truth {
            let star = Icon::of("star");
            sketch.filled_icon(place.right() - 14.0, place.y + 15.0, 16.0, star, colors.star);
        }
    }

    /// Owner, channel and badge.
    fn plain_foot(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let lines = self.channel_lines.len() as f32;
        let bottom = place.bottom() - if self.badge_below { BADGE_ROW } else { 0.0 };
        let middle = if self.channel_below {
            bottom - 16.0 - self.below_owner()
        } else {
            bottom - 16.0 - self.below_owner() / 2.0
        };
        if context.request.detail == Detail::Full {
            self.avatar(context, point(place.x + 18.0, middle), sketch);
            let (x, first) = if self.channel_below {
                (10.0, bottom - CHANNEL_LINE * lines + 2.0)
            } else {
                (39.0, middle - CHANNEL_LINE * (lines - 1.0) / 2.0)
            };
            let (x, ty) = (place.x + x, self.channel_type);
            sketch.lines(x, first, CHANNEL_LINE, ty, &self.channel_lines);
        }
        if self.has_badge(context) {
            let middle = if self.badge_below { place.bottom() - 16.0 } else { middle };
            badge(context, &self.figure, (place.right() - 8.0, middle), BADGE, sketch);
        }
    }

    fn avatar(&self, context: &Context<'_>, at: Point, sketch: &mut Sketch) {
        let colors = context.colors;
        let Some(owner) = self.owner else {
            sketch.circle(at, 9.5, colors.card, Some(stroke(colors.bad, 1.0)));
            sketch.icon(at.x, at.y, 12.0, Icon::of("person_add"), colors.bad);
            return;
        };
        let (fill, edge, ink) = match owner.hue.map(|hue| context.request.theme.hue(hue)) {
            Some(hue) => (hue.tint, hue.edge, hue.ink),
            None => (colors.chan, colors.line2, colors.ink2),
        };
        sketch.circle(at, 9.5, fill, Some(stroke(edge, 1.0)));
        let ty = Type::semi_bold(9.0, ink);
        sketch.text(at.x, at.y, Anchor::Middle, ty, &owner.initials());
    }
}

/// Whether a card is painted as heat: its whole face in the colour of its score.
fn is_heat(context: &Context<'_>, figure: &Figure) -> bool {
    context.heat() && !matches!(figure, Figure::None)
}

fn shadow(context: &Context<'_>) -> Option<Shadow> {
    (context.request.theme == Theme::Light).then(|| Shadow {
        offset_y: 1.0,
        blur: 3.0,
        color: Color::hex(0x17_1A21).with_opacity(0.1),
    })
}

/// Width of a badge that is at least so wide.
pub(super) fn badge_width(figure: &Figure, least: f32) -> f32 {
    least.max(Type::semi_bold(12.0, no_data::TEXT).width(&figure.badge_words()) + 10.0)
}

/// A small coloured score, right-aligned at `right` and centred on a height.
pub(super) fn badge(
    context: &Context<'_>,
    figure: &Figure,
    (right, middle): (f32, f32),
    least: f32,
    sketch: &mut Sketch,
) {
    let words = figure.badge_words();
    let width = badge_width(figure, least);
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
        Figure::TooFew(..) => {
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
