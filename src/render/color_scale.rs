//! From a heat value and its certainty to a colour, and to the text colour that can be read on it.
//!
//! Knows nothing of metrics: which leaf of the tree a figure falls in is `analysis`'s to say.

use super::scene::Color;
use super::theme::Theme;
use crate::analysis::Heat;
use color::{AlphaColor, Oklab, Srgb};
use serde::{Deserialize, Serialize};

/// The palettes a person can choose, stored bad → good.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Palette {
    /// Crameri's vik (MIT), reversed: red-brown to blue.
    #[default]
    #[serde(alias = "red_brown_blue")]
    RedBrownBlue,
    /// ColorBrewer RdYlBu 9 (Apache-2.0): red to blue.
    #[serde(alias = "red_blue")]
    RedBlue,
    /// Cividis (CC0, Nuñez, Anderton and Renslow 2018): blue to yellow, the same to every eye.
    Cividis,
    /// Red to green: only if chosen, since 1 in 12 men can hardly read it.
    #[serde(alias = "red_green")]
    RedGreen,
}

impl Palette {
    /// Every palette, in menu order.
    pub const ALL: [Self; 4] = [Self::RedBrownBlue, Self::RedBlue, Self::Cividis, Self::RedGreen];

    fn stops(self) -> &'static [u32] {
        match self {
            Self::RedBrownBlue => &VIK,
            Self::RedBlue => &RED_BLUE,
            Self::Cividis => &CIVIDIS,
            Self::RedGreen => &RED_GREEN,
        }
    }

    /// The colour at a position, 0 (bad) to 1 (good), before any fading.
    #[must_use]
    pub fn at(self, position: f64) -> Color {
        let stops = self.stops();
        let along = position.clamp(0.0, 1.0) * (stops.len() - 1) as f64;
        let index = (along.floor() as usize).min(stops.len() - 2);
        mix(Color::hex(stops[index]), Color::hex(stops[index + 1]), along - index as f64)
    }

    /// The colour of a place on the heat scale: fewer colours, nearer to grey, the less is known
    /// (value-suppressing uncertainty palette, Correll et al. 2018).
    #[must_use]
    pub fn heat(self, heat: &Heat) -> Color {
        self.leaf_color(usize::from(heat.leaf.layer), usize::from(heat.leaf.index))
    }

    /// The colour of one leaf of the tree: layer 0 has 1 colour, layer 3 has 8.
    #[must_use]
    pub fn leaf_color(self, layer: usize, index: usize) -> Color {
        let centre = (index as f64 + 0.5) / LAYERS[layer.min(3)].0 as f64;
        mix(self.at(centre), NEUTRAL, LAYERS[layer.min(3)].1)
    }
}

const VIK: [u32; 11] = [
    0x59_0008, 0x85_2206, 0xB7_5A26, 0xCD_8961, 0xE1_B8A0, 0xEC_E5E0, 0xA7_C9DA, 0x54_96B7,
    0x11_6496, 0x02_3A7B, 0x00_1261,
];
const RED_BLUE: [u32; 9] = [
    0xD7_3027, 0xF4_6D43, 0xFD_AE61, 0xFE_E090, 0xFF_FFBF, 0xE0_F3F8, 0xAB_D9E9, 0x74_ADD1,
    0x45_75B4,
];
const CIVIDIS: [u32; 10] = [
    0x00_204D, 0x00_336F, 0x39_486B, 0x57_5C6D, 0x70_7173, 0x8A_8779, 0xA6_9D75, 0xC4_B56C,
    0xE4_CF5B, 0xFF_EA46,
];
const RED_GREEN: [u32; 7] =
    [0xC0_392B, 0xE6_7E4A, 0xF5_C26B, 0xFF_F3B0, 0xB7_DB8A, 0x66_B267, 0x1E_8449];

/// The colour of an amount, 0 (nothing) to 1 (the most there is): neither good nor bad, so in the
/// accent's violet, which no heat palette holds.
#[must_use]
pub fn amount(share: f64, theme: Theme) -> Color {
    let colors = theme.colors();
    mix(colors.tint, colors.accent, share.clamp(0.0, 1.0))
}

/// What everything fades to where nothing is sure.
pub const NEUTRAL: Color = Color::hex(0xD9_D9D9);

/// Number of colours and share of fading, by layer of the tree.
pub const LAYERS: [(usize, f64); 4] = [(1, 1.0), (2, 0.5), (4, 0.25), (8, 0.0)];

/// Mixes two colours in OKLab; `share` 0 gives the first, 1 the second.
#[must_use]
pub fn mix(from: Color, to: Color, share: f64) -> Color {
    let mixed = oklab(from).lerp_rect(oklab(to), share as f32).convert::<Srgb>().to_rgba8();
    Color { r: mixed.r, g: mixed.g, b: mixed.b, a: mixed.a }
}

fn oklab(c: Color) -> AlphaColor<Oklab> {
    AlphaColor::<Srgb>::from_rgba8(c.r, c.g, c.b, c.a).convert()
}

/// How far apart two colours look: distance in OKLab. Under 0.02 hardly anybody sees a difference.
#[must_use]
pub fn distance(a: Color, b: Color) -> f32 {
    let (a, b) = (oklab(a).components, oklab(b).components);
    (a[0] - b[0]).hypot(a[1] - b[1]).hypot(a[2] - b[2])
}

/// Relative luminance of WCAG, 0…1.
#[must_use]
pub fn luminance(c: Color) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b)
}

/// Contrast of two opaque colours by WCAG, 1…21.
#[must_use]
pub fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Pure black or pure white, whichever reads better: never below √21 = 4.58.
#[must_use]
pub fn text_on(ground: Color) -> Color {
    if luminance(ground) >= 0.179_129 { Color::hex(0) } else { Color::hex(0xFF_FFFF) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Color, expected: u32) {
        let e = Color::hex(expected);
        let off = |a: u8, b: u8| a.abs_diff(b);
        let most = off(found.r, e.r).max(off(found.g, e.g)).max(off(found.b, e.b));
        assert!(most <= 1, "{found:?} is not {expected:06X}");
    }

    #[test]
    fn oklab_of_known_colours() {
        for (rgb, [l, a, b]) in [
            (0xD7_3027, [0.57507, 0.17927, 0.09768]),
            (0xFF_FFBF, [0.98487, -0.02485, 0.07738]),
            (0x45_75B4, [0.55765, -0.02734, -0.10828]),
            (0x80_8080, [0.59987, 0.0, 0.0]),
        ] {
            let found = oklab(Color::hex(rgb)).components;
            for (f, e) in found.into_iter().zip([l, a, b]) {
                assert!((f - e).abs() < 2e-4, "{rgb:06X}: {found:?}");
            }
        }
    }

    #[test]
    fn mixing_goes_through_oklab() {
        for (from, to, share, expected) in [
            (0xD7_3027, 0xFF_FFBF, 0.25, 0xE8_6E4E),
            (0xD7_3027, 0xFF_FFBF, 0.5, 0xF4_A073),
            (0xD7_3027, 0xFF_FFBF, 0.75, 0xFC_D099),
            (0xFF_FFBF, 0x45_75B4, 0.25, 0xCE_DDC1),
            (0xFF_FFBF, 0x45_75B4, 0.5, 0x9F_BAC0),
            (0xFF_FFBF, 0x45_75B4, 0.75, 0x72_98BB),
            (0xD7_3027, 0xD9_D9D9, 0.25, 0xDE_6658),
            (0xD7_3027, 0xD9_D9D9, 0.5, 0xE1_8F83),
            (0xD7_3027, 0xD9_D9D9, 0.75, 0xDF_B4AE),
            (0x45_75B4, 0xD9_D9D9, 0.25, 0x6A_8EBF),
            (0x45_75B4, 0xD9_D9D9, 0.5, 0x8E_A7C8),
            (0x45_75B4, 0xD9_D9D9, 0.75, 0xB3_C0D1),
            // From end to end the middle is a muddy purple: hence piecewise, through the middle.
            (0xD7_3027, 0x45_75B4, 0.5, 0x9A_6378),
        ] {
            near(mix(Color::hex(from), Color::hex(to), share), expected);
        }
    }

    #[test]
    fn the_steps_of_vik_by_certainty() {
        for (layer, expected) in [
            (
                3,
                &[
                    0x74_1608, 0xB1_5322, 0xD0_8F69, 0xE6_C9B8, 0xC1_D4DD, 0x5F_9CBB, 0x0E_5F93,
                    0x00_2C71,
                ][..],
            ),
            (2, &[0xA7_5D46, 0xDC_B7A2, 0xA5_C3D3, 0x41_6A99][..]),
            (1, &[0xD0_A690, 0x8A_ABC1][..]),
            (0, &[0xD9_D9D9][..]),
        ] {
            for (index, rgb) in expected.iter().enumerate() {
                near(Palette::RedBrownBlue.leaf_color(layer, index), *rgb);
            }
        }
    }

    #[test]
    fn text_can_be_read_on_every_heat_colour() {
        let mut lowest = f64::INFINITY;
        for palette in Palette::ALL {
            for (layer, (count, _)) in LAYERS.into_iter().enumerate() {
                for index in 0..count {
                    let ground = palette.leaf_color(layer, index);
                    lowest = lowest.min(contrast(text_on(ground), ground));
                }
            }
        }
        assert!(lowest >= 4.58, "{lowest}");
    }

    #[test]
    fn black_or_white_is_always_legible() {
        let (black, white) = (Color::hex(0), Color::hex(0xFF_FFFF));
        let better = |ground| contrast(black, ground).max(contrast(white, ground));
        let greys = (0..=255_u8).map(|k| better(Color { r: k, g: k, b: k, a: 255 }));
        assert!(greys.fold(f64::INFINITY, f64::min) >= 21_f64.sqrt());
        // (Y + 0.05) / 0.05 of a colour against black gives its Y.
        let luminance = |rgb| 0.05 * contrast(Color::hex(rgb), black) - 0.05;
        assert!((luminance(0xD7_3027) - 0.167_07).abs() < 1e-4);
        // The border between them, in greys: 0.17789 and 0.18116 lie on its two sides.
        assert_eq!(text_on(Color::hex(0x75_7575)), white);
        assert_eq!(text_on(Color::hex(0x77_7777)), black);
    }

    #[test]
    fn the_palettes_as_published() {
        let vik = [
            0x59_0008, 0x85_2206, 0xB7_5A26, 0xCD_8961, 0xE1_B8A0, 0xEC_E5E0, 0xA7_C9DA, 0x54_96B7,
            0x11_6496, 0x02_3A7B, 0x00_1261,
        ];
        let red_blue = [
            0xD7_3027, 0xF4_6D43, 0xFD_AE61, 0xFE_E090, 0xFF_FFBF, 0xE0_F3F8, 0xAB_D9E9, 0x74_ADD1,
            0x45_75B4,
        ];
        for (palette, colors) in
            [(Palette::RedBrownBlue, &vik[..]), (Palette::RedBlue, &red_blue[..])]
        {
            let last = colors.len() as f64 - 1.0;
            for (index, rgb) in colors.iter().enumerate() {
                let (found, e) = (palette.at(index as f64 / last), Color::hex(*rgb));
                let off = |a: u8, b: u8| a.abs_diff(b);
                let most = off(found.r, e.r).max(off(found.g, e.g)).max(off(found.b, e.b));
                // Of 256 rows eleven samples are not all rows.
                assert!(most <= 3, "{palette:?} {index}: {found:?} is not {rgb:06X}");
            }
        }
    }

    #[test]
    fn contrasts_of_known_colours() {
        for (rgb, text, expected) in [
            (0xD7_3027, 0xFF_FFFF, 4.84),
            (0xF4_6D43, 0x00_0000, 7.12),
            (0xFF_FFBF, 0x00_0000, 20.31),
            (0x45_75B4, 0xFF_FFFF, 4.71),
            (0x85_2206, 0xFF_FFFF, 9.42),
            (0xB7_5A26, 0xFF_FFFF, 4.66),
            (0x54_96B7, 0x00_0000, 6.42),
            (0x11_6496, 0xFF_FFFF, 6.39),
            (0xEC_E5E0, 0x00_0000, 16.85),
        ] {
            let ground = Color::hex(rgb);
            assert_eq!(text_on(ground), Color::hex(text));
            assert!((contrast(ground, Color::hex(text)) - expected).abs() < 0.01);
        }
    }

    /// A colour as a person without green cones sees it (Machado, Oliveira and Fernandes 2009,
    /// severity 1.0, in linear light).
    fn without_green(c: Color) -> Color {
        const ROWS: [[f64; 3]; 3] = [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ];
        let linear = [c.r, c.g, c.b].map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        let [r, g, b] = ROWS.map(|row| {
            let seen: f64 = row.iter().zip(linear).map(|(a, b)| a * b).sum();
            let seen = seen.clamp(0.0, 1.0);
            let share = if seen <= 0.003_130_8 {
                12.92 * seen
            } else {
                1.055 * seen.powf(1.0 / 2.4) - 0.055
            };
            (share * 255.0).round() as u8
        });
        Color { r, g, b, a: c.a }
    }

    #[test]
    fn bad_and_good_stay_apart_without_green_cones() {
        // Under 0.02 hardly anybody sees a difference; bad and good are to be five times that apart.
        let (step, halves) = (0.02, 0.1);
        for palette in [Palette::RedBrownBlue, Palette::RedBlue, Palette::Cividis] {
            let seen: Vec<Color> =
                (0..8).map(|index| without_green(palette.leaf_color(3, index))).collect();
            for pair in seen.windows(2) {
                let apart = distance(pair[0], pair[1]);
                assert!(apart >= step, "{palette:?}: {pair:?} are {apart} apart");
            }
            for (index, bad) in seen[..3].iter().enumerate() {
                for good in &seen[5..] {
                    let apart = distance(*bad, *good);
                    assert!(apart >= halves, "{palette:?}: {index} and {good:?} are {apart} apart");
                }
            }
        }
        // That the matrix is the right one: red and green of one lightness become alike.
        let (red, green) = (Color::hex(0xC0_4030), Color::hex(0x70_7020));
        let before = distance(red, green);
        assert!(distance(without_green(red), without_green(green)) < before / 2.0);
    }
}
