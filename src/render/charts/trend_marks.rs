//! What a trend chart shows beside its line: control limits, points that stand out, events, breaks.
//!
//! Draws within the plot that `trend` laid out.

use super::backend::fine;
use super::trend::{Chart, Drawn, Page, Plot, TrendPoint, line, position, rgba, say, words};
use crate::metrics::Limits;
use crate::render::color_scale::mix;
use crate::render::measure;
use crate::render::scene::{Color, Weight};
use plotters::element::{Circle, PathElement};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Height of a row of names above the plot.
const ROW: f32 = 14.0;
/// Letters of names.
const SIZE: f32 = 10.5;

/// A vertical line with a name.
struct Mark<'a> {
    along: f64,
    name: &'a str,
    color: Color,
    dashed: bool,
}

impl Plot<'_> {
    /// Centre and limits of each part; they step where months have limits of their own.
    pub fn limits(&self, root: &Page<'_>, chart: &Chart<'_, '_>) -> Drawn {
        let edge = line(mix(self.colors.panel, self.colors.ink3, 0.6), 1.0);
        let mut parts: Vec<Vec<(usize, Limits)>> = vec![Vec::new()];
        for (index, point) in self.request.points.iter().enumerate() {
            if point.starts_anew {
                parts.push(Vec::new());
            }
            if let (Some(limits), Some(part)) = (point.limits, parts.last_mut()) {
                part.push((index, limits));
            }
        }
        for part in parts.iter().filter(|part| !part.is_empty()) {
            for of in [|l: &Limits| l.lower, |l: &Limits| l.upper] {
                let steps = part.iter().flat_map(|(index, limits)| {
                    let at = |by: f64| (*index as f64 + by).clamp(0.0, self.last());
                    [(at(-0.5), of(limits)), (at(0.5), of(limits))]
                });
                chart.plotting_area().draw(&PathElement::new(steps.collect::<Vec<_>>(), edge))?;
            }
            self.centre(chart, part)?;
        }
        if self.request.is_large
            && let Some((_, limits)) = parts.iter().flatten().last()
        {
            self.names_of_limits(root, chart, limits)?;
        }
        Ok(())
    }

    fn centre(&self, chart: &Chart<'_, '_>, part: &[(usize, Limits)]) -> Drawn {
        let (Some((first, limits)), Some((last, _))) = (part.first(), part.last()) else {
            return Ok(());
        };
        let from = (*first as f64 - 0.5).max(0.0);
        let to = (*last as f64 + 0.5).min(self.last());
        // Dashes of five points.
        let dash = 5.0 * self.last() / f64::from(self.across().max(1.0));
        let mut x = from;
        while x < to {
            let ends = vec![(x, limits.centre), ((x + dash).min(to), limits.centre)];
            chart.plotting_area().draw(&PathElement::new(ends, line(self.colors.ink3, 1.0)))?;
            x += 2.0 * dash;
        }
        Ok(())
    }

    /// Beside the last limits, as far as they do not stand on each other.
    fn names_of_limits(&self, root: &Page<'_>, chart: &Chart<'_, '_>, of: &Limits) -> Drawn {
        let y = |value: f64| chart.backend_coord(&(self.last(), value)).1;
        let apart = i32::try_from(fine(11.0)).unwrap_or(0);
        let names = [
            (of.centre, "chart-centre"),
            (of.upper, "chart-upper-limit"),
            (of.lower, "chart-lower-limit"),
        ];
        let mut taken: Vec<i32> = Vec::new();
        for (value, key) in names {
            if taken.iter().any(|other| (other - y(value)).abs() < apart) {
                continue;
            }
            taken.push(y(value));
            let style =
                words(SIZE, self.colors.ink3, false).pos(Pos::new(HPos::Left, VPos::Center));
            let shift = (42.0, 0.0);
            say(root, chart, self.texts.get(key), (self.last(), value), shift, style)?;
        }
        Ok(())
    }

    /// Points that stand out, months to come, and all points where there is room.
    pub fn dots(&self, chart: &Chart<'_, '_>) -> Drawn {
        let many = self.request.points.len() as f32 * 7.0 > self.across();
        for (index, point) in self.request.points.iter().enumerate() {
            let Some(estimate) = point.estimate else { continue };
            let at = (index as f64, estimate.value);
            match point {
                TrendPoint { is_future: true, .. } => self.ring(chart, at)?,
                TrendPoint { signal: Some(better), .. } => {
                    let color = if *better { self.colors.good } else { self.colors.bad };
                    let radius = if self.request.is_large { 4.5 } else { 2.2 };
                    self.dot(chart, at, radius, color)?;
                }
                _ if self.request.is_large && !many => {
                    self.dot(chart, at, 2.5, self.colors.ink)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A dot that stands off from the line.
    pub fn dot(&self, chart: &Chart<'_, '_>, at: (f64, f64), radius: f32, color: Color) -> Drawn {
        let area = chart.plotting_area();
        let off = if self.request.is_large { 1.5 } else { 1.0 };
        area.draw(&Circle::new(at, fine(radius + off), rgba(self.colors.panel).filled()))?;
        area.draw(&Circle::new(at, fine(radius), rgba(color).filled()))
    }

    /// A month to come: a hollow dot.
    fn ring(&self, chart: &Chart<'_, '_>, at: (f64, f64)) -> Drawn {
        let area = chart.plotting_area();
        area.draw(&Circle::new(at, fine(4.0), rgba(self.colors.panel).filled()))?;
        area.draw(&Circle::new(at, fine(3.5), line(self.colors.ink, 1.5)))
    }

    /// Events and breaks, with their names above as far as there is room.
    pub fn marks(&self, root: &Page<'_>, chart: &Chart<'_, '_>) -> Drawn {
        let days: Vec<i32> = self.request.points.iter().map(|p| p.day).collect();
        let last = days.len().saturating_sub(1) as f64;
        let events = self.request.events.iter().filter_map(|event| {
            let along = position(&days, event.day)?;
            Some(Mark { along, name: &event.name, color: self.colors.accent, dashed: true })
        });
        // Between the month before and the first that is measured otherwise.
        let breaks = self.request.breaks.iter().map(|found| {
            let index = days.iter().position(|day| *day >= found.day);
            let along = index.map_or(last, |index| index as f64 - 0.5).clamp(0.0, last);
            Mark { along, name: &found.name, color: self.colors.ink2, dashed: false }
        });
        let rows = if self.request.is_large { 2 } else { 1 };
        let mut taken: Vec<Vec<(f32, f32)>> = vec![Vec::new(); rows];
        for mark in breaks.chain(events) {
            self.mark_line(chart, &mark)?;
            let share = (mark.along / self.last()) as f32;
            let x = self.room.left + share * self.across();
            let width = measure::width(mark.name, SIZE, Weight::SemiBold);
            let (from, side, shift) = if x - 5.0 >= width {
                (x - 5.0 - width, HPos::Right, -5.0)
            } else {
                (x + 5.0, HPos::Left, 5.0)
            };
            let free = |row: &&mut Vec<(f32, f32)>| {
                row.iter().all(|(a, b)| from + width + 4.0 < *a || from > *b + 4.0)
            };
            let Some((row, taken)) = taken.iter_mut().enumerate().find(|(_, row)| free(row)) else {
                continue;
            };
            taken.push((from, from + width));
            let up = -4.0 - ROW * row as f32;
            let style = words(SIZE, mark.color, true).pos(Pos::new(side, VPos::Bottom));
            say(root, chart, mark.name.to_owned(), (mark.along, self.high), (shift, up), style)?;
        }
        Ok(())
    }

    fn mark_line(&self, chart: &Chart<'_, '_>, mark: &Mark<'_>) -> Drawn {
        let pen = line(mark.color, 1.0);
        let count = if mark.dashed { 9.0 } else { 1.0 };
        let dash = (self.high - self.low) / count;
        let drawn = if mark.dashed { dash / 2.0 } else { dash };
        let mut y = self.low;
        while y < self.high - 1e-9 {
            let ends = vec![(mark.along, y), (mark.along, (y + drawn).min(self.high))];
            chart.plotting_area().draw(&PathElement::new(ends, pen))?;
            y += dash;
        }
        Ok(())
    }
}
