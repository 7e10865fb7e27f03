//! Typing a name in its place on the map: of something that is there, or of something new.
//!
//! Enter keeps, Esc drops, Tab keeps and goes on; what is kept is one command.

use super::acts;
use super::canvas::Canvas;
use super::cells;
use super::columns;
use super::drafts::Draft;
use super::landing;
use super::painter::rect;
use super::seat::Frame;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Depth;
use crate::model::{LaneId, LaneKind, Message, Spot};
use crate::render::scene::{Scene, Subject};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Key, Margin, Rect, Stroke, StrokeKind, TextEdit, Ui, pos2, vec2};

/// The keys that begin a new line within a text.
const NEW_LINE: egui::KeyboardShortcut =
    egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::Enter);

/// What is being named.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Named {
    There(Subject),
    New(Draft),
}

/// A name that is being typed.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Editing {
    pub named: Named,
    text: String,
    /// Whether the field already has the focus.
    begun: bool,
    /// Whether Enter goes on in row order: the next card, or one more in the same cell.
    goes_on: bool,
}

impl Canvas {
    /// Begins to edit the name of a part.
    pub fn edit(&mut self, ctx: &Ctx<'_>, subject: Subject) {
        let subject = match subject {
            Subject::Emotion(card) => Subject::Card(card),
            other => other,
        };
        let text = acts::title(ctx.model, ctx.texts, subject);
        self.select(Some(subject));
        let named = Named::There(subject);
        self.editing = Some(Editing { named, text, begun: false, goes_on: false });
    }

    /// Edits as `edit` does; after Enter the next card in row order has the focus. In an empty cell
    /// something new begins.
    pub(super) fn edit_on(&mut self, ctx: &Ctx<'_>, subject: Subject) {
        self.begin_in(ctx, subject, String::new());
        if let Some(editing) = &mut self.editing {
            editing.goes_on = matches!(
                editing.named,
                Named::New(_) | Named::There(Subject::Card(_) | Subject::Note(_))
            );
        }
    }

    /// Begins something new in an empty cell with what was typed there; edits anything else.
    pub(super) fn begin_in(&mut self, ctx: &Ctx<'_>, subject: Subject, text: String) {
        let Subject::Cell(lane, spot) = subject else {
            return self.edit(ctx, subject);
        };
        let draft = ctx.journey().and_then(|id| cells::draft(ctx.model, id, lane, spot));
        if let Some(draft) = draft {
            let named = Named::New(draft);
            self.editing = Some(Editing { named, text, begun: false, goes_on: true });
        }
    }

    /// Begins something new at the end of the cell in which a card stands.
    pub(super) fn begin_beside(&mut self, ctx: &Ctx<'_>, subject: Subject) {
        let place = match subject {
            Subject::Card(id) => ctx.model.placements.get(&id).map(|p| (p.lane, p.spot)),
            Subject::Note(id) => ctx.model.notes.get(&id).map(|n| (n.lane, n.spot)),
            Subject::Cell(lane, spot) => Some((lane, spot)),
            _ => None,
        };
        if let Some((lane, spot)) = place {
            self.begin_in(ctx, Subject::Cell(lane, spot), String::new());
        }
    }

    /// Begins to name something new.
    pub fn begin(&mut self, draft: Draft) {
        let (named, text) = (Named::New(draft), String::new());
        self.editing = Some(Editing { named, text, begun: false, goes_on: false });
    }

    /// Whether a name is being typed.
    #[must_use]
    pub fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    pub(super) fn edit_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scene: &Scene,
        frame: Frame,
        out: &mut Vec<UiAction>,
    ) {
        let Some(mut editing) = self.editing.take() else {
            return;
        };
        let Some(place) = field_place(ctx, scene, frame, editing.named) else {
            return;
        };
        if !editing.begun {
            self.bring_into_view(frame, place);
        }
        let name = field_name(ctx, editing.named);
        let id = Id::unique("map_edit");
        let tabbed = ui.input(|i| {
            i.events.iter().any(
                |e| matches!(e, Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if modifiers.is_none()),
            )
        });
        let size = font_size(editing.named) * frame.view.zoom.max(0.8);
        let place = place.expand2(vec2(0.0, ((size + 10.0 - place.height()) / 2.0).max(0.0)));
        let response = field(ui, ctx, id, place, size, &mut editing, &name);
        if !editing.begun {
            response.request_focus();
            if matches!(editing.named, Named::There(_)) {
                select_all(ui, id, &editing.text);
            } else {
                caret_at_end(ui, id, &editing.text);
            }
            editing.begun = true;
            self.editing = Some(editing);
            return;
        }
        if ui.input(|i| i.key_pressed(Key::Escape)) {
            return self.leave(&editing);
        }
        let entered = ui.input(|i| plain_enter(&i.events));
        if response.lost_focus() || !response.has_focus() || entered {
            self.keep(ctx, &editing, out);
            if tabbed {
                self.go_on(ctx, scene, &editing);
            } else if entered && editing.goes_on {
                self.go_down(ctx, &editing);
            }
            return;
        }
        self.editing = Some(editing);
    }

    /// Back to the part whose name was typed.
    fn leave(&mut self, editing: &Editing) {
        if let Named::There(subject) = editing.named {
            self.show_subject(subject);
        }
    }

    fn keep(&mut self, ctx: &Ctx<'_>, editing: &Editing, out: &mut Vec<UiAction>) {
        match editing.named {
            Named::There(subject) => {
                let command = acts::rename(ctx.model, ctx.texts, subject, &editing.text);
                out.extend(command.map(UiAction::Run));
                self.show_subject(subject);
            }
            Named::New(draft) => {
                if let Some((command, subject)) = draft.adds(&editing.text) {
                    out.push(UiAction::Run(command));
                    out.push(UiAction::Show(subject));
                }
            }
        }
    }

    /// Tab: the next name, or one more of the same.
    fn go_on(&mut self, ctx: &Ctx<'_>, scene: &Scene, editing: &Editing) {
        match editing.named {
            Named::New(draft) => {
                if let Some(next) = cells::in_next_column(ctx.model, draft) {
                    self.begin(next);
                    if let Some(next) = &mut self.editing {
                        next.goes_on = editing.goes_on;
                    }
                }
            }
            Named::There(subject) => {
                let same_kind = |other: Subject| {
                    std::mem::discriminant(&other) == std::mem::discriminant(&subject)
                };
                let next = scene
                    .regions
                    .iter()
                    .map(|r| r.subject)
                    .filter(|other| same_kind(*other))
                    .skip_while(|other| *other != subject)
                    .nth(1);
                if let Some(next) = next {
                    self.edit(ctx, next);
                }
            }
        }
    }

    /// Enter: one more in the same cell, or the card after this one in row order.
    fn go_down(&mut self, ctx: &Ctx<'_>, editing: &Editing) {
        match editing.named {
            Named::New(draft) if !editing.text.trim().is_empty() => {
                self.begin(draft);
                if let Some(next) = &mut self.editing {
                    next.goes_on = true;
                }
            }
            Named::New(Draft::Touchpoint(_, spot, lane) | Draft::Note(_, spot, lane)) => {
                let cell = Subject::Cell(lane, spot);
                let last = columns::content(ctx.model, lane, spot).last().copied();
                self.focus_on(last.unwrap_or(cell));
            }
            Named::New(_) => {}
            Named::There(subject) => {
                let journey = ctx.journey();
                match journey.and_then(|id| cells::after(ctx.model, id, subject)) {
                    Some(cell @ Subject::Cell(..)) => {
                        self.select(None);
                        self.focus_on(cell);
                    }
                    Some(next) => self.show_subject(next),
                    None => {}
                }
            }
        }
    }

    fn bring_into_view(&mut self, frame: Frame, place: Rect) {
        let inner = frame.inner().shrink(8.0);
        let mut by = vec2(0.0, 0.0);
        if place.max.y > inner.max.y {
            by.y = inner.max.y - place.max.y;
        }
        if place.max.x > inner.max.x {
            by.x = inner.max.x - place.max.x;
        }
        self.view.pan(by);
    }
}

fn font_size(named: Named) -> f32 {
    match named {
        Named::There(Subject::Stage(_)) | Named::New(Draft::Stage(..)) => 13.0,
        _ => 12.5,
    }
}

fn field_name(ctx: &Ctx<'_>, named: Named) -> String {
    match named {
        Named::There(subject) => {
            let name = acts::title(ctx.model, ctx.texts, subject);
            ctx.texts.say(&Message::new("canvas-edit-field").with("name", name))
        }
        Named::New(Draft::Stage(..)) => ctx.t("canvas-new-stage-field"),
        Named::New(Draft::Step(_)) => ctx.t("canvas-new-step-field"),
        Named::New(Draft::Lane(..)) => ctx.t("canvas-new-lane-field"),
        Named::New(Draft::Touchpoint(..)) => ctx.t("canvas-new-touchpoint-field"),
        Named::New(Draft::Note(..)) => ctx.t("canvas-new-note-field"),
    }
}

fn field(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    id: Id,
    place: Rect,
    size: f32,
    editing: &mut Editing,
    name: &str,
) -> egui::Response {
    let theme = ctx.theme;
    let draft = matches!(editing.named, Named::New(_));
    let frame = place.expand2(vec2(4.0, 3.0));
    if draft {
        ui.painter().add(theme.shadow_of(Depth::Menu).as_shape(frame, 7.0));
    }
    ui.painter().rect_filled(frame, 5.0, theme.field);
    // A card may have several lines; its other names have one.
    let lines = matches!(
        editing.named,
        Named::There(Subject::Card(_) | Subject::Note(_))
            | Named::New(Draft::Touchpoint(..) | Draft::Note(..))
    );
    let edit = if lines {
        TextEdit::multiline(&mut editing.text).desired_rows(1).return_key(Some(NEW_LINE))
    } else {
        TextEdit::singleline(&mut editing.text)
    };
    let edit = edit
        .id(id)
        .font(fonts::strong(size))
        .text_color(theme.ink)
        .hint_text(egui::RichText::new(name).color(theme.ink3).font(fonts::regular(size)))
        .frame(egui::Frame::new().inner_margin(Margin::same(0)))
        .desired_width(place.width())
        .align(egui::Align2::LEFT_CENTER)
        .min_size(place.size());
    let response = ui.put(place, edit).accessible_name(name);
    ui.painter().rect_stroke(frame, 5.0, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
    response
}

/// Whether Enter alone was pressed.
fn plain_enter(events: &[Event]) -> bool {
    let plain = |event: &Event| {
        matches!(
            event,
            Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.is_none()
        )
    };
    events.iter().any(plain)
}

fn caret_at_end(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), id);
}

fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), id);
}

/// Where the field stands on screen.
fn field_place(ctx: &Ctx<'_>, scene: &Scene, frame: Frame, named: Named) -> Option<Rect> {
    let draft = match named {
        Named::There(subject) => {
            let region = scene.regions.iter().find(|r| r.subject == subject)?;
            let (place, _) = frame.place(region);
            return Some(inside(subject, place, frame.view.zoom));
        }
        Named::New(draft) => draft,
    };
    let zoom = frame.view.zoom;
    match draft {
        Draft::Touchpoint(_, spot, lane) | Draft::Note(_, spot, lane) => {
            below_cell(scene, frame, spot, lane)
        }
        Draft::Step(stage) => {
            let journey = ctx.journey()?;
            let lane = ctx.model.lane_of_kind(journey, LaneKind::Steps).map(|l| l.id);
            let last = match ctx.model.steps_of(stage).last() {
                Some(step) if columns::by_steps(ctx.model, stage) => Spot::Step(step.id),
                _ => Spot::Stage(stage),
            };
            lane.and_then(|lane| below_cell(scene, frame, last, lane)).or_else(|| {
                let region = scene.regions.iter().find(|r| r.subject == Subject::Stage(stage))?;
                let (place, _) = frame.place(region);
                Some(place.translate(vec2(0.0, place.height())))
            })
        }
        Draft::Stage(_, index) => {
            let stages: Vec<Rect> = scene
                .regions
                .iter()
                .filter(|r| matches!(r.subject, Subject::Stage(_)))
                .map(|r| frame.place(r).0)
                .collect();
            let before = index.checked_sub(1).and_then(|i| stages.get(i));
            let corner = before.map_or_else(
                || frame.area.center() - vec2(90.0, 20.0),
                |r| pos2(r.max.x.min(frame.area.max.x - 180.0), r.center().y - 12.0),
            );
            Some(Rect::from_min_size(corner, vec2(150.0, 24.0) * zoom.max(0.8)))
        }
        Draft::Lane(_, _, index) => {
            let lanes: Vec<Rect> = scene
                .regions
                .iter()
                .filter(|r| matches!(r.subject, Subject::Lane(_)))
                .map(|r| frame.place(r).0)
                .collect();
            let above = lanes.get(index.min(lanes.len()).checked_sub(1)?)?;
            let corner = pos2(above.min.x + 12.0, above.max.y - 12.0);
            Some(Rect::from_min_size(corner, vec2(180.0, 24.0)))
        }
    }
}

/// The line of a part that holds its name.
fn inside(subject: Subject, place: Rect, zoom: f32) -> Rect {
    match subject {
        Subject::Card(_) => Rect::from_min_max(
            place.min + vec2(39.0, 8.0) * zoom,
            pos2(place.max.x - 8.0 * zoom, place.min.y + 28.0 * zoom),
        ),
        Subject::Stage(_) => Rect::from_center_size(
            place.center(),
            vec2((place.width() - 34.0 * zoom).max(60.0), 22.0 * zoom),
        ),
        Subject::Lane(_) => {
            Rect::from_min_size(place.min + vec2(10.0, 18.0) * zoom, vec2(150.0, 22.0 * zoom))
        }
        Subject::Arrow(_) => Rect::from_center_size(place.center(), vec2(140.0, 22.0) * zoom),
        _ => place.shrink2(vec2(8.0, 3.0) * zoom),
    }
}

fn below_cell(scene: &Scene, frame: Frame, spot: Spot, lane: LaneId) -> Option<Rect> {
    let region = scene.regions.iter().find(|r| r.subject == Subject::Cell(lane, spot))?;
    let cell = rect(region.rect);
    let low = landing::content(scene, cell).last().map(|(_, r)| r.max.y);
    let top = low.map_or(cell.min.y + 8.0, |y| (y + 8.0).min(cell.max.y - 4.0));
    let corner = pos2(cell.min.x + 10.0, top);
    let size = vec2((cell.width() - 20.0).max(100.0), 26.0);
    Some(frame.on_screen(Rect::from_min_size(corner, size)))
}
