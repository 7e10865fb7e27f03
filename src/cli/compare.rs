//! `klantreis compare`: the difference between two selections, with its test.

use super::args::Compare;
use super::names::{self, Place};
use super::output::Output;
use super::{Failure, selection, source};
use crate::analysis::{self, StatsRequest};
use crate::metrics::Estimate;
use crate::model::Message;
use crate::text::Texts;
use serde::Serialize;

/// What `--json` prints. Differences are b − a, on the axis that is shown.
#[derive(Serialize)]
struct Table {
    metric: &'static str,
    by: String,
    a: Vec<String>,
    b: Vec<String>,
    compared: usize,
    standing_out: usize,
    rows: Vec<Line>,
}

/// One part.
#[derive(Serialize)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    a: Side,
    b: Side,
    difference: f64,
    low: f64,
    high: f64,
    p: f64,
    p_adjusted: f64,
    better: Option<bool>,
    stands_out: bool,
    #[serde(skip)]
    place: Place,
}

/// One selection's figure.
#[derive(Serialize)]
struct Side {
    n: u64,
    value: f64,
    low: f64,
    high: f64,
}

impl From<&Estimate> for Side {
    fn from(e: &Estimate) -> Self {
        Self { n: e.n, value: e.value, low: e.low, high: e.high }
    }
}

/// Prints the differences.
///
/// # Errors
/// When the document cannot be read or a selection names what is not there.
pub fn run(args: &Compare, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let document = source::open(&args.file)?;
    let table = document.scores(&crate::jobs::Reporter::silent())?;
    let model = document.model();
    let journey = selection::journey(&args.selection, model)?;
    let by = selection::by(Some(args.by.as_deref().unwrap_or("touchpoint")), journey, &table)?;
    let side = |conditions: &[String]| {
        let both = args.selection.and(conditions);
        let filter = selection::filter(&both, &document, &table)?;
        let request = StatsRequest { metric: args.metric, by: by.clone(), pooled: true };
        Ok::<_, Failure>(analysis::stats(&table, model, &filter, &request))
    };
    let (earlier, later) = (side(&args.a)?, side(&args.b)?);
    let mut rows: Vec<Line> = analysis::compare_rows(&earlier, &later)
        .into_iter()
        .map(|(key, _, change)| {
            let named = names::part(&key, journey, model, texts);
            Line {
                key: named.key,
                name: named.name,
                stage: named.stage,
                a: change.earlier.shown().into(),
                b: change.later.shown().into(),
                difference: change.difference.value,
                low: change.difference.low,
                high: change.difference.high,
                p: change.difference.p,
                p_adjusted: change.p_adjusted,
                better: change.better,
                stands_out: change.stands_out,
                place: named.place,
            }
        })
        .collect();
    rows.sort_by(|x, y| x.place.cmp(&y.place));
    let table = Table {
        metric: args.metric.key(),
        by: args.by.clone().unwrap_or_else(|| "touchpoint".to_owned()),
        a: args.a.clone(),
        b: args.b.clone(),
        compared: rows.len(),
        standing_out: rows.iter().filter(|r| r.stands_out).count(),
        rows,
    };
    if args.json { out.json(&table) } else { print(&table, texts, out) }
}

fn print(table: &Table, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let head =
        ["cli-head-name", "cli-head-a", "cli-head-b", "cli-head-change", "cli-head-interval"];
    let mut rows = vec![head.map(|key| texts.get(key)).to_vec()];
    for line in &table.rows {
        let arrow = match (line.stands_out, line.better) {
            (true, Some(true)) => "▲ ",
            (true, Some(false)) => "▼ ",
            _ => "",
        };
        rows.push(vec![
            line.name.clone(),
            texts.num(line.a.value, 1),
            texts.num(line.b.value, 1),
            format!("{arrow}{}", texts.num(line.difference, 1)),
            texts.range(line.low, line.high, 1),
        ]);
    }
    out.table(&rows)?;
    let standing =
        Message::new("cli-stand-out").with("out", table.standing_out).with("all", table.compared);
    out.line(&texts.say(&standing))
}
