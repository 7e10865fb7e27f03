//! The newest of what respondents wrote about something: asked for once, read on a worker.

use crate::app::context::Ctx;
use crate::app::work::finished;
use crate::document::{CommentPage, CommentQuery, Document};
use crate::jobs::Job;

/// A page of comments: absent while they are read.
#[derive(Default)]
pub struct Newest {
    key: Option<(CommentQuery, u64, u64)>,
    job: Option<Job<Option<CommentPage>>>,
    /// The comments.
    pub page: Option<CommentPage>,
}

impl Newest {
    /// Reads what a query gives, if that is not at hand.
    pub fn refresh(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        document: Option<&Document>,
        query: Option<CommentQuery>,
    ) {
        if let Some(page) = finished(&mut self.job) {
            self.page = page.flatten();
        }
        let Some(query) = query else {
            *self = Self::default();
            return;
        };
        let key = (query, ctx.revision, ctx.scores_revision);
        let (Some(document), true) = (document, self.key.as_ref() != Some(&key)) else { return };
        (self.page, self.job) = (None, None);
        let asked = key.0.clone();
        self.key = Some(key);
        match document.reader() {
            Ok(reader) => {
                let wake = egui.clone();
                let job = Job::start(
                    "newest comments",
                    move || wake.request_repaint(),
                    move |_| reader.comments(&asked).ok(),
                );
                self.job = job.ok();
            }
            // A document in memory has one connection only.
            Err(_) => self.page = document.comments(&asked).ok(),
        }
    }
}
