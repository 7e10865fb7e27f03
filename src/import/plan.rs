//! A profile made ready for one file: every column found, every word list prepared.
//!
//! Refuses a mapping that does not fit the file; reads no rows.

use super::asked_about::AskedAbout;
use super::choices::Choices;
use super::columns::join_header;
use super::dates::DateFormat;
use super::numbers::{Decimal, number};
use super::profile::{AnswerColumn, Profile, Role};
use super::rows::Rows;
use super::skip::SkipRules;
use super::{DateFound, DetectedColumn};
use crate::model::{Message, Refusal};
use std::collections::{BTreeMap, HashMap};

/// A profile made ready.
pub(super) struct Plan {
    /// Columns that are read: touchpoint and question first, then in the profile's order.
    pub columns: Vec<Planned>,
    /// Name of a question in the file → index into `questions`.
    pub question_names: Words<usize>,
    /// What each question of the profile is, in its order.
    pub questions: Vec<About>,
    pub decimal: Decimal,
    pub touchpoints: Words<String>,
    /// Rows that are left out; to be taken out, since it counts.
    pub skip: SkipRules,
    /// What a person should know.
    pub warnings: Vec<Message>,
}

/// One column that is read.
pub(super) struct Planned {
    /// Index of the cell in a row.
    pub at: usize,
    /// Index in `Profile::columns`.
    pub entry: usize,
    /// Header, or `#N`.
    pub name: String,
    pub part: Part,
}

/// What a column is, prepared.
pub(super) enum Part {
    ResponseId,
    Date(DateFormat),
    Customer,
    Employee,
    Segment { labels: Words<String>, missing: Missing },
    Choices { choices: Choices, missing: Missing },
    Channel,
    Weight,
    Consent,
    Touchpoint,
    Answer(Answer),
    Comment { touchpoint: Option<String> },
    Question,
    Value,
}

/// What a question is that a cell names.
pub(super) enum About {
    /// The index by which its answers are known (`Profile::questions_asked`), and its scale.
    Answer(usize, Answer),
    /// The index by which its comments are known, and the touchpoint they are about.
    Comment(usize, Option<String>),
    Nothing,
}

/// An answer column, prepared.
pub(super) struct Answer {
    pub min: i32,
    pub max: i32,
    pub missing: Missing,
    pub labels: Words<i32>,
    pub touchpoint: Option<String>,
}

/// Words that stand for something: compared as trimmed text, then without case, then as number.
#[derive(Clone, Default)]
pub(super) struct Words<T> {
    exact: HashMap<String, T>,
    folded: HashMap<String, T>,
    numbers: Vec<(f64, T)>,
}

impl<T: Clone> Words<T> {
    pub fn new<'a>(words: impl Iterator<Item = (&'a String, T)>, decimal: Decimal) -> Self {
        let (mut exact, mut folded, mut numbers) = (HashMap::new(), HashMap::new(), Vec::new());
        for (word, value) in words {
            let word = word.trim();
            if let Some(n) = number(word, decimal).or_else(|| number(word, Decimal::Point)) {
                numbers.push((n, value.clone()));
            }
            folded.entry(word.to_lowercase()).or_insert_with(|| value.clone());
            exact.insert(word.to_owned(), value);
        }
        Self { exact, folded, numbers }
    }

    pub fn is_empty(&self) -> bool {
        self.exact.is_empty()
    }

    /// What a trimmed cell stands for.
    pub fn get(&self, cell: &str, decimal: Decimal) -> Option<&T> {
        if self.exact.is_empty() {
            return None;
        }
        self.exact.get(cell).or_else(|| self.folded.get(&cell.to_lowercase())).or_else(|| {
            let value = if self.numbers.is_empty() { None } else { number(cell, decimal) }?;
            self.numbers.iter().find(|n| same(n.0, value)).map(|n| &n.1)
        })
    }
}

/// Values that mean "no answer": compared as trimmed text, then as numbers.
#[derive(Clone, Default)]
pub(super) struct Missing {
    texts: Vec<String>,
    numbers: Vec<f64>,
}

impl Missing {
    pub fn new(values: &[String], decimal: Decimal) -> Self {
        let texts: Vec<String> = values.iter().map(|v| v.trim().to_owned()).collect();
        let parse = |t: &String| number(t, decimal).or_else(|| number(t, Decimal::Point));
        Self { numbers: texts.iter().filter_map(parse).collect(), texts }
    }

    /// Whether a trimmed cell means "no answer".
    pub fn holds(&self, cell: &str, decimal: Decimal) -> bool {
        self.texts.iter().any(|t| t == cell)
            || (!self.numbers.is_empty()
                && number(cell, decimal).is_some_and(|v| self.holds_number(v)))
    }

    /// Whether a number means "no answer".
    pub fn holds_number(&self, value: f64) -> bool {
        self.numbers.iter().any(|n| same(*n, value))
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// What of a plan needs the columns looked at first.
pub(super) fn needs_a_look(profile: &Profile) -> bool {
    let undated = |role: &Role| matches!(role, Role::Date { format: None });
    profile.decimal.is_none() || profile.columns.iter().any(|c| undated(&c.role))
}

/// The cell that a profile's column name means, or why it means none.
pub(super) enum Located {
    At(usize),
    Missing,
    /// Several columns have this header: their indices.
    Several(Vec<usize>),
}

/// Finds a column: by header after trimming, with blanks run together, by its first header row
/// alone, or by `#N`.
pub(super) fn locate(name: &str, header: &[Vec<String>], width: usize) -> Located {
    let name = name.trim();
    let column = |at: usize| -> Vec<String> {
        header.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect()
    };
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined: Vec<String> = (0..width).map(|at| join_header(&column(at))).collect();
    let find = |test: &dyn Fn(usize) -> bool| (0..width).filter(|at| test(*at)).collect::<Vec<_>>();
    let tries = [
        find(&|at| joined[at] == name),
        find(&|at| spaced(&joined[at]) == spaced(name)),
        find(&|at| column(at).first().is_some_and(|c| c.trim() == name)),
    ];
    for found in tries {
        match found.as_slice() {
            [] => {}
            [one] if !name.is_empty() => return Located::At(*one),
            _ if name.is_empty() => {}
            _ => return Located::Several(found),
        }
    }
    let by_number = name.strip_prefix('#').and_then(|n| n.trim().parse::<usize>().ok());
    match by_number {
        Some(n) if (1..=width).contains(&n) => Located::At(n - 1),
        _ => Located::Missing,
    }
}

/// Makes a profile ready for a file.
///
/// # Errors
/// When the profile names a column the file does not have, or states a scale that cannot be.
pub(super) fn plan(
    file_name: &str,
    profile: &Profile,
    rows: &Rows,
    decimal: Decimal,
    looked: &[DetectedColumn],
) -> Result<Plan, Refusal> {
    if profile.columns.is_empty() {
        return Err(Refusal(Message::new("import-no-columns").with("file", file_name)));
    }
    let touchpoints = Words::new(profile.touchpoints.iter().map(|(k, v)| (k, v.clone())), decimal);
    let mut missing = Vec::new();
    let mut plan = Plan {
        columns: Vec::new(),
        question_names: Words::default(),
        questions: Vec::new(),
        decimal,
        touchpoints,
        skip: SkipRules::new(&profile.skip, rows, decimal, &mut missing),
        warnings: Vec::new(),
    };
    name_questions(profile, &mut plan)?;
    for (entry, column) in profile.columns.iter().enumerate() {
        let at = match locate(&column.column, &rows.header, rows.width) {
            Located::At(at) => at,
            Located::Missing => {
                missing.push(column.column.as_str());
                continue;
            }
            Located::Several(several) => {
                let numbers: Vec<String> =
                    several.iter().map(|at| format!("#{}", at + 1)).collect();
                let message = Message::new("import-duplicate-header")
                    .with("column", &column.column)
                    .with("numbers", numbers.join(", "));
                return Err(Refusal(message));
            }
        };
        if let Some(part) = part(&column.column, &column.role, &mut plan, looked.get(at))? {
            plan.columns.push(Planned { at, entry, name: column.column.trim().to_owned(), part });
        }
    }
    if !missing.is_empty() {
        return Err(missing_columns(file_name, &missing, rows));
    }
    plan.columns.sort_by_key(|c| !matches!(c.part, Part::Touchpoint | Part::Question));
    Ok(plan)
}

/// Prepares the questions that cells name.
fn name_questions(profile: &Profile, plan: &mut Plan) -> Result<(), Refusal> {
    let names = profile.questions.keys().enumerate().map(|(at, name)| (name, at));
    plan.question_names = Words::new(names, plan.decimal);
    for (at, (name, about)) in profile.questions.iter().enumerate() {
        let about = match about {
            AskedAbout::Ignore => About::Nothing,
            AskedAbout::Comment { touchpoint } => {
                let question = profile.columns.len() + at;
                About::Comment(question, renamed(touchpoint.as_deref(), plan))
            }
            AskedAbout::Answer(answer) => {
                About::Answer(profile.columns.len() + at, prepare(name, answer, plan)?)
            }
        };
        plan.questions.push(about);
    }
    Ok(())
}

fn missing_columns(file_name: &str, missing: &[&str], rows: &Rows) -> Refusal {
    const MOST_NAMED: usize = 30;
    let quoted = |names: &mut dyn Iterator<Item = String>| {
        names.map(|n| format!("“{n}”")).collect::<Vec<_>>().join(", ")
    };
    let headers: Vec<String> = headers(rows);
    let mut present = quoted(&mut headers.iter().take(MOST_NAMED).cloned());
    if headers.len() > MOST_NAMED {
        present.push_str(", …");
    }
    let message = Message::new("import-missing-column")
        .with("file", file_name)
        .with("count", missing.len())
        .with("columns", quoted(&mut missing.iter().map(|m| (*m).to_owned())))
        .with("present", present);
    Refusal(message)
}

/// Headers of a file, `#N` where there is none.
pub(super) fn headers(rows: &Rows) -> Vec<String> {
    (0..rows.width)
        .map(|at| {
            let cells: Vec<String> =
                rows.header.iter().map(|r| r.get(at).cloned().unwrap_or_default()).collect();
            let header = join_header(&cells);
            if header.is_empty() { format!("#{}", at + 1) } else { header }
        })
        .collect()
}

fn part(
    name: &str,
    role: &Role,
    plan: &mut Plan,
    looked: Option<&DetectedColumn>,
) -> Result<Option<Part>, Refusal> {
    let decimal = plan.decimal;
    Ok(Some(match role {
        Role::Ignore => return Ok(None),
        Role::ResponseId => Part::ResponseId,
        Role::Customer => Part::Customer,
        Role::Employee => Part::Employee,
        Role::Channel => Part::Channel,
        Role::Weight => Part::Weight,
        Role::Consent => Part::Consent,
        Role::Touchpoint => Part::Touchpoint,
        Role::Date { format } => Part::Date(date(name, format.as_deref(), plan, looked)?),
        Role::Segment { labels, missing, separator, options, .. } => {
            let labels = Words::new(labels.iter().map(|(k, v)| (k, v.clone())), decimal);
            let missing = Missing::new(missing, decimal);
            match separator.as_deref().filter(|s| !s.is_empty()) {
                None => Part::Segment { labels, missing },
                Some(separator) => {
                    let choices = Choices::new(separator, options, &labels);
                    Part::Choices { choices, missing }
                }
            }
        }
        Role::Question => Part::Question,
        Role::Value => Part::Value,
        Role::Comment { touchpoint } => {
            Part::Comment { touchpoint: renamed(touchpoint.as_deref(), plan) }
        }
        Role::Answer(answer) => Part::Answer(prepare(name, answer, plan)?),
    }))
}

fn renamed(label: Option<&str>, plan: &Plan) -> Option<String> {
    let label = label.map(str::trim).filter(|l| !l.is_empty())?;
    Some(plan.touchpoints.get(label, plan.decimal).cloned().unwrap_or_else(|| label.to_owned()))
}

fn prepare(name: &str, answer: &AnswerColumn, plan: &Plan) -> Result<Answer, Refusal> {
    const LONGEST_SCALE: i64 = 255;
    let length = i64::from(answer.max) - i64::from(answer.min);
    if !(1..=LONGEST_SCALE).contains(&length) {
        let message = Message::new("import-bad-scale")
            .with("column", name)
            .with("min", i64::from(answer.min))
            .with("max", i64::from(answer.max));
        return Err(Refusal(message));
    }
    Ok(Answer {
        min: answer.min,
        max: answer.max,
        missing: Missing::new(&answer.missing, plan.decimal),
        labels: word_labels(&answer.labels, plan.decimal),
        touchpoint: renamed(answer.touchpoint.as_deref(), plan),
    })
}

fn word_labels(labels: &BTreeMap<String, i32>, decimal: Decimal) -> Words<i32> {
    Words::new(labels.iter().map(|(k, v)| (k, *v)), decimal)
}

fn date(
    name: &str,
    format: Option<&str>,
    plan: &mut Plan,
    looked: Option<&DetectedColumn>,
) -> Result<DateFormat, Refusal> {
    let bad = |format: &str| {
        Refusal(Message::new("import-bad-date-format").with("column", name).with("format", format))
    };
    if let Some(format) = format {
        return DateFormat::new(format).ok_or_else(|| bad(format));
    }
    let found: Option<&DateFound> = looked.and_then(|l| l.date.as_ref());
    let format = found.map_or("%Y-%m-%d", |f| f.format.as_str());
    if let Some(found) = found.filter(|f| f.ambiguous) {
        let message = Message::new("import-warn-date-order")
            .with("column", name)
            .with("format", format)
            .with("other", found.others.join(", "));
        plan.warnings.push(message);
    }
    DateFormat::new(format).ok_or_else(|| bad(format))
}
