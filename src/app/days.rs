//! Days as people type them, and today.
//!
//! The window's only clock for dates that are entered.

use super::context::Ctx;
use crate::text::Lang;
use chrono::{Datelike, Local, NaiveDate, TimeDelta};

/// Today, in days from 1970-01-01.
#[must_use]
pub fn today() -> i32 {
    let days = Local::now().date_naive() - NaiveDate::default();
    i32::try_from(days.num_days()).unwrap_or(0)
}

/// A day as it is typed in the person's language.
#[must_use]
pub fn typed(ctx: &Ctx<'_>, day: i32) -> String {
    let pattern = match ctx.texts.lang() {
        Lang::En => "%d/%m/%Y",
        Lang::Nl => "%d-%m-%Y",
    };
    date(day).map_or_else(String::new, |date| date.format(pattern).to_string())
}

/// A day as the document keeps it: `2026-07-01`.
#[must_use]
pub fn iso(day: i32) -> String {
    date(day).map_or_else(String::new, |date| date.format("%Y-%m-%d").to_string())
}

fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(TimeDelta::days(i64::from(day)))
}

/// A day as people type it: 14-10-2026, 14/10/26, 14.10, 2026-10-14. Without a year it is the
/// newest that is not still to come.
#[must_use]
pub fn day_number(typed: &str, today: i32) -> Option<i32> {
    let parts: Vec<&str> =
        typed.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let number = |text: &str| text.parse::<i32>().ok().filter(|_| text.len() <= 4);
    let date = |year: i32, month: &str, day: &str| {
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        i32::try_from((date - NaiveDate::default()).num_days()).ok()
    };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => date(number(year)?, month, day),
        [day, month, year] => match year.len() {
            2 => date(2000 + number(year)?, month, day),
            4 => date(number(year)?, month, day),
            _ => None,
        },
        [day, month] => {
            let days = TimeDelta::days(i64::from(today));
            let year = NaiveDate::default().checked_add_signed(days)?.year();
            let this = date(year, month, day);
            this.filter(|day| *day <= today).or_else(|| date(year - 1, month, day))
        }
        _ => None,
    }
}
