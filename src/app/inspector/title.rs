//! The head of a touchpoint in the inspector: icon, title, moment of truth.

use super::touchpoint::icon_of;
use super::{Inspector, Parts, typed};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::app::widgets::{
    IconButton, MenuItem, focus_ring, menu, menu_line, paint_filled_icon, paint_icon,
};
use crate::document::Command;
use crate::model::{PlacementId, TouchpointId};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Align2, Response, Sense, Ui, WidgetInfo, pos2, vec2};

impl Inspector {
    /// What it is called, and what stands for it.
    pub(super) fn title_row(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, card: PlacementId) {
        let ctx = parts.ctx;
        let Some(touchpoint) = ctx.model.touchpoint_of(card) else {
            return;
        };
        let theme = ctx.theme;
        ui.horizontal(|ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::click());
            let name = ctx.t("inspector-icon");
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            ui.painter().rect_filled(rect.shrink(1.0), 8.0, theme.tint);
            let icon = icon_of(ctx, touchpoint.id);
            paint_icon(ui.painter(), rect.center(), icon, 19.0, theme.accent);
            if response.has_focus() {
                focus_ring(ui, theme, rect, 8.0);
            }
            icon_menu(&response, parts, touchpoint.id);
            let title = touchpoint.title.clone();
            let name = ctx.t("inspector-title");
            let width = ui.available_width();
            let fixed = ctx.why_fixed().is_some();
            let key = (Subject::Card(card), "title");
            let new = typed(ui, theme, &mut self.draft, key, &title, |ui, theme, text| {
                quiet_field(ui, theme, text, &name, width, !fixed)
            });
            if let Some(title) = new.filter(|t| !t.is_empty()) {
                let touchpoint = touchpoint.id;
                parts.out.push(UiAction::Run(Command::RenameTouchpoint { touchpoint, title }));
            }
        });
        if moment_chip(ui, ctx, touchpoint.moment_of_truth).clicked() && ctx.why_fixed().is_none() {
            parts.out.push(UiAction::Run(Command::MarkMomentOfTruth {
                touchpoint: touchpoint.id,
                moment_of_truth: !touchpoint.moment_of_truth,
            }));
        }
    }
}

/// A large text without a box at rest.
pub(super) fn quiet_field(
    ui: &mut Ui,
    theme: &Theme,
    text: &mut String,
    name: &str,
    width: f32,
    enabled: bool,
) -> Response {
    let edit = egui::TextEdit::singleline(text)
        .font(fonts::strong(20.0))
        .text_color(theme.ink)
        .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 2)))
        .desired_width(width)
        .min_size(vec2(0.0, 32.0))
        .align(Align2::LEFT_CENTER);
    let response = ui.add_enabled(enabled, edit).accessible_name(name);
    let (ink, pen) = if response.has_focus() {
        (theme.accent, 2.0)
    } else if response.hovered() && enabled {
        (theme.line2, 1.0)
    } else {
        return response;
    };
    let stroke = egui::Stroke::new(pen, ink);
    ui.painter().rect_stroke(response.rect, 7.0, stroke, egui::StrokeKind::Inside);
    response
}

/// The icons a touchpoint can have.
fn icon_menu(button: &Response, parts: &mut Parts<'_, '_>, id: TouchpointId) {
    let ctx = parts.ctx;
    menu(button, ctx.theme, &ctx.t("inspector-icon"), 268.0, |ui| {
        ui.set_max_height(300.0);
        let follow = MenuItem::new(ctx.t("inspector-icon-of-channel")).icon(Icon::of("refresh"));
        if follow.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            parts.out.push(UiAction::Run(Command::SetIcon { touchpoint: id, icon: None }));
        }
        menu_line(ui, ctx.theme);
        egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
                for name in Icon::names() {
                    let icon = IconButton::new(Icon::of(name), name.replace('_', " "))
                        .disabled_because(ctx.why_fixed());
                    if icon.show(ui, ctx.theme).clicked() {
                        let icon = Some(name.to_owned());
                        parts.out.push(UiAction::Run(Command::SetIcon { touchpoint: id, icon }));
                    }
                }
            });
        });
    });
}

fn moment_chip(ui: &mut Ui, ctx: &Ctx<'_>, on: bool) -> Response {
    let theme = ctx.theme;
    let text = ctx.t("inspector-moment");
    let font = fonts::strong(11.5);
    let galley = ui.painter().layout_no_wrap(text.clone(), font, theme.ink3);
    let size = vec2(galley.size().x + 32.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &text));
    let (fill, ink, star) = if on {
        (theme.mot_chip, theme.on_mot_chip, theme.star)
    } else if response.hovered() {
        (theme.hover, theme.ink2, theme.ink3)
    } else {
        (theme.panel, theme.ink3, theme.ink4)
    };
    ui.painter().rect_filled(rect, 12.0, fill);
    if !on {
        let pen = egui::Stroke::new(1.0, theme.line2);
        ui.painter().rect_stroke(rect, 12.0, pen, egui::StrokeKind::Inside);
    }
    let at = pos2(rect.left() + 14.0, rect.center().y);
    let paint = if on { paint_filled_icon } else { paint_icon };
    paint(ui.painter(), at, Icon::of("star"), 14.0, star);
    let at = pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    if response.has_focus() {
        focus_ring(ui, theme, rect, 12.0);
    }
    response
}
