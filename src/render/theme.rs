//! The colour tokens of both themes: the one place where an interface colour is written down.
//!
//! Heat colours are in `color_scale`; nothing here depends on data.

use super::scene::Color;
use crate::model::Hue;
use serde::{Deserialize, Serialize};

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme's colours.
    #[must_use]
    pub fn colors(self) -> &'static Colors {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// A colour that a team gives a card, in three strengths. None is one of a heat palette.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HueColors {
    /// Ground of a card; any ink of the theme can be read on it.
    pub tint: Color,
    /// Edge of a card, and its swatch in a menu.
    pub edge: Color,
    /// Words and lines in this colour, on the sheet and on the tint.
    pub ink: Color,
}

/// Tint, edge and ink of every hue: in the light theme, then in the dark one.
const HUES: [(Hue, [u32; 3], [u32; 3]); 8] = [
    (Hue::Grey, [0xEB_EDEF, 0x82_868E, 0x54_585F], [0x2B_2E32, 0x8E_929A, 0xAD_B1B9]),
    (Hue::Yellow, [0xFD_F5CB, 0xCA_B12B, 0x69_5B05], [0x32_2E19, 0xB9_A542, 0xD6_BE45]),
    (Hue::Peach, [0xFF_E8D2, 0xE9_9541, 0x84_4B07], [0x3B_2A1B, 0xD8_9F4C, 0xED_B06D]),
    (Hue::Rose, [0xFF_E4E8, 0xE1_5A7B, 0xA9_244E], [0x3D_262A, 0xE4_8396, 0xFB_A0B0]),
    (Hue::Lilac, [0xF2_E5FD, 0xA3_66CD, 0x79_31A4], [0x33_293B, 0xBC_8FDD, 0xD3_AAF3]),
    (Hue::Sky, [0xDA_F0FF, 0x38_99E2, 0x10_60BC], [0x1F_303E, 0x5E_ACEB, 0x7F_C5FF]),
    (Hue::Teal, [0xCF_F6F5, 0x12_A7A7, 0x00_6667], [0x16_3333, 0x16_BBBC, 0x57_D4D4]),
    (Hue::Mint, [0xD7_FBE2, 0x32_B36E, 0x0A_693C], [0x1F_3326, 0x60_BB83, 0x81_D39F]),
];

impl Theme {
    /// The colours of a hue.
    #[must_use]
    pub fn hue(self, hue: Hue) -> HueColors {
        let (_, light, dark) = HUES.iter().find(|(known, ..)| *known == hue).unwrap_or(&HUES[0]);
        let [tint, edge, ink] = match self {
            Self::Light => *light,
            Self::Dark => *dark,
        };
        HueColors { tint: Color::hex(tint), edge: Color::hex(edge), ink: Color::hex(ink) }
    }
}

macro_rules! tokens {
    ($($name:ident $light:literal $dark:literal $doc:literal;)*) => {
        /// Every colour token.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub struct Colors {
            $(#[doc = $doc] pub $name: Color,)*
        }
        const LIGHT: Colors = Colors { $($name: Color::hex($light),)* };
        const DARK: Colors = Colors { $($name: Color::hex($dark),)* };
    };
}

tokens! {
    canvas 0xEFF1F4 0x101217 "Behind sheets and cards.";
    panel 0xFFFFFF 0x191C22 "Rail, top bar, inspector, dialogs.";
    sheet 0xFFFFFF 0x1B1F26 "The map.";
    card 0xFFFFFF 0x262B34 "Touchpoint card.";
    lane 0xF7F8FA 0x20242C "Every second lane, table group rows, quiet boxes.";
    field 0xFFFFFF 0x20242C "Inputs, drop-downs, secondary buttons.";
    hover 0xF1F2F5 0x2A2F39 "Background under the pointer.";
    press 0xE6E8EC 0x333946 "Background while pressed.";
    ink 0x171A21 0xF1F3F6 "Titles, numbers, body.";
    ink2 0x434A57 0xC5CAD4 "Second text, icons.";
    ink3 0x5C6575 0x98A1AF "Captions, axes, placeholders.";
    ink4 0x9AA2AF 0x6C7583 "Disabled text and decoration only: below 4.5:1.";
    line 0xE4E7EC 0x2E343F "Hairlines, card edge.";
    line2 0xCBD1DA 0x434B59 "Edge of buttons and drop-downs, axis.";
    edge 0x868E9B 0x7C8593 "Edge of check boxes, radios and text fields, 3:1.";
    accent 0x5B45C2 0xA79BFF "Selection, focus, primary button, links, brush.";
    accent_hover 0x4A36A8 0xBDB4FF "Primary button under the pointer.";
    tint 0xEFECFB 0x2D2950 "Selected row, active chip.";
    tint2 0xDDD6F7 0x3D3770 "Edge of an active chip.";
    on_accent 0xFFFFFF 0x14121F "Text on accent.";
    ribbon 0x2B303D 0x39404F "Stage chevrons without overlay.";
    on_ribbon 0xFFFFFF 0xFFFFFF "Text on the ribbon.";
    good 0x116496 0x86BEDC "Gains, improvements.";
    good_tint 0xE6F1F7 0x1D313D "Background of gains.";
    bad 0xA24B1C 0xE3A57F "Pains, declines, overdue.";
    bad_tint 0xFAEEE6 0x3B2A21 "Background of pains.";
    ok 0x1B7A4B 0x6FCF9A "System only: saved, valid. Never data.";
    ok_tint 0xE6F4EC 0x1C3327 "Background of `ok`.";
    err 0xB42318 0xFF8A80 "System only: errors, delete.";
    err_tint 0xFDECEA 0x3D2020 "Background of `err`.";
    star 0xB57A00 0xF0B93A "Moment of truth.";
    chan 0xEEF0F4 0x323844 "Box behind a channel icon, avatar.";
    start_side 0x232733 0x232733 "Left column of the start screen.";
    start_drop 0x282D3A 0x282D3A "Drop area on it.";
    start_button 0x2E3342 0x2E3342 "Button on it.";
    start_edge 0x414858 0x414858 "Edge of a button on it.";
    start_primary 0xA79BFF 0xA79BFF "Primary button on it.";
    start_on_primary 0x14121F 0x14121F "Text on that primary button.";
    start_primary_hover 0xBDB4FF 0xBDB4FF "That primary button under the pointer.";
    start_dash 0x6C76A0 0x6C76A0 "Dashed edge of the drop area on it.";
    start_chip 0x343A4C 0x343A4C "Small boxes on it.";
    start_ink 0xFFFFFF 0xFFFFFF "First text on it.";
    start_ink2 0xC5CAD4 0xC5CAD4 "Second text on it.";
    start_ink3 0x98A1AF 0x98A1AF "Captions on it.";
    tooltip_link 0xA79BFF 0xBDB4FF "A link on a message.";
    tooltip_ok 0x6FCF9A 0x6FCF9A "A check mark on a message.";
    shadow 0x171A21 0x000000 "Soft shadows, with their opacity.";
    tooltip 0x23262E 0x39404F "Tooltips, messages.";
    on_tooltip 0xFFFFFF 0xFFFFFF "First text on a tooltip.";
    on_tooltip2 0xC5CAD4 0xC5CAD4 "Second text on a tooltip.";
    mot_chip 0xFFF6DF 0x3A3018 "Chip that says “moment of truth”.";
    on_mot_chip 0x6B4A00 0xF0D28A "Text on that chip.";
}

/// Paint of "no data": white in both themes, so that it can never be read as a colour of the scale.
pub mod no_data {
    use super::Color;
    /// Fill.
    pub const FILL: Color = Color::hex(0xFF_FFFF);
    /// Hatch lines.
    pub const HATCH: Color = Color::hex(0xD5_DAE1);
    /// Edge.
    pub const EDGE: Color = Color::hex(0xC3_C9D2);
    /// Text.
    pub const TEXT: Color = Color::hex(0x43_4A57);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::color_scale::{LAYERS, Palette, contrast, distance};

    /// Lowest contrast of a text colour over the backgrounds it is used on.
    fn lowest(text: Color, grounds: &[Color]) -> f64 {
        grounds.iter().map(|ground| contrast(text, *ground)).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            let c = theme.colors();
            let grounds = [c.canvas, c.panel, c.sheet, c.card, c.lane, c.field, c.hover, c.tint];
            for (name, text, ground, least) in [
                ("ink", c.ink, &grounds[..], 4.5),
                ("ink2", c.ink2, &grounds[..], 4.5),
                ("ink3", c.ink3, &grounds[..], 4.5),
                ("accent", c.accent, &[c.panel, c.tint][..], 4.5),
                ("good", c.good, &[c.panel, c.sheet, c.good_tint][..], 4.5),
                ("bad", c.bad, &[c.panel, c.sheet, c.bad_tint][..], 4.5),
                ("ok", c.ok, &[c.panel, c.ok_tint][..], 4.5),
                ("err", c.err, &[c.panel, c.err_tint][..], 4.5),
                ("on_accent", c.on_accent, &[c.accent, c.accent_hover][..], 4.5),
                ("on_ribbon", c.on_ribbon, &[c.ribbon][..], 4.5),
                ("on_tooltip2", c.on_tooltip2, &[c.tooltip][..], 4.5),
                ("on_mot_chip", c.on_mot_chip, &[c.mot_chip][..], 4.5),
                ("start_on_primary", c.start_on_primary, &[c.start_primary][..], 4.5),
                ("edge", c.edge, &[c.panel, c.field][..], 3.0),
                ("star", c.star, &[c.card][..], 3.0),
            ] {
                let found = lowest(text, ground);
                assert!(found >= least, "{theme:?} {name}: {found:.2} is under {least}");
            }
        }
    }

    #[test]
    fn every_word_can_be_read_on_and_in_every_hue() {
        for theme in [Theme::Light, Theme::Dark] {
            let c = theme.colors();
            for hue in Hue::ALL {
                let of = theme.hue(hue);
                for (name, text, grounds, least) in [
                    ("ink", c.ink, &[of.tint][..], 4.5),
                    ("ink2", c.ink2, &[of.tint][..], 4.5),
                    ("ink3", c.ink3, &[of.tint][..], 4.5),
                    ("good", c.good, &[of.tint][..], 4.5),
                    ("bad", c.bad, &[of.tint][..], 4.5),
                    ("star", c.star, &[of.tint][..], 3.0),
                    ("own ink", of.ink, &[of.tint, c.sheet, c.lane, c.card][..], 4.5),
                ] {
                    let found = lowest(text, grounds);
                    assert!(found >= least, "{theme:?} {hue:?} {name}: {found:.2} < {least}");
                }
            }
        }
    }

    #[test]
    fn no_hue_looks_like_a_colour_of_the_heat_map() {
        let scale = Palette::default();
        for theme in [Theme::Light, Theme::Dark] {
            for hue in Hue::ALL {
                let HueColors { tint, edge, .. } = theme.hue(hue);
                for (layer, (count, _)) in LAYERS.into_iter().enumerate() {
                    for index in 0..count {
                        let heat = scale.leaf_color(layer, index);
                        let near = distance(tint, heat).min(distance(edge, heat));
                        assert!(near >= 0.05, "{theme:?} {hue:?} is near {heat:?}: {near:.3}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_measured_contrasts_of_the_light_theme_hold() {
        let c = Theme::Light.colors();
        for (found, expected) in [
            (contrast(c.ink, c.panel), 17.4),
            (contrast(c.ink, c.canvas), 15.4),
            (contrast(c.ink2, c.panel), 8.9),
            (contrast(c.ink3, c.panel), 5.9),
            (contrast(c.accent, c.panel), 6.8),
            (contrast(c.accent, c.tint), 5.9),
            (contrast(c.good, c.panel), 6.4),
            (contrast(c.bad, c.panel), 5.9),
            (contrast(c.ok, c.panel), 5.3),
            (contrast(c.err, c.panel), 6.6),
            (contrast(c.edge, c.panel), 3.3),
            (contrast(c.star, c.card), 3.7),
        ] {
            assert!((found - expected).abs() < 0.06, "{found:.2} is not {expected}");
        }
    }
}
