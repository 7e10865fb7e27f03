//! What a person asks of the list, beside the filters of the whole view: words, order, themes, and the
//! part of the map one came from.
//!
//! A way of looking; reads nothing.

use crate::app::context::Ctx;
use crate::document::verbatims::{comments_of, comments_of_stage, in_order};
use crate::document::{CommentQuery, CommentSort};
use crate::model::{Match, Model, StageId, ThemeId, TouchpointId};
use crate::scores::Filter;
use std::collections::BTreeSet;

/// The part of the map whose comments are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A stage with all its touchpoints.
    Stage(StageId),
}

impl About {
    /// What it is called; absent when it is gone.
    pub fn name(self, ctx: &Ctx<'_>) -> Option<String> {
        match self {
            Self::Touchpoint(id) => ctx.model.touchpoints.get(&id).map(|t| t.title.clone()),
            Self::Stage(id) => ctx.model.stages.get(&id).map(|s| ctx.texts.stage(s)),
        }
    }
}

/// In which order comments are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Order {
    #[default]
    Newest,
    Oldest,
    Lowest,
    Highest,
    Touchpoint,
}

impl Order {
    pub const ALL: [Self; 5] =
        [Self::Newest, Self::Oldest, Self::Lowest, Self::Highest, Self::Touchpoint];

    pub fn key(self) -> &'static str {
        match self {
            Self::Newest => "feedback-sort-newest",
            Self::Oldest => "feedback-sort-oldest",
            Self::Lowest => "feedback-sort-lowest",
            Self::Highest => "feedback-sort-highest",
            Self::Touchpoint => "feedback-sort-touchpoint",
        }
    }

    pub fn is_by_score(self) -> bool {
        matches!(self, Self::Lowest | Self::Highest)
    }

    fn of(self, model: &Model) -> CommentSort {
        match self {
            Self::Newest => CommentSort::Newest,
            Self::Oldest => CommentSort::Oldest,
            Self::Lowest => CommentSort::LowestScore,
            Self::Highest => CommentSort::HighestScore,
            Self::Touchpoint => CommentSort::Touchpoints(in_order(model)),
        }
    }
}

/// What is asked of the list.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Asked {
    pub search: String,
    pub how: Match,
    pub order: Order,
    pub about: Option<About>,
    /// With one of these themes.
    pub themes: BTreeSet<ThemeId>,
    /// Without any theme.
    pub untagged: bool,
}

impl Asked {
    /// Which comments the view's filter and the part of the map mean, whatever they say.
    pub fn query(&self, ctx: &Ctx<'_>) -> CommentQuery {
        // All journeys are listed together, so that what is about none of them is not lost.
        let filter = Filter { journey: None, ..ctx.view.filter.clone() };
        let query = match self.about {
            None => comments_of(ctx.model, &filter),
            Some(About::Touchpoint(id)) => {
                let touchpoints = [id].into();
                comments_of(ctx.model, &Filter { touchpoints, ..filter })
            }
            Some(About::Stage(stage)) => comments_of_stage(ctx.model, &filter, stage),
        };
        let metric = Some(ctx.view.measure.metric);
        CommentQuery { sort: self.order.of(ctx.model), metric, ..query }
    }

    /// Whether the list is narrowed by themes.
    pub fn by_theme(&self) -> bool {
        self.untagged || !self.themes.is_empty()
    }
}
