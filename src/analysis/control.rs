//! A metric month by month with its control limits: which months say that something changed.
//!
//! The baseline is fixed before it is used: locked by the team, or the first months; never with the
//! newest month, which is the one under test. It starts anew where something else is measured.

use super::breaks::{self, Break, BreakWhy};
use super::stats::{StatsRequest, StatsRow, rows};
use super::trend::without_gaps;
use super::version::Version;
use super::{Reading, locked::locked};
use crate::metrics::{Chart, Control, Limits, Rule, Signal, Sums, signals};
use crate::model::{
    Audience, BaselineId, Histogram, JourneyId, Metric, Model, StageId, TouchpointId,
};
use crate::scores::{By, Filter, Key, Month, Period, ScoreTable, Selection};
use std::collections::BTreeMap;

/// Points of a baseline that nobody locked.
pub const USUAL_BASELINE: usize = 12;

/// What a chart is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scope {
    /// All that the filter lets through.
    Filter,
    /// One touchpoint.
    Touchpoint(TouchpointId),
    /// The touchpoints that a journey shows in a stage, pooled.
    Stage(JourneyId, StageId),
    /// A journey as a whole, pooled.
    Journey(JourneyId),
}

/// What to chart.
#[derive(Clone, PartialEq, Debug)]
pub struct ControlRequest {
    /// The metric.
    pub metric: Metric,
    /// Whose answers.
    pub audience: Audience,
    /// About what.
    pub scope: Scope,
    /// The version; the one with most answers when absent.
    pub version: Option<Version>,
    /// Today, counted from 1970-01-01; later months are marked. Nothing is when absent.
    pub today: Option<i32>,
}

/// A month.
#[derive(Clone, PartialEq, Debug)]
pub struct ControlPoint {
    /// The month.
    pub month: Month,
    /// The score, or why there is none.
    pub reading: Reading,
    /// Number of people; absent when hidden.
    pub respondents: Option<u64>,
    /// Centre and limits; absent without a score, and where the baseline has too few points.
    pub limits: Option<Limits>,
    /// The rules this month helps to meet.
    pub rules: Vec<Rule>,
    /// Whether the month lies in the future.
    pub is_future: bool,
}

/// Months that are measured alike.
#[derive(Clone, PartialEq, Debug)]
pub struct Span {
    /// First month, as an index of the points.
    pub first: usize,
    /// Last month.
    pub last: usize,
    /// The chart; absent where the baseline has too few points.
    pub chart: Option<Chart>,
    /// What the limits rest on.
    pub baseline: Base,
}

/// The months that limits rest on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Base {
    /// First month with a score, as an index of the points.
    pub first: usize,
    /// Last month with a score.
    pub last: usize,
    /// Months with a score.
    pub points: usize,
    /// The baseline of the team that locked it; absent when nobody did.
    pub locked: Option<BaselineId>,
}

/// A metric in time, with limits and signals.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ControlChart {
    /// The version that is followed; absent when there are no answers.
    pub version: Option<Version>,
    /// Every month from the first to the last with answers.
    pub points: Vec<ControlPoint>,
    /// The parts between breaks.
    pub spans: Vec<Span>,
    /// Where something else is measured, in order.
    pub breaks: Vec<Break>,
    /// The signals, as indices of the points, in order.
    pub signals: Vec<Signal>,
}

impl ControlChart {
    /// Charts a metric under a filter without its period.
    #[must_use]
    pub fn of(
        table: &ScoreTable,
        model: &Model,
        request: &ControlRequest,
        filter: &Filter,
    ) -> Self {
        let Some(filter) = request.scope.narrow(model, filter) else {
            return Self::default();
        };
        let selection = Selection::new(table, model, &filter);
        let mut found = by_month(&selection, model, request.metric);
        found.retain(|row| row.version.audience == request.audience);
        let n = |v: &Version| -> u64 {
            let rows = found.iter().filter(|row| row.version == *v);
            rows.filter_map(|row| row.counts.as_ref().map(Histogram::n)).sum()
        };
        let versions = found.iter().map(|row| &row.version);
        let most = || versions.rev().max_by_key(|v| n(v)).cloned();
        match request.version.clone().or_else(most) {
            Some(version) => of_version(&selection, model, request, version, &found),
            None => Self::default(),
        }
    }

    /// The charts of every version of a metric, of either audience: with these every row of a table
    /// by month finds its own. The request's version and audience play no part.
    #[must_use]
    pub fn all(
        table: &ScoreTable,
        model: &Model,
        request: &ControlRequest,
        filter: &Filter,
    ) -> Vec<Self> {
        let Some(filter) = request.scope.narrow(model, filter) else {
            return Vec::new();
        };
        let selection = Selection::new(table, model, &filter);
        let found = by_month(&selection, model, request.metric);
        let lines = Version::lines(model, request.metric);
        let versions = lines.into_iter().map(|(version, _)| version);
        versions
            .map(|version| of_version(&selection, model, request, version, &found))
            .filter(|chart| !chart.points.is_empty())
            .collect()
    }

    /// The part a month lies in.
    #[must_use]
    pub fn span_at(&self, index: usize) -> Option<&Span> {
        self.spans.iter().find(|span| (span.first..=span.last).contains(&index))
    }

    /// Whether any month has a score.
    #[must_use]
    pub fn has_scores(&self) -> bool {
        self.points.iter().any(|point| point.reading.score().is_some())
    }
}

impl Scope {
    /// What a filter is about: its only touchpoint, else its journey.
    #[must_use]
    pub fn of(filter: &Filter) -> Self {
        let mut touchpoints = filter.touchpoints.iter();
        match (touchpoints.next(), touchpoints.next(), filter.journey) {
            (Some(only), None, _) => Self::Touchpoint(*only),
            (None, _, Some(journey)) => Self::Journey(journey),
            _ => Self::Filter,
        }
    }

    /// The filter without its period, narrowed to what the chart is about; absent when nothing is.
    #[must_use]
    pub fn narrow(self, model: &Model, filter: &Filter) -> Option<Filter> {
        let mut filter = Filter { period: Period::default(), ..filter.clone() };
        let wanted: std::collections::BTreeSet<TouchpointId> = match self {
            Self::Filter => return Some(filter),
            Self::Journey(journey) => {
                filter.journey = Some(journey);
                return Some(filter);
            }
            Self::Touchpoint(touchpoint) => [touchpoint].into(),
            Self::Stage(journey, stage) => {
                filter.journey = Some(journey);
                let all = model.touchpoints.keys().copied();
                let here = all.filter(|t| model.stage_of(journey, *t) == Some(stage));
                let asked = &filter.touchpoints;
                here.filter(|t| asked.is_empty() || asked.contains(t)).collect()
            }
        };
        // No touchpoints in a filter would mean all of them.
        filter.touchpoints = wanted;
        (!filter.touchpoints.is_empty()).then_some(filter)
    }

    /// The touchpoint, where it is about one.
    #[must_use]
    pub fn touchpoint(self) -> Option<TouchpointId> {
        match self {
            Self::Touchpoint(touchpoint) => Some(touchpoint),
            _ => None,
        }
    }
}

fn by_month(selection: &Selection<'_>, model: &Model, metric: Metric) -> Vec<StatsRow> {
    rows(selection, model, &StatsRequest { metric, by: By::Month, pooled: true })
}

fn of_version(
    selection: &Selection<'_>,
    model: &Model,
    request: &ControlRequest,
    version: Version,
    found: &[StatsRow],
) -> ControlChart {
    let month = |row: &StatsRow| match row.key {
        Key::Month(month) => month,
        _ => None,
    };
    let own = || found.iter().filter(|row| row.version == version);
    let months: BTreeMap<Month, Option<&StatsRow>> =
        own().filter_map(|row| Some((month(row)?, Some(row)))).collect();
    let rows = without_gaps(months);
    let mut chart = ControlChart {
        points: rows.iter().map(|(month, row)| point(*month, *row, request.today)).collect(),
        ..ControlChart::default()
    };
    let questions: Vec<_> = own().flat_map(|row| row.questions.iter().copied()).collect();
    let mixes = selection.mix_by_month(&questions);
    let scored: Vec<_> = chart
        .points
        .iter()
        .filter(|point| point.reading.score().is_some())
        .filter_map(|point| Some((point.month, mixes.get(&point.month)?)))
        .collect();
    chart.breaks = breaks::within(&scored, model);
    let others = found.iter().filter(|row| row.version.comparable_in_time(&version));
    let others: Vec<_> = others.filter_map(|row| Some((month(row)?, &row.version))).collect();
    chart.breaks.extend(of_scale(&chart.points, &version, &others));
    chart.breaks.sort_by_key(|b| b.month);
    let sums: Vec<Option<Sums>> =
        rows.iter().map(|(_, row)| sums(model, row.as_ref().copied())).collect();
    let audience = version.audience;
    chart.version = Some(version);
    chart.limit(&sums, locked(model, request.metric, audience, request.scope));
    chart
}

fn point(month: Month, row: Option<&StatsRow>, today: Option<i32>) -> ControlPoint {
    let is_future = month.first_day().zip(today).is_some_and(|(first, today)| first > today);
    ControlPoint {
        month,
        reading: row.map_or(Reading::NoData, |row| row.reading.clone()),
        respondents: row.map_or(Some(0), |row| row.respondents),
        limits: None,
        rules: Vec::new(),
        is_future,
    }
}

/// What a month adds to a chart; absent where it has no score.
fn sums(model: &Model, row: Option<&StatsRow>) -> Option<Sums> {
    let row = row.filter(|row| row.reading.score().is_some())?;
    let question = row.questions.first().and_then(|q| model.questions.get(q))?;
    Some(Sums::of(question, row.counts.as_ref()?, row.respondents?))
}

/// Another version before the first month, or after the last one.
fn of_scale(points: &[ControlPoint], own: &Version, others: &[(Month, &Version)]) -> Vec<Break> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let mut versions: Vec<&Version> = Vec::new();
    for (_, version) in others {
        if !versions.contains(version) {
            versions.push(version);
        }
    }
    let mut found = Vec::new();
    for version in versions {
        let months = || others.iter().filter(|(_, v)| *v == version).map(|(month, _)| *month);
        let other = || Box::new(version.clone());
        let own = || Box::new(own.clone());
        if months().all(|month| month <= first.month) {
            let why = BreakWhy::Scale { from: other(), to: own() };
            found.push(Break { month: first.month, why });
        } else if months().all(|month| month >= last.month) {
            let why = BreakWhy::Scale { from: own(), to: other() };
            found.push(Break { month: last.month.next(), why });
        }
    }
    found
}

impl ControlChart {
    /// Cuts at the breaks, and gives each part its baseline, limits and signals.
    fn limit(&mut self, sums: &[Option<Sums>], locked: Option<(BaselineId, Period)>) {
        let version = self.version.clone();
        let axis = version.as_ref().map_or((0.0, 100.0), Version::axis);
        let starts = self.breaks.iter().map(|b| b.month);
        let mut starts: Vec<usize> = starts
            .filter_map(|month| self.points.iter().position(|p| p.month == month))
            .chain([0])
            .collect();
        starts.sort_unstable();
        starts.dedup();
        for (place, &first) in starts.iter().enumerate() {
            let end = starts.get(place + 1).copied().unwrap_or(self.points.len());
            if first < end {
                self.limit_span(first..end, sums, locked, axis);
            }
        }
        self.signals.sort();
        for signal in &self.signals {
            for &index in &signal.points {
                let rules = &mut self.points[index].rules;
                if !rules.contains(&signal.rule) {
                    rules.push(signal.rule);
                    rules.sort_unstable();
                }
            }
        }
    }

    fn limit_span(
        &mut self,
        range: std::ops::Range<usize>,
        sums: &[Option<Sums>],
        locked: Option<(BaselineId, Period)>,
        axis: (f64, f64),
    ) {
        let (first, last) = (range.start, range.end - 1);
        let scored: Vec<(usize, Sums)> =
            range.filter_map(|i| Some((i, sums.get(i).copied().flatten()?))).collect();
        let (base, locked) = self.baseline(&scored, locked);
        let all: Vec<Sums> = scored.iter().map(|(_, sums)| *sums).collect();
        let of_base: Vec<Sums> = base.iter().map(|(_, sums)| *sums).collect();
        let fitted = Control::fitting(&all, &of_base);
        let at = |place: Option<&(usize, Sums)>| place.map_or(first, |(index, _)| *index);
        let baseline =
            Base { first: at(base.first()), last: at(base.last()), points: base.len(), locked };
        self.spans.push(Span { first, last, chart: fitted.map(|c| c.chart()), baseline });
        let Some(fitted) = fitted else { return };
        let mut values = Vec::new();
        for (index, sums) in &scored {
            let limits = fitted.limits(sums, axis);
            self.points[*index].limits = Some(limits);
            values.push((sums.mean(), limits));
        }
        let to_month = |place: usize| scored[place].0;
        self.signals.extend(signals(&values).into_iter().map(|signal| Signal {
            first: to_month(signal.first),
            last: to_month(signal.last),
            points: signal.points.into_iter().map(to_month).collect(),
            ..signal
        }));
    }

    /// The points of the locked baseline where it holds any of these, else the first twelve, or all
    /// but the newest where there are fewer; and what locked it.
    fn baseline(
        &self,
        scored: &[(usize, Sums)],
        locked: Option<(BaselineId, Period)>,
    ) -> (Vec<(usize, Sums)>, Option<BaselineId>) {
        if let Some((id, period)) = locked {
            let first_day = |index: usize| self.points[index].month.first_day();
            let within = |index: usize| first_day(index).is_some_and(|d| period.holds(Some(d)));
            let held: Vec<_> = scored.iter().copied().filter(|(i, _)| within(*i)).collect();
            if !held.is_empty() {
                return (held, Some(id));
            }
        }
        let first = scored.len().saturating_sub(1).min(USUAL_BASELINE);
        (scored[..first].to_vec(), None)
    }
}
