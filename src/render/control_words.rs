//! Control charts in words: which chart, which baseline, what stands out, what else was measured.
//!
//! The window, the command line and exports say it alike. Computes nothing.

use crate::analysis::{Break, BreakWhy, ControlChart, Span, Version};
use crate::metrics::{Chart, Rule, Side, Signal};
use crate::model::{Better, Message, Metric, Model};
use crate::scores::Month;
use crate::text::{DayStyle, Texts};

/// "July 2026".
#[must_use]
pub fn month(texts: &Texts, month: Month) -> String {
    month.first_day().map_or_else(String::new, |day| texts.day(day, DayStyle::MonthYear))
}

/// Which chart was chosen and why.
#[must_use]
pub fn chart(texts: &Texts, metric: Metric, chart: Chart) -> String {
    let by_base = match metric {
        Metric::Nps => "trend-chart-nps",
        Metric::Csat | Metric::Fcr => "trend-chart-p",
        Metric::Ces | Metric::Rating => "trend-chart-mean",
    };
    match chart {
        Chart::Individuals => texts.get("trend-chart-xmr"),
        Chart::PerAnswer => texts.get(by_base),
        Chart::Laney => format!("{} {}", texts.get(by_base), texts.get("trend-chart-laney")),
    }
}

/// What the limits of a part rest on, or why there are none.
#[must_use]
pub fn baseline(texts: &Texts, of: &ControlChart, span: &Span) -> String {
    let base = &span.baseline;
    let at =
        |index: usize| of.points.get(index).map_or_else(String::new, |p| month(texts, p.month));
    let key = match (span.chart, base.locked.is_some()) {
        (None, true) => "trend-baseline-locked-few",
        (None, false) => "trend-baseline-few",
        (Some(_), true) => "trend-baseline-locked",
        (Some(_), false) => "trend-baseline",
    };
    let message = Message::new(key).with("points", base.points);
    texts.say(&message.with("from", at(base.first)).with("to", at(base.last)))
}

/// What a signal says.
#[must_use]
pub fn signal(texts: &Texts, of: &ControlChart, signal: &Signal) -> String {
    let at =
        |index: usize| of.points.get(index).map_or_else(String::new, |p| month(texts, p.month));
    let key = match (signal.rule, signal.side) {
        (Rule::Outside, Side::Above) => "trend-signal-above",
        (Rule::Outside, Side::Below) => "trend-signal-below",
        (Rule::NearLimit, Side::Above) => "trend-signal-near-upper",
        (Rule::NearLimit, Side::Below) => "trend-signal-near-lower",
        (Rule::OneSide, Side::Above) => "trend-signal-run-above",
        (Rule::OneSide, Side::Below) => "trend-signal-run-below",
    };
    let message = Message::new(key).with("month", at(signal.first));
    let message = message.with("from", at(signal.first)).with("to", at(signal.last));
    texts.say(&message.with("count", signal.points.len()))
}

/// What changed at a break.
#[must_use]
pub fn what_changed(texts: &Texts, model: &Model, of: &Break) -> String {
    let message = match &of.why {
        BreakWhy::Wording { from, to } => {
            Message::new("trend-break-wording").with("from", from.as_str()).with("to", to.as_str())
        }
        BreakWhy::Channels { channel, from, to } => {
            let channel = channel.and_then(|id| model.channels.get(&id)).map_or_else(
                || texts.get("trend-break-no-channel"),
                |channel| texts.channel(channel),
            );
            Message::new("trend-break-channels")
                .with("channel", channel)
                .with("from", texts.percent(100.0 * from, 0))
                .with("to", texts.percent(100.0 * to, 0))
        }
        BreakWhy::Scale { from, to } if from.scale == to.scale => Message::new("trend-break-rule"),
        BreakWhy::Scale { from, to } => Message::new("trend-break-scale")
            .with("from", scale(texts, from))
            .with("to", scale(texts, to)),
    };
    texts.say(&message.with("month", month(texts, of.month)))
}

/// One word for a break, beside its line.
#[must_use]
pub fn mark(texts: &Texts, of: &Break) -> String {
    texts.get(match of.why {
        BreakWhy::Wording { .. } => "trend-mark-wording",
        BreakWhy::Channels { .. } => "trend-mark-channels",
        BreakWhy::Scale { .. } => "trend-mark-scale",
    })
}

fn scale(texts: &Texts, version: &Version) -> String {
    let key = match version.scale.better {
        Better::High => "trend-scale-high",
        Better::Low => "trend-scale-low",
    };
    let message = Message::new(key).with("min", i64::from(version.scale.min));
    texts.say(&message.with("max", i64::from(version.scale.max)))
}
