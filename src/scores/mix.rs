//! Who was asked what, month by month: answers by question and by channel.
//!
//! Says how the make-up of a count changes in time; the values of the answers play no part.

use super::by::Month;
use super::select::{NO, Selection, only_channel};
use super::table::NO_DAY;
use crate::model::{ChannelId, QuestionId};
use std::collections::{BTreeMap, HashMap};

/// Number of answers by what they have in common.
pub type Shares<K> = BTreeMap<K, u64>;

/// The make-up of one month.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mix {
    /// Answers by question.
    pub questions: Shares<QuestionId>,
    /// Answers by channel; the key is absent where none is known.
    pub channels: Shares<Option<ChannelId>>,
}

impl Selection<'_> {
    /// The make-up of every month that has answers to these questions.
    #[must_use]
    pub fn mix_by_month(&self, questions: &[QuestionId]) -> BTreeMap<Month, Mix> {
        let table = self.table;
        let wanted: Vec<u16> = (0..)
            .zip(&table.groups)
            .filter(|(_, group)| questions.contains(&group.question))
            .map(|(index, _)| index)
            .collect();
        let mut place = vec![None; table.groups.len()];
        for (slot, &group) in wanted.iter().enumerate() {
            place[group as usize] = Some(slot);
        }
        // Channel key 0 stands for rows that name none.
        let width = table.channels.len() + 1;
        let mut months: BTreeMap<Month, Vec<u32>> = BTreeMap::new();
        let mut of_day: HashMap<i32, Option<Month>> = HashMap::new();
        for (response, &day) in table.day.iter().enumerate() {
            let state = self.response[response];
            if day == NO_DAY || state == NO {
                continue;
            }
            let counted = table.group[self.answers_of(response)]
                .iter()
                .filter_map(|&group| place[group as usize].filter(|_| self.passes(state, group)));
            let mut counted = counted.peekable();
            let Some(month) = counted
                .peek()
                .and_then(|_| *of_day.entry(day).or_insert_with(|| Month::of_day(day)))
            else {
                continue;
            };
            let channel = (table.channel[response] as usize).min(width - 1);
            let counts = months.entry(month).or_insert_with(|| vec![0; width * wanted.len()]);
            counted.for_each(|slot| counts[slot * width + channel] += 1);
        }
        let mix = |counts: Vec<u32>| self.named(&counts, &wanted, width);
        months.into_iter().map(|(month, counts)| (month, mix(counts))).collect()
    }

    fn named(&self, counts: &[u32], wanted: &[u16], width: usize) -> Mix {
        let (table, model) = (self.table, self.model);
        let known = |c: &ChannelId| model.channels.contains_key(c).then_some(*c);
        let mut mix = Mix::default();
        for (counts, &group) in counts.chunks(width).zip(wanted) {
            let group = table.groups[group as usize];
            let only = only_channel(model, group.touchpoint);
            let channels = std::iter::once(None).chain(table.channels.iter().map(known));
            for (channel, &n) in channels.zip(counts).filter(|(_, n)| **n > 0) {
                *mix.questions.entry(group.question).or_default() += u64::from(n);
                *mix.channels.entry(channel.or(only)).or_default() += u64::from(n);
            }
        }
        mix
    }
}
