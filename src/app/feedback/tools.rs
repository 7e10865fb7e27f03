//! Above the list: what is searched and how, in which order, what it is narrowed to, and its export.
//!
//! Alters what is asked; reads nothing.

use super::FeedbackScreen;
use super::asked::Order;
use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::{Button, Chip, DropDown, Field, MenuItem, menu, menu_line, segmented};
use crate::model::{Match, Message};
use crate::render::icons::Icon;
use egui::Ui;

/// Narrower lists have their tools on two lines.
const NARROW: f32 = 820.0;

impl FeedbackScreen {
    pub(super) fn search_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let width = ui.available_width();
        let field = |screen: &mut Self, ui: &mut Ui, width: f32| {
            let field = Field::new(&mut screen.asked.search, ctx.t("feedback-search"));
            let field = field.hint(ctx.t("feedback-search")).icon(Icon::of("search"));
            field.width(width).show(ui, ctx.theme);
        };
        ui.spacing_mut().item_spacing.x = 8.0;
        if width < NARROW {
            field(self, ui, width);
            ui.add_space(4.0);
            ui.horizontal(|ui| self.ways_ui(ui, ctx, out));
        } else {
            ui.horizontal(|ui| {
                field(self, ui, width - 540.0);
                self.ways_ui(ui, ctx, out);
            });
        }
        self.narrowed_ui(ui, ctx);
    }

    fn ways_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let options = [
            (Match::Parts, ctx.t("feedback-match-parts")),
            (Match::Words, ctx.t("feedback-match-words")),
        ];
        segmented(ui, ctx.theme, &options, &mut self.asked.how);
        let name = ctx.t("feedback-sort");
        let value = ctx.t(self.asked.order.key());
        let button = DropDown::new(name.clone(), value).icon(Icon::of("swap_vert"));
        let button = button.max_width(210.0).show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 230.0, |ui| {
            for order in Order::ALL {
                if order == Order::Lowest || order == Order::Touchpoint {
                    menu_line(ui, ctx.theme);
                }
                let item = MenuItem::new(ctx.t(order.key())).selected(self.asked.order == order);
                let by = ctx.texts.metric(ctx.view.measure.metric);
                let item = if order.is_by_score() { item.detail(by) } else { item };
                if item.show(ui, ctx.theme) {
                    (self.asked.order, self.to_top) = (order, true);
                }
            }
        });
        let any = self.pages.total().is_some_and(|total| total > 0);
        let why = (!any).then(|| ctx.t("feedback-export-none"));
        // What is listed is all of it, not the first hits.
        let why = why.or_else(|| (!self.pages.is_done()).then(|| ctx.t("feedback-searching")));
        let why = why.or_else(|| ctx.exporting.then(|| ctx.t("app-busy")));
        let export = Button::new(ctx.t("feedback-export")).icon(Icon::of("download"));
        if export.disabled_because(why).show(ui, ctx.theme).clicked() {
            out.push(UiAction::SaveCommentsDialog);
        }
    }

    /// Chips for what the list is narrowed to, each with a cross.
    fn narrowed_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let about = self.asked.about.and_then(|about| about.name(ctx));
        if about.is_none() && !self.asked.by_theme() {
            return;
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let chip = |ui: &mut Ui, caption: &'static str, name: &str| {
                let remove = Message::new("feedback-narrow-remove").with("name", name);
                let chip = Chip::new(ctx.t(caption), name).removable(ctx.texts.say(&remove));
                chip.show(ui, ctx.theme).removed
            };
            if let Some(name) = about
                && chip(ui, "feedback-narrow-about", &name)
            {
                self.asked.about = None;
            }
            for id in self.asked.themes.clone() {
                let name = ctx.model.themes.get(&id).map(|t| t.name.clone()).unwrap_or_default();
                if chip(ui, "feedback-narrow-theme", &name) {
                    self.asked.themes.remove(&id);
                }
            }
            if self.asked.untagged && chip(ui, "feedback-narrow-theme", &ctx.t("feedback-untagged"))
            {
                self.asked.untagged = false;
            }
        });
    }
}
