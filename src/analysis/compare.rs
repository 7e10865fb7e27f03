//! What changed between two selections, and which changes are larger than chance explains.
//!
//! A family of tests is fixed by what is in view, before any filtering by result.

use super::overlay::{Overlay, OverlayRequest};
use super::reading::{Reading, Score};
use super::stats::StatsRow;
use super::version::Version;
use crate::metrics::{Difference, change};
use crate::model::{JourneyId, Model, StageId, StageKind, TouchpointId, query::same_name};
use crate::scores::{Filter, Key, ScoreTable};
use std::collections::BTreeMap;

/// Share of false signals that is accepted among the changes that stand out.
pub const FALSE_SIGNALS: f64 = 0.05;

/// A change of one figure.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The earlier score.
    pub earlier: Score,
    /// The later score.
    pub later: Score,
    /// Later minus earlier, on the axis that is shown.
    pub difference: Difference,
    /// Whether the figure became better: ▲. Neither when it stayed equal.
    pub better: Option<bool>,
    /// p, adjusted for the number of comparisons in view (Benjamini–Hochberg).
    pub p_adjusted: f64,
    /// Whether it stands out: an arrow appears only then.
    pub stands_out: bool,
}

/// What a selection is compared with.
#[derive(Clone, PartialEq, Debug)]
pub struct Rival {
    /// Which answers.
    pub filter: Filter,
    /// Of which journey; of the same one when absent.
    pub journey: Option<JourneyId>,
    /// What people call it.
    pub name: String,
}

impl Rival {
    /// Its overlay in place of that of `now`, of the same version.
    #[must_use]
    pub fn overlay(
        &self,
        table: &ScoreTable,
        model: &Model,
        request: &OverlayRequest,
        now: &Overlay,
    ) -> Overlay {
        let request = OverlayRequest {
            journey: self.journey.unwrap_or(request.journey),
            version: now.version.clone(),
            ..request.clone()
        };
        let found = Overlay::from_table(table, model, &request, &self.filter);
        if self.journey.is_some() { found.seen_from(model, now) } else { found }
    }
}

impl Overlay {
    /// The readings of another journey by the touchpoints and stages of this one: by title, and by
    /// kind or name. A touchpoint that stands on both has the same answers: there is nothing to
    /// compare.
    fn seen_from(mut self, model: &Model, now: &Self) -> Self {
        let titled = |id: &TouchpointId| model.touchpoints.get(id).map(|t| t.title.as_str());
        let twin = |id: &TouchpointId| {
            let others = self.touchpoints.iter().filter(|(other, _)| *other != id);
            let mut same = others.filter(|(other, _)| match (titled(other), titled(id)) {
                (Some(a), Some(b)) => same_name(a, b),
                _ => false,
            });
            same.next().map_or(Reading::NoData, |(_, reading)| reading.clone())
        };
        let touchpoints = now.touchpoints.keys().map(|id| (*id, twin(id))).collect();
        let alike = |a: &StageId, b: &StageId| {
            let (a, b) = (model.stages.get(a), model.stages.get(b));
            a.zip(b).is_some_and(|(a, b)| match (&a.name, &b.name) {
                (Some(a), Some(b)) => same_name(a, b),
                _ => a.kind == b.kind && a.kind != StageKind::Other,
            })
        };
        let stage = |id: &StageId| {
            let found = self.stages.iter().find(|(other, _)| alike(other, id));
            found.map_or(Reading::NoData, |(_, reading)| reading.clone())
        };
        let stages = now.stages.keys().map(|id| (*id, stage(id))).collect();
        (self.touchpoints, self.stages) = (touchpoints, stages);
        self
    }
}

/// Two overlays of one journey and metric, compared.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Comparison {
    /// Touchpoints with a score on both sides.
    pub touchpoints: BTreeMap<TouchpointId, Change>,
    /// Stages with a score on both sides.
    pub stages: BTreeMap<StageId, Change>,
    /// The journey as a whole.
    pub whole: Option<Change>,
}

impl Comparison {
    /// Compares; both sides must colour the same version (pin it in the request), else nothing is
    /// comparable. Touchpoints, stages and the whole are three families.
    #[must_use]
    pub fn of(earlier: &Overlay, later: &Overlay) -> Self {
        let (Some(a), Some(b)) = (&earlier.version, &later.version) else {
            return Self::default();
        };
        if a != b {
            return Self::default();
        }
        let whole = [((), &earlier.whole, &later.whole)];
        Self {
            touchpoints: both(&earlier.touchpoints, &later.touchpoints, a),
            stages: both(&earlier.stages, &later.stages, a),
            whole: changes(whole, a).into_iter().next().map(|(_, change)| change),
        }
    }

    /// The changes of touchpoints that stand out, largest first, and how many were compared.
    #[must_use]
    pub fn outstanding(&self) -> (Vec<(TouchpointId, &Change)>, usize) {
        let mut found: Vec<_> =
            self.touchpoints.iter().filter(|(_, c)| c.stands_out).map(|(id, c)| (*id, c)).collect();
        found.sort_by(|(_, a), (_, b)| {
            b.difference.value.abs().total_cmp(&a.difference.value.abs())
        });
        (found, self.touchpoints.len())
    }
}

/// Rows of two tables with the same part and version, compared as one family. Ask for pooled rows:
/// two waves have different questions.
#[must_use]
pub fn compare_rows(earlier: &[StatsRow], later: &[StatsRow]) -> Vec<(Key, Version, Change)> {
    let twin =
        |row: &StatsRow| earlier.iter().find(|e| e.key == row.key && e.version == row.version);
    let pairs: Vec<_> = later
        .iter()
        .filter_map(|row| {
            let twin = twin(row)?;
            let change = Change::of(twin.reading.score()?, row.reading.score()?, &row.version)?;
            Some((row.key.clone(), row.version.clone(), change))
        })
        .collect();
    let mut changes: Vec<Change> = pairs.iter().map(|(_, _, change)| change.clone()).collect();
    judge(&mut changes);
    pairs
        .into_iter()
        .zip(changes)
        .map(|((key, version, _), change)| (key, version, change))
        .collect()
}

fn both<K: Ord + Copy>(
    earlier: &BTreeMap<K, Reading>,
    later: &BTreeMap<K, Reading>,
    version: &Version,
) -> BTreeMap<K, Change> {
    let pairs = later.iter().filter_map(|(id, reading)| Some((*id, earlier.get(id)?, reading)));
    changes(pairs, version).into_iter().collect()
}

/// The changes of one family.
fn changes<'a, K>(
    pairs: impl IntoIterator<Item = (K, &'a Reading, &'a Reading)>,
    version: &Version,
) -> Vec<(K, Change)> {
    let (keys, mut found): (Vec<K>, Vec<Change>) = pairs
        .into_iter()
        .filter_map(|(key, a, b)| Some((key, Change::of(a.score()?, b.score()?, version)?)))
        .unzip();
    judge(&mut found);
    keys.into_iter().zip(found).collect()
}

impl Change {
    fn of(earlier: &Score, later: &Score, version: &Version) -> Option<Self> {
        let difference = change::between(&earlier.figures, &later.figures)?;
        let rose = (difference.value != 0.0).then_some(difference.value > 0.0);
        Some(Self {
            earlier: earlier.clone(),
            later: later.clone(),
            difference,
            better: rose.map(|rose| rose != version.low_is_good()),
            p_adjusted: 1.0,
            stands_out: false,
        })
    }
}

/// Fills in what depends on the whole family.
fn judge(family: &mut [Change]) {
    let adjusted = benjamini_hochberg(&family.iter().map(|c| c.difference.p).collect::<Vec<_>>());
    for (change, p) in family.iter_mut().zip(adjusted) {
        change.p_adjusted = p;
        change.stands_out = p <= FALSE_SIGNALS && change.better.is_some();
    }
}

/// Adjusted p-values in the order given: min over j ≥ i of m·p₍ⱼ₎/j.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[b].total_cmp(&p[a]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    #[expect(clippy::cast_precision_loss, reason = "a handful of touchpoints")]
    let m = p.len() as f64;
    let mut rank = m;
    for index in order {
        least = least.min(p[index] * m / rank);
        adjusted[index] = least;
        rank -= 1.0;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjusted_p_values() {
        let cases: [(&[f64], &[f64], usize); 2] = [
            (
                &[0.001, 0.008, 0.012, 0.021, 0.039, 0.041, 0.060, 0.074, 0.205, 0.580],
                &[
                    0.01, 0.04, 0.04, 0.0525, 0.068_333, 0.068_333, 0.085_714, 0.0925, 0.227_778,
                    0.58,
                ],
                3,
            ),
            (&[0.02, 0.024, 0.03, 0.035, 0.045], &[0.04375, 0.04375, 0.04375, 0.04375, 0.045], 5),
        ];
        for (p, wanted, rejected) in cases {
            let found = benjamini_hochberg(p);
            for (found, wanted) in found.iter().zip(wanted) {
                assert!((found - wanted).abs() < 1e-6, "{found}, not {wanted}");
            }
            assert_eq!(found.iter().filter(|p| **p <= FALSE_SIGNALS).count(), rejected);
            // The order in which they come does not matter.
            let mut backwards: Vec<f64> = p.to_vec();
            backwards.reverse();
            let mut found_backwards = benjamini_hochberg(&backwards);
            found_backwards.reverse();
            assert_eq!(found, found_backwards);
        }
        let at_ten = benjamini_hochberg(cases[0].0).iter().filter(|p| **p <= 0.10).count();
        assert_eq!(at_ten, 8);
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
