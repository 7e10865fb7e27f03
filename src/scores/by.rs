//! By what a count is split, and the key of each part.
//!
//! Gives every group and every response a small number; counts nothing and names nothing.

use super::select::{Selection, only_channel};
use super::table::NO_DAY;
use crate::model::{ChannelId, JourneyId, OwnerId, Spot, StageId, TeamId, TouchpointId};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// By what answers are split.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum By {
    /// Not at all.
    Whole,
    /// The touchpoint.
    Touchpoint,
    /// The stage of the touchpoint's first card on this journey.
    Stage(JourneyId),
    /// The step of the touchpoint's first card on this journey, or its stage when it stands at none.
    Spot(JourneyId),
    /// The row's channel, else the touchpoint's only one.
    Channel,
    /// The owner of the touchpoint.
    Owner,
    /// The team of the touchpoint's owner.
    Team,
    /// The department of the touchpoint's owner, by name.
    Department,
    /// The wave of the survey.
    Wave,
    /// The calendar month of the response.
    Month,
    /// A segment dimension, by name.
    Segment(String),
}

/// A calendar month; months sort in time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month of a day counted from 1970-01-01.
    #[must_use]
    pub fn of_day(day: i32) -> Option<Self> {
        let date = NaiveDate::from_num_days_from_ce_opt(day.checked_add(UNIX_DAY_FROM_CE)?)?;
        Some(Self { year: date.year(), month: date.month() })
    }

    /// Its first day, counted from 1970-01-01.
    #[must_use]
    pub fn first_day(self) -> Option<i32> {
        let date = NaiveDate::from_ymd_opt(self.year, self.month, 1)?;
        Some(date.num_days_from_ce() - UNIX_DAY_FROM_CE)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12 => Self { year: self.year + 1, month: 1 },
            month => Self { month: month + 1, ..self },
        }
    }
}

/// 1970-01-01 in days of the common era.
const UNIX_DAY_FROM_CE: i32 = 719_163;

/// Which part a row is about. Absent = answers that have none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "each is the part of the same name in `By`")]
pub enum Key {
    Whole,
    Touchpoint(Option<TouchpointId>),
    Stage(Option<StageId>),
    Spot(Option<Spot>),
    Channel(Option<ChannelId>),
    Owner(Option<OwnerId>),
    Team(Option<TeamId>),
    Department(Option<String>),
    Wave(String),
    Month(Option<Month>),
    Segment(Option<String>),
}

/// The numbers of the parts: `of_response` decides where it is there, else `of_group`.
pub(super) struct Parts {
    pub keys: Vec<Key>,
    pub of_group: Vec<u32>,
    pub of_response: Option<Vec<u32>>,
}

impl Parts {
    /// A response that leaves the choice to the group (a row without channel).
    pub const ASK_GROUP: u32 = u32::MAX;

    pub fn new(selection: &Selection<'_>, by: &By) -> Self {
        let model = selection.model;
        let groups = || selection.table.groups.iter().map(|g| g.touchpoint);
        let owner = |t: Option<TouchpointId>| t.and_then(|t| model.owner_of(t));
        match by {
            By::Whole => Self::by_group(groups().map(|_| Key::Whole)),
            By::Touchpoint => Self::by_group(groups().map(Key::Touchpoint)),
            By::Stage(journey) => Self::by_group(
                groups().map(|t| Key::Stage(t.and_then(|t| model.stage_of(*journey, t)))),
            ),
            By::Spot(journey) => Self::by_group(
                groups().map(|t| Key::Spot(t.and_then(|t| model.spot_of(*journey, t)))),
            ),
            By::Owner => Self::by_group(groups().map(|t| Key::Owner(owner(t).map(|o| o.id)))),
            By::Team => Self::by_group(groups().map(|t| Key::Team(owner(t).and_then(|o| o.team)))),
            By::Department => {
                let team = |t| owner(t).and_then(|o| model.team_of(o.id));
                let name = |t| team(t).map(|team| team.department_name().to_owned());
                Self::by_group(groups().map(|t| Key::Department(name(t))))
            }
            By::Channel => Self::by_channel(selection),
            By::Wave => Self::by_wave(selection),
            By::Month => Self::by_month(selection),
            By::Segment(name) => Self::by_segment(selection, name),
        }
    }

    fn by_group(keys: impl Iterator<Item = Key>) -> Self {
        let mut numbers = Numbers::default();
        let of_group = keys.map(|key| numbers.of(key)).collect();
        Self { keys: numbers.keys, of_group, of_response: None }
    }

    fn by_channel(selection: &Selection<'_>) -> Self {
        let (table, model) = (selection.table, selection.model);
        let mut numbers = Numbers::default();
        let only = |t| Key::Channel(only_channel(model, t));
        let of_group = table.groups.iter().map(|g| numbers.of(only(g.touchpoint))).collect();
        // A channel that the document no longer knows is as good as none.
        let known = |c| model.channels.contains_key(c).then_some(*c);
        let of_key: Vec<u32> = std::iter::once(Self::ASK_GROUP)
            .chain(table.channels.iter().map(|c| match known(c) {
                None => Self::ASK_GROUP,
                some => numbers.of(Key::Channel(some)),
            }))
            .collect();
        let part = |&key: &u16| of_key.get(key as usize).copied().unwrap_or(Self::ASK_GROUP);
        let of_response = Some(table.channel.iter().map(part).collect());
        Self { keys: numbers.keys, of_group, of_response }
    }

    fn by_wave(selection: &Selection<'_>) -> Self {
        let (table, model) = (selection.table, selection.model);
        let wave =
            |id| Key::Wave(model.surveys.get(id).map_or_else(String::new, |s| s.wave.clone()));
        let mut numbers = Numbers::default();
        let of_key: Vec<u32> = table.surveys.iter().map(|id| numbers.of(wave(id))).collect();
        let none = numbers.of(Key::Wave(String::new()));
        let part = |&key: &u16| of_key.get(key as usize).copied().unwrap_or(none);
        Self::by_response(selection, numbers.keys, table.survey.iter().map(part).collect())
    }

    fn by_month(selection: &Selection<'_>) -> Self {
        let days = &selection.table.day;
        let mut numbers = Numbers::default();
        let known = || days.iter().copied().filter(|day| *day != NO_DAY);
        let (first, last) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
        let of_response = if i64::from(last) - i64::from(first) < MOST_DAYS {
            // A table of all days: a look-up a response, which matters at a million of them.
            let none = numbers.of(Key::Month(None));
            let month = |day| numbers.of(Key::Month(Month::of_day(day)));
            let of_day: Vec<u32> = (first..=last).map(month).collect();
            let place = |day: i32| usize::try_from(day.wrapping_sub(first)).unwrap_or(usize::MAX);
            days.iter().map(|&day| of_day.get(place(day)).copied().unwrap_or(none)).collect()
        } else {
            let month = |day| if day == NO_DAY { None } else { Month::of_day(day) };
            days.iter().map(|&day| numbers.of(Key::Month(month(day)))).collect()
        };
        Self::by_response(selection, numbers.keys, of_response)
    }

    fn by_segment(selection: &Selection<'_>, name: &str) -> Self {
        let table = selection.table;
        let Some(index) = table.dimensions.iter().position(|d| d.name == name) else {
            let nothing = vec![0; table.responses()];
            return Self::by_response(selection, vec![Key::Segment(None)], nothing);
        };
        let known = table.dimensions[index].values.iter().cloned();
        let keys: Vec<Key> =
            std::iter::once(None).chain(known.map(Some)).map(Key::Segment).collect();
        let part = |&key: &u16| {
            if (key as usize) < keys.len() { u32::from(key) } else { 0 }
        };
        let of_response = table.segments[index].iter().map(part).collect();
        Self::by_response(selection, keys, of_response)
    }

    fn by_response(selection: &Selection<'_>, keys: Vec<Key>, of_response: Vec<u32>) -> Self {
        let of_group = vec![0; selection.table.groups.len()];
        Self { keys, of_group, of_response: Some(of_response) }
    }
}

/// Days of which a table is made: three centuries.
const MOST_DAYS: i64 = 110_000;

/// Gives equal keys equal numbers.
#[derive(Default)]
struct Numbers {
    keys: Vec<Key>,
    known: BTreeMap<Key, u32>,
}

impl Numbers {
    fn of(&mut self, key: Key) -> u32 {
        if let Some(&number) = self.known.get(&key) {
            return number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.push(key.clone());
        self.known.insert(key, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_days() {
        for (day, year, month) in [(0, 1970, 1), (31, 1970, 2), (-1, 1969, 12), (20_728, 2026, 10)]
        {
            let found = Month::of_day(day).unwrap();
            assert_eq!(found, Month { year, month }, "day {day}");
            assert!(found.first_day().unwrap() <= day && found.next().first_day().unwrap() > day);
        }
    }
}
