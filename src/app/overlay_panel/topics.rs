//! Questions of one metric that are asked about the same touchpoints: each can be painted by itself.

use crate::app::context::Ctx;
use crate::model::{Audience, Metric, Question};
use std::collections::BTreeSet;

/// So many questions of one metric are listed by themselves.
pub const MOST_TOPICS: usize = 12;

/// One question for each topic that shares a touchpoint with another topic of the metric.
pub fn topics<'a>(ctx: &Ctx<'a>, metric: Metric) -> Vec<&'a Question> {
    let Some(table) = ctx.scores else { return Vec::new() };
    let mut all: Vec<&Question> = Vec::new();
    let of_metric = ctx.model.questions.values().filter(|q| q.metric == metric);
    let customers = |q: &&Question| {
        ctx.model.surveys.get(&q.survey).is_none_or(|s| s.audience == Audience::Customer)
    };
    for question in of_metric.filter(customers) {
        if !all.iter().any(|known| known.asks_as(question)) {
            all.push(question);
        }
    }
    let about = |topic: &Question| {
        let asks = |id| ctx.model.questions.get(id).is_some_and(|q| q.asks_as(topic));
        let groups = table.groups.iter().filter(move |g| asks(&g.question));
        groups.filter_map(|g| g.touchpoint).collect::<BTreeSet<_>>()
    };
    let places: Vec<_> = all.iter().map(|q| about(q)).collect();
    let shares = |i: usize| {
        let others = places.iter().enumerate().filter(|(j, _)| *j != i);
        others.into_iter().any(|(_, other)| !other.is_disjoint(&places[i]))
    };
    let shared = (0..all.len()).filter(|i| shares(*i));
    shared.map(|i| all[i]).collect()
}
