//! Scene → PNG, by way of its SVG and the bundled fonts only: the same pixels on every machine.
//!
//! Never draws anything that is not in the SVG.

use super::svg;
use crate::model::{Message, Refusal};
use crate::render::fonts::{INTER_REGULAR, INTER_SEMI_BOLD};
use crate::render::scene::{Color, Scene};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// More pixels than this would take a gigabyte of memory and more.
const MOST_PIXELS: f32 = 200_000_000.0;

/// The picture as PNG bytes, `scale` pixels a point.
///
/// # Errors
/// When the picture is empty or too large to draw.
pub fn write(
    scene: &Scene,
    title: &str,
    background: Option<Color>,
    scale: f32,
    pictures: &svg::Pictures<'_>,
) -> Result<Vec<u8>, Refusal> {
    // A hair over a whole number is that number, not one more.
    let pixels = |points: f32| (points * scale - 0.01).ceil();
    let (width, height) = (pixels(scene.width), pixels(scene.height));
    let sound = width >= 1.0 && height >= 1.0;
    if !sound || width * height > MOST_PIXELS {
        return Err(too_large(width, height));
    }
    let mut pixmap =
        Pixmap::new(width as u32, height as u32).ok_or_else(|| too_large(width, height))?;
    if let Some(Color { r, g, b, a }) = background {
        // The picture itself does not reach the end of a last pixel that it shares.
        pixmap.fill(resvg::tiny_skia::Color::from_rgba8(r, g, b, a));
    }
    let text = svg::write(scene, title, background, pictures);
    let tree = Tree::from_str(&text, &options()).map_err(|e| not_drawn(&e.to_string()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|e| not_drawn(&e.to_string()))
}

fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(INTER_REGULAR.to_vec());
    fonts.load_font_data(INTER_SEMI_BOLD.to_vec());
    fonts.set_sans_serif_family("Inter");
    Options { fontdb: Arc::new(fonts), font_family: "Inter".to_owned(), ..Options::default() }
}

fn too_large(width: f32, height: f32) -> Refusal {
    Refusal(
        Message::new("export-picture-too-large")
            .with("width", width as i64)
            .with("height", height as i64),
    )
}

fn not_drawn(reason: &str) -> Refusal {
    Refusal(Message::new("export-picture-failed").with("reason", reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::scene::{Rect, Shape};

    #[test]
    fn a_red_square_is_red() {
        let rect = Rect { x: 0.0, y: 0.0, width: 8.0, height: 8.0 };
        let fill = Some(Color::hex(0xFF_0000));
        let scene = Scene {
            width: 8.0,
            height: 8.0,
            shapes: vec![Shape::Rect { rect, radius: 0.0, fill, stroke: None, shadow: None }],
            ..Scene::default()
        };
        let bytes = write(&scene, "", None, 2.0, &|_| None).unwrap();
        let picture = image::load_from_memory(&bytes).unwrap().to_rgba8();
        assert_eq!(picture.dimensions(), (16, 16));
        assert_eq!(picture.get_pixel(8, 8).0, [255, 0, 0, 255]);
    }

    #[test]
    fn the_background_reaches_every_edge() {
        for width in [8.0, 8.2, 8.000_1] {
            let scene = Scene { width, height: 8.3, ..Scene::default() };
            let bytes = write(&scene, "", Some(Color::hex(0xFF_FFFF)), 1.0, &|_| None).unwrap();
            let picture = image::load_from_memory(&bytes).unwrap().to_rgba8();
            assert_eq!(picture.dimensions(), (if width == 8.2 { 9 } else { 8 }, 9));
            assert!(picture.pixels().all(|p| p.0 == [255; 4]), "{width}");
        }
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        let empty = Scene::default();
        assert!(write(&empty, "", None, 1.0, &|_| None).is_err());
        let huge = Scene { width: 1e6, height: 1e6, ..Scene::default() };
        assert!(write(&huge, "", None, 1.0, &|_| None).is_err());
    }
}
