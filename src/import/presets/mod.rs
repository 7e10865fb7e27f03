//! Exports of survey tools, recognised by shape: what their own columns are, and which rows are no
//! answers. One tool a table; a few have a rule of their own.
//!
//! Proposes; a person can take another preset, or none.

mod desk;
mod forms;
mod lime;
mod people;
mod qualtrics;
mod survey;

use super::guess::{Guess, Sight, role};
use super::heading::{Heading, headings};
use super::profile::{Profile, Role};
use super::{Detected, DetectedColumn, Found, Skip, ValueCount};
use crate::model::Metric;
use std::collections::BTreeMap;

/// What a tool writes.
pub(super) struct Preset {
    /// Its name in a profile.
    pub name: &'static str,
    /// Columns it cannot be recognised without: of each group one.
    pub needs: &'static [&'static [&'static str]],
    /// What else must hold.
    pub shape: fn(&[DetectedColumn], &[Heading]) -> bool,
    /// Its own columns, by their names in plain words.
    pub columns: &'static [(Part, &'static [&'static str])],
    /// Rows that are no answers.
    pub skip: &'static [Rows],
    /// What the table cannot say.
    pub tune: fn(&Sight<'_>, &mut [Guess]),
}

/// What a tool's own column is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Id,
    Date,
    Customer,
    Employee,
    Channel,
    Segment,
    Touchpoint,
    Comment,
    Ignore,
}

/// Rows that are no answers: by a column, and its values or a number below which.
pub(super) struct Rows {
    pub column: &'static [&'static str],
    pub values: &'static [&'static str],
    pub below: Option<f64>,
    pub reason: &'static str,
}

impl Rows {
    fn holds(&self, cell: &str) -> bool {
        let number = super::scale::as_number(cell).map(f64::from);
        self.values.iter().any(|v| v.eq_ignore_ascii_case(cell))
            || self.below.is_some_and(|below| number.is_some_and(|n| n < below))
    }
}

/// Values by which tools say that a form was not finished.
pub(super) const NOT_FINISHED: &[&str] =
    &["0", "false", "no", "nee", "onwaar", "falsch", "nein", "faux", "non"];

/// Nothing more is asked of the shape.
pub(super) fn any_shape(_: &[DetectedColumn], _: &[Heading]) -> bool {
    true
}

/// Nothing is tuned.
pub(super) fn as_it_is(_: &Sight<'_>, _: &mut [Guess]) {}

/// Every preset, the surest signs first.
const ALL: &[&Preset] = &[
    &qualtrics::QUALTRICS,
    &lime::LIMESURVEY,
    &survey::FORMBRICKS_HUB,
    &survey::FORMBRICKS,
    &survey::TYPEFORM,
    &forms::MICROSOFT,
    &desk::ZENDESK,
    &desk::HUBSPOT,
    &desk::INTERCOM,
    &desk::HELPSCOUT,
    &people::DELIGHTED,
    &people::ASKNICELY,
    &people::USABILLA,
    &people::GSA,
    &people::JOURNEY_APP,
    &survey::SURVEYMONKEY,
    &forms::GOOGLE,
];

/// Recognises the tool of a file, unless the profile names one, or none.
pub(super) fn recognise(given: &Profile, columns: &[DetectedColumn]) -> Option<Found<String>> {
    if let Some(stated) = given.preset.as_deref().map(str::trim).filter(|s| !s.is_empty()) {
        let known = ALL.iter().any(|p| p.name == stated);
        return known.then(|| Found::stated(stated.to_owned()));
    }
    let headings = headings(columns);
    let sure = |preset: &&&Preset| sureness(preset, columns, &headings);
    let best = ALL.iter().filter_map(|p| Some((sure(&p)?, p.name)));
    let (sure, name) = best.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(Found::guess(name.to_owned(), sure))
}

/// How sure it is that a file is of this tool, 0…1.
fn sureness(preset: &Preset, columns: &[DetectedColumn], headings: &[Heading]) -> Option<f64> {
    let there = |names: &[&str]| headings.iter().any(|h| h.is_called(names));
    if !preset.needs.iter().all(|names| there(names)) || !(preset.shape)(columns, headings) {
        return None;
    }
    let own = preset.columns.iter().filter(|(_, names)| there(names)).count();
    // Three needs and a handful of own columns leave little doubt.
    let signs = (preset.needs.len() + own).min(10) as f64;
    Some((0.5 + 0.05 * signs).min(0.98))
}

/// Takes over what the recognised tool says of its own columns; gives the rows to leave out.
pub(super) fn apply(detected: &Detected, sight: &Sight<'_>, guesses: &mut [Guess]) -> Vec<Skip> {
    let Some(found) = &detected.preset else { return Vec::new() };
    let Some(preset) = ALL.iter().find(|p| p.name == found.value) else {
        return Vec::new();
    };
    for (at, guess) in guesses.iter_mut().enumerate() {
        let own = preset.columns.iter().find(|(_, names)| sight.headings[at].is_called(names));
        if let Some((part, _)) = own {
            take(guess, *part, &sight.columns[at], found.confidence);
        }
    }
    (preset.tune)(sight, guesses);
    let rule = |rows: &Rows| {
        let at = sight.headings.iter().position(|h| h.is_called(rows.column))?;
        // A rule that leaves nothing in says nothing of this file.
        let left_out = |v: &ValueCount| rows.holds(&v.value);
        let values = &sight.columns[at].top;
        if !values.is_empty() && sight.columns[at].empty == 0 && values.iter().all(left_out) {
            return None;
        }
        Some(Skip {
            column: sight.columns[at].name.clone(),
            values: rows.values.iter().map(|v| (*v).to_owned()).collect(),
            below: rows.below,
            reason: rows.reason.to_owned(),
        })
    };
    preset.skip.iter().filter_map(rule).collect()
}

fn take(guess: &mut Guess, part: Part, column: &DetectedColumn, sure: f64) {
    let empty = column.filled == 0;
    let role = match part {
        _ if empty => Role::Ignore,
        Part::Id => Role::ResponseId,
        Part::Customer => Role::Customer,
        Part::Employee => Role::Employee,
        Part::Channel => Role::Channel,
        Part::Touchpoint => Role::Touchpoint,
        Part::Comment => Role::Comment { touchpoint: None },
        Part::Ignore => Role::Ignore,
        Part::Segment if matches!(guess.role, Role::Segment { .. }) => guess.role.clone(),
        Part::Segment => Role::segment(),
        Part::Date => match &column.date {
            Some(date) => Role::Date { format: Some(date.format.clone()) },
            None => Role::Ignore,
        },
    };
    *guess = Guess::new(role, sure.max(0.9));
}

/// The column of that name.
pub(super) fn place(sight: &Sight<'_>, names: &[&str]) -> Option<usize> {
    sight.headings.iter().position(|h| h.is_called(names))
}

/// Makes the tool's score column an answer: by the kind of survey that another column states, else
/// by its values.
pub(super) fn score(sight: &Sight<'_>, guesses: &mut [Guess], score: &[&str], kind: &[&str]) {
    let Some(at) = place(sight, score) else { return };
    let kinds = place(sight, kind).map(|k| &sight.columns[k].top);
    let stated = kinds.filter(|k| k.len() == 1).and_then(|k| k.first());
    let stated = stated.and_then(|k| super::guess::metric_of(&super::words::plain(&k.value)));
    let heading = &sight.headings[at];
    let found = sight.scales[at].as_ref();
    let range = found.map(|s| (s.min, s.max));
    let labels = found.map_or_else(BTreeMap::new, |s| s.labels.clone());
    let highest =
        sight.columns[at].top.iter().filter_map(|v| super::scale::as_number(&v.value)).max();
    let (metric, range) = match (stated, range) {
        (Some(Metric::Nps), _) => (Metric::Nps, (0, 10)),
        (Some(metric), Some(range)) => (metric, range),
        (Some(metric), None) => (metric, (1, 5)),
        (None, Some((0, 1))) => (Metric::Csat, (0, 1)),
        (None, Some((_, max))) if max >= 8 => (Metric::Nps, (0, 10)),
        (None, None) if highest.is_some_and(|n| (6..=10).contains(&n)) => (Metric::Nps, (0, 10)),
        (None, Some(range)) => (Metric::Csat, range),
        (None, None) => (Metric::Csat, (1, 5)),
    };
    guesses[at] = Guess::new(role(metric, range, labels, heading), 0.9);
}
