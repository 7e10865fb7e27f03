//! Named worker threads. A worker reports and is cancelled through one call: `reporter.step(…)?`.
//!
//! The only room that starts threads. It wakes the window through a plain closure.

mod pipe;
mod shelter;

pub use pipe::{Outlet, pipe};
pub use shelter::{hush_shelters, is_sheltered, shelter};

use crate::model::Message;
use crossbeam_channel::{Receiver, TryRecvError, bounded};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How far a piece of long work has come.
#[derive(Clone, PartialEq, Debug)]
pub struct Progress {
    /// What is being done.
    pub phase: Message,
    /// Units done.
    pub done: u64,
    /// Units in all, when known.
    pub total: Option<u64>,
}

/// The work was cancelled; everything is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// The worker's end: reports progress and learns that it should stop.
#[derive(Clone, Default)]
pub struct Reporter {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    cancelled: AtomicBool,
    latest: Mutex<Option<Progress>>,
    wake: Option<Box<dyn Fn() + Send + Sync>>,
}

impl Reporter {
    /// A reporter nobody listens to, for the command line and tests.
    #[must_use]
    pub fn silent() -> Self {
        Self::default()
    }

    /// A reporter that calls `wake` whenever there is something new to show.
    pub fn waking(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { shared: Arc::new(Shared { wake: Some(Box::new(wake)), ..Shared::default() }) }
    }

    /// Reports progress.
    ///
    /// # Errors
    /// `Cancelled` when the work should stop; pass it on with `?`.
    pub fn step(&self, progress: Progress) -> Result<(), Cancelled> {
        *self.shared.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(progress);
        self.wake();
        self.check()
    }

    /// Asks only whether to stop; cheap enough for every few thousand rows.
    ///
    /// # Errors
    /// `Cancelled` when the work should stop.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.shared.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// Tells the work to stop at its next step.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// The newest progress, if any.
    #[must_use]
    pub fn latest(&self) -> Option<Progress> {
        self.shared.latest.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn wake(&self) {
        if let Some(wake) = &self.shared.wake {
            wake();
        }
    }
}

/// The window's end of a piece of work: its progress and, once, its result.
pub struct Job<T> {
    reporter: Reporter,
    result: Receiver<T>,
}

/// What a job has to say now.
#[derive(Debug)]
pub enum Poll<T> {
    /// Still working.
    Working,
    /// Done: here is the result, once.
    Done(T),
    /// The worker ended without a result (it panicked; the log says where).
    Lost,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread of that name. `wake` is called on progress and at the end.
    ///
    /// # Errors
    /// When the system refuses another thread.
    pub fn start(
        name: &str,
        wake: impl Fn() + Send + Sync + 'static,
        work: impl FnOnce(&Reporter) -> T + Send + 'static,
    ) -> std::io::Result<Self> {
        let reporter = Reporter::waking(wake);
        let (send, result) = bounded(1);
        let theirs = reporter.clone();
        std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            let outcome = work(&theirs);
            // The window may be gone by now; then nobody wants the result.
            let _ = send.send(outcome);
            theirs.wake();
        })?;
        Ok(Self { reporter, result })
    }

    /// Looks for the result without waiting.
    pub fn poll(&self) -> Poll<T> {
        match self.result.try_recv() {
            Ok(result) => Poll::Done(result),
            Err(TryRecvError::Empty) => Poll::Working,
            Err(TryRecvError::Disconnected) => Poll::Lost,
        }
    }

    /// Waits for the result. Not for the window's thread.
    #[must_use]
    pub fn wait(self) -> Option<T> {
        self.result.recv().ok()
    }

    /// The newest progress.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.reporter.latest()
    }

    /// Asks the worker to stop.
    pub fn cancel(&self) {
        self.reporter.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(done: u64) -> Progress {
        Progress { phase: Message::new("progress-reading"), done, total: Some(10) }
    }

    #[test]
    fn a_job_gives_its_result_once_and_keeps_its_progress() {
        let job = Job::start("test", || {}, |r| r.step(progress(3)).map(|()| 42)).unwrap();
        while job.progress().is_none() {
            std::thread::yield_now();
        }
        assert_eq!(job.progress(), Some(progress(3)));
        assert_eq!(job.wait(), Some(Ok(42)));
    }

    #[test]
    fn a_cancelled_job_stops_at_its_next_step() {
        let reporter = Reporter::silent();
        assert_eq!(reporter.step(progress(1)), Ok(()));
        reporter.cancel();
        assert_eq!(reporter.step(progress(2)), Err(Cancelled));
        assert_eq!(reporter.check(), Err(Cancelled));
    }
}
