//! One of the two sides: a journey as it is now, or as it was in a named version.
//!
//! Shows the choice; reads no file.

use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::portfolio::{journey_detail, journey_name};
use crate::app::widgets::{DropDown, MenuItem, menu, menu_heading};
use crate::model::{JourneyId, JourneyState, Message, Model, Version, VersionId, query::same_name};
use crate::render::icons::Icon;
use egui::{ScrollArea, Ui};

/// What a side shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A journey of the document.
    Journey(JourneyId),
    /// A journey as it was in a version.
    Version(VersionId, JourneyId),
}

impl Side {
    /// The journey.
    #[must_use]
    pub fn journey(self) -> JourneyId {
        match self {
            Self::Journey(journey) | Self::Version(_, journey) => journey,
        }
    }

    /// Whether the document still has it.
    #[must_use]
    pub fn is_there(self, model: &Model) -> bool {
        match self {
            Self::Journey(journey) => model.journeys.contains_key(&journey),
            Self::Version(version, _) => model.versions.contains_key(&version),
        }
    }
}

/// A journey of the same name in another state.
pub(super) fn twin(model: &Model, of: JourneyId, state: JourneyState) -> Option<JourneyId> {
    let name = &model.journeys.get(&of)?.name;
    let all = model.journeys_in_order();
    let found = all.iter().find(|j| j.id != of && j.state == state && same_name(&j.name, name));
    found.map(|journey| journey.id)
}

/// The drop-down above a map; what was chosen.
pub(super) fn choose_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    index: usize,
    now: Option<Side>,
    width: f32,
) -> Option<Side> {
    let name = ctx.t(if index == 0 { "side-left" } else { "side-right" });
    let value = now.map(|side| name_of(ctx, side)).unwrap_or_default();
    let button = DropDown::new(name.clone(), value)
        .icon(Icon::of(if matches!(now, Some(Side::Version(..))) { "history" } else { "route" }))
        .font(fonts::strong(13.0))
        .height(30.0)
        .max_width(width)
        .show(ui, ctx.theme);
    let mut chosen = None;
    menu(&button, ctx.theme, &name, 300.0, |ui| {
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for journey in ctx.model.journeys_in_order() {
                let side = Side::Journey(journey.id);
                let item = MenuItem::new(&journey.name)
                    .detail(journey_detail(ctx, journey))
                    .selected(now == Some(side));
                if item.show(ui, ctx.theme) {
                    chosen = Some(side);
                }
            }
            let mut versions: Vec<&Version> = ctx.model.versions.values().collect();
            versions.sort_by(|a, b| b.at.cmp(&a.at));
            if !versions.is_empty() {
                menu_heading(ui, ctx.theme, &ctx.t("side-versions"));
            }
            let journey = now.map(Side::journey).or_else(|| ctx.journey());
            for version in versions {
                let Some(journey) = journey else { continue };
                let side = Side::Version(version.id, journey);
                let item = MenuItem::new(&version.name)
                    .detail(journey_name(ctx, journey))
                    .selected(now == Some(side));
                if item.show(ui, ctx.theme) {
                    chosen = Some(side);
                }
            }
        });
    });
    chosen
}

/// A side in words.
fn name_of(ctx: &Ctx<'_>, side: Side) -> String {
    match side {
        Side::Journey(id) => {
            let detail = ctx.model.journeys.get(&id).map(|j| journey_detail(ctx, j));
            let name = ctx.model.journeys.get(&id).map(|j| j.name.clone());
            format!("{} · {}", name.unwrap_or_default(), detail.unwrap_or_default())
        }
        Side::Version(version, journey) => {
            let version = ctx.model.versions.get(&version).map(|v| v.name.clone());
            let message = Message::new("side-version-of")
                .with("name", journey_name(ctx, journey))
                .with("version", version.unwrap_or_default());
            ctx.texts.say(&message)
        }
    }
}
