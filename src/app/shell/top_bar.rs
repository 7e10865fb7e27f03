//! The bar on top: the document's name and menu, undo and redo, search, overlay, language, export.
//!
//! There is no Save: each step is in the file.

use super::overlay_menu::overlay_menu_ui;
use super::{NARROW, TINY};
use crate::app::actions::Do;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::regions::{self, Region};
use crate::app::widgets::{
    DropDown, IconButton, MenuItem, focus_ring, menu, menu_line, paint_icon, text_width, tip,
    tip_detail,
};
use crate::model::Message;
use crate::render::icons::Icon;
use crate::text::Lang;
use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, Layout, Panel, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// Width of undo, redo and history with the line before them, and all gaps of the left part.
const STEPS: f32 = 3.0 * 28.0 + 1.0 + 4.0 + 2.0 + 5.0 * 6.0;
/// Least width of the title, before the save state gives up its words.
const TITLE: f32 = 110.0;

/// Shows the bar over the map.
pub fn top_bar_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    let window = ui.ctx().content_rect();
    let frame = egui::Frame::new().fill(ctx.theme.panel);
    Panel::top("top_bar")
        .exact_size(52.0)
        .resizable(false)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let bar = ui.max_rect();
            ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, ctx.theme.hairline());
            let narrow = window.width() < NARROW;
            let search_width = if narrow { 280.0 } else { 300.0 };
            let middle = window.center().x - 10.0;
            let left_edge = bar.left() + if narrow { 6.0 } else { 10.0 };
            let right = right_ui(ui, ctx, bar, window.width() >= TINY + 40.0, actions);
            let search_left = (middle - search_width / 2.0)
                .min(right.left() - 12.0 - search_width)
                .max(left_edge + 240.0);
            let search_right = (search_left + search_width).min(right.left() - 12.0);
            let search = Rect::from_min_max(
                pos2(search_left, bar.top() + 10.0),
                pos2(search_right, bar.top() + 42.0),
            );
            let room = Rect::from_min_max(
                pos2(left_edge, bar.top()),
                pos2(search.left() - 8.0, bar.bottom()),
            );
            left_ui(ui, ctx, room, actions);
            if search.width() > 120.0 {
                search_ui(ui, ctx, search, actions);
            }
        });
}

fn left_ui(ui: &mut Ui, ctx: &Ctx<'_>, room: Rect, actions: &mut Vec<UiAction>) {
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        // What the title leaves goes to the save state, in words where they fit beside it.
        let left = room.width() - STEPS - TITLE;
        let words = save_state_width(ui, ctx, true) <= left;
        let width = room.width() - STEPS - save_state_width(ui, ctx, words);
        document_menu_ui(ui, ctx, width.max(60.0), actions);
        save_state_ui(ui, ctx, words, actions);
        ui.add_space(4.0);
        let (line, _) = ui.allocate_exact_size(vec2(1.0, 22.0), Sense::hover());
        ui.painter().vline(line.center().x, line.y_range(), Stroke::new(1.0, ctx.theme.line2));
        ui.add_space(2.0);
        step_button(ui, ctx, Do::Undo, "undo", actions);
        step_button(ui, ctx, Do::Redo, "redo", actions);
        let history = IconButton::new(Icon::of("history"), ctx.t("palette-do-history"));
        if history.hint(Do::History.shortcut()).show(ui, ctx.theme).clicked() {
            actions.push(UiAction::OpenHistory);
        }
    });
}

fn document_menu_ui(ui: &mut Ui, ctx: &Ctx<'_>, width: f32, actions: &mut Vec<UiAction>) {
    let bar = ui.max_rect();
    let title = ctx.model.title();
    let title = if title.is_empty() { ctx.t("app-untitled") } else { title.to_owned() };
    let button = DropDown::new(ctx.t("app-document"), title)
        .bare()
        .font(fonts::strong(14.0))
        .max_width(width)
        .show(ui, ctx.theme);
    regions::mark(ui.ctx(), Region::TopBar, button.id, bar);
    let has_file = ctx.document.is_some_and(|d| d.path.is_some());
    let mut items = vec![
        ("app-menu-rename", Do::Rename, ctx.why_fixed().is_none()),
        ("app-menu-save-copy", Do::SaveCopy, !ctx.busy),
        ("app-menu-share-copy", Do::ShareCopy, !ctx.busy),
        ("app-menu-save-template", Do::SaveTemplate, ctx.journey().is_some()),
    ];
    if has_file {
        items.push(("app-menu-show-in-folder", Do::ShowInFolder, true));
    }
    items.push(("app-menu-properties", Do::Properties, true));
    menu(&button, ctx.theme, &ctx.t("app-document"), 260.0, |ui| {
        for (text, action, enabled) in items {
            menu_item(ui, ctx, text, action, enabled, actions);
        }
        menu_line(ui, ctx.theme);
        menu_item(ui, ctx, "app-menu-import", Do::Import, ctx.why_fixed().is_none(), actions);
        let enter = Do::EnterFeedback;
        menu_item(ui, ctx, "palette-do-enter-feedback", enter, ctx.why_fixed().is_none(), actions);
        menu_item(ui, ctx, "app-menu-new", Do::New, true, actions);
        menu_item(ui, ctx, "app-menu-open", Do::Open, true, actions);
        menu_line(ui, ctx.theme);
        menu_item(ui, ctx, "app-menu-close", Do::Close, !ctx.busy, actions);
    });
}

/// An item that does what an action of the table does.
fn menu_item(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    text: &'static str,
    action: Do,
    enabled: bool,
    actions: &mut Vec<UiAction>,
) {
    let Some(action) = action.action() else {
        return;
    };
    let item =
        MenuItem::new(ctx.t(text)).icon(action.icon()).shortcut(action.shortcut()).enabled(enabled);
    if item.show(ui, ctx.theme) {
        actions.push(action.asks(ctx));
    }
}

/// Key, icon and colour of how the document is kept; none without a document.
fn save_state(ctx: &Ctx<'_>) -> Option<(&'static str, &'static str, Color32)> {
    let document = ctx.document?;
    Some(match (document.read_only.is_some(), ctx.busy, document.path) {
        _ if ctx.exporting => ("app-exporting", "sync", ctx.theme.ink3),
        (true, ..) => ("app-read-only", "lock", ctx.theme.ink3),
        (false, true, _) => ("app-saving", "sync", ctx.theme.ink3),
        (false, false, None) => ("app-not-kept", "info", ctx.theme.ink3),
        (false, false, Some(_)) => ("app-saved", "check", ctx.theme.ok),
    })
}

fn save_state_width(ui: &Ui, ctx: &Ctx<'_>, words: bool) -> f32 {
    match save_state(ctx) {
        Some((key, ..)) if words => 28.0 + text_width(ui, &ctx.t(key), &fonts::regular(12.5)),
        Some(_) => 28.0,
        None => 0.0,
    }
}

fn save_state_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: bool, actions: &mut Vec<UiAction>) {
    let Some((key, icon, color)) = save_state(ctx) else { return };
    let text = ctx.t(key);
    // Only a map without a file asks for something: to be kept. The others just say how it is.
    let loose = key == "app-not-kept";
    let sense = if loose { Sense::click() } else { Sense::hover() };
    let size = vec2(save_state_width(ui, ctx, words), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let role = if loose { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &text));
    if loose && response.hovered() {
        ui.painter().rect_filled(rect, 7.0, ctx.theme.hover);
    }
    let y = rect.center().y;
    let at = pos2(rect.left() + if words { 12.0 } else { 14.0 }, y);
    paint_icon(ui.painter(), at, Icon::of(icon), 16.0, color);
    if words {
        let ink = if loose { ctx.theme.ink2 } else { ctx.theme.ink3 };
        let (at, font) = (pos2(rect.left() + 24.0, y), fonts::regular(12.5));
        ui.painter().text(at, Align2::LEFT_CENTER, &text, font, ink);
    }
    if response.has_focus() {
        focus_ring(ui, ctx.theme, rect, 6.0);
    }
    let path = ctx.document.and_then(|document| document.path);
    if loose {
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let response = tip_detail(response, ctx.theme, &text, &ctx.t("app-menu-save-copy"));
        if response.clicked() {
            actions.push(UiAction::SaveCopyDialog);
        }
    } else if let Some(path) = path.filter(|_| key == "app-saved") {
        tip_detail(response, ctx.theme, &ctx.t("app-saved-why"), &path.display().to_string());
    } else if !words {
        tip(response, ctx.theme, &text);
    }
}

fn step_button(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    action: Do,
    icon: &'static str,
    actions: &mut Vec<UiAction>,
) {
    let undo = action == Do::Undo;
    let step = ctx.document.and_then(|d| if undo { d.undo } else { d.redo });
    let name = match (step, undo) {
        (Some(step), true) => Message::new("app-undo-step").with("step", step.clone()),
        (Some(step), false) => Message::new("app-redo-step").with("step", step.clone()),
        (None, true) => Message::new("app-undo"),
        (None, false) => Message::new("app-redo"),
    };
    let button = IconButton::new(Icon::of(icon), ctx.texts.say(&name))
        .hint(action.shortcut())
        .enabled(step.is_some() && ctx.why_fixed().is_none());
    if button.show(ui, ctx.theme).clicked() {
        actions.push(if undo { UiAction::Undo } else { UiAction::Redo });
    }
}

fn search_ui(ui: &Ui, ctx: &Ctx<'_>, place: Rect, actions: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    let name = ctx.t("palette-search");
    let response = ui.interact(place, ui.scope_id().with("search"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let edge = if response.hovered() { theme.edge } else { theme.line2 };
    ui.painter().rect(place, 7.0, theme.hover, Stroke::new(1.0, edge), StrokeKind::Inside);
    let y = place.center().y;
    paint_icon(ui.painter(), pos2(place.left() + 18.0, y), Icon::of("search"), 17.0, theme.ink2);
    let keys = Do::Palette.shortcut();
    let key = key_cap(ui, ctx, pos2(place.right() - 8.0, y), &keys);
    let room = key.left() - place.left() - 40.0;
    let at = pos2(place.left() + 32.0, y);
    let font = fonts::regular(13.0);
    crate::app::widgets::paint_line(ui, at, Align2::LEFT_CENTER, &name, font, theme.ink3, room);
    if response.has_focus() {
        focus_ring(ui, theme, place, 7.0);
    }
    if response.on_hover_cursor(egui::CursorIcon::Text).clicked() {
        actions.push(UiAction::OpenPalette);
    }
}

/// Keys in a small box that ends at a point.
pub(in crate::app) fn key_cap(ui: &Ui, ctx: &Ctx<'_>, right: egui::Pos2, keys: &str) -> Rect {
    let theme = ctx.theme;
    let font = fonts::strong(11.0);
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), font, theme.ink3);
    let size = galley.size() + vec2(10.0, 4.0);
    let rect = Rect::from_min_size(pos2(right.x - size.x, right.y - size.y / 2.0), size);
    ui.painter().rect(rect, 4.0, theme.panel, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(5.0, 2.0), galley, theme.ink3);
    rect
}

/// Overlay, language and export, from the right edge; gives the space they took.
fn right_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    bar: Rect,
    words: bool,
    actions: &mut Vec<UiAction>,
) -> Rect {
    let room = Rect::from_min_max(bar.min, pos2(bar.right() - 16.0, bar.bottom()));
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        export_ui(ui, ctx, words, actions);
        language_ui(ui, ctx, actions);
        overlay_menu_ui(ui, ctx, words, actions);
    })
    .response
    .rect
}

fn export_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: bool, actions: &mut Vec<UiAction>) {
    let name = ctx.t("app-export");
    let value = if words { name.clone() } else { String::new() };
    let button = DropDown::new(name.clone(), value)
        .icon(Icon::of("ios_share"))
        .primary()
        .without_arrow()
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 250.0, |ui| {
        menu_item(ui, ctx, "app-export-png", Do::ExportPng, !ctx.busy, actions);
        menu_item(ui, ctx, "app-export-svg", Do::ExportSvg, !ctx.busy, actions);
    });
}

fn language_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    let code = ctx.settings.lang.code().to_uppercase();
    let name = ctx.t("app-language");
    let button = DropDown::new(name.clone(), code).min_width(64.0).show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 150.0, |ui| {
        for lang in Lang::ALL {
            let item = MenuItem::new(lang.own_name()).selected(lang == ctx.settings.lang);
            if item.show(ui, ctx.theme) {
                actions.push(UiAction::SetLang(lang));
            }
        }
    });
}
