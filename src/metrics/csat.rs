//! Satisfaction: the share of answers in the box, not a mean.
//!
//! The box rule is stored with the question; this file holds the default and the interval.

use super::estimate::Estimate;
use super::interval::wilson;
use crate::model::{Better, Question, Scale};

/// The values that count as satisfied: the stored box, else the two best values of the scale (the
/// best one alone on scales of two or three).
#[must_use]
pub fn satisfied(question: &Question) -> Vec<i32> {
    if !question.boxed.is_empty() {
        return question.boxed.clone();
    }
    let width = if question.scale.steps() <= 3 { 1 } else { 2 };
    best_values(question.scale, width)
}

/// The best values of a scale.
#[must_use]
pub fn best_values(scale: Scale, width: i32) -> Vec<i32> {
    match scale.better {
        Better::High => (scale.max - width + 1..=scale.max).collect(),
        Better::Low => (scale.min..scale.min + width).collect(),
    }
}

/// A share of `x` in `n` in percent, with its Wilson interval.
#[must_use]
pub fn share(x: f64, n: f64, answers: u64) -> Estimate {
    let (low, high) = wilson(x, n);
    Estimate { value: 100.0 * x / n, low: 100.0 * low, high: 100.0 * high, n: answers }
}
