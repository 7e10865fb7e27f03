//! First contact resolution: the share of customers who were helped at once.
//!
//! Only answers of customers: repeat-contact logs and agents' own marks are other figures.

use super::csat::best_values;
use crate::model::Question;

/// The values that count as solved: the stored box, else the best value of the scale.
#[must_use]
pub fn solved(question: &Question) -> Vec<i32> {
    if question.boxed.is_empty() { best_values(question.scale, 1) } else { question.boxed.clone() }
}

#[cfg(test)]
mod tests {
    use crate::metrics::csat::share;

    #[test]
    fn solved_280_of_400() {
        let found = share(280.0, 400.0, 400);
        assert!((found.value - 70.0).abs() < 1e-12);
        assert!((found.low - 65.3363).abs() < 5.1e-5 && (found.high - 74.2832).abs() < 5.1e-5);
    }
}
