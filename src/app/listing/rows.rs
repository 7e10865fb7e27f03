//! The lines of the list: which parts of the journey stand in it, in which order, and their words.
//!
//! Pure: reads the model, paints nothing. Words of a line are made when they are needed.

use crate::analysis::{Overlay, Reading};
use crate::app::context::Ctx;
use crate::model::{
    Evidence, Hue, Item, JourneyId, LaneKind, Marks, Model, Note, PersonaId, Placement, Spot,
    StageId, Tone, Touchpoint,
};
use crate::render::scene::Subject;
use crate::render::{figure_words, scene};
use std::collections::HashMap;

/// The columns, from left to right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    Title,
    Stage,
    Step,
    Lane,
    Channel,
    Owner,
    Feel,
    Moment,
    StandsOut,
    Evidence,
    Tags,
    Hue,
    Score,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Stage,
        Self::Step,
        Self::Lane,
        Self::Channel,
        Self::Owner,
        Self::Feel,
        Self::Moment,
        Self::StandsOut,
        Self::Evidence,
        Self::Tags,
        Self::Hue,
        Self::Score,
    ];

    /// Key of its head.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "list-title",
            Self::Stage => "list-stage",
            Self::Step => "list-step",
            Self::Lane => "list-lane",
            Self::Channel => "list-channel",
            Self::Owner => "list-owner",
            Self::Feel => "list-feel",
            Self::Moment => "list-moment",
            Self::StandsOut => "list-stands-out",
            Self::Evidence => "list-evidence",
            Self::Tags => "list-tags",
            Self::Hue => "list-hue",
            Self::Score => "list-score",
        }
    }

    /// Whether a text is typed in it.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Tags)
    }

    /// Whether it only says yes or no.
    #[must_use]
    pub fn is_switch(self) -> bool {
        matches!(self, Self::Moment | Self::StandsOut)
    }
}

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// The head of a stage: which, and how many lines follow.
    Stage(StageId, usize),
    /// A step, card or note.
    Part(Subject),
    /// Where something new is named.
    Draft,
}

impl Line {
    /// What it stands for.
    #[must_use]
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::Stage(stage, _) => Some(Subject::Stage(stage)),
            Self::Part(subject) => Some(subject),
            Self::Draft => None,
        }
    }
}

/// How the list is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Largest first.
    pub down: bool,
    /// Over all stages, without heads.
    pub across: bool,
}

/// Everything the lines depend on beside the model.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Wanted {
    /// Sorted how; in the order of the journey when absent.
    pub sort: Option<Sort>,
    /// Only lines that hold these letters.
    pub filter: String,
}

/// The parts of a journey in reading order: stage by stage, lane by lane, with their stages.
#[must_use]
pub fn parts(model: &Model, journey: JourneyId) -> Vec<(StageId, Vec<Subject>)> {
    let stages = model.stages_of(journey);
    let order: HashMap<StageId, usize> =
        stages.iter().enumerate().map(|(i, s)| (s.id, i)).collect();
    let lanes = model.lanes_of(journey);
    let lane_at: HashMap<_, usize> = lanes.iter().enumerate().map(|(i, l)| (l.id, i)).collect();
    let steps_lane = lanes.iter().position(|l| l.kind == LaneKind::Steps).unwrap_or(0);
    let mut all: Vec<(usize, usize, i64, Subject)> = Vec::new();
    let stage = |spot: Spot| model.stage_at(spot).and_then(|s| order.get(&s).copied());
    for step in model.steps.values() {
        if let Some(at) = order.get(&step.stage) {
            all.push((*at, steps_lane, step.position, Subject::Step(step.id)));
        }
    }
    for card in model.placements.values().filter(|p| p.journey == journey) {
        if let (Some(at), Some(lane)) = (stage(card.spot), lane_at.get(&card.lane)) {
            all.push((at, *lane, card.position, Subject::Card(card.id)));
        }
    }
    for note in model.notes.values().filter(|n| n.journey == journey) {
        if let (Some(at), Some(lane)) = (stage(note.spot), lane_at.get(&note.lane)) {
            all.push((at, *lane, note.position, Subject::Note(note.id)));
        }
    }
    all.sort_unstable();
    let mut found: Vec<(StageId, Vec<Subject>)> =
        stages.iter().map(|s| (s.id, Vec::new())).collect();
    for (at, .., subject) in all {
        if let Some((_, inside)) = found.get_mut(at) {
            inside.push(subject);
        }
    }
    found
}

/// The lines that are shown.
#[must_use]
pub fn lines(
    ctx: &Ctx<'_>,
    overlay: Option<&Overlay>,
    journey: JourneyId,
    wanted: &Wanted,
) -> Vec<Line> {
    let words = Words { ctx, overlay, persona: persona(ctx.model, journey) };
    let needle = wanted.filter.trim().to_lowercase();
    let mut lines = Vec::new();
    let mut loose = Vec::new();
    for (stage, mut inside) in parts(ctx.model, journey) {
        if !needle.is_empty() {
            inside.retain(|subject| words.holds(*subject, &needle));
            if inside.is_empty() {
                continue;
            }
        }
        match wanted.sort {
            Some(sort) if sort.across => {
                loose.append(&mut inside);
                continue;
            }
            Some(sort) => words.sort(&mut inside, sort),
            None => {}
        }
        lines.push(Line::Stage(stage, inside.len()));
        lines.extend(inside.into_iter().map(Line::Part));
    }
    if let Some(sort) = wanted.sort.filter(|sort| sort.across) {
        words.sort(&mut loose, sort);
        lines.extend(loose.into_iter().map(Line::Part));
    }
    lines
}

/// Whose feelings are shown.
#[must_use]
pub fn persona(model: &Model, journey: JourneyId) -> Option<PersonaId> {
    let chosen = model.journeys.get(&journey).and_then(|j| j.persona);
    chosen.or_else(|| model.personas.keys().next().copied())
}

/// What the cells of a line say.
pub struct Words<'a, 'c> {
    /// Model and texts.
    pub ctx: &'a Ctx<'c>,
    /// The scores, where there are any.
    pub overlay: Option<&'a Overlay>,
    /// Whose feelings are shown.
    pub persona: Option<PersonaId>,
}

/// By what a cell is sorted: nothing comes last, whichever way.
#[derive(PartialEq, PartialOrd, Debug)]
enum SortKey {
    Number(f64),
    Text(String),
    Nothing,
}

impl Words<'_, '_> {
    fn card(&self, subject: Subject) -> Option<(&Placement, &Touchpoint)> {
        let Subject::Card(id) = subject else { return None };
        let card = self.ctx.model.placements.get(&id)?;
        Some((card, self.ctx.model.touchpoints.get(&card.touchpoint)?))
    }

    fn note(&self, subject: Subject) -> Option<&Note> {
        let Subject::Note(id) = subject else { return None };
        self.ctx.model.notes.get(&id)
    }

    /// What marks of a line are about.
    #[must_use]
    pub fn item(&self, subject: Subject) -> Option<Item> {
        match subject {
            Subject::Card(_) => self.card(subject).map(|(_, t)| Item::Touchpoint(t.id)),
            Subject::Note(id) => Some(Item::Note(id)),
            _ => None,
        }
    }

    /// The marks of a line.
    #[must_use]
    pub fn marks(&self, subject: Subject) -> Option<&Marks> {
        self.ctx.model.marks_of(self.item(subject)?)
    }

    /// The spot of a line.
    #[must_use]
    pub fn spot(&self, subject: Subject) -> Option<Spot> {
        match subject {
            Subject::Step(id) => self.ctx.model.steps.get(&id).map(|s| Spot::Stage(s.stage)),
            Subject::Stage(id) => Some(Spot::Stage(id)),
            _ => self
                .card(subject)
                .map(|(p, _)| p.spot)
                .or_else(|| self.note(subject).map(|n| n.spot)),
        }
    }

    /// The lane of a line.
    #[must_use]
    pub fn lane(&self, subject: Subject) -> Option<&crate::model::Lane> {
        let lane = match subject {
            Subject::Card(_) => self.card(subject)?.0.lane,
            Subject::Note(_) => self.note(subject)?.lane,
            Subject::Step(id) => {
                let stage = self.ctx.model.steps.get(&id)?.stage;
                let journey = self.ctx.model.stages.get(&stage)?.journey;
                return self.ctx.model.lane_of_kind(journey, LaneKind::Steps);
            }
            _ => return None,
        };
        self.ctx.model.lanes.get(&lane)
    }

    /// The touchpoint of a line.
    #[must_use]
    pub fn touchpoint(&self, subject: Subject) -> Option<&Touchpoint> {
        self.card(subject).map(|(_, touchpoint)| touchpoint)
    }

    /// What is felt at a card.
    #[must_use]
    pub fn feeling(&self, subject: Subject) -> Option<f64> {
        let Subject::Card(card) = subject else { return None };
        self.ctx.model.emotions.get(&(card, self.persona?)).map(|e| e.value)
    }

    /// The tone of a note.
    #[must_use]
    pub fn tone(&self, subject: Subject) -> Option<Tone> {
        self.note(subject).map(|note| note.tone)
    }

    /// What the answers say of a card.
    #[must_use]
    pub fn reading(&self, subject: Subject) -> Option<&Reading> {
        let overlay = self.overlay?;
        match subject {
            Subject::Stage(stage) => Some(overlay.stage(stage)),
            _ => Some(overlay.touchpoint(self.touchpoint(subject)?.id)),
        }
    }

    /// Whether a switch of a line is on; absent where there is none.
    #[must_use]
    pub fn is_on(&self, subject: Subject, column: Column) -> Option<bool> {
        match column {
            Column::Moment => self.touchpoint(subject).map(|t| t.moment_of_truth),
            Column::StandsOut => self.marks(subject).map(|m| m.stands_out),
            _ => None,
        }
    }

    /// The colour of a line.
    #[must_use]
    pub fn hue(&self, subject: Subject) -> Option<Hue> {
        self.marks(subject)?.hue
    }

    /// What a cell says; empty where there is nothing to say.
    #[must_use]
    pub fn cell(&self, subject: Subject, column: Column) -> String {
        let (ctx, model, texts) = (self.ctx, self.ctx.model, self.ctx.texts);
        match column {
            Column::Title => crate::app::map::title(model, texts, subject),
            Column::Stage => {
                let stage = self.spot(subject).and_then(|spot| model.stage_at(spot));
                let stage = stage.and_then(|id| model.stages.get(&id));
                stage.map(|s| texts.stage(s)).unwrap_or_default()
            }
            Column::Step => match self.spot(subject) {
                Some(Spot::Step(id)) => model.steps.get(&id).map(|s| s.name.clone()),
                _ => None,
            }
            .unwrap_or_default(),
            Column::Lane => self.lane(subject).map(|l| texts.lane(l)).unwrap_or_default(),
            Column::Channel => self.channels(subject),
            Column::Owner => {
                let owner = self.touchpoint(subject).and_then(|t| t.owner);
                let owner = owner.and_then(|id| model.owners.get(&id));
                owner.map(|o| o.name.clone()).unwrap_or_default()
            }
            Column::Feel => match (self.tone(subject), self.feeling(subject)) {
                (Some(Tone::Pain), _) => ctx.t("list-pain"),
                (Some(Tone::Gain), _) => ctx.t("list-gain"),
                (_, Some(value)) => signed(ctx, value),
                _ => String::new(),
            },
            Column::Moment | Column::StandsOut => match self.is_on(subject, column) {
                Some(true) => ctx.t("list-yes"),
                _ => String::new(),
            },
            Column::Evidence => self.evidence(subject),
            Column::Tags => self.marks(subject).map(|m| m.tags.join(", ")).unwrap_or_default(),
            Column::Hue => self.hue(subject).map(|h| texts.hue(h)).unwrap_or_default(),
            Column::Score => self.score(subject),
        }
    }

    fn channels(&self, subject: Subject) -> String {
        let Some(touchpoint) = self.touchpoint(subject) else {
            return String::new();
        };
        let known = touchpoint.channels.iter().filter_map(|id| self.ctx.model.channels.get(id));
        let names: Vec<String> = known.map(|c| self.ctx.texts.channel(c)).collect();
        names.join(", ")
    }

    /// What it rests on: data where there are answers, else what the team says.
    fn evidence(&self, subject: Subject) -> String {
        let answers = self.reading(subject).and_then(Reading::n).unwrap_or(0);
        let is_card = matches!(subject, Subject::Card(_));
        match self.marks(subject).and_then(|m| m.evidence) {
            _ if is_card && answers > 0 => self.ctx.t("list-data"),
            Some(Evidence::Assumption) => self.ctx.t("list-assumption"),
            Some(Evidence::Anecdote) => self.ctx.t("list-anecdote"),
            None => String::new(),
        }
    }

    fn score(&self, subject: Subject) -> String {
        let Some(reading) = self.reading(subject) else {
            return String::new();
        };
        match reading {
            Reading::NoData | Reading::Silent => String::new(),
            Reading::Fact(fact) => figure_words::fact(self.ctx.texts, self.ctx.view.measure, fact),
            Reading::TooFew { .. } => {
                let least = figure_words::least(self.ctx.view.measure.lens);
                self.ctx.t(figure_words::too_few(least))
            }
            Reading::Hidden => self.ctx.t("map-card-hidden"),
            Reading::OtherVersion { version, .. } => figure_words::version(self.ctx.texts, version),
            Reading::Score(score) => {
                let metric = self.ctx.view.measure.metric;
                let value = figure_words::value(self.ctx.texts, metric, score.shown().value);
                let n = crate::model::Message::new("list-score-n")
                    .with("value", value)
                    .with("n", score.n());
                self.ctx.texts.say(&n)
            }
        }
    }

    fn holds(&self, subject: Subject, needle: &str) -> bool {
        let seen = [
            Column::Title,
            Column::Owner,
            Column::Tags,
            Column::Step,
            Column::Lane,
            Column::Channel,
            Column::Stage,
        ];
        seen.iter().any(|column| self.cell(subject, *column).to_lowercase().contains(needle))
    }

    fn sort(&self, parts: &mut Vec<Subject>, sort: Sort) {
        let mut keyed: Vec<(SortKey, Subject)> =
            parts.iter().map(|subject| (self.sort_key(*subject, sort.column), *subject)).collect();
        keyed.sort_by(|(a, _), (b, _)| {
            let nothing = |key: &SortKey| *key == SortKey::Nothing;
            let order = a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal);
            if sort.down && !nothing(a) && !nothing(b) { order.reverse() } else { order }
        });
        *parts = keyed.into_iter().map(|(_, subject)| subject).collect();
    }

    fn sort_key(&self, subject: Subject, column: Column) -> SortKey {
        let number = match column {
            Column::Score => {
                self.reading(subject).and_then(Reading::score).map(|s| s.headline().value)
            }
            Column::Feel => self.feeling(subject).or_else(|| match self.tone(subject)? {
                Tone::Pain => Some(-1.0),
                Tone::Gain => Some(1.0),
                Tone::Neutral => None,
            }),
            Column::Moment | Column::StandsOut => {
                self.is_on(subject, column).filter(|on| *on).map(|_| 0.0)
            }
            _ => {
                let words = self.cell(subject, column).to_lowercase();
                return if words.is_empty() { SortKey::Nothing } else { SortKey::Text(words) };
            }
        };
        number.map_or(SortKey::Nothing, SortKey::Number)
    }
}

/// A feeling with its sign.
#[must_use]
pub fn signed(ctx: &Ctx<'_>, value: f64) -> String {
    let decimals = usize::from(value.fract().abs() > 0.05);
    let words = ctx.texts.num(value, decimals);
    if value > 0.0 { format!("+{words}") } else { words }
}

/// The colour under a score, and the ink on it.
#[must_use]
pub fn heat_of(ctx: &Ctx<'_>, reading: &Reading) -> Option<(scene::Color, scene::Color)> {
    let fill = ctx.view.palette.heat(&reading.score()?.heat);
    Some((fill, crate::render::color_scale::text_on(fill)))
}
