//! Periods that belong together: the one just before, the same one a year before, the last quarter.
//!
//! Whole months move by months, other spans by their number of days.

use crate::app::context::{CompareWith, View};
use crate::scores::Period;
use chrono::{Datelike, Months, NaiveDate, TimeDelta};

fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(TimeDelta::days(i64::from(day)))
}

fn day(date: NaiveDate) -> Option<i32> {
    i32::try_from((date - NaiveDate::default()).num_days()).ok()
}

/// The period that a period is compared with; nothing for an open one.
#[must_use]
pub fn before(period: Period, with: CompareWith) -> Option<Period> {
    let (from, to) = (period.from?, period.to?);
    match with {
        CompareWith::Nothing | CompareWith::Target | CompareWith::Selection => None,
        CompareWith::YearBefore => back_by_months(from, to, 12),
        CompareWith::PeriodBefore => match whole_months(from, to) {
            Some(months) => back_by_months(from, to, months),
            None => {
                let length = to - from + 1;
                Some(Period { from: Some(from - length), to: Some(to - length) })
            }
        },
    }
}

/// Number of months when a period is made of whole ones.
fn whole_months(from: i32, to: i32) -> Option<u32> {
    let (first, after) = (date(from)?, date(to + 1)?);
    if first.day() != 1 || after.day() != 1 || after <= first {
        return None;
    }
    let months = (after.year() - first.year()) * 12 + after.month() as i32 - first.month() as i32;
    u32::try_from(months).ok()
}

/// Moves both ends back; the day after the last one is moved, so that months keep their last day.
fn back_by_months(from: i32, to: i32, months: u32) -> Option<Period> {
    let back = |d: NaiveDate| d.checked_sub_months(Months::new(months)).and_then(day);
    let from = back(date(from)?)?;
    let to = back(date(to + 1)?)? - 1;
    Some(Period { from: Some(from), to: Some(to) })
}

/// The last three whole months of the days that have answers; all of them when there are fewer.
#[must_use]
pub fn last_quarter(days: Period) -> Option<Period> {
    let (first, last) = (days.from?, days.to?);
    let after = date(last + 1)?;
    let end = after.with_day(1)?;
    let start = end.checked_sub_months(Months::new(3))?;
    let (from, to) = (day(start)?, day(end)? - 1);
    if from < first - 31 { None } else { Some(Period { from: Some(from), to: Some(to) }) }
}

impl View {
    /// Compares with something else. "Earlier than what?" needs a period: without one, the last
    /// quarter of the days that have answers is shown.
    pub fn compare_with(&mut self, with: CompareWith, days: Period) {
        self.compare = with;
        let earlier = matches!(with, CompareWith::PeriodBefore | CompareWith::YearBefore);
        let open = self.filter.period.from.is_none() || self.filter.period.to.is_none();
        if let (true, Some(quarter)) = (earlier && open, last_quarter(days)) {
            self.filter.period = quarter;
        }
    }
}

/// The year up to the last whole month of the days that have answers.
#[must_use]
pub fn last_year(days: Period) -> Option<Period> {
    let end = date(days.to? + 1)?.with_day(1)?;
    let start = end.checked_sub_months(Months::new(12))?;
    Some(Period { from: Some(day(start)?), to: Some(day(end)? - 1) })
}

/// The last month, whole.
#[must_use]
pub fn last_month(days: Period) -> Option<Period> {
    let end = date(days.to? + 1)?.with_day(1)?;
    let start = end.checked_sub_months(Months::new(1))?;
    Some(Period { from: Some(day(start)?), to: Some(day(end)? - 1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> i32 {
        day(text.parse().unwrap()).unwrap()
    }

    fn period(from: &str, to: &str) -> Period {
        Period { from: Some(of(from)), to: Some(of(to)) }
    }

    #[test]
    fn whole_months_move_by_months_and_other_spans_by_days() {
        for (from, to, with, expected) in [
            ("2026-07-01", "2026-09-30", CompareWith::PeriodBefore, ("2026-04-01", "2026-06-30")),
            ("2026-07-01", "2026-09-30", CompareWith::YearBefore, ("2025-07-01", "2025-09-30")),
            ("2026-02-01", "2026-02-28", CompareWith::PeriodBefore, ("2026-01-01", "2026-01-31")),
            ("2026-07-06", "2026-07-12", CompareWith::PeriodBefore, ("2026-06-29", "2026-07-05")),
        ] {
            let found = before(period(from, to), with);
            assert_eq!(found, Some(period(expected.0, expected.1)), "{from} {with:?}");
        }
        assert_eq!(before(Period::default(), CompareWith::PeriodBefore), None);
        assert_eq!(before(period("2026-07-01", "2026-07-31"), CompareWith::Nothing), None);
    }

    #[test]
    fn comparing_with_earlier_picks_a_period_only_where_there_is_none() {
        let days = period("2025-10-13", "2026-10-08");
        let quarter = period("2026-07-01", "2026-09-30");
        let chosen = period("2026-03-01", "2026-03-31");
        for (before, with, after) in [
            (Period::default(), CompareWith::PeriodBefore, quarter),
            (Period::default(), CompareWith::YearBefore, quarter),
            (Period::default(), CompareWith::Target, Period::default()),
            (chosen, CompareWith::PeriodBefore, chosen),
        ] {
            let mut view = View::default();
            view.filter.period = before;
            view.compare_with(with, days);
            assert_eq!((view.compare, view.filter.period), (with, after));
        }
    }

    #[test]
    fn the_last_quarter_is_three_whole_months() {
        let days = period("2025-10-01", "2026-09-30");
        assert_eq!(last_quarter(days), Some(period("2026-07-01", "2026-09-30")));
        let days = period("2025-10-01", "2026-10-11");
        assert_eq!(last_quarter(days), Some(period("2026-07-01", "2026-09-30")));
        assert_eq!(last_quarter(Period::default()), None);
        assert_eq!(last_quarter(period("2026-09-20", "2026-10-11")), None);
    }
}
