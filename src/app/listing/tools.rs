//! The row above the table: views, adding, lanes, filter.
//!
//! Pushes actions; holds nothing.

use super::rows::Line;
use super::{Kind, ListScreen};
use crate::app::context::{Ctx, Screen, UiAction};
use crate::app::fonts;
use crate::app::portfolio::journey_picker;
use crate::app::shell::views_ui;
use crate::app::widgets::{Button, Field, label};
use crate::render::icons::Icon;
use egui::{Align, Layout, Rect, Ui, UiBuilder};

impl ListScreen {
    pub(super) fn tools_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let builder = UiBuilder::new()
            .max_rect(place)
            .id_salt("list_tools")
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            views_ui(ui, ctx, Screen::List, out);
            journey_picker(ui, ctx, 170.0, out);
            for (text, name, kind) in [
                ("canvas-touchpoint", "canvas-add-touchpoint", Kind::Touchpoint),
                ("canvas-step", "canvas-add-step", Kind::Step),
                ("canvas-note", "canvas-add-note", Kind::Note),
                ("map-gutter-stage", "canvas-add-stage", Kind::Stage),
            ] {
                let button = Button::new(ctx.t(text)).small().icon(Icon::of("add"));
                let button = button.name(ctx.t(name)).disabled_because(ctx.why_fixed());
                if button.show(ui, ctx.theme).clicked() {
                    self.begin(ctx, kind);
                }
            }
            let lanes = Button::new(ctx.t("canvas-lanes")).small().icon(Icon::of("view_agenda"));
            if lanes.name(ctx.t("list-lanes-open")).show(ui, ctx.theme).clicked() {
                self.lanes.open();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.right_ui(ui, ctx));
        });
    }

    /// The filter, and how many lines there are, from the right edge.
    fn right_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let width = (ui.available_width() - 8.0).clamp(100.0, 220.0);
        let name = ctx.t("list-filter");
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = 28.0;
            Field::new(&mut self.wanted.filter, name.clone())
                .hint(name)
                .icon(Icon::of("search"))
                .width(width - 42.0)
                .show(ui, ctx.theme);
        });
        let parts = self.lines.iter().filter(|l| matches!(l, Line::Part(_))).count();
        let text = match self.selection.len() {
            0 => ctx.t1("list-count", "count", parts),
            many => ctx.t1("list-selected", "count", many),
        };
        if ui.available_width() > 90.0 {
            label(ui, text, fonts::regular(12.0), ctx.theme.ink3);
        }
    }
}
