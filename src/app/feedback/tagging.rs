//! The themes of all comments, tagged on a worker whenever the code book or the comments altered; and
//! how many of those that were found have each.
//!
//! Paints nothing.

use super::pages::{Pages, Source};
use crate::analysis::themes::{CodeBook, Tags, ThemeCounts};
use crate::app::context::Ctx;
use crate::app::work::finished;
use crate::document::verbatims::tag_comments;
use crate::document::{Document, StoreError};
use crate::jobs::{Job, Progress};
use crate::model::{Metric, Theme};
use std::sync::Arc;

/// The code book and the themes of every comment.
pub(super) struct Tagged {
    pub book: CodeBook,
    pub tags: Tags,
    /// Told apart from what was tagged before.
    pub stamp: usize,
}

/// What was tagged: the comments, the code book.
type Key = (Source, Vec<Theme>);

/// What was counted: the list, how much of it, with which themes and answers.
type CountKey = (u64, usize, usize, Option<Metric>);

/// The themes as far as they are known.
#[derive(Default)]
pub(super) struct Tagging {
    key: Option<Key>,
    stamp: usize,
    tagged: Option<Arc<Tagged>>,
    job: Option<Job<Result<Tagged, StoreError>>>,
    count_key: Option<CountKey>,
    counting: Option<(u64, Job<ThemeCounts>)>,
    /// The list that was counted.
    counted_list: Option<u64>,
    counts: Option<ThemeCounts>,
}

impl Tagging {
    /// The themes of every comment, once they are known.
    pub fn tagged(&self) -> Option<&Arc<Tagged>> {
        self.tagged.as_ref()
    }

    /// How many of those that were found have each theme; absent until all of them are counted.
    pub fn counts(&self, pages: &Pages) -> Option<&ThemeCounts> {
        let (list, _) = pages.hits()?;
        let counted = self.counted_list == Some(list) && pages.is_done();
        self.counts.as_ref().filter(|_| counted)
    }

    /// How far the tagging has come; absent when nothing is tagged now.
    pub fn progress(&self) -> Option<Progress> {
        self.job.as_ref().and_then(Job::progress)
    }

    /// Takes what was tagged and counted, and begins what is stale.
    pub fn refresh(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: &Document,
        pages: &Pages,
    ) {
        if let Some(result) = finished(&mut self.job) {
            match result {
                Some(Ok(tagged)) => self.tagged = Some(Arc::new(tagged)),
                Some(Err(StoreError::Cancelled)) | None => {}
                Some(Err(error)) => tracing::warn!(%error, "comments not tagged"),
            }
        }
        if let Some((list, job)) = self.counting.take() {
            let mut job = Some(job);
            if let Some(Some(counts)) = finished(&mut job) {
                (self.counts, self.counted_list) = (Some(counts), Some(list));
            }
            self.counting = job.map(|job| (list, job));
        }
        self.tag(egui, ctx, document, pages);
        self.count(egui, ctx, pages);
    }

    fn tag(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, document: &Document, pages: &Pages) {
        let Some((source, index)) = pages.index() else { return };
        let themes: Vec<Theme> = ctx.model.themes_in_order().into_iter().cloned().collect();
        let key = (source, themes);
        if self.key.as_ref() == Some(&key) {
            return;
        }
        if let Some(job) = &self.job {
            // The worker of an older code book ends at its next step.
            job.cancel();
            return;
        }
        let Ok(reader) = document.reader() else { return };
        self.stamp += 1;
        let (stamp, index, themes) = (self.stamp, Arc::clone(index), key.1.clone());
        self.key = Some(key);
        let wake = egui.clone();
        let work = move |reporter: &crate::jobs::Reporter| {
            let book = CodeBook::new(&themes.iter().collect::<Vec<_>>());
            let tags = tag_comments(&reader, &index, &book, reporter)?;
            Ok(Tagged { book, tags, stamp })
        };
        self.job = Job::start("themes", move || wake.request_repaint(), work).ok();
    }

    fn count(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, pages: &Pages) {
        let (Some(tagged), Some((list, hits))) = (&self.tagged, pages.hits()) else { return };
        let scores = pages.scores().filter(|(metric, _)| *metric == ctx.view.measure.metric);
        let key = (list, hits.len(), tagged.stamp, scores.map(|(metric, _)| metric));
        // The first hits alone would tell of the newest only.
        if self.count_key == Some(key) || self.counting.is_some() || !pages.is_done() {
            return;
        }
        self.count_key = Some(key);
        let (tagged, hits) = (Arc::clone(tagged), Arc::clone(hits));
        let scores = scores.map(|(_, scores)| Arc::clone(scores));
        let (questions, wake) = (ctx.model.questions.clone(), egui.clone());
        let work = move |_: &crate::jobs::Reporter| {
            tagged.tags.count(&hits, &questions, |place| {
                let (question, _, value) = scores.as_ref()?.get(place)?;
                Some((question, value))
            })
        };
        let job = Job::start("theme counts", move || wake.request_repaint(), work);
        self.counting = job.ok().map(|job| (list, job));
    }
}
