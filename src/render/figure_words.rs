//! Figures and versions of questions in words: how each metric writes its numbers.
//!
//! Rounds for reading only.

use crate::analysis::{Fact, LEAST_PAIRS, Lens, Measure, SMALLEST_GROUP, Topic, Version};
use crate::model::{Audience, Better, Message, Metric, Scale};
use crate::text::Texts;

/// Decimals a metric is shown with.
#[must_use]
pub fn decimals(metric: Metric) -> usize {
    match metric {
        Metric::Ces | Metric::Rating => 1,
        Metric::Nps | Metric::Csat | Metric::Fcr => 0,
    }
}

/// A figure as it stands on a card: `3.2`, `−23`, `71 %`.
#[must_use]
pub fn value(texts: &Texts, metric: Metric, figure: f64) -> String {
    match metric {
        Metric::Csat | Metric::Fcr => texts.percent(figure, 0),
        Metric::Nps | Metric::Ces | Metric::Rating => texts.num(figure, decimals(metric)),
    }
}

/// A figure of a measure as it stands on a card: `412`, `+0.4`, `0.62`, `Assumption`.
#[must_use]
pub fn measured(texts: &Texts, measure: Measure, figure: f64) -> String {
    match measure.lens {
        Lens::Score | Lens::Guess => value(texts, measure.metric, figure),
        Lens::GuessGap => signed(texts, figure, decimals(measure.metric)),
        Lens::EmployeeGap => signed(texts, figure, 0),
        Lens::Volume => texts.num(figure, 0),
        Lens::Emotion => signed(texts, figure, 1),
        Lens::Importance => texts.num(figure, 2),
        Lens::Evidence => texts.get(match figure {
            level if level >= 2.5 => "overlay-evidence-data",
            level if level >= 1.5 => "overlay-evidence-anecdote",
            _ => "overlay-evidence-assumption",
        }),
        Lens::RepeatContact | Lens::ChannelSwitching => texts.percent(figure, 0),
    }
}

/// How many answers, customers or pairs a figure takes.
#[must_use]
pub fn least(lens: Lens) -> u64 {
    if lens == Lens::Importance { LEAST_PAIRS } else { SMALLEST_GROUP }
}

/// The key of the words for fewer than a figure takes: `Fewer than 5`.
#[must_use]
pub fn too_few(least: u64) -> &'static str {
    if least == LEAST_PAIRS { "map-card-too-few-pairs" } else { "map-card-too-few" }
}

/// Decimals a measure is shown with.
#[must_use]
pub fn places(measure: Measure) -> usize {
    match measure.lens {
        Lens::Score | Lens::Guess | Lens::GuessGap => decimals(measure.metric),
        Lens::Emotion => 1,
        Lens::Importance => 2,
        _ => 0,
    }
}

/// With its sign, unless it is read as nothing.
fn signed(texts: &Texts, figure: f64, places: usize) -> String {
    let text = texts.num(figure, places);
    let is_more = figure > 0.0 && text.contains(|c: char| ('1'..='9').contains(&c));
    if is_more { format!("+{text}") } else { text }
}

/// The name of a measure: `Ease (CES)`, `e-NPS`, `Guess: NPS`, `Volume`.
#[must_use]
pub fn measure(texts: &Texts, measure: Measure) -> String {
    let metric = || texts.metric(measure.metric);
    let of = |key| texts.say(&Message::new(key).with("metric", metric()));
    match (measure.lens, measure.audience, measure.metric) {
        (Lens::Score, Audience::Customer, _) => metric(),
        (Lens::Score, Audience::Employee, Metric::Nps) => texts.get("overlay-measure-enps"),
        (Lens::Score, Audience::Employee, Metric::Csat) => texts.get("overlay-measure-engagement"),
        (Lens::Score, Audience::Employee, _) => of("overlay-measure-employees"),
        (Lens::Guess, ..) => of("overlay-measure-guess"),
        (Lens::GuessGap, ..) => of("overlay-measure-guess-gap"),
        (Lens::EmployeeGap, ..) => of("overlay-measure-employee-gap"),
        (Lens::Volume, ..) => texts.get("overlay-measure-volume"),
        (Lens::Emotion, ..) => texts.get("overlay-measure-emotion"),
        (Lens::Importance, ..) => texts.get("overlay-measure-importance"),
        (Lens::Evidence, ..) => texts.get("overlay-measure-evidence"),
        (Lens::RepeatContact, ..) => texts.get("overlay-measure-repeat-contact"),
        (Lens::ChannelSwitching, ..) => texts.get("overlay-measure-channel-switching"),
    }
}

/// The name of what is painted: the question where it is one only, else the measure.
#[must_use]
pub fn painted(texts: &Texts, of: Measure, topic: Option<&Topic>) -> String {
    topic.map_or_else(|| measure(texts, of), |topic| topic.words.clone())
}

/// The same where there is little room.
#[must_use]
pub fn painted_short(texts: &Texts, of: Measure, topic: Option<&Topic>) -> String {
    topic.map_or_else(|| measure_short(texts, of), |topic| topic.short.clone())
}

/// The name of a measure where there is little room: `CES`, `NPS`; else its name.
#[must_use]
pub fn measure_short(texts: &Texts, of: Measure) -> String {
    match (of.lens, of.audience, of.metric) {
        (Lens::Score, Audience::Customer, Metric::Ces) => "CES".to_owned(),
        (Lens::Score, Audience::Customer, Metric::Nps) => "NPS".to_owned(),
        (Lens::Score, Audience::Customer, Metric::Csat) => "CSAT".to_owned(),
        (Lens::Score, Audience::Customer, Metric::Fcr) => "FCR".to_owned(),
        _ => measure(texts, of),
    }
}

/// A fact with what it rests on: `+0.4 (0.1 to 0.7), n 412`.
#[must_use]
pub fn fact(texts: &Texts, measure: Measure, fact: &Fact) -> String {
    let mut words = measured(texts, measure, fact.value);
    if let Some((low, high)) = fact.interval {
        words = format!("{words} ({})", texts.range(low, high, places(measure)));
    }
    match fact.n.filter(|_| measure.lens != Lens::Volume) {
        Some(n) => format!("{words}, {}", texts.say(&Message::new("map-card-n").with("n", n))),
        None => words,
    }
}

/// What a measure says and how it is made, for legends; empty for scores, whose question says it.
#[must_use]
pub fn explained(texts: &Texts, measure: Measure) -> String {
    let key = match measure.lens {
        Lens::Score => return String::new(),
        Lens::Guess => "overlay-why-guess",
        Lens::GuessGap => "overlay-why-guess-gap",
        Lens::EmployeeGap if measure.metric == Metric::Nps => "overlay-why-employee-gap-nps",
        Lens::EmployeeGap => "overlay-why-employee-gap",
        Lens::Volume => "overlay-why-volume",
        Lens::Emotion => "overlay-why-emotion",
        Lens::Importance => "overlay-why-importance",
        Lens::Evidence => "overlay-why-evidence",
        Lens::RepeatContact => "overlay-why-repeat-contact",
        Lens::ChannelSwitching => "overlay-why-channel-switching",
    };
    let days = crate::metrics::contacts::USUAL_WINDOW;
    texts.say(&Message::new(key).with("days", i64::from(days)))
}

/// The short name of a version: `CES 2.0`, `NPS`, `CSAT 4–5`.
#[must_use]
pub fn version(texts: &Texts, version: &Version) -> String {
    let Scale { min, max, better } = version.scale;
    match (version.metric, version.audience) {
        (Metric::Ces, _) => match (min, max, better) {
            (1, 7, Better::High) => "CES 2.0".to_owned(),
            (1, 5, Better::Low) => "CES 1.0".to_owned(),
            _ => format!("CES {}–{}", texts.int(i64::from(min)), texts.int(i64::from(max))),
        },
        (Metric::Nps, Audience::Customer) => "NPS".to_owned(),
        (Metric::Nps, Audience::Employee) => "e-NPS".to_owned(),
        (Metric::Csat, _) => format!("CSAT {}", boxed(texts, &version.boxed)),
        (Metric::Fcr, _) => "FCR".to_owned(),
        (Metric::Rating, _) => texts.metric(version.metric),
    }
}

/// Values of a box: a range where they follow each other.
fn boxed(texts: &Texts, values: &[i32]) -> String {
    let int = |value: i32| texts.int(i64::from(value));
    let run = values.windows(2).all(|w| w[1] == w[0] + 1);
    match (values.first(), values.last()) {
        (Some(first), Some(last)) if run && first != last => {
            format!("{}–{}", int(*first), int(*last))
        }
        _ => values.iter().map(|v| int(*v)).collect::<Vec<_>>().join(", "),
    }
}

/// "Answers 1 to 7, higher is easier." and its like: what the numbers of a version mean.
#[must_use]
pub fn direction(texts: &Texts, version: &Version) -> String {
    let key = match (version.metric, version.scale.better) {
        (Metric::Ces, Better::High) => "overlay-direction-easier",
        (Metric::Ces, Better::Low) => "overlay-direction-harder",
        (Metric::Nps, _) => "overlay-direction-nps",
        (Metric::Csat, _) => "overlay-direction-csat",
        (Metric::Fcr, _) => "overlay-direction-fcr",
        (Metric::Rating, Better::High) => "overlay-direction-better",
        (Metric::Rating, Better::Low) => "overlay-direction-worse",
    };
    let [low, high] = version.breaks.unwrap_or([6, 8]);
    let message = Message::new(key)
        .with("min", i64::from(version.scale.min))
        .with("max", i64::from(version.scale.max))
        .with("low", i64::from(low))
        .with("high", i64::from(high) + 1)
        .with("box", boxed(texts, &version.boxed));
    texts.say(&message)
}
