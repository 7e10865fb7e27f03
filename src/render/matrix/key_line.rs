//! The legend of a matrix in one line, or as many as it takes: metric, direction, colours, middle,
//! keys.

use crate::analysis::{Across, Matrix, Measure, Why};
use crate::model::{Audience, Message, Metric};
use crate::render::cell_faces::{FEW, HATCH, RADIUS};
use crate::render::color_scale::{Palette, text_on};
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Scene};
use crate::render::sketch::{Sketch, Type, point, rect, slice_of_round, stroke};
use crate::render::theme::{Theme, no_data};
use crate::text::Texts;

/// How the line is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct KeyLineRequest {
    /// Width it may take, in points.
    pub width: f32,
    /// Light or dark.
    pub theme: Theme,
    /// Colours.
    pub palette: Palette,
}

/// Height of a line, and blank between two parts.
const LINE: f32 = 26.0;
const GAP: f32 = 16.0;
/// A swatch, and a step of the scale.
const SWATCH: (f32, f32) = (24.0, 16.0);
const STEP: f32 = 20.0;

/// Draws the legend of a matrix.
#[must_use]
pub fn key_line(request: &KeyLineRequest, matrix: &Matrix, texts: &Texts) -> Scene {
    let colors = request.theme.colors();
    let quiet = Type::regular(11.5, colors.ink2);
    let mut line = KeyLine { request, x: 0.0, y: LINE / 2.0, sketch: Sketch::default() };
    line.scale(matrix, texts);
    let Some(middle) = middle(matrix, texts) else { return line.end() };
    line.words(quiet, &middle);
    let small = match matrix.request.audience {
        Audience::Employee => (Key::Hidden, "matrix-key-hidden"),
        Audience::Customer => (Key::TooFew, "matrix-key-too-few"),
    };
    let apart = match matrix.request.across {
        Across::Owner => "matrix-key-other-owner",
        _ => "matrix-key-not-offered",
    };
    let mut keys = vec![(Key::Few, "matrix-key-few"), (Key::NoData, "map-card-no-data"), small];
    if matches!(matrix.request.across, Across::Channel | Across::Owner) {
        keys.push((Key::NotOffered, apart));
    }
    for (key, text) in keys {
        line.key(key, &texts.get(text));
    }
    line.words(quiet, &texts.get("matrix-key-base"));
    line.end()
}

/// What is shown, as overlays call it.
fn measure(matrix: &Matrix) -> Measure {
    Measure { audience: matrix.request.audience, ..Measure::of(matrix.request.metric) }
}

#[derive(Clone, Copy)]
enum Key {
    Few,
    NoData,
    TooFew,
    Hidden,
    NotOffered,
}

/// "Midpoint 5 (target)".
fn middle(matrix: &Matrix, texts: &Texts) -> Option<String> {
    let midpoint = matrix.midpoint?;
    let why = texts.get(match midpoint.why {
        Why::Target => "matrix-middle-target",
        Why::ScaleMiddle => "matrix-middle-scale",
        Why::Zero => "matrix-middle-zero",
        Why::Seventy => "matrix-middle-seventy",
        Why::Mean | Why::Neutral | Why::NoGap => "matrix-middle-mean",
    });
    let places = usize::from(midpoint.value.fract().abs() > 0.05);
    let message = Message::new("matrix-middle")
        .with("value", texts.num(midpoint.value, places))
        .with("why", why);
    Some(texts.say(&message))
}

struct KeyLine<'a> {
    request: &'a KeyLineRequest,
    x: f32,
    y: f32,
    sketch: Sketch,
}

impl KeyLine<'_> {
    fn end(self) -> Scene {
        let mut scene = self.sketch.scene;
        (scene.width, scene.height) = (self.request.width, self.y + LINE / 2.0);
        scene
    }

    /// Takes room, on the next line where this one is full; gives its left edge.
    fn room(&mut self, width: f32) -> f32 {
        if self.x > 0.0 && self.x + width > self.request.width {
            self.x = 0.0;
            self.y += LINE;
        }
        let left = self.x;
        self.x += width + GAP;
        left
    }

    fn words(&mut self, ty: Type, words: &str) {
        let left = self.room(ty.width(words));
        self.sketch.text(left, self.y, Anchor::Start, ty, words);
    }

    /// Version, direction and the eight colours.
    fn scale(&mut self, matrix: &Matrix, texts: &Texts) {
        let colors = self.request.theme.colors();
        let metric = figure_words::measure(texts, measure(matrix));
        let version = matrix.version.as_ref().map(|v| figure_words::version(texts, v));
        // "Ease, CES 2.0", but never "NPS, NPS".
        let name = match version {
            Some(version) if !metric.contains(&version) => format!("{metric}, {version}"),
            _ => metric,
        };
        let strong = Type::semi_bold(11.5, colors.ink);
        let quiet = Type::regular(11.5, colors.ink2);
        let (bad, good) = if matrix.request.metric == Metric::Ces {
            ("matrix-harder", "matrix-easier")
        } else {
            ("matrix-worse", "matrix-better")
        };
        let (bad, good) = (texts.get(bad), texts.get(good));
        let left = self.room(strong.width(&name));
        self.sketch.text(left, self.y, Anchor::Start, strong, &name);
        let width = quiet.width(&bad) + 8.0 + 8.0 * STEP + 8.0 + quiet.width(&good);
        let left = self.room(width);
        self.sketch.text(left, self.y, Anchor::Start, quiet, &bad);
        let bar = left + quiet.width(&bad) + 8.0;
        self.steps(bar);
        self.sketch.text(bar + 8.0 * STEP + 8.0, self.y, Anchor::Start, quiet, &good);
    }

    fn steps(&mut self, left: f32) {
        let bar = rect(left, self.y - SWATCH.1 / 2.0, 8.0 * STEP, SWATCH.1);
        for index in 0..8_u8 {
            let x = left + STEP * f32::from(index);
            let fill = self.request.palette.leaf_color(3, usize::from(index));
            self.sketch.convex(slice_of_round(bar, 3.0, x, x + STEP - 1.0), fill);
        }
        let middle = left + 4.0 * STEP - 0.5;
        let line = stroke(self.request.theme.colors().ink, 1.5);
        self.sketch.line(point(middle, bar.y - 4.0), point(middle, bar.bottom() + 4.0), line);
    }

    fn key(&mut self, key: Key, words: &str) {
        let colors = self.request.theme.colors();
        let ty = Type::regular(11.5, colors.ink2);
        let mark = if matches!(key, Key::NotOffered) { 8.0 } else { SWATCH.0 + 8.0 };
        let left = self.room(mark + ty.width(words));
        let place = rect(left, self.y - SWATCH.1 / 2.0, SWATCH.0, SWATCH.1);
        let x = left + SWATCH.0 / 2.0;
        let plain = |sketch: &mut Sketch| {
            sketch.frame(place, RADIUS, Some(colors.lane), stroke(colors.line2, 1.0));
        };
        match key {
            Key::Few => {
                let fill = self.request.palette.leaf_color(2, 1);
                self.sketch.fill(place, RADIUS, fill);
                let ink = text_on(fill).with_opacity(FEW + 0.1);
                self.sketch.hatch(place, RADIUS, HATCH - 1.0, stroke(ink, 1.0));
            }
            Key::NoData => {
                let edge = stroke(no_data::EDGE, 1.0);
                self.sketch.frame(place, RADIUS, Some(no_data::FILL), edge);
                self.sketch.hatch(place, RADIUS, HATCH - 1.0, stroke(no_data::EDGE, 1.2));
            }
            Key::TooFew => {
                plain(&mut self.sketch);
                let ty = Type::semi_bold(10.0, colors.ink2);
                self.sketch.text(x, self.y, Anchor::Middle, ty, "< 5");
            }
            Key::Hidden => {
                plain(&mut self.sketch);
                self.sketch.filled_icon(x, self.y, 11.0, Icon::of("lock"), colors.ink2);
            }
            Key::NotOffered => {
                self.sketch.circle(point(left + 2.0, self.y), 1.5, colors.ink4, None);
            }
        }
        self.sketch.text(left + mark, self.y, Anchor::Start, ty, words);
    }
}
