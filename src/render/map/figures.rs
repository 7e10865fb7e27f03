//! Readings as they stand on cards and stages: words, colours, the arrow of a change.
//!
//! Computes nothing: what a score is and which change stands out comes from `analysis`.

use super::columns::{Column, ColumnKind};
use super::context::Context;
use super::phrases::Phrases;
use super::{MapRequest, Mode, Scores};
use crate::analysis::{
    Change, Comparison, Fact, Lens, Measure, Overlay, Paint, Reading, Score as Scored,
};
use crate::metrics::Estimate;
use crate::model::{Audience, Metric, StageId, TouchpointId};
use crate::render::color_scale::{self, Palette, text_on};
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
    /// So many, and how many it takes.
    TooFew(u64, u64),
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
    /// What was counted depends on it.
    pub lens: Lens,
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
            Self::TooFew(_, least) => context.texts.get(figure_words::too_few(*least)),
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
            Self::TooFew(_, least) => format!("< {least}"),
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
    /// A second measure beside it.
    badge: Option<&'a Overlay>,
    /// All there are, whether or not cards show them.
    known: Vec<&'a Overlay>,
    palette: Palette,
    theme: Theme,
}

impl<'a> Figures<'a> {
    pub(super) fn new(request: &MapRequest, texts: &'a Texts, scores: Scores<'a>) -> Self {
        let Scores { overlay, comparison, badge, further } = scores;
        let known = overlay.into_iter().chain(further).collect();
        let overlay = overlay.filter(|overlay| match request.mode {
            Mode::Off => false,
            // Where nothing was ever asked, badges would only be in the way.
            Mode::ScoresOnly => overlay.version.is_some() || !overlay.measure.is_score(),
            Mode::Heat => true,
        });
        let phrases = Phrases::new(texts);
        let (palette, theme) = (request.palette, request.theme);
        let badge = badge.filter(|_| request.mode == Mode::Heat);
        Self { texts, phrases, overlay, comparison, badge, known, palette, theme }
    }

    /// The overlay of a metric; without one, that of the request.
    pub(super) fn of_metric(&self, metric: Option<Metric>) -> Option<&'a Overlay> {
        let fits = |o: &&Overlay| metric.is_none_or(|metric| o.measure == Measure::of(metric));
        self.known.iter().copied().find(fits)
    }

    /// Whether customers answered about a touchpoint.
    pub(super) fn answered(&self, touchpoint: TouchpointId) -> bool {
        self.known.iter().any(|known| {
            let reading = known.touchpoint(touchpoint);
            match known.measure.lens {
                // What employees say, what the team thinks and who came again are no answers.
                Lens::Score if known.audience() == Audience::Employee => false,
                Lens::Emotion | Lens::Guess | Lens::RepeatContact | Lens::ChannelSwitching => false,
                _ => reading.n().is_some_and(|n| n > 0),
            }
        })
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

    /// The second measure of a touchpoint: its name and its figure.
    pub(super) fn badge(&self, touchpoint: TouchpointId) -> Option<(String, Figure)> {
        let overlay = self.badge?;
        let figure = self.figure(overlay, overlay.touchpoint(touchpoint), None);
        Some((
            figure_words::painted_short(self.texts, overlay.measure, overlay.topic.as_ref()),
            figure,
        ))
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
            Reading::TooFew { n } => Figure::TooFew(*n, figure_words::least(overlay.measure.lens)),
            Reading::Hidden => Figure::Hidden,
            Reading::OtherVersion { version, .. } => {
                Figure::OtherVersion(figure_words::version(self.texts, version))
            }
            Reading::Score(score) => {
                Figure::Score(Box::new(self.score(overlay.metric(), score, change)))
            }
            Reading::Fact(fact) => Figure::Score(Box::new(self.fact(overlay.measure, fact))),
            Reading::Silent => Figure::None,
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
            lens: Lens::Score,
            fill,
            ink: text_on(fill),
            change: arrow,
        }
    }

    fn fact(&self, measure: Measure, fact: &Fact) -> Score {
        let fill = match fact.paint {
            Paint::Heat(heat) => self.palette.heat(&heat),
            Paint::Amount(share) => color_scale::amount(share, self.theme),
        };
        let places = figure_words::places(measure);
        let num = |value| self.texts.num(value, places);
        let (low, high) =
            fact.interval.map_or_else(Default::default, |(low, high)| (num(low), num(high)));
        let range = fact.interval.map(|(low, high)| self.texts.range(low, high, places));
        Score {
            value: figure_words::measured(self.texts, measure, fact.value),
            range: range.unwrap_or_default(),
            low,
            high,
            base: self.fact_base(measure, fact),
            n: fact.n.unwrap_or(0),
            few: fact.low_base,
            lens: measure.lens,
            fill,
            ink: text_on(fill),
            change: None,
        }
    }

    /// What a fact rests on. An amount is its own base.
    fn fact_base(&self, measure: Measure, fact: &Fact) -> String {
        match fact.n {
            _ if measure.lens == Lens::Volume => String::new(),
            Some(n) if fact.low_base => self.few(n),
            Some(n) if fact.estimate => {
                self.phrases.say("map-card-guesses", &[("n", &self.count(n))])
            }
            Some(n) => self.base(n),
            None if fact.estimate => self.phrases.get("map-card-estimate"),
            None => String::new(),
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
        self.overlay.is_some_and(|o| o.metric() == Metric::Ces)
    }
}

/// The measure of an overlay as a word in a sentence.
pub(super) fn metric_word(context: &Context<'_>, overlay: &Overlay) -> String {
    let measure = overlay.measure;
    if let Some(topic) = &overlay.topic {
        return topic.words.clone();
    }
    if !measure.is_score() || measure.audience == Audience::Employee {
        return figure_words::measure(context.texts, measure);
    }
    context.phrases.get(match measure.metric {
        Metric::Ces => "map-label-ease",
        Metric::Nps => "map-label-nps",
        Metric::Csat => "map-label-satisfaction",
        Metric::Fcr => "map-label-solved",
        Metric::Rating => "map-label-rating",
    })
}

/// In the dark a light edge keeps the dark ends of a palette visible.
pub(super) fn heat_edge(theme: Theme) -> Option<Color> {
    (theme == Theme::Dark).then(|| Color::hex(0xFF_FFFF).with_opacity(0.18))
}
