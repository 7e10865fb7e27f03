//! Days as people write them, by a format that is known or found in a column.
//!
//! A time behind the date is passed over; no time zone is applied: the day is the day as written.

use super::DateFound;
use chrono::format::{Item, Parsed, StrftimeItems, parse_and_remainder};
use chrono::{DateTime, Datelike, Duration, NaiveDate};

/// Formats that are looked for. Where two read every cell, the earlier one is proposed.
const FORMATS: [&str; 24] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%m.%d.%Y",
    "%d-%m-%y",
    "%m-%d-%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%m.%d.%y",
    "%Y%m%d",
    "%d %B %Y",
    "%d-%B-%Y",
    "%d-%B-%y",
    "%d %B %y",
    "%B %d, %Y",
    "%B %d %Y",
    "%a %B %d %Y",
    "%A %d %B %Y",
];

/// A way to write days: a chrono format, or `excel`, `excel1904`, `epoch`, `epoch_ms`.
#[derive(Clone, Debug)]
pub(super) struct DateFormat {
    name: String,
    reading: Reading,
}

#[derive(Clone, Debug)]
enum Reading {
    Words(Vec<Item<'static>>),
    /// Days since this day.
    Serial(NaiveDate),
    /// Units of so many a second since 1970.
    Epoch(f64),
}

impl DateFormat {
    /// A format by its name; none when it is no format.
    pub fn new(name: &str) -> Option<Self> {
        let reading = match name.trim() {
            "excel" => Reading::Serial(NaiveDate::from_ymd_opt(1899, 12, 30)?),
            "excel1904" => Reading::Serial(NaiveDate::from_ymd_opt(1904, 1, 1)?),
            "epoch" | "%s" => Reading::Epoch(1.0),
            "epoch_ms" => Reading::Epoch(1000.0),
            format => Reading::Words(StrftimeItems::new(format).parse_to_owned().ok()?),
        };
        Some(Self { name: name.trim().to_owned(), reading })
    }

    /// The name as in a profile.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Days from 1970-01-01, when the text is a day in this format between 1900 and 2100.
    pub fn day(&self, text: &str) -> Option<i32> {
        let date = match &self.reading {
            Reading::Words(items) => written(text.trim(), items)?,
            Reading::Serial(first) => {
                let days = serial(text, 1.0, 120_000.0)?;
                first.checked_add_signed(Duration::days(days))?
            }
            Reading::Epoch(per_second) => {
                let seconds = serial(text, *per_second, 8e9)?;
                DateTime::from_timestamp(seconds, 0)?.date_naive()
            }
        };
        (1900..=2100).contains(&date.year()).then(|| date.num_days_from_ce() - EPOCH_FROM_CE)
    }
}

const EPOCH_FROM_CE: i32 = 719_163;

/// A day as `YYYY-MM-DD`.
pub(super) fn iso(day: i32) -> String {
    NaiveDate::from_num_days_from_ce_opt(day + EPOCH_FROM_CE)
        .map_or_else(String::new, |d| d.format("%Y-%m-%d").to_string())
}

fn serial(text: &str, per_unit: f64, highest: f64) -> Option<i64> {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let value: f64 = text.replace(',', ".").parse().ok().filter(|_| plain)?;
    let value = (value / per_unit).floor();
    #[expect(clippy::cast_possible_truncation, reason = "checked against `highest`")]
    (0.0..=highest).contains(&value).then_some(value as i64)
}

fn written(text: &str, items: &[Item<'static>]) -> Option<NaiveDate> {
    let english;
    let text = if text.bytes().any(|b| b.is_ascii_alphabetic()) {
        english = in_english(text);
        &english
    } else {
        text
    };
    let mut parsed = Parsed::new();
    let rest = parse_and_remainder(&mut parsed, text, items.iter()).ok()?;
    is_time(rest).then(|| parsed.to_naive_date().ok()).flatten()
}

/// Whether what stands behind a date is a time of day (or nothing).
fn is_time(rest: &str) -> bool {
    let Some(first) = rest.chars().next() else {
        return true;
    };
    let time = rest.trim_start_matches([' ', 'T', 't', ',']);
    matches!(first, ' ' | 'T' | 't' | ',')
        && time.len() <= 40
        && (time.is_empty() || time.starts_with(|c: char| c.is_ascii_digit()))
        && (time.is_empty() || time.contains(':') || time.contains('.'))
}

/// Dutch names of months and days in English, which chrono reads.
fn in_english(text: &str) -> String {
    const WORDS: [(&str, &str); 22] = [
        ("januari", "january"),
        ("februari", "february"),
        ("maart", "march"),
        ("mrt", "mar"),
        ("mei", "may"),
        ("juni", "june"),
        ("juli", "july"),
        ("augustus", "august"),
        ("oktober", "october"),
        ("okt", "oct"),
        ("maandag", "monday"),
        ("dinsdag", "tuesday"),
        ("woensdag", "wednesday"),
        ("donderdag", "thursday"),
        ("vrijdag", "friday"),
        ("zaterdag", "saturday"),
        ("zondag", "sunday"),
        ("sept ", "sep "),
        ("jan. ", "jan "),
        ("feb. ", "feb "),
        ("ma ", "mon "),
        ("di ", "tue "),
    ];
    let mut text = text.to_lowercase();
    for (dutch, english) in WORDS {
        if text.contains(dutch) && !text.contains(english) {
            text = text.replacen(dutch, english, 1);
        }
    }
    text
}

/// How the days of a column are written, judged by its cells that hold something.
///
/// None when fewer than nine in ten cells are days in one format.
pub(super) fn find(cells: &[&str]) -> Option<(DateFound, f64)> {
    let cells: Vec<&str> = cells.iter().copied().filter(|c| !c.trim().is_empty()).collect();
    let likely = cells.iter().filter(|c| may_be_date(c)).count();
    if cells.is_empty() || likely * 10 < cells.len() * 9 {
        return None;
    }
    let mut best: Vec<(usize, DateFormat)> = Vec::new();
    for name in FORMATS {
        let Some(format) = DateFormat::new(name) else {
            continue;
        };
        let hits = cells.iter().filter(|c| format.day(c).is_some()).count();
        if hits > 0 {
            best.push((hits, format));
        }
    }
    let most = best.iter().map(|b| b.0).max()?;
    best.retain(|b| b.0 == most);
    if most * 10 < cells.len() * 9 {
        return None;
    }
    let days = |format: &DateFormat| cells.iter().map(|c| format.day(c)).collect::<Vec<_>>();
    let (_, chosen) = best.first()?;
    let chosen_days = days(chosen);
    let others: Vec<String> = best[1..]
        .iter()
        .filter(|b| days(&b.1) != chosen_days)
        .map(|b| b.1.name().to_owned())
        .collect();
    let found = DateFound {
        format: chosen.name().to_owned(),
        ambiguous: !others.is_empty(),
        others,
        first: chosen_days.iter().flatten().min().map_or_else(String::new, |d| iso(*d)),
        last: chosen_days.iter().flatten().max().map_or_else(String::new, |d| iso(*d)),
    };
    let share = most as f64 / cells.len() as f64;
    let confidence = if found.ambiguous { 0.5 } else { 0.95 } * share;
    Some((found, confidence))
}

/// Serial numbers that can only be moments: seconds or milliseconds since 1970, or spreadsheet
/// days under a header that says so.
pub(super) fn find_serial(cells: &[&str], header_says_date: bool) -> Option<(DateFound, f64)> {
    let within = |low: f64, high: f64| {
        let number = |c: &&str| c.trim().replace(',', ".").parse::<f64>();
        !cells.is_empty() && cells.iter().all(|c| number(c).is_ok_and(|v| v >= low && v < high))
    };
    let (name, confidence) = if within(946_684_800.0, 2_524_608_000.0) {
        ("epoch", if header_says_date { 0.95 } else { 0.6 })
    } else if within(946_684_800e3, 2_524_608_000e3) {
        ("epoch_ms", if header_says_date { 0.95 } else { 0.6 })
    } else if header_says_date && within(20_000.0, 60_000.0) {
        ("excel", 0.8)
    } else {
        return None;
    };
    let format = DateFormat::new(name)?;
    let days: Vec<i32> = cells.iter().filter_map(|c| format.day(c)).collect();
    let found = DateFound {
        format: name.to_owned(),
        ambiguous: name == "excel",
        others: if name == "excel" { vec!["excel1904".to_owned()] } else { Vec::new() },
        first: days.iter().min().map_or_else(String::new, |d| iso(*d)),
        last: days.iter().max().map_or_else(String::new, |d| iso(*d)),
    };
    Some((found, confidence))
}

fn may_be_date(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (6..=45).contains(&text.len()) && digits >= 3
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
            ("%m/%d/%Y", "5/13/2017 8:51:12 PM", Some("2017-05-13")),
            ("%Y-%m-%d", "2017-05-13T08:51:12Z", Some("2017-05-13")),
            ("%Y-%m-%d %H:%M", "2017-05-13 08:51", Some("2017-05-13")),
            ("%Y-%m-%d", "2017-05-13 and more", None),
            ("%d %B %Y", "3 maart 2017", Some("2017-03-03")),
            ("%d %B %Y", "3 mrt 2017", Some("2017-03-03")),
            ("%d-%B-%y", "3-Oct-17", Some("2017-10-03")),
            ("%B %d, %Y", "January 5, 2018", Some("2018-01-05")),
            ("excel", "42736", Some("2017-01-01")),
            ("excel1904", "41274", Some("2017-01-01")),
            ("epoch", "1483228800", Some("2017-01-01")),
            ("epoch_ms", "1483228800123", Some("2017-01-01")),
            ("%Y-%m-%d", "", None),
        ];
        for (format, text, expected) in cases {
            assert_eq!(day(format, text).as_deref(), expected, "{text} as {format}");
        }
    }

    #[test]
    fn a_column_proves_its_order_or_says_that_it_cannot() {
        let (found, _) = find(&["01/02/2017", "13/02/2017"]).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous), ("%d/%m/%Y", false));
        let (found, _) = find(&["01/02/2017", "02/13/2017"]).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous), ("%m/%d/%Y", false));
        let (found, confidence) = find(&["01/02/2017", "03/04/2017"]).unwrap();
        assert_eq!((found.ambiguous, found.others), (true, vec!["%m/%d/%Y".to_owned()]));
        assert!(confidence < 0.65);
        assert_eq!(find(&["10:30", "11:45"]), None);
        assert_eq!(find(&["1", "2"]), None);
    }
}
