//! What respondents wrote, row by row: score, words, where and when.
//!
//! Only rows that show are read and painted.

use super::{FeedbackScreen, card};
use crate::app::context::Ctx;
use crate::app::derived::palette;
use crate::app::fonts;
use crate::app::regions::{self, Region};
use crate::app::theme::color32;
use crate::app::widgets::{Field, caption, focus_ring, paint_line};
use crate::document::Comment;
use crate::model::{Metric, Question};
use crate::render::color_scale::text_on;
use crate::render::icons::Icon;
use crate::text::DayStyle;
use egui::accesskit::Role;
use egui::{Align2, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of a row.
const ROW: f32 = 60.0;

impl FeedbackScreen {
    pub(super) fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, place: Rect) {
        card(ui, ctx, (place, "feedback_list"), |ui| {
            let field = Field::new(&mut self.search, ctx.t("feedback-search"));
            let field = field.hint(ctx.t("feedback-search")).icon(Icon::of("search"));
            field.width(ui.available_width()).show(ui, ctx.theme);
            ui.add_space(6.0);
            let Some(total) = self.pages.total() else {
                caption(ui, ctx.theme, ctx.t("feedback-reading"));
                return;
            };
            if total == 0 {
                let key = if self.search.trim().is_empty() {
                    "feedback-no-words"
                } else {
                    "feedback-no-hit"
                };
                caption(ui, ctx.theme, ctx.t(key));
                return;
            }
            let area = ScrollArea::vertical().id_salt("feedback_rows").auto_shrink(false);
            ui.spacing_mut().item_spacing.y = 0.0;
            area.show_rows(ui, ROW, total, |ui, rows| {
                for index in rows {
                    self.row_ui(ui, ctx, index);
                }
            });
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, index: usize) {
        let theme = ctx.theme;
        let size = vec2(ui.available_width() - 6.0, ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let Some(comment) = self.pages.get(index) else {
            let wait =
                Rect::from_min_size(rect.min + vec2(44.0, 16.0), vec2(rect.width() * 0.6, 10.0));
            ui.painter().rect_filled(wait, 5.0, theme.lane);
            return;
        };
        let chosen = self.chosen.as_ref().is_some_and(|c| c.key == comment.key);
        let meta = meta(ctx, comment);
        let spoken = format!("{} {meta}", comment.text);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &spoken));
        if chosen {
            ui.painter().rect_filled(rect, 7.0, theme.tint);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 7.0, theme.hover);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        if response.has_focus() {
            focus_ring(ui, theme, rect.shrink(1.0), 7.0);
            regions::mark(ui.ctx(), Region::Canvas, response.id, rect);
        }
        if let Some((question, value)) = score(ctx, comment) {
            badge(ui, ctx, rect.left_top() + vec2(8.0, 11.0), question, value);
        }
        let left = rect.left() + 44.0;
        let width = rect.right() - left - 8.0;
        words(
            ui,
            ctx,
            &comment.text,
            Rect::from_min_size(pos2(left, rect.top() + 7.0), vec2(width, 32.0)),
        );
        let at = pos2(left, rect.bottom() - 11.0);
        paint_line(ui, at, Align2::LEFT_CENTER, &meta, fonts::regular(11.0), theme.ink3, width);
        // The arrow keys lead from row to row.
        if response.clicked() || response.gained_focus() {
            self.chosen = Some(comment.clone());
        }
    }
}

/// At most two lines of what was written.
fn words(ui: &Ui, ctx: &Ctx<'_>, text: &str, place: Rect) {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut job =
        egui::text::LayoutJob::simple(flat, fonts::regular(12.5), ctx.theme.ink, place.width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(place.min, galley, ctx.theme.ink);
}

/// The answer that stands for a comment: to the metric in view, else the first one.
pub(super) fn score<'a>(ctx: &Ctx<'a>, comment: &Comment) -> Option<(&'a Question, i32)> {
    let answer = |metric: Option<Metric>| {
        comment.answers.iter().find_map(|(id, _, value)| {
            let question = ctx.model.questions.get(id)?;
            metric.is_none_or(|m| m == question.metric).then_some((question, *value))
        })
    };
    answer(Some(ctx.view.measure.metric)).or_else(|| answer(None))
}

/// A score in its heat colour.
pub(super) fn badge(ui: &Ui, ctx: &Ctx<'_>, at: egui::Pos2, question: &Question, value: i32) {
    let fill = palette(ctx.view.palette).at(question.scale.goodness(value));
    let place = Rect::from_min_size(at, vec2(28.0, 20.0));
    ui.painter().rect_filled(place, 5.0, color32(fill));
    let ink = color32(text_on(fill));
    let text = ctx.texts.int(i64::from(value));
    ui.painter().text(place.center(), Align2::CENTER_CENTER, text, fonts::strong(12.0), ink);
}

/// "First bill · 22 Sep 2026 · Phone".
pub(super) fn meta(ctx: &Ctx<'_>, comment: &Comment) -> String {
    let touchpoint = comment.touchpoint.and_then(|id| ctx.model.touchpoints.get(&id));
    let about = match (touchpoint, &comment.label) {
        (Some(touchpoint), _) => touchpoint.title.clone(),
        (None, Some(label)) => ctx.t1("feedback-unknown-label", "label", label.as_str()),
        (None, None) => ctx.t("feedback-whole-journey"),
    };
    let day = comment.day.map(|day| ctx.texts.day(day, DayStyle::Full)).unwrap_or_default();
    let channel = comment.channel.and_then(|id| ctx.model.channels.get(&id));
    let channel = channel.map(|c| ctx.texts.channel(c)).unwrap_or_default();
    let parts = [about, day, channel];
    let filled: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    filled.join(" · ")
}
