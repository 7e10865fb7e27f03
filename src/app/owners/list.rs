//! The list beside the page: name, number of touchpoints, and the score as a dot on one axis.
//!
//! One is chosen at a time.

use super::data::Data;
use crate::analysis::{Reading, Responsible};
use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{focus_ring, paint_icon, paint_line, title};
use crate::model::Message;
use crate::render::figure_words;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 52.0;
/// Where names begin.
const NAME: f32 = 42.0;
/// Room for the figure at the right, and for the axis before it.
const VALUE: f32 = 46.0;
/// Wide, and in a narrow list.
const AXIS: (f32, f32) = (74.0, 48.0);

/// Shows the list; gives who was chosen.
pub(super) fn show(ui: &mut Ui, ctx: &Ctx<'_>, data: &Data, place: Rect) -> Option<Responsible> {
    ui.painter().add(ctx.theme.card_frame(12).paint(place));
    let inner = place.shrink2(vec2(8.0, 12.0));
    let mut chosen = None;
    let builder = UiBuilder::new().max_rect(inner).id_salt("owners_list");
    ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(place.shrink(1.0).intersect(ui.clip_rect()));
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            let measure = data.picture.as_ref().map(|picture| picture.main.measure);
            let name = measure.map(|measure| figure_words::measure(ctx.texts, measure));
            title(ui, ctx.theme, name.unwrap_or_default());
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("owners_scroll").auto_shrink(false).show(ui, |ui| {
            ui.set_width(inner.width());
            for index in 0..data.lineup.len() {
                if row(ui, ctx, data, index) {
                    chosen = data.lineup.get(index).map(|(one, _)| one.clone());
                }
            }
        });
    });
    chosen
}

/// One of them; whether it was chosen.
fn row(ui: &mut Ui, ctx: &Ctx<'_>, data: &Data, index: usize) -> bool {
    let Some((one, reading)) = data.lineup.get(index) else { return false };
    let theme = ctx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let on = data.shown() == Some(one);
    let name = one.name(ctx.model).unwrap_or_default();
    let count = data.counts.get(index).copied().unwrap_or(0);
    let count = ctx.texts.say(&Message::new("owners-touchpoints").with("count", count));
    let (value, base) = words(ctx, data, reading);
    let spoken = format!("{name}, {count}, {base}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &spoken));
    if on || response.hovered() {
        let fill = if on { theme.tint } else { theme.hover };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 8.0, fill);
    }
    sign(ui, ctx, one, pos2(rect.left() + 21.0, rect.center().y));
    let right = rect.right() - 10.0;
    let across = if rect.width() > 280.0 { AXIS.0 } else { AXIS.1 };
    let score = reading.score();
    let end = if score.is_some() { right - VALUE - across - 8.0 } else { right };
    let room = end - rect.left() - NAME - 4.0;
    // The base at the right takes less room than axis and figure.
    let below = right - rect.left() - NAME - if score.is_some() { VALUE } else { 4.0 };
    let font = if on { fonts::strong(13.0) } else { fonts::regular(13.0) };
    let (start, y) = (rect.left() + NAME, rect.center().y);
    paint_line(ui, pos2(start, y - 9.0), Align2::LEFT_CENTER, name, font, theme.ink, room);
    let low = if score.is_some() { count } else { format!("{count} · {value}") };
    let quiet = fonts::regular(11.5);
    paint_line(ui, pos2(start, y + 9.0), Align2::LEFT_CENTER, &low, quiet, theme.ink3, below);
    if score.is_some() {
        let at = pos2(right, y - 8.0);
        let strong = fonts::strong(13.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, &value, strong, theme.ink);
        let n = reading.n().map(|n| ctx.texts.int(i64::try_from(n).unwrap_or(i64::MAX)));
        let at = pos2(right, y + 9.0);
        let quiet = fonts::regular(11.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, n.unwrap_or_default(), quiet, theme.ink3);
        let axis = Rect::from_min_size(pos2(right - VALUE - across, y - 8.0), vec2(across, 0.0));
        whisker(ui, ctx, data, reading, axis);
    }
    if response.has_focus() {
        focus_ring(ui, theme, rect.shrink(2.0), 7.0);
    }
    let clicked = response.clicked();
    if on && response.gained_focus() {
        response.scroll_to_me(None);
    }
    clicked
}

/// Initials of a person, else a sign.
fn sign(ui: &Ui, ctx: &Ctx<'_>, one: &Responsible, center: egui::Pos2) {
    let theme = ctx.theme;
    ui.painter().circle(center, 13.0, theme.chan, Stroke::new(1.0, theme.line2));
    let icon = match one {
        Responsible::Owner(id) => {
            let initials = ctx.model.owners.get(id).map(crate::model::Owner::initials);
            let font = fonts::strong(10.5);
            let text = initials.unwrap_or_default();
            ui.painter().text(center, Align2::CENTER_CENTER, text, font, theme.ink2);
            return;
        }
        Responsible::Team(_) => "groups",
        Responsible::Department(_) => "apartment",
    };
    paint_icon(ui.painter(), center, Icon::of(icon), 15.0, theme.ink2);
}

/// The figure, or why there is none; and the whole of it for those who listen.
fn words(ctx: &Ctx<'_>, data: &Data, reading: &Reading) -> (String, String) {
    let Some(version) = &data.version else {
        let none = ctx.t("map-card-no-data");
        return (none.clone(), none);
    };
    let value = match reading {
        Reading::Score(score) => {
            figure_words::value(ctx.texts, version.metric, score.shown().value)
        }
        Reading::TooFew { .. } => ctx.t("map-card-too-few"),
        Reading::Hidden => ctx.t("map-label-hidden"),
        _ => ctx.t("map-card-no-data"),
    };
    let Reading::Score(score) = reading else { return (value.clone(), value) };
    let shown = score.shown();
    let places = figure_words::decimals(version.metric);
    let message = Message::new("overlay-whole-score")
        .with("value", value.clone())
        .with("range", ctx.texts.range(shown.low, shown.high, places))
        .with("n", score.n());
    (value, ctx.texts.say(&message))
}

/// Dot and interval on the whole scale; few answers as an open dot.
fn whisker(ui: &Ui, ctx: &Ctx<'_>, data: &Data, reading: &Reading, axis: Rect) {
    let (Some(version), Some(score)) = (&data.version, reading.score()) else { return };
    let (theme, painter) = (ctx.theme, ui.painter());
    let (min, max) = version.axis();
    let x = |value: f64| {
        let share = ((value.clamp(min, max) - min) / (max - min).max(f64::EPSILON)) as f32;
        axis.left() + axis.width() * share
    };
    let y = axis.top();
    painter.hline(axis.x_range(), y, Stroke::new(1.5, theme.line2));
    if let Some(middle) = data.middle {
        painter.vline(x(middle), (y - 7.0)..=(y + 7.0), Stroke::new(1.0, theme.ink3));
    }
    let shown = score.shown();
    painter.hline(x(shown.low)..=x(shown.high), y, Stroke::new(2.0, theme.ink));
    let dot = pos2(x(shown.value), y);
    let fill = if score.low_base { theme.panel } else { theme.ink };
    painter.circle(dot, 3.5, fill, Stroke::new(1.5, theme.ink));
}
