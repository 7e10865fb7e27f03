//! The pictures of the sheet as tables: the same numbers in cells.
//!
//! Words only; the first row is the head.

use crate::analysis::{ControlChart, ControlPoint, Reading, Version};
use crate::app::context::Ctx;
use crate::app::inspector::data::why_none;
use crate::metrics::Rule;
use crate::metrics::interval::{Bounds, wilson};
use crate::model::{Histogram, Metric};
use crate::render::{control_words, figure_words};

/// Month, answers, score, interval, centre, limits, what stands out.
pub fn months(ctx: &Ctx<'_>, chart: &ControlChart, version: &Version) -> Vec<Vec<String>> {
    let head = [
        "trend-head-month",
        "trend-head-n",
        "trend-head-score",
        "trend-head-interval",
        "trend-head-centre",
        "trend-head-limits",
        "trend-head-signal",
    ];
    let mut rows = vec![head.map(|key| ctx.t(key)).to_vec()];
    rows.extend(chart.points.iter().map(|point| month(ctx, point, version.metric)));
    rows
}

fn month(ctx: &Ctx<'_>, point: &ControlPoint, metric: Metric) -> Vec<String> {
    let none = || "–".to_owned();
    let digits = figure_words::decimals(metric).max(1);
    let score = point.reading.score().map(|score| *score.shown());
    let mut name = control_words::month(ctx.texts, point.month);
    if point.is_future {
        name = ctx.t1("trend-in-future", "month", name);
    }
    let n = point.reading.n().map_or_else(none, |n| whole(ctx, n));
    let value = match (&score, &point.reading) {
        (Some(score), _) => ctx.texts.num(score.value, digits),
        (None, Reading::NoData) => none(),
        (None, other) => why_none(ctx, other),
    };
    let limits = point.limits;
    vec![
        name,
        n,
        value,
        score.map_or_else(none, |s| ctx.texts.range(s.low, s.high, digits)),
        limits.map_or_else(none, |l| ctx.texts.num(l.centre, digits)),
        limits.map_or_else(none, |l| ctx.texts.range(l.lower, l.upper, digits)),
        point.rules.iter().map(|rule| ctx.t(rule_name(*rule))).collect::<Vec<_>>().join(", "),
    ]
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::Outside => "trend-rule-outside",
        Rule::NearLimit => "trend-rule-near",
        Rule::OneSide => "trend-rule-run",
    }
}

/// Value, answers, share, its interval alone, its interval together with the others.
pub fn values(
    ctx: &Ctx<'_>,
    counts: &Histogram,
    worth: f64,
    together: &[Bounds],
) -> Vec<Vec<String>> {
    let head = [
        "trend-head-value",
        "trend-head-n",
        "trend-head-share",
        "trend-head-alone",
        "trend-head-together",
    ];
    let mut rows = vec![head.map(|key| ctx.t(key)).to_vec()];
    let total = counts.n() as f64;
    let range =
        |(low, high): Bounds| format!("{}\u{a0}%", ctx.texts.range(100.0 * low, 100.0 * high, 1));
    for ((value, n), together) in counts.iter().zip(together) {
        let share = 100.0 * n as f64 / total.max(1.0);
        rows.push(vec![
            ctx.texts.int(i64::from(value)),
            whole(ctx, n),
            ctx.texts.percent(share, 1),
            range(wilson(n as f64 * worth, total * worth)),
            range(*together),
        ]);
    }
    rows
}

fn whole(ctx: &Ctx<'_>, n: u64) -> String {
    ctx.texts.int(i64::try_from(n).unwrap_or(i64::MAX))
}
