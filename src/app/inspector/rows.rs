//! Rows of the inspector: a name on the left, its value beside it.

use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{DropDown, paint_line};
use egui::{Align, Align2, Layout, Response, Sense, Ui, vec2};

/// Left edge of the values beside their names.
const VALUES: f32 = 82.0;

/// A name on the left and its value beside it.
pub(super) fn row(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    key: &'static str,
    value: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let size = vec2(ui.available_width(), 26.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let (rect, _) = ui.allocate_exact_size(vec2(VALUES, 26.0), Sense::hover());
        let font = fonts::regular(12.0);
        let left = Align2::LEFT_CENTER;
        paint_line(ui, rect.left_center(), left, &ctx.t(key), font, ctx.theme.ink3, VALUES);
        value(ui)
    })
    .inner
}

/// A value that opens a menu.
pub(super) fn choice(ui: &mut Ui, ctx: &Ctx<'_>, key: &'static str, text: &str) -> Response {
    DropDown::new(ctx.t(key), text)
        .bare()
        .height(26.0)
        .font(fonts::regular(12.5))
        .max_width(ui.available_width())
        .show(ui, ctx.theme)
}
