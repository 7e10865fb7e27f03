//! The named versions: keep one, look at one, restore, rename or delete one.
//!
//! Restoring is one undo step like any other.

use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::app::widgets::{self, Button, Field, IconButton, label};
use crate::document::Command;
use crate::document::command::now;
use crate::model::{Message, Version, VersionId};
use crate::render::icons::Icon;
use crate::text::DayStyle;
use chrono::{DateTime, Datelike, Local, Timelike};
use egui::{Key, Margin, Ui};

/// Shows the list; gives the version that is to be looked at.
pub(super) fn versions_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    name: &mut String,
    renaming: &mut Option<(VersionId, String)>,
    out: &mut Vec<UiAction>,
) -> Option<VersionId> {
    keep_ui(ui, ctx, name, out);
    ui.add_space(8.0);
    let mut versions: Vec<&Version> = ctx.model.versions.values().collect();
    versions.sort_by(|a, b| (&b.at, b.id).cmp(&(&a.at, a.id)));
    if versions.is_empty() {
        widgets::caption(ui, ctx.theme, ctx.t("history-no-versions"));
        return None;
    }
    let mut wanted = None;
    let area = egui::ScrollArea::vertical().auto_shrink([false, false]);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for version in versions {
            if version_ui(ui, ctx, version, renaming, out) {
                wanted = Some(version.id);
            }
        }
    });
    wanted
}

/// A field for the name of a new version, and the button that keeps it.
fn keep_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &mut String, out: &mut Vec<UiAction>) {
    let field = Field::new(name, ctx.t("history-version-name"))
        .labelled()
        .hint(ctx.t("history-version-hint"))
        .width(ui.available_width())
        .show(ui, ctx.theme);
    let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    ui.add_space(4.0);
    let empty = name.trim().is_empty();
    let why = ctx.why_fixed().or_else(|| empty.then(|| ctx.t("history-name-needed")));
    let free = why.is_none();
    let button = Button::primary(ctx.t("history-keep")).icon(Icon::of("bookmark"));
    let pressed = button.disabled_because(why).show(ui, ctx.theme).clicked();
    if (pressed || entered) && free {
        let (id, at) = (VersionId::fresh(), now());
        let name = std::mem::take(name).trim().to_owned();
        let told = Message::new("history-kept").with("name", name.as_str());
        out.push(UiAction::RunAndTell(Command::KeepVersion { id, name, at }, told));
    }
}

/// True when the version is to be looked at.
fn version_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    version: &Version,
    renaming: &mut Option<(VersionId, String)>,
    out: &mut Vec<UiAction>,
) -> bool {
    let theme = ctx.theme;
    let mut wanted = false;
    card(theme).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if renaming.as_ref().is_some_and(|(id, _)| *id == version.id) {
            rename_ui(ui, ctx, version.id, renaming, out);
        } else {
            label(ui, version.name.clone(), fonts::strong(13.0), theme.ink);
        }
        let text = Message::new("history-version-about")
            .with("when", when(ctx, &version.at))
            .with("journeys", version.journeys)
            .with("cards", version.cards);
        widgets::caption(ui, theme, ctx.texts.say(&text));
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let name = version.name.as_str();
            let look = Button::new(ctx.t("history-look")).small();
            let look = look.name(ctx.t1("history-look-at", "name", name));
            wanted = look.show(ui, theme).clicked();
            let compare = Button::new(ctx.t("history-compare")).small();
            let compare = compare.name(ctx.t1("history-compare-version", "name", name));
            if compare.show(ui, theme).clicked() {
                out.push(UiAction::CompareVersion(version.id));
            }
            let restore = Button::new(ctx.t("history-restore")).small();
            let restore = restore.name(ctx.t1("history-restore-version", "name", name));
            if restore.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                out.push(restored(version));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                more_ui(ui, ctx, version, renaming, out);
            });
        });
    });
    wanted
}

fn more_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    version: &Version,
    renaming: &mut Option<(VersionId, String)>,
    out: &mut Vec<UiAction>,
) {
    let name = version.name.as_str();
    let delete = IconButton::new(Icon::of("delete"), ctx.t1("history-delete", "name", name));
    if delete.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
        let told = Message::new("history-deleted").with("name", name);
        let command = Command::DeleteVersion { version: version.id };
        out.push(UiAction::RunAndTell(command, told));
    }
    let rename = IconButton::new(Icon::of("edit"), ctx.t1("history-rename", "name", name));
    if rename.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
        *renaming = Some((version.id, version.name.clone()));
    }
}

fn rename_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    version: VersionId,
    renaming: &mut Option<(VersionId, String)>,
    out: &mut Vec<UiAction>,
) {
    let Some((_, text)) = renaming else { return };
    let width = ui.available_width();
    let field = Field::new(text, ctx.t("history-version-name")).width(width).show(ui, ctx.theme);
    if !field.has_focus() && !field.lost_focus() {
        field.request_focus();
    }
    if field.lost_focus() {
        let name = text.trim().to_owned();
        if !name.is_empty() && !ui.input(|i| i.key_pressed(Key::Escape)) {
            out.push(UiAction::Run(Command::RenameVersion { version, name }));
        }
        *renaming = None;
    }
}

/// Restores a version and says so.
pub(super) fn restored(version: &Version) -> UiAction {
    let told = Message::new("history-restored").with("name", version.name.as_str());
    UiAction::RunAndTell(Command::RestoreVersion { version: version.id }, told)
}

fn card(theme: &Theme) -> egui::Frame {
    egui::Frame::new().fill(theme.lane).corner_radius(8).inner_margin(Margin::symmetric(12, 10))
}

/// A time of the document in words, here and now.
fn when(ctx: &Ctx<'_>, at: &str) -> String {
    let Ok(at) = DateTime::parse_from_rfc3339(at) else {
        return at.to_owned();
    };
    let at = at.with_timezone(&Local);
    let day = ctx.texts.day(at.date_naive().num_days_from_ce() - 719_163, DayStyle::Full);
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    ctx.texts.say(&Message::new("history-when").with("day", day).with("time", time))
}
