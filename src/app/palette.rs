//! The command palette: go to a touchpoint, do an action. 640 wide, 96 from the top.
//!
//! What can be done is the action table's; this only finds and shows it.

use super::actions::TABLE;
use super::context::{Ctx, Screen, UiAction};
use super::fonts;
use super::shell::key_cap;
use super::theme::Depth;
use super::widgets::{label, paint_icon, paint_line};
use crate::model::Message;
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::text::folded;
use egui::accesskit::Role;
use egui::{
    Align2, Area, Context, Id, Key, Margin, Modifiers, Order, Sense, Stroke, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

/// Most rows at once.
const ROWS: usize = 8;

/// The palette's text and choice.
#[derive(Default)]
pub struct Palette {
    open: bool,
    fresh: bool,
    text: String,
    chosen: usize,
}

/// A row: what it says and what it asks for.
#[derive(Clone, PartialEq, Debug)]
struct Row {
    icon: Icon,
    text: String,
    detail: String,
    keys: String,
    go: bool,
    asks: UiAction,
}

impl Palette {
    /// Opens it with an empty text.
    pub fn open(&mut self) {
        *self = Self { open: true, fresh: true, text: String::new(), chosen: 0 };
    }

    /// Whether it is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Shows it while it is open.
    pub fn ui(
        &mut self,
        egui: &Context,
        ctx: &Ctx<'_>,
        screen: Screen,
        actions: &mut Vec<UiAction>,
    ) {
        if !self.open {
            return;
        }
        let rows = rows(ctx, screen, &self.text);
        self.take_keys(egui, rows.len());
        let chosen = egui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
        let mut run = if chosen { rows.get(self.chosen).cloned() } else { None };
        let window = egui.content_rect();
        let width = (window.width() - 32.0).min(640.0);
        let at = pos2(window.center().x - width / 2.0, window.top() + 96.0);
        let frame = egui::Frame::new()
            .fill(ctx.theme.panel)
            .stroke(Stroke::new(1.0, ctx.theme.line2))
            .corner_radius(12)
            .shadow(ctx.theme.shadow_of(Depth::Dialog));
        let name = ctx.t("palette-title");
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .fixed_pos(at)
            .accessible_name(name)
            .show(egui, |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    self.text_ui(ui, ctx);
                    line(ui, ctx);
                    if let Some(row) = self.rows_ui(ui, ctx, &rows) {
                        run = Some(row);
                    }
                    line(ui, ctx);
                    foot_ui(ui, ctx);
                });
            });
        if let Some(row) = run {
            actions.push(row.asks);
            self.open = false;
        }
        let beside = area.response.clicked_elsewhere() && !self.fresh;
        if beside || egui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            self.open = false;
        }
        self.fresh = false;
    }

    fn take_keys(&mut self, egui: &Context, count: usize) {
        let pressed = |key| egui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen += 1;
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        self.chosen = self.chosen.min(count.saturating_sub(1));
    }

    fn text_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let hint = ctx.t("palette-search");
        egui::Frame::new().inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.horizontal(|ui| {
                let (icon, _) = ui.allocate_exact_size(vec2(20.0, 32.0), Sense::hover());
                paint_icon(ui.painter(), icon.center(), Icon::of("search"), 18.0, ctx.theme.ink2);
                let edit = TextEdit::singleline(&mut self.text)
                    .id(Id::unique("palette_text"))
                    .hint_text(egui::RichText::new(&hint).color(ctx.theme.ink3))
                    .font(fonts::regular(15.0))
                    .text_color(ctx.theme.ink)
                    .frame(egui::Frame::NONE)
                    .align(Align2::LEFT_CENTER)
                    .desired_width(ui.available_width() - 56.0)
                    .min_size(vec2(0.0, 32.0));
                let response = ui.add(edit).accessible_name(&hint);
                if response.changed() {
                    self.chosen = 0;
                }
                if self.fresh {
                    response.request_focus();
                }
                let right = pos2(ui.max_rect().right(), icon.center().y);
                key_cap(ui, ctx, right, "Esc");
            });
        });
    }

    fn rows_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, rows: &[Row]) -> Option<Row> {
        let mut clicked = None;
        egui::Frame::new().inner_margin(Margin::same(6)).show(ui, |ui| {
            if rows.is_empty() {
                ui.add_space(12.0);
                let text = ctx.t1("palette-nothing", "term", self.text.trim());
                ui.vertical_centered(|ui| {
                    label(ui, text, fonts::strong(13.0), ctx.theme.ink);
                    label(ui, ctx.t("palette-check"), fonts::regular(12.5), ctx.theme.ink3);
                });
                ui.add_space(12.0);
            }
            // The window over the rows follows the chosen one.
            let first = self.chosen.saturating_sub(ROWS - 1).min(rows.len().saturating_sub(ROWS));
            let mut group = None;
            for (i, row) in rows.iter().enumerate().skip(first).take(ROWS) {
                if group != Some(row.go) {
                    group = Some(row.go);
                    let key = if row.go { "palette-group-go" } else { "palette-group-do" };
                    super::widgets::menu_heading(ui, ctx.theme, &ctx.t(key));
                }
                if row_ui(ui, ctx, row, i == self.chosen) {
                    clicked = Some(row.clone());
                }
            }
        });
        clicked
    }
}

/// The rows that fit a text: touchpoints by title and owner, then actions by name.
fn rows(ctx: &Ctx<'_>, screen: Screen, text: &str) -> Vec<Row> {
    let mut found = Vec::new();
    if !text.trim().is_empty() {
        found.extend(touchpoints(ctx, text));
    }
    found.extend(
        TABLE
            .iter()
            .filter(|action| action.is_enabled(ctx, screen))
            .map(|action| Row {
                icon: action.icon(),
                text: ctx.t(action.text),
                detail: String::new(),
                keys: action.shortcut(),
                go: false,
                asks: action.asks(ctx),
            })
            .filter(|row| fits(&row.text, text)),
    );
    // Of the actions that begin with what was typed, the shortest is most likely meant.
    let typed = folded(text.trim());
    let far = |row: &Row| match folded(&row.text) {
        _ if row.go || typed.is_empty() => 0,
        name if name.starts_with(&typed) => name.chars().count(),
        _ => usize::MAX,
    };
    found.sort_by_cached_key(far);
    found
}

fn touchpoints(ctx: &Ctx<'_>, text: &str) -> Vec<Row> {
    let Some(journey) = ctx.journey() else {
        return Vec::new();
    };
    let row = |placement: &crate::model::Placement| {
        let touchpoint = ctx.model.touchpoints.get(&placement.touchpoint)?;
        let owner = ctx.model.owner_of(touchpoint.id).map(|o| o.name.clone()).unwrap_or_default();
        let icon = touchpoint.icon.as_deref().and_then(Icon::named);
        (fits(&touchpoint.title, text) || fits(&owner, text)).then(|| Row {
            icon: icon.unwrap_or(Icon::of("ads_click")),
            text: ctx.t1("palette-go-to", "title", &touchpoint.title),
            detail: owner,
            keys: String::new(),
            go: true,
            asks: UiAction::Show(Subject::Card(placement.id)),
        })
    };
    ctx.model.placements_of(journey).into_iter().filter_map(row).collect()
}

/// Whether each word of the text occurs in the name, whatever its case and apostrophes.
fn fits(name: &str, text: &str) -> bool {
    let plain = |words: &str| folded(words).replace(['\'', '’'], "");
    let name = plain(name);
    plain(text).split_whitespace().all(|word| name.contains(word))
}

fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row, chosen: bool) -> bool {
    let theme = ctx.theme;
    let size = vec2(ui.available_width(), 36.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &row.text));
    if chosen {
        ui.painter().rect_filled(rect, 7.0, theme.tint);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 7.0, theme.hover);
    }
    let y = rect.center().y;
    let color = if chosen { theme.accent } else { theme.ink2 };
    paint_icon(ui.painter(), pos2(rect.left() + 20.0, y), row.icon, 17.0, color);
    let font = if chosen { fonts::strong(13.0) } else { fonts::regular(13.0) };
    let room = rect.width() - 140.0;
    let at = pos2(rect.left() + 40.0, y);
    let text = paint_line(ui, at, Align2::LEFT_CENTER, &row.text, font, theme.ink, room);
    let at = pos2(text.right() + 10.0, y);
    let room = rect.right() - 12.0 - at.x;
    paint_line(ui, at, Align2::LEFT_CENTER, &row.detail, fonts::regular(12.0), theme.ink3, room);
    if !row.keys.is_empty() {
        key_cap(ui, ctx, pos2(rect.right() - 10.0, y), &row.keys);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn line(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, ctx.theme.line);
}

fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    egui::Frame::new().inner_margin(Margin::symmetric(16, 9)).show(ui, |ui| {
        label(
            ui,
            ctx.texts.say(&Message::new("palette-foot")),
            fonts::regular(11.5),
            ctx.theme.ink3,
        );
    });
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn every_word_must_occur_in_any_order_and_case() {
        for (text, expected) in
            [("", true), ("BILL", true), ("bill first", true), ("bill last", false)]
        {
            assert_eq!(fits("Go to “First bill”", text), expected, "{text}");
        }
        assert!(fits("Persona’s…", "personas") && fits("Persona’s…", "persona's"));
    }
}
