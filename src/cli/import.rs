//! `klantreis import`: a survey file into a document, with a report.

use super::Failure;
use super::args::Import;
use super::output::Output;
use crate::document::sample::profile;
use crate::document::{Document, ImportOptions, ImportReport};
use crate::import::{self, Asked, Profile, Rejected};
use crate::jobs::Reporter;
use crate::model::{BatchId, Message};
use crate::text::Texts;
use serde::Serialize;
use std::path::Path;

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    batch: Option<BatchId>,
    rows_read: u64,
    responses: u64,
    answers: u64,
    comments: u64,
    duplicates: u64,
    rejected: Vec<Cell<'a>>,
    rejected_total: u64,
    contacts: u64,
    unmatched_touchpoints: &'a [String],
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

/// Imports the file.
///
/// # Errors
/// When the file or the mapping is refused. The document is then as it was.
pub fn run(args: &Import, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let mut document = Document::open(&args.file)?;
    let mut profile = match &args.mapping {
        Some(path) => mapping(path)?,
        None => proposed(args)?,
    };
    if args.sheet.is_some() {
        profile.sheet.clone_from(&args.sheet);
    }
    let options =
        ImportOptions { journey: args.journey.clone(), dry_run: args.dry_run, again: args.again };
    let report = document.import(&args.data, &profile, &options, &Reporter::silent())?;
    if args.json { out.json(&told(&report, texts)) } else { print(&report, texts, out) }
}

/// A mapping profile.
///
/// # Errors
/// When it cannot be read, or is none.
pub(super) fn mapping(path: &Path) -> Result<Profile, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Message::new("cli-cannot-read").with("file", path).with("reason", error.to_string())
    })?;
    let told =
        |reason: Message| Message::new("cli-bad-mapping").with("file", path).with("reason", reason);
    Ok(profile(&text).map_err(|refusal| told(refusal.0))?)
}

/// Without a mapping: what was detected, unless it leaves open what only a person can know.
fn proposed(args: &Import) -> Result<Profile, Failure> {
    let detected =
        import::detect(&args.data, &Profile { sheet: args.sheet.clone(), ..Profile::default() })?;
    let proposal = import::propose(&detected);
    let name = |column: usize| {
        let question = proposal.profile.questions_asked().nth(column);
        question.map(|q| q.0.to_owned()).unwrap_or_default()
    };
    let open = proposal.questions.iter().find_map(|asked| match asked {
        Asked::Direction { column, .. } => Some(name(*column)),
        _ => None,
    });
    match open {
        Some(column) => Err(Message::new("cli-needs-mapping").with("column", column).into()),
        None => Ok(proposal.profile),
    }
}

fn told<'a>(report: &'a ImportReport, texts: &Texts) -> Report<'a> {
    let cell = |r: &'a Rejected| Cell {
        row: r.row,
        column: &r.column,
        value: &r.value,
        reason: texts.say(&r.reason),
    };
    Report {
        batch: report.batch,
        rows_read: report.rows_read,
        responses: report.responses,
        answers: report.answers,
        comments: report.comments,
        duplicates: report.duplicates,
        rejected: report.rejected.iter().map(cell).collect(),
        rejected_total: report.rejected_total,
        contacts: report.contacts,
        unmatched_touchpoints: &report.unmatched_touchpoints,
        warnings: report.warnings.iter().map(|w| texts.say(w)).collect(),
    }
}

fn print(report: &ImportReport, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let key = if report.batch.is_some() { "cli-imported" } else { "cli-dry-run" };
    let message = Message::new(key)
        .with("rows", report.rows_read)
        .with("responses", report.responses)
        .with("answers", report.answers)
        .with("comments", report.comments);
    out.line(&texts.say(&message))?;
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
