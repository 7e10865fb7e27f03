//! Responses per week as bars, under the time brush, with the chosen window on top.
//!
//! Draws and measures; what a drag means is the window's business.

use crate::render::scene::{Anchor, Scene};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};
use crate::render::theme::{Colors, Theme};
use crate::scores::Week;
use crate::text::{DayStyle, Texts};
use chrono::{Datelike, NaiveDate, TimeDelta};

/// The bars under the time brush.
#[derive(Clone, PartialEq, Debug)]
pub struct WeeksRequest {
    /// Width in points.
    pub width: f32,
    /// Weeks in order, without a gap.
    pub weeks: Vec<Week>,
    /// The chosen weeks: first and last index; everything when absent.
    pub chosen: Option<(usize, usize)>,
}

/// Height of the scene in points.
pub const HEIGHT: f32 = 52.0;
const TOP: f32 = 3.0;
const BARS: f32 = 30.0;
const BOX: f32 = 36.0;
const LABEL_Y: f32 = 49.0;
const GAP: f32 = 4.5;

impl WeeksRequest {
    /// Width of a week.
    #[must_use]
    pub fn pitch(&self) -> f32 {
        self.width / self.weeks.len().max(1) as f32
    }

    /// The left edge of a week.
    #[must_use]
    pub fn x_of(&self, week: usize) -> f32 {
        self.pitch() * week as f32
    }

    /// The week under an x, the nearest one if there is none.
    #[must_use]
    pub fn week_at(&self, x: f32) -> usize {
        let last = self.weeks.len().saturating_sub(1);
        ((x / self.pitch()).floor().max(0.0) as usize).min(last)
    }
}

/// Draws the bars, the months and the chosen window.
#[must_use]
pub fn weeks(request: &WeeksRequest, texts: &Texts, theme: Theme) -> Scene {
    let colors = theme.colors();
    let mut sketch = Sketch::default();
    if !request.weeks.is_empty() {
        let window = request.chosen.map(|(from, to)| (request.x_of(from), request.x_of(to + 1)));
        if let Some((left, right)) = window {
            sketch.fill(rect(left - 2.0, 0.0, right - left + 2.0, BOX), 5.0, colors.tint);
        }
        bars(request, colors, &mut sketch);
        if let Some((left, right)) = window {
            handles(left - 2.0, right, colors, &mut sketch);
        }
        months(request, texts, colors, &mut sketch);
    }
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (request.width, HEIGHT);
    scene
}

fn bars(request: &WeeksRequest, colors: &Colors, sketch: &mut Sketch) {
    let most = request.weeks.iter().map(|w| w.1).max().unwrap_or(1).max(1) as f32;
    let pitch = request.pitch();
    // Many weeks stand close: the gap shrinks with them.
    let width = (pitch - GAP.min(pitch * 0.25)).max(0.5);
    let is_chosen = |index| request.chosen.is_none_or(|(from, to)| (from..=to).contains(&index));
    for (index, week) in request.weeks.iter().enumerate().filter(|(_, w)| w.1 > 0) {
        let height = (BARS * week.1 as f32 / most).max(1.0);
        let place = rect(request.x_of(index) + 1.5, TOP + BARS - height, width, height);
        let fill = if is_chosen(index) { colors.accent } else { colors.line2 };
        sketch.fill(place, 2.0_f32.min(width / 2.0), fill);
    }
}

fn handles(left: f32, right: f32, colors: &Colors, sketch: &mut Sketch) {
    let edge = stroke(colors.accent, 1.5);
    sketch.frame(rect(left, 0.0, right - left, BOX), 5.0, None, edge);
    for x in [left, right] {
        let grip = rect(x - 4.0, BOX / 2.0 - 9.0, 8.0, 18.0);
        sketch.frame(grip, 4.0, Some(colors.panel), edge);
        for side in [-1.1, 1.1] {
            let (from, to) = (point(x + side, BOX / 2.0 - 3.5), point(x + side, BOX / 2.0 + 3.5));
            sketch.line(from, to, stroke(colors.accent, 1.0));
        }
    }
}

fn months(request: &WeeksRequest, texts: &Texts, colors: &Colors, sketch: &mut Sketch) {
    let plain = Type::regular(11.0, colors.ink3);
    let strong = Type::semi_bold(11.0, colors.accent);
    let mut taken: Vec<(f32, f32)> = Vec::new();
    if let Some((from, to)) = request.chosen {
        let count = to + 1 - from;
        let words = texts.say(&crate::model::Message::new("chart-weeks").with("n", count));
        let half = strong.width(&words) / 2.0;
        let middle = (request.x_of(from) + request.x_of(to + 1)) / 2.0;
        let middle = middle.clamp(half, (request.width - half).max(half));
        sketch.text_at(middle, LABEL_Y, Anchor::Middle, strong, &words);
        taken.push((middle - half, middle + half));
    }
    for (index, words) in month_names(request, texts) {
        let x = request.x_of(index) + 1.5;
        let right = x + plain.width(&words);
        let free = taken.iter().all(|(a, b)| right + 12.0 <= *a || x - 12.0 >= *b);
        if free && right <= request.width {
            let inside = request.chosen.is_some_and(|(from, to)| (from..=to).contains(&index));
            let ty = if inside { strong } else { plain };
            sketch.text_at(x, LABEL_Y, Anchor::Start, ty, &words);
            taken.push((x, right));
        }
    }
}

/// The weeks in which a quarter begins, by name; years where they change.
fn month_names(request: &WeeksRequest, texts: &Texts) -> Vec<(usize, String)> {
    let date = |day: i32| NaiveDate::default().checked_add_signed(TimeDelta::days(i64::from(day)));
    let mut names = Vec::new();
    let mut before = None;
    for (index, week) in request.weeks.iter().enumerate() {
        // A week belongs to the month in which most of it lies.
        let Some(middle) = date(week.0.saturating_add(3)) else {
            continue;
        };
        let month = (middle.year(), middle.month());
        let quarter = matches!(middle.month(), 1 | 4 | 7 | 10);
        if before != Some(month) && (quarter || index == 0) {
            let style = if index == 0 || middle.month() == 1 {
                DayStyle::MonthYear
            } else {
                DayStyle::Month
            };
            names.push((index, texts.day(week.0.saturating_add(3), style)));
        }
        before = Some(month);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_weeks_agree() {
        let weeks = (0..52).map(|i| (7 * i, 5)).collect();
        let request = WeeksRequest { width: 1016.0, weeks, chosen: None };
        for week in [0, 1, 20, 51] {
            assert_eq!(request.week_at(request.x_of(week) + 1.0), week);
        }
        assert_eq!((request.week_at(-50.0), request.week_at(9e9)), (0, 51));
    }
}
