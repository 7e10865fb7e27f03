//! Where the map stands in the window: zoom and scroll, world to screen and back.
//!
//! Plain geometry; it paints nothing and reads no input.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Smallest and largest zoom.
pub const ZOOM: std::ops::RangeInclusive<f32> = 0.1..=4.0;

/// Factor between two presses of a zoom button.
const ZOOM_STEP: f32 = 1.25;

/// Zoom and scroll of a map in its part of the window.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Viewport {
    /// Size of a point of the map on screen; 1 = 100 %.
    pub zoom: f32,
    /// The point of the map at the top left corner of the canvas, in points of the map.
    pub scroll: Vec2,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { zoom: 1.0, scroll: Vec2::ZERO }
    }
}

impl Viewport {
    /// From the map to the screen.
    #[must_use]
    pub fn to_screen(&self, canvas: Rect, pos_in_map: Pos2) -> Pos2 {
        canvas.min + (pos_in_map.to_vec2() - self.scroll) * self.zoom
    }

    /// From the screen to the map.
    #[must_use]
    pub fn to_map(&self, canvas: Rect, pos: Pos2) -> Pos2 {
        ((pos - canvas.min) / self.zoom + self.scroll).to_pos2()
    }

    /// A rectangle, from the map to the screen.
    #[must_use]
    pub fn rect_to_screen(&self, canvas: Rect, rect: Rect) -> Rect {
        Rect::from_min_max(self.to_screen(canvas, rect.min), self.to_screen(canvas, rect.max))
    }

    /// Zooms by a factor; the point of the map under `pos` stays where it is.
    pub fn zoom_at(&mut self, canvas: Rect, pos: Pos2, factor: f32) {
        let held = self.to_map(canvas, pos);
        self.zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
        self.scroll = held.to_vec2() - (pos - canvas.min) / self.zoom;
    }

    /// The zoom one press up or down; it lands on 100 % when it would step over it.
    #[must_use]
    pub fn stepped(&self, up: bool) -> f32 {
        let next = if up { self.zoom * ZOOM_STEP } else { self.zoom / ZOOM_STEP };
        let passes_one = (self.zoom - 1.0) * (next - 1.0) < -1e-4;
        if passes_one { 1.0 } else { next.clamp(*ZOOM.start(), *ZOOM.end()) }
    }

    /// Moves the map by a distance on screen.
    pub fn pan(&mut self, by: Vec2) {
        self.scroll -= by / self.zoom;
    }

    /// Keeps the map in view: no empty border while there is more map, centred when there is not.
    pub fn clamp(&mut self, canvas: Rect, map: Vec2) {
        let visible = canvas.size() / self.zoom;
        let spare = visible - map;
        let clamp = |scroll: f32, spare: f32| scroll.clamp(0.0, (-spare).max(0.0));
        self.scroll = vec2(clamp(self.scroll.x, spare.x), clamp(self.scroll.y, spare.y));
        if spare.x > 0.0 {
            self.scroll.x = -spare.x / 2.0;
        }
    }

    /// The zoom and scroll at which the whole map shows, never larger than 100 %.
    #[must_use]
    pub fn fit(canvas: Rect, map: Vec2) -> Self {
        let per_axis = canvas.size() / map.max(vec2(1.0, 1.0));
        let zoom = per_axis.min_elem().clamp(*ZOOM.start(), 1.0);
        let mut fitted = Self { zoom, scroll: Vec2::ZERO };
        fitted.clamp(canvas, map);
        fitted
    }

    /// Scrolls just far enough for a rectangle of the map to show beside the pinned layers.
    pub fn reveal(&mut self, canvas: Rect, rect: Rect, pinned: Vec2) {
        let visible = canvas.size() / self.zoom;
        let axis = |scroll: f32, low: f32, high: f32, pinned: f32, visible: f32| {
            if low < scroll + pinned {
                low - pinned
            } else if high > scroll + visible {
                (high - visible).min(low - pinned)
            } else {
                scroll
            }
        };
        self.scroll = vec2(
            axis(self.scroll.x, rect.min.x - 8.0, rect.max.x + 8.0, pinned.x, visible.x),
            axis(self.scroll.y, rect.min.y - 8.0, rect.max.y + 8.0, pinned.y, visible.y),
        );
    }

    /// Text is laid out at this zoom: eight steps an octave, the step below the zoom, so that
    /// letters are sharp, the cache is small and no line outgrows its place.
    #[must_use]
    pub fn text_zoom(&self) -> f32 {
        ((self.zoom.log2() * 8.0 + 1e-3).floor() / 8.0).exp2()
    }

    /// The scroll of a layer that stays in place along an axis.
    #[must_use]
    pub fn pinned(&self, horizontally: bool, vertically: bool) -> Self {
        let hold = |scroll: f32, held: bool| if held { scroll.min(0.0) } else { scroll };
        Self {
            zoom: self.zoom,
            scroll: vec2(hold(self.scroll.x, horizontally), hold(self.scroll.y, vertically)),
        }
    }

    /// The scroll of a layer that ends where the canvas ends, where there is more than fits.
    #[must_use]
    pub fn footed(&self, canvas: Rect, map: Vec2) -> Self {
        let last = map.y - canvas.height() / self.zoom;
        Self { zoom: self.zoom, scroll: vec2(self.scroll.x, self.scroll.y.max(last)) }
    }

    /// The part of the map that shows.
    #[must_use]
    pub fn visible(&self, canvas: Rect) -> Rect {
        Rect::from_min_size(pos2(self.scroll.x, self.scroll.y), canvas.size() / self.zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Rect = Rect { min: Pos2 { x: 80.0, y: 96.0 }, max: Pos2 { x: 1080.0, y: 796.0 } };

    #[test]
    fn the_point_under_the_pointer_stays_when_zooming() {
        let mut view = Viewport { zoom: 1.0, scroll: vec2(30.0, 40.0) };
        let pos = pos2(500.0, 400.0);
        for factor in [1.3, 0.5, 2.7, 0.9] {
            let before = view.to_map(CANVAS, pos);
            view.zoom_at(CANVAS, pos, factor);
            assert!((view.to_map(CANVAS, pos) - before).length() < 0.01);
            assert!((view.to_screen(CANVAS, before) - pos).length() < 0.01);
        }
    }

    #[test]
    fn zoom_stops_at_its_ends_and_at_a_hundred() {
        let at = |zoom| Viewport { zoom, ..Viewport::default() };
        assert_eq!(at(4.0).stepped(true), 4.0);
        assert_eq!(at(0.1).stepped(false), 0.1);
        assert_eq!(at(0.9).stepped(true), 1.0);
        assert_eq!(at(1.1).stepped(false), 1.0);
        assert_eq!(at(1.0).stepped(true), 1.25);
    }

    #[test]
    fn a_map_that_fits_is_centred_and_a_larger_one_shows_no_border() {
        let mut view = Viewport { zoom: 1.0, scroll: vec2(-900.0, 900.0) };
        view.clamp(CANVAS, vec2(600.0, 300.0));
        assert_eq!(view.scroll, vec2(-200.0, 0.0));
        view.scroll = vec2(9_000.0, -3.0);
        view.clamp(CANVAS, vec2(1_500.0, 2_000.0));
        assert_eq!(view.scroll, vec2(500.0, 0.0));
    }

    #[test]
    fn fit_shows_everything_and_never_enlarges() {
        assert_eq!(Viewport::fit(CANVAS, vec2(500.0, 350.0)).zoom, 1.0);
        let view = Viewport::fit(CANVAS, vec2(4_000.0, 700.0));
        assert_eq!(view.zoom, 0.25);
        assert!(view.visible(CANVAS).width() >= 4_000.0);
    }

    #[test]
    fn text_is_never_larger_than_the_zoom() {
        for (zoom, text) in [(1.0, 1.0), (2.0, 2.0), (0.5, 0.5), (1.05, 1.0)] {
            let view = Viewport { zoom, ..Viewport::default() };
            assert!((view.text_zoom() - text).abs() < 1e-4, "{zoom}");
        }
    }

    #[test]
    fn a_foot_stands_at_the_lower_edge_or_where_it_ends() {
        let view = Viewport { zoom: 1.0, scroll: vec2(20.0, 30.0) };
        // The canvas is 700 high: the foot of 1,000 begins to show at 300.
        assert_eq!(view.footed(CANVAS, vec2(500.0, 1_000.0)).scroll, vec2(20.0, 300.0));
        assert_eq!(Viewport::default().footed(CANVAS, vec2(500.0, 400.0)).scroll, Vec2::ZERO);
    }

    #[test]
    fn revealing_scrolls_only_as_far_as_needed() {
        let mut view = Viewport::default();
        let card = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(140.0, 66.0));
        view.reveal(CANVAS, card(200.0, 300.0), vec2(96.0, 50.0));
        assert_eq!(view.scroll, Vec2::ZERO);
        view.reveal(CANVAS, card(1_200.0, 300.0), vec2(96.0, 50.0));
        assert_eq!(view.scroll, vec2(348.0, 0.0));
        view.reveal(CANVAS, card(300.0, 300.0), vec2(96.0, 50.0));
        assert_eq!(view.scroll, vec2(196.0, 0.0));
    }
}
