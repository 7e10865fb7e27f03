//! The cells of an import that were not taken over: row, column, what stood there, why.
//!
//! Read once for each import; only rows that show are painted.

use super::card;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::regions::{self, Region};
use crate::app::widgets::{Button, caption, paint_line, title};
use crate::document::{Document, RejectedCell};
use crate::model::BatchId;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align, Align2, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 30.0;
/// Shares of the width: row, column, value, reason.
const COLUMNS: [f32; 4] = [0.09, 0.2, 0.23, 0.48];

/// The refused cells of one import.
#[derive(Default)]
pub(super) struct Refused {
    of: Option<BatchId>,
    cells: Vec<RejectedCell>,
    failed: bool,
}

impl Refused {
    /// Reads the cells of an import, once.
    pub fn refresh(&mut self, _ctx: &Ctx<'_>, document: &Document, batch: BatchId) {
        if self.of == Some(batch) {
            return;
        }
        let read = document.rejected(batch);
        self.failed = read.is_err();
        self.cells = read.unwrap_or_else(|error| {
            tracing::warn!(%error, "refused cells not read");
            Vec::new()
        });
        self.of = Some(batch);
    }

    /// Shows them; true when the way back was pressed.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        (place, batch): (Rect, BatchId),
        out: &mut Vec<UiAction>,
    ) -> bool {
        let file = ctx.model.batches.get(&batch).map(|b| b.file_name.clone()).unwrap_or_default();
        card(ui, ctx, (place, "feedback_refused"), |ui| {
            let mut back = false;
            ui.horizontal(|ui| {
                title(ui, ctx.theme, ctx.t1("feedback-refused-of", "file", file.as_str()));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let button = Button::new(ctx.t("feedback-back")).small();
                    let button = button.icon(Icon::of("arrow_back")).show(ui, ctx.theme);
                    regions::mark(ui.ctx(), Region::Canvas, button.id, place);
                    back = button.clicked();
                    if !self.cells.is_empty() {
                        let save = Button::new(ctx.t("feedback-save-refused")).small();
                        if save.icon(Icon::of("download")).show(ui, ctx.theme).clicked() {
                            out.push(UiAction::SaveRefusedDialog(batch));
                        }
                    }
                });
            });
            caption(ui, ctx.theme, ctx.t("feedback-refused-why"));
            ui.add_space(6.0);
            if self.failed {
                caption(ui, ctx.theme, ctx.t("feedback-refused-unread"));
                return back;
            }
            let heads = ["feedback-row", "feedback-column", "feedback-value", "feedback-reason"];
            line_ui(ui, ctx, &heads.map(|key| ctx.t(key)), true);
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt("refused_rows").auto_shrink(false);
            area.show_rows(ui, ROW, self.cells.len(), |ui, rows| {
                for cell in self.cells.get(rows).unwrap_or_default() {
                    let row = ctx.texts.int(i64::try_from(cell.row).unwrap_or(i64::MAX));
                    let reason = if cell.duplicate {
                        ctx.t("feedback-duplicate")
                    } else {
                        ctx.texts.say(&cell.reason)
                    };
                    line_ui(
                        ui,
                        ctx,
                        &[row, cell.column.clone(), cell.value.clone(), reason],
                        false,
                    );
                }
            });
            back
        })
    }
}

fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, texts: &[String; 4], head: bool) {
    let theme = ctx.theme;
    let size = vec2(ui.available_width() - 6.0, ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken = texts.join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let (font, ink) =
        if head { (fonts::strong(11.5), theme.ink3) } else { (fonts::regular(12.5), theme.ink) };
    let mut left = rect.left();
    for (text, share) in texts.iter().zip(COLUMNS) {
        let width = rect.width() * share;
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let at = pos2(left, rect.center().y);
        paint_line(ui, at, Align2::LEFT_CENTER, &flat, font.clone(), ink, width - 10.0);
        left += width;
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
}
