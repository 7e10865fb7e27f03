//! The dark column: brand, three buttons, the drop area, the promise, language and look.
//!
//! The same in both themes.

use crate::app::actions::Do;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::logo;
use crate::app::settings::ThemeChoice;
use crate::app::widgets::{
    MenuItem, menu, paint_icon, paint_line, ring, rounded_outline, text_width, tip, tip_detail,
};
use crate::import::has_survey_ending;
use crate::render::icons::Icon;
use crate::text::Lang;
use egui::accesskit::Role;
use egui::epaint::CubicBezierShape;
use egui::{
    Align2, Color32, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Shows the column.
pub fn ui(ui: &mut Ui, ctx: &Ctx<'_>, place: Rect, actions: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    ui.painter().rect_filled(place, 0.0, theme.start_side);
    // Only where they stay clear of the words.
    if place.height() >= 800.0 {
        waves(ui, ctx, place);
    }
    let at = |x: f32, y: f32| place.min + vec2(x, y);
    logo::paint_on_dark(ui.painter(), theme, Rect::from_min_size(at(28.0, 32.0), vec2(44.0, 44.0)));
    let name = ctx.t("app-name");
    let painter = ui.painter();
    painter.text(at(84.0, 46.0), Align2::LEFT_CENTER, name, fonts::strong(20.0), theme.start_ink);
    let font = fonts::regular(12.5);
    paint_line(
        ui,
        at(84.0, 68.5),
        Align2::LEFT_CENTER,
        &ctx.t("start-motto"),
        font,
        theme.start_ink3,
        204.0,
    );
    for (i, action) in [Do::New, Do::Open, Do::Import].into_iter().enumerate() {
        let rect = Rect::from_min_size(at(28.0, 112.0 + 52.0 * i as f32), vec2(256.0, 44.0));
        big_button(ui, ctx, rect, action, i == 0, actions);
    }
    let bottom = (place.height() - 130.0).clamp(470.0, 544.0);
    let area = Rect::from_min_max(at(28.0, 300.0), at(284.0, bottom));
    drop_area(ui, ctx, area, actions);
    promise(ui, ctx, area.bottom());
    bottom_row(ui, ctx, place, actions);
}

fn waves(ui: &Ui, ctx: &Ctx<'_>, place: Rect) {
    let painter = ui.painter_at(place);
    let base = place.bottom() - 120.0;
    for (i, color) in
        [ctx.theme.start_button, ctx.theme.start_drop, ctx.theme.start_drop].into_iter().enumerate()
    {
        let y = base + 26.0 * i as f32;
        let at = |x: f32, up: f32| pos2(place.left() + x, y - up);
        let stroke = Stroke::new(3.0, color.gamma_multiply(if i == 2 { 0.7 } else { 1.0 }));
        for points in [
            [at(-20.0, 0.0), at(60.0, 0.0), at(70.0, 80.0), at(140.0, 80.0)],
            [at(140.0, 80.0), at(210.0, 80.0), at(240.0, -26.0), at(340.0, 50.0)],
        ] {
            let curve =
                CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
            painter.add(curve);
        }
    }
}

fn big_button(
    ui: &Ui,
    ctx: &Ctx<'_>,
    place: Rect,
    action: Do,
    primary: bool,
    actions: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let Some(action) = action.action() else {
        return;
    };
    let text = ctx.t(action.text);
    let response = ui.interact(place, ui.scope_id().with(action.text), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    let over = response.hovered() || response.is_pointer_button_down_on();
    let (fill, edge, ink, keys) = match (primary, over) {
        (true, false) => (
            theme.start_primary,
            theme.start_primary,
            theme.start_on_primary,
            theme.start_on_primary,
        ),
        (true, true) => (
            theme.start_primary_hover,
            theme.start_primary_hover,
            theme.start_on_primary,
            theme.start_on_primary,
        ),
        (false, false) => (theme.start_button, theme.start_edge, theme.start_ink, theme.start_ink3),
        (false, true) => (theme.start_edge, theme.start_dash, theme.start_ink, theme.start_ink2),
    };
    ui.painter().rect(place, 9.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let y = place.center().y;
    paint_icon(ui.painter(), pos2(place.left() + 28.0, y), action.icon(), 20.0, ink);
    let at = pos2(place.left() + 48.0, y);
    let font = if primary { fonts::strong(11.5) } else { fonts::regular(11.5) };
    let room = place.width() - 74.0 - text_width(ui, &action.shortcut(), &font);
    paint_line(ui, at, Align2::LEFT_CENTER, &text, fonts::strong(14.0), ink, room);
    let at = pos2(place.right() - 16.0, y);
    ui.painter().text(at, Align2::RIGHT_CENTER, action.shortcut(), font, keys);
    if response.has_focus() {
        ring(ui, place, 9.0, theme.start_primary);
    }
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        actions.push(action.asks(ctx));
    }
}

/// Whether this desktop lets files be dropped: Wayland does not, as yet.
fn can_drop() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_none_or(|name| name.is_empty())
}

/// What is held above the window, if anything: whether it would be imported.
fn held(ui: &Ui) -> Option<bool> {
    ui.input(|i| {
        let file = i.raw.hovered_files.first()?;
        Some(file.path.as_deref().is_some_and(has_survey_ending))
    })
}

fn drop_area(ui: &Ui, ctx: &Ctx<'_>, place: Rect, actions: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    let held = held(ui);
    let key = match held {
        Some(true) => "start-let-go-import",
        Some(false) => "start-let-go-open",
        None if can_drop() => "start-drop",
        None => "start-choose",
    };
    let text = ctx.t(key);
    let response = ui.interact(place, ui.scope_id().with("drop"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    let over = held.is_some() || response.hovered();
    let fill = if over { theme.start_button } else { theme.start_drop };
    ui.painter().rect_filled(place, 12.0, fill);
    if held.is_some() {
        let edge = Stroke::new(2.0, theme.start_primary);
        ui.painter().rect_stroke(place, 12.0, edge, StrokeKind::Inside);
    } else {
        let outline = rounded_outline(place.shrink(0.75), 11.25);
        let edge = Stroke::new(1.5, theme.start_dash);
        ui.painter().extend(Shape::dashed_line(&outline, edge, 6.0, 5.0));
    }
    let top = place.top() + (place.height() - 244.0) / 2.0;
    let middle = |y: f32| pos2(place.center().x, top + y);
    ui.painter().circle_filled(middle(68.0), 30.0, theme.start_chip);
    let icon = Icon::of("file_open");
    paint_icon(ui.painter(), middle(68.0), icon, 28.0, theme.start_primary);
    let ink = theme.start_ink;
    ui.painter().text(middle(124.0), Align2::CENTER_CENTER, text, fonts::strong(15.0), ink);
    let what = ctx.t("start-drop-what");
    let font = fonts::regular(12.5);
    paint_line(ui, middle(150.0), Align2::CENTER_CENTER, &what, font, theme.start_ink2, 236.0);
    extensions(ui, ctx, middle(190.0));
    if response.has_focus() {
        ring(ui, place, 12.0, theme.start_primary);
    }
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        actions.push(UiAction::OpenDialog);
    }
}

/// The kinds of file, side by side around a centre.
fn extensions(ui: &Ui, ctx: &Ctx<'_>, center: egui::Pos2) {
    let font = fonts::strong(11.5);
    let kinds = [".klantreis", ".csv", ".tsv"];
    let widths = kinds.map(|kind| text_width(ui, kind, &font) + 16.0);
    let total: f32 = widths.iter().sum::<f32>() + 6.0 * 2.0;
    let mut x = center.x - total / 2.0;
    for (kind, width) in kinds.into_iter().zip(widths) {
        let rect = Rect::from_min_size(pos2(x, center.y - 12.0), vec2(width, 24.0));
        ui.painter().rect_filled(rect, 6.0, ctx.theme.start_chip);
        let ink = ctx.theme.start_ink2;
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, kind, font.clone(), ink);
        x += width + 6.0;
    }
}

fn promise(ui: &Ui, ctx: &Ctx<'_>, below: f32) {
    let left = ui.max_rect().left();
    let at = pos2(left + 40.0, below + 28.0);
    paint_icon(ui.painter(), at, Icon::of("cloud_off"), 17.0, ctx.theme.start_ink3);
    let font = fonts::regular(12.5);
    let ink = ctx.theme.start_ink2;
    let galley = ui.painter().layout(ctx.t("start-promise"), font, ink, 226.0);
    ui.painter().galley(pos2(left + 58.0, below + 19.0), galley, ink);
}

/// Something to press on the dark column.
fn dark_button(ui: &Ui, ctx: &Ctx<'_>, place: Rect, salt: &str, name: &str) -> Response {
    let response = ui.interact(place, ui.scope_id().with(salt), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(place, 7.0, ctx.theme.start_button);
    }
    if response.has_focus() {
        ring(ui, place, 7.0, ctx.theme.start_primary);
    }
    response
}

fn bottom_row(ui: &Ui, ctx: &Ctx<'_>, place: Rect, actions: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    let y = place.bottom() - 36.0;
    let lang = ctx.settings.lang.own_name();
    let font = fonts::strong(12.5);
    let width = text_width(ui, lang, &font) + 58.0;
    let left = Rect::from_min_size(pos2(place.left() + 24.0, y - 16.0), vec2(width, 32.0));
    let name = format!("{}: {lang}", ctx.t("app-language"));
    let language = dark_button(ui, ctx, left, "language", &name);
    paint_icon(
        ui.painter(),
        pos2(left.left() + 16.0, y),
        Icon::of("translate"),
        17.0,
        theme.start_ink2,
    );
    let at = pos2(left.left() + 34.0, y);
    ui.painter().text(at, Align2::LEFT_CENTER, lang, font, theme.start_ink);
    let at = pos2(left.right() - 12.0, y);
    paint_icon(ui.painter(), at, Icon::of("expand_more"), 15.0, theme.start_ink2);
    menu(&language, theme, &ctx.t("app-language"), 150.0, |ui| {
        for lang in Lang::ALL {
            let item = MenuItem::new(lang.own_name()).selected(lang == ctx.settings.lang);
            if item.show(ui, theme) {
                actions.push(UiAction::SetLang(lang));
            }
        }
    });
    let after = (left.right() - place.left() + 18.0).max(160.0);
    let square = |x: f32| Rect::from_center_size(pos2(place.left() + x, y), vec2(32.0, 32.0));
    let (icon, key, next) = if theme.dark {
        ("light_mode", "start-light", ThemeChoice::Light)
    } else {
        ("dark_mode", "start-dark", ThemeChoice::Dark)
    };
    let name = ctx.t(key);
    let look = dark_button(ui, ctx, square(after), "look", &name);
    paint_icon(ui.painter(), look.rect.center(), Icon::of(icon), 17.0, theme.start_ink2);
    if tip(look, theme, &name).clicked() {
        actions.push(UiAction::SetTheme(next));
    }
    let name = ctx.t("app-settings");
    let settings = dark_button(ui, ctx, square(after + 34.0), "settings", &name);
    paint_icon(ui.painter(), settings.rect.center(), Icon::of("settings"), 17.0, theme.start_ink2);
    if tip_detail(settings, theme, &name, &Do::Settings.shortcut()).clicked() {
        actions.push(UiAction::OpenSettings);
    }
    let version = ctx.t1("start-version", "version", env!("CARGO_PKG_VERSION"));
    let at = pos2(place.left() + 284.0, y);
    let font = fonts::regular(12.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, version, font, theme.start_ink3);
}
