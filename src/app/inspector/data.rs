//! What the inspector shows of one touchpoint, stage or journey, computed beforehand: scores, answers,
//! trend, words.
//!
//! Plain data; painting is `touchpoint`'s.

use crate::analysis::{ControlChart, Reading, Scope, StatsRequest, StatsRow, Version, stats};
use crate::app::context::Ctx;
use crate::app::derived::Derived;
use crate::app::map::painter::Prepared;
use crate::app::overlay_panel::goal_of;
use crate::app::trend::event_marks;
use crate::document::verbatims::{comments_of, comments_of_stage};
use crate::document::{Comment, CommentQuery, Document};
use crate::metrics::{Estimate, Parts, Side};
use crate::model::{Audience, Histogram, Message, Metric, Target, TouchpointId};
use crate::render::charts::{
    AnswersRequest, TrendRequest, WhiskerRequest, answers_bar, trend, whisker,
};
use crate::render::control_words;
use crate::render::figure_words::decimals;
use crate::render::theme::Theme as SceneTheme;
use crate::scores::{By, Filter};
use std::sync::Arc;

/// Height of the trend.
const TREND: f32 = 92.0;
/// Number of verbatims shown.
const VERBATIMS: usize = 3;

/// What a person sees of the feedback about something.
#[derive(Default)]
pub struct Details {
    /// One line a metric that was asked about it.
    pub scores: Vec<ScoreLine>,
    /// The distribution of answers to the metric in view, and its base.
    pub answers: Option<(u64, Prepared)>,
    /// The metric in view, month by month.
    pub trend: Option<Prepared>,
    /// The newest thing the control limits say, and whether it is for the better.
    pub signal: Option<(bool, String)>,
    /// The change since the earlier period.
    pub change: Option<Moved>,
    /// The newest texts.
    pub verbatims: Vec<Verbatim>,
    /// Number of all texts.
    pub texts: usize,
    /// The version in view, where a target can be set for it.
    pub version: Option<Version>,
    /// Number of answers to the metric in view, where it may be known.
    pub n: Option<u64>,
}

/// A change that stands out, or not.
#[derive(Clone, PartialEq, Debug)]
pub struct Moved {
    /// Size of the change, without sign.
    pub size: String,
    /// Whether it became better.
    pub better: bool,
}

/// A metric of a touchpoint.
pub struct ScoreLine {
    /// Name of the metric.
    pub name: String,
    /// Scale or parts, in words.
    pub detail: String,
    /// The figure, or why there is none.
    pub value: String,
    /// Dot and whisker, where there is a figure.
    pub whisker: Option<Prepared>,
    /// All of it in one sentence.
    pub spoken: String,
}

/// What one respondent wrote.
#[derive(Clone, PartialEq, Debug)]
pub struct Verbatim {
    /// The answer to the metric in view, and its place on the scale, 0…1, bad to good.
    pub score: Option<(i32, f64)>,
    /// The text.
    pub text: String,
    /// Date and segment.
    pub meta: String,
}

impl Details {
    /// Computes what is shown, `width` points wide. Texts are read from a document, where there is one;
    /// the trend was computed before.
    #[must_use]
    pub fn of(
        ctx: &Ctx<'_>,
        derived: &Derived,
        (document, course): (Option<&Document>, Option<&ControlChart>),
        about: Scope,
        width: f32,
    ) -> Self {
        let look = if ctx.theme.dark { SceneTheme::Dark } else { SceneTheme::Light };
        let version = goal_of(derived.overlay.as_deref()).cloned();
        let mut details = Self { version, ..Self::default() };
        details.read_scores(ctx, about, width, look);
        let reading = derived.overlay.as_ref().map(|overlay| match about {
            Scope::Touchpoint(id) => overlay.touchpoint(id).clone(),
            Scope::Stage(_, id) => overlay.stage(id).clone(),
            Scope::Journey(_) | Scope::Filter => overlay.whole.clone(),
        });
        details.n = reading.as_ref().and_then(Reading::n);
        if let Some(score) = reading.as_ref().and_then(Reading::score) {
            // Only these metrics have their middle on the scale of the answers.
            let raw = matches!(score.figures.metric, Metric::Ces | Metric::Rating);
            let middle = raw.then_some(score.midpoint.value);
            let counts = score.figures.counts.clone();
            details.answers = Some((counts.n(), bar(ctx, counts, middle, width, look)));
        }
        if let Some(course) = course {
            details.read_course(ctx, course, about, width, look);
        }
        details.change = derived
            .comparison
            .as_ref()
            .and_then(|c| match about {
                Scope::Touchpoint(id) => c.touchpoints.get(&id),
                Scope::Stage(_, id) => c.stages.get(&id),
                Scope::Journey(_) | Scope::Filter => c.whole.as_ref(),
            })
            .filter(|change| change.stands_out)
            .and_then(|change| {
                let size = change.difference.value.abs();
                let size = ctx.texts.num(size, decimals(ctx.view.measure.metric));
                Some(Moved { size, better: change.better? })
            });
        if let Some(document) = document {
            details.read_verbatims(ctx, document, about);
        }
        details
    }

    fn read_scores(&mut self, ctx: &Ctx<'_>, about: Scope, width: f32, look: SceneTheme) {
        let Some(table) = ctx.scores else { return };
        let Some(narrow) = about.narrow(ctx.model, &ctx.view.filter) else { return };
        let filter = Filter { journey: ctx.journey(), period: ctx.view.filter.period, ..narrow };
        for metric in Metric::ALL {
            let asked = ctx.model.questions.values().any(|q| q.metric == metric);
            if !asked {
                continue;
            }
            let request = StatsRequest { metric, by: By::Whole, pooled: true };
            let rows = stats(table, ctx.model, &filter, &request).into_iter();
            for row in rows.filter(|row| row.version.audience == Audience::Customer) {
                self.scores.push(score_line(ctx, about.touchpoint(), &row, width, look));
            }
        }
    }

    /// The trend and what it says, once two months have a score.
    fn read_course(
        &mut self,
        ctx: &Ctx<'_>,
        course: &ControlChart,
        about: Scope,
        width: f32,
        look: SceneTheme,
    ) {
        if course.points.iter().filter(|p| p.reading.score().is_some()).count() < 2 {
            return;
        }
        let mut request = TrendRequest::of(course, ctx.texts, (width, TREND));
        request.events = event_marks(ctx, about);
        self.trend = Some(Prepared::new(Arc::new(trend(&request, ctx.texts, look))));
        let low_is_good = course.version.as_ref().is_some_and(Version::low_is_good);
        // What ends last, and of that what is the strongest.
        let newest = course.signals.iter().max_by_key(|s| (s.last, std::cmp::Reverse(s.rule)));
        self.signal = newest.map(|signal| {
            let better = (signal.side == Side::Above) != low_is_good;
            (better, control_words::signal(ctx.texts, course, signal))
        });
    }

    /// The newest texts, of the same choice as the list that the button leads to.
    fn read_verbatims(&mut self, ctx: &Ctx<'_>, document: &Document, about: Scope) {
        let filter = Filter { journey: None, ..ctx.view.filter.clone() };
        let query = match about {
            Scope::Touchpoint(id) => {
                comments_of(ctx.model, &Filter { touchpoints: [id].into(), ..filter })
            }
            Scope::Stage(_, id) => comments_of_stage(ctx.model, &filter, id),
            Scope::Journey(_) | Scope::Filter => return,
        };
        let query = CommentQuery { limit: VERBATIMS, ..query };
        match document.comments(&query) {
            Ok(page) => {
                self.texts = page.total;
                let told = |c: &Comment| {
                    let place = about.touchpoint().or(c.touchpoint);
                    verbatim(ctx, place, c)
                };
                self.verbatims = page.comments.iter().map(told).collect();
            }
            Err(error) => tracing::warn!(%error, "comments not read"),
        }
    }
}

fn score_line(
    ctx: &Ctx<'_>,
    touchpoint: Option<TouchpointId>,
    row: &StatsRow,
    width: f32,
    look: SceneTheme,
) -> ScoreLine {
    let metric = row.version.metric;
    let name = short_name(ctx, metric);
    let Some(score) = row.reading.score() else {
        let value = why_none(ctx, &row.reading);
        let spoken = format!("{name}: {value}");
        let detail = scale_words(ctx, &row.version);
        return ScoreLine { name, detail, value, whisker: None, spoken };
    };
    let digits = decimals(metric);
    let shown: Estimate = *score.shown();
    let request = WhiskerRequest {
        width: width - 142.0,
        estimate: shown,
        axis: row.version.axis(),
        target: target(ctx, metric, touchpoint),
        decimals: digits,
        signed: metric == Metric::Nps,
    };
    let detail = match score.figures.parts {
        Parts::Recommend { promoters, detractors, .. } => {
            let share = |count: u64| 100.0 * count as f64 / score.n().max(1) as f64;
            let percent = |count| ctx.texts.percent(share(count), 0);
            format!("{} − {}", percent(promoters), percent(detractors))
        }
        _ => scale_words(ctx, &row.version),
    };
    let value = crate::render::figure_words::value(ctx.texts, metric, shown.value);
    let spoken = Message::new("inspector-score-spoken")
        .with("metric", name.as_str())
        .with("value", value.as_str())
        .with("range", ctx.texts.range(shown.low, shown.high, digits))
        .with("n", shown.n);
    ScoreLine {
        spoken: ctx.texts.say(&spoken),
        whisker: Some(Prepared::new(Arc::new(whisker(&request, ctx.texts, look)))),
        name,
        detail,
        value,
    }
}

/// Why a touchpoint has no score.
#[must_use]
pub fn why_none(ctx: &Ctx<'_>, reading: &Reading) -> String {
    match reading {
        Reading::Score(_) | Reading::Fact(_) | Reading::Silent => String::new(),
        Reading::NoData => ctx.t("inspector-no-data"),
        Reading::TooFew { n } => ctx.t1("inspector-too-few", "n", *n),
        Reading::Hidden => ctx.t("inspector-hidden"),
        Reading::OtherVersion { n, .. } => ctx.t1("inspector-other-version", "n", *n),
    }
}

fn short_name(ctx: &Ctx<'_>, metric: Metric) -> String {
    match metric {
        Metric::Ces => ctx.t("inspector-ease"),
        Metric::Nps => ctx.t("inspector-nps"),
        Metric::Csat => ctx.t("inspector-csat"),
        Metric::Fcr => ctx.t("inspector-fcr"),
        Metric::Rating => ctx.texts.metric(Metric::Rating),
    }
}

/// "CES, 1 to 7" and which end is good.
fn scale_words(ctx: &Ctx<'_>, version: &Version) -> String {
    let (key, scale) = match version.scale.better {
        crate::model::Better::High => ("inspector-scale-high", version.scale),
        crate::model::Better::Low => ("inspector-scale-low", version.scale),
    };
    let message = match version.metric {
        Metric::Csat | Metric::Fcr => Message::new("inspector-scale-share")
            .with("min", i64::from(scale.min))
            .with("max", i64::from(scale.max)),
        _ => Message::new(key).with("min", i64::from(scale.min)).with("max", i64::from(scale.max)),
    };
    ctx.texts.say(&message)
}

/// The touchpoint's own target, else that of the journey.
#[must_use]
pub fn target(ctx: &Ctx<'_>, metric: Metric, touchpoint: Option<TouchpointId>) -> Option<f64> {
    let of = |wanted| {
        let fits = |t: &&Target| t.metric == metric && t.touchpoint == wanted;
        ctx.model.targets.values().find(fits).map(|t| t.value)
    };
    touchpoint.and_then(|id| of(Some(id))).or_else(|| of(None))
}

fn bar(
    ctx: &Ctx<'_>,
    counts: Histogram,
    middle: Option<f64>,
    width: f32,
    look: SceneTheme,
) -> Prepared {
    let request = AnswersRequest {
        width,
        metric: ctx.view.measure.metric,
        counts,
        middle,
        palette: ctx.view.palette,
    };
    Prepared::new(Arc::new(answers_bar(&request, ctx.texts, look)))
}

/// What is shown of a comment about a touchpoint.
pub(in crate::app) fn verbatim(
    ctx: &Ctx<'_>,
    touchpoint: Option<TouchpointId>,
    comment: &Comment,
) -> Verbatim {
    let answer = comment.answers.iter().find_map(|(question, about, value)| {
        let question = ctx.model.questions.get(question)?;
        let fits = question.metric == ctx.view.measure.metric
            && about.is_none_or(|about| Some(about) == touchpoint);
        fits.then(|| (*value, question.scale.goodness(*value)))
    });
    let day = comment.day.map(|day| ctx.texts.day(day, crate::text::DayStyle::Full));
    let segment = comment.segments.first().map(|(_, value)| value.clone());
    let meta: Vec<String> = day.into_iter().chain(segment).collect();
    Verbatim { score: answer, text: comment.text.clone(), meta: meta.join(" · ") }
}
