//! Numbers and dates as a language writes them, by CLDR's tables. Rounds for reading only.

use super::Lang;
use chrono::{Datelike, NaiveDate, TimeDelta};
use fluent_bundle::FluentValue;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{MD, YM, YMD};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::locale;
use std::thread::LocalKey;

/// How much of a date is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayStyle {
    /// `1 Jul 2026`.
    Full,
    /// `1 Jul`.
    DayMonth,
    /// `Jul 2026`.
    MonthYear,
    /// `Jul`.
    Month,
    /// `2026-07-01`, the same in each language.
    Iso,
}

/// The formatters of one language; absent ones fall back to plain digits.
pub(super) struct Numbers {
    decimal: Option<DecimalFormatter>,
    full: Option<DateTimeFormatter<YMD>>,
    day_month: Option<DateTimeFormatter<MD>>,
    month_year: Option<DateTimeFormatter<YM>>,
    month: Option<DateTimeFormatter<icu_datetime::fieldsets::M>>,
}

impl Numbers {
    pub(super) fn new(lang: Lang) -> Self {
        // Dates in English read 1 Jul 2026, as they do in Europe.
        let locale = || match lang {
            Lang::En => locale!("en-GB"),
            Lang::Nl => locale!("nl"),
        };
        Self {
            decimal: DecimalFormatter::try_new(locale().into(), Default::default()).ok(),
            full: DateTimeFormatter::try_new(locale().into(), YMD::medium()).ok(),
            day_month: DateTimeFormatter::try_new(locale().into(), MD::medium()).ok(),
            month_year: DateTimeFormatter::try_new(locale().into(), YM::medium()).ok(),
            month: DateTimeFormatter::try_new(
                locale().into(),
                icu_datetime::fieldsets::M::medium(),
            )
            .ok(),
        }
    }

    /// Digits after the decimal sign are fixed; a rounded zero has no sign.
    pub(super) fn fixed(&self, number: f64, decimals: usize) -> String {
        let plain = format!("{number:.*}", decimals.min(6));
        let is_zero = plain.chars().all(|c| matches!(c, '-' | '0' | '.'));
        let (negative, digits) = match plain.strip_prefix('-') {
            Some(rest) => (!is_zero, rest),
            None => (false, plain.as_str()),
        };
        let written = match (&self.decimal, Decimal::try_from_str(digits)) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            _ => digits.to_owned(),
        };
        if negative { format!("\u{2212}{written}") } else { written }
    }

    pub(super) fn iso_day(&self, day: &str) -> Option<String> {
        let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
        let days = date.signed_duration_since(NaiveDate::default()).num_days();
        Some(self.day(i32::try_from(days).ok()?, DayStyle::Full))
    }

    pub(super) fn day(&self, day: i32, style: DayStyle) -> String {
        let Some(date) = NaiveDate::default().checked_add_signed(TimeDelta::days(i64::from(day)))
        else {
            return String::new();
        };
        let iso = || date.format("%Y-%m-%d").to_string();
        let month = u8::try_from(date.month()).unwrap_or(1);
        let of_month = u8::try_from(date.day()).unwrap_or(1);
        let Ok(input) = Date::try_new_iso(date.year(), month, of_month) else {
            return iso();
        };
        let written = match style {
            DayStyle::Full => self.full.as_ref().map(|f| f.format(&input).to_string()),
            DayStyle::DayMonth => self.day_month.as_ref().map(|f| f.format(&input).to_string()),
            DayStyle::MonthYear => self.month_year.as_ref().map(|f| f.format(&input).to_string()),
            DayStyle::Month => self.month.as_ref().map(|f| f.format(&input).to_string()),
            DayStyle::Iso => None,
        };
        written.unwrap_or_else(iso)
    }
}

thread_local! {
    static ENGLISH: Numbers = Numbers::new(Lang::En);
    static DUTCH: Numbers = Numbers::new(Lang::Nl);
}

fn write_count(numbers: &'static LocalKey<Numbers>, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers.with(|n| n.fixed(number.value, 0))),
        _ => None,
    }
}

/// Writes counts inside English texts.
pub(super) fn write_count_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write_count(&ENGLISH, value)
}

/// Writes counts inside Dutch texts.
pub(super) fn write_count_nl<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write_count(&DUTCH, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let (en, nl) = (Numbers::new(Lang::En), Numbers::new(Lang::Nl));
        for (number, decimals, english, dutch) in [
            (3.24, 1, "3.2", "3,2"),
            (14_632.0, 0, "14,632", "14.632"),
            (-23.4, 0, "−23", "−23"),
            (-0.04, 1, "0.0", "0,0"),
            (1_000_000.5, 1, "1,000,000.5", "1.000.000,5"),
        ] {
            assert_eq!(en.fixed(number, decimals), english);
            assert_eq!(nl.fixed(number, decimals), dutch);
        }
    }

    #[test]
    fn dates_follow_the_language() {
        let (en, nl) = (Numbers::new(Lang::En), Numbers::new(Lang::Nl));
        let day = 20_635; // 2026-07-01
        for (style, english, dutch) in [
            (DayStyle::Full, "1 Jul 2026", "1 jul 2026"),
            (DayStyle::DayMonth, "1 Jul", "1 jul"),
            (DayStyle::MonthYear, "Jul 2026", "jul 2026"),
            (DayStyle::Iso, "2026-07-01", "2026-07-01"),
        ] {
            assert_eq!(en.day(day, style), english);
            assert_eq!(nl.day(day, style), dutch);
        }
    }
}
