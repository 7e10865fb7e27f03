//! The silo view as a picture: the customer's path from card to card, over rows of departments.
//!
//! Computes no path and no handover: those come from `analysis::silos`.

use super::color_scale::{Palette, text_on};
use super::figure_words;
use super::measure;
use super::scene::{Anchor, CurvePiece, Point, Rect, Scene, Subject, Weight};
use super::sketch::{Sketch, Type, dashed, point, rect, stroke};
use super::theme::{Colors, Theme};
use crate::analysis::{Overlay, Silo, Silos, Stop};
use crate::model::{JourneyId, Message, Model, StageId, Touchpoint};
use crate::text::{Lang, Texts};

/// Everything the picture depends on. Equal requests give equal scenes.
#[derive(Clone, PartialEq, Debug)]
pub struct SilosRequest {
    /// Which journey.
    pub journey: JourneyId,
    /// Revision of the model it is drawn from.
    pub model_revision: u64,
    /// Revision of the scores it is drawn from.
    pub overlay_revision: u64,
    /// Light or dark.
    pub theme: Theme,
    /// Language, which must be that of the texts.
    pub lang: Lang,
    /// Heat colours of the scores.
    pub palette: Palette,
    /// Width it may take, in points; it takes more if the cards need it.
    pub width: f32,
}

/// Width of the names of departments.
const GUTTER: f32 = 156.0;
const RIGHT: f32 = 16.0;
/// Narrowest and widest column of a card.
const COLUMNS: (f32, f32) = (124.0, 168.0);
/// Between two cards: room for the line and its number.
const GAP: f32 = 34.0;
const TOP: f32 = 10.0;
const RIBBON: f32 = 34.0;
const PITCH: f32 = 15.0;
const PAD: f32 = 12.0;

struct Layout<'a> {
    request: &'a SilosRequest,
    model: &'a Model,
    texts: &'a Texts,
    overlay: Option<&'a Overlay>,
    silos: &'a Silos,
    colors: &'static Colors,
    column: f32,
    /// Height of a card and of a row.
    card: f32,
    row: f32,
    titles: Vec<Vec<String>>,
}

/// The picture of a journey over departments.
#[must_use]
pub fn layout(
    request: &SilosRequest,
    model: &Model,
    texts: &Texts,
    silos: &Silos,
    overlay: Option<&Overlay>,
) -> Scene {
    let columns = silos.stops.len().max(1) as f32;
    let room = (request.width - GUTTER - RIGHT) / columns;
    let column = room.clamp(COLUMNS.0, COLUMNS.1).floor();
    let titles: Vec<Vec<String>> = silos
        .stops
        .iter()
        .map(|stop| {
            title_type(request.theme.colors()).balanced(
                model.touchpoints.get(&stop.touchpoint).map_or("", |t| t.title.as_str()),
                column - GAP - 16.0,
            )
        })
        .collect();
    let lines = titles.iter().map(Vec::len).max().unwrap_or(1) as f32;
    let card = PITCH * lines + 38.0;
    let plan = Layout {
        request,
        model,
        texts,
        overlay,
        silos,
        colors: request.theme.colors(),
        column,
        card,
        row: card + 2.0 * PAD,
        titles,
    };
    plan.draw()
}

fn title_type(colors: &Colors) -> Type {
    Type::semi_bold(11.5, colors.ink)
}

impl Layout<'_> {
    fn draw(&self) -> Scene {
        let mut sketch = Sketch::default();
        let width = self.width();
        let height = self.top(self.silos.rows.len()) + TOP;
        sketch.raised(
            rect(0.0, 0.0, width, height),
            12.0,
            self.colors.sheet,
            stroke(self.colors.line, 1.0),
            None,
        );
        self.stripes(&mut sketch, width);
        for index in 1..self.silos.stops.len() {
            self.way(&mut sketch, index - 1, index);
        }
        for (index, stop) in self.silos.stops.iter().enumerate() {
            self.card(&mut sketch, index, stop);
        }
        for (number, handover) in (1_i64..).zip(&self.silos.handovers) {
            self.number(&mut sketch, number, handover.from, handover.to);
        }
        let ribbon = sketch.scene.shapes.len();
        self.ribbon(&mut sketch, width);
        let gutter = sketch.scene.shapes.len();
        self.gutter(&mut sketch);
        let corner = sketch.scene.shapes.len();
        sketch.fill(rect(1.0, 1.0, GUTTER - 2.0, TOP + RIBBON + 4.0), 11.0, self.colors.sheet);
        let end = sketch.scene.shapes.len();
        let mut scene = sketch.scene;
        (scene.width, scene.height) = (width, height);
        scene.pins.ribbon = ribbon..gutter;
        scene.pins.gutter = gutter..corner;
        scene.pins.corner = corner..end;
        scene
    }

    fn width(&self) -> f32 {
        let cards = self.column * self.silos.stops.len().max(1) as f32;
        (GUTTER + cards + RIGHT).max(self.request.width)
    }

    /// The upper edge of a row.
    fn top(&self, row: usize) -> f32 {
        TOP + RIBBON + 8.0 + self.row * row as f32
    }

    fn place(&self, index: usize) -> Rect {
        let row = self.silos.stops.get(index).map_or(0, |stop| stop.row);
        let x = GUTTER + self.column * index as f32 + GAP / 2.0;
        rect(x, self.top(row) + PAD, self.column - GAP, self.card)
    }

    fn stripes(&self, sketch: &mut Sketch, width: f32) {
        for row in (0..self.silos.rows.len()).step_by(2) {
            let stripe = rect(1.0, self.top(row), width - 2.0, self.row);
            sketch.fill(stripe, 0.0, self.colors.lane);
        }
    }

    /// Stages above the cards that stand in them.
    fn ribbon(&self, sketch: &mut Sketch, width: f32) {
        let ground = rect(GUTTER - 1.0, 1.0, width - GUTTER, TOP + RIBBON + 4.0);
        sketch.fill(ground, 11.0, self.colors.sheet);
        let mut from = 0;
        while let Some(stop) = self.silos.stops.get(from) {
            let count =
                self.silos.stops.iter().skip(from).take_while(|s| s.stage == stop.stage).count();
            self.stage(sketch, stop.stage, from, count);
            from += count;
        }
    }

    fn stage(&self, sketch: &mut Sketch, stage: StageId, from: usize, count: usize) {
        let Some(named) = self.model.stages.get(&stage) else { return };
        let name = self.texts.stage(named);
        let x = GUTTER + self.column * from as f32 + 2.0;
        let place = rect(x, TOP, self.column * count as f32 - 4.0, RIBBON);
        sketch.fill(place, 6.0, self.colors.ribbon);
        let room = place.width - 16.0;
        let base = Type::semi_bold(12.5, self.colors.on_ribbon).fitted(&name, room, 8.0);
        let middle = place.y + RIBBON / 2.0;
        let lines = base.wrap(&name, room);
        let first = middle - (lines.len() as f32 - 1.0) * 6.5;
        for (index, line) in lines.iter().enumerate() {
            let y = first + 13.0 * index as f32;
            sketch.text(place.x + place.width / 2.0, y, Anchor::Middle, base, line);
        }
        let count = self.silos.by_stage().get(&stage).copied().unwrap_or(0);
        let label = Message::new("silos-stage").with("name", name).with("count", count);
        sketch.region(place, Subject::Stage(stage), self.texts.say(&label));
    }

    fn gutter(&self, sketch: &mut Sketch) {
        let bottom = self.top(self.silos.rows.len());
        let top = self.top(0);
        sketch.fill(rect(1.0, top, GUTTER - 2.0, bottom - top), 0.0, self.colors.sheet);
        for (row, silo) in self.silos.rows.iter().enumerate() {
            let ground = rect(1.0, self.top(row), GUTTER - 2.0, self.row);
            if row % 2 == 0 {
                sketch.fill(ground, 0.0, self.colors.lane);
            }
            let ink = match silo {
                Silo::Department(_) => self.colors.ink,
                Silo::NoDepartment => self.colors.ink2,
                Silo::NoOwner => self.colors.bad,
            };
            let ty = Type::semi_bold(12.5, ink);
            let name = name(self.texts, silo);
            let lines = ty.wrap(&name, GUTTER - 28.0);
            let middle = ground.y + self.row / 2.0 - 8.0 * lines.len() as f32 + 1.0;
            sketch.lines(16.0, middle, 16.0, ty, &lines);
            let count = self.silos.stops.iter().filter(|stop| stop.row == row).count();
            let count = self.texts.say(&Message::new("silos-cards").with("count", count));
            let quiet = Type::regular(11.5, self.colors.ink3);
            let y = middle + 16.0 * lines.len() as f32 + 1.0;
            sketch.text(16.0, y, Anchor::Start, quiet, &count);
        }
        let edge = stroke(self.colors.line, 1.0);
        sketch.line(point(GUTTER - 1.0, top), point(GUTTER - 1.0, bottom), edge);
    }

    /// The line from one card to the next.
    fn way(&self, sketch: &mut Sketch, from: usize, to: usize) {
        let (a, b) = self.ends(from, to);
        let owned = |index: usize| {
            let row = self.silos.stops.get(index).map(|stop| stop.row);
            row.and_then(|row| self.silos.rows.get(row)) != Some(&Silo::NoOwner)
        };
        let known = owned(from) && owned(to);
        let color = if known { self.colors.ink2 } else { self.colors.edge };
        if (a.y - b.y).abs() < 0.5 {
            let pen = if known { stroke(color, 1.8) } else { dashed(color, 1.5, 4.0, 3.0) };
            sketch.line(a, b, pen);
            return;
        }
        let reach = (b.x - a.x) * 0.9;
        let piece =
            CurvePiece { control_1: a.moved(reach, 0.0), control_2: b.moved(-reach, 0.0), to: b };
        sketch.curve(a, vec![piece], stroke(color, if known { 1.8 } else { 1.2 }));
    }

    fn ends(&self, from: usize, to: usize) -> (Point, Point) {
        let (a, b) = (self.place(from), self.place(to));
        (point(a.right(), a.y + a.height / 2.0), point(b.x, b.y + b.height / 2.0))
    }

    /// The number of a handover, before the card that takes over.
    fn number(&self, sketch: &mut Sketch, number: i64, from: usize, to: usize) {
        // Beside a card without owner the number stands where the known card begins.
        let (a, b) = self.ends(to.saturating_sub(1).max(from), to);
        let at = point((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
        let edge = stroke(self.colors.sheet, 2.0);
        sketch.circle(at, 10.0, self.colors.ribbon, Some(edge));
        let ty = Type::semi_bold(if number > 99 { 8.5 } else { 10.5 }, self.colors.on_ribbon);
        sketch.text(at.x, at.y, Anchor::Middle, ty, &self.texts.int(number));
    }

    fn card(&self, sketch: &mut Sketch, index: usize, stop: &Stop) {
        let Some(touchpoint) = self.model.touchpoints.get(&stop.touchpoint) else { return };
        let place = self.place(index);
        let alone = touchpoint.owner.is_none();
        let edge = if alone {
            dashed(self.colors.bad, 1.2, 4.0, 3.0)
        } else {
            stroke(self.colors.line2, 1.0)
        };
        sketch.frame(place, 8.0, Some(self.colors.card), edge);
        let ty = title_type(self.colors);
        if let Some(lines) = self.titles.get(index) {
            sketch.lines(place.x + 8.0, place.y + 15.0, PITCH, ty, lines);
        }
        let low = place.bottom() - 14.0;
        let owner = self.model.owner_of(touchpoint.id);
        match owner {
            Some(owner) => {
                let initials = owner.initials();
                let edge = stroke(self.colors.line2, 1.0);
                let center = point(place.x + 17.0, low);
                sketch.circle(center, 9.0, self.colors.chan, Some(edge));
                let ty = Type::semi_bold(9.0, self.colors.ink2);
                sketch.text(center.x, low, Anchor::Middle, ty, &initials);
            }
            None => {
                let icon = super::icons::Icon::of("person_add");
                sketch.icon(place.x + 16.0, low, 14.0, icon, self.colors.bad);
            }
        }
        if touchpoint.moment_of_truth {
            let icon = super::icons::Icon::of("star");
            sketch.filled_icon(place.x + 36.0, low, 13.0, icon, self.colors.star);
        }
        self.score(sketch, place, low, touchpoint);
        sketch.region(place, Subject::Card(stop.card), self.label(index, stop, touchpoint));
    }

    fn score(&self, sketch: &mut Sketch, place: Rect, middle: f32, touchpoint: &Touchpoint) {
        let Some(overlay) = self.overlay else { return };
        let Some(score) = overlay.touchpoint(touchpoint.id).score() else { return };
        let value = figure_words::value(self.texts, overlay.metric(), score.shown().value);
        let fill = self.request.palette.heat(&score.heat);
        let width = (measure::width(&value, 11.0, Weight::SemiBold) + 12.0).max(30.0);
        let badge = rect(place.right() - 7.0 - width, middle - 9.0, width, 18.0);
        sketch.fill(badge, 4.0, fill);
        if score.low_base {
            sketch.hatch(badge, 4.0, 4.0, stroke(text_on(fill).with_opacity(0.22), 1.0));
        }
        let ty = Type::semi_bold(11.0, text_on(fill));
        sketch.text(badge.x + width / 2.0, middle, Anchor::Middle, ty, &value);
    }

    fn label(&self, index: usize, stop: &Stop, touchpoint: &Touchpoint) -> String {
        let row = self.silos.rows.get(stop.row);
        let department = row.map(|silo| name(self.texts, silo)).unwrap_or_default();
        let number = self.silos.handovers.iter().position(|h| h.to == index);
        let message = match number {
            None => Message::new("silos-card"),
            Some(at) => {
                let from = self.silos.handovers.get(at).and_then(|h| self.silos.stops.get(h.from));
                let from = from.and_then(|stop| self.silos.rows.get(stop.row));
                let from = from.map(|silo| name(self.texts, silo)).unwrap_or_default();
                Message::new("silos-card-handover").with("number", at + 1).with("from", from)
            }
        };
        let message =
            message.with("name", touchpoint.title.as_str()).with("department", department);
        self.texts.say(&message)
    }
}

/// A row in words.
#[must_use]
pub fn name(texts: &Texts, silo: &Silo) -> String {
    match silo {
        Silo::Department(name) => name.clone(),
        Silo::NoDepartment => texts.get("silos-no-department"),
        Silo::NoOwner => texts.get("silos-no-owner"),
    }
}
