//! What is in each column: a menu and a certainty above the first rows, cells with their verdict.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, DropDown, MenuItem, menu, paint_icon, paint_line};
use super::draft::{ColumnKind, Draft, LEAST_CONFIDENCE};
use super::{ImportScreen, card};
use crate::import::{Preview, PreviewCell, Verdict};
use crate::render::icons::Icon;
use egui::{
    Align, Align2, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

/// Height of the head, of a row, and width of a column.
const HEAD: f32 = 84.0;
const ROW: f32 = 31.6;
const WIDTH: f32 = 164.0;

/// What a person did to a column.
enum Touch {
    Chosen(usize),
    Kind(usize, ColumnKind),
}

impl ImportScreen {
    pub(super) fn table_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(draft) = &self.draft else { return };
        let mut touch = None;
        card(ui, ctx, |ui| {
            ui.horizontal(|ui| {
                widgets::title(ui, ctx.theme, ctx.t("wizard-columns-title"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let unsure = draft.unsure();
                    let (text, ink) = match unsure {
                        0 => (self.rows_text(ctx), ctx.theme.ink3),
                        n => (ctx.t1("wizard-unsure", "count", n), ctx.theme.bad),
                    };
                    widgets::label(ui, text, fonts::regular(12.5), ink);
                });
            });
            let height =
                HEAD + ROW * self.preview.as_ref().map_or(0, |p| p.rows.len()) as f32 + 14.0;
            egui::ScrollArea::horizontal().id_salt("import_table").show(ui, |ui| {
                ui.set_min_height(height);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    for column in 0..draft.detected.columns.len() {
                        let chosen = self.column == Some(column);
                        let preview = self.preview.as_ref();
                        touch = column_ui(ui, ctx, draft, column, chosen, preview).or(touch.take());
                    }
                });
            });
        });
        match touch {
            Some(Touch::Chosen(column)) => self.column = Some(column),
            Some(Touch::Kind(column, kind)) => {
                self.column = Some(column);
                if let Some(draft) = &mut self.draft {
                    draft.set_kind(column, kind);
                }
                self.examine();
            }
            None => {}
        }
    }

    fn rows_text(&self, ctx: &Ctx<'_>) -> String {
        let shown = self.preview.as_ref().map_or(0, |p| p.rows.len());
        match &self.check {
            Some(check) => ctx.texts.say(
                &crate::model::Message::new("wizard-first-rows")
                    .with("shown", shown)
                    .with("all", check.read.rows_read),
            ),
            None => String::new(),
        }
    }
}

fn column_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    draft: &Draft,
    column: usize,
    chosen: bool,
    preview: Option<&Preview>,
) -> Option<Touch> {
    let rows = preview.map_or(0, |p| p.rows.len());
    let size = vec2(WIDTH, HEAD + ROW * rows as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let name = draft.detected.columns.get(column).map(|c| c.name.clone()).unwrap_or_default();
    let click = ui.interact(rect, ui.scope_id().with(("column", column)), Sense::click());
    describe(&click, &ctx.t1("wizard-column-name", "column", &name), chosen);
    let theme = ctx.theme;
    let fill = if chosen { theme.tint } else { theme.lane };
    let head = Rect::from_min_size(rect.min, vec2(WIDTH, HEAD));
    ui.painter().rect_filled(head, 0.0, fill);
    if chosen {
        ui.painter().rect_filled(rect, 0.0, theme.tint.gamma_multiply(0.6));
        let top = Rect::from_min_size(rect.min, vec2(WIDTH, 3.0));
        ui.painter().rect_filled(top, 0.0, theme.accent);
    }
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), theme.hairline());
    let at = rect.min + vec2(12.0, 18.0);
    paint_line(ui, at, Align2::LEFT_CENTER, &name, fonts::strong(12.5), theme.ink, WIDTH - 20.0);
    let kind = kind_menu(ui, ctx, draft, column, &name, rect);
    sureness_ui(ui, ctx, draft, column, rect.min + vec2(12.0, 70.0));
    if let Some(preview) = preview {
        for (index, row) in preview.rows.iter().enumerate() {
            let top = rect.top() + HEAD + ROW * index as f32;
            let cell = Rect::from_min_size(pos2(rect.left(), top), vec2(WIDTH, ROW));
            ui.painter().hline(cell.x_range(), cell.top(), theme.hairline());
            if let Some(content) = row.cells.get(column) {
                let personal = draft.kind(column).is_personal();
                cell_ui(ui, ctx, content, cell, personal);
            }
        }
    }
    let picked = kind.map(|kind| Touch::Kind(column, kind));
    picked.or_else(|| click.clicked().then_some(Touch::Chosen(column)))
}

fn kind_menu(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    draft: &Draft,
    column: usize,
    name: &str,
    rect: Rect,
) -> Option<ColumnKind> {
    let now = draft.kind(column);
    let place = Rect::from_min_size(rect.min + vec2(8.0, 30.0), vec2(WIDTH - 18.0, 30.0));
    let mut picked = None;
    let builder = egui::UiBuilder::new().max_rect(place).id_salt(("kind", column));
    // A child of its own: the place of the next column does not depend on this menu.
    let ui = &mut ui.new_child(builder);
    let label = ctx.t1("wizard-kind-of", "column", name);
    let button = DropDown::new(label.clone(), ctx.t(now.text()))
        .height(30.0)
        .font(fonts::strong(12.5))
        .min_width(place.width())
        .max_width(place.width())
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &label, 220.0, |ui| {
        for kind in ColumnKind::ALL {
            if MenuItem::new(ctx.t(kind.text())).selected(kind == now).show(ui, ctx.theme) {
                picked = Some(kind);
            }
        }
    });
    picked
}

/// Three bars and a percentage.
fn sureness_ui(ui: &Ui, ctx: &Ctx<'_>, draft: &Draft, column: usize, at: egui::Pos2) {
    let sure = draft.confidence.get(column).copied().unwrap_or_default();
    let weak = sure < LEAST_CONFIDENCE;
    let color = if weak { ctx.theme.bad } else { ctx.theme.accent };
    let filled = if sure >= 0.85 {
        3
    } else if sure >= LEAST_CONFIDENCE {
        2
    } else {
        1
    };
    for bar in 0..3 {
        let rect = Rect::from_min_size(at + vec2(bar as f32 * 9.0, 0.0), vec2(7.0, 5.0));
        let fill = if bar < filled { color } else { ctx.theme.line2 };
        ui.painter().rect_filled(rect, 2.0, fill);
    }
    let ink = if weak { ctx.theme.bad } else { ctx.theme.ink3 };
    let text = ctx.texts.percent(sure * 100.0, 0);
    let at = at + vec2(34.0, 2.5);
    ui.painter().text(at, Align2::LEFT_CENTER, text, fonts::regular(11.5), ink);
}

fn cell_ui(ui: &Ui, ctx: &Ctx<'_>, cell: &PreviewCell, rect: Rect, personal: bool) {
    let theme = ctx.theme;
    let at = pos2(rect.left() + 12.0, rect.center().y);
    let ink = match &cell.verdict {
        Verdict::Taken | Verdict::Answer(_) => theme.ink,
        Verdict::Rejected(_) => {
            let edge = Stroke::new(1.0, theme.bad);
            let place = rect.shrink2(vec2(4.0, 3.0));
            ui.painter().rect(
                place,
                CornerRadius::same(5),
                theme.bad_tint,
                edge,
                StrokeKind::Inside,
            );
            let at = pos2(place.right() - 12.0, place.center().y);
            paint_icon(ui.painter(), at, Icon::of("error"), 15.0, theme.bad);
            theme.bad
        }
        Verdict::Missing | Verdict::LeftOut | Verdict::Duplicate => theme.ink3,
    };
    let text = if personal && !cell.text.is_empty() { "•••" } else { cell.text.as_str() };
    let line = text.replace(['\n', '\r'], " ");
    let width = rect.width() - 30.0;
    let drawn = paint_line(ui, at, Align2::LEFT_CENTER, &line, fonts::regular(12.5), ink, width);
    if matches!(cell.verdict, Verdict::Duplicate) {
        ui.painter().hline(drawn.x_range(), drawn.center().y, Stroke::new(1.0, ink));
    }
}

fn describe(response: &Response, label: &str, chosen: bool) {
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, label));
}
