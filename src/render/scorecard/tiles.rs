//! The scores side by side: figure, interval, base, place on the scale, and the journey's beside it.

use super::{INNER, MARGIN, Page};
use crate::analysis::{Change, Reading, Score, ScorecardPart};
use crate::model::Message;
use crate::render::charts::{WhiskerRequest, whisker};
use crate::render::color_scale::text_on;
use crate::render::figure_words::{self, decimals};
use crate::render::scene::{Anchor, Rect};
use crate::render::sketch::{Sketch, Type, rect, stroke};

const BETWEEN: f32 = 12.0;
const HEIGHT: f32 = 154.0;
/// The line that says what changed.
const CHANGE: f32 = 18.0;
const PAD: f32 = 14.0;

impl Page<'_> {
    /// One tile a score. Gives where they end.
    pub(super) fn tiles(&self, sketch: &mut Sketch, y: f32) -> f32 {
        let count = self.card.parts.len().max(1) as f32;
        let width = (INNER - BETWEEN * (count - 1.0)) / count;
        let compared = self.card.comparison.whole.is_some();
        let height = if compared { HEIGHT + CHANGE } else { HEIGHT };
        let (mut x, width) = (MARGIN, width.min(INNER / 2.0));
        for (index, part) in self.card.parts.iter().enumerate() {
            let change = self.card.comparison.whole.as_ref().filter(|_| index == 0);
            self.tile(sketch, rect(x, y, width, height), part, change);
            x += width + BETWEEN;
        }
        y + height
    }

    fn tile(
        &self,
        sketch: &mut Sketch,
        place: Rect,
        part: &ScorecardPart,
        change: Option<&Change>,
    ) {
        let edge = stroke(self.colors.line, 1.0);
        sketch.frame(place, 10.0, Some(self.colors.card), edge);
        let (left, room) = (place.x + PAD, place.width - 2.0 * PAD);
        let name = figure_words::painted(self.texts, part.own.measure, part.own.topic.as_ref());
        let ty = Type::semi_bold(12.0, self.colors.ink2).fitted(&name, room, 8.5);
        sketch.text(left, place.y + 18.0, Anchor::Start, ty, &name);
        match &part.own.whole {
            Reading::Score(score) => self.figure(sketch, place, part, score),
            other => {
                let words = self.said(part.own.measure).of(other);
                let ty = Type::regular(12.5, self.colors.ink2);
                sketch.lines(left, place.y + 46.0, 17.0, ty, &ty.wrap(&words, room));
            }
        }
        let whole = self.beside(part);
        let quiet = Type::regular(11.5, self.colors.ink2).fitted(&whole, room, 8.5);
        sketch.text(left, place.y + HEIGHT - 18.0, Anchor::Start, quiet, &whole);
        if let Some(change) = change {
            self.change(sketch, left, place.y + HEIGHT, room, change);
        }
    }

    /// The figure in its heat colour, its interval and base, and its place on the scale.
    fn figure(&self, sketch: &mut Sketch, place: Rect, part: &ScorecardPart, score: &Score) {
        let (left, room) = (place.x + PAD, place.width - 2.0 * PAD);
        let metric = part.own.metric();
        let shown = score.shown();
        let value = figure_words::value(self.texts, metric, shown.value);
        let fill = self.request.palette.heat(&score.heat);
        let strong = Type::semi_bold(22.0, text_on(fill));
        let plate = rect(left, place.y + 32.0, strong.width(&value) + 20.0, 34.0);
        sketch.fill(plate, 7.0, fill);
        if score.low_base {
            sketch.hatch(plate, 7.0, 6.0, stroke(text_on(fill).with_opacity(0.22), 1.0));
        }
        let (x, middle) = (plate.x + plate.width / 2.0, plate.y + 17.0);
        sketch.text(x, middle, Anchor::Middle, strong, &value);
        let beside = plate.right() + 10.0;
        let span = self.texts.range(shown.low, shown.high, decimals(metric));
        let n = self.texts.say(&Message::new("map-card-n").with("n", score.n()));
        let room_beside = left + room - beside;
        for (words, y) in [(span, middle - 7.5), (n, middle + 7.5)] {
            let ty = Type::regular(11.5, self.colors.ink2).fitted(&words, room_beside, 7.5);
            sketch.text(beside, y, Anchor::Start, ty, &words);
        }
        let Some(version) = &part.own.version else { return };
        let request = WhiskerRequest {
            width: room,
            estimate: *shown,
            axis: version.axis(),
            target: Some(score.midpoint.value),
            decimals: decimals(metric),
            signed: metric == crate::model::Metric::Nps,
        };
        let scene = whisker(&request, self.texts, self.request.theme);
        sketch.place(scene, left, place.y + 72.0);
    }

    /// "Whole journey 4.9".
    fn beside(&self, part: &ScorecardPart) -> String {
        let value = match &part.journey {
            Reading::Score(score) => {
                figure_words::value(self.texts, part.own.metric(), score.shown().value)
            }
            other => self.said(part.own.measure).of(other),
        };
        self.texts.say(&Message::new("owners-journey").with("value", value))
    }

    /// An arrow only where the change stands out.
    fn change(&self, sketch: &mut Sketch, left: f32, y: f32, room: f32, change: &Change) {
        let metric = change.later.figures.metric;
        let by = change.difference.value.abs();
        let by = self.texts.num(by, decimals(metric));
        let (key, color) = match (change.stands_out, change.better) {
            (true, Some(true)) => ("owners-better", self.colors.good),
            (true, Some(false)) => ("owners-worse", self.colors.bad),
            _ => ("owners-same", self.colors.ink2),
        };
        let then = self.request.then.clone().unwrap_or_default();
        let message = Message::new(key).with("by", by).with("then", then);
        let words = self.texts.say(&message);
        let mut x = left;
        if key != "owners-same" {
            // Up is better, whichever way the scale runs.
            sketch.triangle(x, y - 4.5, 9.0, key == "owners-better", color);
            x += 15.0;
        }
        let ty = Type::semi_bold(11.0, color).fitted(&words, room - (x - left), 7.5);
        sketch.text(x, y, Anchor::Start, ty, &words);
    }
}
