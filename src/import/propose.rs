//! Proposes what each column is: a profile with a confidence per column, and what it must ask.
//!
//! Never decides the direction of an effort scale and never calls a value missing by itself.

use super::{Detected, Profile, ValueCount};
use serde::Serialize;

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
    /// Which of two formats the dates have; both read every cell.
    DateOrder {
        /// The column.
        column: usize,
        /// The formats.
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
    pub suggests: Option<crate::model::Better>,
}

/// Proposes a mapping for a file.
#[must_use]
pub fn propose(_detected: &Detected) -> Proposal {
    Proposal {
        profile: Profile::default(),
        confidence: Vec::new(),
        questions: Vec::new(),
    }
}
