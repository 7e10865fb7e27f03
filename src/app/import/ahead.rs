//! The map as it would be coloured, before anything is written.
//!
//! A worker reads the file into columns in memory; nothing of it reaches the document.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::map::pane::Pane;
use super::super::widgets::{self, segmented};
use super::super::work::finished;
use super::{ImportScreen, Step, card};
use crate::analysis::{Overlay, OverlayRequest};
use crate::document::Foresight;
use crate::import::Role;
use crate::jobs::Job;
use crate::model::{Message, Metric};
use crate::render::map::{MapRequest, Mode, Purpose, Scores, layout};
use crate::render::scene::Scene;
use crate::scores::Filter;
use egui::{Sense, Ui, vec2};
use std::sync::Arc;

/// Height of the part of the map that shows.
const HEIGHT: f32 = 380.0;

/// What would be seen.
pub(super) struct Ahead {
    asked: bool,
    job: Option<Job<Result<Foresight, Message>>>,
    found: Option<Foresight>,
    metric: Option<Metric>,
    scene: Option<(Key, Arc<Scene>)>,
    problem: Option<Message>,
    pane: Pane,
}

/// What the picture was laid out for: metric, dark, width.
type Key = (Metric, bool, f32);

impl Default for Ahead {
    fn default() -> Self {
        Self {
            asked: false,
            job: None,
            found: None,
            metric: None,
            scene: None,
            problem: None,
            pane: Pane::new("import_ahead"),
        }
    }
}

impl ImportScreen {
    /// Lets a worker look ahead once the rows are checked.
    pub(super) fn look_ahead(&mut self, egui: &egui::Context, ctx: &Ctx<'_>) {
        if let Some(result) = finished(&mut self.ahead.job) {
            match result.unwrap_or_else(|| Err(Message::new("wizard-worker-lost"))) {
                Ok(found) => self.ahead.found = Some(found),
                Err(message) => self.ahead.problem = Some(message),
            }
        }
        let ready = self.step == Step::Check && self.check.is_some() && !self.importing;
        let (Some(draft), Some(material)) = (&self.draft, &self.material) else { return };
        if !ready || self.ahead.asked {
            return;
        }
        self.ahead.asked = true;
        let (model, material) = (ctx.model.clone(), material.clone());
        let (profile, wake) = (draft.profile.clone(), egui.clone());
        let work =
            move |reporter: &crate::jobs::Reporter| material.foresee(&model, &profile, reporter);
        self.ahead.job = Job::start("look ahead", move || wake.request_repaint(), work).ok();
    }

    /// The metrics of the file, the one of the most columns first.
    fn metrics(&self) -> Vec<Metric> {
        let columns = self.draft.iter().flat_map(|d| &d.profile.columns);
        let asked: Vec<Metric> = columns
            .filter_map(|column| match &column.role {
                Role::Answer(answer) => Some(answer.metric),
                _ => None,
            })
            .collect();
        let mut all: Vec<Metric> = Metric::ALL.into_iter().filter(|m| asked.contains(m)).collect();
        all.sort_by_key(|m| std::cmp::Reverse(asked.iter().filter(|other| *other == m).count()));
        all
    }

    /// The card with the map as it would be.
    pub(super) fn ahead_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let metrics = self.metrics();
        let Some(first) = metrics.first().copied() else { return };
        card(ui, ctx, |ui| {
            widgets::title(ui, ctx.theme, ctx.t("wizard-ahead-title"));
            widgets::caption(ui, ctx.theme, ctx.t("wizard-ahead-text"));
            let ahead = &mut self.ahead;
            if let Some(problem) = &ahead.problem {
                let text = ctx.texts.say(problem);
                widgets::label(ui, text, fonts::regular(12.5), ctx.theme.bad);
                return;
            }
            let Some(found) = &ahead.found else {
                widgets::body(ui, ctx.theme, ctx.t("wizard-still-checking"));
                return;
            };
            let mut metric = ahead.metric.filter(|m| metrics.contains(m)).unwrap_or(first);
            if metrics.len() > 1 {
                let options: Vec<(Metric, String)> =
                    metrics.iter().map(|m| (*m, ctx.texts.metric(*m))).collect();
                segmented(ui, ctx.theme, &options, &mut metric);
                ahead.metric = Some(metric);
            }
            let size = vec2(ui.available_width().round(), HEIGHT);
            let key = (metric, ctx.theme.dark, size.x);
            if ahead.scene.as_ref().is_none_or(|(known, _)| *known != key) {
                ahead.scene = scene(ctx, found, key).map(|scene| (key, scene));
            }
            let Some((_, scene)) = &ahead.scene else { return };
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            ahead.pane.show(ui, ctx.theme, scene, place);
        });
    }
}

/// The map under the answers of the file alone.
fn scene(ctx: &Ctx<'_>, found: &Foresight, (metric, _, width): Key) -> Option<Arc<Scene>> {
    let shown = ctx.journey().filter(|id| found.model.journeys.contains_key(id));
    let journey = shown.or_else(|| found.model.journeys_in_order().first().map(|j| j.id))?;
    let request = OverlayRequest::new(journey, metric);
    let overlay = Overlay::from_table(&found.table, &found.model, &request, &Filter::default());
    let request = MapRequest {
        theme: ctx.theme.look(),
        palette: ctx.view.palette,
        mode: Mode::Heat,
        width,
        purpose: Purpose::Screen,
        ..MapRequest::new(journey, ctx.texts.lang())
    };
    let scores = Scores { overlay: Some(&overlay), ..Scores::default() };
    Some(Arc::new(layout(&request, &found.model, ctx.texts, scores)))
}
