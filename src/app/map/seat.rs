//! Where the map stands in the window in one frame: which part of it is where on screen.
//!
//! Geometry only.

use super::painter::rect;
use super::viewport::Viewport;
use crate::render::scene::{Region, Subject};
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Where the map stands in this frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub area: Rect,
    /// Width of the gutter and height of the ribbon, in points of the map.
    pub pinned: Vec2,
    pub view: Viewport,
}

impl Frame {
    /// A part on screen, and the part of the window in which it may show.
    pub fn place(&self, region: &Region) -> (Rect, Rect) {
        let (across, down) = match region.subject {
            Subject::Stage(_) => (false, true),
            Subject::Lane(_) => (true, false),
            _ => (false, false),
        };
        let view = self.view.pinned(across, down);
        let held = self.pinned * self.view.zoom;
        let left = if across || self.view.scroll.x <= 0.0 { 0.0 } else { held.x };
        let top = if down || self.view.scroll.y <= 0.0 { 0.0 } else { held.y };
        let seen = Rect::from_min_max(self.area.min + vec2(left, top), self.area.max);
        (view.rect_to_screen(self.area, rect(region.rect)), seen)
    }

    /// A rectangle of what scrolls, on screen.
    pub fn on_screen(&self, in_map: Rect) -> Rect {
        self.view.rect_to_screen(self.area, in_map)
    }

    /// A point of the screen, in what scrolls.
    pub fn in_map(&self, pos: Pos2) -> Pos2 {
        self.view.to_map(self.area, pos)
    }

    /// The part of the window in which what scrolls shows.
    pub fn inner(&self) -> Rect {
        let held = self.pinned * self.view.zoom;
        let left = if self.view.scroll.x <= 0.0 { 0.0 } else { held.x };
        let top = if self.view.scroll.y <= 0.0 { 0.0 } else { held.y };
        Rect::from_min_max(self.area.min + vec2(left, top), pos2(self.area.max.x, self.area.max.y))
    }
}
