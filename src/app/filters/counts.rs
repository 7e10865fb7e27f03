//! How many responses each value of a filter has, for the menu that is open.
//!
//! Counted once for a menu, under all other filters; what is chosen in it does not change its counts.

use crate::app::context::Ctx;
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
