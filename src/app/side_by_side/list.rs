//! The list of differences in words; a click scrolls both maps to one.
//!
//! Virtualised: only the lines that show are painted.

use super::{SideBySideScreen, words};
use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{caption, focus_ring, paint_line, title};
use egui::accesskit::Role;
use egui::{Align2, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const LINE: f32 = 46.0;

impl SideBySideScreen {
    pub(super) fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, place: Rect) {
        let theme = ctx.theme;
        ui.painter().add(theme.card_frame(12).paint(place));
        let inner = place.shrink2(vec2(12.0, 12.0));
        let builder = UiBuilder::new().max_rect(inner).id_salt("side_list");
        let mut pressed = None;
        ui.scope_builder(builder, |ui| {
            title(ui, theme, ctx.t("side-differences"));
            if self.differences.is_empty() {
                caption(ui, theme, ctx.t("side-same"));
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt("side_lines").auto_shrink(false);
            let count = self.differences.len();
            area.show_rows(ui, LINE, count, |ui, range| {
                for at in range {
                    if self.line_ui(ui, ctx, at) {
                        pressed = Some(at);
                    }
                }
            });
        });
        if let Some(at) = pressed {
            self.show_difference(at);
            ui.ctx().request_repaint();
        }
    }

    fn line_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, at: usize) -> bool {
        let Some(difference) = self.differences.get(at) else { return false };
        let theme = ctx.theme;
        let models = [0, 1].map(|i: usize| self.shown[i].model.as_deref().unwrap_or(ctx.model));
        let kind = words::kind(ctx, difference);
        let name = words::title(ctx, models, difference);
        let detail = words::detail(ctx, models, difference);
        let size = vec2(ui.available_width(), LINE);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let spoken = format!("{kind}: {name}, {detail}");
        let on = self.current == Some(at);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &spoken));
        if on || response.hovered() {
            let fill = if on { theme.tint } else { theme.hover };
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 7.0, fill);
        }
        let center = pos2(rect.left() + 16.0, rect.center().y);
        let badge = Rect::from_center_size(center, vec2(16.0, 16.0));
        words::paint_sign(ui.painter(), ctx, difference, badge);
        let (left, x, room) = (Align2::LEFT_CENTER, rect.left() + 34.0, rect.width() - 42.0);
        let head = format!("{kind}: {name}");
        let y = rect.center().y;
        paint_line(ui, pos2(x, y - 9.0), left, &head, fonts::strong(12.5), theme.ink, room);
        paint_line(ui, pos2(x, y + 9.0), left, &detail, fonts::regular(11.5), theme.ink3, room);
        if response.has_focus() {
            focus_ring(ui, theme, rect.shrink(3.0), 7.0);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let clicked = response.clicked();
        crate::app::widgets::tip_detail(response, theme, &head, &detail);
        clicked
    }
}
