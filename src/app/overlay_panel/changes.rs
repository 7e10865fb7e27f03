//! The list of changes that stand out, each with its interval; or the distance to the target.
//!
//! Computed beforehand; a line leads to its card.

use crate::analysis::compare::FALSE_SIGNALS;
use crate::app::context::{CompareWith, Ctx, UiAction};
use crate::app::derived::Derived;
use crate::app::fonts;
use crate::app::inspector::data::target;
use crate::app::theme::Theme;
use crate::app::widgets::{caption, focus_ring, label, paint_line};
use crate::model::{Message, PlacementId, TouchpointId};
use crate::render::figure_words::decimals;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Align2, Color32, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Lines shown before "See all" is pressed.
const FIRST: usize = 5;

/// One touchpoint's change.
#[derive(Clone, PartialEq, Debug)]
struct Line {
    card: Option<PlacementId>,
    title: String,
    /// The change and its interval; above 0 is better.
    value: f64,
    low: f64,
    high: f64,
    /// Its size in words.
    size: String,
    spoken: String,
    stands_out: bool,
}

/// The changes of a comparison.
#[derive(Default)]
pub(super) struct Changes {
    lines: Vec<Line>,
    title: String,
    note: String,
}

impl Changes {
    pub fn of(ctx: &Ctx<'_>, derived: &Derived) -> Self {
        if ctx.view.compare == CompareWith::Target {
            return Self::to_target(ctx, derived);
        }
        let Some(comparison) = &derived.comparison else {
            return Self::default();
        };
        let digits = decimals(ctx.view.measure.metric);
        let low_is_good = derived
            .overlay
            .as_ref()
            .and_then(|o| o.version.as_ref())
            .is_some_and(crate::analysis::Version::low_is_good);
        let sign = if low_is_good { -1.0 } else { 1.0 };
        let mut lines: Vec<Line> = comparison
            .touchpoints
            .iter()
            .map(|(id, change)| {
                let d = &change.difference;
                let ends = [d.low * sign, d.high * sign];
                let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                line(ctx, *id, (d.value * sign, low, high), digits, change.stands_out)
            })
            .collect();
        sort(&mut lines);
        if lines.is_empty() {
            let of_journeys = ctx.view.compare == CompareWith::Selection
                && ctx.view.rival.as_ref().is_some_and(|rival| rival.journey.is_some());
            let why = if of_journeys {
                "inspector-changes-none-shared"
            } else {
                "inspector-changes-none-why"
            };
            let (title, note) = (ctx.t("inspector-changes-none"), ctx.t(why));
            return Self { title, lines, note };
        }
        let count = lines.iter().filter(|l| l.stands_out).count();
        let title = Message::new("inspector-changes").with("count", count).with("all", lines.len());
        let expected = ctx.texts.num(count as f64 * FALSE_SIGNALS, 1);
        let note = Message::new("inspector-changes-note")
            .with("count", count)
            .with("all", lines.len())
            .with("false", expected);
        let note = ctx.texts.say(&note);
        Self { title: ctx.texts.say(&title), lines, note }
    }

    /// Which touchpoints lie above or below the target, beyond their own interval.
    fn to_target(ctx: &Ctx<'_>, derived: &Derived) -> Self {
        let Some(overlay) = &derived.overlay else {
            return Self::default();
        };
        let digits = decimals(ctx.view.measure.metric);
        let sign = match &overlay.version {
            Some(version) if version.low_is_good() => -1.0,
            _ => 1.0,
        };
        let mut lines: Vec<Line> = overlay
            .touchpoints
            .iter()
            .filter_map(|(id, reading)| {
                let shown = reading.score()?.shown();
                let goal = target(ctx, ctx.view.measure.metric, Some(*id))
                    .or_else(|| overlay.midpoint.map(|m| m.value))?;
                let ends = [(shown.low - goal) * sign, (shown.high - goal) * sign];
                let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                let clear = low > 0.0 || high < 0.0;
                Some(line(ctx, *id, ((shown.value - goal) * sign, low, high), digits, clear))
            })
            .collect();
        sort(&mut lines);
        let below = lines.iter().filter(|l| l.stands_out && l.value < 0.0).count();
        let title =
            Message::new("inspector-below-target").with("count", below).with("all", lines.len());
        let note = ctx.t("inspector-target-note");
        Self { title: ctx.texts.say(&title), lines, note }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty()
    }

    pub fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, see_all: &mut bool, out: &mut Vec<UiAction>) {
        let theme = ctx.theme;
        let row = vec2(ui.available_width(), 28.0);
        let middle = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(row, middle, |ui| {
            ui.set_height(row.y);
            label(ui, self.title.clone(), fonts::strong(12.0), theme.ink);
            let more = self.lines.iter().filter(|l| !*see_all && !l.stands_out).count();
            if more > 0 || *see_all {
                let key = if *see_all { "inspector-see-fewer" } else { "inspector-see-all" };
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    let button = crate::app::widgets::Button::quiet(ctx.t(key)).small();
                    if button.show(ui, theme).clicked() {
                        *see_all = !*see_all;
                    }
                });
            }
        });
        let all = *see_all;
        let shown: Vec<&Line> = if all {
            self.lines.iter().collect()
        } else {
            self.lines.iter().filter(|l| l.stands_out).take(FIRST).collect()
        };
        let reach = shown.iter().flat_map(|l| [l.low.abs(), l.high.abs()]).fold(1e-6, f64::max);
        for line in shown {
            line_ui(ui, theme, line, reach, out);
        }
        caption(ui, theme, self.note.clone());
    }
}

fn sort(lines: &mut [Line]) {
    lines.sort_by(|a, b| {
        b.stands_out.cmp(&a.stands_out).then(b.value.abs().total_cmp(&a.value.abs()))
    });
}

fn line(
    ctx: &Ctx<'_>,
    touchpoint: TouchpointId,
    (value, low, high): (f64, f64, f64),
    digits: usize,
    stands_out: bool,
) -> Line {
    let journey = ctx.journey();
    let card = ctx
        .model
        .placements
        .values()
        .find(|p| p.touchpoint == touchpoint && Some(p.journey) == journey)
        .map(|p| p.id);
    let title = ctx.model.touchpoints.get(&touchpoint).map(|t| t.title.clone()).unwrap_or_default();
    let size = ctx.texts.num(value.abs(), digits);
    let key = if value < 0.0 { "inspector-change-worse" } else { "inspector-change-better" };
    let spoken = Message::new(key)
        .with("name", title.as_str())
        .with("size", size.as_str())
        .with("range", ctx.texts.range(low, high, digits));
    Line { card, spoken: ctx.texts.say(&spoken), title, value, low, high, size, stands_out }
}

fn line_ui(ui: &mut Ui, theme: &Theme, line: &Line, reach: f64, out: &mut Vec<UiAction>) {
    let size = vec2(ui.available_width(), 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line.spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 6.0, theme.hover);
    }
    let y = rect.center().y;
    let plot = (rect.right() - 136.0, rect.right() - 40.0);
    let at = rect.left_center();
    let room = plot.0 - rect.left() - 4.0;
    let font = fonts::regular(12.5);
    paint_line(ui, at, Align2::LEFT_CENTER, &line.title, font, theme.ink, room);
    let middle = f32::midpoint(plot.0, plot.1);
    let half = (plot.1 - plot.0) / 2.0 - 4.0;
    let x = |value: f64| middle + (value / reach) as f32 * half;
    ui.painter().vline(middle, rect.y_range(), Stroke::new(1.0, theme.line2));
    let ink = match (line.stands_out, line.value < 0.0) {
        (false, _) => theme.ink4,
        (true, true) => theme.bad,
        (true, false) => theme.good,
    };
    let pen = Stroke::new(2.0, ink);
    ui.painter().line_segment([pos2(x(line.low), y), pos2(x(line.high), y)], pen);
    let dot = pos2(x(line.value), y);
    ui.painter().circle(dot, 4.5, ink, Stroke::new(1.5, theme.panel));
    if line.stands_out {
        ui.painter().add(triangle(pos2(rect.right() - 29.0, y), line.value > 0.0, ink));
    }
    let at = rect.right_center();
    ui.painter().text(at, Align2::RIGHT_CENTER, &line.size, fonts::strong(12.5), ink);
    if response.has_focus() {
        focus_ring(ui, theme, rect, 6.0);
    }
    if response.clicked()
        && let Some(card) = line.card
    {
        out.push(UiAction::Show(Subject::Card(card)));
    }
}

fn triangle(center: egui::Pos2, up: bool, ink: Color32) -> Shape {
    let way = if up { -4.0 } else { 4.0 };
    let points = vec![center + vec2(-4.0, -way), center + vec2(4.0, -way), center + vec2(0.0, way)];
    Shape::convex_polygon(points, ink, Stroke::NONE)
}
