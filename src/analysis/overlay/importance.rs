//! How closely each touchpoint's score goes together with the likelihood to recommend.
//!
//! A correlation over the same responses, with Fisher's interval: association, never cause.

use super::{Overlay, OverlayRequest};
use crate::analysis::reading::{Fact, LEAST_PAIRS, Reading};
use crate::metrics::interval::fisher;
use crate::model::{Audience, Better, Metric, Model, Question, TouchpointId};
use crate::scores::{Filter, Pairs, ScoreTable, Selection, pairs};
use std::collections::BTreeMap;

pub(super) fn importance(
    table: &ScoreTable,
    model: &Model,
    request: &OverlayRequest,
    filter: &Filter,
) -> Overlay {
    let mut overlay = Overlay::empty(model, request);
    overlay.ends = Some((0.0, 1.0));
    overlay.stages.values_mut().for_each(|reading| *reading = Reading::Silent);
    overlay.whole = Reading::Silent;
    let customers = |q: &&Question| {
        model.surveys.get(&q.survey).is_none_or(|s| s.audience == Audience::Customer)
    };
    let questions: Vec<Option<&Question>> =
        table.groups.iter().map(|g| model.questions.get(&g.question).filter(customers)).collect();
    let is_outcome: Vec<bool> =
        questions.iter().map(|q| q.is_some_and(|q| q.metric == Metric::Nps)).collect();
    let selection = Selection::new(table, model, filter);
    let mut best: BTreeMap<TouchpointId, (Pairs, Better)> = BTreeMap::new();
    for ((group, question), found) in
        table.groups.iter().zip(&questions).zip(pairs(&selection, &is_outcome))
    {
        let (Some(touchpoint), Some(question)) = (group.touchpoint, question) else { continue };
        let more = best.get(&touchpoint).is_none_or(|(known, _)| found.n > known.n);
        if more && found.n > 0 {
            best.insert(touchpoint, (found, question.scale.better));
        }
    }
    for (touchpoint, reading) in &mut overlay.touchpoints {
        if let Some((found, better)) = best.get(touchpoint) {
            *reading = read(found, *better);
        }
    }
    overlay.responses = selection.tally().responses;
    overlay
}

fn read(found: &Pairs, better: Better) -> Reading {
    if found.n < LEAST_PAIRS {
        return Reading::TooFew { n: found.n };
    }
    // Where all answers are equal there is nothing to go together with.
    let Some(r) = found.correlation() else { return Reading::Silent };
    let value = if better == Better::Low { -r } else { r };
    let (low, high) = fisher(value, found.n);
    let amount = Fact::amount(value, Some(found.n), 1.0);
    let low_base = found.n < FIRM_PAIRS;
    Reading::Fact(Fact { interval: Some((low, high)), low_base, ..amount })
}

/// Below this many pairs an importance is only indicative.
const FIRM_PAIRS: u64 = 100;
