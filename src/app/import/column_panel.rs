//! The chosen column: which end of an effort scale is good, its scale, what means "no answer", and
//! which touchpoint it is about.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, Button, DropDown, MenuItem, checkbox, menu, menu_line};
use super::draft::{ColumnKind, Draft};
use super::{ImportScreen, card};
use crate::import::{Hint, Role};
use crate::model::{Better, Message, Metric};
use egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

impl ImportScreen {
    pub(super) fn column_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (Some(draft), Some(column)) = (&mut self.draft, self.column) else {
            return;
        };
        let before = draft.profile.clone();
        let stated = draft.stated.len();
        card(ui, ctx, |ui| {
            let name = draft.name(column);
            if draft.kind(column) == ColumnKind::Answer(Metric::Ces) {
                direction_ui(ui, ctx, draft, column, &name);
            } else {
                let title = ctx.t1("wizard-column-title", "column", &name);
                widgets::title(ui, ctx.theme, title);
            }
            widgets::caption(ui, ctx.theme, ctx.t(draft.kind(column).text()));
            scale_ui(ui, ctx, draft, column, &name);
            sentinels_ui(ui, ctx, draft, column);
            about_ui(ui, ctx, draft, column, &name);
        });
        if draft.profile != before || draft.stated.len() != stated {
            // A question that cells name has no column to click on: the next one comes up itself.
            let open = draft.without_direction().first().copied();
            if let Some(next) = open.filter(|_| draft.stated.len() != stated) {
                self.column =
                    Some(next).filter(|n| *n >= draft.profile.columns.len()).or(self.column);
            }
            self.examine();
        }
    }
}

/// "In this file, value 1 means": nothing is chosen until a person or clear answers say so.
fn direction_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut Draft, column: usize, name: &str) {
    widgets::title(ui, ctx.theme, ctx.t1("wizard-question-about", "column", name));
    let Some(answer) = draft.answer(column) else {
        return;
    };
    let (min, better) = (answer.min, answer.better);
    let stated = draft.stated.contains(&column);
    let hint = draft.direction_hint(column).cloned();
    let suggested = hint.as_ref().and_then(|h| h.suggests);
    let ask = ctx.t1("wizard-value-means", "value", i64::from(min));
    widgets::label(ui, ask, fonts::regular(13.0), ctx.theme.ink2);
    let options =
        [(Better::Low, "wizard-very-little-effort"), (Better::High, "wizard-very-much-effort")];
    for (option, key) in options {
        let on = stated && better == option;
        let likely = suggested == Some(option);
        let text = ctx.t(key);
        let width = ui.available_width();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0), Sense::click());
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &text));
        let theme = ctx.theme;
        let edge = if on { Stroke::new(2.0, theme.accent) } else { Stroke::new(1.0, theme.line2) };
        let fill = if on { theme.tint } else { theme.field };
        ui.painter().rect(rect, 8.0, fill, edge, StrokeKind::Inside);
        let center = pos2(rect.left() + 20.0, rect.center().y);
        let ring = if on { theme.accent } else { theme.edge };
        ui.painter().circle_stroke(center, 8.0, Stroke::new(1.5, ring));
        if on {
            ui.painter().circle_filled(center, 4.5, theme.accent);
        }
        let at = pos2(rect.left() + 38.0, rect.center().y);
        let font = if on { fonts::strong(13.0) } else { fonts::regular(13.0) };
        ui.painter().text(at, Align2::LEFT_CENTER, &text, font, theme.ink);
        if likely {
            let word = ctx.t("wizard-likely");
            let font = fonts::strong(11.5);
            let word = ui.painter().layout_no_wrap(word, font, theme.on_accent);
            let size = vec2(word.size().x + 16.0, 20.0);
            let at = pos2(rect.right() - 8.0, rect.center().y);
            let place = Align2::RIGHT_CENTER.anchor_size(at, size);
            ui.painter().rect_filled(place, 10.0, theme.accent);
            let at = Align2::CENTER_CENTER.anchor_size(place.center(), word.size()).min;
            ui.painter().galley(at, word, theme.on_accent);
        }
        if response.has_focus() {
            widgets::focus_ring(ui, theme, rect, 8.0);
        }
        if response.clicked() {
            draft.state_direction(column, option);
        }
    }
    hint_ui(ui, ctx, draft, hint.as_ref());
    ui.add_space(4.0);
}

/// What the answers of the same people suggest, drawn small and said in words.
fn hint_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &Draft, hint: Option<&Hint>) {
    let Some(hint) = hint.filter(|h| h.suggests.is_some()) else {
        widgets::caption(ui, ctx.theme, ctx.t("wizard-no-hint"));
        return;
    };
    let with = draft.profile.columns.get(hint.with).map(|c| c.column.clone());
    let title = ctx.t1("wizard-average-of", "column", with.unwrap_or_default());
    widgets::caption(ui, ctx.theme, title);
    dots_ui(ui, ctx, hint);
    let (low, key) = match hint.suggests {
        Some(Better::Low) => (ctx.t("wizard-very-little-effort"), "wizard-hint-against"),
        _ => (ctx.t("wizard-very-much-effort"), "wizard-hint-along"),
    };
    let sentence = ctx.texts.say(&Message::new(key).with("meaning", low));
    widgets::label(ui, sentence, fonts::strong(12.5), ctx.theme.ink);
    let figures =
        Message::new("wizard-hint-figures").with("r", ctx.texts.num(hint.r, 2)).with("n", hint.n);
    widgets::caption(ui, ctx.theme, ctx.texts.say(&figures));
}

fn dots_ui(ui: &mut Ui, ctx: &Ctx<'_>, hint: &Hint) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 96.0), Sense::hover());
    let plot = Rect::from_min_max(rect.min + vec2(26.0, 6.0), rect.max - vec2(8.0, 18.0));
    let theme = ctx.theme;
    let highest = hint.means.iter().map(|(_, mean, _)| *mean).fold(10.0_f64, f64::max);
    for share in [0.0, 0.5, 1.0] {
        let y = plot.bottom() - plot.height() * share;
        ui.painter().hline(plot.x_range(), y, theme.hairline());
        let text = ctx.texts.num(highest * f64::from(share), 0);
        let at = pos2(plot.left() - 6.0, y);
        ui.painter().text(at, Align2::RIGHT_CENTER, text, fonts::regular(10.5), theme.ink3);
    }
    let (Some(first), Some(last)) = (hint.means.first(), hint.means.last()) else {
        return;
    };
    let span = f64::from(last.0 - first.0).max(1.0);
    let points: Vec<egui::Pos2> = hint
        .means
        .iter()
        .map(|(value, mean, _)| {
            let x = f64::from(value - first.0) / span * f64::from(plot.width() - 24.0) + 12.0;
            let y = mean / highest * f64::from(plot.height());
            pos2(plot.left() + x as f32, plot.bottom() - y as f32)
        })
        .collect();
    let dash = Stroke::new(1.5, theme.accent);
    ui.painter().extend(egui::Shape::dashed_line(&points, dash, 4.0, 3.0));
    for (point, (value, _, _)) in points.iter().zip(&hint.means) {
        ui.painter().circle_filled(*point, 4.0, theme.ink);
        let at = pos2(point.x, plot.bottom() + 10.0);
        let font = fonts::regular(10.5);
        ui.painter().text(at, Align2::CENTER_CENTER, value.to_string(), font, theme.ink3);
    }
}

/// Lowest and highest value, and which end is good where that is not the effort question.
fn scale_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut Draft, column: usize, name: &str) {
    let Some(answer) = draft.answer_mut(column) else {
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (key, value) in
            [("wizard-scale-from", &mut answer.min), ("wizard-scale-to", &mut answer.max)]
        {
            let label = ctx.t1(key, "column", name);
            let button = DropDown::new(label.clone(), value.to_string())
                .caption(ctx.t(if key == "wizard-scale-from" {
                    "wizard-from"
                } else {
                    "wizard-to"
                }))
                .show(ui, ctx.theme);
            menu(&button, ctx.theme, &label, 120.0, |ui| {
                for option in [-5, -2, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 100] {
                    let text = ctx.texts.int(i64::from(option));
                    if MenuItem::new(text).selected(*value == option).show(ui, ctx.theme) {
                        *value = option;
                    }
                }
            });
        }
    });
    if matches!(answer.metric, Metric::Csat | Metric::Rating | Metric::Fcr) {
        let options = [
            (Better::High, ctx.t("wizard-high-is-good")),
            (Better::Low, ctx.t("wizard-low-is-good")),
        ];
        widgets::segmented(ui, ctx.theme, &options, &mut answer.better);
    }
}

/// Values that look like "no answer": a person says whether they are.
fn sentinels_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut Draft, column: usize) {
    let open: Vec<(String, u64)> =
        draft.open_sentinels(column).into_iter().map(|(v, n)| (v.to_owned(), n)).collect();
    let Some(answer) = draft.answer_mut(column) else {
        return;
    };
    if !open.is_empty() || !answer.missing.is_empty() {
        widgets::label(ui, ctx.t("wizard-missing-title"), fonts::strong(12.5), ctx.theme.ink);
    }
    let mut removed = None;
    for value in &answer.missing {
        let mut on = true;
        let label = ctx.t1("wizard-means-missing", "value", value);
        if checkbox(ui, ctx.theme, &mut on, &label).changed() && !on {
            removed = Some(value.clone());
        }
    }
    if let Some(value) = removed {
        answer.missing.retain(|m| *m != value);
    }
    for (value, count) in open {
        let mut on = false;
        let message =
            Message::new("wizard-maybe-missing").with("value", &value).with("count", count);
        if checkbox(ui, ctx.theme, &mut on, &ctx.texts.say(&message)).changed() && on {
            answer.missing.push(value);
        }
    }
}

/// Which touchpoint an answer or a comment is about: the row's own, or one of the map.
fn about_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut Draft, column: usize, name: &str) {
    let header = draft.detected.columns.get(column).map(|c| c.header.trim().to_owned());
    let about = match draft.profile.columns.get_mut(column).map(|c| &mut c.role) {
        Some(Role::Answer(answer)) => &mut answer.touchpoint,
        Some(Role::Comment { touchpoint }) => touchpoint,
        _ => return,
    };
    widgets::label(ui, ctx.t("wizard-about-title"), fonts::strong(12.5), ctx.theme.ink);
    let row = ctx.t("wizard-about-row");
    let label = ctx.t1("wizard-about-of", "column", name);
    let width = ui.available_width();
    let button = DropDown::new(label.clone(), about.clone().unwrap_or_else(|| row.clone()))
        .min_width(width)
        .max_width(width)
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &label, width, |ui| {
        if MenuItem::new(row).selected(about.is_none()).show(ui, ctx.theme) {
            *about = None;
        }
        if let Some(header) = header.filter(|h| !h.is_empty()) {
            let text = ctx.t1("wizard-about-header", "name", &header);
            if MenuItem::new(text).selected(*about == Some(header.clone())).show(ui, ctx.theme) {
                *about = Some(header);
            }
        }
        menu_line(ui, ctx.theme);
        egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            for touchpoint in ctx.model.touchpoints.values() {
                let on = about.as_deref() == Some(touchpoint.title.as_str());
                if MenuItem::new(&touchpoint.title).selected(on).show(ui, ctx.theme) {
                    *about = Some(touchpoint.title.clone());
                }
            }
        });
    });
    if about.is_some()
        && Button::quiet(ctx.t("wizard-about-clear")).small().show(ui, ctx.theme).clicked()
    {
        *about = None;
    }
}
