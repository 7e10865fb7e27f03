//! Volume, evidence and the team's estimate of feelings over a journey.
//!
//! Counts and marks only: nothing here is a score.

use super::{Overlay, OverlayRequest};
use crate::analysis::heat::{Midpoint, Why};
use crate::analysis::reading::{Fact, Reading};
use crate::model::{Evidence, Model, PersonaId, StageId, TouchpointId};
use crate::scores::{By, Filter, Key, ScoreTable, Selection, responses_by};
use std::collections::BTreeMap;

/// Highest level of evidence: answers of customers.
const MEASURED: f64 = 3.0;

/// How many responses there are about each touchpoint, each counted once. The scale is that of all
/// periods, so that a shorter one looks like less.
pub(super) fn volume(
    table: &ScoreTable,
    model: &Model,
    request: &OverlayRequest,
    filter: &Filter,
) -> Overlay {
    let everything = Filter { journey: filter.journey, ..Filter::default() };
    let all = about_touchpoints(&Selection::new(table, model, &everything));
    let most = round_up(all.values().copied().max().unwrap_or(0));
    let selection = Selection::new(table, model, filter);
    let own = about_touchpoints(&selection);
    let stages = responses_by(&selection, &By::Stage(request.journey));
    let whole = responses_by(&selection, &By::Whole).values().sum::<u64>();
    let mut overlay = Overlay::empty(model, request);
    for (touchpoint, reading) in &mut overlay.touchpoints {
        *reading = amount(own.get(touchpoint).copied().unwrap_or(0), most);
    }
    for (stage, reading) in &mut overlay.stages {
        let n = stages.get(&Key::Stage(Some(*stage))).copied().unwrap_or(0);
        *reading = amount(n, most);
    }
    overlay.whole = amount(whole, most);
    overlay.responses = whole;
    overlay.ends = Some((0.0, as_number(most)));
    overlay
}

/// What each touchpoint rests on: an assumption, an anecdote, or answers.
pub(super) fn evidence(
    table: &ScoreTable,
    model: &Model,
    request: &OverlayRequest,
    filter: &Filter,
) -> Overlay {
    let selection = Selection::new(table, model, filter);
    let own = about_touchpoints(&selection);
    let mut overlay = Overlay::empty(model, request);
    for (touchpoint, reading) in &mut overlay.touchpoints {
        let said = model.touchpoints.get(touchpoint).and_then(|t| t.marks.evidence);
        let level = match (own.get(touchpoint), said) {
            (Some(n), _) => Some((MEASURED, Some(*n))),
            (None, Some(Evidence::Anecdote)) => Some((2.0, None)),
            (None, Some(Evidence::Assumption)) => Some((1.0, None)),
            (None, None) => None,
        };
        *reading = level
            .map_or(Reading::NoData, |(level, n)| Reading::Fact(Fact::amount(level, n, MEASURED)));
    }
    overlay.stages.values_mut().for_each(|reading| *reading = Reading::Silent);
    overlay.whole = Reading::Silent;
    overlay.responses = responses_by(&selection, &By::Whole).values().sum();
    overlay.ends = Some((0.0, MEASURED));
    overlay
}

/// What the journey's persona feels, as the team thinks; without one, the first that feels anything.
pub(super) fn emotion(model: &Model, request: &OverlayRequest) -> Overlay {
    let mut overlay = Overlay::empty(model, request);
    let ends = (-2.0, 2.0);
    (overlay.ends, overlay.midpoint) =
        (Some(ends), Some(Midpoint { value: 0.0, why: Why::Neutral }));
    let Some(persona) = persona(model, request) else {
        return overlay;
    };
    let mut felt: BTreeMap<TouchpointId, Vec<f64>> = BTreeMap::new();
    for placement in model.placements.values().filter(|p| p.journey == request.journey) {
        if let Some(emotion) = model.emotions.get(&(placement.id, persona)) {
            felt.entry(placement.touchpoint).or_default().push(emotion.value);
        }
    }
    let values = felt.iter().filter_map(|(id, all)| Some((*id, mean(all)?))).collect();
    overlay.say_estimates(model, &values, 0.0, ends);
    overlay
}

impl Overlay {
    /// Estimates of touchpoints, and their plain means for stages and the whole.
    pub(super) fn say_estimates(
        &mut self,
        model: &Model,
        values: &BTreeMap<TouchpointId, f64>,
        middle: f64,
        ends: (f64, f64),
    ) {
        let fact = |value| Reading::Fact(Fact::estimated(value, None, middle, ends));
        for (touchpoint, reading) in &mut self.touchpoints {
            *reading = values.get(touchpoint).map_or(Reading::NoData, |value| fact(*value));
        }
        for (stage, all) in by_stage(model, self, values) {
            if let Some(reading) = self.stages.get_mut(&stage) {
                *reading = mean(&all).map_or(Reading::NoData, fact);
            }
        }
        let all: Vec<f64> = values.values().copied().collect();
        self.whole = mean(&all).map_or(Reading::NoData, fact);
    }
}

/// The values of the touchpoints of each stage.
pub(super) fn by_stage(
    model: &Model,
    overlay: &Overlay,
    values: &BTreeMap<TouchpointId, f64>,
) -> BTreeMap<StageId, Vec<f64>> {
    let mut stages: BTreeMap<StageId, Vec<f64>> = BTreeMap::new();
    for (touchpoint, value) in values {
        if let Some(stage) = model.stage_of(overlay.journey, *touchpoint) {
            stages.entry(stage).or_default().push(*value);
        }
    }
    stages
}

/// The plain mean; absent of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of touchpoints")]
    let n = values.len() as f64;
    (n > 0.0).then(|| values.iter().sum::<f64>() / n)
}

fn persona(model: &Model, request: &OverlayRequest) -> Option<PersonaId> {
    let own = model.journeys.get(&request.journey).and_then(|j| j.persona);
    let here = |id: &PersonaId| {
        model.emotions.keys().any(|(placement, persona)| {
            let journey = model.placements.get(placement).map(|p| p.journey);
            persona == id && journey == Some(request.journey)
        })
    };
    own.filter(here).or_else(|| model.personas.keys().copied().find(|id| here(id)))
}

fn about_touchpoints(selection: &Selection<'_>) -> BTreeMap<TouchpointId, u64> {
    let found = responses_by(selection, &By::Touchpoint).into_iter();
    let touchpoint = |(key, n)| match key {
        Key::Touchpoint(Some(id)) => Some((id, n)),
        _ => None,
    };
    found.filter_map(touchpoint).collect()
}

fn amount(n: u64, most: u64) -> Reading {
    Reading::Fact(Fact::amount(as_number(n), Some(n), as_number(most)))
}

#[expect(clippy::cast_precision_loss, reason = "numbers of responses")]
fn as_number(n: u64) -> f64 {
    n as f64
}

/// The next of 1, 2 and 5 with any number of noughts.
fn round_up(n: u64) -> u64 {
    let powers = std::iter::successors(Some(1_u64), |p| p.checked_mul(10));
    let mut steps = powers.flat_map(|p| [p, p.saturating_mul(2), p.saturating_mul(5)]);
    steps.find(|step| *step >= n).unwrap_or(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_of_a_scale_is_a_round_number() {
        for (n, wanted) in [(0, 1), (1, 1), (3, 5), (11, 20), (21, 50), (412, 500), (1001, 2000)] {
            assert_eq!(round_up(n), wanted, "{n}");
        }
        assert_eq!(round_up(u64::MAX), u64::MAX);
    }
}
