//! Days as the samples count them: from 1970-01-01, as the program does.

use chrono::{Days, NaiveDate};

/// The date of a day.
pub fn date(day: i32) -> NaiveDate {
    NaiveDate::default() + Days::new(u64::try_from(day).unwrap_or(0))
}

/// The day of a date.
pub fn day(date: NaiveDate) -> i32 {
    i32::try_from((date - NaiveDate::default()).num_days()).unwrap_or(0)
}
