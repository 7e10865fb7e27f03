//! The page of an owner, team or department as a picture: figures, course, newest comments, legend.
//!
//! The window shows what this makes; both front doors export it by this one road.

use super::comments::{answer, meta};
use super::picture::Paper;
use crate::analysis::{
    Legend, OverlayRequest, Reading, Responsible, Rival, Scorecard, ScorecardRequest, Sources,
    days_of,
};
use crate::document::verbatims::comments_of;
use crate::document::{Comment, CommentPage, CommentQuery};
use crate::model::{Model, Refusal};
use crate::render::color_scale::Palette;
use crate::render::filter_words::conditions;
use crate::render::scene::Scene;
use crate::render::scorecard::{PageRequest, Voice, page};
use crate::scores::Filter;
use crate::text::Texts;

/// As many comments stand on the page.
pub const VOICES: usize = 4;

/// A page to draw.
#[derive(Clone, PartialEq, Debug)]
pub struct ScorecardPicture {
    /// Whose.
    pub responsible: Responsible,
    /// The score that comes first, with the journey.
    pub main: OverlayRequest,
    /// Which answers count.
    pub filter: Filter,
    /// What the main score is compared with.
    pub compared: Option<Rival>,
    /// Light or dark, and the paper.
    pub paper: Paper,
    /// Heat colours.
    pub palette: Palette,
    /// Date of making, in words; left out when empty.
    pub date: String,
    /// Today, counted from 1970-01-01; nothing lies in the future when absent.
    pub today: Option<i32>,
}

impl ScorecardPicture {
    /// Which comments stand on it; absent when nobody by this name is left.
    #[must_use]
    pub fn comments(&self, model: &Model) -> Option<CommentQuery> {
        let own = self.responsible.narrow(model, &self.filter)?;
        let own = Filter { journey: Some(self.main.journey), ..own };
        Some(CommentQuery { limit: VOICES, ..comments_of(model, &own) })
    }

    /// The figures; absent when nobody by this name is left, and until answers are loaded.
    #[must_use]
    pub fn figures(&self, model: &Model, sources: Sources<'_>) -> Option<Scorecard> {
        let request = ScorecardRequest {
            against: self.compared.clone(),
            today: self.today,
            ..ScorecardRequest::new(self.responsible.clone(), self.main.clone())
        };
        Scorecard::of(sources, model, &request, &self.filter)
    }

    /// Draws the page of these figures.
    ///
    /// # Errors
    /// When there is no score to put on it.
    pub fn scene(
        &self,
        model: &Model,
        sources: Sources<'_>,
        texts: &Texts,
        card: &Scorecard,
        comments: Option<&CommentPage>,
    ) -> Result<Scene, Refusal> {
        let none = || crate::model::Message::new("owners-nothing");
        let (main, table) = card.main().zip(sources.table).ok_or_else(none)?;
        // The whole that is theirs stands above, under their name.
        let facts = Legend::of(model, &main.own, &self.filter, days_of(table));
        let facts = Legend { whole: Reading::Silent, ..facts };
        let metric = main.own.metric();
        let voice = |comment: &Comment| Voice {
            text: comment.text.clone(),
            score: answer(model, metric, comment).map(|(question, value)| (question.scale, value)),
            meta: meta(model, texts, comment),
        };
        let request = PageRequest {
            theme: self.paper.theme,
            lang: texts.lang(),
            palette: self.palette,
            conditions: conditions(texts, model, &self.filter),
            then: self.compared.as_ref().map(|rival| rival.name.clone()),
            voices: comments.map(|p| p.comments.iter().map(voice).collect()).unwrap_or_default(),
            comments: comments.map_or(0, |p| p.total),
            date: self.date.clone(),
        };
        Ok(page(&request, model, texts, card, &facts))
    }
}
