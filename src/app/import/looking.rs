//! Workers that read while a person decides: detection, first rows, check of all rows.
//!
//! One of each at a time; a newer request stops an older one.

use super::material::Material;
use super::memory::{self, Before, Why};
use crate::document::{KeptImport, Reader, known_file};
use crate::import::{self, CheckReport, DataSource, Detected, Preview, Profile, Proposal};
use crate::jobs::{Job, Poll, Progress, Reporter};
use crate::model::{BatchId, Message, Model, Tell};
use std::path::PathBuf;
use std::sync::Arc;

/// What the work begins with.
pub(super) enum Start {
    /// Files or a pasted table; where to look for a mapping from before, unless how it is read was
    /// stated.
    Data { material: Material, given: Box<Profile>, back: Option<Box<(Model, PathBuf)>> },
    /// An import of the document.
    Batch { reader: Box<Reader>, model: Box<Model>, batch: BatchId },
    /// What was read of one already.
    Kept(Arc<KeptImport>),
}

/// What it turned out to be.
pub(super) struct Found {
    pub material: Material,
    pub detected: Detected,
    pub proposal: Proposal,
    /// The mapping from before that fits.
    pub before: Option<Before>,
}

/// The running workers and what is asked of them next.
#[derive(Default)]
pub(super) struct Looking {
    detect_next: Option<Start>,
    examine_next: Option<(Material, Profile)>,
    detecting: Option<Job<Result<Found, Message>>>,
    previewing: Option<Job<Result<Preview, Message>>>,
    checking: Option<Job<Result<CheckReport, Message>>>,
}

/// Rows shown above the table.
const PREVIEW_ROWS: usize = 8;

impl Looking {
    /// Asks for detection.
    pub fn detect(&mut self, start: Start) {
        self.detect_next = Some(start);
    }

    /// Asks for the first rows and a check of all rows.
    pub fn examine(&mut self, material: Material, profile: Profile) {
        self.examine_next = Some((material, profile));
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
        if let Some(start) = self.detect_next.take() {
            if let Some(old) = self.detecting.take() {
                old.cancel();
            }
            let work = move |reporter: &Reporter| look(start, reporter);
            self.detecting = Job::start("detect", wake(), work).ok();
        }
        if let Some((material, profile)) = self.examine_next.take() {
            if let Some(old) = self.checking.take() {
                old.cancel();
            }
            let (material_2, profile_2) = (material.clone(), profile.clone());
            let preview = move |_: &Reporter| material.preview(&profile, PREVIEW_ROWS);
            self.previewing = Job::start("preview", wake(), preview).ok();
            let check = move |reporter: &Reporter| material_2.check(&profile_2, reporter);
            self.checking = Job::start("check", wake(), check).ok();
        }
    }

    /// What detection found, once.
    pub fn detected(&mut self) -> Option<Result<Found, Message>> {
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

/// Detects, and looks for a mapping from before.
fn look(start: Start, reporter: &Reporter) -> Result<Found, Message> {
    match start {
        Start::Data { mut material, given, back } => {
            let Material::Data { source, already, .. } = &mut material else {
                return Err(Message::new("wizard-worker-lost"));
            };
            let detected = import::detect(&*source, &given).map_err(|r| r.message())?;
            let before = match back {
                Some(back) => look_back(&back.0, &back.1, source, &detected)?,
                None => None,
            };
            if let Some(Before { why: Why::Grown { rows }, .. }) = &before {
                *already = *rows;
            }
            let proposal = import::propose(&detected);
            Ok(Found { material, detected, proposal, before })
        }
        Start::Batch { reader, model, batch } => {
            let kept = KeptImport::of(&reader, &model, batch, reporter);
            Ok(of_kept(Arc::new(kept.map_err(|error| error.message())?)))
        }
        Start::Kept(kept) => Ok(of_kept(kept)),
    }
}

/// The mapping with which this file, or one like it, was imported before.
fn look_back(
    model: &Model,
    folder: &std::path::Path,
    source: &DataSource,
    detected: &Detected,
) -> Result<Option<Before>, Message> {
    let known = match source {
        DataSource::File(path) => known_file(model, path).map_err(|refusal| refusal.0)?,
        DataSource::Pasted { .. } => None,
    };
    let Some(known) = known else { return Ok(memory::find(model, folder, detected)) };
    let why = match model.batches.get(&known.batch).filter(|_| known.is_whole) {
        Some(batch) => Why::Whole {
            file: batch.file_name.clone(),
            day: batch.imported_at.get(..10).unwrap_or_default().to_owned(),
        },
        None => Why::Grown { rows: known.rows },
    };
    Ok(Some(Before { profile: known.profile, why }))
}

/// What is kept of an import begins with its own mapping; columns that were left out are gone.
fn of_kept(kept: Arc<KeptImport>) -> Found {
    let detected = kept.detected().clone();
    let mut profile = kept.profile().clone();
    profile.columns.retain(|column| !matches!(column.role, import::Role::Ignore));
    let proposal = import::propose(&detected);
    let before = Some(Before { profile, why: Why::Kept });
    Found { material: Material::Kept(kept), detected, proposal, before }
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
