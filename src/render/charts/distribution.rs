//! The distribution of answers: a bar a value, its share with an interval, and its count.
//!
//! Lowest value left, whatever its meaning; the colours say which end is good.

use super::answers::AnswersRequest;
use crate::metrics::interval::Bounds;
use crate::render::color_scale::text_on;
use crate::render::scene::{Anchor, Scene};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};
use crate::render::theme::Theme;
use crate::text::Texts;

/// Room above the plot and below it.
const HEAD: f32 = 18.0;
const FOOT: f32 = 38.0;
/// Below this pitch of the bars there is no room for words under each.
const WORDS: f32 = 26.0;

/// A distribution.
#[derive(Clone, PartialEq, Debug)]
pub struct DistributionRequest {
    /// Width, counts and colours.
    pub answers: AnswersRequest,
    /// Height in points.
    pub height: f32,
    /// The interval of each share, 0…1, lowest value first; none is drawn where it is missing.
    pub intervals: Vec<Bounds>,
}

/// Draws the bars, their intervals and their numbers.
#[must_use]
pub fn distribution(request: &DistributionRequest, texts: &Texts, theme: Theme) -> Scene {
    let colors = theme.colors();
    let answers = &request.answers;
    let total = answers.counts.n().max(1) as f64;
    let parts: Vec<(i32, u64)> = answers.counts.iter().collect();
    let interval = |index: usize| request.intervals.get(index).copied();
    let shares = parts.iter().map(|(_, n)| *n as f64 / total);
    let ends = request.intervals.iter().map(|(_, high)| *high);
    let top = shares.chain(ends).fold(0.0_f64, f64::max).max(0.05);
    let plot = request.height - HEAD - FOOT;
    let y = |share: f64| HEAD + plot * (1.0 - (share / top) as f32);
    let pitch = answers.width / parts.len().max(1) as f32;
    let mut sketch = Sketch::default();
    let ground = HEAD + plot;
    sketch.line(point(0.0, ground), point(answers.width, ground), stroke(colors.line2, 1.0));
    let (small, strong) = (Type::regular(10.5, colors.ink3), Type::semi_bold(10.5, colors.ink));
    let every = (WORDS / pitch).ceil().max(1.0) as usize;
    for (index, (value, n)) in parts.into_iter().enumerate() {
        let middle = pitch * (index as f32 + 0.5);
        let half = (0.36 * pitch).min(28.0);
        let share = n as f64 / total;
        let bar = rect(middle - half, y(share), 2.0 * half, ground - y(share));
        sketch.fill(bar, 2.0, answers.color(value));
        let mut above = y(share);
        if let Some((low, high)) = interval(index) {
            // On the bar in a colour that can be read there, above it in ink.
            let on_bar = stroke(text_on(answers.color(value)), 1.5);
            let above_bar = stroke(colors.ink, 1.5);
            above = y(high).min(above);
            sketch.line(point(middle, y(low)), point(middle, y(share)), on_bar);
            sketch.line(point(middle, y(share)), point(middle, y(high)), above_bar);
            let cap = (half / 3.0).min(4.0);
            for (end, pen) in [(low, on_bar), (high, above_bar)] {
                sketch.line(point(middle - cap, y(end)), point(middle + cap, y(end)), pen);
            }
        }
        if index % every == 0 {
            let text = texts.int(i64::from(value));
            sketch.text_at(middle, ground + 15.0, Anchor::Middle, strong, &text);
        }
        if every == 1 {
            let count = texts.int(i64::try_from(n).unwrap_or(i64::MAX));
            let fitted = small.fitted(&count, pitch - 2.0, 8.0);
            sketch.text_at(middle, ground + 30.0, Anchor::Middle, fitted, &count);
            let share = texts.percent(100.0 * share, 0);
            let fitted = strong.fitted(&share, pitch - 2.0, 8.0);
            sketch.text_at(middle, above - 5.0, Anchor::Middle, fitted, &share);
        }
    }
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (answers.width, request.height);
    scene
}
