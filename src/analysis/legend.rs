//! What a legend must say about an overlay, as plain data.
//!
//! Words, colours and number formats are the painter's.

use super::heat::Midpoint;
use super::measure::Measure;
use super::overlay::{Overlay, Topic};
use super::reading::Reading;
use super::version::Version;
use crate::model::Model;
use crate::scores::{Filter, NO_DAY, Period, ScoreTable};

/// The facts of a legend.
#[derive(Clone, PartialEq, Debug)]
pub struct Legend {
    /// What is painted.
    pub measure: Measure,
    /// The question it is about, where that is one only.
    pub topic: Option<Topic>,
    /// Version with scale, direction and rule; absent without answers.
    pub version: Option<Version>,
    /// Each different wording of the questions behind the colours, oldest first.
    pub wordings: Vec<String>,
    /// Worst and best value of the axis that is shown.
    pub worst_best: Option<(f64, f64)>,
    /// The value of the middle colour, and why.
    pub midpoint: Option<Midpoint>,
    /// Smallest and largest number of answers among touchpoints with a score.
    pub base: Option<(u64, u64)>,
    /// All answers of the journey pooled, those without touchpoint too.
    pub whole: Reading,
    /// Responses that pass the filter.
    pub responses: u64,
    /// Days covered, open ends filled in from the answers where that is known.
    pub period: Period,
    /// Touchpoints with fewer than 30 answers.
    pub low_base: usize,
    /// Touchpoints without answers.
    pub no_data: usize,
    /// Touchpoints with fewer than five customers.
    pub too_few: usize,
    /// Touchpoints hidden for privacy.
    pub hidden: usize,
    /// Touchpoints with another version only.
    pub other_version: usize,
}

impl Legend {
    /// The legend of an overlay made under `filter`; `days` as `days_of` gives them.
    #[must_use]
    pub fn of(model: &Model, overlay: &Overlay, filter: &Filter, days: Period) -> Self {
        let count = |test: fn(&Reading) -> bool| {
            overlay.touchpoints.values().filter(|reading| test(reading)).count()
        };
        Self {
            measure: overlay.measure,
            topic: overlay.topic.clone(),
            version: overlay.version.clone(),
            wordings: wordings(model, overlay),
            worst_best: overlay.ends,
            midpoint: overlay.midpoint,
            base: overlay.base(),
            whole: overlay.whole.clone(),
            responses: overlay.responses,
            period: filled(filter.period, days),
            low_base: count(Reading::is_low_base),
            no_data: count(|r| *r == Reading::NoData),
            too_few: count(|r| matches!(r, Reading::TooFew { .. })),
            hidden: count(|r| *r == Reading::Hidden),
            other_version: count(|r| matches!(r, Reading::OtherVersion { .. })),
        }
    }
}

/// A period with its open ends filled in, unless it lies wholly before or after all answers.
fn filled(chosen: Period, days: Period) -> Period {
    let (from, to) = (chosen.from.or(days.from), chosen.to.or(days.to));
    let is_turned = from.zip(to).is_some_and(|(from, to)| from > to);
    if is_turned { chosen } else { Period { from, to } }
}

/// First and last day of all responses; open without any.
#[must_use]
pub fn days_of(table: &ScoreTable) -> Period {
    let days = || table.day.iter().copied().filter(|day| *day != NO_DAY);
    Period { from: days().min(), to: days().max() }
}

fn wordings(model: &Model, overlay: &Overlay) -> Vec<String> {
    let mut found = Vec::new();
    for question in model.questions.values().filter(|q| q.metric == overlay.measure.metric) {
        let new = !question.wording.is_empty() && !found.contains(&question.wording);
        if new && overlay.version.as_ref() == Some(&Version::of(model, question)) {
            found.push(question.wording.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_are_filled_in_and_never_turn_a_period() {
        let of = |from, to| Period { from, to };
        let days = of(Some(10), Some(20));
        for (chosen, wanted) in [
            (of(None, None), days),
            (of(Some(12), None), of(Some(12), Some(20))),
            (of(None, Some(12)), of(Some(10), Some(12))),
            (of(Some(30), None), of(Some(30), None)),
            (of(None, Some(5)), of(None, Some(5))),
            (of(Some(30), Some(40)), of(Some(30), Some(40))),
        ] {
            assert_eq!(filled(chosen, days), wanted);
        }
        assert_eq!(filled(Period::default(), Period::default()), Period::default());
    }
}
