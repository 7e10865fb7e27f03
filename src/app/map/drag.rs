//! Dragging a card, note, step, lane or stage: a ghost, an insertion line, one command at the end.
//!
//! Nothing changes before the pointer is let go; Esc puts everything back.

use super::acts;
use super::canvas::Canvas;
use super::landing::{self, Landing};
use super::painter::{Prepared, rect};
use super::rings::radius_of;
use super::seat::Frame;
use crate::app::context::{Ctx, UiAction};
use crate::app::theme::{Depth, Theme};
use crate::document::Command;
use crate::model::{LaneId, Spot, StageId, StepId};
use crate::render::scene::{Scene, Subject};
use egui::{
    CursorIcon, Key, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

/// Width of the border in which a drag scrolls the map.
const EDGE: f32 = 40.0;

/// Something that is being dragged.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Drag {
    pub subject: Subject,
    /// Where it was, in points of the map.
    origin: Rect,
    /// Where it was taken, from its top left corner, in points of the map.
    grip: Vec2,
    /// Whether Esc put it back: then letting go does nothing.
    dropped: bool,
}

/// Where a drag would end.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Target {
    Cell(Landing),
    Stage(StageId, usize, f32),
    Lane(LaneId, usize, f32),
}

impl Drag {
    pub fn start(scene: &Scene, subject: Subject, response: &Response) -> Option<Self> {
        let region = scene.regions.iter().find(|r| r.subject == subject)?;
        let origin = rect(region.rect);
        let pressed = response.ctx.input(|i| i.pointer.press_origin())?;
        let scale = origin.width().max(1.0) / response.rect.width().max(1.0);
        let grip = (pressed - response.rect.min) * scale;
        Some(Self { subject, origin, grip, dropped: false })
    }
}

impl Canvas {
    /// Carries on with the drag, if there is one.
    pub(super) fn drag_ui(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        prepared: &mut Prepared,
        frame: Frame,
        out: &mut Vec<UiAction>,
    ) {
        let Some(mut drag) = self.drag else { return };
        if ui.input(|i| i.key_pressed(Key::Escape)) {
            drag.dropped = true;
        }
        let Some(pos) = ui.input(|i| i.pointer.latest_pos()) else {
            return;
        };
        let released = !ui.input(|i| i.pointer.primary_down());
        let scene = prepared.scene().clone();
        let target = if drag.dropped { None } else { target(&scene, ctx, frame, &drag, pos) };
        if released {
            self.drag = None;
            let command = target.and_then(|target| match target {
                Target::Cell(landing) if self.selection.len() > 1 => {
                    acts::place_all(ctx.model, &self.selection, drag.subject, landing)
                }
                _ => command(ctx, &drag, target),
            });
            out.extend(command.map(UiAction::Run));
            return;
        }
        self.drag = Some(drag);
        if drag.dropped {
            return;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        self.scroll_at_edge(ui, frame, pos);
        let painter = ui.painter().with_clip_rect(frame.area);
        origin_gap(&painter, ctx.theme, frame, &drag);
        if let Some(target) = target {
            insertion_line(&painter, ctx.theme, frame, target, &scene);
        }
        ghost(ui, ctx.theme, prepared, frame, &drag, pos);
    }

    fn scroll_at_edge(&mut self, ui: &Ui, frame: Frame, pos: Pos2) {
        let inner = frame.inner();
        let pull = |low: f32, high: f32, at: f32| {
            if at < low + EDGE {
                (low + EDGE - at).min(EDGE)
            } else if at > high - EDGE {
                (high - EDGE - at).max(-EDGE)
            } else {
                0.0
            }
        };
        let pull =
            vec2(pull(inner.min.x, inner.max.x, pos.x), pull(inner.min.y, inner.max.y, pos.y));
        if pull != Vec2::ZERO {
            let before = self.view.scroll;
            self.view.pan(pull * ui.input(|i| i.stable_dt).min(0.1) * 12.0);
            if self.view.scroll != before {
                ui.ctx().request_repaint();
            }
        }
    }
}

fn target(scene: &Scene, ctx: &Ctx<'_>, frame: Frame, drag: &Drag, pos: Pos2) -> Option<Target> {
    let at = frame.in_map(pos);
    match drag.subject {
        Subject::Stage(stage) => {
            let stages: Vec<(StageId, Rect)> = scene
                .regions
                .iter()
                .filter_map(|r| match r.subject {
                    Subject::Stage(id) => Some((id, rect(r.rect))),
                    _ => None,
                })
                .collect();
            let (index, x) = landing::stage_landing(&stages, stage, at.x);
            Some(Target::Stage(stage, index, x))
        }
        Subject::Lane(lane) => lane_target(scene, ctx, lane, at.y),
        _ => {
            let takes = |lane| acts::takes(ctx.model, lane, drag.subject);
            landing::landing(scene, at, drag.subject, takes).map(Target::Cell)
        }
    }
}

/// Lanes are numbered with the hidden ones, so a landing place is told by the lane below it.
fn lane_target(scene: &Scene, ctx: &Ctx<'_>, lane: LaneId, y: f32) -> Option<Target> {
    let journey = ctx.model.lanes.get(&lane)?.journey;
    let order: Vec<LaneId> =
        ctx.model.lanes_of(journey).iter().map(|l| l.id).filter(|id| *id != lane).collect();
    let others: Vec<(LaneId, Rect)> = scene
        .regions
        .iter()
        .filter_map(|r| match r.subject {
            Subject::Lane(id) if id != lane => Some((id, rect(r.rect))),
            _ => None,
        })
        .collect();
    let below = others.iter().find(|(_, r)| r.center().y > y);
    let index = match below {
        Some((id, _)) => order.iter().position(|other| other == id)?,
        None => order.len(),
    };
    let line = match below {
        Some((_, r)) => r.min.y,
        None => others.last()?.1.max.y,
    };
    Some(Target::Lane(lane, index, line))
}

fn command(ctx: &Ctx<'_>, drag: &Drag, target: Target) -> Option<Command> {
    match target {
        Target::Cell(landing) => match drag.subject {
            Subject::Step(step) => step_command(ctx, step, landing),
            subject => acts::place(ctx.model, subject, landing.lane, landing.spot, landing.index),
        },
        Target::Stage(stage, index, _) => {
            let old = usize::try_from(ctx.model.stages.get(&stage)?.position).ok();
            (old != Some(index)).then_some(Command::MoveStage { stage, index })
        }
        Target::Lane(lane, index, _) => {
            let old = usize::try_from(ctx.model.lanes.get(&lane)?.position).ok();
            (old != Some(index)).then_some(Command::MoveLane { lane, index })
        }
    }
}

fn step_command(ctx: &Ctx<'_>, step: StepId, landing: Landing) -> Option<Command> {
    let old = ctx.model.steps.get(&step)?;
    let stage = ctx.model.stage_at(landing.spot)?;
    let index = match landing.spot {
        Spot::Stage(_) => landing.index,
        Spot::Step(beside) if beside == step => return None,
        Spot::Step(beside) => {
            let others = ctx.model.steps_of(stage).into_iter().filter(|s| s.id != step);
            others.map(|s| s.id).position(|id| id == beside)? + landing.index
        }
    };
    let same = old.stage == stage && usize::try_from(old.position).ok() == Some(index);
    (!same).then_some(Command::MoveStep { step, stage, index })
}

/// The place it came from stays as a dashed gap.
fn origin_gap(painter: &egui::Painter, theme: &Theme, frame: Frame, drag: &Drag) {
    if !matches!(drag.subject, Subject::Card(_) | Subject::Note(_)) {
        return;
    }
    let place = frame.on_screen(drag.origin);
    let radius = radius_of(drag.subject) * frame.view.zoom;
    painter.rect_filled(place, radius, theme.canvas);
    let outline = super::shapes::round_outline(place.shrink(0.5), radius);
    painter.extend(Shape::dashed_line(&outline, Stroke::new(1.0, theme.line2), 4.0, 3.0));
}

fn insertion_line(
    painter: &egui::Painter,
    theme: &Theme,
    frame: Frame,
    target: Target,
    scene: &Scene,
) {
    let pen = Stroke::new(3.0, theme.accent);
    match target {
        Target::Cell(landing) => {
            let place = frame.on_screen(Rect::from_two_pos(landing.line[0], landing.line[1]));
            painter.line_segment([place.min, place.max], pen);
            painter.circle_filled(place.min, 4.0, theme.accent);
        }
        Target::Stage(_, _, x) => {
            let x = frame.on_screen(Rect::from_min_size(pos2(x, 0.0), Vec2::ZERO)).min.x;
            painter.vline(x, frame.area.top()..=frame.area.bottom(), pen);
            painter.circle_filled(pos2(x, frame.area.top() + 4.0), 4.0, theme.accent);
        }
        Target::Lane(_, _, y) => {
            let ends = [pos2(0.0, y), pos2(scene.width, y)];
            let [a, b] = ends.map(|p| frame.view.to_screen(frame.area, p));
            painter.line_segment([a, b], pen);
        }
    }
}

/// What is dragged, lifted under the pointer.
fn ghost(ui: &Ui, theme: &Theme, prepared: &mut Prepared, frame: Frame, drag: &Drag, pos: Pos2) {
    let corner = pos - drag.grip * frame.view.zoom;
    let place = Rect::from_min_size(corner, drag.origin.size() * frame.view.zoom);
    let radius = radius_of(drag.subject) * frame.view.zoom;
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("map_dragged"));
    let painter = ui.ctx().layer_painter(layer);
    painter.add(theme.shadow_of(Depth::Menu).as_shape(place, radius));
    painter.rect_filled(place, radius, theme.card);
    prepared.paint_part(&painter, drag.origin, place.min, frame.view.zoom);
    painter.rect_stroke(place, radius, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
}
