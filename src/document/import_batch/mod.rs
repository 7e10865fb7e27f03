//! A survey file into a document: its rows, its survey, questions, channels and touchpoints, all
//! in one transaction and one undo step.
//!
//! Reads no cell itself (`import` does) and writes no row itself (`store` does).

mod channels;
/// Logs of contacts.
mod contacts;
/// Several files and folders.
mod folder;
mod foresight;
/// Files that have grown.
mod grown;
/// Feedback that someone enters by hand.
mod hand;
mod prepare;
/// Imports that are mapped anew.
mod remap;
mod rows;
mod touchpoints;

use super::{Document, UndoStep};
use crate::import::{self, DataSource, ImportError, Profile, Rejected, Role};
use crate::jobs::Reporter;
use crate::model::{Batch, BatchId, Message, Model, Origin, Refusal, SurveyId, Tell};
use crate::store::{Counts, StoreError};
pub use contacts::is_contact_log;
pub use folder::{FileOutcome, ProfileOf, files_in};
pub use foresight::{Foresight, foresee};
pub use grown::{KnownFile, known_file};
pub use hand::{HandEntry, HandQuestion, HandSurvey};
pub use remap::{KeptImport, RemapForesight};
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
    /// Lists every refused cell in the report, not only the first thousand.
    pub list_all: bool,
}

/// What an import brought. As JSON it is the report of `klantreis import --json`, but for the
/// reasons, which still have to be put into words.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ImportReport {
    /// The batch; absent after a dry run.
    pub batch: Option<BatchId>,
    /// Rows of data in the file, without those that were in the document already.
    pub rows_read: u64,
    /// Rows passed over, since an import of the file as it was brought them.
    #[serde(skip_serializing_if = "is_zero")]
    pub already: u64,
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

/// How an import that was not refused ended.
enum Done {
    Imported(Box<ImportReport>),
    /// The file is in the document already.
    Before(BatchId),
}

impl Document {
    /// Imports a survey file, or a table that was pasted, as one undo step. Of a file that has grown
    /// since it was imported with the same mapping, only the rows behind those it had are imported.
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
        let source = source.into();
        match self.try_import(&source, profile, options, reporter)? {
            Done::Imported(report) => Ok(*report),
            Done::Before(batch) => Err(self.same_file(&source.name(), batch).into()),
        }
    }

    fn try_import(
        &mut self,
        source: &DataSource,
        profile: &Profile,
        options: &ImportOptions,
        reporter: &Reporter,
    ) -> Result<Done, ImportError> {
        self.check_not_frozen()?;
        let file_name = source.name();
        let journey = prepare::journey(&self.model, options)?;
        let grown = if options.again { None } else { grown::find(&self.model, source, profile)? };
        let profile = grown.as_ref().map_or(profile, |grown| &grown.profile);
        let (draft, asked) = prepare::prepare(&self.model, profile, journey, &file_name)?;
        let mut batch = new_batch(asked.survey, &file_name);
        if matches!(source, DataSource::Pasted { .. }) {
            batch.origin = Origin::Pasted;
        }
        batch.continues = grown.as_ref().map(|grown| grown.batch);
        let already = grown.as_ref().map_or(0, |grown| grown.rows);
        let size = size_of(source);
        let known = |hash: &str| self.model.batches.values().find(|b| b.file_hash == hash);
        let sink = self.store.begin_import(&batch).map_err(told)?;
        let mut rows = Rows::new(sink, profile, draft, asked);
        rows.list_all(options.list_all);
        let read = import::read_on(source, profile, already, reporter, &mut rows)?;
        if size_of(source) != size {
            return Err(Message::new("document-import-changing").with("file", file_name).into());
        }
        let before = known(&read.sha256).map(|b| b.id);
        let nothing_new = batch.continues.filter(|_| read.rows_read <= already);
        if let Some(before) = before.or(nothing_new)
            && !options.again
            && !options.dry_run
        {
            return Ok(Done::Before(before));
        }
        let (sink, mut draft, rejected, unmatched) = rows.into_parts();
        let counts = sink.counts();
        let rows_read = read.rows_read.saturating_sub(already);
        let mut report = ImportReport {
            rows_read,
            already,
            rejected,
            unmatched_touchpoints: unmatched,
            already_imported: before,
            warnings: read.warnings,
            ..report_of(counts)
        };
        if options.dry_run {
            return Ok(Done::Imported(Box::new(report)));
        }
        batch.file_hash = read.sha256;
        batch.file_bytes = size.and_then(|bytes| i64::try_from(bytes).ok()).unwrap_or(0);
        batch.profile = serde_json::to_string(&read.profile).unwrap_or_default();
        fill_in(&mut batch, rows_read, counts);
        report.batch = Some(batch.id);
        draft.batches.insert(batch.id, batch);
        let changes = self.model.changes_to(&draft);
        let name = Message::new("step-import").with("file", &file_name);
        // From here on there is no way back: the last chance to stop.
        reporter.check()?;
        sink.finish(&changes, &name).map_err(told)?;
        self.adopt(&changes);
        self.push(UndoStep { name, changes });
        Ok(Done::Imported(Box::new(report)))
    }

    fn same_file(&self, file_name: &str, before: BatchId) -> Message {
        let before = self.model.batches.get(&before);
        let day = before.and_then(|b| b.imported_at.get(..10)).unwrap_or_default();
        let name = before.map_or("", |b| b.file_name.as_str());
        let message = Message::new("document-import-same-file").with("file", file_name);
        message.with("before", name).with("day", day)
    }
}

/// Length of a file; none of what was pasted.
fn size_of(source: &DataSource) -> Option<u64> {
    match source {
        DataSource::File(path) => std::fs::metadata(path).ok().map(|about| about.len()),
        DataSource::Pasted { .. } => None,
    }
}

/// Rows of its file up to the end of a batch, with those of the batches it continues; none when one
/// of them was taken back.
fn rows_up_to(model: &Model, batch: &Batch) -> Option<u64> {
    let (mut rows, mut next) = (0, Some(batch));
    // Nothing continues itself, but a file may have been tampered with.
    for _ in 0..=model.batches.len() {
        let Some(batch) = next else { return Some(rows) };
        rows += u64::try_from(batch.rows_read).unwrap_or(0);
        next = match batch.continues {
            None => None,
            Some(before) => Some(model.batches.get(&before)?),
        };
    }
    None
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// The header of the first column of a role.
fn header_of(profile: &Profile, is_it: fn(&Role) -> bool) -> &str {
    let found = profile.columns.iter().find(|c| is_it(&c.role));
    found.map_or("", |c| c.column.trim())
}

/// A label that the map does not know, where that is refused.
fn unmatched_label(row: u64, column: String, label: Option<&str>) -> Rejected {
    let label = label.unwrap_or_default();
    let reason = Message::new("document-import-unmatched").with("label", label);
    Rejected { row, column, value: label.to_owned(), reason }
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
