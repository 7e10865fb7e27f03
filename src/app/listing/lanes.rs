//! The lanes of the journey in a dialog: add, name, move, show, delete.
//!
//! Pushes commands; keeps only the name that is typed.

use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::map;
use crate::app::widgets::{
    Button, Dialog, DropDown, Field, IconButton, MenuItem, menu, paint_line,
};
use crate::document::Command;
use crate::model::{JourneyId, Lane, LaneId, LaneKind};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Align, Align2, Layout, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// The dialog.
#[derive(Default)]
pub struct Lanes {
    open: bool,
    naming: Option<(LaneId, String, bool)>,
}

impl Lanes {
    /// Opens the dialog.
    pub fn open(&mut self) {
        self.open = true;
    }

    /// Shows the dialog while it is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(journey) = ctx.journey().filter(|_| self.open) else { return };
        let (title, close) = (ctx.t("canvas-lanes"), ctx.t("app-close"));
        let dialog = Dialog::new("list_lanes", &title, &close).width(480.0);
        let end = dialog.show(egui, ctx.theme, |ui| {
            let lanes = ctx.model.lanes_of(journey);
            ScrollArea::vertical().id_salt("lanes").max_height(420.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for (index, lane) in lanes.iter().enumerate() {
                    self.lane_ui(ui, ctx, lane, index, lanes.len(), out);
                }
            });
            ui.add_space(4.0);
            add_ui(ui, ctx, journey, out);
        });
        if end.closed {
            *self = Self::default();
        }
    }

    fn lane_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        lane: &Lane,
        index: usize,
        count: usize,
        out: &mut Vec<UiAction>,
    ) {
        let (theme, name, fixed) = (ctx.theme, ctx.texts.lane(lane), ctx.why_fixed());
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let width = ui.available_width() - 5.0 * 28.0;
            if self.naming.as_ref().is_some_and(|(id, ..)| *id == lane.id) {
                self.name_ui(ui, ctx, lane, width, out);
            } else {
                let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
                let ink = if lane.visible { theme.ink } else { theme.ink3 };
                let (at, left) = (rect.left_center(), Align2::LEFT_CENTER);
                paint_line(ui, at, left, &name, fonts::regular(13.0), ink, width - 8.0);
            }
            let button = |ui: &mut Ui, icon: &'static str, key: &'static str, on: bool| {
                IconButton::new(Icon::of(icon), ctx.t1(key, "name", name.as_str()))
                    .disabled_because(fixed.clone())
                    .enabled(on && fixed.is_none())
                    .show(ui, theme)
                    .clicked()
            };
            if button(ui, "edit", "list-lane-rename", true) {
                self.naming = Some((lane.id, name.clone(), true));
            }
            let eye = if lane.visible { "visibility" } else { "visibility_off" };
            let key = if lane.visible { "list-lane-hide" } else { "list-lane-show" };
            if button(ui, eye, key, true) {
                out.push(UiAction::Run(Command::ShowLane {
                    lane: lane.id,
                    visible: !lane.visible,
                }));
            }
            if button(ui, "arrow_upward", "list-lane-up", index > 0) {
                out.push(UiAction::Run(Command::MoveLane { lane: lane.id, index: index - 1 }));
            }
            if button(ui, "arrow_downward", "list-lane-down", index + 1 < count) {
                out.push(UiAction::Run(Command::MoveLane { lane: lane.id, index: index + 1 }));
            }
            if button(ui, "delete", "list-lane-delete", true) {
                let subjects = [Subject::Lane(lane.id)];
                if let Some((command, told)) = map::delete(ctx.model, ctx.texts, &subjects) {
                    out.push(UiAction::RunAndTell(command, told));
                }
            }
        });
    }

    fn name_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        lane: &Lane,
        width: f32,
        out: &mut Vec<UiAction>,
    ) {
        let Some((id, text, fresh)) = &mut self.naming else { return };
        let name = ctx.t1("canvas-edit-field", "name", ctx.texts.lane(lane));
        let response = Field::new(text, name).width(width - 28.0).show(ui, ctx.theme);
        if std::mem::take(fresh) {
            response.request_focus();
        } else if response.lost_focus() {
            let dropped = ui.input(|i| i.key_pressed(egui::Key::Escape));
            let command = map::rename(ctx.model, ctx.texts, Subject::Lane(*id), text);
            out.extend(command.filter(|_| !dropped).map(UiAction::Run));
            self.naming = None;
        }
    }
}

fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, journey: JourneyId, out: &mut Vec<UiAction>) {
    if let Some(why) = ctx.why_fixed() {
        Button::new(ctx.t("list-lane-add")).disabled_because(Some(why)).show(ui, ctx.theme);
        return;
    }
    let name = ctx.t("list-lane-add");
    let button =
        DropDown::new(name.clone(), name.clone()).icon(Icon::of("add")).show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 240.0, |ui| {
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for kind in LaneKind::ALL {
                if MenuItem::new(ctx.texts.lane_kind(kind)).show(ui, ctx.theme) {
                    out.push(UiAction::Run(Command::AddLane {
                        id: LaneId::fresh(),
                        journey,
                        kind,
                        name: None,
                        index: None,
                    }));
                }
            }
        });
    });
}
