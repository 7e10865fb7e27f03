//! Which questions may be counted together: same metric, scale, rule, kind and audience.
//!
//! A different wording alone is no other version; the legend prints every wording.

use crate::metrics::{csat, fcr, nps};
use crate::model::{Audience, Metric, Model, Question, QuestionId, QuestionKind, Scale};
use crate::scores::Line;
use serde::{Deserialize, Serialize};

/// What must be equal for scores to be comparable.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Version {
    /// The metric.
    pub metric: Metric,
    /// The scale and its direction.
    pub scale: Scale,
    /// Break-points of NPS; absent for other metrics.
    pub breaks: Option<[i32; 2]>,
    /// Values in the box of a share, in order; empty for other metrics.
    pub boxed: Vec<i32>,
    /// About a contact or about the relation.
    pub kind: QuestionKind,
    /// Who was asked.
    pub audience: Audience,
}

impl Version {
    /// The version of a question, with the metric's own rules where it has none.
    #[must_use]
    pub fn of(model: &Model, question: &Question) -> Self {
        let mut boxed = match question.metric {
            Metric::Csat => csat::satisfied(question),
            Metric::Fcr => fcr::solved(question),
            _ => Vec::new(),
        };
        boxed.sort_unstable();
        boxed.dedup();
        Self {
            metric: question.metric,
            scale: question.scale,
            breaks: (question.metric == Metric::Nps).then(|| nps::breaks(question)),
            boxed,
            kind: question.kind,
            audience: model
                .surveys
                .get(&question.survey)
                .map_or(Audience::Customer, |s| s.audience),
        }
    }

    /// The lines of a metric: every version with its questions, in order of the oldest question.
    #[must_use]
    pub fn lines(model: &Model, metric: Metric) -> Vec<(Self, Line)> {
        let mut lines: Vec<(Self, Line)> = Vec::new();
        for question in model.questions.values().filter(|q| q.metric == metric) {
            let version = Self::of(model, question);
            match lines.iter_mut().find(|(known, _)| *known == version) {
                Some((_, line)) => line.push(question.id),
                None => lines.push((version, vec![question.id])),
            }
        }
        lines
    }

    /// Whether another version asks the same people about the same thing on another scale or by
    /// another rule: what a trend may turn into.
    #[must_use]
    pub fn comparable_in_time(&self, other: &Self) -> bool {
        let same = (self.metric, self.kind, self.audience);
        self != other && same == (other.metric, other.kind, other.audience)
    }

    /// The lines of a metric and an audience; where `topic` is given, only of questions with its
    /// wording.
    pub(super) fn asked(
        model: &Model,
        metric: Metric,
        audience: Audience,
        topic: Option<QuestionId>,
    ) -> Vec<(Self, Line)> {
        let mut lines = Self::lines(model, metric);
        lines.retain(|(version, _)| version.audience == audience);
        if let Some(topic) = topic.and_then(|id| model.questions.get(&id)) {
            for (_, line) in &mut lines {
                line.retain(|id| model.questions.get(id).is_some_and(|q| q.asks_as(topic)));
            }
            lines.retain(|(_, line)| !line.is_empty());
        }
        lines
    }

    /// Lowest and highest value of the axis that is shown.
    #[must_use]
    pub fn axis(&self) -> (f64, f64) {
        match self.metric {
            Metric::Nps => (-100.0, 100.0),
            Metric::Csat | Metric::Fcr => (0.0, 100.0),
            Metric::Ces | Metric::Rating => (f64::from(self.scale.min), f64::from(self.scale.max)),
        }
    }

    /// Worst and best value of the axis that is shown.
    #[must_use]
    pub fn worst_best(&self) -> (f64, f64) {
        let (min, max) = self.axis();
        if self.low_is_good() { (max, min) } else { (min, max) }
    }

    /// Whether a lower figure is the better one: raw means of scales on which low is good.
    #[must_use]
    pub fn low_is_good(&self) -> bool {
        let raw = matches!(self.metric, Metric::Ces | Metric::Rating);
        raw && self.scale.better == crate::model::Better::Low
    }
}
