//! The personas that a filter can ask for, and how many responses stand for each.
//!
//! Those that are not described yet say so; choosing one would leave nothing.

use crate::app::context::Ctx;
use crate::model::PersonaId;
use crate::scores::{Filter, Selection};
use std::collections::BTreeMap;

/// The personas by name; of one that nobody can stand for yet, why.
pub(super) fn options(ctx: &Ctx<'_>) -> Vec<(PersonaId, String)> {
    let mut all: Vec<(PersonaId, String)> = ctx
        .model
        .personas
        .values()
        .map(|persona| {
            let name = match persona.is_described() {
                true => persona.name.clone(),
                false => format!("{} ({})", persona.name, ctx.t("filter-persona-undescribed")),
            };
            (persona.id, name)
        })
        .collect();
    all.sort_by_key(|(_, name)| name.to_lowercase());
    all
}

/// What was counted, and from what.
type Known = (u64, u64, Filter, BTreeMap<PersonaId, u64>);

/// Responses that stand for each persona under the other filters.
#[derive(Default)]
pub(super) struct Counts(Option<Known>);

impl Counts {
    /// How many there are; absent until answers are loaded.
    pub fn count(&mut self, ctx: &Ctx<'_>, persona: PersonaId) -> Option<u64> {
        let table = ctx.scores?;
        let beside = Filter { personas: [].into(), ..ctx.view.filter.clone() };
        let filter = Filter { journey: ctx.journey(), ..beside };
        let of = (ctx.revision, ctx.scores_revision);
        let is_known =
            self.0.as_ref().is_some_and(|known| (known.0, known.1) == of && known.2 == filter);
        if !is_known {
            let count = |id: PersonaId| {
                let filter = Filter { personas: [id].into(), ..filter.clone() };
                (id, Selection::new(table, ctx.model, &filter).responses())
            };
            let all = ctx.model.personas.keys().copied().map(count).collect();
            self.0 = Some((of.0, of.1, filter, all));
        }
        self.0.as_ref()?.3.get(&persona).copied()
    }
}
