//! Looks up on a worker in which responses the words of the filter were written.
//!
//! Looked up anew when other words are asked for or other answers are loaded; until then nothing passes.

use crate::app::context::View;
use crate::app::work::finished;
use crate::document::{CommentIndex, Document, StoreError};
use crate::jobs::Job;
use crate::scores::{Filter, Found, Written};
use std::sync::Arc;

/// What a look-up gives; the columns of the comments are kept for the next one.
type Looked = (Arc<CommentIndex>, Arc<Found>);

/// The words that are looked up.
#[derive(Default)]
pub struct LookUp {
    /// Revision of the answers, and the words.
    key: Option<(u64, String)>,
    job: Option<Job<Result<Looked, StoreError>>>,
    found: Option<Arc<Found>>,
    index: Option<(u64, Arc<CommentIndex>)>,
}

impl LookUp {
    /// Whether it is still busy.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Gives a view what was found for the words of its filter, or begins to look them up. A selection
    /// it is compared with by the same words gets the same.
    pub fn settle(
        &mut self,
        egui: &egui::Context,
        document: Option<&Document>,
        answers: u64,
        view: &mut View,
    ) {
        let Some(written) = &mut view.filter.written else {
            (self.key, self.job, self.found) = (None, None, None);
            return;
        };
        if let Some(end) = finished(&mut self.job) {
            match end {
                Some(Ok((index, found))) => {
                    self.index = Some((answers, index));
                    self.found = Some(found);
                }
                Some(Err(error)) => {
                    tracing::warn!(%error, "words not looked up");
                    self.found = Some(Arc::default());
                }
                None => self.found = Some(Arc::default()),
            }
        }
        let is_same =
            self.key.as_ref().is_some_and(|key| key.0 == answers && key.1 == written.text);
        if !is_same && let Some(document) = document {
            self.begin(egui, document, answers, written);
        }
        written.found.clone_from(&self.found);
        let rival = view.rival.as_mut().filter(|rival| {
            let theirs = rival.filter.written.as_ref();
            theirs.is_some_and(|w| w.text == written.text && w.found != written.found)
        });
        if let Some(rival) = rival {
            Arc::make_mut(rival).filter.written = Some(written.clone());
        }
    }

    fn begin(
        &mut self,
        egui: &egui::Context,
        document: &Document,
        answers: u64,
        written: &Written,
    ) {
        self.key = Some((answers, written.text.clone()));
        (self.job, self.found) = (None, None);
        let text = written.text.clone();
        let known = self.index.clone().filter(|(of, _)| *of == answers).map(|(_, index)| index);
        // A document in memory has one connection only.
        let Ok(reader) = document.reader() else {
            let looked = document.looked_up(
                Filter { written: Some(written.clone()), ..Filter::default() },
                &crate::jobs::Reporter::silent(),
            );
            self.found = looked.ok().and_then(|f| f.written).and_then(|w| w.found);
            return;
        };
        let wake = egui.clone();
        let job = Job::start(
            "words of a filter",
            move || wake.request_repaint(),
            move |reporter| {
                let index = match known {
                    Some(index) => index,
                    None => Arc::new(reader.comment_index(reporter)?),
                };
                let found = reader.written(&index, &text, reporter)?;
                Ok((index, Arc::new(found)))
            },
        );
        self.job = job.ok();
    }
}
