//! The picture of a version, over the window: what restoring it would bring back.
//!
//! The version is read when it is opened; nothing of the document changes.

use super::versions::restored;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::map::painter::Prepared;
use crate::app::map::viewport::Viewport;
use crate::app::widgets::{self, Button, Dialog, DropDown, MenuItem, menu};
use crate::document::Document;
use crate::model::{JourneyId, Message, Model, Tell, VersionId};
use crate::render::map::{Detail, MapRequest, Mode, Purpose, Scores, layout};
use crate::render::theme::Theme as SceneTheme;
use crate::text::Lang;
use egui::{Align, Layout, Rect, Sense, Ui, vec2};
use std::sync::Arc;

/// Most room of the picture.
const ROOM: egui::Vec2 = vec2(880.0, 480.0);

/// A version being looked at.
pub(super) struct Preview {
    version: VersionId,
    /// The maps and people of then, or why they cannot be shown.
    body: Option<Result<Model, Message>>,
    journey: Option<JourneyId>,
    drawn: Option<(Key, Prepared)>,
}

/// What the picture was made from.
type Key = (JourneyId, bool, Lang);

impl Preview {
    pub(super) fn new(version: VersionId) -> Self {
        Self { version, body: None, journey: None, drawn: None }
    }

    /// Reads the version and draws its map, when that is not done yet.
    pub(super) fn refresh(&mut self, ctx: &Ctx<'_>, document: &Document) {
        let version = self.version;
        let read = || document.version(version).map_err(|error| error.message());
        let Ok(model) = self.body.get_or_insert_with(read) else { return };
        let known = self.journey.filter(|id| model.journeys.contains_key(id));
        let shown = ctx.journey().filter(|id| model.journeys.contains_key(id));
        let first = model.journeys_in_order().first().map(|j| j.id);
        self.journey = known.or(shown).or(first);
        let Some(journey) = self.journey else { return };
        let key = (journey, ctx.theme.dark, ctx.settings.lang);
        if self.drawn.as_ref().is_none_or(|(drawn, _)| *drawn != key) {
            let request = MapRequest {
                theme: if key.1 { SceneTheme::Dark } else { SceneTheme::Light },
                mode: Mode::Off,
                detail: Detail::Full,
                purpose: Purpose::Export,
                ..MapRequest::new(journey, key.2)
            };
            let scene = layout(&request, model, ctx.texts, Scores::default());
            self.drawn = Some((key, Prepared::new(Arc::new(scene))));
        }
    }

    /// Shows the preview; true when it is closed.
    pub(super) fn ui(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        out: &mut Vec<UiAction>,
    ) -> bool {
        let Some(version) = ctx.model.versions.get(&self.version) else { return true };
        let (title, close) = (version.name.clone(), ctx.t("history-preview-close"));
        let dialog = Dialog::new("version_preview", &title, &close).width(ROOM.x);
        let end = dialog.show(egui, ctx.theme, |ui| {
            self.journeys_ui(ui, ctx);
            self.picture_ui(ui, ctx);
            ui.add_space(8.0);
            let layout = Layout::right_to_left(Align::Center);
            ui.allocate_ui_with_layout(vec2(ROOM.x, 32.0), layout, |ui| {
                let button = Button::primary(ctx.t("history-restore-this"));
                let pressed =
                    button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked();
                if pressed {
                    out.push(restored(version));
                }
                pressed
            })
            .inner
        });
        end.closed || end.inner
    }

    /// The choice among the journeys of the version.
    fn journeys_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(Ok(model)) = &self.body else { return };
        let Some(shown) = self.journey.and_then(|id| model.journeys.get(&id)) else { return };
        if model.journeys.len() < 2 {
            return;
        }
        let name = ctx.t("history-preview-journey");
        let button = DropDown::new(name.clone(), shown.name.clone())
            .font(fonts::strong(12.5))
            .height(28.0)
            .max_width(400.0)
            .show(ui, ctx.theme);
        let mut chosen = self.journey;
        menu(&button, ctx.theme, &name, 260.0, |ui| {
            for journey in model.journeys_in_order() {
                let on = Some(journey.id) == self.journey;
                if MenuItem::new(&journey.name).selected(on).show(ui, ctx.theme) {
                    chosen = Some(journey.id);
                }
            }
        });
        self.journey = chosen;
        ui.add_space(4.0);
    }

    fn picture_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (place, response) = ui.allocate_exact_size(ROOM, Sense::hover());
        ui.painter().rect_filled(place, 8.0, ctx.theme.canvas);
        let name = ctx.t("history-preview-picture");
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, &name));
        if let Some(Err(message)) = &self.body {
            let builder = egui::UiBuilder::new().max_rect(place.shrink(24.0));
            ui.scope_builder(builder, |ui| {
                widgets::body(ui, ctx.theme, ctx.texts.say(message));
            });
        }
        let Some((_, picture)) = &mut self.drawn else { return };
        let room = place.shrink(12.0);
        let size = picture.size();
        let zoom = (room.width() / size.x).min(room.height() / size.y).min(1.0);
        let sheet = Rect::from_center_size(room.center(), size * zoom);
        let view = Viewport { zoom, scroll: egui::Vec2::ZERO };
        let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
        picture.paint(&painter, sheet, &view);
    }
}
