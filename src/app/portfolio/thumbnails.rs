//! Small pictures of maps: laid out one a frame, kept until the document changes.
//!
//! An older picture stands until the new one is there.

use crate::app::context::Ctx;
use crate::app::map::painter::Prepared;
use crate::app::map::viewport::Viewport;
use crate::model::JourneyId;
use crate::render::map::{Detail, MapRequest, Mode, Purpose, Scores, layout};
use egui::{Painter, Rect};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pictures by journey, each with what it was made from.
#[derive(Default)]
pub(super) struct Thumbnails {
    kept: BTreeMap<JourneyId, (MapRequest, Prepared)>,
    waiting: bool,
}

impl Thumbnails {
    /// Lays out at most one picture that is missing or stale.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        self.kept.retain(|id, _| ctx.model.journeys.contains_key(id));
        let request = |id| MapRequest {
            model_revision: ctx.revision,
            theme: ctx.theme.look(),
            mode: Mode::Off,
            detail: Detail::NoChannel,
            purpose: Purpose::Export,
            ..MapRequest::new(id, ctx.texts.lang())
        };
        let stale =
            |id: &JourneyId| self.kept.get(id).is_none_or(|(made, _)| *made != request(*id));
        let order: Vec<JourneyId> = ctx.model.journeys_in_order().iter().map(|j| j.id).collect();
        // Those without any picture come first.
        let missing = order.iter().find(|id| !self.kept.contains_key(id));
        let next = missing.or_else(|| order.iter().find(|id| stale(id))).copied();
        self.waiting = order.iter().filter(|id| stale(id)).count() > 1;
        if let Some(id) = next {
            let request = request(id);
            let scene = layout(&request, ctx.model, ctx.texts, Scores::default());
            self.kept.insert(id, (request, Prepared::new(Arc::new(scene))));
        }
    }

    /// Whether more pictures are to be laid out.
    pub fn waiting(&self) -> bool {
        self.waiting
    }

    /// Paints a journey's picture, as wide as the place; nothing while it is not there.
    pub fn paint(&mut self, painter: &Painter, journey: JourneyId, place: Rect) {
        let Some((_, prepared)) = self.kept.get_mut(&journey) else { return };
        let size = prepared.size();
        let zoom = place.width() / size.x.max(1.0);
        let view = Viewport { zoom, ..Viewport::default() };
        let painter = painter.with_clip_rect(place.intersect(painter.clip_rect()));
        prepared.paint(&painter, place, &view);
    }
}
