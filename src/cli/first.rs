//! `klantreis stats --first RULE`: where to look first, each touchpoint with what the rule looked at.
//!
//! The same ranking as in the overlay panel.

use super::args::Stats;
use super::names;
use super::output::Output;
use super::{Failure, selection};
use crate::analysis::ranking::{Ranked, Rule, ranking};
use crate::analysis::{Comparison, Lens, Measure, Overlay, OverlayRequest, Sources};
use crate::document::Document;
use crate::jobs::Reporter;
use crate::model::{Message, Metric};
use crate::scores::Key;
use crate::text::Texts;
use serde::Serialize;

#[derive(Serialize)]
struct Table {
    metric: &'static str,
    rule: &'static str,
    rows: Vec<Line>,
}

/// One touchpoint, the most urgent first. Figures are on the axis that is shown.
#[derive(Serialize)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    n: u64,
    value: f64,
    low: f64,
    high: f64,
    /// What the rule looked at.
    by: f64,
    /// Whether that is beyond chance.
    firm: bool,
}

/// Prints the ranking.
///
/// # Errors
/// When the document cannot be read or a selection names what is not there.
pub fn run(
    args: &Stats,
    (metric, rule): (Metric, Rule),
    document: &Document,
    (texts, out): (&Texts, &mut Output),
) -> Result<(), Failure> {
    let table = document.scores(&Reporter::silent())?;
    let model = document.model();
    let filter = selection::filter(&args.selection, document, &table)?;
    let journey = selection::journey(&args.selection, model)?
        .ok_or_else(|| Message::new("cli-no-journey"))?;
    let request = OverlayRequest::new(journey, metric);
    let overlay = Overlay::from_table(&table, model, &request, &filter);
    if rule == Rule::Worsening && args.against.is_empty() {
        return Err(Message::new("cli-first-against").into());
    }
    let against = if args.against.is_empty() {
        None
    } else {
        let filter = selection::filter(&args.selection.and(&args.against), document, &table)?;
        let request = OverlayRequest { version: overlay.version.clone(), ..request };
        Some(Comparison::of(&Overlay::from_table(&table, model, &request, &filter), &overlay))
    };
    let sources = Sources { table: Some(&table), stored: None, contacts: &[] };
    let gap = OverlayRequest::of(journey, Measure::of(metric).through(Lens::GuessGap));
    let gaps = Overlay::of(sources, model, &gap, &filter);
    let of = Ranked { overlay: &overlay, comparison: against.as_ref(), gaps: gaps.as_ref() };
    let line = |place: &crate::analysis::ranking::Place| {
        let key = Key::Touchpoint(Some(place.touchpoint));
        let named = names::part(&key, Some(journey), model, texts);
        let shown = place.score.shown();
        Line {
            key: named.key,
            name: named.name,
            stage: named.stage,
            n: place.score.n(),
            value: shown.value,
            low: shown.low,
            high: shown.high,
            by: place.by,
            firm: place.firm,
        }
    };
    let rows = ranking(model, of, rule).iter().map(line).collect();
    let table = Table { metric: metric.key(), rule: rule.key(), rows };
    if args.json { out.json(&table) } else { print(&table, texts, out) }
}

fn print(table: &Table, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let head =
        ["cli-head-name", "cli-head-n", "cli-head-value", "cli-head-interval", "cli-head-by"];
    let mut rows = vec![head.map(|key| texts.get(key)).to_vec()];
    for line in &table.rows {
        rows.push(vec![
            line.name.clone(),
            texts.int(i64::try_from(line.n).unwrap_or(i64::MAX)),
            texts.num(line.value, 1),
            texts.range(line.low, line.high, 1),
            texts.num(line.by, 1),
        ]);
    }
    if table.rows.is_empty() {
        return out.line(&texts.get("cli-no-answers"));
    }
    out.table(&rows)
}
