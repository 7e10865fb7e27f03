//! What the matrix screen shows, each part with the key it was computed from.
//!
//! Runs in `logic`; painting reads.

use crate::analysis::{Across, Matrix, MatrixRequest, Rows};
use crate::app::context::Ctx;
use crate::app::map::painter::Prepared;
use crate::model::{Audience, StageId};
use crate::render::matrix::order::Sort;
use crate::render::matrix::{GridRequest, KeyLineRequest, key_line, layout};
use crate::render::scene::Scene;
use crate::scores::Filter;
use crate::text::Lang;
use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, WidgetInfo};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the person wants to see.
#[derive(Default)]
pub(super) struct Wanted {
    pub rows: Rows,
    pub across: Across,
    pub sort: Sort,
    pub folded: BTreeSet<StageId>,
    /// Whether intervals and owners have columns of their own.
    pub full: bool,
    width: f32,
}

impl Wanted {
    /// Gives up what the document does not have.
    pub fn settle(&mut self, ctx: &Ctx<'_>) {
        let Some(table) = ctx.scores else { return };
        if let Across::Segment(name) = &self.across
            && !table.dimensions.iter().any(|d| d.name == *name)
        {
            self.across = Across::Channel;
        }
        let described = ctx.model.personas.values().any(crate::model::Persona::is_described);
        if self.across == Across::Persona && !described {
            self.across = Across::Channel;
        }
    }

    /// Takes note of the room there is; the picture is laid out before the next frame.
    pub fn room(&mut self, egui: &egui::Context, width: f32) {
        if (self.width - width).abs() > 0.5 {
            self.width = width;
            egui.request_repaint();
        }
    }

    pub fn fold(&mut self, stage: StageId) {
        if !self.folded.remove(&stage) {
            self.folded.insert(stage);
        }
    }
}

/// What the answers depend on: the model, the table.
type Source = (u64, u64, bool);

/// What is shown.
#[derive(Default)]
pub(super) struct Data {
    key: Option<(Source, MatrixRequest, Filter)>,
    /// Grows with every other matrix.
    pub revision: u64,
    /// The matrix; absent without a journey, or until answers are loaded.
    pub matrix: Option<Arc<Matrix>>,
    scene_key: Option<GridRequest>,
    /// Its picture.
    pub scene: Option<Arc<Scene>>,
    line_key: Option<(u64, KeyLineRequest, Lang)>,
    line: Option<Prepared>,
    /// What the line says, for those who do not see it.
    line_words: String,
}

impl Data {
    /// Computes anew what is stale.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, wanted: &Wanted) {
        let (Some(journey), Some(table)) = (ctx.journey(), ctx.scores) else {
            *self = Self { revision: self.revision + 1, ..Self::default() };
            return;
        };
        let source = (ctx.revision, ctx.scores_revision, true);
        // Whatever else lies over the map: a table is made of scores.
        let measure = ctx.view.measure;
        let request = MatrixRequest {
            audience: if measure.is_score() { measure.audience } else { Audience::Customer },
            version: ctx.view.version.clone(),
            topic: ctx.view.topic,
            middle: ctx.view.middle,
            rows: wanted.rows,
            across: wanted.across.clone(),
            ..MatrixRequest::new(journey, measure.metric)
        };
        let key = (source, request, ctx.view.filter.clone());
        if self.key.as_ref() != Some(&key) {
            let matrix = Matrix::from_table(table, ctx.model, &key.1, &key.2);
            self.matrix = Some(Arc::new(matrix));
            self.revision += 1;
            self.key = Some(key);
        }
        self.draw(ctx, wanted);
    }

    fn draw(&mut self, ctx: &Ctx<'_>, wanted: &Wanted) {
        let Some(matrix) = &self.matrix else { return };
        let request = GridRequest {
            model_revision: ctx.revision,
            matrix_revision: self.revision,
            theme: ctx.theme.look(),
            lang: ctx.texts.lang(),
            palette: ctx.view.palette,
            width: wanted.width.round(),
            full: wanted.full,
            sort: wanted.sort,
            folded: wanted.folded.clone(),
        };
        if self.scene_key.as_ref() != Some(&request) {
            let scene = layout(&request, ctx.model, ctx.texts, matrix);
            self.scene = Some(Arc::new(scene));
            self.scene_key = Some(request);
        }
        let (theme, palette) = (ctx.theme.look(), ctx.view.palette);
        let line = KeyLineRequest { width: wanted.width.round(), theme, palette };
        let key = (self.revision, line, ctx.texts.lang());
        if self.line_key != Some(key) {
            let scene = key_line(&line, matrix, ctx.texts);
            self.line_words = words_of(&scene);
            self.line = Some(Prepared::new(Arc::new(scene)));
            self.line_key = Some(key);
        }
    }

    /// Height of the legend below the table.
    pub fn key_line_height(&self) -> f32 {
        self.line.as_ref().map_or(0.0, |line| line.size().y)
    }

    /// Paints the legend.
    pub fn paint_key_line(&mut self, ui: &Ui, place: Rect) {
        let Some(line) = &mut self.line else { return };
        let response = ui.interact(place, ui.scope_id().with("matrix_keys"), Sense::hover());
        let words = &self.line_words;
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
        line.paint_at(ui.painter(), place.min);
    }
}

/// All lines of text of a picture, one after the other.
fn words_of(scene: &Scene) -> String {
    use crate::render::scene::Shape;
    let words = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join(", ")
}
