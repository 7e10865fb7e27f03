//! Recent maps: three cards, the older ones as rows, a field to find one.
//!
//! A file that is gone stays, greyed, until it is found or removed.

use super::thumbnail;
use super::{card, grid, heading};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::recent::{Recent, RecentFile};
use crate::app::widgets::{
    Field, IconButton, MenuItem, empty_state, menu, paint_icon, paint_line, text_width,
};
use crate::model::Message;
use crate::render::icons::Icon;
use crate::text::DayStyle;
use chrono::{DateTime, Datelike, Local, Timelike};
use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::path::Path;

/// Maps shown as cards.
const CARDS: usize = 3;

/// Shows the section.
pub fn ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    recent: &Recent,
    search: &mut String,
    actions: &mut Vec<UiAction>,
) {
    let head = heading(ui, ctx, &ctx.t("start-recent"), "", 32.0);
    if recent.files.is_empty() {
        return nothing_yet(ui, ctx, actions);
    }
    find_field(ui, ctx, head, search);
    let wanted = search.trim().to_lowercase();
    let files: Vec<_> =
        recent.files.iter().filter(|f| f.title.to_lowercase().contains(&wanted)).collect();
    if files.is_empty() {
        let text = ctx.t1("palette-nothing", "term", search.trim());
        ui.add_space(12.0);
        crate::app::widgets::body(ui, ctx.theme, text);
    }
    let (cards, rows) = files.split_at(files.len().min(CARDS));
    for (file, place) in cards.iter().zip(grid(ui, cards.len(), CARDS, 216.0)) {
        card_ui(ui, ctx, file, place, actions);
    }
    if !rows.is_empty() {
        ui.add_space(16.0);
        rows_ui(ui, ctx, rows, actions);
    }
}

fn find_field(ui: &mut Ui, ctx: &Ctx<'_>, head: Rect, search: &mut String) {
    let place = Rect::from_min_max(pos2(head.right() - 240.0, head.top()), head.max);
    let text = ctx.t("start-find");
    // A child of its own: the section goes on below its heading, not below the field.
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    let field = Field::new(search, text.clone()).hint(text).icon(Icon::of("search"));
    field.width(240.0).show(&mut child, ctx.theme);
}

fn nothing_yet(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    let size = vec2(ui.available_width(), 216.0);
    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
    let outline = crate::app::widgets::rounded_outline(place.shrink(0.75), 12.0);
    let edge = egui::Stroke::new(1.5, ctx.theme.line2);
    ui.painter().extend(egui::Shape::dashed_line(&outline, edge, 5.0, 4.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place.shrink2(vec2(16.0, 26.0))));
    let (title, text) = (ctx.t("start-empty-title"), ctx.t("start-empty-text"));
    let button = ctx.t("palette-do-new");
    let button = Some((button.as_str(), None));
    if empty_state(&mut child, ctx.theme, Icon::of("route"), &title, &text, button) {
        actions.push(UiAction::New);
    }
}

/// "17 touchpoints, 14,632 responses".
fn counts(ctx: &Ctx<'_>, file: &RecentFile) -> String {
    let key = if file.responses == 0 { "start-counts-no-feedback" } else { "start-counts" };
    let message = Message::new(key).with("touchpoints", file.touchpoints);
    ctx.texts.say(&match file.responses {
        0 => message,
        responses => message.with("responses", responses),
    })
}

/// "Today 14:02", "Yesterday", "6 Oct".
fn when(ctx: &Ctx<'_>, file: &RecentFile) -> String {
    let Some(then) = DateTime::from_timestamp(file.opened_at, 0) else {
        return String::new();
    };
    let then = then.with_timezone(&Local);
    let days = |day: chrono::NaiveDate| day.num_days_from_ce() - 719_163;
    let (day, today) = (days(then.date_naive()), days(Local::now().date_naive()));
    match today - day {
        0 => {
            let time = format!("{:02}:{:02}", then.hour(), then.minute());
            ctx.t1("start-today", "time", time)
        }
        1 => ctx.t("start-yesterday"),
        _ if then.year() == Local::now().year() => ctx.texts.day(day, DayStyle::DayMonth),
        _ => ctx.texts.day(day, DayStyle::Full),
    }
}

fn card_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    file: &RecentFile,
    place: Rect,
    actions: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let name = ctx.t1("start-open-map", "title", &file.title);
    let response = card(ui, theme, place, &file.path, &name);
    let picture = Rect::from_min_size(place.min + vec2(1.0, 1.0), vec2(place.width() - 2.0, 141.0));
    thumbnail::paint(ui, theme, picture, &file.thumbnail);
    ui.painter().hline(picture.x_range(), picture.bottom(), theme.hairline());
    if response.hovered() {
        let edge = egui::Stroke::new(1.5, theme.accent);
        ui.painter().rect_stroke(place, 12.0, edge, StrokeKind::Inside);
    }
    let (left, right) = (place.left() + 16.0, place.right() - 16.0);
    let y = place.top() + 166.0;
    let ink = if file.is_there { theme.ink } else { theme.ink4 };
    let room = right - left - 36.0;
    paint_line(ui, pos2(left, y), Align2::LEFT_CENTER, &file.title, fonts::strong(14.0), ink, room);
    if file.is_there {
        let font = fonts::regular(12.5);
        let y = place.top() + 190.0;
        let date = when(ctx, file);
        let text = counts(ctx, file);
        let wanted = text_width(ui, &text, &font) + text_width(ui, &date, &font) + 10.0;
        // Below each other where they do not fit beside each other.
        let (at, align, y) = if wanted <= right - left {
            (pos2(right, y), Align2::RIGHT_CENTER, y)
        } else {
            (pos2(left, y + 13.0), Align2::LEFT_CENTER, y - 4.0)
        };
        let room = right - left;
        paint_line(ui, pos2(left, y), Align2::LEFT_CENTER, &text, font.clone(), theme.ink3, room);
        ui.painter().text(at, align, date, font, theme.ink3);
    } else {
        let veil = theme.panel.gamma_multiply(0.7);
        let round = egui::CornerRadius { nw: 11, ne: 11, sw: 0, se: 0 };
        ui.painter().rect_filled(picture, round, veil);
        let text = ctx.t("start-missing");
        let galley = ui.painter().layout(text, fonts::regular(12.0), theme.ink3, right - left);
        ui.painter().galley(pos2(left, place.top() + 178.0), galley, theme.ink3);
    }
    more_menu(
        ui,
        ctx,
        file,
        Rect::from_center_size(pos2(right - 8.0, y), vec2(28.0, 28.0)),
        actions,
    );
    if response.clicked() {
        actions.push(open(file));
    }
}

/// Opens the file, or looks for it when it is gone.
fn open(file: &RecentFile) -> UiAction {
    if file.is_there { UiAction::Open(file.path.clone()) } else { UiAction::OpenDialog }
}

fn more_menu(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    file: &RecentFile,
    place: Rect,
    actions: &mut Vec<UiAction>,
) {
    let name = ctx.t1("start-more", "title", &file.title);
    let builder = UiBuilder::new().max_rect(place).id_salt(&file.path);
    let mut child = ui.new_child(builder);
    let button = IconButton::new(Icon::of("more_horiz"), name.clone()).show(&mut child, ctx.theme);
    menu(&button, ctx.theme, &name, 220.0, |ui| {
        let (key, icon) = if file.is_there {
            ("start-open", "folder_open")
        } else {
            ("start-look-for", "search")
        };
        if MenuItem::new(ctx.t(key)).icon(Icon::of(icon)).show(ui, ctx.theme) {
            actions.push(open(file));
        }
        let remove = MenuItem::new(ctx.t("start-remove")).icon(Icon::of("close"));
        if remove.show(ui, ctx.theme) {
            actions.push(UiAction::Forget(file.path.clone()));
        }
    });
}

fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, rows: &[&RecentFile], actions: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    let size = vec2(ui.available_width(), 44.0 * rows.len() as f32);
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().add(theme.shadow_of(crate::app::theme::Depth::Card).as_shape(all, 12.0));
    ui.painter().rect(all, 12.0, theme.panel, theme.hairline(), StrokeKind::Inside);
    for (i, file) in rows.iter().enumerate() {
        let top = all.top() + 44.0 * i as f32;
        let place = Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), 44.0));
        if i > 0 {
            let line = place.left() + 16.0..=place.right() - 16.0;
            ui.painter().hline(line, top, theme.hairline());
        }
        row_ui(ui, ctx, file, place, actions);
    }
}

fn row_ui(ui: &Ui, ctx: &Ctx<'_>, file: &RecentFile, place: Rect, actions: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    let response = ui.interact(place, ui.scope_id().with(&file.path), Sense::click());
    let name = ctx.t1("start-open-map", "title", &file.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(place.shrink2(vec2(6.0, 3.0)), 7.0, theme.hover);
    }
    if response.has_focus() {
        crate::app::widgets::focus_ring(ui, theme, place.shrink(4.0), 7.0);
    }
    let y = place.center().y;
    paint_icon(ui.painter(), pos2(place.left() + 28.0, y), Icon::of("route"), 18.0, theme.ink3);
    let ink = if file.is_there { theme.ink } else { theme.ink4 };
    let column = |share: f32| pos2(place.left() + place.width() * share, y);
    let quiet = fonts::regular(12.5);
    let align = Align2::LEFT_CENTER;
    let at = pos2(place.left() + 48.0, y);
    let room = column(0.286).x - at.x - 12.0;
    paint_line(ui, at, align, &file.title, fonts::strong(13.5), ink, room);
    let room = place.width() * 0.24;
    let folder = folder_in_words(&file.path);
    paint_line(ui, column(0.286), align, &folder, quiet.clone(), theme.ink3, room);
    let text = if file.is_there { counts(ctx, file) } else { ctx.t("start-missing") };
    let room = place.width() * 0.36;
    paint_line(ui, column(0.534), align, &text, quiet.clone(), theme.ink3, room);
    let at = pos2(place.right() - 18.0, y);
    ui.painter().text(at, Align2::RIGHT_CENTER, when(ctx, file), quiet, theme.ink3);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        actions.push(open(file));
    }
}

/// The last two folders of a path: "Documents › Noordvolt".
fn folder_in_words(path: &Path) -> String {
    let folders: Vec<_> = path
        .parent()
        .into_iter()
        .flat_map(Path::components)
        .filter_map(|part| match part {
            std::path::Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        })
        .collect();
    folders[folders.len().saturating_sub(2)..].join(" › ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_told_by_its_last_two_names() {
        for (path, words) in [
            ("/home/kim/Documents/Noordvolt/a.klantreis", "Documents › Noordvolt"),
            ("/a.klantreis", ""),
            ("a.klantreis", ""),
        ] {
            assert_eq!(folder_in_words(Path::new(path)), words);
        }
    }
}
