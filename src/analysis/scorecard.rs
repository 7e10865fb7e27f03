//! What one owner, team or department needs to know: the scores of their touchpoints, side by side
//! with the journey's, their course, and where to look first.
//!
//! Figures only. Those of a touchpoint are the ones that the map shows.

use super::compare::{Comparison, Rival};
use super::control::{ControlChart, ControlRequest, Scope};
use super::measure::Measure;
use super::overlay::{Overlay, OverlayRequest, Sources};
use super::ranking::{Place, Ranked, Rule, ranking};
use super::reading::Reading;
use super::responsible::{Held, Responsible, ResponsibleKind};
use super::stats::{StatsRequest, stats};
use crate::model::{JourneyId, Metric, Model};
use crate::scores::{Filter, ScoreTable};
use std::collections::BTreeMap;

/// The metrics of customers that every scorecard has, where there are answers, in this order.
const USUAL: [Metric; 4] = [Metric::Nps, Metric::Ces, Metric::Csat, Metric::Fcr];

/// What to put on a scorecard.
#[derive(Clone, PartialEq, Debug)]
pub struct ScorecardRequest {
    /// Whose.
    pub responsible: Responsible,
    /// The score that comes first, with its journey. Of another measure, the score of its metric.
    pub main: OverlayRequest,
    /// What the main score is compared with.
    pub against: Option<Rival>,
    /// Today, counted from 1970-01-01; later months are marked. Nothing is when absent.
    pub today: Option<i32>,
}

impl ScorecardRequest {
    /// The scorecard of someone with a score first, compared with nothing.
    #[must_use]
    pub fn new(responsible: Responsible, main: OverlayRequest) -> Self {
        let measure = main.measure;
        let measure = if measure.is_score() { measure } else { Measure::of(measure.metric) };
        Self { responsible, main: OverlayRequest { measure, ..main }, against: None, today: None }
    }

    /// The journey.
    #[must_use]
    pub fn journey(&self) -> JourneyId {
        self.main.journey
    }
}

/// One score on a scorecard.
#[derive(Clone, PartialEq, Debug)]
pub struct ScorecardPart {
    /// The score over the journey under their filter: the whole is theirs, pooled.
    pub own: Overlay,
    /// The journey as a whole, of everybody.
    pub journey: Reading,
}

/// A scorecard.
#[derive(Clone, PartialEq, Debug)]
pub struct Scorecard {
    /// Whose.
    pub responsible: Responsible,
    /// The journey.
    pub journey: JourneyId,
    /// Their touchpoints, in the order of the journey.
    pub touchpoints: Vec<Held>,
    /// Responses about these that pass the filter.
    pub responses: u64,
    /// The scores, the main one first; only those that were asked for here at all.
    pub parts: Vec<ScorecardPart>,
    /// The main score compared: touchpoints as on the map, the whole theirs.
    pub comparison: Comparison,
    /// The main score month by month, their touchpoints pooled.
    pub chart: ControlChart,
    /// The touchpoint that is worst in the main score even at the better end of its interval, and by
    /// that end on the wrong side of the middle.
    pub first: Option<Place>,
}

impl Scorecard {
    /// Makes a scorecard; absent when nobody by this name is left, and until answers are loaded.
    #[must_use]
    pub fn of(
        sources: Sources<'_>,
        model: &Model,
        request: &ScorecardRequest,
        filter: &Filter,
    ) -> Option<Self> {
        let table = sources.table?;
        let journey = request.journey();
        let narrow =
            Filter { journey: Some(journey), ..request.responsible.narrow(model, filter)? };
        let touchpoints = request.responsible.touchpoints(model, journey);
        let all = Overlay::of(sources, model, &request.main, filter)?;
        let main = part(sources, model, &request.main, &narrow, &all, &touchpoints)?;
        let mut parts = vec![main];
        for metric in USUAL {
            let usual = OverlayRequest::new(journey, metric);
            if usual.measure.same(request.main.measure) {
                continue;
            }
            let all = Overlay::of(sources, model, &usual, filter)?;
            if all.version.is_some() {
                parts.push(part(sources, model, &usual, &narrow, &all, &touchpoints)?);
            }
        }
        let own = &parts.first()?.own;
        let comparison = request.against.as_ref().map(|rival| {
            let earlier = rival.overlay(table, model, &request.main, &all);
            let filter = request.responsible.narrow(model, &rival.filter);
            let theirs = filter.map(|filter| {
                let rival = Rival { filter, ..rival.clone() };
                Comparison::of(&rival.overlay(table, model, &request.main, own), own)
            });
            Comparison { whole: theirs.and_then(|c| c.whole), ..Comparison::of(&earlier, &all) }
        });
        let chart = ControlRequest {
            metric: request.main.measure.metric,
            audience: request.main.measure.audience,
            scope: Scope::Filter,
            version: own.version.clone(),
            today: request.today,
        };
        let hidden = own.whole == Reading::Hidden || own.version.is_none();
        Some(Self {
            responsible: request.responsible.clone(),
            journey,
            responses: own.responses,
            comparison: comparison.unwrap_or_default(),
            chart: if hidden {
                ControlChart::default()
            } else {
                ControlChart::of(table, model, &chart, &narrow)
            },
            first: first(model, own),
            touchpoints,
            parts,
        })
    }

    /// The main score.
    #[must_use]
    pub fn main(&self) -> Option<&ScorecardPart> {
        self.parts.first()
    }
}

/// A score of someone's touchpoints beside that of all.
fn part(
    sources: Sources<'_>,
    model: &Model,
    request: &OverlayRequest,
    narrow: &Filter,
    all: &Overlay,
    touchpoints: &[Held],
) -> Option<ScorecardPart> {
    // The version of the map, whichever has most answers here; and its middle where that is a mean.
    let request = OverlayRequest { version: all.version.clone(), ..request.clone() };
    let mut own = Overlay::of(sources, model, &request, narrow)?;
    // Their touchpoints say what the map says, so that two looks never tell more than one.
    for held in touchpoints {
        own.touchpoints.insert(held.touchpoint, all.touchpoint(held.touchpoint).clone());
    }
    own.midpoint = all.midpoint;
    Some(ScorecardPart { own, journey: all.whole.clone() })
}

fn first(model: &Model, own: &Overlay) -> Option<Place> {
    let ranked = Ranked { overlay: own, comparison: None, gaps: None };
    let worst = ranking(model, ranked, Rule::Worst).into_iter().next()?;
    let middle = worst.score.midpoint.value;
    let low_is_good = own.version.as_ref()?.low_is_good();
    let is_bad = if low_is_good { worst.by > middle } else { worst.by < middle };
    is_bad.then_some(worst)
}

/// The score of an overlay for every owner, team or department of its journey, each pooled, to choose
/// from.
#[must_use]
pub fn lineup(
    table: &ScoreTable,
    model: &Model,
    kind: ResponsibleKind,
    all: &Overlay,
    filter: &Filter,
) -> Vec<(Responsible, Reading)> {
    let everyone = Responsible::all(model, all.journey, kind);
    let Some(version) = &all.version else {
        return everyone.into_iter().map(|one| (one, Reading::NoData)).collect();
    };
    let filter = Filter { journey: Some(all.journey), ..filter.clone() };
    let request = StatsRequest { metric: version.metric, by: kind.by(), pooled: true };
    let rows = stats(table, model, &filter, &request).into_iter();
    let mut readings: BTreeMap<_, _> =
        rows.filter(|row| row.version == *version).map(|row| (row.key, row.reading)).collect();
    everyone
        .into_iter()
        .map(|one| {
            let reading = readings.remove(&one.key()).unwrap_or_default();
            (one, reading)
        })
        .collect()
}
