//! The heads of sections, which fold what is below them.

use super::Inspector;
use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{focus_ring, paint_icon};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Sense, Ui, WidgetInfo, pos2, vec2};

impl Inspector {
    /// The head of a section, which folds it; whether it is open.
    pub(super) fn section(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        key: &'static str,
        right: Option<(String, egui::Color32)>,
    ) -> bool {
        let open = !self.folded.contains(key);
        let size = vec2(ui.available_width(), 22.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let title = ctx.t(key);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &title));
        let theme = ctx.theme;
        let ink = if response.hovered() { theme.accent } else { theme.ink };
        let at = rect.left_center();
        let font = fonts::strong(12.0);
        let end = ui.painter().text(at, Align2::LEFT_CENTER, &title, font, ink).right();
        if response.hovered() || !open {
            let icon = Icon::of(if open { "expand_less" } else { "expand_more" });
            let at = pos2(end + 10.0, rect.center().y);
            paint_icon(ui.painter(), at, icon, 14.0, theme.ink3);
        }
        if let Some((text, ink)) = right {
            let at = rect.right_center();
            let font = fonts::regular(11.5);
            ui.painter().text(at, Align2::RIGHT_CENTER, text, font, ink);
        }
        if response.has_focus() {
            focus_ring(ui, theme, rect, 5.0);
        }
        if response.clicked() {
            if open {
                self.folded.insert(key);
            } else {
                self.folded.remove(key);
            }
        }
        open
    }
}
