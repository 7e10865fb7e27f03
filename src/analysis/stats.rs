//! The table behind `stats`: figures of one metric, split by anything, a row a part and question.
//!
//! The same numbers as on the map, without colours. Gives keys, not names.

use super::guard::{Guard, chooses_people, chooses_touchpoints, closed_touchpoints, for_employees};
use super::heat::{Middle, Midpoint};
use super::privacy::hidden;
use super::reading::{Count, Reading};
use super::version::Version;
use crate::metrics::{WeightedFigure, unit, weighted};
use crate::model::{Audience, Histogram, Metric, Model, QuestionId, TouchpointId};
use crate::scores::{By, Filter, Key, Line, Row, ScoreTable, Selection};

/// What to list.
#[derive(Clone, PartialEq, Debug)]
pub struct StatsRequest {
    /// The metric.
    pub metric: Metric,
    /// By what it is split.
    pub by: By,
    /// Whether questions of one version are merged, with intervals clustered by respondent.
    pub pooled: bool,
}

/// One part and question, or one part and version when pooled.
#[derive(Clone, PartialEq, Debug)]
pub struct StatsRow {
    /// The part.
    pub key: Key,
    /// The questions; one unless pooled.
    pub questions: Vec<QuestionId>,
    /// Their version.
    pub version: Version,
    /// The score or why there is none.
    pub reading: Reading,
    /// Number of people; absent when hidden.
    pub respondents: Option<u64>,
    /// How often each value was given; absent when hidden.
    pub counts: Option<Histogram>,
    /// The weighted figure, where weights differ from 1 and there is a score.
    pub weighted: Option<WeightedFigure>,
}

impl StatsRow {
    fn hide(&mut self) {
        self.reading = Reading::Hidden;
        (self.respondents, self.counts, self.weighted) = (None, None, None);
    }
}

/// The rows in order of key, then of question.
#[must_use]
pub fn stats(
    table: &ScoreTable,
    model: &Model,
    filter: &Filter,
    request: &StatsRequest,
) -> Vec<StatsRow> {
    let mut all = rows(&Selection::new(table, model, filter), model, request);
    if chooses_people(filter) || chooses_touchpoints(filter) {
        guard_employees(table, model, filter, &mut all);
    }
    if matches!(request.by, By::Owner | By::Team | By::Department) {
        guard_owners(table, model, filter, &mut all);
    }
    all
}

/// The same for a selection that was already made.
pub(super) fn rows(
    selection: &Selection<'_>,
    model: &Model,
    request: &StatsRequest,
) -> Vec<StatsRow> {
    let mut lines = Version::lines(model, request.metric);
    if !request.pooled {
        let single = |(version, line): (Version, Line)| {
            line.into_iter().map(move |question| (version.clone(), vec![question]))
        };
        lines = lines.into_iter().flat_map(single).collect();
    }
    let questions: Vec<Line> = lines.iter().map(|(_, line)| line.clone()).collect();
    let found = selection.split(&request.by, &questions, unit).rows;
    let mut all: Vec<StatsRow> =
        found.iter().map(|row| read(model, &lines[row.line], row, request.pooled)).collect();
    hide_employees(&found, &mut all);
    all
}

fn read(model: &Model, (version, line): &(Version, Line), row: &Row, pooled: bool) -> StatsRow {
    let question = line.first().and_then(|q| model.questions.get(q));
    let count = Count {
        histogram: row.histogram.clone(),
        respondents: row.cluster.respondents,
        cluster: pooled.then_some(row.cluster),
    };
    let midpoint = Midpoint::of(model, version, Middle::default());
    let reading = question.map_or(Reading::NoData, |q| count.reading(q, version, midpoint));
    let weights = row.weighted.as_ref().filter(|_| reading.score().is_some());
    StatsRow {
        key: row.key.clone(),
        questions: line.clone(),
        version: version.clone(),
        reading,
        respondents: Some(row.cluster.respondents),
        counts: Some(row.histogram.clone()),
        weighted: weights.zip(question).and_then(|(w, q)| weighted(q, &w.counts, w.squares)),
    }
}

/// Employees under a filter: rows are counted by whole months, and closed where the filter would
/// tell. Parts other than touchpoints and the whole have no guard of their own: they are closed
/// when any touchpoint is.
fn guard_employees(table: &ScoreTable, model: &Model, filter: &Filter, all: &mut [StatsRow]) {
    let whole_months = for_employees(filter);
    let Some(journey) = filter.journey.or_else(|| model.journeys.keys().next().copied()) else {
        return;
    };
    for row in all.iter_mut().filter(|row| row.version.audience == Audience::Employee) {
        let guard = Guard::of(table, model, &whole_months, journey, &row.questions);
        let told = match row.key {
            Key::Touchpoint(id) => guard.touchpoints.contains(&id),
            _ => guard.closes_totals(),
        };
        // Days that are no whole month were counted: nothing may be said of them.
        if told || whole_months.period != filter.period {
            row.hide();
        }
    }
}

/// Employees by who answers for touchpoints: a part is closed when the map hides one of its
/// touchpoints, for the part minus the shown ones would tell.
fn guard_owners(table: &ScoreTable, model: &Model, filter: &Filter, all: &mut [StatsRow]) {
    let filter = for_employees(filter);
    let Some(journey) = filter.journey.or_else(|| model.journeys.keys().next().copied()) else {
        return;
    };
    for row in all.iter_mut().filter(|row| row.version.audience == Audience::Employee) {
        let closed = closed_touchpoints(table, model, &filter, journey, &row.questions);
        let holds = |id: &TouchpointId| match &row.key {
            Key::Owner(id_of) => model.owner_of(*id).map(|o| o.id) == *id_of,
            Key::Team(team) => model.owner_of(*id).and_then(|o| o.team) == *team,
            Key::Department(name) => {
                let team = model.owner_of(*id).and_then(|o| model.team_of(o.id));
                team.map(|team| team.department_name()) == name.as_deref()
            }
            _ => false,
        };
        if closed.iter().flatten().any(holds) {
            row.hide();
        }
    }
}

/// The remainder rule among the parts of each line of employees' answers.
fn hide_employees(found: &[Row], all: &mut [StatsRow]) {
    let last = found.iter().map(|row| row.line + 1).max().unwrap_or(0);
    for line in 0..last {
        let of_line: Vec<usize> = (0..found.len()).filter(|&i| found[i].line == line).collect();
        let employees = |i: &usize| all[*i].version.audience == Audience::Employee;
        if !of_line.first().is_some_and(employees) {
            continue;
        }
        let sizes: Vec<u64> = of_line.iter().map(|&i| found[i].cluster.respondents).collect();
        for (&index, _) in of_line.iter().zip(hidden(&sizes)).filter(|(_, hidden)| *hidden) {
            all[index].hide();
        }
    }
}
