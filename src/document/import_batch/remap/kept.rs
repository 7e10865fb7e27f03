//! What is kept of an import, as a table with its mapping: to look at, and to try a mapping on before
//! anything is written.
//!
//! Writes to a private folder only, that is gone when this is dropped.

use super::super::foresight::Columns;
use super::super::{Foresight, ImportReport, LISTED, prepare, told};
use super::table::{Table, Written};
use super::{Renumbered, Way, known, mapping};
use crate::document::Reader;
use crate::import::{self, Detected, ImportError, Preview, Profile, Rejected};
use crate::jobs::Reporter;
use crate::model::{Batch, BatchId, Message, Model, Refusal};
use crate::store::{KeptRow, RejectedCell, StoreError};
use std::io::BufWriter;
use std::path::PathBuf;
use tempfile::TempDir;

/// Hands every kept row to a closure until that says no.
pub(super) type Rows<'r> =
    dyn FnMut(&mut dyn FnMut(KeptRow) -> bool) -> Result<Vec<RejectedCell>, StoreError> + 'r;

/// What is kept of an import, as a table of its own.
pub(super) struct Rebuilt {
    /// Holds the file; both are gone when this is dropped.
    _folder: TempDir,
    pub path: PathBuf,
    pub written: Written,
}

/// What is kept of an import: its mapping, its columns with their values, its rows.
pub struct KeptImport {
    old: Batch,
    profile: Profile,
    detected: Detected,
    rebuilt: Rebuilt,
}

/// What a changed mapping would make of an import, before anything is written.
#[derive(Clone, Debug)]
pub struct RemapForesight {
    /// The document as it would be, without the old import, and the answers of this import alone.
    pub foresight: Foresight,
    /// What would be counted; it has no batch yet. Answers that another import of the survey has
    /// under the same response id are not seen as double here. What counts now stands in the batch.
    pub report: ImportReport,
}

impl KeptImport {
    /// What is kept of an import that counts. Works on a document that is read only, too.
    ///
    /// # Errors
    /// When there is no such import, it was taken back, entered by hand, or holds no rows; when the
    /// document cannot be read, there is no room, or the work was stopped.
    pub fn of(
        reader: &Reader,
        model: &Model,
        batch: BatchId,
        reporter: &Reporter,
    ) -> Result<Self, ImportError> {
        Self::read(model, batch, reporter, &mut |each| reader.kept_rows(batch, each))
    }

    pub(super) fn read(
        model: &Model,
        batch: BatchId,
        reporter: &Reporter,
        rows: &mut Rows<'_>,
    ) -> Result<Self, ImportError> {
        let (old, profile) = known(model, batch)?;
        let rebuilt = Rebuilt::new(model, (&old, &profile), reporter, rows)?;
        let mut detected = import::detect(&rebuilt.path, &mapping::reading(&profile, &profile))?;
        // The last column only tells the lines apart.
        detected.columns.pop();
        detected.file_name.clone_from(&old.file_name);
        Ok(Self { old, profile, detected, rebuilt })
    }

    /// The import.
    #[must_use]
    pub fn batch(&self) -> &Batch {
        &self.old
    }

    /// The mapping it was read with: what a changed one begins with.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The columns that were taken over, in the order of the mapping, with their values as they
    /// stood in the file. Columns that were left out are not there.
    #[must_use]
    pub fn detected(&self) -> &Detected {
        &self.detected
    }

    /// The first rows under a changed mapping, with a verdict on each cell. Rows are numbered as in
    /// the file.
    ///
    /// # Errors
    /// When the mapping cannot be, or names what is gone.
    pub fn preview(&self, profile: &Profile, rows: usize) -> Result<Preview, Refusal> {
        mapping::check_columns(&self.profile, profile, &self.old.file_name)?;
        let new = mapping::settled_as(profile, &self.profile);
        let reading = mapping::reading(&self.profile, &new);
        let mut preview = import::preview(&self.rebuilt.path, &reading, rows)?;
        preview.headers.pop();
        preview.mapped.pop();
        for (row, number) in preview.rows.iter_mut().zip(&self.rebuilt.written.rows) {
            row.row = *number;
            row.cells.pop();
        }
        Ok(preview)
    }

    /// What a changed mapping would make of this import. `model` is that of the document, as it is
    /// now.
    ///
    /// # Errors
    /// As for `Document::remap_batch`.
    pub fn foresee(
        &self,
        model: &Model,
        profile: &Profile,
        reporter: &Reporter,
    ) -> Result<RemapForesight, ImportError> {
        let (old, kept) = known(model, self.old.id)?;
        let Way { draft, journey, profile: _, reading } = Way::of(model, &old, &kept, profile)?;
        let (draft, asked) = prepare::prepare(&draft, &reading, journey, &old.file_name)?;
        let columns = Columns::new(draft, asked, &reading, self.rebuilt.written.labels.clone());
        let mut rows = Renumbered::new(columns, &self.rebuilt);
        let read = import::read(&self.rebuilt.path, &reading, reporter, &mut rows)?;
        let (foresight, mut report) = rows.into_rows().finish();
        report.rows_read = u64::try_from(old.rows_read).unwrap_or(0);
        report.warnings = read.warnings;
        for cell in &self.rebuilt.written.left {
            carry_over(&mut report, cell);
        }
        Ok(RemapForesight { foresight, report })
    }
}

/// Counts a cell that stays refused, or double.
fn carry_over(report: &mut ImportReport, cell: &RejectedCell) {
    if cell.duplicate {
        report.duplicates += 1;
        return;
    }
    report.rejected_total += 1;
    if report.rejected.len() < LISTED {
        let RejectedCell { row, column, value, reason, duplicate: _ } = cell.clone();
        report.rejected.push(Rejected { row, column, value, reason });
    }
}

impl Rebuilt {
    /// Writes what is kept of a batch to a file of its own.
    pub fn new(
        model: &Model,
        (old, kept): (&Batch, &Profile),
        reporter: &Reporter,
        rows: &mut Rows<'_>,
    ) -> Result<Self, ImportError> {
        let cannot = |error: std::io::Error| {
            Message::new("document-remap-no-room").with("reason", error.to_string())
        };
        let folder = tempfile::tempdir().map_err(cannot)?;
        let path = folder.path().join("kept.csv");
        let out = BufWriter::new(std::fs::File::create(&path).map_err(cannot)?);
        let mut table = Table::new(model, (old, kept), out).map_err(cannot)?;
        let mut stopped: Option<ImportError> = None;
        let left = rows(&mut |row| {
            let added = reporter.check().map_err(ImportError::from);
            let added = added.and_then(|()| table.add(row).map_err(|e| cannot(e).into()));
            stopped = added.err();
            stopped.is_none()
        });
        let left = left.map_err(told)?;
        if let Some(error) = stopped {
            return Err(error);
        }
        let written = table.finish(left).map_err(cannot)?;
        if written.rows.is_empty() {
            let message = Message::new("document-remap-empty");
            return Err(message.with("file", old.file_name.as_str()).into());
        }
        Ok(Self { _folder: folder, path, written })
    }
}
