//! What the import screen decides with a person: how the file is read, what its columns are, what
//! each scale means, which label is which touchpoint. Plain values; no drawing, no reading.

use crate::import::{
    AnswerColumn, Asked, AskedAbout, Detected, Profile, Proposal, Role, Unmatched,
};
use crate::model::{Better, Metric, QuestionKind};
use std::collections::{BTreeMap, BTreeSet};

/// What a column can be, as the menu above it says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "each is the role or metric of that name")]
pub enum ColumnKind {
    ResponseId,
    Date,
    Customer,
    Segment,
    Channel,
    Employee,
    Weight,
    Consent,
    Touchpoint,
    Answer(Metric),
    Comment,
    Question,
    Value,
    Ignore,
}

impl ColumnKind {
    /// Every kind, in menu order.
    pub const ALL: [Self; 18] = [
        Self::Answer(Metric::Nps),
        Self::Answer(Metric::Ces),
        Self::Answer(Metric::Csat),
        Self::Answer(Metric::Fcr),
        Self::Answer(Metric::Rating),
        Self::Comment,
        Self::Touchpoint,
        Self::Date,
        Self::Channel,
        Self::Segment,
        Self::ResponseId,
        Self::Customer,
        Self::Employee,
        Self::Weight,
        Self::Consent,
        Self::Question,
        Self::Value,
        Self::Ignore,
    ];

    /// The kind of a role.
    #[must_use]
    pub fn of(role: &Role) -> Self {
        match role {
            Role::ResponseId => Self::ResponseId,
            Role::Date { .. } => Self::Date,
            Role::Customer => Self::Customer,
            Role::Segment { .. } => Self::Segment,
            Role::Channel => Self::Channel,
            Role::Employee => Self::Employee,
            Role::Weight => Self::Weight,
            Role::Consent => Self::Consent,
            Role::Touchpoint => Self::Touchpoint,
            Role::Answer(answer) => Self::Answer(answer.metric),
            Role::Comment { .. } => Self::Comment,
            Role::Question => Self::Question,
            Role::Value => Self::Value,
            Role::Ignore => Self::Ignore,
        }
    }

    /// The text key of its name.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::ResponseId => "wizard-kind-response-id",
            Self::Date => "wizard-kind-date",
            Self::Customer => "wizard-kind-customer",
            Self::Segment => "wizard-kind-segment",
            Self::Channel => "wizard-kind-channel",
            Self::Employee => "wizard-kind-employee",
            Self::Weight => "wizard-kind-weight",
            Self::Consent => "wizard-kind-consent",
            Self::Touchpoint => "wizard-kind-touchpoint",
            Self::Answer(Metric::Nps) => "wizard-kind-nps",
            Self::Answer(Metric::Ces) => "wizard-kind-ces",
            Self::Answer(Metric::Csat) => "wizard-kind-csat",
            Self::Answer(Metric::Fcr) => "wizard-kind-fcr",
            Self::Answer(Metric::Rating) => "wizard-kind-rating",
            Self::Comment => "wizard-kind-comment",
            Self::Question => "wizard-kind-question",
            Self::Value => "wizard-kind-value",
            Self::Ignore => "wizard-kind-ignore",
        }
    }

    /// Whether its cells identify a person.
    #[must_use]
    pub fn is_personal(self) -> bool {
        matches!(self, Self::Customer | Self::Employee)
    }
}

/// Everything decided so far about one file.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// What the file turned out to be.
    pub detected: Detected,
    /// The mapping as it stands: one entry for each column of the file, in the file's order.
    pub profile: Profile,
    /// How sure the proposal was of each entry, 0…1; 1 once a person chose.
    pub confidence: Vec<f64>,
    /// What only a person can know.
    pub questions: Vec<Asked>,
    /// Effort questions whose direction a person stated.
    pub stated: BTreeSet<usize>,
}

impl Draft {
    /// Begins with what was detected and proposed.
    #[must_use]
    pub fn new(detected: Detected, proposal: Proposal) -> Self {
        let mut draft = Self {
            detected,
            profile: proposal.profile,
            confidence: proposal.confidence,
            questions: proposal.questions,
            stated: BTreeSet::new(),
        };
        draft.profile.unmatched = Unmatched::Bucket;
        draft
    }

    /// Takes over a kept mapping. Its directions count as stated: a person stated them before.
    pub fn use_profile(&mut self, kept: Profile) {
        let by_name: BTreeMap<String, &crate::import::Column> =
            kept.columns.iter().map(|c| (c.column.trim().to_owned(), c)).collect();
        let mut columns = Vec::new();
        for (number, found) in self.detected.columns.iter().enumerate() {
            let places = [found.name.clone(), found.header.clone(), format!("#{}", number + 1)];
            let role = places.iter().find_map(|name| by_name.get(name.trim()));
            columns.push(crate::import::Column {
                column: found.name.clone(),
                role: role.map_or(Role::Ignore, |c| c.role.clone()),
            });
        }
        // A mapping can name columns this file does not have: they stay, and refuse it by name.
        let known: BTreeSet<String> = self
            .detected
            .columns
            .iter()
            .enumerate()
            .flat_map(|(n, c)| [c.name.clone(), c.header.trim().to_owned(), format!("#{}", n + 1)])
            .collect();
        columns.extend(kept.columns.iter().filter(|c| !known.contains(c.column.trim())).cloned());
        self.confidence = vec![1.0; columns.len()];
        self.questions.clear();
        self.profile = Profile { columns, ..kept };
        self.stated = effort_questions(&self.profile).collect();
    }

    /// The kind of a column or, past these, of a question that cells name.
    #[must_use]
    pub fn kind(&self, column: usize) -> ColumnKind {
        let by_row = || self.answer(column).map(|answer| ColumnKind::Answer(answer.metric));
        let by_column = self.profile.columns.get(column).map(|c| ColumnKind::of(&c.role));
        by_column.or_else(by_row).unwrap_or(ColumnKind::Ignore)
    }

    /// What a column is called or, past these, a question that cells name.
    #[must_use]
    pub fn name(&self, column: usize) -> String {
        self.profile.questions_asked().nth(column).map(|q| q.0.to_owned()).unwrap_or_default()
    }

    /// The answer settings of a column (or of a question that cells name), when it holds answers.
    #[must_use]
    pub fn answer(&self, column: usize) -> Option<&AnswerColumn> {
        self.profile.questions_asked().nth(column).and_then(|question| question.1)
    }

    /// The answer settings of a column (or of a question that cells name), to be altered.
    pub fn answer_mut(&mut self, column: usize) -> Option<&mut AnswerColumn> {
        let by_row = column.checked_sub(self.profile.columns.len());
        if let Some(at) = by_row {
            return match self.profile.questions.values_mut().nth(at) {
                Some(AskedAbout::Answer(answer)) => Some(answer),
                _ => None,
            };
        }
        match self.profile.columns.get_mut(column).map(|c| &mut c.role) {
            Some(Role::Answer(answer)) => Some(answer),
            _ => None,
        }
    }

    /// Says what a column is.
    pub fn set_kind(&mut self, column: usize, kind: ColumnKind) {
        let found = self.detected.columns.get(column);
        let range = found.and_then(|c| Some((whole(c.min?)?, whole(c.max?)?)));
        let Some(entry) = self.profile.columns.get_mut(column) else {
            return;
        };
        if ColumnKind::of(&entry.role) == kind {
            return;
        }
        entry.role = match kind {
            ColumnKind::ResponseId => Role::ResponseId,
            ColumnKind::Date => {
                let format = found.and_then(|c| c.date.as_ref()).map(|d| d.format.clone());
                Role::Date { format }
            }
            ColumnKind::Customer => Role::Customer,
            ColumnKind::Segment => Role::segment(),
            ColumnKind::Question => Role::Question,
            ColumnKind::Value => Role::Value,
            ColumnKind::Channel => Role::Channel,
            ColumnKind::Employee => Role::Employee,
            ColumnKind::Weight => Role::Weight,
            ColumnKind::Consent => Role::Consent,
            ColumnKind::Touchpoint => Role::Touchpoint,
            ColumnKind::Comment => Role::Comment { touchpoint: None },
            ColumnKind::Ignore => Role::Ignore,
            ColumnKind::Answer(metric) => Role::Answer(Box::new(usual(metric, range))),
        };
        if let Some(confidence) = self.confidence.get_mut(column) {
            *confidence = 1.0;
        }
        self.stated.remove(&column);
    }

    /// States which end of an effort scale is good.
    pub fn state_direction(&mut self, column: usize, better: Better) {
        if let Some(answer) = self.answer_mut(column) {
            answer.better = better;
            self.stated.insert(column);
        }
    }

    /// Effort questions whose direction nobody stated yet: nothing is imported before they are.
    #[must_use]
    pub fn without_direction(&self) -> Vec<usize> {
        effort_questions(&self.profile).filter(|c| !self.stated.contains(c)).collect()
    }

    /// Columns the proposal was unsure about.
    #[must_use]
    pub fn unsure(&self) -> usize {
        let kinds = (0..self.profile.columns.len()).map(|c| self.kind(c));
        let unsure = |(kind, sure): (ColumnKind, &f64)| {
            kind != ColumnKind::Ignore && *sure < LEAST_CONFIDENCE
        };
        kinds.zip(&self.confidence).filter(|pair| unsure(*pair)).count()
    }

    /// Whether some column holds something to import.
    #[must_use]
    pub fn has_content(&self) -> bool {
        (0..self.profile.columns.len()).any(|c| {
            matches!(self.kind(c), ColumnKind::Answer(_) | ColumnKind::Comment | ColumnKind::Value)
        })
    }

    /// The question about an effort column's direction, with what the answers suggest.
    #[must_use]
    pub fn direction_hint(&self, column: usize) -> Option<&crate::import::Hint> {
        self.questions.iter().find_map(|asked| match asked {
            Asked::Direction { column: c, hint, .. } if *c == column => hint.as_ref(),
            _ => None,
        })
    }

    /// Values that look like "no answer" and were not decided yet: column, value, how often.
    #[must_use]
    pub fn open_sentinels(&self, column: usize) -> Vec<(&str, u64)> {
        let decided = |value: &str| {
            self.answer(column).is_some_and(|a| a.missing.iter().any(|m| m.trim() == value.trim()))
        };
        self.questions
            .iter()
            .filter_map(|asked| match asked {
                Asked::Missing { column: c, value, count } if *c == column => {
                    Some((value.as_str(), *count))
                }
                _ => None,
            })
            .filter(|(value, _)| !decided(value))
            .collect()
    }
}

/// Below this the proposal counts as unsure.
pub const LEAST_CONFIDENCE: f64 = 0.65;

/// Columns, and questions that cells name, about effort.
fn effort_questions(profile: &Profile) -> impl Iterator<Item = usize> + '_ {
    profile
        .questions_asked()
        .enumerate()
        .filter(|(_, (_, answer))| answer.is_some_and(|a| a.metric == Metric::Ces))
        .map(|(at, _)| at)
}

#[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
fn whole(number: f64) -> Option<i32> {
    (number.fract() == 0.0 && number.abs() < 1000.0).then_some(number as i32)
}

/// The usual scale of a metric, or the range found where it fits one.
fn usual(metric: Metric, range: Option<(i32, i32)>) -> AnswerColumn {
    let highest = range.map_or(0, |(_, max)| max);
    let (min, max) = match metric {
        Metric::Nps => (0, 10),
        Metric::Ces if highest > 5 => (1, 7),
        Metric::Ces | Metric::Csat => (1, 5),
        Metric::Fcr => (0, 1),
        Metric::Rating if highest > 5 => (1, 10),
        Metric::Rating => (1, 5),
    };
    AnswerColumn {
        metric,
        min,
        max,
        better: Better::High,
        missing: Vec::new(),
        touchpoint: None,
        wording: String::new(),
        labels: BTreeMap::new(),
        boxed: Vec::new(),
        breaks: None,
        kind: QuestionKind::Touchpoint,
    }
}
