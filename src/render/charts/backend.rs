//! Plotters drawing into a scene: the one place where its shapes become ours.
//!
//! Plotters counts in whole pixels, so its pixels are sixteenths of a point here.

use crate::render::measure;
use crate::render::scene::{Anchor, Color, Scene, Shape, Stroke, TextRun, Weight};
use crate::render::sketch::{point, rect};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::convert::Infallible;

/// Pixels of plotters in a point.
pub(super) const FINE: f32 = 16.0;

/// A length in points as pixels of plotters.
pub(super) fn fine(points: f32) -> u32 {
    (points * FINE).round().max(0.0) as u32
}

/// Draws into a scene whose size is set beforehand.
pub(super) struct SceneBackend<'a> {
    scene: &'a mut Scene,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SceneBackend<'a> {
    pub(super) fn new(scene: &'a mut Scene) -> Self {
        Self { scene }
    }
}

fn coord(at: BackendCoord) -> crate::render::scene::Point {
    point(at.0 as f32 / FINE, at.1 as f32 / FINE)
}

fn color(c: BackendColor) -> Color {
    let (r, g, b) = c.rgb;
    Color { r, g, b, a: 255 }.with_opacity(c.alpha as f32)
}

fn pen<S: BackendStyle>(style: &S) -> Stroke {
    let width = style.stroke_width() as f32 / FINE;
    Stroke { color: color(style.color()), width, dash: None }
}

impl DrawingBackend for SceneBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (fine(self.scene.width), fine(self.scene.height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, paint: BackendColor) -> Drawn {
        let at = coord(at);
        let fill = Some(color(paint));
        let rect = rect(at.x, at.y, 1.0 / FINE, 1.0 / FINE);
        self.scene.shapes.push(Shape::Rect { rect, radius: 0.0, fill, stroke: None, shadow: None });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (a, b) = (coord(upper_left), coord(lower_right));
        let rect = rect(a.x.min(b.x), a.y.min(b.y), (b.x - a.x).abs(), (b.y - a.y).abs());
        let (fill, stroke) =
            if fill { (Some(color(style.color())), None) } else { (None, Some(pen(style))) };
        self.scene.shapes.push(Shape::Rect { rect, radius: 0.0, fill, stroke, shadow: None });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = path.into_iter().map(coord).collect();
        self.scene.shapes.push(Shape::Line { points, stroke: pen(style), closed: false });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (fill, stroke) =
            if fill { (Some(color(style.color())), None) } else { (None, Some(pen(style))) };
        let (center, radius) = (coord(center), radius as f32 / FINE);
        self.scene.shapes.push(Shape::Circle { center, radius, fill, stroke });
        Ok(())
    }

    /// The charts hand over convex polygons only.
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points = corners.into_iter().map(coord).collect();
        self.scene.shapes.push(Shape::Convex { points, fill: color(style.color()) });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let size = style.size() as f32 / FINE;
        let anchor = style.anchor();
        let mut at = coord(at);
        // From the top, middle or foot of the letters to their baseline.
        at.y += size
            * match anchor.v_pos {
                VPos::Top => 0.727,
                VPos::Center => 0.3636,
                VPos::Bottom => 0.0,
            };
        self.scene.shapes.push(Shape::Text(TextRun {
            at,
            anchor: match anchor.h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            size,
            weight: weight(style),
            color: color(style.color()),
            turned: false,
            text: text.to_owned(),
        }));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as f32;
        let width = measure::width(text, size, weight(style));
        Ok((width.round() as u32, size.round() as u32))
    }
}

fn weight<T: BackendTextStyle>(style: &T) -> Weight {
    match style.style() {
        FontStyle::Bold => Weight::SemiBold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    }
}
