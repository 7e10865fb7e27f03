//! What customers answered, for a round of guesses: computed only once the round is revealed.
//!
//! Before that nothing of it is held here, so nothing can be painted or said.

use crate::analysis::guess::version_of;
use crate::analysis::{Overlay, OverlayRequest, Reading, Version};
use crate::app::context::Ctx;
use crate::document::Document;
use crate::model::{Audience, Better, Metric, Model, Round, RoundId, Scale, TouchpointId};
use crate::scores::{Filter, Tally};

/// What the answers depend on.
type Key = (RoundId, u64, u64, bool);

/// The measured scores of a revealed round.
#[derive(Default)]
pub struct Measured {
    key: Option<Key>,
    /// Absent while the round is not revealed, or nothing was asked on its scale.
    overlay: Option<Overlay>,
}

/// The scales of a metric's questions to customers, each once, else the usual ones.
#[must_use]
pub fn scales_of(model: &Model, metric: Metric) -> Vec<Scale> {
    let mut asked: Vec<Scale> = Vec::new();
    for (version, _) in Version::lines(model, metric) {
        if version.audience == Audience::Customer && !asked.contains(&version.scale) {
            asked.push(version.scale);
        }
    }
    if !asked.is_empty() {
        return asked;
    }
    let scale = |min, max, better| Scale { min, max, better };
    match metric {
        Metric::Nps => vec![scale(0, 10, Better::High)],
        Metric::Fcr => vec![scale(0, 1, Better::High)],
        Metric::Ces => vec![scale(1, 7, Better::High), scale(1, 5, Better::Low)],
        Metric::Csat => vec![scale(1, 5, Better::High), scale(1, 10, Better::High)],
        Metric::Rating => vec![
            scale(1, 10, Better::High),
            scale(1, 7, Better::High),
            scale(1, 5, Better::High),
            scale(0, 10, Better::High),
        ],
    }
}

impl Measured {
    /// Computes what is stale; forgets everything while the round is not revealed.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, document: Option<&Document>, round: Option<&Round>) {
        let Some(round) = round.filter(|r| r.revealed) else {
            *self = Self::default();
            return;
        };
        let key = (round.id, ctx.revision, ctx.scores_revision, ctx.scores.is_some());
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        self.overlay = version_of(ctx.model, round.metric, round.scale).and_then(|version| {
            let request = OverlayRequest {
                version: Some(version),
                ..OverlayRequest::new(round.journey, round.metric)
            };
            match ctx.scores {
                Some(table) => {
                    Some(Overlay::from_table(table, ctx.model, &request, &Filter::default()))
                }
                None => stored(document).map(|t| Overlay::from_tally(ctx.model, &request, &t)),
            }
        });
    }

    /// What customers said of a touchpoint; no data where nothing was asked on this scale.
    #[must_use]
    pub fn reading(&self, touchpoint: TouchpointId) -> &Reading {
        self.overlay.as_ref().map_or(&Reading::NoData, |o| o.touchpoint(touchpoint))
    }

    /// The place of a value of the scale between worst and best, 0…1, for its colour.
    #[must_use]
    pub fn place(scale: Scale, value: i32) -> f64 {
        let along = f64::from(value - scale.min) / f64::from((scale.max - scale.min).max(1));
        if scale.better == Better::Low { 1.0 - along } else { along }
    }
}

/// The counts that a document keeps, until its answers are loaded.
fn stored(document: Option<&Document>) -> Option<Tally> {
    let rollup = document?.rollup().ok()?;
    Some(Tally::from_histograms(rollup.into_iter().map(|r| (r.group, r.counts)), 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_know_which_end_is_good() {
        let scale = |better| Scale { min: 1, max: 5, better };
        assert!((Measured::place(scale(Better::High), 5) - 1.0).abs() < 1e-9);
        assert!((Measured::place(scale(Better::Low), 5) - 0.0).abs() < 1e-9);
        assert!((Measured::place(scale(Better::Low), 3) - 0.5).abs() < 1e-9);
    }
}
