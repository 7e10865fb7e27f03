//! How often each value of a scale was given: the one input of every metric.

use super::survey::Scale;
use serde::{Deserialize, Serialize};

/// Counts per value of a scale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Histogram {
    /// The scale the values lie on.
    pub scale: Scale,
    /// Number of answers for each value from `scale.min` to `scale.max`.
    pub counts: Vec<u64>,
}

impl Histogram {
    /// No answers yet.
    #[must_use]
    pub fn new(scale: Scale) -> Self {
        Self { scale, counts: vec![0; scale.steps()] }
    }

    /// The histogram of a list of values; values outside the scale are left out.
    #[must_use]
    pub fn of(scale: Scale, values: &[i32]) -> Self {
        let mut all = Self::new(scale);
        for &value in values {
            all.add(value, 1);
        }
        all
    }

    /// Counts a value `times` more; a value outside the scale is left out.
    pub fn add(&mut self, value: i32, times: u64) {
        let index = usize::try_from(value - self.scale.min).ok();
        if let Some(count) = index.and_then(|i| self.counts.get_mut(i)) {
            *count += times;
        }
    }

    /// Adds the counts of another histogram of the same scale.
    pub fn merge(&mut self, other: &Self) {
        for (value, count) in other.iter() {
            self.add(value, count);
        }
    }

    /// Number of answers.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Each value with its count, lowest value first.
    pub fn iter(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        (self.scale.min..).zip(self.counts.iter().copied())
    }

    /// Number of answers whose value passes a test.
    #[must_use]
    pub fn count_where(&self, test: impl Fn(i32) -> bool) -> u64 {
        self.iter().filter(|(value, _)| test(*value)).map(|(_, count)| count).sum()
    }
}
