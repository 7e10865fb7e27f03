//! Each row's figure as a dot with its interval, all on one axis with the middle of the colours.

use crate::analysis::Reading;
use crate::render::scene::Anchor;
use crate::render::sketch::{Sketch, Type, dashed, point, stroke};
use crate::render::theme::Colors;
use crate::text::Texts;

/// Two numbers of the axis must stand so far apart.
const APART: f32 = 22.0;

/// Dots on one axis.
pub(super) struct DotPlot<'a> {
    pub texts: &'a Texts,
    pub colors: &'static Colors,
    /// Left edge and width.
    pub across: (f32, f32),
    /// Ends of the axis.
    pub axis: (f64, f64),
    /// The middle of the colours.
    pub middle: Option<f64>,
}

impl DotPlot<'_> {
    /// The place of a value on the axis.
    fn x(&self, value: f64) -> f32 {
        let ((left, width), (min, max)) = (self.across, self.axis);
        let share = (value.clamp(min, max) - min) / (max - min).max(f64::EPSILON);
        left + width * share as f32
    }

    fn ticks(&self) -> Vec<f64> {
        let (min, max) = self.axis;
        let step = match max - min {
            span if span <= 4.0 => 1.0,
            span if span <= 8.0 => 2.0,
            span if span <= 12.0 => 5.0,
            span => span / 4.0,
        };
        let count = ((max - min) / step).floor() as u32;
        (0..=count).map(|i| min + step * f64::from(i)).collect()
    }

    /// Vertical lines, and the middle of the colours.
    pub(super) fn lines(&self, sketch: &mut Sketch, top: f32, height: f32) {
        for x in self.ticks().into_iter().map(|value| self.x(value)) {
            let line = stroke(self.colors.line, 1.0);
            sketch.line(point(x, top), point(x, top + height), line);
        }
        if let Some(x) = self.middle.map(|value| self.x(value)) {
            let line = dashed(self.colors.ink3, 1.0, 3.0, 3.0);
            sketch.line(point(x, top), point(x, top + height), line);
        }
    }

    /// The numbers of the axis; those that would touch the middle are left out.
    pub(super) fn head(&self, sketch: &mut Sketch, y: f32) {
        let plain = Type::regular(11.0, self.colors.ink3);
        let strong = Type::semi_bold(11.5, self.colors.ink);
        let number = |value: f64| self.texts.num(value, usize::from(value.fract().abs() > 0.05));
        let middle = self.middle.map(|value| (value, self.x(value)));
        for value in self.ticks() {
            let x = self.x(value);
            let free = middle.is_none_or(|(_, at)| (at - x).abs() >= APART);
            if free {
                sketch.text(x, y, Anchor::Middle, plain, &number(value));
            }
        }
        if let Some((value, x)) = middle {
            sketch.text(x, y, Anchor::Middle, strong, &number(value));
        }
    }

    /// A total on the axis: stages as a quiet dot, few answers as an open one.
    pub(super) fn dot(&self, sketch: &mut Sketch, y: f32, reading: &Reading, quiet: bool) {
        let Some(score) = reading.score() else { return };
        let shown = score.shown();
        let [low, x, high] = [shown.low, shown.value, shown.high].map(|value| self.x(value));
        if quiet {
            sketch.circle(point(x, y), 4.0, self.colors.ink3, None);
            return;
        }
        let ink = self.colors.ink;
        sketch.line(point(low, y), point(high, y), stroke(ink, 2.0));
        let radius = ((high - low) / 2.0 - 1.5).clamp(2.5, 4.0);
        if score.low_base {
            sketch.circle(point(x, y), radius, self.colors.sheet, Some(stroke(ink, 1.5)));
            return;
        }
        if (high - low) / 2.0 > radius + 2.0 {
            sketch.circle(point(x, y), radius + 0.75, self.colors.sheet, None);
        }
        sketch.circle(point(x, y), radius, ink, None);
    }
}
