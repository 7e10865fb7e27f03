//! How one touchpoint, stage or journey goes, in full: course with control limits, events, baseline,
//! distribution; each picture as a table too.
//!
//! Shows what was computed in `logic`; changes go out as actions.

/// The baseline that the team locks.
mod baseline;
/// What is shown, computed beforehand.
mod data;
/// Dated events: listed, added, changed, deleted.
mod events;
/// Pictures as tables.
mod tables;

use super::context::{Ctx, UiAction};
use super::fonts;
use super::inspector::chart;
use super::widgets::{Dialog, DropDown, MenuItem, caption, label, menu, paint_icon, switch, title};
use crate::analysis::{ControlChart, Scope, Version};
use crate::model::{Metric, Model};
use crate::render::color_scale::Palette;
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::scores::Filter;
use crate::text::Lang;
pub use data::event_marks;
use data::{Answers, Shown};
use egui::{Grid, ScrollArea, Sense, Ui, vec2};

/// Width of the dialog, and what of the window stays beside and above it.
const WIDTH: f32 = 980.0;
const BESIDE: f32 = 96.0;
const ABOVE: f32 = 150.0;
/// Room for the scroll bar.
const SCROLL: f32 = 18.0;
/// Most signals that are listed.
const SIGNALS: usize = 8;

/// What the sheet was computed from.
#[derive(Clone, PartialEq, Debug)]
struct Key {
    scope: Scope,
    version: Option<Version>,
    metric: Metric,
    filter: Filter,
    revisions: (u64, u64, bool),
    lang: Lang,
    dark: bool,
    palette: Palette,
    width: f32,
}

/// What the sheet remembers between frames.
#[derive(Default)]
pub struct TrendSheet {
    open: Option<Scope>,
    version: Option<Version>,
    width: f32,
    key: Option<Key>,
    shown: Shown,
    months_as_table: bool,
    answers_as_table: bool,
    baseline: baseline::Draft,
    event: events::Draft,
}

/// What the sheet of a part of the map is about; the journey shown when it is about no scores.
#[must_use]
pub fn scope_of(ctx: &Ctx<'_>, subject: Option<Subject>) -> Option<Scope> {
    let journey = ctx.journey().map(Scope::Journey);
    scored(ctx.model, subject).or(journey)
}

/// The same, absent for parts that have no scores of their own.
#[must_use]
pub fn scored(model: &Model, subject: Option<Subject>) -> Option<Scope> {
    match subject? {
        Subject::Card(card) | Subject::Emotion(card) => {
            model.placements.get(&card).map(|p| Scope::Touchpoint(p.touchpoint))
        }
        Subject::Stage(stage) => model.stages.get(&stage).map(|s| Scope::Stage(s.journey, stage)),
        Subject::Journey(journey) => Some(Scope::Journey(journey)),
        _ => None,
    }
}

impl TrendSheet {
    /// Opens the sheet of a scope.
    pub fn open(&mut self, scope: Scope) {
        *self = Self { open: Some(scope), width: self.width, ..Self::default() };
    }

    /// Whether it is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The trend that is shown.
    #[must_use]
    pub fn chart(&self) -> &ControlChart {
        &self.shown.chart
    }

    /// Closes it, since another document is shown.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Computes what is shown, when it is stale.
    pub fn logic(&mut self, ctx: &Ctx<'_>) {
        let Some(scope) = self.open else { return };
        let key = Key {
            scope,
            version: self.version.clone(),
            metric: ctx.view.measure.metric,
            filter: ctx.view.filter.clone(),
            revisions: (ctx.revision, ctx.scores_revision, ctx.scores.is_some()),
            lang: ctx.texts.lang(),
            dark: ctx.theme.dark,
            palette: ctx.view.palette,
            width: self.width,
        };
        if self.width > 0.0 && self.key.as_ref() != Some(&key) {
            self.shown = Shown::of(ctx, scope, self.version.as_ref(), self.width);
            self.key = Some(key);
        }
    }

    /// Shows the sheet while it is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(scope) = self.open else { return };
        let window = egui.content_rect();
        let width = WIDTH.min(window.width() - BESIDE);
        let inner = width - SCROLL;
        if (self.width - inner).abs() > 0.5 {
            // Pictures are drawn for this width in `logic`, before the next frame.
            self.width = inner;
            egui.request_repaint();
        }
        let (name, close) = (self.shown.title.clone(), ctx.t("app-close"));
        let name = if name.is_empty() { ctx.t("trend-trend") } else { name };
        let dialog = Dialog::new("trend", &name, &close).width(width);
        let end = dialog.show(egui, ctx.theme, |ui| {
            let room = (window.height() - ABOVE).max(160.0);
            let area = ScrollArea::vertical().id_salt("trend_sheet").max_height(room);
            let area = area.min_scrolled_height(room).auto_shrink([false, true]);
            area.show(ui, |ui| {
                ui.set_width(inner);
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                self.head_ui(ui, ctx);
                self.course_ui(ui, ctx);
                if self.shown.chart.has_scores() {
                    self.baseline_ui(ui, ctx, scope, out);
                }
                self.events_ui(ui, ctx, scope, out);
                self.answers_ui(ui, ctx);
            });
        });
        if end.closed {
            self.open = None;
        }
    }

    /// Which score is shown, and what of the filter counts here.
    fn head_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let theme = ctx.theme;
        let now = self.shown.version.clone();
        let named = |version: &Version| {
            self.shown.versions.iter().find(|(known, _)| known == version).map(|(_, name)| name)
        };
        let Some(value) = now.as_ref().and_then(named).cloned() else {
            caption(ui, theme, ctx.t("trend-no-answers"));
            return;
        };
        ui.horizontal(|ui| {
            let name = ctx.t("trend-score");
            let button = DropDown::new(&name, value).caption(&name).show(ui, theme);
            menu(&button, theme, &name, 220.0, |ui| {
                for (version, name) in &self.shown.versions {
                    let item = MenuItem::new(name).selected(Some(version) == now.as_ref());
                    if item.show(ui, theme) {
                        self.version = Some(version.clone());
                        self.baseline = baseline::Draft::default();
                    }
                }
            });
            if let Some(version) = &now {
                caption(ui, theme, crate::render::figure_words::direction(ctx.texts, version));
            }
        });
    }

    fn course_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let theme = ctx.theme;
        let picture = self.shown.picture.is_some();
        let names = ("trend-trend", "trend-months-as-table");
        let with_table = picture.then_some(&mut self.months_as_table);
        section_ui(ui, ctx, names, with_table);
        caption(ui, theme, ctx.t("trend-all-months"));
        let Some(picture) = &mut self.shown.picture else {
            label(ui, ctx.t("trend-no-scores"), fonts::regular(13.0), theme.ink2);
            return;
        };
        if self.months_as_table {
            table_ui(ui, ctx, "trend_months", &self.shown.months);
        } else {
            chart(ui, picture, &self.shown.summary);
        }
        for words in &self.shown.limits {
            caption(ui, theme, words.clone());
        }
        for (better, words) in self.shown.signals.iter().take(SIGNALS) {
            let (icon, ink) = if *better {
                (Icon::of("arrow_upward"), theme.good)
            } else {
                (Icon::of("arrow_downward"), theme.bad)
            };
            line_ui(ui, icon, ink, words, ink);
        }
        let more = self.shown.signals.len().saturating_sub(SIGNALS);
        if more > 0 {
            caption(ui, theme, ctx.t1("trend-more-signals", "count", more));
        }
        if self.shown.signals.is_empty() && self.shown.chart.spans.iter().any(|s| s.chart.is_some())
        {
            line_ui(ui, Icon::of("check"), theme.ink2, &ctx.t("trend-no-signals"), theme.ink2);
        }
        for words in &self.shown.breaks {
            line_ui(ui, Icon::of("info"), theme.ink2, words, theme.ink2);
        }
        if self.shown.chart.points.iter().any(|point| point.is_future) {
            line_ui(ui, Icon::of("info"), theme.ink2, &ctx.t("trend-has-future"), theme.ink2);
        }
    }

    fn answers_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let names = ("trend-answers", "trend-answers-as-table");
        let some = self.shown.answers.is_some();
        section_ui(ui, ctx, names, some.then_some(&mut self.answers_as_table));
        match &mut self.shown.answers {
            None => {
                label(ui, self.shown.why_none.clone(), fonts::regular(13.0), ctx.theme.ink2);
            }
            Some(Answers { base, picture, summary, rows }) => {
                caption(ui, ctx.theme, base.clone());
                if self.answers_as_table {
                    table_ui(ui, ctx, "trend_values", rows);
                } else {
                    chart(ui, picture, summary);
                }
                caption(ui, ctx.theme, ctx.t("trend-answers-intervals"));
            }
        }
    }
}

/// The head of a part of the sheet, with the switch that shows its picture as a table.
fn section_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    (name, as_table): (&'static str, &'static str),
    table: Option<&mut bool>,
) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        title(ui, ctx.theme, ctx.t(name));
        if let Some(on) = table {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                switch(ui, ctx.theme, on, &ctx.t(as_table));
            });
        }
    });
}

/// A sentence behind an icon.
fn line_ui(ui: &mut Ui, icon: Icon, color: egui::Color32, words: &str, ink: egui::Color32) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (place, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
        paint_icon(ui.painter(), place.center(), icon, 15.0, color);
        label(ui, words, fonts::regular(12.5), ink);
    });
}

/// Cells in columns; the first row is the head. The first column is text, the others are numbers.
fn table_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: &'static str, rows: &[Vec<String>]) {
    // Its own height inside what scrolls already.
    let high = (rows.len() as f32 * 24.0).min(288.0);
    let area = ScrollArea::vertical().id_salt((id, "scroll")).max_height(high);
    area.min_scrolled_height(high).auto_shrink([false, true]).show(ui, |ui| {
        let grid = Grid::new(id).striped(false).spacing(vec2(24.0, 4.0)).min_row_height(20.0);
        grid.show(ui, |ui| {
            for (index, row) in rows.iter().enumerate() {
                for cell in row {
                    let (font, ink) = if index == 0 {
                        (fonts::strong(11.5), ctx.theme.ink2)
                    } else {
                        (fonts::regular(12.5), ctx.theme.ink)
                    };
                    label(ui, cell.clone(), font, ink);
                }
                ui.end_row();
            }
        });
    });
}
