//! Answers that one response gave to two questions at once: the sums of a correlation.
//!
//! Knows no metric: the caller says which groups are the outcome.

use super::select::{NO, Selection};
use crate::model::TouchpointId;

/// Sums over pairs of values.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Pairs {
    /// Number of pairs.
    pub n: u64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Pairs {
    /// Adds one pair.
    pub fn add(&mut self, x: f64, y: f64) {
        self.n += 1;
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
    }

    /// Pearson's correlation; absent below three pairs, or where one side never varies.
    #[must_use]
    pub fn correlation(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of answers")]
        let n = self.n as f64;
        let (xx, yy) = (n * self.xx - self.x * self.x, n * self.yy - self.y * self.y);
        let both = (self.n >= 3 && xx > 0.5 && yy > 0.5).then(|| (xx * yy).sqrt())?;
        Some(((n * self.xy - self.x * self.y) / both).clamp(-1.0, 1.0))
    }
}

/// For each group that is not an outcome, the pairs of its answers with the response's outcome: the
/// first answer to an outcome without touchpoint, else to one about the group's own touchpoint.
#[must_use]
pub fn pairs(selection: &Selection<'_>, is_outcome: &[bool]) -> Vec<Pairs> {
    let table = selection.table;
    let about =
        |group: u16| -> Option<TouchpointId> { table.groups[usize::from(group)].touchpoint };
    let mut all = vec![Pairs::default(); table.groups.len()];
    for (response, &state) in selection.response.iter().enumerate() {
        if state == NO {
            continue;
        }
        let answers = selection.answers_of(response);
        let passing = |answer: &usize| selection.passes(state, table.group[*answer]);
        let outcomes = || {
            let answers = answers.clone().filter(passing);
            answers.filter(|a| is_outcome[usize::from(table.group[*a])])
        };
        let Some(first) = outcomes().next() else { continue };
        let loose = outcomes().find(|a| about(table.group[*a]).is_none());
        for answer in answers.clone().filter(passing) {
            let group = table.group[answer];
            if is_outcome[usize::from(group)] {
                continue;
            }
            let own = || {
                let known = about(table.group[first]) == about(group);
                if known {
                    Some(first)
                } else {
                    outcomes().find(|a| about(table.group[*a]) == about(group))
                }
            };
            if let Some(outcome) = loose.or_else(own) {
                let (x, y) = (table.value[answer], table.value[outcome]);
                all[usize::from(group)].add(f64::from(x), f64::from(y));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn correlations_of_known_pairs() {
        let of = |pairs: &[(f64, f64)]| {
            let mut sums = Pairs::default();
            pairs.iter().for_each(|(x, y)| sums.add(*x, *y));
            sums.correlation()
        };
        // The first touchpoint of the ten respondents in the reference of key drivers.
        let t1 = [8., 6., 9., 4., 7., 10., 3., 8., 5., 9.];
        let y = [9., 6., 10., 4., 7., 10., 2., 8., 5., 9.];
        let both: Vec<(f64, f64)> = t1.into_iter().zip(y).collect();
        assert!((of(&both).unwrap() - 0.985_738).abs() < 1e-6);
        assert_eq!(of(&[(1., 2.), (1., 3.), (1., 4.)]), None, "one side never varies");
        assert_eq!(of(&[(1., 2.), (2., 3.)]), None);
        assert!((of(&[(1., 3.), (2., 2.), (3., 1.)]).unwrap() + 1.0).abs() < 1e-12);
    }
}
