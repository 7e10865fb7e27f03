//! Beside the picture: touchpoints without owner, to be given to one, and the list of handovers.
//!
//! Pushes commands; keeps only what is checked.

use super::SiloScreen;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{
    Button, DropDown, MenuItem, caption, checkbox, focus_ring, menu, menu_line, paint_line,
    tip_detail, title,
};
use crate::document::Command;
use crate::model::{Message, TouchpointId};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::render::silos::name;
use egui::accesskit::Role;
use egui::{Align2, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

impl SiloScreen {
    pub(super) fn panel_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let frame = ctx.theme.card_frame(12);
        ui.painter().add(frame.paint(place));
        let inner = place.shrink2(vec2(16.0, 12.0));
        let builder = UiBuilder::new().max_rect(inner).id_salt("silos_panel");
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(place.shrink(1.0).intersect(ui.clip_rect()));
            ui.spacing_mut().item_spacing.y = 4.0;
            ScrollArea::vertical().id_salt("silos_scroll").auto_shrink(false).show(ui, |ui| {
                ui.set_width(inner.width() - 4.0);
                self.alone_ui(ui, ctx, out);
                self.handovers_ui(ui, ctx);
            });
        });
    }

    fn alone_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let alone = self.silos.without_owner();
        if alone.is_empty() {
            return;
        }
        title(ui, ctx.theme, ctx.t1("silos-alone", "count", alone.len()));
        caption(ui, ctx.theme, ctx.t("silos-alone-why"));
        ui.horizontal(|ui| {
            let all = self.checked.len() == alone.len();
            let mut on = all;
            if checkbox(ui, ctx.theme, &mut on, &ctx.t("silos-all")).changed() {
                self.checked =
                    if all { Default::default() } else { alone.iter().copied().collect() };
            }
        });
        for id in &alone {
            let Some(touchpoint) = ctx.model.touchpoints.get(id) else { continue };
            let mut on = self.checked.contains(id);
            if checkbox(ui, ctx.theme, &mut on, &touchpoint.title).changed() {
                if on {
                    self.checked.insert(*id);
                } else {
                    self.checked.remove(id);
                }
            }
        }
        ui.add_space(4.0);
        self.choose_ui(ui, ctx, out);
        ui.add_space(16.0);
    }

    fn choose_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let why = ctx
            .why_fixed()
            .or_else(|| self.checked.is_empty().then(|| ctx.t("silos-nothing-checked")));
        if why.is_some() {
            let button = Button::primary(ctx.t("silos-choose-owner")).icon(Icon::of("person_add"));
            button.disabled_because(why).show(ui, ctx.theme);
            return;
        }
        let name = ctx.t("silos-choose-owner");
        let button = DropDown::new(name.clone(), name.clone())
            .icon(Icon::of("person_add"))
            .primary()
            .show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 250.0, |ui| {
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for owner in ctx.model.owners.values() {
                    let team = ctx.model.team_of(owner.id).map(|t| t.name.clone());
                    let item = MenuItem::new(&owner.name).detail(team.unwrap_or_default());
                    if item.show(ui, ctx.theme) {
                        let touchpoints: Vec<TouchpointId> = self.checked.iter().copied().collect();
                        let told = Message::new("silos-given")
                            .with("count", touchpoints.len())
                            .with("owner", owner.name.as_str());
                        let command = Command::GiveTo { touchpoints, owner: Some(owner.id) };
                        out.push(UiAction::RunAndTell(command, told));
                    }
                }
                menu_line(ui, ctx.theme);
                let manage =
                    MenuItem::new(ctx.t("inspector-manage-owners")).icon(Icon::of("group"));
                if manage.show(ui, ctx.theme) {
                    self.people.open_owners();
                }
            });
        });
    }

    fn handovers_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        title(ui, ctx.theme, ctx.t("silos-handovers"));
        if self.silos.handovers.is_empty() {
            caption(ui, ctx.theme, ctx.t("silos-none"));
            return;
        }
        for (number, handover) in (1_i64..).zip(self.silos.handovers.clone()) {
            let stop = |index: usize| {
                let stop = self.silos.stops.get(index)?;
                let row = self.silos.rows.get(stop.row)?;
                let touchpoint = ctx.model.touchpoints.get(&stop.touchpoint)?;
                Some((stop.card, name(ctx.texts, row), touchpoint.title.clone()))
            };
            let (Some(from), Some(to)) = (stop(handover.from), stop(handover.to)) else {
                continue;
            };
            let head = format!("{} → {}", from.1, to.1);
            let between = Message::new("silos-between").with("from", from.2).with("to", to.2);
            let between = ctx.texts.say(&between);
            if handover_ui(ui, ctx, number, &head, &between) {
                self.pane.show_subject(Subject::Card(to.0));
            }
        }
    }
}

/// One handover; whether it was pressed.
fn handover_ui(ui: &mut Ui, ctx: &Ctx<'_>, number: i64, head: &str, between: &str) -> bool {
    let theme = ctx.theme;
    let size = vec2(ui.available_width(), 44.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let number = ctx.texts.int(number);
    let spoken = format!("{number}: {head}, {between}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 7.0, theme.hover);
    }
    let center = pos2(rect.left() + 14.0, rect.center().y);
    ui.painter().circle_filled(center, 10.0, theme.ribbon);
    let font = fonts::strong(10.5);
    ui.painter().text(center, Align2::CENTER_CENTER, number, font, theme.on_ribbon);
    let (left, room) = (Align2::LEFT_CENTER, rect.width() - 38.0);
    let at = pos2(rect.left() + 34.0, rect.center().y - 9.0);
    paint_line(ui, at, left, head, fonts::strong(12.5), theme.ink, room);
    let at = pos2(rect.left() + 34.0, rect.center().y + 9.0);
    paint_line(ui, at, left, between, fonts::regular(11.5), theme.ink3, room);
    if response.has_focus() {
        focus_ring(ui, theme, rect.shrink(2.0), 7.0);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let clicked = response.clicked();
    tip_detail(response, theme, head, between);
    clicked
}
