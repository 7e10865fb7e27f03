//! Four cards to begin a map from.
//!
//! What is in a template is `document`'s; here it only has a name and a small ribbon.

use super::{card, card_words, chevron, grid, heading};
use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::{paint_icon, rounded_outline};
use crate::document::outline::template::Template;
use crate::render::icons::Icon;
use egui::{Rect, Shape, Stroke, Ui, pos2, vec2};

struct Card {
    template: Template,
    title: &'static str,
    text: &'static str,
    /// Icon and number of cards of each stage.
    stages: &'static [(&'static str, usize)],
}

const CARDS: [Card; 4] = [
    Card {
        template: Template::B2cPurchase,
        title: "start-template-purchase",
        text: "start-template-purchase-text",
        stages: &[
            ("campaign", 1),
            ("language", 2),
            ("request_quote", 1),
            ("draw", 2),
            ("receipt_long", 1),
            ("star", 2),
        ],
    },
    Card {
        template: Template::ServiceCall,
        title: "start-template-service",
        text: "start-template-service-text",
        stages: &[("search", 2), ("call", 1), ("support_agent", 2), ("build", 1), ("task_alt", 2)],
    },
    Card {
        template: Template::B2bOnboarding,
        title: "start-template-onboarding",
        text: "start-template-onboarding-text",
        stages: &[("draw", 1), ("groups", 2), ("settings", 1), ("school", 2), ("trending_up", 1)],
    },
    Card {
        template: Template::Blank,
        title: "start-template-blank",
        text: "start-template-blank-text",
        stages: &[],
    },
];

/// Shows the section.
pub fn ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
    heading(ui, ctx, &ctx.t("start-templates"), "", 24.0);
    // In a small window the words take two lines.
    let height = if ui.available_width() < 960.0 { 162.0 } else { 150.0 };
    for (item, place) in CARDS.iter().zip(grid(ui, CARDS.len(), 4, height)) {
        let title = ctx.t(item.title);
        let name = ctx.t1("start-from-template", "title", &title);
        let response = card(ui, ctx.theme, place, item.title, &name);
        let picture = Rect::from_min_max(
            place.min + vec2(16.0, 20.0),
            pos2(place.right() - 16.0, place.top() + 76.0),
        );
        if item.stages.is_empty() {
            blank(ui, ctx, picture);
        } else {
            ribbon(ui, ctx, picture, item.stages);
        }
        let at = place.min + vec2(16.0, 104.0);
        card_words(ui, ctx.theme, at, &title, &ctx.t(item.text), place.width() - 24.0);
        if response.clicked() {
            actions.push(UiAction::NewFrom(item.template));
        }
    }
}

fn ribbon(ui: &Ui, ctx: &Ctx<'_>, place: Rect, stages: &[(&'static str, usize)]) {
    let pitch = (place.width() + 2.0) / stages.len() as f32;
    for (i, (icon, cards)) in stages.iter().enumerate() {
        let left = place.left() + pitch * i as f32;
        let last = i + 1 == stages.len();
        let part = Rect::from_min_size(pos2(left, place.top()), vec2(pitch - 2.0, 28.0));
        chevron(ui, part, 6.0, i == 0, last, ctx.theme.ribbon);
        let nudge = if i == 0 { 1.0 } else { 4.0 };
        let center = part.center() + vec2(nudge, 0.0);
        paint_icon(ui.painter(), center, Icon::of(icon), 15.0, ctx.theme.on_ribbon);
        for row in 0..*cards {
            let top = place.top() + 35.0 + 12.0 * row as f32;
            let rect = Rect::from_min_size(pos2(left + 1.0, top), vec2(pitch - 6.0, 9.0));
            ui.painter().rect_filled(rect, 2.5, ctx.theme.tint);
        }
    }
}

fn blank(ui: &Ui, ctx: &Ctx<'_>, place: Rect) {
    let outline = rounded_outline(place.shrink(0.75), 7.0);
    let edge = Stroke::new(1.5, ctx.theme.line2);
    ui.painter().extend(Shape::dashed_line(&outline, edge, 5.0, 4.0));
    paint_icon(ui.painter(), place.center(), Icon::of("add"), 22.0, ctx.theme.accent);
}
