//! Workers that read the file while a person decides: detection, first rows, check of all rows.
//!
//! One of each at a time; a newer request stops an older one.

use crate::import::{self, CheckReport, Detected, Preview, Profile, Proposal};
use crate::jobs::{Job, Poll, Progress};
use crate::model::{Message, Tell};
use std::path::PathBuf;

/// What detection gives.
type Found = Result<(PathBuf, Detected, Proposal), Message>;

/// The running workers and what is asked of them next.
#[derive(Default)]
pub(super) struct Looking {
    detect_next: Option<(PathBuf, Profile)>,
    examine_next: Option<(PathBuf, Profile)>,
    detecting: Option<Job<Found>>,
    previewing: Option<Job<Result<Preview, Message>>>,
    checking: Option<Job<Result<CheckReport, Message>>>,
}

/// Rows shown above the table.
const PREVIEW_ROWS: usize = 8;

impl Looking {
    /// Asks for detection.
    pub fn detect(&mut self, path: PathBuf, given: Profile) {
        self.detect_next = Some((path, given));
    }

    /// Asks for the first rows and a check of all rows.
    pub fn examine(&mut self, path: PathBuf, profile: Profile) {
        self.examine_next = Some((path, profile));
    }

    /// Whether detection is under way.
    pub fn is_detecting(&self) -> bool {
        self.detecting.is_some() || self.detect_next.is_some()
    }

    /// Whether all rows are being checked.
    pub fn is_checking(&self) -> bool {
        self.checking.is_some() || self.examine_next.is_some()
    }

    /// How far the check has come.
    pub fn progress(&self) -> Option<Progress> {
        self.checking.as_ref().and_then(Job::progress)
    }

    /// Starts what was asked for.
    pub fn start(&mut self, ctx: &egui::Context) {
        let wake = || {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        if let Some((path, given)) = self.detect_next.take() {
            let work = move |_: &crate::jobs::Reporter| {
                let detected = import::detect(&path, &given).map_err(|r| r.message())?;
                let proposal = import::propose(&detected);
                Ok((path, detected, proposal))
            };
            self.detecting = Job::start("detect", wake(), work).ok();
        }
        if let Some((path, profile)) = self.examine_next.take() {
            if let Some(old) = self.checking.take() {
                old.cancel();
            }
            let (path_2, profile_2) = (path.clone(), profile.clone());
            let preview = move |_: &crate::jobs::Reporter| {
                import::preview(&path, &profile, PREVIEW_ROWS).map_err(|r| r.message())
            };
            self.previewing = Job::start("preview", wake(), preview).ok();
            let check = move |reporter: &crate::jobs::Reporter| {
                import::check(&path_2, &profile_2, reporter).map_err(|e| e.message())
            };
            self.checking = Job::start("check", wake(), check).ok();
        }
    }

    /// What detection found, once.
    pub fn detected(&mut self) -> Option<Found> {
        take(&mut self.detecting)
    }

    /// The first rows, once.
    pub fn previewed(&mut self) -> Option<Result<Preview, Message>> {
        take(&mut self.previewing)
    }

    /// The check's outcome, once.
    pub fn checked(&mut self) -> Option<Result<CheckReport, Message>> {
        take(&mut self.checking)
    }
}

/// The result of a job that has ended; a lost worker is a failure like any other.
fn take<T: Send + 'static>(
    job: &mut Option<Job<Result<T, Message>>>,
) -> Option<Result<T, Message>> {
    let result = match job.as_ref()?.poll() {
        Poll::Working => return None,
        Poll::Done(result) => result,
        Poll::Lost => Err(Message::new("wizard-worker-lost")),
    };
    *job = None;
    Some(result)
}
