//! The rubber band: dragging over empty ground selects the cards and notes it touches.
//!
//! Shift adds to what is selected; Esc drops the band.

use super::canvas::Canvas;
use super::painter::rect;
use super::seat::Frame;
use crate::app::theme::Theme;
use crate::render::scene::{Scene, Subject};
use egui::{Key, PointerButton, Rect, Response, Stroke, StrokeKind, Ui};

impl Canvas {
    /// Begins, draws and ends the band.
    pub(super) fn band_ui(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        scene: &Scene,
        frame: Frame,
        ground: &Response,
    ) {
        let space = ui.input(|i| i.key_down(Key::Space) || i.any_touches());
        let pressed = ui.input(|i| i.pointer.press_origin());
        if let (true, false, Some(pos)) =
            (ground.drag_started_by(PointerButton::Primary), space, pressed)
        {
            self.band = Some(frame.in_map(pos));
        }
        let Some(begin) = self.band else { return };
        let pos = ui.input(|i| i.pointer.latest_pos());
        let (Some(pos), false) = (pos, ui.input(|i| i.key_pressed(Key::Escape))) else {
            self.band = None;
            return;
        };
        let band = Rect::from_two_pos(begin, frame.in_map(pos));
        if !ui.input(|i| i.pointer.primary_down()) {
            self.band = None;
            let adds = ui.input(|i| i.modifiers.shift || i.modifiers.command);
            self.select_within(scene, band, adds);
            return;
        }
        let place = frame.on_screen(band);
        let pen = Stroke::new(1.0, theme.accent);
        let fill = theme.accent.gamma_multiply(0.12);
        ui.painter().rect(place, 3.0, fill, pen, StrokeKind::Inside);
        ui.ctx().request_repaint();
    }

    /// Selects the cards and notes that a rectangle of the map touches.
    fn select_within(&mut self, scene: &Scene, band: Rect, adds: bool) {
        let inside = scene
            .regions
            .iter()
            .filter(|r| matches!(r.subject, Subject::Card(_) | Subject::Note(_)))
            .filter(|r| rect(r.rect).intersects(band))
            .map(|r| r.subject);
        let mut selection = if adds { std::mem::take(&mut self.selection) } else { Vec::new() };
        for subject in inside {
            if !selection.contains(&subject) {
                selection.push(subject);
            }
        }
        if let Some(last) = selection.last() {
            self.current = Some(*last);
        }
        self.selection = selection;
    }
}
