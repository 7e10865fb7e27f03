//! Everything the map screen shows that is computed: overlay, comparison, picture, weeks, details.
//!
//! Each part keeps the key it was computed from and is computed anew only when that key is another.
//! Runs in `logic`, never while painting.

use super::context::{Ctx, Overlay as Look};
use super::filters::against::against;
use super::filters::weeks::Weeks;
use crate::analysis::{Comparison, Measure, Overlay, OverlayRequest, Rival, Sources, days_of};
use crate::document::Document;
use crate::model::{JourneyId, Metric};
use crate::render::map::{Detail, MapRequest, Mode, Purpose, Scores, lane_metrics, layout};
use crate::render::scene::Scene;
use crate::render::theme::Theme as SceneTheme;
use crate::scores::{Filter, Period, Selection, Tally, responses_per_week};
use std::sync::Arc;

/// What the answers depend on: the model, the table.
type Source = (u64, u64, bool);

/// What the overlay was computed from.
#[derive(Clone, PartialEq, Debug)]
struct OverlayKey {
    source: Source,
    journey: JourneyId,
    request: OverlayRequest,
    badge: Option<OverlayRequest>,
    filter: Filter,
    against: Option<Rival>,
    /// Metrics of lanes, beside the map's own.
    further: Vec<Metric>,
}

/// Everything that is computed for the map screen.
#[derive(Default)]
pub struct Derived {
    overlay_key: Option<OverlayKey>,
    overlay_revision: u64,
    /// The metric over the journey; absent when scores are off.
    pub overlay: Option<Arc<Overlay>>,
    /// What stands beside it as a badge.
    pub badge: Option<Arc<Overlay>>,
    /// The earlier period, where there is one.
    pub earlier: Option<Arc<Overlay>>,
    /// The change since the earlier period.
    pub comparison: Option<Arc<Comparison>>,
    /// Other metrics, for the lanes that show one of them.
    pub further: Vec<Overlay>,

    scene_key: Option<MapRequest>,
    /// The picture of the map.
    pub scene: Option<Arc<Scene>>,

    weeks_key: Option<(Source, Filter)>,
    /// Responses per week.
    pub weeks: Weeks,

    counts_key: Option<(Source, Filter)>,
    /// Responses that pass the filter.
    pub passing: u64,
    /// All responses of the journey.
    pub all: u64,
    /// First and last day of all responses.
    pub days: Period,
    /// The stored counts of a document whose answers are not loaded yet.
    stored: Option<(u64, Tally)>,
}

/// How the map is to be drawn, beside what it shows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sheet {
    /// Width the sheet may take.
    pub width: f32,
    /// Zoom, which decides how much detail is worth drawing.
    pub zoom: f32,
}

impl Derived {
    /// Reads the counts that a document keeps, to show until its answers are loaded.
    fn read_stored(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        if ctx.scores.is_some() {
            self.stored = None;
            return;
        }
        let known = self.stored.as_ref().is_some_and(|(of, _)| *of == ctx.scores_revision);
        let Some(document) = document.filter(|_| !known) else {
            return;
        };
        let rollup = document.rollup().unwrap_or_else(|error| {
            tracing::warn!(%error, "stored counts not read");
            Vec::new()
        });
        let responses: i64 = ctx.model.batches.values().map(|b| b.responses).sum();
        let groups = rollup.into_iter().map(|r| (r.group, r.counts));
        let tally = Tally::from_histograms(groups, u64::try_from(responses).unwrap_or(0));
        self.stored = Some((ctx.scores_revision, tally));
        (self.overlay_key, self.counts_key) = (None, None);
    }

    /// Changes whenever the overlay or the comparison does.
    #[must_use]
    pub fn overlay_revision(&self) -> u64 {
        self.overlay_revision
    }

    /// Computes anew what is stale.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, document: Option<&Document>, sheet: Sheet) {
        let Some(journey) = ctx.journey() else {
            *self = Self::default();
            return;
        };
        self.read_stored(ctx, document);
        let source = (ctx.revision, ctx.scores_revision, ctx.scores.is_some());
        self.refresh_counts(ctx, source, journey);
        self.refresh_overlay(ctx, source, journey);
        self.refresh_weeks(ctx, source, journey);
        self.refresh_scene(ctx, journey, sheet);
    }

    /// Computes only the scores anew, for screens without a map.
    pub fn refresh_scores(&mut self, ctx: &Ctx<'_>, document: Option<&Document>) {
        let Some(journey) = ctx.journey() else {
            *self = Self::default();
            return;
        };
        self.read_stored(ctx, document);
        let source = (ctx.revision, ctx.scores_revision, ctx.scores.is_some());
        self.refresh_overlay(ctx, source, journey);
    }

    fn refresh_counts(&mut self, ctx: &Ctx<'_>, source: Source, journey: JourneyId) {
        let filter = Filter { journey: Some(journey), ..ctx.view.filter.clone() };
        let key = (source, filter);
        if self.counts_key.as_ref() == Some(&key) {
            return;
        }
        if let Some(table) = ctx.scores {
            self.passing = Selection::new(table, ctx.model, &key.1).responses();
            let stale = self.counts_key.as_ref().map(|k| k.0) != Some(source);
            if stale {
                let everything = Filter { journey: Some(journey), ..Filter::default() };
                self.all = Selection::new(table, ctx.model, &everything).responses();
                self.days = days_of(table);
            }
        } else {
            self.all = self.stored.as_ref().map_or(0, |(_, t)| t.responses);
            self.passing = self.all;
        }
        self.counts_key = Some(key);
    }

    fn refresh_overlay(&mut self, ctx: &Ctx<'_>, source: Source, journey: JourneyId) {
        let key = OverlayKey {
            source,
            journey,
            request: ctx.overlay_request(journey),
            badge: ctx.badge_request(journey),
            filter: ctx.view.filter.clone(),
            against: against(ctx.texts, ctx.view),
            further: Self::lane_metrics(ctx, journey),
        };
        if self.overlay_key.as_ref() == Some(&key) {
            return;
        }
        let sources = Sources {
            table: ctx.scores.map(AsRef::as_ref),
            stored: self.stored.as_ref().map(|(_, tally)| tally),
            contacts: ctx.contacts,
        };
        let overlay =
            |request: &OverlayRequest| Overlay::of(sources, ctx.model, request, &key.filter);
        let badge = key.badge.as_ref().and_then(overlay);
        let further = key.further.iter().map(|metric| OverlayRequest::new(journey, *metric));
        let further = further.filter_map(|request| overlay(&request)).collect();
        self.overlay = overlay(&key.request).map(Arc::new);
        self.badge = badge.map(Arc::new);
        self.further = further;
        self.compare(ctx, &key);
        self.overlay_revision += 1;
        self.overlay_key = Some(key);
    }

    /// The metrics that lanes show. The map's own is among them while it shows no scores: then lanes
    /// still do.
    fn lane_metrics(ctx: &Ctx<'_>, journey: JourneyId) -> Vec<Metric> {
        let mut found = lane_metrics(ctx.model, journey, ctx.view.map_view);
        let own = Measure::of;
        found.retain(|m| own(*m) != ctx.view.measure || ctx.view.overlay == Look::Off);
        found
    }

    fn compare(&mut self, ctx: &Ctx<'_>, key: &OverlayKey) {
        (self.earlier, self.comparison) = (None, None);
        let (Some(table), Some(rival), Some(now)) = (ctx.scores, &key.against, &self.overlay)
        else {
            return;
        };
        if !key.request.measure.is_score() {
            return;
        }
        let earlier = rival.overlay(table, ctx.model, &key.request, now);
        self.comparison = Some(Arc::new(Comparison::of(&earlier, now)));
        self.earlier = Some(Arc::new(earlier));
    }

    fn refresh_weeks(&mut self, ctx: &Ctx<'_>, source: Source, journey: JourneyId) {
        let filter =
            Filter { journey: Some(journey), period: Period::default(), ..ctx.view.filter.clone() };
        let key = (source, filter);
        if self.weeks_key.as_ref() != Some(&key) {
            self.weeks = ctx
                .scores
                .map(|table| Weeks { series: responses_per_week(table, ctx.model, &key.1) })
                .unwrap_or_default();
            self.weeks_key = Some(key);
        }
    }

    fn refresh_scene(&mut self, ctx: &Ctx<'_>, journey: JourneyId, sheet: Sheet) {
        let request = MapRequest {
            model_revision: ctx.revision,
            overlay_revision: self.overlay_revision,
            theme: if ctx.theme.dark { SceneTheme::Dark } else { SceneTheme::Light },
            palette: ctx.view.palette,
            mode: mode(ctx.view.overlay),
            width: sheet.width.round(),
            detail: Detail::at_zoom(sheet.zoom),
            purpose: Purpose::Screen,
            view: ctx.view.map_view,
            ..MapRequest::new(journey, ctx.texts.lang())
        };
        if self.scene_key.as_ref() == Some(&request) {
            return;
        }
        let overlay = self.overlay.as_deref().filter(|_| ctx.view.overlay != Look::Off);
        let comparison = self.comparison.as_deref();
        let badge = self.badge.as_deref().filter(|_| ctx.view.overlay == Look::Heat);
        let scores = Scores { overlay, comparison, badge, further: &self.further };
        let scene = layout(&request, ctx.model, ctx.texts, scores);
        self.scene = Some(Arc::new(scene));
        self.scene_key = Some(request);
    }
}

fn mode(look: Look) -> Mode {
    match look {
        Look::Off => Mode::Off,
        Look::ScoresOnly => Mode::ScoresOnly,
        Look::Heat => Mode::Heat,
    }
}
