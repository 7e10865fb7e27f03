//! What the owner's lens shows, each part with the key it was computed from.
//!
//! Runs in `logic`; painting reads.

use crate::analysis::{
    Measure, Overlay, OverlayRequest, Reading, Responsible, ResponsibleKind, Scorecard, Sources,
    Version, lineup,
};
use crate::app::context::Ctx;
use crate::app::days;
use crate::app::filters::against::against;
use crate::app::newest::Newest;
use crate::document::Document;
use crate::export::picture::Paper;
use crate::export::scorecard::ScorecardPicture;
use crate::render::scene::Scene;
use crate::render::scorecard::summary;
use crate::scores::Filter;
use crate::text::Lang;
use std::sync::Arc;

/// What the answers depend on: the model, the table.
type Source = (u64, u64, bool);

/// Everything that is shown.
#[derive(Default)]
pub(super) struct Data {
    lineup_key: Option<(Source, ResponsibleKind, OverlayRequest, Filter)>,
    /// Who there is, each with the main score.
    pub lineup: Vec<(Responsible, Reading)>,
    /// The version of that score; absent without answers.
    pub version: Option<Version>,
    /// The middle of its colours.
    pub middle: Option<f64>,
    /// Their touchpoints, in the same order.
    pub counts: Vec<usize>,
    /// The page.
    pub picture: Option<ScorecardPicture>,
    card_key: Option<(Source, ScorecardPicture)>,
    card: Option<Scorecard>,
    card_revision: u64,
    /// The newest comments on it.
    pub newest: Newest,
    scene_key: Option<(u64, Lang, bool, Paper)>,
    /// Its picture; absent without a score.
    pub scene: Option<Arc<Scene>>,
    /// The page in words.
    pub summary: String,
}

impl Data {
    /// Who is shown.
    pub fn shown(&self) -> Option<&Responsible> {
        self.picture.as_ref().map(|picture| &picture.responsible)
    }

    /// Whether the page is still to be counted.
    pub fn waits(&self) -> bool {
        self.card_key.is_none()
    }

    /// Computes anew what is stale.
    pub fn refresh(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        kind: ResponsibleKind,
        wanted: Option<&Responsible>,
    ) {
        let Some(main) = main_score(ctx) else {
            *self = Self { card_revision: self.card_revision + 1, ..Self::default() };
            return;
        };
        let source = (ctx.revision, ctx.scores_revision, ctx.scores.is_some());
        self.line_up(ctx, source, kind, &main);
        let known = |one: &&Responsible| self.lineup.iter().any(|(other, _)| other == *one);
        let shown = wanted.filter(known).or(self.lineup.first().map(|(one, _)| one)).cloned();
        self.picture = shown.map(|responsible| ScorecardPicture {
            responsible,
            main,
            filter: ctx.view.filter.clone(),
            compared: against(ctx.texts, ctx.view),
            paper: Paper { theme: ctx.theme.look(), page: None },
            palette: ctx.view.palette,
            date: String::new(),
            today: Some(days::today()),
        });
        let query = self.picture.as_ref().and_then(|picture| picture.comments(ctx.model));
        self.newest.refresh(egui, ctx, document, query);
        self.count(ctx, source);
        self.draw(ctx);
    }

    fn line_up(
        &mut self,
        ctx: &Ctx<'_>,
        source: Source,
        kind: ResponsibleKind,
        main: &OverlayRequest,
    ) {
        let key = (source, kind, main.clone(), ctx.view.filter.clone());
        if self.lineup_key.as_ref() == Some(&key) {
            return;
        }
        let all = sources(ctx).and_then(|s| Overlay::of(s, ctx.model, main, &key.3));
        self.lineup = match (&all, ctx.scores) {
            (Some(all), Some(table)) => lineup(table, ctx.model, kind, all, &key.3),
            _ => Responsible::all(ctx.model, main.journey, kind)
                .into_iter()
                .map(|one| (one, Reading::NoData))
                .collect(),
        };
        let count = |one: &Responsible| one.touchpoints(ctx.model, main.journey).len();
        self.counts = self.lineup.iter().map(|(one, _)| count(one)).collect();
        self.middle = all.as_ref().and_then(|all| all.midpoint).map(|middle| middle.value);
        self.version = all.and_then(|all| all.version);
        self.lineup_key = Some(key);
    }

    fn count(&mut self, ctx: &Ctx<'_>, source: Source) {
        let Some(picture) = &self.picture else {
            (self.card, self.card_key) = (None, None);
            return;
        };
        let key = (source, picture.clone());
        if self.card_key.as_ref() == Some(&key) {
            return;
        }
        self.card = sources(ctx).and_then(|sources| picture.figures(ctx.model, sources));
        self.card_revision += 1;
        self.card_key = Some(key);
    }

    fn draw(&mut self, ctx: &Ctx<'_>) {
        let comments = self.newest.page.as_ref();
        let (Some(picture), Some(card), Some(sources)) = (&self.picture, &self.card, sources(ctx))
        else {
            (self.scene, self.scene_key) = (None, None);
            return;
        };
        let key = (self.card_revision, ctx.texts.lang(), comments.is_some(), picture.paper);
        if self.scene_key == Some(key) {
            return;
        }
        let scene = picture.scene(ctx.model, sources, ctx.texts, card, comments);
        self.scene = scene.ok().map(Arc::new);
        self.summary = summary(card, ctx.model, ctx.texts);
        self.scene_key = Some(key);
    }
}

fn sources<'a>(ctx: &Ctx<'a>) -> Option<Sources<'a>> {
    let table = ctx.scores?;
    Some(Sources { table: Some(table), stored: None, contacts: ctx.contacts })
}

/// The score that is looked at; of another measure, the score of its metric.
fn main_score(ctx: &Ctx<'_>) -> Option<OverlayRequest> {
    let request = ctx.overlay_request(ctx.journey()?);
    let measure = ctx.view.measure;
    if measure.is_score() {
        return Some(request);
    }
    Some(OverlayRequest { measure: Measure::of(measure.metric), ..request })
}
