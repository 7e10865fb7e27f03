//! The bands of scores that a person can choose: promoters, the hard end, those who were satisfied.
//!
//! Names choices; counts nothing.

use crate::app::context::Ctx;
use crate::metrics::nps;
use crate::model::{Audience, Metric, Question, Scale};
use crate::scores::Band;

/// A band as something that can be sorted.
pub(super) type Key = (Metric, i32, i32);

pub(super) fn key(band: &Band) -> Key {
    (band.metric, band.low, band.high)
}

/// The band of a key.
pub(super) fn band((metric, low, high): Key) -> Band {
    Band { metric, low, high }
}

/// The bands of every metric that customers were asked, each once.
pub(super) fn of(ctx: &Ctx<'_>) -> Vec<Band> {
    let mut all: Vec<Band> = Vec::new();
    let customers = |q: &&Question| {
        ctx.model.surveys.get(&q.survey).is_none_or(|s| s.audience == Audience::Customer)
    };
    for metric in Metric::ALL {
        let asked = ctx.model.questions.values().filter(|q| q.metric == metric);
        for question in asked.filter(customers) {
            for (low, high) in parts(question) {
                let band = Band { metric, low, high };
                if !all.contains(&band) {
                    all.push(band);
                }
            }
        }
    }
    all
}

/// Low, middle and high: by the break-points of NPS, else each end less than half of the scale.
fn parts(question: &Question) -> Vec<(i32, i32)> {
    let Scale { min, max, .. } = question.scale;
    if question.metric == Metric::Nps {
        let [low, high] = nps::breaks(question);
        return vec![(min, low), (low + 1, high), (high + 1, max)];
    }
    let steps = max - min + 1;
    let end = (steps - 1) / 2;
    match steps {
        2 => vec![(min, min), (max, max)],
        _ if end + end < steps => {
            vec![(min, min + end - 1), (min + end, max - end), (max - end + 1, max)]
        }
        _ => vec![(min, min + end - 1), (max - end + 1, max)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Better, QuestionId, QuestionKind, SurveyId};

    #[test]
    fn ends_and_middle_of_scales() {
        for (metric, min, max, wanted) in [
            (Metric::Nps, 0, 10, vec![(0, 6), (7, 8), (9, 10)]),
            (Metric::Ces, 1, 7, vec![(1, 3), (4, 4), (5, 7)]),
            (Metric::Csat, 1, 5, vec![(1, 2), (3, 3), (4, 5)]),
            (Metric::Fcr, 0, 1, vec![(0, 0), (1, 1)]),
            (Metric::Rating, 1, 10, vec![(1, 4), (5, 6), (7, 10)]),
            (Metric::Rating, 1, 3, vec![(1, 1), (2, 2), (3, 3)]),
        ] {
            let question = Question {
                id: QuestionId::fresh(),
                survey: SurveyId::fresh(),
                code: String::new(),
                metric,
                scale: Scale { min, max, better: Better::High },
                boxed: Vec::new(),
                breaks: None,
                wording: String::new(),
                kind: QuestionKind::default(),
                labels: std::collections::BTreeMap::new(),
            };
            assert_eq!(parts(&question), wanted, "{metric:?} {min}–{max}");
        }
    }
}
