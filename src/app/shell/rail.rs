//! The rail: the screens of a document, settings, help. Narrow windows show it without words.
//!
//! Screens that this version does not have yet keep their place and say so.

use super::NARROW;
use crate::app::actions::Do;
use crate::app::context::{Ctx, Screen, UiAction};
use crate::app::fonts;
use crate::app::logo;
use crate::app::regions::{self, Region};
use crate::app::theme::Theme;
use crate::app::widgets::{
    focus_ring, paint_filled_icon, paint_icon, text_width, tip, tip_detail, tip_disabled,
};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Panel, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

struct Item {
    text: &'static str,
    icon: &'static str,
    screen: Option<Screen>,
}

const ITEMS: [Item; 6] = [
    Item { text: "app-rail-map", icon: "route", screen: Some(Screen::Map) },
    Item { text: "app-rail-matrix", icon: "grid_on", screen: Some(Screen::Matrix) },
    Item { text: "app-rail-feedback", icon: "forum", screen: Some(Screen::Feedback) },
    Item { text: "app-rail-insights", icon: "insights", screen: None },
    Item { text: "app-rail-actions", icon: "task_alt", screen: None },
    Item { text: "app-rail-present", icon: "co_present", screen: Some(Screen::Present) },
];

/// Shows the rail at the left of the window.
pub fn rail_ui(ui: &mut Ui, ctx: &Ctx<'_>, screen: Screen, actions: &mut Vec<UiAction>) {
    let words = ui.max_rect().width() >= NARROW;
    let width = if words { 68.0 } else { 56.0 };
    let frame = egui::Frame::new().fill(ctx.theme.panel);
    Panel::left("rail")
        .exact_size(width)
        .resizable(false)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter().vline(rect.right() - 0.5, rect.y_range(), ctx.theme.hairline());
            home_button(ui, ctx, rect, actions);
            let (pitch, size) =
                if words { (60.0, vec2(56.0, 54.0)) } else { (46.0, vec2(40.0, 40.0)) };
            for (i, item) in ITEMS.iter().enumerate() {
                let top = rect.top() + 62.0 + pitch * i as f32;
                let place = Rect::from_min_size(pos2(rect.center().x - size.x / 2.0, top), size);
                item_ui(ui, ctx, item, place, screen, words, actions);
            }
            let place = |up: f32| {
                Rect::from_center_size(pos2(rect.center().x, rect.bottom() - up), vec2(40.0, 36.0))
            };
            bottom_ui(ui, ctx, place(74.0), ("app-settings", "settings", Do::Settings), actions);
            bottom_ui(ui, ctx, place(34.0), ("app-help", "help", Do::Keys), actions);
        });
}

fn home_button(ui: &Ui, ctx: &Ctx<'_>, rail: Rect, actions: &mut Vec<UiAction>) {
    let place =
        Rect::from_min_size(pos2(rail.center().x - 16.0, rail.top() + 10.0), vec2(32.0, 32.0));
    let response = ui.interact(place, ui.scope_id().with("home"), Sense::click());
    let name = ctx.t("app-rail-start");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    logo::paint(ui.painter(), ctx.theme, place, 8.0);
    if response.has_focus() {
        focus_ring(ui, ctx.theme, place, 8.0);
    }
    if tip(response, ctx.theme, &name).clicked() {
        actions.push(UiAction::Go(Screen::Start));
    }
}

fn item_ui(
    ui: &Ui,
    ctx: &Ctx<'_>,
    item: &Item,
    place: Rect,
    screen: Screen,
    words: bool,
    actions: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let name = ctx.t(item.text);
    let rail = ui.max_rect();
    let active = item
        .screen
        .is_some_and(|shows| shows == screen || (shows == Screen::Map && screen.is_of_map()));
    let enabled = item.screen.is_some();
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(place, ui.scope_id().with(item.text), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, enabled, active, &name));
    if active {
        regions::mark(ui.ctx(), Region::Rail, response.id, rail);
    }
    paint_item(ui, theme, item, place, &response, &name, (active, enabled, words));
    if !enabled {
        tip_disabled(response, theme, &format!("{name}\n{}", ctx.t("app-rail-later")));
        return;
    }
    let response =
        if words { response } else { tip_detail(response, theme, &name, &shortcut(item)) };
    if let (true, Some(screen)) = (response.clicked(), item.screen) {
        actions.push(UiAction::Go(screen));
    }
}

/// The keys that lead to a screen of the rail.
fn shortcut(item: &Item) -> String {
    match item.screen {
        Some(Screen::Map) => Do::GoMap.shortcut(),
        Some(Screen::Matrix) => Do::GoMatrix.shortcut(),
        Some(Screen::Feedback) => Do::GoFeedback.shortcut(),
        Some(Screen::Present) => Do::Present.shortcut(),
        _ => String::new(),
    }
}

fn paint_item(
    ui: &Ui,
    theme: &Theme,
    item: &Item,
    place: Rect,
    response: &Response,
    name: &str,
    (active, enabled, words): (bool, bool, bool),
) {
    let ink = match (active, enabled) {
        (true, _) => theme.accent,
        (false, true) => theme.ink2,
        (false, false) => theme.ink4,
    };
    if active {
        ui.painter().rect_filled(place, 8.0, theme.tint);
    } else if enabled && response.hovered() {
        ui.painter().rect_filled(place, 8.0, theme.hover);
    }
    let center = if words { place.center() - vec2(0.0, 9.0) } else { place.center() };
    let paint = if active { paint_filled_icon } else { paint_icon };
    paint(ui.painter(), center, Icon::of(item.icon), 22.0, ink);
    if words {
        let wide = text_width(ui, name, &fonts::strong(11.5)) > place.width() + 6.0;
        let size = if wide { 10.5 } else { 11.5 };
        let font = if active { fonts::strong(size) } else { fonts::regular(size) };
        let at = place.center() + vec2(0.0, 15.0);
        let width = place.width() + 10.0;
        crate::app::widgets::paint_line(ui, at, Align2::CENTER_CENTER, name, font, ink, width);
    }
    if response.has_focus() {
        focus_ring(ui, theme, place, 8.0);
    }
}

fn bottom_ui(
    ui: &Ui,
    ctx: &Ctx<'_>,
    place: Rect,
    (text, icon, action): (&'static str, &'static str, Do),
    actions: &mut Vec<UiAction>,
) {
    let name = ctx.t(text);
    let response = ui.interact(place, ui.scope_id().with(text), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(place, 8.0, ctx.theme.hover);
    }
    paint_icon(ui.painter(), place.center(), Icon::of(icon), 20.0, ctx.theme.ink2);
    if response.has_focus() {
        focus_ring(ui, ctx.theme, place, 8.0);
    }
    let pressed = tip_detail(response, ctx.theme, &name, &action.shortcut()).clicked();
    actions.extend(action.action().filter(|_| pressed).map(|action| action.asks(ctx)));
}
