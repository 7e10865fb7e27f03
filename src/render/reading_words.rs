//! What is known of a part, as a screen reader says it: score, interval and base, or why there is none.
//!
//! Chooses no colours.

use super::figure_words::{self, decimals};
use super::map::phrases::Phrases;
use crate::analysis::{Measure, Reading, Score};
use crate::model::{Audience, Message, Metric};
use crate::text::Texts;

/// Says readings of one measure.
pub(super) struct Said<'a> {
    pub texts: &'a Texts,
    pub phrases: &'a Phrases<'a>,
    pub measure: Measure,
}

impl Said<'_> {
    /// "Ease 3.2, between 3.1 and 3.3, 412 answers", or "no data" and its like.
    pub(super) fn of(&self, reading: &Reading) -> String {
        match reading {
            Reading::NoData | Reading::Fact(_) | Reading::Silent => {
                self.phrases.get("map-card-no-data")
            }
            Reading::Hidden => self.phrases.get("map-label-hidden"),
            Reading::TooFew { n } => {
                format!("{}, {}", self.phrases.get("map-card-too-few"), self.answers(*n))
            }
            Reading::OtherVersion { version, .. } => {
                let version = figure_words::version(self.texts, version);
                self.phrases.say("map-label-other-version", &[("version", &version)])
            }
            Reading::Score(score) => self.said_score(score),
        }
    }

    fn said_score(&self, score: &Score) -> String {
        let (metric, shown) = (score.figures.metric, score.shown());
        let places = decimals(metric);
        let (low, high) = (self.texts.num(shown.low, places), self.texts.num(shown.high, places));
        let value = figure_words::value(self.texts, metric, shown.value);
        let mut parts = vec![
            format!("{} {value}", self.metric_word()),
            self.phrases.say("map-label-between", &[("low", &low), ("high", &high)]),
            self.answers(score.n()),
        ];
        if score.low_base {
            parts.push(self.phrases.get("map-label-few"));
        }
        parts.join(", ")
    }

    fn answers(&self, n: u64) -> String {
        if n == 1 {
            return self.texts.say(&Message::new("map-label-answers").with("n", n));
        }
        self.phrases.say("map-label-answers", &[("n", &count(self.texts, n))])
    }

    fn metric_word(&self) -> String {
        if self.measure.audience == Audience::Employee {
            return figure_words::measure(self.texts, self.measure);
        }
        self.phrases.get(match self.measure.metric {
            Metric::Ces => "map-label-ease",
            Metric::Nps => "map-label-nps",
            Metric::Csat => "map-label-satisfaction",
            Metric::Fcr => "map-label-solved",
            Metric::Rating => "map-label-rating",
        })
    }
}

/// A number of answers.
pub(super) fn count(texts: &Texts, n: u64) -> String {
    texts.int(i64::try_from(n).unwrap_or(i64::MAX))
}
