//! One figure with its interval, as dot and whisker on its whole fixed axis, with its target.
//!
//! The axis never stretches to the figure.

use crate::metrics::Estimate;
use crate::render::scene::{Anchor, Scene};
use crate::render::sketch::{Sketch, Type, dashed, point, stroke};
use crate::render::theme::{Colors, Theme};
use crate::text::Texts;

const AXIS_Y: f32 = 9.0;
const LABEL_Y: f32 = 29.0;
const SECOND_LABEL_Y: f32 = 43.0;
/// The least distance between two labels.
const APART: f32 = 6.0;

/// A dot and whisker.
#[derive(Clone, PartialEq, Debug)]
pub struct WhiskerRequest {
    /// Width of the axis in points.
    pub width: f32,
    /// The figure and its interval, on the axis.
    pub estimate: Estimate,
    /// Ends of the axis.
    pub axis: (f64, f64),
    /// The target, if there is one.
    pub target: Option<f64>,
    /// Decimals of the labels of interval and target.
    pub decimals: usize,
    /// Whether the upper end of the axis has a plus sign, as that of NPS.
    pub signed: bool,
}

/// Draws a dot and whisker with its labels.
#[must_use]
pub fn whisker(request: &WhiskerRequest, texts: &Texts, theme: Theme) -> Scene {
    let colors = theme.colors();
    let mut sketch = Sketch::default();
    let span = (request.axis.1 - request.axis.0).max(f64::EPSILON);
    let x = |value: f64| {
        ((value.clamp(request.axis.0, request.axis.1) - request.axis.0) / span) as f32
            * request.width
    };
    let axis = stroke(colors.line2, 1.0);
    sketch.line(point(0.0, AXIS_Y), point(request.width, AXIS_Y), axis);
    if let Some(target) = request.target {
        let line = dashed(colors.ink3, 1.0, 2.0, 2.0);
        let x = x(target);
        sketch.line(point(x, AXIS_Y - 8.0), point(x, AXIS_Y + 8.0), line);
    }
    let (low, high) = (x(request.estimate.low), x(request.estimate.high));
    mark(&mut sketch, low, x(request.estimate.value), high, colors);
    let height = labels(&mut sketch, request, x, texts, colors);
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (request.width, height);
    scene
}

/// The whisker with its caps, and a dot that never covers its own interval.
fn mark(sketch: &mut Sketch, low: f32, value: f32, high: f32, colors: &Colors) {
    sketch.line(point(low, AXIS_Y), point(high, AXIS_Y), stroke(colors.ink, 2.0));
    for end in [low, high] {
        let (top, bottom) = (point(end, AXIS_Y - 5.0), point(end, AXIS_Y + 5.0));
        sketch.line(top, bottom, stroke(colors.ink, 1.5));
    }
    let radius = ((high - low) / 2.0 - 1.5).clamp(2.5, 4.0);
    if (high - low) / 2.0 > radius + 2.0 {
        sketch.circle(point(value, AXIS_Y), radius + 0.75, colors.panel, None);
    }
    sketch.circle(point(value, AXIS_Y), radius, colors.ink, None);
}

/// Writes the labels, the interval first; whatever would touch it goes to a second row, and ends
/// of the axis that would touch it are left to the axis. Returns the height used.
fn labels(
    sketch: &mut Sketch,
    request: &WhiskerRequest,
    x: impl Fn(f64) -> f32,
    texts: &Texts,
    colors: &Colors,
) -> f32 {
    let (plain, strong) = (Type::regular(10.5, colors.ink3), Type::semi_bold(10.5, colors.ink2));
    let estimate = request.estimate;
    let interval = texts.range(estimate.low, estimate.high, request.decimals);
    let half = strong.width(&interval) / 2.0;
    let middle = x(estimate.value)
        .clamp(half.min(request.width / 2.0), (request.width - half).max(request.width / 2.0));
    sketch.text_at(middle, LABEL_Y, Anchor::Middle, strong, &interval);
    let mut taken = vec![(middle - half, middle + half)];
    let mut height = LABEL_Y + 3.0;
    if let Some(target) = request.target {
        let message = crate::model::Message::new("chart-target")
            .with("value", texts.num(target, decimals_of(target)));
        let words = texts.say(&message);
        let half = plain.width(&words) / 2.0;
        let at = x(target).clamp(half, (request.width - half).max(half));
        let free = is_free(&taken, at - half, at + half);
        let y = if free { LABEL_Y } else { SECOND_LABEL_Y };
        sketch.text_at(at, y, Anchor::Middle, plain, &words);
        if free {
            taken.push((at - half, at + half));
        } else {
            height = SECOND_LABEL_Y + 3.0;
        }
    }
    let (low, high) = ends(request, texts);
    if is_free(&taken, 0.0, plain.width(&low)) {
        sketch.text_at(0.0, LABEL_Y, Anchor::Start, plain, &low);
    }
    if is_free(&taken, request.width - plain.width(&high), request.width) {
        sketch.text_at(request.width, LABEL_Y, Anchor::End, plain, &high);
    }
    height
}

fn ends(request: &WhiskerRequest, texts: &Texts) -> (String, String) {
    let high = texts.num(request.axis.1, 0);
    let high = if request.signed { format!("+{high}") } else { high };
    (texts.num(request.axis.0, 0), high)
}

fn decimals_of(target: f64) -> usize {
    usize::from(target.fract().abs() > 0.001)
}

fn is_free(taken: &[(f32, f32)], from: f32, to: f32) -> bool {
    taken.iter().all(|(a, b)| to + APART <= *a || from - APART >= *b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::measure;
    use crate::render::scene::{Shape, TextRun};
    use crate::text::Lang;

    /// Left and right edge of a line of text.
    fn edges(run: &TextRun) -> (f32, f32) {
        let width = measure::width(&run.text, run.size, run.weight);
        match run.anchor {
            Anchor::Start => (run.at.x, run.at.x + width),
            Anchor::Middle => (run.at.x - width / 2.0, run.at.x + width / 2.0),
            Anchor::End => (run.at.x - width, run.at.x),
        }
    }

    #[test]
    fn labels_never_touch_and_stay_on_the_axis() {
        let texts = Texts::new(Lang::Nl);
        for (value, half, axis, target) in [
            (3.2, 0.1, (1.0, 7.0), Some(5.0)),
            (4.9, 0.1, (1.0, 7.0), Some(5.0)),
            (1.1, 0.1, (1.0, 7.0), Some(1.2)),
            (-23.0, 7.0, (-100.0, 100.0), Some(0.0)),
            (99.0, 1.0, (-100.0, 100.0), Some(100.0)),
        ] {
            let estimate = Estimate { value, low: value - half, high: value + half, n: 100 };
            let request =
                WhiskerRequest { width: 150.0, estimate, axis, target, decimals: 1, signed: true };
            let scene = whisker(&request, &texts, Theme::Light);
            let runs: Vec<&TextRun> = scene
                .shapes
                .iter()
                .filter_map(|s| if let Shape::Text(run) = s { Some(run) } else { None })
                .collect();
            for (index, run) in runs.iter().enumerate() {
                let (left, right) = edges(run);
                assert!(left >= -0.1 && right <= 150.1, "{run:?}");
                for other in &runs[index + 1..] {
                    let (a, b) = edges(other);
                    assert!(run.at.y != other.at.y || right < a || left > b, "{run:?} {other:?}");
                }
            }
        }
    }
}
