//! One page for an owner, team or department: their scores beside the journey's, their course, their
//! touchpoints, what was said about them, and what the figures mean.
//!
//! Request → layout → Scene. The page grows with what it holds; nothing is cut short but long comments.

/// The table of touchpoints.
mod table;
/// The scores side by side.
mod tiles;
/// What respondents wrote.
mod voices;

pub use voices::Voice;

use super::charts::{TrendEvent, TrendRequest, trend};
use super::color_scale::Palette;
use super::figure_words;
use super::icons::Icon;
use super::legend::{FootRequest, LegendRequest, foot};
use super::map::phrases::Phrases;
use super::reading_words::Said;
use super::scene::{Anchor, Scene};
use super::sketch::{Sketch, Type, point, rect, stroke};
use super::theme::{Colors, Theme};
use crate::analysis::{Legend, Measure, Reading, Responsible, Scorecard};
use crate::model::{Message, Model};
use crate::text::{Lang, Texts};

/// How the page is drawn. Equal requests of equal scorecards give equal scenes.
#[derive(Clone, PartialEq, Debug)]
pub struct PageRequest {
    /// Light or dark.
    pub theme: Theme,
    /// Language, which must be that of the texts.
    pub lang: Lang,
    /// Heat colours.
    pub palette: Palette,
    /// What the filter lets through, in words, beside its period.
    pub conditions: Vec<String>,
    /// What the main score is compared with, in words; absent when with nothing.
    pub then: Option<String>,
    /// The newest of what respondents wrote.
    pub voices: Vec<Voice>,
    /// How many comments there are in all.
    pub comments: usize,
    /// Date of making, in words; left out when empty.
    pub date: String,
}

/// Width of the page, and its margin: A4 upright.
pub const WIDTH: f32 = 800.0;
const MARGIN: f32 = 36.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
/// Between two blocks.
const GAP: f32 = 22.0;
/// Height of the course.
const COURSE: f32 = 150.0;

struct Page<'a> {
    request: &'a PageRequest,
    model: &'a Model,
    texts: &'a Texts,
    phrases: Phrases<'a>,
    card: &'a Scorecard,
    colors: &'static Colors,
}

/// Draws the page. `facts` is the legend of the main score.
#[must_use]
pub fn page(
    request: &PageRequest,
    model: &Model,
    texts: &Texts,
    card: &Scorecard,
    facts: &Legend,
) -> Scene {
    let colors = request.theme.colors();
    let phrases = Phrases::new(texts);
    let page = Page { request, model, texts, phrases, card, colors };
    let mut sketch = Sketch::default();
    let mut y = page.head(&mut sketch, facts);
    y = page.tiles(&mut sketch, y + GAP);
    y = page.course(&mut sketch, y);
    y = page.first(&mut sketch, y);
    y = page.table(&mut sketch, y + GAP);
    y = page.voices(&mut sketch, y);
    let foot = foot(&page.foot_request(), facts, texts);
    let height = foot.height;
    sketch.place(foot, MARGIN, y + GAP);
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (WIDTH, y + GAP + height + MARGIN);
    scene
}

impl Page<'_> {
    /// Who, and of which journey. Gives where it ends.
    fn head(&self, sketch: &mut Sketch, facts: &Legend) -> f32 {
        let middle = MARGIN + 24.0;
        let edge = stroke(self.colors.line2, 1.0);
        sketch.circle(point(MARGIN + 24.0, middle), 24.0, self.colors.chan, Some(edge));
        let (x, _) = (MARGIN + 24.0, self.sign(sketch, MARGIN + 24.0, middle));
        let left = x + 38.0;
        let journey = self.model.journeys.get(&self.card.journey).map_or("", |j| j.name.as_str());
        let right = Type::semi_bold(13.0, self.colors.ink).fitted(journey, 240.0, 9.0);
        sketch.text(MARGIN + INNER, middle - 9.0, Anchor::End, right, journey);
        let quiet = Type::regular(11.5, self.colors.ink2);
        let base = self.base(facts);
        let quiet = quiet.fitted(&base, 260.0, 9.0);
        sketch.text(MARGIN + INNER, middle + 10.0, Anchor::End, quiet, &base);
        let room = MARGIN + INNER - left - right.width(journey).max(quiet.width(&base)) - 24.0;
        let name = self.name();
        let strong = Type::semi_bold(22.0, self.colors.ink).fitted(&name, room, 12.0);
        let lines = strong.wrap(&name, room);
        sketch.lines(left, middle - 9.0, 26.0, strong, &lines);
        let below = middle + 15.0 + 26.0 * (lines.len() as f32 - 1.0);
        let ty = Type::regular(13.0, self.colors.ink2);
        let detail = ty.wrap(&self.detail(), room);
        sketch.lines(left, below, 17.0, ty, &detail);
        (below + 17.0 * (detail.len() as f32 - 1.0) + 8.0).max(MARGIN + 48.0)
    }

    /// Initials of a person, else a sign.
    fn sign(&self, sketch: &mut Sketch, x: f32, y: f32) {
        let icon = match &self.card.responsible {
            Responsible::Owner(id) => {
                let initials = self.model.owners.get(id).map(crate::model::Owner::initials);
                let ty = Type::semi_bold(16.0, self.colors.accent);
                return sketch.text(x, y, Anchor::Middle, ty, &initials.unwrap_or_default());
            }
            Responsible::Team(_) => "groups",
            Responsible::Department(_) => "apartment",
        };
        sketch.icon(x, y, 24.0, Icon::of(icon), self.colors.accent);
    }

    fn name(&self) -> String {
        self.card.responsible.name(self.model).unwrap_or_default().to_owned()
    }

    /// "Invoice specialist · Billing · 3 touchpoints".
    fn detail(&self) -> String {
        let mut parts = Vec::new();
        match &self.card.responsible {
            Responsible::Owner(id) => {
                parts.extend(self.model.owners.get(id).map(|owner| owner.role.clone()));
                parts.extend(self.model.team_of(*id).map(|team| team.name.clone()));
                let department = self.model.team_of(*id).map(|team| team.department.clone());
                parts.extend(department.filter(|d| !parts.contains(d)));
            }
            Responsible::Team(id) => {
                parts.extend(self.model.teams.get(id).map(|team| team.department.clone()));
            }
            Responsible::Department(_) => {}
        }
        let count = Message::new("owners-touchpoints").with("count", self.card.touchpoints.len());
        parts.push(self.texts.say(&count));
        parts.retain(|part| !part.trim().is_empty());
        parts.join(" · ")
    }

    /// "1 Jul – 30 Sep 2026, 4,219 responses".
    fn base(&self, facts: &Legend) -> String {
        let message = Message::new("owners-responses").with("n", self.card.responses);
        let n = self.texts.say(&message);
        match super::legend::period(facts, self.texts) {
            Some(period) => format!("{period}, {n}"),
            None => n,
        }
    }

    /// The main score month by month. Gives where it ends.
    fn course(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let known = self.card.chart.points.iter().filter(|p| p.reading.score().is_some()).count();
        let Some(main) = self.card.main().filter(|_| known > 1) else { return y };
        let metric = figure_words::painted(self.texts, main.own.measure, main.own.topic.as_ref());
        let title = self.texts.say(&Message::new("owners-course").with("metric", metric));
        let y = self.title(sketch, y + GAP, &title);
        let mut request = TrendRequest::of(&self.card.chart, self.texts, (INNER, COURSE));
        request.is_large = true;
        request.events = self.events();
        // Room for names above the line, where there are any.
        let up = if request.events.is_empty() && request.breaks.is_empty() { 22.0 } else { 0.0 };
        sketch.place(trend(&request, self.texts, self.request.theme), MARGIN, y - up);
        y + COURSE - up
    }

    /// What happened to all, or to one of theirs.
    fn events(&self) -> Vec<TrendEvent> {
        let held = |id| self.card.touchpoints.iter().any(|held| held.touchpoint == id);
        let touched = self.model.events.values().filter(|e| e.touchpoint.is_none_or(held));
        let mut events: Vec<TrendEvent> = touched
            .filter_map(|e| Some(TrendEvent { day: e.day_number()?, name: e.name.clone() }))
            .collect();
        events.sort_by_key(|event| event.day);
        events
    }

    /// Where to look first. Gives where it ends.
    fn first(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let Some(words) = first_words(self.card, self.model, self.texts) else { return y };
        let (top, ty) = (y + GAP, Type::regular(12.5, self.colors.ink));
        let lines = ty.wrap(&words, INNER - 56.0);
        let height = 17.0 * lines.len() as f32 + 18.0;
        sketch.fill(rect(MARGIN, top, INNER, height), 8.0, self.colors.bad_tint);
        let middle = top + 17.5;
        sketch.icon(MARGIN + 21.0, middle, 18.0, Icon::of("flag"), self.colors.bad);
        sketch.lines(MARGIN + 40.0, middle, 17.0, ty, &lines);
        top + height
    }

    /// The title of a block. Gives where its content begins.
    fn title(&self, sketch: &mut Sketch, y: f32, words: &str) -> f32 {
        let ty = Type::semi_bold(14.0, self.colors.ink);
        sketch.text(MARGIN, y + 8.0, Anchor::Start, ty, words);
        y + 26.0
    }

    fn said(&self, measure: Measure) -> Said<'_> {
        Said { texts: self.texts, phrases: &self.phrases, measure }
    }

    fn foot_request(&self) -> FootRequest {
        FootRequest {
            legend: LegendRequest {
                width: INNER,
                theme: self.request.theme,
                palette: self.request.palette,
                compared: self.request.then.is_some(),
            },
            conditions: self.request.conditions.clone(),
            then: self.request.then.clone(),
            badge: None,
            date: self.request.date.clone(),
        }
    }
}

/// "Look first at First bill: ease 3.2, and at best 3.3, while the middle of the colours is 5."; absent
/// where nothing is bad beyond doubt.
#[must_use]
pub fn first_words(card: &Scorecard, model: &Model, texts: &Texts) -> Option<String> {
    let (first, main) = (card.first.as_ref()?, card.main()?);
    let metric = main.own.metric();
    let value = |figure: f64| figure_words::value(texts, metric, figure);
    let message = Message::new("owners-first")
        .with("touchpoint", model.touchpoints.get(&first.touchpoint)?.title.as_str())
        .with(
            "metric",
            figure_words::painted_short(texts, main.own.measure, main.own.topic.as_ref()),
        )
        .with("value", value(first.score.shown().value))
        .with("best", value(first.by))
        .with("middle", value(first.score.midpoint.value));
    Some(texts.say(&message))
}

/// The page in one sentence, for those who do not see it.
#[must_use]
pub fn summary(card: &Scorecard, model: &Model, texts: &Texts) -> String {
    let phrases = Phrases::new(texts);
    let mut parts = vec![card.responsible.name(model).unwrap_or_default().to_owned()];
    for part in &card.parts {
        let said = Said { texts, phrases: &phrases, measure: part.own.measure };
        let name = figure_words::painted(texts, part.own.measure, part.own.topic.as_ref());
        parts.push(match &part.own.whole {
            Reading::Score(_) => said.of(&part.own.whole),
            other => format!("{name}: {}", said.of(other)),
        });
    }
    parts.extend(first_words(card, model, texts));
    parts.join(". ")
}
