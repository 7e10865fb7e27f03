//! The overlay panel: what the colours mean, what is compared with what, and what stands out.
//!
//! Shows what was computed in `logic`; each choice goes out as another way of looking.

/// The list of changes.
mod changes;
/// Colours, their middle, the badge.
mod choices;
/// Where to look first.
mod first;
/// What the team wants to reach.
mod goal;
/// Single questions.
mod topics;

pub use choices::choices_ui;
pub use goal::{Goal, goal_of};
pub use topics::{MOST_TOPICS, topics};

use super::context::{CompareWith, Ctx, UiAction};
use super::derived::Derived;
use super::filters::against::{Offer, against, offers};
use super::filters::period_words;
use super::fonts;
use super::inspector::{INSET, section_line};
use super::map::painter::Prepared;
use super::widgets::{
    Button, DropDown, IconButton, MenuItem, Toast, caption, label, menu, paint_line, segmented, tip,
};
use crate::analysis::{Legend, Measure, answers_gone};
use crate::model::{JourneyId, Message};
use crate::render::color_scale::Palette;
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::render::legend::{LegendRequest, legend, words};
use crate::render::theme::Theme as SceneTheme;
use crate::scores::Filter;
use crate::text::Lang;
use egui::accesskit::Role;
use egui::{Align2, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// What the panel remembers between frames.
#[derive(Default)]
pub struct OverlayPanel {
    key: Option<(u64, u64, Lang, bool, Palette, CompareWith)>,
    picture: Option<Prepared>,
    /// What the picture says.
    words: String,
    /// Answers that lie on no card, since theirs was deleted.
    gone: u64,
    changes: changes::Changes,
    see_all: bool,
    first: first::First,
    goal: goal::Goal,
}

impl OverlayPanel {
    /// Computes the legend and the changes, when they are stale.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, derived: &Derived) {
        let compared = derived.comparison.is_some();
        let key = (
            derived.overlay_revision(),
            ctx.revision,
            ctx.texts.lang(),
            ctx.theme.dark,
            ctx.view.palette,
            ctx.view.compare,
        );
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        let Some(overlay) = &derived.overlay else {
            self.picture = None;
            self.words.clear();
            self.changes = changes::Changes::default();
            return;
        };
        let facts = Legend::of(ctx.model, overlay, &ctx.view.filter, derived.days);
        let request = LegendRequest {
            width: 292.0,
            theme: if ctx.theme.dark { SceneTheme::Dark } else { SceneTheme::Light },
            palette: ctx.view.palette,
            compared,
        };
        let scene = legend(&request, &facts, ctx.texts);
        self.words = words(&request, &facts, ctx.texts);
        self.picture = Some(Prepared::new(Arc::new(scene)));
        self.gone = gone(ctx, overlay.journey);
        self.changes = changes::Changes::of(ctx, derived);
        self.first.refresh(ctx, derived);
    }

    /// Shows the panel; true when its cross was pressed.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        derived: &Derived,
        out: &mut Vec<UiAction>,
    ) -> bool {
        let place = ui.max_rect();
        let foot = 58.0;
        let inner = Rect::from_min_max(
            pos2(place.left() + INSET, place.top() + 10.0),
            pos2(place.right() - INSET, place.bottom() - foot),
        );
        let mut closed = false;
        // The scroll bar lies in the inset, beside what it scrolls.
        let with_bar = inner.with_max_x(place.right() - 4.0);
        let builder = UiBuilder::new().max_rect(with_bar).id_salt("overlay_panel");
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let top = UiBuilder::new().max_rect(inner.with_max_y(inner.top() + 62.0));
            ui.scope_builder(top, |ui| closed = head(ui, ctx));
            let scroll = ScrollArea::vertical().id_salt("overlay_scroll").auto_shrink(false);
            scroll.show(ui, |ui| {
                ui.set_width(inner.width());
                self.legend_ui(ui, ctx);
                section_line(ui, ctx.theme);
                if !ctx.view.measure.is_score() {
                    caption(ui, ctx.theme, ctx.t("inspector-scores-only"));
                    return;
                }
                compare_ui(ui, ctx, derived, out);
                let version = goal::goal_of(derived.overlay.as_deref());
                self.goal.ui(ui, ctx, version, None, out);
                if !self.changes.is_empty() {
                    section_line(ui, ctx.theme);
                    self.changes.ui(ui, ctx, &mut self.see_all, out);
                }
                section_line(ui, ctx.theme);
                if self.first.ui(ui, ctx, out) {
                    self.key = None;
                }
                ui.add_space(12.0);
            });
        });
        let foot = Rect::from_min_max(
            pos2(inner.left(), place.bottom() - foot + 12.0),
            pos2(inner.right(), place.bottom() - 10.0),
        );
        self.foot_ui(ui, ctx, foot, out);
        closed
    }

    fn legend_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(picture) = &mut self.picture else {
            caption(ui, ctx.theme, ctx.t("inspector-overlay-loading"));
            return;
        };
        let (rect, response) = ui.allocate_exact_size(picture.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &self.words));
        picture.paint_at(ui.painter(), rect.min);
        if self.gone > 0 {
            caption(ui, ctx.theme, ctx.t1("overlay-gone", "n", self.gone));
        }
    }

    fn foot_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, place: Rect, out: &mut Vec<UiAction>) {
        let builder = UiBuilder::new().max_rect(place).id_salt("overlay_foot");
        ui.scope_builder(builder, |ui| {
            ui.horizontal(|ui| {
                let button = Button::new(ctx.t("inspector-colours"))
                    .icon(Icon::of("palette"))
                    .min_width(110.0)
                    .show(ui, ctx.theme);
                let name = ctx.t("inspector-colours");
                menu(&button, ctx.theme, &name, 312.0, |ui| choices_ui(ui, ctx, out));
                let copy = Button::new(ctx.t("inspector-copy-legend"))
                    .icon(Icon::of("content_copy"))
                    .min_width(ui.available_width())
                    .show(ui, ctx.theme);
                if copy.clicked() && !self.words.is_empty() {
                    ui.ctx().copy_text(self.words.clone());
                    let told = Toast::done(Message::new("inspector-legend-copied"));
                    out.push(UiAction::Say(Box::new(told)));
                }
            });
        });
    }
}

fn head(ui: &mut Ui, ctx: &Ctx<'_>) -> bool {
    let mut closed = false;
    ui.horizontal(|ui| {
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width() - 36.0, 28.0), Sense::hover());
        let text = ctx.t("inspector-overlay");
        let at = rect.left_center();
        let font = fonts::regular(12.0);
        let ink = ctx.theme.ink3;
        paint_line(ui, at, Align2::LEFT_CENTER, &text, font, ink, rect.width());
        let cross = IconButton::new(Icon::of("close"), ctx.t("inspector-overlay-close"));
        closed = cross.show(ui, ctx.theme).clicked();
    });
    ui.horizontal(|ui| {
        let question = ctx.view.topic.and_then(|id| ctx.model.questions.get(&id));
        let measure = || figure_words::measure(ctx.texts, ctx.view.measure);
        let text = question.map_or_else(measure, |q| q.topic().to_owned());
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &text));
        let at = rect.left_center();
        let room = rect.width() - 30.0;
        let font = fitting(ui, &text, room);
        paint_line(ui, at, Align2::LEFT_CENTER, &text, font, ctx.theme.ink, room);
        let cap = Rect::from_center_size(rect.right_center() - vec2(10.0, 0.0), vec2(17.0, 17.0));
        let edge = egui::Stroke::new(1.0, ctx.theme.line2);
        let painter = ui.painter();
        painter.rect(cap, 4.0, ctx.theme.hover, edge, egui::StrokeKind::Inside);
        let middle = Align2::CENTER_CENTER;
        painter.text(cap.center(), middle, "H", fonts::strong(10.5), ctx.theme.ink3);
    });
    closed
}

fn gone(ctx: &Ctx<'_>, journey: JourneyId) -> u64 {
    let measure = ctx.view.measure;
    let scores = ctx.scores.filter(|_| Measure::of(measure.metric) == measure);
    let filter = Filter { journey: Some(journey), ..ctx.view.filter.clone() };
    scores.map_or(0, |table| answers_gone(table, ctx.model, &filter, measure.metric))
}

/// The largest letters of a heading in which a name fits.
fn fitting(ui: &Ui, text: &str, room: f32) -> egui::FontId {
    let width = |size| {
        let font = fonts::strong(size);
        ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::BLACK).size().x
    };
    let fits = [20.0, 17.0, 15.0].into_iter().find(|size| width(*size) <= room);
    fonts::strong(fits.unwrap_or(12.5))
}

/// Waves, the rest of a segment, other journeys.
fn others_ui(ui: &mut Ui, ctx: &Ctx<'_>, offers: &[Offer], out: &mut Vec<UiAction>) {
    if offers.is_empty() {
        return;
    }
    let chosen = offers.iter().find(|offer| offer.is_on(ctx.view));
    let name = chosen.map_or_else(|| ctx.t("inspector-compare-other"), |o| o.name.clone());
    let button = DropDown::new(ctx.t("inspector-compare-other"), name)
        .active(chosen.is_some())
        .max_width(ui.available_width());
    let response = button.show(ui, ctx.theme);
    menu(&response, ctx.theme, &ctx.t("inspector-compare-other"), 280.0, |ui| {
        for offer in offers {
            let item = MenuItem::new(offer.name.as_str()).selected(offer.is_on(ctx.view));
            if item.show(ui, ctx.theme) {
                out.push(offer.look(ctx));
            }
        }
    });
}

/// What is shown now, where it is compared with another selection than a period.
fn now_words(ctx: &Ctx<'_>, offers: &[Offer]) -> String {
    let on = offers.iter().find(|offer| offer.is_on(ctx.view));
    on.map_or_else(|| period_words(ctx.texts, ctx.view.filter.period), |o| o.now.clone())
}

fn compare_ui(ui: &mut Ui, ctx: &Ctx<'_>, derived: &Derived, out: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    label(ui, ctx.t("inspector-compare"), fonts::strong(12.0), theme.ink);
    let mut with = ctx.view.compare;
    let options = [
        (CompareWith::Nothing, ctx.t("inspector-compare-none")),
        (CompareWith::PeriodBefore, ctx.t("inspector-compare-quarter")),
        (CompareWith::YearBefore, ctx.t("inspector-compare-year")),
        (CompareWith::Target, ctx.t("inspector-compare-target")),
    ];
    let (rival, offers) = (against(ctx.texts, ctx.view), offers(ctx));
    if segmented(ui, theme, &options, &mut with) {
        out.push(UiAction::Compare(with));
    }
    let line = |ui: &mut Ui, key: &'static str, text: String, n: Option<u64>| {
        let size = vec2(ui.available_width(), 16.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let n = n.map(|n| ctx.t1("inspector-n", "n", n)).unwrap_or_default();
        let spoken = format!("{} {text} {n}", ctx.t(key));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        let left = Align2::LEFT_CENTER;
        let small = fonts::regular(12.0);
        let at = rect.left_center();
        paint_line(ui, at, left, &ctx.t(key), small.clone(), theme.ink3, 50.0);
        let at = rect.left_center() + vec2(52.0, 0.0);
        paint_line(ui, at, left, &text, fonts::regular(12.5), theme.ink, rect.width() - 110.0);
        ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, n, small, theme.ink3);
    };
    line(
        ui,
        "inspector-now",
        now_words(ctx, &offers),
        derived.overlay.as_ref().map(|o| answers_in(o)),
    );
    if let Some(earlier) = &derived.earlier {
        let name = rival.map(|rival| rival.name).unwrap_or_default();
        line(ui, "inspector-then", name, Some(answers_in(earlier)));
    }
    others_ui(ui, ctx, &offers, out);
    if with == CompareWith::Target {
        caption(ui, theme, ctx.t("inspector-target-why"));
    } else if ctx.view.compare != CompareWith::Nothing && derived.earlier.is_none() {
        let text = label(ui, ctx.t("inspector-no-earlier"), fonts::regular(11.5), theme.bad);
        tip(text, theme, &ctx.t("inspector-no-earlier-why"));
    }
}

/// Answers to the metric in view, those without a score left out.
fn answers_in(overlay: &crate::analysis::Overlay) -> u64 {
    overlay.whole.n().unwrap_or(0)
}
