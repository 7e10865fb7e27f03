//! The desk: the open document, or the job it went away with. The window never waits for it.
//!
//! While the document is away its model can still be read from a copy, and nothing can be changed.

use super::context::ImportEnd;
use crate::document::{Command, Document, DocumentError, HandEntry, Touched};
use crate::jobs::{Job, Poll, Progress};
use crate::model::{BatchId, Message, Model};
use std::path::{Path, PathBuf};

/// What a job on the document gives back: the document, and what to do with the rest.
pub type Returned = (Box<Document>, Outcome);

/// How a job on the document ended.
#[derive(Debug)]
pub enum Outcome {
    /// An import ended.
    Imported(Box<ImportEnd>),
    /// The document was written to a file, in which the work goes on.
    Kept(PathBuf),
    /// It did what it should.
    Done(Message),
    /// It was refused, failed or stopped; the document is as it was.
    Failed(Message),
}

/// What lies on the desk.
#[derive(Default)]
pub enum Desk {
    /// Nothing.
    #[default]
    Empty,
    /// A document that can be changed.
    Here(Box<Document>),
    /// A document that a job works on.
    Away(Box<Away>),
}

/// A document that a job works on, and what can be read meanwhile.
pub struct Away {
    job: Job<Returned>,
    model: Model,
    path: Option<PathBuf>,
    revision: u64,
}

impl Desk {
    /// The document, when it is here.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Here(document) => Some(document),
            Self::Empty | Self::Away(_) => None,
        }
    }

    /// Everything in the document but the survey rows.
    #[must_use]
    pub fn model(&self) -> Option<&Model> {
        match self {
            Self::Here(document) => Some(document.model()),
            Self::Away(away) => Some(&away.model),
            Self::Empty => None,
        }
    }

    /// The document's file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Here(document) => document.path(),
            Self::Away(away) => away.path.as_deref(),
            Self::Empty => None,
        }
    }

    /// The document's revision.
    #[must_use]
    pub fn revision(&self) -> u64 {
        match self {
            Self::Here(document) => document.revision(),
            Self::Away(away) => away.revision,
            Self::Empty => 0,
        }
    }

    /// Whether a job works on the document.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Away(_))
    }

    /// How far the job has come.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        match self {
            Self::Away(away) => away.job.progress(),
            Self::Empty | Self::Here(_) => None,
        }
    }

    /// Asks the job to stop.
    pub fn cancel(&self) {
        if let Self::Away(away) = self {
            away.job.cancel();
        }
    }

    /// Carries out a command on the document that is here.
    ///
    /// # Errors
    /// When there is none, it is away, or the command is refused.
    pub fn run(&mut self, command: &Command) -> Result<Touched, DocumentError> {
        self.here()?.run(command)
    }

    /// Keeps what was entered by hand in the document that is here.
    ///
    /// # Errors
    /// As for `run`.
    pub fn enter_feedback(&mut self, entry: &HandEntry) -> Result<BatchId, DocumentError> {
        self.here()?.enter_feedback(entry)
    }

    /// Takes the last step back; its name, if there was one.
    ///
    /// # Errors
    /// As for `run`.
    pub fn undo(&mut self) -> Result<Option<(Message, Touched)>, DocumentError> {
        self.here()?.undo()
    }

    /// Does the last undone step again; its name, if there was one.
    ///
    /// # Errors
    /// As for `run`.
    pub fn redo(&mut self) -> Result<Option<(Message, Touched)>, DocumentError> {
        self.here()?.redo()
    }

    /// Undoes or redoes until so many steps are in force.
    ///
    /// # Errors
    /// As for `run`.
    pub fn go_to_step(&mut self, done: usize) -> Result<Touched, DocumentError> {
        self.here()?.go_to_step(done)
    }

    fn here(&mut self) -> Result<&mut Document, DocumentError> {
        match self {
            Self::Here(document) => Ok(document),
            Self::Away(_) => Err(Message::new("app-busy").into()),
            Self::Empty => Err(Message::new("app-no-document").into()),
        }
    }

    /// Sends the document away with a job. `work` must give it back, whatever happens.
    ///
    /// # Errors
    /// When there is no document here, or the system refuses another thread.
    pub fn send_away(
        &mut self,
        name: &str,
        egui: &egui::Context,
        work: impl FnOnce(&mut Document, &crate::jobs::Reporter) -> Outcome + Send + 'static,
    ) -> Result<(), DocumentError> {
        let Self::Here(document) = std::mem::take(self) else {
            return Err(Message::new("app-no-document").into());
        };
        let model = document.model().clone();
        let path = document.path().map(Path::to_owned);
        let revision = document.revision();
        let wake = egui.clone();
        let job = Job::start(
            name,
            move || wake.request_repaint(),
            move |reporter| {
                let mut document = document;
                let outcome = work(&mut document, reporter);
                (document, outcome)
            },
        );
        match job {
            Ok(job) => {
                *self = Self::Away(Box::new(Away { job, model, path, revision }));
                Ok(())
            }
            Err(_) => Err(Message::new("app-no-thread").into()),
        }
    }

    /// Takes the document back when its job is done, and says how that ended.
    pub fn poll(&mut self) -> Option<Outcome> {
        let Self::Away(away) = self else { return None };
        match away.job.poll() {
            Poll::Working => None,
            Poll::Done((document, outcome)) => {
                *self = Self::Here(document);
                Some(outcome)
            }
            Poll::Lost => {
                *self = Self::Empty;
                Some(Outcome::Failed(Message::new("app-job-lost")))
            }
        }
    }
}
