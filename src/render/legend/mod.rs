//! What the colours of an overlay mean, always in full: as a column in the window's panel and as
//! the foot of an export.
//!
//! The facts come from `analysis::Legend`; nothing is counted here.

/// The foot of an export.
mod foot;
/// Swatches of the states a card can be in.
mod keys;
/// Eight steps of colour with their numbers.
mod scale;
/// How certainty takes colours away.
mod wedge;

use super::color_scale::Palette;
use super::figure_words;
use super::scene::{Anchor, Scene};
use super::sketch::{Sketch, Type, point, stroke};
use super::theme::{Colors, Theme};
use crate::analysis::{Legend, Lens, Why};
use crate::model::{Audience, Message, Metric};
use crate::text::Texts;
pub use foot::{FootRequest, foot};

/// How a legend is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct LegendRequest {
    /// Width in points; 292 in the panel.
    pub width: f32,
    /// Light or dark.
    pub theme: Theme,
    /// Colours.
    pub palette: Palette,
    /// Whether a comparison is shown, so that its arrows must be explained.
    pub compared: bool,
}

/// The legend as a column: question, scale, certainty, keys, base.
#[must_use]
pub fn legend(request: &LegendRequest, facts: &Legend, texts: &Texts) -> Scene {
    let mut sketch = Sketch::default();
    let part = Part { request, facts, texts, colors: request.theme.colors() };
    let mut y = part.question(&mut sketch, 0.0);
    y = part.rule(&mut sketch, y + 12.0);
    y = part.scale(&mut sketch, y + 22.0);
    if facts.measure.lens.is_uncertain() {
        y = part.certainty(&mut sketch, y + 26.0);
    }
    y = keys::column(&part, &mut sketch, y + 30.0);
    y = part.rule(&mut sketch, y + 14.0);
    y = part.base(&mut sketch, y + 20.0);
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (request.width, y);
    scene
}

/// The same in sentences, for those who do not see it and for the clipboard.
#[must_use]
pub fn words(request: &LegendRequest, facts: &Legend, texts: &Texts) -> String {
    let part = Part { request, facts, texts, colors: request.theme.colors() };
    let mut lines = vec![figure_words::painted(texts, facts.measure, facts.topic.as_ref())];
    lines.extend(part.sentences());
    if let Some((worst, best)) = facts.worst_best.filter(|_| !facts.measure.lens.is_amount()) {
        let number = |value| figure_words::measured(texts, facts.measure, value);
        let ends = Message::new("overlay-words-ends")
            .with("worst", number(worst))
            .with("best", number(best));
        lines.push(texts.say(&ends));
    }
    if let (Some(middle), Some(why)) = (facts.midpoint, part.middle()) {
        let value = figure_words::measured(texts, facts.measure, middle.value);
        let said = Message::new("overlay-words-middle").with("value", value).with("why", why);
        lines.push(texts.say(&said));
    }
    if facts.measure.lens.is_uncertain() {
        lines.push(texts.get("overlay-wedge"));
    }
    lines.extend(keys::words(&part));
    lines.extend(part.rows().into_iter().map(|(name, value)| format!("{name}: {value}")));
    lines.join("\n")
}

/// What every part of a legend needs to know.
struct Part<'a> {
    request: &'a LegendRequest,
    facts: &'a Legend,
    texts: &'a Texts,
    colors: &'static Colors,
}

impl Part<'_> {
    /// Version and wording, then what the numbers mean. Returns the height reached.
    fn question(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let ty = Type::regular(12.5, self.colors.ink2);
        let mut lines = Vec::new();
        for sentence in self.sentences() {
            lines.extend(ty.wrap(&sentence, self.request.width));
        }
        sketch.lines(0.0, y + 8.0, 18.0, ty, &lines);
        y + 18.0 * lines.len() as f32
    }

    /// The question and its direction, in sentences.
    fn sentences(&self) -> Vec<String> {
        let measure = self.facts.measure;
        let mut sentences = Vec::new();
        if !measure.is_score() {
            sentences.push(figure_words::explained(self.texts, measure));
        }
        let Some(version) = &self.facts.version else {
            sentences.extend(match measure.lens {
                Lens::Guess | Lens::GuessGap => Some(self.texts.get("overlay-no-guesses")),
                lens if lens.is_of_metric() => Some(self.texts.get("overlay-no-answers")),
                _ => None,
            });
            return sentences;
        };
        let name = figure_words::version(self.texts, version);
        sentences.extend(match self.facts.wordings.as_slice() {
            [] => vec![name],
            [wording] => {
                let message = Message::new("overlay-question")
                    .with("version", &name)
                    .with("wording", wording);
                vec![self.texts.say(&message)]
            }
            several => {
                let message = Message::new("overlay-questions")
                    .with("version", &name)
                    .with("count", several.len());
                vec![self.texts.say(&message)]
            }
        });
        sentences.push(figure_words::direction(self.texts, version));
        sentences
    }

    fn rule(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let line = stroke(self.colors.line, 1.0);
        sketch.line(point(0.0, y), point(self.request.width, y), line);
        y
    }

    fn scale(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let colors = self.colors;
        let title = Type::semi_bold(12.0, colors.ink);
        sketch.text(0.0, y, Anchor::Start, title, &self.texts.get("overlay-scale"));
        let steps = self.facts.worst_best.filter(|_| !self.facts.measure.lens.is_amount());
        if let Some((worst, best)) = steps {
            let message = Message::new("overlay-scale-steps")
                .with("min", self.texts.num(worst.min(best), 0))
                .with("max", self.texts.num(worst.max(best), 0));
            let ty = Type::regular(11.5, colors.ink3);
            sketch.text(self.request.width, y, Anchor::End, ty, &self.texts.say(&message));
        }
        scale::draw(self, sketch, point(0.0, y + 14.0), self.request.width)
    }

    fn certainty(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let colors = self.colors;
        let title = Type::semi_bold(12.0, colors.ink);
        sketch.text(0.0, y, Anchor::Start, title, &self.texts.get("overlay-how-sure"));
        let bottom = wedge::draw(self, sketch, point(0.0, y + 16.0), self.request.width * 0.66);
        let strong = Type::semi_bold(11.5, colors.ink2);
        let right = self.request.width;
        sketch.text(right, y + 23.0, Anchor::End, strong, &self.texts.get("overlay-sure"));
        sketch.text(right, bottom - 7.0, Anchor::End, strong, &self.texts.get("overlay-unsure"));
        let arrow = stroke(colors.ink4, 1.2);
        let (x, end) = (right - 16.0, bottom - 17.0);
        sketch.line(point(x, y + 34.0), point(x, end), arrow);
        sketch.line(point(x - 3.0, end - 4.0), point(x, end), arrow);
        sketch.line(point(x + 3.0, end - 4.0), point(x, end), arrow);
        let ty = Type::regular(11.5, colors.ink3);
        let lines = ty.wrap(&self.texts.get("overlay-wedge"), self.request.width);
        sketch.lines(0.0, bottom + 18.0, 16.0, ty, &lines);
        bottom + 18.0 + 16.0 * (lines.len() as f32 - 1.0)
    }

    /// Period and numbers of answers.
    fn base(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let colors = self.colors;
        let mut y = y;
        for (name, value) in self.rows() {
            let room = self.request.width - 92.0;
            let ty = Type::regular(12.5, colors.ink);
            let lines = ty.wrap(&value, room);
            sketch.text(0.0, y, Anchor::Start, Type::regular(12.0, colors.ink3), &name);
            sketch.lines(92.0, y, 17.0, ty, &lines);
            y += 20.0 + 17.0 * (lines.len() as f32 - 1.0);
        }
        y - 8.0
    }

    fn rows(&self) -> Vec<(String, String)> {
        let rows = [
            ("overlay-period", period(self.facts, self.texts)),
            ("overlay-responses", self.responses()),
            ("overlay-base", base(self.facts, self.texts)),
            ("overlay-whole", self.whole()),
        ];
        let known = |(key, value): (_, Option<String>)| Some((self.texts.get(key), value?));
        rows.into_iter().filter_map(known).collect()
    }

    /// How many responses there are; of estimates there are none.
    fn responses(&self) -> Option<String> {
        let lens = self.facts.measure.lens;
        let is_answered = !matches!(lens, Lens::Emotion | Lens::Guess) && !lens.is_of_contacts();
        is_answered.then(|| self.count(self.facts.responses))
    }

    fn count(&self, n: u64) -> String {
        self.texts.int(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// The journey as a whole: "4.9 (4.8–5.0), n 14,632".
    fn whole(&self) -> Option<String> {
        if let Some(fact) = self.facts.whole.fact() {
            return Some(figure_words::fact(self.texts, self.facts.measure, fact));
        }
        let score = self.facts.whole.score()?;
        let (metric, shown) = (self.facts.measure.metric, score.shown());
        let places = figure_words::decimals(metric);
        let message = Message::new("overlay-whole-score")
            .with("value", figure_words::value(self.texts, metric, shown.value))
            .with("range", self.texts.range(shown.low, shown.high, places))
            .with("n", score.n());
        Some(self.texts.say(&message))
    }

    /// Why the middle lies where it lies.
    fn middle(&self) -> Option<String> {
        Some(self.texts.get(match self.facts.midpoint?.why {
            Why::Target => "overlay-middle-target",
            Why::ScaleMiddle => "overlay-middle-scale",
            Why::Zero => "overlay-middle-zero",
            Why::Seventy => "overlay-middle-seventy",
            Why::Mean => "overlay-middle-mean",
            Why::Neutral => "overlay-middle-neutral",
            Why::NoGap => "overlay-middle-no-gap",
        }))
    }

    /// The words at the bad and the good end.
    fn ends(&self) -> (String, String) {
        let measure = self.facts.measure;
        let (bad, good) = if measure.is_score() && measure.metric == Metric::Ces {
            ("overlay-harder", "overlay-easier")
        } else {
            ("overlay-worse", "overlay-better")
        };
        (self.texts.get(bad), self.texts.get(good))
    }

    fn of_employees(&self) -> bool {
        self.facts.version.as_ref().is_some_and(|v| v.audience == Audience::Employee)
    }
}

/// The period in words: "1 Jul – 30 Sep 2026".
#[must_use]
pub fn period(facts: &Legend, texts: &Texts) -> Option<String> {
    use crate::text::DayStyle;
    let day = |day: i32| texts.day(day, DayStyle::Full);
    match (facts.period.from, facts.period.to) {
        (Some(from), Some(to)) => {
            let year = |d: i32| texts.day(d, DayStyle::Iso).chars().take(4).collect::<String>();
            let first = if year(from) == year(to) {
                texts.day(from, DayStyle::DayMonth)
            } else {
                day(from)
            };
            Some(format!("{first} – {}", day(to)))
        }
        (Some(from), None) => {
            Some(texts.say(&Message::new("overlay-period-from").with("day", day(from))))
        }
        (None, Some(to)) => {
            Some(texts.say(&Message::new("overlay-period-to").with("day", day(to))))
        }
        (None, None) => None,
    }
}

/// "n 14 to 528 per touchpoint".
#[must_use]
pub fn base(facts: &Legend, texts: &Texts) -> Option<String> {
    let (least, most) = facts.base?;
    Some(texts.say(&Message::new("overlay-base-range").with("least", least).with("most", most)))
}
