//! What the sheet shows, computed beforehand: course, signals, events, distribution, tables.
//!
//! Plain data and pictures; painting is the sheet's.

use super::tables;
use crate::analysis::{
    ControlChart, ControlRequest, Reading, Scope, StatsRequest, StatsRow, Version, stats,
};
use crate::app::context::Ctx;
use crate::app::days;
use crate::app::inspector::data::why_none;
use crate::app::map::painter::Prepared;
use crate::metrics::{Side, interval};
use crate::model::{Audience, Baseline, Event, EventId, Message, Metric, TouchpointId};
use crate::render::charts::{
    AnswersRequest, DistributionRequest, TrendEvent, TrendRequest, distribution, trend,
};
use crate::render::theme::Theme as SceneTheme;
use crate::render::{control_words, figure_words};
use crate::scores::{By, Filter, Period};
use crate::text::DayStyle;
use std::sync::Arc;

/// Heights of the pictures.
const TREND: f32 = 250.0;
const ANSWERS: f32 = 190.0;

/// Everything on the sheet.
#[derive(Default)]
pub struct Shown {
    /// The touchpoint, stage or journey.
    pub title: String,
    /// What can be shown of it, with names.
    pub versions: Vec<(Version, String)>,
    /// What is shown.
    pub version: Option<Version>,
    /// Month by month.
    pub chart: ControlChart,
    /// Its picture.
    pub picture: Option<Prepared>,
    /// The picture in one sentence.
    pub summary: String,
    /// Which limits, and what they rest on.
    pub limits: Vec<String>,
    /// What stands out, and whether for the better.
    pub signals: Vec<(bool, String)>,
    /// Where something else is measured.
    pub breaks: Vec<String>,
    /// The picture as a table, its head first.
    pub months: Vec<Vec<String>>,
    /// The distribution.
    pub answers: Option<Answers>,
    /// Why there is no distribution, if so.
    pub why_none: String,
    /// The events, oldest first.
    pub events: Vec<EventLine>,
    /// The baseline of the team for just this.
    pub own_baseline: Option<Baseline>,
}

/// How often each value was given.
pub struct Answers {
    /// In words: how many answers, of which period.
    pub base: String,
    /// The picture.
    pub picture: Prepared,
    /// The picture in one sentence.
    pub summary: String,
    /// The picture as a table, its head first.
    pub rows: Vec<Vec<String>>,
}

/// An event as it is listed.
#[derive(Clone, PartialEq, Debug)]
pub struct EventLine {
    /// Which one.
    pub id: EventId,
    /// Its day in words.
    pub day: String,
    /// What happened.
    pub name: String,
    /// What it touched, in words.
    pub about: String,
}

impl Shown {
    /// Computes the sheet of a scope, `width` points wide.
    #[must_use]
    pub fn of(ctx: &Ctx<'_>, scope: Scope, wanted: Option<&Version>, width: f32) -> Self {
        let look = if ctx.theme.dark { SceneTheme::Dark } else { SceneTheme::Light };
        let mut shown = Self { title: title(ctx, scope), ..Self::default() };
        shown.why_none = ctx.t("inspector-no-data");
        shown.events = events(ctx, scope);
        let Some(table) = ctx.scores else { return shown };
        let rows = all_rows(ctx, scope);
        shown.versions = named(ctx, &rows);
        let asked = |row: &&StatsRow| Some(&row.version) == wanted;
        let usual = |row: &&StatsRow| row.version.metric == ctx.view.measure.metric;
        let most = rows.iter().filter(usual).max_by_key(|row| row.reading.n());
        let chosen = rows.iter().find(asked).or(most).or(rows.first());
        let Some(row) = chosen else { return shown };
        let version = row.version.clone();
        let request = ControlRequest {
            metric: version.metric,
            audience: version.audience,
            scope,
            version: Some(version.clone()),
            today: Some(days::today()),
        };
        shown.chart = ControlChart::of(table, ctx.model, &request, &ctx.view.filter);
        shown.own_baseline = own_baseline(ctx, scope, &version).cloned();
        shown.say(ctx);
        let mut request = TrendRequest::of(&shown.chart, ctx.texts, (width, TREND));
        request.is_large = true;
        request.events = event_marks(ctx, scope);
        if shown.chart.has_scores() {
            shown.picture = Some(Prepared::new(Arc::new(trend(&request, ctx.texts, look))));
        }
        shown.answers = answers(ctx, row, width, look);
        if shown.answers.is_none() {
            shown.why_none = why_none(ctx, &row.reading);
        }
        shown.version = Some(version);
        shown
    }

    /// What the chart says, in sentences.
    fn say(&mut self, ctx: &Ctx<'_>) {
        let (texts, chart) = (ctx.texts, &self.chart);
        let Some(version) = &chart.version else { return };
        for span in &chart.spans {
            self.limits.push(control_words::baseline(texts, chart, span));
        }
        // Parts may differ in their chart; each kind is explained once.
        for kind in chart.spans.iter().filter_map(|span| span.chart) {
            let words = control_words::chart(texts, version.metric, kind);
            if !self.limits.contains(&words) {
                self.limits.push(words);
            }
        }
        let better = |side: Side| (side == Side::Above) != version.low_is_good();
        let newest_first = chart.signals.iter().rev();
        self.signals = newest_first
            .map(|signal| (better(signal.side), control_words::signal(texts, chart, signal)))
            .collect();
        self.breaks = chart
            .breaks
            .iter()
            .map(|found| control_words::what_changed(texts, ctx.model, found))
            .collect();
        self.months = tables::months(ctx, chart, version);
        let last = chart.points.iter().rev().find_map(|p| Some((p.month, p.reading.score()?)));
        self.summary = match last {
            None => ctx.t("trend-no-scores"),
            Some((month, score)) => texts.say(
                &Message::new("trend-summary")
                    .with("months", chart.points.len())
                    .with("month", control_words::month(texts, month))
                    .with("value", figure_words::value(texts, version.metric, score.shown().value))
                    .with("signals", chart.signals.len()),
            ),
        };
    }
}

/// Name of what the sheet is about.
fn title(ctx: &Ctx<'_>, scope: Scope) -> String {
    let name = match scope {
        Scope::Touchpoint(id) => ctx.model.touchpoints.get(&id).map(|t| t.title.clone()),
        Scope::Stage(_, id) => ctx.model.stages.get(&id).map(|s| ctx.texts.stage(s)),
        Scope::Journey(id) => ctx.model.journeys.get(&id).map(|j| j.name.clone()),
        Scope::Filter => None,
    };
    ctx.t1("trend-title", "name", name.unwrap_or_default())
}

/// What was asked, pooled by version, under the filter with its period. Employees are shown over a
/// journey only: next to each other, small parts of them would tell on one another.
fn all_rows(ctx: &Ctx<'_>, scope: Scope) -> Vec<StatsRow> {
    let (Some(table), Some(narrow)) = (ctx.scores, scope.narrow(ctx.model, &ctx.view.filter))
    else {
        return Vec::new();
    };
    let filter = Filter { period: ctx.view.filter.period, ..narrow.clone() };
    let mut rows = Vec::new();
    for metric in Metric::ALL {
        if !ctx.model.questions.values().any(|q| q.metric == metric) {
            continue;
        }
        let request = StatsRequest { metric, by: By::Whole, pooled: true };
        let mut now = stats(table, ctx.model, &filter, &request);
        // A period without answers does not hide what the other months say.
        for row in stats(table, ctx.model, &narrow, &request) {
            if !now.iter().any(|known| known.version == row.version) {
                now.push(StatsRow { reading: Reading::NoData, counts: None, ..row });
            }
        }
        rows.append(&mut now);
    }
    let over_journey = matches!(scope, Scope::Journey(_));
    rows.retain(|row| over_journey || row.version.audience == Audience::Customer);
    rows
}

/// Versions with names that tell them apart.
fn named(ctx: &Ctx<'_>, rows: &[StatsRow]) -> Vec<(Version, String)> {
    let plain = |version: &Version| figure_words::version(ctx.texts, version);
    let name = |version: &Version| {
        let twins = rows.iter().filter(|row| plain(&row.version) == plain(version)).count();
        let scale = || {
            let (min, max) = (i64::from(version.scale.min), i64::from(version.scale.max));
            format!(" {}–{}", ctx.texts.int(min), ctx.texts.int(max))
        };
        let employees = match version.audience {
            Audience::Employee if version.metric != Metric::Nps => {
                format!(" ({})", ctx.t("wizard-audience-employee"))
            }
            _ => String::new(),
        };
        let scale = if twins > 1 { scale() } else { String::new() };
        format!("{}{scale}{employees}", plain(version))
    };
    rows.iter().map(|row| (row.version.clone(), name(&row.version))).collect()
}

fn own_baseline<'a>(ctx: &Ctx<'a>, scope: Scope, version: &Version) -> Option<&'a Baseline> {
    let of = (version.metric, version.audience, scope.touchpoint());
    let all = ctx.model.baselines.values();
    all.into_iter().find(|b| (b.metric, b.audience, b.touchpoint) == of)
}

/// Whether an event belongs on the sheet of a scope.
fn touches(ctx: &Ctx<'_>, scope: Scope, event: &Event) -> bool {
    let Some(touchpoint) = event.touchpoint else { return true };
    match scope {
        Scope::Touchpoint(own) => own == touchpoint,
        Scope::Stage(journey, stage) => ctx.model.stage_of(journey, touchpoint) == Some(stage),
        Scope::Journey(journey) => ctx.model.stage_of(journey, touchpoint).is_some(),
        Scope::Filter => true,
    }
}

/// The events of a scope as marks of a chart.
#[must_use]
pub fn event_marks(ctx: &Ctx<'_>, scope: Scope) -> Vec<TrendEvent> {
    let all = ctx.model.events.values().filter(|event| touches(ctx, scope, event));
    let mut marks: Vec<TrendEvent> = all
        .filter_map(|e| Some(TrendEvent { day: e.day_number()?, name: e.name.clone() }))
        .collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

fn events(ctx: &Ctx<'_>, scope: Scope) -> Vec<EventLine> {
    let mut all: Vec<&Event> =
        ctx.model.events.values().filter(|event| touches(ctx, scope, event)).collect();
    all.sort_by(|a, b| (&a.day, a.id).cmp(&(&b.day, b.id)));
    let title = |id: TouchpointId| ctx.model.touchpoints.get(&id).map(|t| t.title.clone());
    let line = |event: &Event| EventLine {
        id: event.id,
        day: event
            .day_number()
            .map_or_else(|| event.day.clone(), |day| ctx.texts.day(day, DayStyle::Full)),
        name: event.name.clone(),
        about: event.touchpoint.and_then(title).unwrap_or_else(|| ctx.t("trend-event-all")),
    };
    all.into_iter().map(line).collect()
}

fn answers(ctx: &Ctx<'_>, row: &StatsRow, width: f32, look: SceneTheme) -> Option<Answers> {
    let score = row.reading.score()?;
    let counts = score.figures.counts.clone();
    let (n, people) = (counts.n(), row.respondents.unwrap_or(0));
    // Several answers of one person are worth no more than that person.
    let worth = people.min(n) as f64 / n.max(1) as f64;
    let each: Vec<f64> = counts.iter().map(|(_, n)| n as f64 * worth).collect();
    let intervals = interval::goodman(&each);
    let raw = matches!(row.version.metric, Metric::Ces | Metric::Rating);
    let request = DistributionRequest {
        answers: AnswersRequest {
            width,
            metric: row.version.metric,
            counts: counts.clone(),
            middle: raw.then_some(score.midpoint.value),
            palette: ctx.view.palette,
        },
        height: ANSWERS,
        intervals: intervals.clone(),
    };
    let period = ctx.view.filter.period;
    let base = if period == Period::default() {
        Message::new("trend-answers-base")
    } else {
        let words = crate::app::filters::period_words(ctx.texts, period);
        Message::new("trend-answers-base-of").with("period", words)
    };
    let base = base.with("n", n).with("people", people);
    let most = counts.iter().max_by_key(|(_, n)| *n).map_or(0, |(value, _)| value);
    let summary = Message::new("trend-answers-summary").with("n", n).with("value", i64::from(most));
    Some(Answers {
        base: ctx.texts.say(&base),
        picture: Prepared::new(Arc::new(distribution(&request, ctx.texts, look))),
        summary: ctx.texts.say(&summary),
        rows: tables::values(ctx, &counts, worth, &intervals),
    })
}
