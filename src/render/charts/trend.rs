//! A figure month by month: line, interval band, events as dashed lines, the last value in words.
//!
//! The axis shows the part of the scale that the figures need; it never leaves the scale.

use super::backend::{SceneBackend, fine};
use crate::analysis::{Reading, Trend, Version};
use crate::metrics::Estimate;
use crate::render::color_scale::mix;
use crate::render::figure_words::decimals;
use crate::render::measure;
use crate::render::scene::{Color, Scene, Weight};
use crate::render::theme::{Colors, Theme};
use crate::scores::Month;
use crate::text::{DayStyle, Texts};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use std::convert::Infallible;

/// A month of a trend.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TrendPoint {
    /// First day of the month, counted from 1970-01-01.
    pub day: i32,
    /// The figure; absent where nothing can be said.
    pub estimate: Option<Estimate>,
}

/// Something that happened on a day.
#[derive(Clone, PartialEq, Debug)]
pub struct TrendEvent {
    /// Day, counted from 1970-01-01.
    pub day: i32,
    /// What happened.
    pub name: String,
}

/// A trend chart.
#[derive(Clone, PartialEq, Debug)]
pub struct TrendRequest {
    /// Width in points.
    pub width: f32,
    /// Height in points; 92 in the inspector.
    pub height: f32,
    /// Months in order.
    pub points: Vec<TrendPoint>,
    /// Events within these months.
    pub events: Vec<TrendEvent>,
    /// Ends of the figure's axis, which the chart never leaves.
    pub axis: (f64, f64),
    /// Decimals of the last value.
    pub decimals: usize,
}

impl TrendRequest {
    /// The chart of a trend, in the size of the inspector; months that may show no score are gaps.
    #[must_use]
    pub fn of(trend: &Trend, events: Vec<TrendEvent>, width: f32) -> Self {
        let point = |(month, reading): &(Month, Reading)| {
            Some(TrendPoint {
                day: month.first_day()?,
                estimate: reading.score().map(|score| *score.shown()),
            })
        };
        Self {
            width,
            height: 92.0,
            points: trend.months.iter().filter_map(point).collect(),
            events,
            axis: trend.version.as_ref().map_or((0.0, 100.0), Version::axis),
            decimals: trend.version.as_ref().map_or(0, |v| decimals(v.metric)),
        }
    }
}

const LEFT: f32 = 24.0;
const RIGHT: f32 = 30.0;
const HEAD: f32 = 14.0;
const FOOT: f32 = 20.0;

type Chart<'a, 'b> =
    ChartContext<'a, SceneBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
/// The whole picture; a plot would hold words back that stand outside it.
type Page<'a> = DrawingArea<SceneBackend<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// Draws a trend.
#[must_use]
pub fn trend(request: &TrendRequest, texts: &Texts, theme: Theme) -> Scene {
    let mut scene = Scene { width: request.width, height: request.height, ..Scene::default() };
    let plot = Plot::new(request, texts, theme);
    if plot.known().next().is_none() {
        return plot.nothing();
    }
    // Drawing into a scene cannot fail.
    let _ = plot.draw(&mut scene);
    scene
}

struct Plot<'a> {
    request: &'a TrendRequest,
    texts: &'a Texts,
    colors: &'static Colors,
    low: f64,
    high: f64,
    step: f64,
}

impl<'a> Plot<'a> {
    fn new(request: &'a TrendRequest, texts: &'a Texts, theme: Theme) -> Self {
        let known = || request.points.iter().filter_map(|p| p.estimate);
        let low = known().map(|e| e.low).fold(f64::INFINITY, f64::min);
        let high = known().map(|e| e.high).fold(f64::NEG_INFINITY, f64::max);
        let (low, high, step) = range(low, high, request.axis);
        Self { request, texts, colors: theme.colors(), low, high, step }
    }

    fn known(&self) -> impl Iterator<Item = (usize, Estimate)> + '_ {
        self.request.points.iter().enumerate().filter_map(|(i, p)| Some((i, p.estimate?)))
    }

    fn nothing(&self) -> Scene {
        let mut sketch = crate::render::sketch::Sketch::default();
        let ty = crate::render::sketch::Type::regular(11.5, self.colors.ink3);
        let lines = ty.wrap(&self.texts.get("chart-trend-empty"), self.request.width);
        sketch.lines(0.0, 10.0, 16.0, ty, &lines);
        let mut scene = sketch.scene;
        (scene.width, scene.height) = (self.request.width, self.request.height);
        scene
    }

    fn draw(&self, scene: &mut Scene) -> Drawn {
        let last = self.request.points.len().saturating_sub(1).max(1) as f64;
        let root = SceneBackend::new(scene).into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin_left(fine(LEFT))
            .margin_right(fine(RIGHT))
            .margin_top(fine(HEAD))
            .margin_bottom(fine(FOOT))
            .build_cartesian_2d(0.0..last, self.low..self.high)?;
        self.grid(&root, &chart)?;
        self.band(&mut chart)?;
        self.events(&root, &mut chart)?;
        self.line(&root, &mut chart)?;
        self.months(&root, &chart)?;
        root.present()
    }

    fn grid(&self, root: &Page<'_>, chart: &Chart<'_, '_>) -> Drawn {
        let decimals = usize::from(self.step < 1.0);
        let mut tick = (self.low / self.step - 1e-9).ceil() * self.step;
        while tick <= self.high + 1e-9 {
            let (left, y) = chart.backend_coord(&(0.0, tick));
            let right = i32::try_from(fine(self.request.width)).unwrap_or(left);
            let ends = vec![(left, y), (right, y)];
            root.draw(&PathElement::new(ends, line(self.colors.line, 1.0)))?;
            let label = self.texts.num(tick, decimals);
            let style =
                words(10.5, self.colors.ink3, false).pos(Pos::new(HPos::Right, VPos::Center));
            say(root, chart, label, (0.0, tick), (-8.0, 0.0), style)?;
            tick += self.step;
        }
        Ok(())
    }

    /// The interval, as a convex quadrangle a month; a hair wider, so that no seam shows.
    fn band(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let paint = rgba(mix(self.colors.panel, self.colors.ink3, 0.2)).filled();
        for pair in self.request.points.windows(2).enumerate() {
            let (index, [from, to]) = (pair.0 as f64, pair.1) else {
                continue;
            };
            if let (Some(a), Some(b)) = (from.estimate, to.estimate) {
                let (x, next) = (index, index + 1.01);
                let corners = vec![(x, a.low), (x, a.high), (next, b.high), (next, b.low)];
                chart.plotting_area().draw(&Polygon::new(corners, paint))?;
            }
        }
        Ok(())
    }

    fn line(&self, root: &Page<'_>, chart: &mut Chart<'_, '_>) -> Drawn {
        let pen = line(self.colors.ink, 2.0);
        for run in self
            .request
            .points
            .iter()
            .enumerate()
            .collect::<Vec<_>>()
            .split(|(_, p)| p.estimate.is_none())
        {
            let path: Vec<_> =
                run.iter().filter_map(|(i, p)| Some((*i as f64, p.estimate?.value))).collect();
            if path.len() > 1 {
                chart.plotting_area().draw(&PathElement::new(path, pen))?;
            } else if let Some(alone) = path.first() {
                chart.plotting_area().draw(&Circle::new(
                    *alone,
                    fine(2.5),
                    rgba(self.colors.ink).filled(),
                ))?;
            }
        }
        let Some((index, estimate)) = self.known().last() else {
            return Ok(());
        };
        let at = (index as f64, estimate.value);
        let area = chart.plotting_area();
        area.draw(&Circle::new(at, fine(5.0), rgba(self.colors.panel).filled()))?;
        area.draw(&Circle::new(at, fine(3.5), rgba(self.colors.ink).filled()))?;
        let text = self.texts.num(estimate.value, self.request.decimals);
        let style = words(11.5, self.colors.ink, true).pos(Pos::new(HPos::Left, VPos::Center));
        say(root, chart, text, at, (8.0, 0.0), style)
    }

    fn events(&self, root: &Page<'_>, chart: &mut Chart<'_, '_>) -> Drawn {
        let days: Vec<i32> = self.request.points.iter().map(|p| p.day).collect();
        let plot_width = self.request.width - LEFT - RIGHT;
        for event in &self.request.events {
            let Some(along) = position(&days, event.day) else {
                continue;
            };
            let mut y = self.low;
            let dash = (self.high - self.low) / 9.0;
            while y < self.high {
                let ends = vec![(along, y), (along, (y + dash / 2.0).min(self.high))];
                let pen = line(self.colors.accent, 1.0);
                chart.plotting_area().draw(&PathElement::new(ends, pen))?;
                y += dash;
            }
            let share = along / (days.len().saturating_sub(1).max(1)) as f64;
            let width = measure::width(&event.name, 10.5, Weight::SemiBold);
            let left = share as f32 * plot_width + LEFT;
            let side = if left - 5.0 >= width { HPos::Right } else { HPos::Left };
            let shift = if matches!(side, HPos::Right) { -5.0 } else { 5.0 };
            let style = words(10.5, self.colors.accent, true).pos(Pos::new(side, VPos::Bottom));
            say(root, chart, event.name.clone(), (along, self.high), (shift, -4.0), style)?;
        }
        Ok(())
    }

    /// Names of the first and last month, and of the quarters between them.
    fn months(&self, root: &Page<'_>, chart: &Chart<'_, '_>) -> Drawn {
        let last = self.request.points.len().saturating_sub(1);
        let style = words(10.5, self.colors.ink3, false);
        for (index, point) in self.request.points.iter().enumerate() {
            let place = match index {
                0 => HPos::Left,
                i if i == last => HPos::Center,
                i if i % 3 == 0 && i + 2 <= last => HPos::Center,
                _ => continue,
            };
            let name = self.texts.day(point.day, DayStyle::Month);
            let style = style.clone().pos(Pos::new(place, VPos::Bottom));
            say(root, chart, name, (index as f64, self.low), (0.0, FOOT - 2.0), style)?;
        }
        Ok(())
    }
}

/// Writes words at a place of the plot, shifted by points.
fn say(
    root: &Page<'_>,
    chart: &Chart<'_, '_>,
    words: String,
    at: (f64, f64),
    shift: (f32, f32),
    style: TextStyle<'static>,
) -> Drawn {
    let (x, y) = chart.backend_coord(&at);
    let shifted = |to: i32, by: f32| to + (by * super::backend::FINE).round() as i32;
    root.draw(&Text::new(words, (shifted(x, shift.0), shifted(y, shift.1)), style))
}

/// A range that holds the figures and at least two ticks, and the distance of its ticks.
fn range(low: f64, high: f64, axis: (f64, f64)) -> (f64, f64, f64) {
    if !(low.is_finite() && high.is_finite()) {
        return (axis.0, axis.1, (axis.1 - axis.0) / 2.0);
    }
    let room = ((high - low) * 0.08).max((axis.1 - axis.0) * 0.01);
    let (mut low, mut high) = ((low - room).max(axis.0), (high + room).min(axis.1));
    let steps = [50.0, 25.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1];
    let ticks = |step: f64| (high / step).floor() - (low / step).ceil() + 1.0;
    let step = steps.into_iter().find(|s| ticks(*s) >= 2.0).unwrap_or(0.1);
    if ticks(step) < 2.0 {
        low = ((low / step).floor() * step).max(axis.0);
        high = (low + step).min(axis.1);
    }
    (low, high, step)
}

/// Where a day lies between the first days of months, as a fractional index.
fn position(months: &[i32], day: i32) -> Option<f64> {
    let after = months.iter().position(|m| *m > day);
    let index = after.unwrap_or(months.len()).checked_sub(1)?;
    let length = after.map_or(30, |i| months[i] - months[index]).max(1);
    let along = index as f64 + f64::from(day - months[index]) / f64::from(length);
    (along <= months.len() as f64).then(|| along.min(months.len() as f64 - 1.0))
}

fn rgba(c: Color) -> RGBAColor {
    RGBAColor(c.r, c.g, c.b, f64::from(c.a) / 255.0)
}

fn line(color: Color, width: f32) -> ShapeStyle {
    rgba(color).stroke_width(fine(width))
}

fn words(size: f32, color: Color, bold: bool) -> TextStyle<'static> {
    let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
    let size = f64::from(size * super::backend::FINE);
    let font = plotters::style::FontDesc::new(FontFamily::SansSerif, size, style);
    TextStyle { color: rgba(color).to_backend_color(), ..TextStyle::from(font) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_the_figures_and_two_ticks() {
        for (low, high, axis, step) in [
            (3.0, 4.1, (1.0, 7.0), 1.0),
            (-30.0, -16.0, (-100.0, 100.0), 10.0),
            (5.9, 6.0, (1.0, 7.0), 0.1),
            (70.0, 72.0, (0.0, 100.0), 2.0),
        ] {
            let (from, to, found) = range(low, high, axis);
            assert!(from <= low && to >= high && from >= axis.0 && to <= axis.1);
            assert_eq!(found, step, "{low}…{high}");
        }
    }

    #[test]
    fn a_day_lies_between_its_months() {
        let months = [0, 31, 59];
        assert_eq!(position(&months, -1), None);
        assert_eq!(position(&months, 0), Some(0.0));
        assert_eq!(position(&months, 45), Some(1.5));
        assert_eq!(position(&months, 500), None);
    }
}
