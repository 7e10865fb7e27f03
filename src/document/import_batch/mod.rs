//! A survey file into a document: its rows, its survey, questions, channels and touchpoints, all
//! in one transaction and one undo step.
//!
//! Reads no cell itself (`import` does) and writes no row itself (`store` does).

mod channels;
/// Logs of contacts.
mod contacts;
mod foresight;
/// Feedback that someone enters by hand.
mod hand;
mod prepare;
mod rows;
mod touchpoints;

use super::{Document, UndoStep};
use crate::import::{self, DataSource, ImportError, Profile, Rejected};
use crate::jobs::Reporter;
use crate::model::{Batch, BatchId, Message, Model, Origin, Refusal, SurveyId, Tell};
use crate::store::{Counts, StoreError};
pub use contacts::is_contact_log;
pub use foresight::{Foresight, foresee};
pub use hand::{HandEntry, HandQuestion, HandSurvey};
use rows::Rows;
use serde::Serialize;

/// Refused cells that a report lists; all are kept in the document.
const LISTED: usize = 1000;

/// How an import is done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// Name of the journey the answers are about; the first one when absent.
    pub journey: Option<String>,
    /// Reads and counts, and keeps nothing.
    pub dry_run: bool,
    /// Imports a file that is in the document already once more.
    pub again: bool,
}

/// What an import brought. As JSON it is the report of `klantreis import --json`, but for the
/// reasons, which still have to be put into words.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ImportReport {
    /// The batch; absent after a dry run.
    pub batch: Option<BatchId>,
    /// Rows of data in the file.
    pub rows_read: u64,
    /// Responses kept.
    pub responses: u64,
    /// Answers kept.
    pub answers: u64,
    /// Comments kept.
    pub comments: u64,
    /// Answers met twice and counted once.
    pub duplicates: u64,
    /// The first refused cells.
    pub rejected: Vec<Rejected>,
    /// Refused cells in all.
    pub rejected_total: u64,
    /// Contacts kept, when the file is a log of them.
    pub contacts: u64,
    /// Labels that are no touchpoint of the document, as they were met.
    pub unmatched_touchpoints: Vec<String>,
    /// Rows without response id that are the same as an earlier one; kept all the same.
    #[serde(skip)]
    pub identical: u64,
    /// The import that brought the same file before.
    #[serde(skip)]
    pub already_imported: Option<BatchId>,
    /// What a person should know.
    #[serde(skip)]
    pub warnings: Vec<Message>,
}

impl Document {
    /// Imports a survey file, or a table that was pasted, as one undo step.
    ///
    /// # Errors
    /// When the file or the mapping is refused, the file is in the document already (and `again`
    /// is not set), the work was cancelled, or the document cannot be written. Then nothing of it
    /// is in the document.
    pub fn import(
        &mut self,
        source: impl Into<DataSource>,
        profile: &Profile,
        options: &ImportOptions,
        reporter: &Reporter,
    ) -> Result<ImportReport, ImportError> {
        self.check_not_frozen()?;
        let source = source.into();
        let file_name = source.name();
        let journey = prepare::journey(&self.model, options)?;
        let (draft, asked) = prepare::prepare(&self.model, profile, journey, &file_name)?;
        let mut batch = new_batch(asked.survey, &file_name);
        let known = |hash: &str| self.model.batches.values().find(|b| b.file_hash == hash);
        let sink = self.store.begin_import(&batch).map_err(told)?;
        let mut rows = Rows::new(sink, profile, draft, asked);
        let read = import::read(source, profile, reporter, &mut rows)?;
        let already_imported = known(&read.sha256).cloned();
        if let Some(before) =
            already_imported.as_ref().filter(|_| !options.again && !options.dry_run)
        {
            return Err(same_file(&file_name, before).into());
        }
        let (sink, mut draft, rejected, unmatched) = rows.into_parts();
        let counts = sink.counts();
        let mut report = ImportReport {
            rows_read: read.rows_read,
            rejected,
            unmatched_touchpoints: unmatched,
            already_imported: already_imported.map(|b| b.id),
            warnings: read.warnings,
            ..report_of(counts)
        };
        if options.dry_run {
            return Ok(report);
        }
        batch.file_hash = read.sha256;
        batch.profile = serde_json::to_string(&read.profile).unwrap_or_default();
        fill_in(&mut batch, read.rows_read, counts);
        report.batch = Some(batch.id);
        draft.batches.insert(batch.id, batch);
        let changes = self.model.changes_to(&draft);
        let name = Message::new("step-import").with("file", &file_name);
        // From here on there is no way back: the last chance to stop.
        reporter.check()?;
        sink.finish(&changes, &name).map_err(told)?;
        self.adopt(&changes);
        self.push(UndoStep { name, changes });
        Ok(report)
    }
}

fn new_batch(survey: SurveyId, file_name: &str) -> Batch {
    Batch {
        id: BatchId::fresh(),
        survey,
        file_name: file_name.to_owned(),
        file_hash: String::new(),
        profile: String::from("{}"),
        imported_at: crate::document::command::now(),
        rows_read: 0,
        responses: 0,
        answers: 0,
        comments: 0,
        duplicates: 0,
        rejected: 0,
        origin: Origin::File,
        hand_kind: None,
        file_bytes: 0,
        continues: None,
        contacts: 0,
    }
}

fn fill_in(batch: &mut Batch, rows_read: u64, counts: Counts) {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    batch.rows_read = number(rows_read);
    batch.responses = number(counts.responses);
    batch.answers = number(counts.answers);
    batch.comments = number(counts.comments);
    batch.duplicates = number(counts.duplicates);
    batch.rejected = number(counts.rejected);
    batch.contacts = number(counts.contacts);
}

fn report_of(counts: Counts) -> ImportReport {
    ImportReport {
        responses: counts.responses,
        answers: counts.answers,
        comments: counts.comments,
        duplicates: counts.duplicates,
        rejected_total: counts.rejected,
        contacts: counts.contacts,
        identical: counts.identical,
        ..ImportReport::default()
    }
}

fn same_file(file_name: &str, before: &Batch) -> Message {
    Message::new("document-import-same-file")
        .with("file", file_name)
        .with("before", &before.file_name)
        .with("day", before.imported_at.get(..10).unwrap_or_default())
}

/// A failure of the file as a failure of the import.
fn told(error: StoreError) -> ImportError {
    match error {
        StoreError::Cancelled => ImportError::Cancelled(crate::jobs::Cancelled),
        other => ImportError::Refused(Refusal(other.message())),
    }
}

/// Does a command to the draft of an import.
fn perform(draft: &mut Model, command: super::Command) -> Result<(), Refusal> {
    super::plan::perform_all(draft, &[command]).map(drop)
}
