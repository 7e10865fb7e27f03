//! What one column may be, from its header and its values, with how sure that is.
//!
//! Looks at one column and its neighbours; what the tool of the file says comes after.

use super::heading::Heading;
use super::ladders::Family;
use super::numbers::looks_like_moment;
use super::profile::{AnswerColumn, Role};
use super::scale::{ScaleFound, as_number};
use super::words::{self, holds, plain};
use super::{DetectedColumn, Kind, ValueCount};
use crate::model::{Better, Metric, QuestionKind};
use std::collections::BTreeMap;

/// What one column may be.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Guess {
    pub role: Role,
    pub confidence: f64,
}

impl Guess {
    pub fn new(role: Role, confidence: f64) -> Self {
        Self { role, confidence }
    }
}

/// The columns of a file with what was made of their headers and scales.
pub(super) struct Sight<'d> {
    pub columns: &'d [DetectedColumn],
    pub headings: Vec<Heading>,
    pub scales: Vec<Option<ScaleFound>>,
    pub rows: u64,
}

impl<'d> Sight<'d> {
    /// Looks at columns and their headers.
    pub fn new(columns: &'d [DetectedColumn], rows: u64) -> Self {
        let headings = super::heading::headings(columns);
        let scales = columns.iter().zip(&headings);
        let scales = scales.map(|(c, h)| super::scale::find(c, &h.text)).collect();
        Self { columns, headings, scales, rows }
    }
}

/// Proposes what column `at` is.
pub(super) fn guess(sight: &Sight<'_>, at: usize) -> Guess {
    let column = &sight.columns[at];
    let header = sight.headings[at].plain();
    if column.kind.value == Kind::Empty {
        return Guess::new(Role::Ignore, 0.95);
    }
    // "Telefoon" may be what is rated.
    if is_personal(column, &header) && sight.scales[at].is_none() {
        return Guess::new(Role::Ignore, 0.9);
    }
    if holds(&header, words::SYSTEM) {
        return Guess::new(Role::Ignore, 0.8);
    }
    identity(column, &header, sight.rows)
        .or_else(|| moment(column, &header))
        .or_else(|| answer(sight, at, &header))
        .or_else(|| description(column, &sight.headings[at], &header))
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
    matches!(header, "name" | "naam" | "names" | "namen")
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
    // Of two such columns the fuller is the moment of the answers.
    let filled = column.filled as f64 / (column.filled + column.empty).max(1) as f64;
    let format = Some(date.format.clone());
    Some(Guess::new(Role::Date { format }, column.kind.confidence * named * (0.85 + 0.15 * filled)))
}

/// The metric that a question speaks of.
pub(super) fn metric_of(header: &str) -> Option<Metric> {
    let families = [
        (Metric::Nps, words::NPS),
        (Metric::Ces, words::CES),
        (Metric::Fcr, words::FCR),
        (Metric::Csat, words::CSAT),
    ];
    families.into_iter().find(|(_, phrases)| holds(header, phrases)).map(|f| f.0)
}

fn answer(sight: &Sight<'_>, at: usize, header: &str) -> Option<Guess> {
    let (column, heading) = (&sight.columns[at], &sight.headings[at]);
    let found = sight.scales[at].as_ref();
    let likely = found.is_some_and(|s| (s.min, s.max) == (0, 10) && says_likely(column));
    // Above a question in full there may be a short name, which says it too.
    let code = column.header_cells.first().filter(|_| column.header_cells.len() > 1);
    let by_code = || metric_of(&plain(code?));
    let said = metric_of(header).or_else(by_code).or(likely.then_some(Metric::Nps));
    if let (Some(Metric::Fcr), Some(labels)) = (said, yes_no(column)) {
        return Some(Guess::new(role(Metric::Fcr, (0, 1), labels, heading), 0.85));
    }
    if said == Some(Metric::Nps) && mostly_within(column, 0, 10) {
        let labels = found.map_or_else(BTreeMap::new, |s| s.labels.clone());
        return Some(Guess::new(role(Metric::Nps, (0, 10), labels, heading), 0.92));
    }
    let scale = found?;
    let range = match (said, scale.min, scale.max) {
        // A scale that says what it measures and of which the best or worst was never chosen.
        (Some(Metric::Ces | Metric::Csat), 1, 3 | 4) if scale.labels.is_empty() && !scale.named => {
            (1, 5)
        }
        (_, min, max) => (min, max),
    };
    let labels = || scale.labels.clone();
    if let Some(metric) = scale.family.and_then(|family| by_words(family, said, header)) {
        let mut role = role(metric, range, labels(), heading);
        if let (Role::Answer(answer), Some(family)) = (&mut role, scale.family) {
            answer.better = likely_better(family);
        }
        let sure = if said.is_some() { 0.35 } else { 0.25 };
        return Some(Guess::new(role, 0.6 + sure * scale.coverage));
    }
    let fits = |metric: Metric| match metric {
        Metric::Nps => false,
        Metric::Ces | Metric::Csat | Metric::Rating => scale.max >= 3,
        Metric::Fcr => range == (0, 1),
    };
    if let Some(metric) = said.filter(|m| fits(*m)) {
        let general = metric == Metric::Csat && scale.max >= 9 && !holds(header, words::SATISFIED);
        let metric = if general { Metric::Rating } else { metric };
        return Some(Guess::new(
            role(metric, range, labels(), heading),
            0.6 + 0.35 * scale.coverage,
        ));
    }
    let beside = |other: Option<usize>| {
        let other = other.and_then(|o| sight.scales.get(o)).and_then(Option::as_ref);
        other.is_some_and(|o| (o.min, o.max) == range && o.whole_range)
    };
    let neighbours = beside(at.checked_sub(1)) || beside(Some(at + 1));
    let grid = scale.whole_range && scale.max >= 5 && neighbours;
    // Rows of one question table share its scale, also where a value was never chosen.
    let table = heading.item.is_some() && scale.max >= 4 && scale.coverage >= 0.9 && {
        let same = |o: usize| {
            sight.headings.get(o).is_some_and(|h| h.item.is_some() && h.stem == heading.stem)
                && sight.scales[o].as_ref().is_some_and(|s| (s.min, s.max) == range)
        };
        at.checked_sub(1).is_some_and(same) || same(at + 1)
    };
    if grid || table || scale.named || !scale.labels.is_empty() {
        let metric = if scale.max <= 7 { Metric::Csat } else { Metric::Rating };
        return Some(Guess::new(
            role(metric, range, labels(), heading),
            0.5 * scale.coverage + 0.1,
        ));
    }
    None
}

/// The metric of answers in words: what the question says, where the words can mean that.
fn by_words(family: Family, said: Option<Metric>, header: &str) -> Option<Metric> {
    match (family, said) {
        (Family::Ease | Family::Effort, _) => Some(Metric::Ces),
        (Family::Agreement, Some(Metric::Ces)) if holds(header, words::EASE) => Some(Metric::Ces),
        (Family::Likelihood, _) => Some(Metric::Rating),
        (Family::Face | Family::Satisfaction | Family::Quality | Family::Agreement, _) => {
            Some(Metric::Csat)
        }
    }
}

/// The end that is good by the words themselves. For effort it is asked all the same.
fn likely_better(family: Family) -> Better {
    if family == Family::Effort { Better::Low } else { Better::High }
}

/// Whether the words beside the numbers speak of being likely to do something.
fn says_likely(column: &DetectedColumn) -> bool {
    let likely = ["likely", "unlikely", "waarschijnlijk", "onwaarschijnlijk"];
    column.top.iter().any(|v| holds(&plain(&v.value), &likely))
}

/// Whether most cells are whole numbers, or begin with one, between two ends.
fn mostly_within(column: &DetectedColumn, min: i32, max: i32) -> bool {
    let on =
        column.top.iter().filter(|v| as_number(&v.value).is_some_and(|n| (min..=max).contains(&n)));
    on.map(|v| v.count).sum::<u64>() * 10 >= column.filled * 6 && column.distinct <= 40
}

/// An answer column. `better` of an effort scale is what its words make likely; it is asked.
pub(super) fn role(
    metric: Metric,
    (min, max): (i32, i32),
    labels: BTreeMap<String, i32>,
    heading: &Heading,
) -> Role {
    let header = heading.plain();
    let little = metric == Metric::Ces && !holds(&header, words::EASE);
    let question = header.split(' ').count() >= 3;
    Role::Answer(Box::new(AnswerColumn {
        metric,
        min,
        max,
        better: if little { Better::Low } else { Better::High },
        missing: Vec::new(),
        touchpoint: None,
        wording: if question { heading.text.clone() } else { String::new() },
        labels,
        boxed: Vec::new(),
        breaks: None,
        kind: QuestionKind::default(),
    }))
}

/// The labels of a column that says yes and no.
pub(super) fn yes_no(column: &DetectedColumn) -> Option<BTreeMap<String, i32>> {
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
fn description(column: &DetectedColumn, heading: &Heading, header: &str) -> Option<Guess> {
    let text = column.kind.value == Kind::Text;
    let words_count = header.split(' ').count();
    let repeats = column.filled >= 20 && column.distinct as u64 * 4 <= column.filled;
    if text && column.distinct <= 60 && holds(header, words::CHANNEL) && words_count <= 3 {
        return Some(Guess::new(Role::Channel, 0.85));
    }
    if text && column.distinct <= 300 && holds(header, words::TOUCHPOINT) && words_count <= 3 {
        return Some(Guess::new(Role::Touchpoint, 0.85));
    }
    if let Some(several) = column.several.as_ref().filter(|_| text) {
        let mut segment = named_segment(column, heading);
        if let Role::Segment { separator, options, .. } = &mut segment {
            *separator = Some(several.separator.clone());
            options.clone_from(&several.options);
        }
        return Some(Guess::new(segment, 0.7));
    }
    let letters: usize = column.examples.iter().map(|e| e.chars().count()).sum();
    // Codes are long too, but are no sentences.
    let spaced = column.examples.iter().filter(|e| e.trim().contains(' ')).count();
    let sentences = spaced * 2 > column.examples.len();
    let long = sentences && letters > 30 * column.examples.len().max(1);
    let comment = Role::Comment { touchpoint: None };
    if text && holds(header, words::COMMENT) && (long || !(repeats && column.distinct <= 12)) {
        return Some(Guess::new(comment, if long { 0.9 } else { 0.75 }));
    }
    if text && long && !repeats {
        return Some(Guess::new(comment, 0.6));
    }
    let segment = named_segment(column, heading);
    if holds(header, words::SEGMENT) && column.distinct <= 200 && column.distinct > 1 {
        return Some(Guess::new(segment, 0.7));
    }
    if is_option(column, heading) {
        return Some(Guess::new(segment, 0.6));
    }
    // A question in full with ever other words below it; codes and times are no words.
    let question = heading.text.split_whitespace().count() >= 3;
    let words = column.examples.iter().filter(|e| !looks_like_moment(e));
    let said = words.filter(|e| e.trim().contains(' ') || e.chars().all(char::is_alphabetic));
    let asks = question && said.count() * 2 > column.examples.len();
    let asks = asks && column.distinct as u64 * 3 > column.filled;
    if text && asks && !repeats {
        return Some(Guess::new(comment, 0.5));
    }
    let few = column.distinct > 1 && column.distinct <= if text { 40 } else { 15 };
    (few && repeats).then(|| Guess::new(segment, if text { 0.55 } else { 0.35 }))
}

/// Whether a column stands for one option of a question: its cells name it, or say yes or no.
fn is_option(column: &DetectedColumn, heading: &Heading) -> bool {
    const CHOSEN: &[&str] = &[
        "not selected",
        "selected",
        "checked",
        "unchecked",
        "niet geselecteerd",
        "geselecteerd",
        "yes",
        "no",
        "ja",
        "nee",
        "true",
        "false",
        "1",
        "0",
        "x",
    ];
    let Some(item) = &heading.item else { return false };
    let says = |v: &ValueCount| {
        let value = plain(&v.value);
        value == plain(item) || CHOSEN.contains(&value.as_str())
    };
    column.distinct <= 2 && column.top.iter().all(says)
}

/// A segment; where several header rows or a question table give a long header, by its words.
fn named_segment(column: &DetectedColumn, heading: &Heading) -> Role {
    let mut segment = Role::segment();
    let Role::Segment { name, .. } = &mut segment else { return segment };
    *name = match (&heading.stem, &heading.item) {
        (Some(stem), Some(item)) => Some(format!("{stem}: {item}")),
        _ if column.header_cells.len() > 1 => Some(heading.text.clone()),
        _ => None,
    };
    *name = name.take().filter(|n| !n.trim().is_empty() && *n != column.header);
    segment
}
