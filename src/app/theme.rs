//! Colours and text styles of the window: the tokens as egui takes them, and egui's own style.
//!
//! The only place of the window that makes colours; every panel asks this one.

use super::fonts::{Face, family};
use egui::{Color32, CornerRadius, FontId, Margin, Shadow, Stroke, TextStyle, Vec2, vec2};

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident: $light:literal, $dark:literal;)*) => {
        /// Every colour of the window, by the names of the design.
        #[derive(Clone, PartialEq, Debug)]
        pub struct Theme {
            /// Whether this is the dark look.
            pub dark: bool,
            $($(#[$doc])* pub $name: Color32,)*
        }

        impl Theme {
            /// The light look.
            #[must_use]
            pub fn light() -> Self {
                Self { dark: false, $($name: hex($light),)* }
            }

            /// The dark look.
            #[must_use]
            pub fn dark() -> Self {
                Self { dark: true, $($name: hex($dark),)* }
            }
        }
    };
}

tokens! {
    /// Behind sheets and cards.
    canvas: 0xEFF1F4, 0x101217;
    /// Rail, top bar, inspector, dialogs.
    panel: 0xFFFFFF, 0x191C22;
    /// The map.
    sheet: 0xFFFFFF, 0x1B1F26;
    /// Touchpoint card.
    card: 0xFFFFFF, 0x262B34;
    /// Every second lane, group rows, quiet boxes.
    lane: 0xF7F8FA, 0x20242C;
    /// Inputs, drop-downs, secondary buttons.
    field: 0xFFFFFF, 0x20242C;
    /// Background under the pointer.
    hover: 0xF1F2F5, 0x2A2F39;
    /// Background while pressed.
    press: 0xE6E8EC, 0x333946;
    /// Titles, numbers, body.
    ink: 0x171A21, 0xF1F3F6;
    /// Second text, icons.
    ink2: 0x434A57, 0xC5CAD4;
    /// Captions, axes, placeholders.
    ink3: 0x5C6575, 0x98A1AF;
    /// Disabled text and decoration only.
    ink4: 0x9AA2AF, 0x6C7583;
    /// Hairlines, card edge.
    line: 0xE4E7EC, 0x2E343F;
    /// Edge of buttons and drop-downs, axis.
    line2: 0xCBD1DA, 0x434B59;
    /// Edge of check boxes, radios and text fields.
    edge: 0x868E9B, 0x7C8593;
    /// Selection, focus, primary button, links.
    accent: 0x5B45C2, 0xA79BFF;
    /// Primary button under the pointer.
    accent_hover: 0x4A36A8, 0xBDB4FF;
    /// Selected row, active chip.
    tint: 0xEFECFB, 0x2D2950;
    /// Edge of an active chip.
    tint2: 0xDDD6F7, 0x3D3770;
    /// Text on accent.
    on_accent: 0xFFFFFF, 0x14121F;
    /// Stage chevrons without overlay.
    ribbon: 0x2B303D, 0x39404F;
    /// Text on the ribbon.
    on_ribbon: 0xFFFFFF, 0xFFFFFF;
    /// Gains, improvements.
    good: 0x116496, 0x86BEDC;
    /// Behind gains.
    good_tint: 0xE6F1F7, 0x1D313D;
    /// Pains, declines, overdue.
    bad: 0xA24B1C, 0xE3A57F;
    /// Behind pains.
    bad_tint: 0xFAEEE6, 0x3B2A21;
    /// Saved, valid. Never data.
    ok: 0x1B7A4B, 0x6FCF9A;
    /// Behind `ok`.
    ok_tint: 0xE6F4EC, 0x1C3327;
    /// Errors, delete. Never data.
    err: 0xB42318, 0xFF8A80;
    /// Behind `err`.
    err_tint: 0xFDECEA, 0x3D2020;
    /// Moment of truth.
    star: 0xB57A00, 0xF0B93A;
    /// Behind a channel icon, avatar.
    chan: 0xEEF0F4, 0x323844;
    /// Left column of the start screen.
    start_side: 0x232733, 0x232733;
    /// Its drop area.
    start_drop: 0x282D3A, 0x282D3A;
    /// Its buttons.
    start_button: 0x2E3342, 0x2E3342;
    /// Its edges.
    start_edge: 0x414858, 0x414858;
    /// Its primary button and links.
    start_primary: 0xA79BFF, 0xA79BFF;
    /// Its primary button under the pointer.
    start_primary_hover: 0xBDB4FF, 0xBDB4FF;
    /// The dashed edge of its drop area.
    start_dash: 0x6C76A0, 0x6C76A0;
    /// Small boxes on it.
    start_chip: 0x343A4C, 0x343A4C;
    /// Text on its primary button.
    start_on_primary: 0x14121F, 0x14121F;
    /// Text on the start column.
    start_ink: 0xFFFFFF, 0xFFFFFF;
    /// Second text on the start column.
    start_ink2: 0xC5CAD4, 0xC5CAD4;
    /// Captions on the start column.
    start_ink3: 0x98A1AF, 0x98A1AF;
    /// Tooltips and messages.
    tooltip: 0x23262E, 0x39404F;
    /// Text on tooltips.
    on_tooltip: 0xFFFFFF, 0xFFFFFF;
    /// Second text on tooltips.
    on_tooltip2: 0xC5CAD4, 0xC5CAD4;
    /// A link on a dark message.
    tooltip_link: 0xA79BFF, 0xBDB4FF;
    /// A check mark on a dark message.
    tooltip_ok: 0x6FCF9A, 0x6FCF9A;
    /// Behind "Moment of truth".
    mot_chip: 0xFFF6DF, 0x3A3018;
    /// Text of "Moment of truth".
    on_mot_chip: 0x6B4A00, 0xF0D28A;
    /// Colour of shadows.
    shadow: 0x171A21, 0x000000;
}

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// How far something floats above what is below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// Cards and panels.
    Card,
    /// The map sheet.
    Sheet,
    /// Menus, tool bars, messages, what is dragged.
    Menu,
    /// Dialogs.
    Dialog,
}

impl Theme {
    /// The look of that darkness.
    #[must_use]
    pub fn of(dark: bool) -> Self {
        if dark { Self::dark() } else { Self::light() }
    }

    /// A one-point line of a colour.
    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// The shadow of a depth. Dark cards have an edge instead.
    #[must_use]
    pub fn shadow_of(&self, depth: Depth) -> Shadow {
        let (offset, blur, light, dark) = match depth {
            Depth::Card => (1, 4, 0.08, 0.35),
            Depth::Sheet => (2, 10, 0.07, 0.35),
            Depth::Menu => (7, 20, 0.18, 0.5),
            Depth::Dialog => (10, 28, 0.2, 0.5),
        };
        let opacity = if self.dark { dark } else { light };
        Shadow {
            offset: [0, offset],
            blur,
            spread: 0,
            color: self.shadow.gamma_multiply(opacity),
        }
    }

    /// A panel's card: white box with a hairline and a small shadow.
    #[must_use]
    pub fn card_frame(&self, radius: u8) -> egui::Frame {
        egui::Frame::new()
            .fill(self.panel)
            .stroke(self.hairline())
            .corner_radius(radius)
            .shadow(self.shadow_of(Depth::Card))
    }

    /// The frame of menus and pop-ups.
    #[must_use]
    pub fn menu_frame(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.panel)
            .stroke(Stroke::new(1.0, self.line2))
            .corner_radius(10)
            .inner_margin(Margin::same(6))
            .shadow(self.shadow_of(Depth::Menu))
    }

    /// Sets fonts and style of a context for this look.
    pub fn apply(&self, ctx: &egui::Context) {
        let theme = if self.dark {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        };
        ctx.set_theme(theme);
        let mut style = theme.default_style();
        self.text_styles(&mut style);
        self.spacing(&mut style);
        self.visuals(&mut style);
        ctx.set_style_of(theme, style);
    }

    fn text_styles(&self, style: &mut egui::Style) {
        let regular = |size| FontId::new(size, family(Face::Regular));
        let strong = |size| FontId::new(size, family(Face::SemiBold));
        style.text_styles = [
            (TextStyle::Small, regular(11.5)),
            (TextStyle::Body, regular(13.0)),
            (TextStyle::Button, strong(13.0)),
            (TextStyle::Heading, strong(18.0)),
            (TextStyle::Monospace, regular(13.0)),
        ]
        .into();
    }

    fn spacing(&self, style: &mut egui::Style) {
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(8.0, 8.0);
        spacing.button_padding = vec2(12.0, 6.0);
        spacing.interact_size = vec2(28.0, 28.0);
        spacing.menu_margin = Margin::same(6);
        spacing.scroll.floating = true;
        spacing.scroll.bar_width = 8.0;
        spacing.tooltip_width = 320.0;
        spacing.text_edit_width = 200.0;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = 0.08;
    }

    fn visuals(&self, style: &mut egui::Style) {
        let visuals = &mut style.visuals;
        visuals.dark_mode = self.dark;
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel;
        visuals.window_stroke = Stroke::new(1.0, self.line2);
        visuals.window_corner_radius = CornerRadius::same(12);
        visuals.window_shadow = self.shadow_of(Depth::Dialog);
        visuals.menu_corner_radius = CornerRadius::same(10);
        visuals.popup_shadow = self.shadow_of(Depth::Menu);
        visuals.extreme_bg_color = self.field;
        visuals.text_edit_bg_color = Some(self.field);
        visuals.faint_bg_color = self.lane;
        visuals.hyperlink_color = self.accent;
        visuals.warn_fg_color = self.bad;
        visuals.error_fg_color = self.err;
        visuals.weak_text_color = Some(self.ink3);
        visuals.selection.bg_fill = self.tint2;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        visuals.text_cursor.stroke = Stroke::new(2.0, self.accent);
        let radius = CornerRadius::same(7);
        for (look, fill, edge, ink) in [
            (
                &mut visuals.widgets.noninteractive,
                self.panel,
                self.line,
                self.ink,
            ),
            (
                &mut visuals.widgets.inactive,
                self.field,
                self.line2,
                self.ink,
            ),
            (
                &mut visuals.widgets.hovered,
                self.hover,
                self.edge,
                self.ink,
            ),
            (&mut visuals.widgets.active, self.press, self.edge, self.ink),
            (&mut visuals.widgets.open, self.hover, self.edge, self.ink),
        ] {
            look.bg_fill = fill;
            look.weak_bg_fill = fill;
            look.bg_stroke = Stroke::new(1.0, edge);
            look.fg_stroke = Stroke::new(1.0, ink);
            look.corner_radius = radius;
            look.expansion = 0.0;
        }
    }
}

/// The least area a pointer must be able to hit.
pub const HIT: Vec2 = vec2(28.0, 28.0);

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.
    fn luminance(color: Color32) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_can_be_read_on_what_it_stands_on() {
        for theme in [Theme::light(), Theme::dark()] {
            for ground in [
                theme.panel,
                theme.canvas,
                theme.lane,
                theme.hover,
                theme.tint,
            ] {
                for ink in [theme.ink, theme.ink2, theme.ink3] {
                    assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}");
                }
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
            assert!(contrast(theme.accent, theme.tint) >= 4.5);
            assert!(contrast(theme.err, theme.err_tint) >= 4.5);
            assert!(contrast(theme.on_tooltip2, theme.tooltip) >= 4.5);
            assert!(contrast(theme.edge, theme.field) >= 3.0);
            assert!(contrast(theme.start_ink3, theme.start_side) >= 4.5);
        }
    }
}
