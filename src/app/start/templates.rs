//! Cards to begin a map from: the templates of the program, then those the person saved.
//!
//! What is in a template is `document`'s; here it only has a name and a small ribbon.

use super::{card, card_words, chevron, grid, heading};
use crate::app::context::{Ctx, UiAction};
use crate::app::own_templates::{OwnTemplate, OwnTemplates};
use crate::app::widgets::{Button, IconButton, caption, paint_icon, rounded_outline};
use crate::document::outline::template::Template;
use crate::document::outline::{Outline, StageOutline};
use crate::model::{Message, StageKind};
use crate::render::icons::Icon;
use egui::{Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

/// Own templates that are shown before the person asks for all of them.
const SHOWN: usize = 6;

/// Cards in a row.
const COLUMNS: usize = 4;

/// Most stages of a ribbon.
const MOST_STAGES: usize = 12;

struct Card {
    template: Template,
    title: &'static str,
    text: &'static str,
    /// Icon of each stage, and how many cards are drawn of those it has.
    stages: &'static [(&'static str, usize)],
}

const CARDS: [Card; 6] = [
    Card {
        template: Template::B2cPurchase,
        title: "start-template-purchase",
        text: "start-template-purchase-text",
        stages: &[
            ("campaign", 2),
            ("language", 3),
            ("request_quote", 3),
            ("draw", 2),
            ("receipt_long", 3),
            ("star", 2),
        ],
    },
    Card {
        template: Template::ServiceCall,
        title: "start-template-service",
        text: "start-template-service-text",
        stages: &[("search", 2), ("call", 2), ("support_agent", 3), ("build", 3), ("task_alt", 3)],
    },
    Card {
        template: Template::B2bOnboarding,
        title: "start-template-onboarding",
        text: "start-template-onboarding-text",
        stages: &[("draw", 2), ("groups", 3), ("settings", 3), ("school", 3), ("trending_up", 3)],
    },
    Card {
        template: Template::PublicService,
        title: "start-template-public",
        text: "start-template-public-text",
        stages: &[
            ("mail", 2),
            ("search", 2),
            ("edit_document", 3),
            ("timer", 3),
            ("description", 3),
            ("payments", 2),
        ],
    },
    Card {
        template: Template::EmployeeJourney,
        title: "start-template-employee",
        text: "start-template-employee-text",
        stages: &[
            ("work", 2),
            ("forum", 3),
            ("badge", 3),
            ("build", 3),
            ("school", 2),
            ("local_cafe", 2),
        ],
    },
    Card {
        template: Template::Blank,
        title: "start-template-blank",
        text: "start-template-blank-text",
        stages: &[],
    },
];

/// Shows the section.
pub fn ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    own: &OwnTemplates,
    show_all: &mut bool,
    actions: &mut Vec<UiAction>,
) {
    heading(ui, ctx, &ctx.t("start-templates"), "", 24.0);
    // In a small window the words take two lines.
    let height = if ui.available_width() < 960.0 { 162.0 } else { 150.0 };
    let shown = if *show_all { own.all.len() } else { own.all.len().min(SHOWN) };
    let places = grid(ui, CARDS.len() + shown, COLUMNS, height);
    let (built_in, saved) = places.split_at(CARDS.len());
    for (item, place) in CARDS.iter().zip(built_in) {
        built_in_ui(ui, ctx, item, *place, actions);
    }
    for (template, place) in own.all.iter().zip(saved) {
        own_ui(ui, ctx, template, *place, actions);
    }
    if shown < own.all.len() {
        ui.add_space(12.0);
        let text = ctx.t1("start-template-all", "count", own.all.len() - shown);
        if Button::new(text).icon(Icon::of("expand_more")).show(ui, ctx.theme).clicked() {
            *show_all = true;
        }
    }
    for fault in &own.faults {
        ui.add_space(8.0);
        caption(ui, ctx.theme, ctx.texts.say(fault));
    }
}

fn built_in_ui(ui: &Ui, ctx: &Ctx<'_>, item: &Card, place: Rect, actions: &mut Vec<UiAction>) {
    let title = ctx.t(item.title);
    let name = ctx.t1("start-from-template", "title", &title);
    let response = card(ui, ctx.theme, place, item.title, &name);
    let picture = picture_of(place);
    if item.stages.is_empty() {
        blank(ui, ctx, picture);
    } else {
        let stages: Vec<_> = item.stages.iter().map(|(i, n)| (Icon::named(i), *n)).collect();
        ribbon(ui, ctx, picture, &stages);
    }
    let at = place.min + vec2(16.0, 104.0);
    let room = place.width() - 24.0;
    card_words(ui, ctx.theme, at, (&title, room), (&ctx.t(item.text), room));
    if response.clicked() {
        actions.push(UiAction::NewFrom(item.template));
    }
}

fn own_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    template: &OwnTemplate,
    place: Rect,
    actions: &mut Vec<UiAction>,
) {
    let title = &template.outline.title;
    let name = ctx.t1("start-from-template", "title", title);
    let response = card(ui, ctx.theme, place, ("own", &template.name), &name);
    let picture = picture_of(place);
    let stages = stages_of(&template.outline);
    if stages.is_empty() {
        blank(ui, ctx, picture);
    } else {
        ribbon(ui, ctx, picture, &stages);
    }
    let cards = all_stages(&template.outline).map(|s| s.touchpoints.len()).sum::<usize>();
    let counts = Message::new("start-template-counts")
        .with("stages", all_stages(&template.outline).count())
        .with("touchpoints", cards);
    let at = place.min + vec2(16.0, 104.0);
    let room = place.width() - 24.0;
    card_words(ui, ctx.theme, at, (title, room - 40.0), (&ctx.texts.say(&counts), room));
    let corner = pos2(place.right() - 24.0, place.top() + 104.0);
    let delete = Rect::from_center_size(corner, vec2(28.0, 28.0));
    let builder = UiBuilder::new().max_rect(delete).id_salt(("delete", &template.name));
    let name = ctx.t1("start-template-delete", "title", title);
    let button = IconButton::new(Icon::of("delete"), name).color(ctx.theme.ink3);
    if button.show(&mut ui.new_child(builder), ctx.theme).clicked() {
        actions.push(UiAction::DeleteOwnTemplate(template.name.clone()));
    } else if response.clicked() {
        actions.push(UiAction::NewFromOwn(template.name.clone()));
    }
}

fn picture_of(place: Rect) -> Rect {
    let corner = pos2(place.right() - 16.0, place.top() + 76.0);
    Rect::from_min_max(place.min + vec2(16.0, 20.0), corner)
}

fn all_stages(outline: &Outline) -> impl Iterator<Item = &StageOutline> {
    outline.journeys.iter().flat_map(|journey| &journey.stages)
}

/// Icon and number of cards of each stage: the icon of its first card, else of its kind.
fn stages_of(outline: &Outline) -> Vec<(Option<Icon>, usize)> {
    let icon = |stage: &StageOutline| {
        let of_card = stage.touchpoints.iter().find_map(|card| card.icon.as_deref());
        of_card.and_then(Icon::named).or_else(|| kind_icon(stage.kind))
    };
    all_stages(outline).take(MOST_STAGES).map(|s| (icon(s), s.touchpoints.len().min(3))).collect()
}

fn kind_icon(kind: StageKind) -> Option<Icon> {
    let at = StageKind::SIX.iter().position(|six| *six == kind)?;
    CARDS.first()?.stages.get(at).and_then(|(icon, _)| Icon::named(icon))
}

fn ribbon(ui: &Ui, ctx: &Ctx<'_>, place: Rect, stages: &[(Option<Icon>, usize)]) {
    let pitch = (place.width() + 2.0) / stages.len() as f32;
    for (i, (icon, cards)) in stages.iter().enumerate() {
        let left = place.left() + pitch * i as f32;
        let last = i + 1 == stages.len();
        let part = Rect::from_min_size(pos2(left, place.top()), vec2(pitch - 2.0, 28.0));
        chevron(ui, part, 6.0, i == 0, last, ctx.theme.ribbon);
        let nudge = if i == 0 { 1.0 } else { 4.0 };
        let center = part.center() + vec2(nudge, 0.0);
        if let Some(icon) = icon.filter(|_| pitch > 24.0) {
            paint_icon(ui.painter(), center, icon, 15.0, ctx.theme.on_ribbon);
        }
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
