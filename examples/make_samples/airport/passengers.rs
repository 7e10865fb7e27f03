//! Passengers and their answers: one mood each, moved by pier, purpose and waiting.

use super::ratings::{
    BLANK, COMPLAINTS, EFFORTS, GATE, NEVER_USED, NO_RECOMMENDATION, PRAISE, RATINGS, RESTROOMS,
    SCREENS, SECURITY, TAILS,
};
use crate::random::Random;

/// Rows in the file.
pub const PASSENGERS: usize = 2_480;
/// 1 April 2026, in days from 1970-01-01.
const FIRST_DAY: i32 = 20_544;
/// Number of days: April to September.
const DAYS: usize = 183;
/// 6 July 2026: building works begin at pier D.
const WORKS: i32 = 20_640;

/// Pier codes as in the file.
pub const AREAS: [&str; 4] = ["A", "B", "C", "D"];

/// One row of the file.
pub struct Passenger {
    /// Days from 1970-01-01.
    pub day: i32,
    /// Index into `AREAS`.
    pub area: usize,
    /// 1 business, 2 leisure, 3 family or friends, 4 other; 0 blank.
    pub purpose: usize,
    /// 1 first flight here … 4 more than ten a year; 0 blank.
    pub flies: usize,
    /// Minutes at security: 1 under 5 … 4 over 20.
    pub wait: usize,
    /// A rating a column, with 6 and 0 as in the file.
    pub ratings: Vec<i32>,
    /// The airport as a whole.
    pub overall: i32,
    /// An effort a column, with 6 and 0 as in the file.
    pub efforts: Vec<i32>,
    /// Likelihood to recommend, 11 = blank.
    pub recommend: i32,
    /// About the airport.
    pub comment: String,
    /// About security alone.
    pub about_security: String,
}

/// All passengers in order of date.
pub fn passengers(random: &mut Random) -> Vec<Passenger> {
    let mut all: Vec<Passenger> = (0..PASSENGERS).map(|_| passenger(random)).collect();
    all.sort_by_key(|passenger| passenger.day);
    all
}

fn passenger(random: &mut Random) -> Passenger {
    let day = FIRST_DAY + random.below(DAYS) as i32;
    let area = random.weighted(&[3.0, 3.4, 2.0, 1.8]);
    let purpose = random.weighted(&[0.1, 3.0, 4.2, 2.2, 0.5]);
    let flies = random.weighted(&[0.1, 2.0, 4.0, 2.6, 1.3]);
    let friday_or_monday = matches!((day + 3).rem_euclid(7), 0 | 4);
    let long = if friday_or_monday { 1.6 } else { 0.8 };
    let wait = 1 + random.weighted(&[3.0, 3.4, 1.8 * long, 0.9 * long]);
    let mood = random.normal() - 0.12 * (wait as f64 - 2.0) - if purpose == 1 { 0.12 } else { 0.0 };
    let felt = felt(random, mood, day, area, wait);
    let ratings: Vec<i32> = RATINGS
        .iter()
        .zip(&felt)
        .map(|(rating, felt)| cell(random, *felt, rating.used, (1, 5)))
        .collect();
    let efforts = EFFORTS
        .iter()
        .map(|effort| {
            if ratings[effort.rating] == NEVER_USED {
                return NEVER_USED;
            }
            let strain = 6.0 - felt[effort.rating] + effort.extra + random.normal() * 0.6;
            if random.unit() < 0.05 { BLANK } else { (strain.round() as i32).clamp(1, 5) }
        })
        .collect();
    let tone: f64 = felt.iter().zip(&RATINGS).map(|(f, r)| f - r.level).sum::<f64>() / 15.0;
    let whole = 3.95 + 0.9 * tone + random.normal() * 0.35;
    let overall = cell(random, whole, 1.0, (1, 5));
    let recommend = 8.0 + 1.9 * tone + random.normal() * 1.15 - if wait == 4 { 0.6 } else { 0.0 };
    let recommend = if random.unit() < 0.035 {
        NO_RECOMMENDATION
    } else {
        (recommend.round() as i32).clamp(0, 10)
    };
    let comment = comment(random, &ratings);
    let about_security = about_security(random, &ratings, wait);
    Passenger {
        day,
        area,
        purpose,
        flies,
        wait,
        ratings,
        overall,
        efforts,
        recommend,
        comment,
        about_security,
    }
}

/// What a passenger felt at each touchpoint, before it becomes a whole number.
fn felt(random: &mut Random, mood: f64, day: i32, area: usize, wait: usize) -> Vec<f64> {
    RATINGS
        .iter()
        .enumerate()
        .map(|(index, rating)| {
            let pier = [0.10, 0.05, 0.0, -0.25][area];
            let works = if area == 3 && day >= WORKS { -0.55 } else { 0.0 };
            let place = match index {
                SECURITY => [0.0, 0.55, 0.15, -0.55, -1.25][wait],
                RESTROOMS | GATE => pier + works,
                SCREENS => pier,
                _ => 0.0,
            };
            rating.level + 0.48 * mood + place + random.normal() * 0.72
        })
        .collect()
}

/// A rating as it stands in the file.
fn cell(random: &mut Random, felt: f64, used: f64, (min, max): (i32, i32)) -> i32 {
    if random.unit() >= used {
        return NEVER_USED;
    }
    if random.unit() < 0.03 { BLANK } else { (felt.round() as i32).clamp(min, max) }
}

/// About a quarter of the passengers write; about the best or the worst they met.
fn comment(random: &mut Random, ratings: &[i32]) -> String {
    let answered = |value: i32| (1..=5).contains(&value);
    let of = |wanted: fn(i32) -> bool| -> Vec<usize> {
        (0..ratings.len()).filter(|&i| answered(ratings[i]) && wanted(ratings[i])).collect()
    };
    let (low, high) = (of(|v| v <= 2), of(|v| v == 5));
    if random.unit() > 0.24 + 0.02 * low.len() as f64 {
        return String::new();
    }
    let complains = !low.is_empty() && (high.is_empty() || random.unit() < 0.6);
    let (list, pieces, tails) =
        if complains { (low, &COMPLAINTS, TAILS[0]) } else { (high, &PRAISE, TAILS[1]) };
    if list.is_empty() {
        return String::new();
    }
    let about = *random.pick(&list);
    let piece = *random.pick(pieces[about]);
    finish(random, piece, &tails)
}

fn about_security(random: &mut Random, ratings: &[i32], wait: usize) -> String {
    let rated = ratings[SECURITY];
    let writes = random.unit() < [0.0, 0.03, 0.05, 0.13, 0.24][wait];
    match rated {
        1 | 2 if writes => {
            let piece = *random.pick(COMPLAINTS[SECURITY]);
            finish(random, piece, &TAILS[0])
        }
        4 | 5 if writes => {
            let piece = *random.pick(PRAISE[SECURITY]);
            finish(random, piece, &TAILS[1])
        }
        _ => String::new(),
    }
}

fn finish(random: &mut Random, piece: &str, tails: &[&str]) -> String {
    let number = *random.pick(&["two", "three", "four", "five"]);
    let minutes = (12 + random.below(40)).to_string();
    let mut text = piece.replace("{n}", number).replace("{min}", &minutes);
    if random.unit() < 0.5 {
        text.push_str(". ");
        text.push_str(random.pick::<&str>(tails));
    }
    text
}
