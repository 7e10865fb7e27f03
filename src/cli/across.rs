//! `klantreis stats --across`: a table of touchpoints or stages by something else, with its totals.
//!
//! The numbers of the matrix in the window, unrounded; only the readable table rounds.

use super::args::Stats;
use super::names;
use super::output::Output;
use super::stats::{self, Counts, Raw};
use super::{Failure, selection};
use crate::analysis::{Across, Matrix, MatrixRequest, Reading, RowSubject, Rows, Score};
use crate::document::Document;
use crate::jobs::Reporter;
use crate::model::{Audience, JourneyId, Message, Metric, Model};
use crate::render::figure_words;
use crate::scores::{By, CrossColumn, Key};
use crate::text::Texts;
use serde::Serialize;

/// What `--json` prints.
#[derive(Serialize)]
struct Table {
    metric: &'static str,
    by: String,
    across: String,
    /// The short name of the version of the questions; absent without answers.
    version: Option<String>,
    /// Versions with answers that are not in the table.
    other_versions: Vec<String>,
    /// Cells with answers, row by row.
    rows: Vec<Line>,
    totals: Totals,
}

/// What rows and columns give together.
#[derive(Serialize)]
struct Totals {
    rows: Vec<Line>,
    stages: Vec<Line>,
    columns: Vec<Line>,
    whole: Option<Line>,
}

/// A cell or a total.
#[derive(Serialize)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    column: Option<String>,
    column_name: Option<String>,
    /// How many values the column takes together, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pooled: Option<usize>,
    /// Absent when hidden.
    n: Option<u64>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    counts: Option<Counts>,
    #[serde(flatten)]
    raw: Option<Raw>,
    /// Why there is no value: `too_few`, `hidden` or `other_version`.
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
}

/// Prints the table.
///
/// # Errors
/// When the rows or columns are not known, or the selection names what is not there.
pub fn run(
    args: &Stats,
    (metric, across): (Metric, &str),
    document: &Document,
    (texts, out): (&Texts, &mut Output),
) -> Result<(), Failure> {
    let table = document.scores(&Reporter::silent())?;
    let model = document.model();
    let journey = selection::journey(&args.selection, model)?;
    let filter = selection::filter(&args.selection, document, &table)?;
    let word = args.by.as_deref().unwrap_or("touchpoint");
    let rows = match selection::by(Some(word), journey, &table)? {
        By::Touchpoint => Rows::Touchpoints,
        By::Stage(_) => Rows::Stages,
        _ => return Err(Message::new("cli-across-by").with("value", word).into()),
    };
    let by = match selection::by(Some(across), journey, &table)? {
        By::Channel => Across::Channel,
        By::Owner => Across::Owner,
        By::Month => Across::Month,
        By::Segment(name) => Across::Segment(name),
        _ => return Err(Message::new("cli-unknown-across").with("value", across).into()),
    };
    let journey = journey.ok_or_else(|| Message::new("cli-no-journey"))?;
    let request = MatrixRequest { rows, across: by, ..MatrixRequest::new(journey, metric) };
    let mut matrix = Matrix::from_table(&table, model, &request, &filter);
    if matrix.is_empty() {
        let request = MatrixRequest { audience: Audience::Employee, ..request };
        matrix = Matrix::from_table(&table, model, &request, &filter);
    }
    let names = Names { journey, model, texts };
    let table = names.table(&matrix, word, across);
    if args.json { out.json(&table) } else { print(&table, metric, texts, out) }
}

struct Names<'a> {
    journey: JourneyId,
    model: &'a Model,
    texts: &'a Texts,
}

impl Names<'_> {
    fn table(&self, matrix: &Matrix, by: &str, across: &str) -> Table {
        let mut totals =
            Totals { rows: Vec::new(), stages: Vec::new(), columns: Vec::new(), whole: None };
        let mut rows = Vec::new();
        for group in &matrix.groups {
            for row in &group.rows {
                let key = key_of(row.subject);
                let cells = matrix.columns.iter().zip(&row.cells);
                rows.extend(
                    cells.filter_map(|(c, cell)| self.line(Some(&key), Some(c), cell.reading())),
                );
                totals.rows.extend(self.line(Some(&key), None, &row.total));
            }
            let stage = group.stage.map(|stage| Key::Stage(Some(stage)));
            totals.stages.extend(stage.and_then(|key| self.line(Some(&key), None, &group.total)));
        }
        let columns = matrix.columns.iter().zip(&matrix.column_totals);
        totals.columns = columns.filter_map(|(c, total)| self.line(None, Some(c), total)).collect();
        totals.whole = self.line(None, None, &matrix.whole);
        let version = |version| figure_words::version(self.texts, version);
        Table {
            metric: matrix.request.metric.key(),
            by: by.to_owned(),
            across: across.to_owned(),
            version: matrix.version.as_ref().map(version),
            other_versions: matrix.other_versions.iter().map(version).collect(),
            rows,
            totals,
        }
    }

    /// A cell or total, unless nobody answered.
    fn line(
        &self,
        row: Option<&Key>,
        column: Option<&CrossColumn>,
        reading: &Reading,
    ) -> Option<Line> {
        if *reading == Reading::NoData {
            return None;
        }
        let part = |key: &Key| names::part(key, Some(self.journey), self.model, self.texts);
        let named = part(row.unwrap_or(&Key::Whole));
        let (own, pooled) = match column {
            None => (None, None),
            Some(CrossColumn::One(key)) => (Some(part(key)), None),
            Some(CrossColumn::Rest(keys)) => (None, Some(keys.len())),
        };
        let rest = pooled
            .map(|count| self.texts.say(&Message::new("cli-other-columns").with("count", count)));
        let score = reading.score();
        let headline = score.map(Score::headline);
        Some(Line {
            key: named.key,
            name: named.name,
            stage: named.stage,
            column: own.as_ref().and_then(|own| own.key.clone()),
            column_name: own.map(|own| own.name).or(rest),
            pooled,
            n: reading.n(),
            value: headline.map(|h| h.value),
            low: headline.map(|h| h.low),
            high: headline.map(|h| h.high),
            counts: score.map(|s| stats::counts(&s.figures)),
            raw: score.and_then(|s| stats::raw(&s.figures)),
            withheld: match reading {
                Reading::TooFew { .. } => Some("too_few"),
                Reading::Hidden => Some("hidden"),
                Reading::OtherVersion { .. } => Some("other_version"),
                Reading::NoData | Reading::Score(_) | Reading::Fact(_) | Reading::Silent => None,
            },
        })
    }
}

fn key_of(subject: RowSubject) -> Key {
    match subject {
        RowSubject::Touchpoint(id) => Key::Touchpoint(Some(id)),
        RowSubject::Stage(id) => Key::Stage(Some(id)),
        RowSubject::Loose => Key::Touchpoint(None),
    }
}

/// A readable table: a line a cell, with the row's total below its cells.
fn print(table: &Table, metric: Metric, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let Some(whole) = &table.totals.whole else {
        return out.line(&texts.get("cli-no-answers"));
    };
    out.line(&texts.say(&Message::new("cli-stats-head").with("metric", texts.metric(metric))))?;
    let head = ["cli-head-name", "cli-head-across", "cli-head-n", "cli-head-value"];
    let mut rows: Vec<Vec<String>> = vec![head.map(|key| texts.get(key)).to_vec()];
    if let Some(head) = rows.first_mut() {
        head.push(texts.get("cli-head-interval"));
    }
    let all = texts.get("cli-all");
    for total in &table.totals.rows {
        let own = table.rows.iter().filter(|line| line.key == total.key && line.name == total.name);
        rows.extend(own.map(|line| cells(line, &all, texts)));
        rows.push(cells(total, &all, texts));
    }
    let last = table.totals.columns.iter().chain([whole]);
    rows.extend(last.map(|line| cells(line, &all, texts)));
    out.table(&rows)
}

fn cells(line: &Line, all: &str, texts: &Texts) -> Vec<String> {
    let interval = match (line.low, line.high, line.withheld) {
        (Some(low), Some(high), _) => texts.range(low, high, 1),
        (.., Some("hidden")) => texts.get("cli-hidden"),
        (.., Some("other_version")) => texts.get("cli-other-version"),
        _ => texts.get("cli-too-few"),
    };
    let none = || "–".to_owned();
    let n = line.n.and_then(|n| i64::try_from(n).ok());
    vec![
        line.name.clone(),
        line.column_name.clone().unwrap_or_else(|| all.to_owned()),
        n.map_or_else(none, |n| texts.int(n)),
        line.value.map_or_else(none, |v| texts.num(v, 1)),
        interval,
    ]
}
