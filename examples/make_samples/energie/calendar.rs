//! When the answers came: five periods from 13 October 2025 to 8 October 2026, week by week.

use super::contacts::{CONTACTS, PAYMENT_PLAN};
use crate::dates::date;
use crate::histogram::apportion;
use crate::random::Random;
use chrono::Datelike;

/// Rows in the file.
const TOTAL: usize = 14_632;
/// Answers in the quarter before the last, the payment plan left out.
const QUARTER_BEFORE: usize = 3511;
/// The first Monday: 13 October 2025, in days from 1970-01-01.
const FIRST_MONDAY: i32 = 20_374;

/// How busy each week was, in no unit.
const WEEKS: [f64; 52] = [
    25.4, 24.9, 25.0, 27.1, 30.0, 29.6, 29.5, 26.8, 28.0, 26.4, 25.4, 24.5, 24.3, 27.1, 25.8, 25.0,
    24.2, 20.7, 20.7, 21.8, 22.0, 22.4, 22.6, 18.8, 21.6, 22.4, 22.1, 21.1, 23.3, 22.1, 27.0, 27.4,
    26.5, 25.9, 29.4, 28.2, 30.0, 26.7, 27.0, 27.8, 28.9, 28.2, 26.6, 25.8, 26.0, 22.2, 21.3, 22.9,
    22.2, 24.0, 23.9, 23.0,
];
/// Monday to Sunday.
const WEEKDAYS: [f64; 7] = [1.25, 1.15, 1.10, 1.05, 1.0, 0.75, 0.70];

/// A stretch of days within which the figures are fixed.
pub struct Period {
    /// First day, from 1970-01-01.
    first: i32,
    /// Last day.
    last: i32,
    /// Answers about the payment plan.
    payment_plan: usize,
    /// Mean ease of the first bill in each month that begins in the period.
    first_bill: &'static [(usize, f64)],
}

/// The periods, oldest first: last months of 2025, three quarters of 2026, a week of October.
pub const PERIODS: [Period; 5] = [
    Period {
        first: 20_374,
        last: 20_453,
        payment_plan: 3,
        first_bill: &[(10, 3.9), (11, 3.8), (12, 3.9)],
    },
    Period {
        first: 20_454,
        last: 20_543,
        payment_plan: 4,
        first_bill: &[(1, 3.7), (2, 3.8), (3, 3.7)],
    },
    Period {
        first: 20_544,
        last: 20_634,
        payment_plan: 4,
        first_bill: &[(4, 3.8), (5, 3.7), (6, 3.6)],
    },
    Period {
        first: 20_635,
        last: 20_726,
        payment_plan: 4,
        first_bill: &[(7, 3.3), (8, 3.2), (9, 3.1)],
    },
    Period { first: 20_727, last: 20_734, payment_plan: 0, first_bill: &[(10, 3.1)] },
];
const LAST_QUARTER: usize = 3;

impl Period {
    /// Answers about each contact moment.
    pub fn counts(&self) -> Vec<usize> {
        let quarter: Vec<f64> = CONTACTS
            .iter()
            .enumerate()
            .map(|(i, c)| if i == PAYMENT_PLAN { 0.0 } else { c.n as f64 })
            .collect();
        let mut counts = apportion(&quarter, self.answers() - self.payment_plan);
        counts[PAYMENT_PLAN] = self.payment_plan;
        counts
    }

    /// Answers in the period: fixed for the two quarters that are compared, by the weeks elsewhere.
    fn answers(&self) -> usize {
        let now: usize = CONTACTS.iter().map(|c| c.n).sum();
        let then = QUARTER_BEFORE + PERIODS[LAST_QUARTER - 1].payment_plan;
        if self.is_last_quarter() {
            return now;
        }
        if self.first == PERIODS[LAST_QUARTER - 1].first {
            return then;
        }
        let others = [0, 1, 4];
        let busy: Vec<f64> =
            others.iter().map(|&i| PERIODS[i].weights().iter().sum::<f64>()).collect();
        let shares = apportion(&busy, TOTAL - now - then);
        let place = others.iter().position(|&i| PERIODS[i].first == self.first);
        place.map_or(0, |index| shares[index])
    }

    /// Whether this is the quarter whose figures are published.
    pub fn is_last_quarter(&self) -> bool {
        self.first == PERIODS[LAST_QUARTER].first
    }

    fn weights(&self) -> Vec<f64> {
        (self.first..=self.last)
            .map(|day| {
                let since = (day - FIRST_MONDAY) as usize;
                WEEKS[(since / 7).min(WEEKS.len() - 1)] * WEEKDAYS[since % 7]
            })
            .collect()
    }

    /// A day for each of `n` answers.
    pub fn days(&self, random: &mut Random, n: usize) -> Vec<i32> {
        let weights = self.weights();
        (0..n).map(|_| self.first + random.weighted(&weights) as i32).collect()
    }

    /// Mean ease of the first bill over the period.
    pub fn first_bill_mean(&self) -> f64 {
        let (sum, n) = self.first_bill.iter().fold((0.0, 0.0), |(s, n), m| (s + m.1, n + 1.0));
        sum / n + 0.02
    }

    /// (month, mean ease of the first bill).
    pub fn first_bill_months(&self) -> Vec<(usize, f64)> {
        self.first_bill.to_vec()
    }

    /// How the mood about the first bill moves with the month, in deviations from the period.
    pub fn first_bill_drift(day: i32) -> f64 {
        let month = Self::month_of(day);
        PERIODS
            .iter()
            .find(|p| (p.first..=p.last).contains(&day))
            .and_then(|p| {
                p.first_bill.iter().find(|m| m.0 == month).map(|m| m.1 - p.first_bill_mean())
            })
            .unwrap_or(0.0)
    }

    /// The month of a day, 1 to 12.
    pub fn month_of(day: i32) -> usize {
        date(day).month() as usize
    }
}
