//! `klantreis stats`: scores with their intervals, per part of a selection.
//!
//! Figures come from `metrics` unrounded; only the readable table rounds.

use super::args::{Counted, Stats};
use super::limits::{BreakLine, Charts, MonthLimits};
use super::names::{self, Place};
use super::output::Output;
use super::{Failure, across, contacts, first, painted, selection, source};
use crate::analysis::{self, Reading, Score, StatsRequest, StatsRow, answers_gone};
use crate::metrics::{Figures, Parts, WeightedFigure};
use crate::model::{Better, JourneyId, Message, Metric, Model};
use crate::text::Texts;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `--json` prints.
#[derive(Serialize)]
struct Table {
    metric: &'static str,
    by: String,
    rows: Vec<Line>,
    /// Answers about touchpoints that were deleted: in no row.
    #[serde(skip_serializing_if = "Option::is_none")]
    about_deleted: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breaks: Option<Vec<BreakLine>>,
}

/// One group and question.
#[derive(Serialize, Clone)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    question: String,
    /// Absent when the group is hidden.
    n: Option<u64>,
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
    #[serde(flatten)]
    limits: Option<MonthLimits>,
    #[serde(skip)]
    place: Place,
}

#[derive(Serialize, Clone)]
#[serde(untagged)]
pub(super) enum Counts {
    Recommend { promoters: u64, passives: u64, detractors: u64 },
    Values(BTreeMap<i32, u64>),
}

/// The raw scale beside the headline.
#[derive(Serialize, Clone)]
pub(super) struct Raw {
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
    let metric = match args.metric {
        Counted::Answers(metric) => metric,
        Counted::Contacts(_) | Counted::Painted(_) if args.limits => {
            return Err(Message::new("cli-limits-by-month").into());
        }
        Counted::Contacts(metric) => return contacts::run(args, metric, &document, (texts, out)),
        Counted::Painted(measure) => return painted::run(args, measure, &document, (texts, out)),
    };
    if let Some(rule) = args.first {
        return first::run(args, (metric, rule), &document, (texts, out));
    }
    if let Some(across) = &args.across {
        return across::run(args, (metric, across), &document, (texts, out));
    }
    let table = document.scores(&crate::jobs::Reporter::silent())?;
    let model = document.model();
    let journey = selection::journey(&args.selection, model)?;
    let mut filter = selection::filter(&args.selection, &document, &table)?;
    let by = selection::by(args.by.as_deref(), journey, &table)?;
    let charts =
        args.limits.then(|| Charts::new(&table, model, &mut filter, (metric, &by))).transpose()?;
    let pooled = args.pool || charts.is_some();
    let request = StatsRequest { metric, by, pooled };
    let mut rows: Vec<Line> = analysis::stats(&table, model, &filter, &request)
        .iter()
        .filter(|row| charts.as_ref().is_none_or(|charts| charts.lists(row)))
        .map(|row| {
            let limits = charts.as_ref().map(|charts| charts.of(row));
            Line { limits, ..line(row, pooled, journey, model, texts) }
        })
        .collect();
    rows.sort_by(|a, b| a.place.cmp(&b.place));
    let word = args.by.clone().unwrap_or_else(|| "journey".to_owned());
    let breaks = charts.as_ref().map(|charts| charts.breaks(texts, model));
    let about_deleted = Some(answers_gone(&table, model, &filter, metric)).filter(|n| *n > 0);
    let table = Table { metric: metric.key(), by: word, rows, about_deleted, breaks };
    if args.json {
        return out.json(&table);
    }
    print(&table, metric, texts, out)?;
    if let Some(n) = about_deleted {
        out.line(&texts.say(&Message::new("overlay-gone").with("n", n)))?;
    }
    charts.map_or(Ok(()), |charts| charts.print(texts, model, out))
}

fn line(
    row: &StatsRow,
    pooled: bool,
    journey: Option<JourneyId>,
    model: &Model,
    texts: &Texts,
) -> Line {
    let codes: Vec<&str> = row
        .questions
        .iter()
        .filter_map(|id| model.questions.get(id))
        .map(|q| q.code.as_str())
        .collect();
    let named = names::part(&row.key, journey, model, texts);
    let score = row.reading.score();
    let headline = score.map(Score::headline);
    Line {
        key: named.key,
        name: named.name,
        stage: named.stage,
        question: codes.join(", "),
        n: row.reading.n(),
        value: headline.map(|h| h.value),
        low: headline.map(|h| h.low),
        high: headline.map(|h| h.high),
        counts: score.map(|s| counts(&s.figures)),
        raw: score.and_then(|s| raw(&s.figures)),
        respondents: row.respondents.filter(|_| pooled),
        weighted: row.weighted.map(Weighted::from),
        withheld: match row.reading {
            Reading::TooFew { .. } => Some("too_few"),
            Reading::Hidden => Some("hidden"),
            _ => None,
        },
        limits: None,
        place: named.place,
    }
}

pub(super) fn counts(figures: &Figures) -> Counts {
    match figures.parts {
        Parts::Recommend { promoters, passives, detractors } => {
            Counts::Recommend { promoters, passives, detractors }
        }
        _ => Counts::Values(figures.counts.iter().collect()),
    }
}

pub(super) fn raw(figures: &Figures) -> Option<Raw> {
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

/// A readable table.
fn print(table: &Table, metric: Metric, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let metric = texts.metric(metric);
    out.line(&texts.say(&Message::new("cli-stats-head").with("metric", metric)))?;
    let mut rows = vec![
        ["cli-head-name", "cli-head-question", "cli-head-n", "cli-head-value", "cli-head-interval"]
            .map(|key| texts.get(key))
            .to_vec(),
    ];
    if table.breaks.is_some() {
        rows[0].extend(["cli-head-centre", "cli-head-limits"].map(|key| texts.get(key)));
    }
    for line in &table.rows {
        let value = |v: Option<f64>| v.map_or_else(|| "–".to_owned(), |v| texts.num(v, 1));
        let interval = match (line.low, line.high) {
            (Some(low), Some(high)) => texts.range(low, high, 1),
            _ => texts.get(match line.withheld {
                Some("hidden") => "cli-hidden",
                _ => "cli-too-few",
            }),
        };
        let n = line.n.and_then(|n| i64::try_from(n).ok());
        rows.push(vec![
            line.name.clone(),
            line.question.clone(),
            n.map_or_else(|| "–".to_owned(), |n| texts.int(n)),
            value(line.value),
            interval,
        ]);
        if let (Some(limits), Some(row)) = (&line.limits, rows.last_mut()) {
            row.extend(limits.cells(texts));
        }
    }
    if table.rows.is_empty() {
        return out.line(&texts.get("cli-no-answers"));
    }
    out.table(&rows)
}
