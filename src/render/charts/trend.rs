//! A figure month by month: line, interval band, control limits, events, the last value in words.
//!
//! The axis shows the part of the scale that the figures need; it never leaves the scale.

use super::backend::{SceneBackend, fine};
use crate::analysis::{ControlChart, Version};
use crate::metrics::{Estimate, Limits, Side};
use crate::render::color_scale::mix;
use crate::render::control_words;
use crate::render::figure_words::decimals;
use crate::render::scene::{Color, Scene};
use crate::render::theme::{Colors, Theme};
use crate::text::{DayStyle, Texts};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use std::convert::Infallible;

/// A month of a trend.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct TrendPoint {
    /// First day of the month, counted from 1970-01-01.
    pub day: i32,
    /// The figure; absent where nothing can be said.
    pub estimate: Option<Estimate>,
    /// Centre and control limits.
    pub limits: Option<Limits>,
    /// Whether the month stands out, and then whether for the better.
    pub signal: Option<bool>,
    /// Whether something else is measured from here on: no line leads here.
    pub starts_anew: bool,
    /// Whether the month lies in the future.
    pub is_future: bool,
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
    /// First days of months from which on something else is measured, and what.
    pub breaks: Vec<TrendEvent>,
    /// Whether there is room for every point, and for names beside the limits.
    pub is_large: bool,
    /// Ends of the figure's axis, which the chart never leaves.
    pub axis: (f64, f64),
    /// Decimals of the last value.
    pub decimals: usize,
}

impl TrendRequest {
    /// The picture of a control chart; months that may show no score are gaps.
    #[must_use]
    pub fn of(chart: &ControlChart, texts: &Texts, size: (f32, f32)) -> Self {
        let low_is_good = chart.version.as_ref().is_some_and(Version::low_is_good);
        let better = |index: usize| {
            let signal = chart.signals.iter().find(|s| s.points.contains(&index))?;
            Some((signal.side == Side::Above) != low_is_good)
        };
        let point = |(index, point): (usize, &crate::analysis::ControlPoint)| {
            Some(TrendPoint {
                day: point.month.first_day()?,
                estimate: point.reading.score().map(|score| *score.shown()),
                limits: point.limits,
                signal: better(index),
                starts_anew: chart.spans.iter().any(|span| span.first == index),
                is_future: point.is_future,
            })
        };
        let mark = |found: &crate::analysis::Break| {
            let name = control_words::mark(texts, found);
            Some(TrendEvent { day: found.month.first_day()?, name })
        };
        Self {
            width: size.0,
            height: size.1,
            points: chart.points.iter().enumerate().filter_map(point).collect(),
            events: Vec::new(),
            breaks: chart.breaks.iter().filter_map(mark).collect(),
            is_large: false,
            axis: chart.version.as_ref().map_or((0.0, 100.0), Version::axis),
            decimals: chart.version.as_ref().map_or(0, |v| decimals(v.metric)),
        }
    }
}

/// Margins of the plot.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub left: f32,
    pub right: f32,
    pub head: f32,
    pub foot: f32,
}

const SMALL: Room = Room { left: 24.0, right: 30.0, head: 14.0, foot: 20.0 };
/// Two rows of names above, names of the limits beside.
const LARGE: Room = Room { left: 34.0, right: 112.0, head: 34.0, foot: 24.0 };
/// Distance of the names of months.
const NAMES: (f32, f32) = (34.0, 72.0);

pub(super) type Chart<'a, 'b> =
    ChartContext<'a, SceneBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
/// The whole picture; a plot would hold words back that stand outside it.
pub(super) type Page<'a> = DrawingArea<SceneBackend<'a>, Shift>;
pub(super) type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

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

pub(super) struct Plot<'a> {
    pub request: &'a TrendRequest,
    pub texts: &'a Texts,
    pub colors: &'static Colors,
    pub room: Room,
    pub low: f64,
    pub high: f64,
    step: f64,
}

impl<'a> Plot<'a> {
    fn new(request: &'a TrendRequest, texts: &'a Texts, theme: Theme) -> Self {
        let known = || request.points.iter().filter_map(|p| p.estimate);
        let limits = || request.points.iter().filter_map(|p| p.limits);
        let lows = known().map(|e| e.low).chain(limits().map(|l| l.lower));
        let highs = known().map(|e| e.high).chain(limits().map(|l| l.upper));
        let low = lows.fold(f64::INFINITY, f64::min);
        let high = highs.fold(f64::NEG_INFINITY, f64::max);
        let (low, high, step) = range(low, high, request.axis);
        let room = if request.is_large { LARGE } else { SMALL };
        Self { request, texts, colors: theme.colors(), room, low, high, step }
    }

    /// Index of the last month; at least 1, so that there is an axis.
    pub fn last(&self) -> f64 {
        self.request.points.len().saturating_sub(1).max(1) as f64
    }

    /// Width of the plot.
    pub fn across(&self) -> f32 {
        self.request.width - self.room.left - self.room.right
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
        let root = SceneBackend::new(scene).into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin_left(fine(self.room.left))
            .margin_right(fine(self.room.right))
            .margin_top(fine(self.room.head))
            .margin_bottom(fine(self.room.foot))
            .build_cartesian_2d(0.0..self.last(), self.low..self.high)?;
        self.grid(&root, &chart)?;
        self.band(&mut chart)?;
        self.limits(&root, &chart)?;
        self.marks(&root, &chart)?;
        self.line(&root, &mut chart)?;
        self.months(&root, &chart)?;
        root.present()
    }

    fn grid(&self, root: &Page<'_>, chart: &Chart<'_, '_>) -> Drawn {
        let decimals = usize::from(self.step < 1.0);
        let mut tick = (self.low / self.step - 1e-9).ceil() * self.step;
        while tick <= self.high + 1e-9 {
            let (left, y) = chart.backend_coord(&(0.0, tick));
            let end =
                self.request.width - if self.request.is_large { self.room.right } else { 0.0 };
            let right = i32::try_from(fine(end)).unwrap_or(left);
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
            if let (Some(a), Some(b), false) = (from.estimate, to.estimate, to.starts_anew) {
                let (x, next) = (index, index + 1.01);
                let corners = vec![(x, a.low), (x, a.high), (next, b.high), (next, b.low)];
                chart.plotting_area().draw(&Polygon::new(corners, paint))?;
            }
        }
        Ok(())
    }

    fn line(&self, root: &Page<'_>, chart: &mut Chart<'_, '_>) -> Drawn {
        let pen = line(self.colors.ink, 2.0);
        for run in self.runs() {
            let alone = run.len() == 1;
            let path: Vec<_> = run.iter().map(|(i, e)| (*i as f64, e.value)).collect();
            if !alone {
                chart.plotting_area().draw(&PathElement::new(path, pen))?;
            } else if let Some(place) = path.first() {
                self.dot(chart, *place, 2.5, self.colors.ink)?;
            }
        }
        self.dots(chart)?;
        let Some((index, estimate)) = self.known().last() else {
            return Ok(());
        };
        let at = (index as f64, estimate.value);
        let point = &self.request.points[index];
        if !point.is_future && (point.signal.is_none() || !self.request.is_large) {
            self.dot(chart, at, 3.5, self.colors.ink)?;
        }
        let text = self.texts.num(estimate.value, self.request.decimals);
        let style = words(11.5, self.colors.ink, true).pos(Pos::new(HPos::Left, VPos::Center));
        say(root, chart, text, at, (8.0, 0.0), style)
    }

    /// Months with a score that a line joins.
    fn runs(&self) -> Vec<Vec<(usize, Estimate)>> {
        let mut runs: Vec<Vec<(usize, Estimate)>> = vec![Vec::new()];
        for (index, point) in self.request.points.iter().enumerate() {
            if point.estimate.is_none() || point.starts_anew {
                runs.push(Vec::new());
            }
            if let (Some(estimate), Some(run)) = (point.estimate, runs.last_mut()) {
                run.push((index, estimate));
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// Names of the first and last month, and of some between them.
    fn months(&self, root: &Page<'_>, chart: &Chart<'_, '_>) -> Drawn {
        let last = self.request.points.len().saturating_sub(1);
        let pitch = self.across() / last.max(1) as f32;
        let (apart, day_style, first_step) = if self.request.is_large {
            (NAMES.1, DayStyle::MonthYear, 1)
        } else {
            (NAMES.0, DayStyle::Month, 3)
        };
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600].into_iter();
        let mut steps = steps.filter(|step| *step >= first_step);
        let step = steps.find(|step| *step as f32 * pitch >= apart).unwrap_or(1_200);
        // Beyond two years the name of a month says too little.
        let day_style = if last > 23 { DayStyle::MonthYear } else { day_style };
        let style = words(10.5, self.colors.ink3, false);
        for (index, point) in self.request.points.iter().enumerate() {
            let place = match index {
                0 => HPos::Left,
                i if i == last => HPos::Center,
                i if i % step == 0 && (last - i) as f32 * pitch >= 0.9 * apart => HPos::Center,
                _ => continue,
            };
            let name = self.texts.day(point.day, day_style);
            let style = style.clone().pos(Pos::new(place, VPos::Bottom));
            let foot = self.room.foot;
            say(root, chart, name, (index as f64, self.low), (0.0, foot - 2.0), style)?;
        }
        Ok(())
    }
}

/// Writes words at a place of the plot, shifted by points.
pub(super) fn say(
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
pub(super) fn position(months: &[i32], day: i32) -> Option<f64> {
    let after = months.iter().position(|m| *m > day);
    let index = after.unwrap_or(months.len()).checked_sub(1)?;
    let length = after.map_or(30, |i| months[i] - months[index]).max(1);
    let along = index as f64 + f64::from(day - months[index]) / f64::from(length);
    (along <= months.len() as f64).then(|| along.min(months.len() as f64 - 1.0))
}

pub(super) fn rgba(c: Color) -> RGBAColor {
    RGBAColor(c.r, c.g, c.b, f64::from(c.a) / 255.0)
}

pub(super) fn line(color: Color, width: f32) -> ShapeStyle {
    rgba(color).stroke_width(fine(width))
}

pub(super) fn words(size: f32, color: Color, bold: bool) -> TextStyle<'static> {
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
