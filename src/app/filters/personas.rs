//! The personas that a filter can ask for.
//!
//! Those that are not described yet say so; choosing one would leave nothing.

use crate::app::context::Ctx;
use crate::model::PersonaId;

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
