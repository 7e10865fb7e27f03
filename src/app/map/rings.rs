//! Selection, focus and pointer, drawn over the parts of the map.
//!
//! Paints only.

use super::canvas::Canvas;
use super::seat::Frame;
use crate::app::theme::Theme;
use crate::render::scene::Subject;
use egui::{Rect, Response, Stroke, StrokeKind, Ui};

impl Canvas {
    /// Selection, focus and pointer, drawn over a part.
    #[expect(clippy::too_many_arguments, reason = "the states of one part, painted in one place")]
    pub(super) fn rings(
        &self,
        ui: &Ui,
        theme: &Theme,
        frame: Frame,
        subject: Subject,
        place: Rect,
        seen: Rect,
        response: &Response,
    ) {
        let painter = ui.painter().with_clip_rect(seen.expand(6.0).intersect(ui.clip_rect()));
        let radius = radius_of(subject) * frame.view.zoom;
        let box_like = matches!(subject, Subject::Card(_) | Subject::Note(_));
        if matches!(subject, Subject::Cell(..)) {
            if response.has_focus() {
                let place = place.shrink(3.0);
                painter.rect_stroke(place, 6.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
            }
            return;
        }
        let dragged = self.drag.as_ref().is_some_and(|d| d.subject == subject);
        if dragged || matches!(subject, Subject::Emotion(_)) {
            return;
        }
        let selected = self.selection.contains(&subject);
        if selected {
            let pen = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(place, radius, pen, StrokeKind::Outside);
            let inner = Stroke::new(1.0, theme.sheet);
            painter.rect_stroke(place, radius, inner, StrokeKind::Inside);
        } else if response.hovered() && box_like {
            painter.rect_stroke(place, radius, Stroke::new(1.0, theme.ink4), StrokeKind::Inside);
        } else if response.hovered() && self.editing.is_none() {
            painter.rect_filled(place, radius, theme.ink.gamma_multiply(0.05));
        }
        if response.has_focus() && self.by_keyboard {
            let pen = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(place.expand(2.0), radius + 4.0, pen, StrokeKind::Outside);
        }
    }
}

/// Corner radius of a part, in points of the map.
pub(super) fn radius_of(subject: Subject) -> f32 {
    match subject {
        Subject::Card(_) => 8.0,
        Subject::Note(_) => 6.0,
        Subject::Stage(_) => 0.0,
        _ => 4.0,
    }
}
