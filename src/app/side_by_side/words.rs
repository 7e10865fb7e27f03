//! Differences in words, and how they are marked on a map.
//!
//! Finds none itself.

use super::subject_of;
use crate::analysis::{Aspect, Difference, Part};
use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::map;
use crate::model::{Message, Model};
use egui::{Align2, Color32, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

/// "Added", "Removed", "Moved", "Changed".
pub(super) fn kind(ctx: &Ctx<'_>, difference: &Difference) -> String {
    ctx.t(match difference {
        Difference::Added(_) => "side-added",
        Difference::Removed(_) => "side-removed",
        Difference::Changed(.., aspects) if aspects.as_slice() == [Aspect::Place] => "side-moved",
        Difference::Changed(..) => "side-changed",
    })
}

/// The letter and colour of a kind.
fn sign(ctx: &Ctx<'_>, difference: &Difference) -> (&'static str, Color32) {
    let theme = ctx.theme;
    match difference {
        Difference::Added(_) => ("+", theme.good),
        Difference::Removed(_) => ("−", theme.bad),
        Difference::Changed(.., aspects) if aspects.as_slice() == [Aspect::Place] => {
            ("↔", theme.accent)
        }
        Difference::Changed(..) => ("≠", theme.accent),
    }
}

/// What the part is called, on the side where it is.
pub(super) fn title(ctx: &Ctx<'_>, models: [&Model; 2], difference: &Difference) -> String {
    let (model, part) = match (difference.right(), difference.left()) {
        (Some(part), _) => (models[1], part),
        (None, Some(part)) => (models[0], part),
        (None, None) => return String::new(),
    };
    map::title(model, ctx.texts, subject_of(part)).replace('\n', " ")
}

/// What kind of part it is, and in what it differs.
pub(super) fn detail(ctx: &Ctx<'_>, models: [&Model; 2], difference: &Difference) -> String {
    let part = difference.right().or_else(|| difference.left());
    let noun = ctx.t(match part {
        Some(Part::Stage(_)) => "inspector-stage",
        Some(Part::Step(_)) => "inspector-step",
        Some(Part::Note(_)) => "inspector-note",
        _ => "inspector-touchpoint",
    });
    let Difference::Changed(left, right, aspects) = difference else {
        let (model, part) = match difference {
            Difference::Removed(part) => (models[0], *part),
            Difference::Added(part) | Difference::Changed(_, part, _) => (models[1], *part),
        };
        let stage = stage(ctx, model, part);
        return [noun, stage]
            .iter()
            .filter(|w| !w.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ");
    };
    let mut words = vec![noun];
    for aspect in aspects {
        words.push(match aspect {
            Aspect::Place => {
                let ends = (stage(ctx, models[0], *left), stage(ctx, models[1], *right));
                if ends.0 == ends.1 || ends.0.is_empty() || ends.1.is_empty() {
                    ctx.t("side-place")
                } else {
                    let message =
                        Message::new("side-from-to").with("from", ends.0).with("to", ends.1);
                    ctx.texts.say(&message)
                }
            }
            Aspect::Title => {
                let was = map::title(models[0], ctx.texts, subject_of(*left));
                ctx.t1("side-was", "name", was.replace('\n', " "))
            }
            Aspect::Owner => ctx.t("side-owner"),
            Aspect::Channels => ctx.t("side-channels"),
            Aspect::Emotion => ctx.t("side-emotion"),
            Aspect::Marks => ctx.t("side-marks"),
        });
    }
    words.join(" · ")
}

/// The stage a part stands in; nothing for a stage.
fn stage(ctx: &Ctx<'_>, model: &Model, part: Part) -> String {
    let stage = match part {
        Part::Stage(_) => None,
        Part::Step(id) => model.steps.get(&id).map(|s| s.stage),
        Part::Card(id) => model.placements.get(&id).and_then(|p| model.stage_at(p.spot)),
        Part::Note(id) => model.notes.get(&id).and_then(|n| model.stage_at(n.spot)),
    };
    let stage = stage.and_then(|id| model.stages.get(&id));
    stage.map(|s| ctx.texts.stage(s)).unwrap_or_default()
}

/// Paints the mark of a difference on its part.
pub(super) fn mark(
    painter: &Painter,
    ctx: &Ctx<'_>,
    difference: &Difference,
    place: Rect,
    chosen: bool,
) {
    let (_, color) = sign(ctx, difference);
    let width = if chosen { 3.0 } else { 2.0 };
    painter.rect_stroke(place, 7.0, Stroke::new(width, color), StrokeKind::Outside);
    let badge =
        Rect::from_center_size(pos2(place.right() - 3.0, place.top() + 2.0), vec2(16.0, 16.0));
    paint_sign(painter, ctx, difference, badge);
}

/// The letter of a kind in a round mark.
pub(super) fn paint_sign(painter: &Painter, ctx: &Ctx<'_>, difference: &Difference, place: Rect) {
    let (sign, color) = sign(ctx, difference);
    painter.circle(place.center(), 8.5, color, Stroke::new(1.5, ctx.theme.panel));
    let font = fonts::strong(11.5);
    painter.text(place.center(), Align2::CENTER_CENTER, sign, font, ctx.theme.panel);
}
