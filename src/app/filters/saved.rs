//! Saved views: ways of looking kept in the document under a name, and the chip that lists them.
//!
//! What a look holds is known here only; the document keeps it as JSON.

use super::period_words;
use crate::analysis::{Measure, Middle, Rival, Version};
use crate::app::context::{CompareWith, Ctx, Overlay, UiAction, View};
use crate::app::widgets::{Chip, MenuItem, menu, menu_heading, menu_line};
use crate::document::Command;
use crate::model::{JourneyId, MapView, Message, QuestionId, SavedView};
use crate::render::color_scale::Palette;
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::scores::Filter;
use egui::{ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a saved view remembers. Parts that a newer program added are left as they usually are.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Look {
    journey: Option<JourneyId>,
    overlay: Overlay,
    measure: Option<Measure>,
    version: Option<Version>,
    topic: Option<QuestionId>,
    middle: Middle,
    badge: Option<Measure>,
    badge_topic: Option<QuestionId>,
    palette: Palette,
    compare: CompareWith,
    rival: Option<Rival>,
    filter: Filter,
    map_view: MapView,
}

impl Look {
    fn of(view: &View) -> Self {
        Self {
            journey: view.journey,
            overlay: view.overlay,
            measure: Some(view.measure),
            version: view.version.clone(),
            topic: view.topic,
            middle: view.middle,
            badge: view.badge,
            badge_topic: view.badge_topic,
            palette: view.palette,
            compare: view.compare,
            rival: view.rival.as_deref().cloned(),
            filter: view.filter.clone(),
            map_view: view.map_view,
        }
    }

    fn apply(self, view: &mut View) {
        view.journey = self.journey.or(view.journey);
        view.overlay = self.overlay;
        view.measure = self.measure.unwrap_or(view.measure);
        (view.version, view.topic) = (self.version, self.topic);
        (view.middle, view.badge, view.palette) = (self.middle, self.badge, self.palette);
        view.badge_topic = self.badge_topic;
        (view.compare, view.rival) = (self.compare, self.rival.map(Arc::new));
        (view.filter, view.map_view) = (self.filter, self.map_view);
    }
}

/// How a document is looked at now, as it is kept.
#[must_use]
pub fn kept(view: &View) -> String {
    serde_json::to_string(&Look::of(view)).unwrap_or_default()
}

/// A name that says what is looked at: "Ease (CES), 1 Jul – 30 Sep 2026, North".
#[must_use]
pub fn suggested(ctx: &Ctx<'_>) -> String {
    let filter = &ctx.view.filter;
    let mut parts = vec![figure_words::measure(ctx.texts, ctx.view.measure)];
    if filter.period != crate::scores::Period::default() {
        parts.push(period_words(ctx.texts, filter.period));
    }
    parts.extend(filter.segments.values().flatten().cloned());
    parts.extend(filter.waves.iter().cloned());
    let channels = filter.channels.iter().filter_map(|id| ctx.model.channels.get(id));
    parts.extend(channels.map(|c| ctx.texts.channel(c)));
    let owners = filter.owners.iter().filter_map(|id| ctx.model.owners.get(id));
    parts.extend(owners.map(|o| o.name.clone()));
    parts.join(", ")
}

/// The chip with the saved views.
pub(super) fn chip_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    let views = ctx.model.views_in_order();
    let now = kept(ctx.view);
    let on = views.iter().find(|v| v.what == now);
    let value = on.map(|v| v.name.clone()).unwrap_or_default();
    let name = ctx.t("filter-views");
    let chip = Chip::new(name.clone(), value).icon(Icon::of("bookmark")).show(ui, ctx.theme);
    menu(&chip.response, ctx.theme, &name, 260.0, |ui| {
        let save = MenuItem::new(ctx.t("filter-views-save")).icon(Icon::of("add"));
        if save.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            out.push(UiAction::SaveViewDialog);
        }
        if views.is_empty() {
            return;
        }
        menu_line(ui, ctx.theme);
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for view in &views {
                let item = MenuItem::new(view.name.as_str()).selected(view.what == now);
                if item.show(ui, ctx.theme) {
                    out.push(show(ctx, view));
                }
            }
        });
        menu_line(ui, ctx.theme);
        menu_heading(ui, ctx.theme, &ctx.t("filter-views-delete"));
        ScrollArea::vertical().id_salt("delete").max_height(120.0).show(ui, |ui| {
            for view in &views {
                let item = MenuItem::new(view.name.as_str()).icon(Icon::of("delete")).danger();
                if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
                    let gone =
                        Message::new("filter-views-deleted").with("name", view.name.as_str());
                    let command = Command::DeleteView { view: view.id };
                    out.push(UiAction::RunAndTell(command, gone));
                }
            }
        });
    });
}

/// Looks as a saved view says; where its journey is gone, at the present one.
fn show(ctx: &Ctx<'_>, saved: &SavedView) -> UiAction {
    let look: Look = serde_json::from_str(&saved.what).unwrap_or_default();
    UiAction::look(ctx, |view| look.apply(view))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Metric;
    use crate::scores::{Band, Period};

    #[test]
    fn a_look_survives_being_kept() {
        let filter = Filter {
            period: Period { from: Some(20_000), to: None },
            segments: [("Region".to_owned(), ["North".to_owned()].into())].into(),
            band: Some(Band { metric: Metric::Nps, low: 0, high: 6 }),
            ..Filter::default()
        };
        let view = View {
            overlay: Overlay::Heat,
            measure: Measure::of(Metric::Nps),
            badge: Some(Measure::of(Metric::Ces)),
            middle: Middle::Mean,
            palette: Palette::Cividis,
            compare: CompareWith::YearBefore,
            filter,
            ..View::default()
        };
        let look: Look = serde_json::from_str(&kept(&view)).unwrap();
        let mut again = View::default();
        look.apply(&mut again);
        assert_eq!(again, view);
        // What an older or newer program wrote is read as far as it is known.
        let partly: Look = serde_json::from_str(r#"{"overlay":"heat","later":1}"#).unwrap();
        assert_eq!(partly, Look { overlay: Overlay::Heat, ..Look::default() });
    }
}
