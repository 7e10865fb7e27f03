//! Pages of comments: which are there, which are asked for, and the worker that reads them.
//!
//! One page is read at a time; a list that altered drops what was read before.

use crate::app::context::Ctx;
use crate::app::work::finished;
use crate::document::{Comment, CommentPage, CommentQuery, Document};
use crate::jobs::Job;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Comments of one page.
pub(super) const PAGE: usize = 200;
/// Pages that are kept.
const KEPT: usize = 40;
/// Typing rests so long before it is searched.
const REST: Duration = Duration::from_millis(150);

/// What a list was read from.
#[derive(Clone, PartialEq, Debug)]
struct Key {
    query: CommentQuery,
    revision: u64,
    scores: u64,
}

/// A page that is being read: its list, its number, its worker.
struct Reading {
    key: Key,
    number: usize,
    job: Job<Option<CommentPage>>,
}

/// The pages of the list that is shown.
#[derive(Default)]
pub(super) struct Pages {
    key: Option<Key>,
    wanted: Option<(Key, Instant)>,
    total: Option<usize>,
    pages: BTreeMap<usize, Vec<Comment>>,
    missing: Option<usize>,
    reading: Option<Reading>,
}

impl Pages {
    /// How many comments the list has; absent before the first page.
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// A comment by its place in the list; when its page is not there it is asked for.
    pub fn get(&mut self, index: usize) -> Option<&Comment> {
        let number = index / PAGE;
        if !self.pages.contains_key(&number) {
            self.missing = Some(number);
        }
        self.pages.get(&number)?.get(index % PAGE)
    }

    /// Takes what was read and begins to read what is asked for; true when the list is another one.
    pub fn refresh(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: &Document,
        search: &str,
    ) -> bool {
        self.take();
        let key =
            Key { query: query(ctx, search), revision: ctx.revision, scores: ctx.scores_revision };
        let other = self.settle(egui, key);
        let Some(key) = self.key.clone() else { return other };
        let number = self.missing.or_else(|| self.total.is_none().then_some(0));
        if let (Some(number), true) = (number, self.reading.is_none()) {
            self.missing = None;
            self.read(egui, document, key, number);
        }
        other
    }

    /// Follows what is typed once it rests.
    fn settle(&mut self, egui: &egui::Context, key: Key) -> bool {
        if self.key.as_ref() == Some(&key) {
            self.wanted = None;
            return false;
        }
        let since = match &self.wanted {
            Some((wanted, since)) if *wanted == key => *since,
            _ => Instant::now(),
        };
        let typing = self.key.as_ref().is_some_and(|now| now.query.part != key.query.part);
        let left = REST.saturating_sub(since.elapsed());
        if typing && !left.is_zero() {
            self.wanted = Some((key, since));
            egui.request_repaint_after(left);
            return false;
        }
        *self = Self { key: Some(key), ..Self::default() };
        true
    }

    fn read(&mut self, egui: &egui::Context, document: &Document, key: Key, number: usize) {
        let Ok(reader) = document.reader() else {
            // A document in memory has one connection only.
            let page = document.comments(&at(&key.query, number)).ok();
            return self.keep(number, page);
        };
        let (wake, asked) = (egui.clone(), at(&key.query, number));
        let job = Job::start(
            "comments",
            move || wake.request_repaint(),
            move |_| reader.comments(&asked).ok(),
        );
        self.reading = job.ok().map(|job| Reading { key, number, job });
    }

    fn take(&mut self) {
        let Some(Reading { key, number, job }) = self.reading.take() else { return };
        let mut job = Some(job);
        match finished(&mut job) {
            Some(page) if self.key.as_ref() == Some(&key) => self.keep(number, page.flatten()),
            Some(_) => {}
            None => self.reading = job.map(|job| Reading { key, number, job }),
        }
    }

    fn keep(&mut self, number: usize, page: Option<CommentPage>) {
        let page = page.unwrap_or_default();
        self.total = Some(page.total);
        if self.pages.len() >= KEPT {
            self.pages.clear();
        }
        self.pages.insert(number, page.comments);
    }
}

fn at(query: &CommentQuery, number: usize) -> CommentQuery {
    CommentQuery { offset: number * PAGE, limit: PAGE, ..query.clone() }
}

fn query(ctx: &Ctx<'_>, search: &str) -> CommentQuery {
    let filter = &ctx.view.filter;
    CommentQuery {
        touchpoints: filter.touchpoints.clone(),
        period: filter.period,
        surveys: filter.surveys.clone(),
        channels: filter.channels.clone(),
        segments: filter.segments.clone(),
        part: search.trim().to_owned(),
        ..CommentQuery::default()
    }
}
