//! How many responses there are about each part: each response once, whatever it answered.
//!
//! Counts customers' surveys only; employees are counted where they can be protected.

use super::by::{By, Key, Parts};
use super::select::{NO, Selection};
use crate::model::Audience;
use std::collections::BTreeMap;

/// Responses of customers that pass, by part. Under `By::Whole` those without any answer count too.
#[must_use]
pub fn responses_by(selection: &Selection<'_>, by: &By) -> BTreeMap<Key, u64> {
    let table = selection.table;
    let customers: Vec<bool> = table
        .surveys
        .iter()
        .map(|id| selection.model.surveys.get(id).is_none_or(|s| s.audience == Audience::Customer))
        .collect();
    let asked = |i: usize| customers.get(table.survey[i] as usize).copied().unwrap_or(true);
    if *by == By::Whole {
        let n = (0..table.responses()).filter(|&i| asked(i) && selection.counts(i)).count();
        return BTreeMap::from([(Key::Whole, n as u64)]);
    }
    let parts = Parts::new(selection, by);
    let mut counts = vec![0_u64; parts.keys.len()];
    // The last response that was counted for each part, plus one.
    let mut seen = vec![0_usize; parts.keys.len()];
    for response in (0..table.responses()).filter(|&i| asked(i)) {
        let state = selection.response[response];
        if state == NO {
            continue;
        }
        let own = parts.of_response.as_ref().map(|of| of[response]);
        let own = own.filter(|part| *part != Parts::ASK_GROUP);
        for answer in selection.answers_of(response) {
            let group = table.group[answer];
            if selection.passes(state, group) {
                let part = own.unwrap_or(parts.of_group[usize::from(group)]) as usize;
                counts[part] += u64::from(seen[part] != response + 1);
                seen[part] = response + 1;
            }
        }
    }
    parts.keys.into_iter().zip(counts).filter(|(_, n)| *n > 0).collect()
}
