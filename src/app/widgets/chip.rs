//! Filter chips: a caption, what is chosen, and a cross when something is.
//!
//! What can be chosen is shown by the caller's menu.

use super::{focus_ring, paint_icon, text_width};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// A chip.
#[must_use = "call `show`"]
pub struct Chip {
    caption: String,
    value: String,
    icon: Option<Icon>,
    remove: Option<String>,
    dashed: bool,
}

/// What was pressed on a chip.
pub struct ChipResponse {
    /// The chip itself; hand it to [`menu`](super::menu()).
    pub response: Response,
    /// Its cross.
    pub removed: bool,
}

impl Chip {
    /// A chip saying what is chosen.
    pub fn new(caption: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            value: value.into(),
            icon: None,
            remove: None,
            dashed: false,
        }
    }

    /// An icon in front.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Active, with a cross of that accessible name.
    pub fn removable(mut self, name: impl Into<String>) -> Self {
        self.remove = Some(name.into());
        self
    }

    /// Dashed edge: adds another chip.
    pub fn dashed(mut self) -> Self {
        self.dashed = true;
        self
    }

    /// Shows the chip, 28 points high.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> ChipResponse {
        let (quiet, loud) = (fonts::regular(12.5), fonts::strong(12.5));
        let caption_width = text_width(ui, &self.caption, &quiet);
        let value_width =
            if self.value.is_empty() { 0.0 } else { text_width(ui, &self.value, &loud) + 5.0 };
        let icon_width = if self.icon.is_some() { 20.0 } else { 0.0 };
        let cross_width = if self.remove.is_some() { 20.0 } else { 0.0 };
        let width = (24.0 + icon_width + caption_width + value_width + cross_width).ceil();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
        let spoken = format!("{} {}", self.caption, self.value);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken.trim()));
        let active = self.remove.is_some();
        let (fill, edge, ink) = if active {
            (theme.tint, theme.tint2, theme.accent)
        } else if response.hovered() {
            (theme.hover, theme.edge, theme.ink)
        } else {
            (theme.field, theme.line2, theme.ink)
        };
        ui.painter().rect_filled(rect, 14.0, fill);
        if self.dashed {
            dashed_edge(ui, rect, edge);
        } else {
            ui.painter().rect_stroke(rect, 14.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        }
        let y = rect.center().y;
        let mut x = rect.left() + 12.0;
        if let Some(icon) = self.icon {
            let color = if active { ink } else { theme.ink2 };
            paint_icon(ui.painter(), pos2(x + 6.0, y), icon, 16.0, color);
            x += icon_width;
        }
        let color = if active { ink } else { theme.ink2 };
        ui.painter().text(pos2(x, y), Align2::LEFT_CENTER, &self.caption, quiet, color);
        x += caption_width + 5.0;
        ui.painter().text(pos2(x, y), Align2::LEFT_CENTER, &self.value, loud, ink);
        if response.has_focus() {
            focus_ring(ui, theme, rect, 14.0);
        }
        let removed = self.remove.is_some_and(|name| cross(ui, theme, rect, &response, &name));
        ChipResponse { response, removed }
    }
}

fn cross(ui: &Ui, theme: &Theme, chip: egui::Rect, response: &Response, name: &str) -> bool {
    let center = pos2(chip.right() - 16.0, chip.center().y);
    let rect = egui::Rect::from_center_size(center, vec2(24.0, 28.0));
    let cross = ui.interact(rect, response.id.with("remove"), Sense::click());
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let color = if cross.hovered() { theme.accent_hover } else { theme.ink2 };
    paint_icon(ui.painter(), center, Icon::of("close"), 14.0, color);
    if cross.has_focus() {
        focus_ring(ui, theme, rect.shrink(4.0), 6.0);
    }
    cross.clicked()
}

/// A dashed round edge, 4 on, 3 off.
fn dashed_edge(ui: &Ui, rect: egui::Rect, color: egui::Color32) {
    let radius = rect.height() / 2.0;
    let points = rounded_outline(rect.shrink(0.5), radius);
    ui.painter().extend(egui::Shape::dashed_line(&points, Stroke::new(1.0, color), 4.0, 3.0));
}

/// Points along a rectangle with round corners, closed.
pub(in crate::app) fn rounded_outline(rect: egui::Rect, radius: f32) -> Vec<egui::Pos2> {
    let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let corners = [
        (pos2(rect.right() - r, rect.top() + r), -90.0_f32),
        (pos2(rect.right() - r, rect.bottom() - r), 0.0),
        (pos2(rect.left() + r, rect.bottom() - r), 90.0),
        (pos2(rect.left() + r, rect.top() + r), 180.0),
    ];
    let mut points = vec![pos2(rect.left() + r, rect.top())];
    for (center, start) in corners {
        for step in 0..=8 {
            let angle = (start + 90.0 * step as f32 / 8.0).to_radians();
            points.push(center + r * vec2(angle.cos(), angle.sin()));
        }
    }
    points.push(pos2(rect.left() + r, rect.top()));
    points
}
