//! Pictures on their way from a file to what they hang on.
//!
//! Reading is done on a worker; hanging is a command like any other.

use super::context::UiAction;
use super::state::App;
use super::widgets::Toast;
use super::work::finished;
use crate::document::Command;
use crate::jobs::Job;
use crate::model::{AttachmentId, Holder, Message};
use std::path::PathBuf;

impl App {
    /// Reads a picture on a worker, since a large one takes its time.
    pub(super) fn add_picture(&mut self, egui: &egui::Context, holder: Holder, path: PathBuf) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let wake = egui.clone();
        let job = Job::start(
            "picture",
            move || wake.request_repaint(),
            move |_| crate::import::picture::read_picture_file(&path).map_err(|error| error.0),
        );
        match job {
            Ok(job) => self.work.reading.push((holder, name, job)),
            Err(_) => self.toasts.push(Toast::error(Message::new("app-no-thread"))),
        }
    }

    /// Hangs pictures that were read on what they were read for.
    pub(super) fn take_pictures(&mut self, egui: &egui::Context) {
        for (holder, name, job) in std::mem::take(&mut self.work.reading) {
            let mut job = Some(job);
            match finished(&mut job) {
                Some(Some(Ok(picture))) => {
                    let id = AttachmentId::fresh();
                    let command = Command::AttachPicture { id, holder, name, picture };
                    self.perform(egui, UiAction::Run(command));
                }
                Some(Some(Err(text))) => self.toasts.push(Toast::error(text)),
                Some(None) => self.toasts.push(Toast::error(Message::new("app-job-lost"))),
                None => self.work.reading.extend(job.map(|job| (holder, name, job))),
            }
        }
    }
}
