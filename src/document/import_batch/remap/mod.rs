//! Mapping an import anew, without its file: what is kept of it goes the same way once more.
//!
//! Columns that were left out at import are gone, and so are cells that meant “no answer”.

/// Groups of a row → cells.
mod groups;
/// What is kept of an import, to look at and to try a mapping on.
mod kept;
/// A mapping that takes the place of another.
mod mapping;
mod table;

use super::rows::Rows;
use super::{Document, ImportReport, fill_in, prepare, report_of, told};
use crate::document::UndoStep;
use crate::import::{self, CheckedRow, ImportError, Profile, Rejected, RowSink};
use crate::jobs::Reporter;
use crate::model::{Batch, BatchId, JourneyId, Message, Model, Refusal};
use kept::Rebuilt;
pub use kept::{KeptImport, RemapForesight};
pub(super) use mapping::settled_as;

/// The document in which a batch makes way for another, the journey that one is about, and how the
/// kept rows are read.
struct Way {
    draft: Model,
    journey: Option<JourneyId>,
    /// As it is kept with the new batch.
    profile: Profile,
    /// As it reads the rebuilt table.
    reading: Profile,
}

impl Way {
    fn of(model: &Model, old: &Batch, kept: &Profile, new: &Profile) -> Result<Self, Refusal> {
        mapping::check_columns(kept, new, &old.file_name)?;
        let mut draft = model.clone();
        draft.batches.remove(&old.id);
        let journey = draft.surveys.get(&old.survey).and_then(|s| s.journeys.first().copied());
        let profile = mapping::settled(&draft, old, kept, new);
        mapping::make_way(&mut draft, old, kept, &profile)?;
        let reading = mapping::reading(kept, &profile);
        Ok(Self { draft, journey, profile, reading })
    }
}

impl Document {
    /// What is kept of an import. On a worker `KeptImport::of` does the same with a `Reader`.
    ///
    /// # Errors
    /// As for `KeptImport::of`.
    pub fn kept_import(
        &self,
        batch: BatchId,
        reporter: &Reporter,
    ) -> Result<KeptImport, ImportError> {
        KeptImport::read(&self.model, batch, reporter, &mut |each| {
            self.store.kept_rows(batch, each)
        })
    }

    /// Maps an import anew as one undo step: what is kept of it is checked under the new mapping and
    /// becomes a batch that takes the place of the old one, which is switched off. Metric, scale,
    /// direction, missing values, labels, touchpoints and names can all be other ones. A question
    /// that other imports of the survey have too keeps its metric and scale.
    ///
    /// # Errors
    /// When the mapping names a column that was left out at import, or is refused like that of an
    /// import; then nothing changes.
    pub fn remap_batch(
        &mut self,
        batch: BatchId,
        profile: &Profile,
        reporter: &Reporter,
    ) -> Result<ImportReport, ImportError> {
        self.check_not_frozen()?;
        let (old, kept) = known(&self.model, batch)?;
        // Before the rows are gathered: it may be refused.
        let way = Way::of(&self.model, &old, &kept, profile)?;
        let rebuilt = Rebuilt::new(&self.model, (&old, &kept), reporter, &mut |each| {
            self.store.kept_rows(batch, each)
        })?;
        self.read_anew(&old, way, &rebuilt, reporter)
    }

    fn read_anew(
        &mut self,
        old: &Batch,
        way: Way,
        rebuilt: &Rebuilt,
        reporter: &Reporter,
    ) -> Result<ImportReport, ImportError> {
        let Way { draft, journey, profile, reading } = way;
        let (draft, asked) = prepare::prepare(&draft, &reading, journey, &old.file_name)?;
        let mut batch = Batch {
            id: BatchId::fresh(),
            survey: asked.survey,
            profile: serde_json::to_string(&profile).unwrap_or_default(),
            ..old.clone()
        };
        let sink = self.store.begin_import_instead_of(Some(old.id), &batch).map_err(told)?;
        let rows = Rows::new(sink, &reading, draft, asked).knowing(rebuilt.written.labels.clone());
        let mut rows = Renumbered::new(rows, rebuilt);
        let read = import::read(&rebuilt.path, &reading, reporter, &mut rows)?;
        let mut rows = rows.into_rows();
        for cell in &rebuilt.written.left {
            rows.carry_over(cell)?;
        }
        let (sink, mut draft, rejected, unmatched) = rows.into_parts();
        let counts = sink.counts();
        let rows_read = u64::try_from(old.rows_read).unwrap_or(0);
        fill_in(&mut batch, rows_read, counts);
        for other in draft.batches.values_mut().filter(|b| b.continues == Some(old.id)) {
            other.continues = Some(batch.id);
        }
        let report = ImportReport {
            batch: Some(batch.id),
            rows_read,
            rejected,
            unmatched_touchpoints: unmatched,
            warnings: read.warnings,
            ..report_of(counts)
        };
        draft.batches.insert(batch.id, batch);
        let changes = self.model.changes_to(&draft);
        let name = Message::new("step-remap").with("file", old.file_name.as_str());
        // From here on there is no way back: the last chance to stop.
        reporter.check()?;
        sink.finish(&changes, &name).map_err(told)?;
        self.adopt(&changes);
        self.push(UndoStep { name, changes });
        Ok(report)
    }
}

/// An import that counts, and the mapping it was read with.
fn known(model: &Model, batch: BatchId) -> Result<(Batch, Profile), Refusal> {
    let Some(batch) = model.batches.get(&batch).cloned() else {
        return Err(Message::new("document-no-batch").with("id", batch.to_string()).into());
    };
    let profile = mapping_of(&batch)?;
    Ok((batch, profile))
}

/// The mapping a batch was read with.
fn mapping_of(batch: &Batch) -> Result<Profile, Refusal> {
    let profile = serde_json::from_str::<Profile>(&batch.profile).ok();
    profile.filter(|p| !p.columns.is_empty()).ok_or_else(|| {
        Message::new("document-remap-no-mapping").with("file", batch.file_name.as_str()).into()
    })
}

/// Rows of the rebuilt table under the numbers they had in the file.
struct Renumbered<'n, S> {
    rows: S,
    numbers: &'n [u64],
    row: CheckedRow,
}

impl<'n, S: RowSink> Renumbered<'n, S> {
    fn new(rows: S, rebuilt: &'n Rebuilt) -> Self {
        Self { rows, numbers: &rebuilt.written.rows, row: CheckedRow::default() }
    }

    fn into_rows(self) -> S {
        self.rows
    }

    /// The first row of the table stands below its header.
    fn number(&self, row: u64) -> u64 {
        let place = usize::try_from(row).ok().and_then(|row| row.checked_sub(2));
        place.and_then(|place| self.numbers.get(place)).copied().unwrap_or_default()
    }
}

impl<S: RowSink> RowSink for Renumbered<'_, S> {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        self.row.clone_from(row);
        self.row.row = self.number(row.row);
        self.rows.row(&self.row)
    }

    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        let row = self.number(rejected.row);
        self.rows.rejected(&Rejected { row, ..rejected.clone() })
    }
}
