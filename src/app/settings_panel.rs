//! The settings dialog: language, look, interface size.
//!
//! Each choice works at once; there is nothing to confirm.

use super::context::{Ctx, UiAction};
use super::fonts;
use super::settings::{SIZES, ThemeChoice};
use super::widgets::{self, Dialog, IconButton, label, segmented};
use crate::render::icons::Icon;
use crate::text::Lang;
use egui::Ui;

/// Whether the settings are shown.
#[derive(Default)]
pub struct SettingsPanel {
    /// Shown.
    pub open: bool,
}

impl SettingsPanel {
    /// Shows the dialog while it is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        if !self.open {
            return;
        }
        let title = ctx.t("app-settings");
        let close = ctx.t("app-close");
        let dialog = Dialog::new("settings_dialog", &title, &close).width(420.0);
        let end = dialog.show(egui, ctx.theme, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            row(ui, ctx, "settings-language", |ui| {
                language_ui(ui, ctx, actions)
            });
            row(ui, ctx, "settings-theme", |ui| theme_ui(ui, ctx, actions));
            row(ui, ctx, "settings-size", |ui| size_ui(ui, ctx, actions));
            ui.add_space(4.0);
            widgets::caption(ui, ctx.theme, ctx.t("settings-renderer-note"));
            let folder = ctx.t("settings-kept-at-once");
            widgets::caption(ui, ctx.theme, folder);
        });
        self.open = !end.closed;
    }
}

fn row(ui: &mut Ui, ctx: &Ctx<'_>, key: &'static str, content: impl FnOnce(&mut Ui)) {
    label(ui, ctx.t(key), fonts::strong(12.0), ctx.theme.ink2);
    content(ui);
    ui.add_space(6.0);
}

fn language_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    let mut lang = ctx.settings.lang;
    let options = Lang::ALL.map(|lang| (lang, lang.own_name().to_owned()));
    if segmented(ui, ctx.theme, &options, &mut lang) {
        actions.push(UiAction::SetLang(lang));
    }
}

fn theme_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    let mut theme = ctx.settings.theme;
    let options = [
        (ThemeChoice::System, ctx.t("settings-theme-system")),
        (ThemeChoice::Light, ctx.t("settings-theme-light")),
        (ThemeChoice::Dark, ctx.t("settings-theme-dark")),
    ];
    if segmented(ui, ctx.theme, &options, &mut theme) {
        actions.push(UiAction::SetTheme(theme));
    }
}

fn size_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    let size = ctx.settings.size;
    ui.horizontal(|ui| {
        let smaller = IconButton::new(Icon::of("remove"), ctx.t("settings-smaller"))
            .framed()
            .enabled(size > *SIZES.start());
        if smaller.show(ui, ctx.theme).clicked() {
            actions.push(UiAction::SetSize(size - 10));
        }
        let percent = ctx.texts.percent(f64::from(size), 0);
        label(ui, percent, fonts::strong(13.0), ctx.theme.ink);
        let larger = IconButton::new(Icon::of("add"), ctx.t("settings-larger"))
            .framed()
            .enabled(size < *SIZES.end());
        if larger.show(ui, ctx.theme).clicked() {
            actions.push(UiAction::SetSize(size + 10));
        }
    });
}
