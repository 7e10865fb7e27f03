//! `klantreis stats --metric volume` and its like: what can be painted over a map beside the scores
//! of customers, touchpoint by touchpoint, stage by stage and as a whole.
//!
//! The same readings as on the map, unrounded.

use super::args::Stats;
use super::names::{self, Place};
use super::output::Output;
use super::{Failure, selection};
use crate::analysis::{Measure, Overlay, OverlayRequest, Reading, Sources};
use crate::document::Document;
use crate::jobs::Reporter;
use crate::model::Message;
use crate::render::figure_words;
use crate::scores::Key;
use crate::text::Texts;
use serde::Serialize;

#[derive(Serialize)]
struct Table {
    metric: String,
    by: &'static str,
    rows: Vec<Line>,
}

/// One part.
#[derive(Serialize)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    n: Option<u64>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    /// What the team thinks, not what was measured.
    estimate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
    #[serde(skip)]
    place: Place,
    #[serde(skip)]
    words: String,
}

/// Prints the readings.
///
/// # Errors
/// When the document cannot be read, the selection names what is not there, or `--by` is none of
/// touchpoint, stage and whole.
pub fn run(
    args: &Stats,
    measure: Measure,
    document: &Document,
    (texts, out): (&Texts, &mut Output),
) -> Result<(), Failure> {
    let table = document.scores(&Reporter::silent())?;
    let contacts = document.contacts()?;
    let model = document.model();
    let filter = selection::filter(&args.selection, document, &table)?;
    let journey = selection::journey(&args.selection, model)?
        .ok_or_else(|| Message::new("cli-no-journey"))?;
    let sources = Sources { table: Some(&table), stored: None, contacts: &contacts };
    let request = OverlayRequest::of(journey, measure);
    let overlay = Overlay::of(sources, model, &request, &filter)
        .ok_or_else(|| Message::new("cli-no-answers"))?;
    let by = args.by.as_deref().unwrap_or("touchpoint").trim().to_lowercase();
    let (by, parts): (_, Vec<(Key, &Reading)>) = match by.as_str() {
        "touchpoint" => {
            let all = overlay.touchpoints.iter();
            ("touchpoint", all.map(|(id, r)| (Key::Touchpoint(Some(*id)), r)).collect())
        }
        "stage" => {
            let all = overlay.stages.iter();
            ("stage", all.map(|(id, r)| (Key::Stage(Some(*id)), r)).collect())
        }
        "whole" => ("whole", vec![(Key::Whole, &overlay.whole)]),
        word => return Err(Message::new("cli-painted-by").with("value", word).into()),
    };
    let line = |(key, reading): (Key, &Reading)| {
        let named = names::part(&key, Some(journey), model, texts);
        let found = figures(reading);
        Line {
            key: named.key,
            name: named.name,
            stage: named.stage,
            n: reading.n(),
            value: found.map(|f| f.0),
            low: found.and_then(|f| f.1).map(|i| i.0),
            high: found.and_then(|f| f.1).map(|i| i.1),
            estimate: reading.fact().is_some_and(|fact| fact.estimate),
            withheld: withheld(reading),
            place: named.place,
            words: words(texts, measure, reading),
        }
    };
    let mut rows: Vec<Line> = parts.into_iter().map(line).collect();
    rows.sort_by(|a, b| a.place.cmp(&b.place));
    let table = Table { metric: measure.key(), by, rows };
    if args.json { out.json(&table) } else { print(&table, measure, texts, out) }
}

/// Value and interval, on the axis of the measure; CES of employees as its raw mean.
fn figures(reading: &Reading) -> Option<(f64, Option<(f64, f64)>)> {
    match reading {
        Reading::Score(score) => {
            let shown = score.shown();
            Some((shown.value, Some((shown.low, shown.high))))
        }
        Reading::Fact(fact) => Some((fact.value, fact.interval)),
        _ => None,
    }
}

fn withheld(reading: &Reading) -> Option<&'static str> {
    match reading {
        Reading::TooFew { .. } => Some("too_few"),
        Reading::Hidden => Some("hidden"),
        Reading::OtherVersion { .. } => Some("other_version"),
        _ => None,
    }
}

fn words(texts: &Texts, measure: Measure, reading: &Reading) -> String {
    match reading {
        Reading::Score(score) => {
            let (shown, places) = (score.shown(), figure_words::places(measure));
            let range = texts.range(shown.low, shown.high, places);
            let value = figure_words::value(texts, measure.metric, shown.value);
            format!("{value} ({range}), n {}", score.n())
        }
        Reading::Fact(fact) => figure_words::fact(texts, measure, fact),
        Reading::TooFew { .. } => texts.get("cli-too-few"),
        Reading::Hidden => texts.get("cli-hidden"),
        _ => "–".to_owned(),
    }
}

fn print(table: &Table, measure: Measure, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let name = figure_words::measure(texts, measure);
    out.line(&texts.say(&Message::new("cli-stats-head").with("metric", name)))?;
    let explained = figure_words::explained(texts, measure);
    if !explained.is_empty() {
        out.line(&explained)?;
    }
    let rows: Vec<Vec<String>> =
        std::iter::once(["cli-head-name", "cli-head-value"].map(|key| texts.get(key)).to_vec())
            .chain(table.rows.iter().map(|line| vec![line.name.clone(), line.words.clone()]))
            .collect();
    out.table(&rows)
}
