//! `klantreis stats --by month --limits`: control limits beside the figures of each month.
//!
//! The charts are `analysis`'; this writes them down, on the axis of the headline.

use super::{Failure, output::Output};
use crate::analysis::{Break, BreakWhy, ControlChart, ControlRequest, Scope, StatsRow};
use crate::metrics::{Rule, Side, ces};
use crate::model::{Audience, Message, Metric, Model};
use crate::render::control_words;
use crate::scores::{By, Filter, Key, Month, Period, ScoreTable};
use crate::text::Texts;
use serde::Serialize;

/// The charts of all that is listed.
pub(super) struct Charts {
    charts: Vec<ControlChart>,
    period: Period,
}

/// What `--json` adds to the row of a month.
#[derive(Serialize, Clone, Default)]
pub(super) struct MonthLimits {
    centre: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    #[serde(flatten)]
    raw: Option<RawLimits>,
    /// `xmr`, `p`, `nps`, `mean`, or one of the last three after `laney_`.
    chart: Option<&'static str>,
    baseline: Option<BaselineLine>,
    signals: Vec<SignalLine>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    future: bool,
}

/// The same on the raw scale.
#[derive(Serialize, Clone)]
struct RawLimits {
    mean_centre: f64,
    mean_lower: f64,
    mean_upper: f64,
}

/// The months that limits rest on.
#[derive(Serialize, Clone)]
struct BaselineLine {
    from: String,
    to: String,
    points: usize,
    locked: bool,
}

/// A rule that the month helps to meet.
#[derive(Serialize, Clone)]
struct SignalLine {
    rule: Rule,
    side: Side,
    from: String,
    to: String,
    points: usize,
}

/// A place from which on something else is measured.
#[derive(Serialize)]
pub(super) struct BreakLine {
    month: String,
    /// `wording`, `channels` or `scale`.
    what: &'static str,
    text: String,
}

impl Charts {
    /// Draws the charts of a filter, and opens its period: limits rest on whole months.
    pub(super) fn new(
        table: &ScoreTable,
        model: &Model,
        filter: &mut Filter,
        (metric, by): (Metric, &By),
    ) -> Result<Self, Failure> {
        if *by != By::Month {
            return Err(Message::new("cli-limits-by-month").into());
        }
        let period = std::mem::take(&mut filter.period);
        let today = chrono::Local::now().date_naive() - chrono::NaiveDate::default();
        let request = ControlRequest {
            metric,
            audience: Audience::Customer,
            scope: Scope::of(filter),
            version: None,
            today: i32::try_from(today.num_days()).ok(),
        };
        let charts = ControlChart::all(table, model, &request, filter);
        Ok(Self { charts, period })
    }

    /// Whether a row's month touches the period.
    pub(super) fn lists(&self, row: &StatsRow) -> bool {
        let Key::Month(Some(month)) = row.key else {
            return self.period == Period::default();
        };
        let starts = month.first_day().is_none_or(|day| self.period.to.is_none_or(|to| day <= to));
        let next = month.next().first_day();
        starts && next.is_none_or(|day| self.period.from.is_none_or(|from| day > from))
    }

    /// The limits of a row.
    pub(super) fn of(&self, row: &StatsRow) -> MonthLimits {
        let found = self.charts.iter().find(|chart| chart.version.as_ref() == Some(&row.version));
        let (Some(chart), Key::Month(Some(month))) = (found, &row.key) else {
            return MonthLimits::default();
        };
        let Some(index) = chart.points.iter().position(|point| point.month == *month) else {
            return MonthLimits::default();
        };
        let point = &chart.points[index];
        let at = |index: usize| chart.points.get(index).map_or_else(String::new, |p| key(p.month));
        let span = chart.span_at(index).filter(|span| span.baseline.points > 0);
        let baseline = span.map(|span| BaselineLine {
            from: at(span.baseline.first),
            to: at(span.baseline.last),
            points: span.baseline.points,
            locked: span.baseline.locked.is_some(),
        });
        let signals = chart.signals.iter().filter(|signal| signal.points.contains(&index));
        let signals = signals.map(|signal| SignalLine {
            rule: signal.rule,
            side: signal.side,
            from: at(signal.first),
            to: at(signal.last),
            points: signal.points.len(),
        });
        let mut limits = MonthLimits {
            chart: span.and_then(|s| s.chart).map(|c| c.key(row.version.metric)),
            baseline,
            signals: signals.collect(),
            future: point.is_future,
            ..MonthLimits::default()
        };
        if let Some(found) = point.limits {
            limits.put(row, (found.centre, found.lower, found.upper));
        }
        limits
    }

    /// The breaks of all charts.
    pub(super) fn breaks(&self, texts: &Texts, model: &Model) -> Vec<BreakLine> {
        let line = |found: &Break| BreakLine {
            month: key(found.month),
            what: match found.why {
                BreakWhy::Wording { .. } => "wording",
                BreakWhy::Channels { .. } => "channels",
                BreakWhy::Scale { .. } => "scale",
            },
            text: control_words::what_changed(texts, model, found),
        };
        self.charts.iter().flat_map(|chart| chart.breaks.iter().map(line)).collect()
    }

    /// What stands out, in words, below the table.
    pub(super) fn print(
        &self,
        texts: &Texts,
        model: &Model,
        out: &mut Output,
    ) -> Result<(), Failure> {
        for chart in &self.charts {
            for found in &chart.breaks {
                out.line(&control_words::what_changed(texts, model, found))?;
            }
            for span in &chart.spans {
                out.line(&control_words::baseline(texts, chart, span))?;
                if let (Some(kind), Some(version)) = (span.chart, &chart.version) {
                    out.line(&control_words::chart(texts, version.metric, kind))?;
                }
            }
            for signal in &chart.signals {
                out.line(&control_words::signal(texts, chart, signal))?;
            }
        }
        Ok(())
    }
}

impl MonthLimits {
    /// Takes limits on the axis that is shown, for CES on that of ease as well.
    fn put(&mut self, row: &StatsRow, (centre, lower, upper): (f64, f64, f64)) {
        let raw = matches!(row.version.metric, Metric::Ces | Metric::Rating);
        self.raw =
            raw.then_some(RawLimits { mean_centre: centre, mean_lower: lower, mean_upper: upper });
        let ends = if row.version.metric == Metric::Ces {
            let at = |value| ces::ease(row.version.scale, value);
            let (a, b) = (at(lower), at(upper));
            (at(centre), a.min(b), a.max(b))
        } else {
            (centre, lower, upper)
        };
        (self.centre, self.lower, self.upper) = (Some(ends.0), Some(ends.1), Some(ends.2));
    }

    /// Centre and limits as cells of a table, with a sign where the month stands out.
    pub(super) fn cells(&self, texts: &Texts) -> [String; 2] {
        let none = || "–".to_owned();
        let mark = if self.signals.is_empty() { "" } else { " !" };
        let centre = self.centre.map_or_else(none, |centre| texts.num(centre, 1));
        let limits = self.lower.zip(self.upper);
        let limits = limits.map_or_else(none, |(low, high)| texts.range(low, high, 1));
        [centre, format!("{limits}{mark}")]
    }
}

fn key(month: Month) -> String {
    format!("{:04}-{:02}", month.year, month.month)
}
