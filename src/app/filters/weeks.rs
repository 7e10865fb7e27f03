//! Responses per week and the window a person draws over them: the sums of the time brush.
//!
//! Plain arithmetic on days; it paints nothing and filters nothing.

use crate::scores::{Period, Week};

/// Days in a week.
const WEEK: i32 = 7;

/// Number of responses in each week.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Weeks {
    /// Weeks by their Monday, without gaps.
    pub series: Vec<Week>,
}

impl Weeks {
    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.series.is_empty()
    }

    /// Number of bars.
    #[must_use]
    pub fn bars(&self) -> i32 {
        i32::try_from(self.series.len()).unwrap_or(i32::MAX)
    }

    /// First day of a bar; of the day after the last bar for `bar == bars()`.
    #[must_use]
    pub fn day_of(&self, bar: i32) -> i32 {
        self.first_day() + bar * WEEK
    }

    /// A period as bars `[from, to)`; absent when it is open at both ends.
    #[must_use]
    pub fn window(&self, period: Period) -> Option<Window> {
        if period.from.is_none() && period.to.is_none() {
            return None;
        }
        let bar = |day: i32| (day - self.first_day()).div_euclid(WEEK);
        let from = period.from.map_or(0, bar).clamp(0, self.bars());
        let to = period.to.map_or(self.bars(), |day| bar(day) + 1).clamp(0, self.bars());
        Some(Window { from, to: to.max(from) })
    }

    /// The period of a window, both ends included.
    #[must_use]
    pub fn period(&self, window: Window) -> Period {
        Period { from: Some(self.day_of(window.from)), to: Some(self.day_of(window.to) - 1) }
    }

    fn first_day(&self) -> i32 {
        self.series.first().map_or(0, |(day, _)| *day)
    }
}

/// Bars `from` up to but not including `to`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// First bar inside.
    pub from: i32,
    /// First bar after it.
    pub to: i32,
}

/// What a drag on the bars does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grip {
    /// Moves the window; the bar where it was taken, and the window then.
    Whole {
        /// The bar under the pointer at the start.
        at: i32,
        /// The window at the start.
        window: Window,
    },
    /// Moves the left edge; the right one stays.
    Left(i32),
    /// Moves the right edge; the left one stays.
    Right(i32),
    /// Draws a new window from this bar.
    Fresh(i32),
}

impl Grip {
    /// The window for a pointer over `bar`, of `bars` bars.
    #[must_use]
    pub fn window(self, bar: i32, bars: i32) -> Window {
        let bar = bar.clamp(0, (bars - 1).max(0));
        match self {
            Self::Whole { at, window } => {
                let width = window.to - window.from;
                let from = (window.from + bar - at).clamp(0, (bars - width).max(0));
                Window { from, to: from + width }
            }
            Self::Left(to) => Window { from: bar.min(to - 1), to },
            Self::Right(from) => Window { from, to: (bar + 1).max(from + 1) },
            Self::Fresh(start) => Window { from: start.min(bar), to: start.max(bar) + 1 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_and_its_period_say_the_same() {
        let weeks = Weeks { series: (0..15).map(|week| (4 + week * WEEK, 1)).collect() };
        let window = Window { from: 3, to: 7 };
        assert_eq!(weeks.window(weeks.period(window)), Some(window));
        assert_eq!(weeks.window(Period::default()), None);
        let open = Period { from: Some(weeks.day_of(5)), to: None };
        assert_eq!(weeks.window(open), Some(Window { from: 5, to: weeks.bars() }));
    }

    #[test]
    fn drags_move_resize_and_draw_within_the_bars() {
        let window = Window { from: 4, to: 8 };
        let whole = Grip::Whole { at: 5, window };
        for (grip, bar, expected) in [
            (whole, 7, (6, 10)),
            (whole, 99, (16, 20)),
            (whole, -9, (0, 4)),
            (Grip::Left(8), 2, (2, 8)),
            (Grip::Left(8), 12, (7, 8)),
            (Grip::Right(4), 9, (4, 10)),
            (Grip::Right(4), 1, (4, 5)),
            (Grip::Fresh(6), 6, (6, 7)),
            (Grip::Fresh(6), 2, (2, 7)),
        ] {
            let found = grip.window(bar, 20);
            assert_eq!((found.from, found.to), expected, "{grip:?} at {bar}");
        }
    }
}
