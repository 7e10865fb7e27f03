//! The arguments of the command line: a contract that scripts rely on.

use crate::analysis::ranking::Rule;
use crate::analysis::{ContactMetric, Measure, Middle};
use crate::metrics::contacts::USUAL_WINDOW;
use crate::model::Metric;
use crate::render::color_scale::Palette;
use crate::text::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Customer journey maps that listen.
#[derive(Parser, Debug)]
#[command(name = "klantreis", version)]
pub struct Arguments {
    /// What to do; without it the window opens.
    #[command(subcommand)]
    pub action: Option<Action>,
    /// What the window opens.
    #[command(flatten)]
    pub window: Window,
    /// Language of messages and pictures: nl or en.
    #[arg(long, global = true, value_parser = language)]
    pub lang: Option<Lang>,
}

/// How the window starts.
#[derive(Args, Debug, Clone)]
pub struct Window {
    /// A .klantreis document, or a sample folder (opened as a fresh document).
    pub path: Option<PathBuf>,
    /// Start with this overlay.
    #[arg(long, hide = true, value_parser = measure)]
    pub overlay: Option<Measure>,
    /// Start in this theme.
    #[arg(long, hide = true)]
    pub theme: Option<Theme>,
    /// Start with a window of this size, such as 1440x900.
    #[arg(long, hide = true, value_parser = size)]
    pub size: Option<(f32, f32)>,
}

/// The two themes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
#[expect(missing_docs, reason = "named after themselves")]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// What to do without a window.
#[derive(Subcommand, Debug)]
pub enum Action {
    /// Make a new document.
    New(New),
    /// Import a survey file into a document.
    Import(Import),
    /// Say what the importer makes of a file.
    Detect(Detect),
    /// Print scores with their intervals.
    Stats(Stats),
    /// Print the difference between two selections.
    Compare(Compare),
    /// List what respondents wrote, with its themes.
    Comments(Comments),
    /// Count the themes of what respondents wrote.
    Themes(Themes),
    /// Draw a journey to a file.
    Render(Render),
    /// Write a document's contents in another format.
    Export(Export),
    /// Run commands from a file, one JSON object a line.
    Apply(Apply),
    /// Check a document's integrity and say what is inside.
    Check(Check),
}

/// Make a new document.
#[derive(Args, Debug)]
pub struct New {
    /// The document to make.
    pub file: PathBuf,
    /// Begin from a template: six-stages (the default), blank, b2c-purchase, service-call,
    /// b2b-onboarding, public-service, employee-journey.
    #[arg(long)]
    pub template: Option<String>,
    /// Begin from a readable journey file.
    #[arg(long, value_name = "JOURNEY.json", conflicts_with = "template")]
    pub from: Option<PathBuf>,
}

/// Import a survey file into a document.
#[derive(Args, Debug)]
pub struct Import {
    /// The document.
    pub file: PathBuf,
    /// The survey file; or several, or folders of them.
    #[arg(required = true)]
    pub data: Vec<PathBuf>,
    /// How its columns are read.
    #[arg(long, value_name = "PROFILE.json")]
    pub mapping: Option<PathBuf>,
    /// The journey the answers are about; the first one when not given.
    #[arg(long)]
    pub journey: Option<String>,
    /// The sheet of a workbook; the visible one with most rows when not given.
    #[arg(long)]
    pub sheet: Option<String>,
    /// Check everything and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Import the same file once more.
    #[arg(long)]
    pub again: bool,
    /// Write the refused cells with their reasons.
    #[arg(long, value_name = "OUT.csv")]
    pub rejected: Option<PathBuf>,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

/// Say what the importer makes of a file.
#[derive(Args, Debug)]
pub struct Detect {
    /// The survey file.
    pub data: PathBuf,
    /// A mapping profile: what it states is not guessed, and its directions are checked.
    #[arg(long, value_name = "PROFILE.json")]
    pub mapping: Option<PathBuf>,
    /// The sheet of a workbook; the visible one with most rows when not given.
    #[arg(long)]
    pub sheet: Option<String>,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
    /// Write the table as read.
    #[arg(long, value_name = "OUT.csv")]
    pub table: Option<PathBuf>,
}

/// What is counted.
#[derive(Args, Debug, Clone, Default)]
pub struct Selection {
    /// Only what fits: channel=web, owner=…, team=…, department=…, wave=…, touchpoint=…,
    /// segment:Region=North, text=wait (customers who wrote that, or a word with it), score:nps=0-6 (answers of people who gave such a score), from=DATE, to=DATE.
    #[arg(long = "where", value_name = "NAME=VALUE")]
    pub conditions: Vec<String>,
    /// From this day on (YYYY-MM-DD).
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Up to and including this day (YYYY-MM-DD).
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// The journey; the first one when not given.
    #[arg(long)]
    pub journey: Option<String>,
}

/// Print scores with their intervals.
#[derive(Args, Debug)]
pub struct Stats {
    /// A document or a sample folder.
    pub file: PathBuf,
    /// nps, ces, csat, fcr or rating; repeat_contact or channel_switching of a log of contacts; or
    /// whatever `render --overlay` paints, such as volume, importance, enps or guess_gap:ces.
    #[arg(long, value_parser = counted)]
    pub metric: Counted,
    /// Days within which a next contact counts, for repeat_contact and channel_switching.
    #[arg(long, value_name = "DAYS", default_value_t = USUAL_WINDOW, value_parser = window)]
    pub window: u32,
    /// touchpoint, stage, channel, owner, team, department, wave, month, persona or
    /// segment:NAME.
    #[arg(long)]
    pub by: Option<String>,
    /// Columns beside the rows of --by touchpoint or stage: channel, owner, month,
    /// persona or segment:NAME.
    #[arg(long, conflicts_with = "pool")]
    pub across: Option<String>,
    /// Merge questions of one metric and scale, and cluster the interval by respondent.
    #[arg(long)]
    pub pool: bool,
    /// Where to look first, by this rule: worst, worsening, most-answered, below-target or guess-gap.
    #[arg(long, value_name = "RULE", value_parser = rule)]
    pub first: Option<Rule>,
    /// What `--first worsening` compares with, such as wave=2016.
    #[arg(long, value_name = "NAME=VALUE", requires = "first")]
    pub against: Vec<String>,
    /// With --by month: centre, control limits, baseline and signals of each month. Pools as --pool
    /// does; --from and --to choose which whole months are listed, not what the limits rest on.
    #[arg(long)]
    pub limits: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "documented at its type")]
    pub selection: Selection,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

/// Print the difference between two selections.
#[derive(Args, Debug)]
pub struct Compare {
    /// A document or a sample folder.
    pub file: PathBuf,
    /// nps, ces, csat, fcr or rating.
    #[arg(long, value_parser = metric)]
    pub metric: Metric,
    /// The one selection, such as wave=2016.
    #[arg(long, value_name = "NAME=VALUE", required = true)]
    pub a: Vec<String>,
    /// The other, such as wave=2017.
    #[arg(long, value_name = "NAME=VALUE", required = true)]
    pub b: Vec<String>,
    /// touchpoint.
    #[arg(long)]
    pub by: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "documented at its type")]
    pub selection: Selection,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

/// Draw a journey to a file.
#[derive(Args, Debug)]
pub struct Render {
    /// A document or a sample folder.
    pub file: PathBuf,
    /// Where to; the ending tells the format: svg or png.
    pub out: PathBuf,
    /// Paint this metric over the map.
    #[arg(long, value_parser = measure)]
    pub overlay: Option<Measure>,
    /// A second measure, as a badge on each card.
    #[arg(long, value_parser = measure)]
    pub badge: Option<Measure>,
    /// Only this question of --overlay, by its words or its code.
    #[arg(long, value_name = "QUESTION", requires = "overlay")]
    pub question: Option<String>,
    /// Only this question of --badge.
    #[arg(long, value_name = "QUESTION", requires = "badge")]
    pub badge_question: Option<String>,
    /// The page of owner=NAME, team=NAME or department=NAME in place of the map; --overlay says which
    /// score comes first.
    #[arg(long, value_name = "WHO", conflicts_with = "badge")]
    pub scorecard: Option<String>,
    /// Where the middle of the colours lies: target, own-target, usual or mean.
    #[arg(long, default_value = "target", value_parser = middle)]
    pub middle: Middle,
    /// Heat colours: red-brown-blue, red-blue, cividis or red-green.
    #[arg(long, default_value = "red-brown-blue", value_parser = palette)]
    pub palette: Palette,
    /// light or dark.
    #[arg(long, default_value = "light")]
    pub theme: Theme,
    /// Paper size, such as A3; the map's own size when not given.
    #[arg(long)]
    pub page: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "documented at its type")]
    pub selection: Selection,
}

/// In which order what respondents wrote is listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
#[expect(missing_docs, reason = "named after themselves")]
pub enum Order {
    #[default]
    Newest,
    Oldest,
    Lowest,
    Highest,
    Touchpoint,
}

/// List what respondents wrote, with its themes and the rules that gave them.
#[derive(Args, Debug)]
pub struct Comments {
    /// A document or a sample folder.
    pub file: PathBuf,
    /// With all these parts of words: wacht also finds gewacht.
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// Search for words, or how they begin, instead of parts of words.
    #[arg(long)]
    pub words: bool,
    /// With this theme; several mean any of them.
    #[arg(long, value_name = "NAME")]
    pub theme: Vec<String>,
    /// Without any theme.
    #[arg(long, conflicts_with = "theme")]
    pub untagged: bool,
    /// newest, oldest, lowest, highest or touchpoint first; lowest and highest need --metric.
    #[arg(long, default_value = "newest")]
    pub sort: Order,
    /// The score beside each text: nps, ces, csat, fcr or rating.
    #[arg(long, value_parser = metric)]
    pub metric: Option<Metric>,
    /// With such an answer to --metric, such as 0..6.
    #[arg(long, value_name = "FROM..TO", value_parser = band, requires = "metric")]
    pub score: Option<(i32, i32)>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "documented at its type")]
    pub selection: Selection,
    /// Write a CSV file (semicolons in Dutch, commas in English).
    #[arg(long, value_name = "OUT.csv", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

/// Count the themes of what respondents wrote.
#[derive(Args, Debug)]
pub struct Themes {
    /// A document or a sample folder.
    pub file: PathBuf,
    /// The score of each theme's texts: nps, ces, csat, fcr or rating.
    #[arg(long, value_parser = metric)]
    pub metric: Option<Metric>,
    /// Only of texts with all these parts of words.
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "documented at its type")]
    pub selection: Selection,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

/// Write a document's contents in another format.
#[derive(Args, Debug)]
pub struct Export {
    /// A document or a sample folder.
    pub file: PathBuf,
    /// Where to; the ending tells the format: json or csv.
    pub out: PathBuf,
}

/// Run commands from a file.
#[derive(Args, Debug)]
pub struct Apply {
    /// The document.
    pub file: PathBuf,
    /// One command a line.
    #[arg(value_name = "COMMANDS.jsonl")]
    pub commands: PathBuf,
}

/// Check a document.
#[derive(Args, Debug)]
pub struct Check {
    /// The document.
    pub file: PathBuf,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "nl, en".to_owned())
}

fn measure(text: &str) -> Result<Measure, String> {
    let known = || Measure::all().iter().map(|m| m.key()).collect::<Vec<_>>().join(", ");
    Measure::from_key(text).ok_or_else(known)
}

fn metric(text: &str) -> Result<Metric, String> {
    Metric::from_key(text).ok_or_else(|| Metric::ALL.map(Metric::key).join(", "))
}

/// What `stats` can count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counted {
    /// Answers.
    Answers(Metric),
    /// Contacts of a log.
    Contacts(ContactMetric),
    /// Anything else that can be painted over a map.
    Painted(Measure),
}

fn counted(text: &str) -> Result<Counted, String> {
    let contacts = ContactMetric::from_key(text).map(Counted::Contacts);
    let answers = Metric::from_key(text).map(Counted::Answers);
    answers.or(contacts).map_or_else(|| measure(text).map(Counted::Painted), Ok)
}

fn middle(text: &str) -> Result<Middle, String> {
    named(text, "target, own-target, usual, mean")
}

fn palette(text: &str) -> Result<Palette, String> {
    named(text, "red-brown-blue, red-blue, cividis, red-green")
}

/// One of the names that files use too, with hyphens or underscores.
fn named<T: serde::de::DeserializeOwned>(text: &str, known: &str) -> Result<T, String> {
    let text = text.trim().to_lowercase();
    let of = |text: String| serde_json::from_value(serde_json::Value::String(text)).ok();
    of(text.replace('_', "-"))
        .or_else(|| of(text.replace('-', "_")))
        .ok_or_else(|| known.to_owned())
}

fn rule(text: &str) -> Result<Rule, String> {
    let known = || Rule::ALL.map(|rule| rule.key().replace('_', "-")).join(", ");
    Rule::from_key(text).ok_or_else(known)
}

fn window(text: &str) -> Result<u32, String> {
    let days = text.trim().parse().ok().filter(|days| (1..=3650).contains(days));
    days.ok_or_else(|| "1–3650".to_owned())
}

fn band(text: &str) -> Result<(i32, i32), String> {
    let ends = text.split_once("..").map(|(from, to)| (from.trim().parse(), to.trim().parse()));
    match ends {
        Some((Ok(from), Ok(to))) if from <= to => Ok((from, to)),
        _ => Err("0..6".to_owned()),
    }
}

fn size(text: &str) -> Result<(f32, f32), String> {
    let parse = |part: Option<&str>| part.and_then(|p| p.parse::<f32>().ok());
    let mut parts = text.split('x');
    match (parse(parts.next()), parse(parts.next()), parts.next()) {
        (Some(width), Some(height), None) if width >= 100.0 && height >= 100.0 => {
            Ok((width, height))
        }
        _ => Err("1440x900".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_path_alone_opens_the_window_and_a_word_is_an_action() {
        let opened = Arguments::try_parse_from(["klantreis", "sample_journeys/energie"]).unwrap();
        assert!(opened.action.is_none());
        assert_eq!(opened.window.path, Some(PathBuf::from("sample_journeys/energie")));
        let checked = Arguments::try_parse_from(["klantreis", "check", "a.klantreis"]).unwrap();
        assert!(matches!(checked.action, Some(Action::Check(_))));
    }
}
