//! The row above the table: views, adding, lanes, filter.
//!
//! Pushes actions; holds nothing.

use super::rows::Line;
use super::{Kind, ListScreen};
use crate::app::context::{Ctx, Screen, UiAction};
use crate::app::fonts;
use crate::app::portfolio::journey_picker;
use crate::app::shell::views_ui;
use crate::app::widgets::{Button, Field, paint_line};
use crate::render::icons::Icon;
use egui::{Align, Align2, Layout, Rect, Ui, UiBuilder, pos2};

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
            let left = ui.min_rect().right() + 8.0;
            self.right_ui(ui, ctx, place.with_min_x(left));
        });
    }

    /// How many lines there are, and the filter at the right edge.
    fn right_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, room: Rect) {
        let width = room.width().clamp(100.0, 220.0);
        let name = ctx.t("list-filter");
        let field = Rect::from_min_max(
            pos2(room.right() - width, room.top() - 2.0),
            pos2(room.right(), room.bottom() + 2.0),
        );
        let builder = UiBuilder::new().max_rect(field).id_salt("list_filter");
        ui.scope_builder(builder, |ui| {
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
        let (at, align) = (pos2(field.left() - 12.0, room.center().y), Align2::RIGHT_CENTER);
        let rest = field.left() - 24.0 - room.left();
        if rest > 60.0 {
            paint_line(ui, at, align, &text, fonts::regular(12.0), ctx.theme.ink3, rest);
        }
    }
}
