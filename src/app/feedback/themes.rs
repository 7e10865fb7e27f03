//! The themes beside the list: how many of the comments that were found have each, with the interval of
//! that share, and the score of those who wrote them. A click narrows the list.
//!
//! Counts nothing: that is done on a worker.

use super::{FeedbackScreen, card};
use crate::analysis::themes::{ThemeCount, ThemeCounts};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::regions::{self, Region};
use crate::app::widgets::{
    Button, IconButton, body, caption, focus_ring, paint_line, text_width, title,
};
use crate::document::Command;
use crate::model::{Message, Metric, ThemeId, ThemeLang};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align, Align2, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of a theme.
const ROW: f32 = 46.0;

impl FeedbackScreen {
    pub(super) fn themes_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        card(ui, ctx, (place, "feedback_themes"), |ui| {
            ui.horizontal(|ui| {
                title(ui, ctx.theme, ctx.t("feedback-themes"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let edit = IconButton::new(Icon::of("edit"), ctx.t("feedback-book-open"));
                    let edit = edit.show(ui, ctx.theme);
                    regions::mark(ui.ctx(), Region::Panel, edit.id, place);
                    if edit.clicked() {
                        self.book.open(None);
                    }
                });
            });
            if ctx.model.themes.is_empty() {
                return self.begin_ui(ui, ctx, out);
            }
            if let Some(progress) = self.tagging.progress() {
                let share = progress
                    .total
                    .filter(|all| *all > 0)
                    .map(|all| ctx.texts.percent(progress.done as f64 * 100.0 / all as f64, 0));
                let text = ctx.t1("feedback-tagging", "share", share.unwrap_or_default());
                caption(ui, ctx.theme, text);
            }
            let Some(counts) = self.tagging.counts(&self.pages).cloned() else {
                caption(ui, ctx.theme, ctx.t("feedback-reading"));
                return;
            };
            coverage_ui(ui, ctx, &counts);
            ui.add_space(6.0);
            let area = ScrollArea::vertical().id_salt("feedback_theme_rows").auto_shrink(false);
            area.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.rows_ui(ui, ctx, &counts);
            });
        });
    }

    /// What stands here before there is any theme.
    fn begin_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        ui.add_space(4.0);
        body(ui, ctx.theme, ctx.t("feedback-themes-none"));
        ui.add_space(8.0);
        for (lang, key) in
            [(ThemeLang::Nl, "feedback-start-nl"), (ThemeLang::En, "feedback-start-en")]
        {
            let button = Button::new(ctx.t(key)).icon(Icon::of("add"));
            if button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                out.push(add_start(lang));
            }
            ui.add_space(2.0);
        }
        let own = Button::quiet(ctx.t("feedback-theme-new")).icon(Icon::of("edit"));
        if own.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            self.book.begin();
        }
    }

    /// The largest theme first, then the texts without any.
    fn rows_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, counts: &ThemeCounts) {
        let mut themes: Vec<&ThemeCount> = counts.themes.iter().collect();
        themes.sort_by_key(|theme| std::cmp::Reverse(theme.texts));
        let most = themes.first().map_or(1, |theme| theme.texts.max(1));
        for theme in themes {
            let Some(name) = ctx.model.themes.get(&theme.theme).map(|t| t.name.clone()) else {
                continue;
            };
            let on = self.asked.themes.contains(&theme.theme);
            let row = Row { name, count: theme.texts, of: most, on };
            if row_ui(ui, ctx, &row, Some(theme)) {
                self.toggle(theme.theme);
            }
        }
        let name = ctx.t("feedback-untagged");
        let count = counts.texts - counts.tagged;
        let row = Row { name, count, of: most.max(count), on: self.asked.untagged };
        if row_ui(ui, ctx, &row, None) {
            self.asked.untagged = !self.asked.untagged;
            self.asked.themes.clear();
            self.to_top = true;
        }
    }

    fn toggle(&mut self, theme: ThemeId) {
        if !self.asked.themes.remove(&theme) {
            self.asked.themes.insert(theme);
        }
        (self.asked.untagged, self.to_top) = (false, true);
    }
}

/// The command that adds the themes to begin with.
pub(super) fn add_start(lang: ThemeLang) -> UiAction {
    let told = Message::new("feedback-start-added");
    UiAction::RunAndTell(Command::AddStartThemes { id: ThemeId::fresh(), lang }, told)
}

/// "69 % of 3,708 comments have a theme; 31 % have none."
fn coverage_ui(ui: &mut Ui, ctx: &Ctx<'_>, counts: &ThemeCounts) {
    let Some(coverage) = counts.coverage() else {
        caption(ui, ctx.theme, ctx.t("feedback-no-words"));
        return;
    };
    let told = Message::new("comments-coverage")
        .with("tagged", ctx.texts.percent(coverage * 100.0, 0))
        .with("untagged", ctx.texts.percent(100.0 - coverage * 100.0, 0))
        .with("count", counts.texts);
    caption(ui, ctx.theme, ctx.texts.say(&told));
}

/// A theme as it is shown.
struct Row {
    name: String,
    count: u64,
    /// The count of the longest bar.
    of: u64,
    on: bool,
}

/// One theme: name and count, a bar, share and score; true when it was pressed.
fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row, theme: Option<&ThemeCount>) -> bool {
    let colors = ctx.theme;
    let size = vec2(ui.available_width() - 6.0, ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let count = ctx.texts.int(i64::try_from(row.count).unwrap_or(i64::MAX));
    let share = theme.map(|theme| share_words(ctx, theme)).unwrap_or_default();
    let score = theme.and_then(|theme| score_words(ctx, theme)).unwrap_or_default();
    let spoken = [row.name.as_str(), &count, &share, &score];
    let spoken: Vec<&str> = spoken.into_iter().filter(|part| !part.is_empty()).collect();
    let spoken = spoken.join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.on, &spoken));
    if row.on {
        ui.painter().rect_filled(rect, 7.0, colors.tint);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 7.0, colors.hover);
    }
    if response.has_focus() {
        focus_ring(ui, colors, rect.shrink(1.0), 7.0);
    }
    let (left, right) = (rect.left() + 8.0, rect.right() - 8.0);
    let (top, low) = (rect.top() + 12.0, rect.bottom() - 11.0);
    let strong = fonts::strong(12.5);
    let room = right - left - text_width(ui, &count, &strong) - 10.0;
    let name = (fonts::regular(12.5), colors.ink);
    paint_line(ui, pos2(left, top), Align2::LEFT_CENTER, &row.name, name.0, name.1, room);
    paint_line(ui, pos2(right, top), Align2::RIGHT_CENTER, &count, strong, colors.ink, 90.0);
    let bar = Rect::from_min_size(pos2(left, rect.top() + 22.0), vec2(right - left, 4.0));
    ui.painter().rect_filled(bar, 2.0, colors.lane);
    let part = row.count as f32 / row.of.max(1) as f32;
    let filled = Rect::from_min_size(bar.min, vec2(bar.width() * part, bar.height()));
    let ink = if theme.is_some() { colors.accent } else { colors.ink4 };
    ui.painter().rect_filled(filled, 2.0, ink);
    let (font, ink) = (fonts::regular(11.0), colors.ink3);
    let half = (right - left) * 0.6;
    paint_line(ui, pos2(left, low), Align2::LEFT_CENTER, &share, font.clone(), ink, half);
    paint_line(ui, pos2(right, low), Align2::RIGHT_CENTER, &score, font, ink, half);
    response.clicked()
}

/// "31 % (29–33 %)".
fn share_words(ctx: &Ctx<'_>, theme: &ThemeCount) -> String {
    let share = ctx.texts.percent(theme.share * 100.0, 0);
    let range = ctx.texts.range(theme.low * 100.0, theme.high * 100.0, 0);
    format!("{share} ({range})")
}

/// "NPS −12 (n = 340)".
fn score_words(ctx: &Ctx<'_>, theme: &ThemeCount) -> Option<String> {
    let figures = theme.figures.as_ref()?;
    let digits = usize::from(matches!(figures.metric, Metric::Ces | Metric::Rating));
    let mut value = ctx.texts.num(figures.shown.value, digits);
    if digits > 0 {
        // A mean says nothing without its scale.
        value = format!("{value} ({}–{})", figures.scale.min, figures.scale.max);
    }
    let message = Message::new("feedback-theme-score")
        .with("metric", ctx.texts.metric(figures.metric))
        .with("value", value)
        .with("n", figures.n);
    Some(ctx.texts.say(&message))
}
