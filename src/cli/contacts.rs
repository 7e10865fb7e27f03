//! `klantreis stats` for logs of contacts: repeat contact and channel switching.
//!
//! Figures come from `analysis` unrounded; only the readable table rounds.

use super::args::Stats;
use super::names::{self, Place};
use super::output::Output;
use super::{Failure, selection};
use crate::analysis::{ContactMetric, ContactRequest, ContactRow, contact_stats};
use crate::document::Document;
use crate::jobs::Reporter;
use crate::model::{JourneyId, Message, Model};
use crate::scores::By;
use crate::text::Texts;
use serde::Serialize;

/// What `--json` prints.
#[derive(Serialize)]
struct Table {
    metric: &'static str,
    by: String,
    window: u32,
    rows: Vec<Line>,
}

/// One part.
#[derive(Serialize)]
struct Line {
    key: Option<String>,
    name: String,
    stage: Option<String>,
    question: Option<String>,
    n: u64,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    better: &'static str,
    counts: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    any_touchpoint: Option<Any>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// What was counted.
#[derive(Serialize)]
struct Counts {
    #[serde(skip_serializing_if = "Option::is_none")]
    repeated: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    switched: Option<u64>,
    contacts: u64,
    open: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<u64>,
}

/// Repeat contact about whatever touchpoint.
#[derive(Serialize)]
struct Any {
    repeated: u64,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

/// Prints the shares.
///
/// # Errors
/// When the document cannot be read, or the selection names what contacts do not have.
pub fn run(
    args: &Stats,
    metric: ContactMetric,
    document: &Document,
    (texts, out): (&Texts, &mut Output),
) -> Result<(), Failure> {
    if let Some(across) = &args.across {
        return Err(Message::new("cli-across-contacts").with("value", across.as_str()).into());
    }
    let model = document.model();
    let scores = document.scores(&Reporter::silent())?;
    let journey = selection::journey(&args.selection, model)?;
    let filter = selection::filter(&args.selection, document, &scores)?;
    let chooses_people =
        !filter.personas.is_empty() || filter.written.is_some() || filter.band.is_some();
    if !filter.segments.is_empty() || chooses_people {
        return Err(Message::new("cli-contacts-no-segments").into());
    }
    let by = selection::by(args.by.as_deref(), journey, &scores)?;
    if !matches!(by, By::Whole | By::Touchpoint | By::Channel) {
        let value = args.by.as_deref().unwrap_or_default();
        return Err(Message::new("cli-unknown-by-contacts").with("value", value).into());
    }
    let request = ContactRequest { metric, by, window: args.window };
    let found = contact_stats(&document.contacts()?, model, &filter, &request);
    let mut rows: Vec<Line> =
        found.iter().map(|row| line(row, metric, journey, (model, texts))).collect();
    rows.sort_by(|a, b| a.place.cmp(&b.place));
    let word = args.by.clone().unwrap_or_else(|| "journey".to_owned());
    let table = Table { metric: metric.key(), by: word, window: args.window, rows };
    if args.json { out.json(&table) } else { print(&table, metric, texts, out) }
}

fn line(
    row: &ContactRow,
    metric: ContactMetric,
    journey: Option<JourneyId>,
    (model, texts): (&Model, &Texts),
) -> Line {
    let named = names::part(&row.key, journey, model, texts);
    let repeats = metric == ContactMetric::RepeatContact;
    let any = |repeated| Any {
        repeated,
        value: row.share_of_any.map(|s| s.value),
        low: row.share_of_any.map(|s| s.low),
        high: row.share_of_any.map(|s| s.high),
    };
    Line {
        key: named.key,
        name: named.name,
        stage: named.stage,
        question: None,
        n: row.contacts,
        value: row.share.map(|s| s.value),
        low: row.share.map(|s| s.low),
        high: row.share.map(|s| s.high),
        better: "low",
        counts: Counts {
            repeated: repeats.then_some(row.followed),
            switched: (!repeats).then_some(row.followed),
            contacts: row.contacts,
            open: row.open,
            unknown: (!repeats).then_some(row.unknown),
        },
        any_touchpoint: row.followed_by_any.map(any),
        withheld: row.share.is_none().then_some("too_few"),
        place: named.place,
    }
}

/// A readable table.
fn print(
    table: &Table,
    metric: ContactMetric,
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    let head = match metric {
        ContactMetric::RepeatContact => "cli-stats-repeat-contact",
        ContactMetric::ChannelSwitching => "cli-stats-channel-switching",
    };
    out.line(&texts.say(&Message::new(head).with("days", u64::from(table.window))))?;
    if table.rows.is_empty() {
        return out.line(&texts.get("cli-no-contacts"));
    }
    let head = [
        "cli-head-name",
        "cli-head-contacts",
        "cli-head-open",
        "cli-head-value",
        "cli-head-interval",
    ];
    let mut rows = vec![head.map(|key| texts.get(key)).to_vec()];
    let number = |n: u64| texts.int(i64::try_from(n).unwrap_or(i64::MAX));
    for line in &table.rows {
        let interval = match (line.low, line.high) {
            (Some(low), Some(high)) => texts.range(low, high, 1),
            _ => texts.get("cli-too-few-customers"),
        };
        rows.push(vec![
            line.name.clone(),
            number(line.counts.contacts),
            number(line.counts.open),
            line.value.map_or_else(|| "–".to_owned(), |v| texts.num(v, 1)),
            interval,
        ]);
    }
    out.table(&rows)
}
