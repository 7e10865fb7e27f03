//! How many responses each value of a filter has, for the menu that is open.
//!
//! Counted once for a menu, under all other filters; what is chosen in it does not change its counts.

use crate::app::context::Ctx;
use crate::model::{Audience, Model, Survey, SurveyId};
use crate::scores::{By, Filter, Key, Selection, responses_by};
use std::collections::BTreeMap;

/// The counts of the menu that was opened last.
#[derive(Default)]
pub(super) struct Counts {
    known: Option<(Of, BTreeMap<Key, u64>)>,
}

/// What counts depend on.
type Of = (u64, u64, Filter, By);

impl Counts {
    /// How many responses of customers a value has; absent until the answers are loaded.
    pub fn of(&mut self, ctx: &Ctx<'_>, by: &By, key: &Key) -> Option<u64> {
        let table = ctx.scores?;
        let mut filter = Filter { journey: ctx.journey(), ..ctx.view.filter.clone() };
        clear(&mut filter, by);
        let of = (ctx.revision, ctx.scores_revision, filter, by.clone());
        if self.known.as_ref().is_none_or(|(known, _)| *known != of) {
            let selection = Selection::new(table, ctx.model, &of.2);
            let counts = responses_by(&selection, by);
            self.known = Some((of, counts));
        }
        let (_, counts) = self.known.as_ref()?;
        Some(counts.get(key).copied().unwrap_or(0))
    }
}

fn clear(filter: &mut Filter, by: &By) {
    match by {
        By::Channel => filter.channels.clear(),
        By::Owner => filter.owners.clear(),
        By::Team => filter.teams.clear(),
        By::Wave => filter.waves.clear(),
        By::Persona => filter.personas.clear(),
        By::Segment(name) => {
            filter.segments.remove(name);
        }
        _ => {}
    }
}

/// What was counted, and from what.
type Known<K> = (u64, u64, Filter, BTreeMap<K, u64>);

/// Responses for each value of a filter, counted one by one: for values that may share responses.
pub(super) struct Each<K>(Option<Known<K>>);

impl<K> Default for Each<K> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: Ord + Copy> Each<K> {
    /// How many of customers a value would leave under the other filters; absent until answers are loaded. `set`
    /// makes a filter ask for one value, or for none.
    pub fn count(
        &mut self,
        ctx: &Ctx<'_>,
        value: K,
        set: impl Fn(&mut Filter, Option<K>),
    ) -> Option<u64> {
        let table = ctx.scores?;
        let mut filter = Filter { journey: ctx.journey(), ..ctx.view.filter.clone() };
        set(&mut filter, None);
        let of = (ctx.revision, ctx.scores_revision);
        let is_known = |known: &Known<K>| (known.0, known.1) == of && known.2 == filter;
        if !self.0.as_ref().is_some_and(is_known) {
            self.0 = Some((of.0, of.1, filter, BTreeMap::new()));
        }
        let (.., filter, counts) = self.0.as_mut()?;
        let count = || {
            let mut filter = filter.clone();
            set(&mut filter, Some(value));
            only_customers(ctx.model, &mut filter);
            Selection::new(table, ctx.model, &filter).responses()
        };
        Some(*counts.entry(value).or_insert_with(count))
    }
}

/// Leaves employees' surveys out: how many answered is told of customers only.
fn only_customers(model: &Model, filter: &mut Filter) {
    let asked = |s: &&Survey| filter.surveys.is_empty() || filter.surveys.contains(&s.id);
    let (customers, employees): (Vec<&Survey>, Vec<&Survey>) =
        model.surveys.values().filter(asked).partition(|s| s.audience == Audience::Customer);
    if !employees.is_empty() {
        filter.surveys = customers.iter().map(|s| s.id).collect();
        // No surveys in a filter would mean all of them.
        if filter.surveys.is_empty() {
            filter.surveys.insert(SurveyId::fresh());
        }
    }
}
