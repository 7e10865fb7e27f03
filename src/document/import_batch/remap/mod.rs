//! Mapping an import anew, without its file: what is kept of it goes the same way once more.
//!
//! Columns that were left out at import are gone, and so are cells that meant “no answer”.

mod table;

use super::rows::Rows;
use super::{Document, ImportReport, fill_in, perform, prepare, report_of, told};
use crate::document::{Command, UndoStep};
use crate::import::{
    self, AnswerColumn, CheckedRow, ImportError, Profile, Rejected, Role, RowSink,
};
use crate::jobs::Reporter;
use crate::model::query::same_name;
use crate::model::{Batch, BatchId, JourneyId, Message, Model, Question, Refusal, Scale, Survey};
use std::io::BufWriter;
use std::path::PathBuf;
use table::{Table, Written};
use tempfile::TempDir;

/// What is kept of an import, as a file.
struct Rebuilt {
    /// Holds the file; both are gone when this is dropped.
    _folder: TempDir,
    path: PathBuf,
    written: Written,
}

impl Document {
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
        let Some(old) = self.model.batches.get(&batch).cloned() else {
            return Err(Message::new("document-no-batch").with("id", batch.to_string()).into());
        };
        let kept = mapping_of(&old)?;
        table::check_columns(&kept, profile, &old.file_name)?;
        let rebuilt = self.rebuild(&old, (&kept, profile), reporter)?;
        let mut draft = self.model.clone();
        draft.batches.remove(&old.id);
        let journey = draft.surveys.get(&old.survey).and_then(|s| s.journeys.first().copied());
        let new = settled(&draft, &old, &kept, profile);
        make_way(&mut draft, &old, &kept, &new)?;
        self.read_anew(&old, (&kept, &new), (draft, journey), &rebuilt, reporter)
    }

    /// Writes what is kept of a batch to a file of its own.
    fn rebuild(
        &self,
        old: &Batch,
        (kept, new): (&Profile, &Profile),
        reporter: &Reporter,
    ) -> Result<Rebuilt, ImportError> {
        let cannot = |error: std::io::Error| {
            Message::new("document-remap-no-room").with("reason", error.to_string())
        };
        let folder = tempfile::tempdir().map_err(cannot)?;
        let path = folder.path().join("kept.csv");
        let out = BufWriter::new(std::fs::File::create(&path).map_err(cannot)?);
        let mut table = Table::new(&self.model, (old, kept, new), out).map_err(cannot)?;
        let mut stopped: Option<ImportError> = None;
        let each = &mut |row| {
            let added = reporter.check().map_err(ImportError::from);
            let added = added.and_then(|()| table.add(row).map_err(|e| cannot(e).into()));
            stopped = added.err();
            stopped.is_none()
        };
        let left = self.store.kept_rows(old.id, each).map_err(told)?;
        if let Some(error) = stopped {
            return Err(error);
        }
        let written = table.finish(left).map_err(cannot)?;
        if written.rows.is_empty() {
            let message = Message::new("document-remap-empty");
            return Err(message.with("file", old.file_name.as_str()).into());
        }
        Ok(Rebuilt { _folder: folder, path, written })
    }

    fn read_anew(
        &mut self,
        old: &Batch,
        (kept, new): (&Profile, &Profile),
        (draft, journey): (Model, Option<JourneyId>),
        rebuilt: &Rebuilt,
        reporter: &Reporter,
    ) -> Result<ImportReport, ImportError> {
        let reading = reading(kept, new);
        let (draft, asked) = prepare::prepare(&draft, &reading, journey, &old.file_name)?;
        let mut batch = Batch {
            id: BatchId::fresh(),
            survey: asked.survey,
            profile: serde_json::to_string(new).unwrap_or_default(),
            ..old.clone()
        };
        let sink = self.store.begin_import_instead_of(Some(old.id), &batch).map_err(told)?;
        let rows = Rows::new(sink, &reading, draft, asked).knowing(rebuilt.written.labels.clone());
        let mut rows = Renumbered {
            rows,
            numbers: &rebuilt.written.rows,
            next: 0,
            row: CheckedRow::default(),
        };
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

/// The mapping a batch was read with.
fn mapping_of(batch: &Batch) -> Result<Profile, Refusal> {
    let profile = serde_json::from_str::<Profile>(&batch.profile).ok();
    profile.filter(|p| !p.columns.is_empty()).ok_or_else(|| {
        Message::new("document-remap-no-mapping").with("file", batch.file_name.as_str()).into()
    })
}

/// The new mapping with what it leaves open taken from the old one, and the survey by its name.
fn settled(model: &Model, old: &Batch, kept: &Profile, new: &Profile) -> Profile {
    let mut settled = new.clone();
    settled.header_rows = new.header_rows.or(kept.header_rows);
    settled.preamble_rows = new.preamble_rows.or(kept.preamble_rows);
    settled.footer_rows = new.footer_rows.or(kept.footer_rows);
    settled.delimiter = new.delimiter.clone().or_else(|| kept.delimiter.clone());
    settled.quote = new.quote.clone().or_else(|| kept.quote.clone());
    settled.escape = new.escape.clone().or_else(|| kept.escape.clone());
    settled.encoding = new.encoding.clone().or_else(|| kept.encoding.clone());
    settled.decimal = new.decimal.clone().or_else(|| kept.decimal.clone());
    for column in &mut settled.columns {
        if let Role::Date { format } = &mut column.role {
            let known = kept.columns.iter().find(|c| c.column.trim() == column.column.trim());
            let known = known.and_then(|c| match &c.role {
                Role::Date { format } => format.clone(),
                _ => None,
            });
            *format = format.take().or(known);
        }
    }
    if settled.survey.name.trim().is_empty()
        && let Some(survey) = model.surveys.get(&old.survey)
    {
        settled.survey.name.clone_from(&survey.name);
    }
    settled
}

/// How the rebuilt table is read.
fn reading(kept: &Profile, new: &Profile) -> Profile {
    let stated = kept.columns.iter().find_map(|column| match &column.role {
        Role::Date { format } => format.as_deref(),
        _ => None,
    });
    // Dates that cannot be written as they were are written the usual way, and read so.
    let as_they_were = stated == Some(table::date_format(kept).as_str());
    let mut reading = Profile {
        header_rows: Some(1),
        preamble_rows: Some(0),
        footer_rows: Some(0),
        delimiter: Some(",".to_owned()),
        quote: Some("\"".to_owned()),
        escape: Some(String::new()),
        encoding: Some("utf-8".to_owned()),
        decimal: kept.decimal.clone().or_else(|| Some(".".to_owned())),
        ..new.clone()
    };
    for column in &mut reading.columns {
        if let Role::Date { format } = &mut column.role
            && (!as_they_were || format.is_none())
        {
            *format = Some(table::ISO.to_owned());
        }
    }
    reading
}

/// Lets survey and questions be what the new mapping says, as far as no other import needs them.
fn make_way(draft: &mut Model, old: &Batch, kept: &Profile, new: &Profile) -> Result<(), Refusal> {
    let Some(survey) = draft.surveys.get(&old.survey).cloned() else {
        return Ok(());
    };
    let others: Vec<Batch> =
        draft.batches.values().filter(|b| b.survey == old.survey).cloned().collect();
    let part = &new.survey;
    let is_it = |s: &Survey| {
        s.audience == part.audience
            && same_name(&s.name, &part.name)
            && same_name(&s.wave, &part.wave)
    };
    if !is_it(&survey) {
        let elsewhere = draft.surveys.values().any(|s| s.id != survey.id && is_it(s));
        if others.is_empty() && elsewhere {
            draft.surveys.remove(&survey.id);
            draft.questions.retain(|_, q| q.survey != survey.id);
        }
        if !others.is_empty() || elsewhere {
            return Ok(());
        }
        let (name, wave, audience) = (part.name.clone(), part.wave.clone(), part.audience);
        let (id, journeys) = (survey.id, survey.journeys);
        perform(draft, Command::PutSurvey { id, name, wave, audience, journeys })?;
    }
    let of_survey: Vec<Question> =
        draft.questions.values().filter(|q| q.survey == old.survey).cloned().collect();
    for question in of_survey.into_iter().filter(|q| answer(kept, &q.code).is_some()) {
        let shared = others.iter().find(|b| {
            mapping_of(b).is_ok_and(|profile| answer(&profile, &question.code).is_some())
        });
        let wanted = answer(new, &question.code);
        change_question(draft, question, wanted, shared)?;
    }
    Ok(())
}

/// The answer column of a name.
fn answer<'p>(profile: &'p Profile, code: &str) -> Option<&'p AnswerColumn> {
    profile.columns.iter().find_map(|column| match &column.role {
        Role::Answer(answer) if column.column.trim() == code => Some(answer.as_ref()),
        _ => None,
    })
}

fn change_question(
    draft: &mut Model,
    question: Question,
    wanted: Option<&AnswerColumn>,
    shared: Option<&Batch>,
) -> Result<(), Refusal> {
    let Some(wanted) = wanted else {
        if shared.is_none() {
            draft.questions.remove(&question.id);
        }
        return Ok(());
    };
    let scale = Scale { min: wanted.min, max: wanted.max, better: wanted.better };
    let same = (question.metric, question.scale) == (wanted.metric, scale);
    if let Some(other) = shared {
        if same {
            return Ok(());
        }
        let message = Message::new("document-remap-shared").with("column", question.code.as_str());
        return Err(message.with("other", other.file_name.as_str()).into());
    }
    if (question.scale.min, question.scale.max) != (scale.min, scale.max) {
        // The scale of a question is fixed: the answers get a question of their own.
        draft.questions.remove(&question.id);
        return Ok(());
    }
    let question = Question {
        metric: wanted.metric,
        scale,
        boxed: wanted.boxed.clone(),
        breaks: wanted.breaks,
        wording: wanted.wording.clone(),
        kind: wanted.kind,
        labels: wanted.labels.clone(),
        ..question
    };
    perform(draft, Command::PutQuestion { question })
}

/// Rows of the rebuilt table under the numbers they had in the file.
struct Renumbered<'n, 's, 'p> {
    rows: Rows<'s, 'p>,
    numbers: &'n [u64],
    /// Rows that came by.
    next: usize,
    row: CheckedRow,
}

impl<'s, 'p> Renumbered<'_, 's, 'p> {
    fn into_rows(self) -> Rows<'s, 'p> {
        self.rows
    }

    fn number(&self) -> u64 {
        self.numbers.get(self.next).copied().unwrap_or_default()
    }
}

impl RowSink for Renumbered<'_, '_, '_> {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        self.row.clone_from(row);
        self.row.row = self.number();
        self.next += 1;
        self.rows.row(&self.row)
    }

    /// Refused cells come before their row.
    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        self.rows.rejected(&Rejected { row: self.number(), ..rejected.clone() })
    }
}
