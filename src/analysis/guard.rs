//! Employees under a filter: what two looks at the same people, one wider than the other, would
//! tell by subtraction.
//!
//! A filter of employees counts whole months only. And a part is closed under a filter when leaving
//! out one of its conditions, or choosing other months or values, adds one to four people: each such
//! step is a group that the difference of two looks would show.

use super::privacy::{Branch, hidden_in_tree};
use super::reading::SMALLEST_GROUP;
use crate::metrics::unit;
use crate::model::{JourneyId, Model, StageId, TouchpointId};
use crate::scores::{
    By, Cross, CrossRequest, Filter, Key, Line, Month, Period, ScoreTable, Selection,
};
use std::collections::{BTreeMap, BTreeSet};

/// What must be closed under a filter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Guard {
    /// Touchpoints; absent stands for the answers about none.
    pub touchpoints: BTreeSet<Option<TouchpointId>>,
    /// Stages.
    pub stages: BTreeSet<Option<StageId>>,
    /// The total.
    pub whole: bool,
}

/// The filter as it counts for employees: whole months, all else alike.
#[must_use]
pub fn for_employees(filter: &Filter) -> Filter {
    Filter { period: whole_months(filter.period), ..filter.clone() }
}

/// The whole months within a period; of one that holds none, nothing.
fn whole_months(period: Period) -> Period {
    let from = period.from.and_then(|day| {
        let month = Month::of_day(day)?;
        let first = month.first_day()?;
        if first == day { Some(day) } else { month.next().first_day() }
    });
    let to = period.to.and_then(|day| {
        // The day after the period begins a month, or the last month does not count.
        let after = Month::of_day(day.checked_add(1)?)?;
        after.first_day()?.checked_sub(1)
    });
    Period { from, to }
}

impl Guard {
    /// What `filter`, made by `for_employees`, would tell of the answers to one line of questions.
    #[must_use]
    pub fn of(
        table: &ScoreTable,
        model: &Model,
        filter: &Filter,
        journey: JourneyId,
        line: &Line,
    ) -> Self {
        let mut guard = Self::default();
        let look = Look { table, model, journey, line };
        let own = look.people(filter);
        if chooses_touchpoints(filter) {
            let answered =
                |id: &Option<TouchpointId>| own.touchpoints.get(id).is_some_and(|n| *n > 0);
            let closed = closed_touchpoints(table, model, filter, journey, line);
            guard.touchpoints.extend(closed.into_iter().filter(answered));
        }
        for (wider, by) in wider(filter) {
            guard.note_steps(&own, &look.people(&wider));
            if let Some(by) = by {
                guard.note_cells(&look.cross(&wider, by));
            }
        }
        guard
    }

    /// Whether no total may be shown: total minus what is shown would tell what is closed. As long as
    /// nothing is, all steps are of nobody or of five people, and so are their sums.
    #[must_use]
    pub fn closes_totals(&self) -> bool {
        self.whole || !self.touchpoints.is_empty() || !self.stages.is_empty()
    }

    /// What leaving a condition out adds.
    fn note_steps(&mut self, own: &People, wider: &People) {
        let step =
            |own: Option<&u64>, wider: u64| is_few(wider - own.copied().unwrap_or(0).min(wider));
        let touchpoints = wider.touchpoints.iter();
        let told = touchpoints.filter(|(id, n)| step(own.touchpoints.get(*id), **n));
        self.touchpoints.extend(told.map(|(id, _)| *id));
        let stages = wider.stages.iter();
        let told = stages.filter(|(id, n)| step(own.stages.get(*id), **n));
        self.stages.extend(told.map(|(id, _)| *id));
        self.whole |= step(Some(&own.whole), wider.whole);
    }

    /// Small months, values and channels: each could be added or left out by itself.
    fn note_cells(&mut self, cross: &Cross) {
        let of_cell = |row: usize, column: usize| {
            cross.cell(row, column, 0).map_or(0, |p| p.cluster.respondents)
        };
        for (row, key) in cross.rows.iter().enumerate() {
            let few = (0..cross.columns.len()).any(|column| is_few(of_cell(row, column)));
            if let (true, Key::Touchpoint(id)) = (few, key) {
                self.touchpoints.insert(*id);
            }
        }
        for (branch, key) in cross.branches.iter().enumerate() {
            let rows = || (0..cross.rows.len()).filter(|row| cross.branch_of[*row] == branch);
            let of = |column: usize| rows().map(|row| of_cell(row, column)).sum::<u64>();
            let few = (0..cross.columns.len()).any(|column| is_few(of(column)));
            if let (true, Key::Stage(id)) = (few, key) {
                self.stages.insert(*id);
            }
        }
        let of_column = |column| cross.column(column, 0).map_or(0, |p| p.cluster.respondents);
        self.whole |= (0..cross.columns.len()).any(|column| is_few(of_column(column)));
    }
}

/// Whether a filter chooses among people, beside touchpoints.
#[must_use]
pub fn chooses_people(filter: &Filter) -> bool {
    !wider(filter).is_empty()
}

/// Whether a filter chooses among touchpoints.
#[must_use]
pub fn chooses_touchpoints(filter: &Filter) -> bool {
    !(filter.touchpoints.is_empty() && filter.owners.is_empty() && filter.teams.is_empty())
}

/// What the map hides when the filter, made by `for_employees`, chooses no touchpoints: small ones and
/// those that would tell them. A total of some of these with others that are shown would tell as well.
#[must_use]
pub fn closed_touchpoints(
    table: &ScoreTable,
    model: &Model,
    filter: &Filter,
    journey: JourneyId,
    line: &Line,
) -> BTreeSet<Option<TouchpointId>> {
    let empty = Filter::default();
    let filter = Filter {
        touchpoints: empty.touchpoints,
        owners: empty.owners,
        teams: empty.teams,
        ..filter.clone()
    };
    let people = Look { table, model, journey, line }.people(&filter);
    let mut branches: BTreeMap<_, Vec<(Option<TouchpointId>, u64)>> = BTreeMap::new();
    for (&id, &n) in &people.touchpoints {
        // What is about no touchpoint stands apart from what stands in no stage.
        let branch = (id.is_none(), id.and_then(|id| model.stage_of(journey, id)));
        branches.entry(branch).or_default().push((id, n));
    }
    let tree: Vec<Branch> = branches
        .iter()
        .map(|((_, stage), of)| {
            let sizes: Vec<u64> = of.iter().map(|(_, n)| *n).collect();
            let most = sizes.iter().copied().max().unwrap_or(0);
            let counted = stage.and_then(|stage| people.stages.get(&Some(stage)));
            Branch { people: counted.copied().unwrap_or(most), sizes }
        })
        .collect();
    let hidden = hidden_in_tree(&tree, people.whole).groups;
    let flat = branches.values().flatten().zip(hidden.into_iter().flatten());
    flat.filter(|(_, hidden)| *hidden).map(|((id, _), _)| *id).collect()
}

fn is_few(n: u64) -> bool {
    (1..SMALLEST_GROUP).contains(&n)
}

/// The filter without each of the conditions that choose people, with what that condition is of.
fn wider(filter: &Filter) -> Vec<(Filter, Option<By>)> {
    let mut all = Vec::new();
    let without = |change: &dyn Fn(&mut Filter)| {
        let mut wider = filter.clone();
        change(&mut wider);
        wider
    };
    if filter.period != Period::default() {
        all.push((without(&|f| f.period = Period::default()), Some(By::Month)));
    }
    if !filter.channels.is_empty() {
        all.push((without(&|f| f.channels.clear()), Some(By::Channel)));
    }
    if !(filter.waves.is_empty() && filter.surveys.is_empty()) {
        let both = without(&|f| {
            f.waves.clear();
            f.surveys.clear();
        });
        all.push((both, Some(By::Wave)));
    }
    for (name, _) in filter.segments.iter().filter(|(_, wanted)| !wanted.is_empty()) {
        let wider = without(&|f| {
            f.segments.remove(name);
        });
        all.push((wider, Some(By::Segment(name.clone()))));
    }
    if filter.band.is_some() {
        all.push((without(&|f| f.band = None), None));
    }
    if all.len() > 1 {
        let none = without(&|f| {
            *f = Filter {
                journey: f.journey,
                touchpoints: f.touchpoints.clone(),
                owners: f.owners.clone(),
                teams: f.teams.clone(),
                ..Filter::default()
            };
        });
        all.push((none, None));
    }
    all
}

/// Numbers of people.
#[derive(Default)]
struct People {
    touchpoints: BTreeMap<Option<TouchpointId>, u64>,
    stages: BTreeMap<Option<StageId>, u64>,
    whole: u64,
}

struct Look<'a> {
    table: &'a ScoreTable,
    model: &'a Model,
    journey: JourneyId,
    line: &'a Line,
}

impl Look<'_> {
    fn people(&self, filter: &Filter) -> People {
        let selection = Selection::new(self.table, self.model, filter);
        let lines = [self.line.clone()];
        let by = |by: By| selection.split(&by, &lines, unit);
        let mut people = People::default();
        let found = by(By::Touchpoint);
        for row in &found.rows {
            if let Key::Touchpoint(id) = row.key {
                people.touchpoints.insert(id, row.cluster.respondents);
            }
        }
        people.whole = found.totals.first().map_or(0, |row| row.cluster.respondents);
        for row in &by(By::Stage(self.journey)).rows {
            if let Key::Stage(id) = row.key {
                people.stages.insert(id, row.cluster.respondents);
            }
        }
        people
    }

    fn cross(&self, filter: &Filter, columns: By) -> Cross {
        let selection = Selection::new(self.table, self.model, filter);
        let request = CrossRequest {
            rows: By::Touchpoint,
            branches: By::Stage(self.journey),
            columns,
            pooled: BTreeSet::new(),
        };
        selection.cross(&request, std::slice::from_ref(self.line), unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        let date: chrono::NaiveDate = text.parse().unwrap();
        i32::try_from((date - chrono::NaiveDate::default()).num_days()).unwrap()
    }

    #[test]
    fn employees_are_counted_by_whole_months() {
        for (from, to, wanted) in [
            (Some("2026-07-01"), Some("2026-09-30"), (Some("2026-07-01"), Some("2026-09-30"))),
            (Some("2026-07-02"), Some("2026-09-29"), (Some("2026-08-01"), Some("2026-08-31"))),
            (None, Some("2026-02-28"), (None, Some("2026-02-28"))),
            (Some("2026-12-15"), None, (Some("2027-01-01"), None)),
        ] {
            let period = Period { from: from.map(day), to: to.map(day) };
            let wanted = Period { from: wanted.0.map(day), to: wanted.1.map(day) };
            assert_eq!(whole_months(period), wanted, "{from:?} {to:?}");
        }
        // Within one month there is no whole one: the ends pass each other, so nothing counts.
        let within = Period { from: Some(day("2026-07-05")), to: Some(day("2026-07-20")) };
        let found = whole_months(within);
        assert!(found.from > found.to);
    }
}
