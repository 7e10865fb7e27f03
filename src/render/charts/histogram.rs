//! One bar for each value of a scale, with its share above.
//!
//! Shows raw answers, lowest value left.

use super::answers::AnswersRequest;
use super::backend::{SceneBackend, fine};
use crate::render::scene::{Anchor, Scene};
use crate::render::sketch::{Sketch, Type};
use crate::render::theme::Theme;
use crate::text::Texts;
use plotters::chart::ChartBuilder;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::Rectangle;
use plotters::style::{Color as _, RGBColor};
use std::convert::Infallible;

const HEAD: f32 = 16.0;
const FOOT: f32 = 18.0;

/// Draws the bars in the colours of the answers' positions.
#[must_use]
pub fn histogram(request: &AnswersRequest, height: f32, texts: &Texts, theme: Theme) -> Scene {
    let mut scene = Scene { width: request.width, height, ..Scene::default() };
    // Drawing into a scene cannot fail.
    let _ = bars(request, &mut scene);
    let mut sketch = Sketch { scene };
    words(request, height, texts, theme, &mut sketch);
    sketch.scene
}

fn most(request: &AnswersRequest) -> u64 {
    request.counts.counts.iter().copied().max().unwrap_or(0).max(1)
}

fn bars(
    request: &AnswersRequest,
    scene: &mut Scene,
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let count = request.counts.counts.len();
    let root = SceneBackend::new(scene).into_drawing_area();
    let chart = ChartBuilder::on(&root)
        .margin_top(fine(HEAD))
        .margin_bottom(fine(FOOT))
        .build_cartesian_2d(0.0..count as f64, 0.0..most(request) as f64)?;
    for (index, (value, n)) in request.counts.iter().enumerate() {
        let fill = request.color(value);
        let x = index as f64;
        let bar = [(x + 0.1, n as f64), (x + 0.9, 0.0)];
        let paint = RGBColor(fill.r, fill.g, fill.b).filled();
        chart.plotting_area().draw(&Rectangle::new(bar, paint))?;
    }
    root.present()
}

fn words(request: &AnswersRequest, height: f32, texts: &Texts, theme: Theme, sketch: &mut Sketch) {
    let colors = theme.colors();
    let plot = height - HEAD - FOOT;
    let pitch = request.width / request.counts.counts.len().max(1) as f32;
    let total = request.counts.n().max(1) as f64;
    let (small, strong) = (Type::regular(10.5, colors.ink3), Type::semi_bold(10.5, colors.ink2));
    for (index, (value, n)) in request.counts.iter().enumerate() {
        let x = pitch * (index as f32 + 0.5);
        let value = texts.int(i64::from(value));
        sketch.text_at(x, height - 4.0, Anchor::Middle, small, &value);
        let top = HEAD + plot * (1.0 - n as f32 / most(request) as f32);
        let share = texts.num(100.0 * n as f64 / total, 0);
        if strong.width(&share) <= pitch {
            sketch.text_at(x, top - 4.0, Anchor::Middle, strong, &share);
        }
    }
}
