//! The list of comments: its columns, which of them are listed, the pages that are there, and the
//! worker that reads them, one thing at a time.
//!
//! A list that altered drops what was read before; pages show while a search goes on.

use super::asked::Asked;
use super::tagging::Tagged;
use crate::app::context::Ctx;
use crate::app::work::finished;
use crate::document::{
    Comment, CommentIndex, CommentQuery, CommentScores, Document, Finder, Reader, StoreError,
};
use crate::jobs::{Job, Reporter};
use crate::model::{Match, Metric, Needles, ThemeId};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Comments of one page.
pub(super) const PAGE: usize = 200;
/// Pages that are kept.
const KEPT: usize = 40;
/// Typing rests so long before it is searched.
const REST: Duration = Duration::from_millis(150);

/// What the columns were read from: the document, its answers.
pub(super) type Source = (u64, u64);

/// What a list was read from.
#[derive(Clone, PartialEq, Debug)]
struct Key {
    source: Source,
    revision: u64,
    query: CommentQuery,
    search: String,
    how: Match,
}

/// A list as far as it is known.
struct Listed {
    /// Away while a worker goes on with it.
    finder: Option<Finder>,
    hits: Arc<Vec<u32>>,
    found: usize,
    done: bool,
    withheld: bool,
}

/// What was shown last, and what it was chosen from.
#[derive(Default)]
struct Shown {
    from: Option<(usize, usize, Vec<ThemeId>, bool)>,
    places: Arc<Vec<u32>>,
}

/// What a worker did.
enum Done {
    Index(Source, Arc<CommentIndex>),
    Scores(Source, Metric, CommentScores),
    Listed(Listed),
    More(Finder),
    Page(usize, Vec<Comment>),
}

/// A piece of work under way, and the list it is for.
struct Working {
    list: u64,
    job: Job<Result<Done, StoreError>>,
}

/// The list that is shown.
#[derive(Default)]
pub(super) struct Pages {
    source: Option<Source>,
    index: Option<Arc<CommentIndex>>,
    scores: Option<(Metric, Arc<CommentScores>)>,
    key: Option<Key>,
    wanted: Option<(Key, Instant)>,
    /// Grows with every other list.
    list: u64,
    listed: Option<Listed>,
    shown: Shown,
    pages: BTreeMap<usize, Vec<Comment>>,
    missing: Option<usize>,
    working: Option<Working>,
    /// Whether reading failed; then nothing is tried until the list is another one.
    failed: bool,
}

impl Pages {
    /// How many comments are listed; absent before the first of them are known.
    pub fn total(&self) -> Option<usize> {
        self.listed.as_ref().map(|_| self.shown.places.len())
    }

    /// How many were found so far, when the search goes on.
    pub fn at_least(&self) -> Option<usize> {
        self.listed.as_ref().filter(|listed| !listed.done).map(|listed| listed.found)
    }

    /// Whether comments of employees were left out.
    pub fn withheld(&self) -> bool {
        self.listed.as_ref().is_some_and(|listed| listed.withheld)
    }

    /// Whether the list could not be read.
    pub fn failed(&self) -> bool {
        self.failed
    }

    /// The columns, once they are read.
    pub fn index(&self) -> Option<(Source, &Arc<CommentIndex>)> {
        Some((self.source?, self.index.as_ref()?))
    }

    /// The answers beside the comments, once they are read.
    pub fn scores(&self) -> Option<(Metric, &Arc<CommentScores>)> {
        self.scores.as_ref().map(|(metric, scores)| (*metric, scores))
    }

    /// Whether everything was looked at.
    pub fn is_done(&self) -> bool {
        self.listed.as_ref().is_some_and(|listed| listed.done)
    }

    /// All that was found, whatever its themes; and the number of the list.
    pub fn hits(&self) -> Option<(u64, &Arc<Vec<u32>>)> {
        self.listed.as_ref().map(|listed| (self.list, &listed.hits))
    }

    /// What is listed, in order.
    pub fn places(&self) -> Arc<Vec<u32>> {
        Arc::clone(&self.shown.places)
    }

    /// What is searched, as it was when the list was made.
    pub fn needles(&self) -> Needles {
        self.key.as_ref().map(|key| Needles::new(&key.search, key.how)).unwrap_or_default()
    }

    /// A comment by its place in the list; when its page is not there it is asked for.
    pub fn get(&mut self, at: usize) -> Option<&Comment> {
        let number = at / PAGE;
        if !self.pages.contains_key(&number) {
            self.missing = Some(number);
        }
        self.pages.get(&number)?.get(at % PAGE)
    }

    /// Takes what was read and begins to read what is asked for; true when the list is another one.
    pub fn refresh(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: &Document,
        asked: &Asked,
        tagged: Option<&Tagged>,
    ) -> bool {
        self.take();
        let source = (ctx.revision >> 40, ctx.scores_revision);
        let key = Key {
            source,
            revision: ctx.revision,
            query: asked.query(ctx),
            search: asked.search.trim().to_owned(),
            how: asked.how,
        };
        let other = self.settle(egui, key);
        self.show(asked, tagged);
        if self.working.is_none() && !self.failed {
            self.work(egui, document, asked.order.is_by_score(), ctx.view.measure.metric);
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
        let typing = self.key.as_ref().is_some_and(|now| now.search != key.search);
        let left = REST.saturating_sub(since.elapsed());
        if typing && !left.is_zero() {
            self.wanted = Some((key, since));
            egui.request_repaint_after(left);
            return false;
        }
        if self.source != Some(key.source) {
            (self.index, self.scores) = (None, None);
        }
        (self.key, self.wanted, self.listed) = (Some(key), None, None);
        (self.shown, self.missing, self.failed) = (Shown::default(), None, false);
        self.pages.clear();
        self.list += 1;
        if let Some(working) = &self.working {
            working.job.cancel();
        }
        true
    }

    /// Narrows what was found by themes.
    fn show(&mut self, asked: &Asked, tagged: Option<&Tagged>) {
        let Some(listed) = &self.listed else { return };
        let stamp = tagged.map_or(0, |tagged| tagged.stamp);
        let themes: Vec<ThemeId> = asked.themes.iter().copied().collect();
        let from = (listed.hits.len(), stamp, themes, asked.untagged);
        if self.shown.from.as_ref() == Some(&from) {
            return;
        }
        // A list that only grew keeps its pages, but for the last one.
        let was = self.shown.places.len();
        let grew = self
            .shown
            .from
            .as_ref()
            .is_some_and(|(_, s, t, u)| (s, t, u) == (&from.1, &from.2, &from.3));
        self.shown.places = match tagged.filter(|_| asked.by_theme()) {
            None if asked.by_theme() => Arc::default(),
            None => Arc::clone(&listed.hits),
            Some(tagged) => {
                let passes = |place: &u32| match asked.untagged {
                    true => tagged.tags.has_none(*place),
                    false => tagged.tags.has_any(*place, &from.2),
                };
                Arc::new(listed.hits.iter().copied().filter(passes).collect())
            }
        };
        self.shown.from = Some(from);
        if grew {
            self.pages.retain(|number, _| (number + 1) * PAGE <= was);
        } else {
            self.pages.clear();
        }
    }

    /// Begins the next piece of work there is.
    fn work(&mut self, egui: &egui::Context, document: &Document, by_score: bool, metric: Metric) {
        let Some(key) = self.key.clone() else { return };
        let Some(index) = self.index.clone() else {
            let source = key.source;
            return self.start(egui, document, move |reader, reporter| {
                Ok(Done::Index(source, Arc::new(reader.comment_index(reporter)?)))
            });
        };
        let scored = self.scores.as_ref().is_some_and(|(known, _)| *known == metric);
        let scores = self.scores.as_ref().filter(|_| scored).map(|(_, scores)| Arc::clone(scores));
        if self.listed.is_none() && (scored || !by_score) {
            return self.start(egui, document, move |reader, _| {
                list(reader, &index, scores.as_deref(), &key)
            });
        }
        let wanted = self.missing.take().or_else(|| self.pages.is_empty().then_some(0));
        let wanted = wanted.filter(|n| self.listed.is_some() && n * PAGE < self.shown.places.len());
        if let Some(number) = wanted {
            let places = self.shown.places.iter().skip(number * PAGE).take(PAGE);
            let places: Vec<u32> = places.copied().collect();
            return self.start(egui, document, move |reader, _| {
                Ok(Done::Page(number, reader.comments_at(&index, &places)?))
            });
        }
        let finder = self.listed.as_mut().filter(|l| !l.done).and_then(|l| l.finder.take());
        if let Some(mut finder) = finder {
            return self.start(egui, document, move |reader, _| {
                reader.find_comments(&index, &mut finder)?;
                Ok(Done::More(finder))
            });
        }
        if !scored {
            self.start(egui, document, move |reader, reporter| {
                let scores = reader.comment_scores(&index, metric, reporter)?;
                Ok(Done::Scores(key.source, metric, scores))
            });
        }
    }

    fn start(
        &mut self,
        egui: &egui::Context,
        document: &Document,
        work: impl FnOnce(&Reader, &Reporter) -> Result<Done, StoreError> + Send + 'static,
    ) {
        let Ok(reader) = document.reader() else {
            self.failed = true;
            return;
        };
        let wake = egui.clone();
        let job = Job::start(
            "comments",
            move || wake.request_repaint(),
            move |reporter| work(&reader, reporter),
        );
        self.working = job.ok().map(|job| Working { list: self.list, job });
    }

    fn take(&mut self) {
        let Some(Working { list, job }) = self.working.take() else { return };
        let mut job = Some(job);
        let Some(result) = finished(&mut job) else {
            self.working = job.map(|job| Working { list, job });
            return;
        };
        match result {
            Some(Ok(done)) => self.keep(list, done),
            Some(Err(StoreError::Cancelled)) => {}
            Some(Err(error)) => {
                tracing::warn!(%error, "comments not read");
                self.failed = list == self.list;
            }
            None => self.failed = list == self.list,
        }
    }

    fn keep(&mut self, list: u64, done: Done) {
        let current = list == self.list;
        match done {
            // The columns are those of their source, whatever the list has become.
            Done::Index(source, index)
                if self.key.as_ref().is_some_and(|key| key.source == source) =>
            {
                (self.source, self.index) = (Some(source), Some(index));
            }
            Done::Scores(source, metric, scores) if self.source == Some(source) => {
                self.scores = Some((metric, Arc::new(scores)));
            }
            Done::Listed(listed) if current => self.listed = Some(listed),
            Done::More(finder) if current => {
                if let Some(listed) = &mut self.listed {
                    (listed.found, listed.done) = (finder.found(), finder.is_done());
                    if finder.hits().len() != listed.hits.len() {
                        listed.hits = Arc::new(finder.hits().to_vec());
                    }
                    listed.finder = Some(finder);
                }
            }
            Done::Page(number, comments) if current => {
                if self.pages.len() >= KEPT {
                    self.pages.clear();
                }
                self.pages.insert(number, comments);
            }
            _ => {}
        }
    }
}

/// A list, and the first step of its search.
fn list(
    reader: &Reader,
    index: &CommentIndex,
    scores: Option<&CommentScores>,
    key: &Key,
) -> Result<Done, StoreError> {
    let chosen = reader.choose_comments(index, scores, &key.query)?;
    let withheld = chosen.withheld;
    let mut finder = Finder::new(chosen.places, Needles::new(&key.search, key.how));
    reader.find_comments(index, &mut finder)?;
    let (hits, found) = (Arc::new(finder.hits().to_vec()), finder.found());
    let done = finder.is_done();
    Ok(Done::Listed(Listed { finder: Some(finder), hits, found, done, withheld }))
}
