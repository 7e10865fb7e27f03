//! Which comments a query means, and in which order; what they say does not matter here.
//!
//! Comments of employees pass `employees` before anybody learns that they are there.

use super::super::employees::Employees;
use super::index::{CommentIndex, NO_DAY};
use super::scores::CommentScores;
use super::{CommentQuery, CommentSort};
use crate::scores::Period;
use rusqlite::{Connection, Result};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// Comments that were chosen, in order, by their place in the index.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Chosen {
    /// Their places.
    pub places: Vec<u32>,
    /// Whether comments of employees were left out, since too few people stand behind them.
    pub withheld: bool,
}

/// About something that was asked for.
const ABOUT: u8 = 1;
/// About a touchpoint with one channel, which was asked for.
const BY_TOUCHPOINT: u8 = 2;
/// About the journey as a whole, which is asked for in some surveys only.
const WHOLE: u8 = 4;

/// Chooses, and puts in order.
pub(super) fn choose(
    conn: &Connection,
    index: &CommentIndex,
    scores: Option<&CommentScores>,
    query: &CommentQuery,
) -> Result<Chosen> {
    let mut employees = Employees::load(conn, query, &index.meanings)?;
    let masks = Masks::new(index, query);
    let scores = scores.filter(|_| query.band.is_some());
    let mut places = Vec::new();
    let mut seen: HashMap<(u16, u32), bool> = HashMap::new();
    // Newest first, which is the order that is asked for most.
    for place in index.newest.iter().map(|place| *place as usize) {
        if !among(index, query, place)
            || !masks.pass(index, place)
            || !in_band(query, scores, place as u32)
        {
            continue;
        }
        if employees.any() {
            let group = (index.survey[place], index.subject[place]);
            let may = seen.entry(group).or_insert_with(|| {
                let survey = index.survey(place as u32);
                let touchpoint = index.touchpoint(place as u32);
                survey.is_some_and(|survey| employees.may_show(survey, touchpoint))
            });
            if !*may {
                continue;
            }
        }
        places.push(place as u32);
    }
    Ok(Chosen { places, withheld: employees.withheld })
}

/// Whether a comment is one of those that are asked for by themselves.
fn among(index: &CommentIndex, query: &CommentQuery, place: usize) -> bool {
    let Some(found) = &query.among else { return true };
    index.keys.get(place).is_some_and(|key| found.has_comment(*key))
}

/// Whether the answer beside a comment lies in the band that is asked for.
fn in_band(query: &CommentQuery, scores: Option<&CommentScores>, place: u32) -> bool {
    let Some(band) = &query.band else { return true };
    let answer = scores.and_then(|scores| scores.get(place));
    answer.is_some_and(|(_, _, value)| (band.from..=band.to).contains(&value))
}

/// Puts places in the order of a query.
pub(super) fn sort(
    index: &CommentIndex,
    scores: Option<&CommentScores>,
    order: &CommentSort,
    places: &mut [u32],
) {
    let day = |place: &u32| index.day.get(*place as usize).copied().unwrap_or(NO_DAY);
    let newest = |place: &u32| Reverse((day(place), *place));
    let goodness = |place: &u32| {
        let (_, scale, value) = scores?.get(*place)?;
        Some((scale.goodness(value) * 10_000.0).round() as i32)
    };
    match order {
        CommentSort::Newest => {
            if !places.is_sorted_by_key(newest) {
                places.sort_unstable_by_key(newest);
            }
        }
        CommentSort::Oldest => {
            places.sort_unstable_by_key(|place| (day(place) == NO_DAY, day(place), *place));
        }
        CommentSort::LowestScore => {
            places.sort_by_cached_key(|place| {
                let good = goodness(place);
                (good.is_none(), good, newest(place))
            });
        }
        CommentSort::HighestScore => {
            places.sort_by_cached_key(|place| (Reverse(goodness(place)), newest(place)));
        }
        CommentSort::Touchpoints(order) => {
            let ranks: HashMap<_, _> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
            places.sort_by_cached_key(|place| {
                let about = index.touchpoint(*place);
                let rank = about.and_then(|id| ranks.get(&id)).copied().unwrap_or(usize::MAX);
                (rank, about, newest(place))
            });
        }
    }
}

/// What passes, by the keys of the columns.
struct Masks {
    period: Period,
    surveys: Vec<bool>,
    /// In which surveys the journey as a whole is asked for.
    whole_in: Vec<bool>,
    subjects: Vec<u8>,
    /// By key of the channel; absent when none is asked for.
    channels: Option<Vec<bool>>,
    sets: Option<HashSet<u32>>,
}

impl Masks {
    fn new(index: &CommentIndex, query: &CommentQuery) -> Self {
        let asked = |set: &std::collections::BTreeSet<_>, id| set.is_empty() || set.contains(&id);
        let surveys = index.surveys.iter().map(|id| asked(&query.surveys, *id)).collect();
        let whole_in = index.surveys.iter().map(|id| query.whole_in.contains(id)).collect();
        let channels = (!query.channels.is_empty()).then(|| {
            let known = index.channels.iter().map(|id| query.channels.contains(id));
            std::iter::once(false).chain(known).collect()
        });
        let sets = (!query.segments.is_empty()).then(|| {
            let met: HashSet<u32> = index.set.iter().copied().collect();
            met.into_iter().filter(|set| segments_pass(query, index.segments(*set))).collect()
        });
        let subjects = subjects(index, query);
        Self { period: query.period, surveys, whole_in, subjects, channels, sets }
    }

    fn pass(&self, index: &CommentIndex, place: usize) -> bool {
        let day = Some(index.day[place]).filter(|day| *day != NO_DAY);
        let about = self.subjects.get(index.subject[place] as usize).copied().unwrap_or(0);
        let by_channel = self.channels.as_ref().is_none_or(|channels| {
            match index.channel.get(place).copied().unwrap_or(0) {
                0 => about & BY_TOUCHPOINT != 0,
                key => channels.get(usize::from(key)).copied().unwrap_or(false),
            }
        });
        let of_set = |sets: &HashSet<u32>| index.set.get(place).is_some_and(|s| sets.contains(s));
        let survey = usize::from(index.survey[place]);
        let is_in = |surveys: &[bool]| surveys.get(survey).copied().unwrap_or(false);
        is_in(&self.surveys)
            && (about & ABOUT != 0 || (about & WHOLE != 0 && is_in(&self.whole_in)))
            && self.period.holds(day)
            && by_channel
            && self.sets.as_ref().is_none_or(of_set)
    }
}

/// Whether something about each subject passes.
fn subjects(index: &CommentIndex, query: &CommentQuery) -> Vec<u8> {
    let most = index.subject.iter().copied().max().map_or(0, |most| most as usize + 1);
    let mut masks = vec![0; most];
    for (key, subject) in index.meanings.subjects.iter() {
        let Some(mask) = usize::try_from(key).ok().and_then(|key| masks.get_mut(key)) else {
            continue;
        };
        let about = match subject.touchpoint {
            _ if query.touchpoints.is_empty() => !query.only_whole || subject.touchpoint.is_none(),
            Some(touchpoint) => query.touchpoints.contains(&touchpoint),
            None => false,
        };
        let by_touchpoint =
            subject.touchpoint.is_some_and(|id| query.channel_touchpoints.contains(&id));
        *mask = u8::from(about) * ABOUT
            + u8::from(by_touchpoint) * BY_TOUCHPOINT
            + u8::from(subject.touchpoint.is_none()) * WHOLE;
    }
    masks
}

/// Whether a set of segments passes. An empty value asks for those whose segment is not known.
pub(super) fn segments_pass(query: &CommentQuery, segments: &[(String, String)]) -> bool {
    query.segments.iter().filter(|(_, wanted)| !wanted.is_empty()).all(|(dimension, wanted)| {
        let mut of_it = segments.iter().filter(|(name, _)| name == dimension).peekable();
        match of_it.peek() {
            None => wanted.contains(""),
            Some(_) => of_it.any(|(_, value)| wanted.contains(value)),
        }
    })
}

impl CommentIndex {
    /// The segments of a set.
    pub(super) fn segments(&self, set: u32) -> &[(String, String)] {
        self.sets.get(&set).map_or(&[], Vec::as_slice)
    }
}
