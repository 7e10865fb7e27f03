//! The distribution of answers as one bar, bad on the left, with percentages where they fit.
//!
//! Shows raw answers: no box, no break-point.

use crate::analysis::heat::heat;
use crate::model::{Better, Histogram, Metric};
use crate::render::color_scale::{Palette, text_on};
use crate::render::scene::{Anchor, Color, Scene};
use crate::render::sketch::{Sketch, Type, point, rect, slice_of_round, stroke};
use crate::render::theme::Theme;
use crate::text::Texts;

const HEIGHT: f32 = 22.0;
const RADIUS: f32 = 5.0;

/// A bar of answers.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswersRequest {
    /// Width in points.
    pub width: f32,
    /// What was asked, for the words at both ends.
    pub metric: Metric,
    /// How often each value was given.
    pub counts: Histogram,
    /// The value of the middle colour, on the scale of the answers; its middle when absent.
    pub middle: Option<f64>,
    /// Colours.
    pub palette: Palette,
}

/// Draws the bar and the words at its ends.
#[must_use]
pub fn answers_bar(request: &AnswersRequest, texts: &Texts, theme: Theme) -> Scene {
    let colors = theme.colors();
    let mut sketch = Sketch::default();
    let mut parts: Vec<(i32, u64)> = request.counts.iter().collect();
    if request.counts.scale.better == Better::Low {
        parts.reverse();
    }
    bar(request, &parts, theme, texts, &mut sketch);
    let caption = Type::regular(11.0, colors.ink3);
    let (low, high) = ends(request.metric);
    let value = |part: Option<&(i32, u64)>| part.map_or(0, |p| i64::from(p.0));
    let say = |key, part| {
        let message = crate::model::Message::new(key).with("value", texts.int(value(part)));
        texts.say(&message)
    };
    sketch.text_at(0.0, HEIGHT + 15.0, Anchor::Start, caption, &say(low, parts.first()));
    sketch.text_at(request.width, HEIGHT + 15.0, Anchor::End, caption, &say(high, parts.last()));
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (request.width, HEIGHT + 20.0);
    scene
}

fn bar(
    request: &AnswersRequest,
    parts: &[(i32, u64)],
    theme: Theme,
    texts: &Texts,
    sketch: &mut Sketch,
) {
    let total = request.counts.n().max(1) as f64;
    let shown: Vec<(i32, u64)> = parts.iter().copied().filter(|part| part.1 > 0).collect();
    let whole = rect(0.0, 0.0, request.width, HEIGHT);
    let white = Color::hex(0xFF_FFFF);
    let mut x = 0.0;
    for (index, (value, count)) in shown.into_iter().enumerate() {
        let share = count as f64 / total;
        let width = (f64::from(request.width) * share) as f32;
        let fill = request.color(value);
        sketch.convex(slice_of_round(whole, RADIUS, x, (x + width).min(request.width)), fill);
        if index > 0 {
            sketch.line(point(x, 0.0), point(x, HEIGHT), stroke(white, 1.5));
        }
        if width >= HEIGHT {
            let ty = Type::semi_bold(11.0, text_on(fill));
            let text = texts.num(100.0 * share, 0);
            sketch.text(x + width / 2.0, HEIGHT / 2.0, Anchor::Middle, ty, &text);
        }
        x += width;
    }
    if theme == Theme::Dark {
        // Keeps the dark ends of a palette visible.
        sketch.frame(whole, RADIUS, None, stroke(white.with_opacity(0.18), 1.0));
    }
}

impl AnswersRequest {
    /// The colour of a value.
    pub(super) fn color(&self, value: i32) -> Color {
        let (min, max) = (f64::from(self.counts.scale.min), f64::from(self.counts.scale.max));
        let ends = if self.counts.scale.better == Better::Low { (max, min) } else { (min, max) };
        let middle = self.middle.filter(|m| *m > min && *m < max).unwrap_or((min + max) / 2.0);
        self.palette.at(heat(f64::from(value), middle, ends) / 100.0)
    }
}

fn ends(metric: Metric) -> (&'static str, &'static str) {
    match metric {
        Metric::Ces => ("chart-answers-very-hard", "chart-answers-very-easy"),
        Metric::Nps => ("chart-answers-not-likely", "chart-answers-very-likely"),
        Metric::Fcr => ("chart-answers-not-solved", "chart-answers-solved"),
        Metric::Csat => ("chart-answers-dissatisfied", "chart-answers-satisfied"),
        Metric::Rating => ("chart-answers-worst", "chart-answers-best"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scale;
    use crate::render::scene::Shape;
    use crate::text::Lang;

    #[test]
    fn the_bad_end_is_left_whatever_the_direction() {
        for better in [Better::High, Better::Low] {
            let scale = Scale { min: 1, max: 5, better };
            let request = AnswersRequest {
                width: 100.0,
                metric: Metric::Ces,
                counts: Histogram::of(scale, &[1, 1, 2, 5]),
                middle: None,
                palette: Palette::RedBrownBlue,
            };
            let scene = answers_bar(&request, &Texts::new(Lang::En), Theme::Light);
            let Some(Shape::Convex { points, fill }) = scene.shapes.first() else {
                panic!("{:?}", scene.shapes.first())
            };
            assert_eq!(*fill, Palette::RedBrownBlue.at(0.0));
            let right = points.iter().map(|p| p.x).fold(0.0, f32::max);
            assert_eq!(right, if better == Better::High { 50.0 } else { 25.0 });
        }
    }
}
