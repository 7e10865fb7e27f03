//! What managers guessed, and the gaps: customers minus guess, customers minus employees.
//!
//! A gap is coloured by half its axis: that far apart, a guess could hardly be more wrong.

use super::facts::{by_stage, mean};
use super::{Overlay, OverlayRequest, Sources};
use crate::analysis::guess::{guessed, guesses, revealed, version_of};
use crate::analysis::heat::{Middle, Midpoint, Why};
use crate::analysis::measure::{Lens, Measure};
use crate::analysis::reading::{Fact, Reading, Score};
use crate::analysis::version::Version;
use crate::metrics::Estimate;
use crate::model::{Audience, Metric, Model, TouchpointId};
use crate::scores::{Filter, ScoreTable};
use std::collections::BTreeMap;

/// No gap.
const LEVEL: Midpoint = Midpoint { value: 0.0, why: Why::NoGap };

/// The guesses of the newest revealed round, or how far customers are from them. Absent while the
/// answers are not loaded.
pub(super) fn guess(
    sources: Sources<'_>,
    model: &Model,
    request: &OverlayRequest,
    filter: &Filter,
) -> Option<Overlay> {
    let mut overlay = Overlay::empty(model, request);
    let metric = request.measure.metric;
    let Some(round) = revealed(model, request.journey, metric) else {
        return Some(overlay);
    };
    let Some(version) = version_of(model, metric, round.scale) else {
        return Some(overlay);
    };
    let mut values = BTreeMap::new();
    for touchpoint in overlay.touchpoints.keys() {
        let counts = guesses(model, round, *touchpoint);
        if let Some(estimate) = guessed(model, round, &counts) {
            values.insert(*touchpoint, estimate);
        }
    }
    if request.measure.lens == Lens::Guess {
        let ends = version.worst_best();
        let middle = Midpoint::of(model, &version, request.middle);
        let plain = values.iter().map(|(id, e)| (*id, e.value)).collect();
        overlay.say_estimates(model, &plain, middle.value, ends);
        for (touchpoint, estimate) in values {
            if let Some(Reading::Fact(fact)) = overlay.touchpoints.get_mut(&touchpoint) {
                fact.n = Some(estimate.n);
            }
        }
        (overlay.ends, overlay.midpoint) = (Some(ends), Some(middle));
        overlay.version = Some(version);
        return Some(overlay);
    }
    let asked = OverlayRequest {
        measure: Measure::of(metric),
        version: Some(version.clone()),
        topic: None,
        middle: Middle::default(),
        ..request.clone()
    };
    let measured = Overlay::of(sources, model, &asked, filter)?;
    overlay.responses = measured.responses;
    let axis = Gaps::of(&version);
    for (touchpoint, reading) in &mut overlay.touchpoints {
        *reading = match (measured.touchpoint(*touchpoint), values.get(touchpoint)) {
            (Reading::Score(score), Some(guess)) => axis.shown(score.shown(), guess.value),
            (Reading::Score(_) | Reading::NoData, _) => Reading::NoData,
            (withheld, _) => withheld.clone(),
        };
    }
    axis.finish(model, &mut overlay);
    overlay.version = Some(version);
    Some(overlay)
}

/// How far customers are from employees who were asked for the same metric.
pub(super) fn employees(
    table: &ScoreTable,
    model: &Model,
    request: &OverlayRequest,
    filter: &Filter,
) -> Overlay {
    let of = |audience| {
        let measure = Measure { audience, ..Measure::of(request.measure.metric) };
        let own = OverlayRequest { measure, version: None, topic: None, ..request.clone() };
        Overlay::from_table(table, model, &own, filter)
    };
    let (customers, employees) = (of(Audience::Customer), of(Audience::Employee));
    let mut overlay = Overlay::empty(model, request);
    overlay.responses = customers.responses;
    let axis = Gaps::of_hundred(request.measure.metric);
    let gap = |ours: &Reading, theirs: &Reading| match (ours, theirs) {
        (Reading::Score(ours), Reading::Score(theirs)) => {
            axis.between(&hundred(ours), &hundred(theirs))
        }
        (_, Reading::Hidden) => Reading::Hidden,
        (Reading::TooFew { n }, Reading::Score(_)) => Reading::TooFew { n: *n },
        _ => Reading::NoData,
    };
    for (id, reading) in &mut overlay.touchpoints {
        *reading = gap(customers.touchpoint(*id), employees.touchpoint(*id));
    }
    for (id, reading) in &mut overlay.stages {
        *reading = gap(customers.stage(*id), employees.stage(*id));
    }
    overlay.whole = gap(&customers.whole, &employees.whole);
    (overlay.ends, overlay.midpoint) = (Some(axis.ends), Some(LEVEL));
    overlay.version = customers.version;
    overlay
}

/// A score on an axis that different scales share: NPS as it is, all others 0 to 100, high is good.
fn hundred(score: &Score) -> Estimate {
    let headline = *score.headline();
    if score.figures.metric != Metric::Rating {
        return headline;
    }
    let scale = score.figures.scale;
    let (worst, best) = match scale.better {
        crate::model::Better::High => (scale.min, scale.max),
        crate::model::Better::Low => (scale.max, scale.min),
    };
    let on = |x: f64| 100.0 * (x - f64::from(worst)) / f64::from(best - worst);
    let (a, b) = (on(headline.low), on(headline.high));
    Estimate { value: on(headline.value), low: a.min(b), high: a.max(b), n: headline.n }
}

/// The axis of a gap.
struct Gaps {
    /// The gap at which colours end, bad and good.
    ends: (f64, f64),
}

impl Gaps {
    fn of(version: &Version) -> Self {
        let (worst, best) = version.worst_best();
        let half = (best - worst) / 2.0;
        Self { ends: (-half, half) }
    }

    fn of_hundred(metric: Metric) -> Self {
        let half = if metric == Metric::Nps { 100.0 } else { 50.0 };
        Self { ends: (-half, half) }
    }

    /// Measured minus something that has no interval.
    fn shown(&self, found: &Estimate, from: f64) -> Reading {
        let gap = Estimate {
            value: found.value - from,
            low: found.low - from,
            high: found.high - from,
            n: found.n,
        };
        Reading::Fact(Fact::measured(&gap, LEVEL.value, self.ends))
    }

    /// The difference of two independent figures, its interval from theirs (MOVER: Zou & Donner
    /// 2008).
    fn between(&self, ours: &Estimate, theirs: &Estimate) -> Reading {
        let value = ours.value - theirs.value;
        let low = value - (ours.value - ours.low).hypot(theirs.high - theirs.value);
        let high = value + (ours.high - ours.value).hypot(theirs.value - theirs.low);
        let gap = Estimate { value, low, high, n: ours.n.min(theirs.n) };
        Reading::Fact(Fact::measured(&gap, LEVEL.value, self.ends))
    }

    /// Stages and the whole: plain means of their touchpoints' gaps.
    fn finish(&self, model: &Model, overlay: &mut Overlay) {
        let gap = |(id, reading): (&TouchpointId, &Reading)| Some((*id, reading.fact()?.value));
        let values: BTreeMap<_, _> = overlay.touchpoints.iter().filter_map(gap).collect();
        let fact = |value| Reading::Fact(Fact::estimated(value, None, LEVEL.value, self.ends));
        for (stage, all) in by_stage(model, overlay, &values) {
            if let Some(reading) = overlay.stages.get_mut(&stage) {
                *reading = mean(&all).map_or(Reading::NoData, fact);
            }
        }
        let all: Vec<f64> = values.into_values().collect();
        overlay.whole = mean(&all).map_or(Reading::NoData, fact);
        (overlay.ends, overlay.midpoint) = (Some(self.ends), Some(LEVEL));
    }
}
