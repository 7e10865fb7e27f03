//! The work of workers that is under way for the window, and how its results are fetched.
//!
//! Starts nothing and decides nothing: that is `files`.

use super::samples::Preview;
use crate::document::Document;
use crate::jobs::{Job, Poll, Progress};
use crate::model::{Contact, Holder, Message, Picture};
use crate::scores::ScoreTable;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A document that a worker opens.
pub(super) type Opening = Job<Result<Box<Document>, Message>>;

/// A picture that a worker reads.
pub(super) type Reading = Job<Result<Picture, Message>>;

/// What a worker found in an opened document.
pub(super) struct Loaded {
    /// The answers and the log of contacts.
    pub scores: Result<(ScoreTable, Vec<Contact>), Message>,
    /// Whether the whole file was read through and is sound.
    pub checked: bool,
}

/// For so long the opening is not mentioned, since most files are open before.
pub(super) const SILENT: Duration = Duration::from_millis(400);

/// The work of workers that is under way.
#[derive(Default)]
pub(super) struct Work {
    pub opening: Option<(Instant, Opening)>,
    pub loading: Option<Job<Loaded>>,
    pub indexing: Option<Job<()>>,
    pub exporting: Option<Job<Result<PathBuf, Message>>>,
    /// Pictures being read, each with what it is to hang on and its name.
    pub reading: Vec<(Holder, String, Reading)>,
    pub previewing: Option<Job<Vec<Preview>>>,
}

impl Work {
    /// Whether a document is being opened or its answers are being loaded.
    pub(super) fn is_busy(&self) -> bool {
        self.opening.is_some() || self.loading.is_some() || self.exporting.is_some()
    }

    /// Whether a picture is being made.
    pub(super) fn is_exporting(&self) -> bool {
        self.exporting.is_some()
    }

    /// How far the opening has come.
    pub(super) fn progress(&self) -> Option<Progress> {
        let (since, job) = self.opening.as_ref()?;
        job.progress().filter(|_| since.elapsed() >= SILENT)
    }

    /// The opened document, once.
    pub fn take_opened(&mut self) -> Option<Option<Result<Box<Document>, Message>>> {
        let (since, job) = self.opening.take()?;
        let mut job = Some(job);
        let result = finished(&mut job);
        self.opening = job.map(|job| (since, job));
        result
    }

    /// Asks the opening to stop.
    pub(super) fn cancel(&self) {
        if let Some((_, job)) = &self.opening {
            job.cancel();
        }
    }
}

/// The result of a job that is done (none when its worker was lost), which is then taken away.
pub(super) fn finished<T: Send + 'static>(job: &mut Option<Job<T>>) -> Option<Option<T>> {
    let result = match job.as_ref()?.poll() {
        Poll::Working => return None,
        Poll::Done(result) => Some(result),
        Poll::Lost => None,
    };
    *job = None;
    Some(result)
}
