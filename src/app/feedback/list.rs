//! What respondents wrote, row by row: score, words, where and when.
//!
//! Only rows that show are read and painted.

use super::tagging::Tagged;
use super::{FeedbackScreen, card};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::regions::{self, Region};
use crate::app::theme::color32;
use crate::app::widgets::{caption, focus_ring, paint_line, text_width, tip_detail};
use crate::document::Comment;
use crate::export::comments::{answer, meta};
use crate::model::{Needles, Question, ThemeId};
use crate::render::color_scale::text_on;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of a row.
const ROW: f32 = 60.0;

impl FeedbackScreen {
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        card(ui, ctx, (place, "feedback_list"), |ui| {
            self.search_ui(ui, ctx, out);
            ui.add_space(6.0);
            if self.pages.failed() {
                caption(ui, ctx.theme, ctx.t("feedback-unread"));
                return;
            }
            let Some(total) = self.pages.total() else {
                caption(ui, ctx.theme, ctx.t("feedback-reading"));
                return;
            };
            if self.pages.withheld() {
                caption(ui, ctx.theme, ctx.t("comments-withheld"));
            }
            if total == 0 {
                let searched = !self.asked.search.trim().is_empty() || self.asked.by_theme();
                let key = match (self.pages.at_least(), searched) {
                    (Some(_), _) => "feedback-searching",
                    (None, true) => "feedback-no-hit",
                    (None, false) => "feedback-no-words",
                };
                caption(ui, ctx.theme, ctx.t(key));
                return;
            }
            let mut area = ScrollArea::vertical().id_salt("feedback_rows").auto_shrink(false);
            if std::mem::take(&mut self.to_top) {
                area = area.vertical_scroll_offset(0.0);
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let needles = self.pages.needles();
            area.show_rows(ui, ROW, total, |ui, rows| {
                for index in rows {
                    self.row_ui(ui, ctx, index, &needles);
                }
            });
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, index: usize, needles: &Needles) {
        let theme = ctx.theme;
        let size = vec2(ui.available_width() - 6.0, ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let tagged = self.tagging.tagged().cloned();
        let Some(comment) = self.pages.get(index) else {
            let wait =
                Rect::from_min_size(rect.min + vec2(44.0, 16.0), vec2(rect.width() * 0.6, 10.0));
            ui.painter().rect_filled(wait, 5.0, theme.lane);
            return;
        };
        let chosen = self.chosen.as_ref().is_some_and(|c| c.key == comment.key);
        let meta = meta(ctx.model, ctx.texts, comment);
        let chips = tagged.map(|tagged| chips_of(ctx, &tagged, comment)).unwrap_or_default();
        let names: Vec<&str> = chips.iter().map(|(name, _)| name.as_str()).collect();
        let spoken = [comment.text.as_str(), &meta, &names.join(", ")].join(" ");
        let spoken = spoken.trim_end();
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, spoken));
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
        if let Some((question, value)) = answer(ctx.model, ctx.view.measure.metric, comment) {
            badge(ui, ctx, rect.left_top() + vec2(8.0, 11.0), question, value);
        }
        let left = rect.left() + 44.0;
        let width = rect.right() - left - 8.0;
        let at = Rect::from_min_size(pos2(left, rect.top() + 7.0), vec2(width, 32.0));
        words(ui, ctx, &comment.text, needles, at);
        let line = Rect::from_min_max(
            pos2(left, rect.bottom() - 21.0),
            pos2(left + width, rect.bottom() - 3.0),
        );
        let right = chips_ui(ui, ctx, &chips, line);
        let at = pos2(left, line.center().y);
        let room = right - left - 8.0;
        paint_line(ui, at, Align2::LEFT_CENTER, &meta, fonts::regular(11.0), theme.ink3, room);
        // The arrow keys lead from row to row.
        if response.clicked() || response.gained_focus() {
            self.chosen = Some(comment.clone());
        }
    }
}

/// The themes of a comment by name, each with the rules that say so.
fn chips_of(ctx: &Ctx<'_>, tagged: &Tagged, comment: &Comment) -> Vec<(String, String)> {
    let mut chips: Vec<(ThemeId, String, Vec<String>)> = Vec::new();
    for hit in tagged.book.explain(&comment.text, comment.touchpoint) {
        match chips.last_mut().filter(|(id, ..)| *id == hit.theme) {
            Some((_, _, rules)) => rules.push(hit.rule),
            None => {
                let name = ctx.model.themes.get(&hit.theme).map(|t| t.name.clone());
                chips.push((hit.theme, name.unwrap_or_default(), vec![hit.rule]));
            }
        }
    }
    chips.into_iter().map(|(_, name, rules)| (name, rules.join(", "))).collect()
}

/// Paints chips at the right end of a line, as many as half of it holds; gives where they begin.
fn chips_ui(ui: &Ui, ctx: &Ctx<'_>, chips: &[(String, String)], line: Rect) -> f32 {
    let theme = ctx.theme;
    let font = fonts::regular(10.5);
    let limit = line.left() + line.width() * 0.42;
    let mut right = line.right();
    for (number, (name, rules)) in chips.iter().enumerate() {
        let width = (text_width(ui, name, &font) + 14.0).min(150.0);
        let left = right - width;
        if left < limit {
            let more = format!("+{}", chips.len() - number);
            let at = pos2(right - 2.0, line.center().y);
            paint_line(ui, at, Align2::RIGHT_CENTER, &more, font, theme.ink3, 30.0);
            return right - 28.0;
        }
        let place = Rect::from_min_max(pos2(left, line.top()), pos2(right, line.bottom()));
        let (fill, ink) = (theme.lane, theme.ink2);
        ui.painter().rect_filled(place, 9.0, fill);
        let (at, room) = (place.center(), width - 10.0);
        paint_line(ui, at, Align2::CENTER_CENTER, name, font.clone(), ink, room);
        let hover =
            ui.interact(place, ui.scope_id().with((line.top() as i32, number)), Sense::hover());
        tip_detail(hover, theme, name, &ctx.t1("feedback-theme-by", "rule", rules.as_str()));
        right = left - 5.0;
    }
    right
}

/// At most two lines of what was written, with what was searched marked.
fn words(ui: &Ui, ctx: &Ctx<'_>, text: &str, needles: &Needles, place: Rect) {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (flat, ranges) = excerpt(flat, needles);
    let mut job = marked(ctx, &flat, &ranges, 12.5);
    job.wrap.max_width = place.width();
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(place.min, galley, ctx.theme.ink);
}

/// So many bytes of a text surely show; a first hit further on is brought to the front.
const SHOWS: usize = 110;

/// A text that begins near its first hit, and where the hits are in it.
fn excerpt(flat: String, needles: &Needles) -> (String, Vec<std::ops::Range<usize>>) {
    let ranges = needles.ranges(&flat);
    let far = ranges.first().map(|first| first.start).filter(|start| *start > SHOWS);
    let Some(start) = far else { return (flat, ranges) };
    let before = flat.get(..start).unwrap_or_default();
    let words = before.rmatch_indices(' ').nth(4).map_or(0, |(at, _)| at);
    let cut = format!("…{}", flat.get(words..).unwrap_or_default());
    let ranges = needles.ranges(&cut);
    (cut, ranges)
}

/// A text in which some places are marked: bold, on a tint.
pub(super) fn marked(
    ctx: &Ctx<'_>,
    text: &str,
    ranges: &[std::ops::Range<usize>],
    size: f32,
) -> LayoutJob {
    let plain = TextFormat::simple(fonts::regular(size), ctx.theme.ink);
    let bold = TextFormat {
        background: ctx.theme.tint2,
        ..TextFormat::simple(fonts::strong(size), ctx.theme.ink)
    };
    let mut job = LayoutJob::default();
    let mut from = 0;
    for range in ranges {
        job.append(text.get(from..range.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(range.clone()).unwrap_or_default(), 0.0, bold.clone());
        from = range.end;
    }
    job.append(text.get(from..).unwrap_or_default(), 0.0, plain);
    job
}

/// A score in its heat colour.
pub(super) fn badge(ui: &Ui, ctx: &Ctx<'_>, at: egui::Pos2, question: &Question, value: i32) {
    let fill = ctx.view.palette.at(question.scale.goodness(value));
    let place = Rect::from_min_size(at, vec2(28.0, 20.0));
    ui.painter().rect_filled(place, 5.0, color32(fill));
    let ink = color32(text_on(fill));
    let text = ctx.texts.int(i64::from(value));
    ui.painter().text(place.center(), Align2::CENTER_CENTER, text, fonts::strong(12.0), ink);
}
