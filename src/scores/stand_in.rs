//! Who stands for which persona: respondents whose segments have the values that describe it.
//!
//! Answers know no persona; this is as much as they can say.

use super::table::ScoreTable;
use crate::model::{Model, Persona, PersonaId};
use std::collections::BTreeMap;

/// For each response, whether it stands for a persona.
#[must_use]
pub(super) fn stand_ins(table: &ScoreTable, persona: &Persona) -> Vec<bool> {
    let mut mask = vec![persona.is_described(); table.responses()];
    for (name, wanted) in persona.segments.iter().filter(|(_, wanted)| !wanted.is_empty()) {
        let Some(index) = table.dimensions.iter().position(|d| d.name == *name) else {
            mask.fill(false);
            continue;
        };
        let known = table.dimensions[index].values.iter().map(|v| wanted.contains(v));
        let passes: Vec<bool> = std::iter::once(wanted.contains("")).chain(known).collect();
        for (state, key) in mask.iter_mut().zip(&table.segments[index]) {
            *state &= passes.get(usize::from(*key)).copied().unwrap_or(false);
        }
    }
    mask
}

/// The personas for whom somebody could stand, in order of identity.
pub(super) fn described(model: &Model) -> impl Iterator<Item = &Persona> {
    model.personas.values().filter(|persona| persona.is_described())
}

/// For each response the number of the set of personas that it stands for, and these sets.
pub(super) fn sets(table: &ScoreTable, model: &Model) -> (Vec<u32>, Vec<Vec<PersonaId>>) {
    let masks: Vec<(PersonaId, Vec<bool>)> =
        described(model).map(|persona| (persona.id, stand_ins(table, persona))).collect();
    let mut numbers: BTreeMap<Vec<PersonaId>, u32> = BTreeMap::new();
    let mut met: Vec<Vec<PersonaId>> = Vec::new();
    let of_response = (0..table.responses())
        .map(|response| {
            let here = masks.iter().filter(|(_, mask)| mask[response]).map(|(id, _)| *id);
            let here: Vec<PersonaId> = here.collect();
            if let Some(number) = numbers.get(&here) {
                return *number;
            }
            let number = u32::try_from(met.len()).unwrap_or(u32::MAX);
            met.push(here.clone());
            numbers.insert(here, number);
            number
        })
        .collect();
    (of_response, met)
}
