//! The choice of the journey that is looked at, and names that tell journeys of one name apart.
//!
//! Pushes actions; holds nothing.

use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{DropDown, MenuItem, menu};
use crate::model::{Journey, JourneyId, JourneyState, Message, query::same_name};
use crate::render::icons::Icon;
use egui::Ui;

/// What is said of a journey beside its name: state, persona, segment, and a number where all of
/// that is the same as another's.
#[must_use]
pub fn journey_detail(ctx: &Ctx<'_>, journey: &Journey) -> String {
    let all = ctx.model.journeys_in_order();
    let mut parts = vec![state_name(ctx, journey.state)];
    parts
        .extend(journey.persona.and_then(|id| ctx.model.personas.get(&id)).map(|p| p.name.clone()));
    parts.extend(Some(journey.segment.clone()).filter(|segment| !segment.is_empty()));
    let same = |other: &&&Journey| {
        same_name(&other.name, &journey.name)
            && (other.state, other.persona) == (journey.state, journey.persona)
            && other.segment == journey.segment
    };
    if all.iter().filter(same).count() > 1 {
        let number = all.iter().filter(same).position(|j| j.id == journey.id).unwrap_or(0) + 1;
        parts.push(ctx.t1("portfolio-number", "number", number));
    }
    parts.join(" · ")
}

/// Current or future, in words.
#[must_use]
pub fn state_name(ctx: &Ctx<'_>, state: JourneyState) -> String {
    ctx.t(match state {
        JourneyState::Current => "portfolio-current",
        JourneyState::Future => "portfolio-future",
    })
}

/// A journey by its name, with the least that tells it apart where another one has that name too.
#[must_use]
pub fn journey_name(ctx: &Ctx<'_>, id: JourneyId) -> String {
    let Some(journey) = ctx.model.journeys.get(&id) else {
        return String::new();
    };
    let same = |other: &&Journey| other.id != id && same_name(&other.name, &journey.name);
    let twins: Vec<&Journey> = ctx.model.journeys.values().filter(same).collect();
    if twins.is_empty() {
        return journey.name.clone();
    }
    let persona = |j: &Journey| {
        let persona = j.persona.and_then(|id| ctx.model.personas.get(&id));
        persona.map(|p| p.name.clone()).unwrap_or_default()
    };
    let ways: [&dyn Fn(&Journey) -> String; 4] =
        [&|j| state_name(ctx, j.state), &persona, &|j| j.segment.clone(), &|j| {
            journey_detail(ctx, j)
        }];
    let alone = ways
        .iter()
        .map(|way| (way(journey), way))
        .find(|(words, way)| !words.is_empty() && twins.iter().all(|twin| way(twin) != *words));
    let detail = alone.map_or_else(|| journey_detail(ctx, journey), |(words, _)| words);
    let message = Message::new("portfolio-told-apart")
        .with("name", journey.name.as_str())
        .with("detail", detail);
    ctx.texts.say(&message)
}

/// A drop-down of the journeys; what is chosen is looked at. Nothing where there is only one.
pub fn journey_picker(ui: &mut Ui, ctx: &Ctx<'_>, width: f32, out: &mut Vec<UiAction>) {
    let all = ctx.model.journeys_in_order();
    let Some(shown) = ctx.journey().filter(|_| all.len() > 1) else {
        return;
    };
    let name = ctx.t("portfolio-journey");
    let button = DropDown::new(name.clone(), journey_name(ctx, shown))
        .icon(Icon::of("route"))
        .font(fonts::strong(12.5))
        .height(28.0)
        .max_width(width)
        .bare()
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 260.0, |ui| {
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for journey in &all {
                let item = MenuItem::new(&journey.name)
                    .detail(journey_detail(ctx, journey))
                    .selected(journey.id == shown);
                if item.show(ui, ctx.theme) {
                    let id = journey.id;
                    out.push(UiAction::look(ctx, |view| {
                        view.journey = Some(id);
                        view.trail.clear();
                    }));
                }
            }
        });
    });
}
