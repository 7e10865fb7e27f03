//! Which responses and which groups pass a filter: two masks, made once and used by every count.
//!
//! Decides, counts nothing.

use super::filter::{Band, Filter, Period};
use super::stand_in::stand_ins;
use super::table::{NO_DAY, ScoreTable};
use super::written::Written;
use crate::model::{Audience, ChannelId, Model, TouchpointId};
use std::collections::BTreeSet;

/// The response fails, whatever it is about.
pub(super) const NO: u8 = 0;
/// The response passes.
pub(super) const YES: u8 = 1;
/// The row names no channel: the touchpoint's only channel decides.
pub(super) const ASK_TOUCHPOINT: u8 = 2;

/// The masks of one filter over one table.
#[derive(Clone, PartialEq, Debug)]
pub struct Selection<'a> {
    pub(super) table: &'a ScoreTable,
    pub(super) model: &'a Model,
    /// `NO`, `YES` or `ASK_TOUCHPOINT` of each response.
    pub(super) response: Vec<u8>,
    /// Which states of a response let answers of each group pass: bit 0 = `YES`, bit 1 = the other.
    pub(super) group: Vec<u8>,
    /// Whether a response of each survey counts without any answer.
    empty_counts: Vec<bool>,
}

impl<'a> Selection<'a> {
    /// Applies a filter.
    #[must_use]
    pub fn new(table: &'a ScoreTable, model: &'a Model, filter: &Filter) -> Self {
        Self {
            table,
            model,
            response: response_mask(table, model, filter),
            group: (0..table.groups.len()).map(|g| group_mask(table, model, filter, g)).collect(),
            empty_counts: empty_counts(table, model, filter),
        }
    }

    /// Whether an answer of `group` passes in a response of that state.
    #[inline]
    pub(super) fn passes(&self, state: u8, group: u16) -> bool {
        self.group[group as usize] & state != 0
    }

    /// Where the answers of response `i` stand.
    #[inline]
    pub(super) fn answers_of(&self, response: usize) -> std::ops::Range<usize> {
        self.table.first_answer[response] as usize..self.table.first_answer[response + 1] as usize
    }

    /// Whether a response counts that has no answer at all.
    #[inline]
    pub(super) fn counts_empty(&self, response: usize) -> bool {
        let survey = self.table.survey[response] as usize;
        self.response[response] == YES && self.empty_counts.get(survey).copied().unwrap_or(false)
    }

    /// How many responses count.
    #[must_use]
    pub fn responses(&self) -> u64 {
        (0..self.response.len()).filter(|response| self.counts(*response)).count() as u64
    }

    /// Whether a response counts: an answer of it passes, or it has none and may.
    pub(super) fn counts(&self, response: usize) -> bool {
        let state = self.response[response];
        let answers = self.answers_of(response);
        if state == NO {
            false
        } else if answers.is_empty() {
            self.counts_empty(response)
        } else {
            self.table.group[answers].iter().any(|&g| self.passes(state, g))
        }
    }
}

fn response_mask(table: &ScoreTable, model: &Model, filter: &Filter) -> Vec<u8> {
    let mut mask = channel_states(table, filter);
    if filter.period != Period::default() {
        let (from, to) = (filter.period.from.unwrap_or(NO_DAY + 1), filter.period.to);
        let to = to.unwrap_or(i32::MAX);
        for (state, &day) in mask.iter_mut().zip(&table.day) {
            *state *= u8::from((from..=to).contains(&day));
        }
    }
    if !filter.surveys.is_empty() || !filter.waves.is_empty() {
        let passes: Vec<u8> = table
            .surveys
            .iter()
            .map(|id| {
                let named = filter.surveys.is_empty() || filter.surveys.contains(id);
                let wave = model.surveys.get(id).map_or("", |s| s.wave.as_str());
                u8::from(named && (filter.waves.is_empty() || filter.waves.contains(wave)))
            })
            .collect();
        restrict(&mut mask, &table.survey, &passes);
    }
    for (name, wanted) in filter.segments.iter().filter(|(_, wanted)| !wanted.is_empty()) {
        match table.dimensions.iter().position(|d| d.name == *name) {
            None => mask.fill(NO),
            Some(index) => {
                let values = table.dimensions[index].values.iter();
                let known = values.map(|v| u8::from(wanted.contains(v)));
                // An empty wanted value asks for responses whose segment is not known.
                let passes: Vec<u8> =
                    std::iter::once(u8::from(wanted.contains(""))).chain(known).collect();
                restrict(&mut mask, &table.segments[index], &passes);
            }
        }
    }
    if !filter.personas.is_empty() {
        let mut any = vec![false; mask.len()];
        for persona in filter.personas.iter().filter_map(|id| model.personas.get(id)) {
            let stands = stand_ins(table, persona);
            any.iter_mut().zip(stands).for_each(|(any, stands)| *any |= stands);
        }
        mask.iter_mut().zip(any).for_each(|(state, any)| *state *= u8::from(any));
        // A persona is a customer.
        restrict(&mut mask, &table.survey, &customers(table, model));
    }
    if let Some(written) = &filter.written {
        restrict_to_written(&mut mask, table, model, written);
    }
    if let Some(band) = filter.band {
        restrict_to_band(&mut mask, table, model, band);
    }
    mask
}

/// Which surveys asked customers.
fn customers(table: &ScoreTable, model: &Model) -> Vec<u8> {
    let asked = |id| model.surveys.get(id).is_none_or(|s| s.audience == Audience::Customer);
    table.surveys.iter().map(asked).map(u8::from).collect()
}

/// Sets a response to `NO` where the words were not written, or not by a customer.
fn restrict_to_written(mask: &mut [u8], table: &ScoreTable, model: &Model, written: &Written) {
    restrict(mask, &table.survey, &customers(table, model));
    let Some(found) = &written.found else { return mask.fill(NO) };
    for (state, response) in mask.iter_mut().zip(&table.response) {
        *state *= u8::from(found.holds(*response));
    }
}

/// Sets a response to `NO` where none of its answers to the metric lies in the band.
fn restrict_to_band(mask: &mut [u8], table: &ScoreTable, model: &Model, band: Band) {
    // From the lowest value that lies in the band, how many do; no value of another metric does.
    let values: Vec<(u8, u8)> = table
        .groups
        .iter()
        .map(|group| {
            let question = model.questions.get(&group.question);
            let Some(question) = question.filter(|q| q.metric == band.metric) else {
                return (0, 0);
            };
            let (low, high) = (band.low.max(question.scale.min), band.high.min(question.scale.max));
            let first = u8::try_from(low.saturating_sub(question.scale.min)).unwrap_or(0);
            (first, u8::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(0))
        })
        .collect();
    for (state, bounds) in mask.iter_mut().zip(table.first_answer.windows(2)) {
        let answers = bounds[0] as usize..bounds[1] as usize;
        let inside = |answer: usize| {
            let (first, count) = values[usize::from(table.group[answer])];
            table.value[answer].wrapping_sub(first) < count
        };
        if *state != NO && !answers.into_iter().any(inside) {
            *state = NO;
        }
    }
}

fn channel_states(table: &ScoreTable, filter: &Filter) -> Vec<u8> {
    if filter.channels.is_empty() {
        return vec![YES; table.responses()];
    }
    let known = table.channels.iter().map(|c| u8::from(filter.channels.contains(c)));
    let states: Vec<u8> = std::iter::once(ASK_TOUCHPOINT).chain(known).collect();
    let state = |&key: &u16| states.get(key as usize).copied().unwrap_or(NO);
    table.channel.iter().map(state).collect()
}

/// Sets a response to `NO` where the table of its key says 0.
fn restrict(mask: &mut [u8], keys: &[u16], passes: &[u8]) {
    for (state, &key) in mask.iter_mut().zip(keys) {
        *state *= passes.get(key as usize).copied().unwrap_or(NO);
    }
}

fn group_mask(table: &ScoreTable, model: &Model, filter: &Filter, group: usize) -> u8 {
    let group = table.groups[group];
    let Some(question) = model.questions.get(&group.question) else {
        return 0;
    };
    let owner = group.touchpoint.and_then(|t| model.owner_of(t));
    let has = |set: &BTreeSet<TouchpointId>| group.touchpoint.is_some_and(|t| set.contains(&t));
    let passes = (filter.touchpoints.is_empty() || has(&filter.touchpoints))
        && (filter.owners.is_empty() || owner.is_some_and(|o| filter.owners.contains(&o.id)))
        && (filter.teams.is_empty()
            || owner.and_then(|o| o.team).is_some_and(|t| filter.teams.contains(&t)))
        && filter.journey.is_none_or(|journey| match group.touchpoint {
            Some(t) => model.placements.values().any(|p| p.journey == journey && p.touchpoint == t),
            None => is_about(model, question.survey, journey),
        });
    let by_touchpoint =
        only_channel(model, group.touchpoint).is_some_and(|c| filter.channels.contains(&c));
    u8::from(passes) * (YES | if by_touchpoint { ASK_TOUCHPOINT } else { 0 })
}

/// The one channel by which a touchpoint is offered, if there is exactly one.
pub(super) fn only_channel(model: &Model, touchpoint: Option<TouchpointId>) -> Option<ChannelId> {
    match model.touchpoints.get(&touchpoint?)?.channels.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a survey is about a journey: it names it, or it names none at all.
fn is_about(
    model: &Model,
    survey: crate::model::SurveyId,
    journey: crate::model::JourneyId,
) -> bool {
    let survey = model.surveys.get(&survey);
    survey.is_none_or(|s| s.journeys.is_empty() || s.journeys.contains(&journey))
}

/// A response without answers is about no touchpoint: it counts unless touchpoints are asked for.
fn empty_counts(table: &ScoreTable, model: &Model, filter: &Filter) -> Vec<bool> {
    let about_touchpoints =
        !(filter.touchpoints.is_empty() && filter.owners.is_empty() && filter.teams.is_empty());
    let counts = |survey| {
        !about_touchpoints && filter.journey.is_none_or(|journey| is_about(model, survey, journey))
    };
    table.surveys.iter().map(|&survey| counts(survey)).collect()
}
