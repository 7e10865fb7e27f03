//! What respondents wrote, for lists and themes: a filter of answers as a question about comments, and
//! the code book over all of them.
//!
//! Decides which comments are meant; reads them through the store, where those of employees are hidden.

use super::{CommentIndex, CommentQuery, Reader, StoreError};
use crate::analysis::themes::{CodeBook, Tagger, Tags};
use crate::jobs::Reporter;
use crate::model::{Audience, JourneyId, Model, StageId, Survey, SurveyId, TouchpointId};
use crate::scores::Filter;
use std::collections::BTreeSet;

/// The comments that a filter of answers means. Its journey counts: what is about a touchpoint placed
/// on it, or about the journey as a whole in a survey about it.
#[must_use]
pub fn comments_of(model: &Model, filter: &Filter) -> CommentQuery {
    let mut query = CommentQuery {
        period: filter.period,
        surveys: filter.surveys.clone(),
        channels: filter.channels.clone(),
        segments: filter.segments.clone(),
        personas: (!filter.personas.is_empty()).then(|| {
            let asked = filter.personas.iter().filter_map(|id| model.personas.get(id));
            asked.map(|persona| persona.segments.clone()).collect()
        }),
        // Until the words were looked up nothing was found.
        among: filter.written.as_ref().map(|w| w.found.clone().unwrap_or_default()),
        ..CommentQuery::default()
    };
    narrow_surveys(&mut query, model, filter);
    narrow_touchpoints(&mut query, model, filter);
    if !query.channels.is_empty() {
        let only = |channels: &[_]| matches!(channels, [one] if query.channels.contains(one));
        let offered = model.touchpoints.values().filter(|t| only(&t.channels));
        query.channel_touchpoints = offered.map(|t| t.id).collect();
    }
    query
}

/// The comments of a filter that are about a stage of a journey.
#[must_use]
pub fn comments_of_stage(model: &Model, filter: &Filter, stage: StageId) -> CommentQuery {
    let placed = model.placements.values();
    let here = placed.filter(|p| model.stage_at(p.spot) == Some(stage)).map(|p| p.touchpoint);
    let here: BTreeSet<TouchpointId> = here
        .filter(|id| filter.touchpoints.is_empty() || filter.touchpoints.contains(id))
        .collect();
    comments_of(model, &Filter { touchpoints: somewhere(here), ..filter.clone() })
}

/// A set that lets nothing through when it is empty.
fn somewhere(touchpoints: BTreeSet<TouchpointId>) -> BTreeSet<TouchpointId> {
    if touchpoints.is_empty() { [TouchpointId::fresh()].into() } else { touchpoints }
}

fn narrow_surveys(query: &mut CommentQuery, model: &Model, filter: &Filter) {
    // A persona is a customer.
    let of_customers = !filter.personas.is_empty();
    if filter.waves.is_empty() && !of_customers {
        return;
    }
    let fits = |s: &&Survey| {
        (filter.surveys.is_empty() || filter.surveys.contains(&s.id))
            && (filter.waves.is_empty() || filter.waves.contains(&s.wave))
            && (!of_customers || s.audience == Audience::Customer)
    };
    query.surveys = model.surveys.values().filter(fits).map(|s| s.id).collect();
    if query.surveys.is_empty() {
        query.surveys.insert(SurveyId::fresh());
    }
}

fn narrow_touchpoints(query: &mut CommentQuery, model: &Model, filter: &Filter) {
    let by_owner = !filter.owners.is_empty() || !filter.teams.is_empty();
    let journey = filter.journey.filter(|_| filter.touchpoints.is_empty());
    if filter.touchpoints.is_empty() && !by_owner && journey.is_none() {
        return;
    }
    let owned = |id: &TouchpointId| {
        let owner = model.owner_of(*id);
        (filter.owners.is_empty() || owner.is_some_and(|o| filter.owners.contains(&o.id)))
            && (filter.teams.is_empty()
                || owner.and_then(|o| o.team).is_some_and(|team| filter.teams.contains(&team)))
    };
    let candidates: Vec<TouchpointId> = match (filter.touchpoints.is_empty(), filter.journey) {
        (false, None) => filter.touchpoints.iter().copied().collect(),
        (false, Some(journey)) => {
            on_journey(model, journey).filter(|id| filter.touchpoints.contains(id)).collect()
        }
        (true, Some(journey)) => on_journey(model, journey).collect(),
        (true, None) => model.touchpoints.keys().copied().collect(),
    };
    query.touchpoints = somewhere(candidates.into_iter().filter(owned).collect());
    if let Some(journey) = journey.filter(|_| !by_owner) {
        // Surveys about other journeys say nothing about this one as a whole.
        let about = model.surveys.values();
        let about = about.filter(|s| s.journeys.is_empty() || s.journeys.contains(&journey));
        query.whole_in = about.map(|s| s.id).collect();
    }
}

fn on_journey(model: &Model, journey: JourneyId) -> impl Iterator<Item = TouchpointId> {
    model.placements.values().filter(move |p| p.journey == journey).map(|p| p.touchpoint)
}

/// The touchpoints in the order in which the journeys show them, then the others by title.
#[must_use]
pub fn in_order(model: &Model) -> Vec<TouchpointId> {
    let journeys = model.journeys_in_order().into_iter();
    let shown = journeys.flat_map(|j| model.placements_of(j.id)).map(|p| p.touchpoint);
    let mut others: Vec<_> = model.touchpoints.values().map(|t| (&t.title, t.id)).collect();
    others.sort();
    let mut met = BTreeSet::new();
    let all = shown.chain(others.into_iter().map(|(_, id)| id));
    all.filter(|id| met.insert(*id)).collect()
}

/// The themes of every comment that may be shown at all.
///
/// # Errors
/// When the document cannot be read or the work was cancelled.
pub fn tag_comments(
    reader: &Reader,
    index: &CommentIndex,
    book: &CodeBook,
    reporter: &Reporter,
) -> Result<Tags, StoreError> {
    let mut tagger = Tagger::new(book, index.len());
    if !book.is_empty() {
        let all = reader.choose_comments(index, None, &CommentQuery::default())?;
        reader.comment_texts(index, &all, reporter, &mut |place, text| {
            tagger.tag(place, text, index.touchpoint(place));
        })?;
    }
    Ok(tagger.finish())
}
