//! How the dates of a column are written: found in its cells, with what proves it.
//!
//! Finds, never decides for a person: where two orders of day and month fit, it says so.

use super::dates::{DateFormat, iso};
use super::{DateFound, DateMix};

/// Formats that are looked for. Where two read every cell, the earlier one is proposed.
const FORMATS: [&str; 33] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%m.%d.%Y",
    "%d %m %Y",
    "%d-%m-%y",
    "%m-%d-%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%m.%d.%y",
    "%Y%m%d",
    "%d %B %Y",
    "%d-%B-%Y",
    "%d/%B/%Y",
    "%d.%B.%Y",
    "%d. %B %Y",
    "%d%B%Y",
    "%d-%B-%y",
    "%d %B %y",
    "%d%B%y",
    "%B %d, %Y",
    "%B %d %Y",
    "%B-%d-%Y",
    "%B %d, %y",
    "%Y-%B-%d",
    "%Y %B %d",
    "%H:%M %d-%m-%Y",
];
/// Looked for only where none of those fits.
const RARE: [&str; 5] =
    ["%y-%m-%d", "%y/%m/%d", "%y.%m.%d", "%B %d %H:%M:%S %Y", "%H:%M:%S %d-%m-%Y"];

/// Which of day and month comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    /// The order of a format; none where day and month cannot be taken for each other.
    pub fn of(format: &str) -> Option<Self> {
        let (day, month) = (format.find("%d")?, format.find("%m")?);
        let swaps =
            format.find("%Y").or_else(|| format.find("%y")).is_some_and(|y| y > day.min(month));
        swaps.then_some(if day < month { Self::DayFirst } else { Self::MonthFirst })
    }
}

/// Of ten cells of a column of dates, at least so many are dates: the rest is refused by name.
const MOSTLY: u64 = 7;

/// Different cells of a column, in the order of the file, each with how often it stands there.
pub(super) type Cells<'a> = [(&'a str, u64)];

/// How the days of a column are written, and how sure that is; none when it holds no dates.
///
/// `order` is the order that other columns of the file prove.
pub(super) fn find(cells: &Cells, order: Option<Order>) -> Option<(DateFound, f64)> {
    let all: u64 = cells.iter().map(|c| c.1).sum();
    let likely: u64 = cells.iter().filter(|c| may_be_date(c.0)).map(|c| c.1).sum();
    if all == 0 || likely * 10 < all * MOSTLY {
        return None;
    }
    let read = |names: &[&str]| -> Vec<Read> {
        let formats = names.iter().filter_map(|name| DateFormat::new(name));
        let reads = formats.map(|format| Read::new(format, cells));
        reads.filter(|read| read.count > 0).collect()
    };
    let mut reads = read(&FORMATS);
    if reads.iter().all(|read| read.count * 2 < all) {
        reads = read(&RARE);
    }
    let most = reads.iter().map(|r| r.count).max()?;
    let best: Vec<&Read> = reads.iter().filter(|r| r.count == most).collect();
    let (chosen, hint) = choose(&best, cells, order)?;
    let mixed = mixed(chosen, &reads, cells);
    let with_mixed = most + mixed.iter().map(|m| m.count).sum::<u64>();
    if most * 2 < all || with_mixed * 10 < all * MOSTLY {
        return None;
    }
    let others: Vec<String> =
        best.iter().filter(|r| r.days != chosen.days).map(|r| r.format.name().to_owned()).collect();
    let swapped_too =
        mixed.iter().any(|m| swapped(chosen.format.name()).as_ref() == Some(&m.format));
    let found = DateFound {
        format: chosen.format.name().to_owned(),
        ambiguous: !others.is_empty() || swapped_too,
        others,
        proof: proof(chosen, &reads, cells).filter(|_| !swapped_too),
        unread: all - most,
        mixed,
        two_digit_years: chosen.format.name().contains("%y"),
        zones: chosen.zones.clone(),
        first: chosen.days.iter().flatten().min().map_or_else(String::new, |d| iso(*d)),
        last: chosen.days.iter().flatten().max().map_or_else(String::new, |d| iso(*d)),
    };
    let sure = match (found.ambiguous, hint) {
        (false, _) => 0.95,
        (true, true) => 0.75,
        (true, false) => 0.5,
    };
    Some((found, sure * most as f64 / all as f64))
}

/// The order of day and month that the cells prove, if they hold dates and do.
pub(super) fn proved_order(cells: &Cells) -> Option<Order> {
    let (found, _) = find(cells, None)?;
    found.proof.as_ref()?;
    Order::of(&found.format)
}

/// What a format makes of the cells.
struct Read {
    format: DateFormat,
    days: Vec<Option<i32>>,
    /// Cells it reads.
    count: u64,
    zones: Vec<String>,
}

impl Read {
    fn new(format: DateFormat, cells: &Cells) -> Self {
        let mut read = Self { format, days: Vec::new(), count: 0, zones: Vec::new() };
        for (at, (cell, count)) in cells.iter().enumerate() {
            let moment = read.format.moment(cell);
            read.days.push(moment.as_ref().map(|m| m.0));
            // Many cells, and none of them fits: nor will the others.
            if at == 50 && read.count == 0 {
                break;
            }
            let Some((_, zone)) = moment else { continue };
            read.count += count;
            if !zone.is_empty() && !read.zones.contains(&zone) && read.zones.len() < 5 {
                read.zones.push(zone);
            }
        }
        read
    }

    /// Whether the days go up or down all the way, as moments do in the order they were stored.
    fn is_sorted(&self) -> bool {
        let days: Vec<i32> = self.days.iter().flatten().copied().collect();
        days.len() >= 5 && (days.is_sorted() || days.iter().rev().is_sorted())
    }
}

/// The likeliest of the formats that read most cells, and whether something speaks for it.
fn choose<'r>(best: &[&'r Read], cells: &Cells, order: Option<Order>) -> Option<(&'r Read, bool)> {
    let first = *best.first()?;
    let of_order =
        |wanted: Order| best.iter().copied().find(|r| Order::of(r.format.name()) == Some(wanted));
    if let Some(read) = order.and_then(of_order) {
        return Some((read, true));
    }
    let sorted: Vec<&&Read> = best.iter().filter(|r| r.is_sorted()).collect();
    if let ([read], true) = (sorted.as_slice(), best.len() > 1) {
        return Some((read, true));
    }
    // Slashes and a clock of twelve hours are American.
    let is_american = first.format.name().contains('/')
        && cells.iter().all(|(c, _)| c.ends_with("AM") || c.ends_with("PM"));
    Some((of_order(Order::MonthFirst).filter(|_| is_american).unwrap_or(first), false))
}

/// The format with day and month swapped.
fn swapped(format: &str) -> Option<String> {
    Order::of(format)?;
    Some(format.replace("%d", "%_").replace("%m", "%d").replace("%_", "%m"))
}

/// A cell that shows which of day and month is which: a day above twelve.
fn proof(chosen: &Read, reads: &[Read], cells: &Cells) -> Option<String> {
    let swapped = swapped(chosen.format.name())?;
    let other = reads.iter().find(|read| read.format.name() == swapped);
    let day = |read: &Read, at: usize| read.days.get(at).copied().flatten();
    let proves = |at: &usize| {
        day(chosen, *at).is_some() && other.is_none_or(|other| day(other, *at).is_none())
    };
    let at = (0..cells.len()).find(proves)?;
    cells.get(at).map(|cell| cell.0.trim().to_owned())
}

/// The formats of the cells that the chosen one does not read, most frequent first.
fn mixed(chosen: &Read, reads: &[Read], cells: &Cells) -> Vec<DateMix> {
    let mut left: Vec<usize> =
        (0..cells.len()).filter(|at| chosen.days.get(*at).copied().flatten().is_none()).collect();
    let mut mixed = Vec::new();
    while !left.is_empty() && mixed.len() < 5 {
        let fits = |read: &Read, at: &usize| read.days.get(*at).copied().flatten().is_some();
        let count = |read: &&Read| -> u64 {
            left.iter().filter(|at| fits(read, at)).map(|at| cells[*at].1).sum()
        };
        let Some(read) = reads.iter().rev().max_by_key(count).filter(|read| count(read) > 0) else {
            break;
        };
        let example = left.iter().find(|at| fits(read, at)).map_or("", |at| cells[*at].0);
        mixed.push(DateMix {
            format: read.format.name().to_owned(),
            count: count(&read),
            example: example.trim().to_owned(),
        });
        left.retain(|at| !fits(read, at));
    }
    mixed
}

/// Serial numbers that can only be moments: seconds or milliseconds since 1970, or spreadsheet
/// days under a header that says so.
pub(super) fn find_serial(cells: &Cells, header_says_date: bool) -> Option<(DateFound, f64)> {
    let within = |low: f64, high: f64| {
        let number = |c: &str| c.trim().replace(',', ".").parse::<f64>();
        !cells.is_empty() && cells.iter().all(|c| number(c.0).is_ok_and(|v| v >= low && v < high))
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
    let days: Vec<i32> = cells.iter().filter_map(|c| format.day(c.0)).collect();
    let found = DateFound {
        format: name.to_owned(),
        // Spreadsheets count from 1900 or from 1904: nothing in the numbers tells.
        ambiguous: name == "excel",
        others: if name == "excel" { vec!["excel1904".to_owned()] } else { Vec::new() },
        proof: None,
        unread: 0,
        mixed: Vec::new(),
        two_digit_years: false,
        zones: Vec::new(),
        first: days.iter().min().map_or_else(String::new, |d| iso(*d)),
        last: days.iter().max().map_or_else(String::new, |d| iso(*d)),
    };
    Some((found, confidence))
}

fn may_be_date(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (6..=60).contains(&text.len()) && digits >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cells: &[&str]) -> Option<(DateFound, f64)> {
        let cells: Vec<(&str, u64)> = cells.iter().map(|c| (*c, 1)).collect();
        find(&cells, None)
    }

    #[test]
    fn a_column_proves_its_order_or_says_that_it_cannot() {
        // Cells; the format, whether it is ambiguous, and the cell that proves it.
        let cases: [(&[&str], &str, bool, Option<&str>); 13] = [
            (&["01/02/2017", "13/02/2017"], "%d/%m/%Y", false, Some("13/02/2017")),
            (&["01/02/2017", "02/13/2017"], "%m/%d/%Y", false, Some("02/13/2017")),
            (&["01/02/2017", "03/04/2017"], "%d/%m/%Y", true, None),
            (&["01/02/17", "25/12/17"], "%d/%m/%y", false, Some("25/12/17")),
            (&["5/3/2017 8:51 PM", "5/4/2017 9:51 AM"], "%m/%d/%Y", true, None),
            (&["2017-02-01", "2017-02-13"], "%Y-%m-%d", false, None),
            (&["20170201", "20170213"], "%Y%m%d", false, None),
            (&["3 maart 2017", "4 mei 2017"], "%d %B %Y", false, None),
            (&["vr 3 mrt 2017 10:15", "za 4 mrt 2017 11:15"], "%d %B %Y", false, None),
            (&["March 3, 2017", "May 4, 2017"], "%B %d, %Y", false, None),
            (&["85-12-31", "86-01-05"], "%y-%m-%d", false, None),
            (&["5/5/2017", "6/6/2017"], "%d/%m/%Y", false, None),
            // Each day comes after the one before only if the month stands first.
            (
                &["01/05/2017", "01/09/2017", "02/03/2017", "02/08/2017", "03/01/2017"],
                "%m/%d/%Y",
                true,
                None,
            ),
        ];
        for (cells, format, ambiguous, proof) in cases {
            let (found, sure) = found(cells).unwrap();
            assert_eq!((found.format.as_str(), found.ambiguous), (format, ambiguous), "{cells:?}");
            assert_eq!(found.proof.as_deref(), proof, "{cells:?}");
            assert_eq!(sure > 0.8, !ambiguous, "{cells:?}");
        }
        for cells in [&["10:30", "11:45"][..], &["1", "2"], &["12345678", "x"], &["a b c d"], &[]] {
            assert_eq!(found(cells), None, "{cells:?}");
        }
    }

    #[test]
    fn orders_that_are_mixed_in_one_column_are_told() {
        let cells = ["13/02/2017", "14/02/2017", "15/03/2017", "04/05/2017", "05/28/2017"];
        let (found, sure) = found(&cells).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous, found.unread), ("%d/%m/%Y", true, 1));
        let mix = DateMix { format: "%m/%d/%Y".into(), count: 1, example: "05/28/2017".into() };
        assert_eq!(found.mixed, [mix]);
        assert!(sure < 0.5, "{sure}");
    }

    #[test]
    fn another_column_may_prove_the_order() {
        let cells = [("01/02/2017", 3), ("03/04/2017", 1)];
        let (found, sure) = find(&cells, Some(Order::MonthFirst)).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous), ("%m/%d/%Y", true));
        assert_eq!(found.others, ["%d/%m/%Y"]);
        assert!(sure > 0.7);
        assert_eq!(proved_order(&cells), None);
        assert_eq!(proved_order(&[("31/12/2017", 1)]), Some(Order::DayFirst));
        assert_eq!(proved_order(&[("2017-12-31", 1)]), None);
    }

    #[test]
    fn short_years_and_zones_are_shown() {
        let (short, _) = found(&["13-02-17"]).unwrap();
        assert!(short.two_digit_years);
        let (zoned, _) = found(&["2017-02-13T10:00:00Z", "2017-02-13 11:00 CET"]).unwrap();
        assert_eq!(zoned.zones, ["Z", "CET"]);
    }

    #[test]
    fn serial_numbers_are_dates_where_they_can_be_nothing_else() {
        let serial = |cell: &str, header: bool| {
            find_serial(&[(cell, 1)], header).map(|(f, _)| (f.format, f.ambiguous, f.first))
        };
        let of = |format: &str, ambiguous: bool, day: &str| {
            Some((format.to_owned(), ambiguous, day.to_owned()))
        };
        assert_eq!(serial("1483228800", false), of("epoch", false, "2017-01-01"));
        assert_eq!(serial("1483228800123", false), of("epoch_ms", false, "2017-01-01"));
        assert_eq!(serial("42736.5", true), of("excel", true, "2017-01-01"));
        assert_eq!(serial("42736", false), None);
        assert_eq!(serial("7", true), None);
    }
}
