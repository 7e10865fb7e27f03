//! Days as people write them, by a format that is known.
//!
//! A time behind the date is passed over; no time zone is applied: the day is the day as written.

use super::clock::clock;
use super::date_words::{date_word, is_weekday};
use chrono::format::{Item, Parsed, StrftimeItems, parse_and_remainder};
use chrono::{DateTime, Datelike, Duration, NaiveDate};

/// A way to write days: a chrono format, or `excel`, `excel1904`, `epoch`, `epoch_ms`.
#[derive(Clone, Debug)]
pub(super) struct DateFormat {
    name: String,
    reading: Reading,
}

#[derive(Clone, Debug)]
enum Reading {
    /// The items of a format, and whether a day of the week is one of them.
    Words(Vec<Item<'static>>, bool),
    /// `%Y-%m-%d`, by far the most frequent one.
    Iso(Vec<Item<'static>>),
    /// Days since this day.
    Serial(NaiveDate),
    /// Units of so many a second since 1970.
    Epoch(f64),
}

impl DateFormat {
    /// A format by its name; none when it is no format.
    pub fn new(name: &str) -> Option<Self> {
        let items = |format: &str| StrftimeItems::new(format).parse_to_owned().ok();
        let reading = match name.trim() {
            "excel" => Reading::Serial(NaiveDate::from_ymd_opt(1899, 12, 30)?),
            "excel1904" => Reading::Serial(NaiveDate::from_ymd_opt(1904, 1, 1)?),
            "epoch" | "%s" => Reading::Epoch(1.0),
            "epoch_ms" => Reading::Epoch(1000.0),
            "%Y-%m-%d" => Reading::Iso(items("%Y-%m-%d")?),
            format => {
                let has_weekday = format.contains("%a") || format.contains("%A");
                Reading::Words(items(format)?, has_weekday)
            }
        };
        Some(Self { name: name.trim().to_owned(), reading })
    }

    /// The name as in a profile.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Days from 1970-01-01, when the text is a day in this format between 1900 and 2100.
    pub fn day(&self, text: &str) -> Option<i32> {
        self.moment(text).map(|(day, _)| day)
    }

    /// As `day`, with the time zone that is written behind it.
    pub fn moment(&self, text: &str) -> Option<(i32, String)> {
        let none = String::new;
        let (date, zone) = match &self.reading {
            Reading::Words(items, has_weekday) => written(text.trim(), items, *has_weekday)?,
            Reading::Iso(items) => match iso_day(text.trim().as_bytes()) {
                Some(date) => (date, none()),
                None => written(text.trim(), items, false)?,
            },
            Reading::Serial(first) => {
                let days = serial(text, 1.0, 120_000.0)?;
                (first.checked_add_signed(Duration::days(days))?, none())
            }
            Reading::Epoch(per_second) => {
                let seconds = serial(text, *per_second, 8e9)?;
                (DateTime::from_timestamp(seconds, 0)?.date_naive(), none())
            }
        };
        let day = date.num_days_from_ce() - EPOCH_FROM_CE;
        (1900..=2100).contains(&date.year()).then_some((day, zone))
    }
}

const EPOCH_FROM_CE: i32 = 719_163;

/// A day as `YYYY-MM-DD`.
pub(super) fn iso(day: i32) -> String {
    day.checked_add(EPOCH_FROM_CE)
        .and_then(NaiveDate::from_num_days_from_ce_opt)
        .map_or_else(String::new, |d| d.format("%Y-%m-%d").to_string())
}

/// Ten bytes as `YYYY-MM-DD`.
fn iso_day(text: &[u8]) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| {
        text[range]
            .iter()
            .try_fold(0_u32, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')))
    };
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)
}

fn serial(text: &str, per_unit: f64, highest: f64) -> Option<i64> {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let value: f64 = text.replace(',', ".").parse().ok().filter(|_| plain)?;
    let value = (value / per_unit).floor();
    #[expect(clippy::cast_possible_truncation, reason = "checked against `highest`")]
    (0.0..=highest).contains(&value).then_some(value as i64)
}

fn written(text: &str, items: &[Item<'static>], has_weekday: bool) -> Option<(NaiveDate, String)> {
    let plain;
    let text = if text.bytes().any(|b| b.is_ascii_alphabetic()) {
        plain = in_english(text, has_weekday);
        &plain
    } else {
        text
    };
    let mut parsed = Parsed::new();
    let rest = parse_and_remainder(&mut parsed, text, items.iter()).ok()?;
    let zone = clock(rest)?;
    Some((parsed.to_naive_date().ok()?, zone.to_owned()))
}

/// A date with its names of months and days in English, which chrono reads; without ordinals, and
/// without the day of the week where the format has none.
fn in_english(text: &str, has_weekday: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !first.is_alphabetic() {
            let length = rest.find(char::is_alphabetic).unwrap_or(rest.len());
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = rest[..length].to_lowercase();
        rest = &rest[length..];
        let behind_digit = out.ends_with(|c: char| c.is_ascii_digit());
        if is_weekday(&word) && !has_weekday {
            rest = rest.trim_start_matches(['.', ',', ' ']);
        } else if let Some(name) = date_word(&word) {
            out.push_str(name);
            // A point behind an abbreviation; one between day, month and year is a delimiter.
            let is_delimiter =
                out.len() > name.len() && out[..out.len() - name.len()].ends_with('.');
            rest = rest.strip_prefix('.').filter(|_| !is_delimiter).unwrap_or(rest);
        } else if !(behind_digit
            && matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "e" | "de" | "ste"))
        {
            out.push_str(&text[text.len() - rest.len() - length..text.len() - rest.len()]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(format: &str, text: &str) -> Option<String> {
        DateFormat::new(format).unwrap().day(text).map(iso)
    }

    #[test]
    fn days_are_read_by_their_format_and_impossible_ones_refused() {
        let cases = [
            ("%d-%m-%Y", "13-02-2017", Some("2017-02-13")),
            ("%d-%m-%Y", "3-2-2017 10:33", Some("2017-02-03")),
            ("%d-%m-%Y", "31-02-2026", None),
            ("%d-%m-%Y", "12-05-17", None),
            ("%d-%m-%y", "12-05-17", Some("2017-05-12")),
            ("%d-%m-%y", "12-05-70", Some("1970-05-12")),
            ("%m/%d/%Y", "5/13/2017 8:51:12 PM", Some("2017-05-13")),
            ("%Y/%m/%d", "2024/12/03 8:48:17 p.m. CET", Some("2024-12-03")),
            ("%Y-%m-%d", "2017-05-13", Some("2017-05-13")),
            ("%Y-%m-%d", "2017-5-3", Some("2017-05-03")),
            ("%Y-%m-%d", "2017-02-30", None),
            ("%Y-%m-%d", "2017-05-13T08:51:12Z", Some("2017-05-13")),
            ("%Y-%m-%d", "2017-05-13T23:51:12.123+02:00", Some("2017-05-13")),
            ("%Y-%m-%d", "2022-05-25 10.39.15", Some("2022-05-25")),
            ("%Y-%m-%d %H:%M", "2017-05-13 08:51", Some("2017-05-13")),
            ("%Y-%m-%d", "2017-05-13 and more", None),
            ("%d %B %Y", "3 maart 2017", Some("2017-03-03")),
            ("%d %B %Y", "3 mrt 2017", Some("2017-03-03")),
            ("%d %B %Y", "3 mrt. 2017 om 14:05 uur", Some("2017-03-03")),
            ("%d %B %Y", "vr 3 maart 2017", Some("2017-03-03")),
            ("%d %B %Y", "maandag, 1 mei 2017", Some("2017-05-01")),
            ("%d %B %Y", "1ste januari 2017", Some("2017-01-01")),
            ("%d %B %Y", "21 okt 2017", Some("2017-10-21")),
            ("%A %d %B %Y", "woensdag 3 mei 2017", Some("2017-05-03")),
            ("%d-%B-%y", "3-Oct-17", Some("2017-10-03")),
            ("%d.%B.%Y", "3.okt.2017", Some("2017-10-03")),
            ("%d%B%Y", "13FEB2017", Some("2017-02-13")),
            ("%B %d, %Y", "January 5, 2018", Some("2018-01-05")),
            ("%B %d, %Y", "Sept. 5th, 2018 at 3:15 pm", Some("2018-09-05")),
            ("%B %d, %Y", "Tuesday, May 8, 2018", Some("2018-05-08")),
            ("excel", "42736", Some("2017-01-01")),
            ("excel", "42736,75", Some("2017-01-01")),
            ("excel1904", "41274", Some("2017-01-01")),
            ("epoch", "1483228800", Some("2017-01-01")),
            ("epoch_ms", "1483228800123", Some("2017-01-01")),
            ("epoch", "-5", None),
            ("%Y-%m-%d", "", None),
            ("%d-%m-%Y", "é", None),
        ];
        for (format, text, expected) in cases {
            assert_eq!(day(format, text).as_deref(), expected, "{text} as {format}");
        }
    }

    #[test]
    fn the_zone_is_handed_on_as_written() {
        let format = DateFormat::new("%Y-%m-%d").unwrap();
        for (text, zone) in [
            ("2017-05-13", ""),
            ("2017-05-13T08:51:12Z", "Z"),
            ("2017-05-13 08:51 CET", "CET"),
            ("2017-05-13 08:51 +02:00", "+02:00"),
        ] {
            assert_eq!(format.moment(text).unwrap().1, zone, "{text}");
        }
    }
}
