//! `klantreis stats`: scores with their intervals, per part of a selection.
//!
//! Figures come from `metrics` unrounded; only the readable table rounds.

use super::args::{self, Stats};
use super::output::Output;
use super::{Failure, selection, source};
use crate::analysis::privacy::MINIMUM_GROUP;
use crate::metrics::{self, Clustered, Figures, Parts, WeightedFigure};
use crate::model::{Audience, Better, JourneyId, Message, Metric, Model, Question};
use crate::scores::{self, By, Key, Row, Selection};
use crate::text::Texts;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `--json` prints.
#[derive(Serialize)]
struct Table {
    metric: &'static str,
    by: String,
    rows: Vec<Line>,
}

/// One group and question.
#[derive(Serialize, Clone)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    question: String,
    n: u64,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    counts: Option<Counts>,
    #[serde(flatten)]
    raw: Option<Raw>,
    #[serde(skip_serializing_if = "Option::is_none")]
    respondents: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weighted: Option<Weighted>,
    /// Why there is no value: `too_few` or `hidden`.
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
    #[serde(skip)]
    rank: (i64, i64, String),
}

#[derive(Serialize, Clone)]
#[serde(untagged)]
enum Counts {
    Recommend { promoters: u64, passives: u64, detractors: u64 },
    Values(BTreeMap<i32, u64>),
}

/// The raw scale beside the headline.
#[derive(Serialize, Clone)]
struct Raw {
    mean: f64,
    mean_low: f64,
    mean_high: f64,
    min: i32,
    max: i32,
    better: Better,
}

#[derive(Serialize, Clone)]
struct Weighted {
    value: f64,
    low: f64,
    high: f64,
    mean: f64,
    effective_n: f64,
}

/// Prints the scores.
///
/// # Errors
/// When the document cannot be read or the selection names what is not there.
pub fn run(args: &Stats, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let document = source::open(&args.file)?;
    let table = document.scores()?;
    let model = document.model();
    let journey = selection::journey(&args.selection, model)?;
    let filter = selection::filter(&args.selection, model, &table)?;
    let by = selection::by(args.by.as_deref(), journey, &table)?;
    let selected = Selection::new(&table, model, &filter);
    let lines = questions(model, args.metric, args.pool);
    let split = selected.split(&by, &lines, metrics::unit);
    let rows = if by == By::Whole { &split.totals } else { &split.rows };
    let mut rows: Vec<Line> = rows
        .iter()
        .filter_map(|row| line(row, &lines[row.line], args.pool, journey, model, texts))
        .collect();
    rows.sort_by(|a, b| a.rank.cmp(&b.rank));
    let table = Table {
        metric: args.metric.key(),
        by: args.by.clone().unwrap_or_else(|| "journey".to_owned()),
        rows,
    };
    if args.json { out.json(&table) } else { print(&table, args, texts, out) }
}

/// The lines to count: each question of the metric, or those of one scale and rule together.
fn questions(model: &Model, metric: Metric, pool: bool) -> Vec<scores::Line> {
    let mut lines: Vec<scores::Line> = Vec::new();
    for question in model.questions.values().filter(|q| q.metric == metric) {
        let same = |line: &&mut scores::Line| {
            let first = line.first().and_then(|id| model.questions.get(id));
            first.is_some_and(|other| same_reading(model, question, other))
        };
        match lines.iter_mut().find(same).filter(|_| pool) {
            Some(line) => line.push(question.id),
            None => lines.push(vec![question.id]),
        }
    }
    lines
}

/// Whether answers to two questions may be counted together.
fn same_reading(model: &Model, a: &Question, b: &Question) -> bool {
    let audience = |q: &Question| model.surveys.get(&q.survey).map(|s| s.audience);
    (a.metric, a.scale, &a.boxed, a.breaks, a.kind, audience(a))
        == (b.metric, b.scale, &b.boxed, b.breaks, b.kind, audience(b))
}

fn line(
    row: &Row,
    line: &scores::Line,
    pool: bool,
    journey: Option<JourneyId>,
    model: &Model,
    texts: &Texts,
) -> Option<Line> {
    let question = model.questions.get(line.first()?)?;
    let clustered =
        Clustered { respondents: row.cluster.respondents, variance: row.cluster.variance() };
    let figures = if pool {
        metrics::pooled(question, &row.histogram, clustered)?
    } else {
        metrics::score(question, &row.histogram)?
    };
    let weighted = row
        .weighted
        .as_ref()
        .and_then(|w| metrics::weighted(question, &w.counts, w.squares))
        .map(Weighted::from);
    let codes: Vec<&str> =
        line.iter().filter_map(|id| model.questions.get(id)).map(|q| q.code.as_str()).collect();
    let audience = model.surveys.get(&question.survey).map(|s| s.audience);
    let people = if pool { row.cluster.respondents } else { figures.n };
    let withheld = match (people < MINIMUM_GROUP, audience) {
        (false, _) => None,
        (true, Some(Audience::Employee)) => Some("hidden"),
        (true, _) => Some("too_few"),
    };
    let (key, name, stage, rank) = named(&row.key, journey, model, texts);
    let mut line = Line {
        key,
        name,
        stage,
        question: codes.join(", "),
        n: figures.n,
        value: Some(figures.headline.value),
        low: Some(figures.headline.low),
        high: Some(figures.headline.high),
        counts: Some(counts(&figures)),
        raw: raw(&figures),
        respondents: pool.then_some(row.cluster.respondents),
        weighted,
        withheld,
        rank: (rank.0, rank.1, format!("{}{}", rank.2, codes.join(","))),
    };
    if withheld.is_some() {
        (line.value, line.low, line.high, line.raw, line.weighted) = (None, None, None, None, None);
        line.counts = None;
    }
    if withheld == Some("hidden") {
        line.n = 0;
        line.respondents = None;
    }
    Some(line)
}

fn counts(figures: &Figures) -> Counts {
    match figures.parts {
        Parts::Recommend { promoters, passives, detractors } => {
            Counts::Recommend { promoters, passives, detractors }
        }
        _ => Counts::Values(figures.counts.iter().collect()),
    }
}

fn raw(figures: &Figures) -> Option<Raw> {
    matches!(figures.metric, Metric::Ces | Metric::Rating).then_some(Raw {
        mean: figures.mean.value,
        mean_low: figures.shown.low,
        mean_high: figures.shown.high,
        min: figures.scale.min,
        max: figures.scale.max,
        better: figures.scale.better,
    })
}

impl From<WeightedFigure> for Weighted {
    fn from(figure: WeightedFigure) -> Self {
        Self {
            value: figure.headline.value,
            low: figure.headline.low,
            high: figure.headline.high,
            mean: figure.mean,
            effective_n: figure.effective_n,
        }
    }
}

/// Where a row stands among the others.
type Rank = (i64, i64, String);

/// Key for programs, name for people, stage, and place in the list.
fn named(
    key: &Key,
    journey: Option<JourneyId>,
    model: &Model,
    texts: &Texts,
) -> (Option<String>, String, Option<String>, Rank) {
    let stage = |id| model.stages.get(&id).map(|s| (texts.stage(s), s.position));
    let by_name = |id: Option<String>, name: Option<String>| {
        let place = i64::from(id.is_none());
        let name = name.unwrap_or_else(|| texts.get("cli-none"));
        (id, name.clone(), None, (place, 0, name.to_lowercase()))
    };
    match key {
        Key::Whole => {
            let name = journey.and_then(|j| model.journeys.get(&j)).map(|j| j.name.clone());
            (None, name.unwrap_or_default(), None, Rank::default())
        }
        Key::Touchpoint(None) => {
            (None, texts.get("cli-whole-journey"), None, (i64::MAX, 0, String::new()))
        }
        Key::Touchpoint(Some(id)) => {
            let name = model.touchpoints.get(id).map(|t| t.title.clone()).unwrap_or_default();
            let place = journey.and_then(|j| model.stage_of(j, *id)).and_then(stage);
            let order = journey.map_or(0, |j| {
                let cards = model.placements_of(j);
                let found = cards.iter().position(|p| p.touchpoint == *id);
                found.and_then(|n| i64::try_from(n).ok()).unwrap_or(i64::MAX)
            });
            let (stage, position) = place.unzip();
            (Some(id.to_string()), name, stage, (position.unwrap_or(i64::MAX), order, String::new()))
        }
        Key::Stage(None) => (None, texts.get("cli-none"), None, (i64::MAX, 0, String::new())),
        Key::Stage(Some(id)) => {
            let (name, position) = stage(*id).unwrap_or_default();
            (Some(id.to_string()), name, None, (position, 0, String::new()))
        }
        Key::Channel(id) => {
            let name = id.and_then(|id| model.channels.get(&id)).map(|c| texts.channel(c));
            by_name(id.map(|i| i.to_string()), name)
        }
        Key::Owner(id) => {
            let name = id.and_then(|id| model.owners.get(&id)).map(|o| o.name.clone());
            by_name(id.map(|i| i.to_string()), name)
        }
        Key::Team(id) => {
            let name = id.and_then(|id| model.teams.get(&id)).map(|t| t.name.clone());
            by_name(id.map(|i| i.to_string()), name)
        }
        Key::Wave(wave) => by_name(Some(wave.clone()), Some(wave.clone())),
        Key::Month(month) => {
            let text = month.map(|m| format!("{:04}-{:02}", m.year, m.month));
            by_name(text.clone(), text)
        }
        Key::Segment(value) => by_name(value.clone(), value.clone()),
    }
}

/// A readable table.
fn print(table: &Table, args: &Stats, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let metric = texts.metric(args.metric);
    out.line(&texts.say(&Message::new("cli-stats-head").with("metric", metric)))?;
    let mut rows = vec![["cli-head-name", "cli-head-question", "cli-head-n", "cli-head-value", "cli-head-interval"]
        .map(|key| texts.get(key))
        .to_vec()];
    for line in &table.rows {
        let value = |v: Option<f64>| v.map_or_else(|| "–".to_owned(), |v| texts.num(v, 1));
        let interval = match (line.low, line.high) {
            (Some(low), Some(high)) => texts.range(low, high, 1),
            _ => texts.get(match line.withheld {
                Some("hidden") => "cli-hidden",
                _ => "cli-too-few",
            }),
        };
        let n = i64::try_from(line.n).unwrap_or(i64::MAX);
        rows.push(vec![
            line.name.clone(),
            line.question.clone(),
            texts.int(n),
            value(line.value),
            interval,
        ]);
    }
    if table.rows.is_empty() {
        return out.line(&texts.get("cli-no-answers"));
    }
    out.table(&rows)
}

/// The parts of an argument that other commands share.
impl args::Selection {
    /// The same selection with further conditions.
    #[must_use]
    pub fn and(&self, conditions: &[String]) -> Self {
        let mut both = self.clone();
        both.conditions.extend(conditions.iter().cloned());
        both
    }
}
