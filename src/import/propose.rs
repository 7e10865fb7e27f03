//! Proposes what each column is: a profile with a confidence per column, and what it must ask.
//!
//! Never decides the direction of an effort scale and never calls a value missing by itself.

use super::hint::hint;
use super::profile::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
use super::scale::{self, ScaleFound};
use super::words::{self, holds};
use super::{Detected, DetectedColumn, Kind, ValueCount};
use crate::model::{Better, Metric, QuestionKind};
use serde::Serialize;
use std::collections::BTreeMap;

/// A mapping to begin with.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Proposal {
    /// The profile: one entry for each column of the file, in the file's order.
    pub profile: Profile,
    /// How sure each entry of `profile.columns` is, 0…1.
    pub confidence: Vec<f64>,
    /// What only a person can know.
    pub questions: Vec<Asked>,
}

/// A question for a person. `column` is an index into `Proposal::profile.columns`.
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
    let scales: Vec<Option<ScaleFound>> = detected.columns.iter().map(scale::find).collect();
    let mut guesses: Vec<Guess> = detected
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| guess(column, &scales, at, detected.rows_examined))
        .collect();
    keep_one(&mut guesses, |role| matches!(role, Role::ResponseId));
    keep_one(&mut guesses, |role| matches!(role, Role::Date { .. }));
    keep_one(&mut guesses, |role| matches!(role, Role::Weight));
    keep_one(&mut guesses, |role| matches!(role, Role::Touchpoint));
    keep_one(&mut guesses, |role| matches!(role, Role::Channel));
    name_touchpoints(&mut guesses, detected);
    let questions = questions(&guesses, &scales, detected);
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
        survey: SurveyPart { name: stem(&detected.file_name), ..SurveyPart::default() },
        columns: columns
            .map(|(c, g)| Column { column: c.name.clone(), role: g.role.clone() })
            .collect(),
        touchpoints: BTreeMap::new(),
        unmatched: Unmatched::Bucket,
    };
    let confidence = guesses.iter().map(|g| g.confidence).collect();
    Proposal { profile, confidence, questions }
}

fn stem(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    stem.replace('_', " ").trim().to_owned()
}

/// What one column may be.
struct Guess {
    role: Role,
    confidence: f64,
}

impl Guess {
    fn new(role: Role, confidence: f64) -> Self {
        Self { role, confidence }
    }
}

fn guess(column: &DetectedColumn, scales: &[Option<ScaleFound>], at: usize, rows: u64) -> Guess {
    let header = words::plain(&column.header);
    if column.kind.value == Kind::Empty {
        return Guess::new(Role::Ignore, 0.95);
    }
    if is_personal(column, &header) {
        return Guess::new(Role::Ignore, 0.9);
    }
    identity(column, &header, rows)
        .or_else(|| moment(column, &header))
        .or_else(|| answer(column, &header, scales, at))
        .or_else(|| description(column, &header))
        .unwrap_or_else(|| Guess::new(Role::Ignore, 0.4))
}

fn is_personal(column: &DetectedColumn, header: &str) -> bool {
    let mail =
        |v: &String| v.contains('@') && v.rsplit('@').next().is_some_and(|d| d.contains('.'));
    let phone = |v: &String| {
        let digits = v.bytes().filter(u8::is_ascii_digit).count();
        let signs = v.bytes().filter(|b| matches!(b, b'+' | b'-' | b' ' | b'(' | b')')).count();
        (9..=15).contains(&digits) && signs > 0 && digits + signs == v.len()
    };
    let most = |test: &dyn Fn(&String) -> bool| {
        column.examples.iter().filter(|e| test(e)).count() * 2 > column.examples.len()
    };
    let text = column.kind.value == Kind::Text;
    matches!(header, "name" | "naam")
        || holds(header, words::PERSONAL)
        || (text && (most(&mail) || most(&phone)))
}

/// Columns that tell one response, person or weight from another.
fn identity(column: &DetectedColumn, header: &str, rows: u64) -> Option<Guess> {
    let varied = column.distinct as u64 * 5 >= column.filled.min(2_000) && rows > 0;
    let words_count = header.split(' ').count();
    if holds(header, words::WEIGHT) && column.is_numeric() {
        return Some(Guess::new(Role::Weight, 0.9));
    }
    if words::CUSTOMER.contains(&header) && varied {
        return Some(Guess::new(Role::Customer, 0.8));
    }
    if words::RESPONSE_ID.contains(&header) && varied && column.kind.value != Kind::Date {
        let unique = column.distinct as u64 == column.filled || column.distinct >= 2_000;
        let exact = if words_count > 1 || header.len() > 4 { 0.95 } else { 0.85 };
        return Some(Guess::new(Role::ResponseId, if unique { exact } else { 0.6 }));
    }
    if holds(header, words::CONSENT) && yes_no(column).is_some() {
        return Some(Guess::new(Role::Consent, 0.8));
    }
    if holds(header, words::EMPLOYEE) && column.kind.value == Kind::Text && words_count <= 3 {
        return Some(Guess::new(Role::Employee, 0.6));
    }
    None
}

fn moment(column: &DetectedColumn, header: &str) -> Option<Guess> {
    let date = column.date.as_ref()?;
    let named = if holds(header, words::FIRST_DATE) {
        1.0
    } else if holds(header, words::DATE) {
        0.97
    } else {
        0.8
    };
    let format = Some(date.format.clone());
    Some(Guess::new(Role::Date { format }, column.kind.confidence * named))
}

fn metric_of(header: &str) -> Option<Metric> {
    let families = [
        (Metric::Nps, words::NPS),
        (Metric::Ces, words::CES),
        (Metric::Fcr, words::FCR),
        (Metric::Csat, words::CSAT),
    ];
    families.into_iter().find(|(_, phrases)| holds(header, phrases)).map(|f| f.0)
}

fn answer(
    column: &DetectedColumn,
    header: &str,
    scales: &[Option<ScaleFound>],
    at: usize,
) -> Option<Guess> {
    let said = metric_of(header);
    if let (Some(Metric::Fcr), Some(labels)) = (said, yes_no(column)) {
        return Some(Guess::new(role(Metric::Fcr, (0, 1), labels), 0.85));
    }
    if said == Some(Metric::Nps) && mostly_within(column, 0, 10) {
        let labels = scales[at].as_ref().map_or_else(BTreeMap::new, |s| s.labels.clone());
        return Some(Guess::new(role(Metric::Nps, (0, 10), labels), 0.92));
    }
    let scale = scales[at].as_ref()?;
    let range = match (said, scale.min, scale.max) {
        // A scale that says what it measures and of which the best or worst was never chosen.
        (Some(Metric::Ces | Metric::Csat), 1, 3 | 4) if scale.labels.is_empty() => (1, 5),
        (_, min, max) => (min, max),
    };
    let fits = |metric: Metric| match metric {
        Metric::Nps => false,
        Metric::Ces | Metric::Csat | Metric::Rating => scale.max >= 3,
        Metric::Fcr => range == (0, 1),
    };
    if let Some(metric) = said.filter(|m| fits(*m)) {
        return Some(Guess::new(
            role(metric, range, scale.labels.clone()),
            0.6 + 0.35 * scale.coverage,
        ));
    }
    let beside = |other: Option<usize>| {
        let other = other.and_then(|o| scales.get(o)).and_then(Option::as_ref);
        other.is_some_and(|o| (o.min, o.max) == range && o.whole_range)
    };
    let grid =
        scale.whole_range && scale.max >= 5 && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
    if grid || !scale.labels.is_empty() {
        let metric = if scale.max <= 7 { Metric::Csat } else { Metric::Rating };
        return Some(Guess::new(
            role(metric, range, scale.labels.clone()),
            0.5 * scale.coverage + 0.1,
        ));
    }
    None
}

/// Whether most cells are whole numbers, or begin with one, between two ends.
fn mostly_within(column: &DetectedColumn, min: i32, max: i32) -> bool {
    let number = |v: &ValueCount| {
        v.value.parse::<i32>().ok().or_else(|| super::numbers::leading_integer(&v.value))
    };
    let on = column.top.iter().filter(|v| number(v).is_some_and(|n| (min..=max).contains(&n)));
    on.map(|v| v.count).sum::<u64>() * 10 >= column.filled * 6 && column.distinct <= 40
}

/// An answer column. `better` of an effort scale is a blank that the direction question fills.
fn role(metric: Metric, (min, max): (i32, i32), labels: BTreeMap<String, i32>) -> Role {
    let better = if metric == Metric::Ces { Better::Low } else { Better::High };
    Role::Answer(Box::new(AnswerColumn {
        metric,
        min,
        max,
        better,
        missing: Vec::new(),
        touchpoint: None,
        wording: String::new(),
        labels,
        boxed: Vec::new(),
        breaks: None,
        kind: QuestionKind::default(),
    }))
}

/// The labels of a column that says yes and no.
fn yes_no(column: &DetectedColumn) -> Option<BTreeMap<String, i32>> {
    let mut labels = BTreeMap::new();
    let mut known = 0;
    for value in &column.top {
        let word = value.value.to_lowercase();
        let number = if words::YES.contains(&word.as_str()) {
            1
        } else if words::NO.contains(&word.as_str()) {
            0
        } else {
            continue;
        };
        known += value.count;
        labels.insert(value.value.clone(), number);
    }
    let few = column.distinct <= 6;
    (few && labels.len() >= 2 && known * 10 >= column.filled * 6).then_some(labels)
}

/// Columns that describe the row: channel, touchpoint, comment, segment.
fn description(column: &DetectedColumn, header: &str) -> Option<Guess> {
    let text = column.kind.value == Kind::Text;
    let words_count = header.split(' ').count();
    let repeats = column.filled >= 20 && column.distinct as u64 * 4 <= column.filled;
    if text && column.distinct <= 60 && holds(header, words::CHANNEL) && words_count <= 3 {
        return Some(Guess::new(Role::Channel, 0.85));
    }
    if text && column.distinct <= 300 && holds(header, words::TOUCHPOINT) && words_count <= 3 {
        return Some(Guess::new(Role::Touchpoint, 0.85));
    }
    let letters: usize = column.examples.iter().map(|e| e.chars().count()).sum();
    let long = letters > 30 * column.examples.len().max(1);
    let comment = Role::Comment { touchpoint: None };
    if text && holds(header, words::COMMENT) && !(repeats && column.distinct <= 12) {
        return Some(Guess::new(comment, if long { 0.9 } else { 0.75 }));
    }
    if text && long && !repeats {
        return Some(Guess::new(comment, 0.6));
    }
    let segment = Role::Segment { name: None, labels: BTreeMap::new(), missing: Vec::new() };
    if holds(header, words::SEGMENT) && column.distinct <= 200 && column.distinct > 1 {
        return Some(Guess::new(segment, 0.7));
    }
    let few = column.distinct > 1 && column.distinct <= if text { 40 } else { 15 };
    (few && repeats).then(|| Guess::new(segment, if text { 0.55 } else { 0.35 }))
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

/// In a wide file each rating column is about its own touchpoint, named after its header.
fn name_touchpoints(guesses: &mut [Guess], detected: &Detected) {
    let long = guesses.iter().any(|g| matches!(g.role, Role::Touchpoint));
    let rated = |g: &Guess| matches!(&g.role, Role::Answer(a) if a.metric != Metric::Nps);
    if long || guesses.iter().filter(|g| rated(g)).count() < 2 {
        return;
    }
    for (guess, column) in guesses.iter_mut().zip(&detected.columns) {
        let Role::Answer(answer) = &mut guess.role else {
            continue;
        };
        let header = words::plain(&column.header);
        let whole = holds(&header, &["overall", "all", "algemeen", "totaal", "total"]);
        if answer.metric != Metric::Nps && !whole && !header.is_empty() {
            answer.touchpoint = Some(column.header.clone());
        }
    }
}

fn questions(guesses: &[Guess], scales: &[Option<ScaleFound>], detected: &Detected) -> Vec<Asked> {
    const MOST_VALUES: usize = 12;
    let mut asked = Vec::new();
    for (at, guess) in guesses.iter().enumerate() {
        match &guess.role {
            Role::Answer(answer) => {
                if answer.metric == Metric::Ces {
                    let values = in_order(&detected.columns[at], answer);
                    let roles: Vec<&Role> = guesses.iter().map(|g| &g.role).collect();
                    let hint = hint(at, &roles, detected);
                    asked.push(Asked::Direction { column: at, values, hint });
                }
                let odd = odd_values(answer, scales[at].as_ref(), &detected.columns[at]);
                asked.extend(odd.into_iter().take(MOST_VALUES).map(|v| Asked::Missing {
                    column: at,
                    value: v.value,
                    count: v.count,
                }));
            }
            Role::Date { format: Some(format) } => {
                let date = detected.columns[at].date.as_ref();
                if let Some(date) = date.filter(|d| d.ambiguous) {
                    let mut formats = vec![format.clone()];
                    formats.extend(date.others.iter().cloned());
                    asked.push(Asked::DateOrder { column: at, formats });
                }
            }
            _ => {}
        }
    }
    asked
}

/// Values of an answer column that its scale does not hold.
fn odd_values(
    answer: &AnswerColumn,
    scale: Option<&ScaleFound>,
    column: &DetectedColumn,
) -> Vec<ValueCount> {
    match scale {
        Some(scale) if (scale.min, scale.max) == (answer.min, answer.max) => scale.odd.clone(),
        _ => {
            let on = |v: &&ValueCount| {
                let number = v.value.parse::<i32>().ok();
                !number.is_some_and(|n| (answer.min..=answer.max).contains(&n))
                    && !answer.labels.contains_key(&v.value)
            };
            column.top.iter().filter(on).cloned().collect()
        }
    }
}

fn in_order(column: &DetectedColumn, answer: &AnswerColumn) -> Vec<ValueCount> {
    let number = |v: &ValueCount| {
        let label = answer.labels.get(&v.value).copied();
        label.or_else(|| v.value.parse().ok()).or_else(|| super::numbers::leading_integer(&v.value))
    };
    let mut values: Vec<(i32, ValueCount)> =
        column.top.iter().filter_map(|v| Some((number(v)?, v.clone()))).collect();
    values.retain(|v| (answer.min..=answer.max).contains(&v.0));
    values.sort_by_key(|v| v.0);
    values.into_iter().map(|v| v.1).collect()
}
