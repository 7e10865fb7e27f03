//! The fonts of the window: Inter in two weights and the icon font, bundled, nothing else.
//!
//! No fonts of the system, so that a map looks the same everywhere.

use crate::render::scene::Weight;
use egui::{FontData, FontDefinitions, FontFamily, FontId};
use std::sync::Arc;

/// A bundled font.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Face {
    /// Inter Regular.
    Regular,
    /// Inter SemiBold.
    SemiBold,
    /// Icons as outlines.
    Icons,
    /// Filled icons (active rail item, star, lock).
    IconsFilled,
}

impl Face {
    const ALL: [Self; 4] = [Self::Regular, Self::SemiBold, Self::Icons, Self::IconsFilled];

    fn name(self) -> &'static str {
        match self {
            Self::Regular => "inter",
            Self::SemiBold => "inter-semibold",
            Self::Icons => "icons",
            Self::IconsFilled => "icons-filled",
        }
    }

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Inter-Regular.otf"),
            Self::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
            Self::Icons => include_bytes!("../../assets/fonts/Icons.ttf"),
            Self::IconsFilled => include_bytes!("../../assets/fonts/IconsFilled.ttf"),
        }
    }
}

impl From<Weight> for Face {
    fn from(weight: Weight) -> Self {
        match weight {
            Weight::Regular => Self::Regular,
            Weight::SemiBold => Self::SemiBold,
        }
    }
}

/// The font family of a face.
#[must_use]
pub fn family(face: Face) -> FontFamily {
    match face {
        Face::Regular => FontFamily::Proportional,
        other => FontFamily::Name(other.name().into()),
    }
}

/// Inter Regular in a size.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, family(Face::Regular))
}

/// Inter SemiBold in a size.
#[must_use]
pub fn strong(size: f32) -> FontId {
    FontId::new(size, family(Face::SemiBold))
}

/// The icon font in a size.
#[must_use]
pub fn icons(size: f32, filled: bool) -> FontId {
    FontId::new(size, family(if filled { Face::IconsFilled } else { Face::Icons }))
}

/// Gives a context the fonts of the program.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for face in Face::ALL {
        fonts
            .font_data
            .insert(face.name().to_owned(), Arc::new(FontData::from_static(face.bytes())));
    }
    let chain = |faces: &[Face]| faces.iter().map(|f| f.name().to_owned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, chain(&[Face::Regular, Face::Icons]));
    fonts.families.insert(FontFamily::Monospace, chain(&[Face::Regular, Face::Icons]));
    fonts.families.insert(family(Face::SemiBold), chain(&[Face::SemiBold, Face::Icons]));
    fonts.families.insert(family(Face::Icons), chain(&[Face::Icons]));
    fonts.families.insert(family(Face::IconsFilled), chain(&[Face::IconsFilled, Face::Icons]));
    ctx.set_fonts(fonts);
}
