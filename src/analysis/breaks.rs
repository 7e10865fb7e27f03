//! Where a trend changes its measure: another wording, another scale, other channels.
//!
//! What lies on either side of such a break is no change of the experience, so a baseline starts
//! anew there. Looks at what was asked and where, never at the scores.

use super::version::Version;
use crate::model::{ChannelId, Model, QuestionId};
use crate::scores::{Mix, Month, Shares};
use statrs::distribution::{ChiSquared, ContinuousCDF};
use std::collections::BTreeMap;

/// Share of the answers that must have moved before another wording has taken over.
pub const WORDING_MOVED: f64 = 0.5;
/// Share of the answers that must have moved before the channels are said to differ.
pub const CHANNELS_MOVED: f64 = 0.3;
/// Chance at which a shift in few answers is still taken for chance.
const BY_CHANCE: f64 = 0.001;

/// A place in time from which on something else is measured.
#[derive(Clone, PartialEq, Debug)]
pub struct Break {
    /// The first month that is measured otherwise; one past the last month when that is later than
    /// all that is shown.
    pub month: Month,
    /// What changed.
    pub why: BreakWhy,
}

/// What changed.
#[derive(Clone, PartialEq, Debug)]
pub enum BreakWhy {
    /// Most answers are to another wording.
    Wording {
        /// The wording most answered before.
        from: String,
        /// The wording most answered since.
        to: String,
    },
    /// The answers came by other channels; this is the one whose share grew most.
    Channels {
        /// The channel; absent where none is known.
        channel: Option<ChannelId>,
        /// Its share before, 0…1.
        from: f64,
        /// Its share since, 0…1.
        to: f64,
    },
    /// A scale, a direction or a rule of counting that cannot be compared.
    Scale {
        /// Before.
        from: Box<Version>,
        /// Since.
        to: Box<Version>,
    },
}

/// The breaks within months that have a score, in order: `mixes` holds these months.
///
/// A month begins a break when it and the month after it, if there is one, differ from all since
/// the last break in at least half (wording) or three tenths (channels) of the answers, and more
/// than chance would bring about in so few.
#[must_use]
pub(super) fn within(mixes: &[(Month, &Mix)], model: &Model) -> Vec<Break> {
    let wordings = wordings(model);
    let worded: Vec<Shares<&str>> = mixes
        .iter()
        .map(|(_, mix)| {
            let mut shares = Shares::new();
            for (question, n) in &mix.questions {
                if let Some(wording) = wordings.get(question) {
                    *shares.entry(*wording).or_default() += n;
                }
            }
            shares
        })
        .collect();
    let channels: Vec<Shares<Option<ChannelId>>> =
        mixes.iter().map(|(_, mix)| mix.channels.clone()).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for (index, &(month, _)) in mixes.iter().enumerate().skip(1) {
        let wording = moved(&worded, start, index, WORDING_MOVED)
            .map(|(from, to)| BreakWhy::Wording { from: most(&from), to: most(&to) });
        let channel = moved(&channels, start, index, CHANNELS_MOVED).and_then(channels_moved);
        let why: Vec<BreakWhy> = wording.into_iter().chain(channel).collect();
        if !why.is_empty() {
            start = index;
        }
        found.extend(why.into_iter().map(|why| Break { month, why }));
    }
    found
}

/// The questions whose words are known.
fn wordings(model: &Model) -> BTreeMap<QuestionId, &str> {
    let questions = model.questions.values().map(|q| (q.id, q.wording.trim()));
    questions.filter(|(_, wording)| !wording.is_empty()).collect()
}

/// The shares before and since, where a month differs from those since `start`.
fn moved<K: Ord + Clone>(
    all: &[Shares<K>],
    start: usize,
    index: usize,
    threshold: f64,
) -> Option<(Shares<K>, Shares<K>)> {
    let before = sum(&all[start..index]);
    let since = sum(&all[index..(index + 2).min(all.len())]);
    let differs = |month: &Shares<K>| distance(&before, month).is_some_and(|d| d >= threshold);
    let lasts = all[index..].iter().take(2).all(differs);
    (lasts && chance(&before, &since) < BY_CHANCE).then_some((before, since))
}

fn sum<K: Ord + Clone>(all: &[Shares<K>]) -> Shares<K> {
    let mut sum = Shares::new();
    for (key, n) in all.iter().flatten() {
        *sum.entry(key.clone()).or_default() += n;
    }
    sum
}

fn share<K: Ord>(of: &Shares<K>, key: &K) -> f64 {
    let total: u64 = of.values().sum();
    of.get(key).map_or(0.0, |n| *n as f64) / total.max(1) as f64
}

/// The share of answers that lies elsewhere, 0…1; absent where a side has none.
fn distance<K: Ord>(a: &Shares<K>, b: &Shares<K>) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(key)));
    Some(keys.map(|key| (share(a, key) - share(b, key)).abs()).sum::<f64>() / 2.0)
}

/// Chance of a difference this large if both sides had one make-up (χ² of the table).
fn chance<K: Ord + Clone>(a: &Shares<K>, b: &Shares<K>) -> f64 {
    let both = sum(&[a.clone(), b.clone()]);
    let total = both.values().sum::<u64>() as f64;
    if both.len() < 2 {
        return 1.0;
    }
    let side = |of: &Shares<K>| -> f64 {
        let n = of.values().sum::<u64>() as f64;
        both.iter()
            .map(|(key, all)| {
                let expected = n * *all as f64 / total;
                let found = of.get(key).map_or(0.0, |n| *n as f64);
                (found - expected).powi(2) / expected
            })
            .sum()
    };
    let df = both.len() as f64 - 1.0;
    ChiSquared::new(df).map_or(1.0, |chi| chi.sf(side(a) + side(b)))
}

fn most(shares: &Shares<&str>) -> String {
    shares.iter().max_by_key(|(_, n)| **n).map_or_else(String::new, |(key, _)| (*key).to_owned())
}

fn channels_moved(
    (before, since): (Shares<Option<ChannelId>>, Shares<Option<ChannelId>>),
) -> Option<BreakWhy> {
    let both = sum(&[before.clone(), since.clone()]);
    let step = |key: &Option<ChannelId>| share(&since, key) - share(&before, key);
    let channel = both.into_keys().max_by(|a, b| step(a).total_cmp(&step(b)))?;
    let (from, to) = (share(&before, &channel), share(&since, &channel));
    Some(BreakWhy::Channels { channel, from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(counts: &[u64]) -> Shares<Option<ChannelId>> {
        static IDS: std::sync::OnceLock<Vec<ChannelId>> = std::sync::OnceLock::new();
        let ids = IDS.get_or_init(|| (0..4).map(|_| ChannelId::fresh()).collect());
        counts.iter().zip(ids).filter(|(n, _)| **n > 0).map(|(n, id)| (Some(*id), *n)).collect()
    }

    fn months(channels: &[&[u64]]) -> Vec<(usize, i64, i64)> {
        let mixes: Vec<Mix> = channels
            .iter()
            .map(|counts| Mix { channels: shares(counts), ..Mix::default() })
            .collect();
        let mut month = Month { year: 2026, month: 1 };
        let mut dated = Vec::new();
        for mix in &mixes {
            dated.push((month, mix));
            month = month.next();
        }
        let place = |m: Month| dated.iter().position(|(month, _)| *month == m).unwrap();
        let found = within(&dated, &Model::default());
        let percent = |share: f64| (100.0 * share).round() as i64;
        found
            .into_iter()
            .map(|b| match b.why {
                BreakWhy::Channels { from, to, .. } => (place(b.month), percent(from), percent(to)),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn a_break_lasts_and_is_more_than_chance() {
        type Case<'a> = (&'a [&'a [u64]], &'a [(usize, i64, i64)]);
        let cases: [Case<'_>; 8] = [
            (&[], &[]),
            (&[&[40, 40], &[42, 38], &[38, 41]], &[]),
            (&[&[70, 10], &[70, 10], &[10, 70], &[12, 68]], &[(2, 13, 86)]),
            // One odd month in between is no break.
            (&[&[70, 10], &[70, 10], &[10, 70], &[70, 10], &[70, 10]], &[]),
            // The newest month alone may be one.
            (&[&[70, 10], &[70, 10], &[10, 70]], &[(2, 13, 88)]),
            // So few answers can lie like this by chance.
            (&[&[4, 1], &[3, 2], &[1, 4], &[2, 3]], &[]),
            // A slow drift breaks once it is three tenths from all before.
            (&[&[80, 20], &[70, 30], &[60, 40], &[50, 50], &[40, 60], &[20, 80]], &[(5, 40, 80)]),
            (&[&[70, 10], &[10, 70], &[10, 70], &[70, 10], &[70, 10]], &[(1, 13, 88), (3, 13, 88)]),
        ];
        for (channels, wanted) in cases {
            assert_eq!(months(channels), wanted, "{channels:?}");
        }
    }
}
