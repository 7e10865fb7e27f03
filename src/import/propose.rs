//! Proposes what each column is: a profile with a confidence per column, and what it must ask.
//!
//! Never decides the direction of an effort scale and never calls a value missing by itself.

use super::ask::questions;
use super::guess::{Guess, Sight, guess, metric_of, yes_no};
use super::heading::Heading;
use super::presets;
use super::profile::{Column, Profile, Role, SurveyPart, Unmatched};
use super::siblings::share_scales;
use super::words::{self, holds};
use super::{AskedAbout, Detected, DetectedColumn, Found, Kind, ValueCount};
use crate::model::{Audience, Better, Metric};
use serde::Serialize;
use std::collections::BTreeMap;

/// A mapping to begin with.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Proposal {
    /// The survey tool whose export this has the look of, if any.
    pub preset: Option<Found<String>>,
    /// The profile: one entry for each column of the file, in the file's order.
    pub profile: Profile,
    /// How sure each entry of `profile.columns` is, 0…1.
    pub confidence: Vec<f64>,
    /// What only a person can know.
    pub questions: Vec<Asked>,
}

/// A question for a person. `column` is an index into `Proposal::profile.columns` or, past these,
/// into its `questions` (see `Profile::questions_asked`).
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Asked {
    /// Which end of an effort scale is good. Until it is answered `better` means nothing and the
    /// file must not be imported.
    Direction {
        /// The column.
        column: usize,
        /// The answers with their counts, lowest first.
        values: Vec<ValueCount>,
        /// What the answers of the same people to another question suggest.
        hint: Option<Hint>,
    },
    /// Whether a value means "no answer".
    Missing {
        /// The column.
        column: usize,
        /// The value as it stands in the file.
        value: String,
        /// How often.
        count: u64,
    },
    /// Which of several formats the dates have; each reads every cell.
    DateOrder {
        /// The column.
        column: usize,
        /// The formats; the first is the one proposed.
        formats: Vec<String>,
    },
}

/// How an effort column goes together with a column whose direction is known.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Hint {
    /// The other column: index into `Proposal::profile.columns`.
    pub with: usize,
    /// Correlation over the rows that answer both.
    pub r: f64,
    /// Number of these rows.
    pub n: usize,
    /// Answer, mean of the other column among those who gave it, how many they are.
    pub means: Vec<(i32, f64, usize)>,
    /// The direction the answers suggest; only when |r| > 0.2 and n ≥ 30.
    pub suggests: Option<Better>,
}

/// Proposes a mapping for a file.
#[must_use]
pub fn propose(detected: &Detected) -> Proposal {
    let sight = Sight::new(&detected.columns, detected.rows_examined);
    let mut guesses: Vec<Guess> = (0..detected.columns.len()).map(|at| guess(&sight, at)).collect();
    share_scales(&sight, &mut guesses);
    let skip = presets::apply(detected, &sight, &mut guesses);
    let asked = ask_by_question(detected, &mut guesses);
    keep_one(&mut guesses, |role| matches!(role, Role::ResponseId));
    keep_one(&mut guesses, |role| matches!(role, Role::Date { .. }));
    keep_one(&mut guesses, |role| matches!(role, Role::Weight));
    keep_one(&mut guesses, |role| matches!(role, Role::Touchpoint));
    keep_one(&mut guesses, |role| matches!(role, Role::Channel));
    name_touchpoints(&mut guesses, &sight);
    let mut questions = questions(&guesses, &sight, 0, detected);
    let columns = detected.columns.iter().zip(&guesses);
    let is_text = detected.format == "text";
    let is_json = matches!(detected.format, "json" | "ndjson");
    let profile = Profile {
        name: detected.file_name.clone(),
        sheet: Some(detected.sheet.value.clone()).filter(|name| !name.is_empty()),
        path: Some(detected.path.value.clone()).filter(|_| is_json),
        header_rows: Some(detected.header_rows.value),
        preamble_rows: Some(detected.preamble_rows.value).filter(|n| *n > 0),
        footer_rows: None,
        delimiter: Some(detected.delimiter.value.clone()).filter(|_| is_text),
        quote: Some(detected.quote.value.clone()).filter(|_| is_text),
        escape: detected.escape.map(String::from),
        encoding: Some(detected.encoding.value.clone()).filter(|_| is_text),
        decimal: Some(detected.decimal.value.clone()),
        survey: SurveyPart {
            name: stem(&detected.file_name),
            audience: audience(&sight),
            ..SurveyPart::default()
        },
        columns: columns
            .map(|(c, g)| Column { column: c.name.clone(), role: g.role.clone() })
            .collect(),
        preset: detected.preset.as_ref().map(|found| found.value.clone()),
        skip,
        questions: asked.about,
        touchpoints: BTreeMap::new(),
        unmatched: Unmatched::Bucket,
    };
    questions.extend(asked.questions);
    let confidence = guesses.iter().map(|g| g.confidence).collect();
    Proposal { preset: detected.preset.clone(), profile, confidence, questions }
}

/// What is proposed for questions that cells name.
#[derive(Default)]
struct ByRow {
    about: BTreeMap<String, AskedAbout>,
    questions: Vec<Asked>,
}

/// Proposes what each question is that a cell names, as if each were a column.
fn ask_by_question(detected: &Detected, guesses: &mut [Guess]) -> ByRow {
    let Some(found) = &detected.by_question else { return ByRow::default() };
    let sight = Sight::new(&found.asked, detected.rows_examined);
    let mut about = BTreeMap::new();
    let mut of_rows: Vec<(&str, Guess)> = Vec::new();
    for (at, column) in found.asked.iter().enumerate() {
        let kind = found.kinds.get(at).map(String::as_str).unwrap_or_default();
        let mut guess = by_kind(&sight, at, kind).unwrap_or_else(|| guess(&sight, at));
        let asks = is_open_question(column, &sight.headings[at].plain());
        guess.role = match guess.role {
            Role::Answer(answer) => Role::Answer(answer),
            Role::Comment { .. } => Role::Comment { touchpoint: None },
            Role::Segment { .. } if asks => Role::Comment { touchpoint: None },
            _ => Role::Ignore,
        };
        of_rows.push((column.header.as_str(), guess));
    }
    // In the order of the profile, so that questions about them name the right one.
    of_rows.sort_by(|a, b| a.0.cmp(b.0));
    let mut order: Vec<usize> = (0..found.asked.len()).collect();
    order.sort_by(|a, b| found.asked[*a].header.cmp(&found.asked[*b].header));
    let columns: Vec<DetectedColumn> = order.iter().map(|at| found.asked[*at].clone()).collect();
    let in_order = Sight::new(&columns, detected.rows_examined);
    let asked: Vec<Guess> = of_rows.iter().map(|(_, guess)| guess.clone()).collect();
    let questions = questions(&asked, &in_order, detected.columns.len(), detected);
    for (name, guess) in of_rows {
        let what = match guess.role {
            Role::Answer(answer) => AskedAbout::Answer(answer),
            Role::Comment { touchpoint } => AskedAbout::Comment { touchpoint },
            _ => AskedAbout::Ignore,
        };
        about.insert(name.to_owned(), what);
    }
    for (at, role) in [(found.question, Role::Question), (found.value, Role::Value)] {
        if let Some(guess) = guesses.get_mut(at) {
            *guess = Guess::new(role, guess.confidence.max(0.9));
        }
    }
    ByRow { about, questions }
}

/// Whether a question of which no scale is known is answered in words of one's own.
fn is_open_question(column: &DetectedColumn, header: &str) -> bool {
    let sentences = column.top.iter().filter(|v| v.value.trim().contains(' ')).count();
    let says = words::holds(header, words::COMMENT) || sentences * 2 > column.top.len();
    column.kind.value == Kind::Text && says
}

/// What a question is by the kind that the file states.
fn by_kind(sight: &Sight<'_>, at: usize, kind: &str) -> Option<Guess> {
    let (column, heading) = (sight.columns.get(at)?, sight.headings.get(at)?);
    let kind = words::plain(kind);
    let scale = sight.scales.get(at)?.as_ref();
    let labels = || scale.map_or_else(BTreeMap::new, |s| s.labels.clone());
    let range = |usual: (i32, i32)| scale.map_or(usual, |s| (s.min, s.max));
    let answer = |metric: Metric, range: (i32, i32), labels: BTreeMap<String, i32>| {
        Some(Guess::new(super::guess::role(metric, range, labels, heading), 0.9))
    };
    match kind.as_str() {
        "nps" => answer(Metric::Nps, (0, 10), labels()),
        "csat" => answer(Metric::Csat, range((1, 5)), labels()),
        "ces" => answer(Metric::Ces, range((1, 7)), labels()),
        "rating" => answer(Metric::Rating, range((1, 5)), labels()),
        "boolean" if metric_of(&heading.plain()) == Some(Metric::Fcr) => {
            answer(Metric::Fcr, (0, 1), yes_no(column)?)
        }
        "text" | "open text" | "opentext" | "open" => {
            Some(Guess::new(Role::Comment { touchpoint: None }, 0.9))
        }
        "boolean" | "date" | "categorical" | "number" => Some(Guess::new(Role::Ignore, 0.6)),
        _ => None,
    }
}

/// Employees were asked when the questions speak of the work or the employer.
fn audience(sight: &Sight<'_>) -> Audience {
    let speaks = |h: &Heading| holds(&h.plain(), words::EMPLOYEES_ASKED);
    if sight.headings.iter().any(speaks) { Audience::Employee } else { Audience::Customer }
}

fn stem(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    stem.replace('_', " ").trim().to_owned()
}

/// Of several columns for a part that a row has once, the surest stays.
fn keep_one(guesses: &mut [Guess], is_part: impl Fn(&Role) -> bool) {
    let best = guesses
        .iter()
        .enumerate()
        .filter(|(_, g)| is_part(&g.role))
        .max_by(|a, b| a.1.confidence.total_cmp(&b.1.confidence).then(b.0.cmp(&a.0)))
        .map(|(at, _)| at);
    for (at, guess) in guesses.iter_mut().enumerate() {
        if is_part(&guess.role) && Some(at) != best {
            *guess = Guess::new(Role::Ignore, 0.5);
        }
    }
}

/// In a wide file each rating column is about its own touchpoint, named after its header; the rows
/// of a question table are named by what is their own.
fn name_touchpoints(guesses: &mut [Guess], sight: &Sight<'_>) {
    let long = guesses.iter().any(|g| matches!(g.role, Role::Touchpoint));
    let rated = |g: &Guess| matches!(&g.role, Role::Answer(a) if a.metric != Metric::Nps);
    if long || guesses.iter().filter(|g| rated(g)).count() < 2 {
        return;
    }
    for (at, guess) in guesses.iter_mut().enumerate() {
        let Role::Answer(answer) = &mut guess.role else {
            continue;
        };
        let (column, heading) = (&sight.columns[at], &sight.headings[at]);
        let header = heading.plain();
        let whole = holds(&header, &["overall", "all", "algemeen", "totaal", "total"]);
        if answer.metric == Metric::Nps || whole || header.is_empty() {
            continue;
        }
        let label = match &heading.item {
            Some(item) => item,
            None if column.header_cells.len() > 1 => &heading.text,
            None => &column.header,
        };
        answer.touchpoint = Some(label.clone());
    }
}
