//! The choice of a colour for a person: swatches, each with its name.
//!
//! The colours themselves are in `render::hues`.

use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::theme::color32;
use crate::app::widgets::{focus_ring, label, paint_icon, tip};
use crate::model::Hue;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Pos2, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// A row of swatches; the first one is no colour.
pub(super) fn choose(ui: &mut Ui, ctx: &Ctx<'_>, chosen: &mut Option<Hue>) {
    let theme = ctx.theme;
    label(ui, ctx.t("people-hue"), fonts::strong(12.0), theme.ink2);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for hue in std::iter::once(None).chain(Hue::ALL.map(Some)) {
            let name = hue.map_or_else(|| ctx.t("people-no-hue"), |hue| ctx.texts.hue(hue));
            let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
            let on = *chosen == hue;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
            let swatch = rect.shrink(3.0);
            let (fill, edge) = match hue {
                Some(hue) => {
                    let crate::render::theme::HueColors { tint: fill, edge, .. } =
                        theme.look().hue(hue);
                    (color32(fill), color32(edge))
                }
                None => (theme.field, theme.edge),
            };
            let pen = Stroke::new(1.0, edge);
            ui.painter().rect(swatch, 6.0, fill, pen, StrokeKind::Inside);
            if on {
                let icon = Icon::of("check");
                paint_icon(ui.painter(), swatch.center(), icon, 14.0, theme.ink);
            } else if hue.is_none() {
                let icon = Icon::of("block");
                paint_icon(ui.painter(), swatch.center(), icon, 13.0, theme.ink3);
            }
            if response.has_focus() {
                focus_ring(ui, theme, swatch, 6.0);
            }
            if tip(response, theme, &name).clicked() {
                *chosen = hue;
            }
        }
    });
}

/// A small dot of a colour at the corner of an icon.
pub(super) fn dot(ui: &Ui, ctx: &Ctx<'_>, corner: Pos2, hue: Option<Hue>) {
    if let Some(hue) = hue {
        let crate::render::theme::HueColors { tint: fill, edge, .. } = ctx.theme.look().hue(hue);
        let pen = Stroke::new(1.5, color32(edge));
        ui.painter().circle(corner - vec2(3.0, 3.0), 4.0, color32(fill), pen);
    }
}
