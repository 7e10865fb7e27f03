//! Where to look first: the touchpoints of an overlay in the order of a stated rule.
//!
//! Gives figures and the reason of each place; words are the reader's.

use super::compare::Comparison;
use super::overlay::Overlay;
use super::reading::{Reading, Score};
use super::version::Version;
use crate::model::{Model, Target, TouchpointId};
use std::collections::BTreeMap;

/// How touchpoints are ranked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Rule {
    /// The worst score first, taken at the better end of its interval: a small base that happens to
    /// look bad does not come first.
    #[default]
    Worst,
    /// The largest change for the worse first, those that stand out before all others.
    Worsening,
    /// The most answers first: where most customers come.
    MostAnswered,
    /// The furthest below its target first; those without target are left out.
    BelowTarget,
    /// Where customers are furthest below what managers guessed.
    GuessGap,
}

impl Rule {
    /// Every rule, in menu order.
    pub const ALL: [Self; 5] =
        [Self::Worst, Self::Worsening, Self::MostAnswered, Self::BelowTarget, Self::GuessGap];

    /// The name used in files and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Worst => "worst",
            Self::Worsening => "worsening",
            Self::MostAnswered => "most_answered",
            Self::BelowTarget => "below_target",
            Self::GuessGap => "guess_gap",
        }
    }

    /// The rule of a key, in any case, with hyphens or underscores.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let key = key.trim().to_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|rule| rule.key() == key)
    }
}

/// A touchpoint's place in a ranking.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    /// The touchpoint.
    pub touchpoint: TouchpointId,
    /// Its score.
    pub score: Score,
    /// What the rule looked at, on the axis that is shown: the end of the interval, the change, the
    /// number of answers, the distance to the target, the gap.
    pub by: f64,
    /// Whether that is beyond chance: a change that stands out, an interval wholly below the target
    /// or the guess. Always of the others.
    pub firm: bool,
}

/// What a ranking is made of.
#[derive(Clone, Copy, Debug)]
pub struct Ranked<'a> {
    /// The scores.
    pub overlay: &'a Overlay,
    /// Their changes, for `Rule::Worsening`.
    pub comparison: Option<&'a Comparison>,
    /// The gaps with the guesses, for `Rule::GuessGap`.
    pub gaps: Option<&'a Overlay>,
}

/// The touchpoints in the order of a rule. Those about which it can say nothing are left out.
#[must_use]
pub fn ranking(model: &Model, of: Ranked<'_>, rule: Rule) -> Vec<Place> {
    let Some(version) = &of.overlay.version else { return Vec::new() };
    let scores = of.overlay.touchpoints.iter();
    let scored = scores.filter_map(|(id, reading)| Some((*id, reading.score()?)));
    let mut places: Vec<(f64, Place)> = scored
        .filter_map(|(touchpoint, score)| {
            let (urgency, by, firm) = judge(model, of, rule, version, touchpoint, score)?;
            Some((urgency, Place { touchpoint, score: score.clone(), by, firm }))
        })
        .collect();
    places.sort_by(|(a, one), (b, two)| {
        two.firm.cmp(&one.firm).then(b.total_cmp(a)).then(one.touchpoint.cmp(&two.touchpoint))
    });
    places.into_iter().map(|(_, place)| place).collect()
}

/// How urgent (more is first), by what, and whether beyond chance.
fn judge(
    model: &Model,
    of: Ranked<'_>,
    rule: Rule,
    version: &Version,
    touchpoint: TouchpointId,
    score: &Score,
) -> Option<(f64, f64, bool)> {
    let shown = score.shown();
    // Bad counted upwards.
    let bad = if version.low_is_good() { 1.0 } else { -1.0 };
    let better_end = if version.low_is_good() { shown.low } else { shown.high };
    match rule {
        Rule::Worst => Some((better_end * bad, better_end, true)),
        #[expect(clippy::cast_precision_loss, reason = "numbers of answers")]
        Rule::MostAnswered => Some((score.n() as f64, score.n() as f64, true)),
        Rule::Worsening => {
            let change = of.comparison?.touchpoints.get(&touchpoint)?;
            let by = change.difference.value;
            (change.better == Some(false)).then_some((by * bad, by, change.stands_out))
        }
        Rule::BelowTarget => {
            let goal = target(model, version, touchpoint)?;
            let by = shown.value - goal;
            let firm = (better_end - goal) * bad > 0.0;
            (by * bad > 0.0).then_some((by * bad, by, firm))
        }
        Rule::GuessGap => {
            let gap = of.gaps?.touchpoint(touchpoint);
            let Reading::Fact(fact) = gap else { return None };
            let (low, high) = fact.interval?;
            let end = if version.low_is_good() { low } else { high };
            (fact.value * bad > 0.0).then_some((fact.value * bad, fact.value, end * bad > 0.0))
        }
    }
}

/// The touchpoint's own target, else that of the journey.
fn target(model: &Model, version: &Version, touchpoint: TouchpointId) -> Option<f64> {
    let own: BTreeMap<bool, f64> = model
        .targets
        .values()
        .filter(|t: &&Target| t.metric == version.metric)
        .filter(|t| t.touchpoint.is_none_or(|id| id == touchpoint))
        .map(|t| (t.touchpoint.is_some(), t.value))
        .collect();
    own.get(&true).or_else(|| own.get(&false)).copied()
}
