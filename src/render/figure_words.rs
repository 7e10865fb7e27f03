//! Figures and versions of questions in words: how each metric writes its numbers.
//!
//! Rounds for reading only.

use crate::analysis::Version;
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
