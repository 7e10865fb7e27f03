//! The face of a card in its heat colour: ground, title and figures.
//!
//! Measures and draws; what a card holds is `card`'s.

use super::card::{Card, RADIUS, TITLE_LINE, badge_width};
use super::context::Context;
use super::figures::{Figure, Score, heat_edge};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Color, Rect};
use crate::render::sketch::{Sketch, Type, rect, stroke};
use crate::render::theme::no_data;

/// Opacity of a hatch over a heat colour.
pub(super) const HATCH: f32 = 0.22;

impl Card<'_> {
    /// The card's ground in heat mode.
    pub(super) fn ground(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
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
            Figure::TooFew(..) | Figure::Hidden => {
                sketch.frame(place, RADIUS, Some(colors.lane), stroke(colors.line2, 1.0));
            }
            Figure::None | Figure::NoData | Figure::OtherVersion(_) => {
                let edge = stroke(no_data::EDGE, 1.0);
                sketch.frame(place, RADIUS, Some(no_data::FILL), edge);
                sketch.hatch(place, RADIUS, 7.0, stroke(no_data::HATCH, 1.2));
            }
        }
        if let Some(hue) = self.hue {
            // The face is the score's; the team's colour is a bar beside it.
            let bar = rect(place.x + 1.5, place.y + 10.0, 5.5, place.height - 20.0);
            sketch.fill(bar, 2.75, colors.sheet);
            let inside = rect(bar.x + 1.0, bar.y + 1.0, 3.5, bar.height - 2.0);
            sketch.fill(inside, 1.75, hue.edge);
        }
    }

    /// Colour of words on the ground.
    pub(super) fn ink(&self, context: &Context<'_>) -> Color {
        match &self.figure {
            Figure::Score(score) => score.ink,
            Figure::TooFew(..) | Figure::Hidden => context.colors.ink2,
            Figure::None | Figure::NoData | Figure::OtherVersion(_) => no_data::TEXT,
        }
    }

    pub(super) fn heat_head(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let ink = self.ink(context);
        let title = Type { color: ink, ..self.title };
        sketch.icon(place.x + 15.0, place.y + 16.0, 14.0, self.icon, ink);
        let (x, first) = if self.narrow { (10.0, 37.0) } else { (26.0, 16.0) };
        sketch.lines(place.x + x, place.y + first, TITLE_LINE, title, &self.lines);
        if self.touchpoint.moment_of_truth {
            let star = Icon::of("star");
            sketch.filled_icon(place.right() - 11.5, place.y + 15.5, 14.0, star, ink);
        }
    }

    pub(super) fn heat_figure(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let lines = &self.reason;
        let first = place.bottom() - 20.0 - TITLE_LINE * (lines.len() as f32 - 1.0);
        match &self.figure {
            Figure::Score(score) => self.heat_score(context, score, place, sketch),
            Figure::TooFew(n, _) => {
                let ty = Type::regular(11.5, context.colors.ink2);
                sketch.lines(place.x + 10.0, first, TITLE_LINE, ty, lines);
                if lines.len() == 1 {
                    let base = context.figures.base(*n);
                    sketch.text(place.right() - 9.0, first, Anchor::End, ty, &base);
                }
            }
            Figure::Hidden => {
                let ink = context.colors.ink2;
                sketch.filled_icon(place.x + 18.0, first, 16.0, Icon::of("lock"), ink);
                let ty = Type::regular(11.5, ink);
                sketch.lines(place.x + 32.0, first, TITLE_LINE, ty, lines);
            }
            Figure::None | Figure::NoData | Figure::OtherVersion(_) => {
                let ty = Type::semi_bold(12.0, no_data::TEXT);
                let widest = lines.iter().map(|line| ty.width(line)).fold(0.0, f32::max);
                let height = 5.0 + TITLE_LINE * lines.len() as f32;
                let plate = rect(place.x + 8.0, first - 10.0, widest + 12.0, height);
                sketch.fill(plate, 4.0, no_data::FILL);
                sketch.lines(place.x + 14.0, first, TITLE_LINE, ty, lines);
            }
        }
    }

    /// The second measure at the card's foot: its name and a badge on a white plate, so that its
    /// colour is not mixed with the card's.
    pub(super) fn second_figure(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let Some((name, figure)) = self.badge.as_ref().filter(|_| context.words()) else {
            return;
        };
        let colors = context.colors;
        let plate = rect(place.x + 4.0, place.bottom() - 26.0, place.width - 8.0, 22.0);
        sketch.fill(plate, RADIUS - 2.0, colors.sheet);
        let middle = plate.y + plate.height / 2.0;
        let ty = Type::semi_bold(11.0, colors.ink2);
        let badge = badge_width(figure, 32.0);
        let room = plate.width - badge - 12.0;
        sketch.text(plate.x + 6.0, middle, Anchor::Start, ty.fitted(name, room, 8.0), name);
        if let Figure::Score(score) = figure {
            let small = Type::regular(10.5, colors.ink3);
            let left = plate.x + 6.0 + ty.width(name) + 6.0;
            let right = plate.right() - badge - 7.0;
            if small.width(&score.base) <= right - left {
                sketch.text(right, middle, Anchor::End, small, &score.base);
            }
        }
        super::card::badge(context, figure, (plate.right() - 1.0, middle), 32.0, sketch);
    }

    fn heat_score(&self, context: &Context<'_>, score: &Score, place: Rect, sketch: &mut Sketch) {
        let big = Type::semi_bold(20.0, score.ink);
        if !context.words() {
            let (x, y) = (place.x + place.width / 2.0, place.y + place.height / 2.0);
            let huge = Type { size: 26.0, ..big };
            sketch.text(x, y, Anchor::Middle, huge, &score.value);
            return;
        }
        let (lines, bottom) = (self.figure_lines, place.bottom());
        let middle = bottom - 20.0 - TITLE_LINE * (lines as f32 - 1.0);
        let left = place.x + 10.0;
        sketch.text(left, middle, Anchor::Start, big, &score.value);
        if let Some(change) = &score.change {
            let (x, y) = match lines {
                1 => (left + big.width(&score.value) + 6.0, middle - 0.5),
                2 => (left, bottom - 14.0),
                _ => (left, middle + 18.0),
            };
            sketch.triangle(x, y - 4.5, 9.0, change.better, score.ink);
            let ty = Type::semi_bold(12.5, score.ink);
            sketch.text(x + 12.0, y, Anchor::Start, ty, &change.size);
        }
        let small = Type::regular(11.5, score.ink);
        let base = Type { weight: score.base_weight(), ..small };
        if lines > 2 {
            let first = bottom - 14.0 - TITLE_LINE * (self.reason.len() as f32 - 1.0);
            sketch.lines(left, first, TITLE_LINE, base, &self.reason);
            return;
        }
        let right = place.right() - 9.0;
        let range = if lines == 2 { middle } else { bottom - 29.0 };
        sketch.text(right, range, Anchor::End, small, &score.range);
        sketch.text(right, bottom - 14.0, Anchor::End, base, &score.base);
    }
}

/// How many lines score, change and interval take on a heat card.
pub(super) fn figure_lines(score: &Score, width: f32) -> usize {
    let big = Type::semi_bold(20.0, score.ink).width(&score.value);
    let change = score
        .change
        .as_ref()
        .map_or(0.0, |c| 18.0 + Type::semi_bold(12.5, score.ink).width(&c.size));
    let small = Type::regular(11.5, score.ink);
    let (range, base) = (small.width(&score.range), small.width(&score.base));
    let room = width - 19.0;
    if big + change + 8.0 + range.max(base) <= room {
        1
    } else if (big + range).max(change + base) + 8.0 <= room {
        2
    } else {
        3
    }
}
