//! Answers of Noordvolt's customers: how many, when, by whom, and how they felt.
//!
//! Every answer of one respondent hangs on one mood, so ease, recommendation and satisfaction go
//! together; waiting, channel, segment and region move the mood. The histograms are fixed first
//! (`histogram`, `recommend`) and handed out by rank of mood, so no figure is lost.

use super::calendar::{PERIODS, Period};
use super::contacts::{CHANNELS, CHAT, CONTACTS, Contact, FIRST_BILL, LETTER, PHONE, WEB};
use super::people::{BUSINESS, Customer, MOVERS, Register, SOLAR, TENANTS, WEST, mix};
use crate::histogram::{self, Sums, apportion};
use crate::random::Random;
use crate::recommend::{self, Wanted};
use std::collections::BTreeSet;

/// How long people waited, as written in the file.
pub const WAITS: [&str; 3] = ["Niet gewacht", "Kort gewacht", "Lang gewacht"];

/// One row of the file.
pub struct Answer {
    /// Days from 1970-01-01.
    pub day: i32,
    /// Index into `CONTACTS`.
    pub contact: usize,
    /// Index into `PERIODS`.
    pub period: usize,
    /// Index into `CHANNELS`.
    pub channel: usize,
    /// Index into the customers.
    pub customer: usize,
    /// Index into `WAITS`.
    pub wait: usize,
    /// Ease, recommendation and, unless left blank, satisfaction.
    pub scores: (i32, i32, Option<i32>),
    /// What the respondent wrote.
    pub comment: Option<String>,
}

/// All rows in order of date, and the customers they point to.
pub fn answers(random: &mut Random, register: &mut Register) -> (Vec<Answer>, Vec<Customer>) {
    let mut rows = Vec::new();
    for (period, span) in PERIODS.iter().enumerate() {
        for (contact, &n) in span.counts().iter().enumerate() {
            let first = rows.len();
            place(random, &mut rows, contact, period, n);
            debug_assert_eq!(rows.len() - first, n);
        }
    }
    rows.sort_by_key(|row| (row.day, row.contact));
    let customers = assign_customers(random, register, &mut rows);
    for period in 0..PERIODS.len() {
        for contact in 0..CONTACTS.len() {
            let mut cell: Vec<&mut Answer> = rows
                .iter_mut()
                .filter(|row| row.period == period && row.contact == contact)
                .collect();
            if !cell.is_empty() {
                score(random, &mut cell, &customers);
            }
        }
    }
    (rows, customers)
}

/// Adds the rows of one contact moment in one period, with day and channel.
fn place(random: &mut Random, rows: &mut Vec<Answer>, contact: usize, period: usize, n: usize) {
    let shares: Vec<f64> = CONTACTS[contact].channels.iter().map(|c| c.1 as f64).collect();
    let per_channel = apportion(&shares, n);
    let mut days = PERIODS[period].days(random, n);
    random.shuffle(&mut days);
    let mut days = days.into_iter();
    for (&(channel, ..), count) in CONTACTS[contact].channels.iter().zip(per_channel) {
        for day in days.by_ref().take(count) {
            rows.push(Answer {
                day,
                contact,
                period,
                channel,
                customer: 0,
                wait: 0,
                scores: (0, 0, None),
                comment: None,
            });
        }
    }
}

/// Gives every row a customer. About four in ten answered before, about another contact moment.
fn assign_customers(
    random: &mut Random,
    register: &mut Register,
    rows: &mut [Answer],
) -> Vec<Customer> {
    let mut customers: Vec<Customer> = Vec::new();
    let mut asked: BTreeSet<(usize, usize)> = BTreeSet::new();
    for row in rows {
        let again = random.unit() < 0.40 && !customers.is_empty();
        let known = again.then(|| random.below(customers.len())).filter(|&customer| {
            let likely = mix(CONTACTS[row.contact].title)[customers[customer].segment];
            !asked.contains(&(customer, row.contact)) && random.unit() * 4.2 < likely
        });
        row.customer = known.unwrap_or_else(|| {
            let segment = random.weighted(&mix(CONTACTS[row.contact].title));
            customers.push(register.enrol(random, segment));
            customers.len() - 1
        });
        asked.insert((row.customer, row.contact));
        row.wait = wait(random, row, &customers[row.customer]);
    }
    customers
}

/// Waiting: longest on the telephone, in the West, and on Mondays.
fn wait(random: &mut Random, row: &Answer, customer: &Customer) -> usize {
    let long: f64 = match row.channel {
        PHONE => 0.34,
        CHAT => 0.22,
        LETTER => 0.20,
        WEB => 0.05,
        _ => 0.08,
    };
    let west = if customer.region == WEST { 1.4 } else { 0.9 };
    let monday = if (row.day + 3).rem_euclid(7) == 0 { 1.25 } else { 1.0 };
    let long = long * west * monday;
    random.weighted(&[(0.72 - long).max(0.1), 0.28, long])
}

/// How the groups a respondent is part of move the mood, in deviations.
fn mood(row: &Answer, customer: &Customer) -> f64 {
    let contact = &CONTACTS[row.contact];
    let title = contact.title;
    let segment = match (customer.segment, title) {
        (MOVERS, "Eerste factuur" | "Overstapbericht") => -0.40,
        (SOLAR, "Jaarafrekening" | "Tarievenpagina") => -0.50,
        (SOLAR, "Verbruik in app") | (BUSINESS, "Adviesgesprek") => 0.30,
        (TENANTS, "Online offerte" | "Contract tekenen") => 0.15,
        (BUSINESS, _) => -0.15,
        _ => 0.05,
    };
    let region = [0.16, 0.08, 0.0, -0.16][customer.region];
    let wait = [0.30, -0.05, -0.85][row.wait];
    let quarter = contact.quarter();
    let channel = contact
        .channels
        .iter()
        .find(|c| c.0 == row.channel)
        .map_or(0.0, |c| (c.2 - quarter.mean()) / quarter.deviation());
    let month = if row.contact == FIRST_BILL { Period::first_bill_drift(row.day) } else { 0.0 };
    segment + region + wait + channel + month
}

/// Hands the answers of one contact moment in one period out, by rank of mood.
fn score(random: &mut Random, cell: &mut [&mut Answer], customers: &[Customer]) {
    let (contact, period) = (&CONTACTS[cell[0].contact], cell[0].period);
    let (ease, nps) = wanted(random, contact, period, cell.len());
    let ease = histogram::values(&exact_or_built(contact, period, ease), 1);
    let recommend = recommend::values(recommend::groups(cell.len(), nps));
    let moods: Vec<f64> = cell
        .iter()
        .map(|row| mood(row, &customers[row.customer]) + random.normal() * 0.95)
        .collect();
    let by_ease = order(random, &moods, 0.45);
    let by_recommend = order(random, &moods, 0.75);
    for (rank, &index) in by_ease.iter().enumerate() {
        cell[index].scores.0 = ease[rank];
    }
    for (rank, &index) in by_recommend.iter().enumerate() {
        cell[index].scores.1 = recommend[rank];
    }
    for row in cell.iter_mut() {
        let (ease, recommend, _) = row.scores;
        let liking = 1.1
            + 4.0 * (0.5 * f64::from(ease - 1) / 6.0 + 0.5 * f64::from(recommend) / 10.0)
            + random.normal() * 0.55;
        let blank = random.unit() < 0.04;
        row.scores.2 = (!blank).then_some((liking.round() as i32).clamp(1, 5));
    }
    balance(random, cell, contact, period);
}

/// Indexes from the lowest to the highest mood, blurred by `noise` deviations.
fn order(random: &mut Random, moods: &[f64], noise: f64) -> Vec<usize> {
    let blurred: Vec<f64> = moods.iter().map(|mood| mood + random.normal() * noise).collect();
    let mut order: Vec<usize> = (0..moods.len()).collect();
    order.sort_by(|&a, &b| blurred[a].total_cmp(&blurred[b]).then(a.cmp(&b)));
    order
}

/// What a contact moment must add up to in a period.
fn wanted(random: &mut Random, contact: &Contact, period: usize, n: usize) -> (Sums, Wanted) {
    let quarter = contact.quarter();
    if PERIODS[period].is_last_quarter() {
        return (quarter, contact.nps);
    }
    let (drift, before) = match period {
        0 | 1 => (random.unit() * 0.16 - 0.08, true),
        2 => (0.0, true),
        _ => (0.0, false),
    };
    let mean = if contact.title == CONTACTS[FIRST_BILL].title {
        PERIODS[period].first_bill_mean()
    } else {
        quarter.mean() + drift - if before { contact.change } else { 0.0 }
    };
    let about = contact.nps_points() + 24.0 * (mean - quarter.mean());
    (Sums::of(n, mean, quarter.deviation()), Wanted::About(about))
}

fn exact_or_built(contact: &Contact, period: usize, sums: Sums) -> Vec<usize> {
    if contact.title == CONTACTS[FIRST_BILL].title && PERIODS[period].is_last_quarter() {
        return vec![45, 89, 114, 93, 49, 17, 5];
    }
    histogram::counts(sums, 7)
}

/// Swaps whole sets of scores between respondents until channels (in the last quarter) and, for
/// the first bill, months meet their means. Nothing else changes: the scores stay together.
fn balance(random: &mut Random, cell: &mut [&mut Answer], contact: &Contact, period: usize) {
    let mut order: Vec<usize> = (0..cell.len()).collect();
    random.shuffle(&mut order);
    if PERIODS[period].is_last_quarter() {
        let channel = |row: &Answer| row.channel;
        let goals: Vec<(usize, f64)> = contact.channels.iter().map(|c| (c.0, c.2)).collect();
        meet(cell, &order, &goals, channel, |_, _| true);
    }
    if contact.title == CONTACTS[FIRST_BILL].title {
        let month = |row: &Answer| Period::month_of(row.day);
        let goals = PERIODS[period].first_bill_months();
        meet(cell, &order, &goals, month, |a, b| a.channel == b.channel);
    }
}

/// Swaps scores until each group's mean rounds to its goal, or no swap helps.
fn meet(
    cell: &mut [&mut Answer],
    order: &[usize],
    goals: &[(usize, f64)],
    group: impl Fn(&Answer) -> usize,
    may_swap: impl Fn(&Answer, &Answer) -> bool,
) {
    let gap = |cell: &[&mut Answer], goal: &(usize, f64)| -> f64 {
        let of = cell.iter().filter(|row| group(row) == goal.0);
        let (sum, n) = of.fold((0.0, 0.0), |(s, n), row| (s + f64::from(row.scores.0), n + 1.0));
        sum / f64::max(n, 1.0) - goal.1
    };
    for _ in 0..4 * order.len() {
        let gaps: Vec<f64> = goals.iter().map(|goal| gap(cell, goal)).collect();
        if gaps.iter().all(|gap| gap.abs() < 0.045) {
            return;
        }
        let (mut high, mut low) = (0, 0);
        for index in 0..gaps.len() {
            high = if gaps[index] > gaps[high] { index } else { high };
            low = if gaps[index] < gaps[low] { index } else { low };
        }
        let pair = |strict: bool| {
            order.iter().filter(|&&a| group(cell[a]) == goals[high].0).find_map(|&a| {
                let fits = |b: usize| {
                    group(cell[b]) == goals[low].0
                        && cell[a].scores.0 == cell[b].scores.0 + 1
                        && (!strict || cell[a].wait >= cell[b].wait)
                        && may_swap(cell[a], cell[b])
                };
                order.iter().copied().find(|&b| fits(b)).map(|b| (a, b))
            })
        };
        let Some((a, b)) = pair(true).or_else(|| pair(false)) else {
            return;
        };
        let kept = cell[a].scores;
        cell[a].scores = cell[b].scores;
        cell[b].scores = kept;
    }
}

/// The name of a row's channel, as written in the file.
pub fn channel_name(row: &Answer) -> &'static str {
    CHANNELS[row.channel]
}
