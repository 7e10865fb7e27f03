//! Colours and text styles of the window: the tokens as egui takes them, and egui's own style.
//!
//! Every panel asks this one for its colours; the colours themselves are written in `render::theme`.

use super::fonts::{Face, family};
use crate::render::scene::Color;
use crate::render::theme::Theme as Look;
use egui::{Color32, CornerRadius, FontId, Margin, Shadow, Stroke, TextStyle, Vec2, vec2};

macro_rules! tokens {
    ($($name:ident)*) => {
        /// Every colour of the window, by the names of the design.
        #[derive(Clone, PartialEq, Debug)]
        #[expect(missing_docs, reason = "each is explained in `render::theme`")]
        pub struct Theme {
            /// Whether this is the dark look.
            pub dark: bool,
            $(pub $name: Color32,)*
        }

        impl From<Look> for Theme {
            fn from(look: Look) -> Self {
                let colors = look.colors();
                Self { dark: look == Look::Dark, $($name: color32(colors.$name),)* }
            }
        }
    };
}

tokens! {
    canvas panel sheet card lane field hover press ink ink2 ink3 ink4 line line2 edge accent
    accent_hover tint tint2 on_accent ribbon on_ribbon good good_tint bad bad_tint ok ok_tint err
    err_tint star chan start_side start_drop start_button start_edge start_primary
    start_on_primary start_primary_hover start_dash start_chip start_ink start_ink2 start_ink3
    tooltip_link tooltip_ok shadow tooltip on_tooltip on_tooltip2 mot_chip on_mot_chip
}

/// A colour of a picture as egui takes it.
#[must_use]
pub fn color32(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
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
        Self::from(if dark { Look::Dark } else { Look::Light })
    }

    /// Light or dark, for pictures.
    #[must_use]
    pub fn look(&self) -> Look {
        if self.dark { Look::Dark } else { Look::Light }
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
        Shadow { offset: [0, offset], blur, spread: 0, color: self.shadow.gamma_multiply(opacity) }
    }

    /// A panel's card: white box with a hairline and a small shadow.
    pub fn card_frame(&self, radius: u8) -> egui::Frame {
        egui::Frame::new()
            .fill(self.panel)
            .stroke(self.hairline())
            .corner_radius(radius)
            .shadow(self.shadow_of(Depth::Card))
    }

    /// The frame of menus and pop-ups.
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
        let theme = if self.dark { egui::Theme::Dark } else { egui::Theme::Light };
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
        // Always to be seen, so that nobody misses what lies below, but quiet.
        spacing.scroll.floating_width = 4.0;
        spacing.scroll.dormant_handle_opacity = 0.3;
        spacing.scroll.active_handle_opacity = 0.45;
        spacing.scroll.interact_handle_opacity = 0.8;
        spacing.tooltip_width = 320.0;
        spacing.text_edit_width = 200.0;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = 0.08;
    }

    fn visuals(&self, style: &mut egui::Style) {
        let visuals = &mut style.visuals;
        visuals.dark_mode = self.dark;
        // Controls paint their own disabled state; what a field says stays readable.
        visuals.disabled_alpha = 1.0;
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
            (&mut visuals.widgets.noninteractive, self.panel, self.line, self.ink),
            (&mut visuals.widgets.inactive, self.field, self.line2, self.ink),
            (&mut visuals.widgets.hovered, self.hover, self.edge, self.ink),
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
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_can_be_read_on_what_it_stands_on() {
        for theme in [Theme::of(false), Theme::of(true)] {
            for ground in [theme.panel, theme.canvas, theme.lane, theme.hover, theme.tint] {
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
