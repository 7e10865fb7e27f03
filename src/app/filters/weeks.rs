//! Responses per week and the window a person draws over them: the sums of the time brush.
//!
//! Plain arithmetic on days; it paints nothing and filters nothing.

use crate::scores::{Period, Week};

/// Days in a week.
const WEEK: i32 = 7;
/// More bars than this cannot be told apart; longer series stand as several weeks a bar.
const MOST_BARS: usize = 160;

/// Number of responses in each week (or in each few weeks, for a long series).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Weeks {
    /// Monday of the first bar.
    pub first_day: i32,
    /// Days a bar stands for: 7, or a multiple of it.
    pub days_per_bar: i32,
    /// Responses a bar.
    pub counts: Vec<u64>,
}

impl Weeks {
    /// The bars for a series of weeks without gaps.
    #[must_use]
    pub fn of(series: &[Week]) -> Self {
        let Some((first_day, _)) = series.first() else { return Self::default() };
        let weeks_per_bar = series.len() / MOST_BARS + 1;
        let sum = |weeks: &[Week]| weeks.iter().map(|(_, count)| count).sum();
        Self {
            first_day: *first_day,
            days_per_bar: WEEK * i32::try_from(weeks_per_bar).unwrap_or(1),
            counts: series.chunks(weeks_per_bar).map(sum).collect(),
        }
    }

    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Number of bars.
    #[must_use]
    pub fn bars(&self) -> i32 {
        i32::try_from(self.counts.len()).unwrap_or(i32::MAX)
    }

    /// First day of a bar; of the day after the last bar for `bar == bars()`.
    #[must_use]
    pub fn day_of(&self, bar: i32) -> i32 {
        self.first_day + bar * self.days_per_bar
    }

    /// A period as bars `[from, to)`; absent when it is open at both ends.
    #[must_use]
    pub fn window(&self, period: Period) -> Option<Window> {
        if period.from.is_none() && period.to.is_none() {
            return None;
        }
        let bar = |day: i32| (day - self.first_day).div_euclid(self.days_per_bar.max(1));
        let from = period.from.map_or(0, bar).clamp(0, self.bars());
        let to = period.to.map_or(self.bars(), |day| bar(day) + 1).clamp(0, self.bars());
        Some(Window { from, to: to.max(from) })
    }

    /// The period of a window, both ends included.
    #[must_use]
    pub fn period(&self, window: Window) -> Period {
        Period { from: Some(self.day_of(window.from)), to: Some(self.day_of(window.to) - 1) }
    }

    /// The tallest bar.
    #[must_use]
    pub fn most(&self) -> u64 {
        self.counts.iter().copied().max().unwrap_or(0)
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

    fn series(weeks: i32) -> Vec<Week> {
        (0..weeks).map(|week| (4 + week * WEEK, 1)).collect()
    }

    #[test]
    fn a_long_series_stands_as_several_weeks_a_bar() {
        let weeks = Weeks::of(&series(520));
        assert!(weeks.counts.len() <= MOST_BARS + 1);
        assert_eq!(weeks.days_per_bar % WEEK, 0);
        assert_eq!(weeks.counts.iter().sum::<u64>(), 520);
        assert!(Weeks::of(&[]).is_empty());
    }

    #[test]
    fn a_window_and_its_period_say_the_same() {
        let weeks = Weeks::of(&series(15));
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
