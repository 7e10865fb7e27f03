//! The bottom strip: which answers count. Chips for period, channel, segments, and the time brush.
//!
//! What is chosen is a way of looking: it goes out as a `View`, never into the undo list.

/// What a selection can be compared with.
pub mod against;
/// Bands of scores.
mod bands;
/// The time brush.
mod brush;
/// The menus behind the chips.
pub(super) mod chips;
/// Numbers of responses in menus.
mod counts;
/// Periods that belong together.
pub mod periods;
/// Ways of looking by name.
pub mod saved;
/// The field for words.
mod typed;
/// The sums of the time brush.
pub mod weeks;
/// Words that were written.
pub mod written;

pub use brush::{has_focus as brush_has_focus, words as period_words};

use super::context::{Ctx, UiAction};
use super::derived::Derived;
use super::fonts;
use super::regions::{self, Region};
use super::widgets::{IconButton, paint_line};
use crate::model::Message;
use crate::render::icons::Icon;
use crate::scores::Filter;
use brush::Brush;
use egui::{Align, Align2, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// What the strip remembers between frames.
#[derive(Default)]
pub struct Strip {
    brush: Brush,
    shown: chips::Shown,
}

impl Strip {
    /// Shows the strip; true when it should fold or unfold.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        derived: &Derived,
        open: bool,
        out: &mut Vec<UiAction>,
    ) -> bool {
        let place = ui.max_rect();
        let middle = if open { place.top() + 21.0 } else { place.center().y };
        let row = Rect::from_min_max(
            pos2(place.left() + 12.0, middle - 14.0),
            pos2(place.right() - 12.0, middle + 14.0),
        );
        let text = base_words(ctx, derived, open);
        let font = fonts::regular(12.0);
        let fold = 32.0;
        let width = ui
            .painter()
            .layout_no_wrap(text.clone(), font.clone(), ctx.theme.ink2)
            .size()
            .x
            .min(row.width() * 0.45);
        let right = row.right_center() - vec2(fold, 0.0);
        let spoken = ui.interact(
            Rect::from_min_max(pos2(right.x - width, row.top()), pos2(right.x, row.bottom())),
            ui.scope_id().with("base"),
            egui::Sense::hover(),
        );
        spoken
            .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Status, true, &text));
        paint_line(ui, right, Align2::RIGHT_CENTER, &text, font, ctx.theme.ink2, width + 1.0);
        let chips = Rect::from_min_max(row.min, pos2(right.x - width - 12.0, row.bottom()));
        self.chips_ui(ui, ctx, derived, chips, out);
        let folded = self.fold_ui(ui, ctx, row, open);
        if open {
            let bars = Rect::from_min_max(
                pos2(row.left(), place.top() + 39.0),
                pos2(row.right(), place.bottom()),
            );
            self.brush_ui(ui, ctx, derived, bars, out);
        }
        folded
    }

    fn chips_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        derived: &Derived,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let builder = UiBuilder::new()
            .max_rect(place)
            .id_salt("filter_chips")
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            // More chips than fit are reached by scrolling sideways.
            let scroll = ScrollArea::horizontal()
                .id_salt("filter_scroll")
                .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 7.0;
                chips::chips(ui, ctx, derived, &mut self.shown, out);
            });
        });
    }

    fn fold_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, row: Rect, open: bool) -> bool {
        let strip = ui.max_rect();
        let at = Rect::from_min_size(pos2(row.right() - 28.0, row.top()), vec2(28.0, 28.0));
        let builder = UiBuilder::new().max_rect(at).id_salt("filter_fold");
        ui.scope_builder(builder, |ui| {
            let (icon, key) = if open {
                ("expand_more", "filter-fold")
            } else {
                ("expand_less", "filter-unfold")
            };
            let button = IconButton::new(Icon::of(icon), ctx.t(key)).hint("]");
            let response = button.show(ui, ctx.theme);
            regions::mark(ui.ctx(), Region::Strip, response.id, strip);
            response.clicked()
        })
        .inner
    }

    fn brush_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        derived: &Derived,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let builder = UiBuilder::new().max_rect(place).id_salt("filter_brush");
        ui.scope_builder(builder, |ui| {
            let period = ctx.view.filter.period;
            let chosen = self.brush.show(ui, ctx.theme, ctx.texts, &derived.weeks, period);
            if let Some(period) = chosen {
                out.push(UiAction::look(ctx, |view| view.filter.period = period));
            }
            if derived.weeks.is_empty() {
                let text = ctx.t("filter-no-feedback");
                let said = ui.interact(place, ui.scope_id().with("none"), egui::Sense::hover());
                let label = egui::accesskit::Role::Label;
                said.widget_info(|| egui::WidgetInfo::labeled(label, true, &text));
                let at = place.center();
                let font = fonts::regular(12.0);
                let ink = ctx.theme.ink3;
                paint_line(ui, at, Align2::CENTER_CENTER, &text, font, ink, place.width());
            }
        });
    }
}

/// "3,708 of 14,632 responses, per week".
fn base_words(ctx: &Ctx<'_>, derived: &Derived, open: bool) -> String {
    let message = match (derived.all, derived.passing == derived.all) {
        (0, _) => Message::new("filter-base-none"),
        (all, true) => {
            let key = if open { "filter-base-all-weekly" } else { "filter-base-all" };
            Message::new(key).with("all", all)
        }
        (all, false) => {
            let key = if open { "filter-base-weekly" } else { "filter-base" };
            Message::new(key).with("n", derived.passing).with("all", all)
        }
    };
    ctx.texts.say(&message)
}

/// Whether a filter lets everything of the journey through.
#[must_use]
pub fn is_open(filter: &Filter) -> bool {
    let everything = Filter { journey: filter.journey, ..Filter::default() };
    *filter == everything
}
