//! Readings as they stand on cards and stages: words, colours, the arrow of a change.
//!
//! Computes nothing: what a score is and which change stands out comes from `analysis`.

use super::columns::{Column, ColumnKind};
use super::context::Context;
use super::phrases::Phrases;
use super::{MapRequest, Mode, Scores};
use crate::analysis::{Change, Comparison, Overlay, Reading, Score as Scored};
use crate::metrics::Estimate;
use crate::model::{Audience, Metric, StageId, TouchpointId};
use crate::render::color_scale::{Palette, text_on};
use crate::render::figure_words::{self, decimals};
use crate::render::scene::{Color, Weight};
use crate::render::theme::Theme;
use crate::text::Texts;

/// What a card or stage shows of an overlay.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Figure {
    /// Nothing: there is no overlay.
    None,
    NoData,
    TooFew(u64),
    Hidden,
    /// Only answers to another version, by its name.
    OtherVersion(String),
    Score(Box<Score>),
}

/// A score in words and colours.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Score {
    pub value: String,
    pub low: String,
    pub high: String,
    pub range: String,
    /// The number of answers, and that they are few.
    pub base: String,
    pub n: u64,
    pub few: bool,
    pub fill: Color,
    pub ink: Color,
    pub change: Option<Arrow>,
}

/// A change that stands out.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Arrow {
    /// ▲ always means better.
    pub better: bool,
    pub size: String,
}

impl Score {
    pub(super) fn base_weight(&self) -> Weight {
        if self.few { Weight::SemiBold } else { Weight::Regular }
    }
}

impl Figure {
    /// What a whole card says where there is no score.
    pub(super) fn words(&self, context: &Context<'_>) -> String {
        match self {
            Self::None => String::new(),
            Self::NoData => context.texts.get("map-card-no-data"),
            Self::TooFew(_) => context.texts.get("map-card-too-few"),
            Self::Hidden => context.texts.get("map-card-hidden"),
            Self::OtherVersion(name) => name.clone(),
            Self::Score(score) => score.value.clone(),
        }
    }

    /// What a badge says.
    pub(super) fn badge_words(&self) -> String {
        match self {
            Self::None | Self::Hidden => String::new(),
            Self::NoData => "–".to_owned(),
            Self::TooFew(_) => "< 5".to_owned(),
            Self::OtherVersion(name) => name.clone(),
            Self::Score(score) => score.value.clone(),
        }
    }
}

pub(super) struct Figures<'a> {
    texts: &'a Texts,
    phrases: Phrases<'a>,
    /// The overlay as cards and stages show it; absent where they show none.
    overlay: Option<&'a Overlay>,
    comparison: Option<&'a Comparison>,
    /// All there are, whether or not cards show them.
    known: Vec<&'a Overlay>,
    palette: Palette,
}

impl<'a> Figures<'a> {
    pub(super) fn new(request: &MapRequest, texts: &'a Texts, scores: Scores<'a>) -> Self {
        let Scores { overlay, comparison, further } = scores;
        let known = overlay.into_iter().chain(further).collect();
        let overlay = overlay.filter(|overlay| match request.mode {
            Mode::Off => false,
            // Where nothing was ever asked, badges would only be in the way.
            Mode::ScoresOnly => overlay.version.is_some(),
            Mode::Heat => true,
        });
        let phrases = Phrases::new(texts);
        Self { texts, phrases, overlay, comparison, known, palette: request.palette }
    }

    /// The overlay of a metric; without one, that of the request.
    pub(super) fn of_metric(&self, metric: Option<Metric>) -> Option<&'a Overlay> {
        self.known.iter().copied().find(|known| metric.is_none_or(|m| m == known.metric))
    }

    /// Whether customers answered about a touchpoint.
    pub(super) fn answered(&self, touchpoint: TouchpointId) -> bool {
        self.known.iter().any(|known| known.touchpoint(touchpoint).n() != Some(0))
    }

    /// What an overlay says of a column.
    pub(super) fn column(&self, overlay: &Overlay, column: &Column, stage: StageId) -> Figure {
        self.figure(overlay, self.reading(overlay, column, stage), None)
    }

    /// The reading of a column: of its step, or of its stage.
    pub(super) fn reading<'o>(
        &self,
        overlay: &'o Overlay,
        column: &Column,
        stage: StageId,
    ) -> &'o Reading {
        match column.kind {
            ColumnKind::Whole | ColumnKind::Folded => overlay.stage(stage),
            ColumnKind::Step(_) | ColumnKind::Loose => overlay.spot(column.spot),
        }
    }

    pub(super) fn card(&self, touchpoint: TouchpointId) -> Figure {
        let Some(overlay) = self.overlay else {
            return Figure::None;
        };
        let change = self.comparison.and_then(|c| c.touchpoints.get(&touchpoint));
        self.figure(overlay, overlay.touchpoint(touchpoint), change)
    }

    pub(super) fn stage(&self, stage: StageId) -> Figure {
        let Some(overlay) = self.overlay else {
            return Figure::None;
        };
        let change = self.comparison.and_then(|c| c.stages.get(&stage));
        self.figure(overlay, overlay.stage(stage), change)
    }

    fn figure(&self, overlay: &Overlay, reading: &Reading, change: Option<&Change>) -> Figure {
        match reading {
            Reading::NoData => Figure::NoData,
            Reading::TooFew { n } => Figure::TooFew(*n),
            Reading::Hidden => Figure::Hidden,
            Reading::OtherVersion { version, .. } => {
                Figure::OtherVersion(figure_words::version(self.texts, version))
            }
            Reading::Score(score) => {
                Figure::Score(Box::new(self.score(overlay.metric, score, change)))
            }
        }
    }

    fn score(&self, metric: Metric, score: &Scored, change: Option<&Change>) -> Score {
        let shown = score.shown();
        let fill = self.palette.heat(&score.heat);
        let places = decimals(metric);
        let arrow = change.filter(|c| c.stands_out).and_then(|c| {
            let size = self.texts.num(c.difference.value.abs(), places);
            c.better.map(|better| Arrow { better, size })
        });
        let (low, high) = (self.texts.num(shown.low, places), self.texts.num(shown.high, places));
        Score {
            value: figure_words::value(self.texts, metric, shown.value),
            range: self.range(shown, &low, &high),
            low,
            high,
            base: if score.low_base { self.few(score.n()) } else { self.base(score.n()) },
            n: score.n(),
            few: score.low_base,
            fill,
            ink: text_on(fill),
            change: arrow,
        }
    }

    /// An interval as `Texts::range` writes it, from ends already in words.
    fn range(&self, shown: &Estimate, low: &str, high: &str) -> String {
        if shown.low < 0.0 || shown.high < 0.0 {
            self.phrases.say("app-range", &[("low", low), ("high", high)])
        } else {
            format!("{low}–{high}")
        }
    }

    /// "n 412".
    pub(super) fn base(&self, n: u64) -> String {
        self.phrases.say("map-card-n", &[("n", &self.count(n))])
    }

    fn few(&self, n: u64) -> String {
        self.phrases.say("map-card-few", &[("n", &self.count(n))])
    }

    /// A number of answers in digits.
    pub(super) fn count(&self, n: u64) -> String {
        self.texts.int(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// The metric as a word in a sentence.
    pub(super) fn metric_word(&self, context: &Context<'_>) -> String {
        self.overlay.map_or_else(String::new, |overlay| metric_word(context, overlay))
    }

    pub(super) fn is_ease(&self) -> bool {
        self.overlay.is_some_and(|o| o.metric == Metric::Ces)
    }
}

/// The metric of an overlay as a word in a sentence.
pub(super) fn metric_word(context: &Context<'_>, overlay: &Overlay) -> String {
    context.phrases.get(match (overlay.metric, overlay.audience) {
        (Metric::Ces, _) => "map-label-ease",
        (Metric::Nps, Audience::Customer) => "map-label-nps",
        (Metric::Nps, Audience::Employee) => "map-label-enps",
        (Metric::Csat, _) => "map-label-satisfaction",
        (Metric::Fcr, _) => "map-label-solved",
        (Metric::Rating, _) => "map-label-rating",
    })
}

/// In the dark a light edge keeps the dark ends of a palette visible.
pub(super) fn heat_edge(theme: Theme) -> Option<Color> {
    (theme == Theme::Dark).then(|| Color::hex(0xFF_FFFF).with_opacity(0.18))
}
