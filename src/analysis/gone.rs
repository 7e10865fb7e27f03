//! Answers about touchpoints that were deleted: kept, and in no figure of a journey.
//!
//! Counts them, so that it can be said; gives no score.

use crate::model::{Audience, Metric, Model};
use crate::scores::{Filter, ScoreTable, aggregate};

/// How many answers of customers to a metric are about touchpoints that the document no longer has.
/// Whatever the filter says of journeys and touchpoints, they are of none.
#[must_use]
pub fn answers_gone(table: &ScoreTable, model: &Model, filter: &Filter, metric: Metric) -> u64 {
    let is_gone = |id| !model.touchpoints.contains_key(id);
    // Without one that is gone nothing need be counted.
    if !table.groups.iter().any(|g| g.touchpoint.as_ref().is_some_and(is_gone)) {
        return 0;
    }
    let chosen =
        !filter.touchpoints.is_empty() || !filter.owners.is_empty() || !filter.teams.is_empty();
    if chosen {
        return 0;
    }
    let here = |journeys: &[crate::model::JourneyId]| {
        filter.journey.is_none_or(|id| journeys.is_empty() || journeys.contains(&id))
    };
    let asked = |group: &crate::scores::Group| {
        let question = model.questions.get(&group.question).filter(|q| q.metric == metric)?;
        let survey = model.surveys.get(&question.survey)?;
        (survey.audience == Audience::Customer && here(&survey.journeys)).then_some(())
    };
    let everywhere = Filter { journey: None, ..filter.clone() };
    let tally = aggregate(table, model, &everywhere);
    let gone = tally.groups.iter().filter(|g| g.group.touchpoint.as_ref().is_some_and(is_gone));
    gone.filter(|g| asked(&g.group).is_some()).map(|g| g.histogram.n()).sum()
}
