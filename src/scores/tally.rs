//! The count of a selection: a histogram for every touchpoint and question.
//!
//! One pass over the answers. Knows no metric.

use super::filter::Filter;
use super::pass::{Slots, run};
use super::select::Selection;
use super::table::{Group, ScoreTable};
use crate::model::{Histogram, Model, Scale};

/// What one group received.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupCount {
    /// The touchpoint (or none) and the question.
    pub group: Group,
    /// How often each value was given.
    pub histogram: Histogram,
    /// Number of different people who answered.
    pub respondents: u64,
}

/// A selection, counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Every group that received an answer, in order of group.
    pub groups: Vec<GroupCount>,
    /// Responses that pass, those without any answer too.
    pub responses: u64,
    /// Answers that pass.
    pub answers: u64,
}

impl Tally {
    /// A tally of histograms that were kept elsewhere, such as the stored roll-up. Each answer is
    /// taken for another person; the columns know better once they are loaded.
    #[must_use]
    pub fn from_histograms(
        groups: impl IntoIterator<Item = (Group, Histogram)>,
        responses: u64,
    ) -> Self {
        let mut merged = std::collections::BTreeMap::<Group, Histogram>::new();
        for (group, histogram) in groups {
            match merged.get_mut(&group) {
                Some(known) => known.merge(&histogram),
                None => {
                    merged.insert(group, histogram);
                }
            }
        }
        let count = |(group, histogram): (Group, Histogram)| {
            let respondents = histogram.n();
            GroupCount { group, histogram, respondents }
        };
        let groups: Vec<_> = merged.into_iter().map(count).filter(|g| g.respondents > 0).collect();
        Self { answers: groups.iter().map(|g| g.histogram.n()).sum(), groups, responses }
    }

    /// The count of one group.
    #[must_use]
    pub fn get(&self, group: Group) -> Option<&GroupCount> {
        self.groups.binary_search_by_key(&group, |g| g.group).ok().map(|i| &self.groups[i])
    }
}

/// Counts what passes a filter.
#[must_use]
pub fn aggregate(table: &ScoreTable, model: &Model, filter: &Filter) -> Tally {
    Selection::new(table, model, filter).tally()
}

impl Selection<'_> {
    /// Counts the selection.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let questions = &self.model.questions;
        let scales: Vec<Option<Scale>> =
            self.table.groups.iter().map(|g| questions.get(&g.question).map(|q| q.scale)).collect();
        let width = scales.iter().flatten().map(Scale::steps).max().unwrap_or(0).min(256);
        let slots = Slots::groups(self, |group| scales[group].is_some());
        let found = run(self, &slots, width, None, false);
        let mut tally = Tally { responses: found.responses, ..Tally::default() };
        for (slot, &group) in self.table.groups.iter().enumerate() {
            let Some(scale) = scales[slot] else { continue };
            let mut histogram = Histogram::new(scale);
            for (count, &n) in histogram.counts.iter_mut().zip(&found.counts[slot * width..]) {
                *count = u64::from(n);
            }
            let n = histogram.n();
            if n > 0 {
                tally.answers += n;
                let respondents = n.saturating_sub(u64::from(found.repeats[slot]));
                tally.groups.push(GroupCount { group, histogram, respondents });
            }
        }
        tally.groups.sort_by_key(|g| g.group);
        tally
    }
}
