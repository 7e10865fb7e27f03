//! The undo steps, newest first: a click goes back or forth to just after a step.
//!
//! Only the rows in view are painted; a document may have thousands of steps.

use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{self, DropDown, MenuItem, focus_ring, menu, paint_line};
use crate::document::{Command, Document};
use crate::model::{Message, SettingKey};
use egui::accesskit::Role;
use egui::{Align2, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 30.0;
/// The sizes offered, in megabytes.
const LIMITS: [usize; 5] = [20, 50, 100, 200, 1_000];

/// Shows the list, and how much is kept.
pub(super) fn steps_ui(ui: &mut Ui, ctx: &Ctx<'_>, document: &Document, out: &mut Vec<UiAction>) {
    let history = document.history();
    let rows = history.steps().len() + 1;
    let height = ui.available_height() - 64.0;
    let area = egui::ScrollArea::vertical().max_height(height).auto_shrink([false, false]);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, rows, |ui, range| {
        for row in range {
            // The newest on top; the last row is the document as it began.
            let done = rows - 1 - row;
            let name = match done.checked_sub(1).and_then(|index| history.steps().get(index)) {
                Some(step) => capitalised(&ctx.texts.say(&step.name)),
                None => ctx.t("history-start"),
            };
            row_ui(ui, ctx, &name, done, history.done(), out);
        }
    });
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(8.0);
    limit_ui(ui, ctx, document, out);
}

fn row_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    name: &str,
    done: usize,
    now: usize,
    out: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let fixed = ctx.why_fixed().is_some();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (current, undone) = (done == now, done > now);
    let key = match (current, undone) {
        (true, _) => "history-step-now",
        (false, true) => "history-step-undone",
        (false, false) => "history-step-done",
    };
    let label = ctx.t1(key, "name", name);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, !fixed, current, &label));
    if current {
        ui.painter().rect_filled(rect, 6.0, theme.tint);
    } else if response.hovered() && !fixed {
        ui.painter().rect_filled(rect, 6.0, theme.hover);
    }
    let x = rect.left() + 12.0;
    let line = Stroke::new(1.0, theme.line2);
    ui.painter().vline(x, rect.y_range(), line);
    let dot = if current {
        theme.accent
    } else if undone {
        theme.line2
    } else {
        theme.ink3
    };
    ui.painter().circle_filled(pos2(x, rect.center().y), if current { 5.0 } else { 3.5 }, dot);
    let ink = if undone { theme.ink3 } else { theme.ink };
    let font = if current { fonts::strong(12.5) } else { fonts::regular(12.5) };
    let at = pos2(rect.left() + 28.0, rect.center().y);
    paint_line(ui, at, Align2::LEFT_CENTER, name, font, ink, rect.width() - 36.0);
    if response.has_focus() {
        focus_ring(ui, theme, rect, 6.0);
    }
    if response.clicked() && !fixed && !current {
        out.push(UiAction::GoToStep(done));
    }
}

/// How much room the steps take, and how much they may take.
fn limit_ui(ui: &mut Ui, ctx: &Ctx<'_>, document: &Document, out: &mut Vec<UiAction>) {
    let (used, limit) = (document.history().size(), document.history_limit());
    let used = match used {
        0..100_000 => ctx.t1("history-kilobytes", "count", used.div_ceil(1000)),
        _ => ctx.t1("history-megabytes", "count", ctx.texts.num(used as f64 / 1e6, 1)),
    };
    let text = Message::new("history-size")
        .with("count", document.history().steps().len())
        .with("used", used);
    widgets::caption(ui, ctx.theme, ctx.texts.say(&text));
    let size = |limit: usize| ctx.t1("history-megabytes", "count", limit);
    let name = ctx.t("history-limit");
    let button = DropDown::new(name.clone(), size(limit / 1_000_000))
        .caption(name.clone())
        .font(fonts::regular(12.5))
        .height(28.0)
        .enabled(ctx.why_fixed().is_none())
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 200.0, |ui| {
        for choice in LIMITS {
            let on = choice * 1_000_000 == limit;
            if MenuItem::new(size(choice)).selected(on).show(ui, ctx.theme) && !on {
                let (key, value) = (SettingKey::HistoryLimit, choice.to_string());
                out.push(UiAction::Run(Command::Set { key, value }));
            }
        }
    });
}

/// The name of a step as the beginning of a line.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
