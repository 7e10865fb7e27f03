//! `klantreis themes`: how many of the texts have each theme, with the interval of that share, and the
//! score of those who wrote them.
//!
//! The same figures as in the window, unrounded with `--json`.

use super::Failure;
use super::args::Themes;
use super::comments::Desk;
use super::output::Output;
use super::source;
use crate::analysis::themes::ThemeCounts;
use crate::model::{Match, Message, Metric, Model, Needles, ThemeId};
use crate::text::Texts;
use serde::Serialize;

/// What `--json` prints. Shares are in percent.
#[derive(Serialize)]
struct Table {
    texts: u64,
    tagged: u64,
    coverage: Option<f64>,
    metric: Option<&'static str>,
    withheld: bool,
    themes: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    key: ThemeId,
    name: String,
    texts: u64,
    share: f64,
    low: f64,
    high: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Score>,
}

/// The score beside the texts of a theme, on the axis of `stats`.
#[derive(Serialize)]
struct Score {
    n: u64,
    value: f64,
    low: f64,
    high: f64,
}

/// Prints the themes.
///
/// # Errors
/// When the document cannot be read or the selection names what is not there.
pub fn run(args: &Themes, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let document = source::open(&args.file)?;
    let desk = Desk::new(&document, args.metric, true)?;
    let query = desk.query(&document, &args.selection)?;
    let needles = Needles::new(args.search.as_deref().unwrap_or_default(), Match::Parts);
    let found = desk.find(&query, needles)?;
    let counts = desk.tags.count(&found.places, &desk.model.questions, |place| {
        let (question, _, value) = desk.scores.as_ref()?.get(place)?;
        Some((question, value))
    });
    let table = table(&counts, desk.model, args.metric, found.withheld);
    if args.json { out.json(&table) } else { print(&table, args.metric, texts, out) }
}

fn table(counts: &ThemeCounts, model: &Model, metric: Option<Metric>, withheld: bool) -> Table {
    let rows = counts.themes.iter().map(|theme| Row {
        key: theme.theme,
        name: model.themes.get(&theme.theme).map(|t| t.name.clone()).unwrap_or_default(),
        texts: theme.texts,
        share: theme.share * 100.0,
        low: theme.low * 100.0,
        high: theme.high * 100.0,
        score: theme.figures.as_ref().map(|figures| Score {
            n: figures.n,
            value: figures.headline.value,
            low: figures.headline.low,
            high: figures.headline.high,
        }),
    });
    Table {
        texts: counts.texts,
        tagged: counts.tagged,
        coverage: counts.coverage().map(|share| share * 100.0),
        metric: metric.map(Metric::key),
        withheld,
        themes: rows.collect(),
    }
}

/// A readable table, the largest theme first.
fn print(
    table: &Table,
    metric: Option<Metric>,
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    if table.themes.is_empty() {
        return out.line(&texts.get("comments-no-themes"));
    }
    let coverage = table.coverage.unwrap_or(0.0);
    let told = Message::new("comments-coverage")
        .with("tagged", texts.percent(coverage, 0))
        .with("untagged", texts.percent(100.0 - coverage, 0))
        .with("count", table.texts);
    out.line(&texts.say(&told))?;
    let mut head: Vec<String> = ["comments-head-theme", "comments-head-share", "cli-head-interval"]
        .map(|key| texts.get(key))
        .to_vec();
    head.insert(1, texts.get("cli-head-n"));
    head.extend(metric.map(|metric| texts.metric(metric)));
    let mut rows: Vec<&Row> = table.themes.iter().collect();
    rows.sort_by(|a, b| b.texts.cmp(&a.texts).then(a.name.cmp(&b.name)));
    let cells = rows.iter().map(|row| {
        let count = i64::try_from(row.texts).unwrap_or(i64::MAX);
        let mut cells = vec![
            row.name.clone(),
            texts.int(count),
            texts.percent(row.share, 1),
            texts.range(row.low, row.high, 1),
        ];
        if metric.is_some() {
            let value = row.score.as_ref().map(|score| texts.num(score.value, 1));
            cells.push(value.unwrap_or_else(|| "–".to_owned()));
        }
        cells
    });
    let all: Vec<Vec<String>> = std::iter::once(head).chain(cells).collect();
    out.table(&all)
}
