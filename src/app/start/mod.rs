//! The start screen: what can be begun at the left; recent maps, templates, samples at the right.
//!
//! Reads a `Ctx` and the list of recent files; pushes `UiAction`s.

/// Cards and rows of recent maps.
mod recents;
/// Cards of samples.
mod sample_cards;
/// The dark column.
mod side;
/// Cards of templates.
mod templates;
/// A small drawing of a map.
pub mod thumbnail;

use super::context::{Ctx, UiAction};
use super::fonts;
use super::own_templates::OwnTemplates;
use super::recent::Recent;
use super::samples::Preview;
use super::theme::{Depth, Theme};
use super::widgets::{focus_ring, paint_line};
use egui::accesskit::Role;
use egui::{
    Align2, Color32, Margin, Pos2, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

/// Width of the dark column.
const SIDE: f32 = 312.0;

/// Widest the right part becomes.
const WIDEST: f32 = 1360.0;

/// Distance between cards.
const GAP: f32 = 20.0;

/// What the start screen remembers between frames.
#[derive(Default)]
pub struct StartScreen {
    search: String,
    /// Whether every own template is shown, however many there are.
    all_templates: bool,
}

/// What a person can go on with.
pub struct Offer<'a> {
    /// Documents opened before.
    pub recent: &'a Recent,
    /// Templates that the person saved.
    pub templates: &'a OwnTemplates,
    /// What is known of the samples.
    pub previews: &'a [Preview],
}

impl StartScreen {
    /// Shows the screen in the whole window.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        offer: &Offer<'_>,
        actions: &mut Vec<UiAction>,
    ) {
        let all = ui.max_rect();
        let left = Rect::from_min_size(all.min, vec2(SIDE, all.height()));
        side::ui(ui, ctx, left, actions);
        let right = Rect::from_min_max(pos2(left.right(), all.top()), all.max);
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            let scroll = ScrollArea::vertical().auto_shrink(false);
            scroll.show(ui, |ui| {
                let side_inset = ((ui.available_width() - WIDEST) / 2.0).max(40.0);
                let inset = Margin { left: side_inset as i8, right: 40, top: 0, bottom: 36 };
                egui::Frame::new().inner_margin(inset).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                    ui.set_width(ui.available_width().min(WIDEST));
                    recents::ui(ui, ctx, offer.recent, &mut self.search, actions);
                    templates::ui(ui, ctx, offer.templates, &mut self.all_templates, actions);
                    sample_cards::ui(ui, ctx, offer.previews, actions);
                });
            });
        });
    }
}

/// A heading of the right part: 18 semi-bold with a quiet remark at the right.
fn heading(ui: &mut Ui, ctx: &Ctx<'_>, text: &str, remark: &str, above: f32) -> Rect {
    ui.add_space(above);
    let size = vec2(ui.available_width(), 32.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    let at = rect.left_center();
    let ink = ctx.theme.ink;
    ui.painter().text(at, Align2::LEFT_CENTER, text, fonts::strong(18.0), ink);
    let font = fonts::regular(12.5);
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, remark, font, ctx.theme.ink3);
    ui.add_space(8.0);
    rect
}

/// Places for cards of one height in rows of at most `columns`.
fn grid(ui: &mut Ui, count: usize, columns: usize, height: f32) -> Vec<Rect> {
    let width = ui.available_width();
    let columns = if width < 760.0 { columns.min(2) } else { columns };
    let card = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
    let rows = count.div_ceil(columns);
    let total = rows as f32 * (height + GAP) - GAP;
    let (rect, _) = ui.allocate_exact_size(vec2(width, total.max(0.0)), Sense::hover());
    (0..count)
        .map(|i| {
            let (row, column) = ((i / columns) as f32, (i % columns) as f32);
            let corner = vec2(column * (card + GAP), row * (height + GAP));
            Rect::from_min_size(rect.min + corner, vec2(card, height))
        })
        .collect()
}

/// A white card that can be pressed.
fn card(
    ui: &Ui,
    theme: &Theme,
    place: Rect,
    salt: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
) -> Response {
    let response = ui.interact(place, ui.scope_id().with(salt), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let over = response.hovered() || response.is_pointer_button_down_on();
    let depth = if over { Depth::Menu } else { Depth::Card };
    ui.painter().add(theme.shadow_of(depth).as_shape(place, 12.0));
    let edge = if over { Stroke::new(1.5, theme.accent) } else { theme.hairline() };
    ui.painter().rect(place, 12.0, theme.panel, edge, StrokeKind::Inside);
    if response.has_focus() {
        focus_ring(ui, theme, place, 12.0);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Title and second line of a card, each with the room it has.
fn card_words(ui: &Ui, theme: &Theme, at: Pos2, title: (&str, f32), text: (&str, f32)) {
    paint_line(ui, at, Align2::LEFT_CENTER, title.0, fonts::strong(14.0), theme.ink, title.1);
    let galley = ui.painter().layout(text.0.to_owned(), fonts::regular(12.5), theme.ink3, text.1);
    ui.painter().galley(at + vec2(0.0, 14.0), galley, theme.ink3);
}

/// A chevron of the ribbon. The first has a straight back, the last no tip. It is concave, so its
/// upper and lower half are painted apart, in one mesh that leaves no seam.
fn chevron(ui: &Ui, place: Rect, tip: f32, first: bool, last: bool, color: Color32) {
    let back = if first { 0.0 } else { tip };
    let nose = if last { 0.0 } else { tip };
    let corners = [
        place.left_top(),
        place.right_top(),
        place.right_center() + vec2(nose, 0.0),
        place.right_bottom(),
        place.left_bottom(),
        place.left_center() + vec2(back, 0.0),
    ];
    let mut mesh = egui::Mesh::default();
    for corner in corners {
        mesh.colored_vertex(corner, color);
    }
    for [a, b, c] in [[0, 1, 2], [0, 2, 5], [5, 2, 3], [5, 3, 4]] {
        mesh.add_triangle(a, b, c);
    }
    ui.painter().add(mesh);
    ui.painter().add(egui::Shape::closed_line(corners.to_vec(), Stroke::new(0.8, color)));
}
