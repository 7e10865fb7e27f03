//! Which columns a matrix has, in which order, which are taken together; and a column as a filter.
//!
//! Counts nothing.

use super::{Across, MOST_COLUMNS};
use crate::analysis::privacy::hidden;
use crate::model::{Audience, ChannelId, JourneyId, Model, OwnerId, PersonaId};
use crate::scores::{CrossColumn, Filter, Key, Period};
use std::collections::BTreeSet;

/// A value with its answers and the people behind them.
pub(super) type Sized = (Key, u64, u64);

/// The values that are taken together, since there are too many or since too few employees stand
/// behind them.
pub(super) fn pooled(across: &Across, audience: Audience, sizes: &[Sized]) -> BTreeSet<Key> {
    let mut rest = BTreeSet::new();
    if sizes.len() > MOST_COLUMNS + 1 {
        let mut all: Vec<&Sized> = sizes.iter().collect();
        match across {
            // Of months the newest stay.
            Across::Month => all.sort_by(|a, b| b.0.cmp(&a.0)),
            _ => all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))),
        }
        rest.extend(all.iter().skip(MOST_COLUMNS).map(|(key, ..)| key.clone()));
    }
    if audience == Audience::Employee {
        pool_small(sizes, &mut rest);
    }
    rest
}

/// Adds values behind which fewer than five employees stand, and as many more as it takes.
fn pool_small(sizes: &[Sized], rest: &mut BTreeSet<Key>) {
    let people = |of: &dyn Fn(&Key) -> bool| -> u64 {
        sizes.iter().filter(|(key, ..)| of(key)).map(|(.., people)| people).sum()
    };
    let own: Vec<&Sized> = sizes.iter().filter(|(key, ..)| !rest.contains(key)).collect();
    let mut all: Vec<u64> = own.iter().map(|(.., people)| *people).collect();
    all.push(people(&|key| rest.contains(key)));
    let found = hidden(&all);
    // What was pooled already takes what joins it: it is one of those that hide.
    rest.extend(own.iter().zip(&found).filter(|(_, hidden)| **hidden).map(|(s, _)| s.0.clone()));
}

/// The smallest value that is not yet among the pooled ones.
pub(super) fn next_to_pool(sizes: &[Sized], rest: &BTreeSet<Key>) -> Option<Key> {
    let own = sizes.iter().filter(|(key, n, _)| !rest.contains(key) && *n > 0);
    own.min_by_key(|(_, n, people)| (*people, *n)).map(|(key, ..)| key.clone())
}

/// The order in which columns are shown: as the map has them, what is not known near the end, what
/// was taken together last.
pub(super) fn order(
    model: &Model,
    journey: JourneyId,
    columns: &[CrossColumn],
    n: impl Fn(usize) -> u64,
) -> Vec<usize> {
    let many = columns.iter().any(|column| matches!(column, CrossColumn::Rest(_)));
    let owners = owners_in_order(model, journey);
    let place = |index: usize| -> (u8, u64, String, Key) {
        let CrossColumn::One(key) = &columns[index] else {
            return (2, 0, String::new(), Key::Whole);
        };
        let unknown = u8::from(super::is_unknown(&columns[index]));
        let (number, word) = match key {
            Key::Segment(Some(_)) if many => (u64::MAX - n(index), String::new()),
            Key::Segment(Some(value)) => natural(value),
            // One before several, by name.
            Key::Persona(ids) => {
                let name = |id| model.personas.get(id).map_or("", |p| p.name.as_str());
                (ids.len() as u64, ids.iter().map(name).collect::<Vec<_>>().join("+"))
            }
            Key::Owner(Some(owner)) => {
                let at = owners.iter().position(|known| known == owner);
                (at.map_or(u64::MAX, |at| at as u64), String::new())
            }
            _ => (0, String::new()),
        };
        (unknown, number, word, key.clone())
    };
    let mut all: Vec<usize> = (0..columns.len()).collect();
    all.sort_by_cached_key(|index| place(*index));
    all
}

/// Numbers before words, and in their own order: "2" before "10".
fn natural(value: &str) -> (u64, String) {
    let digits: String = value.trim().chars().take_while(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(u64::MAX), value.to_lowercase())
}

fn owners_in_order(model: &Model, journey: JourneyId) -> Vec<OwnerId> {
    let cards = model.placements_of(journey).into_iter();
    let mut seen = Vec::new();
    for owner in cards.filter_map(|p| model.owner_of(p.touchpoint)) {
        if !seen.contains(&owner.id) {
            seen.push(owner.id);
        }
    }
    seen
}

/// The channels by which the touchpoints of a journey are offered.
pub(super) fn offered(model: &Model, journey: JourneyId) -> BTreeSet<ChannelId> {
    let cards = model.placements_of(journey).into_iter();
    let touchpoints = cards.filter_map(|p| model.touchpoints.get(&p.touchpoint));
    let channels = touchpoints.flat_map(|t| t.channels.iter().copied());
    channels.filter(|id| model.channels.contains_key(id)).collect()
}

/// Narrows a filter to the answers of one column. `across` names the dimension of a segment.
///
/// False, and nothing altered, where a filter cannot say so: what is not known by channel, owner or
/// month cannot be asked for.
#[must_use]
pub fn narrow(filter: &mut Filter, model: &Model, across: &Across, column: &CrossColumn) -> bool {
    let keys = match column {
        CrossColumn::One(key) => std::slice::from_ref(key),
        CrossColumn::Rest(keys) => keys.as_slice(),
    };
    let mut next = filter.clone();
    let done = match across {
        Across::Channel => all(keys, |key| match key {
            Key::Channel(id) => *id,
            _ => None,
        })
        .map(|ids| next.channels = ids),
        Across::Owner => all(keys, |key| match key {
            Key::Owner(id) => *id,
            _ => None,
        })
        .map(|ids| next.owners = ids),
        Across::Segment(name) => all(keys, |key| match key {
            Key::Segment(value) => Some(value.clone().unwrap_or_default()),
            _ => None,
        })
        .map(|values| {
            next.segments.insert(name.clone(), values);
        }),
        Across::Persona => all(keys, |key| match key {
            Key::Persona(ids) => alone(model, ids),
            _ => None,
        })
        .map(|ids| next.personas = ids),
        Across::Month => months(keys).map(|own| next.period = both(next.period, own)),
    };
    if done.is_some() {
        *filter = next;
    }
    done.is_some()
}

/// The persona that a set is of, where whoever stands for it stands for no other: only then a filter
/// by it means the same people.
fn alone(model: &Model, ids: &[PersonaId]) -> Option<PersonaId> {
    let [id] = ids else { return None };
    let own = model.personas.get(id)?;
    let others = model.personas.values().filter(|other| other.id != *id && other.is_described());
    others.into_iter().all(|other| own.excludes(other)).then_some(*id)
}

fn all<T: Ord>(keys: &[Key], value: impl Fn(&Key) -> Option<T>) -> Option<BTreeSet<T>> {
    keys.iter().map(value).collect()
}

/// The period from the first to the last of some months.
fn months(keys: &[Key]) -> Option<Period> {
    let known = all(keys, |key| match key {
        Key::Month(month) => *month,
        _ => None,
    })?;
    let (first, last) = (known.first()?, known.last()?);
    Some(Period { from: first.first_day(), to: last.next().first_day().map(|day| day - 1) })
}

fn both(a: Period, b: Period) -> Period {
    let from = a.from.max(b.from);
    let to = match (a.to, b.to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Period { from, to }
}
