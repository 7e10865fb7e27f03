//! The legend as the foot of an export: scale, keys, certainty, and the source in one line.
//!
//! All that a reader of the paper needs who has never seen the program.

use super::keys::{self, Stack};
use super::{LegendRequest, Part, base, period, scale, wedge};
use crate::analysis::{Legend, Lens};
use crate::model::{Message, Metric};
use crate::render::scene::{Anchor, Scene};
use crate::render::sketch::{Sketch, Type, point, stroke};
use crate::text::Texts;

/// A foot.
#[derive(Clone, PartialEq, Debug)]
pub struct FootRequest {
    /// Width, theme, palette, comparison.
    pub legend: LegendRequest,
    /// What the filter lets through, in words, beside its period.
    pub conditions: Vec<String>,
    /// What the figures are compared with, in words ("1 Apr – 30 Jun 2026, n 3,511").
    pub then: Option<String>,
    /// Name and direction of the second measure, where cards have its badge.
    pub badge: Option<(String, String)>,
    /// Date of making, in words; left out when empty.
    pub date: String,
}

/// Draws the foot.
#[must_use]
pub fn foot(request: &FootRequest, facts: &Legend, texts: &Texts) -> Scene {
    let mut sketch = Sketch::default();
    let colors = request.legend.theme.colors();
    let part = Part { request: &request.legend, facts, texts, colors };
    let width = request.legend.width;
    sketch.line(point(0.0, 1.0), point(width, 1.0), stroke(colors.ink, 1.5));
    let third = (width / 3.0).min(360.0);
    let mut low = scale_block(&part, &mut sketch, third - 40.0);
    let place = Stack { x: third, y: 22.0, width: third - 24.0, pitch: 22.0, size: 12.0 };
    low = low.max(keys::stack(&part, &mut sketch, place));
    if facts.measure.lens.is_uncertain() {
        low = low.max(certainty_block(&part, &mut sketch, 2.0 * third, width - 2.0 * third));
    }
    let bottom = source(request, &part, &mut sketch, low + 24.0);
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (width, bottom);
    scene
}

fn scale_block(part: &Part<'_>, sketch: &mut Sketch, width: f32) -> f32 {
    let title = Type::semi_bold(13.0, part.colors.ink);
    let topic = part.facts.topic.as_ref();
    let name = super::figure_words::painted(part.texts, part.facts.measure, topic);
    sketch.text(0.0, 22.0, Anchor::Start, title, &name);
    let low = scale::draw(part, sketch, point(0.0, 38.0), width) + 8.0;
    let Some(whole) = part.whole() else {
        return low;
    };
    let label = part.texts.get("overlay-whole");
    let ty = Type::regular(12.5, part.colors.ink2);
    sketch.text(0.0, low + 20.0, Anchor::Start, ty, &label);
    let strong = Type::semi_bold(12.5, part.colors.ink);
    sketch.text(ty.width(&label) + 10.0, low + 20.0, Anchor::Start, strong, &whole);
    low + 28.0
}

fn certainty_block(part: &Part<'_>, sketch: &mut Sketch, x: f32, room: f32) -> f32 {
    let colors = part.colors;
    let title = Type::semi_bold(13.0, colors.ink);
    sketch.text(x, 22.0, Anchor::Start, title, &part.texts.get("overlay-how-sure"));
    let width = (room * 0.6).min(190.0);
    let bottom = wedge::draw(part, sketch, point(x, 34.0), width);
    let ty = Type::semi_bold(11.5, colors.ink2);
    let right = x + width + 12.0;
    sketch.text(right, 41.0, Anchor::Start, ty, &part.texts.get("overlay-sure"));
    sketch.text(right, bottom - 7.0, Anchor::Start, ty, &part.texts.get("overlay-unsure"));
    let ty = Type::regular(11.5, colors.ink3);
    let lines = ty.wrap(&part.texts.get("overlay-wedge"), room);
    sketch.lines(x, bottom + 16.0, 15.0, ty, &lines);
    bottom + 16.0 + 15.0 * (lines.len() as f32 - 1.0) + 8.0
}

/// Where the figures come from, in as many lines as it takes.
fn source(request: &FootRequest, part: &Part<'_>, sketch: &mut Sketch, y: f32) -> f32 {
    let texts = part.texts;
    let mut sentences = Vec::new();
    // Without guesses there is neither guess nor gap, and so nothing that has a source.
    if !(part.facts.measure.lens == Lens::GuessGap && part.facts.version.is_none()) {
        sentences.push(origin(part));
    }
    if !request.conditions.is_empty() {
        let only = request.conditions.join("; ");
        sentences.push(texts.say(&Message::new("export-only").with("only", only)));
    }
    if let Some(then) = &request.then {
        sentences.push(texts.say(&Message::new("export-compared").with("then", then)));
    }
    sentences.extend(part.sentences());
    if let Some((name, way)) = &request.badge {
        let badge = Message::new("export-badge").with("name", name).with("way", way);
        sentences.push(texts.say(&badge));
    }
    if let Some(base) = base(part.facts, texts) {
        sentences.push(texts.say(&Message::new("export-interval").with("base", base)));
    }
    if part.facts.measure.metric == Metric::Nps && part.facts.measure.lens.is_of_metric() {
        sentences.push(texts.get("export-trademark"));
    }
    let ty = Type::regular(11.0, part.colors.ink3);
    let date = ty.width(&request.date);
    let room = part.request.width - if date > 0.0 { date + 40.0 } else { 0.0 };
    let lines = ty.wrap(&sentences.join(" "), room);
    sketch.lines(0.0, y, 15.0, ty, &lines);
    sketch.text(part.request.width, y, Anchor::End, ty, &request.date);
    y + 15.0 * lines.len() as f32
}

/// What the figures were made from: answers, a log of contacts, or the team.
fn origin(part: &Part<'_>) -> String {
    let texts = part.texts;
    let lens = part.facts.measure.lens;
    if matches!(lens, Lens::Emotion | Lens::Guess) {
        return texts.get("export-source-team");
    }
    let days = period(part.facts, texts);
    let key = match (lens.is_of_contacts(), days.is_some()) {
        (false, false) => "export-source",
        (false, true) => "export-source-period",
        (true, false) => "export-source-contacts",
        (true, true) => "export-source-contacts-period",
    };
    let message = Message::new(key).with("n", part.facts.responses);
    texts.say(&match days {
        Some(days) => message.with("period", days),
        None => message,
    })
}
