//! A choice among a few, side by side: Day, Week, Month.
//!
//! Arrow keys and clicks choose; more than five options want a menu instead.

use super::{focus_ring, text_width};
use crate::app::fonts;
use crate::app::theme::{Depth, Theme};
use egui::accesskit::Role;
use egui::{Align2, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Shows the options; true when another one was chosen.
pub fn segmented<T: PartialEq + Clone>(
    ui: &mut Ui,
    theme: &Theme,
    options: &[(T, String)],
    chosen: &mut T,
) -> bool {
    let font = fonts::regular(13.0);
    let widths: Vec<f32> =
        options.iter().map(|(_, text)| text_width(ui, text, &fonts::strong(13.0)) + 24.0).collect();
    let total: f32 = widths.iter().sum::<f32>() + 4.0;
    let (rect, whole) = ui.allocate_exact_size(vec2(total.ceil(), 32.0), Sense::hover());
    let edge = Stroke::new(1.0, theme.line);
    ui.painter().rect(rect, 8.0, theme.hover, edge, StrokeKind::Inside);
    let mut x = rect.left() + 2.0;
    let mut changed = false;
    for (index, ((value, text), width)) in options.iter().zip(&widths).enumerate() {
        let part = egui::Rect::from_min_size(pos2(x, rect.top() + 2.0), vec2(*width, 28.0));
        x += width;
        let id = whole.id.with(index);
        let response = ui.interact(part, id, Sense::click());
        let on = value == chosen;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, text));
        if on {
            let shadow = theme.shadow_of(Depth::Card).as_shape(part, 6.0);
            ui.painter().add(shadow);
            let fill = if theme.dark { theme.line2 } else { theme.field };
            ui.painter().rect_filled(part, 6.0, fill);
        }
        let (font, ink) = match (on, response.hovered()) {
            (true, _) => (fonts::strong(13.0), theme.ink),
            (false, true) => (font.clone(), theme.ink),
            (false, false) => (font.clone(), theme.ink2),
        };
        ui.painter().text(part.center(), Align2::CENTER_CENTER, text, font, ink);
        if response.has_focus() {
            focus_ring(ui, theme, part, 6.0);
        }
        if response.clicked() && !on {
            *chosen = value.clone();
            changed = true;
        }
    }
    changed
}
