//! Puts the pieces of `phrases` together so that each comment fits its scores.

use super::answers::Answer;
use super::calendar::PERIODS;
use super::contacts::CONTACTS;
use super::people::{Customer, SEGMENTS};
use super::phrases::{BAD_TAILS, FAIR_TAILS, GOOD_TAILS, LONG_WAIT, OPENERS, PHRASES};
use crate::dates::date;
use crate::random::Random;
use std::collections::BTreeSet;

/// Share of the rows with a comment.
const SHARE: f64 = 0.335;

/// Contact moment, day, ease, segment, text.
type Pinned = (usize, (i32, u32, u32), i32, &'static str, &'static str);

/// Comments that the pictures of the program show.
const PINNED: [Pinned; 6] = [
    (
        10,
        (2026, 9, 18),
        2,
        "Verhuizers",
        "Waarom betaal ik voor zes weken terwijl ik de 3e ben verhuisd?",
    ),
    (10, (2026, 9, 11), 3, "Verhuizers", "Ik moest bellen om mijn eigen rekening te snappen."),
    (10, (2026, 9, 2), 1, "Huurders", "Twee bedragen op één pagina. Waarom?"),
    (
        10,
        (2026, 9, 22),
        1,
        "Verhuizers",
        "Drie keer gebeld voordat iemand de periode kon uitleggen.",
    ),
    (10, (2026, 9, 15), 2, "Huurders", "Medewerker was vriendelijk, maar zag mijn factuur niet."),
    (13, (2026, 9, 24), 1, "Huurders", "Ik ga weg als dit zo blijft."),
];

/// Customers whom the pictures show in the first days of October: name, segment, contact moment,
/// recommendation, text.
const CALLED: [(&str, usize, usize, i32, &str); 8] = [
    ("Mw. T. Oosterveld", 0, 10, 2, "Zes weken op één rekening, en niemand belt terug."),
    ("Fam. Duivenbode", 0, 10, 3, "Twee bedragen op één pagina. Welke klopt?"),
    ("Dhr. P. Zonneveldt", 0, 10, 5, "Termijnbedrag klopt niet met wat ik tekende."),
    ("Dhr. K. Meulenbelt", 3, 10, 10, "Eerste rekening in één keer duidelijk."),
    ("Mw. S. Kortekaas", 3, 13, 4, "De teruggaaf staat verstopt op bladzijde vier."),
    ("Mw. L. Abbink", 1, 13, 0, "Al overgestapt. Jammer, ik zat er acht jaar."),
    ("VvE De Linde", 4, 9, 9, "Alles ging vanzelf, top geregeld."),
    ("Mw. F. Yildiz", 1, 9, 6, "Pas na drie weken hoorde ik iets."),
];

/// The names that no other customer may bear.
pub fn taken() -> Vec<&'static str> {
    CALLED.iter().map(|called| called.0).collect()
}

/// Writes comments on about a third of the rows of each contact moment and period.
///
/// Those at the ends of the scale write more often than those in the middle.
pub fn write(random: &mut Random, rows: &mut [Answer], customers: &mut [Customer]) {
    pin(rows, customers);
    call(rows, customers);
    let mut used = BTreeSet::new();
    for period in 0..PERIODS.len() {
        for contact in 0..CONTACTS.len() {
            let mut cell: Vec<(f64, usize)> = Vec::new();
            for (index, row) in rows.iter().enumerate() {
                if row.period == period && row.contact == contact {
                    let edge = f64::from((row.scores.0 - 4).abs()) * 0.06;
                    let pinned = if row.comment.is_some() { 9.0 } else { 0.0 };
                    cell.push((pinned + edge + random.unit(), index));
                }
            }
            cell.sort_by(|a, b| b.0.total_cmp(&a.0));
            let wanted = (cell.len() as f64 * SHARE).round() as usize;
            for &(_, index) in cell.iter().take(wanted) {
                if rows[index].comment.is_none() {
                    rows[index].comment = Some(fresh(random, &rows[index], &mut used));
                }
            }
        }
    }
    rows.sort_by_key(|row| (row.day, row.contact));
}

/// Gives the pinned comments to rows with the right score, segment and month.
fn pin(rows: &mut [Answer], customers: &[Customer]) {
    for (contact, (year, month, day), ease, segment, text) in PINNED {
        let Some(wanted) = chrono::NaiveDate::from_ymd_opt(year, month, day) else {
            continue;
        };
        let fits = |row: &&mut Answer| {
            let at = date(row.day).format("%Y-%m").to_string();
            row.contact == contact
                && row.scores.0 == ease
                && row.comment.is_none()
                && SEGMENTS[customers[row.customer].segment] == segment
                && at == wanted.format("%Y-%m").to_string()
        };
        if let Some(row) = rows.iter_mut().find(fits) {
            row.day = crate::dates::day(wanted);
            row.comment = Some(text.to_owned());
        }
    }
}

/// Puts the people of the pictures in the place of customers with just that recommendation.
fn call(rows: &mut [Answer], customers: &mut [Customer]) {
    for (name, segment, contact, recommend, text) in CALLED {
        let near = |row: &Answer| (row.scores.1 - recommend).abs();
        let october = PERIODS.len() - 1;
        let row = rows
            .iter_mut()
            .filter(|row| row.period == october && row.contact == contact && row.comment.is_none())
            .min_by_key(|row| (near(row), customers[row.customer].segment != segment));
        if let Some(row) = row {
            row.scores.1 = recommend;
            row.comment = Some(text.to_owned());
            name.clone_into(&mut customers[row.customer].name);
            customers[row.customer].segment = segment;
            customers[row.customer].may_call = true;
        }
    }
}

/// A comment that was not used before, if twenty tries find one.
fn fresh(random: &mut Random, row: &Answer, used: &mut BTreeSet<String>) -> String {
    let mut text = compose(random, row);
    for _ in 0..20 {
        if used.insert(text.clone()) {
            break;
        }
        text = compose(random, row);
    }
    text
}

fn compose(random: &mut Random, row: &Answer) -> String {
    let phrases = &PHRASES[row.contact];
    let mood = f64::from(row.scores.0 - 4) / 3.0 + f64::from(row.scores.1 - 7) / 4.0;
    let (pieces, tails): (&[&str], &[&str]) = if mood < -0.5 {
        (phrases.bad, &BAD_TAILS)
    } else if mood > 0.6 {
        (phrases.good, &GOOD_TAILS)
    } else {
        (phrases.fair, &FAIR_TAILS)
    };
    let piece = *random.pick(pieces);
    let mut text = String::new();
    if random.unit() < 0.05 {
        text.push_str(random.pick::<&str>(&OPENERS));
    }
    if text.ends_with(": ") {
        text.push_str(&piece.chars().take(1).flat_map(char::to_lowercase).collect::<String>());
        text.extend(piece.chars().skip(1));
    } else {
        text.push_str(piece);
    }
    let asks = ["Waarom", "Wat is"].iter().any(|word| piece.starts_with(word));
    let waited = row.wait == 2 && random.unit() < 0.5;
    let tail = if waited {
        Some(*random.pick(&LONG_WAIT))
    } else {
        (random.unit() < 0.45).then(|| *random.pick(tails))
    };
    if tail.is_some() || random.unit() < 0.6 {
        text.push(if asks { '?' } else { '.' });
    }
    if let Some(tail) = tail {
        text.push(if random.unit() < 0.02 { '\n' } else { ' ' });
        text.push_str(tail);
    }
    let text = fill(random, &text);
    if random.unit() < 0.06 { text.to_lowercase() } else { capital(&text) }
}

fn fill(random: &mut Random, text: &str) -> String {
    let number = *random.pick(&["twee", "drie", "vier", "vijf", "zes"]);
    let euros = (15 + random.below(120)).to_string();
    let minutes = (6 + random.below(35)).to_string();
    let day = *random.pick(&["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"]);
    let month = *random.pick(&["januari", "april", "juli", "oktober", "december"]);
    text.replace("{n}0", "30")
        .replace("{n}", number)
        .replace("{eur}", &euros)
        .replace("{min}", &minutes)
        .replace("{dag}", day)
        .replace("{maand}", month)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
