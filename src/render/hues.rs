//! The eight colours that a team gives to cards and people, as fill and edge in both themes.
//!
//! None is a colour of a heat palette or of the interface; text on a fill has the theme's ink.

use super::scene::Color;
use super::theme::Theme;
use crate::model::Hue;

/// Fill and edge of a colour.
#[must_use]
pub fn of(theme: Theme, hue: Hue) -> (Color, Color) {
    let (fill, edge) = match (theme, hue) {
        (Theme::Light, Hue::Grey) => (0xE3_E6EB, 0x7D_8593),
        (Theme::Light, Hue::Yellow) => (0xFB_EFB6, 0x8F_7A12),
        (Theme::Light, Hue::Peach) => (0xFD_DFCB, 0xB5_6B3C),
        (Theme::Light, Hue::Rose) => (0xFA_DAE3, 0xB8_5775),
        (Theme::Light, Hue::Lilac) => (0xE8_DDF8, 0x86_62B8),
        (Theme::Light, Hue::Sky) => (0xD6_E8FB, 0x44_7FB8),
        (Theme::Light, Hue::Teal) => (0xCF_EDEB, 0x2B_8782),
        (Theme::Light, Hue::Mint) => (0xD8_F0D8, 0x4B_8A4B),
        (Theme::Dark, Hue::Grey) => (0x3C_424E, 0x9A_A2AF),
        (Theme::Dark, Hue::Yellow) => (0x4A_421C, 0xD9_C15A),
        (Theme::Dark, Hue::Peach) => (0x4E_3627, 0xE3_A27A),
        (Theme::Dark, Hue::Rose) => (0x4D_2E39, 0xE3_8FA8),
        (Theme::Dark, Hue::Lilac) => (0x3E_3158, 0xBB_9CE8),
        (Theme::Dark, Hue::Sky) => (0x24_3D58, 0x7F_B4E6),
        (Theme::Dark, Hue::Teal) => (0x1D_4543, 0x66_C2BC),
        (Theme::Dark, Hue::Mint) => (0x2A_4A2A, 0x8C_CB8C),
    };
    (Color::hex(fill), Color::hex(edge))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::color_scale::contrast;

    #[test]
    fn text_can_be_read_on_every_colour_and_edges_can_be_seen() {
        for theme in [Theme::Light, Theme::Dark] {
            let colors = theme.colors();
            for hue in Hue::ALL {
                let (fill, edge) = of(theme, hue);
                for ink in [colors.ink, colors.ink2] {
                    assert!(contrast(ink, fill) >= 4.5, "{theme:?} {hue:?}");
                }
                assert!(contrast(edge, colors.card) >= 3.0, "{theme:?} {hue:?}");
            }
        }
    }
}
