//! Rows that are no answers, such as previews and forms that were not finished: left out, and
//! counted by their reason.
//!
//! Only a rule of the profile leaves a row out; nothing is left out in silence.

use super::numbers::{Decimal, number};
use super::plan::{Located, Missing, locate};
use super::rows::Rows;
use crate::model::Message;
use csv::ByteRecord;
use serde::{Deserialize, Serialize};

/// A rule by which rows are left out: by value, or by being below a number.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// Header of the column that it looks at, or `#N`.
    pub column: String,
    /// Values that leave the row out: compared as trimmed text, but for case, then as numbers;
    /// "" is an empty cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Leaves the row out when the cell is a number below this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// Why: "preview", "spam", "unfinished", "test" or "unanswered", or own words.
    pub reason: String,
}

/// Rows that one rule left out.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Skipped {
    /// Header of the column that the rule looks at, or `#N`.
    pub column: String,
    /// Why, as the rule says.
    pub reason: String,
    /// How many.
    pub count: u64,
    /// The first of these rows.
    pub rows: Vec<u64>,
}

/// Rows that are named.
const NAMED_ROWS: usize = 10;

impl Skipped {
    /// The sentence for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = match self.reason.as_str() {
            "preview" => "import-skipped-preview",
            "spam" => "import-skipped-spam",
            "unfinished" => "import-skipped-unfinished",
            "test" => "import-skipped-test",
            "unanswered" => "import-skipped-unanswered",
            _ => "import-skipped-other",
        };
        let rows: Vec<String> = self.rows.iter().map(u64::to_string).collect();
        let message = Message::new(key)
            .with("count", self.count)
            .with("column", &self.column)
            .with("rows", rows.join(", "));
        if key == "import-skipped-other" { message.with("reason", &self.reason) } else { message }
    }
}

/// A rule made ready for one file.
pub(super) struct SkipRule {
    at: usize,
    values: Missing,
    below: Option<f64>,
    told: Skipped,
}

/// The rules of a profile and what they left out.
#[derive(Default)]
pub(super) struct SkipRules(Vec<SkipRule>);

impl SkipRules {
    /// Makes the rules ready; names of columns that the file does not have go to `absent`.
    pub fn new<'p>(
        rules: &'p [Skip],
        rows: &Rows,
        decimal: Decimal,
        absent: &mut Vec<&'p str>,
    ) -> Self {
        let mut ready = Vec::new();
        for rule in rules {
            let Located::At(at) = locate(&rule.column, &rows.header, rows.width) else {
                absent.push(rule.column.as_str());
                continue;
            };
            let lower: Vec<String> = rule.values.iter().map(|v| v.to_lowercase()).collect();
            let told = Skipped {
                column: rule.column.trim().to_owned(),
                reason: rule.reason.trim().to_owned(),
                count: 0,
                rows: Vec::new(),
            };
            let values = Missing::new(&lower, decimal);
            ready.push(SkipRule { at, values, below: rule.below, told });
        }
        Self(ready)
    }

    /// Whether a rule leaves this row out; it is then counted.
    pub fn skips(&mut self, row: u64, record: &ByteRecord, decimal: Decimal) -> bool {
        let applies = |rule: &&mut SkipRule| {
            let cell = String::from_utf8_lossy(record.get(rule.at).unwrap_or_default());
            let cell = cell.trim().to_lowercase();
            rule.values.holds(&cell, decimal)
                || rule.below.is_some_and(|b| number(&cell, decimal).is_some_and(|n| n < b))
        };
        let Some(rule) = self.0.iter_mut().find(applies) else {
            return false;
        };
        rule.told.count += 1;
        if rule.told.rows.len() < NAMED_ROWS {
            rule.told.rows.push(row);
        }
        true
    }

    /// What was left out, by rule.
    pub fn told(self) -> Vec<Skipped> {
        self.0.into_iter().map(|rule| rule.told).filter(|told| told.count > 0).collect()
    }
}
