//! The row of controls above the table: rows, columns, order, which answers count, copy.
//!
//! Alters what is wanted; which answers count goes out as another way of looking.

use super::data::{Data, Wanted};
use crate::analysis::{Across, Rows, days_of};
use crate::app::context::{Ctx, UiAction};
use crate::app::derived::Derived;
use crate::app::filters::chips::{Shown, chips};
use crate::app::fonts;
use crate::app::portfolio::journey_picker;
use crate::app::shell::NARROW;
use crate::app::widgets::{
    Button, DropDown, MenuItem, Toast, label, menu, menu_heading, menu_line, segmented,
};
use crate::model::Message;
use crate::render::icons::Icon;
use crate::render::matrix::as_text;
use crate::render::matrix::order::{Order, Sort};
use crate::render::scene::GridColumn;
use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder};

/// The controls between frames.
#[derive(Default)]
pub(super) struct Tools {
    /// Filters that got a chip by "+ Filter" and may still be empty.
    chips: Shown,
    /// First and last day of all answers, for the periods that can be chosen.
    derived: Derived,
    scores: Option<u64>,
}

impl Tools {
    /// Computes what is stale.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        let Some(table) = ctx.scores else { return };
        if self.scores != Some(ctx.scores_revision) {
            self.derived.days = days_of(table);
            self.scores = Some(ctx.scores_revision);
        }
    }

    /// Shows the controls.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        (wanted, data): (&mut Wanted, &Data),
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let builder = UiBuilder::new()
            .max_rect(place)
            .id_salt("matrix_tools")
            .layout(Layout::left_to_right(Align::Center));
        let wide = ui.ctx().content_rect().width() >= NARROW;
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            journey_picker(ui, ctx, 180.0, out);
            rows_ui(ui, ctx, wanted, wide);
            columns_ui(ui, ctx, wanted, wide);
            sort_ui(ui, ctx, wanted);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                copy_ui(ui, ctx, wanted, data, out);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let scroll =
                        ScrollArea::horizontal().id_salt("matrix_chips").scroll_bar_visibility(
                            egui::scroll_area::ScrollBarVisibility::AlwaysHidden,
                        );
                    scroll.show(ui, |ui| {
                        ui.spacing_mut().item_spacing.x = 7.0;
                        chips(ui, ctx, &self.derived, &mut self.chips, out);
                    });
                });
            });
        });
    }
}

fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, wanted: &mut Wanted, wide: bool) {
    let name = ctx.t("matrix-rows");
    let word = |rows: Rows| {
        ctx.t(match rows {
            Rows::Touchpoints => "matrix-rows-touchpoints",
            Rows::Stages => "matrix-rows-stages",
        })
    };
    let mut button = DropDown::new(name.clone(), word(wanted.rows));
    if wide {
        button = button.caption(name.clone());
    }
    let button = button.show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 180.0, |ui| {
        for rows in [Rows::Touchpoints, Rows::Stages] {
            let item = MenuItem::new(word(rows)).selected(rows == wanted.rows);
            if item.show(ui, ctx.theme) {
                wanted.rows = rows;
            }
        }
    });
}

/// The dimensions of segments that the answers have.
fn dimensions(ctx: &Ctx<'_>) -> Vec<String> {
    let all = ctx.scores.into_iter().flat_map(|table| table.dimensions.iter());
    all.map(|dimension| dimension.name.clone()).collect()
}

fn columns_ui(ui: &mut Ui, ctx: &Ctx<'_>, wanted: &mut Wanted, wide: bool) {
    let dimensions = dimensions(ctx);
    if !wide {
        return columns_menu(ui, ctx, wanted, &dimensions);
    }
    label(ui, ctx.t("matrix-columns"), fonts::regular(13.0), ctx.theme.ink3);
    let first = match &wanted.across {
        Across::Segment(name) => Some(name.clone()),
        _ => dimensions.first().cloned(),
    };
    let mut options = vec![(Across::Channel, ctx.t("matrix-columns-channel"))];
    if let Some(first) = first {
        let name =
            if dimensions.len() == 1 { first.clone() } else { ctx.t("matrix-columns-segment") };
        options.push((Across::Segment(first), name));
    }
    options.push((Across::Owner, ctx.t("matrix-columns-owner")));
    options.push((Across::Month, ctx.t("matrix-columns-month")));
    if has_personas(ctx) {
        options.push((Across::Persona, ctx.t("matrix-columns-persona")));
    }
    if segmented(ui, ctx.theme, &options, &mut wanted.across) {
        wanted.sort = reset(wanted.sort);
    }
    if let (Across::Segment(name), true) = (&wanted.across, dimensions.len() > 1) {
        let what = ctx.t("matrix-columns-segment");
        let button = DropDown::new(what.clone(), name.clone()).max_width(180.0);
        let button = button.show(ui, ctx.theme);
        menu(&button, ctx.theme, &what, 220.0, |ui| segments_ui(ui, ctx, wanted, &dimensions));
    }
}

/// Whether it is known of any persona who stands for it.
fn has_personas(ctx: &Ctx<'_>) -> bool {
    ctx.model.personas.values().any(crate::model::Persona::is_described)
}

/// In a narrow window: one menu for all.
fn columns_menu(ui: &mut Ui, ctx: &Ctx<'_>, wanted: &mut Wanted, dimensions: &[String]) {
    let name = ctx.t("matrix-columns");
    let value = match &wanted.across {
        Across::Channel => ctx.t("matrix-columns-channel"),
        Across::Owner => ctx.t("matrix-columns-owner"),
        Across::Month => ctx.t("matrix-columns-month"),
        Across::Persona => ctx.t("matrix-columns-persona"),
        Across::Segment(name) => name.clone(),
    };
    let button = DropDown::new(name.clone(), value).caption(name.clone()).max_width(220.0);
    let button = button.show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 220.0, |ui| {
        for (across, key) in [
            (Across::Channel, "matrix-columns-channel"),
            (Across::Owner, "matrix-columns-owner"),
            (Across::Month, "matrix-columns-month"),
            (Across::Persona, "matrix-columns-persona"),
        ] {
            if across == Across::Persona && !has_personas(ctx) {
                continue;
            }
            let item = MenuItem::new(ctx.t(key)).selected(across == wanted.across);
            if item.show(ui, ctx.theme) {
                wanted.across = across;
                wanted.sort = reset(wanted.sort);
            }
        }
        if !dimensions.is_empty() {
            menu_line(ui, ctx.theme);
            menu_heading(ui, ctx.theme, &ctx.t("matrix-columns-segment"));
            segments_ui(ui, ctx, wanted, dimensions);
        }
    });
}

fn segments_ui(ui: &mut Ui, ctx: &Ctx<'_>, wanted: &mut Wanted, dimensions: &[String]) {
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for name in dimensions {
            let across = Across::Segment(name.clone());
            let item = MenuItem::new(name).selected(across == wanted.across);
            if item.show(ui, ctx.theme) {
                wanted.across = across;
                wanted.sort = reset(wanted.sort);
            }
        }
    });
}

/// Other columns: what was sorted by one of them is sorted by the totals.
fn reset(sort: Sort) -> Sort {
    Sort { column: GridColumn::Total, ..sort }
}

fn sort_ui(ui: &mut Ui, ctx: &Ctx<'_>, wanted: &mut Wanted) {
    let name = ctx.t("matrix-sort");
    let word = |order: Order| {
        ctx.t(match order {
            Order::Map => "matrix-sort-map",
            Order::Worst => "matrix-sort-worst",
            Order::Best => "matrix-sort-best",
            Order::Most => "matrix-sort-most",
        })
    };
    let button = DropDown::new(name.clone(), word(wanted.sort.order))
        .icon(Icon::of("sort"))
        .caption(name.clone())
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 220.0, |ui| {
        for order in [Order::Map, Order::Worst, Order::Best, Order::Most] {
            let item = MenuItem::new(word(order)).selected(order == wanted.sort.order);
            if item.show(ui, ctx.theme) {
                let across = wanted.sort.across && order != Order::Map;
                wanted.sort = Sort { order, across, ..wanted.sort };
            }
        }
        menu_line(ui, ctx.theme);
        for (across, key) in [(false, "matrix-sort-inside"), (true, "matrix-sort-across")] {
            let item = MenuItem::new(ctx.t(key)).selected(across == wanted.sort.across);
            if item.show(ui, ctx.theme) {
                wanted.sort.across = across;
                if across && wanted.sort.order == Order::Map {
                    wanted.sort.order = Order::Worst;
                }
            }
        }
    });
}

fn copy_ui(ui: &mut Ui, ctx: &Ctx<'_>, wanted: &Wanted, data: &Data, out: &mut Vec<UiAction>) {
    let matrix = data.matrix.as_ref().filter(|matrix| !matrix.is_empty());
    let button = Button::new(ctx.t("matrix-copy")).icon(Icon::of("content_copy"));
    let pressed = button.enabled(matrix.is_some()).show(ui, ctx.theme).clicked();
    if let Some(matrix) = matrix.filter(|_| pressed) {
        ui.ctx().copy_text(as_text(matrix, ctx.model, ctx.texts, &wanted.sort));
        let rows = matrix.rows().count();
        let told = Message::new("matrix-copied").with("count", rows);
        out.push(UiAction::Say(Box::new(Toast::done(told))));
    }
}
