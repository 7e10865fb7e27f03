//! Cells of the list as they are painted and read out.
//!
//! Paints only; what a click does is the table's business.

use super::rows::{Column, Words, heat_of};
use crate::analysis::Reading;
use crate::app::fonts;
use crate::app::theme::color32;
use crate::app::widgets::{paint_filled_icon, paint_icon, paint_line};
use crate::model::{Message, Tone};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::render::{figure_words, hatch};
use egui::{Align2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// What a screen reader says: "Owner of First bill: Noor van Dalen".
pub(super) fn spoken(
    words: &Words<'_, '_>,
    subject: Subject,
    column: Column,
    title: &str,
    selected: bool,
) -> String {
    let ctx = words.ctx;
    if column == Column::Title {
        let kind = match subject {
            Subject::Card(_) => "inspector-touchpoint",
            Subject::Step(_) => "inspector-step",
            _ => "inspector-note",
        };
        let key = if selected { "list-line-selected" } else { "list-line" };
        let message = Message::new(key).with("name", title).with("kind", ctx.t(kind));
        return ctx.texts.say(&message);
    }
    let value = words.cell(subject, column);
    let value = if value.is_empty() { ctx.t("list-empty") } else { value };
    let message = Message::new("list-cell")
        .with("column", ctx.t(column.key()))
        .with("name", title)
        .with("value", value);
    ctx.texts.say(&message)
}

/// Paints one cell.
pub(super) fn paint(
    ui: &Ui,
    words: &Words<'_, '_>,
    subject: Subject,
    column: Column,
    cell: Rect,
    hovered: bool,
) {
    let theme = words.ctx.theme;
    let y = cell.center().y;
    match column {
        Column::Title => title(ui, words, subject, cell),
        Column::Score => score(ui, words, subject, cell),
        Column::Moment | Column::StandsOut => {
            let star = if column == Column::Moment { "star" } else { "trophy" };
            let at = pos2(cell.left() + 16.0, y);
            match words.is_on(subject, column) {
                Some(true) if column == Column::Moment => {
                    paint_filled_icon(ui.painter(), at, Icon::of(star), 16.0, theme.star);
                }
                Some(true) => paint_icon(ui.painter(), at, Icon::of(star), 16.0, theme.accent),
                Some(false) if hovered => {
                    paint_icon(ui.painter(), at, Icon::of(star), 16.0, theme.edge);
                }
                _ => {}
            }
        }
        Column::Hue => {
            if let Some(hue) = words.hue(subject) {
                let crate::render::theme::HueColors { tint: fill, edge, .. } =
                    theme.look().hue(hue);
                let place = Rect::from_center_size(pos2(cell.left() + 16.0, y), vec2(18.0, 14.0));
                let edge = Stroke::new(1.0, color32(edge));
                ui.painter().rect(place, 4.0, color32(fill), edge, StrokeKind::Inside);
            } else if hovered && words.item(subject).is_some() {
                let at = pos2(cell.left() + 16.0, y);
                paint_icon(ui.painter(), at, Icon::of("palette"), 15.0, theme.edge);
            }
        }
        Column::Owner if words.touchpoint(subject).is_some_and(|t| t.owner.is_none()) => {
            let at = pos2(cell.left() + 8.0, y);
            let (font, text) = (fonts::regular(12.5), words.ctx.t("list-no-owner"));
            let room = cell.width() - 12.0;
            paint_line(ui, at, Align2::LEFT_CENTER, &text, font, theme.bad, room);
        }
        _ => {
            let text = words.cell(subject, column);
            let ink = match (column, words.tone(subject)) {
                (Column::Feel, Some(Tone::Pain)) => theme.bad,
                (Column::Feel, Some(Tone::Gain)) => theme.good,
                (Column::Stage | Column::Lane, _) => theme.ink3,
                _ => theme.ink2,
            };
            let at = pos2(cell.left() + 8.0, y);
            let room = cell.width() - 12.0;
            let font = fonts::regular(12.5);
            paint_line(ui, at, Align2::LEFT_CENTER, &text, font, ink, room);
        }
    }
}

/// Whether a text does not fit its cell.
pub(super) fn is_cut(
    ui: &Ui,
    words: &Words<'_, '_>,
    subject: Subject,
    column: Column,
    cell: Rect,
) -> bool {
    let (room, font) = match column {
        Column::Title if matches!(subject, Subject::Card(_)) => {
            (cell.width() - 54.0, fonts::strong(12.5))
        }
        Column::Title => (cell.width() - 54.0, fonts::regular(12.5)),
        Column::Score | Column::Hue | Column::Moment | Column::StandsOut => return false,
        _ => (cell.width() - 12.0, fonts::regular(12.5)),
    };
    crate::app::widgets::text_width(ui, &words.cell(subject, column), &font) > room
}

fn title(ui: &Ui, words: &Words<'_, '_>, subject: Subject, cell: Rect) {
    let (ctx, theme) = (words.ctx, words.ctx.theme);
    let (icon, ink) = match (subject, words.tone(subject)) {
        (Subject::Step(_), _) => (Icon::of("directions_walk"), theme.ink3),
        (_, Some(Tone::Pain)) => (Icon::of("do_not_disturb_on"), theme.bad),
        (_, Some(Tone::Gain)) => (Icon::of("add_circle"), theme.good),
        (Subject::Note(_), _) => (Icon::of("notes"), theme.ink3),
        _ => (card_icon(words, subject), theme.ink2),
    };
    let y = cell.center().y;
    paint_icon(ui.painter(), pos2(cell.left() + 32.0, y), icon, 15.0, ink);
    let text = crate::app::map::title(ctx.model, ctx.texts, subject).replace('\n', " ");
    let strong = matches!(subject, Subject::Card(_));
    let font = if strong { fonts::strong(12.5) } else { fonts::regular(12.5) };
    let at = pos2(cell.left() + 46.0, y);
    let room = cell.right() - at.x - 8.0;
    paint_line(ui, at, Align2::LEFT_CENTER, &text, font, theme.ink, room);
}

fn card_icon(words: &Words<'_, '_>, subject: Subject) -> Icon {
    let model = words.ctx.model;
    let Some(touchpoint) = words.touchpoint(subject) else {
        return Icon::of("ads_click");
    };
    let own = touchpoint.icon.as_deref().and_then(Icon::named);
    let channel = touchpoint.channels.first().and_then(|id| model.channels.get(id));
    own.unwrap_or_else(|| crate::render::map::channel_icon(channel.map(|c| c.kind)))
}

/// A score as a badge: value, and on how many answers it rests.
pub(super) fn score(ui: &Ui, words: &Words<'_, '_>, subject: Subject, cell: Rect) {
    let (ctx, theme) = (words.ctx, words.ctx.theme);
    let Some(reading) = words.reading(subject) else { return };
    let place = Rect::from_min_max(cell.min + vec2(6.0, 4.0), cell.max - vec2(4.0, 4.0));
    let left = pos2(place.left() + 8.0, place.center().y);
    let small = fonts::regular(11.5);
    let Some((fill, ink)) = heat_of(ctx, reading) else {
        let text = words.cell(subject, Column::Score);
        if *reading == Reading::Hidden {
            let edge = Stroke::new(1.0, theme.line2);
            ui.painter().rect(place, 4.0, theme.lane, edge, StrokeKind::Inside);
            let icon = Icon::of("lock");
            paint_filled_icon(ui.painter(), place.center(), icon, 13.0, theme.ink2);
        } else {
            let room = place.width() - 10.0;
            paint_line(ui, left, Align2::LEFT_CENTER, &text, small, theme.ink3, room);
        }
        return;
    };
    let Some(score) = reading.score() else { return };
    ui.painter().rect_filled(place, 4.0, color32(fill));
    if score.low_base {
        let area = crate::render::scene::Rect {
            x: place.left(),
            y: place.top(),
            width: place.width(),
            height: place.height(),
        };
        let pen = Stroke::new(1.0, color32(ink.with_opacity(0.22)));
        for [a, b] in hatch::lines(area, 4.0, 6.0) {
            ui.painter().line_segment([pos2(a.x, a.y), pos2(b.x, b.y)], pen);
        }
    }
    let value = figure_words::value(ctx.texts, ctx.view.measure.metric, score.shown().value);
    let (loud, ink) = (fonts::strong(12.5), color32(ink));
    ui.painter().text(left, Align2::LEFT_CENTER, value, loud, ink);
    let right = pos2(place.right() - 6.0, place.center().y);
    let n = ctx.texts.int(i64::try_from(score.n()).unwrap_or(0));
    let font = if score.low_base { fonts::strong(11.0) } else { fonts::regular(11.0) };
    ui.painter().text(right, Align2::RIGHT_CENTER, n, font, ink);
}
