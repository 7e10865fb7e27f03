//! What can be done with one part of the map: its context menu, its tool bar, and the place where
//! something can be added.
//!
//! Each entry is one action; nothing is decided here.

use super::acts;
use super::canvas::Canvas;
use super::drafts::Draft;
use super::landing;
use super::seat::Frame;
use crate::app::context::{Ctx, MapAction, UiAction};
use crate::app::fonts;
use crate::app::theme::Depth;
use crate::app::trend::scored;
use crate::app::widgets::{IconButton, MenuItem, menu_heading, menu_line, paint_icon};
use crate::document::Command;
use crate::model::{LaneKind, Tone};
use crate::render::icons::Icon;
use crate::render::scene::{Scene, Subject};
use egui::accesskit::Role;
use egui::{
    Id, Popup, PopupCloseBehavior, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// How a part goes in time, where it has scores. Looking changes nothing, so it is never disabled.
fn trend_entry(ui: &mut Ui, ctx: &Ctx<'_>, subject: Subject, out: &mut Vec<UiAction>) {
    let Some(scope) = scored(ctx.model, Some(subject)) else { return };
    let item = MenuItem::new(ctx.t("canvas-trend")).icon(Icon::of("monitoring"));
    if item.shortcut("Ctrl+T").show(ui, ctx.theme) {
        out.push(UiAction::OpenTrend(scope));
    }
}

impl Canvas {
    /// The menu of a part, opened by a button.
    pub fn menu_at(
        &mut self,
        button: &Response,
        ctx: &Ctx<'_>,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) {
        crate::app::widgets::menu(button, ctx.theme, &ctx.t("canvas-menu"), 224.0, |ui| {
            self.entries(ui, ctx, subject, out);
        });
    }

    /// The menu of a part, while it is open.
    pub(super) fn context_menu(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        subject: Subject,
        response: &Response,
        out: &mut Vec<UiAction>,
    ) {
        let id = Popup::default_response_id(response);
        let by_key = self.menu_of == Some(subject);
        if by_key {
            self.menu_of = None;
            Popup::open_id(ui.ctx(), id);
        }
        if !by_key && !response.secondary_clicked() && !Popup::is_id_open(ui.ctx(), id) {
            return;
        }
        let mut popup = Popup::context_menu(response);
        if !response.secondary_clicked() && Popup::position_of_id(ui.ctx(), id).is_none() {
            popup = popup.at_position(response.rect.left_bottom());
        }
        popup
            .frame(ctx.theme.menu_frame())
            .width(224.0)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .accessible_name(ctx.t("canvas-menu"))
            .show(|ui| {
                ui.set_min_width(224.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                self.entries(ui, ctx, subject, out);
            });
    }

    fn entries(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, subject: Subject, out: &mut Vec<UiAction>) {
        let why = ctx.why_fixed();
        let item = |ui: &mut Ui, key: &'static str, icon: &'static str, keys: &str| {
            MenuItem::new(ctx.t(key))
                .icon(Icon::of(icon))
                .shortcut(keys)
                .disabled_because(why.clone())
                .show(ui, ctx.theme)
        };
        if item(ui, "canvas-edit", "edit", "F2") {
            self.edit(ctx, subject);
        }
        match subject {
            Subject::Card(_) | Subject::Note(_)
                if item(ui, "canvas-duplicate", "content_copy", "Ctrl+D") =>
            {
                self.duplicate(subject, out);
            }
            _ => {}
        }
        match subject {
            Subject::Card(card) => {
                if let Some(touchpoint) = ctx.model.touchpoint_of(card) {
                    let marked = touchpoint.moment_of_truth;
                    let key = if marked { "canvas-unmark-moment" } else { "canvas-mark-moment" };
                    if item(ui, key, "star", "T") {
                        out.push(UiAction::Run(Command::MarkMomentOfTruth {
                            touchpoint: touchpoint.id,
                            moment_of_truth: !marked,
                        }));
                    }
                    if item(ui, "canvas-give-to", "person", "O") {
                        self.select(Some(subject));
                        out.push(UiAction::Map(MapAction::GiveToOwner));
                    }
                }
            }
            Subject::Note(note) => self.tone_entries(ui, ctx, note, out),
            Subject::Stage(_) => self.stage_entries(ui, ctx, subject, out),
            Subject::Step(_) if item(ui, "canvas-add-step", "add", "") => {
                self.select(Some(subject));
                out.push(UiAction::Map(MapAction::AddStep));
            }
            Subject::Lane(lane) => self.lane_entries(ui, ctx, lane, out),
            _ => {}
        }
        trend_entry(ui, ctx, subject, out);
        self.move_entries(ui, ctx, subject, out);
        if let Some(command) = super::acts::toggle_lock(ctx.model, subject) {
            let locked = matches!(&command, Command::Lock { locked: true, .. });
            let (key, icon) =
                if locked { ("canvas-lock", "lock") } else { ("canvas-unlock", "lock_open") };
            if item(ui, key, icon, "") {
                out.push(UiAction::Run(command));
            }
        }
        if self.selection.len() > 1 && item(ui, "canvas-connect", "route", "L") {
            out.push(UiAction::Map(MapAction::Connect));
        }
        menu_line(ui, ctx.theme);
        let delete = MenuItem::new(ctx.t("canvas-delete"))
            .icon(Icon::of("delete"))
            .shortcut("Del")
            .danger()
            .disabled_because(why);
        if delete.show(ui, ctx.theme) {
            self.delete(ctx, &[subject], out);
        }
    }

    fn tone_entries(
        &self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        note: crate::model::NoteId,
        out: &mut Vec<UiAction>,
    ) {
        let Some(now) = ctx.model.notes.get(&note).map(|n| n.tone) else {
            return;
        };
        menu_line(ui, ctx.theme);
        for (tone, key) in [
            (Tone::Neutral, "canvas-tone-neutral"),
            (Tone::Pain, "canvas-tone-pain"),
            (Tone::Gain, "canvas-tone-gain"),
        ] {
            let item = MenuItem::new(ctx.t(key)).selected(tone == now);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && tone != now {
                out.push(UiAction::Run(Command::SetTone { note, tone }));
            }
        }
    }

    fn stage_entries(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) {
        for (key, icon, action) in [
            ("canvas-add-touchpoint", "add", MapAction::AddTouchpoint),
            ("canvas-add-step", "add", MapAction::AddStep),
            ("canvas-add-stage-after", "add", MapAction::AddStage),
        ] {
            let item = MenuItem::new(ctx.t(key)).icon(Icon::of(icon));
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
                self.select(Some(subject));
                out.push(UiAction::Map(action));
            }
        }
    }

    fn lane_entries(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        lane: crate::model::LaneId,
        out: &mut Vec<UiAction>,
    ) {
        let Some(at) = ctx.model.lanes.get(&lane) else {
            return;
        };
        let hide = MenuItem::new(ctx.t("canvas-hide-lane")).icon(Icon::of("visibility_off"));
        if hide.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            out.push(UiAction::Run(Command::ShowLane { lane, visible: false }));
        }
        let index = usize::try_from(at.position + 1).unwrap_or(0);
        let add = MenuItem::new(ctx.t("canvas-add-notes-lane")).icon(Icon::of("add"));
        if add.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            self.begin(Draft::Lane(at.journey, LaneKind::Notes, index));
        }
    }

    fn move_entries(&self, ui: &mut Ui, ctx: &Ctx<'_>, subject: Subject, out: &mut Vec<UiAction>) {
        let ways: Vec<_> = [
            ("canvas-move-left", "arrow_back", "Alt+←", (-1, 0)),
            ("canvas-move-right", "arrow_forward", "Alt+→", (1, 0)),
            ("canvas-move-up", "arrow_upward", "Alt+↑", (0, -1)),
            ("canvas-move-down", "arrow_downward", "Alt+↓", (0, 1)),
        ]
        .into_iter()
        .filter_map(|(key, icon, _, (right, down))| {
            Some((key, icon, acts::nudge(ctx.model, subject, right, down)?))
        })
        .collect();
        if ways.is_empty() {
            return;
        }
        menu_line(ui, ctx.theme);
        for (key, icon, command) in ways {
            let item = MenuItem::new(ctx.t(key)).icon(Icon::of(icon));
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
                out.push(UiAction::Run(command));
                out.push(UiAction::Show(subject));
            }
        }
    }

    /// Deletes parts, with "Undo" in the message.
    pub fn delete(&mut self, ctx: &Ctx<'_>, subjects: &[Subject], out: &mut Vec<UiAction>) {
        if let Some((command, told)) = acts::delete(ctx.model, ctx.texts, subjects) {
            out.push(UiAction::RunAndTell(command, told));
        }
    }

    /// Copies a card or note and selects the copy.
    pub fn duplicate(&mut self, subject: Subject, out: &mut Vec<UiAction>) {
        if let Some((command, copy)) = acts::duplicate(subject) {
            out.push(UiAction::Run(command));
            out.push(UiAction::Show(copy));
        }
    }

    /// Edit, duplicate, more: above the card under the pointer.
    pub(super) fn toolbar_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scene: &Scene,
        frame: Frame,
        out: &mut Vec<UiAction>,
    ) {
        let Some(subject) = self.hovered else { return };
        let busy = self.drag.is_some() || self.is_editing() || ctx.why_fixed().is_some();
        let region = scene.regions.iter().find(|r| r.subject == subject);
        let Some(region) = region.filter(|_| !busy) else {
            return;
        };
        if !matches!(subject, Subject::Card(_) | Subject::Note(_)) {
            return;
        }
        let (place, seen) = frame.place(region);
        let bar = Rect::from_min_size(
            pos2(place.right() - 84.0, (place.top() - 32.0).max(frame.area.top())),
            vec2(84.0, 30.0),
        );
        let pointer = ui.input(|i| i.pointer.hover_pos());
        let id = Id::unique(("map_more", subject));
        let open = Popup::is_id_open(ui.ctx(), id.with("popup"));
        let near = pointer.is_some_and(|p| {
            bar.union(place.intersect(seen)).contains(p) && frame.area.contains(p)
        });
        if !near && !open {
            self.hovered = None;
            return;
        }
        let theme = ctx.theme;
        ui.painter().add(theme.shadow_of(Depth::Menu).as_shape(bar, 7.0));
        let edge = Stroke::new(1.0, theme.line2);
        ui.painter().rect(bar, 7.0, theme.panel, edge, StrokeKind::Inside);
        // The bar itself takes the pointer, so that what lies under it does not.
        ui.interact(bar, id.with("ground"), Sense::CLICK);
        let builder = UiBuilder::new()
            .max_rect(bar)
            .id_salt(id)
            .layout(egui::Layout::left_to_right(egui::Align::Center));
        let mut ui = ui.new_child(builder);
        ui.spacing_mut().item_spacing.x = 0.0;
        let button = |ui: &mut Ui, icon: &'static str, key: &'static str, hint: &str| {
            IconButton::new(Icon::of(icon), ctx.t(key)).glyph(16.0).hint(hint).show(ui, theme)
        };
        if button(&mut ui, "edit", "canvas-edit", "F2").clicked() {
            self.edit(ctx, subject);
        }
        if button(&mut ui, "content_copy", "canvas-duplicate", "Ctrl+D").clicked() {
            self.duplicate(subject, out);
        }
        let more = button(&mut ui, "more_horiz", "canvas-more", "");
        Popup::menu(&more)
            .id(id.with("popup"))
            .frame(theme.menu_frame())
            .width(224.0)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .accessible_name(ctx.t("canvas-menu"))
            .show(|ui| {
                ui.set_min_width(224.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                self.entries(ui, ctx, subject, out);
            });
    }

    /// A dashed card in an empty cell under the pointer.
    pub(super) fn ghost_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, scene: &Scene, frame: Frame) {
        if self.drag.is_some() || self.is_editing() || ctx.why_fixed().is_some() {
            return;
        }
        let pointer = ui.input(|i| i.pointer.hover_pos());
        let Some(pos) = pointer.filter(|p| frame.inner().contains(*p)) else {
            return;
        };
        if ui.ctx().layer_id_at(pos) != Some(ui.layer_id()) {
            return;
        }
        let Some((lane, spot, cell)) = landing::cell_at(scene, frame.in_map(pos)) else {
            return;
        };
        let Some(kind) = ctx.model.lanes.get(&lane).map(|l| l.kind) else {
            return;
        };
        let Some(journey) = ctx.journey() else { return };
        let (draft, key) = match kind {
            LaneKind::Touchpoints => {
                (Draft::Touchpoint(journey, spot, lane), "canvas-touchpoint-here")
            }
            LaneKind::Steps => {
                let Some(stage) = ctx.model.stage_at(spot) else { return };
                (Draft::Step(stage), "canvas-step-here")
            }
            kind if kind.holds_notes() => (Draft::Note(journey, spot, lane), "canvas-note-here"),
            _ => return,
        };
        let taken = landing::content(scene, cell);
        let top = taken.last().map_or(cell.min.y + 5.0, |(_, r)| r.max.y + 4.0);
        // It covers the words that ask for a card.
        let alone: f32 = if kind == LaneKind::Touchpoints { 66.0 } else { 40.0 };
        let height = if taken.is_empty() { alone.min(cell.height() - 10.0) } else { 28.0 };
        let left = taken.first().map_or(cell.min.x + 5.0, |(_, r)| r.min.x);
        let width = taken.first().map_or(cell.width() - 10.0, |(_, r)| r.width());
        let place = Rect::from_min_size(pos2(left, top), vec2(width, height));
        // No room left in the cell: the buttons above the sheet and the menus remain.
        if place.max.y > cell.max.y - 2.0 || frame.view.zoom < 0.6 {
            return;
        }
        let place = frame.on_screen(place);
        let response = ui.interact(place, Id::unique("map_add_here"), Sense::CLICK);
        let name = ctx.t(key);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let over = response.hovered();
        let ink = if over { ctx.theme.accent } else { ctx.theme.ink3 };
        // It stands on what an empty lane asks.
        let ground = if over { ctx.theme.tint } else { ctx.theme.sheet };
        ui.painter().rect_filled(place, 8.0, ground);
        let outline = super::shapes::round_outline(place.shrink(0.5), 8.0);
        ui.painter().extend(Shape::dashed_line(&outline, Stroke::new(1.0, ink), 4.0, 3.0));
        let font = fonts::strong(12.0);
        let galley = ui.painter().layout_no_wrap(name, font, ink);
        let left = place.center().x - (galley.size().x + 18.0) / 2.0;
        let icon = pos2(left + 7.0, place.center().y);
        paint_icon(ui.painter(), icon, Icon::of("add"), 15.0, ink);
        let at = pos2(left + 18.0, place.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            self.begin(draft);
        }
    }
}

/// The lanes of the journey, to show and to hide.
pub(super) fn lanes_menu(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    canvas: &mut Canvas,
    out: &mut Vec<UiAction>,
) -> bool {
    let Some(journey) = ctx.journey() else { return false };
    let lanes = ctx.model.lanes_of(journey);
    menu_heading(ui, ctx.theme, &ctx.t("canvas-lanes-heading"));
    for lane in &lanes {
        let item = MenuItem::new(ctx.texts.lane(lane)).selected(lane.visible);
        if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            let visible = !lane.visible;
            out.push(UiAction::Run(Command::ShowLane { lane: lane.id, visible }));
        }
    }
    menu_line(ui, ctx.theme);
    for (kind, key) in [
        (LaneKind::Touchpoints, "canvas-add-touchpoints-lane"),
        (LaneKind::Notes, "canvas-add-notes-lane"),
    ] {
        let item = MenuItem::new(ctx.t(key)).icon(Icon::of("add"));
        if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            canvas.begin(Draft::Lane(journey, kind, lanes.len()));
        }
    }
    let missing = LaneKind::DEFAULT
        .into_iter()
        .filter(|kind| !kind.holds_notes() && *kind != LaneKind::Touchpoints)
        .filter(|kind| !lanes.iter().any(|l| l.kind == *kind));
    for kind in missing {
        let item = MenuItem::new(ctx.texts.lane_kind(kind)).icon(Icon::of("add"));
        if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            out.push(UiAction::Run(Command::AddLane {
                id: crate::model::LaneId::fresh(),
                journey,
                kind,
                name: None,
                index: None,
            }));
        }
    }
    MenuItem::new(ctx.t("canvas-all-lanes")).icon(Icon::of("view_agenda")).show(ui, ctx.theme)
}
