//! What `klantreis import` tells: a report of each file, as text or JSON, and the refused cells.

use super::args::Import;
use super::output::Output;
use super::{Failure, write_file};
use crate::document::{FileOutcome, ImportReport, RejectedCell};
use crate::export::rejected::{rejected_csv, rejected_csv_of_files};
use crate::import::{AnswerColumn, Profile, Rejected};
use crate::model::{BatchId, Better, Message};
use crate::text::Texts;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    batch: Option<BatchId>,
    rows_read: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    already: Option<u64>,
    responses: u64,
    answers: u64,
    comments: u64,
    duplicates: u64,
    rejected: Vec<Cell<'a>>,
    rejected_total: u64,
    contacts: u64,
    unmatched_touchpoints: &'a [String],
    /// Scales and directions that nobody stated.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    assumed: &'a [Assumed],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

/// A refused cell, its reason in words.
#[derive(Serialize)]
struct Cell<'a> {
    row: u64,
    column: &'a str,
    value: &'a str,
    reason: String,
}

/// What `--json` prints of one of several files.
#[derive(Serialize)]
struct FileReport<'a> {
    file: String,
    /// Why it was passed over: `already_imported`, `not_a_table` or `stopped`.
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<&'static str>,
    /// Why it was refused, or is no table.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(flatten)]
    report: Option<Report<'a>>,
}

/// The scale of a question as it was taken from the file itself.
#[derive(Serialize)]
pub(super) struct Assumed {
    column: String,
    metric: &'static str,
    min: i32,
    max: i32,
    better: Better,
}

/// What nobody stated, by file.
pub(super) type AllAssumed = BTreeMap<PathBuf, Vec<Assumed>>;

/// The scales that a proposed mapping takes for granted.
pub(super) fn assumed(profile: &Profile) -> Vec<Assumed> {
    let asked = profile.questions_asked().filter_map(|(name, answer)| Some((name, answer?)));
    let scale = |(name, answer): (&str, &AnswerColumn)| Assumed {
        column: name.to_owned(),
        metric: answer.metric.key(),
        min: answer.min,
        max: answer.max,
        better: answer.better,
    };
    asked.map(scale).collect()
}

/// Tells what became of the only file.
///
/// # Errors
/// When the refused cells or the report cannot be written.
pub(super) fn tell(
    report: &ImportReport,
    assumed: &[Assumed],
    args: &Import,
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    if let Some(path) = &args.rejected {
        write_file(path, &rejected_csv(&refused_cells(report), texts))?;
    }
    if args.json {
        out.json(&told(report, assumed, texts))
    } else {
        print(report, assumed, texts, out)
    }
}

/// Tells what became of each file.
pub(super) fn tell_each(
    outcomes: &[(PathBuf, FileOutcome)],
    assumed: &AllAssumed,
    args: &Import,
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let of = |path: &PathBuf| assumed.get(path).map(Vec::as_slice).unwrap_or_default();
    let reports: Vec<FileReport<'_>> = outcomes
        .iter()
        .map(|(path, outcome)| one_of_several(name(path), outcome, of(path), texts))
        .collect();
    if let Some(path) = &args.rejected {
        let cells = outcomes.iter().filter_map(|(path, outcome)| match outcome {
            FileOutcome::Imported(report) => Some((name(path), refused_cells(report))),
            _ => None,
        });
        let cells: Vec<_> = cells.collect();
        write_file(path, &rejected_csv_of_files(&cells, texts))?;
    }
    if args.json {
        out.json(&reports)?;
    } else {
        for (told, (path, outcome)) in reports.iter().zip(outcomes) {
            out.line(&format!("{}:", told.file))?;
            match outcome {
                FileOutcome::Imported(report) => print(report, of(path), texts, out)?,
                FileOutcome::AlreadyImported(_) => out.line(&texts.get("cli-already"))?,
                FileOutcome::NotATable(why) | FileOutcome::Refused(why) => {
                    out.line(&texts.say(why))?;
                }
                FileOutcome::Stopped => out.line(&texts.get("error-cancelled"))?,
            }
        }
    }
    let refused = outcomes.iter().filter(|(_, o)| matches!(o, FileOutcome::Refused(_)));
    match refused.count() {
        0 => Ok(()),
        count => {
            let message = Message::new("cli-some-refused").with("count", count);
            Err(message.with("all", outcomes.len()).into())
        }
    }
}

fn one_of_several<'a>(
    file: String,
    outcome: &'a FileOutcome,
    assumed: &'a [Assumed],
    texts: &Texts,
) -> FileReport<'a> {
    let (skipped, reason, report) = match outcome {
        FileOutcome::Imported(report) => (None, None, Some(told(report, assumed, texts))),
        FileOutcome::AlreadyImported(_) => (Some("already_imported"), None, None),
        FileOutcome::NotATable(why) => (Some("not_a_table"), Some(texts.say(why)), None),
        FileOutcome::Refused(why) => (None, Some(texts.say(why)), None),
        FileOutcome::Stopped => (Some("stopped"), None, None),
    };
    FileReport { file, skipped, reason, report }
}

fn refused_cells(report: &ImportReport) -> Vec<RejectedCell> {
    let cell = |r: &Rejected| RejectedCell {
        row: r.row,
        column: r.column.clone(),
        value: r.value.clone(),
        reason: r.reason.clone(),
        duplicate: false,
    };
    report.rejected.iter().map(cell).collect()
}

fn told<'a>(report: &'a ImportReport, assumed: &'a [Assumed], texts: &Texts) -> Report<'a> {
    let cell = |r: &'a Rejected| Cell {
        row: r.row,
        column: &r.column,
        value: &r.value,
        reason: texts.say(&r.reason),
    };
    Report {
        batch: report.batch,
        rows_read: report.rows_read,
        already: Some(report.already).filter(|rows| *rows > 0),
        responses: report.responses,
        answers: report.answers,
        comments: report.comments,
        duplicates: report.duplicates,
        rejected: report.rejected.iter().map(cell).collect(),
        rejected_total: report.rejected_total,
        contacts: report.contacts,
        unmatched_touchpoints: &report.unmatched_touchpoints,
        assumed,
        warnings: report.warnings.iter().map(|w| texts.say(w)).collect(),
    }
}

fn print(
    report: &ImportReport,
    assumed: &[Assumed],
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    let key = if report.batch.is_some() { "cli-imported" } else { "cli-dry-run" };
    let message = Message::new(key)
        .with("rows", report.rows_read)
        .with("responses", report.responses)
        .with("answers", report.answers)
        .with("comments", report.comments);
    out.line(&texts.say(&message))?;
    if report.already > 0 {
        out.line(&texts.say(&Message::new("cli-rows-already").with("rows", report.already)))?;
    }
    if report.contacts > 0 {
        out.line(&texts.say(&Message::new("cli-contacts").with("count", report.contacts)))?;
    }
    if report.duplicates > 0 {
        let message = Message::new("cli-duplicates").with("count", report.duplicates);
        out.line(&texts.say(&message))?;
    }
    if !report.unmatched_touchpoints.is_empty() {
        let names = report.unmatched_touchpoints.join(", ");
        out.line(&texts.say(&Message::new("cli-unmatched").with("names", names)))?;
    }
    for warning in &report.warnings {
        out.line(&texts.say(warning))?;
    }
    if !assumed.is_empty() {
        out.line(&texts.get("cli-assumed"))?;
    }
    for scale in assumed {
        out.line(&texts.say(&scale_line(scale)))?;
    }
    if report.rejected_total > 0 {
        let message = Message::new("cli-rejected").with("count", report.rejected_total);
        out.line(&texts.say(&message))?;
    }
    for cell in &report.rejected {
        let message = Message::new("cli-rejected-cell")
            .with("row", cell.row)
            .with("column", &cell.column)
            .with("value", &cell.value)
            .with("reason", cell.reason.clone());
        out.line(&texts.say(&message))?;
    }
    Ok(())
}

fn scale_line(scale: &Assumed) -> Message {
    let better = match scale.better {
        Better::High => "cli-high-is-good",
        Better::Low => "cli-low-is-good",
    };
    Message::new("cli-assumed-scale")
        .with("column", &scale.column)
        .with("metric", scale.metric)
        .with("min", i64::from(scale.min))
        .with("max", i64::from(scale.max))
        .with("better", Message::new(better))
}
