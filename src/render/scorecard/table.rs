//! Their touchpoints, stage by stage: each score as on the map, and the main one on its axis.

use super::{INNER, MARGIN, Page};
use crate::analysis::{Held, Reading};
use crate::model::{StageId, Touchpoint};
use crate::render::cell_faces::Faces;
use crate::render::dot_plot::DotPlot;
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::render::map::channel_icon;
use crate::render::scene::{Anchor, Subject};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};

const HEAD: f32 = 30.0;
const GROUP: f32 = 24.0;
const ROW: f32 = 30.0;
const PITCH: f32 = 15.0;
/// Width of the axis.
const PLOT: f32 = 150.0;
/// Where titles begin, behind their icon.
const TITLE: f32 = 30.0;

impl Page<'_> {
    /// The table. Gives where it ends.
    pub(super) fn table(&self, sketch: &mut Sketch, top: f32) -> f32 {
        let top = self.title(sketch, top, &self.texts.get("owners-table"));
        let plot = self.plot();
        let ground = sketch.scene.shapes.len();
        let mut y = top + HEAD;
        let mut stage = None;
        for (index, held) in self.card.touchpoints.iter().enumerate() {
            if index == 0 || held.stage != stage {
                stage = held.stage;
                y = self.group(sketch, y, stage);
            }
            y = self.row(sketch, y, held, plot.as_ref());
        }
        self.table_head(sketch, top, plot.as_ref());
        if let Some(plot) = &plot {
            // Behind what was drawn.
            let mut lines = Sketch::default();
            plot.lines(&mut lines, top + HEAD, y - top - HEAD);
            sketch.scene.shapes.splice(ground..ground, lines.scene.shapes);
        }
        let edge = stroke(self.colors.line2, 1.0);
        sketch.line(point(MARGIN, y + 0.5), point(MARGIN + INNER, y + 0.5), edge);
        y
    }

    /// The axis of the main score.
    fn plot(&self) -> Option<DotPlot<'_>> {
        let main = self.card.main()?;
        Some(DotPlot {
            texts: self.texts,
            colors: self.colors,
            across: (MARGIN + INNER - PLOT + 12.0, PLOT - 28.0),
            axis: main.own.version.as_ref()?.axis(),
            middle: main.own.midpoint.map(|middle| middle.value),
        })
    }

    /// Width of a score.
    fn value(&self) -> f32 {
        if self.card.parts.len() > 4 { 80.0 } else { 92.0 }
    }

    /// Where the scores begin.
    fn values_from(&self) -> f32 {
        MARGIN + INNER - PLOT - self.value() * self.card.parts.len() as f32
    }

    fn table_head(&self, sketch: &mut Sketch, y: f32, plot: Option<&DotPlot<'_>>) {
        let middle = y + HEAD / 2.0;
        let ty = Type::semi_bold(11.5, self.colors.ink2);
        let word = self.texts.get("matrix-head-touchpoint");
        sketch.text(MARGIN, middle, Anchor::Start, ty, &word);
        let mut x = self.values_from();
        for part in &self.card.parts {
            let name =
                figure_words::painted_short(self.texts, part.own.measure, part.own.topic.as_ref());
            let ty = ty.fitted(&name, self.value() - 14.0, 7.5);
            let lines = ty.wrap(&name, self.value() - 14.0);
            let first = middle - 6.0 * (lines.len() as f32 - 1.0);
            sketch.lines(x + 10.0, first, 12.0, ty, &lines);
            x += self.value();
        }
        if let Some(plot) = plot {
            plot.head(sketch, middle);
        }
        let edge = stroke(self.colors.line2, 1.0);
        let low = y + HEAD - 1.0;
        sketch.line(point(MARGIN, low), point(MARGIN + INNER, low), edge);
    }

    fn group(&self, sketch: &mut Sketch, y: f32, stage: Option<StageId>) -> f32 {
        let stage = stage.and_then(|id| self.model.stages.get(&id));
        let Some(stage) = stage else { return y };
        sketch.fill(rect(MARGIN, y, INNER, GROUP), 0.0, self.colors.lane);
        let name = self.texts.stage(stage);
        let ty = Type::semi_bold(11.5, self.colors.ink2).fitted(&name, INNER - 16.0, 8.0);
        sketch.text(MARGIN + 8.0, y + GROUP / 2.0, Anchor::Start, ty, &name);
        y + GROUP
    }

    fn row(&self, sketch: &mut Sketch, y: f32, held: &Held, plot: Option<&DotPlot<'_>>) -> f32 {
        let Some(touchpoint) = self.model.touchpoints.get(&held.touchpoint) else { return y };
        let star = if touchpoint.moment_of_truth { 24.0 } else { 4.0 };
        let ty = Type::regular(12.5, self.colors.ink);
        let lines = ty.wrap(&touchpoint.title, self.values_from() - MARGIN - TITLE - star);
        let height = ROW.max(PITCH * lines.len() as f32 + 12.0);
        let middle = y + height / 2.0;
        sketch.icon(MARGIN + 15.0, middle, 15.0, self.icon(touchpoint), self.colors.ink2);
        let first = middle - PITCH * (lines.len() as f32 - 1.0) / 2.0;
        sketch.lines(MARGIN + TITLE, first, PITCH, ty, &lines);
        if touchpoint.moment_of_truth {
            let end = lines.last().map_or(0.0, |line| ty.width(line));
            let at = first + PITCH * (lines.len() as f32 - 1.0);
            let x = MARGIN + TITLE + end + 12.0;
            sketch.filled_icon(x, at, 14.0, Icon::of("star"), self.colors.star);
        }
        let faces =
            Faces { texts: self.texts, theme: self.request.theme, palette: self.request.palette };
        let mut x = self.values_from();
        let mut said = vec![touchpoint.title.clone()];
        for (index, part) in self.card.parts.iter().enumerate() {
            let reading = part.own.touchpoint(held.touchpoint);
            faces.reading(sketch, rect(x + 2.0, middle - 12.0, self.value() - 6.0, 24.0), reading);
            said.push(self.say(index, reading));
            if let Some(plot) = plot.filter(|_| index == 0) {
                plot.dot(sketch, middle, reading, false);
            }
            x += self.value();
        }
        self.arrow(sketch, held, middle);
        let line = stroke(self.colors.line, 1.0);
        let low = y + height - 0.5;
        sketch.line(point(MARGIN, low), point(MARGIN + INNER, low), line);
        let place = rect(MARGIN, y + 1.0, INNER, height - 2.0);
        sketch.region(place, Subject::Card(held.card), said.join(", "));
        y + height
    }

    /// Behind the main score's axis, where its change stands out.
    fn arrow(&self, sketch: &mut Sketch, held: &Held, middle: f32) {
        let change = self.card.comparison.touchpoints.get(&held.touchpoint);
        let Some(change) = change.filter(|change| change.stands_out) else { return };
        let Some(better) = change.better else { return };
        let color = if better { self.colors.good } else { self.colors.bad };
        sketch.triangle(MARGIN + INNER - 11.0, middle - 4.5, 9.0, better, color);
    }

    fn say(&self, part: usize, reading: &Reading) -> String {
        let Some(part) = self.card.parts.get(part) else { return String::new() };
        let said = self.said(part.own.measure).of(reading);
        match reading {
            Reading::Score(_) => said,
            _ => {
                let name = figure_words::painted_short(
                    self.texts,
                    part.own.measure,
                    part.own.topic.as_ref(),
                );
                format!("{name}: {said}")
            }
        }
    }

    fn icon(&self, touchpoint: &Touchpoint) -> Icon {
        let channel = touchpoint.channels.first();
        let kind = channel.and_then(|id| self.model.channels.get(id)).map(|c| c.kind);
        let own = touchpoint.icon.as_deref().and_then(Icon::named);
        own.unwrap_or_else(|| channel_icon(kind))
    }
}
