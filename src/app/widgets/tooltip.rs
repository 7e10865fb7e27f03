//! Dark hints over a control.
//!
//! A hint repeats or explains; nothing is only in a hint.

use crate::app::fonts;
use crate::app::theme::{Depth, Theme};
use egui::{Response, Tooltip};

/// A hint of one line.
pub fn tip(response: Response, theme: &Theme, text: &str) -> Response {
    tip_detail(response, theme, text, "")
}

/// A hint with a second, quieter line (none when empty).
pub fn tip_detail(response: Response, theme: &Theme, text: &str, detail: &str) -> Response {
    show(Tooltip::for_enabled(&response), theme, text, detail);
    response
}

/// Why a control cannot be used.
pub fn tip_disabled(response: Response, theme: &Theme, why: &str) -> Response {
    // Own painted controls only sense hovering when disabled, which egui counts as enabled.
    let tooltip = if response.enabled() {
        Tooltip::for_enabled(&response)
    } else {
        Tooltip::for_disabled(&response)
    };
    show(tooltip, theme, why, "");
    response
}

fn show(mut tooltip: Tooltip<'_>, theme: &Theme, text: &str, detail: &str) {
    let frame = egui::Frame::new()
        .fill(theme.tooltip)
        .corner_radius(7)
        .inner_margin(egui::Margin::symmetric(10, 7))
        .shadow(theme.shadow_of(Depth::Menu));
    tooltip.popup = tooltip.popup.frame(frame);
    tooltip.show(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        super::label(ui, text, fonts::strong(12.0), theme.on_tooltip);
        if !detail.is_empty() {
            super::label(ui, detail, fonts::regular(12.0), theme.on_tooltip2);
        }
    });
}
