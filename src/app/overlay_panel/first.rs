//! "Where to look first": touchpoints in the order of a rule that a person chooses, each with why.
//!
//! Ranked beforehand; a line leads to its card.

use crate::analysis::ranking::{Place, Ranked, Rule, ranking};
use crate::analysis::{Lens, Overlay, OverlayRequest, Sources};
use crate::app::context::{Ctx, UiAction};
use crate::app::derived::Derived;
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::app::widgets::{DropDown, MenuItem, caption, focus_ring, label, menu, paint_line};
use crate::model::{Message, PlacementId};
use crate::render::figure_words::{self, decimals};
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Align2, Sense, Ui, WidgetInfo, pos2, vec2};

/// Lines shown.
const MOST: usize = 8;

/// One touchpoint in the list.
#[derive(Clone, PartialEq, Debug)]
struct Line {
    card: Option<PlacementId>,
    title: String,
    value: String,
    why: String,
    firm: bool,
}

/// The list and its rule.
#[derive(Default)]
pub(super) struct First {
    pub rule: Rule,
    lines: Vec<Line>,
    left: usize,
}

impl First {
    /// Ranks anew.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, derived: &Derived) {
        self.lines.clear();
        self.left = 0;
        let Some(overlay) = derived.overlay.as_deref().filter(|o| o.measure.is_score()) else {
            return;
        };
        let gaps = (self.rule == Rule::GuessGap).then(|| gaps(ctx, overlay)).flatten();
        let of = Ranked { overlay, comparison: derived.comparison.as_deref(), gaps: gaps.as_ref() };
        let places = ranking(ctx.model, of, self.rule);
        self.left = places.len().saturating_sub(MOST);
        self.lines = places.iter().take(MOST).map(|p| line(ctx, overlay, p, self.rule)).collect();
    }

    /// Shows the list; true when another rule was chosen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) -> bool {
        let theme = ctx.theme;
        let title = ctx.t("inspector-first");
        label(ui, title.clone(), fonts::strong(12.0), theme.ink);
        let button = DropDown::new(title.clone(), ctx.t(name(self.rule)))
            .max_width(ui.available_width())
            .show(ui, theme);
        let before = self.rule;
        menu(&button, theme, &title, 288.0, |ui| {
            for rule in Rule::ALL {
                let item = MenuItem::new(ctx.t(name(rule))).detail(ctx.t(how(rule)));
                if item.selected(rule == self.rule).show(ui, theme) {
                    self.rule = rule;
                }
            }
        });
        for (place, line) in self.lines.iter().enumerate() {
            line_ui(ui, theme, place + 1, line, out);
        }
        match (self.lines.is_empty(), self.left) {
            (true, _) => {
                caption(ui, theme, ctx.t(none(self.rule)));
            }
            (false, 0) => {}
            (false, left) => {
                caption(ui, theme, ctx.t1("inspector-first-more", "n", left));
            }
        }
        self.rule != before
    }
}

fn gaps(ctx: &Ctx<'_>, overlay: &Overlay) -> Option<Overlay> {
    let sources =
        Sources { table: ctx.scores.map(AsRef::as_ref), stored: None, contacts: ctx.contacts };
    let measure = overlay.measure.through(Lens::GuessGap);
    let request = OverlayRequest::of(overlay.journey, measure);
    Overlay::of(sources, ctx.model, &request, &ctx.view.filter)
}

fn name(rule: Rule) -> &'static str {
    match rule {
        Rule::Worst => "inspector-first-worst",
        Rule::Worsening => "inspector-first-worsening",
        Rule::MostAnswered => "inspector-first-most-answered",
        Rule::BelowTarget => "inspector-first-below-target",
        Rule::GuessGap => "inspector-first-guess-gap",
    }
}

fn how(rule: Rule) -> &'static str {
    match rule {
        Rule::Worst => "inspector-first-worst-how",
        Rule::Worsening => "inspector-first-worsening-how",
        Rule::MostAnswered => "inspector-first-most-answered-how",
        Rule::BelowTarget => "inspector-first-below-target-how",
        Rule::GuessGap => "inspector-first-guess-gap-how",
    }
}

fn none(rule: Rule) -> &'static str {
    match rule {
        Rule::Worst | Rule::MostAnswered => "inspector-first-none",
        Rule::Worsening => "inspector-first-none-worsening",
        Rule::BelowTarget => "inspector-first-none-below-target",
        Rule::GuessGap => "inspector-first-none-guess-gap",
    }
}

fn line(ctx: &Ctx<'_>, overlay: &Overlay, place: &Place, rule: Rule) -> Line {
    let journey = ctx.journey();
    let here = |p: &&crate::model::Placement| {
        p.touchpoint == place.touchpoint && Some(p.journey) == journey
    };
    let card = ctx.model.placements.values().find(here).map(|p| p.id);
    let title = ctx.model.touchpoints.get(&place.touchpoint).map(|t| t.title.clone());
    let (metric, shown) = (overlay.metric(), place.score.shown());
    let digits = decimals(metric);
    // The end of an interval has its own sign; a distance is told without one.
    let by = if rule == Rule::Worst { place.by } else { place.by.abs() };
    let by = figure_words::value(ctx.texts, metric, by);
    let key = match (rule, place.firm) {
        (Rule::Worst, _) => "inspector-first-why-worst",
        (Rule::MostAnswered, _) => "inspector-first-why-most",
        (Rule::Worsening, true) => "inspector-first-why-worse",
        (Rule::Worsening, false) => "inspector-first-why-worse-chance",
        (Rule::BelowTarget, true) => "inspector-first-why-target",
        (Rule::BelowTarget, false) => "inspector-first-why-target-chance",
        (Rule::GuessGap, true) => "inspector-first-why-gap",
        (Rule::GuessGap, false) => "inspector-first-why-gap-chance",
    };
    let why = Message::new(key)
        .with("by", by)
        .with("range", ctx.texts.range(shown.low, shown.high, digits))
        .with("n", place.score.n());
    Line {
        card,
        title: title.unwrap_or_default(),
        value: figure_words::value(ctx.texts, metric, shown.value),
        why: ctx.texts.say(&why),
        firm: place.firm,
    }
}

fn line_ui(ui: &mut Ui, theme: &Theme, place: usize, line: &Line, out: &mut Vec<UiAction>) {
    let size = vec2(ui.available_width(), 36.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = format!("{place}. {}: {}, {}", line.title, line.value, line.why);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 6.0, theme.hover);
    }
    let ink = if line.firm { theme.ink } else { theme.ink3 };
    let (upper, lower) = (rect.top() + 10.0, rect.top() + 26.0);
    let number = pos2(rect.left() + 8.0, upper);
    let painter = ui.painter();
    painter.text(number, Align2::CENTER_CENTER, place, fonts::strong(11.5), theme.ink3);
    let right = pos2(rect.right(), upper);
    painter.text(right, Align2::RIGHT_CENTER, &line.value, fonts::strong(12.5), ink);
    let left = rect.left() + 22.0;
    let room = rect.right() - left;
    let font = fonts::strong(12.5);
    paint_line(ui, pos2(left, upper), Align2::LEFT_CENTER, &line.title, font, ink, room - 48.0);
    let font = fonts::regular(11.5);
    paint_line(ui, pos2(left, lower), Align2::LEFT_CENTER, &line.why, font, theme.ink3, room);
    if response.has_focus() {
        focus_ring(ui, theme, rect, 6.0);
    }
    if response.clicked()
        && let Some(card) = line.card
    {
        out.push(UiAction::Show(Subject::Card(card)));
    }
}
