//! The bundled fonts: bytes, advance widths and the outlines of icons.
//!
//! Reads nothing from the system, so that a picture looks the same on every machine.

use super::icons::Icon;
use super::scene::Weight;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Inter Regular, OpenType.
pub const INTER_REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Inter SemiBold, OpenType.
pub const INTER_SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
/// The icons, TrueType.
pub const ICONS: &[u8] = include_bytes!("../../assets/fonts/Icons.ttf");
/// The few icons that have a filled variant, TrueType.
pub const ICONS_FILLED: &[u8] = include_bytes!("../../assets/fonts/IconsFilled.ttf");

/// Characters whose widths are looked up in a table: Latin, Greek, Cyrillic and punctuation.
const TABLE: u32 = 0x2300;
/// Width of a character that the font lacks, in em.
const UNKNOWN_EM: f32 = 0.6;

struct Face {
    advances_em: Vec<f32>,
}

impl Face {
    fn new(bytes: &[u8]) -> Self {
        let Ok(font) = FontRef::new(bytes) else {
            return Self { advances_em: Vec::new() };
        };
        let charmap = font.charmap();
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let width = |code| charmap.map(code).and_then(|glyph| metrics.advance_width(glyph));
        Self { advances_em: (0..TABLE).map(|code| width(code).unwrap_or(UNKNOWN_EM)).collect() }
    }
}

static REGULAR: LazyLock<Face> = LazyLock::new(|| Face::new(INTER_REGULAR));
static SEMI_BOLD: LazyLock<Face> = LazyLock::new(|| Face::new(INTER_SEMI_BOLD));

/// Width of a character in em.
#[must_use]
pub fn advance_em(c: char, weight: Weight) -> f32 {
    let face = match weight {
        Weight::Regular => &REGULAR,
        Weight::SemiBold => &SEMI_BOLD,
    };
    let index = u32::from(c) as usize;
    face.advances_em.get(index).copied().unwrap_or(UNKNOWN_EM)
}

/// What stands for a character that the fonts lack.
const LACKING: char = '□';

static LETTERS: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::new(INTER_REGULAR).ok());

/// A text in which every character that the fonts lack, such as an emoji, is a box: it shows that
/// something stands there. The document keeps the text as it is.
#[must_use]
pub fn marked(text: &str) -> String {
    let mut drawn = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // What alters the look of the character before it has none of its own.
            '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' => {}
            _ if c.is_whitespace() || c == '\u{ad}' || is_drawn(c) => drawn.push(c),
            _ => drawn.push(LACKING),
        }
    }
    drawn
}

fn is_drawn(c: char) -> bool {
    c.is_ascii() || LETTERS.as_ref().is_some_and(|font| font.charmap().map(c).is_some())
}

/// The outline of an icon as SVG path data, in a box of 24 × 24 with y downward.
///
/// The filled variant where the font has one and it is asked for; `None` if the icon is unknown.
#[must_use]
pub fn icon_path(icon: Icon, filled: bool) -> Option<String> {
    let filled = filled.then(|| outline(ICONS_FILLED, icon)).flatten();
    filled.or_else(|| outline(ICONS, icon))
}

fn outline(bytes: &[u8], icon: Icon) -> Option<String> {
    let font = FontRef::new(bytes).ok()?;
    let glyph = font.outline_glyphs().get(font.charmap().map(icon.0)?)?;
    let mut pen = PathPen::default();
    let settings = DrawSettings::unhinted(Size::new(24.0), LocationRef::default());
    glyph.draw(settings, &mut pen).ok()?;
    Some(pen.path)
}

/// Writes an outline down as path data, turning y downward.
#[derive(Default)]
struct PathPen {
    path: String,
}

impl PathPen {
    fn add(&mut self, letter: char, points: &[(f32, f32)]) {
        self.path.push(letter);
        for (index, (x, y)) in points.iter().enumerate() {
            let gap = if index == 0 { "" } else { " " };
            // Writing into a string cannot fail.
            let _ = write!(self.path, "{gap}{} {}", short(*x), short(24.0 - y));
        }
    }
}

/// A coordinate with two decimals at most.
#[must_use]
pub fn short(number: f32) -> f32 {
    let rounded = (number * 100.0).round() / 100.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add('Q', &[(cx, cy), (x, y)]);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add('C', &[(ax, ay), (bx, by), (x, y)]);
    }
    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_an_outline() {
        for name in Icon::names() {
            let path = icon_path(Icon::of(name), false);
            assert!(path.is_some_and(|p| p.starts_with('M') && p.ends_with('Z')), "{name}");
        }
    }

    #[test]
    fn characters_that_the_fonts_lack_become_boxes() {
        for (text, drawn) in [
            ("Eerste factuur — é", "Eerste factuur — é"),
            ("👍🏽 Top", "□ Top"),
            ("שלום", "□□□□"),
            ("☎️ bellen", "□ bellen"),
            ("", ""),
        ] {
            assert_eq!(marked(text), drawn, "{text}");
        }
    }

    #[test]
    fn the_filled_star_differs() {
        let star = Icon::of("star");
        assert_ne!(icon_path(star, true), icon_path(star, false));
    }
}
